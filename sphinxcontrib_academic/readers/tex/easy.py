r"""What nearly all TeX in titles and names is: words, accents over letters, quotes, dashes, escaped signs.

It is read in one pass here, and piece by piece, with the same result, where there is anything else in a value.
"""

from __future__ import annotations

import re

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.tex import tables

# each branch begins with a sign of its own, so that the signs between them are passed over at once
_EASY = expression(
    r"""
      \\(?: (["'`^~=.]) (?: \{([A-Za-z])\} | ([A-Za-z]) | \{\\([ij])\} | \\([ij])(?![A-Za-z@*])[ \t\r\n]* )
        | ([uvHrck]) (?: \{([A-Za-z])\} | [ ]([A-Za-z]) )
        | ([%\#_$] | &(?![A-Za-z\#]))
        | )
    | ``|`|''|'|---?|,,(?=\w)|!`|\?`|~
    | \$|<|&|\^\^[0-9a-f]{2}
    """,
    re.VERBOSE,
)


class _HardError(Exception):
    """There is something else."""


def easy_words(tex: str) -> str | None:
    """The words of a value without hidden characters, not tidied yet; none where it holds anything else."""
    if "://" in tex:  # an address may hold all of these
        return None
    try:
        return _EASY.sub(_said, tex).replace("{", "").replace("}", "")
    except _HardError:
        return None


def _said(found: re.Match[str]) -> str:
    place = found.lastindex
    if place is None:
        quote = tables.QUOTES.get(found[0])
        if quote is None:
            raise _HardError
        return quote
    return tables.SIGNS[found[9]] if place == 9 else found[place] + tables.ACCENTS[found[1] or found[6]]
