"""Dates and ranges as CVs, homepages and BibTeX files write them; what has no year is never given one."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.dates import Date, Precision, When
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.dates.edtf import read_edtf
from sphinxcontrib_academic.readers.dates.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinxcontrib_academic.readers.dates.grammar import Reading

Problems = tuple[Problem, ...]

_LONGEST = 300
_EXPECTED = "expected such as 2024, 2024-08, Aug 2024, 08.2024 or 2022-07/2024-08"
_AROUND = " \t\r\n*_`\"'“”{}()[]<>,;:"
_START = expression(r"\W*start[\s_-]?(?:date)?\W{0,3}?[:=]\s*", re.IGNORECASE)
_END = expression(r"[\s,;/|\"']*\bend[\s_-]?(?:date)?\W{0,3}?[:=]\s*", re.IGNORECASE)
_LABEL = expression(r"\W*\b(?:\w*date|when|year|period)\W{0,3}?[:=]\s*", re.IGNORECASE)
_NUMBERS = expression(r"(?:(?P<day>\d\d?)\s)?(?P<month>\d\d?)(?:\s?(?:-{1,3}|[–—/])\s?(?P<last>\d\d?))?")
_AND = expression(r"(?<=[^\W\d])\.?\s*(?:,|&|/|\b(?:and|und|et|y|e|en)\b)\s*(?=[^\W\d])", re.IGNORECASE)
_SUFFIXED = expression(r"[\[({\s©]*(\d{3,4})[a-z]?[\])}\s.,]*")
_NAMES = "january february march april may june july august september october november december"
_MONTHS = {form: month for month, name in enumerate(_NAMES.split(), 1) for form in (name, name[:3])}
_SIGNS = " \t\r\n,;:|/·•–—-=\"'"


def read_when(text: str, location: Location) -> tuple[When | None, Problems]:
    """The date or range that the text means; words beside it, which nobody will see, are a problem."""
    when, rest, problems = read_when_and_rest(text, location)
    if rest:
        message = f"'{_short(rest)}' beside the date {when} is not shown, expected a date alone"
        problems += (Problem(Code.DATE, message, location),)
    return when, problems


def read_when_and_rest(text: str, location: Location) -> tuple[When | None, str, Problems]:
    """The date or range and the words beside it, for who can show them: ``Fall 2016 - TA for Physics``."""
    if len(text) > _LONGEST and len(text := text.strip()) > _LONGEST:
        return None, "", (_problem(text, "is too long for a date", location),)
    if when := read_edtf(text.strip(_AROUND)):
        return when, "", _second_meaning(when, text, location)
    plain = clean(_without_labels(text))
    if when := read_edtf(plain.strip(_AROUND)):
        return when, "", _second_meaning(when, text, location)
    # most files have nothing but years and what EDTF knows
    reading: Reading = import_module("sphinxcontrib_academic.readers.dates.grammar").parse(plain)
    if reading.when is not None:
        return reading.when, _rest(reading, plain), ()
    if not any(map(str.isalnum, plain)) or reading.note == "X":
        return None, "", ()
    return None, "", (_problem(text, reading.note or f"cannot be read as a date, {_EXPECTED}", location),)


def read_issued(fields: Mapping[str, str], location: Location) -> tuple[When | None, str, Problems]:
    """When an entry of BibTeX appeared: by BibLaTeX's ``date``, else by ``year``, ``month`` and ``day``.

    The text is what to show where there is no date: ``in press``, or what cannot be read.
    """
    date, year, month, day = [fields.get(name, "").strip() for name in ("date", "year", "month", "day")]
    read = _read_issued if len(date) + len(year) + len(month) + len(day) > _LONGEST else _known_issued
    when, text, problems = read(date, year, month, day)
    return when, text, problems and tuple([replace(problem, location=location) for problem in problems])


def _read_issued(date: str, year: str, month: str, day: str) -> tuple[When | None, str, Problems]:
    location = _NOWHERE
    problems: Problems = ()
    if date:
        when, problems = read_when(date, location)
        if when is not None:
            # What is meant for EDTF means what EDTF says.
            return when, "", () if read_edtf(date.strip(_AROUND)) else problems
    if not year:
        whole, more = read_when(month, location) if month and not date else (None, ())
        return whole, "" if whole else _shown(date or f"{day} {month}"), problems + more
    when, more = _read_year(year, location)
    problems += more
    if when is None:
        return None, _shown(date or f"{day} {month} {year}"), problems
    if month:
        when, more = _read_month(when, month, day, location)
        problems += more
    return when, "", problems


_NOWHERE = Location("")
_known_issued = lru_cache(maxsize=2_000)(_read_issued)
"""The same years and months stand in many entries."""


def _read_year(year: str, location: Location) -> tuple[When | None, Problems]:
    """``2020a`` is 2020, and three digits are a year where nothing else is asked for."""
    if len(year) <= _LONGEST and (match := _SUFFIXED.fullmatch(clean(year))):
        return Date(int(match[1])), ()
    return read_when(year, location)


def _read_month(when: When, month: str, day: str, location: Location) -> tuple[When, Problems]:
    """The year with its month and day; a month that cannot be read costs the month, a day the day."""
    if not isinstance(when, Date) or when.precision != Precision.YEAR:
        if isinstance(when, Date) and when.month is not None:
            return when, ()
        return when, (_problem(month, f"cannot be the month of {when}, expected date = {{2024-09}}", location),)
    plain = month.lower().removesuffix(".")
    if plain in _MONTHS and not day and 1000 <= when.year < 3000:
        # as nearly all months are written: the grammar says the same, and takes its time to load
        return _doubted(Date(when.year, _MONTHS[plain]), when), ()
    for text in dict.fromkeys((f"{day} {month}", month)):
        whole = _in_year(when.year, text, location)
        if whole is not None:
            problem = _problem(day, f"is no day of {whole}", location)
            return _doubted(whole, when), () if text != month or not day else (problem,)
    return when, (_problem(month, "is no month, expected such as 9, sep or September", location),)


def _in_year(year: int, text: str, location: Location) -> When | None:
    """The month, or several, with or without days, that the text names: ``jan--feb``, ``June~15``, ``6``."""
    if len(text) > _LONGEST:
        return None
    plain = _AND.sub("--", clean(text))
    numbers = _NUMBERS.fullmatch(plain)
    if numbers and numbers["day"]:
        plain = f"{year:04}-{int(numbers['month']):02}-{int(numbers['day']):02}"
    elif numbers:
        months = [f"{year:04}-{int(numbers[name]):02}" for name in ("month", "last") if numbers[name]]
        plain = "/".join(months)
    elif not re.search(r"\d{4}", plain):
        plain = f"{plain} {year}"
    whole, rest, _ = read_when_and_rest(plain, location)
    return whole if whole is not None and whole.year == year and not rest else None


def _doubted(whole: When, year: Date) -> When:
    if isinstance(whole, Date) and not whole.time:
        return replace(whole, uncertain=year.uncertain, approximate=year.approximate)
    return whole


def _shown(text: str) -> str:
    """The text as the file has it, without the braces around the whole."""
    text = text.strip()
    while text.startswith("{") and text.endswith("}") and "{" not in text[1:-1] and "}" not in text[1:-1]:
        text = text[1:-1].strip()
    return text


def _without_labels(text: str) -> str:
    """The values alone where a piece of YAML, JSON or BibTeX was pasted: ``date = {2025-23}``."""
    if start := _START.match(text):
        first, second = start.end(), _END.search(text, start.end())
        if second is None:
            return text[first:]
        return f"{text[first : second.start()].strip(_AROUND)} -- {text[second.end() :].strip(_AROUND)}"
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def _rest(reading: Reading, text: str) -> str:
    parts = (_without_brackets(text[start:end].strip(_SIGNS)) for start, end in reading.rest)
    return ", ".join(part for part in parts if part)


def _without_brackets(text: str) -> str:
    """Brackets that the date shared with the words have lost their other half, or their sense."""
    for opening, closing in ("()", "[]"):
        if text.count(closing) > text.count(opening):
            text = text.removesuffix(closing).rstrip()
        elif text.count(opening) > text.count(closing):
            text = text.removeprefix(opening).removesuffix(opening).strip()
        if text.startswith(opening) and text.endswith(closing) and text.count(opening) == 1:
            text = text[1:-1]
    return text.strip(_SIGNS)


def _second_meaning(when: When, text: str, location: Location) -> Problems:
    """EDTF's ``2022-23`` is autumn 2022, though many write it for two years."""
    if isinstance(when, Date) and when.season and (when.year + 1) % 100 == when.month:
        note = f"is read as a season of EDTF, write {when.year}/{when.year + 1} if it means two years"
        return (_problem(text, note, location),)
    return ()


def _problem(text: str, note: str, location: Location) -> Problem:
    return Problem(Code.DATE, f"'{_short(text)}' {note}", location)


def _short(text: str) -> str:
    text = " ".join(text[:200].split())
    return text if len(text) <= 60 else f"{text[:59]}…"
