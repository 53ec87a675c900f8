"""Every example, and the documentation itself, builds without a warning."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted(path.parent for path in (ROOT / "docs" / "examples").glob("*/conf.py"))


@pytest.mark.parametrize("source", [*EXAMPLES, ROOT / "docs"], ids=lambda path: path.name)
def test_builds_without_a_warning(source: Path, tmp_path: Path) -> None:
    """`sphinx-build -n -W` is clean on every example and on the documentation."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-n",
        "-W",
        "--keep-going",
        "-q",
        "-b",
        "html",
        source,
        tmp_path,
    ]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (outcome.returncode, outcome.stderr) == (0, "")


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda path: path.name)
def test_has_no_large_picture(source: Path) -> None:
    """The pictures of the examples are small: at most 30 kB each."""
    pictures = (path for path in source.rglob("*") if path.suffix in {".png", ".jpg"})
    assert [path.name for path in pictures if path.stat().st_size > 30_000] == []
