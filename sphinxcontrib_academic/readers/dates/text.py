"""The text of a date without what TeX, HTML and emphasis put around it."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from sphinxcontrib_academic.model.expressions import expression

CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Scripts that do not part words, or glue their particles on, as a character class."""

_TEX_DASHES = expression(r"\\text(?:en|em|figure)dash\b\s?(?:\{\})?|\\(?:en|em)dash\b\s?(?:\{\})?|---?")
_TEX = (
    (expression(r"\\\w*noop\w*\s*\{[^{}]*\}", re.IGNORECASE), ""),
    (expression(r"\\text(?:ascii)?tilde\b\s?|\\sim\b\s?"), "~"),
    (expression(r"\\l?dots\b\s?|\\textellipsis\b\s?"), "…"),
    (expression(r"""\\["'`^~=.](?=\s*\{?\w)\s*|\\[cuvHkr](?:\s+|(?=\{))"""), ""),
    (expression(r"\\(?:text[a-z]+|emph|mbox|ensuremath|bf|it|rm|sc|sf|sl|tt|em|bfseries|itshape)\b\s?"), ""),
    (expression(r"\\-|\\/"), ""),
    (expression(r"\\(?:h?space\*?\{[^{}]*\}|q?quad\b|nobreakspace\b|hfill\b|[,;:! ])\s?"), " "),
    (expression(r"\\today\b"), " today "),
    (expression(r"\\[A-Za-z]+\*?\s*(?=\{)"), ""),
    (expression(r"\\(?=[&%$#_])"), ""),
    (expression(r"[{}$^]"), ""),
)
_MARKUP = expression(r"<[A-Za-z/][^<>]*>")
_SIGNS = str.maketrans({"*": " ", "_": " ", "`": " ", '"': " ", "“": " ", "”": " ", "„": " ", "«": " ", "»": " "})
_BLANK_TILDES = expression(
    rf"(?<=[^\W\d{CJK}])(?P<dot>\.?)~(?=\w)|(?<=,)~"
    r"|(?<![\d~])(?P<day>\d\d?\.?)~(?=[^\W\d_])|~(?=\s*[-–—])|(?<=[-–—])~"
)
_ABOUT = expression(r"^(\W*)[~≈∼](?=\s*\d)")


def clean(text: str) -> str:
    """The text without TeX, HTML and emphasis, digits of any script as ASCII."""
    if "\\" in text or "{" in text or "$" in text:
        text = _TEX_DASHES.sub(lambda match: "–" if match[0][0] == "\\" else match[0], text)
        for pattern, replacement in _TEX:
            text = pattern.sub(replacement, text)
    if "&" in text:
        text = html.unescape(text)
    text = _MARKUP.sub(" ", text).translate(_SIGNS)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.replace("´", "'").replace("…", " .. "))
        text = "".join(_plain_characters(text))
    if "~" in text or "≈" in text:
        text = _ABOUT.sub(r"\1circa ", text)
        text = _BLANK_TILDES.sub(lambda match: f"{match['day'] or match['dot'] or ''} ", text)
    return " ".join(text.split())


def _plain_characters(text: str) -> Iterator[str]:
    for char in text:
        if char.isdecimal():
            yield str(unicodedata.decimal(char))
        elif unicodedata.category(char) != "Cf":
            yield char
