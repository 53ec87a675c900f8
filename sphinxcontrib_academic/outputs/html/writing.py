"""Publications that are HTML as soon as they are made: a page of thousands keeps no nodes of them.

The nodes that publications have in their thousands are written here, as the visitors would write them; all others are
left to the translator, in their places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from sphinx.writers.html5 import HTML5Translator

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.html import HANDLERS
from sphinxcontrib_academic.outputs.html.details import line_of
from sphinxcontrib_academic.outputs.html.visitors import ELEMENTS, part_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx

_SIGNS = HTMLTranslator.special_characters
_IN_VALUES = {**_SIGNS, **dict.fromkeys(map(ord, "\n\r\t\v\f"), " ")}
_INLINE: dict[type[nodes.Element], str] = {
    nodes.emphasis: "em",
    nodes.strong: "strong",
    nodes.subscript: "sub",
    nodes.superscript: "sup",
}
_METHODS = (
    *("dispatch_visit", "dispatch_departure", "visit_Text", "starttag", "encode", "attval", "special_characters"),
    *(f"{word}_{node.__name__}" for node in (*_INLINE, nodes.paragraph) for word in ("visit", "depart")),
)
"""What a translator must have of Sphinx's, if it is to be done without."""


def writer(app: Sphinx) -> Callable[[Iterable[nodes.Element], bool], list[nodes.Element]] | None:
    """What turns publications into what is written of them; nothing where a theme or an extension has a say in that."""
    registry = app.registry
    translator = registry.get_translator_class(app.builder)
    handlers = registry.translation_handlers.get(app.builder.name) or registry.translation_handlers.get("html", {})
    is_sphinx = all(getattr(translator, name, None) is getattr(HTML5Translator, name) for name in _METHODS)
    is_ours = all(handlers.get(node.__name__, HANDLERS) == HANDLERS for node in _WRITERS)
    return written if is_sphinx and is_ours else None


def written(items: Iterable[nodes.Element], is_searched: bool = False) -> list[nodes.Element]:
    """What is written of publications, or of the items of a list; those in which Sphinx must see something stay."""
    found: list[nodes.Element] = []
    batch = _Page()
    for item in items:
        page = _Page(is_searched=is_searched)
        page.write(item)
        if page.is_whole:
            page.take_to_pieces()
            batch.add(page)
            continue
        found += [*batch.made(), item]
        batch = _Page()
    return [*found, *batch.made()]


class _Page:
    """What is written, what can be searched of it, and the marks in it, each with whether it is always seen."""

    def __init__(self, *, is_searched: bool = False) -> None:
        self.html: list[Any] = []
        self.words: list[str] = []
        self.marks: dict[str, tuple[nodes.Element, bool]] = {}
        self.parents: list[Any] = []
        self.is_searched = is_searched
        self.formulas = self.rests = False
        self.seen = self.is_whole = True

    def made(self) -> list[nodes.Element]:
        """A node for all of it, if there is anything."""
        if not self.html:
            return []
        words = nodes.Text("\n".join(self.words))
        marks = list(self.marks.values())
        return [academic.academic_written("", words, pieces=self.html, marks=marks, formulas=self.formulas)]

    def add(self, page: _Page) -> None:
        """What another one has, in fewer pieces."""
        self.html += page.pieces()
        self.words.append("\n".join(page.words))
        for mark, seen in page.marks.values():
            self.mark(mark, seen=seen)
        self.formulas = self.formulas or page.formulas

    def mark(self, mark: nodes.Element, *, seen: bool) -> None:
        """A mark, of which a legend needs the first of each role."""
        first, was_seen = self.marks.get(mark["role"], (mark, False))
        self.marks[mark["role"]] = (first, seen or was_seen)

    def take_to_pieces(self) -> None:
        """Let go of the nodes that are written."""
        for node in self.html:
            if not isinstance(node, str):
                node.parent = nodes.inline()
        # parents and children hold each other: of thousands, none would go before Python looks for such rings
        for parent in self.parents:
            parent.children = []

    def pieces(self) -> list[str | nodes.Node]:
        """The text, parted only where there are nodes."""
        if not self.rests:
            return ["".join(self.html)]
        found: list[Any] = []
        for piece in self.html:
            if isinstance(piece, str) and found and isinstance(found[-1], str):
                found[-1] += piece
            else:
                found.append(piece)
        return found

    def write(self, node: nodes.Node) -> None:
        """A node, or its place."""
        _WRITERS.get(type(node), _Page.leave)(self, node)

    def leave(self, node: nodes.Node) -> None:
        """The place of a node that the translator writes."""
        self.html.append(node)
        self.rests = True
        self.is_whole = self.is_whole and type(node) in _LEFT
        self.formulas = self.formulas or any(True for _ in node.findall(nodes.math))
        self.words += [text.astext() for text in node.findall(nodes.Text)]


def _text(page: _Page, node: nodes.Node) -> None:
    text = str(node)
    page.html.append(text.translate(_SIGNS))
    page.words.append(text)


def _children(page: _Page, node: Any) -> None:
    for child in node.children:
        page.write(child)
    page.parents.append(node)


def _start(node: Any, tag: str, *css: str, **attributes: str) -> str:
    """As ``starttag`` of docutils, for nodes with at most one id."""
    classes = " ".join(dict.fromkeys([*node["classes"], *css]))
    known = {"class": classes} if classes else {}
    if node["ids"]:
        known["id"] = node["ids"][0]
    known |= attributes
    words = "".join([f' {name}="{known[name].translate(_IN_VALUES)}"' for name in sorted(known)])
    return f"<{tag}{words}>"


def _element(tag: str, behind: str = "") -> Callable[[_Page, nodes.Node], None]:
    def write(page: _Page, node: nodes.Node) -> None:
        page.html.append(_start(node, tag))
        _children(page, node)
        page.html.append(f"</{tag}>{behind}")

    return write


def _unsearched(write: Callable[[_Page, nodes.Node], None]) -> Callable[[_Page, nodes.Node], None]:
    """What Sphinx leaves out of its index: comments, and what is marked so."""

    def write_it(page: _Page, node: nodes.Node) -> None:
        words = len(page.words)
        write(page, node)
        del page.words[words:]

    return write_it


def _nothing(page: _Page, node: nodes.Node) -> None:
    page.parents += node.findall(nodes.Element)


def _item(page: _Page, node: Any) -> None:
    attributes = {"data-work": node.children[0]["key"]} if page.is_searched else {}
    page.html.append(_start(node, "li", **attributes) + "\n")
    _children(page, node)
    page.html.append("</li>\n")


def _publication(page: _Page, node: Any) -> None:
    # the translator knows where a second id is put
    page.is_whole = page.is_whole and len(node["ids"]) <= 1
    page.html.append(_start(node, "article") + "\n")
    _children(page, node)
    page.html.append("</article>\n")


def _part(page: _Page, node: Any) -> None:
    _element(part_tag(node))(page, node)


def _line(page: _Page, node: nodes.Node) -> None:
    tag, words, details = line_of(node)
    page.parents.append(node)
    if details:
        page.html.append('<div class="academic-row">\n')
    if words:
        page.html.append(_start(node, tag, "academic-line"))
        for child in words:
            page.write(child)
        page.html.append(f"</{tag}>\n")
    for child in details:
        page.write(child)
    if details:
        page.html.append("</div>\n")


def _paragraph(page: _Page, node: Any) -> None:
    page.html.append(_start(node, "p"))
    _children(page, node)
    page.html.append("</p>\n")


def _time(page: _Page, node: Any) -> None:
    known = {"datetime": node["datetime"]} if node.get("datetime") else {}
    tag = "time" if known else "span"
    page.html.append(_start(node, tag, **known))
    _children(page, node)
    page.html.append(f"</{tag}>")


def _author(page: _Page, node: Any) -> None:
    """An author comes again in other publications, and is written once."""
    author = node.get("written")
    if author is None:
        author = node["written"] = _Page()
        author.html.append(_start(node, "span"))
        _children(author, node)
        author.html = [*author.pieces(), "</span>"]
    page.html += author.html
    page.words += author.words
    for mark, seen in author.marks.values():
        page.mark(mark, seen=page.seen and seen)
    page.rests = page.rests or author.rests
    page.formulas = page.formulas or author.formulas
    page.is_whole = page.is_whole and author.is_whole


def _hidden(page: _Page, node: Any) -> None:
    page.seen, seen = False, page.seen
    _children(page, node)
    page.seen = seen


def _mark(page: _Page, node: Any) -> None:
    page.mark(node.deepcopy(), seen=page.seen)
    known = {"title": node["label"]} if node.get("label") else {}
    page.html.append(_start(node, "sup", **known))
    _children(page, node)
    page.html.append("</sup>")


def _link(page: _Page, node: Any) -> None:
    if "://" not in node["refuri"]:  # the translator knows where the page is
        page.leave(node)
        return
    page.html.append(_start(node, "a", "reference", "external", href=node["refuri"]))
    _children(page, node)
    page.html.append("</a>")


def _source(page: _Page, node: Any) -> None:
    start = _start(node, "pre", "academic-source", "notranslate", translate="no")
    page.html += [start, node.astext().translate(_SIGNS), "</pre>"]
    page.parents.append(node)


_LEFT = {nodes.math, nodes.reference, nodes.literal, academic.academic_link, academic.academic_file}
"""What the translator writes without a look at the page around it."""

_WRITERS: dict[type[nodes.Node], Callable[[_Page, Any], None]] = {
    **{node: _element(tag) for node, tag in {**ELEMENTS, **_INLINE}.items()},
    nodes.Text: _text,
    nodes.paragraph: _paragraph,
    academic.academic_item: _item,
    academic.academic_publication: _publication,
    academic.academic_lines: _children,
    academic.academic_line: _line,
    academic.academic_part: _part,
    academic.academic_strong_part: _part,
    academic.academic_emphasis_part: _part,
    academic.academic_silent_part: _nothing,
    academic.academic_separator: _children,
    academic.academic_author: _author,
    academic.academic_mark: _mark,
    academic.academic_time: _time,
    academic.academic_link: _link,
    academic.academic_source: _source,
    academic.academic_disclosure: _unsearched(_element("details", "\n")),
    academic.academic_more: _element("details"),
    academic.academic_more_words: _element("summary"),
    academic.academic_hidden: _unsearched(_hidden),
}
"""Each as its visitor: ``visitors.VISITORS`` for ours, Sphinx's for those of docutils."""
