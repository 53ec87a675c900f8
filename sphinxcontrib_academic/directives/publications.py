"""``.. publications::``: a list of publications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.directives.base import AcademicDirective
from sphinxcontrib_academic.directives.choosing import CHOICES, chosen_works, filter_of, filtered, ordered_works
from sphinxcontrib_academic.directives.grouping import (
    GROUP_OPTIONS,
    NUMBER_OPTIONS,
    GroupNodes,
    numbering_of,
    wish_of,
)
from sphinxcontrib_academic.directives.headings import groups_by_hand, read_body, works_by_hand
from sphinxcontrib_academic.directives.listing import note_links, pending_node
from sphinxcontrib_academic.directives.searching import search_places
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.selection import Group, grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils import nodes

    from sphinxcontrib_academic.model.works import Work


class PublicationsDirective(AcademicDirective):
    """Shows the publications that the options choose, or those whose keys are the body, in that order."""

    known_options = (*CHOICES, "sort", "limit", *GROUP_OPTIONS, *NUMBER_OPTIONS, "layout", "search", "no-index")

    def run(self) -> list[nodes.Node]:
        """The places of the list, one for each group."""
        self.check_options()
        self.domain.note_reader(self.env.docname)
        layout, numbered = self.layout_name(), numbering_of(self)
        groups = self._groups()
        works = _all_works(groups)
        if not works:
            return []
        note_links(self.env, works)
        keys = [work.key for work in works]
        if "no-index" not in self.options:
            self.domain.note_shown(self.env.docname, keys)
        boxes = search_places(self, keys)
        series = str(self.env.new_serialno("academic-list"))

        def place(found: Sequence[Work]) -> nodes.Element:
            names = [work.key for work in found]
            node = pending_node("publications", names, layout, search=bool(boxes), series=series, numbered=numbered)
            return self.classed(node)

        made = GroupNodes(self, place).all(groups)
        self.note_name(made[0])
        return [*boxes, *made]

    def _groups(self) -> list[Group]:
        """What the list shows, under its headings; one group without a heading where there are none."""
        blocks = read_body(list(self.content), self.content_offset + 1)
        by_heading = any(block.heading for block in blocks)
        if blocks and not by_heading:
            works = works_by_hand(self, blocks[0])
            works = ordered_works(self, works) if "sort" in self.options else works
        else:
            works = ordered_works(self, list(self.domain.library.works))
        works = self.limited(self._passing(works))
        if by_heading:
            return self._by_heading(groups_by_hand(self, blocks, works))
        return grouped(works, wish_of(self, works)) or [Group("", "", "", tuple(works))]

    def _by_heading(self, groups: list[Group]) -> list[Group]:
        """The groups of the body; nothing else groups them."""
        for option in GROUP_OPTIONS:
            if option in self.options:
                self.complain(Code.UNKNOWN_VALUE, f":{option}: is of no use below headings of your own")
        return groups

    def _passing(self, works: list[Work]) -> list[Work]:
        """The works that the options let through."""
        works = chosen_works(self, works)
        if "filter" not in self.options:
            return works
        wanted = filter_of(self, self.options["filter"] or "")
        return filtered(self, works, wanted) if wanted else works


def _all_works(groups: Iterable[Group]) -> list[Work]:
    """The works of all groups, each once."""
    return list({work.key: work for group in groups for work in group.works}.values())
