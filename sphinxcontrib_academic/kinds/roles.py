"""The roles that an author can have in a work, and the marks that show them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AuthorRole:
    """One role of an author."""

    key: str
    """What stands in ``author+an``."""
    label: str
    """What the legend says."""
    mark: str
    """The mark behind the name; none for ``self``, who is set off by style."""
    aliases: tuple[str, ...] = ()
    """Other spellings in ``author+an``, in lower case."""
    glued: tuple[str, ...] = ()
    """Signs that mean it when they are written into a name, as they are or as TeX."""


AUTHOR_ROLES: tuple[AuthorRole, ...] = (
    AuthorRole("self", "the owner of the page", "", ("me", "owner", "highlight", "myself")),
    AuthorRole("equal", "equal contribution", "*",
               ("cofirst", "co-first", "joint", "equal-contribution", "equalcontribution"), ("*", "∗", "⁎", "＊")),
    AuthorRole("corresponding", "corresponding author", "†", ("correspondence", "corr", "contact"), ("†", "✉", "📧")),
    AuthorRole("equal-advising", "equal advising", "‡", ("equaladvising", "senior", "advising", "co-advising"), ("‡",)),
    AuthorRole("mentee", "student or mentee", "§", ("student", "advisee", "supervised"), ("§",)),
    AuthorRole("lead", "project lead", "¶", ("project-lead", "projectlead"), ("¶",)),
    AuthorRole("intern", "work done as an intern", "#", ("internship",), ("#",)),
    AuthorRole("deceased", "deceased", "✝", ("late",), ("✝",)),
    AuthorRole("presenter", "presenter", "◦", ("speaker", "presenting"), ("◦",)),
)  # fmt: skip

SELF = AUTHOR_ROLES[0].key

_BY_NAME = {name: row for row in AUTHOR_ROLES for name in (row.key, *row.aliases)}
_BY_SIGN = {sign: row for row in AUTHOR_ROLES for sign in row.glued}


def author_role(name: str) -> AuthorRole | None:
    """The row of a role by its key or an alias, whatever its case."""
    return _BY_NAME.get(name.strip().lower())


def role_of_sign(sign: str) -> AuthorRole | None:
    """The row of a sign that was found glued to a name."""
    return _BY_SIGN.get(sign)
