"""Regular expressions as automata (Thompson 1968): as many steps as letters, never more."""

from __future__ import annotations

from dataclasses import field
from re import _constants as sre  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.model.classes import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MOST_STEPS = 2000
"""How large a program may grow: repetitions with a number are written out."""

_SPLIT, _LETTER, _PLACE, _FOUND = range(4)


class TooLargeError(Exception):
    """The program would have more than ``MOST_STEPS`` steps."""


@dataclass(slots=True)
class Program:
    """Steps: ``(kind, value, next steps)``; it begins with the step 0."""

    steps: list[tuple[int, Any, list[int]]] = field(default_factory=list)

    @classmethod
    def of(cls, tree: Iterable[tuple[Any, Any]]) -> Program:
        """The program of a parsed expression; ``NotImplementedError`` for what no automaton does."""
        program = cls()
        program._add(_SPLIT, None)
        program._sequence(tree)
        program._add(_FOUND, None)
        return program

    def _add(self, kind: int, value: Any) -> int:
        """A step that leads to the one after it."""
        if len(self.steps) >= MOST_STEPS:
            raise TooLargeError
        self.steps.append((kind, value, [len(self.steps) + 1]))
        return len(self.steps) - 1

    def _sequence(self, tree: Iterable[tuple[Any, Any]]) -> None:
        for name, value in tree:
            self._piece(name, value)

    def _piece(self, name: Any, value: Any) -> None:
        if name in {sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN}:
            self._add(_LETTER, _letters(name, value))
        elif name is sre.SUBPATTERN:
            self._sequence(value[-1])
        elif name is sre.BRANCH:
            self._branch(value[1])
        elif name in {sre.MAX_REPEAT, sre.MIN_REPEAT}:
            self._repeat(*value)
        elif name is sre.AT:
            self._add(_PLACE, value)
        else:
            raise NotImplementedError(name)

    def _branch(self, branches: Iterable[Any]) -> None:
        fork = self._add(_SPLIT, None)
        self.steps[fork][2].clear()
        ends = []
        for branch in branches:
            self.steps[fork][2].append(len(self.steps))
            self._sequence(branch)
            ends.append(self._add(_SPLIT, None))
        for end in ends:
            self.steps[end][2][:] = [len(self.steps)]

    def _repeat(self, least: int, most: int, body: Any) -> None:
        for _ in range(least):
            self._sequence(body)
        if most == sre.MAXREPEAT:
            fork = self._add(_SPLIT, None)
            self._sequence(body)
            back = self._add(_SPLIT, None)
            self.steps[back][2][:] = [fork]
            self.steps[fork][2].append(len(self.steps))
            return
        forks = []
        for _ in range(most - least):
            forks.append(self._add(_SPLIT, None))
            self._sequence(body)
        for fork in forks:
            self.steps[fork][2].append(len(self.steps))


def search(program: Program, text: str) -> bool:
    """Whether the expression is found anywhere in a text."""
    reached: set[int] = set()
    for place in range(len(text) + 1):
        reached.add(0)
        letters: list[int] = []
        if _follow(program, reached, letters, text, place):
            return True
        if place == len(text):
            return False
        sign = text[place]
        steps = program.steps
        reached = {steps[step][2][0] for step in letters if steps[step][1](sign)}
    return False


def _follow(program: Program, reached: set[int], letters: list[int], text: str, place: int) -> bool:
    """All steps that are reached without a letter; true where the end is one of them."""
    seen, waiting = set(reached), list(reached)
    while waiting:
        step = waiting.pop()
        kind, value, following = program.steps[step]
        if kind == _FOUND:
            return True
        if kind == _LETTER:
            letters.append(step)
        elif kind == _SPLIT or _holds(value, text, place):
            new = [other for other in following if other not in seen]
            seen.update(new)
            waiting.extend(new)
    return False


def _holds(place_name: Any, text: str, place: int) -> bool:
    """Whether a place in a text is the beginning, the end, or the edge of a word."""
    if place_name in {sre.AT_BEGINNING, sre.AT_BEGINNING_STRING}:
        return place == 0
    if place_name is sre.AT_END:
        return place == len(text) or (place == len(text) - 1 and text[place] == "\n")
    if place_name is sre.AT_END_STRING:
        return place == len(text)
    before = place > 0 and _is_word(text[place - 1])
    behind = place < len(text) and _is_word(text[place])
    return (before != behind) == (place_name is sre.AT_BOUNDARY)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    sre.CATEGORY_WORD: _is_word,
    sre.CATEGORY_NOT_WORD: lambda sign: not _is_word(sign),
}


def _letters(name: Any, value: Any) -> Callable[[str], bool]:
    """The test of one letter, whatever its case; every letter is tested once."""
    known: dict[str, bool] = {}

    def test(sign: str) -> bool:
        if sign not in known:
            known[sign] = any(_is_in(name, value, other) for other in {sign, sign.lower(), sign.upper()})
            if name is sre.NOT_LITERAL or (name is sre.IN and value[0][0] is sre.NEGATE):
                known[sign] = all(_is_in(name, value, other) for other in {sign, sign.lower(), sign.upper()})
        return known[sign]

    return test


def _is_in(name: Any, value: Any, sign: str) -> bool:
    if name is sre.ANY:
        return sign != "\n"
    if name is sre.IN:
        negated = value[0][0] is sre.NEGATE
        return any(_is_in(kind, what, sign) for kind, what in value[negated:]) != negated
    if name is sre.CATEGORY:
        return _CATEGORIES[value](sign)
    if name is sre.RANGE:
        return len(sign) == 1 and value[0] <= ord(sign) <= value[1]
    return (sign == chr(value)) == (name is sre.LITERAL)
