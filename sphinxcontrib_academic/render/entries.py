"""A timeline and its entries to nodes; the words come as nodes from reST, or as rich text from data files."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.links import address, link_relation
from sphinxcontrib_academic.kinds.timeline import entry_field, timeline_kind
from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.render.parts import (
    joined,
    line_node,
    link_node,
    part_node,
    separator,
    verbatim_date,
    when_nodes,
)
from sphinxcontrib_academic.render.text import text_nodes
from sphinxcontrib_academic.render.words import phrase_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinxcontrib_academic.model.dates import When
    from sphinxcontrib_academic.model.entries import Entry
    from sphinxcontrib_academic.render.setting import Setting

_HEAD = ("title", "organization", "location", "honors")
"""The fields that have their own places; the others are lines below."""


@dataclass(slots=True)
class Cells:
    """What is said of one entry, each word as nodes: the shape that both sources are brought into."""

    kind: str
    when: When | None = None
    when_text: str = ""
    """The date as it is written."""
    fields: dict[str, list[nodes.Node]] = field(default_factory=dict)
    """By the name of the field as the author wrote it, or its key in the table; in the author's order."""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Relation and target."""
    url: str = ""
    """Where the headline leads."""
    body: list[nodes.Node] = field(default_factory=list)
    logo: nodes.Element | None = None
    roles: list[Cells] = field(default_factory=list)
    """Positions at this organization, each with its own date."""
    only: str = ""
    """A condition on tags, as Sphinx's ``only`` has them; empty: always shown."""

    @property
    def is_line(self) -> bool:
        """True where all of it fits one line."""
        return not (self.body or self.logo or self.links or self.roles or set(self.fields) - set(_HEAD))


def cells_of(entry: Entry, logo: nodes.Element | None = None) -> Cells:
    """The words of an entry from a data file."""
    cells = Cells(entry.kind, entry.when, entry.when_text, logo=logo)
    for name, text in entry.texts:
        relation = link_relation(name)
        if name == "url":
            cells.url = text.plain
        elif name == "only":
            cells.only = text.plain
        elif name in {"logo", "image"}:
            continue
        elif relation is not None and entry_field(name) is None:
            cells.links.append((relation.key, address(relation, text.plain)))
        else:
            cells.fields[name] = text_nodes(text)
    return cells


def timeline_node(
    kind: str, entries: Sequence[Cells], setting: Setting, *, headline: str = "", shape: str = ""
) -> nodes.Element:
    """A timeline; ``shape`` is ``full``, ``short`` or empty: what suits the entries."""
    shape = shape or _shape_of(entries, headline)
    if shape == "full":
        entries = merged(entries, headline)
    css = ["academic-timeline", f"academic-timeline-{kind}", f"academic-timeline-{shape}"]
    node = academic.academic_timeline("", kind=kind, shape=shape, classes=css, bullet="-")
    node += [entry_node(cells, setting, headline=headline, shape=shape) for cells in entries]
    return node


def _headline_of(cells: Cells, headline: str) -> str:
    row = timeline_kind(cells.kind)
    wanted = headline or (row.headline if row else "title")
    return wanted if cells.fields.get(wanted) else next((name for name in _HEAD if cells.fields.get(name)), "")


def _shape_of(entries: Iterable[Cells], headline: str) -> str:
    for cells in entries:
        if not cells.is_line or (_headline_of(cells, headline) == "organization" and cells.fields.get("title")):
            return "full"
    return "short"


def merged(entries: Sequence[Cells], headline: str) -> list[Cells]:
    """Several positions, one after the other at one organization, become one entry with roles."""
    result: list[list[Cells]] = []
    for cells in entries:
        name = _employer(cells, headline)
        if result and name and name == _employer(result[-1][-1], headline):
            result[-1].append(cells)
        else:
            result.append([cells])
    return [group[0] if len(group) == 1 else _employment(group) for group in result]


def _employer(cells: Cells, headline: str) -> str:
    """The organization that an entry is merged by, or nothing."""
    row = timeline_kind(cells.kind)
    merges = row is not None and row.merges and not (cells.roles or cells.only) and cells.fields.get("title")
    if not merges or _headline_of(cells, headline) != "organization":
        return ""
    return " ".join("".join(node.astext() for node in cells.fields["organization"]).split())


def _employment(group: list[Cells]) -> Cells:
    """The organization with what all its positions share; what differs stays theirs."""
    first = group[0]
    logo = next((cells.logo for cells in group if cells.logo is not None), None)
    url = next((cells.url for cells in group if cells.url), "")
    whole = Cells(first.kind, fields={"organization": first.fields["organization"]}, url=url, logo=logo)
    places = {"".join(node.astext() for node in cells.fields.get("location", [])) for cells in group}
    shared = {"organization", "location"} if len(places) == 1 else {"organization"}
    if len(places) == 1 and first.fields.get("location"):
        whole.fields["location"] = first.fields["location"]
    for cells in group:
        fields = {name: words for name, words in cells.fields.items() if name not in shared}
        whole.roles.append(replace(cells, fields=fields, url="", logo=None))
    return whole


def entry_node(cells: Cells, setting: Setting, *, headline: str = "", shape: str = "full") -> nodes.Element:
    """One entry of a timeline."""
    node = academic.academic_entry("", kind=cells.kind, classes=["academic-entry"])
    if cells.only:
        node["only"] = cells.only
    lines = academic.academic_lines("", classes=["academic-lines"])
    for line in _lines(cells, setting, _headline_of(cells, headline), shape):
        lines += line_node(line)
    node += lines
    node += cells.body
    if cells.roles:
        roles = academic.academic_roles("", classes=["academic-roles"], bullet="-")
        roles += [entry_node(role, setting, headline="title") for role in cells.roles]
        node += roles
    if cells.logo is not None:
        node += cells.logo
    return node


def _lines(cells: Cells, setting: Setting, headline: str, shape: str) -> list[list[nodes.Node]]:
    head = _linked(cells.fields.get(headline, []), cells.url)
    rest = [name for name in ("title", "organization") if name != headline and cells.fields.get(name)]
    honors = cells.fields.get("honors", [])
    place = [part_node("location", cells.fields["location"])] if cells.fields.get("location") else []
    when = _when(cells, setting)
    first: list[nodes.Node] = []
    if shape == "short":
        groups = [[part_node("title", head)]] if head else []
        groups += [[part_node("organization", cells.fields[name])] for name in rest]
        groups += [[part_node("subtitle", honors)]] if honors else []
        first = joined([*groups, place] if place else groups, setting.words(", "))
        below: list[list[nodes.Node]] = []
    else:
        first = [part_node("title", head, cls=academic.academic_strong_part)] if head else []
        words = joined([cells.fields[name] for name in rest] + ([honors] if honors else []), setting.words(", "))
        second = [part_node("subtitle", words, cls=academic.academic_emphasis_part)] if words else []
        below = [joined([group for group in (second, place) if group], " · ")]
    if when and first:
        when.append(separator(": "))
    below += [
        [part_node("detail", _phrase(name, words, setting))]
        for name, words in cells.fields.items()
        if name not in _HEAD
    ]
    if cells.links:
        links = joined([[link_node(relation, target, setting)] for relation, target in cells.links], " ")
        below.append([part_node("links", links)])
    return [line for line in ([*when, *first], *below) if line]


def _linked(words: list[nodes.Node], url: str) -> list[nodes.Node]:
    has_link = any(
        node.next_node(nodes.reference, include_self=True) for node in words if isinstance(node, nodes.Element)
    )
    if not url or not words or has_link:
        return words
    return [nodes.reference("", "", *words, refuri=url, internal=False)]


def _when(cells: Cells, setting: Setting) -> list[nodes.Node]:
    if cells.when is not None and not (setting.date_format == "verbatim" and cells.when_text):
        words = when_nodes(cells.when, setting)
    elif cells.when_text:
        words = [nodes.Text(verbatim_date(cells.when_text))]
    else:
        return []
    return [part_node("when", words)]


def _phrase(name: str, words: list[nodes.Node], setting: Setting) -> list[nodes.Node]:
    """``Advised by …``; a field that no row knows says its own name."""
    row = entry_field(name)
    phrase = setting.words(row.phrase) if row else f"{name[:1].upper()}{name[1:].replace('_', ' ')}: {{}}"
    return phrase_nodes(phrase, words)
