"""The rows of the table: what is built, beside what, and how far apart the two may be."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from tests.benchmarks.data import key
from tests.benchmarks.probes import probe
from tests.benchmarks.runs import ENVIRONMENT, Cost, Site, memory, seconds, side_by_side
from tests.benchmarks.sites import CONF, OURS, Sites, filters

PLAIN, PEER = "plain reST", "sphinxcontrib-bibtex"
ALL, SEEN = "all text", "lines"


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    entries: int
    ours: float
    beside: str
    """What it is compared with."""
    theirs: float
    goal: float
    unit: str = "s"
    note: str = ""
    is_speed: bool = False
    """Whether the ratio says how many times faster we are."""

    @property
    def ratio(self) -> float:
        """Ours by theirs; theirs by ours where it says how much faster we are."""
        return self.theirs / self.ours if self.is_speed else self.ours / self.theirs

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio >= self.goal if self.is_speed else self.ratio <= self.goal


@dataclass
class Bench:
    """What all rows share: where sites are, how often they are built, how large the large ones are."""

    sites: Sites
    runs: int
    scale: float = 1.0
    """Below one: smaller sites, for a quick look."""
    most: int = 10_000
    """Larger sites are left out."""
    has_peer: bool = True
    cold: dict[int, dict[str, list[Cost]]] = field(default_factory=dict)

    def size(self, entries: int) -> int:
        """So many entries, or fewer in a quick look."""
        return max(20, int(entries * self.scale))

    def sizes(self, *sizes: int) -> Iterator[int]:
        """Those of the sizes that are not left out."""
        yield from (self.size(entries) for entries in sizes if entries <= self.most)

    def repeats(self, entries: int) -> int:
        """Small sites are built more often: start-up is most of their cost, and varies."""
        return self.runs * 3 if entries <= 100 else max(1, (self.runs + 1) // 2) if entries > 5000 else self.runs

    def trio(self, entries: int) -> dict[str, Site]:
        """The two ways to have our site, the two ways to type it, and the peer's."""
        ours, lines = self.sites.ours(entries), self.sites.ours(entries, details=False)
        trio = {"ours": ours, "lines": lines, "typed": self.sites.plain(ours), "seen": self.sites.plain(lines)}
        return {**trio, "peer": self.sites.peer(entries)} if self.has_peer and entries <= 2000 else trio

    def cold_costs(self, entries: int) -> dict[str, list[Cost]]:
        """Builds from nothing, measured once for all rows that ask."""
        if entries not in self.cold:
            sides = {name: partial(_fresh, site) for name, site in self.trio(entries).items()}
            self.cold[entries] = side_by_side(sides, self.repeats(entries))
        return self.cold[entries]


def _fresh(site: Site, _run: int) -> Cost:
    return site.build_fresh()


def _compared(what: str, entries: int, costs: dict[str, list[Cost]], goal: float) -> Iterator[Row]:
    """Our two sites beside the same words in plain reST, and the peer's."""
    s = {name: seconds(found) for name, found in costs.items()}
    yield Row(what, entries, s["lines"], PLAIN, s["seen"], goal, note=SEEN)
    yield Row(what, entries, s["ours"], PLAIN, s["typed"], goal, note=ALL)
    if "peer" in s:
        yield Row(what, entries, s["lines"], PEER, s["peer"], 1.0, note=SEEN)


def cold_rows(bench: Bench) -> Iterator[Row]:
    """A build from nothing."""
    for size, goal in zip(bench.sizes(100, 1_000, 10_000), (1.05, 0.8, 0.6), strict=False):
        yield from _compared("cold build", size, bench.cold_costs(size), goal)


def unchanged_rows(bench: Bench) -> Iterator[Row]:
    """A build after which nothing is written."""
    for size in bench.sizes(100, 1_000, 10_000):
        trio = bench.trio(size)
        for site in trio.values():
            site.build()
        costs = side_by_side({name: partial(_again, site) for name, site in trio.items()}, bench.runs * 2)
        yield from _compared("nothing changed", size, costs, 1.05)


def _again(site: Site, _run: int) -> Cost:
    return site.build()


def touched_rows(bench: Bench) -> Iterator[Row]:
    """Another page changed."""
    size = bench.size(1_000)
    trio = bench.trio(size)
    for site in trio.values():
        site.build()
    costs = side_by_side({name: partial(_other_page, site) for name, site in trio.items()}, bench.runs * 2)
    yield from _compared("another page touched", size, costs, 1.05)


def _other_page(site: Site, run: int) -> Cost:
    with (site.source / "about.rst").open("a", encoding="utf-8") as file:
        file.write(f"\nA line that is new in run {run}.\n")
    return site.build()


def edited_rows(bench: Bench) -> Iterator[Row]:
    """One entry has another title."""
    size = bench.size(1_000)
    trio = {name: site for name, site in bench.trio(size).items() if name in {"ours", "lines", "peer"}}
    for site in trio.values():
        site.build()
    costs = side_by_side({name: partial(_other_title, site) for name, site in trio.items()}, bench.runs)
    for name, note in (("lines", SEEN), ("ours", ALL)):
        if "peer" in costs:
            yield Row("one entry edited", size, seconds(costs[name]), PEER, seconds(costs["peer"]), 0.2, note=note)


def _other_title(site: Site, run: int) -> Cost:
    path = site.source / "papers.bib"
    head, tail = path.read_text(encoding="utf-8").split(f"{{{key(7)},", 1)
    path.write_text(f"{head}{{{key(7)},{tail.replace('title = {', f'title = {{Run{run} ', 1)}", encoding="utf-8")
    return site.build()


def cache_rows(bench: Bench) -> Iterator[Row]:
    """The library from its cache beside pybtex's parse of the file."""
    for size in bench.sizes(1_000, 10_000):
        site = bench.sites.ours(size)
        site.build()
        ours, theirs = [], []
        for _ in range(bench.runs):
            ours.append(probe("library", str(site.source), str(site.doctrees))["seconds"])
            theirs.append(probe("parse", str(site.source / "papers.bib"))["seconds"])
        middle = bench.runs // 2
        yield Row("cache hit", size, sorted(ours)[middle], "pybtex's parse", sorted(theirs)[middle], 50, is_speed=True)


def decoding_rows(bench: Bench) -> Iterator[Row]:
    """The text of values."""
    size = bench.size(1_000)
    found = probe("decoding", str(bench.sites.ours(size).source / "papers.bib"))
    yield Row("decoding shown values", size, found["ours"], "Text.from_latex", found["theirs"], 25, is_speed=True)


def memory_rows(bench: Bench) -> Iterator[Row]:
    """The most memory that a build takes."""
    for size in bench.sizes(10_000):
        costs = bench.cold_costs(size)
        for name, other, note in (("lines", "seen", SEEN), ("ours", "typed", ALL)):
            yield Row("peak memory", size, memory(costs[name]), PLAIN, memory(costs[other]), 0.85, "MB", note)


def environment_rows(bench: Bench) -> Iterator[Row]:
    """What an entry more adds to the environment."""
    sites = [bench.sites.ours(bench.size(entries)) for entries in (min(bench.most, 10_000), 100)]
    sizes = []
    for site in sites:
        site.build()
        sizes.append((site.doctrees / "environment.pickle").stat().st_size / 1e3)
    entries = bench.size(min(bench.most, 10_000)) - bench.size(100)
    yield Row("environment, kB by entry", entries, sizes[0] - sizes[1], "entries", entries, 0.3, "kB")


def growth_rows(bench: Bench) -> Iterator[Row]:
    """From 4,000 to 10,000 entries."""
    if bench.most < 10_000:
        return
    large, small = bench.size(10_000), bench.size(4_000)
    sides = {str(size): partial(_fresh, bench.sites.ours(size)) for size in (small, large)}
    costs = side_by_side(sides, bench.repeats(large))
    yield Row("growth", large, seconds(costs[str(large)]), f"{small:,}", seconds(costs[str(small)]), 2.6, note=ALL)


def page_rows(bench: Bench) -> Iterator[Row]:
    """Many pages, each with a filter."""
    size, options = bench.size(2_000), filters(int(100 * max(bench.scale, 0.1)))
    for details, note in ((False, SEEN), (True, ALL)):
        ours = bench.sites.ours(size, details=details, pages=options)
        plain = bench.sites.plain(ours)
        costs = side_by_side({"ours": partial(_fresh, ours), "plain": partial(_fresh, plain)}, bench.runs)
        what = f"{len(options)} filtered pages"
        yield Row(what, size, seconds(costs["ours"]), PLAIN, seconds(costs["plain"]), 1.1, note=note)


def tex_rows(bench: Bench) -> Iterator[Row]:
    """LaTeX is written, and compiles."""
    size = bench.size(1_000)
    ours = bench.sites.ours(size)
    plain = bench.sites.plain(bench.sites.ours(size, details=False))
    sides = {"ours": ours, "plain": plain}
    costs = side_by_side({name: partial(_fresh_tex, site) for name, site in sides.items()}, bench.runs)
    errors = _compile(ours)
    note = f"pdflatex: {errors} errors"
    yield Row("writing .tex", size, seconds(costs["ours"]), PLAIN, seconds(costs["plain"]), 1.05, note=note)
    for site in sides.values():
        site.clean()


def _fresh_tex(site: Site, _run: int) -> Cost:
    return site.build_fresh("latex")


def _compile(site: Site) -> int:
    """The errors of pdflatex."""
    if shutil.which("pdflatex") is None:
        return -1
    [tex] = site.out.glob("*.tex")
    command = ["pdflatex", "-interaction=nonstopmode", tex.name]
    result = subprocess.run(command, cwd=tex.parent, env=ENVIRONMENT, capture_output=True, check=False, timeout=600)
    errors = sum(line.startswith(b"!") for line in result.stdout.splitlines())
    return errors or int(result.returncode != 0)


def unused_rows(bench: Bench) -> Iterator[Row]:
    """The extension is loaded, and no page asks for it."""
    sides = {"ours": bench.sites.empty(OURS, "unused"), "plain": bench.sites.empty(CONF, "empty")}
    costs = side_by_side({name: partial(_fresh, site) for name, site in sides.items()}, bench.runs * 4)
    yield Row("loaded and unused", 0, seconds(costs["ours"]), "empty site", seconds(costs["plain"]), 1.02)


ROWS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "cold": cold_rows,
    "unchanged": unchanged_rows,
    "touched": touched_rows,
    "edited": edited_rows,
    "cache": cache_rows,
    "decoding": decoding_rows,
    "memory": memory_rows,
    "environment": environment_rows,
    "growth": growth_rows,
    "pages": page_rows,
    "tex": tex_rows,
    "unused": unused_rows,
}
