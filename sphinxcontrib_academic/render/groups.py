"""Groups of a list, sections where those are legal and rubrics elsewhere, and the numbers in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.render.parts import line_node, part_node, separator

if TYPE_CHECKING:
    from collections.abc import Sequence, Set


def takes_sections(parent: nodes.Node | None) -> bool:
    """Whether a section can stand in a node."""
    return isinstance(parent, (nodes.document, nodes.section, addnodes.only))


def group_nodes(
    heading: Sequence[nodes.Node], name: str, children: Sequence[nodes.Node], *, section: bool
) -> list[nodes.Node]:
    """A heading with what stands below it; ``name`` is its id."""
    css = ["academic-group"]
    if section:
        return [nodes.section("", nodes.title("", "", *heading), *children, ids=[name], classes=css)]
    for child in children:  # in a row of rubrics, what is within what is seen by nothing else
        if isinstance(child, nodes.rubric):
            child["classes"].append("academic-subgroup")
    return [nodes.rubric("", "", *heading, ids=[name], classes=css), *children]


def drop_place(place: nodes.Element) -> list[str]:
    """Take out a place that shows nothing, with the headings that have nothing else below them: their ids."""
    parent = place.parent
    if isinstance(parent, nodes.section) and "academic-group" in parent["classes"] and len(parent) == 2:
        return [*parent["ids"], *drop_place(parent)]
    index = parent.index(place)
    del parent[index]
    ids: list[str] = []
    while index and (heading := _heading(parent[index - 1])) and not _is_below(parent[index : index + 1], heading):
        index -= 1
        ids += heading["ids"]
        del parent[index]
    return ids


def _heading(node: nodes.Node) -> nodes.rubric | None:
    """A heading of a group where sections cannot stand."""
    return node if isinstance(node, nodes.rubric) and "academic-group" in node["classes"] else None


def _is_below(following: Sequence[nodes.Node], heading: nodes.rubric) -> bool:
    """Whether what follows stands below a heading: works, or a heading of a lower level."""
    for node in following:
        if isinstance(node, nodes.rubric):
            return _heading(node) is not None and int(node["level"]) > int(heading["level"])
        return isinstance(node, (academic.academic_pending, academic.academic_publications))
    return False


def free_id(name: str, used: Set[str]) -> str:
    """The id, with a number where it is taken."""
    if name not in used:
        return name
    number = 2
    while f"{name}-{number}" in used:
        number += 1
    return f"{name}-{number}"


def add_number(publication: nodes.Element, label: str) -> None:
    """The number before a publication's first line, unless its layout has a place for it."""
    if any(part["part"] == "number" for part in academic.parts_of(publication)):
        return
    lines = next((child for child in publication.children if isinstance(child, academic.academic_lines)), None)
    if lines is None:
        lines = academic.academic_lines("", classes=["academic-lines"])
        publication.insert(0, lines)
    if not lines.children:
        lines += line_node([])
    line = lines.children[0]
    assert isinstance(line, nodes.Element)  # noqa: S101 - render makes it so
    line.insert(0, [part_node("number", [nodes.Text(label)]), separator(" ")])
    publication["classes"].append("academic-numbered")


def number_classes(widest: str) -> list[str]:
    """What the style sheet must know of a list's numbers: how much room the widest needs."""
    return ["academic-numbers", f"academic-numbers-{len(widest)}"] if widest else []
