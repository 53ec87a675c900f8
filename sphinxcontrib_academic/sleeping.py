"""The domain while no page has anything of ours: it knows what Sphinx asks of all domains, and wakes for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType

from sphinxcontrib_academic.later import Later, later, load
from sphinxcontrib_academic.model.anchors import anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Set

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class SleepingDomain(Domain):
    """The domain ``academic``, which becomes an ``AcademicDomain``."""

    name = "academic"
    label = "Academic"
    object_types = {"publication": ObjType("publication", "pub")}  # noqa: RUF012 - Sphinx's own way
    initial_data = {  # noqa: RUF012
        "users": {},  # docname -> True: pages that have anything of ours
        "readers": {},  # docname -> True: those that depend on the data files
        "shown": {},  # docname -> [(keys of a list, whether references lead to it)]
        "mentioned": {},  # docname -> [key]: references
        "entries": {},  # docname -> [key]: entries of timelines that come from data files
        "pasted": {},  # docname -> [Work]: entries that are typed into a page
        "asked": {},  # docname -> [(kind, question, answer)]: what was asked of the data when the page was read
        "watched": {},  # docname -> [path]: files beside the sources that the page leads to or shows
        "contents": {},  # docname -> the contents of the page with all groups, where some are empty
        "late": {},  # docname -> {name: LateList}: lists that ask which pages cite a work
        "downloads": {},  # docname -> {file name: (list, [key])}
        "settled": {},  # docname -> {name: [key]}: what late lists show
        "objects": {},  # key -> (docname, title): the canonical places
        "stamps": {},  # what the answers were made of
    }
    data_version = 5
    is_awake = False
    is_idle = False
    """Whether nothing has changed since the last build, and no page is written."""
    fills_last = False
    """Whether the output has nothing to do in the words of data files but to write them, and keeps those only."""
    unfolds = True
    """Whether the output shows what is unfolded."""
    writer: Callable[[nodes.document], Callable[..., list[nodes.Element]] | None] | None = None
    """What makes, for a document, of publications what the output keeps of them; nothing where it wants all nodes."""

    def wake(self) -> None:
        """Become the whole domain."""
        if not self.is_awake:
            self.__class__ = load("domain:AcademicDomain")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or self.is_awake:
            raise AttributeError(name)
        self.wake()
        return getattr(self, name)

    def directive(self, name: str) -> Any:
        """A directive, for Sphinx to make a class of its own of it."""
        known: Any = self.directives.get(name)
        if isinstance(known, Later):
            self.directives[name] = load(known.target)
        return super().directive(name)

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:  # noqa: ARG002
        """References of Sphinx's role ``any`` may lead to works."""
        for node in document.findall(pending_xref):
            if node["reftype"] == "any":
                self.wake()
                self.note_reader(docname)
                self.note_mentioned(docname, node["reftarget"])

    def clear_doc(self, docname: str) -> None:
        """Forget a page that has anything of ours."""
        if docname in self.data["users"]:
            self.wake()
            self.clear_doc(docname)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read, if there is anything."""
        if otherdata["users"]:
            self.wake()
            self.merge_domaindata(docnames, otherdata)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Every publication that is shown, for the inventory and the search."""
        for key, (docname, title) in self.data["objects"].items():
            yield key, title, "publication", docname, anchor(key), 1

    def resolve_xref(self, *args: Any) -> Any:
        """The whole domain's."""
        self.wake()
        return self.resolve_xref(*args)

    def resolve_any_xref(self, *args: Any) -> Any:
        """The whole domain's."""
        self.wake()
        return self.resolve_any_xref(*args)


def setup_domain(app: Sphinx) -> None:
    """Register the domain and its roles."""
    app.add_domain(SleepingDomain)
    for name, target in {"pub": "PublicationRole", "person": "PersonRole", "metric": "MetricRole"}.items():
        app.add_role_to_domain("academic", name, _role(target))
    is_ours = later("domain:report_unknown_key", lambda _app, domain, _node: getattr(domain, "name", "") == "academic")
    app.connect("warn-missing-reference", is_ours)


def _role(target: str) -> Any:
    def role(*args: Any, **options: Any) -> Any:
        return load(f"roles:{target}")()(*args, **options)

    return role
