"""Collect: the lines of a thing become fields, and a head that typesets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx.builders.latex.nodes import footnotemark, footnotetext
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.links import link_relation
from sphinxcontrib_academic.outputs.latex import THEME
from sphinxcontrib_academic.outputs.latex.lines import lines_of
from sphinxcontrib_academic.outputs.latex.nodes import (
    academic_address,
    academic_contact,
    academic_contact_break,
    academic_fact,
    academic_fact_label,
    academic_facts,
    academic_field,
    academic_head,
    academic_link_separator,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CONTACTS = ("email", "phone", "address")
"""The parts of a profile that are ways to reach the person: the first row; the links are the second."""

_THINGS = (academic.academic_profile, academic.academic_publication, academic.academic_entry)
_IMAGES = {"photo": academic.academic_photo, "preview": academic.academic_preview}
_LINES = (academic.academic_lines, academic.academic_silent_part)


class CollectFields(SphinxPostTransform):
    """Bring each thing into the shape of LaTeX: fields, the head, what the author wrote below.

    The lines and what stands between their parts belong to outputs that show one part after the other.
    It runs behind Sphinx's transform of footnotes, which puts each where it is first referred to.
    """

    default_priority = 650
    formats = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Rewrite all things of the document."""
        in_cv = is_cv(self.document, self.config.latex_documents)
        for thing in list(self.document.findall(nodes.Element)):
            if isinstance(thing, _THINGS):
                collect_thing(thing, self.document.get("docname", ""), in_cv=in_cv)
        for publication in list(self.document.findall(academic.academic_publication)):
            if not isinstance(publication.parent, academic.academic_item):
                _enlist(publication)


class CollectFacts(SphinxPostTransform):
    """An author's field lists are facts in a CV."""

    default_priority = 660
    formats = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Rewrite the field lists, where the CV is the document."""
        if not is_cv(self.document, self.config.latex_documents):
            return
        for fields in list(self.document.findall(nodes.field_list)):
            facts = academic_facts("", *(_fact(field) for field in fields.children), ids=fields["ids"])
            fields.replace_self(facts)


def is_cv(document: nodes.document, latex_documents: Any) -> bool:
    """Whether a LaTeX document is set in our theme."""
    return any(entry[0] == document.get("docname") and entry[4] == THEME for entry in latex_documents)


def _fact(field: nodes.Node) -> nodes.Node:
    match field:
        case nodes.field(children=[nodes.field_name() as name, body]):
            return academic_fact("", academic_fact_label("", "", *name.children), body)
    return field


def _enlist(publication: nodes.Element) -> None:
    """A publication that stands alone is a list of one."""
    listing = academic.academic_publications("", classes=["academic-publications"])
    publication.replace_self(listing)
    listing += academic.academic_item("", publication)


def collect_thing(thing: nodes.Element, docname: str, *, in_cv: bool, has_notes: bool = True) -> None:
    """Bring a thing into the shape of LaTeX: the lines of a publication are typeset as they stand but in a CV."""
    is_work = isinstance(thing, academic.academic_publication) and not in_cv
    collect_fields(thing, docname, lines_of(thing) if is_work else [], has_notes=has_notes)


def collect_fields(
    thing: nodes.Element, docname: str, lines: Sequence[nodes.Element] = (), *, has_notes: bool = True
) -> None:
    """Replace the lines of a thing by fields and a head; ``docname`` is the page that the PDF is made of.

    ``lines`` are the fields of a layout that is typeset as it stands; ``has_notes`` is false where no footnote can be.
    """
    fields = list(lines) or list(_fields(thing, docname))
    if thing["ids"]:
        # an id may stand on the fields' own place only: a label twice is an error
        fields.insert(0, academic_field("", name="anchor", ids=thing["ids"]))
        thing["ids"] = []
    notes = [note for field in fields for note in _lift_footnotes(field)] if has_notes else []
    body = [child for child in thing.children if not isinstance(child, (*_LINES, nodes.image))]
    images = [child for child in thing.children if isinstance(child, nodes.image)]
    thing.children = []
    thing += [*_images(images), *fields, academic_head(), *notes, *body]


def _images(images: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    for image in images:
        name = next((name for name, cls in _IMAGES.items() if isinstance(image, cls)), "logo")
        yield academic_field("", "", image, name=name)


def _fields(thing: nodes.Element, docname: str) -> Iterator[nodes.Element]:
    seen: set[str] = set()
    row = ""
    parts = list(_parts(thing))
    brief = any(part["part"] == "container" for part in parts)
    if isinstance(thing, academic.academic_profile):
        parts.sort(key=_rank)
    for part in parts:
        name = part["part"]
        if isinstance(thing, academic.academic_profile) and (name in CONTACTS or name == "links"):
            if row and (row == "links") != (name == "links"):
                yield academic_contact_break()
            row = name
            yield from _contacts(part, docname)
            continue
        name, children = _field_name(part, brief=brief), _words(part)
        if name == "details":
            yield from _issued(children)
        if not children:
            continue
        yield academic_field("", "", *children, name=name, more=name in seen, silent=_is_silent(part))
        seen.add(name)


def _rank(part: nodes.Element) -> int:
    """All stays in its order but the ways to reach a person, which need one for their row."""
    name = part["part"]
    return CONTACTS.index(name) + 1 if name in CONTACTS else len(CONTACTS) + 1 if name == "links" else 0


def _is_silent(part: nodes.Element) -> bool:
    return isinstance(part, academic.academic_silent_part)


def _parts(thing: nodes.Element) -> Iterator[nodes.Element]:
    """The parts of a thing that stand in no other part, nor in a thing below."""
    for child in thing.children:
        if isinstance(child, academic.academic_silent_part):
            yield child
        elif isinstance(child, academic.academic_lines):
            yield from _outer_parts(child)


def _outer_parts(node: nodes.Element) -> Iterator[nodes.Element]:
    for child in node.children:
        if isinstance(child, academic.AcademicPart) and isinstance(child, nodes.Element):
            yield child
        elif isinstance(child, nodes.Element) and not isinstance(child, nodes.comment):
            yield from _outer_parts(child)


def _field_name(part: nodes.Element, *, brief: bool) -> str:
    name: str = part["part"]
    # only a short venue is for the column at the right; it is one where the full one is said as well
    if name == "container" or (name == "venue" and not brief and "academic-short" not in part["classes"]):
        return "fullvenue"
    # the label hangs before the lines
    return "label" if name == "number" else name


def _words(part: nodes.Element) -> list[nodes.Node]:
    """What a part holds; between links stands what vanishes at the end of a line."""
    if part["part"] != "links":
        return list(part.children)
    words: list[nodes.Node] = []
    parted = False
    for child in part.children:
        if isinstance(child, academic.academic_separator):
            parted = bool(words)  # brackets around each are separators as well
            continue
        if parted:
            words.append(academic_link_separator())
        words.append(child)
        parted = False
    return words


def _issued(details: list[nodes.Node]) -> Iterator[nodes.Element]:
    """The date at the end of the details goes to the column of dates."""
    times = [child for child in details if isinstance(child, academic.academic_time)]
    if len(times) == 1 and details[-1] is times[0]:
        yield academic_field("", "", details.pop(), name="date")
        if details and isinstance(details[-1], nodes.Text):
            words = details.pop().astext().rstrip(" ,")
            details += [nodes.Text(words)] if words else []


def _contacts(part: nodes.Element, docname: str) -> Iterator[nodes.Element]:
    if part["part"] != "links":
        yield _contact(part, part["part"])
        return
    for link in part.children:
        match link:
            case academic.academic_separator():
                continue
            case nodes.reference() if link.get("refuri") == f"%{docname}":
                continue  # the PDF has no need of a link to itself
            case nodes.reference():
                yield academic_contact("", "", link, kind=link.get("relation", ""), uri="", icons=())
            case nodes.Element():
                yield _contact(link, link.get("relation", ""))


def _contact(node: nodes.Element, kind: str) -> nodes.Element:
    """The one link in a contact is the contact's own."""
    row = link_relation(kind)
    contact = academic_contact("", "", *node.children, kind=kind, uri="", icons=row.icon if row else ())
    links = list(node.findall(academic_address))
    if links == [node]:
        contact["uri"] = node["uri"]
    elif len(links) == 1:
        contact["uri"] = links[0]["uri"]
        links[0].parent.replace(links[0], links[0].children)
    return contact


def _lift_footnotes(field: nodes.Element) -> Iterator[nodes.Node]:
    """A field is set in a box, where a footnote would be lost: its mark stays, its text goes below."""
    for footnote in list(field.findall(nodes.footnote)):
        label = cast("nodes.Element", footnote[0]).astext()
        footnote.parent.replace(footnote, footnotemark("", label, refid=footnote["ids"][0] if footnote["ids"] else ""))
        yield footnotetext("", *footnote.children, ids=footnote["ids"])
