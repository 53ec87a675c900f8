"""A ``.bib`` that somebody brings: whether it can be read, how much it holds, and whose it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.identity import NONE, likeness, owner_positions
from sphinxcontrib_academic.model.names import Name, folded
from sphinxcontrib_academic.model.problems import Problem
from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.readers.files import read_text_file
from sphinxcontrib_academic.readers.names import read_name
from sphinxcontrib_academic.reporting import did_you_mean

EXPORTS = (
    "where to get one: Google Scholar (My profile, select all, Export, BibTeX), DBLP (export record), "
    "Zotero (Export Library, BibLaTeX), or start without --bib"
)


class BibliographyError(ValueError):
    """A file that cannot serve, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A data file and what a first look at it finds."""

    path: Path
    content: bytes
    publications: int
    owner: str
    """The author whom most of it names; empty where it names nobody."""
    selected: bool
    """Whether it says which publications are the chosen ones."""
    remarks: tuple[str, ...]
    """What the build will warn of."""
    people: tuple[Name, ...]

    def names(self, name: str) -> bool:
        """Whether somebody of that name is among its authors and editors."""
        owner = read_name(name)
        return any(likeness(person, owner)[0] != NONE for person in self.people)


def read_bibliography(path: Path) -> Bibliography:
    """Read a file whole; raises BibliographyError where nothing comes out of it."""
    content = _content(path)
    text, problems = read_text_file(content, path.name)
    if text is None:
        message = f"{path}: {problems[0].message}; {EXPORTS}"
        raise BibliographyError(message)
    data = read_data([DataFile(path.name, content)])
    if not data.works and not data.entries:
        nothing = "there is no entry in it, expected '@article{key, ...}'"
        found = "; ".join(problem.message for problem in data.problems[:3]) or nothing
        message = f"{path}: {found}; {EXPORTS}"
        raise BibliographyError(message)
    people = [person.name for work in data.works for _, people in work.contributors for person in people.members]
    return Bibliography(
        path=path,
        content=content,
        publications=len(data.works),
        owner=_most_frequent([person for person in people if person.family]),
        selected=any(work.selected for work in data.works),
        remarks=tuple(map(_remark, data.problems)),
        people=tuple(dict.fromkeys(people)),
    )


def recognises(content: bytes, name: str) -> bool:
    """Whether each publication of a file finds that owner among its authors."""
    data = read_data([DataFile("publications.bib", content)])
    owner = (read_name(name),)
    return all(owner_positions(work.people("author"), owner) for work in data.works)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError as error:
        message = f"{path} is a folder, expected a .bib file{_near(path / 'x.bib')}"
        raise BibliographyError(message) from error
    except FileNotFoundError as error:
        message = f"there is no file {path}{_near(path) or f'; {EXPORTS}'}"
        raise BibliographyError(message) from error
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise BibliographyError(message) from error


def _near(path: Path) -> str:
    try:
        files = sorted(file.name for file in path.parent.iterdir() if file.suffix.lower() in {".bib", ".bibtex"})
    except OSError:
        return ""
    listed = f"; there is {', '.join(files[:5])}" if files else ""
    return did_you_mean(path.name, files) or listed


def _remark(problem: Problem) -> str:
    return f"{problem.location}: {problem.message}"


def _most_frequent(people: list[Name]) -> str:
    """One person under all spellings, by the one that says most."""
    spellings: dict[tuple[str, str], list[Name]] = {}
    for person in people:
        spellings.setdefault((folded(f"{person.prefix}{person.family}"), folded(person.given)[:1]), []).append(person)
    most = max(spellings.values(), key=len, default=[])
    return max(_by_frequency(most), key=_fullness, default="")


def _by_frequency(names: list[Name]) -> Iterator[str]:
    yield from (str(name) for name, _ in Counter(names).most_common())


def _fullness(name: str) -> int:
    """Letters that are no initials."""
    return sum(len(word) for word in name.replace(".", " ").split() if len(word) > 1)
