"""The authors of a work: the owner set off, marks of roles, and the legend that explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES, SELF, author_role
from sphinxcontrib_academic.model.identity import owner_positions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinxcontrib_academic.model.names import Contributor, People
    from sphinxcontrib_academic.render.setting import Setting


def people_nodes(people: People, setting: Setting) -> list[nodes.Node]:
    """The names in their order, separated by commas."""
    own = owner_positions(people, setting.owner)
    result: list[nodes.Node] = []
    for index, person in enumerate(people.members):
        if index:
            result.append(nodes.Text(", "))
        result.append(_person(person, setting, own=index in own))
    if people.others:
        result += [nodes.Text(", "), academic.academic_others("", "et al.", classes=["academic-others"])]
    return result


def _person(person: Contributor, setting: Setting, *, own: bool) -> nodes.Element:
    author = academic.academic_author("", "", classes=["academic-author"])
    name: nodes.Node = nodes.Text(str(person.name))
    if person.url:
        name = nodes.reference("", "", name, refuri=person.url, internal=False)
    if own and setting.owner_style != "none":
        css = ["academic-self", *(f"academic-self-{style}" for style in setting.owner_style.split())]
        name = academic.academic_self("", "", name, style=setting.owner_style, classes=css)
    marks = [_mark(role) for role in _marked_roles(person)]
    author += [*marks, name] if setting.mark_position == "before" else [name, *marks]
    return author


def _marked_roles(person: Contributor) -> list[str]:
    """The roles that have a mark, in the order of the table, then the author's own."""
    order = {row.key: index for index, row in enumerate(AUTHOR_ROLES)}
    return sorted({role for role in person.roles if role != SELF}, key=lambda role: (order.get(role, len(order)), role))


def _mark(role: str) -> nodes.Element:
    row = author_role(role)
    sign, label = (row.mark, row.label) if row else (role, "")
    return academic.academic_mark("", sign, role=role, label=label, classes=["academic-mark"])


def legend_node(publications: Iterable[nodes.Element]) -> nodes.Element | None:
    """What the marks in these publications mean; nothing where there are none that need a word."""
    used: dict[str, nodes.Element] = {}
    for publication in publications:
        for mark in publication.findall(academic.academic_mark):
            if mark["label"]:
                used.setdefault(mark["role"], mark)
    if not used:
        return None
    order = {row.key: index for index, row in enumerate(AUTHOR_ROLES)}
    legend = academic.academic_legend("", "", classes=["academic-legend"], translatable=False)
    for index, role in enumerate(sorted(used, key=lambda role: order.get(role, len(order)))):
        if index:
            legend += nodes.Text(" · ")
        legend += used[role].deepcopy()
        legend += nodes.Text(f" {used[role]['label']}")
    return legend
