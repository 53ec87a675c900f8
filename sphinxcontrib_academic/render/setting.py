"""What render must know of the site: values of the configuration, in the model's words."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import field
from typing import Any

from docutils import nodes

from sphinxcontrib_academic.kinds.links import LinkTable
from sphinxcontrib_academic.kinds.roles import RoleTable
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.directory import Directory
from sphinxcontrib_academic.model.metrics import Metrics
from sphinxcontrib_academic.model.names import Name
from sphinxcontrib_academic.render.words import Wording, words_of


@dataclass(frozen=True, slots=True)
class Setting:
    """The site that something is rendered for."""

    language: str = "en"
    date_format: str = "medium"
    """A style of ``render.dates.format_when``, or ``verbatim``."""
    owner: tuple[Name, ...] = ()
    """The names by which the owner of the page is known."""
    owner_style: str = "bold"
    """``bold``, ``underline``, ``bold underline`` or ``none``."""
    mark_position: str = "after"
    """``after`` or ``before`` the name."""
    full_venues: bool = False
    """True for a layout that shows venues in full."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Files beside the sources that are copied: from the path to the name that Sphinx gave it."""
    images: Container[str] = ()
    """Images beside the sources that are copied, by their paths."""
    roles: RoleTable = field(default_factory=RoleTable)
    """The roles of authors with their marks."""
    relations: LinkTable = field(default_factory=LinkTable)
    """What links lead to."""
    directory: Directory = field(default_factory=Directory)
    """Co-authors whose pages are known."""
    max_authors: int = 0
    """How many names are shown at once; 0 for all of them."""
    details: tuple[str, ...] = ("abstract", "bibtex")
    """The parts that may be unfolded."""
    unfolds: bool = True
    """Whether the output shows what is unfolded: what it leaves away need not be written."""
    preview_folders: tuple[str, ...] = ()
    """Where images are looked for, beside the source folder itself."""
    scholar: str = ""
    """The owner's name at Google Scholar, which addresses of citations there begin with."""
    metrics: Metrics = field(default_factory=Metrics)
    """Citations and stars."""
    own_words: tuple[tuple[str, str], ...] = ()
    """What the site says instead of our English words."""

    shared: dict[Any, nodes.Element] | None = None
    """Authors that were made before, where a publication is written at once; nothing where nodes stay in a tree."""

    @property
    def words(self) -> Wording:
        """Our words in the site's language."""
        return words_of(self.language, self.own_words)
