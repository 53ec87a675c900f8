"""The looks of a CV in PDF: its styles, its options, and the fonts that every TeX has or may have."""

from __future__ import annotations

from sphinxcontrib_academic.model.classes import dataclass


@dataclass(frozen=True, slots=True)
class CvStyle:
    """One style; its macros stand in ``academic-cv-<key>.sty``."""

    key: str
    meaning: str
    font: str
    """A key of ``CV_FONTS``."""
    fontsize: str
    margin: str
    """Left, top, right, bottom."""
    column: str = "0mm"
    """A column at left, for dates and headings."""


CV_STYLES: tuple[CvStyle, ...] = (
    CvStyle("classic", "serif, centred head, small capitals over a hairline, dates at right",
            "charter", "10pt", "20mm 17mm 20mm 19mm"),
    CvStyle("modern", "sans serif, dates and headings in a column at left",
            "source-sans", "10pt", "18mm 17mm 18mm 17mm", "34mm"),
    CvStyle("compact", "for two-page limits: a line for each entry, a paragraph for each paper",
            "termes", "9.5pt", "16mm 13mm 16mm 14mm"),
    CvStyle("caps", "capitals, rules, ♦ between contacts, a tag line above each paper, its venue in brackets",
            "libertinus", "10pt", "18mm 15mm 18mm 15mm"),
)  # fmt: skip

STYLE_NAMES = tuple(row.key for row in CV_STYLES)
"""The values of ``academic_cv_style``, the first where ``conf.py`` says none."""


@dataclass(frozen=True, slots=True)
class CvOption:
    """One key of ``academic_cv``."""

    key: str
    expected: str
    """What a message says that it may be."""
    pattern: str = ""
    """What its text must match in full, if it is no truth value."""
    choices: tuple[str, ...] = ()


_LENGTH = r"\d+(?:\.\d+)?(?:mm|cm|in|pt)"

CV_OPTIONS: tuple[CvOption, ...] = (
    CvOption("papersize", "'a4' or 'letter'", choices=("a4", "letter")),
    CvOption("margin", "one to four lengths such as '20mm' or '20mm 17mm' (left, top, right, bottom)",
             rf"{_LENGTH}(?:\s+{_LENGTH}){{0,3}}"),
    CvOption("fontsize", "a size from '8pt' to '12pt'", r"(?:8|9|10|11)(?:\.\d)?pt|12(?:\.0)?pt"),
    CvOption("accent", "a colour such as '#1C3A68'", r"#[0-9A-Fa-f]{6}"),
    CvOption("font", "a font of the table, or with lualatex and xelatex any that is installed", r"[^\\{}%#$&~^\n]+"),
    CvOption("photo", "True or False"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CvFont:
    """A typeface that TeX brings, for all engines; ``academic-cv-fonts.sty`` has its files."""

    key: str
    name: str


CV_FONTS: tuple[CvFont, ...] = (
    CvFont("charter", "XCharter"),
    CvFont("libertinus", "Libertinus Serif"),
    CvFont("pagella", "TeX Gyre Pagella"),
    CvFont("termes", "TeX Gyre Termes"),
    CvFont("source-sans", "Source Sans Pro"),
    CvFont("fira", "Fira Sans"),
    CvFont("lato", "Lato"),
    CvFont("heros", "TeX Gyre Heros"),
    CvFont("lmodern", "Latin Modern"),
)

_STYLES = {row.key: row for row in CV_STYLES}
_OPTIONS = {row.key: row for row in CV_OPTIONS}


def cv_style(key: object) -> CvStyle:
    """The style of that name; the first where there is none."""
    return _STYLES.get(str(key), CV_STYLES[0])


def cv_option(key: object) -> CvOption | None:
    """The option of that name."""
    return _OPTIONS.get(str(key))


def is_cv_font(key: object) -> bool:
    """True for a typeface that all engines can set."""
    return any(row.key == key for row in CV_FONTS)
