"""What pdflatex can set, as Sphinx sets it up, and other ways to write the rest."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

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
    01F0 01F4-01F5 0218-021B 0232-0233 0237 02C6-02C7 02D8-02D9 02DB-02DD 0E3F 1E02-1E03 1E0D 1E1E-1E21 1E25
    1E30-1E31 1E37 1E43 1E45 1E47 1E5B 1E63 1E6D 1E8E-1E91 1E9E 1EF2-1EF3 200C 2010-2015 2018-201A 201C-201E
    2020-2022 2026 2030-2031 2039-203B 203D 2044 204E 2052 20A1 20A4 20A6 20A9 20AB-20AC 20B1 2116-2117 211E
    2120 2122 2126-2127 212E 2190-2193 2329-232A 2422-2423 25E6 25EF 27E8-27E9 3008-3009 FEFF
"""
_BY_SPHINX = "2023 221E 2070 2074-2079 2080-2089 2713-2716 23BD 212F 2148"
"""What Sphinx itself replaces by commands."""


def _code_points(ranges: str) -> Iterator[int]:
    for span in ranges.split():
        first, _, last = span.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


SETTABLE = frozenset(map(chr, _code_points(f"{_RANGES} {_BY_SPHINX}"))) | set("\n\t\r")

_SPACES = {
    "\N{EN QUAD}": "\\enspace{}", "\N{EM QUAD}": "\\quad{}", "\N{EN SPACE}": "\\enspace{}",
    "\N{EM SPACE}": "\\quad{}", "\N{FIGURE SPACE}": "~", "\N{THIN SPACE}": "\\,", "\N{HAIR SPACE}": "\\,",
    "\N{NARROW NO-BREAK SPACE}": "\\,", "\N{IDEOGRAPHIC SPACE}": "\\quad{}",
    # nothing to see
    "\N{ZERO WIDTH SPACE}": "\\allowbreak{}", "\N{WORD JOINER}": "", "\N{ZERO WIDTH JOINER}": "",
    "\N{LEFT-TO-RIGHT MARK}": "", "\N{RIGHT-TO-LEFT MARK}": "", "\N{VARIATION SELECTOR-16}": "",
}  # fmt: skip

_MATHS = {
    "−": "-", "∗": "\\ast", "∕": "/", "∼": "\\sim", "≈": "\\approx", "≃": "\\simeq", "≅": "\\cong",
    "≠": "\\neq", "≤": "\\leq", "≥": "\\geq", "≪": "\\ll", "≫": "\\gg", "≡": "\\equiv", "∝": "\\propto",
    "∈": "\\in", "∉": "\\notin", "⊂": "\\subset", "⊆": "\\subseteq", "⊃": "\\supset", "∪": "\\cup",
    "∩": "\\cap", "∀": "\\forall", "∃": "\\exists", "∂": "\\partial", "∇": "\\nabla", "∑": "\\sum",
    "∏": "\\prod", "∫": "\\int", "√": "\\surd", "⊗": "\\otimes", "⊕": "\\oplus", "∘": "\\circ",
    "⋅": "\\cdot", "∥": "\\parallel", "⊥": "\\perp", "∅": "\\emptyset", "⟶": "\\longrightarrow",
    "⇒": "\\Rightarrow", "⇔": "\\Leftrightarrow", "↔": "\\leftrightarrow", "↦": "\\mapsto", "ℓ": "\\ell",
    "′": "{}'", "″": "{}''", "ℝ": "\\mathbb{R}", "ℤ": "\\mathbb{Z}", "ℕ": "\\mathbb{N}",
    "ℚ": "\\mathbb{Q}", "ℂ": "\\mathbb{C}", "★": "\\bigstar", "☆": "\\star", "♦": "\\blacklozenge",
    "♢": "\\lozenge", "◆": "\\blacklozenge", "♠": "\\spadesuit", "♣": "\\clubsuit", "♥": "\\heartsuit",
    "■": "\\blacksquare", "□": "\\square", "▪": "\\centerdot", "▶": "\\blacktriangleright",
    "►": "\\blacktriangleright", "△": "\\triangle", "▲": "\\blacktriangle", "●": "\\bullet",
    "○": "\\circ",
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

SIGNS = {**{sign: f"\\ensuremath{{{tex}}}" for sign, tex in _MATHS.items()}, **_OTHERS}


def pieces(text: str, *, latin: bool = True) -> list[Piece]:
    """A text in pieces; ``latin`` for pdflatex, else only what text fonts lack is replaced."""
    text = unicodedata.normalize("NFC", text)
    ways = [_way(text, index, latin=latin) for index in range(len(text))]
    result: list[Piece] = []
    for way, group in groupby(ways, key=lambda piece: piece.way):
        run = list(group)
        result.append(Piece(way, "".join(piece.text for piece in run), "".join(piece.tex for piece in run)))
    return result


def _way(text: str, index: int, *, latin: bool) -> Piece:
    sign = text[index]
    if sign in SIGNS:
        return Piece(Way.TEX, sign, SIGNS[sign])
    if sign in SETTABLE:
        return Piece(Way.TEXT, sign)
    if latin and sign in _SPACES:
        return Piece(Way.TEX, sign, _SPACES[sign])
    if sign in _GREEK and not _is_greek(text[index - 1 : index]) and not _is_greek(text[index + 1 : index + 2]):
        return Piece(Way.TEX, sign, f"\\ensuremath{{\\{_GREEK[sign]}}}")
    if not latin:
        return Piece(Way.TEXT, sign)
    return Piece(Way.TEX, sign, composed) if (composed := _composed(sign)) else Piece(Way.NONE, sign)


def _is_greek(sign: str) -> bool:
    return sign.isalpha() and unicodedata.name(sign, "").startswith("GREEK")


def _composed(sign: str) -> str:
    """A letter with one accent, by the command for the accent; or the letter that it is a variant of."""
    base, *accents = list(unicodedata.normalize("NFD", sign))
    if base.isascii() and base.isalpha() and len(accents) == 1 and accents[0] in _ACCENTS:
        dotless = {"i": "\\i{}", "j": "\\j{}"}.get(base, base) if _ACCENTS[accents[0]] not in "dckb" else base
        return f"\\{_ACCENTS[accents[0]]}{{{dotless}}}"
    compatible = unicodedata.normalize("NFKC", sign)
    return compatible if compatible != sign and compatible.isascii() and compatible.isalnum() else ""


def named(signs: str) -> str:
    """Characters as a message names them: each once, with its number."""
    known = list(dict.fromkeys(sign for sign in signs if not sign.isspace()))
    shown = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in known[:8])
    return f"{shown} and {len(known) - 8} more" if len(known) > 8 else shown
