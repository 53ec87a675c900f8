"""Record -> Entry: a degree, a talk, an award that is kept in a data file."""

from __future__ import annotations

from collections.abc import Mapping

from sphinxcontrib_academic.kinds.links import link_relation
from sphinxcontrib_academic.kinds.timeline import TimelineKind, entry_field
from sphinxcontrib_academic.model.dates import When
from sphinxcontrib_academic.model.entries import Entry
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.model.text import RichText, plain
from sphinxcontrib_academic.readers.addresses import (
    NoAddressError,
    UnsafeError,
    addresses,
    checked,
    clean,
    target,
)
from sphinxcontrib_academic.readers.dates import read_issued, read_when
from sphinxcontrib_academic.readers.names import read_people
from sphinxcontrib_academic.readers.records import RawField, Record
from sphinxcontrib_academic.readers.tex import read_text

_PEOPLE = frozenset({"advisor", "coadvisor", "co-advisor", "supervisor", "mentor", "author", "speaker"})
_DATES = frozenset({"date", "year", "month", "day"})
_WHEN = frozenset({"when", "dates", "period", "time", "eventdate"})
_STARTS = frozenset({"start", "startdate", "start_date", "start-date", "from", "begin", "since"})
_ENDS = frozenset({"end", "enddate", "end_date", "end-date", "until", "to"})
_FILES = frozenset({"logo", "photo", "image", "icon"})
_HOUSE = frozenset({"ids", "crossref", "xref", "xdata", "keywords", "related", "options", "sortkey", "langid"})
_LOOKS_LIKE_ADDRESS = expression(r"\S*(?:://|^www\.|\.\w{2,5}$)\S*|mailto:\S+")


def read_entry(record: Record, kind: TimelineKind) -> tuple[Entry, tuple[Problem, ...]]:
    """The entry that a record describes; whatever is wrong with a value costs that value."""
    fields = {raw.name: raw for raw in record.all_fields if raw.value.strip()}
    problems: list[Problem] = []
    when, when_text = _read_when(fields, problems)
    texts: dict[str, RichText] = {}
    for name, raw in fields.items():
        if name in _DATES | _WHEN | _STARTS | _ENDS | _HOUSE:
            continue
        key, text = _read_field(name, raw, fields, problems)
        if text:
            texts[key if key not in texts else name] = text
    if "title" not in texts and "organization" not in texts and not texts:
        message = f"'{record.key[:100]}' says nothing but its date, expected a title"
        problems.append(Problem(Code.MISSING_TITLE, message, record.location))
    entry = Entry(record.key, kind.key, record.location, when, when_text, tuple(texts.items()))
    return entry, tuple(problems)


def _read_field(
    name: str, raw: RawField, fields: Mapping[str, RawField], problems: list[Problem]
) -> tuple[str, RichText]:
    row, relation = entry_field(name), link_relation(name)
    key = row.key if row is not None else name
    if row is not None and key != name and key in fields:
        key = name  # the field with the very name counts, the other one keeps its own
    if name in _FILES or (row is None and relation is not None and _leads_somewhere(raw.value, bool(relation.url))):
        return _read_address(name if relation is None else relation.key, name, raw, problems)
    if key in _PEOPLE:
        people, found = read_people(raw.value, raw.location)
        problems.extend(found)
        names = [str(member.name) for member in people.members] + ["others"] * people.others
        return key, plain(_joined(names))
    text, found = read_text(raw.value, raw.location)
    problems.extend(found)
    return key, text


def _leads_somewhere(value: str, identifies: object) -> bool:
    value = clean(value)
    return bool(_LOOKS_LIKE_ADDRESS.fullmatch(value)) or ":" in value or (bool(identifies) and " " not in value)


def _read_address(key: str, name: str, raw: RawField, problems: list[Problem]) -> tuple[str, RichText]:
    relation = link_relation(name)
    value = next(iter(addresses(raw.value)), "")
    try:
        where = target(relation, value) if relation is not None and relation.url else checked(value)
    except (UnsafeError, NoAddressError):
        message = f"'{value[:60]}' in '{name}' is neither a safe address nor a file of the project, it was left out"
        problems.append(Problem(Code.UNSAFE, message, raw.location))
        return key, RichText()
    return key, plain(where)


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


def _read_when(fields: Mapping[str, RawField], problems: list[Problem]) -> tuple[When | None, str]:
    """From ``date``, from ``year`` and ``month``, or from ``start`` and ``end``."""
    start = next((raw for name, raw in fields.items() if name in _STARTS), None)
    end = next((raw for name, raw in fields.items() if name in _ENDS), None)
    one = next((raw for name, raw in fields.items() if name in _WHEN), None)
    if start is not None or end is not None:
        raw = start or end
        assert raw is not None  # noqa: S101 - one of the two is there
        text = (
            f"{start.value.strip() if start else ''} -- {end.value.strip() if end else 'Present'}".strip(" -")
            if start
            else raw.value
        )
        when, found = read_when(text, raw.location)
        problems.extend(found)
        return when, "" if when is not None else text
    named = {name: fields[name].value for name in _DATES if name in fields}
    if named:
        location = next(fields[name].location for name in ("date", "year", "month", "day") if name in fields)
        when, verbatim, found = read_issued(named, location)
        problems.extend(found)
        return when, _plain(verbatim, fields) if when is None else ""
    if one is None:
        return None, ""
    when, found = read_when(one.value, one.location)
    problems.extend(found)
    return when, one.value if when is None else ""


def _plain(verbatim: str, _fields: Mapping[str, RawField]) -> str:
    return " ".join(verbatim.split())
