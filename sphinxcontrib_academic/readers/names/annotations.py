"""BibLaTeX's data annotations of lists of names: ``author+an = {1=self; 2=equal,corresponding}``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sphinxcontrib_academic.kinds.roles import author_role
from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.names import Contributor, People
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.tex import read_plain
from sphinxcontrib_academic.readers.tex.links import address_text, is_unsafe, safe_target

_ANNOTATION = expression(r"(\d*)\s*(?::\s*([A-Za-z\-]+)\s*(?::\s*\d+)?)?\s*=\s*(.+)", re.DOTALL)
_QUOTED = expression(r'"((?:[^"]|"")*)"')
_ORCID = expression(r"(?:https?://)?(?:www\.)?(?:orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])/?")
_ADDRESSES = frozenset(("url", "homepage", "website", "web", "link", "href", "home"))


@dataclass(frozen=True, slots=True)
class _Annotation:
    """What is said about one person, or about all."""

    position: int | None
    """Counted from 1; none where it is about everybody."""
    values: tuple[str, ...]
    source: str


def read_annotations(
    people: People, fields: Mapping[str, str], field: str, location: Location
) -> tuple[People, tuple[Problem, ...]]:
    """The people with what the annotations of their field say about them."""
    members = list(people.members)
    complaints: list[tuple[Code, str]] = []
    for name, value in fields.items():
        base, marker, purpose = name.lower().partition("+an")
        if base != field.lower() or not marker or (purpose and purpose[0] != ":"):
            continue
        for annotation in _read(value, name, complaints):
            _apply(members, annotation, purpose[1:].strip(), name, complaints)
    problems = tuple(Problem(code, message, location) for code, message in dict.fromkeys(complaints))
    return replace(people, members=tuple(members)), problems


def _read(value: str, name: str, complaints: list[tuple[Code, str]]) -> Iterator[_Annotation]:
    for item in _items(value):
        found = _ANNOTATION.fullmatch(item)
        if found is None:
            complaints.append(
                (Code.ANNOTATION, f"{item[:60]!r} in {name} cannot be read; expected position=role, as in 1=equal")
            )
            continue
        quoted = _QUOTED.fullmatch(found[3].strip())
        values = [quoted[1].replace('""', '"')] if quoted else re.split(r"\s*,\s*", found[3].strip(' "'))
        position = int(found[1][:9]) if found[1] else None
        yield _Annotation(
            position,
            tuple(word for word in (read_plain(word) if not quoted else word for word in values) if word),
            item,
        )


def _items(value: str) -> list[str]:
    """The annotations of a value, which semicolons outside of quotes separate."""
    return [item for item in (found[0].strip() for found in re.finditer(r'(?:"[^"]*"|[^;"]|")+?(?=;|$)', value))
            if item.strip("; ")]  # fmt: skip


def _apply(
    members: list[Contributor], annotation: _Annotation, purpose: str, name: str, complaints: list[tuple[Code, str]]
) -> None:
    position = annotation.position
    if position is not None and not 1 <= position <= len(members):
        counted = f"{len(members)} name" + ("s" if len(members) != 1 else "")
        complaints.append(
            (Code.ANNOTATION, f"{annotation.source[:60]!r} in {name} is about name {position}, but there are {counted}")
        )
        return
    for index in range(len(members)) if position is None else (position - 1,):
        members[index] = _annotated(members[index], annotation, purpose, name, complaints)


def _annotated(
    person: Contributor, annotation: _Annotation, purpose: str, name: str, complaints: list[tuple[Code, str]]
) -> Contributor:
    text = ",".join(annotation.values)
    if purpose == "orcid":
        found = _ORCID.fullmatch(text.strip())
        if found is None:
            complaints.append(
                (Code.ANNOTATION, f"{text[:60]!r} in {name} is no ORCID iD; expected 0000-0002-1825-0097")
            )
            return person
        return replace(person, orcid=found[1].upper())
    if purpose in _ADDRESSES:
        target = safe_target(address_text(text))
        if target is None:
            code = Code.UNSAFE if is_unsafe(text) else Code.ANNOTATION
            complaints.append((code, f"{text[:60]!r} in {name} is no address; expected one that begins with https://"))
            return person
        return replace(person, url=target)
    roles = [row.key if (row := author_role(word)) else read_plain(word) for word in annotation.values]
    return replace(person, roles=tuple(dict.fromkeys((*person.roles, *(role for role in roles if role)))))
