"""Dates and ranges as a reader of the site's language expects them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import DateTimeFormat, tokenize_pattern

from sphinxcontrib_academic.model.dates import Date, DateRange, Precision, When
from sphinxcontrib_academic.render.date_words import ENGLISH, WORDS, DateWords

Pieces = tuple[tuple[str, Date | None], ...]
Field = tuple[str, str | tuple[str, int]]

_SKELETONS = {
    ("short", Precision.MONTH): "yM",
    ("short", Precision.DAY): "yMd",
    ("medium", Precision.MONTH): "yMMM",
    ("medium", Precision.DAY): "yMMMd",
    ("long", Precision.MONTH): "yMMMM",
    ("long", Precision.DAY): "yMMMMd",
}
_STYLES = frozenset({"short", "medium", "long", "year"})
_NEEDS = (
    dict.fromkeys("yYuG", Precision.YEAR)
    | dict.fromkeys("MLQq", Precision.MONTH)
    | dict.fromkeys("dDEec", Precision.DAY)
    | dict.fromkeys("abBhHKkms", Precision.TIME)
)
"""What a date must hold to fill a field of a pattern."""
_UNITS = tuple("年月日号號년월일")
"""A unit after a number belongs to it, unlike a dot or a slash, which part two numbers."""


def format_when(when: When, *, language: str, style: str = "medium") -> str:
    """The date or range in a language of Sphinx; ``style`` as for ``format_date``."""
    return "".join(text for text, _ in when_pieces(when, language=language, style=style))


def when_pieces(when: When, *, language: str, style: str = "medium") -> Pieces:
    """The pieces of ``format_when``, each with the date that it stands for, or None for joints and words."""
    if isinstance(when, Date):
        return ((format_date(when, language=language, style=style), when),)
    start, end = _end(when.start, language, style), _end(when.end, language, style)
    if style == "iso":
        start = start or (("..", None) if when.start_open else ("", None))
        end = end or (("", None) if when.end_unknown else ("..", None))
        return _filled(start, ("/", None), end)
    if start and end and (start[0] == end[0]):
        return (start,)
    if start is None and end is not None:
        before, _, after = _words(language).until.partition("{}")
        return _filled((before, None), end, (after, None))
    joint = range_joint(when, language, style=style)
    if end is None and when.end_unknown:
        return _filled(start or ("", None), (joint.rstrip(), None))
    return _filled(start or ("", None), (joint, None), end or (_words(language).present, None))


def format_date(date: Date, *, language: str, style: str = "medium") -> str:
    """One date; ``style`` is ``short``, ``medium``, ``long``, ``year``, ``iso`` (EDTF) or a pattern of CLDR.

    A pattern loses the fields that the date cannot fill: ``dd.MM.yyyy`` becomes ``MM.yyyy`` or ``yyyy``.
    """
    if style == "iso":
        return str(date)
    words = _words(language)
    text = _bare(date, language, style, words)
    if date.approximate:
        text = words.circa.format(text)
    return f"{text}?" if date.uncertain else text


def range_joint(when: DateRange, language: str, *, style: str = "medium") -> str:
    """What stands between the two ends, or between the start and "present"."""
    ends = (when.start, when.end)
    years = all(end is not None and _is_number(end, style) for end in ends)
    words = _words(language)
    return words.tight if years else words.wide


def _is_number(date: Date, style: str) -> bool:
    plain = date.year > 0 and not date.approximate and not date.uncertain
    return plain and (style == "year" or date.month is None)


def _end(date: Date | None, language: str, style: str) -> tuple[str, Date | None] | None:
    return None if date is None else (format_date(date, language=language, style=style), date)


def _filled(*pieces: tuple[str, Date | None]) -> Pieces:
    return tuple(piece for piece in pieces if piece[0])


def _bare(date: Date, language: str, style: str, words: DateWords) -> str:
    """The date without its circa and its question mark."""
    if date.unspecified:
        return _decade(date, words)
    if date.season and style != "year":
        return words.seasons[date.season - 21].format(date.year)
    known = Precision.YEAR if date.season or style == "year" else date.precision
    if style in _STYLES:
        return _fill(_skeleton(language, style, min(known, Precision.DAY)), date, language)
    try:
        fields = _joined(tokenize_pattern(style))
        kept = _without_unknown(fields, known)
        if _has_fields(kept):
            return _fill(kept, date, language)
        return _bare(date, language, "year" if _has_fields(fields) else "medium", words)
    except (KeyError, ValueError, AttributeError):
        return _bare(date, language, "medium", words)


def _has_fields(fields: Sequence[Field]) -> bool:
    return any(kind == "field" for kind, _ in fields)


def _decade(date: Date, words: DateWords) -> str:
    if date.year < 0:
        return str(Date(date.year, unspecified=date.unspecified))
    if date.unspecified == 2:
        return f"{date.year}–{date.year + 99}"
    return words.decade.format(date.year)


def _without_unknown(fields: Sequence[Field], known: Precision) -> Sequence[Field]:
    """The pattern without the fields that cannot be filled, nor the signs that part them from others."""
    kept = list(fields)
    index = 0
    while index < len(kept):
        kind, value = kept[index]
        if kind == "chars" or _NEEDS[value[0]] <= known:
            index += 1
            continue
        del kept[index]
        after = str(kept[index][1]) if index < len(kept) and kept[index][0] == "chars" else ""
        later = _has_fields(kept[index:])
        if after.startswith(_UNITS):
            kept[index] = ("chars", after[1:])
        elif later and after:
            del kept[index]
        elif index and kept[index - 1][0] == "chars":
            index -= 1
            kept[index] = ("chars", _leading(str(kept[index][1]), first=index == 0))
    return kept


def _joined(fields: Sequence[Field]) -> Sequence[Field]:
    """The same with neighbouring stretches of signs as one."""
    joined: list[Field] = []
    for kind, value in fields:
        if kind == "chars" and joined and joined[-1][0] == "chars":
            joined[-1] = ("chars", f"{joined[-1][1]}{value}")
        else:
            joined.append((kind, value))
    return joined


def _leading(signs: str, *, first: bool) -> str:
    """What stays of the signs before a field that is gone: a unit, and all of what opens the pattern."""
    if first:
        return signs
    return signs[:1] if signs.startswith(_UNITS) else ""


def _fill(fields: Sequence[Field], date: Date, language: str) -> str:
    locale = babel_locale(language)
    formats = DateTimeFormat(_day(date), locale)
    texts: list[str] = []
    for kind, value in fields:
        if kind == "chars":
            texts.append(str(value))
        elif value[0] in "yYu":
            texts.append(_year(date.year, int(value[1]), locale))
        else:
            texts.append(formats[str(value[0]) * int(value[1])])
    # TeX knows the no-break space, but not the narrow one that some languages put before their "year".
    return "".join(texts).replace("\u202f", "\u00a0")


def _day(date: Date) -> dt.date:
    """A day of the same name in the calendar that Python has."""
    year = date.year if 1 <= date.year <= 9999 else date.year % 400 + 2000
    month = 1 if date.month is None or date.season else date.month
    if date.time:
        hours, minutes, seconds = map(int, date.time[:8].split(":"))
        return dt.datetime(year, month, date.day or 1, hours, minutes, seconds)  # noqa: DTZ001
    return dt.date(year, month, date.day or 1)


def _year(year: int, width: int, locale: Locale) -> str:
    if year <= 0:
        era = str(locale.eras["abbreviated"][0])
        before = str(locale.datetime_skeletons["Gy"].pattern).startswith("G")
        return f"{era}{1 - year}" if before else f"{1 - year} {era}"
    if width == 2:
        return f"{year % 100:02}"
    return str(year).zfill(width)


@cache
def _skeleton(language: str, style: str, precision: Precision) -> Sequence[Field]:
    """The pattern that CLDR gives for a style and what is known."""
    locale = babel_locale(language)
    if str(locale) == "en":
        # English of no country: day first and unmistakable, as in the rest of the world.
        locale = Locale.parse("en_001")
        if (style, precision) == ("short", Precision.DAY):
            return tokenize_pattern("y-MM-dd")
    skeleton = _SKELETONS.get((style, precision), "y")
    if skeleton in locale.datetime_skeletons:
        return tokenize_pattern(locale.datetime_skeletons[skeleton].pattern)
    return tokenize_pattern(locale.date_formats["long"].pattern)


@cache
def babel_locale(language: str) -> Locale:
    """Babel's locale for a language of Sphinx (``zh_CN``, ``pt-BR``, ``sr@latin``), else English."""
    code = language.replace("-", "_").replace("@latin", "_Latn").replace("@cyrillic", "_Cyrl")
    for name in (code, code.partition("_")[0]):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return Locale.parse("en")


@cache
def _words(language: str) -> DateWords:
    locale = babel_locale(language)
    language = locale.language
    names = (f"{language}_{locale.script}", f"{language}_{locale.territory}", language)
    return next((WORDS[name] for name in names if name in WORDS), ENGLISH)
