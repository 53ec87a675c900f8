"""The directives: doors to authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import is_directive_registered

from sphinxcontrib_academic.directives.profile import ProfileDirective
from sphinxcontrib_academic.directives.publication import PublicationDirective
from sphinxcontrib_academic.directives.publications import PublicationsDirective
from sphinxcontrib_academic.directives.rebuilding import (
    begin,
    changed_pages,
    finish,
    forget_dates,
    outdated_pages,
    prepare,
)
from sphinxcontrib_academic.directives.sources import setup_sources
from sphinxcontrib_academic.directives.timeline import TimelineDirective

if TYPE_CHECKING:
    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx
    from sphinx.config import Config

DIRECTIVES: dict[str, type[Directive]] = {
    "profile": ProfileDirective,
    "publication": PublicationDirective,
    "publications": PublicationsDirective,
    "timeline": TimelineDirective,
}


def setup_directives(app: Sphinx) -> None:
    """Register them in the domain, and by their short names where those are free."""
    setup_sources(app)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("env-before-read-docs", prepare)
    app.connect("env-updated", changed_pages)
    app.connect("write-started", begin)
    app.connect("build-finished", finish)
    # behind Sphinx's own collectors
    app.connect("doctree-read", forget_dates, priority=900)
    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain("academic", name, directive)
    # other extensions have registered theirs by then, in whatever order they are listed
    app.connect("config-inited", add_short_names, priority=900)


def add_short_names(app: Sphinx, _config: Config) -> None:
    """The short names that no other extension has taken."""
    for name, directive in DIRECTIVES.items():
        if not is_directive_registered(name):
            app.add_directive(name, directive)
