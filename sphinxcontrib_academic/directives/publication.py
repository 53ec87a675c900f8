"""``.. publication::``: one publication, from the data files or typed into the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.directives.base import AcademicDirective
from sphinxcontrib_academic.directives.listing import author_options, note_links, pending_node
from sphinxcontrib_academic.directives.query import key_answer, unknown_key
from sphinxcontrib_academic.kinds.fields import FIELDS
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, link_relation
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.readers.data import read_pasted
from sphinxcontrib_academic.readers.identifiers import identifier_problems
from sphinxcontrib_academic.render.parts import part_node
from sphinxcontrib_academic.reporting import report

if TYPE_CHECKING:
    from docutils import nodes

    from sphinxcontrib_academic.model.works import Work

TEXT_OPTIONS = ("title", "status", "award", "tagline", "shorthand", "role", "note")
"""Options whose text is in the language of the page; the others are fields of the entry."""

_FIELD_OPTIONS = (
    tuple(name for names in ((row.key, *row.bibtex) for row in FIELDS) for name in names if name not in TEXT_OPTIONS)
    + tuple(name for row in LINK_RELATIONS for name in (row.key, *row.fields))
    + ("month", "year", "author+an", "eprint", "eprinttype")
)


class PublicationDirective(AcademicDirective):
    """Shows one publication: its key is the argument, or one BibTeX entry is the body."""

    optional_arguments = 1
    known_options = ("layout", "max-authors", "no-index", *TEXT_OPTIONS)

    def run(self) -> list[nodes.Node]:
        """The place of the publication."""
        self.check_options(self._fields())
        layout = self.layout_name()
        self.domain.note_reader(self.docname)
        self.layout = layout
        work = self._named() if self.arguments else self._pasted()
        if work is None:
            return self.parse_content_to_nodes() if self.arguments else []
        work = self._with_options(work)
        note_links(self.env, [work], self.domain.layouts[layout])
        self.domain.note_shown(self.docname, [work.key], indexed="no-index" not in self.options)
        place = pending_node("publication", [work.key], layout, **author_options(self))
        place += [
            part_node(name, self.prose(self.words(self.options[name])), cls=academic.academic_part)
            for name in TEXT_OPTIONS
            if self.options.get(name)
        ]
        if self.arguments:
            place += self.parse_content_to_nodes()
        return [self.named(place)]

    def _named(self) -> Work | None:
        key = self.arguments[0].strip()
        work = self.domain.find(key, self.docname)
        self.domain.note_asked(self.docname, "key", (key, self.layout), key_answer(self.domain, key, self.layout))
        if work is None:
            self.complain(Code.UNKNOWN_KEY, unknown_key(self.domain, key))
        return work

    def _pasted(self) -> Work | None:
        place = self.place(self.content_offset + 1)
        data = read_pasted("\n".join(self.content), place)
        for problem in data.problems:
            report(problem)
        if not data.works:
            message = "the directive has neither a key nor a BibTeX entry in its body"
            self.complain(Code.ENTRY, message)
            return None
        for other in data.works[1:]:
            self.complain(Code.ENTRY, f"the body holds a second entry {other.key!r}, expected one", other.location.line)
        work = self._complete(data.works[0])
        for problem in identifier_problems(work):
            report(problem)
        self.domain.note_pasted(self.docname, work)
        return work

    def _fields(self) -> tuple[str, ...]:
        """The options that are fields of an entry."""
        own = (name for row in self.domain.extras.relations.own for name in (row.key, *row.fields))
        return (*_FIELD_OPTIONS, *own)

    def _complete(self, work: Work) -> Work:
        """The work with what the site knows of it beside its fields."""
        work, problems = self.domain.extras.complete(work)
        for problem in problems:
            report(replace(problem, location=self.place()))
        return work

    def _with_options(self, work: Work) -> Work:
        """The work with the fields that the options give; kept with the page where there are any."""
        known = self._fields()
        for name in self.options:
            if name in known and not self.options[name] and link_relation(name) is not None:
                self.complain(Code.EMPTY_LINK, f":{name}: of {work.key!r} is empty, expected an address")
        fields = [(name, self.options[name]) for name in self.options if name in known and self.options[name]]
        if not fields:
            return work
        # what the options change is kept with the page, and so is all that they leave
        self.domain.note_asked(self.docname, "work", work.key, self.domain.file_digest(work.key))
        body = "".join(f"{name} = {{{value}}},\n" for name, value in fields)
        data = read_pasted(f"@{work.source_type or 'misc'}{{{work.key},\n{body}}}", self.place())
        for problem in data.problems:
            if problem.code is not Code.MISSING_TITLE:
                report(replace(problem, location=self.place()))
        changed = self._complete(work.with_changes(_without_title(data.works[0]))) if data.works else work
        known_problems = {problem.message for problem in identifier_problems(work)}
        for problem in identifier_problems(changed):
            if problem.message not in known_problems:
                report(replace(problem, location=self.place()))
        self.domain.note_pasted(self.docname, changed)
        return changed


def _without_title(work: Work) -> Work:
    """The work without the title that reading gives where there is none: options have no field of that name."""
    return replace(work, texts=tuple((name, text) for name, text in work.texts if name != "title"))
