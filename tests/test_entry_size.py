"""What an entry costs: at most 2.5 kB of HTML in the default layout, so that a page of thousands stays light."""

from __future__ import annotations

import re

import pytest

BUDGET = 2_500
"""Bytes of one entry, all that it says in the page included."""

AUTHORS = " and ".join(
    f"{family}, {given}"
    for family, given in [
        ("Ramanujan", "Srinivasa Aiyangar"),
        ("van der Waerden", "Bartel Leendert"),
        ("Noether", "Amalie Emmy"),
        (r"Erd{\H{o}}s", "Paul"),
        (r"G{\"o}del", "Kurt Friedrich"),
        (r"{\L}ukasiewicz", "Jan Leopold"),
        ("Kovalevskaya", "Sofya Vasilyevna"),
        ("Chandrasekhar", "Subrahmanyan"),
    ]
)
RICH = """@inproceedings{{entry{number},
  title = {{On the Distribution of Some Rather Long Titles, with Applications to the Theory of Everything {number}}},
  author = {{{authors}}}, author+an = {{1=equal; 2=equal; 3=self; 7=corresponding; 8=corresponding}},
  booktitle = {{Proceedings of the International Congress of Very Long Conference Names (ICLN)}}, abbr = {{ICLN}},
  pages = {{101--134}}, volume = {{12}}, publisher = {{A Press of Some University}}, address = {{Erlangen}},
  year = {{2024}}, month = {{9}}, award = {{Best paper award}}, keywords = {{numbers, logic, history}},
  doi = {{10.1000/182.{number}}}, arxiv = {{2401.0{number:04}}}, pdf = {{https://example.org/papers/entry{number}.pdf}},
  code = {{https://github.com/example/entry{number}}}, website = {{https://example.org/projects/entry{number}}},
  slides = {{https://example.org/slides/entry{number}.pdf}}, video = {{https://example.org/watch?v={number}}},
  poster = {{https://example.org/posters/entry{number}.pdf}},
  abstract = {{Words that are hidden.}}}}
"""
CONF = {
    "html_theme": "furo",
    "academic_profile": {"name": "Emmy Noether", "aliases": ["Amalie Emmy Noether"]},
    "academic_people": {"Kurt Gödel": "https://example.org/goedel", "Paul Erdős": "https://example.org/erdos"},
    "academic_details": [],
}


def page_of(count: int, options: str) -> dict[str, str]:
    """The files of a site with so many rich entries."""
    bib = "".join(RICH.format(number=number, authors=AUTHORS) for number in range(count))
    return {"a.bib": bib, "index.rst": f"=====\nTitle\n=====\n\n.. publications::\n{options}\n"}


@pytest.mark.parametrize("options", ["", "   :search:\n", "   :group-by: year\n"])
def test_a_rich_entry_costs_at_most_two_and_a_half_kilobytes(make_site, options):
    """Eight authors with marks and links, eight links, an award: everything but abstract and BibTeX."""
    site = make_site(page_of(20, options), **CONF)
    assert site.warnings == []
    html = site.read("index.html")
    entries = re.findall(r"<li class=\"academic-item\".*?</li>", html, re.DOTALL)
    assert len(entries) == 20
    assert "entry7.pdf" in html
    assert "Best paper award" in entries[0]
    assert [len(entry.encode()) for entry in entries if len(entry.encode()) > BUDGET] == []


def test_so_does_what_an_entry_adds_to_the_page(make_site):
    """Whatever it adds anywhere on the page."""
    sizes = [len(make_site(page_of(count, ""), **CONF).read("index.html").encode()) for count in (20, 120)]
    assert (sizes[1] - sizes[0]) / 100 <= BUDGET
