"""Write a page for each directive, role, value, problem, kind and relation, from the extension's own tables.

The pages stand in ``docs/reference``, outside of the repository. One whose text has not changed is left alone, so
that it is not built again; one whose row is gone is removed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reference_rows import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

INTRODUCTION = "One page for each thing that has a name, made from the tables of the code."


class Page(NamedTuple):
    """One file."""

    path: str
    text: str


def pages(docs: Path) -> Iterator[Page]:
    """All of them."""
    toc = [f"{group.name}/index" for group in GROUPS]
    yield Page("index.rst", "\n".join([*head("Reference"), INTRODUCTION, "", *toctree(toc, "   :maxdepth: 1")]))
    for group in GROUPS:
        rows = list(group.rows(docs))
        listed = [f"   * - :doc:`{row.title} <{row.name}>`\n     - {row.short}" for row in rows]
        table = [".. list-table::", "   :widths: 35 65", "   :class: academic-reference", "", *listed, ""]
        toc = [f"{row.title} </reference/{group.name}/{row.name}>" for row in rows]
        lines = [*head(group.title), group.text, "", *table, *toctree(toc, "   :hidden:")]
        yield Page(f"{group.name}/index.rst", "\n".join(lines))
        for row in rows:
            label = f".. _{group.label}-{row.name}:"
            back = f":doc:`All {group.title.lower()} <index>` · more in :doc:`/{row.guide}`"
            text = "\n".join([label, "", *head(row.title), *row.lines, "", back, ""])
            yield Page(f"{group.name}/{row.name}.rst", text)


def head(title: str) -> list[str]:
    """A title, underlined: letters of the East are two columns wide."""
    return [title, "=" * (2 * len(title)), ""]


def toctree(names: Iterable[str], *options: str) -> list[str]:
    """The pages below a page."""
    return [".. toctree::", *options, "", *(f"   {name}" for name in names), ""]


def write(app: Sphinx) -> None:
    """Write what has changed."""
    folder = Path(app.srcdir, "reference")
    wanted = {folder / page.path: page.text for page in pages(Path(app.srcdir))}
    for path, text in wanted.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(".new")
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(path)
    for path in {*folder.rglob("*.rst")} - wanted.keys():
        path.unlink()


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the pages before they are looked for."""
    app.connect("builder-inited", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
