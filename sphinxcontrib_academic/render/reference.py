"""A publication as a bibliography style of pybtex formats it: the one door to those styles."""

from __future__ import annotations

import re
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from babel.dates import get_month_names
from docutils import nodes
from pybtex import richtext
from pybtex.database import Entry, Person
from pybtex.exceptions import PybtexError
from pybtex.plugin import PluginNotFound, enumerate_plugin_names, find_plugin
from pybtex.style.template import tag

from sphinxcontrib_academic.model.dates import DateRange
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.render.authors import person_nodes
from sphinxcontrib_academic.render.text import text_nodes
from sphinxcontrib_academic.render.venues import venue_of, work_row, year_text
from sphinxcontrib_academic.render.words import babel_locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinxcontrib_academic.model.names import Name, People
    from sphinxcontrib_academic.model.text import RichText
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting

_GROUP = "pybtex.style.formatting"
_TYPES: Mapping[str, tuple[str, ...]] = {
    "article-journal": ("article",),
    "article-newspaper": ("article",),
    "article-magazine": ("article",),
    "paper-conference": ("inproceedings",),
    "book": ("book",),
    "chapter": ("incollection", "inbook"),
    "entry-encyclopedia": ("incollection",),
    "proceedings": ("proceedings",),
    "thesis": ("phdthesis",),
    "thesis-phd": ("phdthesis",),
    "thesis-master": ("mastersthesis",),
    "report": ("techreport",),
    "manuscript": ("unpublished",),
    "pamphlet": ("booklet", "manual"),
}
"""The types of BibTeX that styles know, for those of CSL; all others are ``misc``."""
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "container_title": ("journal", "booktitle"),
    "collection_title": ("series",),
    "publisher": ("publisher", "school", "institution"),
    "publisher_place": ("address",),
    "volume": ("volume",),
    "issue": ("number",),
    "page": ("pages",),
    "chapter": ("chapter",),
    "edition": ("edition",),
    "genre": ("type",),
    "how_published": ("howpublished",),
    "note": ("note",),
    "isbn": ("isbn",),
}
_TAGS: Mapping[str, type[nodes.TextElement]] = {
    "em": nodes.emphasis,
    "emph": nodes.emphasis,
    "i": nodes.emphasis,
    "strong": nodes.strong,
    "b": nodes.strong,
    "tt": nodes.literal,
    "sup": nodes.superscript,
    "sub": nodes.subscript,
}
_SYMBOLS = {"nbsp": "\N{NO-BREAK SPACE}", "ndash": "–", "newblock": " "}
_PERSON = "academicperson"
_HELD = expression("\ue000(\\d+)\ue001")
_SPECIAL = expression(r"[\\{}$%#&_~^\"]")
_CONTROL = expression(r"\\[A-Za-z]+\s*|\\.")


@cache
def style_names() -> tuple[str, ...]:
    """The bibliography styles that are installed."""
    return tuple(sorted(enumerate_plugin_names(_GROUP)))


def reference_nodes(work: Work, style: str, setting: Setting) -> list[nodes.Node]:
    """The whole entry in a style; nothing where the style cannot format it."""
    formatter = _formatter(style)
    if formatter is None:
        return []
    for kind in dict.fromkeys((*_TYPES.get(work.type, ()), work.source_type.lower(), "misc")):
        formatted = _Formatted(work, setting, kind)
        try:
            return formatted.made_by(copy(formatter))
        except Exception:  # noqa: BLE001, S112 - a style is somebody else's code, and raises what it likes
            continue
    return []


@cache
def _formatter(style: str) -> Any:
    """The style, which takes longer to find than to use."""
    try:
        return find_plugin(_GROUP, style)()
    except (PluginNotFound, PybtexError, TypeError):
        return None


class _Formatted:
    """One attempt to format a work as one of a type."""

    def __init__(self, work: Work, setting: Setting, kind: str) -> None:
        self.work, self.setting, self.kind = work, setting, kind
        self.held: list[list[nodes.Node]] = []
        """What no style must touch: formulas, links, signs that mean something to TeX."""
        self.people: list[tuple[People, int]] = []

    def made_by(self, style: Any) -> list[nodes.Node]:
        """What the style makes of it."""
        entry = Entry(self.kind, fields=dict(self._fields()))
        entry.key = self.work.key
        for role in ("author", "editor"):
            if people := self.work.people(role):
                entry.persons[role] = self._persons(people)
        original = style.format_name

        def format_name(person: Person, abbr: bool = False) -> Any:
            place = getattr(person, "academic_place", None)
            formatted = original(person, abbr)
            return formatted if place is None else tag(f"{_PERSON}{place}")[formatted]

        style.format_name = format_name
        formatted = style.format_entry("1", entry).text
        return _joined(self._nodes(formatted))

    def _fields(self) -> Iterator[tuple[str, str]]:
        work = self.work
        for key, names in _FIELDS.items():
            if text := work.text(key):
                value = self._tex(text, protect=_protected(work.field("title")) if key == "title" else frozenset())
                yield from ((name, value) for name in names)
        if self.kind == "misc" and not work.text("how_published"):
            venue = venue_of(work)
            words = [*self._genre(), *([self._tex(venue.full or venue.text)] if venue else [])]
            if words:
                yield "howpublished", ", ".join(words)
        if year := year_text(work):
            yield "year", self._hold(year)
        if month := self._month():
            yield "month", month
        for link in work.links:
            name, _, value = link.target.partition({"doi": "doi.org/", "arxiv": "/abs/"}.get(link.relation, "\0"))
            if link.relation == "url":
                yield "url", name
            elif value:
                yield {"doi": "doi", "arxiv": "eprint"}[link.relation], value

    def _genre(self) -> list[str]:
        row = work_row(self.work)
        genre = self.work.text("genre")
        return [self._tex(genre)] if genre else [self.setting.words(row.genre)] if row.genre else []

    def _month(self) -> str:
        when = self.work.date()
        date = (when.start or when.end) if isinstance(when, DateRange) else when
        if date is None or not date.month or date.season:
            return ""
        return str(get_month_names("wide", locale=babel_locale(self.setting.language))[date.month])

    def _persons(self, people: People) -> list[Person]:
        persons = []
        for index, member in enumerate(people.members):
            person = _person(member.name)
            person.academic_place = len(self.people)
            self.people.append((people, index))
            persons.append(person)
        return [*persons, *([Person(last="{others}")] if people.others else [])]

    def _tex(self, text: RichText, protect: frozenset[str] = frozenset()) -> str:
        """A text that a style can take apart: what is more than words is held back."""
        pieces = []
        for node in text_nodes(text):
            if isinstance(node, nodes.Text):
                words = re.split(r"(\s+)", str(node))
                held = (_SPECIAL.sub(lambda found: self._hold(found[0]), word) for word in words)
                pieces += [
                    f"{{{new}}}" if _letters(old) in protect else new for old, new in zip(words, held, strict=True)
                ]
            else:
                pieces.append(self._hold(node))
        return "".join(pieces)

    def _hold(self, node: nodes.Node | str) -> str:
        self.held.append([nodes.Text(node) if isinstance(node, str) else node])
        return f"\ue000{len(self.held) - 1}\ue001"

    def _nodes(self, text: Any) -> list[nodes.Node]:
        """The rich text of pybtex as nodes."""
        children = [
            node for part in getattr(text, "parts", ()) if not isinstance(part, str) for node in self._nodes(part)
        ]
        match text:
            case richtext.String():
                return self._words(str(text))
            case richtext.Tag(name=str(name)) if name.startswith(_PERSON):
                people, index = self.people[int(name.removeprefix(_PERSON))]
                return [person_nodes(people, index, self.setting, _joined(children))]
            case richtext.Tag(name=str(name)) if name in _TAGS:
                return [_TAGS[name]("", "", *_joined(children))]
            case richtext.HRef():
                return [nodes.reference("", "", *_joined(children), refuri=str(text.url), internal=False)]
            case richtext.BaseMultipartText():
                return children
            case str():
                return self._words(text)
        return [nodes.Text(_SYMBOLS.get(getattr(text, "name", ""), str(text)))]

    def _words(self, words: str) -> list[nodes.Node]:
        pieces = _HELD.split(words)
        result: list[nodes.Node] = []
        for index, piece in enumerate(pieces):
            if index % 2:
                result += [node.deepcopy() for node in self.held[int(piece)]]
            elif piece:
                result.append(nodes.Text(piece))
        return result


def _joined(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """The same with neighbouring words as one."""
    result: list[nodes.Node] = []
    for child in children:
        if isinstance(child, nodes.Text) and result and isinstance(result[-1], nodes.Text):
            result[-1] = nodes.Text(str(result[-1]) + str(child))
        else:
            result.append(child)
    return result


def _person(name: Name) -> Person:
    if name.literal or not name.family or name.family_first:
        return Person(last=f"{{{_bare(str(name))}}}")
    return Person(
        first=_bare(name.given), prelast=_bare(name.prefix), last=_bare(name.family), lineage=_bare(name.suffix)
    )


def _bare(text: str) -> str:
    return _SPECIAL.sub("", text)


def _protected(tex: str) -> frozenset[str]:
    """The words of a title whose letters stand in braces: a style must not lower their case."""
    found, depth = set(), 0
    for word in tex.split():
        inside = depth > 0
        for sign in _CONTROL.sub("", word):
            depth += (sign == "{") - (sign == "}")
            inside = inside or depth > 0
        if inside:
            found.add(_letters(_CONTROL.sub("", word)))
    return frozenset(found - {""})


def _letters(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum())
