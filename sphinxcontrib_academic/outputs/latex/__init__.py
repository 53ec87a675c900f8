"""LaTeX: the package, the theme of the CV, the visitors, and what happens to the doctree before them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.later import later, load

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

__all__ = ["VISITORS", "setup_latex"]

THEME = "academic-cv"

_HERE = Path(__file__).parent
_THEMES = _HERE / "themes"
_FILES = (_HERE / "texinputs" / "sphinxacademic.sty", _THEMES / THEME / f"{THEME}.cls")

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
    "longwords:BreakLongWords",
    "together:KeepTogether",
)


def __getattr__(name: str) -> Any:
    if name == "VISITORS":
        return load("outputs.latex.visitors:VISITORS")
    raise AttributeError(name)


def setup_latex(app: Sphinx) -> None:
    """Register all that belongs to LaTeX, once it is known that LaTeX is written."""
    app.connect("config-inited", add_files, priority=PRIORITY)
    app.connect("config-inited", later("outputs.latex.theme:configure_latex", _is_cv), priority=PRIORITY)
    app.connect("builder-inited", add_latex)


def add_files(app: Sphinx, config: Config) -> None:
    """Our package and our theme, for those who want them."""
    config.latex_theme_path = [*config.latex_theme_path, str(_THEMES)]
    config.latex_additional_files = [*config.latex_additional_files, *map(str, _FILES)]
    # the package learns the language for the metadata of the PDF
    app.add_latex_package("sphinxacademic", (config.language or "en").replace("_", "-"), after_hyperref=True)


def _is_cv(_app: Sphinx, config: Config) -> bool:
    """Whether there is a CV, or anything is said of one."""
    if config.latex_theme == THEME or config.academic_cv:
        return True
    return any(THEME in document for document in config.latex_documents)


def add_latex(app: Sphinx) -> None:
    """The transforms and the visitors."""
    if app.builder.format != "latex":
        return
    domain: Any = app.env.domains["academic"]
    domain.unfolds = False
    domain.writer = lambda document: load("outputs.latex.writing:keeper")(app, document)
    for name in _TRANSFORMS:
        app.add_post_transform(load(f"outputs.latex.{name}"))
    for cls, pair in load("outputs.latex.visitors:LATEX_VISITORS").items():
        app.add_node(cls, override=True, latex=pair)
    for cls, pair in load("outputs.latex.visitors:VISITORS").items():
        app.registry.add_translation_handlers(cls, latex=pair)
