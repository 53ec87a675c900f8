"""The nodes in LaTeX: an environment for a thing, a macro for a field, and others for what stands in it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.latex import nodes as latex
from sphinxcontrib_academic.outputs.latex.addresses import tex_address
from sphinxcontrib_academic.outputs.latex.syllables import breakable
from sphinxcontrib_academic.outputs.latex.widths import widest
from sphinxcontrib_academic.outputs.latex.writing import visit_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.latex import LaTeXTranslator

    Visitor = Callable[[LaTeXTranslator, Any], None]

PAGE = 3000
"""Characters that any page has room for; a publication of more is one of hundreds of authors."""
IMAGE_SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg")


def nothing(_self: LaTeXTranslator, _node: nodes.Element) -> None:
    """Neither before nor behind the words."""


def skip(_self: LaTeXTranslator, _node: nodes.Element) -> None:
    """Not shown."""
    raise nodes.SkipNode


def around(before: str, behind: str) -> tuple[Visitor, Visitor]:
    """Words of LaTeX before and behind the words of the node."""

    def visit(self: LaTeXTranslator, _node: nodes.Element) -> None:
        self.body.append(before)

    def depart(self: LaTeXTranslator, _node: nodes.Element) -> None:
        self.body.append(behind)

    return visit, depart


# things


def visit_profile(self: LaTeXTranslator, node: nodes.Element) -> None:
    _announce(self, node)
    self.body.append("\n\n\\begin{academicprofile}\n")


def _announce(self: LaTeXTranslator, node: nodes.Element) -> None:
    """The first profile gives the PDF its author and the title its name."""
    if r"\academicprofiletrue" in self.elements["preamble"]:
        return
    self.elements["preamble"] += "\n\\academicprofiletrue"
    name = next(
        (self.encode(field.astext()) for field in node.findall(latex.academic_field) if field["name"] == "name"),
        "",
    )
    if name:
        title = self.elements["title"]
        whole = f"{name} \\textendash{{}} {title}" if title and name not in title else title or name
        self.body.append(f"\n\\academicmetadata{{{whole}}}{{{name}}}%")


def visit_publications(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(f"\n\n\\begin{{academicpublications}}{{{self.encode(node.get('widest', ''))}}}\n")


def visit_publication(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(f"\\begin{{academicpublication}}{{{_macro_name(node.get('type', ''))}}}\n")
    if len(node.astext()) > PAGE:
        self.body.append("\\academiclong\n")


def visit_timeline(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\n\n")
    if node.get("shape") == "short":
        whens = [field.astext() for field in node.findall(latex.academic_field) if field["name"] == "when"]
        widest_date = self.encode(widest(whens))
        self.body.append(f"\\begin{{academictimeline}}{{{_macro_name(node.get('kind', ''))}}}{{{widest_date}}}\n")


def depart_timeline(self: LaTeXTranslator, node: nodes.Element) -> None:
    if node.get("shape") == "short":
        self.body.append("\\end{academictimeline}\n")


def visit_entry(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(f"\\begin{{{_environment(node)}}}{{{_macro_name(node.get('kind', ''))}}}\n")


def depart_entry(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(f"\n\\end{{{_environment(node)}}}\n")


def _environment(entry: nodes.Element) -> str:
    if isinstance(entry.parent, academic.academic_roles):
        return "academicrole"
    return "academicevent" if entry.parent.get("shape") == "short" else "academicentry"


def _macro_name(kind: str) -> str:
    # an author's own word may hold anything, and names of macros are made of it
    return "".join(sign for sign in kind if sign.isascii() and (sign.isalnum() or sign == "-"))


# fields


def visit_field(self: LaTeXTranslator, node: nodes.Element) -> None:
    macro = "academicsetsilent" if node.get("silent") else "academicadd" if node.get("more") else "academicset"
    self.body.append(f"\\{macro}{{{node['name']}}}{{")
    if node["ids"]:
        self.body.append(self.hypertarget_to(node, anchor=True))


def visit_contact(self: LaTeXTranslator, node: nodes.Element) -> None:
    kind = _macro_name(node["kind"])
    if node["icons"]:
        names = ",".join("".join(word[:1].upper() + word[1:] for word in icon.split("-")) for icon in node["icons"])
        self.body.append(f"\\academicprovideicon{{{kind}}}{{{names}}}%\n")
    self.body.append(f"\\academiccontact{{{kind}}}{{{tex_address(node['uri'])}}}{{")


def visit_image(self: LaTeXTranslator, node: nodes.Element) -> None:
    """An image in a field, which the style shows or not; LaTeX stops at what it cannot read."""
    uri = self.builder.images.get(node["uri"], "")
    if PurePosixPath(uri).suffix.lower() in IMAGE_SUFFIXES:
        stem, suffix = PurePosixPath(uri).stem, PurePosixPath(uri).suffix
        self.body.append(f"\\academicimage{{{{{stem}}}{suffix}}}")
    raise nodes.SkipNode


# words


def visit_self(self: LaTeXTranslator, node: nodes.Element) -> None:
    style = node.get("style", "bold")
    self.body.append(r"\academicself{" if style == "bold" else rf"\academicself[{_style(style)}]{{")


def _style(style: str) -> str:
    return "".join(sign for sign in style if sign.isalpha() or sign == " ")


def visit_styled(self: LaTeXTranslator, node: nodes.Element) -> None:
    macros = {"small-caps": r"\academicsmallcaps{", "underline": r"\academicunderline{"}
    self.body.append(macros.get(node.get("style", ""), "{"))


def visit_shape(self: LaTeXTranslator, node: nodes.Element) -> None:
    before = [f"academicpart{{{node['name']}}}", "academicchip" if node["chip"] else "", node["macro"]]
    opened = [f"\\{macro}{{" for macro in before if macro]
    self.body.append("".join(opened))
    self.context.append("}" * len(opened))


def visit_address(self: LaTeXTranslator, node: nodes.Element) -> None:
    before, behind = (r"\academiclink{", "}}") if node.get("relation") else ("", "}")
    self.body.append(rf"{before}\sphinxhref{{{tex_address(node['uri'])}}}{{")
    self.context.append(behind)


def depart_address(self: LaTeXTranslator, _node: nodes.Element) -> None:
    self.body.append(self.context.pop())


def visit_break(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append(r"\academicbreak{}" if node["good"] else r"\academicsplit{}")


def visit_title(self: LaTeXTranslator, _node: nodes.Element) -> None:
    self.context.append(str(len(self.body)))


def depart_title(self: LaTeXTranslator, _node: nodes.Element) -> None:
    """Sphinx has made the title before it comes here."""
    at = int(self.context.pop())
    words = "".join(self.body[at:])
    del self.body[at:]
    self.elements["preamble"] += f"\n\\def\\academictitle{{{words}}}"


def visit_script(self: LaTeXTranslator, node: nodes.Element) -> None:
    # sign by sign: none may be a command, as Sphinx writes some
    signs = breakable(node.astext(), node["script"]).replace("#", r"\#")
    self.body.append(rf"\academicscript{{{node['script']}}}{{{signs}}}")
    raise nodes.SkipNode


def visit_tie(self: LaTeXTranslator, node: nodes.Element) -> None:
    self.body.append("\\academictieblock\n" if node.get("block") else "\\academictie\n")


NOTHING: tuple[Visitor, Visitor] = (nothing, nothing)
SKIP: tuple[Visitor, Visitor] = (skip, nothing)

VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    academic.academic_profile: (visit_profile, around("", "\n\\end{academicprofile}\n")[1]),
    academic.academic_publications: (visit_publications, around("", "\\end{academicpublications}\n")[1]),
    academic.academic_item: NOTHING,
    academic.academic_written: (visit_written, nothing),
    academic.academic_publication: (visit_publication, around("", "\n\\end{academicpublication}\n")[1]),
    academic.academic_timeline: (visit_timeline, depart_timeline),
    academic.academic_entry: (visit_entry, depart_entry),
    academic.academic_roles: around("\n\n\\begin{academicroles}\n", "\\end{academicroles}\n"),
    academic.academic_legend: around("\n\\academiclegend{", "}\n"),
    academic.academic_photo: (visit_image, nothing),
    academic.academic_preview: (visit_image, nothing),
    academic.academic_disclosure: SKIP,
    academic.academic_hidden: SKIP,
    academic.academic_download: SKIP,
    academic.academic_more: NOTHING,
    academic.academic_more_words: around(r"\academicetal{", "}"),
    academic.academic_logo: (visit_image, nothing),
    academic.academic_part: NOTHING,
    academic.academic_strong_part: NOTHING,
    academic.academic_emphasis_part: NOTHING,
    academic.academic_separator: NOTHING,
    academic.academic_words: NOTHING,
    academic.academic_author: around(r"\academicauthor{", "}"),
    academic.academic_self: (visit_self, around("", "}")[1]),
    academic.academic_mark: around(r"\academicmark{", "}"),
    academic.academic_others: around(r"\academicetal{", "}"),
    academic.academic_time: NOTHING,
    academic.academic_styled: (visit_styled, around("", "}")[1]),
}
"""For the nodes that every output has."""

LATEX_VISITORS: dict[type[nodes.Element], tuple[Visitor, Visitor]] = {
    latex.academic_field: (visit_field, around("", "}%\n")[1]),
    latex.academic_contact: (visit_contact, around("", "}%\n")[1]),
    latex.academic_contact_break: around("\\academiccontactbreak\n", ""),
    latex.academic_head: around("\\academichead\n", ""),
    latex.academic_address: (visit_address, depart_address),
    latex.academic_shape: (visit_shape, depart_address),
    latex.academic_line_end: around("\\academicnewline\\strut{}", ""),
    latex.academic_link_separator: around(r"\academiclinksep{}", ""),
    latex.academic_facts: around("\n\n\\begin{academicfacts}\n", "\\end{academicfacts}\n"),
    latex.academic_fact: around("\\begin{academicfact}", "\n\\end{academicfact}\n"),
    latex.academic_fact_label: around("{", "}"),
    latex.academic_title: (visit_title, depart_title),
    latex.academic_script: (visit_script, nothing),
    latex.academic_break: (visit_break, nothing),
    latex.academic_tie: (visit_tie, nothing),
    latex.academic_unsettable: around(r"\academicunsettable{", "}"),
}
"""For the nodes that only this output has."""
