"""Neighbouring pieces that make one date between them, as patterns over the letters of their kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sphinxcontrib_academic.model.dates import Date, DateRange, When
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.dates.lexemes import Token, short_year

TO = "[JjU/]"
"""What stands between two ends."""

_DATES = tuple(
    expression(row)
    for row in (
        # days in a shared month or year
        rf"(?P<d>N){TO}(?P<d2>N)(?P<m>M),?(?P<y>Y)",
        rf"(?P<m>M)(?P<d>N){TO}(?P<d2>N),?(?P<y>Y)",
        rf"(?P<d>N)(?P<m>M){TO}(?P<d2>N)(?P<m2>M),?(?P<y>Y)",
        rf"(?P<m>M)(?P<d>N){TO}(?P<m2>M)(?P<d2>N),?(?P<y>Y)",
        rf"(?P<y>Y),?(?P<m>M)(?P<d>N){TO}(?P<m2>M)(?P<d2>N)",
        rf"(?P<y>Y),?(?P<m>M)(?P<d>N){TO}(?P<d2>N)(?!,?Y|M)",
        rf"(?P<d>N)(?P<m>M){TO}(?P<e>D)",
        rf"(?P<d>N){TO}(?P<e>D)",
        # months and seasons in a shared year
        rf"(?P<m>M){TO}(?P<m2>M)[,/J]?(?P<y>Y)",
        rf"(?P<s>S){TO}(?P<s2>S),?(?P<y>Y)",
        rf"(?P<y>Y),?(?P<m>M){TO}(?P<m2>M)(?!,?/?[YN])",
        rf"(?P<y>Y),?(?P<s>S){TO}(?P<s2>S)(?!,?/?Y)",
        # terms of a university
        rf"(?P<s>S),?(?P<y>Y){TO}(?P<y2>Y)(?!,?S)",
        r"(?P<s>S),?(?P<a>A)",
        r"(?P<a>A),?(?P<s>S)",
        rf"(?P<t>T)(?P<y>[YN]){TO}(?P<y2>[YN])",
        r"(?P<t>T)(?P<a>A)",
        r"(?P<a>A),?(?P<t>T)",
        r"(?P<t>T)(?P<y>[YN])",
        r"(?P<y>Y),?(?P<t>T)",
        # one day, month, season or year
        r"(?P<d>N)J(?P<m>M)J(?P<y>Y)",
        r"(?P<y>Y)J(?P<m>M)J(?P<d>N)",
        r"(?P<m>M),?(?P<d>N),?(?P<y>Y)",
        r"(?P<d>N)/?,?(?P<m>M)[,/]?(?P<y>Y)",
        r"(?P<y>Y)[,/]?(?P<m>M)/?(?P<d>N)",
        r"(?P<m>M)[,/J]?(?P<y>Y)",
        r"(?P<s>S)[,/J]?(?P<y>Y)",
        r"(?P<s>S)(?P<y>N)(?!,?[YM])",
        r"(?P<y>Y)[,/]?(?P<m>M)",
        r"(?P<y>Y)[,/]?(?P<s>S)",
        r"(?P<a>A)",
        r"(?P<y>Y)",
    )
)
"""Year, month, day, season, academic year, term; 2 is the other end, ``e`` an end that is whole already."""


def reduce(found: Sequence[Token]) -> Iterator[Token]:
    """Neighbours that make a date become one piece."""
    found = [token for token in found if token.kind != "G"]
    shape = "".join(token.kind for token in found)
    index = 0
    while index < len(found):
        for pattern in _DATES:
            match = pattern.match(shape, index)
            token = _build(match, found) if match else None
            if match and token:
                yield token
                index = match.end()
                break
        else:
            yield found[index]
            index += 1


def _build(match: re.Match[str], found: Sequence[Token]) -> Token | None:
    part = {name: found[match.start(name)] for name, kind in match.groupdict().items() if kind}
    span = (found[match.start()].start, found[match.end() - 1].end)
    try:
        when = _date(part)
    except ValueError as error:
        note = "ends before it starts" if "before" in str(error) else "has no such day"
        return Token("!", *span, note=note)
    both_ends = not part.keys().isdisjoint({"m2", "s2", "d2", "e"})
    return Token("D", *span, when=when, note="ends" if both_ends else "") if when else None


def _date(part: dict[str, Token]) -> When | None:
    """None where the pattern does not mean this after all; ``ValueError`` where there is no such date."""
    if "e" in part:
        return _shared(part)
    if "a" in part:
        years = (part["a"].number, part["a"].last)
    else:
        first, last = part["y"], part.get("y2", part["y"])
        years = (_full_year(first), _full_year(last))
    if "t" in part:
        return _term(part["t"].number, years) if "a" in part or years[1] - years[0] in {0, 1} else None
    if "s" in part and ("a" in part or "y2" in part):
        if years[1] - years[0] != 1:
            return None
        return Date(years[part["s"].number in {21, 22}], part["s"].number)
    if "a" in part:
        return DateRange(Date(years[0]), Date(years[1]))
    return _plain(part, years[0])


def _number(token: Token | None) -> int | None:
    return token.number if token else None


def _plain(part: dict[str, Token], year: int) -> When:
    month = part.get("m") or part.get("s")
    last_month = part.get("m2") or part.get("s2")
    day, last_day = part.get("d"), part.get("d2")
    start = Date(year, _number(month), _number(day))
    if last_month is None and last_day is None:
        return start
    if month and last_month and last_month.number < month.number:
        raise ValueError("the end comes before the start")
    end_month = last_month or month
    return DateRange(start, Date(year, _number(end_month), _number(last_day)))


def _shared(part: dict[str, Token]) -> When | None:
    """The end is a whole date, the start takes from it what it lacks."""
    end, number = part["e"].when, part["d"].number
    if not isinstance(end, Date) or end.unspecified or end.month is None or end.season:
        return None
    if "m" in part:
        return DateRange(Date(end.year, part["m"].number, number), end) if end.day else None
    if end.day:
        return DateRange(Date(end.year, end.month, number), end)
    # 05 - 08/2024, but 5 - 2024-08 is nothing that anybody writes.
    return DateRange(Date(end.year, number), end) if part["e"].note in {"/", "."} else None


def _full_year(token: Token) -> int:
    return short_year(token.number) if token.kind == "N" else token.number


def _term(term: int, years: tuple[int, int]) -> DateRange | None:
    """The German universities' winter from October to March, and summer from April to September."""
    if term == 1:
        return DateRange(Date(years[0], 10), Date(years[0] + 1, 3))
    return DateRange(Date(years[0], 4), Date(years[0], 9)) if years[0] == years[1] else None
