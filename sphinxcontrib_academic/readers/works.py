"""Record -> Work: every field read by the row of ``kinds.fields`` that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from sphinxcontrib_academic.kinds.fields import FIELDS, ROW_OF_FIELD, Field, Value
from sphinxcontrib_academic.kinds.journals import ADS_JOURNALS
from sphinxcontrib_academic.kinds.localization import LOCALIZATION
from sphinxcontrib_academic.kinds.works import FALLBACK, GENRES, WorkType, work_type
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.dates import When
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.names import People
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.model.text import RichText, plain
from sphinxcontrib_academic.model.works import Work
from sphinxcontrib_academic.readers.dates import read_issued, read_when
from sphinxcontrib_academic.readers.literals import joined, markdown, pages, verbatim, with_subtitle
from sphinxcontrib_academic.readers.names import read_annotations, read_people
from sphinxcontrib_academic.readers.records import RawField, Record
from sphinxcontrib_academic.readers.tex import read_text
from sphinxcontrib_academic.readers.work_links import Found, read_links

_TITLES = (
    ("title", "subtitle"),
    ("container_title", "container_subtitle"),
    ("main_title", "main_subtitle"),
    ("issue_title", "issue_subtitle"),
)
_INSTEAD_OF_TITLE = (
    *("main_title", "container_title", "short_title", "issue_title"),
    *("event_title", "shorthand", "note", "how_published"),
)
_MARKDOWN = frozenset({"award", "award_name", "honor", "honour", "distinction", "tagline", "tldr", "additional_info"})
"""Fields that files for Jekyll write in its markup."""
_DATE_FIELDS = frozenset({"date", "year", "month", "day"})
_TEX_JOURNAL = expression(r"\\([a-z]{2,8})(?![A-Za-z])\s*(?:\{\})?")
_TRUE = frozenset({"true", "yes", "1", "on", "y", "x"})
_SWITCHES = _TRUE | {"false", "no", "0", "off", "n"}
_HONOURS = frozenset(ROW_OF_FIELD["award"].bibtex)
_ORDER = {row.key: place for place, row in enumerate(FIELDS)}
_PLACES = {name: (place, rank, row) for place, row in enumerate(FIELDS) for rank, name in enumerate(row.bibtex)}
"""Where the row of a field stands, and where the field stands in its row: the most telling first."""
_OTHER_DATES = [row for row in FIELDS if row.value is Value.DATE and row.key != "issued"]
_OTHER_DATE_FIELDS = frozenset(name for row in _OTHER_DATES for name in row.bibtex)


@dataclass(slots=True)
class _Draft:
    """A work while its fields are read."""

    record: Record
    fields: dict[str, RawField]
    row: WorkType
    tex: dict[str, tuple[str, Location]] = field(default_factory=dict)
    texts: dict[str, RichText] = field(default_factory=dict)
    contributors: list[tuple[str, People]] = field(default_factory=list)
    dates: list[tuple[str, When]] = field(default_factory=list)
    keywords: tuple[str, ...] = ()
    selected: bool = False
    problems: list[Problem] = field(default_factory=list)


def read_work(record: Record) -> tuple[Work, tuple[Problem, ...]]:
    """The publication that a record describes; whatever is wrong with a value costs that value."""
    fields = {raw.name: raw for raw in record.all_fields if raw.value and not raw.value.isspace()}
    draft = _Draft(record, fields, work_type(record.type) or FALLBACK)
    found = read_links(fields)
    draft.problems.extend(found.problems)
    _sort_fields(draft, found)
    _read_dates(draft)
    _complete_titles(draft)
    _settle_numbers(draft)
    _settle_type(draft, found)
    _read_texts(draft)
    return _work(draft, found), tuple(draft.problems)


def _work(draft: _Draft, found: Found) -> Work:
    record = draft.record
    return Work(
        key=record.key,
        type=draft.row.key,
        location=record.location,
        texts=tuple(sorted(draft.texts.items(), key=lambda item: _ORDER.get(item[0], len(_ORDER)))),
        contributors=tuple(draft.contributors),
        dates=tuple(draft.dates),
        links=tuple(found.links),
        keywords=draft.keywords,
        selected=draft.selected,
        ids=record.ids,
        source=tuple([(raw.name, _in_one_line(raw.value)) for raw in record.fields]),
        source_type=record.type,
    )


def _in_one_line(value: str) -> str:
    """The value with one blank where it has several, or the end of a line."""
    return value if value.isprintable() and "  " not in value and value == value.strip() else " ".join(value.split())


def _sort_fields(draft: _Draft, found: Found) -> None:
    """Each field to its row; of several fields of one row the most telling counts."""
    for name in _HONOURS.intersection(draft.fields):
        if draft.fields[name].value.strip(" {}").lower() in _SWITCHES:  # that there is an award names none
            del draft.fields[name]
    chosen: dict[int, tuple[int, Field, RawField]] = {}
    for name, raw in draft.fields.items():
        if name in _PLACES and name not in found.consumed:
            place, rank, row = _PLACES[name]
            if place not in chosen or rank < chosen[place][0]:
                chosen[place] = (rank, row, raw)
    for key, value in found.texts.items():
        draft.tex[key] = (value, draft.record.location)
    for place in sorted(chosen):
        _, row, raw = chosen[place]
        _read_field(draft, row, raw)


def _read_field(draft: _Draft, row: Field, raw: RawField) -> None:
    match row.value:
        case Value.TEXT:
            value = markdown(raw.value) if raw.name in _MARKDOWN else raw.value
            if raw.name == "additional_info":  # it is written to follow the name of a journal
                value = value.strip().lstrip(".,;").lstrip()
            draft.tex.setdefault(row.key, (value, raw.location))
        case Value.LIST:
            draft.tex[row.key] = (_listed(row, draft.fields, raw), raw.location)
        case Value.PEOPLE:
            _read_people(draft, row.key, raw)
        case Value.WORDS:
            draft.keywords = _words(draft, raw)
        case Value.FLAG:
            draft.selected = raw.value.strip().lower() in _TRUE


def _listed(row: Field, fields: Mapping[str, RawField], raw: RawField) -> str:
    """``A and B and C`` as *A, B and C*; a publisher with the organization behind it."""
    values = [raw.value]
    if row.key == "publisher":
        others = [fields[name].value for name in ("organization", "institution", "school") if name in fields]
        values = list(dict.fromkeys((*others, raw.value)))
    return ", ".join([joined(row.key, value) for value in values])


def _read_people(draft: _Draft, role: str, raw: RawField) -> None:
    people, problems = read_people(raw.value, raw.location)
    draft.problems.extend(problems)
    if not people and not people.others:
        return
    notes = {name: other for name, other in draft.fields.items() if name.startswith(f"{raw.name}+")}
    if notes:
        values = {name: other.value for name, other in notes.items()}
        people, problems = read_annotations(people, values, raw.name, next(iter(notes.values())).location)
        draft.problems.extend(problems)
    if role.startswith("editor"):
        kind = draft.fields.get(f"{raw.name}type")
        named = ROW_OF_FIELD.get(kind.value.strip().lower()) if kind else None
        if named is not None and named.value is Value.PEOPLE:
            role = named.key
            draft.tex.pop("editor_type", None)
    draft.contributors.append((role, people))
    if role == "holder":
        draft.texts["holder_text"] = plain(", ".join(str(member.name) for member in people.members))


def _words(draft: _Draft, raw: RawField) -> tuple[str, ...]:
    words = []
    for part in raw.value.split(";" if ";" in raw.value else ","):
        text, problems = read_text(part.strip(), raw.location)
        draft.problems.extend(problems)
        words.append(text.plain.strip())
    return tuple(dict.fromkeys(word for word in words if word))


def _read_dates(draft: _Draft) -> None:
    named = {name: draft.fields[name] for name in _DATE_FIELDS if name in draft.fields}
    for name in ("date", "year"):
        raw = named.get(name)
        state = LOCALIZATION["status"].get(raw.value.strip(" {}.").lower()) if raw is not None else None
        if raw is not None and state is not None:  # year = {in press}
            del named[name]
            draft.tex.setdefault("status", (state, raw.location))
    if named:
        location = next(named[name].location for name in ("date", "year", "month", "day") if name in named)
        when, verbatim, problems = read_issued({name: raw.value for name, raw in named.items()}, location)
        draft.problems.extend(problems)
        _keep_date(draft, "issued", when, verbatim, location)
    for row in _OTHER_DATES if not _OTHER_DATE_FIELDS.isdisjoint(draft.fields) else ():
        for raw in [draft.fields[name] for name in row.bibtex if name in draft.fields][:1]:
            when, problems = read_when(raw.value, raw.location)
            draft.problems.extend(problems)
            _keep_date(draft, row.key, when, raw.value, raw.location)


def _keep_date(draft: _Draft, key: str, when: When | None, verbatim: str, location: Location) -> None:
    if when is not None:
        draft.dates.append((key, when))
    elif verbatim.strip():
        draft.tex[f"{key}_text"] = (verbatim, location)


def _complete_titles(draft: _Draft) -> None:
    """Titles with their subtitles, and a title for what has none."""
    tex = draft.tex
    for title, subtitle in _TITLES:
        if title in tex and subtitle in tex:
            tex[title] = (with_subtitle(tex[title][0], tex.pop(subtitle)[0]), tex[title][1])
    _find_container(draft)
    _find_title(draft)


def _find_container(draft: _Draft) -> None:
    tex = draft.tex
    journal = tex.get("container_title")
    if journal is not None and "\\" in journal[0]:
        tex["container_title"] = (_TEX_JOURNAL.sub(_journal, journal[0]), journal[1])
    if draft.row.containers[0] == "container_title" and "container_title" not in tex:
        if "main_title" in tex and "title" in tex:
            tex["container_title"] = tex.pop("main_title")
        elif "event_place" in tex and "event_title" not in tex:  # venue = {NeurIPS 2023}
            tex["container_title"] = tex.pop("event_place")
    whole = "container_title" not in draft.row.containers
    if whole and "title" in tex and tex.get("container_title", ("",))[0].strip() == tex["title"][0].strip():
        del tex["container_title"]  # a book names its parts' booktitle, for BibTeX's crossref


def _find_title(draft: _Draft) -> None:
    tex = draft.tex
    if "title" not in tex:
        instead = next((name for name in _INSTEAD_OF_TITLE if name in tex), None)
        tex["title"] = tex[instead] if instead else (verbatim(draft.record.key), draft.record.location)
        if instead in {"note", "how_published"}:
            del tex[instead]
        elif instead is None:
            message = f"'{draft.record.key[:100]}' has no title, its key is shown"
            draft.problems.append(Problem(Code.MISSING_TITLE, message, draft.record.location))


def _journal(found: re.Match[str]) -> str:
    return ADS_JOURNALS.get(found[1], found[0])


def _settle_numbers(draft: _Draft) -> None:
    tex = draft.tex
    if tex.get("page_total", ("",))[0].strip() == "0":
        del tex["page_total"]
    if "page" in tex:
        tex["page"] = (pages(tex["page"][0]), tex["page"][1])
    if "number" in draft.fields and "issue" in draft.fields and "issue_title" not in tex:
        tex["issue_title"] = (draft.fields["issue"].value, draft.fields["issue"].location)
    for key, words in LOCALIZATION.items():
        if key in tex and words:
            value, location = tex[key]
            tex[key] = (words.get(value.strip().lower(), value), location)


def _settle_type(draft: _Draft, found: Found) -> None:
    """A thesis of the degree that its ``type`` names; a preprint where nothing but an archive has it."""
    if draft.row.key.startswith("thesis"):
        genre = draft.fields["type"].value.lower() if "type" in draft.fields else ""
        key = next((key for key, words in GENRES if any(word in genre for word in words)), draft.row.key)
        draft.row = work_type(key) or draft.row
    if draft.record.type.lower() == "techreport":
        draft.tex.setdefault("genre", ("Technical report", draft.record.location))
    if found.preprint and draft.row.key in {"article-journal", "document", "manuscript", "webpage"}:
        shown = {"container_title", "event_title", "publisher"} & set(draft.tex)
        only = not shown or (draft.row.key == "article-journal" and "journal" in found.consumed | _servers(draft))
        draft.row = (work_type("preprint") or draft.row) if only else draft.row


def _servers(draft: _Draft) -> set[str]:
    value = draft.tex.get("container_title", ("",))[0].lower()
    return {"journal"} if "rxiv" in value or "ssrn" in value else set()


def _read_texts(draft: _Draft) -> None:
    for key, (value, location) in draft.tex.items():
        text, problems = read_text(value, location)
        draft.problems.extend(problems)
        if text:
            draft.texts[key] = text
