"""A person to nodes: name, position, contact lines, links, biography."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.render.parts import joined, line_node, part_node

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTACTS = ("address", "email", "phone")
"""The parts that have a line each, in this order."""


@dataclass(slots=True)
class Person:
    """What is said of a person, each word as nodes."""

    name: str
    position: list[nodes.Node] = field(default_factory=list)
    affiliation: list[nodes.Node] = field(default_factory=list)
    contacts: list[tuple[str, str, list[nodes.Node]]] = field(default_factory=list)
    """Name of the part, label before it (or none), words."""
    links: list[nodes.Element] = field(default_factory=list)
    photo: nodes.Element | None = None
    biography: Sequence[nodes.Node] = ()


def profile_node(person: Person, *, said: bool, comma: str = ", ") -> nodes.Element:
    """A profile; ``said`` is true where the page's title is the name, and a language has a comma of its own."""
    node = academic.academic_profile("", classes=["academic-profile"])
    if person.photo is not None:
        node += person.photo
    lines = academic.academic_lines("", classes=["academic-lines"])
    if said:
        silent = academic.academic_silent_part(person.name, person.name, part="name", classes=["academic-name"])
        node += silent
    else:
        lines += line_node([part_node("name", [nodes.Text(person.name)], cls=academic.academic_strong_part)], "name")
    first = [
        [part_node(name, words)]
        for name, words in (("position", person.position), ("affiliation", person.affiliation))
        if words
    ]
    if first:
        lines += line_node(joined(first, comma), "position")
    for name, label, words in person.contacts:
        before = [nodes.inline("", f"{label}:", classes=["academic-label"]), nodes.Text(" ")] if label else []
        lines += line_node([part_node(name, [*before, *words])], "contact")
    if person.links:
        lines += line_node([part_node("links", joined([[link] for link in person.links], " "))], "links")
    if lines.children:
        node += lines
    if person.biography:
        node += academic.academic_prose("", *person.biography, classes=["academic-biography"])
    return node


def email_node(address: str) -> nodes.Element:
    """An address in words that no robot takes for one: ``jane [at] example [dot] org``."""
    words = address.strip().replace("@", " [at] ").replace(".", " [dot] ")
    encoded = "".join(f"%{byte:02X}" for byte in address.strip().encode())
    return academic.academic_email("", words, address=encoded, classes=["academic-mailto"])


def telephone_node(number: str) -> nodes.Element:
    """A telephone number that can be called (RFC 3966)."""
    digits = quote("".join(sign for sign in number if sign.isdigit() or sign == "+"), safe="+")
    return nodes.reference("", number, refuri=f"tel:{digits}", internal=False)
