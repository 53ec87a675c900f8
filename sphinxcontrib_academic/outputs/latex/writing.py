"""Publications in which no transform has anything to do: they wait in one node, and the translator writes them at once.

A list of thousands is made of some fifty thousand nodes, and every transform of Sphinx would look at each of them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.model.memory import growing
from sphinxcontrib_academic.outputs.latex.characters import Way
from sphinxcontrib_academic.outputs.latex.direction import keeps_direction
from sphinxcontrib_academic.outputs.latex.engine import is_plain, settable, written
from sphinxcontrib_academic.outputs.latex.fields import collect_thing, is_cv
from sphinxcontrib_academic.outputs.latex.links import address_of, is_outward
from sphinxcontrib_academic.outputs.latex.longwords import LONG_WORD
from sphinxcontrib_academic.render.authors import marks_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx
    from sphinx.writers.latex import LaTeXTranslator

_KNOWN = {
    *(nodes.emphasis, nodes.strong, nodes.subscript, nodes.superscript),
    *(academic.academic_item, academic.academic_publication, academic.academic_lines, academic.academic_line),
    *(academic.academic_part, academic.academic_strong_part, academic.academic_emphasis_part),
    *(academic.academic_silent_part, academic.academic_separator, academic.academic_author, academic.academic_self),
    *(academic.academic_mark, academic.academic_others, academic.academic_more, academic.academic_more_words),
    *(academic.academic_time, academic.academic_styled, academic.academic_link, academic.academic_file),
}
_LINKS = {academic.academic_link, academic.academic_file, nodes.reference}
_TIED = 2
"""So many publications at the end of a list may be tied to each other in a CV."""


def keeper(
    app: Sphinx, document: nodes.document
) -> Callable[[Iterable[nodes.Element], bool], list[nodes.Element]] | None:
    """What lets publications wait; nothing where the direction of their words is to be looked at."""
    if keeps_direction(app.config):
        return None
    in_cv = is_cv(document, app.config.latex_documents)
    latin = app.config.latex_engine == "pdflatex"
    is_set = partial(_is_set, latin=latin, is_own_font=in_cv and not latin)
    return partial(kept, is_set=is_set, tied=_TIED if in_cv else 0)


def kept(
    items: Iterable[nodes.Element], _is_searched: bool = False, *, is_set: Callable[[nodes.Text], bool], tied: int
) -> list[nodes.Element]:
    """The items of a list, those in one node that can wait."""
    found: list[nodes.Element] = []
    waiting: list[nodes.Element] = []
    given = list(items)
    for index, item in enumerate(given):
        in_list = isinstance(item, academic.academic_item)
        if in_list and index < len(given) - tied and _can_wait(item, is_set):
            waiting.append(item)
            continue
        _own_authors(item)
        found += [*_written(waiting), item]
        waiting = []
    return [*found, *_written(waiting)]


def _written(items: list[nodes.Element]) -> list[nodes.Element]:
    marks = [mark for item in items for mark in marks_in(item)]
    return [academic.academic_written("", items=items, marks=marks, formulas=False)] if items else []


def _own_authors(node: nodes.Element) -> None:
    """Transforms change what they find: an author who stands in several publications is copied."""
    for at, child in enumerate(node.children):
        if isinstance(child, academic.academic_author):
            node[at] = child.deepcopy()
        elif isinstance(child, nodes.Element):
            _own_authors(child)


def _can_wait(node: nodes.Node, is_set: Callable[[nodes.Text], bool]) -> bool:
    """Whether all in it is written as it is, or by the commands that the engine needs."""
    match node:
        case nodes.Text():
            return is_set(node)
        case academic.academic_hidden() | academic.academic_disclosure():
            return True
        case nodes.math():
            return is_plain(node.astext())
        case nodes.reference() if type(node) is nodes.reference:
            known = is_outward(node)
        case _:
            known = type(node) in _KNOWN
    return known and all(_can_wait(child, is_set) for child in node.children)


def _is_set(text: nodes.Text, *, latin: bool, is_own_font: bool) -> bool:
    """Whether no transform has to look at a text; ``is_own_font`` where each script has a typeface of ours."""
    if is_plain(text):
        return not LONG_WORD.search(text)
    if is_own_font:
        return False
    found = settable(text.astext(), latin=latin)
    return all(piece.way is not Way.NONE and not LONG_WORD.search(piece.text) for piece in found)


def visit_written(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Write the publications that have waited."""
    writer = _Writer(self)
    with growing():
        for item in node["items"]:
            writer.write(item)
    raise nodes.SkipNode


class _Writer:
    """What transforms do with publications, and what the translator writes of them."""

    def __init__(self, translator: LaTeXTranslator) -> None:
        self.translator, self.body = translator, translator.body
        self.docname = translator.document.get("docname", "")
        self.in_cv = is_cv(translator.document, translator.config.latex_documents)
        self.base = translator.config.html_baseurl
        self.latin = translator.config.latex_engine == "pdflatex"
        self.methods: dict[type[nodes.Node], tuple[Any, Any]] = {}

    def write(self, node: Any) -> None:
        """Write a node with all that is in it."""
        cls = type(node)
        if cls is nodes.Text:
            self._text(node)
        elif cls is academic.academic_author:
            self._author(node)
        else:
            if cls is academic.academic_publication:
                collect_thing(node, self.docname, in_cv=self.in_cv, has_notes=False)
            self._element(address_of(node, self.base) if cls in _LINKS else node)

    def _element(self, node: nodes.Element) -> None:
        """As ``walkabout``, which asks for the methods of each node anew."""
        cls = type(node)
        if cls not in self.methods:
            self.methods[cls] = (self._method("visit", cls), self._method("depart", cls))
        visit, depart = self.methods[cls]
        try:
            visit(node)
        except nodes.SkipNode:
            return
        for child in node.children:
            self.write(child)
        depart(node)

    def _method(self, word: str, cls: type[nodes.Node]) -> Any:
        names = [f"{word}_{one.__name__}" for one in cls.__mro__]
        return next((getattr(self.translator, name) for name in names if hasattr(self.translator, name)), None)

    def _text(self, text: nodes.Text) -> None:
        if is_plain(text):
            self.translator.visit_Text(text)
            return
        for piece in written(settable(text.astext(), latin=self.latin)):
            if isinstance(piece, nodes.Text):
                self.translator.visit_Text(piece)
            else:
                self.body.append(piece.astext())

    def _author(self, node: nodes.Element) -> None:
        """An author comes again in other publications, and is written once."""
        if "written" not in node:
            start = len(self.body)
            self._element(node)
            node["written"] = "".join(self.body[start:])
            del self.body[start:]
        self.body.append(node["written"])
