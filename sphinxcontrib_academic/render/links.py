"""The links of a work: what identifiers and fields lead to, none of them twice, in the order wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docutils import nodes

from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, address, link_relation, relation_at
from sphinxcontrib_academic.layouts import modifiers_of
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.works import WorkLink
from sphinxcontrib_academic.render.parts import joined, link_node, relation_label, separator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting

_ORDER = {row.key: index for index, row in enumerate(LINK_RELATIONS)}
_GENERAL = ("url", "html")
_OF_TITLE = ("url", "html", "doi", "acl", "openreview", "arxiv", "hal", "pubmed", "pdf", "preprint", "project", "code")
"""What a title leads to, the first that is there."""
_ISBN = expression(r"(?:97[89][- ]?)?\d[\d -]{7,12}[\dX]", re.IGNORECASE)
_DASH = expression("[\u2010-\u2015\u2212]")
_AFTER_DOI = r"(?:$|[/?#&]|v\d+(?:$|[./?#])|\.(?:pdf|html?|full|abstract|short|long)\b)"
"""What can stand behind a DOI in a publisher's address; another letter makes it another DOI."""


def links_of(work: Work) -> tuple[WorkLink, ...]:
    """All links of a work: a general one that leads to the same place as a telling one is left away."""
    dois = [unquote(link.target.partition("doi.org/")[2]).lower() for link in work.links if link.relation == "doi"]
    other = [link for link in work.links if link.relation != "doi"]
    kept: list[WorkLink] = []
    for link in work.links:
        target = unquote(link.target).lower()
        if link.relation == "doi" and any(_names_same(target, one) for one in other if one.relation not in _GENERAL):
            continue
        is_doi_again = link.relation in _GENERAL and any(_is_again(doi, link) for doi in dois)
        if not is_doi_again or target.endswith(".pdf"):
            kept.append(_named(link, {one.relation for one in work.links}))
    found = _ISBN.search(_DASH.sub("-", work.text("isbn").plain))
    row = link_relation("isbn")
    if found and row is not None:
        kept.append(WorkLink("isbn", address(row, re.sub("[- ]", "", found[0]).upper())))
    return tuple(dict.fromkeys(kept))


def _is_again(doi: str, link: WorkLink) -> bool:
    """Whether an address leads where a DOI does: it holds it, or is the page of what the DOI numbers."""
    target = unquote(link.target).lower()
    # the plain search first: an expression made for each work is dear
    return bool(doi and doi in target and re.search(re.escape(doi) + _AFTER_DOI, target)) or _names_same(doi, link)


def _names_same(doi: str, link: WorkLink) -> bool:
    """Whether a DOI is made of the identifier in a link: ``10.5281/zenodo.1`` and ``https://zenodo.org/records/1``."""
    row = relation_at(link.target) if link.relation in _GENERAL else link_relation(link.relation)
    if row is None:
        return False
    doi = doi.rpartition("doi.org/")[2]
    prefixes = [host for host in row.hosts if host.startswith("10.") and doi.startswith(host)]
    tail = unquote(link.target).lower().rstrip("/")
    return any(
        (number := doi.removeprefix(prefix)) in tail and re.search(rf"[/=]{re.escape(number)}(?:v\d+)?$", tail)
        for prefix in prefixes
    )


def _named(link: WorkLink, relations: set[str]) -> WorkLink:
    """A general link goes by the name of the place it leads to."""
    row = relation_at(link.target) if link.relation in _GENERAL else None
    return WorkLink(row.key, link.target) if row is not None and row.key not in relations else link


def _citation(work: Work, setting: Setting) -> Iterator[WorkLink]:
    """What al-folio's ``google_scholar_id`` leads to, which needs the owner's name there."""
    row, number = link_relation("citation"), work.field("google_scholar_id").strip()
    if row is not None and setting.scholar and re.fullmatch(r"[\w-]+", number, re.ASCII):
        yield WorkLink(row.key, address(row, f"{setting.scholar}:{number}"))


def title_target(work: Work) -> str:
    """What the title leads to, empty where there is nothing."""
    targets = {link.relation: link.target for link in reversed(work.links)}
    return next((targets[name] for name in _OF_TITLE if name in targets), "")


def links_nodes(work: Work, setting: Setting, modifiers: Sequence[str]) -> list[nodes.Node]:
    """The links, as the layout wants them."""
    links = _chosen(
        (*links_of(work), *_citation(work, setting)), setting, [word for word in modifiers if word not in _LOOKS]
    )
    made = [_link(link, setting, modifiers) for link in links]
    if "pipe" in modifiers and made:
        return [separator("| "), *joined(made, " | "), separator(" |")]
    return joined(made, " ")


_LOOKS = frozenset(modifiers_of("links")) - {"rest"}


def _link(link: WorkLink, setting: Setting, modifiers: Sequence[str]) -> list[nodes.Node]:
    row = setting.relations.row(link.relation)
    label = relation_label(row, setting) if row is not None else link.relation
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
