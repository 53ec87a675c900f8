"""``.. publications::``: a list of publications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.directives.base import AcademicDirective
from sphinxcontrib_academic.directives.listing import note_links, pending_node
from sphinxcontrib_academic.directives.searching import search_places
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.selection import (
    SORT_KEYS,
    in_order,
    known_types,
    of_keywords,
    of_types,
    unknown_sort_keys,
    words_of,
)

if TYPE_CHECKING:
    from docutils import nodes

    from sphinxcontrib_academic.model.works import Work


class PublicationsDirective(AcademicDirective):
    """Shows the publications that the options choose, or those whose keys are the body, in that order."""

    known_options = ("type", "keyword", "sort", "limit", "layout", "search", "no-index")

    def run(self) -> list[nodes.Node]:
        """The place of the list."""
        self.check_options()
        self.domain.note_reader(self.env.docname)
        layout = self.layout_name()
        works = self._by_hand() if self.content else self._ordered(list(self.domain.library.works))
        works = self.limited(self._chosen(works))
        if not works:
            return []
        note_links(self.env, works)
        keys = [work.key for work in works]
        if "no-index" not in self.options:
            self.domain.note_shown(self.env.docname, keys)
        boxes = search_places(self, keys)
        return [*boxes, self.named(pending_node("publications", keys, layout, search=bool(boxes)))]

    def _by_hand(self) -> list[Work]:
        """The works of the keys in the body."""
        works: dict[str, Work] = {}
        for offset, line in enumerate(self.content):
            for key in line.replace(",", " ").split():
                name = key.lstrip("-*") or key
                work = self.domain.find(name, self.env.docname)
                if work is not None:
                    works.setdefault(work.key, work)
                elif key not in {"-", "*"}:
                    hint = did_you_mean(name, self.domain.library.keys)
                    place = self.content_offset + offset + 1
                    self.complain(Code.UNKNOWN_KEY, f"no data file has a publication {name!r}{hint}", place)
        return self._ordered(list(works.values())) if "sort" in self.options else list(works.values())

    def _chosen(self, works: list[Work]) -> list[Work]:
        types, keywords = words_of(self.options.get("type", "")), self.options.get("keyword", "")
        if types:
            known = {name.lower() for name in known_types()} | {work.source_type.lower() for work in works} | {"thesis"}
            for name in types:
                if name.lower() not in known:
                    hint = did_you_mean(name, known)
                    self.complain(Code.UNKNOWN_VALUE, f":type: names {name!r}, which is no type of publication{hint}")
            works = of_types(works, types)
        if keywords:
            wanted = [word.strip() for word in keywords.split(",") if word.strip()]
            known = {word for work in self.domain.library.works for word in work.keywords}
            folded = {word.casefold() for word in known}
            for word in wanted:
                if word.casefold() not in folded:
                    hint = did_you_mean(word, known)
                    self.complain(Code.UNKNOWN_VALUE, f":keyword: names {word!r}, which no publication has{hint}")
            works = of_keywords(works, wanted)
        return works

    def _ordered(self, works: list[Work]) -> list[Work]:
        keys = words_of(self.options.get("sort", "") or self.config.academic_sort)
        for key in unknown_sort_keys(keys):
            hint = did_you_mean(key.lstrip("-+"), SORT_KEYS)
            self.complain(Code.UNKNOWN_VALUE, f":sort: names {key!r}, expected one of {', '.join(SORT_KEYS)}{hint}")
        return in_order(works, keys)
