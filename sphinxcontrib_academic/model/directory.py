"""People that a site knows, found by the parts of their names, however a list abbreviates them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.identity import FULL, NONE, likeness
from sphinxcontrib_academic.model.names import Name, People, folded


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One person and where they are at home."""

    names: tuple[Name, ...]
    """The name, then the others by which they are known."""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """The people that a site knows."""

    people: tuple[KnownPerson, ...] = ()
    _by_letters: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    def find(self, name: Name) -> KnownPerson | None:
        """The one person whose name this can be; none where it could be two."""
        rank, found = self._best(name)
        return self.people[found[0]] if len(found) == 1 and rank != NONE else None

    def urls(self, people: People) -> tuple[str, ...]:
        """The address of each member, empty where none is known.

        A name that rests on initials counts only where one of the list fits the person.
        """
        best = [self._best(person.name) for person in people.members]
        best = [(rank, found) if len(found) == 1 else (NONE, ()) for rank, found in best]
        taken = [found[0] for rank, found in best if rank != NONE]
        sure = {found[0] for rank, found in best if rank == FULL}
        return tuple(
            self.people[found[0]].url
            if rank == FULL or (rank != NONE and found[0] not in sure and taken.count(found[0]) == 1)
            else ""
            for rank, found in best
        )

    def _best(self, name: Name) -> tuple[int, tuple[int, ...]]:
        best: tuple[tuple[int, int], tuple[int, ...]] = ((NONE, 0), ())
        for index in self._candidates(name):
            rank = max(likeness(name, known) for known in self.people[index].names)
            if rank[0] != NONE and rank >= best[0]:
                best = (rank, (*best[1], index) if rank == best[0] else (index,))
        return best[0][0], best[1]

    def _candidates(self, name: Name) -> Iterable[int]:
        """The people whose names share a first letter with this one: every likeness has one."""
        if not self._by_letters:
            index: dict[str, list[int]] = {}
            for place, person in enumerate(self.people):
                for letter in {letter for known in person.names for letter in _letters(known)}:
                    index.setdefault(letter, []).append(place)
            self._by_letters.update({letter: tuple(places) for letter, places in index.items()})
        return sorted({place for letter in _letters(name) for place in self._by_letters.get(letter, ())})


def _letters(name: Name) -> Iterator[str]:
    """The first letters of the words of a family or of a literal name."""
    words = (name.literal or f"{name.prefix} {name.family}").replace("-", " ").split()
    for word in words or [str(name)]:
        yield folded(word)[:1]
