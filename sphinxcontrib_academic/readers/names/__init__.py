"""People's names: from lists as BibTeX files hold them to BibLaTeX's parts, which pybtex finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from sphinxcontrib_academic.kinds.roles import SELF
from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.names import Contributor, Name, People, is_cjk
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.names.annotations import read_annotations
from sphinxcontrib_academic.readers.names.lists import (
    LONGEST,
    is_company,
    is_extended,
    is_suffix,
    split_at,
    split_piece,
)
from sphinxcontrib_academic.readers.names.marks import Marked, read_marks
from sphinxcontrib_academic.readers.tex import read_plain
from sphinxcontrib_academic.readers.tex.clean import without_hidden
from sphinxcontrib_academic.readers.tex.html import read_entity

if TYPE_CHECKING:
    from pybtex.database import Person

__all__ = ["read_annotations", "read_name", "read_owner", "read_people"]

_ENTITY = expression(r"\\?&(?:amp;)*(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_EXTENDED_PART = expression(r"""^\s*"?\s*([a-z]+(?:-i)?)\s*=\s*(.*?)\s*"?\s*$""", re.DOTALL)
_GROUP_WORDS = (
    "team group collaboration consortium consortia committee corporation corp. foundation institute university "
    "laboratory laboratories lab labs association society organization organisation agency department ministry "
    "commission initiative project developers contributors community authority inc inc. ltd ltd. llc gmbh "
    "secretariat workgroup"
)
_GROUPS = frozenset(_GROUP_WORDS.split())
"""Last words of names that no person bears."""
_BLANKS = expression(r"\s+")
_LETTERS = r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?"
_COMMON = expression(rf"{_LETTERS}(?:,? {_LETTERS})+")
"""Words, with commas; this and a count take a quarter of the time to compile that a pattern with one comma takes."""
_NO_LETTERS = str.maketrans("", "", " ,.-'’")
_ACCENTED = expression(
    r"(?:[^\W\d_]|[ ,.-]|\{\\(?:['`^\"~=.](?:[A-Za-z]|\{[A-Za-z]\}|\\[ij]|\{\\[ij]\})"
    r"|[cvuHkr](?:\{[A-Za-z]\}| [A-Za-z])|[lLoO]|aa|AA|ae|AE|oe|OE|ss)\})+"
)
"""Letters, and accents with their letter in braces."""
_ODD = expression(
    r"\b(?:jr|sr|jnr|snr|i{1,3}|iv|vi{0,3}|esq|ph\.?d|md|inc|ltd|llc|llp|gmbh|ag|sa|corp|co|plc|srl|bv|pty|others|al)\b",
    re.IGNORECASE,
)
_JUNIOR = expression(r"(.+?)[\s~]+((?:Jr|Sr|Jnr|Snr)\.?|II|III)", re.DOTALL)


_REMEMBERED = 200
"""Characters of the longest piece of a list that is kept in memory."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two ``and`` of a list."""

    members: tuple[Contributor, ...]
    loud: tuple[bool, ...]
    """Which of them stand in bold type."""
    others: bool
    complaints: tuple[str, ...]


def read_people(text: str, location: Location) -> tuple[People, tuple[Problem, ...]]:
    """The people of a list, with the roles that marks in their names say, and what is wrong with the list."""
    text = without_hidden(text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: read_entity(found[0].lstrip("\\")), text)
    text = _BLANKS.sub(" ", text.replace("，", ", "))
    pieces = [_known(piece) if len(piece) <= _REMEMBERED else _read_piece(piece) for piece in split_at(text, "and")]
    members = tuple([person for piece in pieces for person in piece.members])
    loud = [loud for piece in pieces for loud in piece.loud]
    if True in loud:
        members = _with_owner(members, loud)
    members = tuple([person for person in members if person.name])
    complaints = dict.fromkeys([complaint for piece in pieces for complaint in piece.complaints])
    problems = tuple(Problem(Code.NAME, complaint, location) for complaint in complaints)
    return People(members, True in [piece.others for piece in pieces]), problems


def _read_piece(piece: str) -> _Piece:
    found = split_piece(piece)
    members: list[Contributor] = []
    loud: list[bool] = []
    for name in found.names:
        common = _common(name)
        mark = Marked(name) if common or len(name) > LONGEST else read_marks(name)
        if mark.text:
            members.append(common or _contributor(mark))
            loud.append(mark.loud)
    return _Piece(tuple(members), tuple(loud), found.others, found.complaints)


_known = lru_cache(maxsize=20_000)(_read_piece)
"""The same people write again and again."""


def _common(text: str) -> Contributor | None:
    """A name as most are, read without a question: capital words, one comma at most, accents in braces.

    Nothing where there is anything else in it; ``_contributor`` reads the same from these.
    """
    words = text
    if "{" in text or "\\" in text:
        if not _ACCENTED.fullmatch(text):
            return None
        words = _decoded(text)
    commas = words.count(",")
    if commas > 1 or not _COMMON.fullmatch(words) or _ODD.search(words):
        return None
    if not words.translate(_NO_LETTERS).isalpha():
        return None
    family, given = words.split(", ") if commas else reversed(words.rsplit(" ", 1))
    if not all(word[0].isupper() for word in words.split()):
        return _with_particles(family, given) if commas and words is text else None
    if not commas and family.lower() in _GROUPS:
        return None
    return Contributor(Name(_joined([family]), _joined([given])))


def _with_particles(family: str, given: str) -> Contributor | None:
    """``van der Waals``: words in small letters, then those of the family."""
    words = family.split()
    particles = list(takewhile(lambda word: word[0].islower(), words))
    names = words[len(particles) :]
    if not names or not all(word[0].isupper() for word in (*names, *given.split())):
        return None
    return Contributor(Name(_joined(names), _joined([given]), _joined(particles)))


def read_owner(names: Sequence[str]) -> tuple[Name, ...]:
    """The owner's name and the other names they are known by."""
    return tuple(name for text in names if (name := read_name(text)))


def read_name(text: str) -> Name:
    """One name; what has no parts is literal."""
    text = " ".join(without_hidden(text).replace("，", ",").split()).strip(" ,")
    if not text:
        return Name()
    if _is_braced(text):
        return Name(literal=_decoded(text[1:-1]))
    if len(text) > LONGEST:
        return Name(literal=_decoded(text))
    if is_extended(text) and (extended := _extended(text)):
        return extended
    if not text.isascii() and (eastern := _eastern(text)):
        return eastern
    common = _common(text)
    return common.name if common is not None else _western(text)


def _contributor(mark: Marked) -> Contributor:
    return Contributor(read_name(mark.text), mark.roles, mark.orcid, mark.url)


def _with_owner(members: tuple[Contributor, ...], loud: Sequence[bool]) -> tuple[Contributor, ...]:
    """The one person of a longer list who is set in bold type is the owner of the page."""
    if len(members) < 2 or sum(loud) != 1 or any(SELF in person.roles for person in members):
        return members
    return tuple(replace(person, roles=(*person.roles, SELF)) if own else person
                 for person, own in zip(members, loud, strict=True))  # fmt: skip


def _is_braced(text: str) -> bool:
    """Whether one pair of braces holds all of a name: its author says that it has no parts."""
    if text[0] != "{" or text[-1] != "}" or text[1:2] == "\\":
        return False
    depth = 0
    for position, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth == 0:
            return position == len(text) - 1
    return False


def _extended(text: str) -> Name | None:
    """A name in BibLaTeX's extended format: parts by their names, in any order."""
    parts: dict[str, str] = {}
    for part in split_at(text, ","):
        found = _EXTENDED_PART.match(part)
        if found is None:
            return None
        parts[found[1]] = _decoded(found[2].strip('" '))
    if not parts.keys() & {"family", "given", "prefix", "suffix"}:
        return None
    return Name(parts.get("family", ""), parts.get("given", ""), parts.get("prefix", ""), parts.get("suffix", ""))


def _eastern(text: str) -> Name | None:
    """A name in Chinese, Japanese or Korean script, where the family stands first."""
    words = _decoded(text)
    if not is_cjk(re.sub(r"[\s,·・‧]", "", words)):
        return None
    family, comma, given = (part.strip() for part in words.partition(","))
    if comma and family and given and "," not in given:
        return Name(family, given, family_first=True)
    parts = words.split()
    if len(parts) == 2 and not re.search("[·・‧]", words):
        return Name(parts[0], parts[1], family_first=True)
    return Name(literal=words)


def _western(text: str) -> Name:
    parts = [part.strip() for part in split_at(text, ",")]
    if len(parts) > 1 and is_company(parts[-1]):
        return Name(literal=_decoded(text))
    if len(parts) == 1 and _is_group(text):
        return Name(literal=_decoded(text))
    text, suffix = _suffix_taken(parts, text)
    person = _person(text)
    if person is None:
        return Name(literal=_decoded(text))
    return Name(
        family=_joined(person.last_names),
        given=_joined([*person.first_names, *person.middle_names]),
        prefix=_joined(person.prelast_names),
        suffix=suffix or _joined(person.lineage_names),
    )


def _suffix_taken(parts: list[str], text: str) -> tuple[str, str]:
    """A suffix that stands where BibTeX does not look for it, and the name without it."""
    if len(parts) == 3 and is_suffix(parts[2]) and parts[1] and not is_suffix(parts[1]):
        return f"{parts[0]}, {parts[1]}", _decoded(parts[2])
    if len(parts) != 2:
        return text, ""
    junior = re.fullmatch(r"(?:Jr|Sr|Jnr|Snr)\.?", parts[1], re.IGNORECASE)
    if junior or (is_suffix(parts[1]) and len(parts[0].split()) > 1 and parts[1].isupper()):
        return parts[0], _decoded(parts[1])
    if found := _JUNIOR.fullmatch(parts[1]):
        return f"{parts[0]}, {found[1]}", _decoded(found[2])
    return text, ""


def _is_group(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[-1].lower().strip("{}") in _GROUPS


def _person(text: str) -> Person | None:
    """The parts as pybtex finds them, unless it stumbles."""
    from pybtex.database import Person  # noqa: PLC0415 - few names need it
    from pybtex.exceptions import PybtexError  # noqa: PLC0415

    try:
        person = Person(text)
    except (PybtexError, ValueError, IndexError, RecursionError):
        return None
    return person if any((person.last_names, person.first_names, person.prelast_names)) else None


def _joined(parts: Iterable[str]) -> str:
    words = " ".join(parts)
    return words if words.isascii() and words.replace(" ", "").isalpha() else _decoded(words)


def _decoded(tex: str) -> str:
    """The words of a part, with common blanks."""
    return " ".join(read_plain(tex).replace("\u00a0", " ").split())
