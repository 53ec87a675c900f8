"""The gallery of the documentation: every layout and every example, with pictures that say what is seen on them."""

from __future__ import annotations

import re

from sphinxcontrib_academic.layouts import BUILTIN
from tests.conftest import ROOT
from tests.test_themes import THEMES

DOCS = ROOT / "docs"
LOOKS = DOCS / "examples" / "looks"
PAGE = (DOCS / "gallery.rst").read_text(encoding="utf-8")


def shown(directive: str) -> set[str]:
    """What the directives of that name show."""
    return set(re.findall(rf"^\.\. {directive}:: (\S+)$", PAGE, re.MULTILINE))


def test_every_layout_is_there_with_its_source() -> None:
    """A new layout needs its pictures: ``python tools/pictures.py looks``."""
    assert shown("look") == {*BUILTIN, "plain"}
    for name in BUILTIN:
        text = (LOOKS / f"{name}.rst").read_text(encoding="utf-8")
        assert text.splitlines()[4:] == [".. publications::", f"   :layout: {name}"]


def test_every_example_is_there() -> None:
    """A new example needs its pictures, too: ``python tools/pictures.py NAME``."""
    examples = {path.parent.name for path in (DOCS / "examples").glob("*/conf.py")}
    assert shown("example") == examples - {"looks"}


def test_every_picture_is_used_and_is_there() -> None:
    """In light and in dark, on a phone, and on paper."""
    pages = {*shown("example"), *shown("look"), *(f"{look}-phone" for look in shown("look"))}
    wanted = {f"{name}-{scheme}.png" for name in pages for scheme in ("light", "dark")}
    wanted |= {f"{name}-pdf.png" for name in shown("look") | shown("example")}
    assert {path.name for path in (DOCS / "gallery").iterdir()} == wanted


def test_the_pictures_are_small() -> None:
    """All of them together are below 3 MB."""
    assert sum(path.stat().st_size for path in (DOCS / "gallery").iterdir()) < 3_000_000


def test_every_picture_says_what_is_seen() -> None:
    """In a sentence of its own, not in the name of a file."""
    texts = re.findall(r"^\.\. (?:look|example):: \S+\n\n((?:   .+\n)+)", PAGE, re.MULTILINE)
    assert len(texts) == len(shown("look") | shown("example"))
    assert [text for text in texts if len(text.split()) < 10] == []


def test_every_theme_that_is_tested_has_its_pictures() -> None:
    """A new theme needs them: ``python tools/theme_pictures.py NAME``; each is small and says what is seen."""
    text = (DOCS / "themes.rst").read_text(encoding="utf-8")
    shown = re.findall(r"^ +\.\. figure:: _static/theme-(\w+)-(light|dark)\.png\n +:alt: .{40}", text, re.MULTILINE)
    files = sorted((DOCS / "_static").glob("theme-*.png"))
    assert sorted(f"theme-{name}-{scheme}.png" for name, scheme in shown) == [path.name for path in files]
    names = {theme.removeprefix("sphinx_").removesuffix("_theme").removesuffix("_sphinx") for theme in THEMES}
    assert {name for name, _ in shown} == names
    assert [path.name for path in files if path.stat().st_size >= 60_000] == []
