"""The lines of a layout as one field: in an article they are typeset as they stand; a CV lays its fields out itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.layouts import DEFAULT
from sphinxcontrib_academic.outputs.latex.nodes import academic_field, academic_line_end, academic_shape

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELSEWHERE = {"number", "stars"}
"""Parts that stand before the lines, or on screens alone."""
_CHIPS = {"academic-chip", "academic-short"}


def lines_of(publication: nodes.Element) -> list[nodes.Element]:
    """The fields ``label`` and ``lines``; nothing where the document has a layout of its own for such lines."""
    lines = next((child for child in publication.children if isinstance(child, academic.academic_lines)), None)
    if lines is None or publication.get("layout", DEFAULT) == DEFAULT:
        return []
    parts = [part for part in academic.parts_of(publication) if part["part"] in {"number", "reference"}]
    if any(part["part"] == "reference" for part in parts):
        return []
    labels = [academic_field("", "", *part.children, name="label") for part in parts]
    words: list[nodes.Node] = []
    for line in lines.children:
        assert isinstance(line, nodes.Element)  # noqa: S101 - render builds it so
        shown = list(_line(line))
        if words and shown:
            words.append(academic_line_end())
        words += shown
    return [*labels, academic_field("", "", *words, name="lines")]


def _line(line: nodes.Element) -> Iterator[nodes.Node]:
    """The pieces of a line; a number hangs before all of them."""
    started = False
    for child in line.children:
        if isinstance(child, nodes.comment) or (isinstance(child, nodes.Element) and child.get("part") in _ELSEWHERE):
            continue
        if isinstance(child, academic.academic_separator) and not started and not child.astext().strip():
            continue
        started = True
        yield _shaped(child) if isinstance(child, academic.AcademicPart) and isinstance(child, nodes.Element) else child


def _shaped(part: nodes.Element) -> nodes.Element:
    match part:
        case nodes.strong():
            macro = "textbf"
        case nodes.emphasis():
            macro = "textit"
        case _:
            macro = ""
    chip = bool(_CHIPS & set(part["classes"]))
    return academic_shape("", "", *part.children, name=part["part"], macro=macro, chip=chip)
