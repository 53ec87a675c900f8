"""The shorthands that choose works: types, keywords, people, years, files."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sphinxcontrib_academic.kinds.works import WORK_TYPES, work_type
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.identity import owner_positions
from sphinxcontrib_academic.selection.values import is_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinxcontrib_academic.model.names import Name
    from sphinxcontrib_academic.model.works import Work

_YEARS = expression(r"(\d{1,4})?\s*(-{1,3}|–|—|\.\.|/)\s*(\d{1,4})?", re.ASCII)


def words_of(text: str) -> list[str]:
    """The words of an option: separated by commas, or by blanks where there is no comma."""
    pieces = text.split(",") if "," in text else text.split()
    return [piece.strip() for piece in pieces if piece.strip()]


def of_types(works: Iterable[Work], names: Sequence[str]) -> list[Work]:
    """The works of these types: CSL types or entry types of BibTeX; ``thesis`` means all theses."""
    exact = {name.lower() for name in names}
    rows = {row.key for row in map(work_type, names) if row is not None}
    families = {row.key for row in WORK_TYPES for name in rows if row.key.startswith(f"{name}-")}
    return [work for work in works if work.type in rows | families or work.source_type.lower() in exact]


def known_types() -> list[str]:
    """Every name that a type has."""
    return [name for row in WORK_TYPES for name in (row.key, *row.bibtex)]


def of_keywords(works: Iterable[Work], words: Sequence[str]) -> list[Work]:
    """The works that have at least one of these keywords, whatever their case."""
    wanted = {word.casefold() for word in words}
    return [work for work in works if wanted & {keyword.casefold() for keyword in work.keywords}]


def names_of(text: str) -> list[str]:
    """The names of an option: separated by semicolons or by the word *and*, for names hold commas."""
    return [name.strip() for name in re.split(r";|\s+and\s+", text) if name.strip()]


def of_people(works: Iterable[Work], names: Sequence[str], owner: tuple[Name, ...]) -> list[Work]:
    """The works of at least one of these authors; ``self`` is the owner of the site."""
    return [work for work in works if any(_is_by(work, name, owner) for name in names)]


def _is_by(work: Work, name: str, owner: tuple[Name, ...]) -> bool:
    authors = work.people("author") or work.people("editor")
    if name.lower() == "self":
        return bool(owner_positions(authors, owner))
    return any(is_named(person.name, name) for person in authors.members)


def read_years(text: str) -> list[tuple[float, float]]:
    """``2013, 2020-2022, 2025-`` as ranges; ``ValueError`` with the piece that is none."""
    return [_range(piece) for piece in re.split(r"[,;]|(?<=\d)\s+(?=\d)", text.strip()) if piece.strip()]


def _range(piece: str) -> tuple[float, float]:
    piece = piece.strip()
    if piece.isascii() and piece.isdigit() and len(piece) <= 4:
        return float(piece), float(piece)
    found = _YEARS.fullmatch(piece)
    if not found or not (found[1] or found[3]):
        raise ValueError(piece)
    first, last = float(found[1] or "-inf"), float(found[3] or "inf")
    if first > last:
        raise ValueError(piece)
    return first, last


def of_years(works: Iterable[Work], ranges: Sequence[tuple[float, float]]) -> list[Work]:
    """The works of these years; what has no date is in none."""
    return [
        work
        for work in works
        if (when := work.date()) is not None and any(first <= when.year <= last for first, last in ranges)
    ]


def file_named(name: str, files: Iterable[str]) -> str | None:
    """The data file of that path, of that name, or of that name without its ending."""
    posix = name.replace("\\", "/").removeprefix("./").lstrip("/")
    for path in files:
        pure = PurePosixPath(path.replace("\\", "/"))
        if posix in {str(pure), pure.name, pure.stem}:
            return path
    return None


def of_files(works: Iterable[Work], paths: Sequence[str]) -> list[Work]:
    """The works that these data files hold."""
    wanted = {PurePosixPath(path.replace("\\", "/")) for path in paths}
    return [work for work in works if PurePosixPath(work.location.path.replace("\\", "/")) in wanted]
