"""A place in the text of a BibTeX file: what is blank, which line it is, what was wrong."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem

MAX_DEPTH = 100
"""Braces within braces: BibTeX's own programs stop here too."""
MAX_VALUE = 250_000
"""Characters of one value: four thousand authors have room."""
MAX_PROBLEMS = 20
"""Of one command; who has more knows it by then."""

BLANK = expression(r"\s*+")
_MARK = expression(r"@[ \t]*+[^\s{}(),=@\"#%]++\s*+[{(]")
_JUNK = expression(r"[^,{}\n]*+")


class UnfinishedError(Exception):
    """A brace or a quote is not closed: the command has to be read with more care."""


class Cursor:
    """Goes once through the text; braces are paired beforehand, so that nothing is looked for twice."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.newlines = [match.start() for match in re.finditer("\n", text)]
        self.marks = list(_marks(text))
        self.starts = frozenset(self.marks)
        self.problems: list[Problem] = []
        self.pos = 0
        self.limit = len(text)
        self.careful = False
        self.close = "}"
        self.commented = False
        self.unclosed = False
        self.noted = 0

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Every brace that opens, with the one that closes it."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for brace in re.finditer("[{}]", self.text):
            if brace[0] == "{":
                opened.append(brace.start())
            elif opened:
                pairs[opened.pop()] = brace.start()
        return pairs

    def skip(self) -> str:
        """Pass blanks and comments; the character behind them."""
        while True:
            blank = BLANK.match(self.text, self.pos, self.limit)
            self.pos = blank.end() if blank else self.pos
            if self.pos >= self.limit:
                return ""
            if self.text[self.pos] != "%":
                return self.text[self.pos]
            if not self.commented:
                self.commented = True
                self.note("a '%' comment inside of an entry, BibTeX has none; it was left out", self.pos)
            end = self.text.find("\n", self.pos, self.limit)
            self.pos = self.limit if end < 0 else end

    def pass_junk(self) -> None:
        start = self.pos
        junk = _JUNK.match(self.text, self.pos, self.limit)
        self.pos = junk.end() if junk else self.pos
        if self.text[self.pos : self.pos + 1] == "{" and self.pos < self.limit:
            partner = self.pairs.get(self.pos)
            self.pos = self.pos + 1 if partner is None or partner >= self.limit else partner + 1
        self.pos = max(self.pos, start + 1)
        excerpt = " ".join(self.text[start : min(self.pos, start + 60)].split())
        self.note(f"'{excerpt}' is not a field, expected 'name = {{value}}'", start)

    def at_mark(self) -> bool:
        return self.pos in self.starts

    def next_mark(self, pos: int) -> int:
        index = bisect_left(self.marks, pos)
        return self.marks[index] if index < len(self.marks) else len(self.text)

    def bounded(self, value: str, pos: int) -> str:
        """Neither endlessly long nor endlessly nested."""
        if len(value) > MAX_VALUE:
            self.note(f"a value of {len(value)} characters was cut after {MAX_VALUE}", pos, Code.LIMIT)
            value = _balanced(value[:MAX_VALUE])
        if value.count("{") > MAX_DEPTH:
            flat = _flattened(value)
            if len(flat) < len(value):
                self.note(f"more than {MAX_DEPTH} braces within each other", pos, Code.LIMIT)
            return flat
        return value

    def mended(self, value: str) -> str:
        """A value whose end was guessed: no comma at the end, as many braces closed as opened."""
        value = value.strip().rstrip(",").rstrip()
        depth, kept = 0, []
        for char in value:
            depth += (char == "{") - (char == "}")
            if depth < 0:
                depth = 0
                continue
            kept.append(char)
        return self.bounded("".join(kept) + "}" * depth, self.pos)

    def line(self, pos: int) -> int:
        return bisect_right(self.newlines, pos - 1) + self.first_line

    def note(self, message: str, pos: int, code: Code = Code.SYNTAX) -> None:
        self.noted += 1
        if self.noted <= MAX_PROBLEMS:
            pos = min(pos, max(len(self.text.rstrip()) - 1, 0))
            self.problems.append(Problem(code, message, Location(self.path, self.line(pos))))


def _marks(text: str) -> Iterator[int]:
    """Where commands seem to begin: signs that nothing but blanks stands before in their lines."""
    last = 0
    for match in _MARK.finditer(text):
        start = match.start()
        line = text.rfind("\n", last, start) + 1 or last
        if not text[line:start].strip(" \t") and text[line - 1 : line] in {"", "\n"}:
            yield start
        last = start


def _balanced(value: str) -> str:
    depth = 0
    for brace in re.finditer("[{}]", value):
        depth += 1 if brace[0] == "{" else -1
    return value + "}" * max(depth, 0)


def _flattened(value: str) -> str:
    depth, parts = 0, []
    for part in re.split("([{}])", value):
        if part == "{":
            depth += 1
        if part not in {"{", "}"} or depth <= MAX_DEPTH:
            parts.append(part)
        if part == "}":
            depth -= 1
    return "".join(parts)
