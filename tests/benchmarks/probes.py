"""What is measured inside of one process: the cache beside pybtex's parser, and our reader of TeX beside pybtex's.

``python tests/benchmarks/probes.py cache SOURCE DOCTREES`` or ``… decoding FILE`` prints the seconds of each side.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOWN = ("title", "booktitle", "journal", "publisher", "abstract")


def probe(*arguments: str) -> dict[str, float]:
    """The figures of a probe in a process of its own."""
    command = [sys.executable, str(Path(__file__)), *arguments]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(result.stdout)
    return figures


def library(source: str, doctrees: str) -> dict[str, float]:
    """One load of everything that the data files hold, as a build does it when the cache is warm."""
    from sphinx.application import Sphinx

    from sphinxcontrib_academic.domain import domain_of

    app = Sphinx(source, source, f"{doctrees}/../probe-out", doctrees, "html", status=None, warning=None)
    domain = domain_of(app.env)
    gc.collect()
    started = time.process_time()
    found = domain.library
    _ = [found.find(key) for key in found.keys]
    return {"seconds": time.process_time() - started, "entries": len(found.keys)}


def parse(path: str) -> dict[str, float]:
    """One parse by pybtex, its modules imported."""
    from pybtex.database import parse_string

    text = Path(path).read_text(encoding="utf-8")
    parse_string(text[: text.index("\n@", 1)], "bibtex")
    gc.collect()
    started = time.process_time()
    found = parse_string(text, "bibtex")
    return {"seconds": time.process_time() - started, "entries": len(found.entries)}


def decoding(path: str) -> dict[str, float]:
    """The values that pages show, decoded by us and by ``Text.from_latex``: seconds, and how many are the same."""
    from pybtex.database import parse_file
    from pybtex.richtext import Text

    from sphinxcontrib_academic.model.problems import Location
    from sphinxcontrib_academic.readers.tex import read_text

    entries = parse_file(path, "bibtex").entries.values()
    values = [entry.fields[name] for entry in entries for name in SHOWN if name in entry.fields]
    place = Location("papers.bib", 1)
    ours: Callable[[str], object] = lambda value: read_text(value, place)  # noqa: E731
    theirs: Callable[[str], object] = Text.from_latex
    for decode in (ours, theirs):
        decode(r"na{\"\i}ve $x$")
    times = {"ours": [], "theirs": []}
    for decode, found in [(ours, times["ours"]), (theirs, times["theirs"])] * 3:
        found.append(_seconds(decode, values))
    same = sum(read_text(value, place)[0].plain == str(Text.from_latex(value)) for value in values)
    figures = {name: statistics.median(found) for name, found in times.items()}
    return {**figures, "values": len(values), "same": same}


def _seconds(decode: Callable[[str], object], values: list[str]) -> float:
    gc.collect()
    started = time.process_time()
    for value in values:
        decode(value)
    return time.process_time() - started


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PROBES: dict[str, Callable[..., dict[str, float]]] = {"library": library, "parse": parse, "decoding": decoding}
    print(json.dumps(PROBES[sys.argv[1]](*sys.argv[2:])))
