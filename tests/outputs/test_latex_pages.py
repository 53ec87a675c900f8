"""The CV of three pages: where pages break, what machines read, and how much of the time is ours."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, needs_tool
from tests.outputs.test_latex_pdf import ENGINES, LIGATURES, UNCLEAN, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.tex

EXAMPLE = ROOT / "docs" / "examples" / "long-cv"
HEADINGS = [
    "Positions", "Education", "Research interests", "Publications", "Grants", "Awards", "Invited talks", "Teaching",
    "Supervision", "Service", "Software", "Skills and languages", "References",
]  # fmt: skip
GROUPS = ("Journal articles", "Conference papers", "PhD theses", "Manuscripts")
HEADS = ("Numerical Methods for Oceans (", "Scientific Writing", "Teaching assistant", "Fjord 2016", "drifters 2021")
"""What must not stand at the foot of a page: it has more below it."""
PARAGRAPH = " ".join(f"Sentence {number} of a long paragraph, which goes on and on." for number in range(60))
LATEXMK = ("latexmk", "-pdf", "-dvi-", "-ps-", "-interaction=nonstopmode", "-halt-on-error", "cv.tex")


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The folder with the PDF of the example, built as users build it."""

    def make(engine: str = "pdflatex", style: str = "classic", *, extra: str = "", preamble: str = "") -> Path:
        needs_tool(engine, "latexmk", "pdftotext", "pdfinfo", "pdftohtml")
        folder = tmp_path_factory.mktemp("long")
        source = folder / "source"
        shutil.copytree(EXAMPLE, source)
        with (source / "conf.py").open("a", encoding="utf-8") as stream:
            stream.write(f"\nacademic_cv_style = {style!r}\nlatex_elements = {{'preamble': {preamble!r}}}\n")
        with (source / "cv.rst").open("a", encoding="utf-8") as stream:
            stream.write(extra)
        command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-D", f"latex_engine={engine}"]
        subprocess.run([*command, "-b", "latex", source, folder / "latex"], check=True)
        run(*LATEXMK, folder=folder / "latex")
        return folder / "latex"

    return make


def pages_of(folder: Path) -> list[list[str]]:
    """The lines of each page, as they stand there, without its number."""
    text = run("pdftotext", "-layout", "cv.pdf", "-", folder=folder)
    pages = [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in text.split("\f")]
    return [[line for line in page if not re.fullmatch(r"\d+ ?/ ?\d+", line)] for page in pages if page]


@pytest.mark.parametrize("style", ["classic", "modern"])
@pytest.mark.parametrize("shift", range(0, 84, 12))
def test_pages_break_where_they_may(make: Callable[..., Path], style: str, shift: int) -> None:
    """Wherever the end of a page falls: no head without its first line, no publication in two, no lone line."""
    preamble = f"\\AtBeginDocument{{\\AddToHook{{env/academicprofile/before}}{{\\vspace*{{{shift}pt}}}}}}"
    folder = make(style=style, preamble=preamble, extra=f"\nA paragraph\n===========\n\n{PARAGRAPH}\n")
    pages = pages_of(folder)
    assert len(pages) >= 3
    for page in pages[:-1]:
        last = re.sub(r"^[■▬ ]+", "", page[-1])
        assert last not in {*HEADINGS, *GROUPS, "A paragraph"}
        assert not last.startswith(HEADS)
        assert not re.match(r"\[\d+\] ", last)
    for page in pages[1:]:
        first = page[0]
        assert "Solberg" not in first, "a publication is split before its authors"
        assert not re.match(r"(Journal|SIAM|Annals|Numerische|Geophysical|Conference|Education in|Supercomp)", first)
    words = [" ".join(page) for page in pages]
    parts = [len(re.findall(r"Sentence \d+", page)) for page in words]
    assert sum(parts) == 60
    assert all(part == 0 or part > 2 for part in parts), "a lone line"


def test_long_entries_break_inside(make: Callable[..., Path]) -> None:
    """An entry with more to say than a page holds."""
    bullets = "".join(f"      * Point {number} of a list that takes more than a page.\n" for number in range(120))
    entry = f"\nMore\n====\n\n.. timeline:: position\n\n   2001 : Clerk : Somewhere\n      :supervisor: Me\n\n{bullets}"
    pages = pages_of(make(extra=entry))
    holding = [page for page in pages if any("Point" in line for line in page)]
    assert len(holding) >= 3
    start = next(page for page in pages if any(line.startswith("Somewhere") for line in page))
    assert any("Point 0" in line for line in start)


@pytest.fixture(scope="module", params=ENGINES)
def folder(request: pytest.FixtureRequest, make: Callable[..., Path]) -> Path:
    """The example by each engine."""
    return make(request.param)


def test_three_pages_with_a_clean_log(folder: Path) -> None:
    """In each engine."""
    assert UNCLEAN.findall((folder / "cv.log").read_text(encoding="utf-8", errors="replace")) == []
    assert re.search(r"^Pages: +3$", run("pdfinfo", "cv.pdf", folder=folder), re.MULTILINE)


def test_the_text_is_read_in_order(folder: Path) -> None:
    """Headings, entries with their dates, all in one column; no ligatures, no word in two."""
    text = run("pdftotext", "cv.pdf", "-", folder=folder)
    assert LIGATURES.findall(text) == []
    words = " ".join(text.split())
    folded = words.casefold()
    order = (
        "Ingrid Solberg|ingrid.solberg@example.org|Google Scholar|ORCID|I model how|2022 – present|"
        "Lead a group|Assistant Professor|Institute of Fluid Examples|2012–2016|Zürich, Switzerland|Numerical methods:|"
        "[17]|Eddies at the Price|[16]|What Twenty-Five Thousand|Paweł Łukasiewicz|[9]|NEP 2025|"
        "Outstanding Young Oceanographer|What an eddy is worth|Liv Hansen (Ph.D.)|Associate editor|Programming:|"
        "will gladly answer questions"
    )
    at = 0
    for word in order.split("|"):
        found = folded.find(word.casefold(), at)
        assert found >= 0, word
        at = found


def test_the_metadata(folder: Path) -> None:
    """Title, author, language, bookmarks."""
    info = run("pdfinfo", "cv.pdf", folder=folder)
    assert re.search(r"^Title: +Ingrid Solberg – Curriculum vitae$", info, re.MULTILINE)
    assert re.search(r"^Author: +Ingrid Solberg$", info, re.MULTILINE)
    assert b"/Lang(en)" in inflated(folder / "cv.pdf").replace(b" ", b"")
    outline = run("pdftohtml", "-xml", "-i", "-stdout", "cv.pdf", folder=folder).partition("<outline>")[2]
    found = re.findall(r'<item page="\d+">([^<]+)</item>', outline)
    # a group of publications has the name of a section
    sections = [title for at, title in enumerate(found) if title in HEADINGS and found[at - 1 : at] != ["Manuscripts"]]
    assert sections == HEADINGS


def test_links_lead_somewhere(folder: Path) -> None:
    """Of contacts and of publications; copied, an address is what it was."""
    addresses = {found.decode() for found in re.findall(rb"/URI ?\(([^)]*)\)", inflated(folder / "cv.pdf"))}
    assert {
        "mailto:ingrid.solberg@example.org",
        "https://orcid.org/0000-0002-1825-0097",
        "https://doi.org/10.5555/example.2025.0",
        "https://github.com/example/nep2025",
        "https://example.org/award",
    } <= addresses


def inflated(path: Path) -> bytes:
    """All that a PDF holds, unpacked."""
    data = path.read_bytes()
    found = [data]
    for match in re.finditer(rb"stream\r?\n", data):
        try:
            found.append(zlib.decompressobj().decompress(data[match.end() :]))
        except zlib.error:
            continue
    return b"\n".join(found)


def test_our_share_of_the_time_is_small(tmp_path: Path) -> None:
    """Of the processor's time that a CV of three pages takes, most goes to TeX, then to Sphinx itself."""
    needs_tool("pdflatex", "latexmk")
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "conf.py").write_text("project = 'Bare'\n", encoding="utf-8")
    (bare / "index.rst").write_text("Bare\n====\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "latex"]
    # a package that is installed has its bytecode
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def seconds(*arguments: object, folder: Path | None = None) -> float:
        start = os.times()
        words = [str(word) for word in arguments]
        subprocess.run(words, cwd=folder, check=True, capture_output=True, env=environment)
        end = os.times()
        return end.children_user + end.children_system - start.children_user - start.children_system

    without = min(seconds(*command, bare, tmp_path / "one") for _ in range(3))
    ours = min(seconds(*command, EXAMPLE, tmp_path / "two") for _ in range(3))
    tex = seconds(*LATEXMK, folder=tmp_path / "two")
    assert ours - without < 0.15 * (ours + tex), (without, ours, tex)
