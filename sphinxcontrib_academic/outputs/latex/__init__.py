"""LaTeX: the package, the theme of the CV, the visitors, and what happens to the doctree before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.outputs.latex.engine import SetCharacters
from sphinxcontrib_academic.outputs.latex.fields import CollectFacts, CollectFields
from sphinxcontrib_academic.outputs.latex.images import DropImages
from sphinxcontrib_academic.outputs.latex.links import KeepLinks, LeadOutside
from sphinxcontrib_academic.outputs.latex.theme import PRIORITY, configure_latex
from sphinxcontrib_academic.outputs.latex.visitors import LATEX_VISITORS, VISITORS

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["VISITORS", "setup_latex"]


def setup_latex(app: Sphinx) -> None:
    """Register all that belongs to LaTeX, but for the visitors of the nodes that every output has."""
    for transform in (LeadOutside, KeepLinks, DropImages, CollectFields, CollectFacts, SetCharacters):
        app.add_post_transform(transform)
    for cls, visitors in LATEX_VISITORS.items():
        app.add_node(cls, latex=visitors)
    app.connect("config-inited", configure_latex, priority=PRIORITY)
