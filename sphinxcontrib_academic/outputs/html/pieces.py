"""What is written of publications: text, and places of the nodes that a translator writes."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from sphinxcontrib_academic import nodes as academic


class Pieces:
    """What is written, what can be searched of it, and the marks in it, each with whether it is always seen."""

    def __init__(self, *, is_searched: bool = False) -> None:
        self.html: list[Any] = []
        self.words: list[str] = []
        self.marks: dict[str, tuple[nodes.Element, bool]] = {}
        self.parents: list[Any] = []
        self.is_searched = is_searched
        self.formulas = self.rests = False
        self.seen = self.is_whole = True

    def made(self) -> list[nodes.Element]:
        """A node for all of it, if there is anything."""
        if not self.html:
            return []
        words = nodes.Text("\n".join(self.words))
        marks = list(self.marks.values())
        return [academic.academic_written("", words, pieces=self.html, marks=marks, formulas=self.formulas)]

    def add(self, page: Pieces) -> None:
        """What another one has, in fewer pieces."""
        self.html += page.pieces()
        self.words.append("\n".join(page.words))
        for mark, seen in page.marks.values():
            self.mark(mark, seen=seen)
        self.formulas = self.formulas or page.formulas

    def mark(self, mark: nodes.Element, *, seen: bool) -> None:
        """A mark, of which a legend needs the first of each role."""
        first, was_seen = self.marks.get(mark["role"], (mark, False))
        self.marks[mark["role"]] = (first, seen or was_seen)

    def take_to_pieces(self) -> None:
        """Let go of the nodes that are written."""
        for node in self.html:
            if not isinstance(node, str):
                node.parent = nodes.inline()
        # parents and children hold each other: of thousands, none would go before Python looks for such rings
        for parent in self.parents:
            parent.children = []

    def pieces(self) -> list[str | nodes.Node]:
        """The text, parted only where there are nodes."""
        if not self.rests:
            return ["".join(self.html)]
        found: list[Any] = []
        for piece in self.html:
            if isinstance(piece, str) and found and isinstance(found[-1], str):
                found[-1] += piece
            else:
                found.append(piece)
        return found

    def leave(self, node: nodes.Node, *, is_known: bool) -> None:
        """The place of a node that the translator writes."""
        self.html.append(node)
        self.rests = True
        self.is_whole = self.is_whole and is_known
        self.formulas = self.formulas or any(True for _ in node.findall(nodes.math))
        self.words += [text.astext() for text in node.findall(nodes.Text)]
