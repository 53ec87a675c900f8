"""The pictures of the gallery: a layout with the source that made it, an example with its files.

``tools/pictures.py`` takes them. Those of pages are there twice, and the theme shows the one that suits its colours.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

SOURCES = (".py", ".rst", ".md", ".bib", ".yaml", ".json", ".css")


class _Pictures(SphinxDirective):
    """Pictures of what the argument names; the body says in words what is seen on them."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Read the lines of this directive in its place."""
        lines = list(self.lines(self.arguments[0], " ".join(self.content)))
        source, number = self.get_source_info()
        parent = nodes.Element()
        self.state.nested_parse(StringList(lines, f"{source}:{number}"), self.content_offset, parent)
        return parent.children

    def lines(self, name: str, seen: str) -> Iterator[str]:
        """What stands in its place."""
        raise NotImplementedError


class Look(_Pictures):
    """``.. look:: chip`` shows that layout on a page, on a phone and on paper, with its source."""

    def lines(self, name: str, seen: str) -> Iterator[str]:
        """The source; a wide picture; below it two narrow ones."""
        yield from [f".. literalinclude:: /examples/looks/{name}.rst", "   :language: rst", "   :lines: 5-", ""]
        yield from both(f"{name}", f"On a page: {seen}")
        yield from [".. grid:: 1 2 2 2", "", "   .. grid-item::", "      :columns: 12 5 5 5", ""]
        yield from indented(both(f"{name}-phone", f"On a phone of 360 pixels: {seen}"))
        yield from ["   .. grid-item::", "      :columns: 12 7 7 7", ""]
        yield from indented(picture(f"{name}-pdf", f"In the PDF: {seen}", "", "   :width: 100%"))


class Example(_Pictures):
    """``.. example:: noether`` shows the page and the PDF of that example, and links to its files."""

    def lines(self, name: str, seen: str) -> Iterator[str]:
        """Two pictures side by side; below them the files."""
        folder = Path(self.env.srcdir, "examples", name)
        files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.suffix in SOURCES)
        yield from [".. grid:: 2", "", "   .. grid-item::", ""]
        yield from indented(both(name, f"The page: {seen}"))
        yield from ["   .. grid-item::", ""]
        yield from indented(picture(f"{name}-pdf", f"A sheet of its PDF: {seen}", "", "   :width: 100%"))
        yield "Source: " + ", ".join(f":download:`{path} </examples/{name}/{path}>`" for path in files)


def both(name: str, alt: str) -> Iterator[str]:
    """A picture in light and in dark."""
    for scheme in ("light", "dark"):
        yield from picture(f"{name}-{scheme}", f"{alt}, in {scheme} colours", f"only-{scheme}")


def picture(name: str, alt: str, css: str = "", *options: str) -> Iterator[str]:
    """One picture; one with a width leads to itself in full size."""
    yield from [f".. image:: /gallery/{name}.png", f"   :alt: {alt}", f"   :class: picture {css}", *options, ""]


def indented(lines: Iterator[str]) -> Iterator[str]:
    """Lines of a grid's item."""
    return (f"      {line}" if line else "" for line in lines)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    app.add_directive("look", Look)
    app.add_directive("example", Example)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
