"""Names of people and groups, in BibLaTeX's parts, and the people who contributed to a work."""

from __future__ import annotations

from dataclasses import dataclass


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
        """The name as it is read aloud: ``Ludwig van Beethoven``, ``Henry Ford, Jr.``."""
        if self.literal:
            return self.literal
        if self.family_first:
            return f"{self.family}{self.given}"
        name = " ".join(part for part in (self.given, self.prefix, self.family) if part)
        if not self.suffix:
            return name
        comma = "" if self.suffix.strip(".").upper() in {"II", "III", "IV", "V"} else ","
        return f"{name}{comma} {self.suffix}" if name else self.suffix

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Family first, particles last: as library catalogues sort."""
        return ((self.family or self.literal).casefold(), self.given.casefold(), self.prefix.casefold())


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
