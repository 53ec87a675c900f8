"""Outputs that neither unfold nor show small images: what is for a screen alone is left away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_academic import nodes as academic

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BUILDERS = ("text", "man", "texinfo")


def skip(_self: Any, _node: nodes.Element) -> None:
    """Not shown."""
    raise nodes.SkipNode


_FOR_SCREENS: tuple[type[nodes.Element], ...] = (
    academic.academic_disclosure,
    academic.academic_hidden,
    academic.academic_download,
    academic.academic_preview,
    academic.academic_silent_part,
)

VISITORS: dict[type[nodes.Element], tuple[Any, Any]] = dict.fromkeys(_FOR_SCREENS, (skip, None))
"""For the nodes that they leave away; all others are shown as their docutils parents are."""


def add_plain(app: Sphinx) -> None:
    """Register them for the outputs that need them."""
    if app.builder.name in BUILDERS:
        domain: Any = app.env.domains["academic"]
        domain.unfolds = False
        for node, pair in VISITORS.items():
            app.registry.add_translation_handlers(node, **{app.builder.name: pair})
