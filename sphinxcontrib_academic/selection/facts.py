"""What a filter can ask of a work: every field by its names, and what stands in no field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.kinds.fields import FIELD_BY_NAME, FIELDS, Field, Value
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, link_relation
from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES
from sphinxcontrib_academic.kinds.works import WORK_TYPES
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.dates import Date, DateRange
from sphinxcontrib_academic.model.identity import owner_positions
from sphinxcontrib_academic.readers.tex import read_plain
from sphinxcontrib_academic.selection.values import (
    Flag,
    Given,
    Number,
    Part,
    Persons,
    Text,
    TypeName,
    Words,
    people_forms,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinxcontrib_academic.model.names import Name
    from sphinxcontrib_academic.model.works import Work

PARTS = ("any", "first", "last", "corresponding", *(row.key for row in AUTHOR_ROLES[1:] if row.key != "corresponding"))
"""The parts that the owner can have: the values of ``self``."""

SPECIAL = ("type", "key", "year", "month", "day", "selected", "self", "cited", "docname", "docnames")
"""The names that are no fields of an entry, or more than them."""

LATE = frozenset({"cited", "docnames"})
"""The names whose values are known when all pages are read."""

_APART = (("journal", "journaltitle"), ("booktitle",), ("publisher",), ("institution",), ("school",),
          ("university",), ("organization",), ("number",), ("issue",))  # fmt: skip
"""Fields that share a row and are not the same to those who ask for one of them."""

_SAME = {name: names for names in _APART for name in names}
_ENTRY_TYPES = {name for row in WORK_TYPES for name in row.bibtex}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """What must be known beside the work."""

    owner: tuple[Name, ...] = ()
    docname: str = ""
    """The page of the filter."""
    cited: frozenset[str] = frozenset()
    """The pages that refer to the work."""


class FilterError(Exception):
    """A filter that cannot be read or used; the message says what was found and what was expected."""


def known_names(works: Iterable[Work]) -> set[str]:
    """Every name that a filter on these works can use."""
    memory: dict[str, set[str]] = getattr(works, "memory", {})
    if "names" not in memory:
        memory["names"] = _known_names(works)
    return memory["names"]


def _known_names(works: Iterable[Work]) -> set[str]:
    fields = {name for row in FIELDS for name in (row.key, *row.bibtex)}
    links = {name for row in LINK_RELATIONS for name in (row.key, *row.fields)}
    own = {name for work in works for name, _ in work.source}
    return {name.replace("-", "_") for name in fields | links | own} | {*SPECIAL} - {"house"}


def fact(work: Work, name: str, site: Site) -> Text | bool | str | frozenset[str]:
    """The value of a name for a work; the empty text for what it does not have."""
    name = name.lower()
    known = work.facts
    if known is None or name in _OF_SITE:
        return _fact(work, name, site)
    if name not in known:
        known[name] = _fact(work, name, site)
    return known[name]  # type: ignore[return-value]


_OF_SITE = frozenset({"self", "cited", "docname", "docnames"})
"""Names whose value does not depend on the work alone."""


def _fact(work: Work, name: str, site: Site) -> Text | bool | str | frozenset[str]:
    match name:
        case "type":
            return TypeName(_types(work))
        case "key":
            return Given(tuple(dict.fromkeys((work.key.lower(), work.key, *work.ids))))
        case "selected":
            return Flag(_forms(work, "selected") or (str(work.selected).lower(),), work.selected)
        case "self":
            return Part((), owner_parts(work, site.owner))
        case "cited":
            return bool(site.cited)
        case "docnames":
            return site.cited
        case "docname":
            return site.docname
        case "year" | "month" | "day":
            return _date_part(work, name)
    return field_fact(work, name)


def field_fact(work: Work, name: str) -> Text:
    """The value of a field by its name in data files, or by that of CSL."""
    row = FIELD_BY_NAME.get(name) or FIELD_BY_NAME.get(name.replace("_", "-"))
    if row is None:
        relation = link_relation(name)
        names = (name, relation.key, *relation.fields) if relation else (name,)
        targets = [link.target for link in work.links if relation and link.relation == relation.key]
        return Given((*_forms(work, *names), *targets))
    match row.value:
        case Value.PEOPLE:
            people = work.people(row.key)
            members = tuple(person.name for person in people.members)
            return Persons((*(people_forms(people) if people else ()), *_forms(work, *row.bibtex)), members)
        case Value.WORDS:
            return Words(_forms(work, *row.bibtex) or (", ".join(work.keywords),), work.keywords)
        case Value.DATE:
            when = work.date(row.key)
            return Text(((str(when),) if when else ()) + _forms(work, name, *row.bibtex))
        case Value.FLAG:
            return Flag(_forms(work, *row.bibtex), work.selected)
    return _text(work, name, row)


def _text(work: Work, name: str, row: Field) -> Text:
    """A text; one whose row holds fields that are not the same comes from its own field, or was inherited."""
    if name in _SAME:
        forms = _forms(work, *_SAME[name])
        others = {field for field, value in work.source if value} & {*row.bibtex} - {*_SAME[name]}
        if others:
            # what is shown may be that of another field
            return Text((read_plain(forms[0]), *forms) if forms else ())
    else:
        forms = _forms(work, name, *row.bibtex)
    shown = work.text(row.key).plain
    return Text((shown, *forms) if shown else forms)


def _forms(work: Work, *names: str) -> tuple[str, ...]:
    """The first of these fields as the file has it."""
    source = dict(work.source)
    return next(((source[name],) for name in names if source.get(name)), ())


def _types(work: Work) -> tuple[str, ...]:
    """The entry type, and the type of CSL where that is the name of no other entry type."""
    entry_type = work.source_type.lower() or work.type
    return (entry_type,) if work.type in _ENTRY_TYPES else (entry_type, work.type)


def _date_part(work: Work, name: str) -> Number:
    when = work.date()
    date = (when.start or when.end) if isinstance(when, DateRange) else when
    forms = _forms(work, name)
    if date is None:
        return Number(forms or ((work.text("issued_text").plain,) if name == "year" else ()), None)
    if name == "year":
        return Number((str(date.year), *forms), float(date.year))
    if name == "day":
        return Number(((str(date.day),) if date.day else ()) + forms, date.day)
    return _month(date, forms)


def _month(date: Date, forms: tuple[str, ...]) -> Number:
    if date.month is None or date.season:
        return Number(forms, None)
    word = _MONTHS[date.month - 1]
    return Number((str(date.month), word, word[:3].lower(), word.lower(), *forms), date.month)


def owner_parts(work: Work, owner: tuple[Name, ...]) -> frozenset[str]:
    """What the owner is in a work: ``any`` of its authors, the ``first``, the ``last``, and the roles there."""
    authors = work.people("author")
    own = owner_positions(authors, owner)
    if not own:
        return frozenset()
    found = {"any", *(role for place in own for role in authors.members[place].roles)} - {"self"}
    if 0 in own:
        found.add("first")
    if len(authors.members) - 1 in own and not authors.others:
        found.add("last")
    return frozenset(found)
