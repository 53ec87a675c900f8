"""What the directives, their options and the roles mean: the rows of ``options.yaml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a directive."""

    name: str
    value: str
    """What its value looks like."""
    default: str
    """What holds where it is not given."""
    text: str
    """What it does, as reStructuredText."""
    example: str
    """A value; it is tried in both markups."""
    beside: dict[str, str] = field(default_factory=dict)
    """Other options, without which it is of no use."""


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive."""

    name: str
    signature: str
    text: str
    others: str
    """Which names there are beside the options."""
    snippet: str
    """The file under ``docs/snippets`` that shows it."""
    guide: str
    """The page that tells more."""
    argument: str
    """What the examples of its options stand behind."""
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """One role of the domain ``academic``."""

    name: str
    value: str
    default: str
    text: str
    snippet: str


def _rows() -> dict[str, dict[str, dict[str, Any]]]:
    rows: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(
        Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    )
    return rows


_COMMON = (
    Option("class", "words", "none", "More classes for CSS, as for every directive of docutils.", "mine"),
    Option("name", "a word", "none", "A name for ``:ref:``, as for every directive of docutils.", "my-own"),
)


def _directive(name: str, row: dict[str, Any]) -> Directive:
    own = tuple(Option(word, **said) for word, said in row.pop("options").items())
    common = tuple(option for option in _COMMON if option.name not in {row.name for row in own})
    return Directive(name, options=(*own, *common), **row)


DIRECTIVES = tuple(_directive(name, row) for name, row in _rows()["directives"].items())
ROLES = tuple(Role(name, **row) for name, row in _rows()["roles"].items())
