"""A renderer of formulas that browsers show without JavaScript: ``html_math_renderer = "academic-mathml"``.

Sphinx's own default loads MathJax from another host; MathML needs nothing, and docutils makes it from TeX.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils.math.latex2mathml import tex2mathml

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.writers.html5 import HTML5Translator

RENDERER = "academic-mathml"


def mathml(tex: str) -> str:
    """The formula in MathML Core; its TeX as code where docutils cannot read it."""
    try:
        return str(tex2mathml(tex))
    except Exception:  # noqa: BLE001 - docutils raises several kinds for TeX that it does not know
        return f'<code class="math">{escape(tex)}</code>'


def visit_math(self: HTML5Translator, node: nodes.Element) -> None:
    """A formula in a line."""
    self.body.append(mathml(node.astext()))
    raise nodes.SkipNode


def visit_math_block(self: HTML5Translator, node: nodes.Element) -> None:
    """A formula that stands alone, with its number."""
    self.body.append(self.starttag(node, "div", CLASS="math"))
    if node.get("number"):
        self.body.append(f'<span class="eqno">({node["number"]})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    self.body.append(mathml(node.astext()))
    self.body.append("</div>\n")
    raise nodes.SkipNode


def add_renderer(app: Sphinx, config: Config) -> None:
    """Register it only where it is wanted: Sphinx takes a renderer that is registered beside its own as chosen."""
    if config.html_math_renderer == RENDERER:
        app.add_html_math_renderer(RENDERER, (visit_math, None), (visit_math_block, None))
