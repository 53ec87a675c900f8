"""How long builds take, beside the same text in plain reST and beside sphinxcontrib-bibtex; prints a table.

``python tests/benchmarks/builds.py [--rows cold,unchanged] [--quick] [--most N] [--runs N] [--format rest|markdown]``;
the whole table takes about an hour. Each figure is the processor's time of a whole build with the theme furo, the
median of runs that were made in turn.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.rows import ROWS, Bench, Row  # noqa: E402 - the path comes first
from tests.benchmarks.sites import Sites  # noqa: E402

HEAD = ("What", "Entries", "Ours", "Beside", "Theirs", "Ratio", "Goal")
WIDTHS = (40, 8, 10, 21, 10, 9, 9)
PACKAGES = ("Sphinx", "docutils", "furo", "pybtex", "sphinxcontrib-bibtex")


def main(arguments: list[str]) -> int:
    """Print the table; fails where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", default=",".join(ROWS), help=f"some of {', '.join(ROWS)}")
    parser.add_argument("--runs", type=int, default=5, help="how often a site of 1,000 entries is built")
    parser.add_argument("--quick", action="store_true", help="a tenth of the entries, one run: a look, no measure")
    parser.add_argument("--most", type=int, default=10_000, help="leave larger sites out")
    parser.add_argument("--no-peer", action="store_true", help="leave sphinxcontrib-bibtex out")
    parser.add_argument("--format", choices=("rest", "markdown"), default="rest")
    parser.add_argument("--folder", type=Path, help="where the sites are made, to be used again")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        scale, runs = (0.1, 1) if options.quick else (1.0, options.runs)
        bench = Bench(Sites(options.folder or Path(folder)), runs, scale, options.most, not options.no_peer)
        missed = 0
        for line, row in table(options.rows.split(","), bench, options.format):
            print(line, flush=True)
            missed += row is not None and not row.is_met
    print(f"\n{versions()}")
    return int(missed > 0)


def table(names: Iterable[str], bench: Bench, style: str) -> Iterator[tuple[str, Row | None]]:
    """The lines, each as soon as it is known."""
    rule = " ".join("=" * width for width in WIDTHS)
    if style == "rest":
        yield from ((line, None) for line in (rule, _aligned(HEAD, " "), rule))
    else:
        yield from ((line, None) for line in (_aligned(HEAD, "|"), _aligned(["-" * width for width in WIDTHS], "|")))
    for name in names:
        for row in ROWS[name](bench):
            yield _aligned(cells(row), " " if style == "rest" else "|"), row
    if style == "rest":
        yield rule, None


def cells(row: Row) -> tuple[str, ...]:
    """What a line of the table says."""
    what = f"{row.what} ({row.note})" if row.note else row.what
    sign, relation = ("×", "≥") if row.is_speed else ("", "≤")
    goal = f"{relation} {row.goal:g}{sign}"
    theirs = f"{row.theirs:,.0f}" if row.unit == "kB" else _figure(row.theirs, row.unit)
    ratio = f"{row.ratio:.{0 if row.is_speed else 2}f}{sign}"
    return (
        what,
        f"{row.entries:,}" if row.entries else "–",
        _figure(row.ours, row.unit),
        row.beside,
        theirs,
        ratio,
        goal,
    )


def _figure(value: float, unit: str) -> str:
    if unit == "s" and value < 0.1:
        return f"{value * 1e3:.1f} ms"
    return f"{value:.0f} {unit}" if unit in {"MB", "kB"} else f"{value:.2f} {unit}"


def versions() -> str:
    """What was measured with."""
    packages = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)
    return f"Python {platform.python_version()}, {packages}"


def _aligned(texts: Iterable[str], between: str) -> str:
    padded = [text.ljust(width) for text, width in zip(texts, WIDTHS, strict=True)]
    return " ".join(padded).rstrip() if between == " " else f"| {' | '.join(padded)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
