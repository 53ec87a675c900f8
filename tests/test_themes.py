"""The same site in other themes: no warning, nothing too wide, nothing too pale, nothing asked of other hosts."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from tests.browsing import browser, open_address, served
from tests.conftest import needs_tool
from tests.test_icons import page, site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["browser", "open_address"]  # fixtures

pytestmark = pytest.mark.browser

THEMES = {
    "furo": "",
    "alabaster": "",
    "pydata_sphinx_theme": "",
    "sphinx_book_theme": "",
    "sphinx_rtd_theme": "",
    # it loads its letters from another host unless it is told not to
    "sphinx_immaterial": "extensions.append('sphinx_immaterial')\nhtml_theme_options = {'font': False}\n",
}
PAGE = """
.. timeline:: news

   :2024: Something that happened, told in a line that is longer than a telephone is wide
   :2023: Something else

.. timeline:: news

   :2020 -- 2023: **Developer**, a company of some name

.. publications::
   :layout: card
   :search:
"""
PALE = {"sphinx_rtd_theme": "#2980b9"}
"""The colour of all links of a theme, where it is paler than WCAG wants."""
WIDEST = """() => Math.max(...[...document.querySelectorAll('[class^="academic-"]')].map(
  (node) => node.getBoundingClientRect().right))"""
SIZES = """() => {
  const margin = (e) => [getComputedStyle(e).marginInlineStart, getComputedStyle(e).listStyleType].join(" ");
  return [...document.querySelectorAll("li.academic-item, li.academic-entry")].map(margin);
}"""


_ROWS = """() => [...document.querySelector("ol.academic-timeline").children].map((li) => {
  const [when, main] = ["when", "main"].map((name) => li.querySelector(".academic-" + name).getBoundingClientRect());
  const next = li.nextElementSibling?.getBoundingClientRect().top;
  const gap = next - Math.max(when.bottom, main.bottom);
  return { left: Math.round(main.left), line: main.top, date: when.top, gap };
})"""


def theme_or_skip(theme: str) -> str:
    """What ``conf.py`` says for it."""
    if find_spec(theme) is None:
        pytest.skip(f"{theme} is not installed")
    return f"html_theme = {theme!r}\n{THEMES[theme]}"


@pytest.fixture(scope="module", params=THEMES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """One small site in a theme, without a warning."""
    needs_tool("chromium")
    conf = theme_or_skip(request.param)
    folder: Path = tmp_path_factory.mktemp(request.param)
    source = site(folder / "src", conf=conf)
    with (source / "index.rst").open("a", encoding="utf-8") as stream:
        stream.write(PAGE)
    page(source, folder / "out")
    with served(folder / "out") as address:
        yield request.param, f"{address}/index.html"
    shutil.rmtree(folder)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_theme_shows_our_things_as_they_are_meant(built, open_address: Any, scheme: str):
    """On a telephone: nothing to scroll to, no complaint, nothing that is hard to read, lists without their marks."""
    from axe_playwright_python.sync_playwright import Axe

    theme, address = built
    tab, requests, complaints = open_address(address, color_scheme=scheme, viewport={"width": 360, "height": 800})
    # what the theme says, and how wide it is, on a page that has nothing of ours
    plain, _, said = open_address(
        address.replace("index", "cv"), color_scheme=scheme, viewport={"width": 360, "height": 800}
    )
    assert set(complaints) <= set(said)
    assert [url for url in requests if not url.startswith((address.rpartition("/")[0], "data:"))] == []
    width = "document.documentElement.scrollWidth"
    assert tab.evaluate(width) <= max(360, plain.evaluate(width))
    assert tab.evaluate(WIDEST) <= 360
    ours = [".academic-profile", ".academic-publications", ".academic-timeline"]
    found = Axe().run(tab, context={"include": [[name] for name in ours]}, options={"resultTypes": ["violations"]})
    nodes = [(row["id"], node) for row in found.response["violations"] for node in row["nodes"]]
    assert [(name, node["html"][:160]) for name, node in nodes if _color(node) != PALE.get(theme)] == []
    assert set(tab.evaluate(SIZES)) == {"0px none"}, theme


def test_what_is_unfolded_stands_in_its_line(built, open_address: Any):
    """A theme that makes boxes of all ``details`` makes none of ours."""
    _, address = built
    tab, _, _ = open_address(address, viewport={"width": 1000, "height": 800})
    look = "(e) => { const s = getComputedStyle(e); return [s.display, s.borderTopWidth, s.paddingLeft, s.boxShadow]; }"
    for details in tab.locator("details.academic-disclosure").all():
        assert details.evaluate(look) == ["inline", "0px", "0px", "none"]


def test_dates_share_a_column(built, open_address: Any):
    """Beside their lines, in a theme that lays lists out in its own way, too; lines stand close to each other."""
    _, address = built
    tab, _, _ = open_address(address, viewport={"width": 1000, "height": 800})
    rows = tab.evaluate(_ROWS)
    assert len({row["left"] for row in rows}) == 1
    assert [row for row in rows if abs(row["line"] - row["date"]) > 4] == []
    assert rows[0]["gap"] < 16


def test_links_have_their_icons(built, open_address: Any):
    """Whatever a theme does with what extensions say in the head of a page."""
    pytest.importorskip("fontawesomefree")
    _, address = built
    tab, _, _ = open_address(address)
    content = "(e) => getComputedStyle(e, '::before').maskImage"
    assert tab.locator(".academic-profile .academic-link-github").first.evaluate(content).startswith('url("data:')


def _color(node: dict[str, Any]) -> str | None:
    """The colour that is complained of."""
    data = next((row["data"] for row in node["any"] if row["id"] == "color-contrast"), None)
    return data["fgColor"] if data else ""
