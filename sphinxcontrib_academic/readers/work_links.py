"""The fields of a publication that lead somewhere -> its links, none of them twice, none of them unsafe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from sphinxcontrib_academic.kinds.fields import ROW_OF_FIELD
from sphinxcontrib_academic.kinds.links import LinkRelation, link_relation
from sphinxcontrib_academic.kinds.localization import ARCHIVES
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.model.works import WorkLink
from sphinxcontrib_academic.readers.addresses import (
    NoAddressError,
    UnsafeError,
    addresses,
    arxiv_id,
    clean,
    is_doi,
    relation_of_url,
    same_place,
    target,
)
from sphinxcontrib_academic.readers.records import RawField

_PREPRINT_SERVER = expression(
    r"\s*(?:the\s+)?(arxiv|corr|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|techrxiv|eartharxiv|ssrn)\b",
    re.IGNORECASE,
)
_COMPUTING_REPOSITORY = expression(r"\s*(?:computing research repository|arxiv\b|corr\b|abs/)", re.IGNORECASE)
_IDENTIFIES_ARXIV = expression(r"arxiv\s*(?:preprint)?\s*(?:arxiv)?\s*[:/]|abs/", re.IGNORECASE)
_OLD_ARXIV = expression(r"\d{7}(?:v\d+)?")
_LONE_URL = expression(r"https?://\S+$", re.IGNORECASE)
_GENERAL = frozenset({"url", "html"})
_ALSO_WORDS = frozenset({"review", "press", "project", "data", "model", "translation", "supplement", "homepage"})
"""Relations whose fields other programs fill with prose."""

_HIDDEN_VALUES = frozenset({"true", "false", "yes", "no", "none", "n/a", "na", "-", "tba"})


@dataclass(slots=True)
class Found:
    """The links of one publication, and what else its fields said about where it is kept."""

    links: list[WorkLink] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """``archive`` and ``archive_location``, as TeX."""
    consumed: set[str] = field(default_factory=set)
    """Names of fields that said nothing else."""
    preprint: bool = False
    problems: list[Problem] = field(default_factory=list)

    def has(self, relation: str) -> bool:
        """True if there is a link of that relation."""
        return any(link.relation == relation for link in self.links)


def read_links(fields: Mapping[str, RawField]) -> Found:
    """All links, in the order of the file."""
    found = Found()
    for name, raw in fields.items():
        row = None if name in ROW_OF_FIELD else link_relation(name)
        if name == "eprint":
            _read_eprint(fields, raw, found)
        elif row is None or (row.key == "citation" and ":" not in raw.value):  # needs its owner's number
            continue
        elif clean(raw.value).lower() not in _HIDDEN_VALUES:
            _read_link(row, raw, found)
    _read_preprint_server(fields, found)
    _read_how_published(fields, found)
    found.links = _without_repeats(found.links)
    return found


def _read_link(row: LinkRelation, raw: RawField, found: Found) -> None:
    values = [raw.value] if row.url else addresses(raw.value)
    for value in values:
        is_general_doi = row.key in _GENERAL and is_doi(value)
        row = link_relation("doi") or row if is_general_doi else row
        try:
            where = target(row, value)
        except UnsafeError:
            message = f"'{_excerpt(value)}' in '{raw.name}' is neither a safe address nor a file of the project"
            found.problems.append(Problem(Code.UNSAFE, f"{message}, it was left out", raw.location))
        except NoAddressError:
            if row.key in _ALSO_WORDS or (row.profile and not row.url):
                continue
            message = f"'{_excerpt(value)}' in '{raw.name}' is not {_expected(row)}, it was left out"
            found.problems.append(Problem(Code.UNKNOWN_VALUE, message, raw.location))
        else:
            relation, where = relation_of_url(where) if row.key in _GENERAL else (row.key, where)
            relation = row.key if relation == "url" else relation
            found.links.append(WorkLink(relation, where))


def _read_eprint(fields: Mapping[str, RawField], raw: RawField, found: Found) -> None:
    kind = next((fields[name].value for name in ("eprinttype", "archiveprefix") if name in fields), "")
    kind, value = clean(kind).lower(), clean(raw.value)
    if not value:
        return
    if not kind or kind in {"arxiv", "corr", "arxiv.org"}:
        value = _with_class(value, fields)
        kind = "arxiv" if arxiv_id(value) or kind else ""
    row = link_relation("arxiv" if kind == "arxiv" else kind or "preprint")
    label = ARCHIVES.get(kind) or (row.label if row and kind else kind)
    if label:
        found.texts["archive"] = label
        found.texts["archive_location"] = raw.value
    if row is not None and (kind or "://" in value):
        _read_link(row, RawField("eprint", value, raw.location), found)
    found.preprint = found.preprint or kind in ARCHIVES


def _with_class(value: str, fields: Mapping[str, RawField]) -> str:
    """``9901001`` of the class ``hep-th`` is ``hep-th/9901001``."""
    names = (name for name in ("primaryclass", "eprintclass") if name in fields)
    archive = next((clean(fields[name].value) for name in names), "")
    return f"{archive}/{value}" if archive and _OLD_ARXIV.fullmatch(value) else value


def _read_preprint_server(fields: Mapping[str, RawField], found: Found) -> None:
    """``journal = {arXiv preprint arXiv:2105.14686}``, ``journal = {CoRR}, volume = {abs/2105.14686}``."""
    for name in ("journaltitle", "journal", "booktitle", "howpublished", "publisher", "note"):
        raw = fields.get(name)
        if raw is None:
            continue
        value = clean(raw.value)
        if name == "note" and not re.fullmatch(r"arxiv\s*[:/]?\s*\S+(?:\s*\[[\w.-]+\])?\.?", value, re.IGNORECASE):
            continue
        server = _PREPRINT_SERVER.match(value)
        if server is None and not (name in {"journal", "journaltitle"} and _COMPUTING_REPOSITORY.match(value)):
            continue
        kind = server[1].lower() if server else "corr"
        found.preprint = found.preprint or name != "note"
        if ARCHIVES[kind] != "arXiv":
            return
        volume = fields.get("volume")
        identifier = arxiv_id(value) or arxiv_id(clean(volume.value) if volume else "")
        found.texts.setdefault("archive", "arXiv")
        found.consumed.add(name)
        if volume is not None and _IDENTIFIES_ARXIV.match(clean(volume.value)):
            found.consumed.add("volume")
        row = link_relation("arxiv")
        if identifier and row is not None:
            found.texts.setdefault("archive_location", identifier)
            if not found.has("arxiv"):
                found.links.append(WorkLink("arxiv", target(row, identifier)))
        return


def _read_how_published(fields: Mapping[str, RawField], found: Found) -> None:
    r"""``howpublished = {\url{https://…}}`` is a link and nothing else."""
    raw = fields.get("howpublished")
    row = link_relation("url")
    if raw is not None and row is not None and _LONE_URL.match(clean(raw.value)):
        found.consumed.add("howpublished")
        if not found.has("url"):
            _read_link(row, raw, found)


def _without_repeats(links: list[WorkLink]) -> list[WorkLink]:
    """Each place once; a general link goes where a more telling one leads to the same place."""
    if len(links) < 2:
        return links
    kept: list[WorkLink] = []
    for link in sorted(links, key=lambda link: link.relation in _GENERAL):
        if not any(
            same_place(link.target, other.target) and (link.relation == other.relation or link.relation in _GENERAL)
            for other in kept[:50]
        ):
            kept.append(link)
    return [link for link in dict.fromkeys(links) if link in kept]


def _expected(row: LinkRelation) -> str:
    if row.key == "doi":
        return "a DOI such as 10.1000/182"
    return f"an identifier of {row.label}" if row.url else "an address or a file"


def _excerpt(value: str) -> str:
    value = " ".join(value.split())
    return value if len(value) <= 60 else value[:59] + "…"
