"""What is mended in a text before and after its TeX is read: hidden characters, exported tags, blanks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import field

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.text import Link, Math, Plain, RichText, Span, Styled

_HIDDEN = expression(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = expression("[\x85\u2028\u2029\x0b\x0c\r]")
_BLANKS = expression("[ \t\n\r\x0b\x0c]*\u00a0[ \t\n\r\x0b\x0c\u00a0]*|[ \t\n\r\x0b\x0c]+")
_UNTIDY = ("  ", "\n", "\t", "\u00a0", "\r", "\x0b", "\x0c")
_ENTITY = r"(?:\{?\\?&\}?)(?:amp;)?"
_LESS = rf"(?:\{{\\textless\}}|\\textless\{{\}}|\$\\textless\$|\$<\$|\{{\$<\$\}}|{_ENTITY}lt;)"
_GREATER = rf"(?:\{{\\textgreater\}}|\\textgreater\{{\}}|\$\\textgreater\$|\$>\$|\{{\$>\$\}}|{_ENTITY}gt;)"
_NAMES = r"(?:i|b|u|p|br|em|tt|sub|sup|scp|strong|span|sc|inf|script|iframe|style|(?:mml|jats):[a-z]+)"
_EXPORTED = expression(rf"{_LESS}(/?\s?{_NAMES}\b[^<>\\{{}}$&]{{0,200}}?){_GREATER}")

_ESCAPED = expression(r"(\\(?:href|url|emph|textit|textbf))\\\{([^{}\\]*)\\\}(?:\\\{([^{}\\]*)\\\})?")


def without_hidden(text: str) -> str:
    """The text without characters that cannot be seen or shown."""
    if text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return _BREAKS.sub(" ", _HIDDEN.sub("", text))


def with_tags(text: str) -> str:
    r"""Tags and commands that an exporter has escaped (``{\textless}i{\textgreater}``, ``\emph\{x\}``) as they were."""
    if "\\{" in text:
        text = _ESCAPED.sub(
            lambda found: f"{found[1]}{{{found[2]}}}" + (f"{{{found[3]}}}" if found[3] is not None else ""), text
        )
    if "textless" in text or "lt;" in text or "$<$" in text:
        return _EXPORTED.sub(r"<\1>", text)
    return text


def tidy(spans: Sequence[str | Span]) -> RichText:
    """Spans joined, composed, without superfluous blanks or empty styles."""
    tidied = _Tidier().tidied(spans)
    return RichText(tuple(_stripped(tidied)))


@dataclass(slots=True)
class _Tidier:
    """Carries the last sign from one span to the next: blanks at their borders are one blank."""

    blank: str = field(default=" ")

    def tidied(self, spans: Iterable[str | Span]) -> list[Span]:
        found: list[Span] = []
        words: list[str] = []
        for span in spans:
            match span:
                case str():
                    words.append(span)
                    continue
                case Plain(text):
                    words.append(text)
                    continue
            self._flush(words, found)
            match span:
                case Math():
                    self.blank = ""
                    found.append(span)
                case Styled(style, children):
                    if inner := self.tidied(children):
                        found.append(Styled(style, tuple(inner)))
                case Link(target, children):
                    if inner := self.tidied(children):
                        found.append(Link(target, tuple(inner)))
        self._flush(words, found)
        return found

    def _flush(self, words: list[str], found: list[Span]) -> None:
        text = "".join(words)
        words.clear()
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if any(map(text.__contains__, _UNTIDY)):
            text = _BLANKS.sub(lambda run: "\u00a0" if "\u00a0" in run[0] else " ", text)
        if self.blank and text[:1] in (" ", "\u00a0"):
            text = text[1:]
        if text:
            self.blank = text[-1] if text[-1] in " \u00a0" else ""
            found.append(Plain(text))


def _stripped(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without blanks at their end."""
    kept = list(spans)
    while kept:
        match kept[-1]:
            case Plain(text):
                last: Span | None = Plain(text.rstrip(" \u00a0")) if text.strip(" \u00a0") else None
            case Styled(style, children):
                inner = _stripped(children)
                last = Styled(style, inner) if inner else None
            case Link(target, children):
                inner = _stripped(children)
                last = Link(target, inner) if inner else None
            case _:
                return tuple(kept)
        if last is not None:
            return (*kept[:-1], last)
        kept.pop()
    return ()
