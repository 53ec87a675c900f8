"""What stands on each page of the reference."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from options import DIRECTIVES, ROLES
from samples import ENTRIES, OF_PEOPLE, OF_PUBLICATIONS
from twins import Twin, indented, live, of_files, tabs
from words import code, prose, typed

from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, LinkRelation, address
from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES, SELF
from sphinxcontrib_academic.kinds.timeline import TIMELINE_KINDS
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.values import VALUES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Row(NamedTuple):
    """One page."""

    name: str
    title: str
    short: str
    """What its group says of it."""
    guide: str
    """The page that tells more."""
    lines: list[str]


class Group(NamedTuple):
    """Pages about things of one sort."""

    name: str
    label: str
    title: str
    text: str
    rows: Callable[[Path], Iterator[Row]]


def fields(*pairs: tuple[str, str]) -> list[str]:
    """What can be said in a word or two."""
    return [*(f":{name}: {value}" for name, value in pairs if value), ""]


def directives(docs: Path) -> Iterator[Row]:
    """The options stand below the directive."""
    for row in DIRECTIVES:
        rst, md = of_files(docs / "snippets", row.snippet)
        lines = [row.text, "", row.others, "", *tabs(rst, md), *live([f".. include:: /snippets/{row.snippet}.rst"])]
        lines += [f".. rst:directive:: .. {row.name}:: {row.signature}".rstrip(), ""]
        for option in row.options:
            example = (
                f":{name}: {text}".rstrip() for name, text in (*option.beside.items(), (option.name, option.example))
            )
            said = f"**Value** {option.value} · **Default** {option.default} · **Example** {code(*example)}"
            lines += [f"   .. rst:directive:option:: {option.name}", "", *indented([option.text, "", said, ""], 6)]
        yield Row(row.name, row.name, row.text, row.guide, lines)


def roles(docs: Path) -> Iterator[Row]:
    """The roles of the domain."""
    for row in ROLES:
        rst, md = of_files(docs / "snippets", row.snippet)
        said = fields(("Text", row.value), ("Default", row.default))
        lines = [f".. rst:role:: academic:{row.name}", "", f"   {row.text}", "", *indented(said), *tabs(rst, md)]
        lines += live([f".. include:: /snippets/{row.snippet}.rst"])
        yield Row(row.name, f"academic:{row.name}", row.text, "roles", lines)


def values(docs: Path) -> Iterator[Row]:
    """The values of ``conf.py``, each with an example that is tried."""
    for value in VALUES:
        kinds = code(*(kind.__name__.replace("NoneType", "None") for kind in value.types))
        path = docs / "snippets" / "values" / f"{value.name}.py"
        example = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        lines = [f".. confval:: {value.name}", f"   :type: {kinds}", f"   :default: {typed(repr(value.default))}", ""]
        lines += [f"   {prose(value.help)}", ""]
        lines += [f"   One of {code(*value.choices)}.", ""] if value.choices else []
        lines += [".. code-block:: python", "   :caption: conf.py", "", *indented(example), ""] if example else []
        guide = "cv" if "cv" in value.name else "configuration"
        yield Row(value.name, value.name, prose(value.help), guide, lines)


def problems(docs: Path) -> Iterator[Row]:
    """The codes, each with an input that gives it and what is said."""
    told = json.loads((docs / "_ext" / "told.json").read_text(encoding="utf-8"))
    for member in Code:
        name = f"academic.{member.subtype}"
        lines = [prose(member.meaning), "", "For example", "-" * 12, "", *listing("text", member.example)]
        lines += answer(told[member.subtype]) if member.subtype in told else []
        lines += ["What to do", "-" * 12, "", prose(member.mend), ""]
        lines += ["If it is right as it stands, say so in ``conf.py``:", ""]
        lines += listing("python", f'suppress_warnings = ["{name}"]')
        yield Row(member.subtype, name, prose(member.meaning), "problems", lines)


def answer(told: dict[str, str]) -> list[str]:
    """A whole file with the fault in it, and what is said of it; tests/test_docs.py builds it."""
    text = told["input"].lstrip("\n")
    first = len(told["input"]) - len(text) + 1
    head = [".. code-block:: text", f"   :caption: {told['file']}", f"   :lineno-start: {first}", ""]
    return [*head, *indented(text.splitlines()), "", "It says:", "", *listing("text", told["says"])]


def listing(language: str, text: str) -> list[str]:
    """Lines as they are typed."""
    return [f".. code-block:: {language}", "", *indented(text.splitlines()), ""]


def kinds(_docs: Path) -> Iterator[Row]:
    """The kinds of timelines, in a page and in a data file."""
    for row in TIMELINE_KINDS:
        when, title, *where = ENTRIES.get(row.key, ENTRIES["event"])
        twin = Twin("timeline", row.key, body=(" : ".join((when, title, *where)),))
        names = ("organization", "location")
        entry = [f"@{row.key}{{{row.key}1,", f"  title = {{{title}}},"]
        entry += [f"  {name} = {{{text}}}," for name, text in zip(names, where, strict=False)]
        entry += [f"  date = {{{when}}},", "}"]
        lead = f"The {row.headline} stands first and boldly."
        merging = "Entries that follow each other at one organization are shown as one." if row.merges else ""
        said = fields(("Heading", row.label), ("Also read", code(*row.aliases)))
        lines = [lead, merging, "", *said, *tabs(twin.rst, twin.md), *live(twin.rst.splitlines())]
        lines += ["The same in a data file, for a ``timeline`` without a body:", ""]
        lines += listing("bibtex", "\n".join(entry))
        yield Row(row.key, row.key, row.label, "timeline", lines)


def links(_docs: Path) -> Iterator[Row]:
    """The relations, as fields of an entry, as options, and in the profile."""
    for row in LINK_RELATIONS:
        said = fields(
            ("Says", row.label),
            ("Also read", code(*row.fields)),
            ("Address on a publication", code(row.url)),
            ("Address on a person", code(row.profile)),
            ("Before the identifier", code(*row.hosts) and f"{code(*row.hosts)} is taken away"),
        )
        yield Row(row.key, row.key, row.label, "data", [link_text(row), "", *said, *of_work(row), *of_person(row)])


def link_text(row: LinkRelation) -> str:
    """Where it can stand, and what is expected."""
    if row.url and row.profile:
        return "A link of a publication and of a person, made from an identifier; a URL is right, too."
    if row.url or row.profile:
        return f"A link of a {'publication' if row.url else 'person'}, made from an identifier; a URL is right, too."
    return "A link of a publication or of a person: a URL, or a file beside the sources, which is copied into the site."


def link_value(row: LinkRelation) -> str:
    """What an example has in its field."""
    return OF_PUBLICATIONS.get(row.key, "12345") if row.url else f"https://example.org/{row.key}"


def of_work(row: LinkRelation) -> list[str]:
    """On a publication, if it can stand there."""
    if not row.url and row.profile:
        return []
    twin = work_twin(row)
    text = ["On a publication", "-" * 20, "", "As a field of the entry, or as an option of ``publication``:", ""]
    return [*text, *tabs(twin.rst, twin.md), *live(twin.rst.splitlines()), leads(row, link_value(row)), ""]


def work_twin(row: LinkRelation) -> Twin:
    """A publication with this link."""
    body = ("@article{pairs,", "  title = {On Pairs},", "  author = {Roe, Jane},", "  year = {2025},")
    return Twin("publication", "", {"no-index": ""}, (*body, f"  {row.key} = {{{link_value(row)}}},", "}"))


def of_person(row: LinkRelation) -> list[str]:
    """On a person, if it can stand there."""
    if row.url and not row.profile:
        return []
    value = OF_PEOPLE.get(row.key, "janeroe") if row.profile else f"https://example.org/{row.key}"
    twin = person_twin(row)
    setting = f'academic_profile = {{"links": {{"{row.key}": "{value}"}}}}'
    text = ["On a person", "-" * 14, "", *tabs(twin.rst, twin.md)]
    return [*text, "For the whole site:", "", *listing("python", setting), leads(row, value, of_person=True), ""]


def person_twin(row: LinkRelation) -> Twin:
    """A profile with this link alone."""
    value = OF_PEOPLE.get(row.key, "janeroe") if row.profile else f"https://example.org/{row.key}"
    return Twin("profile", "", {row.key: value, "links": row.key})


def leads(row: LinkRelation, value: str, *, of_person: bool = False) -> str:
    """Where the link of the example leads."""
    return f"It leads to {typed(address(row, value, of_person=of_person))}."


def author_roles(_docs: Path) -> Iterator[Row]:
    """What authors can be, in ``author+an`` and glued to names."""
    for row in AUTHOR_ROLES:
        twin = author_twin(row.key)
        mark = code(row.mark) or "none; the style of :confval:`academic_owner_style`"
        said = fields(("Mark", mark), ("Also read", code(*row.aliases)), ("Glued to a name", code(*row.glued)))
        text = f"Says *{row.label}*" + (" in the legend." if row.key != SELF else ".")
        lines = [text, "", *said, *tabs(twin.rst, twin.md), *live(twin.rst.splitlines())]
        yield Row(row.key, row.key, row.label, "publication", lines)


def author_twin(role: str) -> Twin:
    """An entry of two authors, the second of whom has the role."""
    body = ("@article{pair,", "  title     = {On Pairs},", "  author    = {Roe, Jane and Doe, John},")
    body = (*body, f"  author+an = {{2={role}}},", "  year      = {2025},", "}")
    return Twin("publication", "", {"no-index": ""}, body)


GROUPS: tuple[Group, ...] = (
    Group("directives", "directive", "Directives", "What a page shows.", directives),
    Group("roles", "role", "Roles", "What a sentence names.", roles),
    Group("values", "value", "Configuration values", "What stands in ``conf.py``. None is needed.", values),
    Group("problems", "problem", "Problem codes", "What can be wrong with the input, and what to do.", problems),
    Group("kinds", "kind", "Kinds of timelines", "What stands behind ``.. timeline::``.", kinds),
    Group("links", "link", "Link relations", "What a link can lead to.", links),
    Group("author-roles", "author-role", "Roles of authors", "What an author can be.", author_roles),
)
