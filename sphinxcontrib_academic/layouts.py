"""How one publication is laid out, as data: lines of text with ``{parts}``.

A part that is missing takes its brackets and the separator before it with it, so that one line serves
entries that have much and entries that have little. ``{part:word,word}`` says how the part is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BUILTIN: dict[str, tuple[str, ...]] = {
    "homepage": (
        "{title}",
        "{authors}",
        "{status} {venue}, {details}, {editors} {award} {links} {stars} {abstract} {bibtex}",
        "{tagline}",
        "{note}",
    ),
    "chip": ("{venue:chip} {title} {award} {links:bracket,lower} {stars}", "{authors:italic}"),
    "cv": ("{tagline}", "{venue:bracket} {title}", "{authors}", "{award} {links}"),
    "list": ("{title}", "{authors}", "{venue:long,italic}, {year}", "{links:pipe,lower}"),
    "compact": ("{venue:chip} {title:link,plain}. {authors}",),
    "card": (
        "{preview}",
        "{title}",
        "{authors}",
        "{status} {venue}, {details} {award} {links} {stars} {abstract} {bibtex}",
        "{tagline}",
    ),
    "reference": ("{title}", "{authors}", "{status} {venue} {container}, {details}, {editors}", "{note} | {links}"),
}
"""The layouts that every site has; ``academic_layouts`` adds its own or replaces them."""

DEFAULT = "homepage"
REFERENCE = "reference"
"""The layout that stands in where a bibliography style fails."""

STYLE = "style:"
"""What stands before the name of a bibliography style, where lines would stand."""


@dataclass(frozen=True, slots=True)
class Modifier:
    """One word behind the colon of a part."""

    name: str
    parts: tuple[str, ...]
    """The parts that know it; none: all do."""
    meaning: str


MODIFIERS: tuple[Modifier, ...] = (
    Modifier("bold", (), "in bold type"),
    Modifier("italic", (), "in italics"),
    Modifier("plain", (), "in the letters around it, where it would stand out by itself"),
    Modifier("chip", (), "on a small plate of its own"),
    Modifier("bracket", (), "in square brackets; `links`: each link"),
    Modifier("link", ("title",), "leads to the first of the publication's addresses"),
    Modifier("short", ("venue",), "the short name, as `ICLR 2025`, or nothing"),
    Modifier("long", ("venue",), "the name in full"),
    Modifier("pipe", ("links",), "between vertical bars"),
    Modifier("lower", ("links", "abstract", "bibtex"), "labels in lower case"),
    Modifier("icon", ("links",), "icons alone; their labels are read to those who do not see them"),
    Modifier("icon-label", ("links",), "icons before the labels"),
    Modifier("rest", ("links",), "the links that the words before it do not name"),
    Modifier("number", ("stars", "citations"), "the number alone"),
)
"""What can stand behind the colon. ``links`` also takes relations in the order wanted, ``authors`` the number of names
that are shown at once, dates and the year a style or a pattern of dates."""

_PART = expression(r"\{([a-z_]+)(?::([^{}]*))?\}")
_CLOSING = ")]}>»”’"
_BETWEEN = ",;:.·•|–—/-"
_DATES = frozenset({"date", "year"})


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one part on a line."""

    part: str
    before: str = ""
    """The brackets or words that the part takes with it, in front."""
    after: str = ""
    separator: str = ""
    """What stands between it and the part before, if one is shown."""
    modifiers: tuple[str, ...] = ()
    """How it is shown."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout that has been read."""

    name: str
    lines: tuple[tuple[Slot, ...], ...]
    style: str = ""
    """The bibliography style that formats the whole entry, instead of lines."""
    parts: tuple[str, ...] = ()
    """The names of all parts, in their order."""

    @property
    def slots(self) -> Iterator[Slot]:
        """All places, line after line."""
        return (slot for line in self.lines for slot in line)


def read_layout(name: str, lines: Iterable[str] | str) -> Layout:
    """A layout from its lines, or from the name of a style; names of parts are not checked here."""
    if isinstance(lines, str):
        if lines.strip().startswith(STYLE):
            return Layout(name, (), lines.strip().removeprefix(STYLE).strip())
        lines = lines.splitlines()
    slots = tuple(_read_line(line) for line in lines)
    return Layout(name, slots, parts=tuple(slot.part for line in slots for slot in line))


def _joint(text: str) -> tuple[str, str, str]:
    """What stands between two parts: that behind the first, what separates them, that before the second."""
    rest = text.lstrip(_CLOSING)
    before = rest.lstrip().lstrip(_BETWEEN).lstrip()
    return text[: len(text) - len(rest)], rest[: len(rest) - len(before)], before


def _read_line(line: str) -> tuple[Slot, ...]:
    pieces = _PART.split(line)  # text, part, its words, text, part, …, text
    texts, parts, words = pieces[::3], pieces[1::3], pieces[2::3]
    joints = [_joint(text) for text in texts[1:-1]]
    befores = [texts[0], *(before for _, _, before in joints)]
    afters = [*(after for after, _, _ in joints), texts[-1]]
    separators = ["", *(separator for _, separator, _ in joints)]
    return tuple(
        Slot(part, before, after, separator, _words(part, said))
        for part, said, before, after, separator in zip(parts, words, befores, afters, separators, strict=False)
    )


def _words(part: str, said: str | None) -> tuple[str, ...]:
    if said and part in _DATES:
        return (said.strip(),)  # a pattern of dates may hold commas
    return tuple(word.strip() for word in (said or "").split(",") if word.strip())


def unknown_parts(layout: Layout, known: Sequence[str]) -> tuple[str, ...]:
    """The names in a layout that are no parts."""
    return tuple(part for part in layout.parts if part not in known)


def unknown_modifiers(layout: Layout, relations: Sequence[str]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The words behind colons that mean nothing there: the part, the word, and what could stand there."""
    return tuple(
        (slot.part, word, known)
        for slot in layout.slots
        for known in [(*modifiers_of(slot.part), *(relations if slot.part == "links" else ()))]
        for word in slot.modifiers
        if word not in known and not _is_free(slot.part, word)
    )


def modifiers_of(part: str) -> tuple[str, ...]:
    """The words that a part knows."""
    return tuple(row.name for row in MODIFIERS if not row.parts or part in row.parts)


def _is_free(part: str, word: str) -> bool:
    """Whether a part takes any such word: a number of names, a pattern of dates."""
    return part in _DATES or (part == "authors" and word.isascii() and word.isdigit())
