"""BibTeX files -> records: words expanded, every field with its place, nothing dropped in silence."""

from __future__ import annotations

import hashlib
import re

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.commands import Command, read_commands
from sphinxcontrib_academic.readers.macros import Macros
from sphinxcontrib_academic.readers.records import RawField, Record

_WORDS = expression(r"^[^\s%#/\\@*-].*[a-z]", re.IGNORECASE | re.MULTILINE)

_COMMAND = expression(r"@\s*+\w++\s*+[{(]")


class BibTeX:
    """The BibTeX files of one project: an ``@string`` of one counts in all."""

    def __init__(self) -> None:
        self._macros = Macros()
        self._entries: list[tuple[str, int, Command]] = []
        self._place = 0
        self.problems: list[Problem] = []

    def add(self, text: str, path: str, first_line: int = 1) -> range:
        """Read a file; its records are those of this range."""
        commands, problems = read_commands(text, path, first_line)
        self.problems.extend(problems)
        if not commands and not problems and _is_prose(text):
            message = "there is no entry in this file, expected '@article{key, …}'"
            self.problems.append(Problem(Code.UNREADABLE_FILE, message, Location(path, first_line)))
        first = len(self._entries)
        for command in commands:
            self._place += 1
            if command.type.lower() == "string":
                for assignment in command.assignments:
                    self._macros.define(assignment.name, assignment.pieces, self._place)
            else:
                self._entries.append((path, self._place, command))
        return range(first, len(self._entries))

    def records(self) -> list[Record]:
        """All entries, when all files are read."""
        records = [self._record(*entry) for entry in self._entries]
        self.problems.extend(self._macros.problems)
        return records

    def _record(self, path: str, place: int, command: Command) -> Record:
        fields: dict[str, RawField] = {}
        for assignment in command.assignments:
            location = Location(path, assignment.line)
            if assignment.name in fields:
                first = fields[assignment.name].location
                self._repeated(assignment.name, first, location)
                continue
            value = self._macros.expand(assignment, place, location)
            fields[assignment.name] = RawField(assignment.name, value, location)
        return Record(command.type, command.key, tuple(fields.values()), Location(path, command.line))

    def _repeated(self, name: str, first: Location, location: Location) -> None:
        message = f"the field '{name[:60]}' is also set at line {first.line}, the first one counts"
        self.problems.append(Problem(Code.DUPLICATE_FIELD, message, location))


def synthetic_key(record: Record) -> str:
    """A key for an entry without one: the same as long as its fields are the same."""
    content = "\0".join(f"{field.name}\0{field.value}" for field in record.fields)
    return "keyless-" + hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:8]


def _is_prose(text: str) -> bool:
    """True for text that is more than comments, blank lines and front matter."""
    return _WORDS.search(text) is not None and _COMMAND.search(text) is None
