"""Who among the authors owns the page: by the parts of names, never by their strings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.names import Name, People, folded, is_cjk

_SELF = "self"
"""The role that names the owner outright; the key of a row of ``kinds.roles``."""

FULL, PARTIAL, INITIAL, NONE = 3, 2, 1, 0

_PARTICLE_WORDS = (
    "von van vom der den de la las le los du des da das dos do di del della dello degli dei el al bin ibn ben ter "
    "ten te zu zum zur und af av op t 't d' l' y het in"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_WRITTEN_OUT = expression(r"(?<=[^\Waeiou])([aou])e(?=[^\Waeiou])")
_WORD = expression(r"[^\W_]+(?:'[^\W_]+)*\.?|'t")
_LONG_ENOUGH = 6
"""Letters of a family from which ``ue`` is taken for an umlaut: Mueller, but not Yue."""


@dataclass(frozen=True, slots=True)
class _Given:
    """One given name, maybe shortened to an initial."""

    texts: frozenset[str]
    """Its spellings."""
    short: bool
    word: str

    def fits(self, other: _Given) -> bool:
        """Whether both can be the same name."""
        if not self.short and not other.short:
            return bool(self.texts & other.texts)
        return (self.short and self._begins(other)) or (other.short and other._begins(self))

    def _begins(self, other: _Given) -> bool:
        return any(text.startswith(begin) for text in other.texts for begin in self.texts)


def owner_positions(people: People, owner: tuple[Name, ...]) -> tuple[int, ...]:
    """Which members are the owner, counted from 0; those with the role ``self`` if there are any.

    The best likeness of the list wins; likenesses that rest on initials alone count only if there is one.
    """
    marked = tuple(index for index, person in enumerate(people.members) if _SELF in person.roles)
    if marked or not owner:
        return marked
    ranks = [_rank(person.name, owner) for person in people.members]
    best = max(ranks, default=(NONE, 0))
    if best[0] == NONE:
        return ()
    found = tuple(index for index, rank in enumerate(ranks) if rank == best)
    return found if len(found) == 1 or best[0] == FULL else ()


@lru_cache(maxsize=20_000)  # co-authors come again
def _rank(name: Name, owner: tuple[Name, ...]) -> tuple[int, int]:
    return max(likeness(name, one) for one in owner)


def likeness(name: Name, owner: Name) -> tuple[int, int]:
    """How well a name fits the owner's: full, partial, by initials, or not; then how exactly its parts do."""
    if not name or not owner:
        return NONE, 0
    if name.literal or owner.literal or is_cjk(str(name)):
        return (FULL, 0) if _words(str(name)) == _words(str(owner)) else (NONE, 0)
    mine, yours = _suffix(name), _suffix(owner)
    if mine and yours and mine != yours:
        return NONE, 0
    exactness = int(mine == yours)
    if _words(_unsuffixed(name)) == _words(_unsuffixed(owner)) and _is_whole(name):
        return FULL, exactness + 2
    family = _family_likeness(name, owner)
    if not family:
        return NONE, 0
    given = _given_likeness(_given_names(name), _given_names(owner))
    if family == PARTIAL:
        given = PARTIAL if given == FULL else NONE
    return given, exactness + (family == FULL)


def _unsuffixed(name: Name) -> str:
    return " ".join(part for part in (name.given, name.prefix, name.family) if part)


def _is_whole(name: Name) -> bool:
    """Whether no given name is shortened, so that the same words are the same person."""
    return not any(given.short for given in _given_names(name))


def _suffix(name: Name) -> str:
    suffix = folded(name.suffix).strip(". ")
    return {"junior": "jr", "jnr": "jr", "senior": "sr", "snr": "sr"}.get(suffix, suffix)


@lru_cache(maxsize=2_000)  # the owner's are asked for with each name
def _words(text: str) -> tuple[str, ...]:
    """The words of a text; in CJK scripts blanks mean nothing."""
    return tuple(_WORD.findall(folded("".join(text.split()) if is_cjk(text) else text.replace(".", " "))))


def _split(name: Name) -> tuple[list[str], list[str], list[str]]:
    """Given names, particles and family, wherever the source put the particles."""
    given, family = name.given.split(), [*name.prefix.split(), *name.family.split()]
    moved: list[str] = []
    while len(given) > 1 and folded(given[-1]) in _PARTICLES:
        moved.insert(0, given.pop())
    family = [*moved, *family]
    particles: list[str] = []
    while len(family) > 1 and folded(family[0]) in _PARTICLES:
        particles.append(family.pop(0))
    return given, particles, family


def _family_likeness(name: Name, owner: Name) -> int:
    _, particles, family = _split(name)
    _, own_particles, own_family = _split(owner)
    if not _spelled(*family) & _spelled(*own_family):
        mine, yours = _spelled(*particles, *family), _spelled(*own_particles, *own_family)
        return FULL if mine & yours else NONE
    if [folded(word) for word in particles] == [folded(word) for word in own_particles]:
        return FULL
    joined = ["".join(_letters(folded(word)) for word in words) for words in (particles, own_particles)]
    return FULL if joined[0] == joined[1] else NONE if all(joined) else PARTIAL


@lru_cache(maxsize=2_000)
def _spelled(*words: str) -> frozenset[str]:
    """The ways to write a family in plain letters: müller, mueller, muller."""
    text = "".join(words).casefold()
    plain = _letters(folded(text))
    written_out = plain if text.isascii() else "".join(_UMLAUTS.get(letter, letter) for letter in text)
    short = _WRITTEN_OUT.sub(r"\1", plain) if len(plain) >= _LONG_ENOUGH else plain
    return frozenset((plain, _letters(folded(written_out)), short))


def _letters(text: str) -> str:
    return text if text.isalnum() else "".join(letter for letter in text if letter.isalnum())


def _given_names(name: Name) -> list[_Given]:
    given, _, _ = _split(name)
    loud = name.family.isupper() and len(name.family) > 1
    found: list[_Given] = []
    for word in re.split(r"[\s\-‐‑]+", " ".join(given).replace("’", "'")):
        pieces = re.findall(r"[^.]+\.?", word)
        for piece in pieces:
            found += _given_word(piece, loud=loud)
    return found


def _given_word(piece: str, *, loud: bool) -> Iterator[_Given]:
    """One given name, or the initials that are written together: ``JP``."""
    letters = "".join(letter for letter in piece if letter.isalpha())
    if not letters:
        return
    if letters.isupper() and not loud and 1 < len(letters) <= 3 and not is_cjk(letters):
        yield from (_given(letter, short=True) for letter in letters)
        return
    short = len(letters) == 1 or (piece.endswith(".") and len(letters) <= 4)
    yield _given(letters, short=short)


def _given(word: str, *, short: bool) -> _Given:
    return _Given(_spelled(word), short, word)


def _given_likeness(given: list[_Given], own: list[_Given]) -> int:
    if not given or not own:
        return FULL if not given and not own else NONE
    return max(_aligned(mine, yours) for mine in _merged(given) for yours in _merged(own))


def _merged(given: list[_Given]) -> Iterator[list[_Given]]:
    """The names as they stand, and with those that are written out joined: Xiao-Ming is Xiaoming."""
    yield given
    whole = [name for name in given if not name.short]
    if len(whole) > 1:
        yield [_given("".join(name.word for name in whole), short=False), *(name for name in given if name.short)]


def _aligned(given: list[_Given], own: list[_Given]) -> int:
    """Compare names one by one; those that one side leaves out do not count against it."""
    exact = len(given) == len(own)
    for mine, yours in zip_longest(given, own):
        if mine is None or yours is None:
            break
        if not mine.fits(yours):
            return NONE
        exact = exact and not mine.short and not yours.short
    if given[0].short or own[0].short:
        return INITIAL
    return FULL if exact else PARTIAL
