"""Names of people and groups, in BibLaTeX's parts, and the people who contributed to a work."""

from __future__ import annotations

import re
import unicodedata

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression

_PLAIN = {"ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ȷ": "j"}
_TYPOGRAPHY = {"ŋ": "n", "ŧ": "t", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-"}
_LETTERS = str.maketrans({**_PLAIN, **_TYPOGRAPHY})
_CJK = expression(
    "[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)


def folded(text: str) -> str:
    """The text without case, accents and typography: Šćepanović is scepanovic, O’Brien is o'brien."""
    text = text.casefold().translate(_LETTERS)
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


def is_cjk(text: str) -> bool:
    """Whether the text is written in Chinese, Japanese or Korean script, where names have no blank."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and min(letters) >= "\u1100" and all(_CJK.match(letter) for letter in letters)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the parts of BibLaTeX (``given``, ``prefix``, ``family``, ``suffix``) or a literal one.

    A group, or a name that has no parts, stands in ``literal`` alone.
    """

    family: str = ""
    given: str = ""
    prefix: str = ""
    """The particle: ``van der``, ``de la``."""
    suffix: str = ""
    """``Jr.``, ``III``."""
    literal: str = ""
    family_first: bool = False
    """True where the culture writes the family first, without a blank in CJK scripts: 山田太郎."""

    def __str__(self) -> str:
        """The name as it is read aloud: ``Ludwig van Beethoven``, ``Henry Ford, Jr.``, ``山田太郎``."""
        if self.literal:
            return self.literal
        family = f"{self.prefix}{'' if _is_elided(self.prefix) else ' '}{self.family}".strip()
        if not self.family_first:
            name = " ".join(part for part in (self.given, family) if part)
        elif is_cjk(family + self.given):
            name = f"{family}{self.given}"
        else:
            name = " ".join(part for part in (family, self.given) if part)
        if not self.suffix:
            return name
        return f"{name}{' ' if _is_ordinal(self.suffix) else ', '}{self.suffix}" if name else self.suffix

    def __bool__(self) -> bool:
        return bool(self.literal or self.family or self.given or self.prefix or self.suffix)

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Family first, particles last, accents aside: as library catalogues sort."""
        return (folded(self.family or self.literal), folded(self.given), folded(self.prefix))


@dataclass(frozen=True, slots=True)
class Contributor:
    """One person (or group) and the roles they had in one work."""

    name: Name
    roles: tuple[str, ...] = ()
    """Keys of ``kinds.roles``, or a mark that stands for itself, in the order of the source."""
    orcid: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """A list of contributors as the source gives it."""

    members: tuple[Contributor, ...] = ()
    others: bool = False
    """True where the source ends with ``and others``: there are more than it names."""

    def __bool__(self) -> bool:
        return bool(self.members)


def _is_elided(prefix: str) -> bool:
    """Whether a particle leans on the name, as ``d’`` does."""
    return prefix[-1:] in ("’", "'") and prefix[-2:-1].isalpha()


def _is_ordinal(suffix: str) -> bool:
    """Whether a suffix counts the bearers of a name: ``III`` has no comma before it, ``Jr.`` has."""
    return re.fullmatch(r"[IVX]+|\d+(?:st|nd|rd|th)", suffix.strip(". ")) is not None
