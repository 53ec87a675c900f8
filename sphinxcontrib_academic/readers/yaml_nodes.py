"""YAML text -> nodes with their lines: scalars are texts, a fault costs its piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem

MAX_DEPTH = 30
"""Lists within lists."""
MAX_FAULTS = 100
"""Faults of one file; what stands behind the last of them is not read."""

_KEY_LINE = expression(r"^( *)(?:- |([^\s#:'\"\[{][^:\n]*):(?:\s|$))", re.MULTILINE)


@dataclass(slots=True)
class Node:
    """A value of YAML: a text, a list, or a mapping."""

    line: int
    text: str = ""
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Node, Node]] = field(default_factory=list)


def read_nodes(text: str, path: str, first_line: int) -> tuple[list[tuple[str, Node]], tuple[Problem, ...]]:
    """The pieces of a file, each with the top-level key above it; faults divide it."""
    problems: list[Problem] = []
    pieces: list[tuple[str, Node]] = []
    start, end = 0, len(text)
    while start < len(text) and len(problems) < MAX_FAULTS:
        builder = _Builder(first_line + text.count("\n", 0, start))
        builder.build(text[start:end])
        if builder.root is not None:
            pieces.append((_key_above(text, start), builder.root))
        if builder.fault is not None:
            code, message, line = builder.fault
            line = min(line, first_line + text.rstrip().count("\n"))
            problems.append(Problem(code, message, Location(path, line)))
            end = len(text) if code is Code.LIMIT else _next_piece(text, line - first_line + 1, start)
        start, end = end, _end_of_piece(text, end)
    return pieces, tuple(problems)


def _next_piece(text: str, lines: int, start: int) -> int:
    """Where an entry or a list begins behind the line of a fault."""
    offset = start
    for _ in range(lines - text.count("\n", 0, start)):
        offset = text.find("\n", offset) + 1
        if offset == 0:
            return len(text)
    indented = next((found for found in _KEY_LINE.finditer(text) if found[1]), None)
    indent = len(indented[1]) if indented else 0
    return next((found.start() for found in _KEY_LINE.finditer(text, offset) if len(found[1]) <= indent), len(text))


def _end_of_piece(text: str, start: int) -> int:
    """Where a piece that is indented ends: at the next line with less indentation."""
    first = _KEY_LINE.match(text, start)
    if first is None or not first[1]:
        return len(text)
    less = re.compile(rf"^ {{0,{len(first[1]) - 1}}}[^\s#]", re.MULTILINE)
    found = less.search(text, first.end())
    return found.start() if found else len(text)


def _key_above(text: str, start: int) -> str:
    """The last key without indentation before a piece that is indented itself."""
    if start == 0 or text[start : start + 1] not in {" ", "-"}:
        return ""
    keys = [found[2] for found in _KEY_LINE.finditer(text, 0, start) if not found[1] and found[2]]
    return keys[-1].strip() if keys else ""


class _Builder:
    """Makes nodes of the parser's events without recursion; what comes before a fault is kept."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.root: Node | None = None
        self.fault: tuple[Code, str, int] | None = None
        self._anchors: dict[str, Node] = {}
        self._open: list[tuple[Node, list[Node] | None, list[Node]]] = []

    def build(self, text: str) -> None:
        """The first document of the text."""
        import yaml  # noqa: PLC0415 - most projects have no YAML

        try:
            for event in self._events(text, yaml):
                self._take(event, yaml)
                if self.fault is not None:
                    break
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            found = " ".join(str(error.problem or error.context or "").split())
            self.fault = (
                Code.SYNTAX,
                f"this is not YAML: {found[:100]}",
                self.first_line + (mark.line if mark else 0),
            )
        except (yaml.YAMLError, ValueError) as error:
            self.fault = (
                Code.LIMIT,
                f"this is not YAML: {' '.join(str(error).split())[:100]}",
                self.first_line,
            )
        while self._open:
            self._close()

    def _events(self, text: str, yaml: Any) -> Iterator[Any]:
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.DocumentEndEvent):
                return
            yield event

    def _take(self, event: Any, yaml: Any) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            self._close()
            return
        if not isinstance(event, yaml.NodeEvent):
            return
        line = event.start_mark.line + self.first_line
        if isinstance(event, yaml.AliasEvent):
            node = self._anchors.get(event.anchor) or Node(line)
        else:
            node = Node(line, event.value if isinstance(event, yaml.ScalarEvent) else "")
            if event.anchor:
                self._anchors[event.anchor] = node
        self.root = self.root or node
        if self._open:
            self._open[-1][2].append(node)
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append((node, node.items if isinstance(event, yaml.SequenceStartEvent) else None, []))
            if len(self._open) > MAX_DEPTH:
                self.fault = (Code.LIMIT, f"more than {MAX_DEPTH} levels within each other", line)

    def _close(self) -> None:
        node, items, children = self._open.pop()
        if items is None:
            node.pairs = list(zip(children[::2], children[1::2], strict=False))
        else:
            items.extend(children)
