"""``.. publications::``: a list of publications."""

from __future__ import annotations

from dataclasses import replace
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
from sphinxcontrib_academic.directives.headings import Block, groups_by_hand, read_body, works_by_hand
from sphinxcontrib_academic.directives.listing import author_options, download_places, note_links, pending_node
from sphinxcontrib_academic.directives.searching import search_places
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.selection import Group, grouped
from sphinxcontrib_academic.selection.late import LateList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from docutils import nodes

    from sphinxcontrib_academic.model.works import Work


class PublicationsDirective(AcademicDirective):
    """Shows the publications that the options choose, or those whose keys are the body, in that order."""

    known_options = (
        *CHOICES,
        "sort",
        "limit",
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
        self.domain.note_reader(self.env.docname)
        layout, numbered = self.layout_name(), numbering_of(self)
        groups = self._groups()
        works = _all_works(groups)
        if not works:
            return []
        note_links(self.env, works, self.domain.layouts[layout])
        keys = [work.key for work in works]
        if "no-index" not in self.options:
            self.domain.note_shown(self.env.docname, [work.key for work in _all_works(_settled(groups))])
        boxes = search_places(self, keys)
        downloads = download_places(self, works)
        series = str(self.env.new_serialno("academic-list"))
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
            limit = self.options.get("limit", "").strip()
            most = int(limit) if limit.isascii() and limit.isdigit() else None
            late = LateList(group.filter, tuple(keys), most, "no-index" not in self.options)
            self.domain.note_late(self.env.docname, place["late"], late)
        return self.classed(place)

    def _groups(self) -> list[Group]:
        """What the list shows, under its headings; one group without a heading where there are none."""
        blocks = read_body(list(self.content), self.content_offset + 1)
        if any(block.heading for block in blocks):
            return self._by_heading(blocks)
        if blocks:
            works = works_by_hand(self, blocks[0])
            works = ordered_works(self, works) if "sort" in self.options else works
        else:
            works = ordered_works(self, list(self.domain.library.works))
        works, late = self._passing(works)
        works = works if late else self.limited(works)
        groups = grouped(works, wish_of(self, works)) or [Group("", "", "", tuple(works))]
        return [_awaiting(group, late) for group in groups] if late else groups

    def _by_heading(self, blocks: list[Block]) -> list[Group]:
        """The groups of the body; the options choose among what it names."""
        for option in GROUP_OPTIONS:
            if option in self.options:
                self.complain(Code.UNKNOWN_VALUE, f":{option}: is of no use below headings of your own")
        groups = groups_by_hand(self, blocks, ordered_works(self, list(self.domain.library.works)))
        passing, late = self._passing(_all_works(groups))
        limited = self.limited(passing) if not late else passing
        shown = {work.key for work in limited}
        chosen = []
        for group in groups:
            works = [work for work in group.works if work.key in shown]
            works = ordered_works(self, works) if "sort" in self.options else works
            found = replace(group, works=tuple(works))
            chosen.append(_awaiting(found, late) if late else found)
        return [group for group in chosen if group.works]

    def _passing(self, works: list[Work]) -> tuple[list[Work], str]:
        """The works that the options let through; and a filter that is yet to be answered."""
        works = chosen_works(self, works)
        if "filter" not in self.options:
            return works, ""
        wanted = filter_of(self, self.options["filter"] or "")
        return filtered(self, works, wanted) if wanted else (works, "")


def _all_works(groups: Iterable[Group]) -> list[Work]:
    """The works of all groups, each once."""
    return list({work.key: work for group in groups for work in group.works}.values())


def _settled(groups: Iterable[Group]) -> list[Group]:
    """The groups that wait for nothing."""
    return [group for group in groups if not _waits(group)]


def _waits(group: Group) -> bool:
    return bool(group.filter) or any(map(_waits, group.groups))


def _awaiting(group: Group, late: str) -> Group:
    """The group and those within it, with a filter that is yet to be answered."""
    text = f"({group.filter}) and ({late})" if group.filter else late
    return replace(group, filter=text, groups=tuple(_awaiting(inner, late) for inner in group.groups))
