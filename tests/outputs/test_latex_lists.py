"""Real TeX: every layout of a list, with groups, numbers, marks, a legend and folded names, in each engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinxcontrib_academic.layouts import BUILTIN
from tests.outputs.test_latex_pdf import ENGINES, make_pdf, run, unclean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["make_pdf"]
pytestmark = pytest.mark.tex

BIB = r"""
@article{a, author = {Zhao, Hexu and Lee, Ann and Roe, Jo and Doe, Jane and M{\"u}ller, Z.},
  author+an = {1=equal; 2=equal,corresponding; 5=mentee}, title = {On {3D} $O(n^2)$ \& H$_2$O}, journal = {J. of \#1},
  year = {2024}, doi = {10.1000/a_b(c)<d>}, code = {https://github.com/a/b_c}, abstract = {With 100\% of $x$.},
  keywords = {x, y}, award = {Oral}, tagline = {First \& best}, note = {A note\_x}}
@inproceedings{b, author = {Zhao, Hexu and others}, title = {Beta}, booktitle = {Conference on Learning}, abbr = {ICLR},
  year = {2023}, arxiv = {2406.18533}, keywords = {y}}
"""
OPTIONS = "   :group-by: type\n   :numbered: type\n   :max-authors: 2\n"


@pytest.mark.parametrize("engine", ENGINES)
def test_every_layout_in_each_engine(make_pdf: Callable[..., Path], tmp_path: Path, engine: str) -> None:
    """A clean log; numbers, and a legend of what is seen, below each list; links are links."""
    (tmp_path / "source").mkdir(exist_ok=True)
    (tmp_path / "source" / "publications.bib").write_text(BIB, encoding="utf-8")
    lists = [f"{name}\n{'-' * 12}\n\n.. publications::\n   :layout: {name}\n{OPTIONS}\n" for name in BUILTIN]
    folder = make_pdf(
        "Lists\n=====\n\n" + "".join(lists),
        engine,
        latex_theme="howto",
        latex_documents=[("cv", "cv.tex", "Everything", "Me", "howto")],
        academic_profile={"name": "Hexu Zhao"},
        # the typefaces that Sphinx asks for are not in every TeX
        latex_elements={} if engine == "pdflatex" else {"fontpkg": ""},
    )
    assert unclean(folder) == []
    words = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    count = len(BUILTIN)
    assert [words.count(sign) for sign in ("[J1]", "[C1]", "and 3 more", "corresponding author")] == [count] * 4
    assert words.count("equal contribution") == count
    assert "mentee" not in words
    assert b"github.com/a/b_c" in (folder / "cv.pdf").read_bytes() or "github.com/a/b_c" in run(
        "pdfinfo", "-url", "cv.pdf", folder=folder
    )
