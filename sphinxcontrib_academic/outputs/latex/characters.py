"""What pdflatex can set, as Sphinx sets it up, and other ways to write the rest."""

from __future__ import annotations

import unicodedata
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

from sphinxcontrib_academic.model.classes import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator


class Way(Enum):
    """How a piece of text gets into the PDF."""

    TEXT = auto()
    """As it is."""
    TEX = auto()
    """By a command of LaTeX."""
    NONE = auto()
    """Not at all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, all of it set in one way."""

    way: Way
    text: str
    tex: str = ""


# found by setting each in XCharter, TeX Gyre Termes and Pagella with a LaTeX of 2022
_RANGES = """
    0020-007E 00A0-0125 0128-0137 0139-013E 0141-0148 014A-0165 0168-017E 0192 01C4-01D4 01E2-01E3 01E6-01EB
    01F0 01F4-01F5 0218-021B 0232-0233 0237 02C6-02C7 02D8-02D9 02DB-02DD 1E02-1E03 1E0D 1E1E-1E21 1E25
    1E30-1E31 1E37 1E43 1E45 1E47 1E5B 1E63 1E6D 1E8E-1E91 1E9E 1EF2-1EF3 200C 2010-2015 2018-201A 201C-201E
    2020-2022 2026 2030 2039-203A 2044 204E 20AC 2116 2122 2126 2423
"""
_BY_SPHINX = "2023 221E 2070 2074-2079 2080-2089 2713-2716 23BD 212F 2148"
"""What Sphinx itself replaces by commands."""
_RARE = "0E3F 2031 203B 203D 2052 20A1 20A4 20A6 20A9 20AB 20B1 2117 211E 2120 2127 212E 2422"
"""What Pagella has in bold type and in italics, and not every other font."""
_EVERYWHERE = """
    0020-007E 00A0-00AC 00AE-0122 0124-0125 0128-0137 0139-013E 0141-0148 014A-0165 0168-017E 0218-021B 0237
    02C6-02C7 02D8-02D9 02DB-02DD 1E0D 1E25 1E37 1E45 1E47 1E5B 1E63 1E6D 2010 2013-2014 2016 2018-201A 201C-201E
    2020-2022 2026 2030 2039-203A 2044 20AC 2116 2122
"""
"""What the typefaces of the table have as OpenType, in all their shapes."""


def _code_points(ranges: str) -> Iterator[int]:
    for span in ranges.split():
        first, _, last = span.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


SETTABLE = frozenset(map(chr, _code_points(f"{_RANGES} {_BY_SPHINX}"))) | set("\n\t\r")
EVERYWHERE = frozenset(map(chr, _code_points(_EVERYWHERE))) | set("\n\t\r")
_SYMBOLS = frozenset(map(chr, _code_points(_RARE)))

_SPACES = {
    "\N{EN QUAD}": "\\enspace{}", "\N{EM QUAD}": "\\quad{}", "\N{EN SPACE}": "\\enspace{}",
    "\N{EM SPACE}": "\\quad{}", "\N{FIGURE SPACE}": "~", "\N{THIN SPACE}": "\\,", "\N{HAIR SPACE}": "\\,",
    "\N{NARROW NO-BREAK SPACE}": "\\,", "\N{IDEOGRAPHIC SPACE}": "\\quad{}",
}  # fmt: skip
_BREAKS = {"\N{ZERO WIDTH SPACE}": "\\allowbreak{}", "\N{SOFT HYPHEN}": "\\-{}"}

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}"
"""What belongs to the signs beside it, where their typeface knows it."""
_SELECTORS = frozenset(map(chr, (0x034F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_SEEN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
"""Signs over numbers, which Unicode counts among those of format."""

_MATHS = {
    "−": "-", "∗": "\\ast", "∕": "/", "∼": "\\sim", "≈": "\\approx", "≃": "\\simeq", "≅": "\\cong",
    "≠": "\\neq", "≤": "\\leq", "≥": "\\geq", "≪": "\\ll", "≫": "\\gg", "≡": "\\equiv", "∝": "\\propto",
    "∈": "\\in", "∉": "\\notin", "⊂": "\\subset", "⊆": "\\subseteq", "⊃": "\\supset", "∪": "\\cup",
    "∩": "\\cap", "∀": "\\forall", "∃": "\\exists", "∂": "\\partial", "∇": "\\nabla", "∑": "\\sum",
    "∏": "\\prod", "∫": "\\int", "√": "\\surd", "⊗": "\\otimes", "⊕": "\\oplus", "∘": "\\circ",
    "⋅": "\\cdot", "∥": "\\parallel", "‖": "\\Vert", "⊥": "\\perp", "∅": "\\emptyset", "⟶": "\\longrightarrow",
    "⇒": "\\Rightarrow", "⇔": "\\Leftrightarrow", "↔": "\\leftrightarrow", "↦": "\\mapsto", "ℓ": "\\ell",
    "′": "{}'", "″": "{}''", "ℝ": "\\mathbb{R}", "ℤ": "\\mathbb{Z}", "ℕ": "\\mathbb{N}",
    "ℚ": "\\mathbb{Q}", "ℂ": "\\mathbb{C}", "★": "\\bigstar", "☆": "\\star", "♦": "\\blacklozenge",
    "♢": "\\lozenge", "◆": "\\blacklozenge", "♠": "\\spadesuit", "♣": "\\clubsuit", "♥": "\\heartsuit",
    "■": "\\blacksquare", "□": "\\square", "▪": "\\centerdot", "▶": "\\blacktriangleright",
    "►": "\\blacktriangleright", "△": "\\triangle", "▲": "\\blacktriangle", "●": "\\bullet",
    "○": "\\circ", "◦": "\\circ", "◯": "\\bigcirc", "◊": "\\lozenge", "⋆": "\\star", "☐": "\\square",
    "←": "\\leftarrow", "→": "\\rightarrow", "↑": "\\uparrow", "↓": "\\downarrow", "⇐": "\\Leftarrow",
    "⇑": "\\Uparrow", "⇓": "\\Downarrow", "↗": "\\nearrow", "↘": "\\searrow", "↙": "\\swarrow",
    "↖": "\\nwarrow", "↪": "\\hookrightarrow", "↩": "\\hookleftarrow", "⇌": "\\rightleftharpoons",
    "⟵": "\\longleftarrow", "⟷": "\\longleftrightarrow", "⟹": "\\Longrightarrow", "⟸": "\\Longleftarrow",
    "⟺": "\\Longleftrightarrow", "∞": "\\infty", "⟨": "\\langle", "⟩": "\\rangle", "〈": "\\langle",
    "〉": "\\rangle", "⌈": "\\lceil", "⌉": "\\rceil", "⌊": "\\lfloor", "⌋": "\\rfloor", "∮": "\\oint",
    "∬": "\\iint", "≲": "\\lesssim", "≳": "\\gtrsim", "⊊": "\\subsetneq", "⊇": "\\supseteq", "⊢": "\\vdash",
    "⊨": "\\models", "⊤": "\\top", "∧": "\\wedge", "∨": "\\vee", "∖": "\\setminus", "∓": "\\mp",
    "⊙": "\\odot", "⊖": "\\ominus", "⋃": "\\bigcup", "⋂": "\\bigcap", "⋯": "\\cdots", "∴": "\\therefore",
    "∵": "\\because", "≜": "\\triangleq", "≺": "\\prec", "≻": "\\succ", "∆": "\\Delta",
    "ℵ": "\\aleph", "ℏ": "\\hbar", "ℜ": "\\Re", "ℑ": "\\Im", "∎": "\\blacksquare",
}  # fmt: skip
"""Signs that text fonts lack, in any engine."""

_OTHERS = {"✝": "\\academiccross{}"}

_GREEK = dict(
    line.split()
    for line in """
    α alpha; β beta; γ gamma; δ delta; ε varepsilon; ζ zeta; η eta; θ theta; ι iota; κ kappa; λ lambda; μ mu
    ν nu; ξ xi; π pi; ρ rho; ς varsigma; σ sigma; τ tau; υ upsilon; φ varphi; χ chi; ψ psi; ω omega
    Γ Gamma; Δ Delta; Θ Theta; Λ Lambda; Ξ Xi; Π Pi; Σ Sigma; Υ Upsilon; Φ Phi; Ψ Psi; Ω Omega
    ϕ phi; ϑ vartheta; ϵ epsilon
    """.strip()
    .replace("\n", ";")
    .split(";")
)
"""A letter between Latin ones is a formula's; a Greek word is not set so."""

_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u",
    "\u0307": ".", "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d",
    "\u0327": "c", "\u0328": "k", "\u0331": "b",
}  # fmt: skip

_ALPHABETS = {
    "BOLD": "mathbf", "ITALIC": "mathit", "SCRIPT": "mathcal", "FRAKTUR": "mathfrak", "DOUBLE-STRUCK": "mathbb",
    "SANS-SERIF": "mathsf", "MONOSPACE": "mathtt",
}  # fmt: skip
"""How the names of letters for formulas begin, and what sets them."""

_BELOW = frozenset("dckb")
_DOTLESS = {"i": "\\i{}", "j": "\\j{}"}
_RAISED = {"<super>": "\\textsuperscript", "<sub>": "\\textsubscript"}
_LIGATURES = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"}
"""Signs that no document ought to hold."""

SIGNS = {**{sign: f"\\ensuremath{{{tex}}}" for sign, tex in _MATHS.items()}, **_OTHERS}


def pieces(text: str, *, latin: bool = True) -> list[Piece]:
    """A text in pieces; ``latin`` for pdflatex, else only what text fonts lack is replaced."""
    clusters = _clusters(unicodedata.normalize("NFC", text.translate(_LIGATURES)))
    around = ["", *clusters, ""]
    ways = [_way(sign, around[at], around[at + 2], latin=latin) for at, sign in enumerate(clusters)]
    result: list[Piece] = []
    for way, group in groupby(ways, key=lambda piece: piece.way):
        run = list(group)
        result.append(Piece(way, "".join(piece.text for piece in run), "".join(piece.tex for piece in run)))
    return result


def is_unseen(sign: str) -> bool:
    """What only says how others are joined or directed; some typefaces would show a box in its place."""
    return sign in _SELECTORS or (unicodedata.category(sign) == "Cf" and sign not in _SEEN)


def _clusters(text: str) -> list[str]:
    """Signs, each with the accents over and under it."""
    result: list[str] = []
    for sign in text:
        if result and sign in _ACCENTS:
            result[-1] += sign
        else:
            result.append(sign)
    return result


def _way(sign: str, before: str, behind: str, *, latin: bool) -> Piece:
    if sign in SIGNS:
        return Piece(Way.TEX, sign, SIGNS[sign])
    if sign in _BREAKS:
        return Piece(Way.TEX, sign, _BREAKS[sign])
    if is_unseen(sign[0]) and (latin or sign not in JOINERS):
        return Piece(Way.TEX, sign, "")
    if sign in SETTABLE:
        return Piece(Way.TEXT, sign)
    if latin and sign in _SPACES:
        return Piece(Way.TEX, sign, _SPACES[sign])
    if sign in _GREEK and not _is_greek(before[:1]) and not _is_greek(behind[:1]):
        return Piece(Way.TEX, sign, f"\\ensuremath{{\\{_GREEK[sign]}}}")
    if formula := _formula(sign):
        return Piece(Way.TEX, sign, formula)
    if not latin:
        return Piece(Way.TEXT, sign)
    if sign in _SYMBOLS:
        return Piece(Way.TEX, sign, f"\\academicsymbol{{{sign}}}")
    return Piece(Way.TEX, sign, composed) if (composed := _composed(sign)) else Piece(Way.NONE, sign)


def _formula(sign: str) -> str:
    """A letter that only formulas have."""
    words = unicodedata.name(sign[:1], "").split()
    letter = unicodedata.normalize("NFKC", sign)
    if words[:1] != ["MATHEMATICAL"] or not (letter.isascii() and letter.isalnum()):
        return ""
    alphabet = _ALPHABETS.get(words[1], "")
    # the fonts of formulas have capitals and no more of these
    if not alphabet or (alphabet in {"mathcal", "mathbb"} and not letter.isupper()):
        alphabet = "mathit" if letter.isalpha() else "mathbf"
    return f"\\ensuremath{{\\{alphabet}{{{letter}}}}}"


def _is_greek(sign: str) -> bool:
    return sign.isalpha() and unicodedata.name(sign, "").startswith("GREEK")


def _composed(sign: str) -> str:
    """A letter with its accents, by the commands for them; or the letter that it is a variant of."""
    base, *accents = list(unicodedata.normalize("NFD", sign))
    below = [_ACCENTS[accent] for accent in accents if _ACCENTS.get(accent, "") in _BELOW]
    above = [_ACCENTS[accent] for accent in accents if _ACCENTS.get(accent, "") not in _BELOW and accent in _ACCENTS]
    known = len(accents) == len(below) + len(above) and len(below) < 2 and len(above) < 2
    if accents and known and base.isascii() and base.isalpha():
        tex = f"\\{above[0]}{{{_DOTLESS.get(base, base)}}}" if above else base
        return f"\\{below[0]}{{{tex}}}" if below else tex
    compatible = unicodedata.normalize("NFKC", sign)
    if compatible == sign or not compatible.isascii() or not compatible.strip():
        return ""
    raised = _RAISED.get(unicodedata.decomposition(sign[0]).partition(" ")[0], "")
    if compatible.isalnum() or (raised and compatible in "+-=()"):
        return f"{raised}{{{compatible}}}" if raised else compatible
    return ""


def named(signs: str) -> str:
    """Characters as a message names them: each once, with its number."""
    known = list(dict.fromkeys(sign for sign in signs if not sign.isspace()))
    shown = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in known[:8])
    return f"{shown} and {len(known) - 8} more" if len(known) > 8 else shown
