"""A researcher's homepage, publication list and CV in PDF, from one Sphinx source and BibTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic import nodes
from sphinxcontrib_academic.config import setup_config
from sphinxcontrib_academic.directives import setup_directives
from sphinxcontrib_academic.domain import setup_domain
from sphinxcontrib_academic.outputs import html, latex, plain
from sphinxcontrib_academic.roles import setup_roles
from sphinxcontrib_academic.transforms import setup_transforms

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Everything that the extension adds to Sphinx."""
    setup_config(app)
    setup_domain(app)
    setup_roles(app)
    setup_directives(app)
    setup_transforms(app)
    html.setup_html(app)
    latex.setup_latex(app)
    for node in (*nodes.THINGS, *nodes.INLINES):
        visitors: dict[str, Any] = {"html": html.VISITORS.get(node), "latex": latex.VISITORS.get(node)}
        visitors |= dict.fromkeys(plain.BUILDERS, plain.VISITORS.get(node))
        app.add_node(node, **{name: pair for name, pair in visitors.items() if pair is not None})
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
