"""Fields as nearly everybody writes them, ``name = {value},``: each is taken in one step.

``commands`` reads the same from them sign by sign, and it reads what is not like this: what is joined or mended.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.cursor import MAX_VALUE
from sphinxcontrib_academic.readers.values import Assignment, Macro, ValueReader


def _balanced(signs: str, depth: int) -> str:
    """Signs with groups between them, which hold groups."""
    inner = _balanced(r"[^{}]", depth - 1) if depth else r"[^{}]*+"
    return rf"{signs}*+(?:\{{{inner}\}}{signs}*+)*+"


_BRACED, _QUOTED = _balanced(r"[^{}]", 3), _balanced(r"[^{}\"]", 3)
_FIELD = expression(
    r"\s*+,?+\s*+([A-Za-z][\w+.:-]{0,199}+(?<!:))\s*+=\s*+"
    rf"(?:\{{({_BRACED})\}}|\"({_QUOTED})\"|(\d++)|([A-Za-z]\w*+))(?=\s*+[,}}])",
    re.ASCII,
)
_KEY = expression(r"\s*+([^\s,{}()=\"%;]{1,200}+),")


class OrdinaryReader(ValueReader):
    """Takes what is as it should be."""

    ordinary = True
    """Whether it does."""

    def ordinary_key(self) -> str:
        """A key without blanks and the comma behind it; empty where it is not like this."""
        found = _KEY.match(self.text, self.pos, self.limit) if self.ordinary else None
        if found is None:
            return ""
        self.pos = found.end()
        return found[1]

    def ordinary_fields(self) -> list[Assignment]:
        """The fields from here to the first that is not like this; none where braces are known to be missing."""
        found: list[Assignment] = []
        if self.careful or not self.ordinary:
            return found
        match, text, newlines, first_line = _FIELD.match, self.text, self.newlines, self.first_line
        position, limit = self.pos, min(self.limit, self.next_mark(self.pos))
        while (field := match(text, position, limit)) is not None:
            name, braced, quoted, number, word = field.groups()
            end = field.end()
            if end - position > MAX_VALUE:
                break
            value = braced if braced is not None else quoted if quoted is not None else number or Macro(word)
            line = bisect_right(newlines, field.start(1)) + first_line
            found.append(Assignment(name.lower(), (value,), line))
            position = end
        self.pos = position
        return found
