"""What render must know of the site: values of the configuration, in the model's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sphinxcontrib_academic.model.names import Name


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
