"""Dates and ranges of EDTF (ISO 8601-2, levels 0 and 1), to the letter."""

from __future__ import annotations

import re

from sphinxcontrib_academic.model.dates import Date, DateRange, When
from sphinxcontrib_academic.model.expressions import expression

_DATE = expression(
    r"""
    (?: (?P<year>-?\d{4})
        (?: - (?P<month>\d\d|XX)
            (?: - (?P<day>\d\d|XX)
                (?: T (?P<time>\d\d:\d\d:\d\d) (?:\.\d{1,9})? (?P<zone>Z|[+-]\d\d(?::?\d\d)?)? )?
            )?
        )?
      | (?P<some>-?\d{2}(?:\dX|XX))
      | Y (?P<long>-?\d{5,13})
    )
    (?P<qualifier>[?~%]?)
    """,
    re.VERBOSE | re.ASCII,
)


def read_edtf(text: str) -> When | None:
    """The date or the range; None if it is not written in EDTF, or there is no such date."""
    if len(text) > 100:
        return None
    try:
        if "/" not in text:
            return _date(text)
        start, _, end = text.partition("/")
        return DateRange(_end(start), _end(end), end_unknown=not end, start_open=start == "..")
    except ValueError:
        return None


def read_zone(zone: str) -> str:
    """A time's zone as ``Z`` or ``+05:00``, from any form of ISO 8601."""
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}" if digits else zone


def _end(text: str) -> Date | None:
    return None if text in {"", ".."} else _date(text)


def _date(text: str) -> Date:
    match = _DATE.fullmatch(text)
    if match is None or text.startswith(("-0000", "-00XX", "-000X")):
        raise ValueError(text)
    uncertain, approximate = match["qualifier"] in {"?", "%"}, match["qualifier"] in {"~", "%"}
    if match["some"]:
        return Date(
            int(match["some"].replace("X", "0")),
            unspecified=match["some"].count("X"),
            uncertain=uncertain,
            approximate=approximate,
        )
    if match["long"]:
        year = int(match["long"])
        if abs(year) <= 9999:
            raise ValueError(text)
        return Date(year, uncertain=uncertain, approximate=approximate)
    parts = [part for part in (match["month"], match["day"]) if part]
    month, day = (None if part in {None, "XX"} else int(part) for part in (match["month"], match["day"]))
    return Date(
        int(match["year"]),
        month,
        day,
        uncertain=uncertain,
        approximate=approximate,
        unspecified_parts=parts.count("XX"),
        time=(match["time"] + read_zone(match["zone"] or "")) if match["time"] else "",
    )
