"""The body of a list: keys to show, or headings of the author's own with keys or a filter below each."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from sphinxcontrib_academic.directives.choosing import filter_of, filtered
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.selection import Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinxcontrib_academic.directives.asking import Asking
    from sphinxcontrib_academic.model.works import Work

_FIELD = expression(r":((?:[^:\\]|\\.|:(?!\s|$))+):(?:\s+(.*))?$")
_EXPRESSION = expression(r"""["'=<>%{}()&|]|\bself\.|\b(?:and|or|not|in)\b|^(?:selected|self|cited)$""")


@dataclass(slots=True)
class Block:
    """Lines of a body that belong together."""

    heading: str = ""
    line: int = 0
    """Where the heading stands."""
    lines: list[tuple[int, str]] = field(default_factory=list)
    """What stands below it, each with its number."""


def read_body(lines: Sequence[str], first: int) -> list[Block]:
    """The blocks of a body; one without a heading where it is a mere list of keys.

    A heading is the line above indented ones, or above one that begins with a colon and a blank, as terms in
    MyST do; or it is the name of a field.
    """
    blocks = [Block()]
    for offset, line in enumerate(lines):
        if not line.strip():
            continue
        number, text = first + offset, line.strip()
        found = _FIELD.fullmatch(text) if line[:1] == ":" else None
        if found:
            blocks.append(Block(found[1].strip(), number, [(number, found[2])] if found[2] else []))
        elif line[:1].isspace() or text.startswith(": "):
            blocks[-1].lines.append((number, text.removeprefix(":").strip()))
        elif _is_heading(lines, offset):
            blocks.append(Block(text, number))
        else:
            blocks[-1].lines.append((number, text))
    return [block for block in blocks if block.lines or block.heading]


def _is_heading(lines: Sequence[str], offset: int) -> bool:
    behind = next((line for line in lines[offset + 1 :] if line.strip()), "")
    return behind[:1].isspace() or behind.startswith(": ")


def block_group(directive: Asking, block: Block, works: list[Work]) -> Group:
    """The works that a block names, or those of all that its filter lets through."""
    text = " ".join(text for _, text in block.lines)
    late = ""
    if not block.heading or not _EXPRESSION.search(text) or _are_keys(directive, block):
        works = works_by_hand(directive, block)
    else:
        line = block.lines[0][0]
        wanted = filter_of(directive, text, line)
        works, late = filtered(directive, works, wanted, line) if wanted else ([], "")
    return Group("", "", block.heading, tuple(works), own=block.heading, line=block.line, filter=late)


def _are_keys(directive: Asking, block: Block) -> bool:
    """Whether every word is a key, however much it looks like a filter."""
    return all(directive.domain.find(key, directive.docname) for _, key in _keys(block))


def works_by_hand(directive: Asking, block: Block) -> list[Work]:
    """The works of the keys in a block."""
    domain, docname = directive.domain, directive.docname
    works: dict[str, Work] = {}
    for line, key in _keys(block):
        name = key.lstrip("-*") or key
        work = domain.find(name, docname)
        if work is not None:
            works.setdefault(work.key, work)
        elif key not in {"-", "*"}:
            hint = did_you_mean(name, domain.library.keys)
            directive.complain(Code.UNKNOWN_KEY, f"no data file has a publication {name!r}{hint}", line)
    return list(works.values())


def _keys(block: Block) -> Iterator[tuple[int, str]]:
    for line, text in block.lines:
        for key in text.replace(",", " ").split():
            yield line, key


def groups_by_hand(directive: Asking, blocks: Sequence[Block], works: list[Work]) -> list[Group]:
    """A group for each heading; the keys before the first heading stand in none."""
    groups = [block_group(directive, block, works) for block in blocks]
    return [group for group in groups if group.works]
