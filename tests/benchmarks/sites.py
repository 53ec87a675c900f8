"""The sites that are measured: ours, the same text in plain reST, and the same entries in sphinxcontrib-bibtex."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.data import FIRST_YEAR, OWNER, TOPICS, bibliography
from tests.benchmarks.plain import plain_items, plain_list
from tests.benchmarks.runs import Site

CONF = 'project = "Papers"\nhtml_theme = "furo"\n'
OURS = f'{CONF}extensions = ["sphinxcontrib_academic"]\nacademic_profile = {{"name": "{OWNER}"}}\n'
LINES = f"{OURS}academic_details = []\n"
"""Without the abstracts and BibTeX entries that a page unfolds."""
PEER = f'{CONF}extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["papers.bib"]\n'
ABOUT = "About\n=====\n\nA page without publications.\n"


@dataclass(frozen=True)
class Sites:
    """Makes sites in a folder, each once."""

    folder: Path

    def ours(self, entries: int, *, details: bool = True, pages: Sequence[str] = ("",)) -> Site:
        """A site with these lists, each a page; one without options shows everything."""
        name = f"ours-{entries}-{len(pages)}{'' if details else '-lines'}"
        lists = [f".. publications::\n{options}" for options in pages]
        return self._site(name, OURS if details else LINES, lists, entries)

    def peer(self, entries: int) -> Site:
        """The whole bibliography as sphinxcontrib-bibtex shows it."""
        return self._site(f"peer-{entries}", PEER, [".. bibliography::\n   :all:\n"], entries)

    def plain(self, ours: Site, *, details: bool = True) -> Site:
        """What our pages say, typed by hand; ours is built for it unless it is."""
        name = f"plain-of-{ours.source.name}{'' if details else '-seen'}"
        if (self.folder / name).exists():
            return Site(self.folder / name)
        if not ours.out.exists():
            ours.build()
        texts = []
        for path in sorted(ours.source.glob("papers*.rst")):
            html = (ours.out / f"{path.stem}.html").read_text(encoding="utf-8")
            texts.append(plain_list(plain_items(html, details=details)))
        return self._site(name, CONF, texts, 0)

    def empty(self, conf: str, name: str) -> Site:
        """A site without publications."""
        return self._site(name, conf, [], 0)

    def _site(self, name: str, conf: str, lists: Sequence[str], entries: int) -> Site:
        source = self.folder / name
        if source.exists():
            return Site(source)
        source.mkdir(parents=True)
        files = {"conf.py": conf, "about.rst": ABOUT}
        if entries:
            files["papers.bib"] = bibliography(entries)
        names = [f"papers{number:03}" for number in range(len(lists))]
        files |= {f"{page}.rst": f"{page}\n{'=' * 9}\n\n{text}" for page, text in zip(names, lists, strict=True)}
        toc = "\n   ".join(["about", *names])
        files["index.rst"] = f"Home\n====\n\n.. toctree::\n\n   {toc}\n"
        for path, text in files.items():
            (source / path).write_text(text, encoding="utf-8")
        return Site(source)


def filters(pages: int) -> list[str]:
    """The options of so many lists: a year each, then a topic in some years."""
    found = []
    for number in range(pages):
        year = FIRST_YEAR + number % 36
        if number < 36:
            found.append(f"   :filter: year == {year}\n")
        else:
            topic = TOPICS[number % len(TOPICS)]
            found.append(f'   :filter: "{topic}" in keywords and year >= {year - 5} and year <= {year + 5}\n')
    return found
