"""Data files -> works and entries: the front door of everything that is read from files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import PurePosixPath

from sphinxcontrib_academic.kinds.timeline import timeline_kind
from sphinxcontrib_academic.kinds.works import work_type
from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.model.entries import Entry
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.model.works import Work
from sphinxcontrib_academic.readers.bibtex import BibTeX, synthetic_key
from sphinxcontrib_academic.readers.entries import read_entry
from sphinxcontrib_academic.readers.files import read_text_file
from sphinxcontrib_academic.readers.inherit import resolve
from sphinxcontrib_academic.readers.records import Record
from sphinxcontrib_academic.readers.works import read_work

MAX_PROBLEMS = 5_000
"""Of one kind in one file; each of them is a line of a build's output."""

_CONTAINERS = frozenset({"xdata"})
"""Types that only give their fields to others."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file, or an entry that is pasted into a page."""

    path: str
    """As the user knows it."""
    content: bytes
    first_line: int = 1
    """The line of ``path`` where ``content`` begins."""


@dataclass(frozen=True, slots=True)
class Data:
    """What a set of data files holds, in the order of the files."""

    works: tuple[Work, ...] = ()
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_data(files: Sequence[DataFile], encoding: str = "utf-8") -> Data:
    """Read files together: strings, parents and members of sets may stand in any of them, in any order."""
    works: list[Work] = []

    def take(work: Work, _found: Sequence[Problem]) -> tuple[Problem, ...]:
        works.append(work)
        return ()

    entries, problems = pass_data(files, take, encoding)
    return Data(tuple(works), entries, problems)


def pass_data(
    files: Sequence[DataFile],
    take: Callable[[Work, Sequence[Problem]], Iterable[Problem]],
    encoding: str = "utf-8",
    steps: Callable[[list[Record]], Iterator[Record]] = iter,
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The same for files that hold many works: each is given away when it is read, with what was found to be
    wrong with it, and may come back with more. ``steps`` gives the records that are to be read.
    """
    problems: list[Problem] = []
    records = _read_records(files, encoding, problems)
    records = _with_keys(records, problems)
    records, found = resolve(records)
    problems.extend(found)
    entries: list[Entry] = []
    waiting = steps(records)
    del records  # thousands may go while they are read
    for record in waiting:
        value, found = _read_record(record)
        problems.extend(found)
        if isinstance(value, Entry):
            entries.append(value)
        elif value is not None:
            problems.extend(take(value, found))
    order = {file.path: place for place, file in enumerate(files)}
    problems.sort(key=lambda problem: (order.get(problem.location.path, 0), problem.location.line or 0))
    return tuple(entries), tuple(_bounded(dict.fromkeys(problems)))


def read_pasted(text: str, location: Location) -> Data:
    """Read a BibTeX entry that is typed into a page; ``location`` is where its text begins."""
    content = text.encode("utf-8", "replace")
    return read_data([DataFile(location.path, content, location.line or 1)])


def _read_records(files: Sequence[DataFile], encoding: str, problems: list[Problem]) -> list[Record]:
    bibtex = BibTeX()
    parts: list[range | list[Record]] = []
    for file in files:
        text, found = read_text_file(file.content, file.path, encoding)
        shift = file.first_line - 1
        problems.extend(_moved(problem, shift) for problem in found)
        if text is None:
            continue
        if PurePosixPath(file.path.replace("\\", "/")).suffix.lower() in {".yaml", ".yml"}:
            # most sites have none, and PyYAML takes its time
            yaml_file = import_module("sphinxcontrib_academic.readers.yaml_file")
            records, found = yaml_file.read_yaml(text, file.path, file.first_line)
            problems.extend(found)
            parts.append(records)
        else:
            parts.append(bibtex.add(text, file.path, file.first_line))
    from_bibtex = bibtex.records()
    problems.extend(bibtex.problems)
    return [
        record
        for part in parts
        for record in (from_bibtex[part.start : part.stop] if isinstance(part, range) else part)
    ]


def _bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Not more problems of one file than anybody reads."""
    counted: Counter[tuple[str, Code]] = Counter()
    for problem in problems:
        kind = (problem.location.path, problem.code)
        counted[kind] += 1
        if counted[kind] <= MAX_PROBLEMS:
            yield problem
        elif counted[kind] == MAX_PROBLEMS + 1:
            message = (
                f"more than {MAX_PROBLEMS} problems of the kind '{problem.code.subtype}', the others are not listed"
            )
            yield Problem(Code.LIMIT, message, problem.location)


def _moved(problem: Problem, shift: int) -> Problem:
    location = problem.location
    return replace(problem, location=Location(location.path, (location.line or 1) + shift)) if shift else problem


def _with_keys(records: Sequence[Record], problems: list[Problem]) -> list[Record]:
    """Every entry under a key of its own; of two with the same key the first one counts."""
    kept: dict[str, Record] = {}
    taken: Counter[str] = Counter()
    for record in records:
        if not record.key:
            _add_keyless(record, kept, taken, problems)
            continue
        first = kept.setdefault(record.key.casefold(), record)
        if first is not record:
            message = f"'{record.key[:100]}' is also defined at {first.location}"
            problems.append(Problem(Code.DUPLICATE_KEY, message, record.location))
    return list(kept.values())


def _add_keyless(record: Record, kept: dict[str, Record], taken: Counter[str], problems: list[Problem]) -> None:
    expected = f"@{record.type[:30]}{{key, …}}"
    if not record.fields:
        message = f"an empty entry, expected '{expected}'"
        problems.append(Problem(Code.MISSING_KEY, message, record.location))
        return
    key = synthetic_key(record)
    taken[key] += 1
    name = key if taken[key] == 1 else f"{key}-{taken[key]}"
    kept[name] = replace(record, key=name)
    if not _is_entry(record):
        message = f"this entry has no key, expected '{expected}'"
        problems.append(Problem(Code.MISSING_KEY, message, record.location))


def _is_entry(record: Record) -> bool:
    return timeline_kind(record.type) is not None and work_type(record.type) is None


def _read_record(record: Record) -> tuple[Work | Entry | None, tuple[Problem, ...]]:
    if record.type.lower() in _CONTAINERS:
        return None, ()
    kind = timeline_kind(record.type) if _is_entry(record) else None
    try:
        return read_entry(record, kind) if kind is not None else read_work(record)
    except Exception as error:  # noqa: BLE001 - whatever happens with one entry, the others come through
        message = f"'{record.key[:100]}' cannot be read ({type(error).__name__})"
        return None, (Problem(Code.SYNTAX, message, record.location),)
