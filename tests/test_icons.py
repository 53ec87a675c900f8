"""Icons beside links: from packages that hold them, those that a page shows, and the page is complete without them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sphinxcontrib_academic.kinds.links import CONTACT_ICONS, LINK_RELATIONS, link_relation
from sphinxcontrib_academic.outputs.html.icons import style
from sphinxcontrib_academic.readers import icons
from sphinxcontrib_academic.readers.icons import Icon, icon_names, read_drawing, read_icon
from tests.browsing import browser, open_address, served
from tests.test_sites import build

__all__ = ["browser", "open_address"]  # fixtures

packaged = pytest.mark.skipif(not icon_names(), reason="no package that holds icons is installed")

PROFILE = {
    "name": "Jane Doe",
    "address": "Zürich",
    "email": "jane@example.org",
    "links": {
        "cv": "cv", "scholar": "abc", "github": "jane", "orcid": "0000-0002-1825-0097", "dblp": "1/2",
        "linkedin": "jane", "zhihu": "jane", "bluesky": "jane.example.org", "mastodon": "https://example.org/@jane",
        "arxiv": "doe_j_1", "mine": "https://example.org/mine", "My page": "https://example.org",
    },
}  # fmt: skip
BIB = """@article{doe2024, title={On X}, author={Doe, Jane}, journal={J}, year=2024,
  pdf={https://example.org/a.pdf}, code={https://github.com/a/b}}
"""
DRAWING = """<?xml version="1.0"?><!-- made by hand --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <title>A disc</title><circle cx="8" cy="8" r="8"/></svg>"""
LOOK = """(a) => {
  const icon = getComputedStyle(a, "::before");
  return [icon.content, icon.width, icon.backgroundColor, getComputedStyle(a).color];
}"""
BEHIND_WORDS = """links => links.filter(a => {
  const words = document.createRange();
  words.selectNodeContents(a);
  return getComputedStyle(a, "::before").width !== "auto" &&
    a.getBoundingClientRect().right - words.getBoundingClientRect().right < 12;
}).map(a => a.textContent)"""
"""Links whose icon stands at their left."""
INDEX = (
    "Jane Doe\n========\n\n.. profile::\n\n   I write.\n\n.. publications::\n{}\n.. toctree::\n   :hidden:\n\n   cv\n"
)


def site(folder: Path, *, layout: str = "", conf: str = "") -> Path:
    """A homepage with many links."""
    folder.mkdir(parents=True, exist_ok=True)
    option = f"   :layout: {layout}\n" if layout else ""
    (folder / "conf.py").write_text(
        f"extensions = ['sphinxcontrib_academic']\nhtml_theme = 'furo'\nproject = 'Jane Doe'\n"
        f"academic_profile = {PROFILE!r}\n"
        f"academic_links = {{'mine': {{'label': 'Mine', 'icon': 'disc.svg'}}}}\n{conf}\n",
        encoding="utf-8",
    )
    (folder / "index.rst").write_text(INDEX.format(option), encoding="utf-8")
    (folder / "cv.rst").write_text("CV\n==\n\nNothing yet.\n", encoding="utf-8")
    (folder / "refs.bib").write_text(BIB, encoding="utf-8")
    (folder / "disc.svg").write_text(DRAWING, encoding="utf-8")
    return folder


def page(folder: Path, out: Path, *options: str) -> str:
    """The homepage, built without a warning, from what is left of the build before."""
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "-b", "html", "-d", f"{out}.doctrees", *options]
    result = subprocess.run([*command, folder, out], capture_output=True, text=True, check=False, timeout=300)
    assert result.returncode == 0, result.stderr
    return (out / "index.html").read_text(encoding="utf-8")


def shown(html: str) -> set[str]:
    """The relations that the page has icons for."""
    head = html.partition("</head>")[0]
    return set(re.findall(r"\.academic-link\.academic-link-([\w-]+)::before\{", head))


@packaged
def test_a_page_has_the_icons_of_its_links_and_no_other(tmp_path):
    """Those of the issue, a site's own drawing, and one for what has no relation."""
    html = page(site(tmp_path / "src"), tmp_path / "out")
    assert shown(html) == {*PROFILE["links"], "custom", "pdf", "code"} - {"My page"}
    assert shown((tmp_path / "out" / "cv.html").read_text(encoding="utf-8")) == set()


@packaged
def test_a_page_says_what_the_licence_wants_once(tmp_path):
    """Font Awesome's icons are CC BY 4.0."""
    assert page(site(tmp_path / "src"), tmp_path / "out").count("Icons: CC BY 4.0") == 1


def test_a_page_is_complete_without_icons(tmp_path):
    """Its body is the same, to the letter."""
    bodies = [
        page(site(tmp_path / icons / "src", conf=f"academic_icons = {icons!r}"), tmp_path / icons / "out").partition(
            "<body"
        )[2]
        for icons in ("all", "none")
    ]
    assert bodies[0] == bodies[1]


def test_without_a_package_there_are_labels_and_the_sites_own_drawings(tmp_path, monkeypatch, make_page):
    """No warning is given: an icon is not missed."""
    html = make_page(monkeypatch)
    assert shown(html) == {"mine"}
    assert ">Google Scholar</a>" in html


@pytest.fixture
def make_page(tmp_path):
    """The page where no package of icons is installed, built by this process."""

    def make(monkeypatch: pytest.MonkeyPatch) -> str:
        from sphinx.application import Sphinx
        from sphinx.util.docutils import docutils_namespace, patch_docutils

        for function in (icons.read_icon, icons._folder, icons._folders):
            function.cache_clear()
        monkeypatch.setattr(icons, "find_spec", lambda _name: None)
        source, out = site(tmp_path / "src"), tmp_path / "out"
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                source, source, out, tmp_path / "trees", "html", status=None, exception_on_warning=True, parallel=1
            )
            app.build()
        for function in (icons.read_icon, icons._folder, icons._folders):
            function.cache_clear()
        assert app.statuscode == 0
        return (out / "index.html").read_text(encoding="utf-8")

    return make


@packaged
def test_the_profile_alone_can_have_icons(tmp_path):
    """``academic_icons = "profile"``."""
    html = page(site(tmp_path / "src", conf="academic_icons = 'profile'"), tmp_path / "out")
    assert "github" in shown(html)
    assert not {"pdf", "code"} & shown(html)


@packaged
@pytest.mark.parametrize(("layout", "has"), [("chip", False), ("cv", True)])
def test_links_in_brackets_stand_as_in_print(tmp_path, layout, has):
    """So do those between bars."""
    assert ("pdf" in shown(page(site(tmp_path / "src", layout=layout), tmp_path / "out"))) is has


@packaged
def test_a_change_of_a_drawing_is_shown_at_once(tmp_path):
    """An incremental build equals a fresh one."""
    source, out = site(tmp_path / "src"), tmp_path / "out"
    before = page(source, out)
    (source / "disc.svg").write_text(DRAWING.replace('r="8"', 'r="5"'), encoding="utf-8")
    after = page(source, out)
    assert before != after == page(source, tmp_path / "fresh", "-j", "4")


@pytest.mark.parametrize(
    ("icon", "complaint"),
    [
        ("gihtub", "has the icon 'gihtub', which no package has; did you mean 'github'?"),
        ("no.svg", "has the icon 'no.svg', expected a file in the source folder that holds a drawing"),
    ],
)
@packaged
def test_an_icon_that_nobody_has_drawn_is_told(tmp_path, icon, complaint):
    """At the line of ``conf.py``."""
    source = site(tmp_path / "src")
    conf = source / "conf.py"
    conf.write_text(conf.read_text(encoding="utf-8").replace("disc.svg", icon), encoding="utf-8")
    result = build("html", source, tmp_path / "out")
    assert complaint in result.stderr
    assert "conf.py:5: WARNING" in result.stderr


@packaged
@pytest.mark.parametrize("row", [row for row in LINK_RELATIONS if row.icon], ids=lambda row: row.key)
def test_every_icon_of_the_table_is_in_a_package(row):
    """By one of its names at least."""
    assert read_icon(row.icon) is not None


@packaged
@pytest.mark.parametrize("name", CONTACT_ICONS)
def test_lines_of_a_profile_have_icons(name):
    """Mail, place, telephone."""
    assert read_icon(CONTACT_ICONS[name]) is not None


@packaged
@pytest.mark.parametrize("name", ["dblp", "arxiv", "linkedin", "zhihu", "bluesky", "mastodon", "orcid", "github"])
def test_a_mark_is_shown_by_its_own_drawing(name):
    """Not by one of the general ones behind it."""
    row = link_relation(name)
    assert row is not None
    assert read_icon(row.icon) == read_icon(row.icon[:1])


def test_no_package_is_imported_for_its_drawings():
    """That of Simple Icons has three thousand modules."""
    read_icon(("dblp",))
    assert "simplepycons" not in sys.modules


@pytest.mark.parametrize("name", ["../secret", "a/b", "", "x y", "é", "."])
def test_a_name_is_no_path(name):
    """Nothing outside the packages is read."""
    assert read_icon((name,)) is None


@pytest.mark.parametrize("content", [b"", b"text", b"\xff\xfe", b"<svg", b"<svg viewBox='0 0 0 0'></svg>"])
def test_any_file_can_be_named(tmp_path, content):
    """One that holds no drawing is none, and no error."""
    (tmp_path / "x.svg").write_bytes(content)
    assert (read_drawing(tmp_path / "x.svg") is not None) is content.endswith(b"</svg>")


def test_a_drawing_cannot_leave_its_place_in_the_page():
    """No sign of HTML or of a style sheet is left in it."""
    text = style({"p": Icon("<svg>\"'</style><script>\\#&%{}</svg>")})
    assert "<" not in text
    assert text.count('"') == 4


@packaged
@pytest.mark.browser
def test_icons_are_drawn_where_pages_are_files(tmp_path, browser):
    """``file://``, light and dark, wide and narrow; no request leaves the machine, and labels are what is read."""
    page(site(tmp_path / "src"), tmp_path / "out")
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto((tmp_path / "out" / "index.html").as_uri())
    for link in tab.locator(".academic-profile .academic-links a").all():
        content, width, ground, color = link.evaluate(LOOK)
        assert (content, ground) == ('""', color)
        assert float(width.removesuffix("px")) > 10
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert tab.get_by_role("link", name="Google Scholar", exact=True).count() == 1
    tab.close()


@packaged
@pytest.mark.browser
def test_icons_stand_before_their_labels_from_right_to_left(tmp_path, open_address):
    """The margin is on the side of the words."""
    page(site(tmp_path / "src", conf="language = 'ar'"), tmp_path / "out")
    with served(tmp_path / "out") as address:
        tab, _, complaints = open_address(f"{address}/index.html")
        margins = tab.locator(".academic-link-github").evaluate(
            "(a) => { const s = getComputedStyle(a, '::before'); return [s.marginLeft, s.marginRight] }"
        )
        glued = tab.locator(".academic-links .academic-link").evaluate_all(BEHIND_WORDS)
    assert margins[1] == "0px" != margins[0]
    assert glued == []
    assert complaints == []
