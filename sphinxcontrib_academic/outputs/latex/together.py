"""What a page must not begin with: the last point of a list, the last of several rows, a legend."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs.latex.fields import is_cv
from sphinxcontrib_academic.outputs.latex.nodes import academic_fact, academic_facts, academic_tie

_LISTS = (nodes.bullet_list, nodes.enumerated_list, nodes.definition_list, academic_facts)
_ROWS = (nodes.list_item, nodes.definition_list_item, academic_fact)
_BLOCKS = (academic.academic_publications, academic.academic_publication, academic.academic_entry, academic_fact)
"""What says at its beginning whether a page may end behind it."""
_HOLDERS = (*_LISTS, *_ROWS, *_BLOCKS, nodes.definition, nodes.field_body)
_LINE = 100
"""Characters that may fit on one line."""
_PAIRS = (nodes.definition_list_item, academic_fact)
"""No word of TeX has room between the two."""


class KeepTogether(SphinxPostTransform):
    """Tie the last row of a list to the one before it, and a legend to its list, where the CV is the document.

    TeX breaks a page behind a row before it has seen that only one more comes.
    """

    # behind all that rewrites lists
    default_priority = 900
    formats = ("latex",)

    def run(self, **_kwargs: Any) -> None:
        """Look at every list; a publication that has more than one line may stand alone."""
        if not is_cv(self.document, self.config.latex_documents):
            return
        for listing in list(self.document.findall(nodes.Element)):
            if isinstance(listing, _LISTS) and not _ends_with_lines(listing):
                _tie_last(listing)
        for legend in list(self.document.findall(academic.academic_legend)):
            at = legend.parent.index(legend)
            before = legend.parent[at - 1] if at else None
            if isinstance(before, academic.academic_publications):
                _tie(before)


def _ends_with_lines(listing: nodes.Element) -> bool:
    is_list = isinstance(listing, academic.academic_publications) and bool(listing.children)
    return is_list and len(listing.children[-1].astext()) > _LINE


def _tie_last(listing: nodes.Element) -> None:
    rows = [child for child in listing.children if isinstance(child, _ROWS)]
    if len(rows) > 1:
        listing.insert(listing.index(rows[-1]), academic_tie())
        _tie(rows[-2])


def _tie(node: nodes.Node) -> None:
    """Let no page end behind a node, nor behind what it ends with."""
    while isinstance(node, _HOLDERS) and node.children:
        if isinstance(node, _BLOCKS):
            node.parent.insert(node.parent.index(node), academic_tie(block=True))
        last = node.children[-1]
        if isinstance(last, _HOLDERS) and not isinstance(node, _PAIRS):
            node.insert(len(node.children) - 1, academic_tie())
        node = last
