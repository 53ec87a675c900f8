"""A publication, and a list of them, to nodes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS
from sphinxcontrib_academic.kinds.works import FALLBACK
from sphinxcontrib_academic.render.authors import legend_node, people_nodes
from sphinxcontrib_academic.render.parts import joined, line_node, link_node, part_node, separator
from sphinxcontrib_academic.render.text import text_nodes
from sphinxcontrib_academic.render.venues import (
    container_nodes,
    date_nodes,
    detail_nodes,
    venue_nodes,
    venue_of,
    work_row,
    year_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sphinxcontrib_academic.layouts import Layout, Slot
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting

_LINK_ORDER = {row.key: index for index, row in enumerate(LINK_RELATIONS)}


def publication_node(
    work: Work,
    layout: Layout,
    setting: Setting,
    own: Mapping[str, Sequence[nodes.Node]] | None = None,
    remark: Sequence[nodes.Node] = (),
) -> nodes.Element:
    """One publication in a layout; ``own`` are parts in the author's words, the remark stands below it."""
    css = ["academic-publication", f"academic-type-{work.type}", f"academic-layout-{layout.name}"]
    node = academic.academic_publication("", key=work.key, type=work.type, layout=layout.name, classes=css)
    lines = academic.academic_lines("", classes=["academic-lines"])
    setting = replace(setting, full_venues="container" in layout.parts)
    for slots in layout.lines:
        shown = _line(work, slots, setting, own or {})
        if shown:
            lines += line_node(shown)
    node += lines
    venue = venue_of(work)
    if venue is not None and venue.short and venue.full and not setting.full_venues:
        # paper has room for the full name
        node += part_node("container", container_nodes(work, setting), cls=academic.academic_silent_part)
    if remark:
        node += academic.academic_prose("", *remark, classes=["academic-remark"])
    return node


def publications_node(items: Iterable[nodes.Element]) -> list[nodes.Element]:
    """A list of publications, and its legend where marks are used."""
    listing = academic.academic_publications("", classes=["academic-publications"], bullet="-")
    publications = list(items)
    listing += [academic.academic_item("", item, classes=["academic-item"]) for item in publications]
    legend = legend_node(publications)
    return [listing, legend] if legend is not None else [listing]


def _line(
    work: Work, slots: Sequence[Slot], setting: Setting, own: Mapping[str, Sequence[nodes.Node]]
) -> list[nodes.Node]:
    shown: list[nodes.Node] = []
    for slot in slots:
        part = _part(work, slot.part, setting, own.get(slot.part, ()))
        if part is None:
            continue
        if shown and slot.separator:
            # a short venue has an edge of its own and needs no comma
            is_chip = isinstance(shown[-1], nodes.Element) and "academic-short" in shown[-1]["classes"]
            shown.append(separator(" " if is_chip else slot.separator))
        if slot.before:
            shown.append(separator(slot.before))
        shown.append(part)
        if slot.after:
            shown.append(separator(slot.after))
    return shown


def _part(work: Work, name: str, setting: Setting, own: Sequence[nodes.Node]) -> nodes.Element | None:
    """One part of a work, nothing where the entry does not have it."""
    make = _PARTS.get(name)
    children = list(own) or (make(work, setting) if make else text_nodes(work.text(name)))
    if not children:
        return None
    if name == "title":
        return part_node("title", children, cls=academic.academic_strong_part)
    if name == "venue":
        venue = venue_of(work)
        return part_node("venue", children, classes=["academic-short"] if venue and venue.short else [])
    return part_node(name, children)


def _title(work: Work, _setting: Setting) -> list[nodes.Node]:
    return text_nodes(work.text("title")) or [nodes.Text(work.key)]


def _authors(work: Work, setting: Setting) -> list[nodes.Node]:
    authors = work.people("author")
    if authors:
        return people_nodes(authors, setting)
    editors = work.people("editor")
    if not editors:
        return []
    word = "eds." if len(editors.members) > 1 else "ed."
    return [*people_nodes(editors, setting), nodes.Text(f" ({word})")]


_CONTRIBUTORS = (
    ("editor", "edited by"),
    ("translator", "translated by"),
    ("annotator", "annotated by"),
    ("commentator", "with a commentary by"),
    ("introduction", "with an introduction by"),
    ("foreword", "with a foreword by"),
    ("afterword", "with an afterword by"),
)


def _editors(work: Work, setting: Setting) -> list[nodes.Node]:
    """The people behind the scenes; left away beside a short venue."""
    venue = venue_of(work)
    if venue is not None and venue.short:
        return []
    groups = []
    for role, words in _CONTRIBUTORS:
        people = work.people(role)
        if people and not (role == "editor" and not work.people("author")):
            groups.append([nodes.Text(f"{words} "), *people_nodes(people, setting)])
    return joined(groups, ", ")


def _links(work: Work, setting: Setting) -> list[nodes.Node]:
    links = sorted(work.links, key=lambda link: _LINK_ORDER.get(link.relation, len(_LINK_ORDER)))
    return joined([[link_node(link.relation, link.target, setting)] for link in links], " ")


def _type(work: Work, _setting: Setting) -> list[nodes.Node]:
    row = work_row(work)
    return text_nodes(work.text("genre")) or ([nodes.Text(row.label)] if row is not FALLBACK else [])


def _note(work: Work, _setting: Setting) -> list[nodes.Node]:
    return joined([text_nodes(work.text(name)) for name in ("note", "addendum") if work.text(name)], ". ")


def _year(work: Work, _setting: Setting) -> list[nodes.Node]:
    text = year_text(work)
    return [nodes.Text(text)] if text else []


def _keywords(work: Work, _setting: Setting) -> list[nodes.Node]:
    return [nodes.Text(", ".join(work.keywords))] if work.keywords else []


_PARTS: dict[str, Callable[[Work, Setting], list[nodes.Node]]] = {
    "title": _title,
    "authors": _authors,
    "editors": _editors,
    "venue": venue_nodes,
    "container": container_nodes,
    "details": detail_nodes,
    "year": _year,
    "date": date_nodes,
    "type": _type,
    "links": _links,
    "note": _note,
    "keywords": _keywords,
}
"""The parts that are more than the text of one field."""
