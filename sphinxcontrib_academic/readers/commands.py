"""The commands of a BibTeX file, ``@type{…}``: found, read field by field, mended where broken."""

from __future__ import annotations

import re

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.readers.cursor import UnfinishedError
from sphinxcontrib_academic.readers.openings import START, Opening, opening_of
from sphinxcontrib_academic.readers.ordinary import OrdinaryReader
from sphinxcontrib_academic.readers.values import Assignment, end_of_blank

MAX_COMMANDS = 50_000
"""Of one file: no life is long enough for more."""


@dataclass(slots=True)
class Command:
    """``@type{key, …}``; an ``@string`` has no key."""

    type: str
    key: str
    assignments: tuple[Assignment, ...]
    line: int


_KEY = {"}": expression(r"[^,{}=\"\n]*+"), ")": expression(r"[^,{}=\"\n)]*+")}
_NAME = expression(r"[^\s={},\"#%()]++")
_REST_OF_NAME = expression(r"[^={}\",#\n]*+(=?+)")
_MORE = expression(
    r"\s*+(?:,\s*+[^\s={},\"#%()@]++\s*+=|[^\s={},\"#%()@]++\s*+=\s*+[{\"]|[^\n@{}=,]{1,80}+,\s*+[^\s={},\"#%()@]++\s*+=)"
)
_STRAY = expression(r"\s*+(\})[\s}]*+")


def read_commands(
    text: str, path: str, first_line: int = 1, *, ordinary: bool = True
) -> tuple[tuple[Command, ...], tuple[Problem, ...]]:
    """Every entry and ``@string`` in their order; ``@comment`` and ``@preamble`` hold nothing to show.

    Without ``ordinary`` each field is read sign by sign, with the same result.
    """
    reader = _Reader(text, path, first_line)
    reader.ordinary = ordinary
    return tuple(reader.commands()), tuple(reader.problems)


class _Reader(OrdinaryReader):
    """Reads one command after the other."""

    def commands(self) -> list[Command]:
        """All commands, one after the other."""
        found: list[Command] = []
        while (start := START.search(self.text, self.pos)) is not None:
            line_start = max(self.text.rfind("\n", self.pos, start.start()) + 1, self.pos)
            before = self.text[line_start : start.start()]
            at_line_start = not before.strip() and self.text[line_start - 1 : line_start] in {"", "\n"}
            self.pos, self.noted, self.limit = start.end(), 0, len(self.text)
            if len(found) == MAX_COMMANDS:
                self.note(f"more than {MAX_COMMANDS} entries in one file", start.start(), Code.LIMIT)
                break
            if "%" in before:
                self._skip_line()
                continue
            opening = opening_of(self.text, start, at_line_start=at_line_start)
            if opening is not None:
                command = self._command(opening)
                found.extend([command] if command else [])
            elif at_line_start and (start[1] or "").lower() not in {"", "comment"}:
                self.note(f"'@{start[1][:60]}' does not begin an entry, expected '@type{{key,'", start.start())
        return found

    def _command(self, opening: Opening) -> Command | None:
        if opening.type.lower() in {"comment", "preamble"}:
            self._skip_command(opening)
            return None
        kept = len(self.problems)
        try:
            return self._body(opening, len(self.text), careful=False)
        except UnfinishedError:
            del self.problems[kept:]
            self.noted = 0
            return self._body(opening, self.next_mark(opening.end), careful=True)

    def _skip_line(self) -> None:
        end = self.text.find("\n", self.pos)
        self.pos = len(self.text) if end < 0 else end

    def _skip_command(self, opening: Opening) -> None:
        """To the end of a comment; one that is never closed ends where the next command begins."""
        brace = opening.end - 1
        if self.text[brace] == "(":
            end = self.text.find(")", brace)
            self.pos = end + 1 if 0 <= end < self.next_mark(brace) else self.next_mark(brace)
            return
        partner = self.pairs.get(brace)
        self.pos = self.next_mark(brace) if partner is None else partner + 1

    def _body(self, opening: Opening, limit: int, *, careful: bool) -> Command:
        self.pos, self.limit, self.careful, self.close = opening.end, limit, careful, opening.close
        self.commented = self.unclosed = False
        if opening.fault:
            found = " ".join(opening.fault.split())
            self.note(f"'{found[:60]}' does not begin an entry, expected '@{opening.type[:60]}{{'", opening.start)
        key = "" if opening.type.lower() == "string" else self.ordinary_key() or self._key()
        assignments = self.ordinary_fields()
        while not self._ended(opening.start):
            assignment = self._assignment()
            if assignment is not None:
                assignments += (assignment, *self.ordinary_fields())
        return Command(opening.type, key, tuple(assignments), self.line(opening.start))

    def _ended(self, start: int) -> bool:
        """Pass commas and the closing brace, if it is there."""
        commas = 0
        while (char := self.skip()) == ",":
            self.pos += 1
            commas += 1
            if commas == 2:
                self.note("two commas where one is expected", self.pos - 1)
        if char == "" or (char == "@" and self.at_mark()):
            if not self.careful:
                raise UnfinishedError
            self.pos = min(self.pos, self.limit)
            if not self.unclosed:
                self.note(f"the entry is not closed, expected '{self.close}'", start)
            return True
        if char in {"}", self.close} or (char == ")" and self._ends_behind()):
            return self._closes(char)
        return False

    def _ends_behind(self) -> bool:
        """True where nothing, or the next command, stands behind the cursor."""
        pos = end_of_blank(self.text, self.pos + 1)
        return pos >= self.limit or pos in self.starts

    def _closes(self, char: str) -> bool:
        self.pos += 1
        if char != self.close:
            self.note(f"'{char}' closes the entry, expected '{self.close}'", self.pos - 1)
        more = _MORE.match(self.text, self.pos, min(self.limit, self.next_mark(self.pos)))
        if more is not None:
            self.note("one brace too many: the entry goes on behind it", self.pos - 1)
            return self._ended(self.pos)
        stray = _STRAY.match(self.text, self.pos)
        if stray is not None:
            self.note("one brace too many", stray.start(1))
            self.pos = stray.end(1)
            while (char := self.text[self.pos : self.pos + 1]) and char in " \t}":
                self.pos += 1
        return True

    def _key(self) -> str:
        self.skip()
        found = _KEY[self.close].match(self.text, self.pos, self.limit)
        raw = found[0] if found else ""
        end = found.end() if found else self.pos
        after = self.text[end : end + 1] if end < self.limit else ""
        raw = re.split(r"(?:^|\s)%", raw, maxsplit=1)[0].strip().rstrip(";")
        if after == "=" or (after in {"{", '"'} and after):
            return self._key_without_comma(raw, after)
        start, self.pos = self.pos, end
        if after == "\n":
            after = self.skip()
        if after == ",":
            self.pos += 1
        elif raw and after and after not in {self.close, "}", "@"}:
            self.note(f"no comma after the key '{raw[:60]}'", start)
        if " " in raw or "\t" in raw:
            self.note(f"a blank in the key '{raw[:60]}'", start)
        return " ".join(raw.split())[:200]

    def _key_without_comma(self, raw: str, after: str) -> str:
        """``{title = …``, ``{key title = …``, ``{{key}, …``."""
        words = raw.split()
        if after == "{" and not words:
            partner = self.pairs.get(self.pos)
            if partner is not None and partner < self.limit and partner - self.pos < 200:
                key = self.text[self.pos + 1 : partner]
                self.note(f"braces around the key '{key[:60]}'", self.pos)
                self.pos = partner + 1
                return " ".join(key.split())
        if len(words) < 2:
            return ""
        self.note(f"no comma after the key '{words[0][:60]}'", self.pos)
        self.pos += len(words[0])
        return words[0][:200]

    def _assignment(self) -> Assignment | None:
        name = _NAME.match(self.text, self.pos, self.limit)
        if name is None:
            self.pass_junk()
            return None
        start, word = self.pos, name[0]
        self.pos = name.end()
        if self.skip() != "=":
            rest = _REST_OF_NAME.match(self.text, self.pos, self.limit)
            end = rest.end() if rest else self.pos
            following = self.text[end : end + 1] if end < self.limit else ""
            if rest and rest[1]:
                word = "-".join((word, *rest[0][:-1].split()))
                self.note(f"'{word[:60]}' is not the name of a field: it holds a blank", start)
                end -= 1
            elif following and following in '{"':
                self.note(f"no '=' after '{word[:60]}'", start)
                end -= 1
            else:
                self.note(f"'{word[:60]}' has no value, expected '{word[:60]} = {{…}}'", start)
                self.pos = max(end, self.pos)
                return None
            self.pos = end
        self.pos += 1
        if "@" in word:
            self.note(f"'{word[:60]}' is not the name of a field: it holds an '@'", start)
        word = word.replace("@", "").rstrip(":") or word
        pieces = self.value(word.lower())
        self.after_value()
        if not pieces:
            self.note(f"'{word[:60]}' has no value", start)
            return None
        return Assignment(word.lower()[:200], tuple(pieces), self.line(start))
