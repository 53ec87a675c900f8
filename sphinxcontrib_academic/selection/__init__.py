"""Which works a list shows, in which order, in which groups: pure functions over works."""

from __future__ import annotations

from sphinxcontrib_academic.selection.choices import (
    file_named,
    known_types,
    names_of,
    of_files,
    of_keywords,
    of_people,
    of_types,
    of_years,
    read_years,
    words_of,
)
from sphinxcontrib_academic.selection.facts import FilterError, Site, known_names
from sphinxcontrib_academic.selection.grouping import GROUP_KEYS, Group, Wish, grouped, values_of
from sphinxcontrib_academic.selection.numbers import Numbering, numbers
from sphinxcontrib_academic.selection.order import SORT_KEYS, in_order, unknown_sort_keys

__all__ = [
    "GROUP_KEYS",
    "SORT_KEYS",
    "FilterError",
    "Group",
    "Numbering",
    "Site",
    "Wish",
    "file_named",
    "grouped",
    "in_order",
    "known_names",
    "known_types",
    "names_of",
    "numbers",
    "of_files",
    "of_keywords",
    "of_people",
    "of_types",
    "of_years",
    "read_years",
    "unknown_sort_keys",
    "values_of",
    "words_of",
]
