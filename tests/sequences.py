"""A small site as plain data, what may happen to it, and builds of it that are made in one process."""

from __future__ import annotations

import io
import shutil
import zlib
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

Entries = dict[str, dict[str, str]]

TITLES = ("One", r"The {\"O}ther", "$x$ of Things", r"\emph{Less}, or 100\% more", "Zebra")
AUTHORS = ("Bee, Ann", "Cee, Bob and Bee, Ann", "Dee, Cat and others", "Ann Bee and Eff, Dan and Gee, Eva")
EXTRAS: tuple[dict[str, str], ...] = (
    {},
    {"keywords": "x"},
    {"keywords": "x, y", "selected": "true"},
    {"pdf": "two.pdf", "award": "Best paper"},
    {"abstract": "What it says.", "note": "To appear"},
    {"author+an": "1=equal"},
    {"preview": "me.png", "url": "https://example.org/1"},
    {"ids": "other"},
)
KEYS = ("one", "two", "three", "four", "five")
PAGES = ("p1", "p2", "p3", "p4", "p5", "p6", "p7")
BIBS = ("a.bib", "b.bib", "c.bib")

BLOCKS = (
    "Nothing of ours.",
    ".. publications::",
    ".. publications::\n   :keyword: x",
    ".. publications::\n   :filter: year >= 2021\n   :layout: compact",
    ".. publications::\n   :selected:\n   :no-index:",
    ".. publications::\n   :group-by: year\n   :numbered: down",
    ".. publications::\n   :group-by: type\n   :search:\n   :limit: 3",
    ".. publications::\n   :sort: title\n   :max-authors: 1",
    ".. publications::\n   :author: Ann Bee\n   :download: list.bib",
    ".. publications::\n   :filter: cited",
    ".. publications::\n\n   two\n   one",
    ".. publications::\n   :layout: style:plain",
    ".. publication:: one\n   :award: Oral\n\n   A remark.",
    ".. publication:: two\n   :layout: card",
    ".. publication::\n\n   @article{pasted, title={Pasted}, author={Bee, Ann}, year=2019}",
    ":academic:pub:`one` and :any:`two`",
    "See :academic:pub:`three`, :academic:pub:`other` and :academic:pub:`pasted`.",
    ":academic:person:`Bob Cee`",
    ":academic:metric:`one.stars`",
    ".. timeline:: education",
    ".. timeline:: education award\n   :limit: 1\n   :layout: compact",
    ".. timeline:: award\n\n   :2021.10: A prize of reST",
    ".. profile::\n\n   Words of the biography.",
    ".. only:: html\n\n   .. publication:: three\n\n.. only:: latex\n\n   :academic:pub:`four`",
)
CONFIGS: dict[str, tuple[Any, ...]] = {
    "academic_layout": ("homepage", "compact", "card", "mine"),
    "academic_layouts": ({"mine": ["{title}", "{year}"]}, {"mine": ["{authors}: {title}"]}),
    "academic_profile": ({"name": "Ann Bee"}, {"name": "Bob Cee", "photo": "me.png"}, {"name": "Cat Dee"}),
    "academic_sort": ("-date", "title"),
    "academic_date_format": ("medium", "iso", "MM.yyyy"),
    "academic_owner_style": ("bold", "underline"),
    "academic_people": ({}, {"Bob Cee": "https://example.org/cee"}),
    "academic_links": ({}, {"pdf": {"label": "Paper"}}),
    "academic_files": ([], ["files"]),
    "academic_details": (["abstract", "bibtex"], ["bibtex"], []),
    "academic_roles": ({}, {"equal": {"mark": "★", "label": "the same"}}),
    "academic_max_authors": (0, 2),
    "academic_metrics": (None, "numbers.json"),
    "academic_bibfiles": (None, ["a.bib", "career.yaml"], ["b.bib", "a.bib"]),
    "language": ("en", "de"),
    "html_title": ("Site", "Other"),
}
FILES: dict[str, tuple[str, ...]] = {
    "career.yaml": (
        "education:\n- title: B.Sc.\n  organization: There\n  date: 2015\naward:\n- title: Prize\n  date: 2016\n",
        "education:\n- title: M.Sc.\n  logo: me.png\n  date: 2017-09/\n- title: B.Sc.\n  date: 2015\n",
        "education: [",
    ),
    "metrics.json": ('{"one": {"stars": 1200}, "two": {"citations": 7}}', '{"one": {"stars": 5}}', '{"one": '),
    "numbers.json": ('{"one": {"stars": 1}}', '{"two": {"stars": 2}}'),
    "me.png": ("a portrait", "another"),
    "two.pdf": ("%PDF-1.4", "%PDF-1.5"),
    "files/one.slides.pdf": ("%PDF-1.4 slides", "%PDF-1.5 slides"),
    "files/two.png": ("a picture", "another picture"),
}
"""What files beside the pages may hold; each may also be missing."""


@dataclass
class State:
    """What the sources are."""

    bibs: dict[str, Entries] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    """Data files with an entry that is cut short."""
    pages: dict[str, list[int]] = field(default_factory=dict)
    """The numbers of the blocks on each page."""
    config: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CONFIGS, 0))
    files: dict[str, int] = field(default_factory=dict)

    def texts(self) -> dict[str, str]:
        """All files."""
        texts = {name: FILES[name][number] for name, number in self.files.items()}
        for name, entries in self.bibs.items():
            text = "".join(_entry(key, fields) for key, fields in entries.items())
            texts[name] = text.replace("title = {", "title = ", 1) if name in self.broken else text
        texts |= {f"{name}.rst": _page(name, blocks) for name, blocks in self.pages.items()}
        lines = [f"{name} = {CONFIGS[name][number]!r}" for name, number in self.config.items()]
        fixed = ['extensions = ["sphinxcontrib_academic"]', 'project = "x"', 'html_theme = "basic"']
        texts["conf.py"] = "\n".join([*fixed, "html_copy_source = False", *lines, ""])
        return texts


def _entry(key: str, fields: dict[str, str]) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{{key},\n{lines}}}\n"


def _page(name: str, blocks: list[int]) -> str:
    # without a toctree: pages that are neighbours in one are written by Sphinx alone
    orphan = "" if name == "index" else ":orphan:\n\n"
    return f"{orphan}{name}\n{'=' * len(name)}\n\n" + "\n\n".join(BLOCKS[number] for number in blocks) + "\n"


class World:
    """The folders of a site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.source = folder / "source"
        self.source.mkdir(parents=True)
        self.texts: dict[str, str] = {}
        self.warnings = ""
        """Those of the last build."""
        self.templates = FileSystemBytecodeCache()

    def write(self, state: State) -> None:
        """Bring the sources up to date; what stays the same is not touched."""
        texts = state.texts()
        for name in self.texts.keys() - texts.keys():
            (self.source / name).unlink()
        for name, text in texts.items():
            if self.texts.get(name) != text:
                path = self.source / name
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.texts = texts

    def build(self, builder: str, jobs: int, place: str = "out") -> dict[str, bytes]:
        """Build on the doctrees that are there."""
        out = self.folder / place / builder
        warning = io.StringIO()
        with patch_docutils(str(self.source)), docutils_namespace():
            app = Sphinx(
                self.source, self.source, out, self.folder / place / "doctrees", builder,
                status=io.StringIO(), warning=warning, parallel=jobs,
            )  # fmt: skip
            if builder == "html":  # the templates of the theme are compiled once
                app.builder.templates.environment.bytecode_cache = self.templates
            app.build()
        self.warnings = warning.getvalue()
        return {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if _is_compared(path)}

    def forget(self) -> None:
        """Remove what builds made."""
        shutil.rmtree(self.folder / "out", ignore_errors=True)

    def fresh(self, builder: str) -> dict[str, bytes]:
        """Build from nothing."""
        shutil.rmtree(self.folder / "fresh", ignore_errors=True)
        return self.build(builder, 1, "fresh")


def _is_compared(path: Path) -> bool:
    # old words stay in Sphinx's index of the search; its own files are the same in every build
    return path.is_file() and "_static" not in path.parts and path.suffix in _COMPARED


_COMPARED = {".html", ".inv", ".tex", ".bib", ".pdf", ".png"}


def different(incremental: dict[str, bytes], fresh: dict[str, bytes]) -> dict[str, str]:
    """Where files of a fresh build differ from an incremental one's; Sphinx leaves those of removed pages behind."""
    names = (name for name, data in sorted(fresh.items()) if incremental.get(name) != data)
    return {name: _difference(incremental.get(name, b"not there"), fresh[name]) for name in names}


def _difference(incremental: bytes, fresh: bytes) -> str:
    sides = (_readable(data).decode(errors="replace").splitlines() for data in (incremental, fresh))
    return "\n".join([*unified_diff(*sides, "incremental", "fresh", n=0, lineterm="")][:12])


def _readable(data: bytes) -> bytes:
    _head, mark, rest = data.partition(b"using zlib.\n")
    return zlib.decompress(rest) if mark else data
