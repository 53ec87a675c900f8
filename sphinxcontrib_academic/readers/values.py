"""The values of BibTeX fields: braces, quotes, numbers and words, mended where one of them is missing."""

from __future__ import annotations

import re

from sphinxcontrib_academic.kinds.fields import ROW_OF_FIELD, Value
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.cursor import BLANK, MAX_VALUE, Cursor, UnfinishedError


@dataclass(frozen=True, slots=True)
class Macro:
    """A word without quotes: the name of an ``@string``."""

    name: str


@dataclass(slots=True)
class Assignment:
    """``name = "one" # macro # {two}``."""

    name: str
    pieces: tuple[str | Macro, ...]
    line: int


ASSIGNS = expression(r"[^\s={},\"#%()@]++\s*+=")
_CUT = expression(r"(?:,\s*+|\n[ \t]*+)(?=[A-Za-z][\w+:.-]*+\s*+=\s*+(?:[{\"]|\w++[ \t]*+(?:[,}\n]|\Z)))")
_BARE = {"}": expression(r"[^\s,{}\"#=%]++"), ")": expression(r"[^\s,{}\"#=%)]++")}
_BARE_REST = {"}": expression(r"[^,{}\"#\n]*+"), ")": expression(r"[^,{}\"#\n)]*+")}
_MACRO = expression(r"[A-Za-z@!$&*+\-./:;<>?\[\\\]^_`|~\x7f\u0080-\U0010ffff][^\s]*+")
_CURLY = expression(r"“([^”]{0,2000}+)”|‘([^’\n]*+)’(?=\s*+[,}])|'([^'\n{}]*+)'(?=\s*+[,}])")
_AND_VALUE = expression(r"and\s*+(?=[{\"])", re.IGNORECASE)
_QUOTE_OR_BRACE = expression(r'["{}]')
_LAST_QUOTE = expression(r'"(?=\s*+(?:[,}]|$))', re.MULTILINE)
_AFTER_QUOTE = expression(r"\s*+(?:[,#})%@]|\Z|[^\s={},\"#%()@]++\s*+=)")
_LONG_TEXTS = ("abstract", "note", "annotation", "addendum")


class ValueReader(Cursor):
    """Reads the value at the cursor."""

    def value(self, name: str) -> list[str | Macro]:
        pieces: list[str | Macro] = []
        while True:
            char = self.skip()
            while char == "=" and not pieces:
                self.note("two '=' where one is expected", self.pos)
                self.pos += 1
                char = self.skip()
            if not char or char in ",#" or char in {self.close, "}"} or (char == "@" and self.at_mark()):
                if char == "#":
                    self.pos += 1
                    continue
                return pieces
            match char:
                case "{":
                    pieces.append(self._braced(name))
                case '"':
                    pieces.append(self._quoted(name))
                case _:
                    pieces.append(self._bare())
            end = self.pos
            char = self.skip()
            if char == "#":
                self.pos += 1
            elif (between := _AND_VALUE.match(self.text, self.pos, self.limit)) is not None:
                self.note(f"'and' stands between two values of '{name[:60]}', expected it inside", end)
                pieces.append(" and ")
                self.pos = between.end()
            elif char and char in '{"':
                self.note(f"no '#' or comma between the values of '{name[:60]}'", end)
                pieces.append(" ")
            else:
                self.pos = end
                return pieces

    def after_value(self) -> None:
        end = self.pos
        char = self.skip()
        if not char or char in ",@})" or char == self.close:
            return
        if ASSIGNS.match(self.text, self.pos, self.limit):
            self.note("no comma at the end of a value", max(end - 1, 0))
        else:
            self.pass_junk()

    def _braced(self, name: str) -> str:
        start = self.pos + 1
        end = self.pairs.get(self.pos)
        if end is None or end >= self.limit or self._swallows(name, start, end):
            if not self.careful:
                raise UnfinishedError
            end = None
        if self.careful:
            cut = _CUT.search(self.text, start, self.limit if end is None else end)
            if cut is not None or end is None:
                self.unclosed = True
                self.note(f"the value of '{name[:60]}' is not closed, expected '}}'", start - 1)
                self.pos = self.limit if cut is None else cut.start()
                return self.mended(self.text[start : self.pos])
        assert end is not None  # noqa: S101 - for the type checker: the two branches above return
        self.pos = end + 1
        value = self.text[start:end]
        return self.bounded(value.rstrip() if self.careful else value, start)

    def _swallows(self, name: str, start: int, end: int) -> bool:
        """True where a short text would hold a whole other entry: its brace is missing."""
        row = ROW_OF_FIELD.get(name)
        if row is None or row.value is Value.HOUSE or row.key in _LONG_TEXTS:
            return False
        return self.next_mark(start) < end

    def _quoted(self, name: str) -> str:
        start = self.pos + 1
        end = self._end_of_quote(start)
        if end is None or not _AFTER_QUOTE.match(self.text, end + 1, self.limit):
            stop = min(self.limit, self.next_mark(start))
            cut = _CUT.search(self.text, start, stop)
            last = _LAST_QUOTE.search(self.text, start, cut.start() + 1 if cut else stop)
            if last is None:
                return self._unclosed_quote(name, start, stop, cut)
            self.note(f"a quote or a brace inside of the quoted value of '{name[:60]}'", start - 1)
            end = last.start()
            self.pos = end + 1
            return self.mended(self.text[start:end])
        self.pos = end + 1
        return self.bounded(self.text[start:end], start)

    def _unclosed_quote(self, name: str, start: int, stop: int, cut: re.Match[str] | None) -> str:
        self.unclosed = True
        self.note(f"the value of '{name[:60]}' is not closed, expected '\"'", start - 1)
        if cut is not None:
            self.pos = cut.start()
            return self.mended(self.text[start : self.pos])
        line_end = self.text.find("\n", start, stop)
        self.pos = stop if line_end < 0 else line_end
        return self.mended(self.text[start : self.pos])

    def _end_of_quote(self, pos: int) -> int | None:
        while (found := _QUOTE_OR_BRACE.search(self.text, pos, self.limit)) is not None:
            if found[0] == '"':
                return found.start()
            partner = self.pairs.get(found.start()) if found[0] == "{" else None
            if partner is None:
                return None
            pos = partner + 1
        return None

    def _bare(self) -> str | Macro:
        """A number or the name of a macro; anything else should stand in braces."""
        curly = _CURLY.match(self.text, self.pos, self.limit)
        if curly is not None:
            self.note(f"{curly[0][0]}…{curly[0][-1]} do not delimit a value, expected braces", self.pos)
            self.pos = curly.end()
            return self.mended(curly[1] or curly[2] or curly[3] or "")
        start = self.pos
        word = _BARE[self.close].match(self.text, start, self.limit)
        if word is None:
            self.pos += 1
            return ""
        self.pos = word.end()
        rest = _BARE_REST[self.close].match(self.text, self.pos, self.limit)
        tail = rest[0] if rest else ""
        tail = re.split(r"\s%", tail, maxsplit=1)[0].rstrip()
        number = word[0].isdecimal()
        if not tail.strip() and (number or _MACRO.fullmatch(word[0])):
            return word[0] if number else Macro(word[0])
        if tail.strip() and ASSIGNS.match(self.text, end_of_blank(self.text, self.pos), self.limit):
            return word[0] if number else Macro(word[0])
        self.pos += len(tail)
        value = (word[0] + tail).strip()
        self.note(f"'{value[:60]}' needs braces around it", start)
        return value[:MAX_VALUE]


def end_of_blank(text: str, pos: int) -> int:
    """Where the next sign stands."""
    blank = BLANK.match(text, pos)
    return blank.end() if blank else pos
