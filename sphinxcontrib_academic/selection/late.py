"""Lists whose filter asks which pages cite a work: they are settled when all pages are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.later import load
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.selection.facts import FilterError, Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sphinxcontrib_academic.model.names import Name
    from sphinxcontrib_academic.model.works import Work


ALL = (0, None)


@dataclass(frozen=True, slots=True)
class LateList:
    """What a list, or one group of it, could show, and the filter that decides."""

    filter: str
    keys: tuple[str, ...]
    series: str = ""
    """The list that the group belongs to."""
    part: tuple[int, int | None] = ALL
    """Which of the works that pass the list shows, whatever its groups are."""
    order: tuple[str, ...] = ()
    """The works of the whole list in their order."""
    indexed: bool = True
    """Whether references lead to it."""


def settled(
    lists: Mapping[str, Mapping[str, LateList]],
    references: Iterable[tuple[str, str]],
    find: Callable[[str, str], Work | None],
    owner: tuple[Name, ...],
) -> dict[str, dict[str, list[str]]]:
    """What each list of each page shows; a reference is a key and the page that refers to it."""
    pages: dict[str, set[str]] = {}
    for key, page in references:
        work = find(key, page)
        pages.setdefault(work.key if work else key, set()).add(page)
    cited = {key: frozenset(found) for key, found in pages.items()}
    return {
        page: _limited(
            lists[page],
            {
                name: _shown(late, [work for key in late.keys if (work := find(key, page))], Site(owner, page), cited)
                for name, late in lists[page].items()
            },
        )
        for page in lists
    }


def _limited(lists: Mapping[str, LateList], shown: dict[str, list[str]]) -> dict[str, list[str]]:
    """No more than each list shows; a work in two groups counts once."""
    for series, late in {late.series: late for late in lists.values() if late.part != ALL}.items():
        names = [name for name in lists if lists[name].series == series]
        passing = {key for name in names for key in shown[name]}
        chosen = {*[key for key in late.order if key in passing][slice(*late.part)]}
        for name in names:
            shown[name] = [key for key in shown[name] if key in chosen]
    return shown


def _shown(late: LateList, works: list[Work], site: Site, cited: Mapping[str, frozenset[str]]) -> list[str]:
    """What one list shows: all of it where the filter cannot be answered, which was said at reading."""
    try:
        found = load("selection.filters:read_filter")(late.filter).chosen(works, site, cited)
    except FilterError:
        return list(late.keys)
    return [work.key for work in found]
