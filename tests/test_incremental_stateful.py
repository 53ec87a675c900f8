"""After any sequence of edits a build equals a fresh one, file by file.

``SEQUENCES=500 pytest tests/test_incremental_stateful.py`` makes so many sequences, each time others.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.sequences import AUTHORS, BIBS, BLOCKS, CONFIGS, EXTRAS, FILES, KEYS, PAGES, TITLES, State, World, different

MANY = "SEQUENCES" in os.environ

BUILDERS = st.sampled_from(["html", "html", "html", "latex"])
FIELDS = st.builds(
    lambda title, author, year, extra: {"title": title, "author": author, "year": str(year), **extra},
    st.sampled_from(TITLES),
    st.sampled_from(AUTHORS),
    st.integers(2019, 2023),
    st.sampled_from(EXTRAS),
)
ENTRIES = st.dictionaries(st.sampled_from(KEYS), FIELDS, max_size=4)
BLOCK_LISTS = st.lists(st.integers(0, len(BLOCKS) - 1), min_size=1, max_size=3)


class Edits(RuleBasedStateMachine):
    """Edits of a site; a build after each."""

    jobs = 1

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="edits-"))
        self.world = World(self.folder)
        self.state = State()
        self.epoch = os.environ.get("SOURCE_DATE_EPOCH")
        os.environ["SOURCE_DATE_EPOCH"] = "1600000000"

    def teardown(self) -> None:
        """Leave nothing."""
        if self.epoch is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        shutil.rmtree(self.folder, ignore_errors=True)

    def build(self, builder: str) -> None:
        """Both builds, which must be equal."""
        self.world.write(self.state)
        incremental = self.world.build(builder, self.jobs)
        assert different(incremental, self.world.fresh(builder)) == {}

    @initialize(entries=ENTRIES, pages=st.lists(BLOCK_LISTS, min_size=len(PAGES), max_size=len(PAGES)))
    def start(self, entries, pages):
        """A site of several pages."""
        self.state.bibs["a.bib"] = entries
        self.state.pages = {"index": [0], **dict(zip(PAGES, pages, strict=True))}
        self.state.files = {"career.yaml": 0, "metrics.json": 0, "me.png": 0, "two.pdf": 0}
        self.build("html")

    @rule(bib=st.sampled_from(BIBS), key=st.sampled_from(KEYS), fields=FIELDS, builder=BUILDERS)
    def set_entry(self, bib, key, fields, builder):
        """An entry comes, or changes; its file may be new."""
        self.state.bibs.setdefault(bib, {})[key] = fields
        self.build(builder)

    @rule(data=st.data(), extra=st.sampled_from(EXTRAS), builder=BUILDERS)
    @precondition(lambda self: any(self.state.bibs.values()))
    def change_field(self, data, extra, builder):
        """An entry that is there says one thing more."""
        bib, key = data.draw(self.some_entry())
        self.state.bibs[bib][key] = {**self.state.bibs[bib][key], **extra}
        self.build(builder)

    @rule(data=st.data(), key=st.sampled_from(KEYS), builder=BUILDERS)
    @precondition(lambda self: any(self.state.bibs.values()))
    def rename_entry(self, data, key, builder):
        """An entry gets another key."""
        bib, old = data.draw(self.some_entry())
        fields = self.state.bibs[bib].pop(old)
        self.state.bibs[bib][key] = fields
        self.build(builder)

    @rule(data=st.data(), builder=BUILDERS)
    @precondition(lambda self: any(self.state.bibs.values()))
    def remove_entry(self, data, builder):
        """An entry goes."""
        bib, key = data.draw(self.some_entry())
        del self.state.bibs[bib][key]
        self.build(builder)

    def some_entry(self):
        """A file and a key in it."""
        return st.sampled_from([(bib, key) for bib, entries in self.state.bibs.items() for key in entries])

    @rule(bib=st.sampled_from(BIBS), builder=BUILDERS)
    def remove_bib(self, bib, builder):
        """A data file goes."""
        self.state.bibs.pop(bib, None)
        self.build(builder)

    @rule(bib=st.sampled_from(BIBS), builder=BUILDERS)
    def break_or_mend(self, bib, builder):
        """A data file loses a brace, or has it again."""
        self.state.broken ^= {bib}
        self.build(builder)

    @rule(page=st.sampled_from(PAGES), blocks=BLOCK_LISTS, builder=BUILDERS)
    def set_page(self, page, blocks, builder):
        """A page comes, or changes."""
        self.state.pages[page] = blocks
        self.build(builder)

    @rule(page=st.sampled_from(PAGES), builder=BUILDERS)
    def remove_page(self, page, builder):
        """A page goes."""
        self.state.pages.pop(page, None)
        self.build(builder)

    @rule(data=st.data(), name=st.sampled_from(sorted(CONFIGS)), builder=BUILDERS)
    def configure(self, data, name, builder):
        """A value of the configuration changes."""
        self.state.config[name] = data.draw(st.integers(0, len(CONFIGS[name]) - 1))
        # Sphinx forgets pages in HTML that have nothing of ours where LaTeX was the first to hear of its own values
        self.build(builder if name.startswith("academic_") else "html")

    @rule(data=st.data(), name=st.sampled_from(sorted(FILES)), builder=BUILDERS)
    def set_file(self, data, name, builder):
        """A file beside the pages comes, changes or goes."""
        number = data.draw(st.integers(-1, len(FILES[name]) - 1))
        if number < 0:
            self.state.files.pop(name, None)
        else:
            self.state.files[name] = number
        self.build(builder)

    @rule(data=st.data(), builder=BUILDERS)
    def touch(self, data, builder):
        """A file has another date."""
        (self.world.source / data.draw(st.sampled_from(sorted(self.world.texts)))).touch()
        self.build(builder)


class ParallelEdits(Edits):
    """The same in two processes."""

    jobs = 2


_SETTINGS = settings(
    max_examples=int(os.environ.get("SEQUENCES", "4")),
    stateful_step_count=8,
    deadline=None,
    derandomize=not MANY,
    database=None,
    # one that fails is short already, and its builds are slow
    phases=[Phase.explicit, Phase.generate],
    print_blob=MANY,
    suppress_health_check=list(HealthCheck),
)

TestSerial = Edits.TestCase
TestSerial.settings = _SETTINGS
TestParallel = ParallelEdits.TestCase
TestParallel.settings = _SETTINGS
