"""Names and titles in other scripts keep their own direction among lines from right to left."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.latex.nodes import academic_field
from sphinxcontrib_academic.render.words import babel_locale

if TYPE_CHECKING:
    from sphinx.config import Config

_FIELDS = frozenset({"title", "subtitle", "organization", "location", "venue", "fullvenue", "details", "reference"})
_LEFTWARD = frozenset({"R", "AL"})
"""Classes of the bidirectional algorithm (UAX #9)."""


class KeepDirection(SphinxPostTransform):
    """Set what has no letter from right to left as it is written: its full stop and its marks stay behind it."""

    # behind all that looks at words
    default_priority = 890
    formats = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Look at every author and every field."""
        if not keeps_direction(self.config):
            return
        for node in list(self.document.findall(nodes.Element)):
            is_field = isinstance(node, academic_field) and node["name"] in _FIELDS
            if (is_field or isinstance(node, academic.academic_author)) and _is_rightward(node.astext()):
                node.insert(0, nodes.raw("", r"{\textdir TLT ", format="latex"))
                node.append(nodes.raw("", "}", format="latex"))


def keeps_direction(config: Config) -> bool:
    """Whether the lines are written from right to left, by the engine that needs to be told what is not."""
    return config.latex_engine == "lualatex" and babel_locale(config.language or "en").text_direction == "rtl"


def _is_rightward(text: str) -> bool:
    classes = {unicodedata.bidirectional(sign) for sign in text}
    return "L" in classes and not classes & _LEFTWARD
