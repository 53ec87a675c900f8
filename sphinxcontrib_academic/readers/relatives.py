"""Entries that show others: the members of an ``@set``, and ``related`` in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sphinxcontrib_academic.kinds.inheritance import ALWAYS_KEPT, BLOCKED, RELATED_TYPES
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.records import RawField, Record

AND = expression(r"\s+and\s+")
_NOT_OF_ONE = frozenset({"title", "subtitle", "titleaddon", "author", "doi", "url", "eprint", "pages", "abstract"})
"""What belongs to one member of a set alone."""


def with_members(records: Sequence[Record], index: Mapping[str, int], places: Iterable[int]) -> list[Record]:
    """Each set at these places with its members' titles and people, and the rest of the first one."""
    found = list(records)
    for place in places:
        record = records[place]
        if record.type.lower() != "set":
            continue
        others = (index.get(key.casefold()) for key in keys_of(record.value("entryset"))[:100])
        members = [records[member] for member in others if member is not None and member != place]
        if members:
            found[place] = replace(record, inherited=tuple(_of_members(record, members)))
    return found


def with_related(records: Sequence[Record], index: Mapping[str, int], places: Iterable[int]) -> list[Record]:
    """Each entry at these places with the field ``relatedtext``: how it is related to which other one."""
    found = list(records)
    for place in places:
        record = records[place]
        titles = [
            _title(records[other])
            for key in keys_of(record.value("related"))[:20]
            if (other := index.get(key.casefold())) is not None and other != place
        ]
        if not any(titles):
            continue
        kind = record.value("relatedtype").strip().lower()
        phrase = record.value("relatedstring").strip() or RELATED_TYPES.get(kind, "Related")
        value = f"{phrase.rstrip(':')}: {'; '.join(title for title in titles if title)}"
        text = RawField("relatedtext", value, record.location)
        found[place] = replace(record, inherited=(*record.inherited, text))
    return found


def keys_of(value: str) -> tuple[str, ...]:
    """The keys in a field, separated by commas."""
    return tuple(key.strip() for key in value.split(",") if key.strip())


def with_same(names: Iterable[str]) -> Iterator[str]:
    """The names, and all that name the same thing."""
    for name in names:
        yield name
        yield from BLOCKED.get(name, ())


def _of_members(record: Record, members: Sequence[Record]) -> Iterator[RawField]:
    have = set(with_same(field.name for field in record.fields))
    joined = (("title", "; ", _title), ("author", " and ", _authors))
    for name, separator, part in joined:
        parts = dict.fromkeys(text for member in members if (text := part(member)))
        if name not in have and parts:
            people = dict.fromkeys(person.strip() for text in parts for person in AND.split(text))
            yield RawField(name, separator.join(people if name == "author" else parts), record.location)
    for field in members[0].all_fields:
        if field.name not in have | _NOT_OF_ONE | ALWAYS_KEPT and "+an" not in field.name:
            yield field


def _title(record: Record) -> str:
    fields = {field.name: field.value for field in record.all_fields}
    return next((fields[name].strip() for name in ("title", "booktitle", "maintitle") if fields.get(name)), "")


def _authors(record: Record) -> str:
    return next((field.value for field in record.all_fields if field.name == "author"), "")
