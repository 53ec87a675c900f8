"""Rich text: words with their emphasis, links and formulas, in no output's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from sphinxcontrib_academic.model.classes import dataclass


class Style(StrEnum):
    """How a stretch of text is set; the names are those of docutils where it has one."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    LITERAL = "literal"
    SMALL_CAPS = "small-caps"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True)
class Plain:
    """Words and nothing else, in Unicode, with no TeX or HTML left in them."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of text in one style."""

    style: Style
    children: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads somewhere; the target has passed the reader's check of its scheme."""

    target: str
    children: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Math:
    """A formula in TeX, without its delimiters."""

    tex: str


Span = Plain | Styled | Link | Math


@dataclass(frozen=True, slots=True)
class RichText:
    """A text of one field, ready to be shown."""

    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spans)

    @property
    def plain(self) -> str:
        """The words alone, formulas as their TeX: for sorting, searching and titles of links."""
        return "".join(_words(self.spans))


def plain(text: str) -> RichText:
    """A text without any markup."""
    return RichText((Plain(text),)) if text else RichText()


def _words(spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        match span:
            case Plain(text):
                yield text
            case Math(tex):
                yield tex
            case Styled(_, children) | Link(_, children):
                yield from _words(children)
