"""The fields of a publication: a row for each variable of CSL, with the fields of data files that hold it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Value(Enum):
    """How the value of a field is read."""

    TEXT = "TeX that becomes rich text"
    PEOPLE = "a list of names"
    DATE = "a date of BibLaTeX"
    WORDS = "words separated by commas or semicolons"
    FLAG = "true or false"
    HOUSE = "for other tools; not shown"


@dataclass(frozen=True, slots=True)
class Field:
    """One field."""

    key: str
    """The name in the model: CSL's, with underscores."""
    bibtex: tuple[str, ...]
    """The fields of data files that hold it, in lower case, the most telling first."""
    value: Value = Value.TEXT


FIELDS: tuple[Field, ...] = (
    Field("title", ("title",)),
    Field("subtitle", ("subtitle",)),
    Field("title_addon", ("titleaddon",)),
    Field("short_title", ("shorttitle",)),
    Field("original_title", ("origtitle",)),
    Field("container_title", ("journaltitle", "journal", "booktitle", "maintitle")),
    Field("container_subtitle", ("journalsubtitle", "booksubtitle")),
    Field("container_title_short", ("abbr", "shortjournal", "shortbooktitle", "venue_short")),
    Field("issue_title", ("issuetitle",)),
    Field("collection_title", ("series",)),
    Field("event_title", ("eventtitle",)),
    Field("event_title_addon", ("eventtitleaddon",)),
    Field("event_place", ("venue",)),
    Field("publisher", ("publisher", "institution", "school", "organization")),
    Field("publisher_place", ("location", "address")),
    Field("how_published", ("howpublished",)),
    Field("archive", ("archive",)),
    Field("volume", ("volume",)),
    Field("part", ("part",)),
    Field("volumes", ("volumes",)),
    Field("issue", ("number", "issue")),
    Field("page", ("pages",)),
    Field("page_total", ("pagetotal", "numpages")),
    Field("article_number", ("eid", "articleno", "article-number")),
    Field("chapter", ("chapter",)),
    Field("edition", ("edition",)),
    Field("version", ("version",)),
    Field("genre", ("type",)),
    Field("language", ("language",)),
    Field("isbn", ("isbn",)),
    Field("issn", ("issn",)),
    Field("status", ("pubstate", "status")),
    Field("award", ("award", "award_name", "honor", "honour", "distinction")),
    Field("tagline", ("tagline", "tldr")),
    Field("shorthand", ("shorthand", "short_name", "nickname")),
    Field("note", ("note",)),
    Field("addendum", ("addendum",)),
    Field("abstract", ("abstract",)),
    Field("role", ("role",)),
    Field("author", ("author",), Value.PEOPLE),
    Field("editor", ("editor",), Value.PEOPLE),
    Field("editora", ("editora",), Value.PEOPLE),
    Field("editorb", ("editorb",), Value.PEOPLE),
    Field("editorc", ("editorc",), Value.PEOPLE),
    Field("container_author", ("bookauthor",), Value.PEOPLE),
    Field("translator", ("translator",), Value.PEOPLE),
    Field("annotator", ("annotator",), Value.PEOPLE),
    Field("commentator", ("commentator",), Value.PEOPLE),
    Field("introduction", ("introduction",), Value.PEOPLE),
    Field("foreword", ("foreword",), Value.PEOPLE),
    Field("afterword", ("afterword",), Value.PEOPLE),
    Field("holder", ("holder",), Value.PEOPLE),
    Field("issued", ("date",), Value.DATE),
    Field("original_date", ("origdate",), Value.DATE),
    Field("event_date", ("eventdate",), Value.DATE),
    Field("accessed", ("urldate",), Value.DATE),
    Field("keyword", ("keywords", "keyword", "tags"), Value.WORDS),
    Field("selected", ("selected", "featured"), Value.FLAG),
)

FIELD_BY_NAME = {name: row for row in FIELDS for name in (row.key, *row.bibtex)}
