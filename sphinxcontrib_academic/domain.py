"""The domain ``academic``: which page shows which publication, and where a reference to one leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.nodes import make_refnode

from sphinxcontrib_academic.holdings import Holdings
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.model.works import Work, anchor
from sphinxcontrib_academic.render.text import text_nodes
from sphinxcontrib_academic.reporting import did_you_mean, report
from sphinxcontrib_academic.selection.late import LateList, settled
from sphinxcontrib_academic.sleeping import SleepingDomain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment


class AcademicDomain(Holdings, SleepingDomain):
    """What is known when pages are read: which keys they show, and which they refer to.

    What is read from data files is not part of the pickled environment: it lives in ``library``.
    """

    is_awake = True

    # what pages note when they are read

    def note_user(self, docname: str) -> None:
        """The page that is being read has something of ours: it is read again where a value of ours changes."""
        self.data["users"][docname] = self.changed = True

    def note_reader(self, docname: str) -> None:
        """The page that is being read depends on the data files."""
        self.note_user(docname)
        self.data["readers"][docname] = True

    def note_asked(self, docname: str, kind: str, question: object, answer: object) -> None:
        """The page was given this answer: it is read again when there is another one."""
        self.note_user(docname)
        row = (kind, question, answer)
        asked = self.data["asked"].setdefault(docname, [])
        if row not in asked[-3:]:
            asked.append(row)

    def note_watched(self, docname: str, path: str) -> None:
        """The page leads to this file or shows it: it is written again when the file changes."""
        watched = self.data["watched"].setdefault(docname, [])
        if path not in watched:
            watched.append(path)

    def note_shown(self, docname: str, keys: Sequence[str], *, indexed: bool = True) -> None:
        """The page shows these works in one list."""
        self.data["shown"].setdefault(docname, []).append((tuple(keys), indexed))

    def note_entries(self, docname: str, keys: Iterable[str]) -> None:
        """The page shows these entries of timelines."""
        self.data["entries"].setdefault(docname, []).extend(keys)

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
        for table in TABLES:
            if self.data[table].pop(docname, None) is not None:
                self.changed = True

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        for table in TABLES:
            found = {name: value for name, value in otherdata[table].items() if name in docnames}
            self.changed = self.changed or bool(found)
            self.data[table].update(found)

    # where things are

    def places(self) -> dict[str, str]:
        """The canonical page of each key: the one whose list shows the most, then the first by name."""
        best: dict[str, tuple[int, str]] = {}
        lists = [(name, keys) for name, shown in self.data["shown"].items() for keys, indexed in shown if indexed]
        for docname, late_lists in self.data["late"].items():
            lists += [(docname, self.late_keys(docname, name)) for name, late in late_lists.items() if late.indexed]
        for docname, keys in lists:
            rank = (-len(keys), docname)
            for key in keys:
                if key not in best or rank < best[key]:
                    best[key] = rank
        return {key: docname for key, (_, docname) in best.items()}

    def place(self, key: str) -> str | None:
        """The canonical page of a key, when all pages are read."""
        found: tuple[str, str] | None = self.data["objects"].get(key)
        return found[0] if found is not None else None

    def late_keys(self, docname: str, name: str) -> list[str]:
        """The works in a list that asks which pages cite them."""
        found: list[str] = self.data["settled"].get(docname, {}).get(name, [])
        return found

    def shown_keys(self, docname: str, series: str, keys: Sequence[str]) -> list[str]:
        """Those of the keys that a list shows, which are all of them where it waits for nothing."""
        names = [name for name, late in self.data["late"].get(docname, {}).items() if late.series == series]
        shown = {key for name in names for key in self.late_keys(docname, name)}
        return [key for key in keys if key in shown or not names]

    def settle(self) -> None:
        """Answer which works those lists show: all pages have been read, and what they refer to is known."""
        if not self.data["late"]:
            self.data["settled"] = {}
            return
        references = [(key, docname) for docname, keys in self.data["mentioned"].items() for key in keys]
        if "cite" in self.env.domains:
            citations = getattr(self.env.domains["cite"], "citation_refs", ())
            references += [(target.key, citation.docname) for citation in citations for target in citation.targets]
        self.data["settled"] = settled(self.data["late"], references, self.find, self.setting.owner)

    def home(self, key: str, docname: str) -> Any:
        """Where a reference of a page to a key leads."""
        work = self.find(key, docname)
        return self.place(work.key) if work is not None else None

    def note_objects(self) -> None:
        """Answer where every work is to be found: all pages have been read."""
        found = {}
        for key, docname in sorted(self.places().items()):
            work = self.find(key, docname)
            if work is not None:
                found[key] = (docname, work.title or key)
        self.data["objects"] = found

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
        docname = self.place(work.key)
        title = work.text("title").plain
        if docname is not None:
            return make_refnode(builder, fromdocname, docname, anchor(work.key), words, title)
        external = next((link.target for link in work.links if "://" in link.target), "")
        if external:
            return nodes.reference("", "", words, refuri=external, internal=False, reftitle=title)
        # the type says reference, but any inline node will do: the words without a link
        return words  # type: ignore[return-value]


TABLES = ("users", "readers", "shown", "mentioned", "entries", "pasted", "asked", "watched", "late", "downloads")
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
    if isinstance(domain, SleepingDomain):
        domain.wake()
    assert isinstance(domain, AcademicDomain)  # noqa: S101 - a mistake of ours, not of the input
    return domain


def report_unknown_key(_app: Sphinx, domain: Domain | None, node: pending_xref) -> bool | None:
    """A reference that leads nowhere: say which key is near."""
    if not isinstance(domain, AcademicDomain):
        return None
    key = node["reftarget"]
    keys = [*domain.library.keys, *(work.key for works in domain.data["pasted"].values() for work in works)]
    message = f"no publication has the key {key!r}{did_you_mean(key, keys)}"
    report(Problem(Code.UNKNOWN_KEY, message, Location(str(node.source or node.get("refdoc", "")), node.line)))
    return True
