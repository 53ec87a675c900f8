"""Pages in languages that are written from right to left say so, which Sphinx does not know to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.render.words import babel_locale

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def set_direction(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """``dir="rtl"`` beside ``lang``.

    Themes print ``<html lang="{{ language }}">`` and leave no block around it: the attribute goes in with its
    neighbour. Books of XHTML print the language twice, and have a direction of their own.
    """
    language = context.get("language")
    if not language or app.builder.embedded:  # type: ignore[attr-defined]
        return
    if babel_locale(str(language)).text_direction == "rtl" and '"' not in str(language):
        context["language"] = f'{language}" dir="rtl'
