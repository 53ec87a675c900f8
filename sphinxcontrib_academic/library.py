"""The library: what the data files of a site hold, found by key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinxcontrib_academic.readers.data import DataFile, read_data

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinxcontrib_academic.model.entries import Entry
    from sphinxcontrib_academic.model.problems import Problem
    from sphinxcontrib_academic.model.works import Work


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read from the data files."""

    works: tuple[Work, ...] = ()
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    by_key: dict[str, Work] = field(default_factory=dict)
    """Works by key and by other keys, in folded case: BibTeX tells keys apart without regard to it."""

    def find(self, key: str) -> Work | None:
        """The work of that key."""
        return self.by_key.get(key.strip().casefold())

    @property
    def keys(self) -> list[str]:
        """The keys as the files write them."""
        return [work.key for work in self.works]


def read_library(source: Path, paths: Sequence[str], encoding: str) -> Library:
    """The library of the files at these paths; those that are missing were reported with the configuration."""
    files = [DataFile(path, (source / path).read_bytes()) for path in paths if (source / path).is_file()]
    data = read_data(files, encoding)
    by_key: dict[str, Work] = {}
    for work in data.works:
        by_key.setdefault(work.key.casefold(), work)
    for work in data.works:
        for other in work.ids:
            by_key.setdefault(other.casefold(), work)
    return Library(data.works, data.entries, data.problems, by_key)
