"""What the names in a filter stand for: a text in its spellings, a number, people, words, the owner's part."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.identity import NONE, likeness
from sphinxcontrib_academic.model.names import folded
from sphinxcontrib_academic.readers.names import read_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinxcontrib_academic.model.names import Name, People

_NUMBER = expression(r"\s*(-?\d{1,18}(?:\.\d{1,18})?)\s*", re.ASCII)
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Text:
    """The value of a field: the words as they are shown, then as the file has them."""

    forms: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(self.forms)

    def __str__(self) -> str:
        return self.forms[0] if self.forms else ""

    @property
    def written(self) -> str:
        """As the file has it: what texts are ordered by."""
        return self.forms[-1] if self.forms else ""

    @property
    def number(self) -> float | None:
        """The number that the text is."""
        found = _NUMBER.fullmatch(str(self))
        return float(found[1]) if found else None

    def equals(self, other: object) -> bool:
        """Whether one of the spellings is that text, or the text is that number."""
        if isinstance(other, Text):
            return bool({*self.forms} & {*other.forms}) or not (self or other)
        if isinstance(other, str):
            return other in self.forms if other else not self
        if isinstance(other, (int, float)):
            return self.number == other
        return False

    def has(self, other: str) -> bool:
        """Whether a text stands in one of the spellings."""
        return any(other in form for form in self.forms or ("",))

    def is_one_of(self, others: frozenset[object]) -> bool:
        """Whether it stands in a set."""
        return any(self.equals(other) for other in others)

    def fits(self, pattern: Callable[[str], bool]) -> bool:
        """Whether a regular expression is found in one of the spellings; an absent text is an empty one."""
        return any(pattern(form) for form in self.forms or ("",))


@dataclass(frozen=True)
class Given(Text):
    """A key, or what a link leads to: as it is given, then in its other forms."""

    @property
    def written(self) -> str:
        """As it is given."""
        return str(self)


@dataclass(frozen=True)
class TypeName(Given):
    """The entry type, then that of CSL where the two differ: pieces are looked for in the entry type alone."""

    def has(self, other: str) -> bool:
        """Whether a text stands in the entry type."""
        return other in str(self)

    def fits(self, pattern: Callable[[str], bool]) -> bool:
        """Whether a regular expression is found in the entry type."""
        return pattern(str(self))


@dataclass(frozen=True)
class Number(Text):
    """A year, a month: a number that is a text where it is compared with texts."""

    value: float | None = None

    @property
    def number(self) -> float | None:
        """The number, if it is known."""
        return self.value


@dataclass(frozen=True)
class Flag(Text):
    """True or false."""

    value: bool = False

    def __bool__(self) -> bool:
        return self.value

    @property
    def number(self) -> float | None:
        """As Python counts it."""
        return float(self.value)


@dataclass(frozen=True)
class Words(Text):
    """A set of words; its text is the field."""

    members: tuple[str, ...] = ()

    @cached_property
    def _folded(self) -> set[str]:
        return {folded(word) for word in self.members}

    def has(self, other: str) -> bool:
        """Whether the word is one of them, whatever its case."""
        return folded(other.strip()) in self._folded

    def is_one_of(self, others: frozenset[object]) -> bool:
        """Whether they have a member in common with a set."""
        return any(self.equals(other) or (isinstance(other, str) and self.has(other)) for other in others)


@dataclass(frozen=True)
class Persons(Text):
    """A set of people; its text is the list with the family names first, as BibTeX has it."""

    people: tuple[Name, ...] = ()

    @property
    def written(self) -> str:
        """With the family names first, however the file has them."""
        return str(self)

    def fits(self, pattern: Callable[[str], bool]) -> bool:
        """Whether a regular expression is found in the list, with the family names first."""
        return pattern(str(self))

    def has(self, other: str) -> bool:
        """Whether a person of that name is one of them; a list of several people is looked for as a text."""
        if " and " in other:
            return any(other in form for form in self.forms)
        return any(is_named(name, other) for name in self.people)

    def is_one_of(self, others: frozenset[object]) -> bool:
        """Whether one of them stands in a set."""
        return any(self.equals(other) or (isinstance(other, str) and self.has(other)) for other in others)


@dataclass(frozen=True)
class Part(Text):
    """The owner's part in a work: ``any``, ``first`` …"""

    parts: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.parts)

    def equals(self, other: object) -> bool:
        """Whether the owner has that part."""
        return isinstance(other, str) and self.has(other)

    def has(self, other: str) -> bool:
        """The same."""
        return other.strip().lower() in self.parts


def is_named(name: Name, text: str) -> bool:
    """Whether someone goes by that name: a family name, with its particle or without, or a whole name."""
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST_NAME:
        return False
    wanted = folded(text)
    family = f"{name.prefix} {name.family}".strip()
    if wanted in {folded(part) for part in (name.family, family, name.literal, str(name)) if part}:
        return True
    # one word is a family name, and initials alone are nobody's
    return " " in text and likeness(name, read_name(text))[0] != NONE


def people_forms(people: People) -> tuple[str, ...]:
    """The list as BibTeX writes it, then as it is read aloud."""
    names = [person.name for person in people.members]
    end = ["others"] if people.others else []
    return (" and ".join([*map(_inverted, names), *end]), " and ".join([*map(str, names), *end]))


def _inverted(name: Name) -> str:
    """``van der Berg, Jr., Jane``."""
    if name.literal:
        return name.literal
    family = f"{name.prefix} {name.family}".strip()
    return ", ".join(part for part in (family, name.suffix, name.given) if part)
