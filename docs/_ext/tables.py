"""Print the extension's own tables, so that the documentation cannot say anything else than the code does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import code, prose

import sphinxcontrib_academic
from sphinxcontrib_academic.kinds.cv import CV_FONTS, CV_OPTIONS, CV_STYLES
from sphinxcontrib_academic.kinds.fields import FIELDS
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS
from sphinxcontrib_academic.kinds.parts import PARTS
from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES
from sphinxcontrib_academic.kinds.timeline import ENTRY_FIELDS, TIMELINE_KINDS
from sphinxcontrib_academic.kinds.works import WORK_TYPES
from sphinxcontrib_academic.layouts import BUILTIN, MODIFIERS
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.values import VALUES

Row = tuple[str, ...]

STYLE_SHEET = next(Path(sphinxcontrib_academic.__file__).parent.rglob("*.css"))


def problems() -> Iterator[Row]:
    """Every code, leading to its page, and what it means."""
    for row in Code:
        yield f":doc:`academic.{row.subtype} </reference/problems/{row.subtype}>`", prose(row.meaning)


def css_variables() -> Iterator[Row]:
    """The variables that the style sheet sets for the whole page."""
    text = STYLE_SHEET.read_text(encoding="utf-8")
    block = text[text.index("body {") : text.index("}")]
    yield from ((code(name), code(value)) for name, value in re.findall(r"(--[a-z-]+):\s*([^;]+);", block))


def values() -> Iterator[Row]:
    """Every configuration value, leading to its page, and what it means."""
    yield from ((f":confval:`{row.name}`", prose(row.help)) for row in VALUES)


def grid(head: Row, rows: Iterator[Row], widths: tuple[int, ...] = ()) -> Iterator[str]:
    """A table as reStructuredText; ``widths`` are those of the PDF, where short words share a page with long ones."""
    if widths:
        columns = "".join(rf"\X{{{width}}}{{{sum(widths)}}}" for width in widths)
        yield f".. tabularcolumns:: {columns}\n"
    yield ".. list-table::\n   :header-rows: 1\n   :class: academic-reference\n"
    for row in (head, *rows):
        first, *others = row
        yield f"   * - {first}"
        yield from (f"     - {cell}" for cell in others)


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "problems": lambda: grid(("Code", "What it means"), problems()),
    "values": lambda: grid(("Value", "What it says"), values()),
    "css-variables": lambda: grid(("Variable", "Default"), css_variables()),
    "parts": lambda: grid(
        ("Part", "CSS", "Of", "What it holds"),
        ((code(part.name), code(f".{part.css}"), part.things, prose(part.meaning)) for part in PARTS),
    ),
    "layouts": lambda: grid(
        ("Layout", "Lines"),
        ((code(name), "\n\n       ".join(code(line) for line in lines)) for name, lines in BUILTIN.items()),
    ),
    "modifiers": lambda: grid(
        ("Word", "Of", "Shows it"),
        ((code(row.name), code(*row.parts) or "all parts", prose(row.meaning)) for row in MODIFIERS),
    ),
    "links-of-a-person": lambda: grid(
        ("Relation", "Says", "Also read", "Address"),
        (
            (code(row.key), row.label, code(*row.fields), code(row.profile))
            for row in LINK_RELATIONS
            if row.profile or not row.url
        ),
    ),
    "links-of-a-publication": lambda: grid(
        ("Relation", "Says", "Also read", "Address"),
        (
            (code(row.key), row.label, code(*row.fields), code(row.url))
            for row in LINK_RELATIONS
            if row.url or not row.profile
        ),
    ),
    "roles": lambda: grid(
        ("Role", "Mark", "Legend", "Also read", "Glued to a name"),
        ((code(row.key), code(row.mark), row.label, code(*row.aliases), code(*row.glued)) for row in AUTHOR_ROLES),
        (22, 10, 22, 32, 14),
    ),
    "kinds": lambda: grid(
        ("Kind", "Heading", "Also read", "Stands first"),
        ((code(row.key), row.label, code(*row.aliases), row.headline) for row in TIMELINE_KINDS),
    ),
    "entry-fields": lambda: grid(
        ("Field", "Shown as", "Also read"),
        ((code(row.key), row.phrase.replace("{}", "…"), code(*row.aliases)) for row in ENTRY_FIELDS),
    ),
    "cv-styles": lambda: grid(
        ("Style", "Look", "Font", "Size", "Margins (left, top, right, bottom)"),
        ((code(row.key), row.meaning, code(row.font), row.fontsize, row.margin) for row in CV_STYLES),
        (14, 36, 18, 10, 22),
    ),
    "cv-options": lambda: grid(
        ("Key", "Value"),
        ((code(row.key), row.expected) for row in CV_OPTIONS),
    ),
    "cv-fonts": lambda: grid(("Key", "Typeface"), ((code(row.key), row.name) for row in CV_FONTS)),
    "types": lambda: grid(
        ("Type (CSL)", "Called", "Entry types"),
        ((code(row.key), row.label, code(*row.bibtex)) for row in WORK_TYPES),
    ),
    "fields": lambda: grid(
        ("Name (CSL)", "Fields of data files", "Read as"),
        ((code(row.key), code(*row.bibtex), row.value.value) for row in FIELDS),
    ),
}


class ReferenceTable(SphinxDirective):
    """``.. reference-table:: roles`` prints the table of that name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the table as reStructuredText."""
        text = "\n".join(TABLES[self.arguments[0]]())
        parent = nodes.Element()
        lines = StringList(text.splitlines(), f"the table {self.arguments[0]}")
        self.state.nested_parse(lines, self.content_offset, parent)
        return parent.children


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.setup_extension("reference")
    app.add_directive("reference-table", ReferenceTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
