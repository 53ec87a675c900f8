"""Small things that all renderers need: a part, a line, a date, a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.links import address, link_relation
from sphinxcontrib_academic.kinds.parts import PART_BY_NAME
from sphinxcontrib_academic.nodes import AcademicPart
from sphinxcontrib_academic.render.dates import when_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinxcontrib_academic.kinds.links import LinkRelation
    from sphinxcontrib_academic.model.dates import When
    from sphinxcontrib_academic.render.setting import Setting


def part_node(
    name: str,
    children: Iterable[nodes.Node],
    *,
    cls: type[nodes.Element] = academic.academic_part,
    classes: Sequence[str] = (),
) -> nodes.Element:
    """A part of the table ``kinds.parts`` with its words."""
    assert issubclass(cls, AcademicPart)  # noqa: S101 - a mistake of ours, not of the input
    return cls("", *children, part=name, classes=[PART_BY_NAME[name].css, *classes])


def separator(text: str) -> nodes.Element:
    """What stands between two parts of a line."""
    return academic.academic_separator("", text)


def line_node(children: Iterable[nodes.Node], kind: str = "") -> nodes.Element:
    """One line of a thing."""
    # what comes from data is not translated: it stays out of the message catalogues
    node = academic.academic_line("", *children, translatable=False)
    if kind:
        node["kind"] = kind
        node["classes"].append(f"academic-{kind}-line")
    return node


def joined(groups: Sequence[Sequence[nodes.Node]], joint: str) -> list[nodes.Node]:
    """Groups of nodes with words between them."""
    result: list[nodes.Node] = []
    for index, group in enumerate(groups):
        if index:
            result.append(separator(joint))
        result.extend(group)
    return result


def when_nodes(when: When, setting: Setting) -> list[nodes.Node]:
    """The words of a date or a range, each end an ``academic_time``."""
    style = "medium" if setting.date_format == "verbatim" else setting.date_format
    result: list[nodes.Node] = []
    for text, date in when_pieces(when, language=setting.language, style=style, own=setting.own_words):
        if date is None:
            result.append(nodes.Text(text))
        else:
            result.append(academic.academic_time("", text, datetime=date.datetime))
    return result


def verbatim_date(text: str) -> str:
    """A date as its author wrote it, with the dash of a range."""
    return re.sub(r"\s*-{2,3}\s*", " – ", text.strip()) if "--" in text else text.strip()


def link_node(
    relation: str, target: str, setting: Setting, *, label: str = "", words: Sequence[nodes.Node] = ()
) -> nodes.Element:
    """A link to what ``target`` names: an address, or a path from the source folder."""
    row = setting.relations.row(relation)
    text = label or (relation_label(row, setting) if row else relation)
    key = row.key if row else "custom"
    css = ["academic-link", f"academic-link-{key}"]
    if target in setting.files:
        path = "/" + target
        node: nodes.Element = academic.academic_file(
            "", "", reftype="download", refdomain="", reftarget=path, filename=setting.files[target]
        )
        node += list(words) or [nodes.inline("", text)]
    else:
        shown = list(words) or [nodes.Text(text)]
        node = academic.academic_link("", "", *shown, refuri=target, internal=False)
    # words of a sentence stay as large as the sentence
    node["relation"] = "" if words else key
    node["classes"] += css
    return node


def relation_label(row: LinkRelation, setting: Setting) -> str:
    """What a link says: in the language of the site, unless the site has words of its own."""
    return row.label if row in setting.relations.own else setting.words(row.label)


def person_address(relation: str, value: str) -> str:
    """The address of a person's page: from a user's name, a number, or an address."""
    row = link_relation(relation)
    return address(row, value, of_person=True) if row else value.strip()
