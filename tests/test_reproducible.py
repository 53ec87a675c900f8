"""The same sources give the same bytes: in any folder, at any time, in any zone, with any seed of hashes."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.sequences import World
from tests.test_kill import everything
from tests.test_sites import contents

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = ROOT / "docs" / "examples"
EPOCH = "1600000000"
MACHINES: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "42", "TZ": "Asia/Kathmandu", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
)


def build(builder: str, source: Path, out: Path, machine: dict[str, str], jobs: int = 1) -> dict[str, bytes]:
    """Build somewhere."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **machine}
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", builder, "-d", f"{out}.doctrees", "-j", str(jobs)]
    subprocess.run(
        [*command, str(source), str(out)], check=True, env=environment, capture_output=True, timeout=300, cwd=source
    )
    return contents(out)


def demo(folder: Path) -> Path:
    """The sources of an example, in another place."""
    shutil.copytree(EXAMPLES / "noether", folder, ignore=shutil.ignore_patterns("_build"))
    return folder


def everything_at(folder: Path) -> Path:
    """The sources of a site with everything on it."""
    world = World(folder)
    world.write(everything())
    return world.source


@pytest.mark.parametrize("sources", [demo, everything_at], ids=["demo", "everything"])
@pytest.mark.parametrize("builder", ["html", "singlehtml", "latex", "text", "man"])
def test_two_builds_are_identical(builder, sources, tmp_path):
    """File by file, from two folders, with two seeds, in two zones, serial and parallel."""
    folders = [tmp_path / "here", tmp_path / "there" / "and far away"]
    first, second = (
        build(builder, sources(folder), tmp_path / f"out{number}", machine, jobs)
        for number, (folder, machine, jobs) in enumerate(zip(folders, MACHINES, (1, 4), strict=True))
    )
    assert first.keys() == second.keys()
    assert [name for name, data in first.items() if data != second[name]] == []


@pytest.mark.parametrize("builder", ["html", "latex", "text"])
def test_no_path_of_this_machine_is_in_the_output(builder, tmp_path):
    """Neither of the sources, nor of the output, nor of where Python has us."""
    output = build(builder, everything_at(tmp_path / "sources-of-somebody"), tmp_path / "out-of-somebody", MACHINES[0])
    words = (b"sources-of-somebody", b"out-of-somebody", os.fsencode(ROOT), os.fsencode(sys.prefix))
    assert [(name, word) for name, data in output.items() for word in words if word in data] == []


_CLOCKS = {"now", "today", "utcnow", "localtime", "gmtime", "ctime"}


def test_nobody_asks_the_clock():
    """What is built tomorrow is what is built today."""
    asked = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "sphinxcontrib_academic").rglob("*.py"))
        if "starter" not in path.parts  # it writes the year of a new site
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in _CLOCKS
    ]
    assert asked == []
