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

    def run(self, **options: Any) -> None:
        """Fill the page, unless its places hold no words of the author and its output can wait for the others."""
        places = list(self.document.findall(academic_pending))
        can_wait = getattr(self.env.domains["academic"], "fills_last", False)
        if can_wait and not any(place.children for place in places):
            return
        super().run(**options)


class FillLast(ChooseLater):
    """The same for places in which no other transform has anything to do, and need not look."""

    default_priority = 995
    target = "transforms:FillPlaces"

    def run(self, **options: Any) -> None:
        """Fill what is left."""
        if any(self.document.findall(academic_pending)):
            load(self.target)(self.document, self.startnode).run(is_last=True, **options)


def setup_places(app: Sphinx) -> None:
    """Register them."""
    app.add_post_transform(ChooseLater)
    app.add_post_transform(FillLater)
    app.add_post_transform(FillLast)
