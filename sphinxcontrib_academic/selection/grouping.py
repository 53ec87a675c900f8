"""The groups of a list: which values works have, in which order, under which words."""

from __future__ import annotations

import re
from dataclasses import field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.kinds.works import WORK_TYPES, work_type
from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.names import folded
from sphinxcontrib_academic.render.venues import venue_of
from sphinxcontrib_academic.selection.facts import field_fact
from sphinxcontrib_academic.selection.order import natural
from sphinxcontrib_academic.selection.values import Persons, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.words import Wording

GROUP_KEYS = ("year", "type", "keyword", "venue", "status")
"""What works can be grouped by, beside their fields."""

OTHER = "other"
FORTHCOMING, UNDATED = "forthcoming", "undated"

TITLES = ("Other", "Forthcoming", "Undated", "published")
"""Headings of our own, beside the words for types and states."""

_TYPE_ORDER = {row.key: place for place, row in enumerate(WORK_TYPES)}
_VENUE_YEAR = expression(r"\s*(?:(?:’|')\d{2}|\b(?:19|20)\d{2})$")


@dataclass(frozen=True, slots=True)
class Group:
    """Works under one heading."""

    key: str
    """What its works are grouped by; empty where the author lists them."""
    value: str
    """What they have in common, without regard to case."""
    title: str
    works: tuple[Work, ...] = ()
    groups: tuple[Group, ...] = ()
    """Groups within it: its works are theirs."""
    own: str = ""
    """The heading in the author's words, which may hold markup."""
    line: int | None = None
    """Where the author's words stand."""
    filter: str = ""
    """A filter that is yet to be answered."""

    @property
    def anchor(self) -> str:
        """The id, made of the value alone."""
        if not self.key:
            return slug(self.own or self.title) or "group"
        return slug(f"{self.key} {self.value}")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the author wants of the groups."""

    keys: tuple[str, ...]
    """One, or one within the other."""
    first: tuple[str, ...] = ()
    """Values that come first."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """The only values that have a group, with their headings; all have one where there are none."""
    years_up: bool = False
    """True where the list goes from old to new."""


def grouped(works: Sequence[Work], wish: Wish) -> list[Group]:
    """The groups, each with its works in their order; what has no value comes last."""
    if not wish.keys:
        return []
    key, *inner = wish.keys
    groups = _groups(works, key, wish)
    if not inner:
        return groups
    below = replace(wish, keys=tuple(inner), headings={})
    return [replace(group, groups=tuple(_within(group, below))) for group in groups]


def _within(group: Group, wish: Wish) -> Iterator[Group]:
    for inner in grouped(group.works, wish):
        # the id of a group in a group says both
        yield replace(inner, key=f"{group.key}-{slug(group.value)}-{inner.key}")


def _groups(works: Sequence[Work], key: str, wish: Wish) -> list[Group]:
    found: dict[str, Group] = {}
    members: dict[str, list[Work]] = {}
    headings = {matched(key, value): heading for value, heading in wish.headings.items()}
    for work in works:
        values = list(dict(_values(work, key)).items())
        if headings:
            values = [(value, title) for value, title in values if value in headings]
        for value, title in values or [(OTHER, "Other")]:
            found.setdefault(value, Group(key, value, title, own=headings.get(value, "")))
            members.setdefault(value, []).append(work)
    first = [*(matched(key, value) for value in wish.first), *headings]
    order = {value: place for place, value in reversed(list(enumerate(first)))}
    appearance = {value: place for place, value in enumerate(found)}

    def rank(value: str) -> tuple[Any, ...]:
        if value in order:
            return (0, order[value])
        if value == OTHER:
            return (2,)
        return (1, *_rank(key, found[value], appearance[value], years_up=wish.years_up))

    return [replace(found[value], works=tuple(members[value])) for value in sorted(found, key=rank)]


def _rank(key: str, group: Group, place: int, *, years_up: bool) -> tuple[Any, ...]:
    match key:
        case "year":
            if group.value == UNDATED:
                return (1, 0)
            year = float("inf") if group.value == FORTHCOMING else float(group.value)
            return (0, year if years_up else -year)
        case "type":
            return (_TYPE_ORDER.get(group.value, len(_TYPE_ORDER)),)
        case "status":
            # those that are out come behind those that are not
            return (group.value == "published", place)
    return (natural(group.title), group.title)


def matched(key: str, value: str) -> str:
    """A value as the author writes it, in the form that groups have."""
    row = work_type(value) if key == "type" else None
    return row.key if row else folded(" ".join(value.split()))


def title_of(group: Group, words: Wording) -> str:
    """The heading in the language of the site, where it is one of our words and none of the data."""
    key = group.key.rpartition("-")[2]
    if group.value in {OTHER, FORTHCOMING, UNDATED} or key == "type":
        return words(group.title)
    if key == "status":
        title = words(group.title[:1].lower() + group.title[1:])
        return title[:1].upper() + title[1:]
    return group.title


def values_of(works: Iterable[Work], key: str) -> dict[str, str]:
    """Every value that these works have, with the words for it."""
    return {value: title for work in works for value, title in _values(work, key)}


def _values(work: Work, key: str) -> Iterator[tuple[str, str]]:
    """The values of one work: none, one, or several."""
    match key:
        case "year":
            yield _year(work)
        case "type":
            row = work_type(work.type)
            yield (row.key, row.plural) if row else (work.type, work.type)
        case "venue":
            venue = venue_of(work)
            if venue is not None:
                title = venue.text.plain
                title = (_VENUE_YEAR.sub("", title) if venue.short else title) or title
                yield folded(title), title
        case "status":
            status = work.text("status").plain
            yield (folded(status), status[:1].upper() + status[1:]) if status else ("published", "Published")
        case _:
            for title in _field_values(work, key):
                yield folded(" ".join(title.split())), title


def _field_values(work: Work, key: str) -> list[str]:
    value = field_fact(work, key.replace("_", "-") if key.replace("_", "-") in dict(work.source) else key)
    match value:
        case Words(members=members):
            return [word for word in members if word.strip()]
        case Persons(people=people):
            return [str(name) for name in people]
    return [str(value)] if value and str(value).strip() else []


def _year(work: Work) -> tuple[str, str]:
    when = work.date()
    if when is not None:
        return str(when.year), str(when.year)
    if work.text("issued_text") or work.text("status"):
        return FORTHCOMING, "Forthcoming"
    return UNDATED, "Undated"


def slug(text: str) -> str:
    """An id of a text: letters and digits in ASCII; where letters are lost, a digest tells texts apart."""
    plain = folded(text)
    words = re.findall(r"[a-z0-9]+", plain)
    lost = any(sign.isalnum() and not sign.isascii() for sign in plain)
    if lost:
        words.append(sha256(plain.encode()).hexdigest()[:6])
    name = "-".join(words)
    return name if not name or name[0].isalpha() else f"group-{name}"
