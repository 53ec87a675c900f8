"""What search engines show of a page: its own description, or ours."""

from __future__ import annotations

import re

import pytest

PROFILE = {"name": "Jane Roe", "position": "Professor of A & B", "affiliation": "`NYU <https://nyu.edu>`__"}
BIB = "@article{pairs, author = {Jane Roe}, title = {On Pairs}, journal = {Pairs}, year = 2024}"
LIST = "Papers\n======\n\n.. publications::\n"


@pytest.fixture
def described(make_site):
    """The descriptions of a page."""

    def make(page: str, **config) -> list[str]:
        config = {"academic_profile": PROFILE, "academic_bibfiles": ["pubs.bib"], **config}
        text = make_site({"index.rst": page, "pubs.bib": BIB}, **config).read("index.html")
        return re.findall(r'<meta (?=[^>]*name="description")[^>]*content="([^"]*)"', text)

    return make


def test_a_homepage_says_whose_it_is(described):
    """Name, position and affiliation, their markup left away, safe in an attribute."""
    assert described("Jane Roe\n========\n\n.. profile::\n") == ["Jane Roe, Professor of A &amp; B, NYU"]


def test_another_page_of_a_person_says_what_it_is(described):
    """The title comes first where it is not the name."""
    assert described("CV\n==\n\n.. profile::\n   :position:\n") == ["CV: Jane Roe, NYU"]


def test_a_page_of_lists_says_whose_they_are(described):
    """The title of the page and the name of the site's owner, if it has one."""
    assert described(LIST) == ["Papers: Jane Roe"]


def test_a_site_without_an_owner_says_nothing(described):
    """A lab or a department describes its pages itself."""
    assert described(LIST, academic_profile={}) == []


def test_a_page_keeps_its_own_description(described):
    """As ``meta`` gives it, and that one alone."""
    assert described(".. meta::\n   :description: Mine\n\n" + LIST) == ["Mine"]


def test_a_page_without_our_things_is_left_alone(described):
    """Notes need no description."""
    assert described("Notes\n=====\n\nSome words.\n") == []
