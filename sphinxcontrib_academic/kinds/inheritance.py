"""What an entry inherits through ``crossref``: the default rules of BibLaTeX (manual, appendix B)."""

from __future__ import annotations

from sphinxcontrib_academic.model.classes import dataclass


@dataclass(frozen=True, slots=True)
class Inheritance:
    """Fields that change their names on the way from one type of entry to another."""

    sources: frozenset[str]
    targets: frozenset[str]
    renamed: tuple[tuple[str, str], ...]
    """(field of the parent, field of the child)."""


def _types(names: str) -> frozenset[str]:
    return frozenset(names.split())


def _titles(prefix: str) -> tuple[tuple[str, str], ...]:
    return (
        ("title", f"{prefix}title"),
        ("subtitle", f"{prefix}subtitle"),
        ("titleaddon", f"{prefix}titleaddon"),
    )


_PARTS = "inbook bookinbook suppbook incollection suppcollection inreference inproceedings chapter"

INHERITANCE: tuple[Inheritance, ...] = (
    Inheritance(
        _types("mvbook book"),
        _types("inbook bookinbook suppbook"),
        (("author", "author"), ("author", "bookauthor")),
    ),
    Inheritance(_types("mvbook"), _types("book inbook bookinbook suppbook"), _titles("main")),
    Inheritance(
        _types("mvcollection mvreference"),
        _types("collection reference incollection inreference suppcollection"),
        _titles("main"),
    ),
    Inheritance(_types("mvproceedings"), _types("proceedings inproceedings"), _titles("main")),
    # BibLaTeX names the pairs; in the files of BibTeX any whole has any part
    Inheritance(_types("book collection reference proceedings misc manual"), _types(_PARTS), _titles("book")),
    Inheritance(
        _types("periodical"),
        _types("article suppperiodical"),
        (
            ("title", "journaltitle"),
            ("subtitle", "journalsubtitle"),
            ("titleaddon", "journaltitleaddon"),
        ),
    ),
)

ALWAYS_KEPT = frozenset(
    [
        "ids",
        "crossref",
        "xref",
        "xdata",
        "entryset",
        "entrysubtype",
        "execute",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shorthand",
        "shorthandintro",
        "sortkey",
    ]
)
"""What no entry inherits."""

KEPT_WITH_TITLES = frozenset(["shorttitle", "sorttitle", "indextitle", "indexsorttitle"])
"""What is not inherited where the titles change their names."""

ALIASES = {
    "conference": "inproceedings",
    "electronic": "online",
    "www": "online",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
}
"""Types that BibLaTeX reads as others."""

_SAME = (
    "journaltitle journal",
    "location address",
    "institution school",
    "eprinttype archiveprefix",
    "eprintclass primaryclass",
    "annotation annote",
    "origdate origyear",
    "urldate urlyear",
    "eventdate eventyear",
)
_DATE = frozenset(["date", "year", "month", "day", "endyear", "endmonth", "endday"])

BLOCKED: dict[str, frozenset[str]] = {
    **{name: frozenset(names.split()) for names in _SAME for name in names.split()},
    "date": _DATE,
    "year": _DATE,
    "month": frozenset({"month", "day"}),
}
"""Other names of the same thing: who has the field inherits none of them."""

RELATED_TYPES = {
    "bytranslator": "Translated as",
    "multivolume": "Volumes",
    "origpubas": "Originally published as",
    "origpubin": "Originally published in",
    "reprintas": "Reprinted as",
    "reprintfrom": "Reprinted from",
    "reprintof": "Reprint of",
    "reviewof": "Review of",
    "translatedas": "Translated as",
    "translatedfrom": "Translated from",
    "translationas": "Translated as",
    "translationof": "Translation of",
}
"""The words of ``relatedtype``."""
