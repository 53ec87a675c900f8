"""Answers are data: each language that a site is written in has its own way to say a text as it is."""

from __future__ import annotations

import json
import re
from html import escape as _html

_TEX = {
    "\\": r"\textbackslash{}", "{": "(", "}": ")", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#_%"},
}  # fmt: skip


def python(text: str) -> str:
    """A literal of Python in double quotes; JSON's are a subset."""
    return json.dumps(text, ensure_ascii=False)


def yaml(text: str) -> str:
    """A scalar of YAML in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def rst(text: str) -> str:
    """Words of reStructuredText that are no markup."""
    escaped = re.sub(r"([\\*`|_@]|:(?=\S))", r"\\\1", text)
    # signs alone would be taken for the line below a title
    return f"\\{escaped}" if escaped and not any(map(str.isalnum, escaped)) and escaped[0] != "\\" else escaped


def rst_field(text: str) -> str:
    """Words of a field that holds no markup, as those of ``meta`` do."""
    return text.replace("\\", "\\\\")


def markdown(text: str) -> str:
    """Words of Markdown that are no markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~$&^@]|:(?=\S))", r"\\\1", text)


def tex(text: str) -> str:
    """Words of TeX; braces become brackets, because BibTeX counts them whatever stands before."""
    return "".join(_TEX.get(sign, sign) for sign in text)


def pattern(text: str) -> str:
    """A name of a file in Sphinx's patterns, where a question mark is any sign."""
    return re.sub(r"[*?\[]", "?", text)


def html(text: str) -> str:
    """Words of HTML, SVG and XML."""
    return _html(text, quote=False)
