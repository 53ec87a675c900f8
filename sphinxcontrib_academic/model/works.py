"""A publication, in the words of CSL."""

from __future__ import annotations

from typing import TypeVar

from sphinxcontrib_academic.model.anchors import anchor
from sphinxcontrib_academic.model.classes import dataclass, replace
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

    def __hash__(self) -> int:
        return hash((self.key, self.type))  # as a stored one's, and quick

    @property
    def title(self) -> str:
        """The words of the title, empty where there is none."""
        return self.text("title").plain

    @property
    def facts(self) -> dict[str, object] | None:
        """Where filters may keep what they found out; nowhere for a work that stands alone."""
        return None

    @property
    def files(self) -> bool:
        """Whether it leads to files beside the sources."""
        return any("://" not in link.target for link in self.links)

    @property
    def value(self) -> Work:
        """The work with everything at hand, for those who will ask for many of its fields."""
        return self

    def text(self, name: str) -> RichText:
        """The text of that name, empty where there is none."""
        return _of(self.texts, name, _NO_TEXT)

    def people(self, role: str) -> People:
        """The contributors in that role, none where there are none."""
        return _of(self.contributors, role, _NOBODY)

    def date(self, name: str = "issued") -> When | None:
        """The date of that name. An unreadable one is a text: ``issued_text``."""
        return _of(self.dates, name, None)

    def field(self, name: str) -> str:
        """The value of a field as the file has it, empty where there is none."""
        return _of(self.source, name, "")

    def with_changes(self, other: Work) -> Work:
        """This work with every value that another one has; what the other one leaves out stays."""
        return replace(
            self,
            texts=_merged(self.texts, other.texts),
            contributors=_merged(self.contributors, other.contributors),
            dates=_merged(self.dates, other.dates),
            links=(
                *(link for link in self.links if link.relation not in {new.relation for new in other.links}),
                *other.links,
            ),
            keywords=other.keywords or self.keywords,
            selected=other.selected or self.selected,
            source=_merged(self.source, other.source),
        )


__all__ = ["Work", "WorkLink", "anchor"]

_V = TypeVar("_V")
_D = TypeVar("_D")
_NO_TEXT = RichText()
_NOBODY = People()


def _of(rows: tuple[tuple[str, _V], ...], name: str, default: _D) -> _V | _D:
    # asked for each part of each work: a loop is several times as fast as next() of a generator
    for key, value in rows:
        if key == name:
            return value
    return default


def _merged(old: tuple[tuple[str, _V], ...], new: tuple[tuple[str, _V], ...]) -> tuple[tuple[str, _V], ...]:
    return tuple({**dict(old), **dict(new)}.items())
