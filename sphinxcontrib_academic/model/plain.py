"""Works, entries and problems as tuples, texts and numbers, and back again: what a file can keep of them.

What comes back equals what was given. A location stands beside a work, not in it: a work that moves is the same work.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sphinxcontrib_academic.model.dates import Date, DateRange, When
from sphinxcontrib_academic.model.entries import Entry
from sphinxcontrib_academic.model.names import Contributor, Name, People
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.model.text import Link, Math, Plain, RichText, Span, Style, Styled
from sphinxcontrib_academic.model.works import Work, WorkLink

PlainValue = Any
"""Tuples of tuples, texts, numbers and truth values."""

_MATH, _LINK = "math", "link"
_CODES = {code.value: code for code in Code}
_STYLES = {style.value: style for style in Style}


def work_to_plain(work: Work) -> PlainValue:
    """All that is known of a work, but for its place."""
    return (
        work.key,
        work.type,
        tuple((name, _text_to_plain(text)) for name, text in work.texts),
        tuple((role, _people_to_plain(people)) for role, people in work.contributors),
        tuple((name, when_to_plain(when)) for name, when in work.dates),
        tuple((link.relation, link.target) for link in work.links),
        work.keywords,
        work.selected,
        work.ids,
        work.source,
        work.source_type,
    )


def work_of_plain(plain: PlainValue, location: Location) -> Work:
    """The work again."""
    key, kind, texts, contributors, dates, links, keywords, selected, ids, source, source_type = plain
    return Work(
        key,
        kind,
        location,
        tuple([(name, _text_of_plain(text)) for name, text in texts]),
        tuple([(role, _people_of_plain(people)) for role, people in contributors]),
        tuple([(name, when_of_plain(when)) for name, when in dates]),
        tuple([WorkLink(relation, target) for relation, target in links]),
        keywords,
        selected,
        ids,
        source,
        source_type,
    )


def entry_to_plain(entry: Entry) -> PlainValue:
    """An entry of a timeline; its place comes last."""
    when = when_to_plain(entry.when) if entry.when is not None else None
    texts = tuple((name, _text_to_plain(text)) for name, text in entry.texts)
    return (entry.key, entry.kind, when, entry.when_text, texts, _location_to_plain(entry.location))


def entry_of_plain(plain: PlainValue) -> Entry:
    """The entry again."""
    key, kind, when, when_text, texts, location = plain
    return Entry(
        key,
        kind,
        Location(*location),
        when_of_plain(when) if when is not None else None,
        when_text,
        tuple((name, _text_of_plain(text)) for name, text in texts),
    )


def problem_to_plain(problem: Problem) -> PlainValue:
    """A problem."""
    return (problem.code.value, problem.message, _location_to_plain(problem.location))


def problem_of_plain(plain: PlainValue) -> Problem:
    """The problem again."""
    code, message, location = plain
    return Problem(_CODES[code], message, Location(*location))


def when_to_plain(when: When) -> PlainValue:
    """A date as numbers; a range as two of them."""
    if isinstance(when, Date):
        return _date_to_plain(when)
    ends = (when.start and _date_to_plain(when.start), when.end and _date_to_plain(when.end))
    return ("..", *ends, when.end_unknown, when.start_open)


def when_of_plain(plain: PlainValue) -> When:
    """The date or the range again."""
    if plain[0] != "..":
        return Date(*plain)
    _, start, end, end_unknown, start_open = plain
    return DateRange(start and Date(*start), end and Date(*end), end_unknown, start_open)


def _date_to_plain(date: Date) -> PlainValue:
    rest = (date.uncertain, date.approximate, date.unspecified, date.time, date.unspecified_parts)
    known = (date.year, date.month, date.day)
    return (*known, *rest) if any(rest) else known


def _location_to_plain(location: Location) -> PlainValue:
    return (location.path, location.line)


def _text_to_plain(text: RichText) -> PlainValue:
    """Mere words, which nearly all texts are, as they are."""
    match text.spans:
        case (Plain(words),):
            return words
    return tuple(map(_span_to_plain, text.spans))


def _text_of_plain(plain: PlainValue) -> RichText:
    if type(plain) is str:
        return RichText((Plain(plain),))
    return RichText(tuple(map(_span_of_plain, plain)))


def _span_to_plain(span: Span) -> PlainValue:
    match span:
        case Plain(text):
            return text
        case Math(tex):
            return (_MATH, tex)
        case Link(target, children):
            return (_LINK, target, tuple(map(_span_to_plain, children)))
        case Styled(style, children):
            return (style.value, tuple(map(_span_to_plain, children)))


def _span_of_plain(plain: PlainValue) -> Span:
    if isinstance(plain, str):
        return Plain(plain)
    if plain[0] == _MATH:
        return Math(plain[1])
    children = tuple(map(_span_of_plain, plain[-1]))
    return Link(plain[1], children) if plain[0] == _LINK else Styled(_STYLES[plain[0]], children)


def _people_to_plain(people: People) -> PlainValue:
    return (tuple(map(_person_to_plain, people.members)), people.others)


def _person_to_plain(person: Contributor) -> PlainValue:
    name = person.name
    parts = (name.family, name.given)
    rest = (name.prefix, name.suffix, name.literal, name.family_first)
    more = (person.roles, person.orcid, person.url)
    if not any(more):
        return (*parts, *rest) if any(rest) else parts
    return (*parts, *rest, *more)


def _people_of_plain(plain: PlainValue) -> People:
    members, others = plain
    return People(tuple([_person_of_plain(parts) for parts in members]), others)


@lru_cache(maxsize=20_000)  # co-authors come again
def _person_of_plain(parts: PlainValue) -> Contributor:
    # parts of names that are mostly empty are left away
    return Contributor(Name(*parts)) if len(parts) <= 6 else Contributor(Name(*parts[:6]), *parts[6:])
