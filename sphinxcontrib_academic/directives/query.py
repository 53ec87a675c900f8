"""What a list asks of the library, apart from the page it stands on: the same can be asked again at the next build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.directives.asking import number
from sphinxcontrib_academic.directives.choosing import CHOICES, chosen_works, filter_of, filtered, ordered_works
from sphinxcontrib_academic.directives.grouping import GROUP_OPTIONS, wish_of
from sphinxcontrib_academic.directives.headings import Block, groups_by_hand, read_body, works_by_hand
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.render.details import preview_paths
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.selection import Group, grouped
from sphinxcontrib_academic.stored import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinxcontrib_academic.domain import AcademicDomain
    from sphinxcontrib_academic.model.works import Work

OPTIONS = (*CHOICES, *GROUP_OPTIONS, "sort", "limit", "offset")
"""What the answer depends on."""


class Query:
    """The options and the body of a list, on a page."""

    def __init__(
        self, domain: AcademicDomain, docname: str, options: Mapping[str, Any], content: Sequence[str], first: int
    ) -> None:
        self.domain, self.docname, self.config = domain, docname, domain.env.config
        self.options, self.content, self.first = options, content, first
        self.complaints: list[tuple[Code, str, int | None]] = []
        start, limit = number(self, "offset") or 0, number(self, "limit")
        self.part = (start, None if limit is None else start + limit)
        self.order: tuple[str, ...] = ()

    def complain(self, code: Code, message: str, line: int | None = None) -> None:
        """Note a problem, for the directive to report."""
        self.complaints.append((code, message, line))

    def groups(self) -> list[Group]:
        """What the list shows, under its headings; one group without a heading where there are none."""
        blocks = read_body(self.content, self.first)
        if any(block.heading for block in blocks):
            return self._by_heading(blocks)
        if blocks:
            works = works_by_hand(self, blocks[0])
            works = ordered_works(self, works) if "sort" in self.options else works
        else:
            works = ordered_works(self, self.domain.library.works)
        works, late = self._passing(works)
        works = self._limited(works, late)
        groups = grouped(works, wish_of(self, works)) or [Group("", "", "", tuple(works))]
        return [_awaiting(group, late) for group in groups] if late else groups

    def _by_heading(self, blocks: list[Block]) -> list[Group]:
        """The groups of the body; the options choose among what it names."""
        for option in GROUP_OPTIONS:
            if option in self.options:
                self.complain(Code.UNKNOWN_VALUE, f":{option}: is of no use below headings of your own")
        groups = groups_by_hand(self, blocks, ordered_works(self, self.domain.library.works))
        passing, late = self._passing(all_works(groups))
        if any(group.filter for group in groups):
            late = late or "True"  # the list is settled as a whole
        shown = {work.key for work in self._limited(passing, late)}
        chosen = []
        for group in groups:
            works = [work for work in group.works if work.key in shown]
            works = ordered_works(self, works) if "sort" in self.options else works
            found = replace(group, works=tuple(works))
            chosen.append(_awaiting(found, late) if late else found)
        return [group for group in chosen if group.works]

    def _limited(self, works: list[Work], late: str) -> list[Work]:
        """The works of the whole list in their order; all that could be shown where a filter is yet to be answered."""
        works = works if late else works[slice(*self.part)]
        self.order = tuple(work.key for work in works) if late else ()
        return works

    def _passing(self, works: list[Work]) -> tuple[list[Work], str]:
        """The works that the options let through; and a filter that is yet to be answered."""
        works = chosen_works(self, works)
        if "filter" not in self.options:
            return works, ""
        wanted = filter_of(self, self.options["filter"] or "")
        return filtered(self, works, wanted) if wanted else (works, "")

    def question(self, layout: str) -> tuple[Any, ...]:
        """The query in plain data."""
        chosen = {name: value for name, value in self.options.items() if name in OPTIONS}
        return (chosen, tuple(self.content), self.first, layout)

    def answer(self, groups: Sequence[Group], layout: str) -> bytes:
        """What tells the answer from another one: keys, headings, files, and what was complained of."""
        files = files_of(self.domain, all_works(groups), layout)
        complaints = [(code.value, message, line) for code, message, line in self.complaints]
        return digest(repr((list(map(_form, groups)), files, complaints)).encode())


def asked_again(domain: AcademicDomain, docname: str, question: tuple[Any, ...]) -> bytes:
    """The answer to a list's question today."""
    options, content, first, layout = question
    query = Query(domain, docname, options, content, first)
    return query.answer(query.groups(), layout)


def files_of(domain: AcademicDomain, works: Iterable[Work], layout: str) -> list[tuple[str, ...]]:
    """The files that these works name, and the images that the layout shows."""
    found = domain.layouts.get(layout)
    parts = found.parts if found is not None else ()
    titled = found is not None and any(slot.part == "title" and "link" in slot.modifiers for slot in found.slots)
    rows = (tuple(_files(domain, work, preview="preview" in parts, titled=titled)) for work in works)
    return [row for row in rows if row]


def _files(domain: AcademicDomain, work: Work, *, preview: bool, titled: bool) -> Iterator[str]:
    if work.files:
        yield from (link.target for link in work.links if "://" not in link.target)
    if titled:
        yield from (name for name, value in work.source if not value)
    if preview:
        paths = preview_paths(work, domain.setting.preview_folders)
        yield next((path for path in paths if (domain.env.srcdir / path).is_file()), work.field("preview"))


def all_works(groups: Iterable[Group]) -> list[Work]:
    """The works of all groups, each once."""
    return list({work.key: work for group in groups for work in group.works}.values())


def key_answer(domain: AcademicDomain, key: str, layout: str) -> tuple[Any, ...]:
    """Which work a key leads to, and the files that it names; what the page itself says of it is no answer."""
    work = domain.find(key)
    return (work.key, *files_of(domain, [work], layout)) if work is not None else ()


def unknown_key(domain: AcademicDomain, key: str) -> str:
    """What is said of a key that no data file has."""
    return f"no data file has a publication {key!r}{did_you_mean(key, domain.library.keys)}"


def _form(group: Group) -> tuple[Any, ...]:
    keys = [work.key for work in group.works]
    words = (group.key, group.value, group.title, group.own, group.line, group.filter)
    return (*words, keys, list(map(_form, group.groups)))


def _awaiting(group: Group, late: str) -> Group:
    """The group and those within it, with a filter that is yet to be answered."""
    text = f"({group.filter}) and ({late})" if group.filter else late
    return replace(group, filter=text, groups=tuple(_awaiting(inner, late) for inner in group.groups))
