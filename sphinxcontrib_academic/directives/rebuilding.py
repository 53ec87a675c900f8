"""Which pages are read again and which are written again, after whatever was edited.

A page is read again when a question that it asked of the data has another answer. It is written again when
something that it shows or refers to says something else. Nothing is done where nothing has changed, and nothing at
all where no page has anything of ours.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_academic.directives.query import asked_again, key_answer
from sphinxcontrib_academic.domain import domain_of
from sphinxcontrib_academic.glance import icon_stamp, seen, written_of
from sphinxcontrib_academic.nodes import academic_logo, academic_photo
from sphinxcontrib_academic.reporting import report
from sphinxcontrib_academic.values import VALUES
from sphinxcontrib_academic.written import Written, summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinxcontrib_academic.domain import AcademicDomain
    from sphinxcontrib_academic.model.entries import Entry


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> Iterable[str]:
    """The pages whose questions have other answers than before."""
    domain = domain_of(env)
    domain.renew()
    users = domain.data["users"]
    if not users:
        return []
    domain.written = written = written_of(app)
    settings = settings_of(domain)
    if written.is_unfinished or domain.data["stamps"].get("settings") != settings:
        return [name for name in users if name not in removed]
    known = added | changed | removed
    asked = {name: rows for name, rows in domain.data["asked"].items() if name not in known}
    stamp = stamp_of_all(domain)
    if domain.data["stamps"].get("data") == stamp or written.checked == f"{domain.data['stamps'].get('data')} {stamp}":
        # files that came or went are no part of the stamp
        asked = {name: [row for row in rows if row[0] == "file"] for name, rows in asked.items()}
    return [name for name, rows in asked.items() if any(_answer(domain, name, *row[:2]) != row[2] for row in rows)]


def stamp_of_all(domain: AcademicDomain) -> str:
    """What all answers are made of: data files and metrics; nothing is read where no page needs them."""
    if not domain.data["readers"]:
        return ""
    metrics = domain.metrics[0]
    return f"{domain.stamp} {summary(metrics.by_name, metrics.totals).hex()}"


def settings_of(domain: AcademicDomain) -> str:
    """What was read from ``conf.py`` and which version of ours it was read by, but for what one output alone reads."""
    values = [getattr(domain.env.config, value.name) for value in VALUES if value.read]
    icons = icon_stamp(domain.env.config, Path(domain.env.srcdir))
    return summary(domain.version, values, domain.env.config.language, repr(icons)).hex()


def _answer(domain: AcademicDomain, docname: str, kind: str, question: Any) -> Any:
    match kind:
        case "list":
            return asked_again(domain, docname, question)
        case "key":
            return key_answer(domain, *question)
        case "mention":
            work = domain.library.find(question)
            return work.key if work is not None else question.strip()
        case "work":
            return domain.file_digest(question)
        case "timeline":
            from sphinxcontrib_academic.directives.timeline import chosen_entries, entries_answer  # noqa: PLC0415

            return entries_answer(chosen_entries(domain, question[0], question[1])[: question[2]])
        case "number":
            return domain.number(question, docname)
        case _:
            return (domain.env.srcdir / question).is_file()


def prepare(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Read the data files before Sphinx divides the pages among processes, so that each need not do it."""
    domain = domain_of(env)
    if docnames and domain.written is not None:
        domain.written.begin()
    if app.parallel > 1 and len(docnames) > 1 and domain.files:
        _ = domain.library


def changed_pages(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """The pages that say something else than the output says."""
    domain = domain_of(env)
    if not domain.data["users"] and not domain.changed:
        return []
    stamps, settings, stamp = domain.data["stamps"], settings_of(domain), stamp_of_all(domain)
    written = domain.written = domain.written or written_of(app)
    for path in {path for paths in domain.data["watched"].values() for path in paths}:
        written.file(env.srcdir, path)
    files = sorted(written.files.items())
    if not domain.changed and written.made_of == _made_of(domain, files) and not written.is_unfinished:
        return []
    _report(domain, stamp)
    domain.settle()
    domain.note_objects()
    pages = {name: page_summary(domain, written, name, settings) for name in domain.data["users"]}
    stale = [name for name, found in pages.items() if written.pages.get(name) != found]
    if written.is_unfinished:
        stale = list(env.all_docs)
    if stale or domain.changed:
        # another output must hear of what pages say since this build
        stamps["pages"] = summary(sorted(pages.items())).hex()
    written.made_of, written.pages = _made_of(domain, files), pages
    # where no page is written, the environment is not either, and stays as it was
    if stale or domain.changed:
        stamps |= {"settings": settings, "data": stamp, "said": stamp}
    written.checked = f"{stamps.get('data')} {stamp}"
    domain.unsaved = True
    return sorted(stale)


def _made_of(domain: AcademicDomain, files: Sequence[Any]) -> str:
    stamps = domain.data["stamps"]
    return summary(settings_of(domain), stamp_of_all(domain), stamps.get("pages"), files).hex()


def _report(domain: AcademicDomain, stamp: str) -> None:
    """What is wrong with the data files is said once for what they hold."""
    stamps = domain.data["stamps"]
    if not domain.data["readers"] or stamps.get("said") == stamp:
        return
    for problem in (*domain.library.problems, *domain.metrics[1]):
        report(problem)


def page_summary(domain: AcademicDomain, written: Written, docname: str, settings: str) -> bytes:
    """What tells what a page says from what it could say otherwise."""
    data = domain.data
    keys = {key for shown, _ in data["shown"].get(docname, ()) for key in shown}
    keys.update(key for shown in data["settled"].get(docname, {}).values() for key in shown)
    mentioned = sorted(set(data["mentioned"].get(docname, ())))
    keys.update(mentioned)
    entries = {entry.key: entry for entry in domain.library.entries} if docname in data["entries"] else {}
    return summary(
        settings,
        data["asked"].get(docname),
        [(key, domain.digest(key, docname)) for key in sorted(keys)],
        [domain.home(key, docname) for key in mentioned],
        data["settled"].get(docname),
        [_entry_summary(entries.get(key)) for key in data["entries"].get(docname, ())],
        [written.file(domain.env.srcdir, path) for path in data["watched"].get(docname, ())],
    )


def _entry_summary(entry: Entry | None) -> Any:
    return (entry.kind, entry.when, entry.when_text, entry.texts) if entry is not None else None


def begin(_app: Sphinx, builder: Builder) -> None:
    """Pages are about to be written."""
    domain = domain_of(builder.env)
    if domain.unsaved and domain.written is not None:
        domain.written.begin()


def finish(app: Sphinx, error: Exception | None) -> None:
    """Keep what was written, once everything is."""
    domain = domain_of(app.env) if app.env is not None else None
    if error is not None or domain is None or domain.written is None:
        return
    now = seen(app)
    if domain.unsaved or domain.written.seen != now:
        domain.written.keep_files(path for paths in domain.data["watched"].values() for path in paths)
        domain.written.seen = now
        domain.written.save()
        domain.unsaved = False
    domain.written.end()


def forget_dates(app: Sphinx, doctree: nodes.document) -> None:
    """Portraits and logos are told apart by what they show, not by when they were changed."""
    env = app.env
    domain, docname = domain_of(env), env.docname
    if docname not in domain.data["users"]:
        return
    ours: set[str] = set()
    others: set[str] = set()
    for image in doctree.findall(nodes.image):
        candidates: dict[str, str] = image.get("candidates", {})
        paths = {path for path in candidates.values() if "://" not in path}
        (ours if isinstance(image, (academic_logo, academic_photo)) else others).update(paths)
    for path in sorted(ours):
        domain.note_asked(docname, "file", path, (env.srcdir / path).is_file())
        domain.note_watched(docname, path)
        if path not in others:
            env.dependencies[docname] -= {path, env.srcdir / path}
