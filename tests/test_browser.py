"""The demo in a real browser: light, dark, a telephone, paper; nothing is asked of another host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browsing import browser, open_address, served
from tests.conftest import ROOT, needs_tool
from tests.test_sites import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["browser", "open_address"]  # fixtures

pytestmark = pytest.mark.browser

EXAMPLES = ("noether", "hexu-zhao", "xuanlei-zhao-2024", "xuanlei-zhao-2025")
PAGES = [
    ("noether", "index"),
    ("noether", "publications"),
    ("noether", "cv"),
    ("hexu-zhao", "index"),
    ("xuanlei-zhao-2024", "index"),
    ("xuanlei-zhao-2024", "publications"),
    ("xuanlei-zhao-2025", "index"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The examples, built in furo and served on loopback."""
    needs_tool("chromium")
    folder: Path = tmp_path_factory.mktemp("examples")
    for name in EXAMPLES:
        result = build("html", ROOT / "docs" / "examples" / name, folder / name)
        assert result.returncode == 0, result.stderr
    with served(folder) as address:
        yield address


@pytest.fixture
def open_page(open_address: Any, address: str) -> Callable[..., Any]:
    """Open a page of an example and note what it asks for and what it complains of."""
    return lambda example, page, **options: open_address(f"{address}/{example}/{page}.html", **options)


@pytest.mark.parametrize(("example", "page"), PAGES)
def test_nothing_is_asked_of_another_host(open_page, address, example, page):
    """Every request goes to the site itself, and the console is silent."""
    _, requests, complaints = open_page(example, page)
    assert [url for url in requests if not url.startswith((address, "data:"))] == []
    assert complaints == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize(("example", "page"), PAGES)
def test_no_page_is_wider_than_its_window(open_page, example, page, width):
    """At no width is there anything to scroll to at the right; 320 is that of 1280 at 400 % (WCAG 2.2, 1.4.10)."""
    tab, _, _ = open_page(example, page, viewport={"width": width, "height": 900})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


_CONTRAST = """
(selector) => {
  const channel = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 };
  const numbers = (css) => css.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const [r, g, b, a] = numbers(getComputedStyle(node).backgroundColor);
      if (a === undefined || a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll(selector)].map((node) => {
    const one = luminance(numbers(getComputedStyle(node).color)), two = luminance(ground(node));
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  });
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("example", "page"), PAGES)
def test_every_part_can_be_read(open_page, example, page, scheme):
    """The contrast of every part is at least 4.5 : 1 (WCAG 2.2, 1.4.3), in light and in dark."""
    tab, _, _ = open_page(example, page, color_scheme=scheme)
    parts = "[class^='academic-'] , [class^='academic-'] a, [class^='academic-'] time"
    ratios = tab.evaluate(_CONTRAST, parts)
    assert ratios
    assert min(ratios) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_scheme_is_the_readers(open_page, scheme):
    """The page is dark where the reader asks for it."""
    tab, _, _ = open_page("noether", "index", color_scheme=scheme)
    lightness = tab.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]")
    assert (lightness < 64) == (scheme == "dark")


def test_all_is_there_without_javascript(open_page):
    """A page reads the same with scripts switched off."""
    plain, _, _ = open_page("noether", "index", java_script_enabled=False)
    scripted, _, _ = open_page("noether", "index")
    main = "article[role=main]"
    assert plain.locator(main).inner_text() == scripted.locator(main).inner_text()


def test_the_portrait_stands_beside_the_lines_and_above_them_on_a_telephone(open_page):
    """As in a letterhead where there is room, as a heading where there is none."""
    boxes = {}
    for width in (1280, 360):
        tab, _, _ = open_page("noether", "index", viewport={"width": width, "height": 900})
        boxes[width] = [
            tab.locator(selector).first.bounding_box() for selector in (".academic-photo", ".academic-position-line")
        ]
    photo, line = boxes[1280]
    assert photo["x"] > line["x"] + line["width"] - 1
    photo, line = boxes[360]
    assert photo["y"] + photo["height"] <= line["y"] + 1


def test_dates_share_a_column(open_page):
    """All entries of a timeline begin at one edge."""
    tab, _, _ = open_page("noether", "index")
    for index in range(tab.locator("ol.academic-timeline").count()):
        mains = tab.locator("ol.academic-timeline").nth(index).locator(".academic-main")
        assert len({round(mains.nth(row).bounding_box()["x"]) for row in range(mains.count())}) == 1


def test_print_keeps_entries_whole_and_backgrounds_white(open_page, tmp_path):
    """On paper no entry is cut, and nothing needs coloured paper."""
    tab, _, _ = open_page("noether", "publications")
    tab.emulate_media(media="print")
    style = "getComputedStyle(document.querySelector('.academic-publication')).breakInside"
    assert tab.evaluate(style) == "avoid"
    paper = tmp_path / "page.pdf"
    tab.pdf(path=paper)
    assert paper.stat().st_size > 10_000


def test_the_address_is_a_link_that_no_robot_reads(open_page):
    """The mail program gets the address; neither the source nor the text shows it."""
    tab, _, _ = open_page("noether", "index")
    link = tab.locator("a.academic-mailto")
    target = link.evaluate("node => decodeURIComponent(node.href)")
    assert target == "mailto:noether@example.org"
    assert "noether@" not in tab.content()


_RINGS = """() => [...document.querySelectorAll("[class^='academic-'] :is(a[href], summary)")].flatMap((node) => {
  node.focus();
  const style = getComputedStyle(node);
  return document.activeElement === node ? [style.outlineStyle + " " + style.outlineWidth] : [];
})"""
"""Of all that is not folded away."""


@pytest.mark.parametrize(("example", "page"), PAGES)
def test_what_has_the_focus_is_seen(open_page, example, page):
    """Each link and each thing that unfolds has a ring when the keyboard comes to it (WCAG 2.2, 2.4.7)."""
    tab, _, _ = open_page(example, page)
    tab.keyboard.press("Tab")
    rings = tab.evaluate(_RINGS)
    assert rings
    assert [ring for ring in rings if ring.startswith("none") or ring.endswith(" 0px")] == []


def test_nothing_moves_by_itself(open_page):
    """Nothing of ours is animated, so that there is nothing to reduce for those who ask for less motion."""
    tab, _, _ = open_page("noether", "index")
    times = """() => [...document.querySelectorAll("[class^='academic-'], [class^='academic-'] *")].map((node) => {
      const style = getComputedStyle(node);
      return [style.transitionDuration, style.animationName].join(" ");
    })"""
    assert set(tab.evaluate(times)) == {"0s none"}
