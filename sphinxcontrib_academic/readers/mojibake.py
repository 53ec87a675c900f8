"""Text that some program once read in a wrong encoding and saved: ``ðŸ”¥`` where 🔥 was meant.

Only sequences that nobody writes on purpose are found: an emoji, a typographic quote or a letter with a diacritic, in
UTF-8, read as Windows-1252 or as Mac Roman.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.problems import Code, Location, Problem


@dataclass(frozen=True, slots=True)
class Mojibake:
    """One place in a text."""

    line: int
    found: str
    meant: str
    encoding: str
    """The wrong encoding, as people call it."""


_APPLE = "\uf8ff"
_TABLE: tuple[tuple[str, str, tuple[tuple[str, int], ...]], ...] = (
    ("Windows-1252", "cp1252", (("ðŸ", 2), ("â€", 1), ("Ã", 1))),
    ("Mac Roman", "mac_roman", (("ü", 2),)),
)
"""Emoji, quotes and dashes, letters of Latin-1, by the signs that come first and how many follow them; in Mac Roman,
whose letters are common, emoji alone.

Their first sign in Mac Roman, an apple, has no place in Unicode and is often lost. Most texts have none of the signs
that come first, which is found out in no time.
"""


@cache
def _pattern(codec: str, heads: tuple[tuple[str, int], ...]) -> re.Pattern[str]:
    """Characters that begin with these signs, each with the signs that must follow."""
    # what the bytes that continue a character in UTF-8 look like in another encoding
    signs = (bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(0x80, 0xC0) if byte != 0xA0)
    others = "".join(map(re.escape, signs))
    return re.compile("|".join(f"{re.escape(head)}[{others}]{{{count}}}" for head, count in heads))


def find_mojibake(text: str) -> Iterator[Mojibake]:
    """All places in their order, each encoding for itself."""
    if text.isascii():
        return
    for name, codec, heads in _TABLE:
        for match in _pattern(codec, heads).finditer(text) if any(head in text for head, _ in heads) else ():
            start = match.start()
            has_apple = codec == "mac_roman" and text[max(start - 1, 0) : start] == _APPLE
            found = text[start - has_apple : match.end()]
            if meant := _meant(found, codec):
                yield Mojibake(text.count("\n", 0, start) + 1, found, meant, name)


def mojibake_problems(text: str, path: str) -> Iterator[Problem]:
    """One problem for each line."""
    said = set()
    for place in find_mojibake(text):
        if place.line not in said:
            said.add(place.line)
            message = f"{place.found!r} is {place.meant!r} that was once read as {place.encoding}, expected UTF-8"
            yield Problem(Code.ENCODING, message, Location(path, place.line))


def _meant(found: str, codec: str) -> str:
    """The characters that were meant, empty where it is none."""
    whole = found if codec != "mac_roman" or found.startswith(_APPLE) else f"{_APPLE}{found}"
    # Windows-1252 leaves five bytes without a sign; programs keep them as they are
    raw = b"".join(sign.encode(codec) if _has(sign, codec) else sign.encode("latin-1", "replace") for sign in whole)
    meant = raw.decode("utf-8", "ignore")
    return meant if meant.isprintable() else ""


def _has(sign: str, codec: str) -> bool:
    try:
        sign.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
