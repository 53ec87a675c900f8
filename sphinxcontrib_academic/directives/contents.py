"""The contents of pages leave out groups that have nothing to show, when it is known what is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.render.groups import drop_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_PRUNED = "academic_pruned"


def leave_out_empty_groups(_app: Sphinx, env: BuildEnvironment) -> Sequence[str]:
    """Take them out, and put back those that have something again; no page is written for that alone."""
    domain = domain_of(env)
    whole = domain.data["contents"]
    for docname in [name for name in whole if name not in env.tocs]:
        del whole[docname]
    for docname in sorted({*domain.data["late"], *whole} & {*env.tocs}):
        contents = whole[docname] if env.tocs[docname].get(_PRUNED) else env.tocs[docname]
        empty = _empty_groups(env, docname) if docname in domain.data["late"] else set()
        if not empty:
            env.tocs[docname] = contents
            whole.pop(docname, None)
            continue
        whole[docname] = contents
        env.tocs[docname] = _without(contents, empty)
        env.tocs[docname][_PRUNED] = True
    return ()


def _empty_groups(env: BuildEnvironment, docname: str) -> set[str]:
    """The addresses of the groups that have nothing to show."""
    domain = domain_of(env)
    places = list(env.get_doctree(docname).findall(academic.academic_pending))
    empty = [place for place in places if "late" in place and not domain.late_keys(docname, place["late"])]
    return {f"#{name}" for place in empty for name in drop_place(place)}


def _without(contents: nodes.bullet_list, addresses: set[str]) -> nodes.bullet_list:
    kept = contents.deepcopy()
    for item in list(kept.findall(nodes.list_item)):
        if any(link.get("anchorname") in addresses for link in item.children[0].findall(nodes.reference)):
            item.parent.remove(item)
    return kept
