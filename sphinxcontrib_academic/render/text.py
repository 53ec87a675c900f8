"""Rich text to nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic.model.text import Link, Math, Plain, RichText, Span, Style, Styled
from sphinxcontrib_academic.nodes import academic_styled

if TYPE_CHECKING:
    from collections.abc import Iterable

_DOCUTILS: dict[Style, type[nodes.TextElement]] = {
    Style.EMPHASIS: nodes.emphasis,
    Style.STRONG: nodes.strong,
    Style.LITERAL: nodes.literal,
    Style.SUBSCRIPT: nodes.subscript,
    Style.SUPERSCRIPT: nodes.superscript,
}


def text_nodes(text: RichText) -> list[nodes.Node]:
    """The inline nodes of a text."""
    return _nodes(text.spans)


def _nodes(spans: Iterable[Span]) -> list[nodes.Node]:
    return [_node(span) for span in spans]


def _node(span: Span) -> nodes.Node:
    match span:
        case Plain(text):
            return nodes.Text(text)
        case Math(tex):
            return nodes.math(tex, tex)
        case Link(target, children):
            return nodes.reference("", "", *_nodes(children), refuri=target, internal=False)
        case Styled(style, children) if style in _DOCUTILS:
            return _DOCUTILS[style]("", "", *_nodes(children))
        case Styled(style, children):
            css = [f"academic-{style.value}"]
            return academic_styled("", "", *_nodes(children), style=style.value, classes=css)
