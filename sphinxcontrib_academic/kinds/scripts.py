"""The scripts of the world: which typefaces set them where the document's own does not."""

from __future__ import annotations

import unicodedata

from sphinxcontrib_academic.model.classes import dataclass


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
_SIGNS = ("DejaVu Sans", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math", "Symbola")
_SANS = ("Noto Sans", "Libertinus Sans", "DejaVu Sans", "FreeSans")


def _noto(word: str, opentype: str = "", *, rightward: bool = True) -> Script:
    """A script that Noto sets, and hardly anybody else."""
    name = word.title()
    serif, sans = f"Noto Serif {name}", f"Noto Sans {name}"
    return Script(word.lower(), (word,), (serif, sans), (sans, serif), opentype or name, rightward)


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
    *map(_noto, ("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM",
                 "SINHALA", "THAI", "LAO", "TIBETAN", "MYANMAR", "KHMER", "MONGOLIAN", "CHEROKEE")),
    _noto("SYRIAC", rightward=False),
    _noto("THAANA", rightward=False),
    Script("georgian", ("GEORGIAN",), ("Noto Serif Georgian", "DejaVu Serif"), ("Noto Sans Georgian", "DejaVu Sans")),
    Script("armenian", ("ARMENIAN",), ("Noto Serif Armenian", "DejaVu Serif"), ("Noto Sans Armenian", "DejaVu Sans")),
    Script("ethiopic", ("ETHIOPIC",), ("Noto Serif Ethiopic", "Noto Sans Ethiopic"), ("Noto Sans Ethiopic",)),
    Script("symbols", (), (*_SIGNS, *_SERIF),
           (*_SIGNS, *_SANS)),
    Script("emoji", (), ("Noto Color Emoji", "Noto Emoji", "Symbola", "DejaVu Sans", "Noto Sans Symbols2"),
           ("Noto Color Emoji", "Noto Emoji", "Symbola", "DejaVu Sans", "Noto Sans Symbols2")),
)  # fmt: skip

_CJK_BLOCKS = ((0x2E80, 0x303F), (0x3190, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
"""Punctuation and signs among ideographs, which have names of all kinds."""
_KEYCAP = 0x20E3

_BY_WORD = {word: row for row in SCRIPTS for word in row.words}
_BY_KEY = {row.key: row for row in SCRIPTS}


def script_of(sign: str) -> Script:
    """The script of a character; pictures and signs have rows of their own."""
    row = _BY_WORD.get(unicodedata.name(sign, "").partition(" ")[0])
    if row is not None:
        return row
    code = ord(sign)
    if any(first <= code <= last for first, last in _CJK_BLOCKS):
        return _BY_KEY["chinese"]
    is_picture = unicodedata.category(sign) in {"So", "Sk", "Me"} and (
        code >= 0x1F000 or 0x2600 <= code <= 0x27BF or code == _KEYCAP
    )
    return _BY_KEY["emoji" if is_picture else "symbols"]


def script(key: str) -> Script:
    """The script of that key."""
    return _BY_KEY[key]
