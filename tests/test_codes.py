"""Every code has an input that gives it, at the line where the fault is."""

from __future__ import annotations

import pytest

from sphinxcontrib_academic.model.problems import Code

PAGE = "Title\n=====\n\n"

ROWS: dict[Code, tuple[dict[str, str | bytes], str]] = {
    Code.MISSING_FILE: (
        {"p.bib": "@article{a, title={A},\n pdf={a.pdf}}", "index.rst": ".. publications::"},
        "p.bib:1",
    ),
    Code.UNREADABLE_FILE: ({"p.bib": "<!DOCTYPE html>\n<html></html>"}, "p.bib:1"),
    Code.ENCODING: ({"p.bib": "@article{a,\n title={Über}}".encode("latin-1")}, "p.bib:2"),
    Code.SYNTAX: ({"p.bib": "@article{a,\n title={A}\n year=2020}"}, "p.bib:2"),
    Code.DUPLICATE_KEY: ({"p.bib": "@article{a, title={A}}\n\n@book{A, title={B}}"}, "p.bib:3"),
    Code.DUPLICATE_FIELD: ({"p.bib": "@article{a,\n title={A},\n title={B}}"}, "p.bib:3"),
    Code.MISSING_KEY: ({"p.bib": "\n@article{, title={A}}"}, "p.bib:2"),
    Code.UNDEFINED_MACRO: ({"p.bib": "@article{a, title={A},\n journal=jmlr}"}, "p.bib:2"),
    Code.CROSSREF: ({"p.bib": "@article{a, title={A},\n crossref={b}}"}, "p.bib:2"),
    Code.LIMIT: ({"p.bib": "@article{a, title={A},\n note={" + "x" * 300_000 + "}}"}, "p.bib:2"),
    Code.DATE: ({"p.bib": "@article{a, title={A},\n date={Augist 2024}}"}, "p.bib:2"),
    Code.NAME: ({"p.bib": "@article{a, title={A},\n author={Jane Roe & John Doe}}"}, "p.bib:2"),
    Code.TEX: ({"p.bib": "@article{a,\n title={On \\mycommand{Things}}}"}, "p.bib:2"),
    Code.UNSAFE: ({"p.bib": "@article{a, title={A},\n url={javascript:alert(1)}}"}, "p.bib:2"),
    Code.ANNOTATION: ({"p.bib": "@article{a, title={A}, author={B C},\n author+an={9=equal}}"}, "p.bib:2"),
    Code.MISSING_TITLE: ({"p.bib": "\n@article{a, year=2020}"}, "p.bib:2"),
    Code.UNKNOWN_KEY: ({"p.bib": "@article{a, title={A}}", "index.rst": ".. publication:: b"}, "index.rst:4"),
    Code.UNKNOWN_KIND: ({"index.rst": ".. timeline:: eduction\n\n   2020 : A"}, "index.rst:4"),
    Code.UNKNOWN_VALUE: ({"index.rst": ".. publications::\n   :limt: 3"}, "index.rst:4"),
    Code.FILTER: ({"index.rst": ".. publications::\n   :filter: year = 2020"}, "index.rst:4"),
    Code.ENTRY: ({"index.rst": ".. timeline:: award\n\n   .. code::\n\n      x"}, "index.rst:6"),
    Code.NO_PROFILE: ({"index.rst": ".. profile::"}, "index.rst:4"),
    Code.IDENTIFIER: ({"p.bib": "\n@article{a, title={A}, arxiv={2408.1258}}"}, "p.bib:2"),
    Code.EMPTY_LINK: (
        {"p.bib": "@article{a, title={A},\n url={}}", "index.rst": ".. publication:: a\n   :layout: compact"},
        "p.bib:1",
    ),
    Code.UNKNOWN_PERSON: ({"index.rst": ":academic:person:`Jinyang Lee`"}, "index.rst:4"),
    Code.MISSING_NUMBER: ({"index.rst": ":academic:metric:`a.stars`"}, "index.rst:4"),
}

ELSEWHERE = {
    Code.LATEX_CHARACTERS: "tests/outputs/test_latex.py",
    Code.LATEX_IMAGE: "tests/outputs/test_latex_site.py",
}
"""Codes that need more than a page in HTML, and where their test is."""


@pytest.mark.parametrize("code", ROWS, ids=lambda code: code.value)
def test_a_code_is_given_at_the_line_of_the_fault(make_site, code):
    """One warning, with the code, at the line."""
    files, place = ROWS[code]
    page = PAGE + str(files.get("index.rst", ".. publications::"))
    site = make_site({**files, "index.rst": page})
    assert [line for line in site.warnings if line.endswith(f"[academic.{code.subtype}]")] == site.warnings
    assert [line.split(": WARNING")[0] for line in site.warnings] == [place]


def test_every_code_has_its_fixture():
    """A new code comes with an input that gives it."""
    assert {*ROWS, *ELSEWHERE} == set(Code)


@pytest.mark.parametrize("code", Code, ids=lambda code: code.value)
def test_every_code_is_documented(code):
    """Meaning, example and mend: three sentences for the page of problems."""
    assert code.meaning.endswith(".")
    assert code.example
    assert code.mend.endswith(".")
