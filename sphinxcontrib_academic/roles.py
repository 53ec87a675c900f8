"""The roles: a publication, a person or a number named in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole
from sphinx.util.docutils import ReferenceRole

from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.model.metrics import METRICS
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.names import read_name
from sphinxcontrib_academic.render.work_parts import number_text
from sphinxcontrib_academic.reporting import did_you_mean, report

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment


class PublicationRole(XRefRole):
    """`` :academic:pub:`key` ``: its short name or its title, leading to the page that shows it."""

    def __init__(self) -> None:
        super().__init__(warn_dangling=True, innernodeclass=nodes.inline)

    def process_link(
        self, env: BuildEnvironment, refnode: Element, has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Note the page, so that it follows a change of the entry."""
        domain = domain_of(env)
        domain.note_reader(env.docname)
        work = domain.library.find(target)
        key = work.key if work is not None else target.strip()
        domain.note_asked(env.docname, "mention", target, key)
        domain.note_mentioned(env.docname, key)
        return super().process_link(env, refnode, has_explicit_title, title, key)


class PersonRole(ReferenceRole):
    """`` :academic:person:`Jinyang Li` ``: a name that leads to the person's page, or words and the name in ``<>``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The link, or the words where the person is not known."""
        domain = domain_of(self.env)
        domain.note_user(self.env.docname)
        person = domain.setting.directory.find(read_name(self.target))
        if person is not None:
            link = nodes.reference("", self.title, refuri=person.url, internal=False, classes=["academic-person"])
            return [link], []
        known = [str(name) for person in domain.setting.directory.people for name in person.names]
        message = f"academic_people has no {self.target!r}{did_you_mean(self.target, known)}"
        report(Problem(Code.UNKNOWN_PERSON, message, Location(*self.get_source_info())))
        return [nodes.inline("", self.title, classes=["academic-person"])], []


class MetricRole(ReferenceRole):
    """`` :academic:metric:`key.stars` ``: a number from the file of metrics; `` `stars` `` is that of the site."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The number as readers of the language write it, nothing where it is missing."""
        domain = domain_of(self.env)
        metrics = domain.setting.metrics
        number = domain.number(self.target, self.env.docname)
        domain.note_reader(self.env.docname)
        domain.note_asked(self.env.docname, "number", self.target, number)
        if number is None:
            known = [f"{place}.{word}" for place, numbers in metrics.by_name.items() for word in numbers]
            hint = did_you_mean(self.target, [*known, *METRICS, *metrics.totals])
            message = f"the file of metrics has no {self.target!r}{hint}"
            report(Problem(Code.MISSING_NUMBER, message, Location(*self.get_source_info())))
            return [], []
        words = number_text(number, domain.setting.language, brief=self.target.strip().rpartition(".")[2] == "stars")
        return [nodes.inline("", words, classes=["academic-metric"])], []
