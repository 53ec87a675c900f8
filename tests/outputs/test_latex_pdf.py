"""Real TeX: each engine sets the page that has everything, with a clean log, and machines can read what comes out."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from sphinxcontrib_academic.outputs.latex.theme import THEME
from tests.conftest import needs_tool
from tests.outputs import sample
from tests.outputs.test_latex import CONF, HERE, SITE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.tex

# an empty document of Sphinx 9.1 says one line too, where hyperref is older than the longtable beside it: not ours
UNCLEAN = re.compile(
    r"^!.*|Overfull.*|.*undefined.*|Missing character.*|.*multiply defined.*|LaTeX Font Warning.*"
    r"|LaTeX Warning(?!: Command \\LT@p@ftntext  has changed).*",
    re.MULTILINE,
)
LIGATURES = re.compile("[\ufb00-\ufb06]")
ENGINES = ("pdflatex", "xelatex", "lualatex")


def run(*command: str, folder: Path) -> str:
    """The output of a program that succeeds."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]
    if command[0] == "latexmk" and "-g" not in command and _wants_another_run(folder):
        return run(command[0], "-g", *command[1:], folder=folder)
    return done.stdout


def _wants_another_run(folder: Path) -> bool:
    """Whether latexmk stopped too soon: it takes a file for unchanged that has the same size in the same second."""
    logs = (log.read_text(encoding="utf-8", errors="replace") for log in folder.glob("*.log"))
    return any("Rerun to get cross-references right" in log for log in logs)


@pytest.fixture
def make_pdf(make_site: Callable[..., Any]) -> Callable[..., Path]:
    """The folder with ``cv.pdf`` and ``cv.log``."""

    def make(text: str, engine: str = "pdflatex", **config: Any) -> Path:
        needs_tool(engine, "latexmk", "pdftotext", "pdfinfo")
        files = {"conf.py": CONF.format(path=str(HERE)), "index.rst": "Home\n====\n", "cv.rst": f":orphan:\n\n{text}"}
        settings = {"latex_theme": THEME, "html_baseurl": SITE, "latex_engine": engine, **config}
        folder: Path = make_site(files, "latex", **settings).app.outdir
        run("latexmk", "-pdf", "-dvi-", "-ps-", "-interaction=nonstopmode", "-halt-on-error", "cv.tex", folder=folder)
        return folder

    return make


def unclean(folder: Path) -> list[str]:
    """What must not stand in a log."""
    return UNCLEAN.findall((folder / "cv.log").read_text(encoding="utf-8", errors="replace"))


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_sets_everything_with_a_clean_log(make_pdf: Callable[..., Path], engine: str) -> None:
    """No error, no box that sticks out, no label that leads nowhere; and the PDF is text that a machine can read."""
    folder = make_pdf(sample.CV, engine)
    assert unclean(folder) == []
    text = run("pdftotext", "cv.pdf", "-", folder=folder)
    words = " ".join(text.split())
    assert [name for name in sample.NAMES if name not in words] == []
    assert LIGATURES.findall(text) == []
    # XeTeX writes small capitals as capitals
    assert "research interests" in words.casefold()
    info = run("pdfinfo", "cv.pdf", folder=folder)
    assert re.search(r"^Title: +Xuanlei Zhao – Curriculum vitae$", info, re.MULTILINE)
    assert re.search(r"^Author: +Xuanlei Zhao$", info, re.MULTILINE)
    assert re.search(r"^Page size: .*A4", info, re.MULTILINE)


def test_the_page_sits_in_an_ordinary_document(make_pdf: Callable[..., Path]) -> None:
    """With contents, numbers and the fonts of Sphinx, on letter paper."""
    folder = make_pdf(sample.CV, latex_theme="howto", latex_documents=[("cv", "cv.tex", "Me", "Me", "howto")])
    assert unclean(folder) == []
    words = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    assert "1 Education" in words


def test_pdflatex_does_not_stop_at_what_it_cannot_set(make_pdf: Callable[..., Path]) -> None:
    """Anywhere in a CV: in a heading, in prose, in code."""
    text = "CV 🔥\n=====\n\nβ 🔥 中\n-------\n\nПривет, ``世界``, ẽ, ﬁ, Ọ, x ≤ y.\n\n.. code-block:: none\n\n   界\n"
    folder = make_pdf(text)
    assert unclean(folder) == []
    assert "≤" in run("pdftotext", "cv.pdf", "-", folder=folder)


def test_a_page_number_from_two_pages_on(make_pdf: Callable[..., Path]) -> None:
    """And letter paper, where it is asked for."""
    long = "CV\n==\n\nSAMPLE profile\n\n" + "Words and words. " * 600 + "\n\n" + "More. " * 2000 + "\n"
    folder = make_pdf(long, latex_elements={"papersize": "letterpaper"})
    text = run("pdftotext", "cv.pdf", "-", folder=folder)
    pages = int(re.search(r"^Pages: +(\d+)", info := run("pdfinfo", "cv.pdf", folder=folder), re.MULTILINE)[1])  # type: ignore[index]
    assert re.search(rf"^1 ?/ ?{pages}$", text, re.MULTILINE)
    assert "letter" in info
