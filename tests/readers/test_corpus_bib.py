"""A ratchet over real files that nobody on the project wrote: each entry is shown, or named at its line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from sphinxcontrib_academic.kinds.works import work_type
from sphinxcontrib_academic.model.works import Work
from sphinxcontrib_academic.readers.data import Data, DataFile, read_data

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "bib"

EXPECTED: dict[str, tuple[int, dict[str, int]]] = {
    "alfolio-template-papers.bib": (9, {}),
    "biber-crossrefs.bib": (46, {"crossref": 3, "missing_title": 12}),
    "biber-dateformats.bib": (34, {"date": 6, "missing_title": 4}),
    "biber-related.bib": (11, {"crossref": 3, "missing_title": 3}),
    "biber-xdata.bib": (7, {"missing_title": 1, "crossref": 21, "syntax": 2}),
    "biblatex-97-annotations.bib": (1, {}),
    "biblatex-examples.bib": (92, {}),
    "bibtexparser-crossref-cycle.bib": (2, {"missing_title": 2, "crossref": 1}),
    "bom-utf8.bib": (1, {}),
    "citationjs-crossref-self.bib": (6, {"crossref": 1}),
    "citationjs-nameparts.bib": (8, {"missing_title": 8, "name": 1}),
    "citationjs-orcid-field.bib": (1, {}),
    "citationjs-uppercase-and.bib": (1, {}),
    "hayagriva-lotr.bib": (1, {}),
    "jabref-complex.bib": (20, {}),
    "jabref-cp1252-declared-utf8.bib": (1, {"missing_key": 1, "missing_title": 1, "encoding": 1}),
    "jabref-keyless.bib": (16, {"missing_key": 16}),
    "jabref-testjabref.bib": (156, {}),
    "jekyll-scholar-features.bib": (48, {"duplicate_key": 56, "missing_title": 1, "date": 1}),
    "pybtex-cyrillic.bib": (5, {}),
    "pybtex-xampl.bib": (36, {"date": 1}),
    "scb-label-special-chars.bib": (1, {}),
    "scb-latin1.bib": (1, {"encoding": 1}),
    "scb-special-keys.bib": (3, {}),
    "tbl-comments.bib": (4, {"syntax": 3}),
    "tbl-cross.bib": (7, {"date": 1}),
    "tbl-editortypes.bib": (3, {}),
    "tbl-gral.bib": (83, {}),
    "tbl-incorrect_syntax.bib": (2, {"syntax": 1}),
    "tbl-repeated-key.bib": (83, {"duplicate_key": 1}),
}
"""Works, and problems by their codes. A new problem fails, and so does one that vanished unnoticed."""

_OPENED = re.compile(r"^[ \t]*@[ \t]*(\w+)\s*[{(][ \t]*([^,\s}=]*)", re.MULTILINE)
_SILENT = {"string", "comment", "preamble", "xdata"}
_TEX = re.compile(r"[\\{}$]|``|''")


def read(name: str) -> tuple[str, Data]:
    """The text of a file, more or less, and its data."""
    path = CORPUS / name
    if not path.is_file():
        pytest.skip("the corpus is not beside the checkout")
    content = path.read_bytes()
    return content.decode("utf-8", "replace"), read_data([DataFile(name, content)])


@pytest.mark.parametrize("name", EXPECTED)
def test_the_number_of_works_and_problems_stays(name: str) -> None:
    """As many as somebody once looked at, one by one."""
    _, data = read(name)
    found = Counter(problem.code.value for problem in data.problems)
    assert (len(data.works), dict(found)) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_entry_is_shown_or_named(name: str) -> None:
    """By its key, or in a problem at the line where it begins."""
    text, data = read(name)
    shown = {key.casefold() for work in data.works for key in (work.key, *work.ids)}
    shown |= {work.location.line for work in data.works}
    lines = {problem.location.line for problem in data.problems}
    for opened in _OPENED.finditer(text):
        line = text.count("\n", 0, opened.start(1)) + 1
        if opened[1].lower() not in _SILENT:
            assert opened[2].casefold() in shown or line in shown or line in lines, opened[0]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_problem_stands_inside_of_its_file(name: str) -> None:
    """With the name of the file and a line that it has."""
    text, data = read(name)
    for problem in data.problems:
        assert problem.location.path == name
        assert 1 <= (problem.location.line or 0) <= text.count("\n") + 1


def test_the_corpus_is_complete() -> None:
    """Every file of it is in the table."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside the checkout")
    assert sorted(path.name for path in CORPUS.glob("*.bib")) == sorted(EXPECTED)


def examples() -> list[Work]:
    """The works of BibLaTeX's example file."""
    return list(read("biblatex-examples.bib")[1].works)


def test_the_examples_of_biblatex_are_all_shown() -> None:
    """92 of 92, without a problem, each with a title and a date."""
    works = examples()
    assert (len(works), len({work.key for work in works})) == (92, 92)
    assert not [work.key for work in works if not work.text("title") or work.date() is None]


def test_the_examples_of_biblatex_have_their_people() -> None:
    """All but four, which have none in the file."""
    assert [work.key for work in examples() if not work.contributors] == ["cms", "ctan", "jcg"]


def test_the_examples_of_biblatex_have_their_containers() -> None:
    """All but those whose file names none: two web pages, a collection without a publisher, two patents."""
    without = []
    for work in examples():
        row = work_type(work.type)
        assert row is not None
        if not any(work.text(name) for name in row.containers):
            without.append(work.key)
    assert without == ["jaffe", "ctan", "markey", "almendro", "kowalik"]


def test_no_tex_is_left_in_the_examples_of_biblatex() -> None:
    """Neither in texts nor in names nor in keywords."""
    for work in examples():
        for name, text in work.texts:
            assert not _TEX.search(text.plain), (work.key, name, text.plain)
        for _, people in work.contributors:
            assert not any(_TEX.search(str(member.name)) for member in people.members), work.key
