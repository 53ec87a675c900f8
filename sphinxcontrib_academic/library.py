"""The library: what the data files of a site hold, found by key."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from hashlib import blake2b
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.cache import content_digest, packed, read_cache, write_cache
from sphinxcontrib_academic.earlier import earlier_works, origin_of
from sphinxcontrib_academic.kinds.links import LinkTable, link_relation
from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.model.memory import growing
from sphinxcontrib_academic.model.metrics import Metrics
from sphinxcontrib_academic.model.plain import entry_of_plain, entry_to_plain, problem_of_plain, problem_to_plain
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.model.works import WorkLink
from sphinxcontrib_academic.readers.addresses import NoAddressError, UnsafeError, target
from sphinxcontrib_academic.readers.data import DataFile, pass_data
from sphinxcontrib_academic.readers.identifiers import identifier_problems
from sphinxcontrib_academic.readers.metrics import read_metrics
from sphinxcontrib_academic.readers.mojibake import mojibake_problems
from sphinxcontrib_academic.readers.named_files import files_by_key, key_variants
from sphinxcontrib_academic.stored import Shelf, StoredWorks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sphinxcontrib_academic.cache import Pieces
    from sphinxcontrib_academic.model.entries import Entry
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.readers.records import Record

    Steps = Callable[[list[Record]], Iterator[Record]]
    """What shows how far the reading is."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What a site knows of entries beside their own fields."""

    relations: LinkTable = field(default_factory=LinkTable)
    files: Mapping[str, tuple[WorkLink, ...]] = field(default_factory=dict)
    """Files that belong to an entry by their names, by key in folded case."""
    metrics: str = ""
    """The file of metrics, empty where there is none."""

    @property
    def paths(self) -> list[str]:
        """All files, in an order that lasts."""
        found = {link.target for links in self.files.values() for link in links}
        return sorted({*found, *([self.metrics] if self.metrics else [])})

    def complete(self, work: Work) -> tuple[Work, tuple[Problem, ...]]:
        """The work with the links of the site's own relations, and to the files that bear its name."""
        if not self.files and not self.relations.own:
            return work, ()
        problems: list[Problem] = []
        links = list(work.links)
        for link in self._own_links(work, problems):
            links = [*(other for other in links if other.relation != link.relation), link]
        known = {link.relation for link in links}
        files = (link for key in key_variants(work.key) for link in self.files.get(key, ()))
        links += [link for link in dict.fromkeys(files) if link.relation not in known]
        return (work if tuple(links) == work.links else replace(work, links=tuple(links))), tuple(problems)

    def _own_links(self, work: Work, problems: list[Problem]) -> Iterator[WorkLink]:
        for row in self.relations.own:
            common = link_relation(row.key)
            if common is not None and common.url == row.url and set(common.fields) == set(row.fields):
                continue
            value = next((value for name in (row.key, *row.fields) if (value := work.field(name))), "")
            if not value.strip():
                continue
            try:
                yield WorkLink(row.key, target(row, value))
            except (UnsafeError, NoAddressError):
                message = f"'{value[:60]}' in '{row.key}' is neither a safe address nor an identifier, it was left out"
                problems.append(Problem(Code.UNSAFE, message, work.location))


class Library:
    """Everything that was read from the data files."""

    def __init__(self, index: Any, pieces: Pieces, extras: Extras, values: dict[int, Work] | None = None) -> None:
        columns, entries, problems = index
        self.works = StoredWorks(columns, pieces, values or {})
        self.entries: tuple[Entry, ...] = tuple(map(entry_of_plain, entries))
        self._problems = problems
        self.extras = extras

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files."""
        return tuple(map(problem_of_plain, self._problems))

    @cached_property
    def by_key(self) -> dict[str, int]:
        """Places of works by key and by other keys, in folded case: BibTeX tells keys apart without regard to it."""
        columns = self.works.columns
        found: dict[str, int] = {}
        for place, key in enumerate(columns["keys"]):
            found.setdefault(key.casefold(), place)
        for place, ids in enumerate(columns["ids"]):
            for other in ids:
                found.setdefault(other.casefold(), place)
        return found

    def find(self, key: str) -> Work | None:
        """The work of that key."""
        place = self.by_key.get(key.strip().casefold())
        return self.works[place] if place is not None else None

    @property
    def keys(self) -> list[str]:
        """The keys as the files write them."""
        return list(self.works.columns["keys"])


def find_extras(source: Path, folders: Sequence[str], relations: LinkTable, metrics: str) -> Extras:
    """What lies beside the data files."""
    names = [path for folder in folders if (source / folder).is_dir() for path in _names(source, folder)]
    return Extras(relations, files_by_key(names, relations), metrics)


def _names(source: Path, folder: str) -> list[str]:
    files = (path for path in (source / folder).iterdir() if path.is_file() and not path.name.startswith("."))
    return sorted(path.relative_to(source).as_posix() for path in files)


def stamp_of(source: Path, paths: Sequence[str], encoding: str, extras: Extras) -> str:
    """What the library is made of, in a few letters: equal for equal contents, whenever they were written."""
    made = blake2b(digest_size=12)
    made.update(_surroundings(encoding, extras))
    for path in paths:
        made.update(repr((path, content_digest(source / path))).encode())
    return made.hexdigest()


def _surroundings(encoding: str, extras: Extras) -> bytes:
    """What a work is made of beside its record."""
    version = import_module("sphinxcontrib_academic").__version__
    made_of = (version, encoding, extras.relations, sorted(extras.files.items()))
    return blake2b(repr(made_of).encode(), digest_size=16).digest()


def _content(source: Path, path: str) -> bytes | None:
    try:
        return (source / path).read_bytes()
    except OSError:
        return None


def read_library(  # noqa: PLR0913, PLR0917 - what a library is made of, and where it is kept
    source: Path, paths: Sequence[str], encoding: str, extras: Extras, stamp: str, folder: Path, steps: Steps = iter
) -> Library:
    """The library of the files at these paths; those that are missing were reported with the configuration."""
    with growing():
        kept = read_cache(folder, stamp)
        if kept is not None:
            return Library(*kept, extras)
    contents = [(path, _content(source, path)) for path in paths]
    files = [DataFile(path, content) for path, content in contents if content is not None]
    with growing():
        index, shelf = _read_files(files, encoding, extras, folder, steps)
    pieces = write_cache(folder, stamp, index, shelf.pieces) if files else shelf.pieces
    return Library(index, pieces, extras, shelf.values)


def metrics_of(source: Path, extras: Extras) -> tuple[Metrics, tuple[Problem, ...]]:
    """The numbers in the file of metrics, none where there is no such file."""
    content = _content(source, extras.metrics) if extras.metrics else None
    return read_metrics(content, extras.metrics) if content is not None else (Metrics(), ())


def _read_files(
    files: Sequence[DataFile], encoding: str, extras: Extras, folder: Path, steps: Steps
) -> tuple[Any, Shelf]:
    """The index of everything in the files, and the works."""
    surroundings = _surroundings(encoding, extras)
    shelf, earlier, origin = Shelf(), earlier_works(folder, surroundings), b""

    def unread(records: list[Record]) -> Iterator[Record]:
        nonlocal origin
        for record in steps(records):
            origin = origin_of(record)
            if not earlier.give(record, origin, shelf):
                yield record

    def take(work: Work, found: Sequence[Problem]) -> list[Problem]:
        work, of_links = extras.complete(work)
        more = [*of_links, *identifier_problems(work)]
        shelf.add(work, b"" if found or more else origin)
        return more

    entries, problems = pass_data(files, take, encoding, unread)
    shelf.pieces += packed((surroundings, shelf.origins))
    found = [*(problem for file in files for problem in mojibake_problems(_decoded(file), file.path)), *problems]
    return (shelf.columns, list(map(entry_to_plain, entries)), list(map(problem_to_plain, found))), shelf


def _decoded(file: DataFile) -> str:
    return file.content.decode("utf-8", "replace")
