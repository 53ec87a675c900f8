"""Entries that take from others after BibLaTeX's rules: ``crossref``, ``xref``, ``xdata``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from sphinxcontrib_academic.kinds.inheritance import (
    ALIASES,
    ALWAYS_KEPT,
    INHERITANCE,
    KEPT_WITH_TITLES,
)
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.cursor import MAX_VALUE
from sphinxcontrib_academic.readers.records import RawField, Record
from sphinxcontrib_academic.readers.relatives import AND, keys_of, with_members, with_related, with_same

MAX_CHAIN = 100
"""Entries that take from each other in a row before it is reported."""
MAX_INHERITED = 500_000
"""Fields that all entries of a project may inherit."""

_GRANULAR = expression(r"^xdata\s*=\s*(.+)-([a-z][a-z+:]*)(?:-(\d+))?$", re.IGNORECASE | re.DOTALL)


def resolve(records: Sequence[Record]) -> tuple[list[Record], tuple[Problem, ...]]:
    """The same entries in the same order, each with what it inherits."""
    family = _Family(records)
    family.inherit()
    records = with_members(family.records, family.index, family.takers)
    return with_related(records, family.index, family.takers), tuple(family.problems)


class _Family:
    """All entries by their keys, and what they give each other."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = list(records)
        self.takers = [place for place, record in enumerate(self.records) if _names_another(record)]
        for place in self.takers:
            self.records[place] = replace(self.records[place], ids=keys_of(self.records[place].value("ids")))
        self.index = {record.key.casefold(): place for place, record in enumerate(self.records)}
        for place in self.takers:
            for other in self.records[place].ids:
                self.index.setdefault(other.casefold(), place)
        self.problems: list[Problem] = []
        self.depth = [0] * len(self.records)
        self.inherited = 0
        self.suggestions = 0

    def inherit(self) -> None:
        """Every entry takes from its parents when they have taken from theirs."""
        state = [2] * len(self.records)
        for place in self.takers:
            state[place] = 0
        banned: set[tuple[int, int]] = set()
        for root in self.takers:
            stack = [(root, self._parents(root))] if state[root] == 0 else []
            state[root] = state[root] or 1
            while stack:
                place, parents = stack[-1]
                following = next(parents, None)
                if following is None:
                    stack.pop()
                    self._take(place, banned)
                    state[place] = 2
                    continue
                parent, location = following
                if state[parent] == 1:
                    banned.add((place, parent))
                    self._note(f"'{self.records[place].key}' inherits from itself", location)
                elif state[parent] == 0:
                    state[parent] = 1
                    stack.append((parent, self._parents(parent)))

    def _parents(self, place: int) -> Iterator[tuple[int, Location]]:
        record = self.records[place]
        for field in record.fields:
            if field.name == "xdata":
                yield from self._find_all(field)
            elif field.name == "crossref" and field.value.strip():
                found = self._find(field.value, field)
                if found is not None:
                    yield found, field.location
            elif field.name in {"xref", "related"} or (field.name == "entryset" and record.type.lower() == "set"):
                list(self._find_all(field))
            elif field.value[:200].lower().find("xdata") >= 0 or "xdata=" in field.value:
                for item in AND.split(field.value):
                    granular = _GRANULAR.match(item.strip())
                    target = self.index.get(granular[1].strip().casefold()) if granular else None
                    if target is not None:
                        yield target, field.location

    def _find_all(self, field: RawField) -> Iterator[tuple[int, Location]]:
        for key in keys_of(field.value):
            found = self._find(key, field)
            if found is not None:
                yield found, field.location

    def _find(self, key: str, field: RawField) -> int | None:
        found = self.index.get(key.strip().casefold())
        if found is None:
            message = f"'{key.strip()[:100]}' in '{field.name}' is not the key of any entry{self._near(key)}"
            self._note(message, field.location)
        return found

    def _near(self, key: str) -> str:
        self.suggestions += 1
        if self.suggestions > 50:
            return ""
        names = [record.key for record in self.records[:2000]]
        found = get_close_matches(key.strip()[:100], names, 1, 0.8)
        return f", did you mean '{found[0]}'" if found else ""

    def _take(self, place: int, banned: set[tuple[int, int]]) -> None:
        record = self.records[place]
        record = self.records[place] = self._with_granular(record, place, banned)
        if self.inherited > MAX_INHERITED:
            return
        have = set(with_same(field.name for field in record.fields))
        taken: list[RawField] = []
        for field in record.fields:
            if field.name not in {"xdata", "crossref"}:
                continue
            for key in keys_of(field.value) if field.name == "xdata" else [field.value]:
                parent = self.index.get(key.strip().casefold())
                if parent is None or (place, parent) in banned or parent == place:
                    continue
                self._go_deeper(place, parent, field.location)
                rows = _of_xdata if field.name == "xdata" else _of_crossref
                for new in rows(self.records[parent], record):
                    if new.name not in have:
                        taken.append(new)
                        have.update(with_same((new.name,)))
        self.inherited += len(taken)
        self.records[place] = replace(record, inherited=tuple(taken)) if taken else record
        if self.inherited > MAX_INHERITED:
            message = f"more than {MAX_INHERITED} fields are inherited, those behind this entry are not"
            self.problems.append(Problem(Code.LIMIT, message, record.location))

    def _go_deeper(self, place: int, parent: int, location: Location) -> None:
        self.depth[place] = max(self.depth[place], self.depth[parent] + 1)
        if self.depth[place] == MAX_CHAIN + 1:
            self._note(f"this inherits through more than {MAX_CHAIN} entries in a row", location)

    def _with_granular(self, record: Record, place: int, banned: set[tuple[int, int]]) -> Record:
        """``author = {A and xdata=key-author-2}``."""
        if not any("xdata=" in field.value.lower().replace(" ", "") for field in record.fields):
            return record
        fields = []
        for field in record.fields:
            if "xdata" in field.value.lower():
                field = replace(field, value=self._with_items(field, place, banned))  # noqa: PLW2901 - the same field
            fields.append(field)
        return replace(record, fields=tuple(fields))

    def _with_items(self, field: RawField, place: int, banned: set[tuple[int, int]]) -> str:
        items: list[str] = []
        length = 0
        for item in AND.split(field.value):
            new = self._granular(item, field, place, banned)
            length += len(new)
            if length > MAX_VALUE:
                message = f"'{field.name}' becomes longer than {MAX_VALUE} characters, it was cut"
                self.problems.append(Problem(Code.LIMIT, message, field.location))
                break
            items.append(new)
        return " and ".join(item for item in items if item)

    def _granular(self, item: str, field: RawField, place: int, banned: set[tuple[int, int]]) -> str:
        """What stands for one item; a reference that leads nowhere is reported and stays as it is written."""
        if not item.strip().lower().startswith("xdata"):
            return item
        granular = _GRANULAR.match(item.strip())
        parent = self.index.get(granular[1].strip().casefold()) if granular else None
        if granular is None or parent is None or (place, parent) in banned:
            self._note(f"'{item.strip()[:100]}' does not lead to a field of an @xdata entry", field.location)
            return item
        source = self.records[parent]
        value = next((other.value for other in source.all_fields if other.name == granular[2].lower()), "")
        members = [member.strip() for member in AND.split(value)]
        number = int(granular[3][:6]) if granular[3] else 0
        if source.type.lower() != "xdata" or not value or number > len(members):
            self._note(f"'{item.strip()[:100]}' does not lead to a field of an @xdata entry", field.location)
            return item
        return members[number - 1] if number else value

    def _note(self, message: str, location: Location) -> None:
        self.problems.append(Problem(Code.CROSSREF, message, location))


_NAMES = frozenset({"xdata", "crossref", "xref", "related", "entryset", "ids"})


def _names_another(record: Record) -> bool:
    """Whether an entry can have to do with another one; most have not."""
    return any(field.name in _NAMES or "xdata" in field.value.lower() for field in record.fields)


def _of_xdata(parent: Record, _child: Record) -> Iterator[RawField]:
    for field in parent.all_fields:
        if field.name not in {"xdata", "ids"}:
            yield field


def _of_crossref(parent: Record, child: Record) -> Iterator[RawField]:
    source, target = (ALIASES.get(record.type.lower(), record.type.lower()) for record in (parent, child))
    renamed = [pair for row in INHERITANCE if source in row.sources and target in row.targets for pair in row.renamed]
    fields = {field.name: field for field in parent.all_fields}
    for old, new in renamed:
        if old in fields:
            yield replace(fields[old], name=new)
    kept = {old for old, _ in renamed} | (KEPT_WITH_TITLES if renamed else frozenset())
    for name, field in fields.items():
        if name not in kept and name not in ALWAYS_KEPT and name != "relatedtext":
            yield field
