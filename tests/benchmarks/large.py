"""A large site: 10,000 publications over 100 pages, filtered and in groups; says what it took, and whether it is right.

``python tests/benchmarks/large.py [ENTRIES] [FOLDER]``; a page must show exactly the entries that its filter means.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.data import FIRST_YEAR, LAST_YEAR, bibliography  # noqa: E402 - the path comes first
from tests.benchmarks.runs import Cost, Site  # noqa: E402
from tests.benchmarks.sites import Sites  # noqa: E402

KINDS = ("article", "inproceedings")
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
_ENTRY = re.compile(r"^@(\w+)\{(\w+),.*?^  year = \{(\d+)\}", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"(?:&#64;|@)\w+\{(\w+),")


def main(arguments: list[str]) -> int:
    """Build from nothing, again, and after an edit."""
    entries = int(arguments[0]) if arguments else 10_000
    with tempfile.TemporaryDirectory() as folder:
        wanted = pages(entries)
        sites = Sites(Path(arguments[1]) if len(arguments) > 1 else Path(folder))
        site = sites.ours(entries, pages=[options for options, _ in wanted])
        tell("from nothing", site.build_fresh())
        wrong = wrong_pages(site, [keys for _, keys in wanted])
        shown = sum(len(keys) for _, keys in wanted)
        print(f"{entries:,} entries, {shown:,} shown on {len(wanted)} pages, {len(wrong)} of them wrong {wrong[:3]}")
        tell("nothing changed", site.build())
        bib = site.source / "papers.bib"
        bib.write_text(bib.read_text("utf-8").replace("title = {", "title = {Edited ", 1), encoding="utf-8")
        tell("one entry edited", site.build())
        wrong += wrong_pages(site, [keys for _, keys in wanted])
    return int(bool(wrong))


def pages(entries: int) -> list[tuple[str, set[str]]]:
    """The options of each page, and the keys that it must show: a year and a kind, then whole years in groups."""
    found = _ENTRY.findall(bibliography(entries))
    rows = [
        (
            f'   :filter: year == {year} and type == "{kind}"\n   :group-by: keyword\n',
            {key for its_kind, key, its_year in found if (its_kind, int(its_year)) == (kind, year)},
        )
        for year in YEARS
        for kind in KINDS
    ]
    for year in YEARS[: 100 - len(rows)]:
        keys = {key for _, key, its_year in found if int(its_year) == year}
        rows.append((f"   :year: {year}\n   :group-by: type\n   :numbered: down\n", keys))
    return rows


def wrong_pages(site: Site, wanted: list[set[str]]) -> list[str]:
    """The pages that show anything else."""
    wrong = []
    for number, keys in enumerate(wanted):
        path = site.out / f"papers{number:03}.html"
        found = set(_SHOWN.findall(path.read_text(encoding="utf-8")))
        if found != keys:
            wrong.append(path.name)
    return wrong


def tell(what: str, cost: Cost) -> None:
    """A line."""
    print(f"{what}: {cost.processor:.1f} s of the processor, {cost.memory / 1024:.0f} MB", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
