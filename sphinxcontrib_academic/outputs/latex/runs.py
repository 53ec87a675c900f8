"""Text for engines that know Unicode: runs that the document's typeface may lack, each with its script."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from sphinxcontrib_academic.kinds.scripts import SCRIPTS, Script, script, script_of
from sphinxcontrib_academic.outputs.latex.characters import EVERYWHERE, JOINERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ALPHABETS = frozenset({"latin", "greek", "cyrillic"})
_MARKS = " ,;.:/·–-\N{NO-BREAK SPACE}"
_KEYCAP = "\u20e3"
_IN_TEX = frozenset({"latin", "greek", "cyrillic", "hebrew"})
"""Scripts whose typefaces come with TeX, found by their files; the system need not know them."""


def runs(text: str) -> list[tuple[str, str]]:
    """The text in pieces: the key of a script, or nothing where every typeface has the signs."""
    keys = [_key(sign) for sign in text]
    _join(text, keys)
    result: list[tuple[str, str]] = []
    at = 0
    for key, group in groupby(keys):
        length = len(list(group))
        result.append((key, text[at : at + length]))
        at += length
    return result


def leftward_end(found: Sequence[tuple[str, str]], at: int) -> int:
    """Behind the last of the runs from right to left that begin at one and that only spaces and marks part."""
    end = at
    while at < len(found) and found[at][0] and not script(found[at][0]).rightward:
        end = at + 1
        marks = end < len(found) and not found[end][0] and not found[end][1].strip(_MARKS)
        at = end + 1 if marks else end
    return end


def _key(sign: str) -> str:
    if sign in EVERYWHERE or sign in JOINERS or unicodedata.category(sign) in {"Zs", "Cf"}:
        return ""
    return script_of(sign).key


def _join(text: str, keys: list[str]) -> None:
    """A word is set in one typeface, and a run of words that no other word interrupts."""
    for index, sign in enumerate(text):
        if sign in JOINERS and index and keys[index - 1]:
            keys[index] = keys[index - 1]
        elif sign == _KEYCAP:
            first = index - 2 if text[index - 1 : index] == "\ufe0f" else index - 1
            keys[max(first, 0) : index + 1] = ["emoji"] * (index + 1 - max(first, 0))
    for first, last in _words(text):
        found = {key for key in keys[first:last] if key in _ALPHABETS}
        if len(found) == 1:
            keys[first:last] = [key if key and key not in found else next(iter(found)) for key in keys[first:last]]
    for index in range(1, len(keys) - 1):
        key = keys[index - 1]
        if text[index] == " " and key and key == keys[index + 1] and key != "emoji" and not script(key).dense:
            keys[index] = key
    if any(key == "japanese" for key in keys):
        keys[:] = ["japanese" if key == "chinese" else key for key in keys]


def _words(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for is_word, group in groupby(text, key=lambda sign: sign.isalpha() or unicodedata.combining(sign) > 0):
        length = len(list(group))
        if is_word:
            yield at, at + length
        at += length


def script_macros() -> str:
    """The table of scripts, as the class of the CV reads it."""
    return "".join(
        f"\\academicdeclarescript{{{row.key}}}{{{','.join(row.serif)}}}{{{','.join(row.sans)}}}"
        f"{{{row.opentype}}}{{{'ltr' if row.rightward else 'rtl'}}}{{{'dense' if row.dense else ''}}}\n"
        for row in SCRIPTS
    )


def without_font(text: str, key: str, engine: str) -> str:
    """The characters of a run that no typeface of its script has here; nothing where that cannot be known."""
    if key in _IN_TEX or shutil.which("fc-list") is None:
        return ""
    row = script(key)
    signs = sorted({sign for sign in text if not sign.isspace() and sign not in JOINERS})
    if _has(row, signs, engine):
        return ""
    return "".join(sign for sign in signs if not _has(row, [sign], engine))


def _has(row: Script, signs: Iterable[str], engine: str) -> bool:
    wanted = {name for name in (*row.serif, *row.sans) if "Color" not in name or engine == "lualatex"}
    return bool(wanted & _families(" ".join(f"{ord(sign):x}" for sign in signs)))


@cache
def _families(charset: str) -> frozenset[str]:
    """The typefaces of this system that have all these characters."""
    try:
        done = subprocess.run(  # noqa: S603 - the argument is numbers
            ["fc-list", f":charset={charset}", "family"],  # noqa: S607 - wherever the system has it
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(name.strip() for line in done.stdout.splitlines() for name in line.split(","))
