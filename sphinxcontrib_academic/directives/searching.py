"""``:search:`` of a list: the place of a box for visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.kinds.search import SEARCH_FIELDS, search_field
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.selection import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

    from sphinxcontrib_academic.directives.base import AcademicDirective

_FLAG = ("keyword",)
"""What the chips choose by where ``:search:`` says no more."""


def search_places(directive: AcademicDirective, keys: Iterable[str], series: str) -> list[nodes.Element]:
    """The place of the box that searches these works, before their lists."""
    names = words_of(directive.options["search"] or "") or _FLAG
    fields = []
    for name in names:
        row = search_field(name)
        if row is not None:
            fields.append(row.key)
        elif name != "none":
            known = [field.key for field in SEARCH_FIELDS]
            hint = did_you_mean(name, known)
            message = f":search: names {name!r}, expected one of {', '.join(known)}{hint}"
            directive.complain(Code.UNKNOWN_VALUE, message)
    place = academic.academic_search("", series=series)
    place["keys"], place["fields"] = list(dict.fromkeys(keys)), list(dict.fromkeys(fields))
    return [place]
