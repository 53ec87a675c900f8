"""Where pages break: thirty CVs of generated lengths in one run of TeX, looked at line by line."""

from __future__ import annotations

import random
import re
import sys
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from sphinxcontrib_academic.kinds.cv import CV_STYLES
from sphinxcontrib_academic.outputs.latex.theme import THEME
from tests.conftest import needs_tool
from tests.outputs.test_latex_pdf import UNCLEAN, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.tex

CVS = 30
STYLES = [row.key for row in CV_STYLES]
CONF = """
extensions = ["sphinxcontrib_academic"]
academic_profile = {"name": "Jane Roe", "email": "jane@example.org"}
"""
WORDS = ["waves", "drift", "over", "the", "slow", "floor", "of", "a", "sea", "that", "nobody", "has", "seen"]
WORD = re.compile(r'yMax="([\d.]+)">([^<]+)</word>')
Line = tuple[str, str]
"""What a line is a part of, and its text."""


def prose(chance: random.Random, mark: str, words: int) -> str:
    """Words, each with the mark of the thing that they belong to: a line tells what it is."""
    return " ".join(f"{chance.choice(WORDS)}{mark}" for _ in range(words))


def publication(chance: random.Random, key: str) -> tuple[str, str]:
    """A key and its entry."""
    authors = " and ".join(f"Ro{chance.choice('aeiou')}{key}, J." for _ in range(chance.randint(1, 14)))
    tagline = f"tagline = {{{prose(chance, key, 9)}}}, " if chance.random() < 0.4 else ""
    return key, (
        f"@article{{{key}, title = {{{prose(chance, key, chance.randint(3, 22))}}}, author = {{{authors}}}, "
        f"journal = {{Journal{key} of{key} Everything{key}}}, {tagline}year = 2020, doi = {{10.5555/{key}}}}}\n"
    )


def points(chance: random.Random, mark: Callable[[str], str], count: int) -> list[str]:
    """Some points; the last of several has a mark of its own."""
    kinds = "".join("pz"[at == count - 1 > 0] for at in range(count))
    return [prose(chance, mark(kind), chance.choice((2, 6, 14, 30, 60))) for kind in kinds]


def sections(chance: random.Random, cv: int, bib: list[str]) -> Iterator[str]:
    """One CV, in reST; each thing has a mark of its own."""
    count = iter(range(1, 1000))

    def mark(kind: str) -> str:
        return f"x{kind}{cv}n{next(count)}x"

    def heading(sign: str = "-") -> str:
        title = f"Topic{mark('h')}"
        return f"\n{title}\n{sign * len(title)}\n\n"

    yield f"\n.. raw:: latex\n\n   \\clearpage\\vspace*{{{chance.randint(0, 500)}pt}}\n\n"
    for _ in range(3):
        yield heading() + ".. timeline:: position\n\n"
        for _ in range(chance.randint(1, 4)):
            own, body = mark("e"), mark("b")
            bullets = points(chance, mark, chance.randint(0, 5))
            yield f"   {1990 + cv} : {prose(chance, own, 2)} : {prose(chance, own, chance.randint(1, 6))} : Oslo\n"
            if chance.random() < 0.3:
                yield f"      :note: {prose(chance, own, 4)}\n\n"
            if chance.random() < 0.4:
                yield f"      {prose(chance, body, chance.randint(2, 40))}\n\n"
            yield "".join(f"      * {bullet}\n" for bullet in bullets) + "\n"
        keys = []
        for _ in range(chance.randint(1, 5)):
            key, entry = publication(chance, mark("u"))
            keys.append(key)
            bib.append(entry)
        yield heading() + heading("~") + ".. publications::\n   :numbered:\n\n"
        yield "".join(f"   {key}\n" for key in keys)
        yield heading() + ".. timeline:: award\n\n"
        yield "".join(f"   :{2000 + at}: {row}\n" for at, row in enumerate(points(chance, mark, 3)))
        yield heading() + prose(chance, mark("p"), chance.randint(5, 120)) + "\n\n"
        for row in points(chance, mark, chance.randint(2, 6)):
            yield f"* {row}\n\n"
            if chance.random() < 0.3:
                yield "".join(f"  #. {row}\n" for row in points(chance, mark, chance.randint(2, 4))) + "\n"
        yield heading() + heading("~") + heading("^") + heading("'") + heading('"')
        yield "".join(f":{row.split()[0]}: {row}\n" for row in points(chance, mark, chance.randint(2, 4))) + "\n"


def lines_of(page: str) -> list[Line]:
    """What the lines of a page are parts of; words that stand nearly at one height are on one line."""
    words = sorted((float(found[1]), found[2]) for found in WORD.finditer(page))
    rows: list[list[str]] = []
    last = -9.0
    for height, word in words:
        if height - last > 4:
            rows.append([])
        rows[-1].append(word)
        last = height
    marks = [re.findall(r"x([a-z]\d+n\d+)x", " ".join(row).casefold()) for row in rows]
    return [(found[0], " ".join(row)) for found, row in zip(marks, rows, strict=True) if found]


@pytest.fixture(scope="module", params=STYLES)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[list[Line]]:
    """The pages of all the CVs, in one style."""
    needs_tool("pdflatex", "pdftotext")
    chance = random.Random(7)
    bib: list[str] = []
    text = "CV\n==\n\n.. profile::\n" + "".join("".join(sections(chance, cv, bib)) for cv in range(CVS))
    files = {"conf.py": CONF, "index.rst": "Home\n====\n", "cv.rst": f":orphan:\n\n{text}", "a.bib": "".join(bib)}
    source = tmp_path_factory.mktemp("breaks")
    for name, content in files.items():
        (source / name).write_text(content, encoding="utf-8")
    settings = ["-D", f"latex_theme={THEME}", "-D", f"academic_cv_style={request.param}"]
    folder = source / "latex"
    run(sys.executable, "-m", "sphinx", "-q", "-W", "-b", "latex", *settings, ".", "latex", folder=source)
    run("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "cv.tex", folder=folder)
    log = (folder / "cv.log").read_text(encoding="utf-8", errors="replace")
    assert [line for line in UNCLEAN.findall(log) if line.startswith(("!", "Overfull"))] == []
    return [lines_of(page) for page in run("pdftotext", "-bbox", "cv.pdf", "-", folder=folder).split("<page ")[1:]]


def parted(pages: list[list[Line]]) -> list[tuple[list[Line], list[Line]]]:
    """Pages that are parted within one CV, rather than by its end."""
    found = [(page, after) for page, after in pairwise(pages) if page and after and cv_of(page[-1]) == cv_of(after[0])]
    assert len(found) > CVS
    return found


def cv_of(line: Line) -> str:
    """The number of the CV that a line belongs to."""
    return line[0][1:].partition("n")[0]


def test_no_page_ends_with_a_heading(pages: list[list[Line]]) -> None:
    """Whatever comes below it: an entry, a list of papers, one-liners, prose, another heading."""
    assert [page[-1] for page, _ in parted(pages) if page[-1][0].startswith("h")] == []


def test_the_head_of_an_entry_is_not_parted(pages: list[list[Line]]) -> None:
    """Neither in itself, nor from the first line of what it says."""
    wrong = []
    for page, after in parted(pages):
        mark, text = page[-1]
        cv, _, number = mark[1:].partition("n")
        # more of itself, its prose, or its first point, which comes right behind it where it has no prose
        below = {mark, f"b{cv}n{int(number) + 1}", f"p{cv}n{int(number) + 2}", f"z{cv}n{int(number) + 2}"}
        if mark.startswith("e") and after[0][0] in below:
            wrong.append(text)
    assert wrong == []


def test_no_publication_is_in_two(pages: list[list[Line]]) -> None:
    """All its lines stand on one page."""
    where = defaultdict(set)
    for at, page in enumerate(pages):
        for mark, _ in page:
            if mark.startswith("u"):
                where[mark].add(at)
    assert len(where) > CVS
    assert [mark for mark, found in where.items() if len(found) > 1] == []


def test_no_lone_line(pages: list[list[Line]]) -> None:
    """A paragraph, a point or a one-liner is parted only where two lines of it stand on each side."""
    found_inside = 0
    for page, after in parted(pages):
        mark = page[-1][0]
        if mark != after[0][0]:
            continue
        found_inside += 1
        assert sum(found == mark for found, _ in page) > 1, page[-1]
        assert sum(found == mark for found, _ in after) > 1, after[0]
    assert found_inside, "long paragraphs break inside"


def test_no_page_begins_with_the_last_line_of_a_list(pages: list[list[Line]]) -> None:
    """The last point, the last one-liner, the last fact: one line of it does not go to the next page alone."""
    lone = []
    for _, after in parted(pages):
        mark = after[0][0]
        if mark.startswith("z") and sum(found == mark for found, _ in after) == 1:
            lone.append(after[0])
    assert lone == []
