"""The pages are valid HTML where a parser is enough to know: what may stand in what, names that are there once.

``npx vnu-jar`` and ``npx html-validate`` know the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.test_sites import build

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = ("hexu-zhao", "noether", "xuanlei-zhao-2024")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path"}
PHRASING = {"a", "em", "p", "small", "span", "strong", "sub", "summary", "sup", "time"}
"""Elements that hold words and nothing larger."""
LARGER = {"article", "details", "div", "h1", "h2", "h3", "li", "ol", "p", "pre", "section", "table", "ul"}
ROLES = {("ol", "list"), ("ul", "list"), ("li", "listitem"), ("article", "article"), ("nav", "navigation")}
"""What elements are by themselves."""


class Checker(HTMLParser):
    """What is wrong with a page inside its ``article``; names are looked for on all of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.problems: list[str] = []
        self.ids: Counter[str] = Counter()
        self.named: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()
        self.problems += [f"id {name} twice" for name, count in self.ids.items() if count > 1]
        self.problems += [f"no id {name}" for name in self.named - set(self.ids)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        values = dict(attrs)
        self.ids.update([values["id"] or ""] if "id" in values else [])
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            self.named.update((values.get(name) or "").split())
        if "article" in self.open:
            where = f"<{tag}> at {self.getpos()}"
            self.problems += [
                f"{where}: {name} twice" for name, count in Counter(n for n, _ in attrs).items() if count > 1
            ]
            self.problems += [f"{where} in <{self.open[-1]}>"] if tag in LARGER and self.open[-1] in PHRASING else []
            self.problems += [f"{where}: its own role"] if (tag, values.get("role")) in ROLES else []
            self.problems += [f"{where}: no alt"] if tag == "img" and "alt" not in values else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of XML that ends at once, as in a drawing."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag in VOID:
            return
        if self.open[-1:] != [tag]:
            self.problems.append(f"</{tag}> at {self.getpos()} in {self.open[-1:]}")
        while tag in self.open and self.open.pop() != tag:
            pass


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_pages_are_valid(tmp_path: Path, example: str) -> None:
    """Every page that the author of an example wrote."""
    source = ROOT / "docs" / "examples" / example
    result = build("html", source, tmp_path)
    assert result.returncode == 0, result.stderr
    pages = [tmp_path / f"{path.stem}.html" for path in source.glob("*.rst")]
    found = {path.name: Checker(path.read_text(encoding="utf-8")).problems for path in pages}
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize(
    "text",
    [
        "<article><span><details></details></span></article>",
        "<article><p><ol></ol></p></article>",
        '<article><ol role="list"></ol></article>',
        "<article><em><b></em></b></article>",
        '<article><a class="x" class="y"></a></article>',
        '<article id="a"></article><p id="a"></p>',
        '<article aria-labelledby="b"></article>',
        '<article><img src="x"></article>',
    ],
)
def test_what_is_not_valid_is_seen(text: str) -> None:
    """The checker can fail."""
    assert Checker(text).problems


@pytest.mark.parametrize("phone", ["+65 0000 0000", {"Office": "+65 0000 0000", "Home": "+65 0000  0001"}])
def test_a_telephone_number_stays_in_one_line(make_site, phone):
    """Its blanks are no places where a line ends, and its address has none."""
    profile = {"name": "Jane Doe", "phone": phone}
    page = make_site({"index.rst": "Jane Doe\n========\n\n.. profile::\n"}, academic_profile=profile).read("index.html")
    numbers = re.findall(r'<a [^>]*href="tel:([^"]*)"[^>]*>([^<]*)</a>', page)
    assert numbers == [
        ("+6500000000", "+65\xa00000\xa00000"), ("+6500000001", "+65\xa00000\xa00001")
    ][: 1 if isinstance(phone, str) else 2]  # fmt: skip
    assert isinstance(phone, str) or "Office:</span> <a" in page
