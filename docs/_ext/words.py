"""Words of the tables as reStructuredText."""

from __future__ import annotations

import re
from itertools import zip_longest


def code(*words: str) -> str:
    """Words as they are typed."""
    return ", ".join(typed(word) for word in words if word)


def typed(word: str) -> str:
    """One word as it is typed; backslashes and blanks at its ends are kept."""
    return f"``{word}``" if word.strip() == word else f":code:`{word}`"


def prose(text: str) -> str:
    """A sentence of a table, in which single backquotes mean literal words."""
    pieces = text.split("`")
    words = (re.sub(r"([*|_])", r"\\\1", piece) for piece in pieces[::2])
    literal = (f"``{piece}``" for piece in pieces[1::2])
    return "".join(part for pair in zip_longest(words, literal, fillvalue="") for part in pair)
