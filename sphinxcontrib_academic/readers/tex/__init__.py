"""TeX in a field, as BibTeX users write it: to rich text, with nothing of TeX or HTML left in its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from unicodedata import is_normalized

from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.model.text import RichText, Span, plain
from sphinxcontrib_academic.readers.tex import tables
from sphinxcontrib_academic.readers.tex.clean import tidy, with_tags, without_hidden
from sphinxcontrib_academic.readers.tex.commands import read_accent, read_command, report_unknown
from sphinxcontrib_academic.readers.tex.easy import easy_words
from sphinxcontrib_academic.readers.tex.html import read_entity, read_tag
from sphinxcontrib_academic.readers.tex.math import read_math
from sphinxcontrib_academic.readers.tex.scan import TOKEN
from sphinxcontrib_academic.readers.tex.source import Source, Words

_CARETS = expression(r"\^\^[0-9a-f]{2}")
_SPECIAL = ("\\", "$", "'", "--", "~", "`", "&", "<", ">", "  ", ",,", "^^")
_FORMULA_SIGNS = expression(r"(?<!\\)\$|\\[()\[\]]")


def read_text(tex: str, location: Location) -> tuple[RichText, tuple[Problem, ...]]:
    """The text that a value's TeX stands for, and what is wrong with it."""
    if len(tex) > _SHORT:
        return _read_text(tex, location)
    text, problems = _known_text(tex, _NOWHERE)
    return text, problems and tuple([replace(problem, location=location) for problem in problems])


def _read_text(tex: str, location: Location) -> tuple[RichText, tuple[Problem, ...]]:
    words = tex.replace("{", "").replace("}", "")
    is_plain = words.isprintable() and not any(map(words.__contains__, _SPECIAL)) and words == words.strip(" ")
    if is_plain and (words.isascii() or is_normalized("NFC", words)):
        return plain(words), ()
    tex = without_hidden(tex)
    if (easy := easy_words(tex, _read_sound_formula)) is not None:
        return tidy(easy), ()
    return read_pieces(tex, location)


_SHORT = 60
"""Characters of the longest value that is kept in memory."""
_NOWHERE = Location("")
_known_text = lru_cache(maxsize=5_000)(_read_text)
"""Names of journals, publishers and places stand in many entries."""


def read_pieces(tex: str, location: Location) -> tuple[RichText, tuple[Problem, ...]]:
    """The same for a value without hidden characters that may hold anything."""
    source = Source(with_tags(tex), location)
    if _CARETS.search(source.text):
        source.report(Code.UNSAFE, "a character is written with ^^, which hides commands; it was taken out")
        source.text = _CARETS.sub("", source.text)
    return tidy(_read(source)), tuple(source.problems)


def read_plain(tex: str) -> str:
    """The words of a value alone."""
    return read_text(tex, _NOWHERE)[0].plain


def _read(source: Source) -> Words:
    while source.position < len(source.text):
        piece = TOKEN.match(source.text, source.position)
        if piece is None:  # cannot be: every character belongs to a piece
            break
        source.position = piece.end()
        _read_piece(source, piece.lastgroup or "", piece[0], piece.start())
    while len(source.stack) > 1:
        source.close()
    return source.stack[0].words


def _read_piece(source: Source, kind: str, piece: str, start: int) -> None:
    match kind:
        case "text":
            _read_words(source, piece, start)
        case "word":
            _read_command(source, piece.rstrip("* \t\r\n")[1:])
        case "sign":
            _read_sign(source, piece, start)
        case "open":
            source.open_group()
        case "close":
            source.close_group()
        case "math":
            _read_formula(source, piece, start)
        case "tag":
            read_tag(source, piece)
        case _:
            source.say(_said(kind, piece))


def _said(kind: str, piece: str) -> str:
    """What a piece that is no command says."""
    match kind:
        case "blank":
            return " "
        case "quote":
            return tables.QUOTES[piece]
        case "entity":
            return read_entity(piece)
        case _:
            return piece


def _read_words(source: Source, piece: str, start: int) -> None:
    """Words, of which an argument without braces is the first letter."""
    if piece == "\\":
        return
    if source.stack[-1].end == "one":
        blanks = len(piece) - len(piece.lstrip(" "))
        source.position = min(start + blanks + 1, start + len(piece))
        piece = piece[blanks : blanks + 1]
    if piece:
        source.say(piece)


def _read_command(source: Source, name: str) -> None:
    if name != "ensuremath":
        read_command(source, name)
    elif source.formulas and source.position in source.structure.groups:
        end = source.structure.groups[source.position]
        _say_formula(source, source.position + 1, end - 1, end)


def _read_sign(source: Source, piece: str, start: int) -> None:
    sign = piece[1]
    if sign in tables.ACCENTS:
        read_accent(source, sign)
    elif sign in "([":
        _read_formula(source, piece, start)
    else:
        source.say(tables.SIGNS.get(sign, sign))


def _read_formula(source: Source, piece: str, start: int) -> None:
    """A formula, or a dollar that begins none."""
    found = source.structure.formulas.get(start) if source.formulas else None
    if found is not None:
        _say_formula(source, *found)
        return
    source.position = start + (1 if piece == "$$" else len(piece))
    source.say("$" if piece[0] == "$" and source.formulas else "")


def _say_formula(source: Source, begin: int, end: int, after: int) -> None:
    tex = source.text[begin:end]
    span, unknown, problems = (_known_formula if end - begin <= _REMEMBERED else _read_tex_formula)(tex)
    for name in unknown:
        report_unknown(source, name)
    source.position = after
    if span is not None and not problems:
        source.say(span)
    else:
        words = Source(_FORMULA_SIGNS.sub("", tex), source.location, formulas=False, depth=source.depth)
        source.say(*_read(words))
        problems = words.problems
        if all(problem.code is not Code.UNSAFE for problem in problems):
            source.report(Code.TEX, f"the formula {tex[:60]!r} cannot be read, and is shown as words")
    for problem in problems:
        source.report(problem.code, problem.message)


def _read_sound_formula(tex: str) -> Span | None:
    """A formula with which nothing is wrong."""
    span, unknown, problems = (_known_formula if len(tex) <= _REMEMBERED else _read_tex_formula)(tex)
    return None if unknown or problems else span


def _read_tex_formula(tex: str) -> tuple[Span | None, tuple[str, ...], Sequence[Problem]]:
    """What ``read_math`` finds, and what is wrong with the words in it."""
    words = Source("", _NOWHERE, formulas=False)

    def read_words(tex: str) -> str:
        words.text, words.position, words.known, words.groups = tex, 0, None, 0
        words.stack[:] = words.stack[:1]
        words.stack[0].words.clear()
        return tidy(_read(words)).plain

    return *read_math(unescape(tex) if "&" in tex else tex, read_words), words.problems


_REMEMBERED = 100
"""Characters of the longest formula that is kept in memory."""
_known_formula = lru_cache(maxsize=2_000)(_read_tex_formula)
"""The same formulas stand in many texts."""
