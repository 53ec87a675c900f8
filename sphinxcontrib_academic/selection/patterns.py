"""Regular expressions that answer in bounded time, whatever their author writes.

One whose worst case is harmless is left to :mod:`re`. Another one is run as an automaton, which reads every letter
once; what an automaton cannot do (looking around, going back to a group) is refused.

Python has no public way to see what an expression is made of: ``re._parser`` is what :mod:`re` itself reads it with,
and ``tests/test_filter.py`` says when a new Python has moved it.
"""

from __future__ import annotations

import math
import re
import warnings
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.selection.automata import Program, TooLargeError, search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_PATTERN = 300
LONGEST_TEXT = 10_000
"""How much of a text is looked at: more than any abstract."""

_UNBOUNDED = 1000.0
"""What one ``*`` costs."""
_HARMLESS = 32 * _UNBOUNDED
"""One ``*``, and a few choices."""
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def read_pattern(text: str) -> Callable[[str], bool]:
    """Whether a text holds something that the expression describes, whatever its case.

    ``ValueError`` with a message for an expression that cannot be read or cannot be run in bounded time.
    """
    if len(text) > LONGEST_PATTERN:
        raise ValueError(f"the regular expression has {len(text)} letters, expected {LONGEST_PATTERN} at most")
    try:
        with warnings.catch_warnings():
            # a doubtful bracket is the author's business, and never an error of ours
            warnings.simplefilter("ignore")
            compiled = re.compile(text, re.IGNORECASE)
            tree = sre_parser.parse(text, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError, MemoryError) as error:
        raise ValueError(f"{text!r} is no regular expression: {error}") from None
    if _cost(tree) <= _HARMLESS:
        return lambda value: compiled.search(value[:LONGEST_TEXT]) is not None
    try:
        program = Program.of(tree)
    except TooLargeError:
        raise ValueError(f"the regular expression {text!r} repeats too much") from None
    except NotImplementedError:
        raise ValueError(f"the regular expression {text!r} could take for ever, write it more simply") from None
    return lambda value: search(program, value[:LONGEST_TEXT])


def _cost(tree: Iterable[tuple[Any, Any]]) -> float:
    """In how many ways at most a text can be tried, for one place of its beginning."""
    return math.prod((_cost_of(name, value) for name, value in tree), start=1.0)


def _cost_of(name: Any, value: Any) -> float:
    if name in _REPEATS:
        least, most, body = value
        inner = _cost(body)
        if most == sre.MAXREPEAT:
            # what can be taken in two ways is taken in 2**n ways by a star
            return _UNBOUNDED if inner == 1.0 and _is_one_letter(body) else math.inf
        try:
            return float((most - least + 1) * inner**most)
        except OverflowError:
            return math.inf
    if name is sre.BRANCH:
        return sum(_cost(branch) for branch in value[1])
    if name is sre.SUBPATTERN:
        return _cost(value[-1])
    if name in {sre.ASSERT, sre.ASSERT_NOT}:
        return _cost(value[1])
    if name is sre.ATOMIC_GROUP:
        return _cost(value)
    return math.inf if name is sre.GROUPREF_EXISTS else 1.0


def _is_one_letter(body: Any) -> bool:
    """Whether a repeated piece is a single letter, so that its repetitions fit in one way only."""
    return len(body) == 1 and body[0][0] in {sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN}
