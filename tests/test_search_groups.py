"""The box for visitors over groups and over long lists: headings, contents, and answers that follow one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browsing import browser, open_address
from tests.conftest import needs_tool
from tests.test_search_browser import box_of, open_page, served_site, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["browser", "open_address", "open_page"]  # fixtures

pytestmark = pytest.mark.browser

MANY = 1_500
"""Entries that no browser shows and hides within one slice."""

LIST = ".. publications::\n   :bibfile: a.bib\n   :search:\n   :group-by: type, year\n   :no-index:\n"
NOTE = "".join(f"   {line}" for line in LIST.splitlines(keepends=True))
PAGES = {
    "index": (
        f"{LIST}\nAfter\n=====\n\n* :ref:`Books <genre>`\n\n.. _genre:\n\nMore\n====\n\n"
        ".. toctree::\n   :hidden:\n\n   contents\n   note\n   long\n"
    ),
    "contents": f".. contents::\n   :backlinks: none\n\n{LIST}\n",
    "note": f".. note::\n\n{NOTE}\n",
    "long": ".. publications::\n   :bibfile: many.bib\n   :search:\n\nSee :academic:pub:`m1499`.\n",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with groups within groups and a long list."""
    needs_tool("chromium")
    many = "\n".join(
        f"@misc{{m{n}, title = {{Word{n % 2} {n}}}, author = {{Li, Ang}}, year = 2020}}" for n in range(MANY)
    )
    with served_site(tmp_path_factory.mktemp("groups"), {**PAGES, "many.bib": many}) as address:
        yield address


def seen(tab: Any, selector: str) -> list[str]:
    """The words of what is seen."""
    words = """nodes => nodes.filter(node => node.checkVisibility({ visibilityProperty: true }))
      .map(node => node.textContent.replace(/[#¶]$/, ""))"""
    return tab.eval_on_selector_all(selector, words)


SECTIONS = "section.academic-group > :is(h2, h3)"
ALL_GROUPS = ["Journal articles", "1931", "1920", "1918", "Conference papers", "1950", "Books", "1931"]


@pytest.mark.parametrize(
    ("typed", "headings"),
    [
        ("noether", ["Journal articles", "1918"]),
        ("1931", ["Journal articles", "1931", "Books", "1931"]),
        ("modern", ["Books", "1931"]),
        ("zzz", []),
        ("", ALL_GROUPS),
    ],
)
def test_an_outer_heading_goes_with_all_that_is_in_it(open_page, typed, headings):
    """And it comes back with the first of its groups that does."""
    tab = open_page("index", "?q=erdos")
    assert seen(tab, SECTIONS) == ["Conference papers", "1950"]
    box_of(tab).fill(typed)
    assert seen(tab, SECTIONS) == headings
    assert tab.complaints == []


@pytest.mark.parametrize(
    ("typed", "headings"), [("noether", ["Journal articles", "1918"]), ("modern", ["Books", "1931"]), ("", ALL_GROUPS)]
)
def test_so_do_headings_that_are_no_sections(open_page, typed, headings):
    """In a note, headings stand in a row."""
    tab = open_page("note", "?q=erdos")
    assert seen(tab, "p.academic-group") == ["Conference papers", "1950"]
    box_of(tab).fill(typed)
    assert seen(tab, "p.academic-group") == headings


def test_the_contents_of_the_theme_show_the_groups_that_are_shown(open_page):
    """Links to hidden groups are hidden, and come back; those to other sections stay."""
    tab = open_page("index")
    links = ".toc-tree a"
    everything = [*ALL_GROUPS, "After", "More"]
    assert seen(tab, links) == everything
    box_of(tab).fill("noether")
    assert seen(tab, links) == ["Journal articles", "1918", "After", "More"]
    box_of(tab).fill("zzz")
    assert seen(tab, links) == ["After", "More"]
    tab.keyboard.press("Escape")
    assert seen(tab, links) == everything


def test_a_list_of_links_in_the_text_stays(open_page):
    """What the author wrote is no contents."""
    tab = open_page("index")
    box_of(tab).fill("zzz")
    assert "Books" in seen(tab, "section#after li a")


def test_contents_on_the_page_follow_too(open_page):
    """``.. contents::`` is treated as the theme's; on paper it is whole, as the list is."""
    tab = open_page("contents")
    links = "nav.contents a"
    box_of(tab).fill("modern")
    assert seen(tab, links) == ["Title", "Books", "1931"]
    tab.emulate_media(media="print")
    assert seen(tab, links) == ["Title", *ALL_GROUPS]


def test_the_keyboard_skips_contents_that_are_hidden(open_page):
    """No key leads to a link that nobody sees."""
    tab = open_page("index")
    box_of(tab).fill("zzz")
    reachable = tab.eval_on_selector_all(
        ".toc-tree a", "nodes => nodes.filter(node => (node.focus(), document.activeElement === node)).length"
    )
    assert reachable == len(["After", "More"])


def test_an_answer_ends_the_one_before_it(open_page):
    """However fast the keys come, what is seen in the end is what was typed last."""
    tab = open_page("long")
    tab.evaluate(
        """() => {
          const input = document.querySelector(".academic-search-input");
          for (const text of ["word1", "word0", "word1 14", "word0 1498", "word1"]) {
            input.value = text;
            input.dispatchEvent(new Event("input"));
          }
        }"""
    )
    expect(tab.get_by_role("status")).to_have_text(f"{MANY // 2} of {MANY} publications")
    expect(tab.locator("[data-work]:not([hidden])")).to_have_count(MANY // 2)
    assert {int(key[1:]) % 2 for key in shown(tab)} == {1}


def test_a_long_answer_comes_in_slices(open_page):
    """The browser draws what fits on a screen before the box goes on with the entries below, one after the other."""
    tab = open_page("long")
    box_of(tab).focus()
    left, orderly = tab.evaluate(
        """() => {
          const input = document.querySelector(".academic-search-input");
          input.value = "word1";
          input.dispatchEvent(new Event("input"));
          const unwanted = [...document.querySelectorAll("[data-work]")].filter(
            ({ dataset }) => Number(dataset.work.slice(1)) % 2 === 0);
          const first = unwanted.findIndex((node) => !node.hidden);
          return [unwanted.filter((node) => !node.hidden).length, unwanted.slice(first).every((node) => !node.hidden)];
        }"""
    )
    assert left > MANY // 4
    assert orderly
    expect(tab.locator("[data-work]:not([hidden])")).to_have_count(MANY // 2)


def test_a_link_to_an_entry_far_down_shows_it(open_page):
    """The search makes way, and the page goes there when the entry is back."""
    tab = open_page("long")
    box_of(tab).fill("zzz")
    expect(tab.get_by_role("status")).to_have_text("No publication fits")
    tab.locator("a.reference[href='#pub-m1499']").click()
    expect(tab.locator("#pub-m1499")).to_be_in_viewport()
    expect(box_of(tab)).to_have_value("")


def test_the_list_of_an_address_is_filtered_before_anyone_types(open_page):
    """A link to a long filtered list needs no key."""
    tab = open_page("long", "?q=word0+1498")
    expect(tab.locator("[data-work]:not([hidden])")).to_have_count(1)
    expect(tab.get_by_role("status")).to_have_text(f"1 of {MANY} publications")
    box_of(tab).fill("word0")
    expect(tab.get_by_role("status")).to_have_text(f"{MANY // 2} of {MANY} publications")
