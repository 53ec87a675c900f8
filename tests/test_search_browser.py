"""The box for visitors in a real browser: words, chips, the address, the keyboard, paper."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browsing import browser, open_address, served
from tests.conftest import needs_tool
from tests.test_sites import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["browser", "open_address"]  # fixtures

pytestmark = pytest.mark.browser

BIB = r"""
@article{goedel, title = {Formally Undecidable Propositions}, author = {G{\"o}del, Kurt}, journal = {Monatshefte},
  year = 1931, keywords = {logic}}
@article{noether, title = {Invariant Variation Problems}, author = {Noether, Emmy}, journal = {Nachrichten},
  year = 1918, keywords = {physics, algebra}}
@book{waerden, title = {Modern Algebra}, author = {van der Waerden, B. L.}, publisher = {Springer}, year = 1931,
  keywords = {algebra}}
@inproceedings{erdos, title = {Prime Numbers and Stra{\ss}en}, author = {Erd{\H{o}}s, Paul}, booktitle = {Congress},
  year = 1950, keywords = {number theory}, abstract = {Words about topology}}
@article{lukasiewicz, title = {Three-valued Logic}, author = {{\L}ukasiewicz, Jan}, journal = {Ruch},
  year = 1920, keywords = {logic}}
"""
CONF = 'extensions = ["sphinxcontrib_academic"]\nhtml_theme = "furo"\n'
TITLE = "=====\nTitle\n=====\n\n"
PAGES = {
    "index": (
        ".. publications::\n   :search:\n\n"
        "See :academic:pub:`goedel`.\n\n"
        ".. toctree::\n   :hidden:\n\n   groups\n   two\n"
    ),
    "groups": ".. publications::\n   :search: keyword, type\n   :group-by: year\n   :no-index:\n",
    "two": (
        "One\n===\n\n.. publications::\n   :search:\n   :type: article\n\n"
        "Two\n===\n\n.. publications::\n   :search:\n   :no-index:\n"
    ),
}


@contextmanager
def served_site(folder: Path, files: dict[str, str]) -> Iterator[str]:
    """The address of a site of these pages with boxes and data files, in furo, on loopback."""
    (folder / "source").mkdir()
    pages = {f"{name}.rst": TITLE + body for name, body in files.items() if "." not in name}
    data = {name: text for name, text in files.items() if "." in name}
    for name, text in {"conf.py": CONF, "a.bib": BIB, **data, **pages}.items():
        (folder / "source" / name).write_text(text, encoding="utf-8")
    result = build("html", folder / "source", folder / "html")
    assert result.returncode == 0, result.stderr
    with served(folder / "html") as address:
        yield address


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with boxes."""
    needs_tool("chromium")
    with served_site(tmp_path_factory.mktemp("search"), PAGES) as address:
        yield address


@pytest.fixture
def open_page(open_address: Any, address: str) -> Callable[..., Any]:
    """Open a page of the site; what comes after a question mark is what the boxes are set to."""

    def opened(page: str, query: str = "", **options: Any) -> Any:
        tab, requests, complaints = open_address(f"{address}/{page}.html{query}", **options)
        tab.complaints, tab.requests = complaints, requests
        return tab

    return opened


def shown(tab: Any, box: int = 0) -> list[str]:
    """The works that are seen after the box of that number, in their order."""
    return tab.evaluate(
        """(box) => {
          const places = [...document.querySelectorAll(".academic-search")];
          const after = (one, other) => one.compareDocumentPosition(other) & 4;
          const own = (node) => after(places[box], node) && !(places[box + 1] && after(places[box + 1], node));
          const nodes = [...document.querySelectorAll("[data-work]")];
          return nodes.filter((node) => node.checkVisibility() && own(node)).map((node) => node.dataset.work);
        }""",
        box,
    )


def box_of(tab: Any, number: int = 0) -> Any:
    """The input of a box."""
    return tab.get_by_role("searchbox", name="Filter publications").nth(number)


def chip(tab: Any, name: str) -> Any:
    """A chip by what it says."""
    return tab.get_by_role("button", name=name, exact=True)


ALL = ["erdos", "goedel", "waerden", "lukasiewicz", "noether"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ALL),
        ("godel", ["goedel"]),
        ("GÖDEL", ["goedel"]),
        ("lukasiewicz", ["lukasiewicz"]),
        ("strassen", ["erdos"]),
        ("straße", ["erdos"]),
        ("erdos 1950", ["erdos"]),
        ("1931 algebra", ["waerden"]),
        ("algebra 1931", ["waerden"]),
        ("  problems   variation ", ["noether"]),
        ('"variation problems"', ["noether"]),
        ('"problems variation"', []),
        ("monatshefte", ["goedel"]),
        ("number theory", ["erdos"]),
        ("topology", []),
        ("bibtex", []),
        ("zzz", []),
    ],
)
def test_words(open_page, typed, found):
    """All words must be there, in any order, whatever their case and diacritics; an abstract is not searched."""
    tab = open_page("index")
    box_of(tab).fill(typed)
    assert shown(tab) == found
    assert tab.complaints == []


def test_chips_of_topics(open_page):
    """A chip shows what has its topic; pressed again, or All, it shows everything."""
    tab = open_page("index")
    row = tab.get_by_role("group", name="Topic")
    assert row.get_by_role("button").all_inner_texts() == [
        "All 5",
        "logic 2",
        "algebra 2",
        "number theory 1",
        "physics 1",
    ]
    chip(tab, "logic 2").click()
    assert shown(tab) == ["goedel", "lukasiewicz"]
    expect(chip(tab, "logic 2")).to_have_attribute("aria-pressed", "true")
    expect(chip(tab, "All 5")).to_have_attribute("aria-pressed", "false")
    chip(tab, "algebra 2").click()
    assert shown(tab) == ["waerden", "noether"]
    chip(tab, "algebra 2").click()
    assert shown(tab) == ALL
    chip(tab, "logic 2").click()
    chip(tab, "All 5").click()
    assert shown(tab) == ALL


def test_words_and_chips_together(open_page):
    """An entry must fit both."""
    tab = open_page("groups")
    chip(tab, "algebra 2").click()
    chip(tab, "Book 1").click()
    assert shown(tab) == ["waerden"]
    box_of(tab).fill("noether")
    assert shown(tab) == []


def test_groups_without_entries_are_hidden_with_their_headings(open_page):
    """No heading stands above nothing."""
    tab = open_page("groups")
    headings = tab.locator("article section section > h2")
    assert [text.rstrip("#¶") for text in headings.all_inner_texts()] == ["1950", "1931", "1920", "1918"]
    box_of(tab).fill("logic")
    expect(headings.filter(visible=True)).to_have_count(2)
    box_of(tab).fill("")
    expect(headings.filter(visible=True)).to_have_count(4)


def test_the_address_says_what_the_box_is_set_to(open_page):
    """Words and chips, so that what is seen can be linked; other things in the address stay."""
    tab = open_page("groups", "?tab=x#top")
    box_of(tab).fill("noether 1918")
    chip(tab, "Journal article 3").click()
    chip(tab, "physics 1").click()
    tab.wait_for_url("**/groups.html?tab=x&q=noether+1918&topic=physics&type=article-journal#top")


def test_an_address_sets_the_box(open_page):
    """A link shows the list as it was."""
    tab = open_page("groups", "?q=algebra&type=book&topic=ALGEBRA")
    assert shown(tab) == ["waerden"]
    expect(box_of(tab)).to_have_value("algebra")
    expect(chip(tab, "Book 1")).to_have_attribute("aria-pressed", "true")
    expect(chip(tab, "algebra 2")).to_have_attribute("aria-pressed", "true")
    expect(tab.get_by_role("status")).to_have_text("1 of 5 publications")


def test_an_address_with_an_unknown_topic_shows_all(open_page):
    """A topic that was renamed hides nothing."""
    tab = open_page("index", "?topic=astrology")
    assert shown(tab) == ALL
    assert tab.complaints == []


def test_the_back_button_takes_back_a_search(open_page):
    """One step for each chip and one for the words, not one for each letter."""
    tab = open_page("index")
    chip(tab, "logic 2").click()
    box_of(tab).press_sequentially("three", delay=30)
    tab.wait_for_url("**?q=three&topic=logic")
    box_of(tab).press_sequentially(" valued", delay=30)
    tab.wait_for_url("**?q=three+valued&topic=logic")
    assert shown(tab) == ["lukasiewicz"]
    tab.go_back()
    expect(box_of(tab)).to_have_value("")
    assert shown(tab) == ["goedel", "lukasiewicz"]
    tab.go_back()
    assert shown(tab) == ALL
    tab.go_forward()
    assert shown(tab) == ["goedel", "lukasiewicz"]


def test_all_by_keyboard(open_page):
    """Tab goes from the words to the chips, Enter and the space bar press one, Escape takes everything back."""
    tab = open_page("index")
    box_of(tab).focus()
    tab.keyboard.type("o")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    expect(chip(tab, "logic 2")).to_be_focused()
    tab.keyboard.press("Enter")
    assert shown(tab) == ["goedel", "lukasiewicz"]
    tab.keyboard.press("Tab")
    tab.keyboard.press("Space")
    assert shown(tab) == ["waerden", "noether"]
    tab.keyboard.press("Escape")
    assert shown(tab) == ALL
    expect(box_of(tab)).to_be_focused()
    expect(box_of(tab)).to_have_value("")
    assert "?" not in tab.url


def test_what_has_the_focus_is_seen(open_page):
    """Words and chips have an outline when the keyboard is on them."""
    tab = open_page("index")
    box_of(tab).focus()
    for _ in range(3):
        assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        tab.keyboard.press("Tab")


def test_the_count_is_said(open_page):
    """A live region says how many there are, and that there are none; nothing where nothing is searched."""
    tab = open_page("index")
    status = tab.get_by_role("status")
    expect(status).to_have_text("")
    box_of(tab).fill("logic")
    expect(status).to_have_text("2 of 5 publications")
    box_of(tab).fill("zzz")
    expect(status).to_have_text("No publication fits")
    box_of(tab).fill("")
    expect(status).to_have_text("")


def test_several_boxes_on_a_page(open_page):
    """Each searches its own list, and has its own place in the address."""
    tab = open_page("two")
    articles = [key for key in ALL if key not in {"erdos", "waerden"}]
    box_of(tab, 1).fill("1931")
    assert shown(tab, 0) == articles
    assert shown(tab, 1) == ["goedel", "waerden"]
    tab.wait_for_url("**/two.html?q2=1931")
    box_of(tab, 0).fill("noether")
    assert shown(tab, 0) == ["noether"]
    assert shown(tab, 1) == ["goedel", "waerden"]
    tab.wait_for_url("**/two.html?q2=1931&q=noether")
    again = open_page("two", "?q2=1931&q=noether")
    assert (shown(again, 0), shown(again, 1)) == (["noether"], ["goedel", "waerden"])


def test_who_follows_a_link_to_a_hidden_publication_sees_it(open_page):
    """The search makes way."""
    tab = open_page("index")
    box_of(tab).fill("noether")
    assert shown(tab) == ["noether"]
    tab.locator("a.reference[href='#pub-goedel']").click()
    expect(tab.locator("#pub-goedel")).to_be_in_viewport()
    assert shown(tab) == ALL


def test_without_javascript_there_are_plain_sections(open_page):
    """Everything is there but the box."""
    tab = open_page("groups", java_script_enabled=False)
    assert tab.locator("input[type=search]:visible, .academic-search:visible").count() == 0
    assert tab.locator("[data-work]:visible").count() == 5
    assert "Filter publications" not in tab.locator("article[role=main]").inner_text()


def test_paper_shows_all(open_page):
    """A search on the screen does not shorten what is printed; the box is not printed."""
    tab = open_page("groups")
    box_of(tab).fill("zzz")
    assert shown(tab) == []
    tab.emulate_media(media="print")
    assert shown(tab) == ALL
    assert tab.locator("article section section > h2:visible").count() == 4
    assert not tab.locator(".academic-search").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_box_fits_its_window(open_page, width):
    """Chips go on to the next line."""
    tab = open_page("groups", viewport={"width": width, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert (
        min(tab.eval_on_selector_all(".academic-chip", "nodes => nodes.map(n => n.getBoundingClientRect().height)"))
        >= 24
    )


def test_nothing_is_asked_of_another_host(open_page, address):
    """Nor does the console complain."""
    tab = open_page("groups", "?q=logic")
    assert [url for url in tab.requests if not url.startswith((address, "data:"))] == []
    assert tab.complaints == []


def test_a_page_from_a_disk_works_too(browser, tmp_path):
    """Where a browser does not let the address be changed, the box works all the same."""
    source = tmp_path / "source"
    source.mkdir()
    for name, text in {"conf.py": CONF, "a.bib": BIB, "index.rst": TITLE + ".. publications::\n   :search:\n"}.items():
        (source / name).write_text(text, encoding="utf-8")
    assert build("html", source, tmp_path / "html").returncode == 0
    tab = browser.new_page()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto((tmp_path / "html" / "index.html").as_uri())
    box_of(tab).fill("logic")
    expect(tab.get_by_role("status")).to_have_text("2 of 5 publications")
    chip(tab, "algebra 2").click()
    assert shown(tab) == []
    assert complaints == []
    tab.close()


def test_many_topics_wait_behind_a_button(browser, tmp_path):
    """Twelve chips are seen at once; the button shows the others and goes away."""
    source = tmp_path / "source"
    source.mkdir()
    bib = "".join(f"@misc{{m{n}, title = {{T{n}}}, year = {{{2000 + n}}}}}\n" for n in range(20))
    page = TITLE + ".. publications::\n   :search: year\n"
    for name, text in {"conf.py": CONF, "a.bib": bib, "index.rst": page}.items():
        (source / name).write_text(text, encoding="utf-8")
    assert build("html", source, tmp_path / "html").returncode == 0
    tab = browser.new_page()
    tab.goto((tmp_path / "html" / "index.html").as_uri())
    row = tab.get_by_role("group", name="Year").get_by_role("button")
    expect(row).to_have_count(14)  # all, twelve, and the button
    chip(tab, "8 more").click()
    expect(row).to_have_count(21)
    expect(chip(tab, "2007 1")).to_be_focused()
    tab.goto((tmp_path / "html" / "index.html").as_uri() + "?year=2000")
    expect(chip(tab, "2000 1")).to_be_visible()
    assert shown(tab) == ["m0"]
    tab.close()
