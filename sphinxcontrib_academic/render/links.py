"""The links of a work: what identifiers and fields lead to, none of them twice, in the order wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes

from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, address, link_relation, relation_at
from sphinxcontrib_academic.layouts import modifiers_of
from sphinxcontrib_academic.model.works import WorkLink
from sphinxcontrib_academic.render.parts import joined, link_node, separator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting

_ORDER = {row.key: index for index, row in enumerate(LINK_RELATIONS)}
_GENERAL = ("url", "html")
_OF_TITLE = ("url", "html", "doi", "acl", "openreview", "arxiv", "hal", "pubmed", "pdf", "preprint", "project", "code")
"""What a title leads to, the first that is there."""
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)$", re.IGNORECASE)
_ISBN = re.compile(r"(?:97[89][- ]?)?\d[\d -]{7,12}[\dX]", re.IGNORECASE)


def links_of(work: Work) -> tuple[WorkLink, ...]:
    """All links of a work: a general one that leads to the same place as a telling one is left away."""
    dois = [unquote(link.target.partition("doi.org/")[2]).lower() for link in work.links if link.relation == "doi"]
    arxiv = {link.target.rpartition("/")[2].lower() for link in work.links if link.relation == "arxiv"}
    kept: list[WorkLink] = []
    for link in work.links:
        target = unquote(link.target).lower()
        own_doi = _ARXIV_DOI.search(target) if link.relation == "doi" else None
        if own_doi is not None and own_doi[1] in arxiv:
            continue
        is_doi_again = link.relation == "url" and any(doi and doi in target for doi in dois)
        if not is_doi_again or target.endswith(".pdf"):
            kept.append(_named(link, {other.relation for other in work.links}))
    found = _ISBN.search(work.text("isbn").plain)
    row = link_relation("isbn")
    if found and row is not None:
        kept.append(WorkLink("isbn", address(row, re.sub("[- ]", "", found[0]).upper())))
    return tuple(dict.fromkeys(kept))


def _named(link: WorkLink, relations: set[str]) -> WorkLink:
    """A general link goes by the name of the place it leads to."""
    row = relation_at(link.target) if link.relation in _GENERAL else None
    return WorkLink(row.key, link.target) if row is not None and row.key not in relations else link


def title_target(work: Work) -> str:
    """What the title leads to, empty where there is nothing."""
    targets = {link.relation: link.target for link in reversed(work.links)}
    return next((targets[name] for name in _OF_TITLE if name in targets), "")


def links_nodes(work: Work, setting: Setting, modifiers: Sequence[str]) -> list[nodes.Node]:
    """The links, as the layout wants them."""
    links = _chosen(links_of(work), setting, [word for word in modifiers if word not in _LOOKS])
    made = [_link(link, setting, modifiers) for link in links]
    if "pipe" in modifiers and made:
        return [separator("| "), *joined(made, " | "), separator(" |")]
    return joined(made, " ")


_LOOKS = frozenset(modifiers_of("links")) - {"rest"}


def _link(link: WorkLink, setting: Setting, modifiers: Sequence[str]) -> list[nodes.Node]:
    row = setting.relations.row(link.relation)
    label = row.label if row is not None else link.relation
    if "lower" in modifiers:
        label = label.lower()
    node = link_node(link.relation, link.target, setting, label=label)
    return [separator("["), node, separator("]")] if "bracket" in modifiers else [node]


def _chosen(links: Sequence[WorkLink], setting: Setting, wanted: Sequence[str]) -> list[WorkLink]:
    rows = {row.key: len(_ORDER) + index for index, row in enumerate(setting.relations.own)}
    order = {**rows, **_ORDER}
    links = sorted(links, key=lambda link: order.get(link.relation, len(order)))
    if not wanted:
        return links
    named = {_key(word, setting) for word in wanted}
    return list(_in_order(links, [_key(word, setting) for word in wanted], named))


def _in_order(links: Sequence[WorkLink], wanted: Sequence[str], named: set[str]) -> Iterator[WorkLink]:
    for word in wanted:
        if word == "rest":
            yield from (link for link in links if link.relation not in named)
        else:
            yield from (link for link in links if link.relation == word)


def _key(word: str, setting: Setting) -> str:
    row = setting.relations.row(word)
    return row.key if row is not None else word
