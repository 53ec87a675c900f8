"""LaTeX: the package, the theme of the CV, the visitors, and what happens to the doctree before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.later import later, load

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["VISITORS", "setup_latex"]

PRIORITY = 600
"""Before 800, when Sphinx checks the values."""

_TRANSFORMS = (
    "links:LeadOutside",
    "links:KeepLinks",
    "images:DropImages",
    "fields:CollectFields",
    "fields:CollectFacts",
    "engine:SetCharacters",
    "direction:KeepDirection",
    "direction:KeepDirection",
    "longwords:BreakLongWords",
)


def __getattr__(name: str) -> Any:
    if name == "VISITORS":
        return load("outputs.latex.visitors:VISITORS")
    raise AttributeError(name)


def setup_latex(app: Sphinx) -> None:
    """Register all that belongs to LaTeX, once it is known that LaTeX is written."""
    app.connect("config-inited", later("outputs.latex.theme:configure_latex"), priority=PRIORITY)
    app.connect("builder-inited", add_latex)


def add_latex(app: Sphinx) -> None:
    """The transforms and the visitors."""
    if app.builder.format != "latex":
        return
    for name in _TRANSFORMS:
        app.add_post_transform(load(f"outputs.latex.{name}"))
    for cls, pair in load("outputs.latex.visitors:LATEX_VISITORS").items():
        app.add_node(cls, override=True, latex=pair)
    for cls, pair in load("outputs.latex.visitors:VISITORS").items():
        app.registry.add_translation_handlers(cls, latex=pair)
