"""What the directives for publications share: the place that is filled later, and linked files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.directives.targets import is_address, note_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_academic.model.works import Work


def pending_node(thing: str, keys: Sequence[str], layout: str, **options: str | bool) -> academic.academic_pending:
    """The place of a thing, with the keys of what it will show."""
    return academic.academic_pending("", thing=thing, keys=list(keys), layout=layout, **options)


def note_links(env: BuildEnvironment, works: Iterable[Work]) -> None:
    """Have the files that these works name copied to the site."""
    for work in works:
        for link in work.links:
            if not is_address(link.target):
                note_file(env, link.target, work.location)
