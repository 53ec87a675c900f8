"""Which works a list shows, in which order: pure functions over works."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.kinds.works import WORK_TYPES, work_type
from sphinxcontrib_academic.render.venues import venue_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinxcontrib_academic.model.works import Work

_UNDATED = (float("-inf"),)
_COMING = (float("inf"),)


def words_of(text: str) -> list[str]:
    """The words of an option: separated by commas, or by blanks where there is no comma."""
    pieces = text.split(",") if "," in text else text.split()
    return [piece.strip() for piece in pieces if piece.strip()]


def of_types(works: Iterable[Work], names: Sequence[str]) -> list[Work]:
    """The works of these types: CSL types or entry types of BibTeX; ``thesis`` means all theses."""
    exact = {name.lower() for name in names}
    rows = {row.key for row in map(work_type, names) if row is not None}
    families = {row.key for row in WORK_TYPES for name in rows if row.key.startswith(f"{name}-")}
    return [work for work in works if work.type in rows | families or work.source_type.lower() in exact]


def known_types() -> list[str]:
    """Every name that a type has."""
    return [name for row in WORK_TYPES for name in (row.key, *row.bibtex)]


def of_keywords(works: Iterable[Work], words: Sequence[str]) -> list[Work]:
    """The works that have at least one of these keywords, whatever their case."""
    wanted = {word.casefold() for word in words}
    return [work for work in works if wanted & {keyword.casefold() for keyword in work.keywords}]


def _date_key(work: Work) -> tuple[float, ...]:
    when = work.date()
    if when is not None:
        return tuple(when.sort_key)
    return _COMING if work.text("issued_text") or work.text("status") else _UNDATED


def _fold(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


SORT_KEYS: dict[str, Callable[[Work], Any]] = {
    "date": _date_key,
    "year": _date_key,
    "title": lambda work: _fold(work.text("title").plain),
    "author": lambda work: [person.name.sort_key for person in work.people("author").members],
    "key": lambda work: work.key.casefold(),
    "type": lambda work: work.type,
    "venue": lambda work: _fold(venue.text.plain) if (venue := venue_of(work)) else "",
}
"""What works can be sorted by. Equal keys keep the order of the files."""


def unknown_sort_keys(keys: Sequence[str]) -> list[str]:
    """The keys in this order that nothing can be sorted by."""
    return [key for key in keys if key.lstrip("-+") not in {*SORT_KEYS, "source"}]


def in_order(works: Iterable[Work], keys: Sequence[str]) -> list[Work]:
    """The works in this order: several keys, ``-`` before one turns it round, stable."""
    result = list(works)
    for key in reversed(keys):
        name = key.lstrip("-+")
        if name == "source":
            result = result[::-1] if key.startswith("-") else result
        elif name in SORT_KEYS:
            result.sort(key=SORT_KEYS[name], reverse=key.startswith("-"))
    return result
