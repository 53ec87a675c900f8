"""``.. publications::``: a list of publications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.directives.base import AcademicDirective
from sphinxcontrib_academic.directives.choosing import CHOICES
from sphinxcontrib_academic.directives.grouping import (
    GROUP_OPTIONS,
    NUMBER_OPTIONS,
    GroupNodes,
    numbering_of,
)
from sphinxcontrib_academic.directives.listing import author_options, download_places, note_links, pending_node
from sphinxcontrib_academic.directives.query import Query, all_works
from sphinxcontrib_academic.later import load
from sphinxcontrib_academic.selection.late import LateList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docutils import nodes

    from sphinxcontrib_academic.selection import Group


class PublicationsDirective(AcademicDirective):
    """Shows the publications that the options choose, or those whose keys are the body, in that order."""

    known_options = (
        *CHOICES,
        "sort",
        "limit",
        "offset",
        *GROUP_OPTIONS,
        *NUMBER_OPTIONS,
        "layout",
        "search",
        "max-authors",
        "download",
        "no-index",
    )

    def run(self) -> list[nodes.Node]:
        """The places of the list, one for each group."""
        self.check_options()
        self.domain.note_reader(self.docname)
        layout, numbered = self.layout_name(), numbering_of(self)
        query = Query(self.domain, self.docname, self.options, list(self.content), self.content_offset + 1)
        groups = query.groups()
        for complaint in query.complaints:
            self.complain(*complaint)
        self.query = query
        works = all_works(groups)
        self.domain.note_asked(self.docname, "list", query.question(layout), query.answer(groups, layout))
        if not works:
            return []
        note_links(self.env, works, self.domain.layouts[layout])
        keys = [work.key for work in works]
        settled = [work.key for work in all_works(_settled(groups))]
        self.domain.note_shown(self.docname, settled, indexed="no-index" not in self.options)
        series = str(self.env.new_serialno("academic-list"))
        boxes = load("directives.searching:search_places")(self, keys, series) if "search" in self.options else []
        downloads = download_places(self, works, series)
        options: dict[str, str | bool] = {"search": bool(boxes), "series": series, "numbered": numbered}
        options |= author_options(self)
        made = GroupNodes(self, lambda group: self._place(group, layout, options)).all(groups)
        self.note_name(made[0])
        return [*boxes, *downloads, *made]

    def _place(self, group: Group, layout: str, options: Mapping[str, str | bool]) -> nodes.Element:
        """The place of one group's works."""
        keys = [work.key for work in group.works]
        place = pending_node("publications", keys, layout, **options)
        if group.filter:
            place["late"] = str(self.env.new_serialno("academic-late"))
            late = LateList(
                group.filter,
                tuple(keys),
                str(options["series"]),
                self.query.part,
                self.query.order,
                "no-index" not in self.options,
            )
            self.domain.note_late(self.docname, place["late"], late)
        return self.classed(place)


def _settled(groups: Iterable[Group]) -> list[Group]:
    """The groups that wait for nothing."""
    return [group for group in groups if not _waits(group)]


def _waits(group: Group) -> bool:
    return bool(group.filter) or any(map(_waits, group.groups))
