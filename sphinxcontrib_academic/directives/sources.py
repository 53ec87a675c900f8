"""What is wrong with pages that reading them does not tell: text that was saved in a wrong encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.readers.mojibake import mojibake_problems
from sphinxcontrib_academic.reporting import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def check_page(app: Sphinx, docname: str, content: list[str]) -> None:
    """A page as it is read."""
    for problem in mojibake_problems(content[0], str(app.env.doc2path(docname))):
        report(problem)
