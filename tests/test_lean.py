"""A page of ours waits for no style sheet of code where it has none."""

from __future__ import annotations

import pytest

PROFILE = {"name": "Jane Roe"}
OTHER = "Notes\n=====\n\nWords.\n"


@pytest.fixture
def sheets(make_site):
    """Whether a page of ours, another one and one that Sphinx makes load the style sheet of code."""

    def make(page: str) -> list[bool]:
        text = f"Jane Roe\n========\n\n.. profile::\n\n{page}\n\n.. toctree::\n\n   notes\n"
        site = make_site({"index.rst": text, "notes.rst": OTHER}, academic_profile=PROFILE)
        return ["pygments.css" in site.read(name) for name in ("index.html", "notes.html", "search.html")]

    return make


def test_a_page_without_code_does_without(sheets):
    """The others keep it: they may have code that a script brings."""
    assert sheets("Words.") == [False, True, True]


@pytest.mark.parametrize(
    "code", ["Code::\n\n   import this", ".. role:: py(code)\n   :language: python\n\n:py:`import this`"]
)
def test_a_page_with_code_keeps_it(sheets, code: str):
    """In a block or in a line."""
    assert sheets(code)[0]
