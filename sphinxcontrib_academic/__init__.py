"""A researcher's homepage, publication list and CV in PDF, from one Sphinx source and BibTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import register_node

from sphinxcontrib_academic import nodes
from sphinxcontrib_academic.directives import setup_directives
from sphinxcontrib_academic.outputs.html import setup_html
from sphinxcontrib_academic.outputs.latex import setup_latex
from sphinxcontrib_academic.outputs.plain import add_plain
from sphinxcontrib_academic.places import setup_places
from sphinxcontrib_academic.sleeping import setup_domain
from sphinxcontrib_academic.values import setup_values

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Everything that the extension adds to Sphinx; what no page needs is not loaded."""
    setup_values(app)
    setup_domain(app)
    setup_directives(app)
    setup_places(app)
    for node in (*nodes.THINGS, *nodes.INLINES):
        register_node(node)
    setup_html(app)
    setup_latex(app)
    app.connect("builder-inited", add_plain)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}
