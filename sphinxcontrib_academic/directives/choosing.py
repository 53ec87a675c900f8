"""Which works the options of a list choose, and in which order; what cannot be read is said and costs itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.later import load
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.selection import (
    SORT_KEYS,
    FilterError,
    Site,
    file_named,
    in_order,
    known_names,
    known_types,
    names_of,
    of_files,
    of_keywords,
    of_people,
    of_types,
    of_years,
    read_years,
    unknown_sort_keys,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sphinxcontrib_academic.directives.asking import Asking
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.selection.filters import Filter

_FALSE = frozenset({"false", "no", "0", "off"})


def chosen_works(directive: Asking, works: list[Work]) -> list[Work]:
    """The works that pass all of the options, but for ``:filter:``."""
    for option, choose in _CHOICES.items():
        if option in directive.options:
            works = choose(directive, works, str(directive.options[option] or "").strip())
    return works


def ordered_works(directive: Asking, works: Sequence[Work]) -> list[Work]:
    """The works in the order that the directive or the site asks for."""
    keys = sort_keys(directive)
    if not unknown_sort_keys(keys):
        return in_order(works, keys)
    # only the works themselves say which fields they have
    fields = known_names(directive.domain.library.works)
    for key in unknown_sort_keys(keys, fields):
        hint = did_you_mean(key.lstrip("-+"), [*SORT_KEYS, "source", *sorted(fields)])
        message = f":sort: names {key!r}, expected one of {', '.join(SORT_KEYS)}{hint}"
        directive.complain(Code.UNKNOWN_VALUE, message)
    return in_order(works, keys, fields)


def sort_keys(directive: Asking) -> list[str]:
    """What the list is sorted by."""
    return words_of(directive.options.get("sort", "") or directive.config.academic_sort)


def filter_of(directive: Asking, text: str, line: int | None = None) -> Filter | None:
    """The filter of an expression; nothing where it cannot be read, which is said."""
    try:
        # most lists have none, and what reads them takes its time to load
        found: Filter = load("selection.filters:read_filter")(text)
    except FilterError as error:
        directive.complain(Code.FILTER, f"the filter {_short(text)} cannot be used: {error}", line)
        return None
    known = known_names(directive.domain.library.works)
    for name in sorted(found.names - known):
        if name.lower() not in known:
            message = f"the filter {_short(text)} names {name!r}, which no publication has{did_you_mean(name, known)}"
            directive.complain(Code.FILTER, message, line)
    if "self" in found.names and not directive.domain.setting.owner:
        message = f"the filter {_short(text)} asks for self, expected the name of the owner in academic_profile"
        directive.complain(Code.NO_PROFILE, message, line)
    return found


def filtered(directive: Asking, works: list[Work], wanted: Filter, line: int | None = None) -> tuple[list[Work], str]:
    """The works that a filter lets through; all of them where it cannot be answered, which is said.

    One that asks which pages cite a work is answered later: then all works come back, with its text.
    """
    try:
        found = wanted.chosen(works, site_of(directive))
    except FilterError as error:
        directive.complain(Code.FILTER, f"the filter {_short(wanted.text)} cannot be used: {error}", line)
        return works, ""
    return (works, wanted.text) if wanted.late else (found, "")


def site_of(directive: Asking) -> Site:
    """What a filter must know beside the works."""
    return Site(directive.domain.setting.owner, directive.docname)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return repr(words if len(words) <= 60 else f"{words[:57]}...")


def _types(directive: Asking, works: list[Work], value: str) -> list[Work]:
    types = words_of(value)
    known = {name.lower() for name in known_types()} | {work.source_type.lower() for work in works} | {"thesis"}
    for name in types:
        if name.lower() not in known:
            hint = did_you_mean(name, known)
            directive.complain(Code.UNKNOWN_VALUE, f":type: names {name!r}, which is no type of publication{hint}")
    return of_types(works, types) if types else works


def _keywords(directive: Asking, works: list[Work], value: str) -> list[Work]:
    wanted = [word.strip() for word in value.split(",") if word.strip()]
    everywhere = directive.domain.library.works
    if "keywords" not in everywhere.memory:
        found = {word for work in everywhere for word in work.keywords}
        everywhere.memory["keywords"] = found, {word.casefold() for word in found}
    known, folded = everywhere.memory["keywords"]
    for word in wanted:
        if word.casefold() not in folded:
            hint = did_you_mean(word, known)
            directive.complain(Code.UNKNOWN_VALUE, f":keyword: names {word!r}, which no publication has{hint}")
    return of_keywords(works, wanted) if wanted else works


def _people(directive: Asking, works: list[Work], value: str) -> list[Work]:
    names, owner = names_of(value), directive.domain.setting.owner
    everywhere = directive.domain.library.works
    for name in names:
        if ("person", name) not in everywhere.memory:
            everywhere.memory["person", name] = bool(of_people(everywhere, [name], owner))
        if not everywhere.memory["person", name]:
            known = {str(person.name) for work in everywhere for person in work.people("author").members}
            families = {person.name.family for work in everywhere for person in work.people("author").members}
            hint = did_you_mean(name, known | families - {""})
            directive.complain(Code.UNKNOWN_VALUE, f":author: names {name!r}, who has no publication{hint}")
    return of_people(works, names, owner) if names else works


def _years(directive: Asking, works: list[Work], value: str) -> list[Work]:
    try:
        ranges = read_years(value)
    except ValueError as error:
        message = f":year: has {str(error)!r}, expected years such as 2020, 2020-2025, 2020- or -2019"
        directive.complain(Code.UNKNOWN_VALUE, message)
        return works
    return of_years(works, ranges) if ranges else works


def _selected(_directive: Asking, works: list[Work], value: str) -> list[Work]:
    wanted = value.lower() not in _FALSE
    return [work for work in works if work.selected == wanted]


def _files(directive: Asking, works: list[Work], value: str) -> list[Work]:
    names, files = words_of(value), directive.domain.files
    paths = {name: file_named(name, files) for name in names}
    for name in (name for name, path in paths.items() if path is None):
        expected = f"expected one of {', '.join(files)}"
        directive.complain(Code.UNKNOWN_VALUE, f":bibfile: names {name!r}, {expected}{did_you_mean(name, files)}")
    found = [path for path in paths.values() if path is not None]
    return of_files(works, found) if found else works


_CHOICES: dict[str, Callable[[Asking, list[Work], str], list[Work]]] = {
    "type": _types,
    "keyword": _keywords,
    "author": _people,
    "year": _years,
    "selected": _selected,
    "bibfile": _files,
}

CHOICES: Sequence[str] = (*_CHOICES, "filter")
"""The options that choose."""
