"""Parts for the web only or for the PDF only, and variants by tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Site

BIB = """
@misc{web, title = {Web paper}, author = {Roe, Jane}, year = 2024, only = {html}}
@misc{both, title = {Both paper}, author = {Roe, Jane}, year = 2023}
@misc{print, title = {Print paper}, author = {Roe, Jane}, year = 2022, only = {latex}}
"""
YAML = """
award:
  - {title: Web prize, date: "2024", only: html}
  - {title: Print prize, date: "2023", only: latex}
"""
PAGE = """
Home
====

.. publications::
   :numbered:

.. timeline:: position

   2023 : Weaver : Mill
      :only: html

   2022 : Printer : Press
      :only: latex or short

.. timeline:: award

.. only:: html

   .. publication:: both
      :remark: Shown on the web

.. only:: latex

   .. publication:: both
"""


@pytest.fixture
def build(make_site: Callable[..., Site]) -> Callable[..., tuple[str, list[str]]]:
    """The output of the page, and the warnings."""

    def build(builder: str, page: str = PAGE, **config: Any) -> tuple[str, list[str]]:
        files = {"index.rst": page, "a.bib": BIB, "a.yaml": YAML}
        site = make_site(files, builder, academic_bibfiles=["a.bib", "a.yaml"], project="Me", **config)
        return site.read("me.tex" if builder == "latex" else "index.html"), site.warnings

    return build


@pytest.mark.parametrize(("builder", "shown", "hidden"), [("html", "Web", "Print"), ("latex", "Print", "Web")])
def test_entries_and_publications_for_one_output(
    build: Callable[..., tuple[str, list[str]]], builder: str, shown: str, hidden: str
) -> None:
    """From pages and from data files; no number is left out."""
    text, _ = build(builder)
    assert f"{shown} paper" in text
    assert f"{shown} prize" in text
    assert "Both paper" in text
    assert f"{hidden} paper" not in text
    assert f"{hidden} prize" not in text
    assert ("Weaver" in text, "Printer" in text) == (builder == "html", builder == "latex")


def test_what_is_left_out_is_not_numbered(build: Callable[..., tuple[str, list[str]]]) -> None:
    """Two are shown: they are 1 and 2."""
    text, _ = build("latex")
    assert sorted(re.findall(r"\\academicset\{label\}\{\D*(\d+)", text)) == ["1", "2"]


def test_directives_in_sphinx_s_own_only(build: Callable[..., tuple[str, list[str]]]) -> None:
    """The anchor is in what is shown, once."""
    page = "Home\n====\n\n.. only:: html\n\n   .. publications::\n\n.. only:: latex\n\n   .. publications::\n"
    text, warnings = build("latex", page)
    assert warnings == []
    assert len(re.findall(r"\\label\{[^}]*both\}", text)) == 1


def test_a_condition_that_cannot_be_read(build: Callable[..., tuple[str, list[str]]]) -> None:
    """It is reported at its place, and the entry shown."""
    text, warnings = build("html", "Home\n====\n\n.. timeline:: award\n\n   2024 : Prize\n      :only: html and\n")
    (warning,) = warnings
    assert warning.startswith("index.rst:")
    assert ":only: is 'html and', expected tags such as" in warning
    assert "Prize" in text


MARKDOWN = """
# Home

::::{only} latex

```{timeline} position

2020 : Weaver : Mill

: :only: full

  * A point

2019 : Printer : Press

: :only: not full

2018 : Reader : Library
```

:::{publications}
:numbered:
:::
::::
"""


@pytest.mark.parametrize(("tags", "shown", "hidden"), [([], "Printer", "Weaver"), (["full"], "Weaver", "Printer")])
@pytest.mark.parametrize("builder", ["html", "latex"])
def test_variants_of_markdown(
    make_site: Callable[..., Site], builder: str, tags: list[str], shown: str, hidden: str
) -> None:
    """By tags, as ``sphinx-build -t full`` and ``conf.py`` set them; inside another directive for one output."""
    conf = (
        'extensions = ["sphinxcontrib_academic", "myst_parser"]\nmyst_enable_extensions = '
        f'["deflist", "fieldlist", "colon_fence"]\nfor tag in {tags}:\n    tags.add(tag)\n'
    )
    files = {"conf.py": conf, "index.md": MARKDOWN, "a.bib": BIB}
    site = make_site(files, builder, academic_bibfiles=["a.bib"], project="Me")
    text = site.read("me.tex" if builder == "latex" else "index.html")
    assert site.warnings == []
    expected = builder == "latex"
    assert (shown in text, "Reader" in text, "Print paper" in text) == (expected, expected, expected)
    assert hidden not in text
    assert "Web paper" not in text
