"""HTML: the visitors and the style sheet."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.later import is_awake, is_used, later, load
from sphinxcontrib_academic.nodes import INLINES, THINGS

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

_PAGES = ("html", "dirhtml", "singlehtml")
STATIC = Path(__file__).parent / "static"
RENDERER = "academic-mathml"


def setup_html(app: Sphinx) -> None:
    """Ship the style sheet with the builders that have static files; the rest when a page needs it."""
    app.connect("builder-inited", add_static_path)
    app.connect("builder-inited", mend_build_info)
    app.add_css_file("sphinxcontrib-academic.css")
    app.connect("config-inited", later("outputs.html.mathml:add_renderer", _wants_mathml))
    app.connect("html-page-context", later("outputs.html.search:add_script", _has_ours))
    app.connect("html-collect-pages", later("outputs.html.details:write_downloads", _has_downloads, tuple))
    app.connect("html-collect-pages", later("outputs.html.idle:keep_lists", _is_idle, tuple))
    app.connect("html-page-context", later("outputs.html.details:add_copy_script", _has_ours))
    app.connect("html-page-context", later("outputs.html.direction:set_direction", _is_not_english))
    app.connect("builder-inited", later("outputs.html.direction:turn_book", _is_book))
    app.connect("html-page-context", later("outputs.html.icons:add_icons", _wants_icons))
    # behind the extensions that have descriptions and style sheets of their own
    app.connect("html-page-context", later("outputs.html.description:add_description", _is_ours), priority=900)
    app.connect("html-page-context", later("outputs.html.lean:drop_style_of_code", _is_ours), priority=900)
    for node in (*THINGS, *INLINES):
        app.registry.add_translation_handlers(node, html=HANDLERS)


@cache
def _visitors() -> dict[type[nodes.Element], tuple[Any, Any]]:
    return load("outputs.html.visitors:VISITORS")  # type: ignore[no-any-return]


def _visit(self: Any, node: nodes.Element) -> None:
    visit, _ = _visitors().get(type(node), _NOTHING)
    if visit is not None:
        visit(self, node)
    else:
        _as_parent(self, node, "visit_")


def _depart(self: Any, node: nodes.Element) -> None:
    _, depart = _visitors().get(type(node), _NOTHING)
    if depart is not None:
        depart(self, node)
    else:
        _as_parent(self, node, "depart_")


HANDLERS = (_visit, _depart)
_NOTHING = (None, None)


def _as_parent(translator: Any, node: nodes.Element, word: str) -> None:
    """What is done with a node of docutils's own that this one is a child of."""
    for cls in type(node).__mro__[1:]:
        method = getattr(translator, f"{word}{cls.__name__}", None)
        if method is not None:
            method(node)
            return


def add_static_path(app: Sphinx) -> None:
    """Have the folder of the style sheet copied."""
    if app.builder.format == "html":
        app.config.html_static_path.append(str(STATIC))
    if app.builder.name in _PAGES:
        domain: Any = app.env.domains["academic"]
        domain.fills_last = True
        domain.writer = lambda _document: load("outputs.html.writing:writer")(app)


def mend_build_info(app: Sphinx) -> None:
    """Sphinx stops at an empty ``.buildinfo``, which a build leaves that is killed as it writes it: one of another site
    in its place, and everything is written again.
    """
    path = Path(app.outdir, ".buildinfo")
    with suppress(OSError):
        if app.builder.format == "html" and path.stat().st_size == 0:
            path.write_text("# Sphinx build info version 1\n#\nconfig: unknown\ntags: unknown\n", encoding="utf-8")


def _has_downloads(app: Sphinx) -> bool:
    """Whether there is a file to write, or one that no list has any more."""
    return is_awake(app) or (is_used(app) and Path(app.outdir, "_downloads", "academic").is_dir())


def _is_idle(app: Sphinx) -> bool:
    domain: Any = app.env.domains["academic"]
    return app.builder.name in _PAGES and domain.is_idle


def _has_ours(app: Sphinx, _page: str, _template: str, context: dict[str, Any], doctree: Any) -> bool:
    """Whether a class of ours stands on the page."""
    return doctree is not None and is_used(app) and "academic-" in str(context.get("body"))


def _wants_icons(app: Sphinx, *page: Any) -> bool:
    return app.config.academic_icons != "none" and _is_ours(app, *page)


def _is_ours(app: Sphinx, *page: Any) -> bool:
    return app.builder.name in _PAGES and _has_ours(app, *page)


def _wants_mathml(_app: Sphinx, config: Config) -> bool:
    return config.html_math_renderer == RENDERER  # type: ignore[no-any-return]


def _is_book(app: Sphinx) -> bool:
    return app.builder.name == "epub" and not str(app.config.language or "en").startswith("en")


def _is_not_english(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: Any) -> bool:
    return not str(context.get("language") or "en").startswith("en")
