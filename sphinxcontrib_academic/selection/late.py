"""Lists whose filter asks which pages cite a work: they are settled when all pages are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinxcontrib_academic.selection.facts import Site
from sphinxcontrib_academic.selection.filters import FilterError, read_filter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinxcontrib_academic.model.names import Name
    from sphinxcontrib_academic.model.works import Work


@dataclass(frozen=True, slots=True)
class LateList:
    """What a list could show, and the filter that decides."""

    filter: str
    keys: tuple[str, ...]
    limit: int | None = None
    indexed: bool = True
    """Whether references lead to it."""


def settled(
    late: LateList, docname: str, works: Sequence[Work], owner: tuple[Name, ...], cited: Mapping[str, frozenset[str]]
) -> list[str]:
    """The keys that a list shows; all of them where the filter cannot be answered, which was said at reading."""
    try:
        found = read_filter(late.filter).chosen(works, Site(owner, docname), cited)
    except FilterError:
        return list(late.keys)
    return [work.key for work in found][: late.limit]
