"""The fields of a publication: a row for each variable of CSL, with the fields of data files that hold it."""

from __future__ import annotations

from enum import Enum

from sphinxcontrib_academic.model.classes import dataclass


class Value(Enum):
    """How the value of a field is read."""

    TEXT = "TeX that becomes rich text"
    PEOPLE = "a list of names"
    DATE = "a date of BibLaTeX"
    LIST = "texts separated by the word and"
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
    Field("reprint_title", ("reprinttitle",)),
    Field("translated_title", ("title_translation", "translatedtitle")),
    Field("container_title", ("journaltitle", "journal", "booktitle", "website-title")),
    Field("container_subtitle", ("journalsubtitle", "booksubtitle")),
    Field("container_title_addon", ("journaltitleaddon", "booktitleaddon")),
    Field("container_title_short", ("abbr", "shortjournal", "shortbooktitle", "venue_short")),
    Field("main_title", ("maintitle",)),
    Field("main_subtitle", ("mainsubtitle",)),
    Field("main_title_addon", ("maintitleaddon",)),
    Field("issue_title", ("issuetitle",)),
    Field("issue_subtitle", ("issuesubtitle",)),
    Field("collection_title", ("series",)),
    Field("event_title", ("eventtitle", "conference", "conferencename")),
    Field("event_title_addon", ("eventtitleaddon",)),
    Field("event_place", ("venue", "eventplace")),
    Field("publisher", ("publisher", "institution", "school", "university", "organization"), Value.LIST),
    Field("publisher_place", ("location", "address"), Value.LIST),
    Field("original_publisher", ("origpublisher",), Value.LIST),
    Field("original_publisher_place", ("origlocation",), Value.LIST),
    Field("original_language", ("origlanguage",), Value.LIST),
    Field("how_published", ("howpublished",)),
    Field("archive", ("archive",)),
    Field("archive_location", ("archive_location", "callnumber")),
    Field("volume", ("volume",)),
    Field("part", ("part",)),
    Field("volumes", ("volumes",)),
    Field("issue", ("number", "issue", "reportnumber", "seriesnumber")),
    Field("page", ("pages", "page")),
    Field("page_total", ("pagetotal", "numpages")),
    Field("article_number", ("eid", "articleno", "article-number", "artnum")),
    Field("chapter", ("chapter",)),
    Field("edition", ("edition",)),
    Field("version", ("version",)),
    Field("genre", ("type",)),
    Field("editor_type", ("editortype",)),
    Field("language", ("language",), Value.LIST),
    Field("isbn", ("isbn",)),
    Field("issn", ("issn",)),
    Field("isrn", ("isrn",)),
    Field("status", ("pubstate", "status")),
    Field("award", ("award_name", "award", "honor", "honour", "distinction")),
    Field("tagline", ("tagline", "tldr")),
    Field("shorthand", ("shorthand", "short_name", "nickname")),
    Field("note", ("note",)),
    Field("addendum", ("addendum", "additional_info")),
    Field("related", ("relatedtext",)),
    Field("abstract", ("abstract",)),
    Field("role", ("role",)),
    Field("author", ("author", "authors"), Value.PEOPLE),
    Field("editor", ("editor", "editors"), Value.PEOPLE),
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
    Field("short_author", ("shortauthor",), Value.PEOPLE),
    Field("short_editor", ("shorteditor",), Value.PEOPLE),
    Field("compiler", ("compiler",), Value.PEOPLE),
    Field("composer", ("composer",), Value.PEOPLE),
    Field("director", ("director",), Value.PEOPLE),
    Field("illustrator", ("illustrator",), Value.PEOPLE),
    Field("interviewer", ("interviewer",), Value.PEOPLE),
    Field("narrator", ("narrator",), Value.PEOPLE),
    Field("organizer", ("organizer",), Value.PEOPLE),
    Field("performer", ("performer",), Value.PEOPLE),
    Field("producer", ("producer",), Value.PEOPLE),
    Field("recipient", ("recipient",), Value.PEOPLE),
    Field("supervisor", ("supervisor", "advisor", "adviser"), Value.PEOPLE),
    Field("issued", ("date",), Value.DATE),
    Field("original_date", ("origdate", "origyear"), Value.DATE),
    Field("event_date", ("eventdate",), Value.DATE),
    Field("accessed", ("urldate", "lastaccessed", "lastchecked", "accessed"), Value.DATE),
    Field("keyword", ("keywords", "keyword", "tags", "author_keywords"), Value.WORDS),
    Field("selected", ("selected", "featured"), Value.FLAG),
    Field("house", ("bibtex_show", "preview", "altmetric", "dimensions", "annotation", "annote",
                    "comment", "comments", "file", "groups", "owner", "timestamp", "bibsource", "biburl", "langid",
                    "langidopts", "hyphenation", "options", "sortkey", "sorttitle", "sortname", "sortyear", "presort",
                    "indextitle", "indexsorttitle", "label", "entrysubtype", "execute", "date-added", "date-modified",
                    "creationdate", "modificationdate", "readstatus", "priority", "ranking", "only"), Value.HOUSE),
)  # fmt: skip

FIELD_BY_NAME = {row.key: row for row in FIELDS} | {name: row for row in FIELDS for name in row.bibtex}
"""The row of a field of a data file, or of a name in the model; a data file's word goes first."""

ROW_OF_FIELD = {name: row for row in FIELDS for name in row.bibtex}
"""The row of a field of a data file alone."""
