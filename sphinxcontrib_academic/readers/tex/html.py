"""HTML in a text, as exporters leave it: styles, links, and what is taken out."""

from __future__ import annotations

import re
from html import unescape

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.model.text import Link, Style, Styled
from sphinxcontrib_academic.readers.tex.clean import without_hidden
from sphinxcontrib_academic.readers.tex.links import is_unsafe, safe_target
from sphinxcontrib_academic.readers.tex.source import DEEPEST, Source, spans
from sphinxcontrib_academic.readers.tex.tables import names

_NAME = expression(r"</?([A-Za-z][A-Za-z0-9:\-]*)")
_HREF = expression(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HARMFUL_ATTRIBUTE = expression(r"\bon[a-z]+\s*=", re.IGNORECASE)

TAGS: dict[str, Style | None] = {
    "i": Style.EMPHASIS, "em": Style.EMPHASIS, "italic": Style.EMPHASIS, "b": Style.STRONG,
    "strong": Style.STRONG, "bold": Style.STRONG, "sub": Style.SUBSCRIPT, "inf": Style.SUBSCRIPT,
    "sup": Style.SUPERSCRIPT, "scp": Style.SMALL_CAPS, "sc": Style.SMALL_CAPS, "tt": Style.LITERAL,
    "code": Style.LITERAL, "kbd": Style.LITERAL, "monospace": Style.LITERAL, "u": Style.UNDERLINE,
    "underline": Style.UNDERLINE, "cite": Style.EMPHASIS, "var": Style.EMPHASIS,
}  # fmt: skip
"""Tags that are styles."""

VANISHING = names(
    "span p br div a font small big ins del s center tex tex-math inline-formula alternatives formula q abbr "
    "title sec nobr wbr html body head h1 h2 h3 h4 h5 h6 ul ol li table tr td th tbody thead hr pre "
    "blockquote mark label named-content math mrow mi mn mo ms mtext msub msup msubsup mfrac msqrt mroot "
    "mstyle mspace mover munder munderover mfenced mtable mtr mtd mpadded mphantom mmultiscripts mprescripts "
    "none semantics annotation xref ext-link list list-item"
)
"""Tags that are dropped, and their text shown."""

BREAKING = frozenset(("br", "p", "div", "li", "hr", "tr", "td", "title", "sec"))
"""Tags that leave a blank."""

HARMFUL = names(
    "script style iframe object embed applet form input button svg link meta base img video audio source "
    "textarea select frame frameset template noscript bgsound marquee"
)
"""Tags that have no place in a text."""


def read_tag(source: Source, piece: str) -> None:
    if piece == "<!--":
        source.skip_to("-->")
        return
    closing = piece[1] == "/"
    found = _NAME.match(piece)
    name = found[1].lower() if found else ""
    name = name.rpartition(":")[2] if name.startswith(("mml:", "jats:", "m:")) else name
    if name not in TAGS and name not in VANISHING and name not in HARMFUL:
        source.position -= len(piece) - 1
        source.say("<")
        return
    if name in HARMFUL or _HARMFUL_ATTRIBUTE.search(piece):
        source.report(Code.UNSAFE, f"the tag <{name}> could run code, and was taken out")
    if name in HARMFUL:
        if not closing and name in (
            "script",
            "style",
            "iframe",
            "object",
            "noscript",
            "textarea",
            "template",
        ):
            source.skip_to(rf"</{name}[^>]*>")
        return
    if closing:
        _close_tag(source, name)
    elif name == "a":
        _anchor(source, piece)
    elif TAGS.get(name) and not piece.endswith("/>"):
        style = TAGS[name]
        source.open(name, lambda words: [Styled(style, spans(words))] if style else words)
    elif name in BREAKING:
        source.say(" ")


def _anchor(source: Source, piece: str) -> None:
    found = _HREF.search(piece)
    address = unescape(found[1] or found[2] or found[3] or "") if found else ""
    if is_unsafe(address):
        source.report(
            Code.UNSAFE,
            f"the address {address[:80]!r} could run code or read files; expected http, https, ftp or mailto",
        )
    target = safe_target(address)
    source.open("a", None if target is None else lambda words: [Link(target, spans(words))])


def _close_tag(source: Source, name: str) -> None:
    for depth, frame in enumerate(reversed(source.stack[-DEEPEST:])):
        if frame.end == "}":
            break
        if frame.end == name:
            for _ in range(depth + 1):
                source.close()
            return
    if name in BREAKING:
        source.say(" ")


def read_entity(piece: str) -> str:
    sign = unescape("&" + piece.rpartition("&")[2].rpartition("amp;")[2] if piece.count(";") > 1 else piece)
    if sign == piece:
        return piece
    return without_hidden(sign)
