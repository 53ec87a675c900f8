"""The body of ``.. timeline::``: lists and lines of a page read as entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from docutils import nodes

from sphinxcontrib_academic.directives.pieces import split_at_colons, split_at_lines, text_of
from sphinxcontrib_academic.kinds.links import address, link_relation
from sphinxcontrib_academic.kinds.timeline import entry_field
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.dates import read_when
from sphinxcontrib_academic.render.entries import Cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COLUMNS = ("title", "organization", "location")
"""What stands behind the date in a term."""

_MARKDOWN_FIELD = expression(r":([^:\n]+):(?:\s+|$)")
_SILENT = (nodes.comment, nodes.target, nodes.substitution_definition, nodes.system_message, nodes.footnote)


class TimelineBody:
    """Reads entries from the parsed body; what it cannot read is reported and kept as an entry of its own."""

    def __init__(self, kind: str, place: Location) -> None:
        self.kind, self.place = kind, place
        self.problems: list[Problem] = []
        self.others: list[nodes.Node] = []
        """Comments, targets and messages, which belong to the page."""

    def read(self, body: Iterable[nodes.Node]) -> list[Cells]:
        """The entries in their order."""
        found: list[Cells] = []
        for node in body:
            if isinstance(node, nodes.block_quote) and found:
                # what is indented belongs to the entry above, with a blank line between or without
                self._below(found[-1], node.children)
            else:
                found += self._entries(node)
        return found

    def _entries(self, node: nodes.Node) -> Iterator[Cells]:
        match node:
            case nodes.definition_list():
                yield from (self._item(item) for item in node.children if isinstance(item, nodes.definition_list_item))
            case nodes.field_list():
                yield from (self._one_liner(item) for item in node.children if isinstance(item, nodes.field))
            case nodes.bullet_list() | nodes.enumerated_list():
                yield from (self._bullet(item) for item in node.children if isinstance(item, nodes.list_item))
            case nodes.paragraph():
                yield from self._paragraph(node)
            case nodes.block_quote():
                yield from (cells for child in node.children for cells in self._entries(child))
            case _ if isinstance(node, _SILENT):
                self.others.append(node)
            case _:
                self._complain(
                    Code.ENTRY,
                    f"a {_name(node)} is no entry, expected a definition list, a field list or lines",
                    node,
                )
                yield Cells(self.kind, body=[node])

    # the three forms

    def _item(self, item: nodes.Element) -> Cells:
        terms = [child for child in item.children if isinstance(child, nodes.term)]
        pieces: list[list[nodes.Node]] = []
        for child in item.children:
            if isinstance(child, (nodes.term, nodes.classifier)):
                # MyST has no classifiers, and docutils leaves an escaped colon alone
                pieces += split_at_colons(child.children)
        cells = self._head(pieces, terms[0] if terms else item)
        for child in item.children:
            if isinstance(child, nodes.definition):
                self._below(cells, child.children)
        return cells

    def _one_liner(self, item: nodes.Element) -> Cells:
        name, body = item.children[0], item.children[1]
        cells = Cells(self.kind)
        self._date(cells, text_of(name.children) if isinstance(name, nodes.Element) else "", item)
        paragraphs = list(body.children) if isinstance(body, nodes.Element) else []
        first = paragraphs[0] if paragraphs else None
        if isinstance(first, nodes.paragraph):
            cells.fields["title"] = list(first.children)
            paragraphs = paragraphs[1:]
        self._below(cells, paragraphs)
        return cells

    def _bullet(self, item: nodes.Element) -> Cells:
        children = list(item.children)
        if not children or not isinstance(children[0], nodes.paragraph):
            return Cells(self.kind, body=children)
        cells = self._head(split_at_colons(_joined_lines(children[0].children)), children[0])
        self._below(cells, children[1:])
        return cells

    def _paragraph(self, paragraph: nodes.Element) -> Iterator[Cells]:
        """One entry, or one for each line where every line has its own date."""
        lines = split_at_lines(paragraph.children)
        heads = [split_at_colons(line) for line in lines]
        dated = [len(head) > 1 and _is_date(text_of(head[0])) for head in heads]
        if len(lines) > 1 and all(dated):
            yield from (self._head(head, paragraph) for head in heads)
        else:
            yield self._head(split_at_colons(_joined_lines(paragraph.children)), paragraph)

    # their pieces

    def _head(self, pieces: list[list[nodes.Node]], node: nodes.Node) -> Cells:
        """*when : title : organization : place*; the date may be left out."""
        cells = Cells(self.kind)
        rest = pieces
        if len(pieces) > 1:
            text = text_of(pieces[0])
            if not text or _is_date(text) or _looks_like_date(text):
                self._date(cells, text, node)
                rest = pieces[1:]
        elif pieces and _is_date(text_of(pieces[0])):
            self._date(cells, text_of(pieces[0]), node)
            rest = []
        for name, piece in zip(_COLUMNS, rest, strict=False):
            if piece:
                cells.fields[name] = piece
        for piece in rest[len(_COLUMNS) :]:
            cells.fields["location"] = [*cells.fields.get("location", []), nodes.Text(" : "), *piece]
        return cells

    def _date(self, cells: Cells, text: str, node: nodes.Node) -> None:
        if not text.strip():
            return
        cells.when, problems = read_when(text, self._location(node))
        cells.when_text = text.strip()
        if problems:
            self.problems += problems
        elif cells.when is None:
            self._complain(Code.DATE, f"{text!r} is no date, expected one such as 2024-08 or Aug 2024", node)

    def _below(self, cells: Cells, children: Iterable[nodes.Node]) -> None:
        """Fields and prose under the head."""
        for child in children:
            if isinstance(child, nodes.field_list):
                for item in child.children:
                    if isinstance(item, nodes.field):
                        self._field(cells, item)
            elif isinstance(child, nodes.paragraph) and _MARKDOWN_FIELD.match(text_of(child.children)):
                for line in split_at_lines(child.children):
                    self._markdown_field(cells, line)
            elif isinstance(child, nodes.system_message):
                self.others.append(child)
            elif _holds_roles(child):
                cells.roles += self._entries(child)
            else:
                cells.body.append(child)
        if cells.roles:
            _name_employer(cells)

    def _field(self, cells: Cells, item: nodes.Element) -> None:
        body = item.children[1]
        assert isinstance(body, nodes.Element)  # noqa: S101 - docutils builds it so
        first = body.children[0] if body.children else None
        words = list(first.children) if isinstance(first, nodes.paragraph) else []
        self._set(cells, text_of(item.children[:1]).strip(), words, item)
        cells.body += body.children[1:] if words else body.children

    def _markdown_field(self, cells: Cells, line: list[nodes.Node]) -> None:
        """A field in Markdown without the extension for field lists."""
        match = _MARKDOWN_FIELD.match(text_of(line))
        if match is None or not isinstance(line[0], nodes.Text):
            cells.body.append(nodes.paragraph("", "", *line))
            return
        words = [nodes.Text(str(line[0])[match.end() :]), *line[1:]]
        self._set(cells, match[1].strip(), [word for word in words if text_of([word])], line[0])

    def _set(self, cells: Cells, name: str, words: list[nodes.Node], node: nodes.Node) -> None:
        key = name.lower()
        row, relation = entry_field(key), link_relation(key)
        if key in {"when", "date"}:
            self._date(cells, text_of(words), node)
        elif key == "only":
            cells.only = text_of(words).strip()
        elif key == "logo":
            cells.logo = nodes.image("", uri=_target(words))
        elif key in {"url", "link"}:
            cells.url = _target(words)
        elif row is not None:
            cells.fields[row.key] = words
        elif relation is not None:
            cells.links.append((relation.key, address(relation, _target(words))))
        else:
            cells.fields[name] = words

    def _complain(self, code: Code, message: str, node: nodes.Node) -> None:
        self.problems.append(Problem(code, message, self._location(node)))

    def _location(self, node: nodes.Node | None) -> Location:
        while node is not None and node.line is None:
            node = node.parent
        return Location(self.place.path, (node.line if node is not None else None) or self.place.line)


def _holds_roles(node: nodes.Node) -> bool:
    """True for *when : title* below an entry, as a definition list or as lines: positions at its organization."""
    match node:
        case nodes.definition_list():
            heads = [split_at_colons(item.children[0].children) for item in node.children if _is_item(item)]
            firsts = [text_of(head[0]) for head in heads]
        case nodes.paragraph():
            heads = [split_at_colons(line) for line in split_at_lines(node.children)]
            firsts = [text_of(head[0]) if len(head) > 1 else "" for head in heads]
        case _:
            return False
    return bool(firsts) and all(_is_date(text) for text in firsts)


def _is_item(node: nodes.Node) -> TypeGuard[nodes.Element]:
    return isinstance(node, nodes.definition_list_item) and isinstance(node.children[0], nodes.term)


def _name_employer(cells: Cells) -> None:
    """Above positions stands an organization, with its place behind it."""
    fields = cells.fields
    if "title" in fields and "location" not in fields:
        moved = {"title": "organization", "organization": "location"}
        cells.fields = {moved.get(name, name): words for name, words in fields.items()}


def _joined_lines(children: Iterable[nodes.Node]) -> list[nodes.Node]:
    return [nodes.Text(str(node).replace("\n", " ")) if isinstance(node, nodes.Text) else node for node in children]


def _is_date(text: str) -> bool:
    # words without a number are none; to ask costs the names of the months in forty languages
    if not any(sign.isnumeric() for sign in text):
        return False
    when, _ = read_when(text, Location(""))
    return when is not None


def _looks_like_date(text: str) -> bool:
    """True where it is more likely a date that cannot be read than a title: short, and with a digit."""
    return len(text) <= 40 and any(sign.isdigit() for sign in text)


def _target(words: Iterable[nodes.Node]) -> str:
    """An address or a path: of the link, if it is one."""
    listed = list(words)
    for node in listed:
        if isinstance(node, nodes.reference) and node.get("refuri"):
            return str(node["refuri"])
    return text_of(listed).strip()


def _name(node: nodes.Node) -> str:
    return type(node).__name__.replace("_", " ")
