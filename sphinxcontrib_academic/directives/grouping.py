"""``:group-by:`` and ``:numbered:`` of a list: what the author wishes, and the sections that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic.directives.choosing import sort_keys
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.render.groups import free_id, group_nodes, takes_sections
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.selection import GROUP_KEYS, Group, Wish, known_names, values_of, words_of
from sphinxcontrib_academic.selection.grouping import matched, title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinxcontrib_academic.directives.asking import Asking
    from sphinxcontrib_academic.directives.base import AcademicDirective
    from sphinxcontrib_academic.model.works import Work

GROUP_OPTIONS = ("group-by", "group-order", "groups")
NUMBER_OPTIONS = ("numbered", "numbering")
_DEEPEST = 2


def wish_of(directive: Asking, works: Sequence[Work]) -> Wish:
    """What the options say about groups."""
    keys = _keys(directive)
    if not keys:
        for option in ("group-order", "groups"):
            if option in directive.options:
                directive.complain(Code.UNKNOWN_VALUE, f":{option}: is of no use without :group-by:")
        return Wish(())
    first = _pieces(directive.options.get("group-order", ""), ",;\n")
    headings = _headings(directive.options.get("groups", ""))
    known = {value: title for key in keys for value, title in values_of(works, key).items()}
    for option, key_names, values in (("group-order", keys, first), ("groups", keys[:1], list(headings))):
        for value in values:
            if not any(matched(key, value) in known for key in key_names):
                hint = did_you_mean(value, [*known, *known.values()])
                message = f":{option}: names {value!r}, which no publication has in {', '.join(key_names)}{hint}"
                directive.complain(Code.UNKNOWN_VALUE, message)
    years = [key for key in sort_keys(directive) if key.lstrip("-+") in {"date", "year"}]
    return Wish(tuple(keys), tuple(first), headings, years_up=bool(years) and not years[0].startswith("-"))


def _keys(directive: Asking) -> list[str]:
    """The keys of ``:group-by:`` that are known, as many as there can be levels."""
    keys = []
    for name in words_of(directive.options.get("group-by", "") or ""):
        key = "keyword" if name in {"keywords", "tags"} else name.lower()
        # only the works themselves say which fields they have
        fields = set() if key in GROUP_KEYS else known_names(directive.domain.library.works)
        if key in GROUP_KEYS or key.replace("-", "_") in fields:
            keys.append(key)
            continue
        hint = did_you_mean(name, [*GROUP_KEYS, *sorted(fields)])
        message = f":group-by: names {name!r}, expected one of {', '.join(GROUP_KEYS)}, or a field{hint}"
        directive.complain(Code.UNKNOWN_VALUE, message)
    if len(keys) > _DEEPEST:
        directive.complain(Code.UNKNOWN_VALUE, f":group-by: has {len(keys)} names, expected {_DEEPEST} at most")
    return keys[:_DEEPEST]


def _pieces(text: str, separators: str) -> list[str]:
    for sign in separators[1:]:
        text = text.replace(sign, separators[0])
    return [piece.strip() for piece in text.split(separators[0]) if piece.strip()]


def _headings(text: str) -> dict[str, str]:
    """``video: Efficient Video; science`` as values with their headings."""
    found = {}
    for piece in _pieces(text, ";\n"):
        value, _, heading = piece.partition(": ")
        found[value.strip()] = heading.strip()
    return found


def numbering_of(directive: AcademicDirective) -> str:
    """The words of ``:numbered:`` and ``:numbering:``: ``down type group``; empty without numbers."""
    if "numbered" not in directive.options:
        if "numbering" in directive.options:
            directive.complain(Code.UNKNOWN_VALUE, ":numbering: is of no use without :numbered:")
        return ""
    words = words_of(directive.options["numbered"] or "")
    known = ("down", "up", "type")
    for word in words:
        if word not in known:
            hint = did_you_mean(word, known)
            directive.complain(Code.UNKNOWN_VALUE, f":numbered: is {word!r}, expected one of {', '.join(known)}{hint}")
    across = directive.choice("numbering", ("list", "group"), "list")
    return " ".join(["up" if "up" in words else "down", *(["type"] if "type" in words else []), across])


class GroupNodes:
    """Makes the nodes of groups, each with an id of its own."""

    def __init__(self, directive: AcademicDirective, place: Callable[[Group], nodes.Element]) -> None:
        self.directive, self.place = directive, place
        self.section = takes_sections(directive.state_machine.node)
        self.used = {*directive.state.document.ids, *directive.state.document.nameids}

    def all(self, groups: Iterable[Group], level: int = 1) -> list[nodes.Node]:
        """The nodes of all groups."""
        return [node for group in groups for node in self.one(group, level)]

    def one(self, group: Group, level: int) -> list[nodes.Node]:
        """The nodes of one group."""
        if not (group.title or group.own):
            return [self.place(group)]
        name = free_id(group.anchor, self.used)
        self.used.add(name)
        heading = self._heading(group)
        children = self.all(group.groups, level + 1) if group.groups else [self.place(group)]
        made = group_nodes(heading, name, children, section=self.section)
        head = made[0]
        assert isinstance(head, nodes.Element)  # noqa: S101 - made so
        if not self.section:
            head["level"] = level
        self.directive.set_source_info(head)
        title = head[0] if self.section else head
        assert isinstance(title, nodes.TextElement)  # noqa: S101 - made so
        self._finish(title, group)
        self.directive.state.document.ids.setdefault(name, head)
        return made

    def _heading(self, group: Group) -> list[nodes.Node]:
        return (
            self.directive.words(group.own)
            if group.own
            else [nodes.Text(title_of(group, self.directive.domain.setting.words))]
        )

    def _finish(self, title: nodes.TextElement, group: Group) -> None:
        """Words from data files are not translated, those of the author are."""
        self.directive.set_source_info(title)
        if group.line:
            title.line = group.line
        title.rawsource = group.own or group.title
        if not group.own:
            title["translatable"] = False
