"""Fixtures: small sites made of a few files, built in a temporary folder."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

if TYPE_CHECKING:
    from collections.abc import Callable

    from docutils import nodes

pytest_plugins = ("sphinx.testing.fixtures",)

ROOT = Path(__file__).parent.parent


@dataclass
class Site:
    """A site that has been built."""

    app: SphinxTestApp

    @property
    def warnings(self) -> list[str]:
        """The warnings, with paths from the source folder."""
        text = strip_colors(self.app.warning.getvalue()).replace(f"{self.app.srcdir}/", "")
        return [line for line in text.splitlines() if line.strip()]

    def read(self, name: str) -> str:
        """A file of the output."""
        return (self.app.outdir / name).read_text(encoding="utf-8")

    def resolved(self, docname: str = "index") -> nodes.document:
        """The doctree of a page as the builders get it."""
        return self.app.env.get_and_resolve_doctree(docname, self.app.builder, tags=self.app.tags)

    def doctree(self, docname: str = "index") -> nodes.document:
        """The doctree of a page as it is kept between builds."""
        return self.app.env.get_doctree(docname)


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., Site]:
    """Build a site from its files: ``make_site({"index.rst": "…"}, builder="html", academic_layout="cv")``."""
    made: list[SphinxTestApp] = []

    def make(files: dict[str, str | bytes], builder: str = "html", **config: Any) -> Site:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        if not (source / "conf.py").exists():
            (source / "conf.py").write_text('extensions = ["sphinxcontrib_academic"]\n', encoding="utf-8")
        for name, content in files.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        while made:  # one application at a time: they register nodes and directives globally
            made.pop().cleanup()
        overrides = {"html_theme": "alabaster", **config}
        app = SphinxTestApp(
            builder,
            srcdir=source,
            builddir=tmp_path / "build",
            confoverrides=overrides,
            freshenv=False,
            warningiserror=False,
        )
        made.append(app)
        app.build()
        return Site(app)

    yield make
    for app in made:
        app.cleanup()


def needs_tool(*names: str) -> None:
    """Skip where a program is missing; fail in CI, which must have it."""
    missing = [name for name in names if shutil.which(name) is None]
    if not missing:
        return
    reason = f"needs {', '.join(missing)}: see the README for the Debian packages"
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(reason)
    pytest.skip(reason)


def squeezed(html: str) -> str:
    """HTML with runs of blanks as one, to compare without regard to line ends."""
    return re.sub(r"\s+", " ", html)
