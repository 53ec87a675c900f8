"""The roles: a publication named in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.roles import XRefRole

from sphinxcontrib_academic.domain import domain_of

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx
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
        domain.note_mentioned(env.docname, key)
        return super().process_link(env, refnode, has_explicit_title, title, key)


def setup_roles(app: Sphinx) -> None:
    """Register the roles; not in the domain's own table, which lies below them."""
    app.add_role_to_domain("academic", "pub", PublicationRole())
