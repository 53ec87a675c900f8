"""Text that is hard to set: words without end, signs that mean something to TeX, everything an author may write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_academic.outputs.latex.longwords import breakable
from sphinxcontrib_academic.outputs.latex.nodes import academic_break
from sphinxcontrib_academic.outputs.latex.theme import THEME
from tests.outputs.test_latex_pdf import LIGATURES, make_pdf, run, unclean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Site

__all__ = ["make_pdf"]

WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3
ADDRESS = "https://example.org/a_very/long~address/that%20goes/on/and/on/and/on/and/on/without/any/space.html?x=1&y=2#z"
SIGNS = r"A&B_C 100% #1 {x} ~y ^z \\back $5 <a> \"q\" 'q' -- --- |"
HOSTILE = (
    f"""
Signs {SIGNS}
=============================================================================

SAMPLE profile

Heading {SIGNS} {WORD}
{"-" * 250}

.. timeline:: position

   {WORD} : Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch, United Kingdom of Great Britain
      2022 -- Present : Professor of {WORD} {SIGNS}
         * One :math:`x^2` [#f]_

           * Two

             * Three

               * Four ``{WORD}_{WORD}``

      2018 -- 2022 : Assistant

   2016-03-15 -- 2018-12-31 : Postdoc `linked <{ADDRESS}>`_ : Institute of #1 : Hamburg
      A table:

      ==========  ==================
      a           {WORD}
      ==========  ==================
      {ADDRESS}   2
      ==========  ==================

      .. code-block:: python

         def {WORD}(): return "% $ # _ {{ }} ~ ^"

      .. note:: An admonition with {ADDRESS}

.. timeline:: award

   :2023: {WORD} `{SIGNS} <{ADDRESS}>`_
   :2020-01-05 -- 2021-12-31: {ADDRESS}

{WORD}
   Definition of {WORD}

   nested
      deeper

:{WORD}: * {WORD}
         * b

| {WORD}
|   indented

.. admonition:: {SIGNS}

   .. tip:: {WORD}

.. publications::

.. [#f] Footnote with {ADDRESS}.
""".replace("      ==========  ==================", f"      {'=' * 120}  {'=' * 140}")
    .replace("      a           ", f"      a{' ' * 121}")
    .replace(f"      {ADDRESS}   2", f"      {ADDRESS}{' ' * (122 - len(ADDRESS))}2")
)
BIB = rf"""
@article{{one, author = {{Roe, Jane and {WORD}, Bartholomew Maximilian and
  {{The {" ".join(["Very"] * 30)} Large Group}}}},
  title = {{{WORD}: $E = mc^2$, $\mathcal{{O}}(n \log n)$, A\&B, 100\%, C\#,
  under\_score, \{{x\}}, \textasciitilde{{}}}},
  journal = {{Journal of {WORD} \& More}}, volume = 12, pages = {{1--2}}, year = 2024,
  award = {{{" ".join(["Award"] * 30)}}},
  doi = {{10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2}}, note = {{See {ADDRESS}}}}}
@misc{{two, author = {{Roe, Jane}}, title = {{Efficient Offloading of Difficult Flows, fi fl ff ffi ffl}}, year = 2023}}
"""


@given(st.text(st.characters(exclude_characters="\0")))
def test_no_sign_is_lost_in_long_words(text: str) -> None:
    """Only places to break are added."""
    assert "".join(node.astext() for node in breakable(text)) == text


def test_a_long_word_breaks_anywhere_and_best_at_its_signs() -> None:
    """A short one does not."""
    assert [node.astext() for node in breakable("some short words")] == ["some short words"]
    found = list(breakable("see https://example.org/path_to/somewhere now"))
    good = [at for at, node in enumerate(found) if isinstance(node, academic_break) and node["good"]]
    assert [found[at - 1].astext()[-1] for at in good] == [":", "/", "/", ".", "/", "_", "/"]
    assert found[0].astext() == "see h"
    assert isinstance(found[-1], nodes.Text)
    assert found[-1].astext() == "e now"


def test_a_name_that_is_too_long_breaks_at_its_spaces() -> None:
    """Names are not broken otherwise."""
    found = list(breakable("Bartholomew\xa0Maximilian\xa0Alexander"))
    good = [at for at, node in enumerate(found) if isinstance(node, academic_break) and node["good"]]
    assert [found[at + 1].astext() for at in good] == ["\N{NO-BREAK SPACE}M", "\N{NO-BREAK SPACE}A"]


def test_signs_in_the_name_are_escaped(make_site: Callable[..., Site]) -> None:
    """It is the author of the document, too."""
    profile = {"name": r"R&D {x}_y \back 100% #1"}
    site = make_site({"index.rst": "Home\n====\n"}, "latex", project="Me", latex_theme=THEME, academic_profile=profile)
    assert r"\author{R\&D \{x\}\_y \textbackslash{}back 100\% \#1}" in site.read("me.tex")


@pytest.mark.tex
@pytest.mark.parametrize(
    ("engine", "style"),
    [("pdflatex", "classic"), ("pdflatex", "caps"), ("xelatex", "compact"), ("lualatex", "modern")],
)
def test_nothing_sticks_out(make_pdf: Callable[..., Path], tmp_path: Path, engine: str, style: str) -> None:
    """Long words break where nothing else helps, and are copied whole; no sign stops TeX."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.bib").write_text(BIB, encoding="utf-8")
    folder = make_pdf(HOSTILE, engine, academic_cv_style=style)
    assert unclean(folder) == []
    text = run("pdftotext", "cv.pdf", "-", folder=folder)
    whole = "".join(text.split())
    assert whole.count(WORD) >= 8
    assert whole.count(ADDRESS) >= 4
    assert "EfficientOffloadingofDifficultFlows,fiflffffiffl" in whole
    assert LIGATURES.findall(text) == []
