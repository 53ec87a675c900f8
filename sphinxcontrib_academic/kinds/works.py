"""The types of publications: a row for each type of CSL, with the entry types that mean it."""

from __future__ import annotations

from sphinxcontrib_academic.model.classes import dataclass


@dataclass(frozen=True, slots=True)
class WorkType:
    """One type of publication."""

    key: str
    """The CSL type."""
    label: str
    """What one is called, in the singular."""
    plural: str
    """The heading of a list of them."""
    bibtex: tuple[str, ...]
    """The entry types of BibTeX, BibLaTeX and custom styles that mean it, in lower case."""
    schema: str
    """The type of schema.org."""
    containers: tuple[str, ...]
    """The names of ``kinds.fields`` that say where it appeared, the first that is there counts."""
    genre: str = ""
    """What stands before the container where the entry gives no ``genre`` of its own."""
    letter: str = "O"
    """The letter before its number in a list that is numbered by types: ``[C5] [J2]``."""


_PART = ("container_title", "event_title", "collection_title", "publisher")
_WHOLE = ("publisher", "how_published", "collection_title")

WORK_TYPES: tuple[WorkType, ...] = (
    WorkType("article-journal", "Journal article", "Journal articles",
             ("article", "suppperiodical", "review"), "ScholarlyArticle", ("container_title", "how_published", "publisher"), letter="J"),
    WorkType("paper-conference", "Conference paper", "Conference papers",
             ("inproceedings", "conference", "paper"), "ScholarlyArticle", _PART, letter="C"),
    WorkType("book", "Book", "Books",
             ("book", "mvbook", "collection", "mvcollection", "reference", "mvreference", "monograph"), "Book", _WHOLE, letter="B"),
    WorkType("chapter", "Book chapter", "Book chapters",
             ("incollection", "inbook", "bookinbook", "suppbook", "suppcollection", "chapter"), "Chapter", _PART, letter="B"),
    WorkType("entry-encyclopedia", "Encyclopedia entry", "Encyclopedia entries", ("inreference",), "Article", _PART, letter="B"),
    WorkType("proceedings", "Proceedings", "Proceedings",
             ("proceedings", "mvproceedings"), "Book", ("collection_title", "event_title", "publisher"), letter="E"),
    WorkType("periodical", "Journal issue", "Journal issues", ("periodical",), "PublicationIssue",
             ("container_title", "issue_title", "publisher"), letter="E"),
    WorkType("thesis", "Thesis", "Theses", ("thesis",), "Thesis", ("publisher",), "Thesis", letter="T"),
    WorkType("thesis-phd", "PhD thesis", "PhD theses", ("phdthesis", "dissertation"), "Thesis", ("publisher",), "PhD thesis", letter="T"),
    WorkType("thesis-master", "Master’s thesis", "Master’s theses",
             ("mastersthesis", "masterthesis"), "Thesis", ("publisher",), "Master’s thesis", letter="T"),
    WorkType("thesis-bachelor", "Bachelor’s thesis", "Bachelor’s theses",
             ("bachelorsthesis", "bachelorthesis"), "Thesis", ("publisher",), "Bachelor’s thesis", letter="T"),
    WorkType("report", "Report", "Reports", ("report", "techreport"), "Report", ("publisher", "collection_title"), "Report", letter="R"),
    WorkType("manuscript", "Manuscript", "Manuscripts", ("unpublished",), "CreativeWork",
             ("event_title", "how_published", "publisher"), letter="M"),
    WorkType("preprint", "Preprint", "Preprints", ("preprint", "eprint"), "ScholarlyArticle",
             ("container_title", "archive", "publisher"), letter="P"),
    WorkType("software", "Software", "Software", ("software", "softwareversion", "softwaremodule", "codefragment"),
             "SoftwareSourceCode", _WHOLE, letter="S"),
    WorkType("dataset", "Data set", "Data sets", ("dataset", "data"), "Dataset", _WHOLE, letter="D"),
    WorkType("webpage", "Web page", "Web pages", ("online", "electronic", "www", "webpage"), "WebPage",
             ("container_title", "publisher", "archive"), letter="W"),
    WorkType("patent", "Patent", "Patents", ("patent",), "CreativeWork", ("publisher", "holder_text"), "Patent", letter="I"),
    WorkType("standard", "Standard", "Standards", ("standard",), "CreativeWork", ("publisher", "how_published")),
    WorkType("pamphlet", "Booklet", "Booklets", ("booklet", "manual", "documentation", "leaflet"), "CreativeWork", _WHOLE),
    WorkType("speech", "Talk", "Talks",
             ("presentation", "lecture", "speech", "poster", "abstract"), "PresentationDigitalDocument", ("event_title", *_PART), letter="L"),
    WorkType("motion_picture", "Film", "Films", ("video", "movie"), "Movie", _WHOLE),
    WorkType("song", "Recording", "Recordings", ("audio", "music"), "AudioObject", _WHOLE),
    WorkType("graphic", "Image", "Images", ("artwork", "image"), "VisualArtwork", _WHOLE),
    WorkType("performance", "Performance", "Performances", ("performance",), "CreativeWork", ("event_title", *_WHOLE)),
    WorkType("personal_communication", "Letter", "Letters", ("letter",), "Message", _WHOLE),
    WorkType("legislation", "Legal text", "Legal texts",
             ("legislation", "legal", "jurisdiction", "commentary"), "Legislation", ("container_title", *_WHOLE)),
    WorkType("article-newspaper", "Newspaper article", "Newspaper articles", ("newspaper",), "NewsArticle", _PART, letter="N"),
    WorkType("article-magazine", "Magazine article", "Magazine articles", ("magazine",), "Article", _PART, letter="N"),
    WorkType("document", "Publication", "Other publications",
             ("misc", "set", "bibnote", "customa", "customb", "customc", "customd", "custome", "customf"),
             "CreativeWork", ("container_title", "how_published", "event_title", "publisher", "archive", "collection_title")),
)  # fmt: skip

FALLBACK = WORK_TYPES[-1]
"""What an entry of an unknown type is: never an error."""

_BY_NAME = {name: row for row in WORK_TYPES for name in (row.key, *row.bibtex)}


GENRES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("thesis-phd", ("phd", "ph.d", "ph. d", "doctor", "dissertation", "dphil", "d.phil")),
    ("thesis-bachelor", ("bachelor", "bathesis", "b.sc", "bsc", "b.a.", "b.eng", "undergraduate")),
    ("thesis-master", ("master", "mathesis", "m.sc", "msc", "m.a.", "m.s.", "m.eng", "diplom", "magister")),
)
"""Words in the ``type`` of a thesis that say of which degree it is."""


def work_type(name: str) -> WorkType | None:
    """The row of a CSL type or of any entry type, whatever its case."""
    return _BY_NAME.get(name.strip().lower())
