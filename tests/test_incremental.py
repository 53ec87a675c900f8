"""A build after an edit equals a fresh one, whatever was edited."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.test_sites import build, contents

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "conf.py": 'extensions = ["sphinxcontrib_academic"]\nproject = "x"\nacademic_profile = {"name": "Ann Bee"}\n',
    "a.bib": (
        "@article{one, title={One}, author={Bee, Ann}, year=2020, keywords={x}}\n"
        "@article{two, title={Two}, year=2021}\n"
    ),
    "index.rst": "Index\n=====\n\n:academic:pub:`one`\n",
    "list.rst": ":orphan:\n\nList\n====\n\n.. publications::\n",
    "other.rst": ":orphan:\n\nOther\n=====\n\n.. publication:: two\n\n.. publications::\n   :keyword: x\n",
    "plain.rst": ":orphan:\n\nPlain\n=====\n\nNothing of ours.\n",
}

EDITS: dict[str, dict[str, str | None]] = {
    "change an entry": {"a.bib": FILES["a.bib"].replace("{One}", "{Uno}")},
    "add an entry": {"a.bib": FILES["a.bib"] + "@article{three, title={Three}, year=2022}\n"},
    "remove an entry": {"a.bib": FILES["a.bib"].splitlines()[0], "other.rst": FILES["other.rst"].replace("two", "one")},
    "add a data file": {"b.bib": "@article{four, title={Four}, year=2023}\n"},
    "break a data file": {"a.bib": FILES["a.bib"].replace("year=2020,", "year=2020")},
    "change a page": {"plain.rst": FILES["plain.rst"] + "\n.. publications::\n   :limit: 1\n"},
    "remove the canonical page": {"list.rst": None},
    "change the owner": {"conf.py": FILES["conf.py"].replace("Ann Bee", "Cee Dee")},
    "change the layout": {"conf.py": FILES["conf.py"] + 'academic_layout = "compact"\n'},
    "move the list": {
        "list.rst": ":orphan:\n\nList\n====\n",
        "other.rst": FILES["other.rst"] + "\n.. publications::\n",
    },
}


def write(source: Path, files: dict[str, str | None]) -> None:
    """Write or remove files."""
    for name, text in files.items():
        if text is None:
            (source / name).unlink()
        else:
            (source / name).write_text(text, encoding="utf-8")


def rebuild(source: Path, out: Path, *options: str) -> dict[str, bytes]:
    """Build on the doctrees that are there; the pages that come out."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-b",
        "html",
        "-d",
        f"{out}.doctrees",
        *options,
        str(source),
        str(out),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    # Sphinx leaves old words in its search index, and old links to neighbours in a toctree: the pages here have none
    return {name: data for name, data in contents(out).items() if name.endswith((".html", ".inv", ".css"))}


@pytest.mark.parametrize(("edit", "jobs"), [*((edit, "1") for edit in EDITS), ("add an entry", "4")])
def test_a_build_after_an_edit_equals_a_fresh_one(edit, jobs, tmp_path, monkeypatch):
    """Every page that shows or refers to what changed is written again."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    source = tmp_path / "source"
    source.mkdir()
    write(source, FILES)
    rebuild(source, tmp_path / "out")
    write(source, EDITS[edit])
    incremental = rebuild(source, tmp_path / "out", "-j", jobs)
    fresh = rebuild(source, tmp_path / "fresh")
    for name in [name for name, text in EDITS[edit].items() if text is None]:
        incremental.pop(name.replace(".rst", ".html"))  # Sphinx leaves the page of a removed source
    assert [name for name in fresh if fresh[name] != incremental.get(name)] == []
    assert incremental.keys() == fresh.keys()


def test_nothing_is_read_again_when_nothing_changed(tmp_path):
    """A second build reads and writes no page."""
    source = tmp_path / "source"
    source.mkdir()
    write(source, FILES)
    assert build("html", source, tmp_path / "out").returncode == 0
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-d", f"{tmp_path / 'out'}.doctrees"]
    result = subprocess.run([*command, str(source), str(tmp_path / "out")], capture_output=True, text=True, check=True)
    assert "0 added, 0 changed, 0 removed" in result.stdout
