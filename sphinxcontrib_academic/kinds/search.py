"""The words of the box that searches a list, and what its chips can choose by."""

from __future__ import annotations

from sphinxcontrib_academic.model.classes import dataclass


@dataclass(frozen=True, slots=True)
class SearchField:
    """One row of chips, each of which shows the publications that have one value."""

    key: str
    """What stands behind ``:search:``."""
    label: str
    """What the row is called."""
    parameter: str
    """Its name in the address of a page that is filtered."""
    aliases: tuple[str, ...] = ()


SEARCH_FIELDS: tuple[SearchField, ...] = (
    SearchField("keyword", "Topic", "topic", ("keywords", "topic", "topics")),
    SearchField("type", "Type", "type", ("types",)),
    SearchField("year", "Year", "year", ("years", "date")),
    SearchField("venue", "Venue", "venue", ("venues", "journal")),
)

SEARCH_WORDS: dict[str, str] = {
    "region": "Filter of publications",
    "label": "Filter publications",
    "placeholder": "Filter publications — title, author, venue, year",
    "all": "All",
    "more": "{count} more",
    "count": "{shown} of {all} publications",
    "none": "No publication fits",
}
"""Everything that the box says."""

SEARCH_OF_ONE: dict[str, str] = {"more": "{count} more", "count": "{shown} of {all} publication"}
"""What a number decides, where it is one: ``count``, or ``all``."""

_BY_NAME = {name: row for row in SEARCH_FIELDS for name in (row.key, *row.aliases)}


def search_field(name: str) -> SearchField | None:
    """The row of a field by its key or an alias, whatever its case."""
    return _BY_NAME.get(name.strip().lower())
