"""Names and texts as TeX, for a BibTeX file: what is read from it is what was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.text import Link, Math, Plain, RichText, Span, Style, Styled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinxcontrib_academic.model.names import Name, People

_PLAIN_NAMES = expression(
    r"(?:[A-Za-z ,.]++|[^\W\d_]|[\s.,'’{}-]|~(?=\S)|\\[`'^\"~=.]"
    r"|\\(?:[uvHtcdbkrijoOlL]|ss|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ)(?![A-Za-z]))*+"
)
"""Lists of names that hold letters and their accents, and no mark."""
_SPECIAL = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\~{}",
    "^": r"\^{}",
    "\\": r"\textbackslash{}",
}
_COMMENT = expression(r"((?<!\\)(?:\\\\)*)%")
_LAST_ESCAPES = expression(r"(?<!\\)(?:\\\\)*\\$")
_BRACE = expression(r"[{}]")
_PAIRED = expression(r"[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+")
"""Groups that hold groups, as in nearly all values."""
_STYLES = {
    Style.EMPHASIS: "emph",
    Style.STRONG: "textbf",
    Style.LITERAL: "texttt",
    Style.SMALL_CAPS: "textsc",
    Style.SUBSCRIPT: "textsubscript",
    Style.SUPERSCRIPT: "textsuperscript",
    Style.UNDERLINE: "underline",
}


def balanced(tex: str) -> str:
    """A value that ends where its brace closes it: braces without a partner go, comments become percent signs."""
    value = (_without_lone(tex) if ("{" in tex or "}" in tex) and not _PAIRED.fullmatch(tex) else tex).strip()
    if "%" in value and "://" not in value:
        value = _COMMENT.sub(r"\1\\%", value)
    return f"{value} " if value.endswith("\\") and _LAST_ESCAPES.search(value) else value


def _without_lone(tex: str) -> str:
    opened: list[int] = []
    lone: set[int] = set()
    for found in _BRACE.finditer(tex):
        if found[0] == "{":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            lone.add(found.start())
    lone.update(opened)
    return "".join(sign for index, sign in enumerate(tex) if index not in lone) if lone else tex


def text_source(text: RichText) -> str:
    """A text of the model as TeX."""
    return balanced(_spans(text.spans))


def _spans(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    match span:
        case Plain(text):
            return _escaped(text)
        case Math(tex):
            return f"${tex}$"
        case Link(target, children):
            return rf"\href{{{target}}}{{{_spans(children)}}}"
        case Styled(style, children):
            return rf"\{_STYLES[style]}{{{_spans(children)}}}"


def names_source(people: People, raw: str = "") -> str:
    """A list of names: as the file has it, or written anew where it held marks, or was separated by something else."""
    count = len(people.members) + people.others
    if raw and _PLAIN_NAMES.fullmatch(raw) and len(re.split(r"\s+and\s+", _without_groups(raw))) == count:
        return balanced(raw)
    names = [_name(person.name) for person in people.members]
    return " and ".join([*names, *(["others"] if people.others else [])])


def _without_groups(tex: str) -> str:
    """The text outside of braces."""
    if "{" not in tex:
        return tex
    while (shorter := re.sub(r"\{[^{}]*\}", "", tex)) != tex:
        tex = shorter
    return tex


def _name(name: Name) -> str:
    if name.literal or not name.family:
        return f"{{{_escaped(str(name))}}}"
    parts = {"prefix": name.prefix, "family": name.family, "suffix": name.suffix, "given": name.given}
    if any(word[:1].isupper() for word in name.prefix.split()):
        return ", ".join(f"{part}={_part(value)}" for part, value in parts.items() if value)
    family = " ".join(filter(None, (_escaped(name.prefix), _family(name.family))))
    return ", ".join(filter(None, (family, _part(name.suffix), _part(name.given))))


def _family(text: str) -> str:
    """A family whose first words BibTeX would take for a particle stands in braces."""
    return f"{{{_escaped(text)}}}" if any(word[:1].islower() for word in text.split()) else _part(text)


def _part(text: str) -> str:
    return f"{{{_escaped(text)}}}" if "," in text or " and " in f" {text} " else _escaped(text)


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in text if sign not in "{}")
