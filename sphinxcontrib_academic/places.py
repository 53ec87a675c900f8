"""When a page is written: its places are filled, if it has any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic.later import load

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class ChooseLater(SphinxPostTransform):
    """``transforms.Choose`` for pages that have anything of ours."""

    default_priority = 4
    target = "transforms:Choose"

    def run(self, **options: Any) -> None:
        """Load it, and let it run."""
        if self.env.domaindata["academic"]["users"]:
            load(self.target)(self.document, self.startnode).run(**options)


class FillLater(ChooseLater):
    """``transforms.FillPlaces``, before references are resolved."""

    default_priority = 5
    target = "transforms:FillPlaces"


def setup_places(app: Sphinx) -> None:
    """Register them."""
    app.add_post_transform(ChooseLater)
    app.add_post_transform(FillLater)
