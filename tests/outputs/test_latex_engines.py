"""The three engines set each CV alike: the same words on each page, each of them at the same place."""

from __future__ import annotations

import re
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, needs_tool
from tests.outputs.test_latex_pdf import ENGINES, LIGATURES, UNCLEAN, run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.tex

EXAMPLES = ROOT / "docs" / "examples"
CVS = [
    ("long-cv", "classic"),
    ("long-cv", "compact"),
    ("noether", "modern"),
    ("languages", "classic"),
    ("xuanlei-zhao-cv", "caps"),
]
"""Each example and each style."""
WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)</word>')
SPOILT = ("!", "Overfull", "Missing character", "LaTeX Font Warning")
TOLERANCE = 3
"""In points: engines know other heights of the letters, and other sums of their widths."""

Place = tuple[float, float]
Page = dict[str, list[Place]]
"""The places of each word."""


def pages_of(example: str, style: str, engine: str, folder: Path) -> list[Page]:
    """Set a CV and look where its words stand; they are letters as written, whatever their shapes."""
    settings = ["-D", f"latex_engine={engine}", "-D", f"academic_cv_style={style}", "-d", f"{folder}.doctrees"]
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "latex", *settings, str(EXAMPLES / example)]
    run(*command, str(folder), folder=ROOT)
    (tex,) = folder.glob("*.tex")
    # once: where things stand does not hang on references
    run(engine, "-interaction=nonstopmode", "-halt-on-error", tex.name, folder=folder)
    log = tex.with_suffix(".log").read_text(encoding="utf-8", errors="replace")
    assert [line for line in UNCLEAN.findall(log) if line.startswith(SPOILT)] == []
    text = run("pdftotext", "-bbox", str(tex.with_suffix(".pdf")), "-", folder=folder)
    assert LIGATURES.findall(text) == []
    return [_places(page) for page in text.split("<page ")[1:]]


def _places(page: str) -> Page:
    found: Page = {}
    for x, top, bottom, word in WORD.findall(page):
        # formulas have letters of their own in two of the engines
        plain = "".join(unicodedata.normalize("NFKC", sign) if ord(sign) > 0xFFFF else sign for sign in word)
        found.setdefault(plain, []).append((float(x), (float(top) + float(bottom)) / 2))
    return found


@pytest.mark.parametrize(("example", "style"), CVS)
def test_the_engines_agree(example: str, style: str, tmp_path: Path) -> None:
    """About pages, lines, sizes, spaces, icons and bullets."""
    needs_tool("pdftotext", *ENGINES)
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda engine: pages_of(example, style, engine, tmp_path / engine), ENGINES))
    assert len({len(pages) for pages in found}) == 1
    for one, other in pairwise(found):
        for page, same in zip(one, other, strict=True):
            assert {word: len(at) for word, at in page.items()} == {word: len(at) for word, at in same.items()}
            assert {word: (at, same[word]) for word, at in page.items() if not _near(at, same[word])} == {}


def _near(places: list[Place], others: list[Place]) -> bool:
    """Whether each place has another near it."""
    return all(any(max(abs(x - u), abs(y - v)) < TOLERANCE for u, v in others) for x, y in places)
