"""The order of a list: several keys, each total and stable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.kinds.works import WORK_TYPES
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.names import folded
from sphinxcontrib_academic.render.venues import venue_of
from sphinxcontrib_academic.selection.facts import field_fact

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from sphinxcontrib_academic.model.works import Work

_COMING = (float("inf"),)
_TYPE_ORDER = {row.key: place for place, row in enumerate(WORK_TYPES)}
_DIGITS = expression(r"([0-9]{1,18})")


def natural(text: str) -> tuple[str | int, ...]:
    """A text as people sort it: without case, accents and punctuation, numbers by their size."""
    plain = re.sub(r"[\W_]+", " ", folded(text)).strip()
    # pieces take turns, so that a number never meets a word
    return tuple(int(piece) if place % 2 else piece for place, piece in enumerate(_DIGITS.split(plain)))


def _date(work: Work) -> Any:
    """What has a status or a word instead of a date is still to come; what has nothing has no date."""
    when = work.date()
    if when is not None:
        return tuple(when.sort_key)
    return _COMING if work.text("issued_text") or work.text("status") else None


def _year(work: Work) -> Any:
    when = work.date()
    return (float(when.year),) if when is not None else _date(work)


def _venue(work: Work) -> Any:
    venue = venue_of(work)
    return natural(venue.text.plain) if venue else None


SORT_KEYS: dict[str, Callable[[Work], Any]] = {
    "date": _date,
    "year": _year,
    "title": lambda work: natural(work.text("title").plain),
    "author": lambda work: [person.name.sort_key for person in work.people("author").members] or None,
    "key": lambda work: natural(work.key),
    "type": lambda work: _TYPE_ORDER.get(work.type, len(_TYPE_ORDER)),
    "venue": _venue,
}
"""What works can be sorted by, beside their fields; nothing for a work that does not have it."""


def unknown_sort_keys(keys: Sequence[str], fields: Collection[str] = ()) -> list[str]:
    """The keys in this order that nothing can be sorted by."""
    known = {*SORT_KEYS, *fields, "source"}
    return [key for key in keys if key.lstrip("-+").replace("-", "_") not in known]


def in_order(works: Iterable[Work], keys: Sequence[str], fields: Collection[str] = ()) -> list[Work]:
    """The works in this order: several keys, ``-`` before one turns it round.

    Equal keys keep the order of the files; what lacks a key comes last, whichever way round.
    """
    memory: dict[Any, list[Work]] = getattr(works, "memory", {})
    order = ("order", *keys)
    if order not in memory:
        memory[order] = _in_order(works, keys, fields)
    return list(memory[order])


def _in_order(works: Iterable[Work], keys: Sequence[str], fields: Collection[str]) -> list[Work]:
    result = list(works)
    place = {id(work): index for index, work in enumerate(result)}
    for key in reversed(keys):
        name, down = key.lstrip("-+"), key.startswith("-")
        if name == "source":
            result.sort(key=lambda work: place[id(work)], reverse=down)
        elif name in SORT_KEYS:
            result = _sorted(result, SORT_KEYS[name], down=down)
        elif name.replace("-", "_") in fields:
            result = _sorted(result, _by_field(name), down=down)
    return result


def _by_field(name: str) -> Callable[[Work], Any]:
    def key(work: Work) -> Any:
        value = field_fact(work, name)
        return natural(str(value)) if value else None

    return key


def _sorted(works: list[Work], key: Callable[[Work], Any], *, down: bool) -> list[Work]:
    pairs = [(key(work), work) for work in works]
    present = [pair for pair in pairs if pair[0] is not None]
    present.sort(key=lambda pair: pair[0], reverse=down)
    return [work for _, work in present] + [work for found, work in pairs if found is None]
