"""The PDF and the site: where the link to the CV leads, and pictures that only one of them can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from sphinxcontrib_academic.outputs.latex.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Site

CONF = """
extensions = ["sphinxcontrib_academic"]
academic_profile = {"name": "Jane Roe", "links": {"cv": "cv.pdf"}, "photo": "jane.svg"}
"""
INDEX = "Home\n====\n\n.. profile::\n\n.. toctree::\n\n   cv\n"
CV = "CV\n==\n\n.. profile::\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.fixture
def build(make_site: Callable[..., Site]) -> Callable[..., Site]:
    """A homepage with a link to the CV that is built."""

    def build(builder: str = "html", cv: str = CV, **config: Any) -> Site:
        files = {"conf.py": CONF, "index.rst": INDEX, "cv.rst": cv, "jane.svg": SVG, "plot.svg": SVG}
        return make_site(files, builder, latex_theme=THEME, **config)

    return build


def cv_link(site: Site) -> str:
    """Where the homepage's link to the CV leads."""
    link = BeautifulSoup(site.read("index.html"), "html.parser").select_one(".academic-link-cv")
    assert link is not None
    assert site.warnings == []
    return str(link["href"])


def test_the_pdf_lies_beside_the_page(build: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    """On GitHub Pages and everywhere else where it is copied there."""
    monkeypatch.delenv("READTHEDOCS", raising=False)
    assert cv_link(build()) == "cv.pdf"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        (
            {"READTHEDOCS_LANGUAGE": "en", "READTHEDOCS_VERSION": "stable"},
            "https://jane.readthedocs.io/_/downloads/en/stable/pdf/",
        ),
        (
            {"READTHEDOCS_LANGUAGE": "de", "READTHEDOCS_VERSION": "12", "READTHEDOCS_VERSION_TYPE": "external"},
            "https://jane.readthedocs.io/_/downloads/de/latest/pdf/",
        ),
    ],
    ids=["a version", "a pull request"],
)
def test_read_the_docs_has_it_elsewhere(
    build: Callable[..., Site], monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    """At an address of its own; for pull requests it makes none."""
    monkeypatch.setenv("READTHEDOCS", "True")
    monkeypatch.setenv("READTHEDOCS_CANONICAL_URL", "https://jane.readthedocs.io/en/stable/")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cv_link(build()) == expected


def test_a_picture_that_latex_cannot_show_is_left_out(build: Callable[..., Site]) -> None:
    """With a warning at its line; LaTeX would stop."""
    site = build("latex", cv=CV + "\n.. image:: plot.svg\n")
    (warning,) = site.warnings
    assert warning.startswith(
        "cv.rst:6: WARNING: LaTeX cannot show the picture 'plot.svg' of a format SVG, expected PDF"
    )
    assert warning.endswith("[academic.latex_image]")
    assert ".svg" not in site.read("cv.tex")


def test_a_photo_that_is_not_shown_is_not_missed(build: Callable[..., Site]) -> None:
    """Where the CV is to show it, its absence is said."""
    assert build("latex").warnings == []
    (warning,) = build("latex", academic_cv={"photo": True}).warnings
    assert "'jane.svg'" in warning


def test_pictures_of_other_documents_are_their_authors_affair(build: Callable[..., Site]) -> None:
    """In a manual, only our own are looked at."""
    documents = [("index", "me.tex", "Me", "Me", "manual")]
    site = build("latex", cv=CV + "\n.. image:: plot.svg\n", latex_documents=documents)
    ours = [warning for warning in site.warnings if warning.endswith("[academic.latex_image]")]
    assert ours
    assert all("'jane.svg'" in warning for warning in ours)


PAGES = {
    "conf.py": CONF.replace('academic"]', 'academic", "myst_parser"]'),
    "index.md": "# Home\n\n```{profile}\n```\n",
    "jane.svg": SVG,
    "other.rst": ":orphan:\n\n.. _far:\n\nOther page\n==========\n",
    "cv.md": ":::\norphan: true\n:::\n\n# CV\n\n```{profile}\n```\n\n".replace(":::", "---"),
}


def test_the_page_may_be_markdown(make_site: Callable[..., Site]) -> None:
    """``cv.md`` is the CV as ``cv.rst`` is."""
    site = make_site(PAGES, "latex", latex_theme=THEME)
    assert site.warnings == []
    assert "Jane Roe" in site.read("cv.tex")


@pytest.mark.parametrize(
    ("link", "address", "words"),
    [
        ("[there](other.rst)", "other.html", "there"),
        ("[](other.rst)", "other.html", "Other page"),
        ("[](other.rst#far)", "other.html\\#far", "Other page"),
        ("[label](#far)", "other.html\\#far", "label"),
        ("[home](/index.md)", "index.html", "home"),
        ("{any}`far`", "other.html\\#far", "Other page"),
        ("{any}`words <other>`", "other.html", "words"),
        ("{doc}`other`", "other.html", "Other page"),
        ("{ref}`words <far>`", "other.html\\#far", "words"),
    ],
)
def test_links_to_pages_that_are_not_in_the_pdf(
    make_site: Callable[..., Site], link: str, address: str, words: str
) -> None:
    """They lead to the site, however they are written; without its address they are words."""
    files = {**PAGES, "cv.md": f"{PAGES['cv.md']!s}See {link}.\n"}
    site = make_site(files, "latex", latex_theme=THEME, html_baseurl="https://jane.example.org/")
    assert site.warnings == []
    shown = next(line for line in site.read("cv.tex").splitlines() if line.startswith("See "))
    assert shown.startswith(f"See \\sphinxhref{{https://jane.example.org/{address}}}")
    assert words in shown


def test_without_an_address_links_are_words(make_site: Callable[..., Site]) -> None:
    """As Sphinx has it."""
    files = {**PAGES, "cv.md": f"{PAGES['cv.md']!s}See {{doc}}`words <other>`.\n"}
    site = make_site(files, "latex", latex_theme=THEME)
    shown = next(line for line in site.read("cv.tex").splitlines() if line.startswith("See "))
    assert "href" not in shown
    assert "words" in shown
