"""Measure with Lighthouse what ``sphinx-academic new`` writes and the homepage of every example.

``npm install -g lighthouse`` and ``python tools/lighthouse.py [starter] [example …]``; without a word, all of them. The
environment variable ``LIGHTHOUSE`` names the program where it is elsewhere. It needs Chromium. The pages come from a
server on loopback that neither compresses nor caches: hosts that do are faster. A page with a score below its bound is
measured twice more, and the middle one counts, since whatever else the machine does is counted in. It prints a table of
the scores, on a desktop and on a telephone, then every audit that is not perfect, and ends with an error where a score
is below its bound. The whole reports are in ``build/lighthouse``.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from chromium import program

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
BUILT = ROOT / "build" / "lighthouse"
STARTER = "starter"
PAGES = ("index.html", "cv.html")
"""The first of them that a site has is measured."""
BOUNDS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
SCREENS = {"desktop": ["--preset=desktop"], "mobile": []}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""


def main(chosen: list[str]) -> int:
    """Build, serve, measure; 1 where a score is below its bound."""
    names = sorted(str(path.parent.relative_to(EXAMPLES)) for path in EXAMPLES.glob("**/conf.py"))
    sites = {name: build(name) for name in chosen or [STARTER, *names]}
    found: dict[tuple[str, str], dict[str, Any]] = {}
    with served(BUILT) as address:
        for name, folder in sites.items():
            for screen in SCREENS:
                page = next(page for page in PAGES if (folder / page).is_file())
                report = measure_fairly(f"{address}/{folder.relative_to(BUILT)}/{page}", screen)
                (folder.parent / f"{screen}.json").write_text(json.dumps(report), encoding="utf-8")
                found[name, screen] = report
    width = max(map(len, sites))
    print(f"{'':{width}} {'':7} {' '.join(BOUNDS)}")
    for (name, screen), report in found.items():
        cells = [f"{score:{len(category)}}" for category, score in scores(report).items()]
        print(f"{name:{width}} {screen:7} {' '.join(cells)}")
    for (name, screen), report in found.items():
        for line in failures(report):
            print(f"{name} {screen}: {line}")
    return int(any(map(lacks, found.values())))


def build(name: str) -> Path:
    """The folder of a site's pages."""
    source, target = EXAMPLES / name, BUILT / name / "html"
    if name == STARTER:
        source = BUILT / name / "source"
        if not source.is_dir():
            run("sphinxcontrib_academic", "new", source, "--no-input")
    run("sphinx", "-q", "-n", "-W", "-b", "html", source, target)
    return target


def run(module: str, *arguments: str | Path) -> None:
    """Run a module as a program."""
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, stdout=subprocess.DEVNULL)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def measure_fairly(address: str, screen: str) -> dict[str, Any]:
    """The report of a page; the middle one of three where the first is not good enough."""
    reports = [measure(address, screen)]
    if lacks(reports[0]):
        reports += [measure(address, screen) for _ in range(2)]
    return sorted(reports, key=lambda report: scores(report)["performance"])[len(reports) // 2]


def measure(address: str, screen: str) -> dict[str, Any]:
    """What Lighthouse reports of a page."""
    command = [os.environ.get("LIGHTHOUSE", "lighthouse"), address, "--output=json", "--quiet", *SCREENS[screen]]
    command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(BOUNDS)}"]
    environment = {**os.environ, "CHROME_PATH": program() or ""}
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Of 100, by category."""
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in BOUNDS}


def lacks(report: dict[str, Any]) -> int:
    """How many scores are below their bounds."""
    return sum(score < BOUNDS[category] for category, score in scores(report).items())


def failures(report: dict[str, Any]) -> Iterator[str]:
    """Every audit that counts and is not perfect, with what it found."""
    for category in BOUNDS:
        for reference in report["categories"][category]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category}: {audit['id']} {audit['score']}: {audit.get('displayValue') or audit['title']}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
