"""What a site holds: its library, its files, its setting, each looked at when the first page needs it."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util.display import status_iterator

from sphinxcontrib_academic.cache import packed
from sphinxcontrib_academic.config import extras_of, layouts_of, setting_of
from sphinxcontrib_academic.library import Extras, Library, metrics_of, read_library, stamp_of
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.metrics import METRICS
from sphinxcontrib_academic.model.plain import work_to_plain
from sphinxcontrib_academic.stored import StoredWork, digest
from sphinxcontrib_academic.values import data_files_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_academic.layouts import Layout
    from sphinxcontrib_academic.model.metrics import Metrics
    from sphinxcontrib_academic.model.problems import Problem
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.readers.records import Record
    from sphinxcontrib_academic.render.setting import Setting
    from sphinxcontrib_academic.written import Written

_MANY = 1000
"""Entries whose reading lasts long enough to say how far it is."""
_STEPS = 100
"""How often it is said."""


class Holdings:
    """What a domain has beside what pages note in it."""

    env: BuildEnvironment
    data: dict[str, Any]

    changed = False
    """Whether a page that has anything of ours was read, or went away, in this build."""

    @cached_property
    def stamp(self) -> str:
        """What the data files hold at this moment, in a few letters."""
        return stamp_of(self.env.srcdir, self.files, self.env.config.academic_encoding, self.extras)

    @cached_property
    def library(self) -> Library:
        """Everything in the data files; read when the first page needs it."""
        encoding, folder = self.env.config.academic_encoding, self.folder
        return read_library(self.env.srcdir, self.files, encoding, self.extras, self.stamp, folder, reading_steps)

    @property
    def folder(self) -> Path:
        """Where we keep things between builds."""
        return Path(self.env.doctreedir, "academic")

    @cached_property
    def files(self) -> list[str]:
        """The data files by their paths from the source folder."""
        return data_files_of(self.env.config, self.env.srcdir)

    @cached_property
    def extras(self) -> Extras:
        """What lies beside the data files: metrics, and files that belong to entries by their names."""
        return extras_of(self.env.config, self.env.srcdir)

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """The layouts by name."""
        return layouts_of(self.env.config)

    @cached_property
    def setting(self) -> Setting:
        """What render must know of the site."""
        return replace(setting_of(self.env.config), metrics=self.metrics[0])

    @cached_property
    def metrics(self) -> tuple[Metrics, tuple[Problem, ...]]:
        """The numbers in the file of metrics, and what is wrong with it."""
        return metrics_of(self.env.srcdir, self.extras)

    written: Written | None = None
    """What the output of this build says."""
    unsaved = False
    """Whether it will say something else."""

    @property
    def version(self) -> str:
        """Ours."""
        return str(import_module("sphinxcontrib_academic").__version__)

    def renew(self) -> None:
        """Look again at what lies in files: a build begins."""
        for name in ("stamp", "library", "files", "extras", "metrics", "setting", "missing_files"):
            self.__dict__.pop(name, None)
        self.changed = self.unsaved = False
        self.written = None

    def find(self, key: str, docname: str = "") -> Work | None:
        """The work of that key: typed into that page, in the data files, or typed into another page."""
        folded = key.strip().casefold()
        pasted = self.data["pasted"]
        if pasted:
            own: Work | None = next((work for work in pasted.get(docname, ()) if work.key.casefold() == folded), None)
            if own is not None:
                return own
        found = self.library.find(key)
        if found is not None:
            return found
        everywhere = (work for name in sorted(pasted) for work in pasted[name])
        return next((work for work in everywhere if work.key.casefold() == folded), None)

    def digest(self, key: str, docname: str = "") -> Any:
        """What tells what is shown of a work from what was."""
        work = self.find(key, docname)
        if work is None:
            return None
        content = work.digest if isinstance(work, StoredWork) else digest(packed(work_to_plain(work)))
        metrics = self.setting.metrics
        return (content, *(metrics.of_work(work, name) for name in METRICS)) if metrics.by_name else content

    def file_digest(self, key: str) -> bytes | None:
        """What tells a work of the data files from what it was."""
        work = self.library.find(key)
        return work.digest if isinstance(work, StoredWork) else None

    def number(self, target: str, docname: str) -> int | None:
        """A number from the file of metrics: ``key.stars``, or ``stars`` of the site."""
        metrics = self.setting.metrics
        name, _, metric = target.strip().rpartition(".")
        number = metrics.of_name(name, metric) if name else metrics.total(metric)
        work = self.find(name, docname) if name and number is None else None
        return metrics.of_work(work, metric) if work is not None else number

    @cached_property
    def missing_files(self) -> set[str]:
        """The files that were reported as missing in this build."""
        return set()


def reading_steps(records: list[Record]) -> Iterator[Record]:
    """The records, none of them longer than it is needed, and how far the reading is where it lasts."""
    size = max(len(records) // _STEPS, 1)
    steps: Iterable[list[Record]] = _steps(records, size)
    if len(records) > _MANY:
        count = -(-len(records) // size)
        said = "reading data files... "
        steps = status_iterator(steps, said, "purple", count, stringify_func=lambda step: step[0].key)
    for step in steps:
        yield from step


def _steps(records: list[Record], size: int) -> Iterator[list[Record]]:
    while records:
        step = records[:size]
        del records[:size]
        yield step
