"""An example as it stands in reStructuredText and in MyST Markdown: from two files, or from one row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Twin:
    """A directive whose arguments and options are the same in both markups."""

    name: str
    argument: str = ""
    options: dict[str, str] = field(default_factory=dict)
    body: tuple[str, ...] = ()

    @property
    def rst(self) -> str:
        """As reStructuredText."""
        body = ["", *(f"   {line}" if line else "" for line in self.body)] if self.body else []
        options = (f"   {line}" for line in self._options)
        return "\n".join([f".. {self.name}:: {self.argument}".rstrip(), *options, *body])

    @property
    def md(self) -> str:
        """As MyST Markdown."""
        body = ["", *self.body] if self.body else []
        return "\n".join([f"```{{{self.name}}} {self.argument}".rstrip(), *self._options, *body, "```"])

    @property
    def _options(self) -> Iterator[str]:
        return (f":{name}: {value}".rstrip() for name, value in self.options.items())


def of_files(folder: Path, name: str) -> tuple[str, str]:
    """The two files of a snippet."""
    rst, md = ((folder / f"{name}.{suffix}").read_text(encoding="utf-8") for suffix in ("rst", "md"))
    return rst.rstrip(), md.rstrip()


def tabs(rst: str, md: str) -> Iterator[str]:
    """Both, one behind the other, as on every page of the documentation."""
    yield from [".. tab-set::", "   :sync-group: markup", ""]
    rows = (("reStructuredText", "rst", "rst", rst), ("MyST Markdown", "md", "markdown", md))
    for title, sync, language, text in rows:
        yield from [f"   .. tab-item:: {title}", f"      :sync: {sync}", ""]
        yield from indented([f".. code-block:: {language}", "", *indented(text.splitlines(), 3), ""], 6)


def live(lines: Iterable[str]) -> Iterator[str]:
    """What an example becomes."""
    yield from [".. container:: snippet-result", "", *indented(lines, 3), ""]


def indented(lines: Iterable[str], by: int = 3) -> Iterator[str]:
    """Lines that belong to what stands before them."""
    return (" " * by + line if line else "" for line in lines)
