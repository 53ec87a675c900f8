"""What is wrong with pages that reading them does not tell: text that was saved in a wrong encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_sources(app: Sphinx) -> None:
    """Look at pages when they are read."""
    app.connect("source-read", check_page)


def check_page(app: Sphinx, docname: str, content: list[str]) -> None:
    """A page as it is read."""
    if content[0].isascii():
        return
    from sphinxcontrib_academic.readers.mojibake import mojibake_problems  # noqa: PLC0415 - few pages need it
    from sphinxcontrib_academic.reporting import report  # noqa: PLC0415

    for problem in mojibake_problems(content[0], str(app.env.doc2path(docname))):
        report(problem)
