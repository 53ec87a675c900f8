"""The domain ``academic``: which page shows which publication, and where a reference to one leads."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from sphinxcontrib_academic.config import data_files_of, extras_of, layouts_of, setting_of
from sphinxcontrib_academic.library import Extras, Library, read_library
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.model.works import Work, anchor
from sphinxcontrib_academic.render.text import text_nodes
from sphinxcontrib_academic.reporting import did_you_mean, report
from sphinxcontrib_academic.selection.late import LateList, settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_academic.layouts import Layout
    from sphinxcontrib_academic.render.setting import Setting


class AcademicDomain(Domain):
    """What is known when pages are read: which keys they show, and which they refer to.

    What is read from data files is not part of the pickled environment: it lives in ``library``.
    """

    name = "academic"
    label = "Academic"
    object_types = {"publication": ObjType("publication", "pub")}  # noqa: RUF012 - Sphinx's own way
    initial_data = {  # noqa: RUF012
        "shown": {},  # docname -> [(key, how many works its directive shows)]
        "mentioned": {},  # docname -> [key]: references
        "pasted": {},  # docname -> [Work]: entries that are typed into a page
        "readers": [],  # docnames that depend on the data files
        "files": [],  # the data files of the last build
        "places": {},  # key -> docname: the canonical places of the last build
        "late": {},  # docname -> {name: LateList}: lists that ask which pages cite a work
        "downloads": {},  # docname -> {file name: [key]}
        "settled": {},  # docname -> {name: [key]}: what those lists show
    }
    data_version = 3

    # what the site holds

    @cached_property
    def library(self) -> Library:
        """Everything in the data files; read when the first page needs it."""
        library = read_library(self.env.srcdir, self.files, self.env.config.academic_encoding, self.extras)
        for problem in library.problems:
            report(problem)
        return library

    @cached_property
    def files(self) -> list[str]:
        """The data files by their paths from the source folder."""
        return data_files_of(self.env.config, self.env.srcdir)

    @cached_property
    def extras(self) -> Extras:
        """What lies beside the data files: metrics, and files that belong to entries by their names."""
        return extras_of(self.env.config, self.env.srcdir)

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """The layouts by name."""
        return layouts_of(self.env.config)

    @cached_property
    def setting(self) -> Setting:
        """What render must know of the site."""
        return replace(setting_of(self.env.config), metrics=self.library.metrics)

    def find(self, key: str, docname: str = "") -> Work | None:
        """The work of that key: typed into that page, in the data files, or typed into another page."""
        folded = key.strip().casefold()
        pasted = self.data["pasted"]
        own: Work | None = next((work for work in pasted.get(docname, ()) if work.key.casefold() == folded), None)
        if own is not None:
            return own
        found = self.library.find(key)
        if found is not None:
            return found
        everywhere = (work for name in sorted(pasted) for work in pasted[name])
        return next((work for work in everywhere if work.key.casefold() == folded), None)

    @cached_property
    def missing_files(self) -> set[str]:
        """The files that were reported as missing in this build."""
        return set()

    # what pages note when they are read

    def note_reader(self, docname: str) -> None:
        """The page that is being read depends on the data files: a change of one has it read again."""
        readers = self.data["readers"]
        if docname not in readers:
            readers.append(docname)
        for path in filter(None, (*self.files, self.extras.metrics)):
            self.env.note_dependency(path)

    def note_shown(self, docname: str, keys: Sequence[str]) -> None:
        """The page shows these works in one list."""
        self.data["shown"].setdefault(docname, []).extend((key, len(keys)) for key in keys)

    def note_mentioned(self, docname: str, key: str) -> None:
        """The page refers to this work."""
        self.data["mentioned"].setdefault(docname, []).append(key)

    def note_pasted(self, docname: str, work: Work) -> None:
        """The page holds this entry itself."""
        self.data["pasted"].setdefault(docname, []).append(work)

    def note_late(self, docname: str, name: str, late: LateList) -> None:
        """The page has a list that can be settled only when all pages are read."""
        self.data["late"].setdefault(docname, {})[name] = late

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for table in _TABLES:
            self.data[table].pop(docname, None)
        if docname in self.data["readers"]:
            self.data["readers"].remove(docname)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for table in _TABLES:
            self.data[table].update({name: value for name, value in otherdata[table].items() if name in docnames})
        known = set(self.data["readers"])
        self.data["readers"] += [name for name in otherdata["readers"] if name in docnames and name not in known]

    # where things are

    def places(self) -> dict[str, str]:
        """The canonical page of each key: the one whose list shows the most, then the first by name."""
        best: dict[str, tuple[int, str]] = {}
        for docname, shown in self.data["shown"].items():
            for key, size in shown:
                best[key] = min(best.get(key, (0, "")), (-size, docname))
        for docname, lists in self.data["late"].items():
            for keys in (self.late_keys(docname, name) for name, late in lists.items() if late.indexed):
                for key in keys:
                    best[key] = min(best.get(key, (0, "")), (-len(keys), docname))
        return {key: docname for key, (_, docname) in best.items()}

    def late_keys(self, docname: str, name: str) -> list[str]:
        """The works in a list that asks which pages cite them."""
        found: list[str] = self.data["settled"].get(docname, {}).get(name, [])
        return found

    def settle(self) -> None:
        """Answer which works those lists show: all pages have been read, and what they refer to is known."""
        references = [(key, docname) for docname, keys in self.data["mentioned"].items() for key in keys]
        if "cite" in self.env.domains:
            citations = getattr(self.env.domains["cite"], "citation_refs", ())
            references += [(target.key, citation.docname) for citation in citations for target in citation.targets]
        self.data["settled"] = settled(self.data["late"], references, self.find, self.setting.owner)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every publication that is shown, for the inventory and the search."""
        for key, docname in sorted(self.places().items()):
            work = self.find(key, docname)
            if work is not None:
                yield key, work.text("title").plain or key, "publication", docname, anchor(key), 1

    def resolve_xref(  # noqa: PLR0913, PLR0917 - the signature is Sphinx's
        self,
        env: BuildEnvironment,  # noqa: ARG002
        fromdocname: str,
        builder: Builder,
        typ: str,  # noqa: ARG002
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """A link to the canonical place; a work that no page shows leads to its own address."""
        work = self.find(target, fromdocname)
        return self._reference(work, fromdocname, builder, node, contnode) if work is not None else None

    def resolve_any_xref(  # noqa: PLR0913, PLR0917
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """The same for ``:any:``; a key that sphinxcontrib-bibtex cites is left to it."""
        work = self.find(target, fromdocname)
        if work is None or _is_citation(env, target):
            return []
        return [("academic:pub", self._reference(work, fromdocname, builder, node, contnode))]

    def _reference(
        self, work: Work, fromdocname: str, builder: Builder, node: pending_xref, contnode: Element
    ) -> nodes.reference:
        words = nodes.inline("", "", classes=["academic-pub"])
        words += [contnode] if node.get("refexplicit") else _name_nodes(work)
        docname = self.places().get(work.key)
        title = work.text("title").plain
        if docname is not None:
            return make_refnode(builder, fromdocname, docname, anchor(work.key), words, title)
        external = next((link.target for link in work.links if "://" in link.target), "")
        if external:
            return nodes.reference("", "", words, refuri=external, internal=False, reftitle=title)
        # the type says reference, but any inline node will do: the words without a link
        return words  # type: ignore[return-value]


_TABLES = ("shown", "mentioned", "pasted", "late", "downloads")
"""What pages note, by the name of the page."""


def _name_nodes(work: Work) -> list[nodes.Node]:
    return text_nodes(work.text("shorthand") or work.text("title")) or [nodes.Text(work.key)]


def _is_citation(env: BuildEnvironment, key: str) -> bool:
    """True where the domain of sphinxcontrib-bibtex knows the key."""
    cite = env.domains.get("cite")
    return any(citation.key == key for citation in getattr(cite, "citations", ()))


def domain_of(env: BuildEnvironment) -> AcademicDomain:
    """The domain, with its type."""
    domain = env.get_domain("academic")
    assert isinstance(domain, AcademicDomain)  # noqa: S101 - a mistake of ours, not of the input
    return domain


def setup_domain(app: Sphinx) -> None:
    """Register the domain and what keeps pages fresh."""
    app.add_domain(AcademicDomain)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("env-before-read-docs", open_library)
    app.connect("env-updated", pages_with_moved_references)
    app.connect("warn-missing-reference", report_unknown_key)


def outdated_pages(
    _app: Sphinx, env: BuildEnvironment, _added: Set[str], _changed: Set[str], removed: Set[str]
) -> Iterable[str]:
    """Where the set of data files is another one than before, all pages that depend on them."""
    domain = domain_of(env)
    files, domain.data["files"] = domain.data["files"], [*domain.files, *domain.extras.paths]
    return [] if files == domain.data["files"] else [name for name in domain.data["readers"] if name not in removed]


def open_library(_app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read the data files before Sphinx divides the pages among processes, so that each problem is said once."""
    domain = domain_of(env)
    if docnames and domain.files:
        _ = domain.library


def pages_with_moved_references(_app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """The pages that refer to a publication whose canonical place is another one than before, or list other ones."""
    domain = domain_of(env)
    lists = domain.data["settled"]
    domain.settle()
    stale = {page for page, found in domain.data["settled"].items() if lists.get(page) != found}
    before, now = domain.data["places"], domain.places()
    domain.data["places"] = now
    moved = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
    return sorted(stale | {name for name, keys in domain.data["mentioned"].items() if moved.intersection(keys)})


def report_unknown_key(_app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """A reference that leads nowhere: say which key is near."""
    if not isinstance(domain, AcademicDomain):
        return None
    key = node["reftarget"]
    keys = [*domain.library.keys, *(work.key for works in domain.data["pasted"].values() for work in works)]
    message = f"no publication has the key {key!r}{did_you_mean(key, keys)}"
    report(Problem(Code.UNKNOWN_KEY, message, Location(str(node.source or node.get("refdoc", "")), node.line)))
    return True
