"""HTML: the visitors and the style sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib_academic.outputs.html.details import setup_details
from sphinxcontrib_academic.outputs.html.direction import setup_direction
from sphinxcontrib_academic.outputs.html.mathml import setup_mathml
from sphinxcontrib_academic.outputs.html.search import setup_search
from sphinxcontrib_academic.outputs.html.visitors import VISITORS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["VISITORS", "setup_html"]

STATIC = Path(__file__).parent / "static"


def setup_html(app: Sphinx) -> None:
    """Ship the style sheet with the builders that have static files."""
    app.connect("builder-inited", add_static_path)
    app.add_css_file("sphinxcontrib-academic.css")
    setup_mathml(app)
    setup_search(app)
    setup_details(app)
    setup_direction(app)


def add_static_path(app: Sphinx) -> None:
    """Have the folder of the style sheet copied."""
    if app.builder.format == "html":
        app.config.html_static_path.append(str(STATIC))
