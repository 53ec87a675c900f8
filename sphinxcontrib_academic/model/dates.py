"""Dates that know their precision, after EDTF (ISO 8601-2, levels 0 and 1)."""

from __future__ import annotations

import calendar
import math
import re
from enum import IntEnum

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression

_TIME = expression(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?", re.ASCII)
_LARGEST_YEAR = 10**12
_QUALIFIERS = {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}


class Precision(IntEnum):
    """How much of a date is known, the finer the larger."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6
    TIME = 7


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month, a season, a year, a decade or a century; ``ValueError`` if there is no such one."""

    year: int
    """Astronomical: 0 is 1 BCE. Beyond four digits it stands alone."""
    month: int | None = None
    """1–12, or a season of EDTF: 21 spring, 22 summer, 23 autumn, 24 winter."""
    day: int | None = None
    uncertain: bool = False
    """EDTF's ``?``."""
    approximate: bool = False
    """EDTF's ``~``: circa."""
    unspecified: int = 0
    """How many last digits of the year are unspecified (1: ``199X``, 2: ``19XX``): zeros in ``year``."""
    time: str = ""
    """The time of day with its zone as ISO 8601 writes it: ``17:07:34+05:00``."""
    unspecified_parts: int = 0
    """How many parts after those known are written as unspecified (1: ``1999-XX``, 2: ``1999-XX-XX``)."""

    def __post_init__(self) -> None:
        _check_year(self)
        _check_month_and_day(self)
        _check_time(self)

    def __str__(self) -> str:
        """EDTF."""
        parts = [_year(self)]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        parts += ["XX"] * self.unspecified_parts
        time = f"T{self.time}" if self.time else ""
        return "-".join(parts) + time + _QUALIFIERS[self.uncertain, self.approximate]

    @property
    def season(self) -> int | None:
        """21–24, or None where there is no season."""
        return self.month if self.month is not None and self.month > 12 else None

    @property
    def precision(self) -> Precision:
        """What is known of it."""
        if self.unspecified:
            return Precision.DECADE if self.unspecified == 1 else Precision.CENTURY
        if self.time:
            return Precision.TIME
        if self.day is not None:
            return Precision.DAY
        if self.season:
            return Precision.SEASON
        return Precision.YEAR if self.month is None else Precision.MONTH

    @property
    def datetime(self) -> str:
        """The value of HTML's ``<time datetime>``: the year for a season, empty where HTML knows no value."""
        if not 1 <= self.year <= 9999 or self.unspecified:
            return ""
        if self.month is None or self.season:
            return f"{self.year:04}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}-{self.month:02}{day}" + (f"T{self.time}" if self.time else "")

    @property
    def sort_key(self) -> tuple[float, ...]:
        """Comparable with that of any other date or range; the largest is the newest."""
        return _moment(self) * 2


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one date to another; a missing end means that it goes on, see ``end_unknown``.

    ``ValueError`` if both ends are missing, or the end comes before the start.
    """

    start: Date | None
    end: Date | None
    end_unknown: bool = False
    """True for EDTF's ``2004/``: it ended, but nobody knows when."""
    start_open: bool = False
    """True for EDTF's ``../1985``."""

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("a range has a start or an end")
        if self.end_unknown and self.end is not None:
            raise ValueError("an end that is given is known")
        if self.start_open and self.start is not None:
            raise ValueError("a start that is given is not open")
        if self.start is not None and self.end is not None and _last(self.end) < _first(self.start):
            raise ValueError("the end comes before the start")

    def __str__(self) -> str:
        """EDTF."""
        start = ".." if self.start_open else ""
        end = "" if self.end_unknown else ".."
        return f"{self.start or start}/{self.end or end}"

    @property
    def year(self) -> int:
        """The year by which it is grouped: that of the start, where there is one."""
        if self.start is not None:
            return self.start.year
        return self.end.year if self.end is not None else 0

    @property
    def precision(self) -> Precision:
        """That of the coarser end."""
        return min(end.precision for end in (self.start, self.end) if end is not None)

    @property
    def datetime(self) -> str:
        """Empty: HTML's ``<time>`` knows no ranges; each end has its own."""
        return ""

    @property
    def sort_key(self) -> tuple[float, ...]:
        """By end, then by start: what goes on is newest; an unknown end counts as the start."""
        start = _moment(self.start) if self.start is not None else None
        end = _moment(self.end) if self.end is not None else None
        if end is None:
            end = start if self.end_unknown and start else (math.inf,) * 4
        return end + (start or (-math.inf,) * 4)


When = Date | DateRange


def _check_year(date: Date) -> None:
    if abs(date.year) > _LARGEST_YEAR:
        raise ValueError("no such year")
    if date.unspecified not in {0, 1, 2} or date.year % 10**date.unspecified:
        raise ValueError("unspecified digits of a year are one or two, and zeros")
    if (date.unspecified or abs(date.year) > 9999) and (date.month is not None or date.unspecified_parts):
        raise ValueError("such a year stands alone")
    if date.unspecified and abs(date.year) > 9999:
        raise ValueError("a long year has no unspecified digits")


def _check_month_and_day(date: Date) -> None:
    parts = (date.month, date.day)
    match parts:
        case (None, None):
            room = 2
        case (int(month), None) if 1 <= month <= 12:
            room = 1
        case (int(month), None) if 21 <= month <= 24:
            room = 0
        case (int(month), int(day)) if 1 <= month <= 12 and 1 <= day <= _days(date.year, month):
            room = 0
        case _:
            raise ValueError("no such month, season or day")
    if not 0 <= date.unspecified_parts <= room:
        raise ValueError("too many unspecified parts")


def _check_time(date: Date) -> None:
    if not date.time:
        return
    if date.day is None or date.uncertain or date.approximate or not _TIME.fullmatch(date.time):
        raise ValueError("no such time of a certain day")


def _days(year: int, month: int) -> int:
    # The calendar repeats itself after 400 years, and the library knows none before the year 1.
    return calendar.monthrange(year % 400 + 2000, month)[1]


def _year(date: Date) -> str:
    if abs(date.year) > 9999:
        return f"Y{date.year}"
    digits = f"{abs(date.year):04}"
    sign = "-" if date.year < 0 else ""
    return sign + digits[: 4 - date.unspecified] + "X" * date.unspecified


def _moment(date: Date) -> tuple[float, ...]:
    """The date's beginning: what is not known counts as before all that is."""
    month = date.month or 0
    if date.season:
        month = 3 * (date.season - 20)
    hours, minutes, seconds = map(int, date.time[:8].split(":")) if date.time else (0, 0, 0)
    return (date.year, month, date.day or 0, hours * 3600 + minutes * 60 + seconds)


def _first(date: Date) -> tuple[int, int, int]:
    # A season begins in different months on the two halves of the earth, and in the terms of universities.
    year = date.year - (10**date.unspecified - 1 if date.year < 0 else 0)
    return (year, 1 if date.season else date.month or 1, date.day or 1)


def _last(date: Date) -> tuple[int, int, int]:
    if date.month is None or date.season:
        rest = 10**date.unspecified - 1 if date.year >= 0 else 0
        return (date.year + rest + (date.season == 24), 12, 31)
    return (date.year, date.month, date.day or 31)
