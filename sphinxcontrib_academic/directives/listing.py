"""What the directives for publications share: the place that is filled later, linked files, a file to download."""

from __future__ import annotations

import re
from itertools import chain, count
from typing import TYPE_CHECKING

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.kinds.links import link_relation
from sphinxcontrib_academic.later import load
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.reporting import report

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_academic.directives.base import AcademicDirective
    from sphinxcontrib_academic.layouts import Layout
    from sphinxcontrib_academic.model.works import Work


def pending_node(thing: str, keys: Sequence[str], layout: str, **options: str | bool) -> academic.academic_pending:
    """The place of a thing, with the keys of what it will show."""
    return academic.academic_pending("", thing=thing, keys=list(keys), layout=layout, **options)


def note_links(env: BuildEnvironment, works: Iterable[Work], layout: Layout | None = None) -> None:
    """Have the files that these works name copied to the site, and the images that the layout shows."""
    works = list(works)
    for work in works:
        if work.files:
            load("directives.targets:note_files")(env, work)
    if layout is None:
        return
    if "preview" in layout.parts:
        for work in works:
            load("directives.targets:note_preview")(env, work)
    if any(slot.part == "title" and "link" in slot.modifiers for slot in layout.slots):
        for work in works:
            _check_title(env, work)


def _check_title(env: BuildEnvironment, work: Work) -> None:
    """A field that should say where the title leads, and says nothing."""
    for name, value in work.source:
        reported = domain_of(env).missing_files
        if not value and link_relation(name) is not None and f"{work.key}.{name}" not in reported:
            reported.add(f"{work.key}.{name}")
            message = f"the title of {work.key!r} is to be a link, but {name!r} is empty, expected an address"
            report(Problem(Code.EMPTY_LINK, message, work.location))


def author_options(directive: AcademicDirective) -> dict[str, str | bool]:
    """How many authors a list shows at once, where it says so."""
    value = str(directive.options.get("max-authors", "")).strip()
    if not value or value == "all":
        return {"max_authors": "0"} if value else {}
    if value.isascii() and value.isdigit():
        return {"max_authors": value}
    message = f":max-authors: is {value!r}, expected a number such as 5, or all"
    directive.complain(Code.UNKNOWN_VALUE, message)
    return {}


def download_places(directive: AcademicDirective, works: Sequence[Work], series: str) -> list[nodes.Element]:
    """The link to all works of a list as one BibTeX file, where ``:download:`` asks for it."""
    if "download" not in directive.options:
        return []
    env = directive.env
    name = str(directive.options["download"] or "").strip()
    files = domain_of(env).data["downloads"].setdefault(env.docname, {})
    filename = _file_name(f"{env.docname}/{name}" if name else env.docname, files)
    files[filename] = (series, [work.key for work in works])
    row = {"filename": filename, "series": series, "translatable": False, "classes": ["academic-download"]}
    return [academic.academic_download("", "", **row)]


def _file_name(name: str, taken: Container[str]) -> str:
    """A path that climbs nowhere, ends in ``.bib``, and is not taken."""
    parts = [part for part in re.split(r"[/\\]+", name.removesuffix(".bib")) if part.strip(". ")]
    stem = "/".join(re.sub(r"[^\w.-]+", "-", part) for part in parts) or "publications"
    numbers = (f"{stem}-{number}.bib" for number in count(2))
    return next(path for path in chain([f"{stem}.bib"], numbers) if path not in taken)
