"""Data files: bytes -> text, whatever encoding they are in, and whether they are data at all."""

from __future__ import annotations

import codecs
import re

from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.problems import Code, Location, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"version https://git-lfs.github.com/spec/", "a pointer of Git LFS, not the file itself"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "compressed data"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3", "a database"),
)
_WEB_PAGE = expression(
    rb"\s*+(?:<!--.*?-->\s*+)?+<(?:!doctype|html|head|body|\?xml|script|meta)\b", re.IGNORECASE | re.DOTALL
)
_COMMAND = expression(rb"^[ \t]*+@[ \t]*+[A-Za-z]++\s*+[{(]", re.MULTILINE)
_DECLARED = expression(rb"%[^\n\r]{0,40}?(?:encoding|coding)\s*[:=]\s*([\w.-]+)", re.IGNORECASE)
_NAMES = {"ansi": "cp1252", "cp1252": "cp1252", "utf8": "utf-8", "ascii": "utf-8", "us-ascii": "utf-8"}
_CONTROLS = expression(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LATIN_9 = expression(rb"(?<=[A-Za-z\xc0-\xff])[\xa6\xa8\xbc\xbd\xbe]|[\xa6\xa8\xbc\xbd\xbe](?=[A-Za-z\xc0-\xff])|\xa4")
_HEAD = 4096


def read_text_file(content: bytes, path: str, encoding: str = "utf-8") -> tuple[str | None, tuple[Problem, ...]]:
    r"""The text with ``\n`` at the end of each line, or None where the file holds no text at all."""
    found = _foreign(content)
    if found:
        message = f"this is {found}, expected bibliographic data"
        return None, (Problem(Code.UNREADABLE_FILE, message, Location(path, 1)),)
    text, problems = _decode(content, path, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ").replace("\v", " ")
    bad = None if text.replace("\n", "").replace("\t", "").isprintable() else _CONTROLS.search(text)
    if bad is None:
        return text, problems
    line = text.count("\n", 0, bad.start()) + 1
    message = f"the control character U+{ord(bad[0]):04X} does not belong into text, it was left out"
    return _CONTROLS.sub("", text), (*problems, Problem(Code.ENCODING, message, Location(path, line)))


def _foreign(content: bytes) -> str:
    """What a file is that holds something else than data, empty for text."""
    head = content[:_HEAD].lstrip(codecs.BOM_UTF8)
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if _WEB_PAGE.match(head):
        return "a web page or XML"
    if _wide(content):
        return ""
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1a" for byte in head)
    is_binary = controls > max(8, len(head) // 10) and _COMMAND.search(content) is None
    return "binary content" if is_binary else ""


def _wide(content: bytes) -> str:
    """The encoding of a text in two or four bytes a character, by its mark or by its zeros."""
    for mark, name in _MARKS[1:]:
        if content.startswith(mark):
            return name
    head = content[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 4:
        return ""
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _decode(content: bytes, path: str, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    wide = _wide(content)
    if wide:
        return content.decode(wide, "replace").removeprefix("\ufeff").replace("\ufffd", ""), ()
    content = content.removeprefix(codecs.BOM_UTF8)
    declared = _declared(content)
    expected = declared or _known(encoding) or "utf-8"
    bad = _first_bad_byte(content, "utf-8")
    if bad is None:  # bytes that can be UTF-8 are UTF-8, whatever is said about them
        lies = expected != "utf-8" and not content.isascii()
        problem = _problem(content, path, 0, f"declared as {expected}, but it is UTF-8")
        return content.decode("utf-8"), (problem,) if lies else ()
    if expected != "utf-8":
        wrong = _first_bad_byte(content, expected)
        if wrong is None:
            return content.decode(expected), ()
        bad = wrong
    text, name = _by_lines(content)
    message = f"the byte 0x{content[bad]:02X} is not {expected.upper()}, it was read as {name}"
    return text, (_problem(content, path, bad, message),)


def _declared(content: bytes) -> str:
    """The encoding that JabRef or an editor wrote into a comment at the top."""
    found = _DECLARED.search(content[:1024])
    return _known(found[1].decode("ascii", "replace")) if found else ""


def _known(name: str) -> str:
    name = _NAMES.get(name.strip().lower(), name.strip())
    try:
        info = codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    return "utf-8" if info.name in {"utf-8", "utf-8-sig", "ascii"} else info.name


def _first_bad_byte(content: bytes, encoding: str) -> int | None:
    try:
        content.decode(encoding)
    except UnicodeDecodeError as error:
        return min(error.start, len(content) - 1)
    except (UnicodeError, ValueError):
        return 0
    return None


def _by_lines(content: bytes) -> tuple[str, str]:
    """Line by line: files that were put together from others change their encoding in the middle."""
    special = re.search(rb"[\x80-\x9f]", content)
    name, label = ("cp1252", "Windows-1252")
    if special is None and _LATIN_9.search(content):
        name, label = ("iso8859-15", "Latin-9")
    lines = []
    for line in content.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(_single_bytes(line, name))
    return "\n".join(lines), label


def _single_bytes(line: bytes, encoding: str) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return line.decode(encoding, "ignore")


def _problem(content: bytes, path: str, offset: int, message: str) -> Problem:
    before = content[:offset]
    line = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
    return Problem(Code.ENCODING, message, Location(path, line))
