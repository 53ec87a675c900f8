"""The pieces of a date as people write it, one letter for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.dates import Date
from sphinxcontrib_academic.readers.dates.lexemes import LEXEMES, LEXEMES_CJK, READERS, Token
from sphinxcontrib_academic.readers.dates.words import (
    cjk_words,
    fold,
    is_cjk,
    longest_phrase,
    meaning,
    phrases,
)

_KINDS = {
    "dash": "J",
    "slash": "/",
    "separator": ",",
    "colon": ":",
    "doubt": "?",
    "open": "O",
    "number": "#",
}


def tokens(text: str) -> list[Token]:
    """The pieces of a cleaned text; blanks, dots and words that say nothing are left out."""
    found = [token for token in _phrases(list(_scan(text))) if token.kind]
    return _settle_academic_years(found)


def _scan(text: str) -> Iterator[Token]:
    position = 0
    lexemes = LEXEMES_CJK if any(map(is_cjk, text)) else LEXEMES
    while position < len(text):
        match = lexemes.match(text, position)
        if match is None and is_cjk(text[position]):
            match = cjk_words().match(text, position)
        if match is None:
            if is_cjk(text[position]):
                yield Token("W", position, position + 1)
            position += 1
            continue
        for token in _read(match, text):
            position = token.end
            if token.kind != "blank":
                yield token
        position = max(position, match.end())


def _read(match: re.Match[str], text: str) -> Iterable[Token]:
    name = match.lastgroup or "word"
    span = match.span()
    if name in _KINDS:
        hyphen = match[0] == "-" and " " not in text[max(span[0] - 1, 0) : span[1] + 1]
        return [Token(_KINDS[name], *span, number=int(hyphen))]
    if name == "clock":
        # A time of day stands beside the date, whether or not a comma says so.
        return [Token(",", span[0], span[0]), Token("W", *span)]
    if name == "blank":
        return [Token("blank", *span)]
    if name == "word":
        return [_word(match, text)]
    return READERS[str(name)](match, span)


def _word(match: re.Match[str], text: str) -> Token:
    start, end = match.span()
    word = fold(match[0])
    known = meaning(word)
    if known:
        return Token(known[0], start, end, known[1], word=word)
    glued = re.compile(r"[^\W_]+").match(text, end)
    return Token("W", start, glued.end() if glued and text[end].isdigit() else end, word=word)


def _phrases(found: list[Token]) -> Iterator[Token]:
    """Words that mean something together are one piece."""
    index, known = 0, phrases()
    while index < len(found):
        for length in range(longest_phrase(), 1, -1):
            words = [token.word for token in found[index : index + length]]
            if len(words) == length and all(words) and (entry := known.get(" ".join(words))):
                last = found[index + length - 1]
                yield Token(entry[0], found[index].start, last.end, entry[1], word=" ".join(words))
                index += length
                break
        else:
            yield found[index]
            index += 1


def _settle_academic_years(found: list[Token]) -> list[Token]:
    """``2009/10`` is a month beside ``2012/06``, an academic year beside ``2013/14`` or a season's name."""
    kinds = "".join(token.kind for token in found)
    if "Z" not in kinds:
        return found
    academic = any(kind in kinds for kind in "ASTG")
    months = any(token.note == "/" for token in found if token.kind == "D")
    return [_settle(token, academic=academic, months=months) if token.kind == "Z" else token for token in found]


def _settle(token: Token, *, academic: bool, months: bool) -> Token:
    if academic and not months:
        return replace(token, kind="A")
    code = token.last % 100
    if token.note == "/" and not months:
        note = f"can be {token.number}-{code:02} or {token.number}/{token.last}"
        return replace(token, kind="!", note=note)
    return replace(token, kind="D", when=Date(token.number, code))
