"""A site with every part of a layout: what the tests share in which an output writes publications in two ways."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sphinx.testing.util import SphinxTestApp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CONFIG: dict[str, Any] = {
    "academic_profile": {"name": "Ada Byron"},
    "academic_people": {"Grace Hopper": {"url": "https://example.org/hopper?a&b"}},
    "academic_layouts": {
        "all": [
            "{number} {title:link}{status}",
            "{authors} ({editors})",
            "{venue}: {venue:long}, {container:italic} {details} {year} {date:long} {type} {note} {award:chip}",
            "{keywords}",
            "{links:bracket} {links:icon} {links:pipe} {stars} {citations} {abstract} {bibtex:lower}",
        ],
        "other": ["{authors:bold}, {title:italic}", "{links:icon-label} {abstract:lower}", "{remark}"],
    },
}


def write_site(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder with these sources."""
    source = folder / "source"
    source.mkdir()
    (source / "conf.py").write_text('extensions = ["sphinxcontrib_academic"]\n', "utf-8")
    for name, text in files.items():
        (source / name).write_text(text, "utf-8")
    return source


@contextmanager
def built(builder: str, source: Path, folder: Path, config: dict[str, Any]) -> Iterator[SphinxTestApp]:
    """A fresh build of a site."""
    app = SphinxTestApp(builder, srcdir=source, builddir=folder, confoverrides=config, freshenv=True)
    try:
        app.build()
        yield app
    finally:
        app.cleanup()
