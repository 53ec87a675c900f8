"""The scripts of the world: which typefaces set them where the document's own does not."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """One script, or a family of them that the same typefaces set."""

    key: str
    words: tuple[str, ...]
    """How the names of its characters begin, in Unicode."""
    serif: tuple[str, ...]
    """Typefaces by the names that the system knows them by; the first that is there serves."""
    sans: tuple[str, ...]
    opentype: str = ""
    """The script in OpenType, where letters change their shapes."""
    rightward: bool = True
    """False where it is written from right to left."""
    dense: bool = False
    """True where lines break between any two signs."""


_SERIF = ("Noto Serif", "Libertinus Serif", "DejaVu Serif", "FreeSerif")
_SANS = ("Noto Sans", "Libertinus Sans", "DejaVu Sans", "FreeSans")


def _cjk(region: str, *others: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    serif = (f"Noto Serif CJK {region}", f"Source Han Serif {region}", f"Noto Sans CJK {region}", *others)
    sans = (f"Noto Sans CJK {region}", f"Source Han Sans {region}", f"Noto Serif CJK {region}", *others)
    return serif, sans


SCRIPTS: tuple[Script, ...] = (
    Script("latin", ("LATIN", "COMBINING", "MODIFIER"), _SERIF, _SANS),
    Script("greek", ("GREEK",), _SERIF, _SANS),
    Script("cyrillic", ("CYRILLIC",), _SERIF, _SANS),
    Script("chinese", ("CJK", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH", "BOPOMOFO", "KANGXI"),
           *_cjk("SC", "WenQuanYi Zen Hei", "FandolSong", "PingFang SC", "SimSun"), dense=True),
    Script("japanese", ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"),
           *_cjk("JP", "IPAexMincho", "Harano Aji Mincho", "Hiragino Mincho ProN"), dense=True),
    Script("korean", ("HANGUL",), *_cjk("KR", "UnBatang", "NanumMyeongjo", "Apple SD Gothic Neo")),
    Script("arabic", ("ARABIC",), ("Noto Naskh Arabic", "Amiri", "Scheherazade New", "DejaVu Sans"),
           ("Noto Sans Arabic", "Noto Naskh Arabic", "Amiri", "DejaVu Sans"), "Arabic", rightward=False),
    Script("hebrew", ("HEBREW",), ("Noto Serif Hebrew", "Libertinus Serif", "DejaVu Sans"),
           ("Noto Sans Hebrew", "DejaVu Sans"), "Hebrew", rightward=False),
    Script("devanagari", ("DEVANAGARI",), ("Noto Serif Devanagari", "Noto Sans Devanagari"),
           ("Noto Sans Devanagari", "Noto Serif Devanagari"), "Devanagari"),
    Script("bengali", ("BENGALI",), ("Noto Serif Bengali", "Noto Sans Bengali"), ("Noto Sans Bengali",), "Bengali"),
    Script("tamil", ("TAMIL",), ("Noto Serif Tamil", "Noto Sans Tamil"), ("Noto Sans Tamil",), "Tamil"),
    Script("telugu", ("TELUGU",), ("Noto Serif Telugu", "Noto Sans Telugu"), ("Noto Sans Telugu",), "Telugu"),
    Script("thai", ("THAI",), ("Noto Serif Thai", "Noto Sans Thai"), ("Noto Sans Thai", "Noto Serif Thai"), "Thai"),
    Script("georgian", ("GEORGIAN",), ("Noto Serif Georgian", "DejaVu Serif"), ("Noto Sans Georgian", "DejaVu Sans")),
    Script("armenian", ("ARMENIAN",), ("Noto Serif Armenian", "DejaVu Serif"), ("Noto Sans Armenian", "DejaVu Sans")),
    Script("ethiopic", ("ETHIOPIC",), ("Noto Serif Ethiopic", "Noto Sans Ethiopic"), ("Noto Sans Ethiopic",)),
    Script("symbols", (), ("DejaVu Sans", "Noto Sans Symbols", "Noto Sans Symbols2", "Symbola", "FreeSerif"),
           ("DejaVu Sans", "Noto Sans Symbols", "Noto Sans Symbols2", "Symbola", "FreeSans")),
    Script("emoji", (), ("Noto Color Emoji", "Noto Emoji", "Symbola", "DejaVu Sans"),
           ("Noto Color Emoji", "Noto Emoji", "Symbola", "DejaVu Sans")),
)  # fmt: skip

_BY_WORD = {word: row for row in SCRIPTS for word in row.words}
_BY_KEY = {row.key: row for row in SCRIPTS}


def script_of(sign: str) -> Script:
    """The script of a character; pictures and signs have rows of their own."""
    row = _BY_WORD.get(unicodedata.name(sign, "").partition(" ")[0])
    if row is not None:
        return row
    is_picture = unicodedata.category(sign) == "So" and (ord(sign) >= 0x1F000 or 0x2600 <= ord(sign) <= 0x27BF)
    return _BY_KEY["emoji" if is_picture else "symbols"]


def script(key: str) -> Script:
    """The script of that key."""
    return _BY_KEY[key]
