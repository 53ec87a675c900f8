"""The forms of a date that are written with digits, and the pieces that they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.model.dates import Date, DateRange, When
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.dates.edtf import read_zone
from sphinxcontrib_academic.readers.dates.text import CJK


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text and what it means."""

    kind: str
    """``Y`` year, ``N`` small number, ``M`` month, ``S`` season, ``T`` German term, ``A`` academic year,
    ``Z`` an academic year or a month or season, ``D`` whole date, ``J`` dash, ``/`` slash, ``,`` separator,
    ``:`` colon, ``?`` doubt, ``j`` to, ``U`` until, ``B`` since, ``O`` present, ``C`` circa, ``E`` expected,
    ``G`` "academic year", ``X`` a word for no date, ``W`` other word, ``#`` other number, ``!`` no such date,
    empty for what says nothing."""
    start: int
    end: int
    number: int = 0
    """The year, month, season or day; the first year of an academic one; 1 for a hyphen inside of a word."""
    last: int = 0
    """The last year of an academic one."""
    when: When | None = None
    word: str = ""
    """A word, folded."""
    note: str = ""
    """What is wrong, for ``!``; the separator of ``D`` and ``Z``, or ``ends`` for a ``D`` with both its ends."""


_YEAR = r"(?<![\d])[12]\d{3}(?!\d)"
_TIME = (
    r"(?:[T,\s]\s?(?P<{0}time>\d?\d:\d\d(?::\d\d(?:[.,]\d+)?)?)"
    r"\s?(?P<{0}zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?(?!\d))?)?"
)
_FORMS = rf"""
    (?P<blank>\s+)
  | (?P<ymd>(?P<y1>{_YEAR})(?P<p1>[-./])\s?(?P<m1>\d\d?)(?P=p1)\s?(?P<d1>\d\d?)(?!\d)\.?{_TIME.format("y")}(?!\w))
  | (?P<compact>(?<!\d)(?P<y9>[12]\d\d\d)(?P<m9>[01]\d)(?P<d9>[0-3]\d)(?!\w))
  | (?P<dmy>(?<![\d.])(?P<d2>\d\d?)(?P<p2>[-./])\s?(?P<m2>\d\d?)(?P=p2)\s?(?P<y2>{_YEAR})(?![\w]){_TIME.format("d")})
  | (?P<dm>(?<![\d.])(?P<d3>\d\d?)\.\s?(?P<m3>\d\d?)\.(?!\s?\d))
  | (?P<pair>(?P<y4>{_YEAR})(?:\s?[‒–—−]\s?|\s?-{{2,3}}\s?|\s-\s)(?P<e4>\d\d)(?=\s*(?:$|[,;:)\]?])))
  | (?P<ym>(?P<y5>{_YEAR})(?P<p5>[-./])(?P<m5>\d\d?)(?!\d|\s?[年月日년월일]))
  | (?P<spaced>(?P<y6>{_YEAR})\.\s(?P<m6>\d\d?)(?=\.(?!\d)|\s*[-–—~]|\s*$|\s*\)))
  | (?P<my>(?<![\d.])(?P<m7>\d\d?)(?P<p7>[-/]|\.\s?)(?P<y7>{_YEAR})(?![\w]))
  | (?P<quarter>(?:Q(?P<q1>[1-4])|(?P<q2>[1-4])Q)[\s/'’-]*(?P<y8>{_YEAR})|(?P<ya>{_YEAR})[\s/-]?(?:Q(?P<q3>[1-4])|(?P<q4>[1-4])Q)(?!\w))
  | (?P<decade>(?P<yb>(?<!\d)[12]\d\d0)(?:['’]?s(?!\w)|er(?!\w)|\s?年代|-[ех](?!\w)|\s?년대))
  | (?P<short>(?<![\w])['’‘](?P<yc>\d\d)(?!\d))
  | (?P<cjk>(?P<yd>{_YEAR})\s?[年년](?!度)|(?P<md>\d\d?)\s?[月월]|(?P<dd>\d\d?)\s?[日일号號])
  | (?P<clock>\d?\d:\d\d(?::\d\d)?(?!\d))
  | (?P<year>{_YEAR}(?![A-Za-z]))
  | (?P<num>\d\d?(?:st|nd|rd|th|er|re|ere|ère|a|o|e)?(?!\w))
  | (?P<number>\d+(?:!CJK![^\W_])*)
  | (?P<word>!CJK![^\W\d_](?:!CJK![^\W\d_]|\u0300)*(?:['’](?:!CJK![^\W\d_])+)*)
  | (?P<open>\.\.+)
  | (?P<dash>[-‐‑‒–—―−⁓〜~]+>?|[→⟶])
  | (?P<slash>/)
  | (?P<separator>[,;()\[\]|·•])
  | (?P<colon>:)
  | (?P<doubt>\?)
    """  # noqa: E501
LEXEMES = expression(_FORMS.replace("!CJK!", ""), re.VERBOSE)
"""For texts that have none of the scripts that glue words together, as nearly all."""
LEXEMES_CJK = expression(_FORMS.replace("!CJK!", f"(?![{CJK}])"), re.VERBOSE)
"""For all texts; such a class of letters takes longer to compile than all the rest."""

Span = tuple[int, int]


def _date(span: Span, *parts: str | None, time: str | None = None, zone: str | None = None, note: str = "") -> Token:
    year, month, day, *_ = [*(int(part) for part in parts if part), None, None]
    assert year is not None  # noqa: S101 - every pattern has a year
    if time:
        hours, minutes, seconds = [*re.split(r"[:.,]", time), "00"][:3]
        zone = "Z" if zone in {"UTC", "GMT"} else zone or ""
        time = f"{int(hours):02}:{minutes}:{seconds}{read_zone(zone)}"
    try:
        return Token("D", *span, when=Date(year, month, day, time=time or ""), note=note)
    except ValueError:
        return Token("!", *span, note="has no such month or day")


def _read_ymd(match: re.Match[str], span: Span) -> Iterable[Token]:
    yield _date(span, match["y1"], match["m1"], match["d1"], time=match["ytime"], zone=match["yzone"])


def _read_compact(match: re.Match[str], span: Span) -> Iterable[Token]:
    yield _date(span, match["y9"], match["m9"], match["d9"])


def _read_dmy(match: re.Match[str], span: Span) -> Iterable[Token]:
    """Day first with dots; with dashes and slashes only where the other order is impossible, or the same."""
    year, first, second = match["y2"], match["d2"], match["m2"]
    time = {"time": match["dtime"], "zone": match["dzone"]}
    if match["p2"] != "." and first != second and int(first) <= 12 and int(second) <= 12:
        readings = [f"{year}-{int(month):02}-{int(day):02}" for month, day in ((second, first), (first, second))]
        yield Token("!", *span, note=f"can be {readings[0]} or {readings[1]}")
    elif int(second) > 12:
        yield _date(span, year, first, second, **time)
    else:
        yield _date(span, year, second, first, **time)


def _read_dm(match: re.Match[str], span: Span) -> Iterable[Token]:
    month = int(match["m3"])
    if not 1 <= month <= 12:
        return [Token("#", *span)]
    return [Token("N", *match.span("d3"), int(match["d3"])), Token("M", match.start("m3"), span[1], month)]


def _read_pair(match: re.Match[str], span: Span) -> Iterable[Token]:
    yield _years(span, int(match["y4"]), int(match["e4"]))


def _years(span: Span, year: int, end: int) -> Token:
    last = year - year % 100 + end
    if last < year and year % 100 == 99:
        last += 100
    if last <= year:
        return Token("!", *span, note="ends before it starts")
    return Token("A", *span, year, last)


def _read_ym(match: re.Match[str], span: Span) -> Iterable[Token]:
    year, separator, code = int(match["y5"]), match["p5"], int(match["m5"])
    consecutive = (year + 1) % 100 == code and len(match["m5"]) == 2
    season = separator == "-" and 21 <= code <= 24
    if separator == "." and match["m5"] == "1" and match[0] == match.string:
        note = f"can be January, or October from a YAML number: write '{year}-01' or '{year}-10'"
        return [Token("!", *span, note=note)]
    if consecutive and separator != "." and (1 <= code <= 12 or season):
        return [Token("Z", *span, year, year + 1, note=separator)]
    if 1 <= code <= 12 or season:
        return [_date(span, match["y5"], match["m5"], note=separator)]
    if separator == "." or len(match["m5"]) == 1 or (code == 0 and not consecutive):
        return [Token("!", *span, note="has no such month")]
    years = _years(span, year, code)
    return [replace(years, note="has no such month") if years.kind == "!" else years]


def _read_spaced(match: re.Match[str], span: Span) -> Iterable[Token]:
    yield _date(span, match["y6"], match["m6"])


def _read_my(match: re.Match[str], span: Span) -> Iterable[Token]:
    if int(match["m7"]) > 12:
        return [Token("!", *span, note="has no such month")]
    return [_date(span, match["y7"], match["m7"], note=match["p7"][0])]


def _read_quarter(match: re.Match[str], span: Span) -> Iterable[Token]:
    year = int(match["y8"] or match["ya"])
    last = 3 * int(match["q1"] or match["q2"] or match["q3"] or match["q4"])
    yield Token("D", *span, when=DateRange(Date(year, last - 2), Date(year, last)))


def _read_decade(match: re.Match[str], span: Span) -> Iterable[Token]:
    year = int(match["yb"])
    if year % 100:
        yield Token("D", *span, when=Date(year, unspecified=1))
    else:
        yield Token("!", *span, note=f"can be the decade {year // 10}X or the century {year // 100}XX")


def _read_short(match: re.Match[str], span: Span) -> Iterable[Token]:
    yield Token("Y", *span, short_year(int(match["yc"])))


def short_year(digits: int) -> int:
    """A year of two digits, in the century that POSIX gives it (``%y``)."""
    return digits + (1900 if digits >= 69 else 2000)


def _read_cjk(match: re.Match[str], span: Span) -> Iterable[Token]:
    if match["yd"]:
        return [Token("Y", *span, int(match["yd"]))]
    if not match["md"]:
        return [Token("N", *span, int(match["dd"]))]
    month = int(match["md"])
    return [Token("M", *span, month) if 1 <= month <= 12 else Token("!", *span, note="has no such month")]


def _read_year(match: re.Match[str], span: Span) -> Iterable[Token]:
    yield Token("Y", *span, int(match["year"]))


def _read_num(match: re.Match[str], span: Span) -> Iterable[Token]:
    yield Token("N", *span, int(re.sub(r"\D", "", match["num"])))


READERS: Mapping[str, Callable[[re.Match[str], Span], Iterable[Token]]] = {
    "ymd": _read_ymd,
    "compact": _read_compact,
    "dmy": _read_dmy,
    "dm": _read_dm,
    "pair": _read_pair,
    "ym": _read_ym,
    "spaced": _read_spaced,
    "my": _read_my,
    "quarter": _read_quarter,
    "decade": _read_decade,
    "short": _read_short,
    "cjk": _read_cjk,
    "year": _read_year,
    "num": _read_num,
}
