"""The roles that an author can have in a work, and the marks that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sphinxcontrib_academic.model.classes import dataclass, replace


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


@dataclass(frozen=True, slots=True)
class RoleTable:
    """The roles of one site: the rows that every site has, and its own."""

    rows: tuple[AuthorRole, ...] = AUTHOR_ROLES

    def row(self, role: str) -> AuthorRole | None:
        """The row of a role as the reader found it: a key, an alias, or a sign that was glued to a name."""
        word = role.strip().lower()
        return next((row for row in self.rows if word in (row.key, *row.aliases) or word in row.glued), None)

    def order(self, role: str) -> int:
        """The place of a role among others; unknown ones stand at the end."""
        row = self.row(role)
        return self.rows.index(row) if row is not None else len(self.rows)


def role_table(changes: Mapping[str, Mapping[str, object] | str], translate: Callable[[str], str] = str) -> RoleTable:
    """The table with a site's changes; a text alone is the label. Our own labels are translated.

    One sign cannot say two things: a role that takes the mark of a built-in one takes its place.
    """
    rows = {row.key: replace(row, label=translate(row.label)) for row in AUTHOR_ROLES}
    for name, change in changes.items():
        known = author_role(name)
        row = rows.get(known.key) if known is not None else None
        row = _changed(name, row, {"label": change} if isinstance(change, str) else change)
        taken = [
            other
            for other in rows.values()
            if row.mark and other.mark == row.mark and other.key != row.key and other.key not in changes
        ]
        for other in taken:
            del rows[other.key]
            row = replace(row, aliases=(*row.aliases, other.key, *other.aliases), glued=(*row.glued, *other.glued))
        rows[row.key] = row
    return RoleTable(tuple(rows.values()))


def _changed(name: str, row: AuthorRole | None, change: Mapping[str, object]) -> AuthorRole:
    row = row or AuthorRole(name.strip().lower(), name.strip(), "")
    mark = str(change.get("mark", row.mark))
    return replace(
        row,
        label=str(change.get("label", row.label)),
        mark=mark,
        aliases=(*row.aliases, *(word.lower() for word in _words(change.get("aliases")))),
        glued=tuple(dict.fromkeys((*_words(change.get("glued")), *filter(None, [mark]), *row.glued))),
    )


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(map(str, value)) if isinstance(value, Iterable) else ()
