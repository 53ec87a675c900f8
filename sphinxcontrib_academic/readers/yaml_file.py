"""YAML files -> records: pybtex's layout of a bibliography, and lists of entries under their kinds."""

from __future__ import annotations

from collections.abc import Iterator

from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.records import RawField, Record
from sphinxcontrib_academic.readers.yaml_nodes import Node, read_nodes

MAX_NODES = 200_000
"""Values that one file may become, its aliases written out."""

_WHOLE = frozenset({"entries", "references", "bibliography"})
_SILENT = frozenset({"preamble", "version", *_WHOLE})
_PEOPLE = frozenset({"author", "editor", "translator"})
_COMMA_LISTS = frozenset({"keywords", "keyword", "tags", "ids", "related"})


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[list[Record], tuple[Problem, ...]]:
    """All entries of the file; every scalar is a text, so that 2015.10 stays 2015.10."""
    pieces, problems = read_nodes(text, path, first_line)
    reader = _Reader(path)
    for above, root in pieces:
        reader.read_piece(above, root)
    return reader.records, (*problems, *reader.problems)


class _Reader:
    """Collects the records of one file, and bounds how much its aliases may become."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.records: list[Record] = []
        self.visited = 0

    def read_piece(self, above: str, root: Node) -> None:
        """A file, or a piece of it that stands below the key ``above``."""
        if root.items and above and above.lower() not in _WHOLE:
            self._section(above, root)
        elif not root.pairs:
            if root.text.strip() or root.items:
                message = "this is not a mapping, expected 'entries:' or a kind such as 'education:'"
                self._note(Code.UNREADABLE_FILE, message, root.line)
        elif above.lower() in _WHOLE:
            self._entries("", root)
        elif above:
            self._mapping(above, root.line, root)
        else:
            self._file(root)

    def _file(self, root: Node) -> None:
        """``entries: {key: {type: …}}``, ``key: {type: …}``, ``kind: [{…}, …]``."""
        for name, value in root.pairs:
            key = name.text.strip()
            if key.lower() in _WHOLE and value.pairs:
                self._entries("", value)
            elif value.items:
                self._section("" if key.lower() in _WHOLE else key, value)
            elif value.pairs and any(child.text.lower() == "type" for child, _ in value.pairs):
                self._entry("", name, value)
            elif value.pairs:
                self._mapping(key, name.line, value)
            elif key.lower() not in _SILENT and value.text.strip():
                self._note(Code.SYNTAX, f"'{key[:60]}' holds no entry, expected a list", name.line)

    def _entries(self, kind: str, node: Node) -> None:
        for key, value in node.pairs:
            self._entry(kind, key, value)

    def _mapping(self, kind: str, line: int, node: Node) -> None:
        """``education: {nyu: {…}, …}``, or a single ``education: {title: …}``."""
        if all(value.pairs for _, value in node.pairs):
            self._entries(kind, node)
        else:
            self._entry(kind, Node(line), node)

    def _section(self, kind: str, node: Node) -> None:
        for item in node.items:
            if item.pairs:
                self._entry(kind, Node(item.line), item)
            elif item.text.strip():
                location = Location(self.path, item.line)
                title = RawField("title", item.text.strip(), location)
                self.records.append(Record(kind or "misc", "", (title,), location))

    def _entry(self, kind: str, key: Node, node: Node) -> None:
        if not node.pairs:
            self._note(Code.SYNTAX, f"'{key.text[:60]}' is not an entry, expected fields below it", key.line)
            return
        fields: dict[str, RawField] = {}
        own_key = key.text.strip()
        for raw in self._fields(node, 0):
            if raw.name == "type" and not kind:
                kind = raw.value.strip()
            elif raw.name in {"key", "id", "citekey"} and not own_key:
                own_key = raw.value.strip()
            elif raw.name in fields:
                first = fields[raw.name].location.line
                message = f"the field '{raw.name[:60]}' is also set at line {first}, the first one counts"
                self._note(Code.DUPLICATE_FIELD, message, raw.location.line or key.line)
            elif raw.value.strip():
                fields[raw.name] = raw
        location = Location(self.path, key.line)
        self.records.append(Record(kind or "misc", own_key[:200], tuple(fields.values()), location))

    def _fields(self, node: Node, depth: int) -> Iterator[RawField]:
        for name, value in node.pairs:
            if not self._counts(value):
                return
            key = name.text.strip().lower()
            location = Location(self.path, name.line)
            if value.pairs and key not in _PEOPLE and depth < 3:
                yield from self._fields(value, depth + 1)
            elif value.items or value.pairs:
                items = value.items or [value]
                separator = ", " if key in _COMMA_LISTS else " and "
                yield RawField(key, separator.join(filter(None, map(self._item, items[:10_000]))), location)
            else:
                yield RawField(key, value.text, location)

    def _item(self, node: Node) -> str:
        """A name or another item of a list."""
        if not self._counts(node):
            return ""
        if node.pairs:
            return _name({name.text.strip().lower(): _words(value) for name, value in node.pairs[:20]})
        return _words(node)

    def _counts(self, node: Node) -> bool:
        """False, and a report, once there are more values than any honest file has."""
        self.visited += 1
        if self.visited == MAX_NODES + 1:
            message = f"the aliases of this file become more than {MAX_NODES} values"
            self._note(Code.LIMIT, message, node.line)
        return self.visited <= MAX_NODES

    def _note(self, code: Code, message: str, line: int) -> None:
        self.problems.append(Problem(code, message, Location(self.path, line)))


def _words(node: Node) -> str:
    return " ".join(item.text.strip() for item in node.items[:20]) if node.items else node.text.strip()


def _name(parts: dict[str, str]) -> str:
    """``von Last, Jr, First`` from pybtex's parts, or from those of CSL."""

    def joined(*names: str) -> str:
        return " ".join(parts[name] for name in names if parts.get(name))

    family = joined("prelast", "prefix", "last", "family")
    given = joined("first", "given", "middle")
    if not family:
        return given or joined("literal", "name") or " ".join(parts.values())
    return ", ".join(filter(None, (family, joined("lineage", "suffix"), given)))
