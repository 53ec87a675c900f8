"""The parts of a publication: what each says, nothing where the entry does not have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic.kinds.localization import DISTINCTIONS
from sphinxcontrib_academic.kinds.works import FALLBACK
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.render.authors import people_nodes
from sphinxcontrib_academic.render.links import links_nodes, title_target
from sphinxcontrib_academic.render.parts import joined, link_node
from sphinxcontrib_academic.render.text import text_nodes
from sphinxcontrib_academic.render.venues import (
    container_nodes,
    date_nodes,
    detail_nodes,
    localized_nodes,
    short_nodes,
    venue_nodes,
    venue_of,
    work_row,
    year_text,
)
from sphinxcontrib_academic.render.words import babel_locale, phrase_nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinxcontrib_academic.layouts import Slot
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting

_MANY = 10_000
"""A number from which thousands are enough: *35k*."""


def part_nodes(work: Work, slot: Slot, setting: Setting) -> list[nodes.Node]:
    """The words of a part."""
    make = PART_MAKERS.get(slot.part)
    return make(work, slot, setting) if make else text_nodes(work.text(slot.part))


def number_text(number: int, language: str, *, brief: bool) -> str:
    """A number as readers of that language write it: ``12,345``, or ``12k`` where that is enough."""
    from babel.numbers import format_compact_decimal, format_decimal  # noqa: PLC0415 - most pages show no number

    locale = babel_locale(language)
    if not brief or number < 1000:
        return str(format_decimal(number, locale=locale))
    text = str(format_compact_decimal(number, locale=locale, fraction_digits=int(number < _MANY)))
    return text.replace("K", "k") if locale.language == "en" else text


def _title(work: Work, slot: Slot, setting: Setting) -> list[nodes.Node]:
    words = text_nodes(work.text("title")) or [nodes.Text(work.key)]
    target = title_target(work) if "link" in slot.modifiers else ""
    if not target or any(isinstance(word, nodes.reference) for word in words):
        return words
    return [link_node("url", target, setting, words=words)]


def _authors(work: Work, slot: Slot, setting: Setting) -> list[nodes.Node]:
    said = next((int(word) for word in slot.modifiers if word.isdigit()), 0)
    most = said if said and setting.max_authors == 0 else setting.max_authors
    authors = work.people("author")
    if authors:
        return people_nodes(authors, setting, most=most)
    editors = work.people("editor")
    if not editors:
        return []
    word = setting.words.counted("ed.", "eds.", len(editors.members))
    return [*people_nodes(editors, setting, most=most), nodes.Text(f" ({word})")]


CONTRIBUTORS = (
    ("editor", "edited by {}"),
    ("translator", "translated by {}"),
    ("annotator", "annotated by {}"),
    ("commentator", "with a commentary by {}"),
    ("introduction", "with an introduction by {}"),
    ("foreword", "with a foreword by {}"),
    ("afterword", "with an afterword by {}"),
)


def _editors(work: Work, _slot: Slot, setting: Setting) -> list[nodes.Node]:
    """The people behind the scenes; left away beside a short venue."""
    venue = venue_of(work)
    if venue is not None and venue.short:
        return []
    groups = []
    for role, phrase in CONTRIBUTORS:
        people = work.people(role)
        if people and not (role == "editor" and not work.people("author")):
            groups.append(phrase_nodes(setting.words(phrase), people_nodes(people, setting)))
    return joined(groups, setting.words(", "))


def _venue(work: Work, slot: Slot, setting: Setting) -> list[nodes.Node]:
    if "long" in slot.modifiers:
        return container_nodes(work, setting)
    return short_nodes(work) if "short" in slot.modifiers else venue_nodes(work, setting)


def _links(work: Work, slot: Slot, setting: Setting) -> list[nodes.Node]:
    return links_nodes(work, setting, slot.modifiers)


def _type(work: Work, _slot: Slot, setting: Setting) -> list[nodes.Node]:
    row = work_row(work)
    return localized_nodes(work, "genre", setting) or (
        [nodes.Text(setting.words(row.label))] if row is not FALLBACK else []
    )


def _note(work: Work, _slot: Slot, _setting: Setting) -> list[nodes.Node]:
    return joined([text_nodes(work.text(name)) for name in ("note", "addendum") if work.text(name)], ". ")


def _date(work: Work, slot: Slot, setting: Setting) -> list[nodes.Node]:
    style = next(iter(slot.modifiers), "")
    return date_nodes(work, replace(setting, date_format=style) if style else setting)


def _year(work: Work, _slot: Slot, _setting: Setting) -> list[nodes.Node]:
    text = year_text(work)
    return [nodes.Text(text)] if text else []


def _keywords(work: Work, _slot: Slot, setting: Setting) -> list[nodes.Node]:
    return [nodes.Text(setting.words.joint.join(work.keywords))] if work.keywords else []


def _award(work: Work, _slot: Slot, setting: Setting) -> list[nodes.Node]:
    text = work.text("award")
    return [nodes.Text(setting.words(text.plain))] if text.plain in DISTINCTIONS else text_nodes(text)


def _citations(work: Work, slot: Slot, setting: Setting) -> list[nodes.Node]:
    number = setting.metrics.of_work(work, "citations")
    if number is None:
        return []
    text = number_text(number, setting.language, brief=False)
    if "number" in slot.modifiers:
        return [nodes.Text(text)]
    return [nodes.Text(setting.words.counted("{count} citation", "{count} citations", number).replace("{count}", text))]


def _stars(work: Work, slot: Slot, setting: Setting) -> list[nodes.Node]:
    number = setting.metrics.of_work(work, "stars")
    if number is None:
        return []
    sign = "" if "number" in slot.modifiers else "★\N{NO-BREAK SPACE}"
    return [nodes.Text(sign + number_text(number, setting.language, brief=True))]


PART_MAKERS: Mapping[str, Callable[[Work, Slot, Setting], list[nodes.Node]]] = {
    "title": _title,
    "authors": _authors,
    "editors": _editors,
    "venue": _venue,
    "container": lambda work, _slot, setting: container_nodes(work, setting),
    "details": lambda work, _slot, setting: detail_nodes(work, setting),
    "year": _year,
    "date": _date,
    "type": _type,
    "links": _links,
    "note": _note,
    "keywords": _keywords,
    "citations": _citations,
    "stars": _stars,
    "award": _award,
    "status": lambda work, _slot, setting: localized_nodes(work, "status", setting),
}
"""The parts that are more than the text of one field."""
