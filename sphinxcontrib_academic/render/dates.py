"""Dates and ranges as a reader of the site's language expects them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from babel import Locale
from babel.dates import DateTimeFormat, tokenize_pattern

from sphinxcontrib_academic.model.dates import Date, DateRange, Precision, When
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.render.words import Wording, babel_locale, words_of

Own = tuple[tuple[str, str], ...]
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
SEASONS = ("Spring {}", "Summer {}", "Fall {}", "Winter {}")
_JOINT = expression(r"\s*[-‐-―~～〜至]\s*$")
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


@lru_cache(maxsize=2_000)  # publications have their years in common
def when_pieces(when: When, *, language: str, style: str = "medium", own: Own = ()) -> Pieces:
    """The pieces of ``format_when``, each with the date that it stands for, or None for joints and words.

    ``own`` are the site's own words.
    """
    words = words_of(language, own)
    if isinstance(when, Date):
        return ((_dated(when, language, style, words), when),)
    start, end = _end(when.start, language, style, words), _end(when.end, language, style, words)
    if style == "iso":
        start = start or (("..", None) if when.start_open else ("", None))
        end = end or (("", None) if when.end_unknown else ("..", None))
        return _filled(start, ("/", None), end)
    if start and end and (start[0] == end[0]):
        return (start,)
    if start is None and end is not None:
        before, _, after = words("until {}").partition("{}")
        return _filled((before, None), end, (after, None))
    if when.start and when.end and (fields := _interval(when.start, when.end, language, style)):
        first, joint, last = fields
        texts = (_fill(first, when.start, language), _fill(last, when.end, language))
        return _filled((texts[0], when.start), (joint, None), (texts[1], when.end))
    joint = _joint(language)
    if end is None and when.end_unknown:
        return _filled(start or ("", None), (joint.rstrip(), None))
    return _filled(start or ("", None), (joint, None), end or (words("present"), None))


def format_date(date: Date, *, language: str, style: str = "medium") -> str:
    """One date; ``style`` is ``short``, ``medium``, ``long``, ``year``, ``iso`` (EDTF) or a pattern of CLDR.

    A pattern loses the fields that the date cannot fill: ``dd.MM.yyyy`` becomes ``MM.yyyy`` or ``yyyy``.
    """
    return _dated(date, language, style, words_of(language))


def _dated(date: Date, language: str, style: str, words: Wording) -> str:
    if style == "iso":
        return str(date)
    text = _bare(date, language, style, words)
    if date.approximate:
        text = words("c. {}").format(text)
    return f"{text}?" if date.uncertain else text


def range_joint(when: DateRange, language: str, *, style: str = "medium") -> str:
    """What stands between the two ends, or between the start and "present"."""
    fields = _interval(when.start, when.end, language, style) if when.start and when.end else None
    return fields[1] if fields else _joint(language)


def _end(date: Date | None, language: str, style: str, words: Wording) -> tuple[str, Date | None] | None:
    return None if date is None else (_dated(date, language, style, words), date)


def _filled(*pieces: tuple[str, Date | None]) -> Pieces:
    return tuple(piece for piece in pieces if piece[0])


def _bare(date: Date, language: str, style: str, words: Wording) -> str:
    """The date without its circa and its question mark."""
    if date.unspecified:
        return _decade(date, words)
    if date.season and style != "year":
        return words(SEASONS[date.season - 21]).format(date.year)
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


def _decade(date: Date, words: Wording) -> str:
    if date.year < 0:
        return str(Date(date.year, unspecified=date.unspecified))
    if date.unspecified == 2:
        return f"{date.year}–{date.year + 99}"
    return words("{}s").format(date.year)


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
    formats: DateTimeFormat | None = None
    texts: list[str] = []
    for kind, value in fields:
        if kind == "chars":
            texts.append(str(value))
        elif value[0] in "yYu":
            texts.append(_year(date.year, int(value[1]), locale))
        else:
            formats = formats or DateTimeFormat(_day(date), locale)
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
    if precision == Precision.YEAR and language.partition("_")[0] == "en":
        return tokenize_pattern("y")  # as in Babel's data, which need not be loaded for it
    locale = _pattern_locale(language)
    if (str(locale), style, precision) == ("en_001", "short", Precision.DAY):
        return tokenize_pattern("y-MM-dd")
    skeleton = _SKELETONS.get((style, precision), "y")
    if skeleton in locale.datetime_skeletons:
        return tokenize_pattern(locale.datetime_skeletons[skeleton].pattern)
    return tokenize_pattern(locale.date_formats["long"].pattern)


def _pattern_locale(language: str) -> Locale:
    """English of no country has the day first and is unmistakable, as in the rest of the world."""
    locale = babel_locale(language)
    return Locale.parse("en_001") if str(locale) == "en" else locale


_Interval = tuple[Sequence[Field], str, Sequence[Field]]


def _interval(start: Date, end: Date, language: str, style: str) -> _Interval | None:
    """The patterns of both ends and their joint, as CLDR has them for two dates of which as much is known.

    Days of one month or year say it once; months are told in full, so that they stand below each other in a column.
    """
    if style not in _STYLES - {"short"} or not (_is_plain(start) and _is_plain(end)):
        return None
    known = {Precision.YEAR if style == "year" else min(date.precision, Precision.DAY) for date in (start, end)}
    if len(known) > 1:
        return None
    precision = known.pop()
    differs = "y"
    if precision is Precision.DAY and start.year == end.year:
        differs = "M" if start.month != end.month else "d"
    return _interval_fields(language, "long" if style == "long" else "medium", precision, differs)


def _is_plain(date: Date) -> bool:
    return date.year > 0 and not (date.approximate or date.uncertain or date.unspecified or date.season)


@cache
def _interval_fields(language: str, style: str, precision: Precision, differs: str) -> _Interval | None:
    skeleton = _SKELETONS.get(("medium", precision), "y")
    patterns = _pattern_locale(language).interval_formats.get(skeleton, {}).get(differs, ())
    if len(patterns) != 2:
        return None
    first, last = patterns
    if style == "long":
        first, last = (re.sub(r"([ML])\1\1", r"\1\1\1\1", pattern) for pattern in patterns)
    joint = _JOINT.search(first)
    if joint is None:
        return None
    return tokenize_pattern(first[: joint.start()]), _spaced(joint[0]), tokenize_pattern(last)


@cache
def _joint(language: str) -> str:
    """What CLDR puts between any two dates."""
    found = re.fullmatch(r"\{0\}(.+)\{1\}", str(_pattern_locale(language).interval_formats.get(None, "")))
    return _spaced(found[1]) if found else " – "


def _spaced(text: str) -> str:
    # neither do all fonts have thin spaces, nor do readers search for them
    return text.replace("\N{THIN SPACE}", " ")
