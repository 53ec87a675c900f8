"""Write ``readers/dates/months.py`` from Babel: the names of months and days, so that a build need not load them all.

Run it where a new release of Babel brings names that dates should know: ``python tools/months.py``.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from babel import Locale

from sphinxcontrib_academic.readers.dates.words import LANGUAGES, fold

TARGET = Path(__file__).parent.parent / "sphinxcontrib_academic" / "readers" / "dates" / "months.py"
HEAD = '''"""The names of months and days that dates are written with, from CLDR; ``tools/months.py`` has written them.

They are one word of letters each, folded. To have Babel load forty languages takes half a second.
"""

from __future__ import annotations

MONTHS: dict[str, str] = {
'''
DAYS_HEAD = '''}
"""January to December of each language: names in full, a slash, abbreviations; with commas where there are several."""

DAYS: dict[str, str] = {
'''


def names(language: str, kind: str, width: str) -> Iterator[tuple[int, str]]:
    """The names that are one word of letters, folded, without their dot."""
    forms = cast("Mapping[str, Mapping[str, Mapping[int, str]]]", getattr(Locale.parse(language), kind))
    for context in ("format", "stand-alone"):
        for number, name in forms.get(context, {}).get(width, {}).items():
            word = fold(name.rstrip("."))
            if re.fullmatch(r"[^\W\d_][^\W\d]*(?:'[^\W\d]+)?", word):
                yield number, word


def months(language: str) -> Iterator[str]:
    """A word for each month."""
    for month in range(1, 13):
        forms = [
            dict.fromkeys(word for number, word in names(language, "months", width) if number == month)
            for width in ("wide", "abbreviated")
        ]
        yield "/".join(",".join(words) for words in forms)


def days(language: str) -> Iterable[str]:
    """The days of a week; in English their abbreviations too."""
    widths = ("wide", "abbreviated") if language == "en" else ("wide",)
    return dict.fromkeys(word for width in widths for _, word in names(language, "days", width))


def row(language: str, words: Iterable[str]) -> str:
    """A line of the module, or several."""
    lines = textwrap.wrap(" ".join(words), 96, break_long_words=False, break_on_hyphens=False)
    if len(lines) == 1:
        return f'    "{language}": "{lines[0]}",\n'
    body = "".join(f'        "{line}{" " * (line is not lines[-1])}"\n' for line in lines)
    return f'    "{language}": (\n{body}    ),\n'


def main() -> None:
    """Write the module."""
    text = HEAD + "".join(row(language, months(language)) for group in LANGUAGES for language in group.split())
    text += DAYS_HEAD + "".join(row(language, days(language)) for language in LANGUAGES[0].split())
    TARGET.write_text(f'{text}}}\n"""The days of a week."""\n', encoding="utf-8")


if __name__ == "__main__":
    main()
