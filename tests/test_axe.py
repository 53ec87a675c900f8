"""axe finds nothing on any page of any example, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page

from tests.browsing import browser, open_address, served
from tests.conftest import ROOT, needs_tool
from tests.test_sites import build

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["browser", "open_address"]  # fixtures

pytestmark = pytest.mark.browser

EXAMPLES = sorted(path.parent for path in (ROOT / "docs" / "examples").glob("*/conf.py"))
PLAIN = """
project = "Plain"
html_theme = "furo"
html_show_sphinx = False
html_copy_source = html_show_sourcelink = False
"""

LANGUAGES = ("ar", "ja")
"""Written from right to left, and without blanks."""

_LAID_OUT = ".academic-item { content-visibility: visible !important }"
"""Entries of long lists as those see them who have come to them; axe over a thousand of them takes half a minute."""

_RUN = """
async () => {
  for (const details of document.querySelectorAll("article details")) details.open = true;
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => [id, String(target), help + " " + (any[0]?.message ?? "")]));
}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """All examples, and a site of the theme's own without ours, on loopback."""
    needs_tool("chromium")
    folder: Path = tmp_path_factory.mktemp("axe")
    plain = folder / "source"
    plain.mkdir()
    (plain / "conf.py").write_text(PLAIN, encoding="utf-8")
    (plain / "index.rst").write_text("=====\nTitle\n=====\n\nSection\n=======\n\n`A link <https://example.org>`__.\n")
    for source in [*EXAMPLES, plain]:
        result = build("html", source, folder / "html" / source.name)
        assert result.returncode == 0, result.stderr
    for language in LANGUAGES:
        for source, name in ((ROOT / "docs" / "examples" / "languages", "languages"), (plain, "source")):
            result = build("html", source, folder / "html" / f"{name}-{language}", "-D", f"language={language}")
            assert result.returncode == 0, result.stderr
    with served(folder / "html") as address:
        yield address


def violations(tab: Page) -> list[list[str]]:
    """What axe finds on a page: rule, element, and what is wrong."""
    package = pytest.importorskip("axe_playwright_python")
    tab.add_script_tag(path=Path(package.__file__ or "").parent / "axe.min.js")
    tab.add_style_tag(content=_LAID_OUT)
    found: list[list[str]] = tab.evaluate(_RUN)
    return found


def pages_of(example: Path) -> list[str]:
    """The pages that an example's author wrote."""
    names = {path.stem for kind in ("*.rst", "*.md") for path in example.glob(kind)}
    return sorted(names)


PAGES = [(example.name, page) for example in EXAMPLES for page in pages_of(example)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("example", "page"), PAGES)
def test_axe_finds_nothing(open_address: Any, address: str, example: str, page: str, scheme: str) -> None:
    """Nothing but what the theme itself has on an empty page, which is not ours to mend."""
    plain, _, _ = open_address(f"{address}/source/index.html", color_scheme=scheme)
    theirs = {(rule, target) for rule, target, _ in violations(plain)}
    tab, _, complaints = open_address(f"{address}/{example}/{page}.html", color_scheme=scheme)
    found = [row for row in violations(tab) if (row[0], row[1]) not in theirs]
    assert found == []
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_visitors_search(open_address: Any, address: str, scheme: str) -> None:
    """Words in the box, a chip pressed, most entries and headings hidden, the count said."""
    plain, _, _ = open_address(f"{address}/source/index.html", color_scheme=scheme)
    theirs = {(rule, target) for rule, target, _ in violations(plain)}
    query = "?q=2020&topic=storage"
    tab, _, complaints = open_address(f"{address}/lab/publications.html{query}", color_scheme=scheme)
    tab.get_by_role("status").get_by_text("of 1000 publications").wait_for()
    assert tab.locator(".academic-chip[aria-pressed=true]").count() == 1
    assert [row for row in violations(tab) if (row[0], row[1]) not in theirs] == []
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "site", [*(example.name for example in EXAMPLES), *(f"languages-{name}" for name in LANGUAGES)]
)
def test_axe_finds_nothing_on_a_telephone(open_address: Any, address: str, site: str, scheme: str) -> None:
    """The first page of each example, and of two other languages; the theme has other things there than on a desk."""
    options = {"color_scheme": scheme, "viewport": {"width": 360, "height": 800}}
    language = site.partition("languages-")[2]
    plain, _, _ = open_address(f"{address}/source{language and f'-{language}'}/index.html", **options)
    theirs = {(rule, target) for rule, target, _ in violations(plain)}
    tab, _, complaints = open_address(f"{address}/{site}/index.html", **options)
    assert [row for row in violations(tab) if (row[0], row[1]) not in theirs] == []
    assert complaints == []
