"""A publication, in the words of CSL."""

from __future__ import annotations

from dataclasses import dataclass

from sphinxcontrib_academic.model.dates import When
from sphinxcontrib_academic.model.names import People
from sphinxcontrib_academic.model.problems import Location
from sphinxcontrib_academic.model.text import RichText


@dataclass(frozen=True, slots=True)
class WorkLink:
    """A way from a publication to something of it: its text, its code, its film."""

    relation: str
    """A key of ``kinds.links``."""
    target: str
    """A URL, or a path relative to the source folder."""


@dataclass(frozen=True, slots=True)
class Work:
    """One publication, every value parsed; looked at through ``text``, ``people`` and ``date``."""

    key: str
    type: str
    """A key of ``kinds.works``: the CSL type."""
    location: Location
    texts: tuple[tuple[str, RichText], ...] = ()
    """By name of ``kinds.fields`` (``title``, ``container_title``, ``volume`` …)."""
    contributors: tuple[tuple[str, People], ...] = ()
    """By CSL's role names (``author``, ``editor``, ``translator`` …)."""
    dates: tuple[tuple[str, When], ...] = ()
    """By CSL's names (``issued``, ``event_date``, ``original_date`` …)."""
    links: tuple[WorkLink, ...] = ()
    keywords: tuple[str, ...] = ()
    selected: bool = False
    ids: tuple[str, ...] = ()
    """Other keys by which the entry is known (BibLaTeX's ``ids``)."""
    source: tuple[tuple[str, str], ...] = ()
    """The fields as the file has them, macros expanded: what a BibTeX block shows again."""
    source_type: str = ""
    """The entry type as the file has it."""

    def text(self, name: str) -> RichText:
        """The text of that name, empty where there is none."""
        return next((text for key, text in self.texts if key == name), RichText())

    def people(self, role: str) -> People:
        """The contributors in that role, none where there are none."""
        return next((people for key, people in self.contributors if key == role), People())

    def date(self, name: str = "issued") -> When | None:
        """The date of that name. An unreadable one is a text: ``issued_text``."""
        return next((when for key, when in self.dates if key == name), None)
