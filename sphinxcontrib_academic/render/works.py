"""A publication, and a list of them, to nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.later import load
from sphinxcontrib_academic.layouts import BUILTIN, REFERENCE, read_layout
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.render.details import LABELS, details_node, preview_node
from sphinxcontrib_academic.render.parts import line_node, part_node, separator
from sphinxcontrib_academic.render.venues import container_nodes, venue_of
from sphinxcontrib_academic.render.work_parts import part_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinxcontrib_academic.layouts import Layout, Slot
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting


def publication_node(
    work: Work,
    layout: Layout,
    setting: Setting,
    own: Mapping[str, Sequence[nodes.Node]] | None = None,
    remark: Sequence[nodes.Node] = (),
) -> nodes.Element:
    """One publication in a layout; ``own`` are parts in the author's words, the remark stands below it."""
    work = work.value
    name = re.sub(r"[^\w-]+", "-", layout.name)
    css = ["academic-publication", f"academic-type-{work.type}", f"academic-layout-{name}"]
    node = academic.academic_publication("", key=work.key, type=work.type, layout=layout.name, classes=css)
    own = dict(own or {})
    if "remark" in layout.parts and all(isinstance(child, nodes.paragraph) for child in remark):
        own["remark"] = [word for child in remark for word in child.children]
        remark = ()
    preview = preview_node(work, setting) if "preview" in layout.parts else None
    if preview is not None:
        node += preview
    node += _lines(work, layout, setting, own)
    if remark:
        node += academic.academic_prose("", *remark, classes=["academic-remark"])
    return node


def item_node(publication: nodes.Element) -> nodes.Element:
    """A place in a list."""
    return academic.academic_item("", publication, classes=["academic-item"])


def publications_node(items: Iterable[nodes.Element]) -> nodes.Element:
    """A list of publications, from its items or what is written of them."""
    return academic.academic_publications("", *items, classes=["academic-publications"], bullet="-")


def _lines(
    work: Work, layout: Layout, setting: Setting, own: Mapping[str, Sequence[nodes.Node]]
) -> list[nodes.Element]:
    """The lines of a layout, or the one that a bibliography style makes; ours where the style fails."""
    lines = academic.academic_lines("", classes=["academic-lines"])
    if layout.style:
        words = load("render.reference:reference_nodes")(work, layout.style, setting)
        if words:
            lines += line_node([part_node("reference", words)])
            return [lines]
        layout = read_layout(REFERENCE, BUILTIN[REFERENCE])
    full_venues = "container" in layout.parts
    if setting.full_venues != full_venues:
        setting = replace(setting, full_venues=full_venues)
    for slots in layout.lines:
        shown = _line(work, slots, setting, own)
        if shown:
            lines += line_node(shown)
    venue = venue_of(work)
    if venue is not None and venue.short and venue.full and not setting.full_venues:
        # paper has room for the full name
        silent = part_node("container", container_nodes(work, setting), cls=academic.academic_silent_part)
        return [lines, silent]
    return [lines]


def _line(
    work: Work, slots: Sequence[Slot], setting: Setting, own: Mapping[str, Sequence[nodes.Node]]
) -> list[nodes.Node]:
    shown: list[nodes.Node] = []
    for slot in slots:
        part = _part(work, slot, setting, own.get(slot.part, ()))
        if part is None:
            continue
        if isinstance(part, academic.academic_disclosure):
            shown.append(part)
            continue
        if shown and slot.separator:
            # a plate has an edge of its own and needs no comma
            is_chip = isinstance(shown[-1], nodes.Element) and _CHIP & set(shown[-1]["classes"])
            joint = setting.words(slot.separator) if slot.separator == ", " else slot.separator
            shown.append(separator(" " if is_chip else joint))
        bracket = "bracket" in slot.modifiers and slot.part != "links"
        before, after = slot.before + "[" * bracket, "]" * bracket + slot.after
        shown += [separator(before), part] if before else [part]
        if after:
            shown.append(separator(after))
    return shown


_CHIP = {"academic-short", "academic-chip"}
_SHAPES: dict[str, type[nodes.Element]] = {
    "plain": academic.academic_part,
    "bold": academic.academic_strong_part,
    "italic": academic.academic_emphasis_part,
}


def _part(work: Work, slot: Slot, setting: Setting, own: Sequence[nodes.Node]) -> nodes.Element | None:
    """One part of a work, nothing where the entry does not have it."""
    name = slot.part
    if name == "preview":
        return None
    if name in LABELS:
        return details_node(work, name, setting, slot.modifiers)
    children = list(own) or part_nodes(work, slot, setting)
    if not children:
        return None
    shape = next((word for word in slot.modifiers if word in _SHAPES), "bold" if name == "title" else "plain")
    if shape == "italic":
        children = _upright(children)
    return part_node(name, children, cls=_SHAPES[shape], classes=_classes(work, slot, shape))


def _classes(work: Work, slot: Slot, shape: str) -> list[str]:
    """What the style sheet must know: a short venue has a plate of its own, unless the layout says otherwise."""
    if slot.part == "links":
        return [
            f"academic-links-{word}" for word in ("icon", "icon-label", "bracket", "pipe") if word in slot.modifiers
        ]
    said = {"plain", "italic", "bracket", "long"} & set(slot.modifiers)
    venue = venue_of(work) if slot.part == "venue" and not said and "[" not in slot.before else None
    short = ["academic-short"] if venue is not None and venue.short else []
    chip = ["academic-chip"] if "chip" in slot.modifiers and not short else []
    return [*short, *chip, *(["academic-plain"] if shape == "plain" and slot.part == "title" else [])]


def _upright(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Words without emphasis of their own: emphasis in emphasis is upright in print."""
    return [word for child in children for word in (child.children if isinstance(child, nodes.emphasis) else [child])]
