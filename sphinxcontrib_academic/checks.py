"""What is wrong with the tables of the configuration: layouts, roles, people, links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.kinds.links import link_table
from sphinxcontrib_academic.kinds.parts import PARTS
from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES
from sphinxcontrib_academic.later import load
from sphinxcontrib_academic.layouts import Layout, unknown_modifiers, unknown_parts
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.readers.icons import icon_names, is_file, read_drawing, read_icon
from sphinxcontrib_academic.render.details import LABELS
from sphinxcontrib_academic.render.words import known_words
from sphinxcontrib_academic.reporting import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.config import Config

Wrong = tuple[str, Code, str]
"""The name of the value, the code, the message."""

PART_NAMES = tuple(part.name for part in PARTS if "publication" in part.things)
TABLES = {
    "academic_roles": ("label", "mark", "aliases", "glued"),
    "academic_links": ("label", "url", "fields", "icon"),
    "academic_people": ("url", "aliases"),
}
"""The keys that the rows of these values have."""


def table_of(config: Config, name: str) -> dict[str, Any]:
    """A value that is a table, empty where it is none."""
    value = getattr(config, name)
    return {str(key): row for key, row in value.items()} if isinstance(value, Mapping) else {}


def wrong_tables(config: Config, layouts: Mapping[str, Layout]) -> Iterator[Wrong]:
    """All that is wrong with them."""
    for layout in layouts.values():
        yield from _wrong_layout(layout, config)
    for name, known in TABLES.items():
        yield from _wrong_rows(config, name, known)
    for part in config.academic_details:
        if part not in LABELS:
            message = f"academic_details names {part!r}, expected {' or '.join(map(repr, LABELS))}"
            yield "academic_details", Code.UNKNOWN_VALUE, message + did_you_mean(str(part), LABELS)
    ours = known_words() if table_of(config, "academic_words") else []
    for word in table_of(config, "academic_words"):
        if word not in ours:
            message = f"academic_words has {word!r}, which are no words of ours{did_you_mean(word, ours)}"
            yield "academic_words", Code.UNKNOWN_VALUE, message


def _wrong_layout(layout: Layout, config: Config) -> Iterator[Wrong]:
    unknown = Code.UNKNOWN_VALUE
    if layout.style and layout.style not in (names := load("render.reference:style_names")()):
        hint = did_you_mean(layout.style, names)
        yield "academic_layouts", unknown, f"the layout {layout.name!r} names no style {layout.style!r} of pybtex{hint}"
    for part in unknown_parts(layout, PART_NAMES):
        hint = did_you_mean(part, PART_NAMES)
        yield "academic_layouts", unknown, f"the layout {layout.name!r} has no part {part!r} to show{hint}"
    relations = [name for row in link_table(table_of(config, "academic_links")).rows for name in (row.key, *row.fields)]
    for part, word, known in unknown_modifiers(layout, relations):
        if part in PART_NAMES:
            message = f"the layout {layout.name!r} shows {part!r} as {word!r}, which means nothing there"
            yield "academic_layouts", unknown, message + did_you_mean(word, known)


def _wrong_rows(config: Config, name: str, known: tuple[str, ...]) -> Iterator[Wrong]:
    for key, row in table_of(config, name).items():
        if isinstance(row, str):
            continue
        if not isinstance(row, Mapping):
            message = f"{name}[{key!r}] is {row!r}, expected a text or a table with {', '.join(known)}"
            yield name, Code.UNKNOWN_VALUE, message
            continue
        for word in row:
            if word not in known:
                hint = f"{did_you_mean(str(word), known)} (it has {', '.join(known)})"
                yield name, Code.UNKNOWN_VALUE, f"{name}[{key!r}] has no key {word!r}{hint}"
        if name == "academic_roles" and not row.get("mark") and key not in {role.key for role in AUTHOR_ROLES}:
            yield name, Code.UNKNOWN_VALUE, f"{name}[{key!r}] has no mark, expected a sign such as '★'"
        if name == "academic_links" and row.get("url") and str(row["url"]).count("{}") != 1:
            message = f"{name}[{key!r}] has the address {row['url']!r}, expected one {{}} where the identifier goes"
            yield name, Code.UNKNOWN_VALUE, message


def wrong_icons(config: Config, source: Path) -> Iterator[Wrong]:
    """Icons of links that nobody has drawn."""
    for key, row in tables(table_of(config, "academic_links")).items():
        named = row.get("icon") if isinstance(row, Mapping) else None
        if not isinstance(named, str):
            continue
        if is_file(named):
            if read_drawing(source / named) is None:
                message = f"academic_links[{key!r}] has the icon {named!r}, expected a file in the source folder"
                yield "academic_links", Code.MISSING_FILE, f"{message} that holds a drawing"
        elif read_icon((named,)) is None and (known := icon_names()):
            message = (
                f"academic_links[{key!r}] has the icon {named!r}, which no package has{did_you_mean(named, known)}"
            )
            yield "academic_links", Code.UNKNOWN_VALUE, message


def tables(rows: Mapping[str, Any]) -> dict[str, Any]:
    """The rows that can be read."""
    return {key: row for key, row in rows.items() if isinstance(row, (str, Mapping))}
