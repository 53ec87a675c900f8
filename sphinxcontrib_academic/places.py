"""When a page is written: its places are filled, if it has any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic.later import load
from sphinxcontrib_academic.nodes import academic_entry, academic_pending

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def _is_ours(node: nodes.Node) -> bool:
    return isinstance(node, (academic_pending, academic_entry))


class ChooseLater(SphinxPostTransform):
    """``transforms.Choose`` for pages that have anything of ours."""

    default_priority = 4
    target = "transforms:Choose"

    def run(self, **options: Any) -> None:
        """Load it, and let it run."""
        if any(self.document.findall(_is_ours)):
            load(self.target)(self.document, self.startnode).run(**options)


class FillLater(ChooseLater):
    """``transforms.FillPlaces``, before references are resolved."""

    default_priority = 5
    target = "transforms:FillPlaces"


def setup_places(app: Sphinx) -> None:
    """Register them."""
    app.add_post_transform(ChooseLater)
    app.add_post_transform(FillLater)
