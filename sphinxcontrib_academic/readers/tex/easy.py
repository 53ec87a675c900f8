r"""What nearly all TeX in titles and names is: words, accents over letters, quotes, dashes, escaped signs, formulas.

It is read in one pass here, and piece by piece, with the same result, where there is anything else in a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.text import Span, Styled
from sphinxcontrib_academic.readers.tex import tables
from sphinxcontrib_academic.readers.tex.source import spans

_IN_FORMULA = r"[^$\\{}<>]++|\\[^()\[\]<>]"
# each branch begins with a sign of its own, so that the words between them are passed over at once
_EASY = expression(
    rf"""
      \\(?: (["'`^~=.]) (?: \{{([A-Za-z])\}} | ([A-Za-z]) | \{{\\([ij])\}} | \\([ij])(?![A-Za-z@*])[ \t\r\n]* )
        | ([uvHrck]) (?: \{{([A-Za-z])\}} | [ ]([A-Za-z]) )
        | ([%\#_$] | &(?![A-Za-z\#]))
        | (ss|SS|[oOlL]|aa|AA|ae|AE|oe|OE)(?![A-Za-z@*])[ \t\r\n]*
        | (emph|text(?:it|bf|sc|tt|superscript|subscript)) \{{([^\\{{}}$<&]*+)\}}
        | )
    | \$(?: ((?: {_IN_FORMULA} | \{{(?: {_IN_FORMULA} | \{{(?: {_IN_FORMULA} )*+\}} )*+\}} )++) \$(?![$\d]) | )
    | ``|`|''|'|---?|,,(?=\w)|!`|\?`|~
    | <|&|\^\^[0-9a-f]{{2}}
    """,
    re.VERBOSE | re.DOTALL,
)
_ReadFormula = Callable[[str], Span | None]


def easy_words(tex: str, read_formula: _ReadFormula) -> list[str | Span] | None:
    """The words and formulas of a value without hidden characters, not tidied yet; none where it holds anything else.

    ``read_formula`` gives a formula with which nothing is wrong.
    """
    if "://" in tex or "textless" in tex:  # an address may hold all of these; tags may be written with others
        return None
    words: list[str | Span] = []
    position = 0
    for found in _EASY.finditer(tex):
        said = _said(found, read_formula)
        if said is None:
            return None
        start, end = found.span()
        words += (tex[position:start], said)
        position = end
    words.append(tex[position:])
    return [word.replace("{", "").replace("}", "") if isinstance(word, str) else word for word in words]


def _said(found: re.Match[str], read_formula: _ReadFormula) -> str | Span | None:
    """What one branch says; nothing where the value is not easy."""
    match found.lastindex:
        case None:
            return tables.QUOTES.get(found[0])
        case 9:  # an escaped sign
            return tables.SIGNS[found[9]]
        case 10:  # a letter that has a name
            return tables.SYMBOLS[found[10]]
        case 12:
            words = easy_words(found[12], read_formula)
            return None if words is None else Styled(tables.STYLES[found[11]], spans(words))
        case 13:
            return read_formula(found[13])
        case place:
            return str(found[place]) + tables.ACCENTS[found[1] or found[6]]
