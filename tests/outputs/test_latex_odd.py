"""What nobody plans for stands in a CV all the same: it is set with a clean log, and nothing of it is lost."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from sphinxcontrib_academic.kinds.cv import CV_STYLES
from tests.outputs.test_latex_pdf import make_pdf, run, unclean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["make_pdf"]

pytestmark = pytest.mark.tex

STYLES = [row.key for row in CV_STYLES]
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
EMAIL = "first-last.name_with_underscore@a-very-long-domain-name-of-an-institute.example.org"
PROFILE = {
    "name": "Jane Roe",
    "position": "Professor of Everything & Nothing_at_all 100% {sure}",
    "affiliation": "The Long Institute of Extremely Long Names for Laboratories of Sciences, Department of Departments",
    "email": EMAIL,
    "address": "1 Long Street, 12345 Some Town with a Long Name, Province of Somewhere, Country of Elsewhere",
    "links": {"github": "jr", "orcid": "0000-0002-1825-0097", "Blog": "https://example.org/a_b%20c?x=1&y=2#frag"},
}
MANY = 450
AUTHORS = " and ".join(f"Authorx{number}x, First" for number in range(MANY))
BIB = f"""
@article{{big, title = {{A Large Collaboration}}, author = {{{AUTHORS}}}, journal = {{Letters}}, year = 2020}}
@article{{long, title = {{{"A title that goes on " * 15}}}, author = {{Roe, Jane}}, journal = {{{"Journal of " * 20}}}}}
@misc{{min, title = {{Only a Title}}}}
"""
ODD = f"""
.. profile::

   Biography with a footnote [#f]_ and a `link <https://example.org/{"x" * 150}>`__.

.. [#f] The first footnote.

Empty
-----

Empty as well
-------------

Nothing below
~~~~~~~~~~~~~

Lists
-----

* Level1

  * Level2

    * Level3

      * Level4

        * Level5

          * Level6

            * Level7

#. One

   #. Two

      #. Three

         #. Four

            #. Five

               Term
                  Definition in depth

Positions
---------

.. timeline:: position

   2020 -- 2022 : Senior Principal Chief Scientist : {"The Long Name, " * 9} Ltd. : {"Llanfairpwll" * 5}, Wales
      :note: A note [#g]_

      * A point

        .. code-block:: python

           comment = "{"long comment " * 12}"

      .. figure:: dot.png
         :width: 2cm

         A caption

      A paragraph.

         A block quote.

         -- Somebody

   2019 : Clerk

.. [#g] The second footnote.

Awards
------

.. timeline:: award

   :2021: {"A one-liner that goes on, " * 14}
   :2020: Prize

Other
-----

Term : classifier
   Definition

.. note::

   An admonition.

.. list-table:: A table
   :header-rows: 1

   * - One
     - Two
   * - {"words " * 30}
     - https://example.org/{"abc/" * 20}

| Line block
|  two

.. math:: e^{{i\\pi}} = -1

:Languages: English

  * nested in a fact

:{"A long label of a fact that nobody should write " * 3}: items

.. topic:: A topic

   Words.

.. rubric:: A rubric

Some ``{"literal_" * 30}`` and {"Donaudampfschiffahrtsgesellschaft" * 6}.

-----

Publications
------------

.. publications::
"""
WORDS = (
    "Level7",
    "Five",
    "Definition in depth",
    "Somebody",
    "Clerk",
    "Prize",
    "An admonition",
    "two",
    "nested in a fact",
)


@pytest.fixture
def odd(make_pdf: Callable[..., Path], tmp_path: Path) -> Callable[[str, str], Path]:
    """The folder of the PDF."""
    source = tmp_path / "source"
    source.mkdir(exist_ok=True)
    (source / "publications.bib").write_text(BIB, encoding="utf-8")
    (source / "dot.png").write_bytes(DOT)
    return lambda engine, style: make_pdf(f"CV\n==\n{ODD}", engine, academic_cv_style=style, academic_profile=PROFILE)


@pytest.mark.parametrize(("engine", "style"), [*(("pdflatex", style) for style in STYLES), ("lualatex", "compact")])
def test_odd_things(odd: Callable[[str, str], Path], engine: str, style: str) -> None:
    """Seven levels of lists, empty sections, a publication longer than a page, words longer than a line, footnotes."""
    folder = odd(engine, style)
    assert unclean(folder) == []
    text = run("pdftotext", "cv.pdf", "-", folder=folder)
    words = " ".join(text.split())
    assert [word for word in (*WORDS, "The first footnote", "The second footnote") if word not in words] == []
    assert EMAIL in words
    assert [number for number in range(MANY) if f"x{number}x" not in words] == []
    assert "Only a Title" in words
