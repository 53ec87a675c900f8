"""What the commands of TeX do to the text around them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.model.text import Link, Plain, Style, Styled
from sphinxcontrib_academic.readers.tex import tables
from sphinxcontrib_academic.readers.tex.links import address_text, is_unsafe, safe_target
from sphinxcontrib_academic.readers.tex.source import DEEPEST, MOST_PROBLEMS, Source, Words, spans

_UNSAFE_WORDS = expression(r"(?:[ \t\r\n]*(?:\\[A-Za-z@]+|\\[^A-Za-z{}]|[#=`*\d]+|\[[^\[\]{}]*\]))*[ \t\r\n]*")
_FILE_NAME = expression(r"[ \t]*\|?[^\s{}\\$,]+")
_READS_FILE = frozenset(("input", "include", "openin", "openout", "import", "special", "write", "@input", "usepackage"))
_LENGTH = expression(r"=?[ ]*-?[\d.]+[ ]*(?:pt|em|ex|mm|cm|in|bp|pc|mu|sp)\b")
_VERBATIM = expression(r"([^\sA-Za-z*{])(.{0,1000}?)\1")
_BLANK = expression(r"[ \t\r\n]*")


def read_command(source: Source, name: str) -> None:
    """Do what a command of that name does; its arguments may follow later."""
    if name in tables.UNSAFE:
        _unsafe(source, name)
    elif name in tables.ACCENTS and not (name.isalpha() and len(name) > 1 and name in tables.SYMBOLS):
        read_accent(source, name)
    elif name == "verb" and (verbatim := _VERBATIM.match(source.text, source.position)):
        source.position = verbatim.end()
        source.say(Styled(Style.LITERAL, (Plain(verbatim[2]),)))
    elif name in tables.STYLES:
        style = tables.STYLES[name]
        source.argument(lambda words: [Styled(style, spans(words))])
    elif name in tables.DECLARATIONS:
        declared = tables.DECLARATIONS[name]
        if declared:
            source.open("group", lambda words: [Styled(declared, spans(words))])
    elif name in ("url", "path", "nolinkurl", "href"):
        _address(source, name)
    elif (sign := tables.symbol(name)) is not None:
        source.say(sign)
    else:
        _function(source, name)


def _function(source: Source, name: str) -> None:
    """A command that does something with its arguments."""
    if name in tables.ENQUOTE:
        _quote(source)
    elif name in tables.BRACKETS:
        before, behind = tables.BRACKETS[name]
        source.argument(lambda words: [before, *words, behind])
    elif name in tables.CASES:
        upper = tables.CASES[name] == "upper"
        source.argument(lambda words: _cased(words, upper=upper))
    elif name in tables.CITES:
        _cite(source)
    elif name == "bibstring":
        key = source.raw().strip()
        source.say(tables.BIBSTRINGS.get(key, key))
    elif name in tables.REORDERED:
        _reorder(source, *tables.REORDERED[name])
    elif name in tables.DROPPED:
        _drop(source, name)
    elif name in tables.OPTIONED:
        source.skip_options()
    elif name not in tables.TRANSPARENT:
        report_unknown(source, name)


def read_accent(source: Source, name: str) -> None:
    """Put an accent on what follows."""
    mark = tables.ACCENTS[name]
    spacing = tables.SPACING_ACCENTS.get(name, "")
    source.argument(lambda words: _accented(words, mark, spacing))


def _quote(source: Source) -> None:
    inner = source.quotes % 2
    source.quotes += 1

    def quoted(words: Words) -> Words:
        source.quotes -= 1
        return ["‘" if inner else "“", *words, "’" if inner else "”"]

    source.skip_options()
    if source.depth >= DEEPEST:
        source.quotes -= 1
    source.argument(quoted)


def _cite(source: Source) -> None:
    source.skip_options()
    key = source.raw().strip()
    source.say(f"[{key}]" if key else "")


def _drop(source: Source, name: str) -> None:
    source.skip_options()
    for number in range(tables.DROPPED[name]):
        argument = source.raw()
        if name in ("begin", "end") and number == 0 and argument.strip() in ("document", "filecontents", "luacode"):
            source.report(Code.UNSAFE, f"\\{name}{{{argument.strip()}}} has no place in a text, and was taken out")
        source.skip_options()
    if name in tables.SPACES:
        if length := _LENGTH.match(source.text, source.position):
            source.position = length.end()
        source.say(" ")


def _reorder(source: Source, count: int, order: Sequence[int]) -> None:
    starts = []
    position = source.position
    for _ in range(count):
        position = _BLANK.match(source.text, position).end()  # type: ignore[union-attr]
        if position not in source.structure.groups:
            return
        starts.append(position)
        position = source.structure.groups[position]
    shown = [starts[index] for index in order]
    ends = [source.structure.groups[start] for start in shown]
    for end, following in zip(ends, [*shown[1:], position], strict=True):
        source.jumps[end] = following
    source.position = shown[0]


def report_unknown(source: Source, name: str) -> None:
    """Report a command that is in no table."""
    near = get_close_matches(name, tables.known_commands(), 1, 0.75) if len(source.problems) < MOST_PROBLEMS else []
    hint = f"; did you mean \\{near[0]}?" if near else ""
    source.report(Code.TEX, f"the TeX command \\{name[:60]} is not known, and its argument is shown as it is{hint}")


def _unsafe(source: Source, name: str) -> None:
    """Take out a command, and what it could work on."""
    source.report(Code.UNSAFE, f"\\{name} could run code or reach files, and was taken out")
    words = _UNSAFE_WORDS.match(source.text, source.position)
    start = source.position
    source.position = words.end() if words else start
    if name == "csname" or "csname" in source.text[start : source.position]:
        source.skip_to(r"\\endcsname(?![A-Za-z])")
    if source.position not in source.structure.groups and name in _READS_FILE:
        found = _FILE_NAME.match(source.text, source.position)
        source.position = found.end() if found else source.position
    for _ in range(3):
        source.position = source.structure.groups.get(source.position, source.position)
        source.skip_options()
    if source.position and source.text[source.position - 1] == " " and source.position > start:
        source.position -= 1


def _address(source: Source, name: str) -> None:
    source.skip_options()
    address = address_text(source.raw())
    if is_unsafe(address):
        source.report(
            Code.UNSAFE,
            f"the address {address[:80]!r} could run code or read files; expected http, https, ftp or mailto",
        )
    target = None if name in ("path", "nolinkurl") else safe_target(address)
    if name == "href":
        source.argument(None if target is None else lambda words: [Link(target, spans(words))] if words else [])
    elif name == "path":
        source.say(Styled(Style.LITERAL, (Plain(address),)))
    else:
        source.say(Plain(address) if target is None else Link(target, (Plain(address),)))


def _cased(words: Words, *, upper: bool) -> Words:
    cased: Words = []
    for word in words:
        match word:
            case str():
                cased.append(word.upper() if upper else word.lower())
            case Plain(text):
                cased.append(text.upper() if upper else text.lower())
            case Styled(style, children):
                cased.append(Styled(style, spans(_cased(list(children), upper=upper))))
            case Link(target, children):
                cased.append(Link(target, spans(_cased(list(children), upper=upper))))
            case _:
                cased.append(word)
    return cased


def _accented(words: Words, mark: str, spacing: str) -> Words:
    """The words with an accent on their first letter."""
    for index, word in enumerate(words):
        text = word if isinstance(word, str) else word.text if isinstance(word, Plain) else ""
        if not text.strip():
            continue
        text = text.lstrip()
        base, rest = text[0], text[1:]
        above = mark not in "\u0323\u0327\u0328\u0331\u0326\u0361"
        return [
            *words[:index],
            _with_mark(tables.DOTLESS.get(base, base) if above else base, rest, mark),
            *words[index + 1 :],
        ]
    return [*words, spacing] if not any(isinstance(word, Styled | Link) for word in words) else words


def _with_mark(base: str, rest: str, mark: str) -> str:
    behind = 0
    while behind < len(rest) and unicodedata.combining(rest[behind]):
        behind += 1
    return base + rest[:behind] + mark + rest[behind:]
