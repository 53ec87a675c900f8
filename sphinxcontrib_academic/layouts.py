"""How one publication is laid out, as data: lines of text with ``{parts}``.

A part that is missing takes its brackets and the separator before it with it, so that one line serves
entries that have much and entries that have little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BUILTIN: dict[str, tuple[str, ...]] = {
    "homepage": (
        "{title}",
        "{authors}",
        "{status} {venue}, {details}, {editors} {award} {links}",
        "{tagline}",
        "{note}",
    ),
    "chip": ("{venue} {title} {links}", "{authors}"),
    "cv": ("{tagline}", "[{venue}] {title}", "{authors}", "{award} {links}"),
    "reference": ("{title}", "{authors}", "{status} {venue} {container}, {details}, {editors}", "{note} | {links}"),
    "compact": ("{venue} {title}. {authors}",),
}
"""The layouts that every site has; ``academic_layouts`` adds its own or replaces them."""

DEFAULT = "homepage"

_PART = re.compile(r"\{([a-z_]+)\}")
_JOINT = re.compile(r"([)\]}>»”’]*)(\s*[,;:.·•|–—/-]*\s*)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one part on a line."""

    part: str
    before: str = ""
    """The brackets or words that the part takes with it, in front."""
    after: str = ""
    separator: str = ""
    """What stands between it and the part before, if one is shown."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout that has been read."""

    name: str
    lines: tuple[tuple[Slot, ...], ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in their order."""
        return tuple(slot.part for line in self.lines for slot in line)


def read_layout(name: str, lines: Iterable[str]) -> Layout:
    """A layout from its lines; names of parts are not checked here."""
    return Layout(name, tuple(_read_line(line) for line in lines))


def _read_line(line: str) -> tuple[Slot, ...]:
    pieces = _PART.split(line)  # text, part, text, part, …, text
    texts, parts = pieces[::2], pieces[1::2]
    joints = [_JOINT.fullmatch(text) for text in texts[1:-1]]
    split = [match.groups() if match else ("", "", "") for match in joints]
    befores = [texts[0], *(joint[2] for joint in split)]
    afters = [*(joint[0] for joint in split), texts[-1]]
    separators = ["", *(joint[1] for joint in split)]
    return tuple(
        Slot(part, before, after, separator)
        for part, before, after, separator in zip(parts, befores, afters, separators, strict=False)
    )


def unknown_parts(layout: Layout, known: Sequence[str]) -> tuple[str, ...]:
    """The names in a layout that are no parts."""
    return tuple(part for part in layout.parts if part not in known)
