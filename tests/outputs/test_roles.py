"""Several positions under one organization, in HTML and in LaTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Site

NESTED = """
   Microsoft : Seattle
      2022 -- 2024 : Senior researcher
         * Did things.

      2019 -- 2022 : Researcher
"""
CONSECUTIVE = """
   2022 -- 2024 : Senior researcher : Microsoft : Seattle
      * Did things.

   2019 -- 2022 : Researcher : Microsoft : Seattle
"""
YAML = """
entries:
  senior: {type: position, title: Senior researcher, organization: Microsoft, location: Seattle, date: 2022/2024}
  junior: {type: position, title: Researcher, organization: Microsoft, location: Seattle, date: 2019/2022}
"""


def page_of(body: str, kind: str = "position") -> dict[str, str]:
    """A site of one page with a timeline."""
    return {"index.rst": f"Home\n====\n\n.. timeline:: {kind}\n{body}"}


def entries(site: Site) -> list[Tag]:
    """The entries of the timeline, without those below them."""
    return BeautifulSoup(site.read("index.html"), "html.parser").select("ol.academic-timeline > li")


def said(tag: Tag) -> str:
    """Its words with single blanks."""
    return re.sub(r"\s+", " ", tag.get_text(" ", strip=True)).replace(" – ", "–")


@pytest.mark.parametrize("body", [NESTED, CONSECUTIVE], ids=["nested", "consecutive"])
def test_positions_below_one_head(make_site: Callable[..., Site], body: str) -> None:
    """The organization with its place is said once, each position with its date and prose."""
    site = make_site(page_of(body))
    (entry,) = entries(site)
    roles = entry.select("ol.academic-roles > li")
    assert [said(role) for role in roles] == ["2022–2024 Senior researcher Did things.", "2019–2022 Researcher"]
    assert said(entry).count("Microsoft") == said(entry).count("Seattle") == 1
    assert site.warnings == []


def test_positions_from_data_files(make_site: Callable[..., Site]) -> None:
    """As if they were written into the page."""
    site = make_site(
        {"index.rst": "Home\n====\n\n.. timeline:: position\n", "a.yaml": YAML}, academic_bibfiles=["a.yaml"]
    )
    (entry,) = entries(site)
    assert len(entry.select("ol.academic-roles > li")) == 2


def test_places_that_differ_stay_with_the_positions(make_site: Callable[..., Site]) -> None:
    """Nothing is lost."""
    (entry,) = entries(make_site(page_of(CONSECUTIVE.replace("Seattle", "Paris", 1))))
    assert [said(role) for role in entry.select("ol.academic-roles > li")] == [
        "2022–2024 Senior researcher Paris Did things.",
        "2019–2022 Researcher Seattle",
    ]


def test_degrees_of_one_university_stay_apart(make_site: Callable[..., Site]) -> None:
    """They are read one by one; written below a university they are together."""
    assert len(entries(make_site(page_of(CONSECUTIVE, "education")))) == 2
    assert len(entries(make_site(page_of(NESTED, "education")))) == 1


def test_positions_that_are_not_neighbours_stay_apart(make_site: Callable[..., Site]) -> None:
    """The order is the author's."""
    between = CONSECUTIVE.replace("\n   2019", "\n   2021 -- 2022 : Guest : Elsewhere\n\n   2019")
    assert len(entries(make_site(page_of(between)))) == 3


def test_single_lines_are_not_merged(make_site: Callable[..., Site]) -> None:
    """A short list is a list of lines."""
    body = "   :layout: short\n" + CONSECUTIVE.replace("      * Did things.\n", "")
    assert len(entries(make_site(page_of(body)))) == 2


def test_prose_with_a_year_in_it_is_prose(make_site: Callable[..., Site]) -> None:
    """Only *when : what* is a position."""
    body = "\n   2019 -- 2022 : Researcher : Microsoft\n      Since then : many things, said to be new.\n"
    (entry,) = entries(make_site(page_of(body)))
    assert not entry.select("ol.academic-roles")


def test_positions_in_latex(make_site: Callable[..., Site]) -> None:
    """An environment for each, with fields as every entry has them."""
    site = make_site(page_of(NESTED), "latex", project="Me")
    tex = site.read("me.tex")
    head, _, roles = tex.partition("\\begin{academicroles}\n")
    assert "\\academicset{title}{Microsoft}%\n\\academicset{location}{Seattle}%\n\\academichead" in head
    assert "\\academicset{when}" not in head
    assert (
        "\\begin{academicrole}{position}\n\\academicset{when}{2019\\textendash{}2022}%\n"
        "\\academicset{title}{Researcher}%\n\\academichead\n\n\\end{academicrole}\n\\end{academicroles}"
    ) in roles
