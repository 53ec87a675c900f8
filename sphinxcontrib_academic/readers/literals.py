"""BibLaTeX's forms of values -> TeX that reads well: lists with ``and``, page ranges, subtitles."""

from __future__ import annotations

import re
from functools import lru_cache

from sphinxcontrib_academic.kinds.localization import LOCALIZATION
from sphinxcontrib_academic.model.expressions import expression

_NUMERAL = r"([A-Za-z]{0,4}\.?\d[\w.:]*|[ivxlcdmIVXLCDM]+)"
_PAGE_DASH = expression(r"\s*(?:-{2,}|[‐‑‒–—−]+|\\textendash(?:\{\})?|\\textemdash(?:\{\})?)\s*")
_HYPHENED = expression(rf"\s*{_NUMERAL}\s*-\s*{_NUMERAL}\s*")
_ESCAPED = {"\\": "", "{": "", "}": "", "^": "\\^{}", "~": "\\~{}"}
_MARKDOWN_LINK = expression(r"\[([^\[\]{}]{1,200})\]\(([^()\s{}]{1,500})\)")
_MARKDOWN_STRONG = expression(r"\*\*(?=\S)([^*{}]{1,500})(?<=\S)\*\*")
_MARKDOWN_EMPHASIS = expression(r"(?<![\w*])\*(?=\S)([^*{}]{1,500})(?<=\S)\*(?![\w*])")
_ENDS_ITSELF = "?!.:…‽"


def joined(key: str, value: str) -> str:
    """``A and B and C`` in the field ``key`` as *A, B and C*; keys of BibLaTeX become words."""
    return _known_joined(key, value) if len(value) <= _SHORT else _joined(key, value)


def _joined(key: str, value: str) -> str:
    words = LOCALIZATION.get(key, {})
    stripped = (part.strip().rstrip(",;") for part in _split_list(value))
    parts = [words.get(part.lower(), part) for part in stripped]
    if key in {"language", "original_language"}:
        parts = [_language(part) for part in parts]
    parts = ["others" if part == "others" else part for part in parts if part]
    if not parts:
        return ""
    if parts[-1] == "others" and len(parts) > 1:
        return ", ".join(parts[:-1]) + " et al."
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


_SHORT = 60
"""Characters of the longest list that is kept in memory."""
_known_joined = lru_cache(maxsize=2_000)(_joined)
"""The same publishers and places stand in many entries."""


def _split_list(value: str) -> list[str]:
    """Split at ``and`` outside of braces."""
    if "and" not in value:
        return [value]
    parts, depth, start = [], 0, 0
    for found in re.finditer(r"[{}]|\sand(?=\s)", value):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0:
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]]


def _language(word: str) -> str:
    bare = word.removeprefix("lang") if len(word) > 6 else word
    return bare.capitalize() if bare.isascii() and bare.isalpha() and bare.islower() else word


def with_subtitle(title: str, subtitle: str) -> str:
    """A colon between them, unless the title ends in a sign of its own."""
    title, subtitle = title.rstrip(), subtitle.strip()
    bare = title.rstrip("}'\" \t\n")
    return f"{title} {subtitle}" if bare.endswith(tuple(_ENDS_ITSELF)) else f"{title}: {subtitle}"


def pages(value: str) -> str:
    """An en dash between the pages of each range."""
    return ",".join(_page_range(part) for part in value.split(","))


def _page_range(part: str) -> str:
    dashed, count = _PAGE_DASH.subn("–", part)
    if count:
        return dashed
    hyphened = _HYPHENED.fullmatch(part)
    if hyphened is None:
        return part
    return f"{part[: len(part) - len(part.lstrip())]}{hyphened[1]}–{hyphened[2]}"


def markdown(value: str) -> str:
    """The emphasis and the links of Markdown, which files for Jekyll have in their own fields, as TeX."""
    value = _MARKDOWN_LINK.sub(r"\\href{\2}{\1}", value)
    value = _MARKDOWN_STRONG.sub(r"\\textbf{\1}", value)
    return _MARKDOWN_EMPHASIS.sub(r"\\emph{\1}", value)


def verbatim(key: str) -> str:
    """A key as TeX that shows it."""
    return "".join(_ESCAPED.get(char, f"\\{char}" if char in "$&%#_" else char) for char in key)
