"""What is wrong with pages and data files that reading them does not tell: wrong encodings, wrong identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.model.problems import Code, Location, Problem
from sphinxcontrib_academic.readers.identifiers import identifier_problems
from sphinxcontrib_academic.readers.mojibake import find_mojibake
from sphinxcontrib_academic.reporting import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup_sources(app: Sphinx) -> None:
    """Look at pages and data files when they are read."""
    app.connect("source-read", check_page)
    app.connect("env-before-read-docs", check_data_files)


def check_page(app: Sphinx, docname: str, content: list[str]) -> None:
    """A page as it is read."""
    _check(content[0], str(app.env.doc2path(docname)))


def check_data_files(_app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """The data files, in a build that reads pages."""
    for path in domain_of(env).files if docnames else ():
        file = env.srcdir / path
        if file.is_file():
            _check(file.read_bytes().decode("utf-8", "replace"), path)
    for work in domain_of(env).library.works if docnames else ():
        for problem in identifier_problems(work):
            report(problem)


def _check(text: str, path: str) -> None:
    """One problem for each line."""
    said = set()
    for place in find_mojibake(text):
        if place.line in said:
            continue
        said.add(place.line)
        message = f"{place.found!r} is {place.meant!r} that was once read as {place.encoding}, expected UTF-8"
        report(Problem(Code.ENCODING, message, Location(path, place.line)))
