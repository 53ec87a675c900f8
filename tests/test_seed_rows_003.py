"""Every row of the seed 003, a CV in PDF, is in the CV that was made again from it, and on its page.

A test's name begins with the numbers of its row in the list of what the seeds show.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from sphinxcontrib_academic.model.works import anchor
from tests.conftest import ROOT, needs_tool

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.tex

EXAMPLE = ROOT / "docs" / "examples" / "xuanlei-zhao-cv"
LOOKS = ("caps", "classic")


class Cv:
    """The example in one look: its PDF as text, its ``.tex`` file, its page."""

    def __init__(self, folder: Path, look: str) -> None:
        needs_tool("pdflatex", "latexmk", "pdftotext", "pdfinfo")
        source = folder / "source"
        shutil.copytree(EXAMPLE, source)
        with (source / "conf.py").open("a", encoding="utf-8") as stream:
            stream.write('academic_profile["phone"] = "+65 0000 0000"\n')  # of nobody
        command = [sys.executable, "-m", "sphinx", "-n", "-W", "-q", "-t", look, "-d", folder / "doctrees"]
        for builder in ("html", "latex"):
            subprocess.run([*command, "-b", builder, source, folder / builder], check=True)
        latex = folder / "latex"
        run = ["latexmk", "-pdf", "-dvi-", "-ps-", "-interaction=nonstopmode", "-halt-on-error", "cv.tex"]
        subprocess.run(run, cwd=latex, check=True, capture_output=True)
        self.tex = (latex / "cv.tex").read_text(encoding="utf-8")
        self.info = _output("pdfinfo", latex / "cv.pdf")
        self.layout = _output("pdftotext", "-layout", latex / "cv.pdf", "-")
        self.text = words(_output("pdftotext", latex / "cv.pdf", "-"))
        self.page = BeautifulSoup((folder / "html" / "cv.html").read_text(encoding="utf-8"), "html.parser")

    def publication(self, key: str) -> str:
        """What the page says of a publication, line by line."""
        article = self.page.select_one(f"article[id='{anchor(key)}']")
        assert article is not None
        return "\n".join(words(line.get_text()) for line in article.select(".academic-line"))

    def line(self, start: str) -> str:
        """The line of the PDF that begins so."""
        return next(words(line) for line in self.layout.splitlines() if words(line).startswith(start))

    def fields(self, key: str) -> str:
        """The fields of a publication in the ``.tex`` file."""
        blocks = re.findall(r"\\begin\{academicpublication\}.*?\\end\{academicpublication\}", self.tex, re.DOTALL)
        return next(block for block in blocks if anchor(key) in block)


def _output(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def words(text: str) -> str:
    """The words as they are read, with single blanks."""
    return re.sub(r"[\s\u00a0]+", " ", text).strip()


@pytest.fixture(scope="module", params=LOOKS)
def cv(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Cv:
    """The example in its own look, and in the classic one."""
    return Cv(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Cv:
    """The example in its own look."""
    return Cv(tmp_path_factory.mktemp("own"), "caps")


def test_every_row_has_a_test() -> None:
    """Each of the 16 rows of the seed has one."""
    rows = {f"003_{number:02}" for number in range(1, 17)}
    assert {name[5:11] for name in globals() if re.match(r"test_\d", name)} == rows


def test_no_number_of_a_telephone_is_published() -> None:
    """The seed has one; the example does not."""
    assert not any(re.search(r"\+\d{2}[ \d]{8}", path.read_text("utf-8")) for path in EXAMPLE.iterdir())


def test_003_01_name_in_capitals(own: Cv) -> None:
    """By the style; it is typed as a name."""
    assert own.text.startswith("XUANLEI ZHAO")
    assert "XUANLEI" not in own.tex


def test_003_02_contacts_in_one_line(own: Cv) -> None:
    """A sign between them that vanishes at the ends of lines."""
    assert re.search(r"xuanlei@comp\.nus\.edu\.sg \S \+65 0000 0000 \S Singapore$", own.layout, re.MULTILINE)


def test_003_03_links_are_words(own: Cv) -> None:
    """In a line of their own; live, without icons."""
    assert re.search(r"^ *Homepage \S GitHub \S Google Scholar \S Twitter$", own.layout, re.MULTILINE)
    assert "{https://github.com/oahzxl}" in own.tex


def test_003_04_headings_in_capitals(own: Cv) -> None:
    """By the style; they are typed as headings."""
    for heading in ("EDUCATION", "RESEARCH INTEREST", "RESEARCH EXPERIENCE"):
        assert own.line(heading) == heading
        assert heading not in own.tex


def test_003_05_dates_at_right(cv: Cv) -> None:
    """Months as numbers; the supervisor has a label."""
    assert re.search(r"^ *National University of Singapore {8,}01\.2024 – present$", cv.layout, re.MULTILINE)
    assert re.search(
        r"^ *Huazhong University of Science and Technology {4,}09\.2018 – 06\.2022$", cv.layout, re.MULTILINE
    )
    assert "Supervisor: Yang You" in cv.text


def test_003_06_label_and_items(cv: Cv) -> None:
    """A label, and what belongs to it."""
    assert "Machine Learning System: Parallelism, Scheduling, Offloading, Compiler." in cv.text


def test_003_07_short_name_and_tag_line(cv: Cv) -> None:
    """With bold words in the sentence."""
    line = "PAB: The First Real-Time and Most Cited cache-based video generation acceleration method."
    assert line in cv.text
    assert cv.publication("pab").splitlines()[0] == line
    assert r"\sphinxstylestrong{First Practical}" in cv.fields("dcp")


def test_003_08_venue_in_brackets(own: Cv) -> None:
    """Before the title."""
    venue = "[ICLR 2025] Real-Time Video Generation with Pyramid Attention Broadcast"
    assert venue in own.text
    assert own.publication("pab").splitlines()[1] == venue


def test_003_09_owner_and_marks(cv: Cv) -> None:
    """The owner underlined, the marks behind the names and outside of the line, two at one author."""
    authors = r"\academicauthor{\academicself[underline]{Xuanlei Zhao}\academicmark{*}}"
    assert authors in cv.fields("pab")
    assert r"Kai Wang\academicmark{*}\academicmark{†}" in cv.fields("pab")
    assert r"Shenggan Cheng}, \academicauthor{\academicself[underline]{Xuanlei Zhao}}" in cv.fields("fastfold")


def test_003_10_software_with_a_role(cv: Cv) -> None:
    """In the list of papers; no venue, no authors."""
    assert cv.publication("videosys").splitlines()[1:] == [
        "VideoSys: An Easy and Efficient System for Video Generation",
        "Project lead.",
    ]
    assert "Project lead." in cv.text


def test_003_11_unpublished(own: Cv) -> None:
    """A title without a venue, and without empty brackets."""
    assert own.publication("dcp").splitlines()[1] == "Training Variable Sequences with Data-Centric Parallel"
    assert "[]" not in own.text


def test_003_12_order_by_hand(cv: Cv) -> None:
    """Of importance, not of dates."""
    names = ("PAB:", "VideoSys:", "DCP:", "DSP:", "HeteGen:", "AutoChunk:", "FastFold:")
    places = [cv.text.index(name) for name in names]
    assert places == sorted(places)


def test_003_13_entry_of_two_lines(cv: Cv) -> None:
    """Organization and date; role, who supervised, and the place."""
    assert re.search(r"^ *Pika, Inc\. {8,}05\.2024 – 08\.2024$", cv.layout, re.MULTILINE)
    assert re.search(r"^ *Research Intern \S+ Supervised by Chenlin Meng {8,}Palo Alto, CA$", cv.layout, re.MULTILINE)


def test_003_13_a_bar_between(own: Cv) -> None:
    """In its own look."""
    assert "Research Intern | Supervised by Chenlin Meng" in words(own.layout)


def test_003_14_bullets_below_an_entry(cv: Cv) -> None:
    """With numbers."""
    assert "Contribute 48k lines of code as a core contributor (rank 5th by 2023)" in cv.text
    assert len(cv.page.select(".academic-entry ul > li")) == 6


def test_003_15_alias_of_an_organization(cv: Cv) -> None:
    """In parentheses behind its name."""
    assert cv.line("HPC-AI TECH, Inc. (Colossal-AI)").endswith("05.2022 – 12.2023")


def test_003_16_one_page(cv: Cv) -> None:
    """A4, all of it."""
    assert re.search(r"^Pages: +1$", cv.info, re.MULTILINE)
    assert re.search(r"^Page size: .*A4", cv.info, re.MULTILINE)
