"""What a link of an author names: an address, a file beside the sources, a page, or a file that is built."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from docutils import nodes
from sphinx import addnodes

from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.model.classes import replace
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.render.details import preview_paths
from sphinxcontrib_academic.render.parts import link_node, relation_label
from sphinxcontrib_academic.reporting import did_you_mean, report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_academic.model.problems import Location
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting


def is_address(target: str) -> bool:
    """True for a URL, false for a path."""
    return "://" in target or target.startswith(("mailto:", "tel:", "#"))


def note_file(env: BuildEnvironment, target: str, location: Location) -> str:
    """Have a file beside the sources copied to the site: its name there; a missing one is reported."""
    domain, is_there = domain_of(env), (env.srcdir / target).is_file()
    domain.note_asked(env.docname, "file", target, is_there)
    if is_there:
        domain.note_watched(env.docname, target)
        return str(env.dlfiles.add_file(env.docname, target))
    if _is_built(env, target):
        return ""
    reported = domain.missing_files
    if target in reported:
        return ""
    reported.add(target)
    folder = (env.srcdir / target).parent
    beside = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    hint = did_you_mean(PurePosixPath(target).name, beside)
    report(Problem(Code.MISSING_FILE, f"the file {target!r} is not in the source folder{hint}", location))
    return ""


def note_files(env: BuildEnvironment, work: Work) -> None:
    """The same for all files that a work leads to."""
    for link in work.links:
        if not is_address(link.target):
            note_file(env, link.target, work.location)


def note_preview(env: BuildEnvironment, work: Work) -> None:
    """Have the image of a work copied to the site; one that is named and missing is reported."""
    folders = domain_of(env).setting.preview_folders
    for path in preview_paths(work, folders):
        if (env.srcdir / path).is_file():
            domain_of(env).note_watched(env.docname, path)
            env.images.add_file(env.docname, path)
            return
    named = work.field("preview").strip().strip("{}")
    for path in preview_paths(work, folders) if named else ():
        domain_of(env).note_asked(env.docname, "file", path, answer=False)
    reported = domain_of(env).missing_files
    if named and named not in reported:
        reported.add(named)
        beside = [path.name for folder in ("", *folders) for path in (env.srcdir / folder).glob("*") if path.is_file()]
        hint = did_you_mean(PurePosixPath(named).name, beside)
        message = f"the image {named!r} is not in the source folder{hint}"
        report(Problem(Code.MISSING_FILE, message, work.location))


def target_node(
    env: BuildEnvironment, relation: str, target: str, setting: Setting, location: Location
) -> nodes.Element:
    """A link to what ``target`` names."""
    if is_address(target):
        return link_node(relation, target, setting)
    page = target.removesuffix(".html").removesuffix(".rst").removesuffix(".md").lstrip("/")
    if page in env.found_docs and not target.endswith(".pdf"):
        return _page_node(env, relation, page, setting)
    name = note_file(env, target, location)
    published = "" if name else _published(env, target)
    if published:
        return link_node(relation, published, setting)
    return link_node(relation, target, replace(setting, files={target: name} if name else {}))


def _page_node(env: BuildEnvironment, relation: str, page: str, setting: Setting) -> nodes.Element:
    row = setting.relations.row(relation)
    words = nodes.inline("", relation_label(row, setting) if row else relation, classes=["academic-link"])
    return addnodes.pending_xref(
        "",
        words,
        refdomain="std",
        reftype="doc",
        reftarget=f"/{page}",
        refdoc=env.docname,
        refexplicit=True,
        refwarn=True,
        classes=["academic-link", f"academic-link-{row.key if row else 'custom'}"],
    )


def _published(env: BuildEnvironment, target: str) -> str:
    """Where Read the Docs has the PDF that it builds, or nothing: it copies none beside the pages."""
    if os.environ.get("READTHEDOCS") != "True" or not _is_built(env, target):
        return ""
    language = os.environ.get("READTHEDOCS_LANGUAGE", "en")
    # of a pull request, no PDF is made
    is_proposed = os.environ.get("READTHEDOCS_VERSION_TYPE") == "external"
    version = "latest" if is_proposed else os.environ.get("READTHEDOCS_VERSION", "latest")
    return urljoin(os.environ.get("READTHEDOCS_CANONICAL_URL", ""), f"/_/downloads/{language}/{version}/pdf/")


def _is_built(env: BuildEnvironment, target: str) -> bool:
    """True for a PDF that the LaTeX builder makes of this site."""
    names = {PurePosixPath(str(document[1])).stem for document in _latex_documents(env)}
    return target.endswith(".pdf") and PurePosixPath(target).stem in names


def _latex_documents(env: BuildEnvironment) -> Iterable[tuple[str, ...]]:
    return env.config.latex_documents or ()
