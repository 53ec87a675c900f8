"""Things and parts in HTML: ``article``, ``ol`` and ``li``, ``time``, and classes for the style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.util.osutil import relative_uri

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.html import details
from sphinxcontrib_academic.outputs.html.search import visit_item, visit_search

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.writers.html5 import HTML5Translator

    Visitors = tuple[Callable[[Any, Any], None], Callable[[Any, Any], None] | None]


def _open(tag: str, **attributes: Any) -> Callable[[HTML5Translator, nodes.Element], None]:
    def visit(self: HTML5Translator, node: nodes.Element) -> None:
        self.body.append(self.starttag(node, tag, "\n" if tag not in _INLINE else "", **attributes))

    return visit


def _close(tag: str) -> Callable[[HTML5Translator, nodes.Element], None]:
    def depart(self: HTML5Translator, _node: nodes.Element) -> None:
        self.body.append(f"</{tag}>" + ("" if tag in _INLINE else "\n"))

    return depart


_INLINE = {"span", "strong", "em", "sup", "p", "summary", "a"}
"""Elements that stand in a line."""


def _element(tag: str, **attributes: str) -> Visitors:
    return _open(tag, **attributes), _close(tag)


def _nothing(_self: HTML5Translator, _node: nodes.Element) -> None:
    return


def visit_lines(self: HTML5Translator, node: nodes.Element) -> None:
    """The lines of a profile stand beside the portrait; elsewhere they need no box."""
    if isinstance(node.parent, academic.academic_profile):
        self.body.append(self.starttag(node, "div", "\n"))


def depart_lines(self: HTML5Translator, node: nodes.Element) -> None:
    """Close what ``visit_lines`` opened."""
    if isinstance(node.parent, academic.academic_profile):
        self.body.append("</div>\n")


def visit_entry(self: HTML5Translator, node: nodes.Element) -> None:
    """Date, words, logo: three cells of a grid, so the date is taken out of its line."""
    self.body.append(self.starttag(node, "li", "\n"))
    when = next((part for part in academic.parts_of(node) if part["part"] == "when"), None)
    if when is not None:
        when.walkabout(self)
    self.body.append('<div class="academic-main">\n')
    for child in node.children:
        if isinstance(child, academic.academic_logo):
            continue
        if isinstance(child, academic.academic_lines):
            _walk_lines(self, child, when)
        else:
            child.walkabout(self)
    self.body.append("</div>\n")
    for child in node.children:
        if isinstance(child, academic.academic_logo):
            child.walkabout(self)
    self.body.append("</li>\n")
    raise nodes.SkipNode


def _walk_lines(self: HTML5Translator, lines: nodes.Element, when: nodes.Element | None) -> None:
    for line in lines.children:
        assert isinstance(line, nodes.Element)  # noqa: S101 - render builds it so
        children = list(line.children)
        if when is not None and when in children:
            # the date and the colon behind it stand in the cell before
            at = children.index(when)
            children = children[at + 1 :]
            if children and isinstance(children[0], academic.academic_separator):
                children = children[1:]
        if not children:
            continue
        self.body.append(self.starttag(line, "p", "", CLASS="academic-line"))
        for child in children:
            child.walkabout(self)
        self.body.append("</p>\n")


def visit_part(self: HTML5Translator, node: nodes.Element) -> None:
    """A part; the date of an entry is a cell of its own."""
    if node["part"] == "phone":
        _keep_numbers_whole(node)
    self.body.append(self.starttag(node, part_tag(node), ""))


def _keep_numbers_whole(node: nodes.Element) -> None:
    """A telephone number ends no line at its blanks."""
    for number in list(node.findall(nodes.reference)):
        if number.get("refuri", "").startswith("tel:"):
            number[:] = [nodes.Text("\N{NO-BREAK SPACE}".join(number.astext().split()))]


def depart_part(self: HTML5Translator, node: nodes.Element) -> None:
    """Close what ``visit_part`` opened."""
    self.body.append(f"</{part_tag(node)}>")


def part_tag(node: nodes.Element) -> str:
    """The element that a part is."""
    if node["part"] == "when":
        return "p"
    if node["part"] in {"title", "name"} and isinstance(node, academic.academic_strong_part):
        return "strong"
    if node["part"] == "authors" and any(isinstance(child, academic.academic_more) for child in node.children):
        return "div"  # a span cannot hold names that are unfolded
    return "em" if isinstance(node, academic.academic_emphasis_part) else "span"


def skip(_self: HTML5Translator, _node: nodes.Element) -> None:
    """What the page says already."""
    raise nodes.SkipNode


def visit_time(self: HTML5Translator, node: nodes.Element) -> None:
    """``<time datetime>``, or a plain span where HTML has no word for the date."""
    if node.get("datetime"):
        self.body.append(self.starttag(node, "time", "", datetime=node["datetime"]))
    else:
        self.body.append(self.starttag(node, "span", ""))


def depart_time(self: HTML5Translator, node: nodes.Element) -> None:
    """Close what ``visit_time`` opened."""
    self.body.append("</time>" if node.get("datetime") else "</span>")


def visit_mark(self: HTML5Translator, node: nodes.Element) -> None:
    """A mark says its role to whoever points at it."""
    attributes = {"title": node["label"]} if node.get("label") else {}
    self.body.append(self.starttag(node, "sup", "", **attributes))


def visit_link(self: HTML5Translator, node: nodes.Element) -> None:
    """A link; an address without a scheme counts from the root of the site."""
    target = node["refuri"]
    if "://" not in target and not target.startswith(("mailto:", "tel:", "#", "/")):
        here = self.builder.get_target_uri(self.builder.current_docname)
        target = relative_uri(here, quote(target, safe="/#?&=%:.-_~"))
    outside = " external" if "://" in target else ""
    self.body.append(self.starttag(node, "a", "", href=target, CLASS="reference" + outside))


def visit_file(self: HTML5Translator, node: nodes.Element) -> None:
    """A file that was copied; the browser opens it, where docutils would have it saved."""
    if not self.builder.download_support:
        self.body.append(self.starttag(node, "span", ""))
        return
    target = f"{self.builder.dlpath}/{quote(node['filename'])}"
    self.body.append(self.starttag(node, "a", "", href=target, CLASS="reference internal"))


def depart_file(self: HTML5Translator, _node: nodes.Element) -> None:
    """Close what ``visit_file`` opened."""
    self.body.append("</a>" if self.builder.download_support else "</span>")


def visit_email(self: HTML5Translator, node: nodes.Element) -> None:
    """A link that opens the mail program: every character is escaped twice, so no robot reads an address."""
    target = "".join(f"&#{ord(sign)};" for sign in f"mailto:{node['address']}")
    css = " ".join(["reference", *node["classes"]])
    self.body.append(f'<a class="{css}" href="{target}">')


def visit_image(self: HTML5Translator, node: nodes.image) -> None:
    """A logo says nothing that its heading does not say: screen readers pass it by."""
    if isinstance(node, (academic.academic_logo, academic.academic_preview)):
        node["alt"] = ""
    self.visit_image(node)


def depart_image(self: HTML5Translator, node: nodes.image) -> None:
    """Close what ``visit_image`` opened."""
    self.depart_image(node)


_PART: Visitors = (visit_part, depart_part)


def visit_written(self: HTML5Translator, node: nodes.Element) -> None:
    """What ``writing`` has left."""
    for piece in node["pieces"]:
        if isinstance(piece, str):
            self.body.append(piece)
        else:
            piece.walkabout(self)
    raise nodes.SkipNode


ELEMENTS: dict[type[nodes.Element], str] = {
    academic.academic_profile: "section",
    academic.academic_publication: "article",
    academic.academic_legend: "p",
    academic.academic_prose: "div",
    academic.academic_summary: "summary",
    academic.academic_pending: "div",
    academic.academic_author: "span",
    academic.academic_self: "strong",
    academic.academic_others: "span",
    academic.academic_styled: "span",
}
"""What is one element of HTML and nothing else."""

VISITORS: dict[type[nodes.Element], Visitors] = {
    **{node: _element(tag) for node, tag in ELEMENTS.items()},
    academic.academic_publications: _element("ol"),
    academic.academic_item: (visit_item, _close("li")),
    academic.academic_written: (visit_written, None),
    academic.academic_search: (visit_search, None),
    academic.academic_timeline: _element("ol"),
    academic.academic_entry: (visit_entry, None),
    academic.academic_roles: _element("ol"),
    academic.academic_lines: (visit_lines, depart_lines),
    academic.academic_line: (details.visit_line, None),
    academic.academic_disclosure: (details.visit_details, _close("details")),
    academic.academic_source: (details.visit_source, None),
    academic.academic_more: (details.visit_more, details.depart_more),
    academic.academic_more_words: (details.visit_more_words, _close("summary")),
    academic.academic_hidden: (_nothing, _nothing),
    academic.academic_download: (details.visit_download, None),
    academic.academic_preview: (visit_image, depart_image),
    academic.academic_photo: (visit_image, depart_image),
    academic.academic_logo: (visit_image, depart_image),
    academic.academic_part: _PART,
    academic.academic_strong_part: _PART,
    academic.academic_emphasis_part: _PART,
    academic.academic_silent_part: (skip, None),
    academic.academic_separator: (_nothing, _nothing),
    academic.academic_words: (_nothing, _nothing),
    academic.academic_mark: (visit_mark, _close("sup")),
    academic.academic_time: (visit_time, depart_time),
    academic.academic_link: (visit_link, _close("a")),
    academic.academic_file: (visit_file, depart_file),
    academic.academic_email: (visit_email, _close("a")),
}
"""By class; a class that is missing is shown as its docutils parent is."""
