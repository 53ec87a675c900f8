"""What search engines show of a page of ours that does not describe itself: what it is, and who it is about."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.domain import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_PROFILE = 'class="academic-profile'
_LISTS = ('class="academic-publications', 'class="academic-timeline')
_SAID = ("name", "position", "affiliation")


def add_description(app: Sphinx, _page: str, _template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    """The title of the page, and the person of its profile, or whose site it is where the page has lists alone."""
    tags, body = context.get("metatags") or "", context.get("body")
    if not isinstance(body, str) or 'name="description"' in tags:
        return
    if _PROFILE in body:
        person = _person(doctree)
    elif any(name in body for name in _LISTS):
        person = _owner(app)
    else:
        return
    if person:
        title = next((node.astext() for node in doctree.findall(nodes.title)), person[0])
        words = domain_of(app.env).setting.words(", ").join(person)
        words = words if title == person[0] else f"{title}: {words}"
        context["metatags"] = f'{tags}\n<meta name="description" content="{escape(words)}" />\n'


def _person(doctree: nodes.document) -> list[str]:
    profile = next(doctree.findall(academic.academic_profile))
    inner = profile.findall(nodes.Element)
    parts = {part["part"]: part for part in inner if isinstance(part, academic.AcademicPart)}
    return [" ".join(parts[name].astext().split()) for name in _SAID if name in parts]


def _owner(app: Sphinx) -> list[str]:
    profile = app.config.academic_profile
    name = profile.get("name") if isinstance(profile, dict) else None
    return [str(name)] if name else []
