"""Places become things: what data files say is put in when a page is written."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TypeGuard

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import process_only_nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.memory import growing
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.model.works import anchor
from sphinxcontrib_academic.render.authors import legend_node
from sphinxcontrib_academic.render.groups import add_number, drop_place, number_classes
from sphinxcontrib_academic.render.works import item_node, publication_node, publications_node
from sphinxcontrib_academic.reporting import report
from sphinxcontrib_academic.selection import Numbering, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sphinx.util.tags import Tags

    from sphinxcontrib_academic.domain import AcademicDomain
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting


class Choose(SphinxPostTransform):
    """Take out what is not for this build: ``.. only::`` around our directives, and entries with ``:only:``.

    Sphinx does the first itself, but late: what is taken out must neither be numbered nor have the anchor.
    """

    default_priority = 4

    def run(self, **_kwargs: Any) -> None:
        """Keep what the tags let through."""
        if any(self.document.findall(academic.academic_pending)):
            process_only_nodes(self.document, tags_of(self))
        drop_entries(self.document, self)


def tags_of(transform: SphinxPostTransform) -> Tags:
    """The tags of the build; Sphinx 8 has them elsewhere."""
    tags: Tags = getattr(transform.env, "_tags", None) or transform.app.builder.tags
    return tags


def drop_entries(parent: nodes.Element, transform: SphinxPostTransform) -> None:
    """Take out the entries of timelines that the tags do not let through."""
    for entry in list(parent.findall(academic.academic_entry)):
        place = Location(str(entry.source or transform.env.doc2path(transform.env.docname)), entry.line)
        if not is_chosen(entry.get("only", ""), tags_of(transform), place):
            entry.parent.remove(entry)


def is_chosen(condition: str, tags: Tags, place: Location) -> bool:
    """Whether the tags fulfil a condition; one that cannot be read is reported, and fulfilled."""
    if not condition:
        return True
    try:
        return bool(tags.eval_condition(condition))
    except Exception:  # noqa: BLE001 - the parser of templates raises many
        expected = "expected tags such as html, latex, 'latex and not short'"
        report(Problem(Code.UNKNOWN_VALUE, f":only: is {condition!r}, {expected}", place))
        return True


class FillPlaces(SphinxPostTransform):
    """Fill every ``academic_pending``, before references are resolved."""

    default_priority = 5

    def run(self, *, is_last: bool = False, **_kwargs: Any) -> None:
        """Fill the page, with what the output keeps of publications if it does not want them as nodes."""
        places = list(self.document.findall(academic.academic_pending))
        if not places:
            return
        domain = domain_of(self.env)
        files = {PurePath(path).as_posix(): str(name) for path, (_, name) in self.env.dlfiles.items()}
        writer = domain.writer if is_last or not domain.fills_last else None
        write = writer(self.document) if writer is not None else None
        shared: dict[Any, nodes.Element] | None = {} if write is not None else None
        setting = replace(domain.setting, files=files, images=self.env.images, shared=shared, unfolds=domain.unfolds)
        filler = _Filler(domain, setting, self.env.docname, self.document, write)
        for place in places:
            filler.settle(place)
            if place["thing"] != "timeline":
                place["keys"] = [key for key in place["keys"] if self._is_chosen(filler, key)]
        lists = _lists(places, self.env.docname)
        for listing in lists:
            filler.number(listing)
        filler.settle_extras()
        for place in [place for place in places if place["thing"] == "publications" and not place["keys"]]:
            drop_place(place)
            places.remove(place)
        with growing():
            for place in places:
                place.replace_self(filler.fill(place))
        drop_entries(self.document, self)
        for listing in lists:
            _add_list_legend([filler.filled[id(place)] for place in listing if place["keys"]])
        singles: list[nodes.Node] = list(self.document.findall(_is_single))
        for parent in {id(node.parent): node.parent for node in singles}.values():
            _add_legend(parent)
        if any(self.document.findall(_has_formulas)):
            # Sphinx asked for formulas when it read the page, before there were any
            self.env.get_domain("math").data["has_equations"][self.env.docname] = True

    def _is_chosen(self, filler: _Filler, key: str) -> bool:
        work = filler.find(key)
        return work is None or is_chosen(work.field("only"), tags_of(self), work.location)


class _Filler:
    def __init__(
        self,
        domain: AcademicDomain,
        setting: Setting,
        docname: str,
        document: nodes.document,
        write: Callable[..., list[nodes.Element]] | None = None,
    ) -> None:
        self.domain, self.setting, self.docname = domain, setting, docname
        self.document, self.write = document, write
        self.used = set(document.ids)
        self.labels: dict[int, dict[str, str]] = {}
        self.filled: dict[int, nodes.Element] = {}
        # builders of one large document put the pages into one doctree
        self.pages = {docname, *(node["docname"] for node in document.findall(addnodes.start_of_file))}
        self.places = domain.places() if len(self.pages) > 1 else {}

    def fill(self, place: nodes.Element) -> Sequence[nodes.Element]:
        """The nodes that belong to a place."""
        match place["thing"]:
            case "timeline":
                result: Sequence[nodes.Element] = self._timeline(place)
            case "publication":
                result = list(self._publications(place))
            case _:
                items: Iterable[nodes.Element] = map(item_node, self._publications(place))
                if self.write is not None:
                    items = self.write(items, bool(place.get("search")))
                result = [publications_node(items)]
                result[0]["search"] = place.get("search", False)
                result[0]["widest"] = place.get("widest", "")
                result[0]["classes"] += number_classes(result[0]["widest"])
                self.filled[id(place)] = result[0]
        for node in result[:1]:
            for name in ("classes", "ids", "names"):
                node[name] += place[name]
        if self.write is not None and place["thing"] == "publication":
            return self.write(result)
        return result

    def settle(self, place: nodes.Element) -> None:
        """Take out of a list what its filter, answered now that all pages are read, does not let through."""
        if "late" in place:
            place["keys"] = self.domain.late_keys(_page_of(place, self.docname), place["late"])

    def settle_extras(self) -> None:
        """The boxes and the files of lists that were settled have what those have, and go where those are empty."""
        extras = [*self.document.findall(academic.academic_search), *self.document.findall(academic.academic_download)]
        for extra in extras:
            page = _page_of(extra, self.docname)
            candidates = extra.get("keys") or self.domain.data["downloads"][page][extra["filename"]][1]
            keys = self.domain.shown_keys(page, extra["series"], candidates)
            if not keys:
                extra.parent.remove(extra)
            elif "keys" in extra:
                extra["keys"] = keys

    def number(self, places: Sequence[nodes.Element]) -> None:
        """Number the works of one list, in the groups that it has."""
        words = places[0].get("numbered", "").split()
        if not words:
            return
        groups = [[work for key in place["keys"] if (work := self.find(key))] for place in places]
        numbering = Numbering(up="up" in words, by_type="type" in words, by_group="group" in words)
        found = numbers(groups, numbering)
        # the entries of all groups are indented alike
        widest = max((label for labels in found for label in labels.values()), key=len, default="")
        for place, labels in zip(places, found, strict=True):
            self.labels[id(place)] = labels
            place["widest"] = widest

    def find(self, key: str) -> Work | None:
        return self.domain.find(key, self.docname)

    def _publications(self, place: nodes.Element) -> Iterable[nodes.Element]:
        layout = self.domain.layouts[place["layout"]]
        own: dict[str, Sequence[nodes.Node]] = {
            part["part"]: part.children for part in place.children if _is_part(part)
        }
        remark = [child for child in place.children if not _is_part(child)]
        labels = self.labels.get(id(place), {})
        most = int(place.get("max_authors", self.setting.max_authors))
        setting = replace(self.setting, max_authors=most, full_venues="container" in layout.parts)
        for key in place["keys"]:
            work = self.find(key)
            if work is None:
                continue
            label = labels.get(work.key, "")
            parts = {**own, "number": [nodes.Text(label)]} if label else own
            node = publication_node(work, layout, setting, parts, remark)
            if label:
                add_number(node, label)
            name = anchor(work.key)
            if name not in self.used and self._is_home(place, work.key):
                self.used.add(name)
                node["ids"].append(name)
            yield node

    def _is_home(self, place: nodes.Element, key: str) -> bool:
        """Whether a work has its anchor here: in a document of several pages only where references lead."""
        home = self.places.get(key)
        return home is None or home not in self.pages or _page_of(place, self.docname) == home

    def _timeline(self, place: nodes.Element) -> list[nodes.Element]:
        from sphinxcontrib_academic.render.entries import cells_of, timeline_node  # noqa: PLC0415 - lists need none

        logos = {child["academic_key"]: child for child in place.children if isinstance(child, nodes.Element)}
        wanted = {key: index for index, key in enumerate(place["keys"])}
        entries = [entry for entry in self.domain.library.entries if entry.key in wanted]
        entries.sort(key=lambda entry: wanted[entry.key])
        setting = replace(self.setting, date_format=place["date_format"] or self.setting.date_format)
        cells = [cells_of(entry, logos.get(entry.key)) for entry in entries]
        kind = place["kind"]
        return [timeline_node(kind, cells, setting, headline=place["headline"], shape=place["layout"])]


def _lists(places: Iterable[nodes.Element], docname: str) -> list[list[nodes.Element]]:
    """The places of each list: one, or one for each of its groups."""
    lists: dict[object, list[nodes.Element]] = {}
    for place in places:
        if place["thing"] == "publications":
            series = place.get("series")
            name = (_page_of(place, docname), series) if series else id(place)
            lists.setdefault(name, []).append(place)
    return list(lists.values())


def _page_of(node: nodes.Node, docname: str) -> str:
    # Sphinx notes the page at its sections; the pages' own roots are not linked to the whole
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.section) and "docname" in node:
            return str(node["docname"])
    return docname


def _add_list_legend(listings: Sequence[nodes.Element]) -> None:
    """One legend for a list, below its last group."""
    legend = legend_node(listings)
    if legend is not None:
        parent = listings[-1].parent
        parent.insert(parent.index(listings[-1]) + 1, legend)


def _is_part(node: nodes.Node) -> TypeGuard[nodes.Element]:
    return isinstance(node, academic.AcademicPart)


def _is_single(node: nodes.Node) -> bool:
    kinds = (academic.academic_publication, academic.academic_written)
    lists = (academic.academic_item, academic.academic_publications)
    return isinstance(node, kinds) and not isinstance(node.parent, lists)


def _has_formulas(node: nodes.Node) -> bool:
    return isinstance(node, nodes.math) or (isinstance(node, academic.academic_written) and node["formulas"])


def _add_legend(parent: nodes.Element) -> None:
    """One legend for the publications that stand by themselves below one heading."""
    singles = [child for child in parent.children if _is_single(child)]
    legend = legend_node(child for child in singles if isinstance(child, nodes.Element))
    if legend is not None:
        parent.insert(parent.index(singles[-1]) + 1, legend)
