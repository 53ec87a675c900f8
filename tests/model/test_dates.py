"""Dates: what they hold, how EDTF writes them, how they sort."""

from __future__ import annotations

import pytest

from sphinxcontrib_academic.model.dates import Date, DateRange, Precision, When

WRITTEN = [
    (Date(2023), "2023"),
    (Date(2023, 9), "2023-09"),
    (Date(2023, 9, 1), "2023-09-01"),
    (Date(476), "0476"),
    (Date(-876), "-0876"),
    (Date(0), "0000"),
    (Date(17000002), "Y17000002"),
    (Date(-17000002), "Y-17000002"),
    (Date(2025, 23), "2025-23"),
    (Date(1990, unspecified=1), "199X"),
    (Date(1900, unspecified=2), "19XX"),
    (Date(1999, unspecified_parts=1), "1999-XX"),
    (Date(1999, unspecified_parts=2), "1999-XX-XX"),
    (Date(1999, 1, unspecified_parts=1), "1999-01-XX"),
    (Date(1565, uncertain=True), "1565?"),
    (Date(1565, approximate=True), "1565~"),
    (Date(1565, uncertain=True, approximate=True), "1565%"),
    (Date(2001, 1, 3, time="17:07:34+05:00"), "2001-01-03T17:07:34+05:00"),
    (DateRange(Date(2023, 9), None), "2023-09/.."),
    (DateRange(Date(2023, 9), None, end_unknown=True), "2023-09/"),
    (DateRange(None, Date(1034)), "/1034"),
    (DateRange(None, Date(1985), start_open=True), "../1985"),
    (DateRange(Date(2019), Date(2023, 6)), "2019/2023-06"),
]


@pytest.mark.parametrize(("when", "edtf"), WRITTEN)
def test_edtf(when: When, edtf: str) -> None:
    """A date's text is EDTF."""
    assert str(when) == edtf


@pytest.mark.parametrize(
    "wrong",
    [
        {"year": 2023, "month": 0},
        {"year": 2023, "month": 13},
        {"year": 2023, "month": 25},
        {"year": 2023, "day": 1},
        {"year": 2023, "month": 21, "day": 1},
        {"year": 2023, "month": 2, "day": 29},
        {"year": 2023, "month": 9, "day": 31},
        {"year": 1995, "unspecified": 1},
        {"year": 1990, "unspecified": 3},
        {"year": 1990, "month": 1, "unspecified": 1},
        {"year": 17000002, "month": 1},
        {"year": 2023, "unspecified_parts": 3},
        {"year": 2023, "month": 1, "unspecified_parts": 2},
        {"year": 2023, "time": "10:00:00"},
        {"year": 2023, "month": 1, "day": 1, "time": "24:00:00"},
        {"year": 2023, "month": 1, "day": 1, "time": "10:00"},
        {"year": 2023, "month": 1, "day": 1, "time": "10:00:00", "uncertain": True},
    ],
)
def test_no_such_date(wrong: dict[str, int]) -> None:
    """A date that no calendar has cannot be made."""
    with pytest.raises(ValueError, match=r"\w"):
        Date(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("year", [2024, 2000, 0, -4, -400])
def test_leap_day(year: int) -> None:
    """Leap years are leap years before our era too."""
    assert Date(year, 2, 29).day == 29


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (Date(2024), Date(2023)),
        (Date(2024, 5), Date(2024, 4)),
        (Date(2024, 5, 2), Date(2024, 5, 1)),
        (None, None),
    ],
)
def test_no_such_range(start: Date | None, end: Date | None) -> None:
    """A range that ends before it starts, or has no end at all, cannot be made."""
    with pytest.raises(ValueError, match=r"\w"):
        DateRange(start, end)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (Date(2024, 5), Date(2024)),
        (Date(2024), Date(2024, 1)),
        (Date(2024, 23), Date(2024, 21)),
        (Date(2023, 24), Date(2024, 2)),
        (Date(1990, unspecified=1), Date(1995)),
        (Date(-10, unspecified=1), Date(-15)),
    ],
)
def test_possible_range(start: Date, end: Date) -> None:
    """An end that may lie after the start is allowed: the two halves of the earth differ in their seasons."""
    assert DateRange(start, end).end == end


def test_flags_of_ends() -> None:
    """An end that is given is neither unknown nor open."""
    with pytest.raises(ValueError, match="known"):
        DateRange(Date(2020), Date(2021), end_unknown=True)
    with pytest.raises(ValueError, match="open"):
        DateRange(Date(2020), Date(2021), start_open=True)


@pytest.mark.parametrize(
    ("date", "datetime"),
    [
        (Date(2023), "2023"),
        (Date(476), "0476"),
        (Date(2023, 9), "2023-09"),
        (Date(2023, 9, 1), "2023-09-01"),
        (Date(2025, 23), "2025"),
        (Date(1999, unspecified_parts=2), "1999"),
        (Date(1999, 1, unspecified_parts=1), "1999-01"),
        (Date(1565, uncertain=True), "1565"),
        (Date(2001, 1, 3, time="17:07:34+05:00"), "2001-01-03T17:07:34+05:00"),
        (Date(-43), ""),
        (Date(0), ""),
        (Date(17000002), ""),
        (Date(1990, unspecified=1), ""),
    ],
)
def test_datetime(date: Date, datetime: str) -> None:
    """HTML's ``datetime`` is a valid value, or empty where HTML has none."""
    assert date.datetime == datetime


def test_range_has_no_datetime() -> None:
    """HTML has no value for a range."""
    assert DateRange(Date(2020), Date(2021)).datetime == ""


@pytest.mark.parametrize(
    ("when", "precision"),
    [
        (Date(1900, unspecified=2), Precision.CENTURY),
        (Date(1990, unspecified=1), Precision.DECADE),
        (Date(2023), Precision.YEAR),
        (Date(2023, 21), Precision.SEASON),
        (Date(2023, 9), Precision.MONTH),
        (Date(2023, 9, 1), Precision.DAY),
        (Date(2023, 9, 1, time="10:00:00"), Precision.TIME),
        (DateRange(Date(2017), Date(2021, 9)), Precision.YEAR),
        (DateRange(None, Date(2021, 9)), Precision.MONTH),
    ],
)
def test_precision(when: When, precision: Precision) -> None:
    """A date knows what is known of it, a range is as coarse as its coarser end."""
    assert when.precision == precision


@pytest.mark.parametrize(
    ("when", "year"),
    [
        (Date(2023, 9), 2023),
        (DateRange(Date(2019), Date(2023)), 2019),
        (DateRange(Date(2019), None), 2019),
        (DateRange(None, Date(1034)), 1034),
    ],
)
def test_year(when: When, year: int) -> None:
    """A range stands under the year of its start, where it has one."""
    assert when.year == year


def test_newest_first() -> None:
    """What goes on is newest, then what ended last, then what started last."""
    newest_first: list[When] = [
        DateRange(Date(2024, 5), None),
        DateRange(Date(2019), None),
        Date(2024, 9, 1),
        Date(2024, 9),
        DateRange(Date(2023), Date(2024, 6)),
        DateRange(Date(2020), Date(2024, 6)),
        Date(2024, 21),
        Date(2024),
        DateRange(Date(2022), None, end_unknown=True),
        DateRange(None, Date(2020)),
        Date(-43),
    ]
    mixed = newest_first[5:] + newest_first[:5]
    assert sorted(mixed, key=lambda when: when.sort_key, reverse=True) == newest_first
