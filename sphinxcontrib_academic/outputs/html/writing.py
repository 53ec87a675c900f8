"""Publications that are HTML as soon as they are made: a page of thousands keeps no nodes of them.

The nodes that publications have in their thousands are written here, as the visitors would write them; all others are
left to the translator, in their places.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from sphinx.writers.html5 import HTML5Translator

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.html import HANDLERS
from sphinxcontrib_academic.outputs.html.details import line_of
from sphinxcontrib_academic.outputs.html.pieces import Pieces
from sphinxcontrib_academic.outputs.html.visitors import ELEMENTS, part_tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sphinx.application import Sphinx

_SIGNS = sorted(
    ((chr(sign), word) for sign, word in HTMLTranslator.special_characters.items()), key=lambda pair: pair[0] != "&"
)
"""What HTML writes for them; the sign that they begin with is the first."""
_IN_VALUES = (*_SIGNS, *((sign, " ") for sign in "\n\r\t\v\f"))
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
    batch = Pieces()
    for item in items:
        page = Pieces(is_searched=is_searched)
        _write(page, item)
        if page.is_whole:
            page.take_to_pieces()
            batch.add(page)
            continue
        found += [*batch.made(), item]
        batch = Pieces()
    return [*found, *batch.made()]


def _write(page: Pieces, node: nodes.Node) -> None:
    write = _WRITERS.get(type(node))
    if write is not None:
        write(page, node)
    else:
        page.leave(node, is_known=type(node) in _LEFT)


def _text(page: Pieces, node: nodes.Node) -> None:
    text = str(node)
    page.html.append(_escaped(text))
    page.words.append(text)


def _escaped(text: str, signs: Iterable[tuple[str, str]] = _SIGNS) -> str:
    """As ``encode`` and ``attval`` of docutils; a long text takes ``str.translate`` forty times as long."""
    for sign, word in signs:
        if sign in text:
            text = text.replace(sign, word)
    return text


def _children(page: Pieces, node: Any) -> None:
    for child in node.children:
        _write(page, child)
    page.parents.append(node)


def _start(node: Any, tag: str, *css: str, **attributes: str) -> str:
    """As ``starttag`` of docutils, for nodes with at most one id."""
    start = _opening(tag, (*node["classes"], *css))
    if node["ids"]:
        attributes["id"] = node["ids"][0]
    if not attributes:
        return f"{start}>"
    words = [f' {name}="{_escaped(attributes[name], _IN_VALUES)}"' for name in sorted(attributes)]
    return f"{start}{''.join(words)}>"


@lru_cache(maxsize=500)  # there are few
def _opening(tag: str, classes: tuple[str, ...]) -> str:
    # "class" is before all other attributes
    words = _escaped(" ".join(dict.fromkeys(classes)), _IN_VALUES)
    return f'<{tag} class="{words}"' if words else f"<{tag}"


def _wrap(page: Pieces, node: Any, start: str, tag: str, behind: str = "") -> None:
    page.html.append(start)
    _children(page, node)
    page.html.append(f"</{tag}>{behind}")


def _element(tag: str, behind: str = "") -> Callable[[Pieces, nodes.Node], None]:
    return lambda page, node: _wrap(page, node, _start(node, tag), tag, behind)


def _unsearched(write: Callable[[Pieces, nodes.Node], None]) -> Callable[[Pieces, nodes.Node], None]:
    """What Sphinx leaves out of its index: comments, and what is marked so."""

    def write_it(page: Pieces, node: nodes.Node) -> None:
        words = len(page.words)
        write(page, node)
        del page.words[words:]

    return write_it


def _nothing(page: Pieces, node: nodes.Node) -> None:
    page.parents += node.findall(nodes.Element)


def _item(page: Pieces, node: Any) -> None:
    attributes = {"data-work": node.children[0]["key"]} if page.is_searched else {}
    _wrap(page, node, _start(node, "li", **attributes) + "\n", "li", "\n")


def _publication(page: Pieces, node: Any) -> None:
    # the translator knows where a second id is put
    page.is_whole = page.is_whole and len(node["ids"]) <= 1
    _wrap(page, node, _start(node, "article") + "\n", "article", "\n")


def _part(page: Pieces, node: Any) -> None:
    tag = part_tag(node)
    _wrap(page, node, _start(node, tag), tag)


def _line(page: Pieces, node: nodes.Node) -> None:
    tag, words, details = line_of(node)
    page.parents.append(node)
    if details:
        page.html.append('<div class="academic-row">\n')
    if words:
        page.html.append(_start(node, tag, "academic-line"))
        for child in words:
            _write(page, child)
        page.html.append(f"</{tag}>\n")
    for child in details:
        _write(page, child)
    if details:
        page.html.append("</div>\n")


def _time(page: Pieces, node: Any) -> None:
    known = {"datetime": node["datetime"]} if node.get("datetime") else {}
    tag = "time" if known else "span"
    _wrap(page, node, _start(node, tag, **known), tag)


def _author(page: Pieces, node: Any) -> None:
    """An author comes again in other publications, and is written once."""
    author = node.get("written")
    if author is None:
        author = node["written"] = Pieces()
        _wrap(author, node, _start(node, "span"), "span")
        author.html = author.pieces()
    page.html += author.html
    page.words += author.words
    for mark, seen in author.marks.values():
        page.mark(mark, seen=page.seen and seen)
    page.rests = page.rests or author.rests
    page.formulas = page.formulas or author.formulas
    page.is_whole = page.is_whole and author.is_whole


def _hidden(page: Pieces, node: Any) -> None:
    page.seen, seen = False, page.seen
    _children(page, node)
    page.seen = seen


def _mark(page: Pieces, node: Any) -> None:
    page.mark(node.deepcopy(), seen=page.seen)
    known = {"title": node["label"]} if node.get("label") else {}
    _wrap(page, node, _start(node, "sup", **known), "sup")


def _link(page: Pieces, node: Any) -> None:
    if "://" not in node["refuri"]:  # the translator knows where the page is
        page.leave(node, is_known=True)
        return
    _wrap(page, node, _start(node, "a", "reference", "external", href=node["refuri"]), "a")


def _source(page: Pieces, node: Any) -> None:
    start = _start(node, "pre", "academic-source", "notranslate", translate="no")
    page.html += [start, _escaped(node.astext()), "</pre>"]
    page.parents.append(node)


_LEFT = {nodes.math, nodes.reference, nodes.literal, academic.academic_link, academic.academic_file}
"""What the translator writes without a look at the page around it."""

_WRITERS: dict[type[nodes.Node], Callable[[Pieces, Any], None]] = {
    **{node: _element(tag) for node, tag in {**ELEMENTS, **_INLINE}.items()},
    nodes.Text: _text,
    nodes.paragraph: _element("p", "\n"),
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
