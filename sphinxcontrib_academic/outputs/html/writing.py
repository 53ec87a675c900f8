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
    from collections.abc import Callable

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


def writer(app: Sphinx) -> Callable[[nodes.Element], nodes.Element] | None:
    """What turns a publication into what is written of it; nothing where a theme or an extension has a say in that."""
    registry = app.registry
    translator = registry.get_translator_class(app.builder)
    handlers = registry.translation_handlers.get(app.builder.name) or registry.translation_handlers.get("html", {})
    is_sphinx = all(getattr(translator, name, None) is getattr(HTML5Translator, name) for name in _METHODS)
    is_ours = all(handlers.get(node.__name__, HANDLERS) == HANDLERS for node in _WRITERS)
    return written if is_sphinx and is_ours else None


def written(publication: nodes.Element) -> nodes.Element:
    """What is written of a publication, which is taken to pieces; itself where Sphinx must see what is in it."""
    page = _Page()
    page.write(publication)
    if not page.is_whole or len(publication["ids"]) > 1:
        return publication
    for node in page.html:
        if not isinstance(node, str):
            node.parent = nodes.inline()
    for parent in page.parents:
        # parents and children hold each other: of thousands, none would go before Python looks for such rings
        parent.children = []
    node = academic.academic_written("", nodes.Text("\n".join(page.words)), key=publication["key"])
    node["ids"], node["marks"] = publication["ids"], page.marks
    node["pieces"], node["formulas"] = page.pieces(), page.formulas
    return node


class _Page:
    """What is written, what can be searched of it, and the marks in it, each with whether it is always seen."""

    def __init__(self) -> None:
        self.html: list[Any] = []
        self.words: list[str] = []
        self.marks: list[tuple[nodes.Element, bool]] = []
        self.parents: list[Any] = []
        self.formulas = self.rests = False
        self.seen = self.is_whole = True

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


def _element(tag: str, before: str = "", behind: str = "") -> Callable[[_Page, nodes.Node], None]:
    def write(page: _Page, node: nodes.Node) -> None:
        page.html.append(_start(node, tag) + before)
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


def _nothing(_page: _Page, _node: nodes.Node) -> None:
    return


def _part(page: _Page, node: Any) -> None:
    _element(part_tag(node))(page, node)


def _line(page: _Page, node: nodes.Node) -> None:
    tag, words, details = line_of(node)
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
    page.marks += [(mark, page.seen and seen) for mark, seen in author.marks]
    page.rests = page.rests or author.rests
    page.formulas = page.formulas or author.formulas
    page.is_whole = page.is_whole and author.is_whole


def _hidden(page: _Page, node: Any) -> None:
    page.seen, seen = False, page.seen
    _children(page, node)
    page.seen = seen


def _mark(page: _Page, node: Any) -> None:
    page.marks.append((node.deepcopy(), page.seen))
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


_LEFT = {nodes.math, nodes.reference, nodes.literal, academic.academic_link, academic.academic_file}
"""What the translator writes without a look at the page around it."""

_WRITERS: dict[type[nodes.Node], Callable[[_Page, Any], None]] = {
    **{node: _element(tag) for node, tag in {**ELEMENTS, **_INLINE}.items()},
    nodes.Text: _text,
    nodes.paragraph: _paragraph,
    academic.academic_publication: _element("article", "\n", "\n"),
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
    academic.academic_disclosure: _unsearched(_element("details", behind="\n")),
    academic.academic_more: _element("details"),
    academic.academic_more_words: _element("summary"),
    academic.academic_hidden: _unsearched(_hidden),
}
"""Each as its visitor: ``visitors.VISITORS`` for ours, Sphinx's for those of docutils."""
