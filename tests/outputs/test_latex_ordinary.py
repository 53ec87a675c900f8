"""An ordinary document of Sphinx with every directive, and a CV where TeX lacks fonts and icons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.outputs.test_latex_pdf import ENGINES, make_pdf, run, unclean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["make_pdf"]

pytestmark = pytest.mark.tex

BIB = """
@inproceedings{one, title = {First and Foremost}, author = {Xuanlei Zhao and Jane Roe}, author+an = {1=equal; 2=equal},
  booktitle = {ICLR}, year = {2025}, award = {Oral}, arxiv = {2406.18533}, doi = {10.5555/a_b}, abstract = {Words.}}
@article{two, title = {Second Thoughts}, author = {Jane Roe and Xuanlei Zhao}, journal = {Journal of Things},
  year = {2023}, volume = {1}, pages = {2--30}, note = {A remark.}}
"""
ALL = """
Everything
==========

A person
--------

.. profile::

What happened
-------------

.. timeline:: position

   2020 -- 2022 : Clerk : Office : Bern
      :supervisor: Jane Roe

      * One point
      * Another

.. timeline:: award

   :2021: Prize

.. timeline:: news

   I have moved.

Papers
------

.. publication:: one

"""
LAYOUTS = ("homepage", "chip", "cv", "list", "compact", "card", "plain", "acm")
PROFILE = {"name": "Xuanlei Zhao", "email": "a_b@example.org", "position": "Clerk", "links": {"github": "a-b"}}


def everything() -> str:
    """Every directive, every layout, and groups in both ways."""
    lists = [f".. publications::\n   :layout: {layout}\n" for layout in LAYOUTS]
    lists += [f".. publications::\n   :group-by: {field}\n" for field in ("year", "type")]
    lists += [".. publications::\n   :numbered:\n"]
    return ALL + "".join(f"List {at}\n{'-' * 10}\n\n{text}\n" for at, text in enumerate(lists))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("theme", ["manual", "howto"])
def test_every_directive_in_an_ordinary_document(
    make_pdf: Callable[..., Path], tmp_path: Path, engine: str, theme: str
) -> None:
    """With a clean log, in Sphinx's own themes."""
    (tmp_path / "source").mkdir(exist_ok=True)
    (tmp_path / "source" / "publications.bib").write_text(BIB, encoding="utf-8")
    folder = make_pdf(
        everything(),
        engine,
        latex_theme=theme,
        latex_documents=[("cv", "cv.tex", "Everything", "Me", theme)],
        academic_profile=PROFILE,
        # the typefaces that Sphinx asks for are not in every TeX
        latex_elements={} if engine == "pdflatex" else {"fontpkg": ""},
    )
    assert unclean(folder) == []
    words = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    assert words.count("First and Foremost") > len(LAYOUTS)
    assert "Clerk" in words
    assert re.search("2020 ?– ?2022", words)
    pages = run("pdftotext", "cv.pdf", "-", folder=folder).split("\f")
    head = next(page for page in pages if "Xuanlei Zhao" in page)
    assert "a_b@example.org" in head, "the head of the person is parted"


@pytest.mark.parametrize("engine", ENGINES)
def test_icons_that_are_missing_do_not_stop_it(make_pdf: Callable[..., Path], engine: str) -> None:
    """Words speak for themselves."""
    hide = (
        r"\makeatletter\let\testexists\IfFileExists"
        r"\renewcommand\IfFileExists[3]{\in@{fontawesome}{#1}\ifin@\def\testdo{#3}\else"
        r"\def\testdo{\testexists{#1}{#2}{#3}}\fi\testdo}\makeatother"
    )
    config = {"latex_elements": {"passoptionstopackages": hide}, "academic_profile": PROFILE}
    folder = make_pdf("CV\n==\n\n.. profile::\n", engine, **config)
    assert unclean(folder) == []
    assert "fontawesome" not in re.sub(r"\s", "", (folder / "cv.log").read_text(encoding="utf-8", errors="replace"))
    assert "a_b@example.org" in run("pdftotext", "cv.pdf", "-", folder=folder)


@pytest.mark.parametrize("style", ["classic", "caps"])
def test_links_in_brackets_have_one_point_between_them(
    make_pdf: Callable[..., Path], tmp_path: Path, style: str
) -> None:
    """The layouts of a homepage put more around them."""
    (tmp_path / "source").mkdir(exist_ok=True)
    (tmp_path / "source" / "publications.bib").write_text(BIB, encoding="utf-8")
    text = "CV\n==\n\nPapers\n------\n\n.. publications::\n   :layout: chip\n"
    folder = make_pdf(text, academic_cv_style=style)
    words = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    assert "doi · arxiv" in words.casefold()
    assert "· ·" not in words


def test_capitals_leave_addresses_and_scripts_alone(make_pdf: Callable[..., Path]) -> None:
    """A heading in capitals leads where it led, and its pictures are found."""
    text = "CV\n==\n\nPapers\n------\n\nTalks 🎓\n--------\n\nSee `all <https://example.org/aBc>`__\n"
    folder = make_pdf(text + "-" * 40 + "\n\nWords.\n", "lualatex", academic_cv_style="caps")
    assert unclean(folder) == []
    assert "https://example.org/aBc" in run("pdfinfo", "-url", "cv.pdf", folder=folder)
    assert "TALKS" in run("pdftotext", "cv.pdf", "-", folder=folder)


@pytest.mark.parametrize("engine", ENGINES)
def test_each_link_leads_where_it_ought_to(make_pdf: Callable[..., Path], tmp_path: Path, engine: str) -> None:
    """Of contacts and of publications, with signs that TeX reads otherwise."""
    (tmp_path / "source").mkdir(exist_ok=True)
    (tmp_path / "source" / "publications.bib").write_text(BIB, encoding="utf-8")
    text = "CV\n==\n\n.. profile::\n\nPapers\n------\n\n.. publications::\n"
    folder = make_pdf(text, engine, academic_profile=PROFILE)
    found = set(re.findall(r"\S+:\S+$", run("pdfinfo", "-url", "cv.pdf", folder=folder), re.MULTILINE))
    assert {
        "mailto:a_b@example.org",
        "https://github.com/a-b",
        "https://doi.org/10.5555/a_b",
        "https://arxiv.org/abs/2406.18533",
    } <= found
