"""The authors of a work: the owner set off, marks of roles, and the legend that explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.roles import SELF
from sphinxcontrib_academic.model.identity import owner_positions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinxcontrib_academic.model.names import Contributor, People
    from sphinxcontrib_academic.render.setting import Setting
    from sphinxcontrib_academic.render.words import Wording


def people_nodes(people: People, setting: Setting, *, most: int = 0) -> list[nodes.Node]:
    """The names in their order, separated by commas; those beyond ``most`` are unfolded, the owner never."""
    own = owner_positions(people, setting.owner)
    urls = setting.directory.urls(people) if setting.directory.people else ("",) * len(people.members)
    names = [
        _author(person, setting, url=person.url or url, own=index in own)
        for index, (person, url) in enumerate(zip(people.members, urls, strict=True))
    ]
    # names that the source does not give are folded away with the last that it gives
    end = len(names) + people.others
    shown = _with_lone({*range(most if most > 0 else end), *own}, end)
    return _separated(list(_groups(names, shown, setting.words, others=people.others)))


def _with_lone(shown: set[int], count: int) -> set[int]:
    """Those that are shown, and whoever would be folded away alone: words in place of one name save nothing."""
    lone = {place for place in range(count) if {place - 1, place + 1} <= shown | {-1, count}}
    return shown | lone


_Joined = tuple[str, nodes.Element]
"""What stands before an element of a list, unless it is the first."""


def _groups(names: list[nodes.Element], shown: set[int], words: Wording, *, others: bool) -> Iterable[_Joined]:
    """The names that are shown, and what stands for each run of others."""
    joint = words.joint
    hidden: list[_Joined] = []
    for index, name in enumerate(names):
        if index not in shown:
            hidden.append((joint, name))
            continue
        if hidden:
            yield joint, _more(hidden, words.counted("{count} more", "{count} more", len(hidden)))
            hidden = []
        yield joint, name
    before, et_al = _parted(words(", et al."))
    last = [(before, academic.academic_others("", et_al, classes=["academic-others"]))] if others else []
    if hidden and others:
        yield before, _more([*hidden, *last], et_al)
    elif hidden:
        before, rest = _parted(words.counted(", and {count} more", ", and {count} more", len(hidden)))
        yield before, _more(hidden, rest)
    else:
        yield from last


def _parted(phrase: str) -> tuple[str, str]:
    """What joins a phrase to a list, a comma or a blank in most languages, and its words."""
    words = phrase.lstrip(" ,،、，\N{NO-BREAK SPACE}")
    return phrase[: len(phrase) - len(words)], words


def _more(hidden: Sequence[_Joined], phrase: str) -> nodes.Element:
    return academic.academic_more(
        "",
        "",
        academic.academic_more_words("", phrase.replace("{count}", str(len(hidden)))),
        academic.academic_hidden("", "", *_separated(hidden)),
        classes=["academic-more"],
    )


def _separated(names: Sequence[_Joined]) -> list[nodes.Node]:
    result: list[nodes.Node] = []
    for joint, name in names:
        if result and joint:
            result.append(nodes.Text(joint))
        result.append(name)
    return result


def person_nodes(people: People, index: int, setting: Setting, words: Sequence[nodes.Node]) -> nodes.Element:
    """One of a list, whose name another has written."""
    own = index in owner_positions(people, setting.owner)
    person = people.members[index]
    url = person.url or (setting.directory.urls(people)[index] if setting.directory.people else "")
    return _person(person, setting, url=url, own=own, words=words)


def _author(person: Contributor, setting: Setting, *, url: str, own: bool) -> nodes.Element:
    """One author, made once where nodes may be shared."""
    if setting.shared is None:
        return _person(person, setting, url=url, own=own)
    key = (person, url, own)
    if key not in setting.shared:
        if len(setting.shared) >= _AT_HAND:
            setting.shared.clear()
        setting.shared[key] = _person(person, setting, url=url, own=own)
    return setting.shared[key]


_AT_HAND = 10_000
"""So many authors are kept at once."""


def _person(
    person: Contributor, setting: Setting, *, url: str, own: bool, words: Sequence[nodes.Node] = ()
) -> nodes.Element:
    author = academic.academic_author("", "", classes=["academic-author"])
    name: nodes.Element = nodes.inline("", "", *words) if words else nodes.inline("", str(person.name))
    if url:
        name = nodes.reference("", "", *name.children, refuri=url, internal=False)
    if own and setting.owner_style != "none":
        css = ["academic-self", *(f"academic-self-{style}" for style in setting.owner_style.split())]
        inner = [name] if url else name.children
        name = academic.academic_self("", "", *inner, style=setting.owner_style, classes=css)
    shown = name.children if type(name) is nodes.inline else [name]
    marks = [_mark(role, setting) for role in _marked_roles(person, setting)]
    author += [*marks, *shown] if setting.mark_position == "before" else [*shown, *marks]
    return author


def _marked_roles(person: Contributor, setting: Setting) -> list[str]:
    """The roles that have a mark, each once, in the order of the table, then the author's own."""
    rows = {role: setting.roles.row(role) for role in person.roles}
    keys = dict.fromkeys(row.key if row else role for role, row in rows.items() if not row or row.mark)
    return sorted((key for key in keys if key != SELF), key=lambda role: (setting.roles.order(role), role))


def _mark(role: str, setting: Setting) -> nodes.Element:
    row = setting.roles.row(role)
    sign, label = (row.mark, row.label) if row else (role, "")
    order = setting.roles.order(role)
    return academic.academic_mark("", sign, role=role, label=label, order=order, classes=["academic-mark"])


def marks_in(node: nodes.Node) -> list[tuple[academic.academic_mark, bool]]:
    """The marks in a node, in their order, and whether each is seen wherever nothing can be unfolded.

    Docutils's own search takes longer than to make them.
    """
    found: list[tuple[academic.academic_mark, bool]] = []
    waiting = [(node, True)]
    while waiting:
        one, seen = waiting.pop()
        if isinstance(one, academic.academic_mark):
            found.append((one, seen))
        elif isinstance(one, academic.academic_written):
            found += one["marks"]
        seen = seen and not isinstance(one, academic.academic_hidden)
        waiting += [(child, seen) for child in reversed(one.children)]
    return found


def legend_node(publications: Iterable[nodes.Element]) -> nodes.Element | None:
    """What the marks in these publications mean; nothing where there are none that need a word."""
    used: dict[str, academic.academic_mark] = {}
    seen: set[str] = set()
    for publication in publications:
        for mark, is_seen in marks_in(publication):
            if mark["label"]:
                used.setdefault(mark["role"], mark)
                seen |= {mark["role"]} if is_seen else set()
    if not used:
        return None
    legend = academic.academic_legend("", "", classes=["academic-legend"], translatable=False)
    marks = sorted(used.values(), key=lambda mark: mark["order"])
    for index, mark in enumerate(marks):
        joint = [nodes.Text(" · ")] if index else []
        words = [mark.deepcopy(), nodes.Text(f" {mark['label']}")]
        if mark["role"] not in seen:
            legend += academic.academic_hidden("", "", *joint, *words)
        elif seen.isdisjoint(before["role"] for before in marks[:index]):
            legend += [academic.academic_hidden("", "", *joint), *words] if joint else words
        else:
            legend += [*joint, *words]
    return legend if seen else academic.academic_hidden("", "", legend)
