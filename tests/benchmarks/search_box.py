"""How long the box for visitors takes to answer a keystroke over a long list; prints a table.

``python tests/benchmarks/search_box.py [entries] [folder]``; a folder that holds a built list is measured as it is.

*script* is the longest time that the box itself holds the browser for one keystroke, in whichever frame, whose budget
is one frame at 60 Hz: 16.7 ms. *shown* is the time until the browser has drawn the first entries of the answer, which
people feel as immediate below 100 ms, *whole* the time until nothing more changes. The last lines give the time of
the processor, which is nearly the same on a busy machine; the browser collects its garbage when it likes.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tools.chromium import browser_page  # noqa: E402 - the path comes first

QUERY = "sparse networks 2019"
CONF = """
extensions = ["sphinxcontrib_academic"]
html_theme = "furo"
academic_profile = {"name": "Ada Byron"}
"""
PAGE = """
=====
A lab
=====

.. publications::
   :search: keyword, type, year
"""
WORDS = re.findall(
    r"\w+",
    "sparse deep causal spectral Bayesian parallel quantum robust networks graphs kernels lattices proteins galaxies "
    "learning inference scheduling control geometry dynamics of for under with",
)
FAMILIES = re.findall(
    r"\w+", "Byron Noether Gödel Erdős Čech Łukasiewicz Ramanujan Chen García Müller Okafor Tanaka Novák Hopper"
)
TOPICS = [f"{kind} {thing}" for kind in WORDS[:8] for thing in WORDS[8:14]]

_WATCH = """
const timed = (callback) => (...given) => {
  const start = performance.now();
  callback(...given);
  slices.push([performance.now() - start, performance.now()]);
};
const slices = [];
const [later, draw] = [window.setTimeout, window.requestAnimationFrame];
window.setTimeout = (callback, ...rest) => later(timed(callback), ...rest);
window.requestAnimationFrame = (callback) => draw(timed(callback));
window.answer = async (act, rest) => {
  slices.length = 0;
  const start = performance.now();
  timed(act)();
  const shown = await new Promise((done) => draw(() => later(() => done(performance.now() - start))));
  await new Promise((done) => later(done, rest));
  // what comes after a pause is the count and the address
  const own = slices.filter(([, end], index) => index === 0 || end - slices[index - 1][1] < 200);
  return [Math.max(...slices.map(([cost]) => cost)), shown, own.at(-1)[1] - start];
};
"""
_FOCUS = """
(rest) => window.answer(() => document.querySelector(".academic-search-input").focus(), rest)
"""
_TYPE = """
([text, rest]) => window.answer(() => {
  const input = document.querySelector(".academic-search-input");
  input.value = text;
  input.dispatchEvent(new Event("input"));
}, rest)
"""
_BUDGET = 1000 / 60
_REST = 600
"""Milliseconds between two keys, after which a list shows its answer to the end."""


def main(arguments: list[str]) -> int:
    """Build the list unless it is there, and measure it."""
    entries = int(arguments[0]) if arguments else 10_000
    folder = Path(arguments[1]) if len(arguments) > 1 else Path(tempfile.mkdtemp())
    page = folder / "html" / "index.html"
    if not page.exists():
        build(entries, folder)
    size = page.stat().st_size
    print(f"{entries} entries, {size / 1e6:.1f} MB of HTML, {size / entries / 1e3:.2f} kB each")
    measure(page)
    return 0


def build(entries: int, folder: Path) -> None:
    """A page of so many entries that nobody wrote."""
    source = folder / "source"
    source.mkdir(parents=True, exist_ok=True)
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    (source / "index.rst").write_text(PAGE, encoding="utf-8")
    (source / "publications.bib").write_text(bibliography(entries), encoding="utf-8")
    started = time.perf_counter()
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", source, folder / "html"]
    subprocess.run(command, check=True)
    print(f"built in {time.perf_counter() - started:.0f} s")


def bibliography(entries: int) -> str:
    """So many entries, the same ones in every run."""
    chance = random.Random(1)
    return "\n".join(_entry(chance, number) for number in range(entries))


def _entry(chance: random.Random, number: int) -> str:
    title = " ".join(chance.choices(WORDS, k=9)).capitalize()
    authors = " and ".join(
        f"{family}, {family[0]}. {chance.choice('ABCDEF')}." for family in chance.sample(FAMILIES, 5)
    )
    kind, field = chance.choice([("inproceedings", "booktitle"), ("article", "journal")])
    return (
        f"@{kind}{{p{number}, title = {{{title}}}, author = {{Byron, Ada and {authors}}}, "
        f"{field} = {{Journal of {chance.choice(WORDS).title()} Studies}}, year = {chance.randint(1990, 2025)}, "
        f"keywords = {{{', '.join(chance.sample(TOPICS, 2))}}}, doi = {{10.1000/{number}}}}}"
    )


def measure(page: Path) -> None:
    """Type and erase the query in Chromium, and print what each key cost."""
    with browser_page(width=1280, height=900) as tab:
        tab.set_default_timeout(120_000)
        tab.add_init_script(_WATCH)
        tab.goto(page.as_uri(), wait_until="load")
        print(f"{'typed':>22} {'hits':>6} {'script':>11} {'shown':>11} {'whole':>11}")
        figures = []
        browser = tab.context.browser
        assert browser is not None
        _print_row("(the first focus)", "", tab.evaluate(_FOCUS, _REST))
        browser.start_tracing(page=tab, categories=["devtools.timeline", "blink"])
        for text in [*(QUERY[: end + 1] for end in range(len(QUERY))), "", "galaxies", ""]:
            figures.append(tab.evaluate(_TYPE, [text, _REST]))
            _print_row(repr(text), tab.locator("li.academic-item:not([hidden])").count(), figures[-1])
        for name, choose in (("median", statistics.median), ("worst", max)):
            _print_row(name, "", [choose(column) for column in zip(*figures, strict=True)])
        answers, address, garbage = slices(json.loads(browser.stop_tracing())["traceEvents"])
        print(f"{len(figures)} keystrokes; a frame has {_BUDGET:.1f} ms. Time of the processor, at most:")
        print(f"{max(answers):.1f} ms in {len(answers)} pieces, {max(address):.1f} ms where it sets the address,")
        print(f"{max(garbage, default=0):.1f} ms in {len(garbage)} collections of garbage")


def slices(events: list[dict[str, Any]]) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of the processor: pieces of script that answer, those that set the address, and garbage."""
    main_threads = {(event["pid"], event["tid"]) for event in events if event["args"].get("name") == "CrRendererMain"}
    own = [e for e in events if e.get("ph") == "X" and "tdur" in e and (e["pid"], e["tid"]) in main_threads]
    collections = [event for event in own if event["name"] in {"MajorGC", "MinorGC"}]
    moves = [event for event in own if event["name"] == "FrameLoader::updateForSameDocumentNavigation"]
    answers, address = [], []
    for event in own:
        if event["name"] in {"TimerFire", "EventDispatch"}:
            cost = event["tdur"] - sum(inner["tdur"] for inner in _within(event, collections))
            (address if _within(event, moves) else answers).append(cost / 1000)
    return answers, address, [event["tdur"] / 1000 for event in collections]


def _within(event: dict[str, Any], others: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [other for other in others if event["ts"] <= other["ts"] <= event["ts"] + event["dur"]]


def _print_row(name: str, hits: object, figures: Sequence[float]) -> None:
    print(f"{name:>22} {hits:>6}", *(f"{figure:>8.1f} ms" for figure in figures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
