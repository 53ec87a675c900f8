"""The directives: doors to authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.util.docutils import is_directive_registered

from sphinxcontrib_academic.later import class_later, is_awake, is_used, later, load

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.config import Config

DIRECTIVES: dict[str, Any] = {
    "profile": class_later("profile", "directives.profile:ProfileDirective"),
    "publication": class_later("publication", "directives.publication:PublicationDirective"),
    "publications": class_later("publications", "directives.publications:PublicationsDirective"),
    "timeline": class_later("timeline", "directives.timeline:TimelineDirective"),
}

_MARKS = ("publication", "timeline", "academic:")
"""Words that stand in sources that need the data files."""


def setup_directives(app: Sphinx) -> None:
    """Register them in the domain, and by their short names where those are free."""
    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain("academic", name, directive)
    # other extensions have registered theirs by then, in whatever order they are listed
    app.connect("config-inited", add_short_names, priority=900)
    app.connect("source-read", later("directives.sources:check_page", _is_not_ascii))
    setup_rebuilding(app)


def setup_rebuilding(app: Sphinx) -> None:
    """Keep pages fresh."""
    at = "directives.rebuilding"
    app.connect("env-get-outdated", later(f"{at}:outdated_pages", _may_be_outdated, list))
    app.connect("env-before-read-docs", later(f"{at}:prepare", _needs_preparing))
    app.connect("env-updated", later(f"{at}:changed_pages", is_awake, list))
    app.connect("env-updated", later("directives.contents:leave_out_empty_groups", _may_be_empty, list), priority=600)
    app.connect("doctree-resolved", _end_idleness)
    app.connect("write-started", later(f"{at}:begin", is_awake))
    app.connect("build-finished", later(f"{at}:finish", is_awake))
    app.connect("build-finished", _end_glance)
    # behind Sphinx's own collectors
    app.connect("doctree-read", later(f"{at}:forget_dates", _has_ours), priority=900)


def add_short_names(app: Sphinx, _config: Config) -> None:
    """The short names that no other extension has taken."""
    for name, directive in DIRECTIVES.items():
        if not is_directive_registered(name):
            app.add_directive(name, directive)


def _may_be_outdated(app: Sphinx, env: Any, *pages: set[str]) -> bool:
    """Whether pages may show what is no more; for the end of the build it is noted where nothing at all has changed."""
    used = is_used(app)
    is_same = used and load("glance:is_same")(app)
    domain: Any = env.domains["academic"]
    domain.is_idle = is_same and not any(pages)
    return used and not is_same


def _end_idleness(app: Sphinx, *_page: Any) -> None:
    """A page is written, for whatever reason."""
    domain: Any = app.env.domains["academic"]
    domain.is_idle = False


def _may_be_empty(app: Sphinx, env: Any) -> bool:
    """Whether any list waits for what is cited, or did when the contents of its page were changed."""
    data = env.domaindata["academic"]
    return is_awake(app) and bool(data["late"] or data["contents"])


def _has_ours(app: Sphinx, _doctree: Any) -> bool:
    return app.env.docname in app.env.domaindata["academic"]["users"]


def _end_glance(app: Sphinx, error: Exception | None) -> None:
    """What was begun without anything being loaded is done."""
    if error is None and not is_awake(app) and is_used(app):
        load("glance:written_of")(app).end()


def _is_not_ascii(_app: Sphinx, _docname: str, content: list[str]) -> bool:
    return not content[0].isascii()


def _needs_preparing(app: Sphinx, env: Any, docnames: list[str]) -> bool:
    """Whether pages are divided among processes and may need the data files; or a build begins to change things."""
    if is_awake(app):
        return True
    if docnames and is_used(app):
        load("glance:written_of")(app).begin()
    return app.parallel > 1 and len(docnames) > 1 and any(_may_need(env.doc2path(name)) for name in docnames)


def _may_need(path: Path) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 - Sphinx 8 may give a text
            text = file.read()
    except OSError:
        return False
    return any(mark in text for mark in _MARKS)
