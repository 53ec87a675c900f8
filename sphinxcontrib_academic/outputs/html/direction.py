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
    neighbour. Books of XHTML have a tag that says neither.
    """
    language = str(context.get("language") or "")
    if not _is_from_right(language):
        return
    tag = str(context.get("html_tag") or "")
    if tag:
        known = "" if " lang=" in tag else f' lang="{_tag_of(language)}" xml:lang="{_tag_of(language)}"'
        known += "" if " dir=" in tag else ' dir="rtl"'
        context["html_tag"] = f"{tag.removesuffix('>')}{known}>"
    elif not app.builder.embedded:  # type: ignore[attr-defined]
        context["language"] = f'{language}" dir="rtl'


def turn_book(app: Sphinx) -> None:
    """The pages of a book follow each other from right to left, too.

    ``epub_writing_mode`` has that for lines that run from top to bottom alone, so what the book says of itself is
    changed on its way into the file.
    """
    builder: Any = app.builder
    if not _is_from_right(str(app.config.language or "")):
        return
    metadata = builder.content_metadata
    builder.content_metadata = lambda: {**metadata(), "page_progression_direction": "rtl"}


def _is_from_right(language: str) -> bool:
    return '"' not in language and babel_locale(language).text_direction == "rtl"


def _tag_of(language: str) -> str:
    """``ar_EG`` as BCP 47 has it."""
    return language.replace("_", "-")
