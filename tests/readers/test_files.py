"""Data files come in every encoding that thirty years have known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.readers.files import read_text_file

TEXT = "@book{x,\n  author = {Übel, Øyvind},\n  title = {Cœur à 5 € – “Noël”},\n}\n"


def read(content: bytes, encoding: str = "utf-8") -> tuple[str | None, list[tuple[Code, int | None]]]:
    """The text, and the codes and lines of the problems."""
    text, problems = read_text_file(content, "x.bib", encoding)
    return text, [(problem.code, problem.location.line) for problem in problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    """UTF-8 with and without a byte order mark, UTF-16 and UTF-32: no problem, the same text."""
    assert read(TEXT.encode(encoding)) == (TEXT, [])


def test_utf_16_of_either_order_is_read_by_its_mark() -> None:
    """Big-endian UTF-16 with its mark."""
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be")) == (TEXT, [])


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_every_newline_is_read(newline: str) -> None:
    """CR and CRLF become LF."""
    assert read(TEXT.replace("\n", newline).encode()) == (TEXT, [])


def test_windows_1252_is_read_and_reported_at_its_line() -> None:
    """A file that is not UTF-8 is read as Windows-1252; the line is that of the first wrong byte."""
    assert read(TEXT.encode("cp1252")) == (TEXT, [(Code.ENCODING, 2)])


def test_the_configured_encoding_counts() -> None:
    """Who says that a file is Latin-1 is believed where the bytes allow it."""
    assert read("% é\nñ".encode("latin-1"), "latin-1") == ("% é\nñ", [])


def test_a_declared_encoding_counts() -> None:
    """JabRef writes the encoding into the first line."""
    text = "% Encoding: ISO8859_15\n\n@misc{x, title = {5 €}}\n"
    assert read(text.encode("iso8859-15")) == (text, [])


def test_latin_9_is_told_by_its_letters() -> None:
    """Between letters, 0xBD is œ and no fraction."""
    assert read("un cœur, Ÿ".encode("iso8859-15"))[0] == "un cœur, Ÿ"


def test_a_declaration_that_lies_is_reported() -> None:
    """Text in Windows-1252 that says it were UTF-8."""
    text = "% Encoding: UTF-8\n\n@misc{x, title = {Übel}}\n"
    assert read(text.encode("cp1252")) == (text, [(Code.ENCODING, 3)])


def test_utf_8_is_utf_8_whatever_is_declared() -> None:
    """Bytes that make sense as UTF-8 are nothing else."""
    text = "% Encoding: Cp1252\n@misc{x, title = {Übel}}\n"
    assert read(text.encode()) == (text, [(Code.ENCODING, 1)])


def test_an_unknown_declaration_does_no_harm() -> None:
    """A declaration that no codec knows."""
    assert read(b"% Encoding: klingon\nx") == ("% Encoding: klingon\nx", [])


def test_a_file_put_together_from_two_encodings_is_read_line_by_line() -> None:
    """Lines in UTF-8 stay right beside lines in Windows-1252."""
    assert read("Øyvind\n".encode() + "Übel\n".encode("cp1252"))[0] == "Øyvind\nÜbel\n"


def test_nul_bytes_are_left_out_and_reported() -> None:
    """Control characters do not belong into text."""
    assert read(b"@misc{x,\n title = {A\0B}}") == ("@misc{x,\n title = {AB}}", [(Code.ENCODING, 2)])


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html>\n<html><head><style>@media print {a{b:c}}</style></head></html>",
        b"\xef\xbb\xbf  <html>@book{x,}</html>",
        b'<?xml version="1.0"?><records/>',
        b"<!-- saved -->\n<!doctype HTML>",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04\x14\x00",
        b"\x1f\x8b\x08\x00",
        bytes(range(32)) * 20,
    ],
)
def test_what_is_no_text_is_reported_once(content: bytes) -> None:
    """A web page, a pointer of Git LFS, a PDF, an archive, binary content."""
    assert read(content) == (None, [(Code.UNREADABLE_FILE, 1)])


def test_nul_bytes_between_entries_do_not_make_a_file_binary() -> None:
    """A damaged file that holds an entry is read."""
    text, problems = read(b"\0" * 500 + b"\n@misc{x, title = {A}}\n")
    assert text == "\n@misc{x, title = {A}}\n"
    assert [code for code, _ in problems] == [Code.ENCODING]


@given(st.binary(max_size=300), st.sampled_from(["utf-8", "latin-1", "utf-16", "no such thing", ""]))
def test_any_bytes_are_read(content: bytes, encoding: str) -> None:
    """No bytes raise anything, and no control character comes through."""
    text, problems = read_text_file(content, "x.bib", encoding)
    assert text is None or not set(text) & set(map(chr, range(9)))
    lines = max(content.count(b"\n") + content.count(b"\r") + 1, 1)
    assert all(1 <= (problem.location.line or 0) <= lines for problem in problems)
