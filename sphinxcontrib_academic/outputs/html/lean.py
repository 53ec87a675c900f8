"""A page of ours waits for no style sheet that it has no use for: that of code, where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_OF_CODE = "pygments.css"


def drop_style_of_code(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: nodes.document
) -> None:
    """Sphinx has every page load it; what it is for has the class ``highlight``."""
    body = str(context.get("body"))
    if 'class="academic-' not in body or "highlight" in body:
        return
    sheets = context["css_files"]
    # in place: this list is the builder's, which makes it anew for each page, and others may add to it behind us
    sheets[:] = [sheet for sheet in sheets if not str(getattr(sheet, "filename", sheet)).endswith(_OF_CODE)]
