"""Dates that know their precision, after EDTF (ISO 8601-2, levels 0 and 1)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month, a season, a year or a decade."""

    year: int
    month: int | None = None
    """1–12, or a season of EDTF: 21 spring, 22 summer, 23 autumn, 24 winter."""
    day: int | None = None
    uncertain: bool = False
    """EDTF's ``?``."""
    approximate: bool = False
    """EDTF's ``~``: circa."""
    unspecified: int = 0
    """How many last digits of the year are unspecified (1: ``199X``, 2: ``19XX``); they are zeros in ``year``."""
    time: str = ""
    """The time of day with its zone as ISO 8601 writes it: ``17:07:34+05:00``."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one date to another; a missing end means that it goes on, see ``end_unknown``."""

    start: Date | None
    end: Date | None
    end_unknown: bool = False
    """True for EDTF's ``2004/``: it ended, but nobody knows when."""
    start_open: bool = False
    """True for EDTF's ``../1985``."""


When = Date | DateRange
