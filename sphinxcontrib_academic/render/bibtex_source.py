"""A work as BibTeX that others can use: written anew, without what only this site has a use for."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from sphinxcontrib_academic.kinds.fields import FIELD_BY_NAME, ROW_OF_FIELD, Value
from sphinxcontrib_academic.kinds.links import link_relation
from sphinxcontrib_academic.kinds.works import work_type
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.render.tex_source import balanced, names_source, text_source

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from sphinxcontrib_academic.model.works import Work

_HOUSE = frozenset(
    [
        "abbr",
        "venue_short",
        "award",
        "award_name",
        "honor",
        "honour",
        "distinction",
        "tagline",
        "tldr",
        "short_name",
        "nickname",
        "abstract",
        "role",
        "remark",
        "status",
        "selected",
        "featured",
        "crossref",
        "xref",
        "xdata",
        "ids",
        "related",
        "relatedtype",
        "bibtex_show",
    ]
)
"""Fields that say something to this site alone, or lead to entries that are not shown beside this one."""
_KEPT_LINKS = frozenset(
    ["doi", "url", "pubmed", "pmc", "hal", "jstor", "mr", "zbmath", "ads", "inspire", "handle", "urn", "acl", "isbn"]
)
"""Relations of links that identify the publication to everyone."""
_EPRINT = ("eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass")
_UNREADABLE_KEY = expression(r"[\s,{}\"'#%\\()=]+")
_FIELD_NAME = expression(r"[a-z][\w:.-]*", re.ASCII)
_ENTRY_TYPE = expression(r"[A-Za-z][\w-]*", re.ASCII)
_PARENTS = ("crossref", "xref", "xdata")
_LAST = ("note", "addendum", "keywords", "doi", "url", "urldate", *_EPRINT)


def bibtex_source(work: Work, own: Container[str] = ()) -> str:
    """The entry; what is written is read again as the same publication. ``own`` are fields of this site alone."""
    fields = [(name, value) for name, value in _fields(work) if name not in own]
    width = max((len(name) for name, _ in fields), default=0)
    lines = "".join(f"  {name.ljust(width)} = {{{value}}},\n" for name, value in fields)
    return f"@{_type(work)}{{{bibtex_key(work.key)},\n{lines}}}\n"


def bibtex_file(works: Iterable[Work], own: Container[str] = ()) -> str:
    """A file of entries, in the order given."""
    return "\n".join(bibtex_source(work, own) for work in works)


def bibtex_key(key: str) -> str:
    """The key, or one that BibTeX can read."""
    bare = _UNREADABLE_KEY.sub("-", key).strip("-")
    return key if bare == key and key else f"{bare}-{sha256(key.encode()).hexdigest()[:4]}".lstrip("-")


def _type(work: Work) -> str:
    if _ENTRY_TYPE.fullmatch(work.source_type):
        return work.source_type
    row = work_type(work.type)
    return row.bibtex[0] if row is not None else "misc"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    kept = {name: value for name, raw in work.source if (value := _value(work, name, raw))}
    if any(name in _PARENTS for name, _ in work.source):
        publishers = FIELD_BY_NAME["publisher"].bibtex
        own = {name: value for name, value in kept.items() if name not in publishers}
        kept = {**dict(_inherited(work, own)), **own}
    if "eprint" not in kept and "arxiv" in kept and _is_placed(work):
        kept |= {"eprint": kept.pop("arxiv"), "archiveprefix": "arXiv"}
    first = [name for name in kept if name not in _LAST]
    for name in (*first, *(name for name in _LAST if name in kept)):
        yield name, kept[name]


def _value(work: Work, name: str, raw: str) -> str:
    """What is written of a field, nothing where it is the site's own."""
    if not _is_shared(name) or not raw or raw.isspace():
        return ""
    row = ROW_OF_FIELD.get(name)
    if row is not None:
        people = work.people(row.key) if row.value is Value.PEOPLE else None
        return names_source(people, raw) if people else balanced(raw)
    relation = link_relation(name)
    if name in _EPRINT or name in {"year", "month", "day"}:
        return balanced(raw)
    if relation is None:
        return "" if "://" in raw or "javascript:" in raw.lower() else balanced(raw)
    if relation.key == "arxiv" and any(link.relation == "arxiv" for link in work.links):
        return _arxiv(work)
    # the reader has made no link of what is not safe, or leads to the same place as another
    safe = any(link.relation == relation.key for link in work.links)
    return balanced(raw) if safe and relation.key in _KEPT_LINKS else ""


@lru_cache(maxsize=500)  # there are few
def _is_shared(name: str) -> bool:
    """Whether a field can say something to others."""
    row = ROW_OF_FIELD.get(name)
    is_ours = name in _HOUSE or (row is not None and row.value in {Value.HOUSE, Value.FLAG})
    return _FIELD_NAME.fullmatch(name) is not None and "+" not in name and not is_ours


def _arxiv(work: Work) -> str:
    target = next(link.target for link in work.links if link.relation == "arxiv")
    return target.partition("/abs/")[2]


def _is_placed(work: Work) -> bool:
    """Whether it appeared somewhere: an ``eprint`` makes a preprint of what did not."""
    return work.type == "preprint" or any(work.text(name) for name in ("container_title", "event_title", "publisher"))


def _inherited(work: Work, kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What came from other entries, which are not written beside this one."""
    said = {row.key for name in kept if (row := ROW_OF_FIELD.get(name)) is not None}
    for key, people in work.contributors:
        if key not in said and key in FIELD_BY_NAME:
            yield FIELD_BY_NAME[key].bibtex[0], names_source(people)
    for key, text in work.texts:
        row = FIELD_BY_NAME.get(key)
        if row is None or row.key != key or key in said or row.bibtex[0] in _HOUSE:
            continue
        name = row.bibtex[0]
        if key.startswith("container_title") and not work.type.startswith("article"):
            name = next((name for name in row.bibtex if name.startswith("book")), name)
        # what was a list is one text now, and no list any more
        tex = text_source(text)
        yield name, f"{{{tex}}}" if row.value is Value.LIST else tex
    when = work.date()
    if when is not None and not {"date", "year"} & kept.keys():
        yield "date", str(when)
