"""``.. timeline::``: what happened when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.directives.asking import number
from sphinxcontrib_academic.directives.base import AcademicDirective
from sphinxcontrib_academic.directives.listing import pending_node
from sphinxcontrib_academic.directives.pieces import text_of
from sphinxcontrib_academic.directives.targets import is_address, note_file
from sphinxcontrib_academic.directives.timeline_body import TimelineBody
from sphinxcontrib_academic.kinds.timeline import TIMELINE_KINDS, timeline_kind
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.nodes import academic_logo
from sphinxcontrib_academic.readers.dates import read_when
from sphinxcontrib_academic.render.entries import Cells, cells_of, timeline_node
from sphinxcontrib_academic.reporting import did_you_mean, report
from sphinxcontrib_academic.selection import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docutils import nodes

    from sphinxcontrib_academic.domain import AcademicDomain
    from sphinxcontrib_academic.model.dates import When
    from sphinxcontrib_academic.model.entries import Entry
    from sphinxcontrib_academic.render.setting import Setting

ORDERS = ("source", "-date", "date")
SHAPES = ("full", "short")
HEADLINES = ("title", "organization")
_UNDATED = (float("-inf"),)


class TimelineDirective(AcademicDirective):
    """Shows the entries of its body, or those of its kinds from the data files."""

    optional_arguments = 1
    known_options = ("limit", "sort", "date-format", "headline", "layout")

    def run(self) -> list[nodes.Node]:
        """The timeline, or its place."""
        self.check_options()
        self.domain.note_user(self.docname)
        kinds = self._kinds()
        self.headline = self.choice("headline", HEADLINES)
        self.shape = self.choice("layout", SHAPES)
        return self._from_body(kinds[0]) if self.content else self._from_data(kinds)

    def hint_for(self, name: str) -> str:
        """A date in the place of an option: the first line of the body stands too near."""
        is_date = read_when(name, self.place())[0] is not None
        return "; leave an empty line before the first entry" if is_date else ""

    def _kinds(self) -> list[str]:
        """The kinds of the argument by their keys; one that is not known is kept as it is."""
        found = []
        for name in words_of(self.arguments[0] if self.arguments else "event"):
            row = timeline_kind(name)
            if row is None:
                hint = did_you_mean(name, [kind.key for kind in TIMELINE_KINDS])
                self.complain(Code.UNKNOWN_KIND, f"{name!r} is no kind of timeline{hint}")
            found.append(row.key if row else name.lower())
        return found or ["event"]

    @property
    def setting(self) -> Setting:
        """The setting of the site with the directive's own format of dates."""
        own = self.options.get("date-format", "").strip()
        return replace(self.domain.setting, date_format=own) if own else self.domain.setting

    def _from_body(self, kind: str) -> list[nodes.Node]:
        body = TimelineBody(kind, self.place())
        entries = body.read(self.parse_content_to_nodes())
        for problem in body.problems:
            report(problem)
        order = self.choice("sort", ORDERS, "source")
        if order != "source":
            entries.sort(key=lambda cells: _date_key(cells.when), reverse=order == "-date")
        entries = self.limited(entries)
        setting = replace(self.setting, files=self._files(entries))
        for cells in entries:
            self._finish_logo(cells)
            for one in (cells, *cells.roles):
                one.fields = {name: self.prose(words) for name, words in one.fields.items()}
        if not entries:
            return body.others
        return [
            self.named(timeline_node(kind, entries, setting, headline=self.headline, shape=self.shape)),
            *body.others,
        ]

    def _from_data(self, kinds: list[str]) -> list[nodes.Node]:
        self.domain.note_reader(self.docname)
        order = self.choice("sort", ORDERS, "-date")
        entries = chosen_entries(self.domain, kinds, order)
        question = (kinds, order, number(self, "limit"))
        entries = entries[: question[2]]
        self.domain.note_asked(self.docname, "timeline", question, entries_answer(entries))
        if not entries:
            return []
        place = pending_node(
            "timeline",
            [entry.key for entry in entries],
            self.shape,
            kind=kinds[0],
            headline=self.headline,
            date_format=self.options.get("date-format", "").strip(),
        )
        self.domain.note_entries(self.docname, place["keys"])
        place += [logo for entry in entries if (logo := self._logo_of(entry)) is not None]
        self._note_entry_files(entries)
        return [self.named(place)]

    def _files(self, entries: list[Cells]) -> dict[str, str]:
        """The files that links of these entries name, copied to the site."""
        targets = {target for cells in entries for _, target in cells.links if not is_address(target)}
        noted = {target: note_file(self.env, target, self.place()) for target in sorted(targets)}
        return {target: name for target, name in noted.items() if name}

    def _note_entry_files(self, entries: list[Entry]) -> None:
        for entry in entries:
            for _, target in cells_of(entry).links:
                if not is_address(target):
                    note_file(self.env, target, entry.location)

    def _finish_logo(self, cells: Cells) -> None:
        """The logo as an image of this page, which Sphinx collects."""
        if cells.logo is None:
            return
        words = cells.fields.get("organization") or cells.fields.get("title") or []
        cells.logo = self._logo(str(cells.logo["uri"]), text_of(words))

    def _logo_of(self, entry: Entry) -> nodes.Element | None:
        uri = entry.text("logo").plain
        if not uri:
            return None
        name = entry.text("organization") or entry.text("title")
        rooted = uri if "://" in uri else "/" + uri.lstrip("/")
        logo = self._logo(rooted, name.plain)
        logo["academic_key"] = entry.key
        return logo

    def _logo(self, uri: str, alt: str) -> nodes.Element:
        logo = academic_logo("", uri=uri, alt=alt, classes=["academic-logo"])
        self.set_source_info(logo)
        return logo


def chosen_entries(domain: AcademicDomain, kinds: Sequence[str], order: str) -> list[Entry]:
    """The entries of these kinds in the data files."""
    entries = [entry for entry in domain.library.entries if entry.kind in kinds]
    if order != "source":
        entries.sort(key=lambda entry: _date_key(entry.when), reverse=order == "-date")
    return entries


def entries_answer(entries: Iterable[Entry]) -> list[tuple[Any, ...]]:
    """What a page keeps of these entries: their keys, their logos, the files that they lead to."""
    return [
        (
            entry.key,
            *(entry.text(name).plain for name in ("logo", "organization", "title") if entry.text("logo")),
            *(target for _, target in cells_of(entry).links if not is_address(target)),
        )
        for entry in entries
    ]


def _date_key(when: When | None) -> tuple[float, ...]:
    return tuple(when.sort_key) if when is not None else _UNDATED
