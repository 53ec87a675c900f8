"""Inline nodes cut at `` : `` and at line ends, keeping their markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic.model.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable

_COLON = expression(r"\s+:\s+|\s+:$|^:\s+")
_LINE_END = expression(r"\n")


def split_at_colons(children: Iterable[nodes.Node]) -> list[list[nodes.Node]]:
    """The pieces between `` : ``, as docutils splits a term from its classifiers."""
    return _split(children, _COLON)


def split_at_lines(children: Iterable[nodes.Node]) -> list[list[nodes.Node]]:
    """The lines of a paragraph."""
    return _split(children, _LINE_END)


def _split(children: Iterable[nodes.Node], pattern: re.Pattern[str]) -> list[list[nodes.Node]]:
    pieces: list[list[nodes.Node]] = [[]]
    for child in children:
        if not isinstance(child, nodes.Text):
            pieces[-1].append(child)
            continue
        first, *others = pattern.split(str(child))
        if first:
            pieces[-1].append(nodes.Text(first))
        pieces += [[nodes.Text(other)] if other else [] for other in others]
    return [_stripped(piece) for piece in pieces]


def _stripped(piece: list[nodes.Node]) -> list[nodes.Node]:
    """The piece without blanks at its ends."""
    if piece and isinstance(piece[0], nodes.Text):
        piece[0] = nodes.Text(str(piece[0]).lstrip())
    if piece and isinstance(piece[-1], nodes.Text):
        piece[-1] = nodes.Text(str(piece[-1]).rstrip())
    return [node for node in piece if not isinstance(node, nodes.Text) or str(node)]


def text_of(piece: Iterable[nodes.Node]) -> str:
    """The words of a piece."""
    return "".join(node.astext() for node in piece)
