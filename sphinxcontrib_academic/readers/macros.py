"""The words that ``@string`` defines: expanded where they are used, and never beyond a bound."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from difflib import get_close_matches

from sphinxcontrib_academic.kinds.journals import ADS_JOURNALS, MONTHS, STYLE_JOURNALS
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.values import Assignment, Macro

MAX_MACRO = 10_000
"""Characters that one word may become."""
MAX_NESTING = 50
"""Words within words."""
MAX_TOTAL = 10_000_000
"""Characters that all words of a project may become."""

_GIVEN = {**STYLE_JOURNALS, **MONTHS, **{f"\\{name}": title for name, title in ADS_JOURNALS.items()}}


class Macros:
    """All definitions of all files, with their places in the order of reading.

    A word means what was last defined before it, as in BibTeX, or else what is defined first behind it.
    """

    def __init__(self) -> None:
        self._places: dict[str, list[int]] = {}
        self._pieces: dict[tuple[str, int], tuple[str | Macro, ...]] = {}
        self._known: dict[tuple[str, int], str] = {}
        self._reported: set[str | tuple[str, Location]] = set()
        self._near: dict[str, str] = {}
        self._total = 0
        self.problems: list[Problem] = []

    def define(self, name: str, pieces: Iterable[str | Macro], place: int) -> None:
        """Add a definition; they come in the order of reading."""
        name = name.lower()
        self._places.setdefault(name, []).append(place)
        self._pieces[name, place] = tuple(pieces)

    def expand(self, assignment: Assignment, place: int, location: Location) -> str:
        """The value of a field, its words replaced."""
        if len(assignment.pieces) == 1 and isinstance(assignment.pieces[0], str):
            return assignment.pieces[0]
        value = self._join(assignment.pieces, place, location, 0)
        self._total += len(value)
        return value

    def _join(self, pieces: Iterable[str | Macro], place: int, location: Location, depth: int) -> str:
        return "".join(
            piece if isinstance(piece, str) else self._word(piece.name, place, location, depth) for piece in pieces
        )

    def _word(self, name: str, place: int, location: Location, depth: int) -> str:
        word = name.lower()
        places = self._places.get(word)
        if places is None:
            return self._given(name, location)
        index = bisect_left(places, place)
        chosen = places[index - 1] if index else places[0]
        if self._total > MAX_TOTAL:
            return self._cut(name, location)
        known = self._known.get((word, chosen))
        if known is not None:
            return known
        if depth > MAX_NESTING:
            return self._cut(name, location)
        self._known[word, chosen] = name  # a word that is made of itself stays a word
        value = self._join(self._pieces[word, chosen], chosen, location, depth + 1)
        if len(value) > MAX_MACRO:
            value = self._cut(name, location)
        self._known[word, chosen] = value
        self._total += len(value)
        return value

    def _cut(self, name: str, location: Location) -> str:
        if name.lower() in self._reported:
            return name
        self._reported.add(name.lower())
        message = f"the @string '{name[:60]}' becomes longer than any honest text, the word itself is shown"
        self.problems.append(Problem(Code.LIMIT, message, location))
        return name

    def _given(self, name: str, location: Location) -> str:
        given = _GIVEN.get(name.lower())
        if given is not None:
            return given
        if (name, location) in self._reported:
            return name
        self._reported.add((name, location))
        near = self._nearest(name.lower())
        message = f"'{name[:60]}' is not defined by any @string{near}, the word itself is shown"
        self.problems.append(Problem(Code.UNDEFINED_MACRO, message, location))
        return name

    def _nearest(self, word: str) -> str:
        if word not in self._near and len(self._near) < 50:
            names = [*list(self._places)[:1000], *MONTHS]
            found = get_close_matches(word[:60], names, 1, 0.75)
            self._near[word] = f", did you mean '{found[0]}'" if found else ""
        return self._near.get(word, "")
