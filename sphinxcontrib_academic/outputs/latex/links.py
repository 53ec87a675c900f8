"""Links in LaTeX: ours are no footnotes; relative ones, and references out of the PDF, lead to the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import NoUri
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.latex.addresses import absolute, file_address, mail_address
from sphinxcontrib_academic.outputs.latex.nodes import academic_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.builders import Builder


class KeepLinks(SphinxPostTransform):
    """Our links become addresses: ``latex_show_urls`` makes footnotes of references only.

    A footnote would be lost in the boxes that fields are set in, so that all links in parts are kept so.
    """

    default_priority = 390
    formats = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Replace our links, and all in parts that lead outside."""
        base = self.config.html_baseurl
        for email in list(self.document.findall(academic.academic_email)):
            address = mail_address(email)
            email.parent.replace(email, _address(email, f"mailto:{address}", [nodes.Text(address)]))
        for file in list(self.document.findall(academic.academic_file)):
            file.parent.replace(file, address_of(file, base))
        for reference in list(self.document.findall(nodes.reference)):
            ours = isinstance(reference, academic.academic_link)
            if ours or (is_outward(reference) and _in_part(reference)):
                reference.parent.replace(reference, address_of(reference, base))


def _in_part(node: nodes.Node) -> bool:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, academic.AcademicPart):
            return True
        parent = parent.parent
    return False


def is_outward(reference: nodes.Element) -> bool:
    """Whether a reference leads out of the document."""
    uri = reference.get("refuri", "")
    return bool(uri) and not uri.startswith(("%", "#"))


def address_of(link: nodes.Element, base: str) -> nodes.Element:
    """The address that stands for a link."""
    is_file = isinstance(link, academic.academic_file)
    uri = file_address(link, base) if is_file else absolute(link.get("refuri", ""), base)
    return _address(link, uri, link.children)


def _address(node: nodes.Element, uri: str, children: list[nodes.Node]) -> nodes.Element:
    """What leads nowhere from here is its words only."""
    cls = academic_address if uri else nodes.inline
    new = cls("", "", *children)
    if uri:
        new["uri"] = uri
    if isinstance(node, (academic.academic_link, academic.academic_file)):
        new["relation"] = node.get("relation", "")
    return new


class LeadOutside(SphinxPostTransform):
    """References to pages that are not in the PDF lead to the same publication in it, or to the site."""

    default_priority = 8  # before Sphinx resolves references, behind ours that shows the publications
    formats = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Resolve what Sphinx would turn into plain words."""
        # as Sphinx's own resolver does: the public name is deprecated, and older versions have no other
        app = getattr(self.env, "_app", None) or self.env.app
        shown = dict(_places(self.document))
        for node in list(self.document.findall(addnodes.pending_xref)):
            site = _Site(app.builder, self.config.html_baseurl, self.config.html_link_suffix or ".html")
            new = self._resolve(node, site)
            if new is None:
                continue
            if node.get("refdomain") == "academic" and node["reftarget"] in shown:
                new["refuri"] = shown[node["reftarget"]]
            elif not absolute("/", self.config.html_baseurl):
                continue
            node.replace_self(new)

    def _resolve(self, node: addnodes.pending_xref, site: _Site) -> nodes.Element | None:
        """The reference, if it leads out of the PDF."""
        match node.get("refdomain"), node["reftype"]:
            case "doc", "myst":
                return self._markdown(node, site)
            case None | "", "any" | "myst":
                return self._anything(node, site)
        domain = self.env.domains.get(node.get("refdomain", ""))
        if domain is None or not node.children:
            return None
        content = cast("nodes.Element", node[0].deepcopy())
        refdoc = node.get("refdoc", self.document.get("docname", ""))
        builder = cast("Builder", site)
        try:
            new = domain.resolve_xref(self.env, refdoc, builder, node["reftype"], node["reftarget"], node, content)
        except NoUri:
            return None
        return new if site.asked and isinstance(new, nodes.Element) else None

    def _markdown(self, node: addnodes.pending_xref, site: _Site) -> nodes.Element | None:
        """A link to a file, which MyST resolves itself, and not where the page is elsewhere."""
        docname, target = node["reftarget"], node.get("reftargetid") or ""
        if docname not in self.env.all_docs:
            return None
        uri = site.get_target_uri(docname)
        if not site.asked:
            return None
        slugs = self.env.metadata[docname].get("myst_slugs", {})
        _, anchor, words = slugs.get(target, (0, target, ""))
        words = words or self.env.titles[docname].astext()
        content = node[0].deepcopy() if node.astext() else nodes.inline(words, words)
        return nodes.reference("", "", content, refuri=f"{uri}#{anchor}" if anchor else uri)

    def _anything(self, node: addnodes.pending_xref, site: _Site) -> nodes.Element | None:
        """What may be a page, a label or a thing of any domain."""
        refdoc = node.get("refdoc", self.document.get("docname", ""))
        content = cast("nodes.Element", node[0].deepcopy()) if node.children else nodes.inline()
        builder = cast("Builder", site)
        target = node["reftarget"]
        page = self.env.domains["std"].resolve_xref(self.env, refdoc, builder, "doc", target, node, content)
        found: list[nodes.Element] = [] if page is None else [page]
        for name in sorted(self.env.domains):
            domain = self.env.domains[name]
            try:
                rows = domain.resolve_any_xref(self.env, refdoc, builder, target, node, content)
            except NotImplementedError:
                continue
            found += [row[1] for row in rows if isinstance(row[1], nodes.Element)]
        return found[0] if site.asked and len(found) == 1 else None


def _places(document: nodes.document) -> Iterator[tuple[str, str]]:
    """Where each publication stands in the PDF, as the builder writes it."""
    for node in document.findall(nodes.container):
        waiting = node["items"] if isinstance(node, academic.academic_written) else []
        for publication in [item.children[0] for item in waiting] or [node]:
            if isinstance(publication, academic.academic_publication) and publication["ids"]:
                yield publication["key"], f"%{_page_of(node, document)}#{publication['ids'][0]}"


def _page_of(node: nodes.Node, document: nodes.document) -> str:
    file = node.parent
    while file is not None and not isinstance(file, addnodes.start_of_file):
        file = file.parent
    page = file if file is not None else document
    return str(page.get("docname", ""))


class _Site:
    """A builder that has every page: those that are not in the PDF, at the site."""

    def __init__(self, builder: Builder, base: str, suffix: str) -> None:
        self._builder, self._base, self._suffix = builder, base, suffix
        self.asked = False
        """Whether a page was asked for that is not in the PDF."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._builder, name)

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """The address of a page."""
        try:
            return self._builder.get_target_uri(docname, typ)
        except NoUri:
            self.asked = True
            return absolute(docname + self._suffix, self._base)

    def get_relative_uri(self, _from: str, to: str, typ: str | None = None) -> str:
        """The address of a page, from any other."""
        return self.get_target_uri(to, typ)
