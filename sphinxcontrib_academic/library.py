"""The library: what the data files of a site hold, found by key."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sphinxcontrib_academic.kinds.links import LinkTable, link_relation
from sphinxcontrib_academic.model.metrics import Metrics
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.model.works import WorkLink
from sphinxcontrib_academic.readers.addresses import NoAddressError, UnsafeError, target
from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.readers.metrics import read_metrics
from sphinxcontrib_academic.readers.named_files import files_by_key, key_variants

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sphinxcontrib_academic.model.entries import Entry
    from sphinxcontrib_academic.model.works import Work


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


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read from the data files."""

    works: tuple[Work, ...] = ()
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    by_key: dict[str, Work] = field(default_factory=dict)
    """Works by key and by other keys, in folded case: BibTeX tells keys apart without regard to it."""
    extras: Extras = field(default_factory=Extras)
    metrics: Metrics = field(default_factory=Metrics)

    def find(self, key: str) -> Work | None:
        """The work of that key."""
        return self.by_key.get(key.strip().casefold())

    @property
    def keys(self) -> list[str]:
        """The keys as the files write them."""
        return [work.key for work in self.works]


def find_extras(source: Path, folders: Sequence[str], relations: LinkTable, metrics: str) -> Extras:
    """What lies beside the data files."""
    names = [path for folder in folders if (source / folder).is_dir() for path in _names(source, folder)]
    return Extras(relations, files_by_key(names, relations), metrics)


def _names(source: Path, folder: str) -> list[str]:
    files = (path for path in (source / folder).iterdir() if path.is_file() and not path.name.startswith("."))
    return sorted(path.relative_to(source).as_posix() for path in files)


def read_library(source: Path, paths: Sequence[str], encoding: str, extras: Extras | None = None) -> Library:
    """The library of the files at these paths; those that are missing were reported with the configuration."""
    extras = extras or Extras()
    files = [DataFile(path, (source / path).read_bytes()) for path in paths if (source / path).is_file()]
    data = read_data(files, encoding)
    completed = [extras.complete(work) for work in data.works]
    works = tuple(work for work, _ in completed)
    problems = [*data.problems, *(problem for _, found in completed for problem in found)]
    by_key: dict[str, Work] = {}
    for work in works:
        by_key.setdefault(work.key.casefold(), work)
    for work in works:
        for other in work.ids:
            by_key.setdefault(other.casefold(), work)
    metrics = Metrics()
    if extras.metrics:
        metrics, found = read_metrics((source / extras.metrics).read_bytes(), extras.metrics)
        problems += found
    return Library(works, data.entries, tuple(problems), by_key, extras, metrics)
