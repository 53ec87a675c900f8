"""Where the pieces of TeX begin and end: tokens, matching braces, formulas; each in one pass."""

from __future__ import annotations

import re

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression

TOKEN = expression(
    r"""
      (?P<word>\\[A-Za-z@]+\*?[ \t\r\n]*)
    | (?P<sign>\\&(?:amp;)?|\\.)
    | (?P<open>\{) | (?P<close>\})
    | (?P<math>\$\$?)
    | (?P<address>(?:https?|ftp)://[^\s{}\\$<>"|^`\[\]]+)
    | (?P<tag><!--|</?(?:[a-z]+:)?[A-Za-z][A-Za-z0-9\-]*(?:\s*/?|[\s/][^<>=]*=[^<>]*)>
             |<(?:script|iframe|object|embed)\b[^<>]*>)
    | (?P<entity>&(?:amp;)*(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    | (?P<quote>``|''|---?|,,(?=\w)|[!?]`|[`'~])
    | (?P<blank>[ \t\r\n]+)
    | (?P<text>(?:[^\\{}$<&`'~\-,!? \t\r\nhf]++|[ ](?![ \t\r\n])|h(?!ttps?://)|f(?!tp://))+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
"""Every character belongs to one token."""

_STRUCTURE = expression(r"\\.|\{|\}|\$\$?", re.DOTALL)
_PRICE = expression(r"\$\d[^$]*[\s–-]")
_CLOSING = {"\\(": "\\)", "\\[": "\\]", "$": "$", "$$": "$$"}
_Begin = tuple[int, int, str] | None
"""Where an open formula begins, where its TeX begins, and what closes it."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What belongs together in a text."""

    groups: dict[int, int]
    """The position of each ``{`` to that behind its ``}``."""
    formulas: dict[int, tuple[int, int, int]]
    """The position of a formula's begin to where its TeX begins and ends, and to where the text goes on."""


def structure(text: str) -> Structure:
    """The groups and formulas of a text; what has no counterpart is in neither."""
    found = Structure({}, {})
    braces: list[int] = []
    formulas: list[_Begin] = [None]
    for token in _STRUCTURE.finditer(text):
        sign = token[0]
        if sign == "{":
            braces.append(token.start())
            formulas.append(None)
        elif sign == "}":
            if braces:
                found.groups[braces.pop()] = token.end()
                formulas.pop()
        elif sign in _CLOSING or sign in ("\\)", "\\]"):
            formulas[-1] = _formula(text, found, formulas[-1], token)
    return found


def _formula(text: str, found: Structure, begin: _Begin, token: re.Match[str]) -> _Begin:
    """Close the formula that has begun, or begin one; what is open afterwards."""
    sign, start, end = token[0], token.start(), token.end()
    new = (start, end, _CLOSING[sign]) if sign in _CLOSING else None
    if begin is None:
        return new
    first, inner, closing = begin
    if sign == closing:
        if sign == "$" and text[end : end + 1].isdigit() and _PRICE.fullmatch(text, first, start):
            return new
        found.formulas[first] = (inner, start, end)
        return None
    if closing == "$" and sign == "$$":  # one formula ends and another one begins
        found.formulas[first] = (inner, start, start + 1)
        return (start + 1, end, "$")
    return new if closing == "$$" and sign == "$" else begin
