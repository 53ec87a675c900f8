"""The floor: what our page says, as plain reST, the way a person would type it.

The words are read from the page that was built: strong, emphasis, formulas and links stay what they are, a publication
is an item of a list with one paragraph for each of our lines. Text that our page unfolds is typed out below it.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from html.parser import HTMLParser

_MARKS = {"strong": "**{}**", "em": "*{}*", "i": "*{}*", "sub": ":sub:`{}`", "sup": ":sup:`{}`"}
_BEFORE, _BEHIND = "'\"([{<-/:", "'\")]}>-/:.,;!?"
"""What may stand next to markup without a blank."""
_SPECIAL = re.compile(r"[\\*`|_]")
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_WORD = re.compile(r"\w+")


@dataclass
class Item:
    """One publication."""

    blocks: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """What a reader sees of it."""


def plain_items(html: str, *, details: bool) -> list[Item]:
    """The publications of a page as items of reST, with or without what it unfolds."""
    reader = _Reader(details=details)
    reader.feed(html)
    return reader.items


def plain_list(items: list[Item]) -> str:
    """A bullet list."""
    return "\n".join(_bullet(item) for item in items)


def _bullet(item: Item) -> str:
    text = textwrap.indent("\n\n".join(item.blocks), "  ", str.strip)
    return f"* {text[2:]}\n"


class _Reader(HTMLParser):
    def __init__(self, *, details: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.details = details
        self.items: list[Item] = []
        self.tags: list[tuple[str, str]] = []
        self.pieces: list[str] = []
        self.was_markup = False
        self.marks: list[str] = []
        self.address = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag in {"br", "img", "meta", "link", "input", "path", "line", "polyline", "circle", "rect"}:
            return
        if tag == "article" and "academic-publication" in known.get("class", ""):
            self.items.append(Item())
            self.depth = len(self.tags) + 1
        self.tags.append((tag, known.get("class", "")))
        if not self.depth:
            return
        if tag == "a":
            self.address = known.get("href", "")
        elif tag in _MARKS:
            self.marks.append(_MARKS[tag])
        elif tag in {"p", "pre"}:
            self.pieces, self.was_markup = [], False

    def handle_endtag(self, tag: str) -> None:
        while self.tags and self.tags[-1][0] != tag:
            self.tags.pop()
        if not self.tags:
            return
        if self.depth:
            self._end(tag)
        self.tags.pop()
        if len(self.tags) < self.depth:
            self.depth = 0

    def _end(self, tag: str) -> None:
        if tag == "a":
            self.address = ""
        elif tag in _MARKS:
            self.marks.pop()
        elif tag in {"p", "pre"} and not self._is_left_out():
            text = "".join(self.pieces)
            if tag == "pre":
                body = textwrap.indent(text.strip(), "   ", str.strip)
                self.items[-1].blocks.append(f".. code-block:: none\n\n{body}")
            elif text.strip():
                self.items[-1].blocks.append(re.sub(r"\s+", " ", text).strip())

    def _is_left_out(self) -> bool:
        names = {tag for tag, _ in self.tags}
        return "summary" in names or ("details" in names and not self.details)

    def handle_data(self, data: str) -> None:
        if not self.depth or self._is_left_out():
            return
        self.items[-1].words += _WORD.findall(data)
        names = [tag for tag, _ in self.tags]
        if "pre" in names:
            self.pieces.append(data)
        elif any("math" in classes.split() for _, classes in self.tags):
            self._add(f":math:`{data.removeprefix(chr(92) + '(').removesuffix(chr(92) + ')')}`", is_markup=True)
        else:
            self._inline(data)

    def _add(self, text: str, *, is_markup: bool) -> None:
        """Markup that touches a word is parted from it, as reST wants it."""
        last = self.pieces[-1][-1:] if self.pieces else " "
        touches = not last.isspace() and not text[:1].isspace()
        if touches and ((is_markup and last not in _BEFORE) or (self.was_markup and text[:1] not in _BEHIND)):
            self.pieces.append("\\ ")
        self.pieces.append(text)
        self.was_markup = is_markup

    def _inline(self, data: str) -> None:
        found = _EDGES.match(data)
        assert found is not None
        before, text, after = found.groups()
        escaped = _SPECIAL.sub(r"\\\g<0>", text)
        if not text or not (self.marks or "://" in self.address):
            self._add(f"{before}{escaped}{after}", is_markup=False)
            return
        # markup cannot stand in markup: a link has plain words
        text = f"`{escaped} <{self.address}>`__" if self.address else self.marks[-1].format(escaped)
        for piece, is_markup in ((before, False), (text, True), (after, False)):
            if piece:
                self._add(piece, is_markup=is_markup)
