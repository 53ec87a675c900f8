"""Files made to break readers: each is read in time, its good entries are shown, and it is said what is wrong."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.model.text import Link
from sphinxcontrib_academic.readers.data import Data, DataFile, read_data

SECONDS = 10.0
"""For a file of 1 MB on a slow machine; most need a tenth of it."""

N = 100_000
LAST = "\n@book{last, title = {Last}}\n"

BOMBS: dict[str, tuple[str, Code | None]] = {
    "nested braces": ("@misc{a, title = {" + "{" * N + "x" + "}" * N + "}}", Code.LIMIT),
    "open braces": ("@misc{a, title = {" + "{" * N, Code.SYNTAX),
    "closing braces": ("@misc{a, title = {A}" + "}" * N, Code.SYNTAX),
    "open entries": ("".join(f"@misc{{k{n}, title = {{A\n" for n in range(20_000)), Code.SYNTAX),
    "open quotes": ("".join(f'@misc{{k{n}, title = "A\n' for n in range(20_000)), Code.SYNTAX),
    "open parentheses": ("@misc(\n" * 40_000, Code.SYNTAX),
    "signs": ("@" * 900_000, None),
    "signs in a row": ("@a" * 400_000, None),
    "commas": ("@misc{a, title = {A}" + "," * 900_000 + "}", Code.SYNTAX),
    "equals signs": ("@misc{a, title " + "=" * 900_000 + " {A}}", Code.SYNTAX),
    "hashes": ("@misc{a, title = {A} " + "# x" * 200_000 + "}", Code.UNDEFINED_MACRO),
    "quotes": ('@misc{a, title = "' + '"' * 900_000 + "}", Code.SYNTAX),
    "quoted braces": ('@misc{a, title = "' + "{}" * 400_000, Code.SYNTAX),
    "comments": ("@misc{a, title = {A},\n" + "%\n" * 400_000 + "}", Code.SYNTAX),
    "blanks": ("@misc{a" + " " * 900_000, Code.SYNTAX),
    "lines": ("@misc{a, title = {A" + "\n" * 900_000 + "}}", Code.LIMIT),
    "fields in a value": ("@misc{a, title = {" + ",a={" * 200_000, Code.SYNTAX),
    "many fields": ("@misc{a, " + "".join(f"f{n} = {{x}}," for n in range(50_000)) + "}", None),
    "the same field": ("@misc{a, " + "title = {A}," * 50_000 + "}", Code.DUPLICATE_FIELD),
    "words without braces": ("@misc{a,\n" + "a = b c d\n" * 50_000 + "}", Code.SYNTAX),
    "curly quotes": ("@misc{a,\n" + "a = “b\n" * 50_000 + "}", Code.SYNTAX),
    "a megabyte of text": ("@misc{a, title = {" + "word " * 200_000 + "}}", Code.LIMIT),
    "names": ("@misc{a, title = {A}, author = {" + " and ".join(["Doe, Jane"] * 50_000) + "}}", Code.LIMIT),
    "keywords": ("@misc{a, title = {A}, keywords = {" + "a," * 300_000 + "}}", Code.LIMIT),
    "pages": ("@misc{a, title = {A}, pages = {" + "1-" * 300_000 + "}}", Code.LIMIT),
    "addresses": ("@misc{a, title = {A}, url = {" + "http://a.b/ " * 70_000 + "}}", Code.LIMIT),
    "paths": ("@misc{a, title = {A}, pdf = {" + "../" * 70_000 + "}}", Code.UNSAFE),
    "escapes": ("@misc{a, title = {A}, pdf = {" + "%252525" * 30_000 + "}}", None),
    "identifiers": ("@misc{a, title = {A}, eprint = {" + "1234.56789" * 20_000 + "}}", None),
    "a string that doubles": (
        "@string{a0 = {xxxxxxxxxx}}\n" + "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(60))
        + "@misc{a, title = a60}",
        Code.LIMIT,
    ),
    "a long string in every entry": (
        "@string{s = {" + "x" * 9_000 + "}}\n"
        + "".join(f"@misc{{k{n}, title = s # s # s # s}}\n" for n in range(20_000)),
        Code.LIMIT,
    ),
    "strings in a row": (
        "".join(f"@string{{a{n} = a{n + 1}}}\n" for n in range(20_000)) + "@misc{a, title = a0}", Code.LIMIT,
    ),
    "a string of itself": ("@string{a = b}@string{b = a}@misc{a, title = a # b}", None),
    "undefined strings": ("".join(f"@misc{{k{n}, title = word{n}}}\n" for n in range(15_000)), Code.UNDEFINED_MACRO),
    "a chain of parents": (
        "".join(f"@misc{{k{n}, f{n} = {{x}}, crossref = {{k{n + 1}}}}}\n" for n in range(15_000))
        + "@misc{k15000, title = {T}}",
        Code.CROSSREF,
    ),
    "a circle of a thousand": (
        "".join(f"@misc{{k{n}, crossref = {{k{(n + 1) % 1000}}}}}\n" for n in range(1000)), Code.CROSSREF,
    ),
    "missing parents": (
        "".join(f"@misc{{k{n}, title = {{A}}, crossref = {{m{n}}}}}\n" for n in range(15_000)), Code.CROSSREF,
    ),
    "heirs of a large container": (
        "@xdata{x, " + "".join(f"f{n} = {{x}}," for n in range(2_000)) + "}\n"
        + "".join(f"@misc{{k{n}, title = {{A}}, xdata = {{x}}}}\n" for n in range(15_000)),
        Code.LIMIT,
    ),
    "sets of sets": (
        "".join(f"@set{{s{n}, entryset = {{{','.join(f's{m}' for m in range(100))}}}}}\n" for n in range(300)), None,
    ),
    "items of containers": (
        "@misc{a, title = {A}, author = {" + " and ".join(["xdata=x-author"] * 10_000) + "}}@xdata{x, author = {"
        + " and ".join(["B"] * 1_000) + "}}",
        Code.LIMIT,
    ),
    "the same entry": ("@misc{a, title = {A}}\n" * 30_000, Code.DUPLICATE_KEY),
    "the same entry without a key": ("@misc{, title = {A}}\n" * 30_000, Code.MISSING_KEY),
    "empty entries": ("@misc{}\n" * 40_000, Code.MISSING_KEY),
    "open comments": ("@comment{\n" * 50_000, None),
    "prose": ("word " * 150_000, None),
}  # fmt: skip


def read(text: str) -> Data:
    """Read one file."""
    return read_data([DataFile("x.bib", text.encode())])


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_in_time(name: str) -> None:
    """Within bounds (of processor time: a busy machine is no fault), with its problem, and with the entry behind it."""
    text, code = BOMBS[name]
    start = time.process_time()
    data = read(text + LAST)
    assert time.process_time() - start < SECONDS
    assert "last" in [work.key for work in data.works]
    assert code is None or code in {problem.code for problem in data.problems}
    assert len(data.problems) <= 20_000
    lines = text.count("\n") + 3
    assert all(1 <= (problem.location.line or 0) <= lines for problem in data.problems)


def test_bombs_need_no_more_memory_than_there_is() -> None:
    """All of what grows is read in less than a gibibyte."""
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))\n"
        "from sphinxcontrib_academic.readers.data import DataFile, read_data\n"
        "read_data([DataFile('x.bib', sys.stdin.buffer.read())])"
    )
    pytest.importorskip("resource")
    for name in ("a long string in every entry", "heirs of a large container", "items of containers"):
        run = subprocess.run(
            [sys.executable, "-c", program], input=BOMBS[name][0].encode(), check=False, capture_output=True
        )
        assert run.returncode == 0, run.stderr.decode()[-500:]


def test_the_authors_of_a_large_experiment_are_all_read() -> None:
    """3,664 names on one paper."""
    data = read("@article{a, title = {A}, author = {" + " and ".join(f"Doe{n}, Jane" for n in range(3_664)) + "}}")
    assert (len(data.works[0].people("author").members), data.problems) == (3_664, ())


PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\\input{/etc/passwd}",
    "\\write18{rm -rf x}",
    "\\csname input\\endcsname{x}",
    "\\href{javascript:alert(1)}{x}",
    "\\url{javascript:alert(1)}",
    "$\\input{x}$",
    "\\def\\x{y}\\x",
]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(
    "field", ["title", "journal", "note", "publisher", "series", "type", "keywords", "author", "year", "abstract"]
)
def test_no_payload_comes_through(field: str, payload: str) -> None:
    """Neither HTML nor commands of TeX stand in a text, no command in a name, no script behind a link."""
    text = (
        f"@article{{a,\n title = {{T}},\n {field} = {{{payload}}}\n}}"
        if field != "title"
        else f"@article{{a,\n title = {{T {payload}}}}}"
    )
    data = read(text)
    (work,) = data.works
    shown = [text.plain for _, text in work.texts] + list(work.keywords)
    shown += [str(member.name) for _, people in work.contributors for member in people.members if "<" not in payload]
    for bad in ("<script", "onerror", "\\input", "\\write", "\\csname", "\\def"):
        assert not any(bad in words for words in shown), shown
    targets = [link.target for link in work.links]
    targets += [span.target for _, text in work.texts for span in text.spans if isinstance(span, Link)]
    assert not any("javascript" in target for target in targets)


def test_a_hostile_key_is_a_key() -> None:
    """It stays a text, and is bounded."""
    data = read('@misc{"><script>alert(1)</script>, title = {A}}' + "@misc{" + "k" * 5_000 + ", title = {B}}")
    assert len(data.works) == 2
    assert all(len(work.key) <= 200 for work in data.works)
