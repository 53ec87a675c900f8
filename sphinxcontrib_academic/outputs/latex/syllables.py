"""Where lines may break in scripts that put no space between their words."""

from __future__ import annotations

import re

BREAK = "\N{ZERO WIDTH SPACE}"

_LONG_WORD = re.compile(r"\S{16,}")
_STARTS = {
    # a vowel that is written before its consonant begins a syllable
    "thai": r"(?<=.)(?<![เ-ไ])(?=[เ-ไ])",
    "lao": r"(?<=.)(?<![ເ-ໄ])(?=[ເ-ໄ])",
    # a consonant with a vowel or another one below; one without ends the syllable before it
    "khmer": r"(?<=.)(?<!\u17d2)(?=[\u1780-\u17b3][\u17d2\u17b6-\u17c5])",
    "myanmar": r"(?<=.)(?<!\u1039)(?=[\u1000-\u102a\u103f](?!\u1037?\u103a|\u1039))",
    "tibetan": r"(?<=\u0f0b)(?=.)",
}
_LETTERS = {"thai": r"(?<![เ-ไ])(?=[ก-ฮ])", "lao": r"(?<![ເ-ໄ])(?=[ກ-ຮໜໝ])"}
"""Where a stretch without such a vowel is parted all the same."""
_STRETCH = 20


def breakable(text: str, script: str) -> str:
    """The text of a script with marks where its long words may break; dictionaries would know better."""
    if script not in _STARTS:
        return text
    return _LONG_WORD.sub(lambda word: _parted(word[0], script), text)


def _parted(word: str, script: str) -> str:
    parts = re.sub(_STARTS[script], BREAK, word).split(BREAK)
    return BREAK.join(
        _halved(part, _LETTERS[script]) if len(part) > _STRETCH and script in _LETTERS else part for part in parts
    )


def _halved(part: str, letters: str) -> str:
    """Broken once in every stretch, at a letter that may begin a syllable."""
    places = [found.start() for found in re.finditer(letters, part)]
    result, last = "", 0
    for place in places:
        if place - last >= _STRETCH // 2:
            result += part[last:place] + BREAK
            last = place
    return result + part[last:]
