"""A text while its TeX is read: where the reader stands, and what has begun and not ended."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.model.text import Plain, Span
from sphinxcontrib_academic.readers.tex.scan import Structure, structure

DEEPEST = 40
"""Styles inside of styles; what is deeper keeps its words alone."""
MOST_PROBLEMS = 10
"""Problems of one value; it is hopeless after that many."""

_OPTION = expression(r"[ \t\r\n]*\[[^\[\]{}]{0,300}\]")
_BLANK = expression(r"[ \t\r\n]*")

Words = list[str | Span]
Make = Callable[[Words], Words] | None


@dataclass(slots=True)
class Frame:
    """Something that has begun and will end: a group, an argument without braces, a tag."""

    end: str
    """``}``, ``one`` (the next thing), ``group`` (with its group), or the name of a tag."""
    words: Words
    make: Make = None
    """What is made of the words in the end; none where they belong to the frame around."""


@dataclass(slots=True)
class Source:
    """A text that is read once from its begin to its end; what is open stands on a stack."""

    text: str
    location: Location
    formulas: bool = True
    """False for the words inside of a formula: no formula stands in another one."""
    position: int = 0
    problems: list[Problem] = field(default_factory=list)
    stack: list[Frame] = field(default_factory=lambda: [Frame("", [])])
    depth: int = 0
    groups: int = 0
    quotes: int = 0
    jumps: dict[int, int] = field(default_factory=dict)
    """Ends of groups behind which the text goes on elsewhere."""
    known: Structure | None = None
    reported: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    """Ends that the rest of the text does not hold: not searched for again."""

    @property
    def structure(self) -> Structure:
        if self.known is None:
            self.known = structure(self.text)
        return self.known

    def say(self, *words: str | Span) -> None:
        """Add words to what is open, and end the arguments that they are; a blank is no argument."""
        if words == (" ",) and self.stack[-1].end == "one":
            return
        self.stack[-1].words.extend(words)
        while self.stack[-1].end == "one":
            self.close()

    def open(self, end: str, make: Make = None) -> None:
        """Begin something that ``make`` makes its words into."""
        if make is None or self.depth >= DEEPEST:
            self.stack.append(Frame(end, self.stack[-1].words))
        else:
            self.depth += 1
            self.stack.append(Frame(end, [], make))

    def close(self) -> None:
        """End what has begun last."""
        frame = self.stack.pop()
        if frame.make is not None:
            self.depth -= 1
            self.stack[-1].words.extend(frame.make(frame.words))

    def argument(self, make: Make) -> None:
        """The next group or thing goes through ``make``."""
        self.open("one", make)

    def raw(self) -> str:
        """The next argument as it is written, which is consumed; empty where there is none."""
        blank = _BLANK.match(self.text, self.position)
        start = blank.end() if blank else self.position
        end = self.structure.groups.get(start)
        if end is None:
            return ""
        self.position = end
        return self.text[start + 1 : end - 1]

    def skip_options(self) -> None:
        """Leave out optional arguments."""
        while option := _OPTION.match(self.text, self.position):
            self.position = option.end()

    def skip_to(self, end: str) -> None:
        """Leave out everything up to an end (a regular expression), if the text has it."""
        if end in self.missing:
            return
        found = re.compile(end, re.IGNORECASE).search(self.text, self.position)
        if found is None:
            self.missing.add(end)
        else:
            self.position = found.end()

    def report(self, code: Code, message: str) -> None:
        """Note a problem once."""
        if message in self.reported or len(self.problems) >= MOST_PROBLEMS:
            return
        self.reported.add(message)
        self.problems.append(Problem(code, message, self.location))

    def open_group(self) -> None:
        """Begin a group."""
        self.groups += 1
        self.open("}")

    def close_group(self) -> None:
        """End a group with everything that has begun in it."""
        end = self.position
        if self.groups:
            self.groups -= 1
            while self.stack[-1].end != "}":
                self.close()
            self.close()
            self.say()
        self.position = self.jumps.pop(end, end)


def spans(words: Words) -> tuple[Span, ...]:
    """The words as spans."""
    return tuple(Plain(word) if isinstance(word, str) else word for word in words)
