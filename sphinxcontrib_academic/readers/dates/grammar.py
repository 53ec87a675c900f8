"""From the pieces of a text to the one date that it can mean, by patterns over their kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.model.dates import Date, DateRange, When
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.dates.lexemes import Token
from sphinxcontrib_academic.readers.dates.patterns import TO, reduce
from sphinxcontrib_academic.readers.dates.tokens import tokens
from sphinxcontrib_academic.readers.dates.words import fold, month_names

_WHOLE = (
    ("range", expression(rf"B?D(?:{TO}|B)+DU?(?P<now>,?O)?")),
    ("open", expression(rf"B?D(?:{TO}|B|,)*OU?")),
    ("open", expression(r"B?DJ(?=,|$)")),
    ("since", expression(r"O?BDB?(?!D)|DB")),
    ("unknown", expression(r"DJ\?")),
    ("until", expression(r"(?:U|^\??J)D|DU")),
    ("single", expression(r"D")),
)
"""What a stretch of pieces is as a whole, the longest first."""

_EDGE = expression(r"[J,:]|X")
_ASIDE = expression(r"[J,:]+[WX](?!$)|[,:]+[WX]$|JX$")
_ASIDE_OF_RANGE = expression(rf"{_ASIDE.pattern}|[,:]+[N#]")
_NAMED = expression("[J,:]+WD")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text was found to be."""

    when: When | None = None
    rest: tuple[tuple[int, int], ...] = ()
    """Where the words stand that are no part of the date."""
    note: str = ""
    """Why there is no date."""


def parse(text: str) -> Reading:
    """The one date of a cleaned text; words may stand aside of it, parted by a dash, comma, colon or brackets."""
    items = _qualify(_separate(list(reduce(tokens(text)))))
    shape = "".join(item.kind for item in items)
    wrong = next((item for item in items if item.kind == "!"), None)
    if wrong is not None:
        return Reading(note=wrong.note)
    if "D" not in shape:
        return Reading(note=_no_date(shape))
    if near := _near_miss(items):
        return Reading(note=f"cannot be read as a date, did you mean '{near}'")
    for start in range(len(items)):
        if start and not _EDGE.match(shape[start - 1]):
            continue
        for form, pattern in _WHOLE:
            match = pattern.match(shape, start)
            if match and _stands_alone(items, match, text):
                return _whole(form, match, items, text)
    return Reading()


def _no_date(shape: str) -> str:
    if re.fullmatch("[,X]*X[,X?]*", shape):
        return "X"
    return "has no year" if re.search("[MNS]", shape) else ""


def _separate(items: list[Token]) -> list[Token]:
    """Separators in a row are one, at the edges none."""
    kept: list[Token] = []
    for item in items:
        if item.kind == "," and (not kept or kept[-1].kind == ","):
            continue
        kept.append(item)
    while kept and kept[-1].kind in {",", ":"}:
        kept.pop()
    return kept


def _qualify(items: list[Token]) -> list[Token]:
    """Circa, expected and question marks go into the date beside them."""
    for pattern, mark in (
        (expression("C,?(?P<date>D)"), "approximate"),
        (expression("(?P<date>D),?C"), "approximate"),
        (expression(r"(?P<date>D),?\?,?"), "uncertain"),
        (expression("E[,:]?(?P<date>D)"), "uncertain"),
        (expression("(?P<date>D),?E,?"), "uncertain"),
    ):
        shape = "".join(item.kind for item in items)
        kept: list[Token] = []
        position = 0
        for match in pattern.finditer(shape):
            first, last = items[match.start()], items[match.end() - 1]
            date = items[match.start("date")]
            marked = replace(date, start=min(first.start, date.start), end=max(last.end, date.end))
            kept += [*items[position : match.start()], replace(marked, when=_mark(date.when, mark))]
            if shape[match.end() - 1] == "," and match.end() < len(shape):
                kept.append(last)
            position = match.end()
        items = [*kept, *items[position:]]
    return items


def _mark(when: When | None, mark: str) -> When | None:
    """Circa belongs to the start of a range, a doubt to its end."""
    match when:
        case Date():
            return _marked(when, mark)
        case DateRange(Date() as start, _) if mark == "approximate":
            return replace(when, start=_marked(start, mark))
        case DateRange(_, Date() as end):
            return replace(when, end=_marked(end, mark))
    return when


def _marked(date: Date, mark: str) -> Date:
    if date.time:
        return date
    return replace(date, approximate=True) if mark == "approximate" else replace(date, uncertain=True)


def _stands_alone(items: Sequence[Token], match: re.Match[str], text: str) -> bool:
    """Whether what is left on both sides are words set apart, and neither a second date nor half of one."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if "D" in before or (before and not re.search("[WX][J,:]+$|X$", before)):
        return False
    if before.endswith("J") and items[match.start() - 1].number:
        return False
    if not after or after == "X":
        return True
    aside = _ASIDE if match[0] == "D" else _ASIDE_OF_RANGE
    if not aside.match(after) or (after[0] == "J" and items[match.end()].number):
        return False
    return "D" not in after or _same_year(items, match, text)


def _same_year(items: Sequence[Token], match: re.Match[str], text: str) -> bool:
    """``July 2023 - ICML 2023`` names a conference, ``July 2023 - Someday 2023`` an end that is not clear."""
    date, rest = items[match.start()].when, items[match.end() :]
    years = [item.when for item in rest if item.kind == "D"]
    if date is None or any(not isinstance(year, Date) or year.year != date.year for year in years):
        return False
    if not _NAMED.match(match.string, match.end()):
        return True
    word = next(item for item in rest if item.kind == "W")
    return any(map(str.isupper, text[word.start + 1 : word.end]))


def _whole(form: str, match: re.Match[str], items: Sequence[Token], text: str) -> Reading:
    inside = items[match.start() : match.end()]
    dates = [item.when for item in inside if item.when is not None]
    if form == "since":
        # "from 3 to 5 June" has an end, "since the academic year 2023/24" has none.
        form = "single" if any(item.note == "ends" for item in inside) else "open"
    span = (inside[0].start, inside[-1].end)
    try:
        when = _join(form, dates, now=form == "range" and bool(match["now"]))
    except ValueError:
        return Reading(note="ends before it starts")
    if when is None:
        return Reading()
    aside = [item for item in items if item.kind not in "J,:"]
    before = [item for item in aside if item.end <= span[0]]
    after = [item for item in aside if item.start >= span[1]]
    # Small words and signs between them mean nothing to a date, but something to the text.
    return Reading(when, ((0, span[0]),) * bool(before) + ((span[1], len(text)),) * bool(after))


def _join(form: str, dates: Sequence[When], *, now: bool) -> When | None:
    first, last = dates[0], dates[-1]
    start = first if isinstance(first, Date) else first.start
    end = last if isinstance(last, Date) else last.end
    match form:
        case "single":
            return first
        case "until":
            return DateRange(None, end)
        case "unknown":
            return DateRange(start, None, end_unknown=True)
        case "open" if isinstance(first, DateRange) and len(dates) == 1 and first.end is None:
            return first
        case "open":
            return DateRange(start, None)
    return DateRange(start, None) if now else DateRange(start, end)


def _near_miss(items: Sequence[Token]) -> str:
    """A word that stands where a month or "present" would, and all but spells it."""
    for index, item in enumerate(items):
        before = items[index - 1].kind if index else ""
        after = items[index + 1].kind if index + 1 < len(items) else ""
        if item.kind != "W" or len(item.word) < 4 or not (after == "D" or before == "J"):
            continue
        candidates = {fold(name): name for name in month_names() if len(name) > 3} if after == "D" else {}
        if before == "J":
            candidates |= {"present": "present", "today": "today", "current": "current", "ongoing": "ongoing"}
        near = [name for name in candidates if name[0] == item.word[0]]
        if close := get_close_matches(item.word, near, 1, 0.75):
            return candidates[close[0]]
    return ""
