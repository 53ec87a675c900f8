"""The command ``sphinx-academic``: its options, what it says, and how it ends."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sphinxcontrib_academic import __version__
from sphinxcontrib_academic.starter import questions
from sphinxcontrib_academic.starter.answers import (
    PAGES,
    AnswerError,
    Answers,
    read_email,
    read_language,
    read_line,
    read_link,
)
from sphinxcontrib_academic.starter.bibliography import Bibliography, BibliographyError, read_bibliography
from sphinxcontrib_academic.starter.site import site_files
from sphinxcontrib_academic.starter.writing import Written, other_pages, write_files

DONE, INCOMPLETE, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Everything written; something was there before or could not be written; nothing begun; broken off."""

_SHOWN = 5
"""How many remarks of a file are shown."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    parser, new = _parsers()
    options = parser.parse_args(arguments)
    terminal = questions.Terminal(sys.stdin, sys.stdout)
    if options.command is None:
        parser.print_help(sys.stderr)
        return USAGE
    try:
        return _new(options, terminal)
    except BrokenPipeError:  # everything is written; whoever was told, as "head", has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (AnswerError, BibliographyError) as error:
        new.exit(USAGE, f"{new.prog}: error: {error}\n")
    except (KeyboardInterrupt, EOFError):
        terminal.say("\nNothing was written.")
        return INTERRUPTED


def _parsers() -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    parser = argparse.ArgumentParser(
        "sphinx-academic", description="A researcher's homepage, publication list and CV, made with Sphinx."
    )
    parser.add_argument("--version", action="version", version=f"sphinxcontrib-academic {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    new = commands.add_parser(
        "new",
        help="write a small site to begin with",
        description="Write a small site into DIR: a homepage, a list of publications and a CV, ready to go online. "
        "What no option says is asked for, at a terminal; each answer may be empty. No file is ever overwritten.",
        epilog="Exit status: 0, all files are written; 1, some were there before or could not be written, the others "
        "are written; 2, an option is wrong, nothing is written.",
    )
    new.add_argument("folder", metavar="DIR", type=Path, help="where to; made if it is not there")
    new.add_argument("--name", help="your name, as in 'Emmy Noether'; without it, the site is her example")
    new.add_argument("--position", help="what you are, as in 'Ph.D. student in Computer Science'")
    new.add_argument("--affiliation", help="where, as in 'NYU Courant'")
    new.add_argument("--email", help="your address, which no robot finds on the page")
    new.add_argument(
        "--link",
        action="append",
        metavar="RELATION=NAME",
        help="github=janeroe, scholar=AbCdEfGhIjKl, orcid=0000-0002-1825-0097, ..., an address, or "
        "'My course=https://...'; as often as you like",
    )
    new.add_argument("--bib", metavar="FILE", help="your publications; copied as they are to publications.bib")
    new.add_argument("--markdown", action="store_true", help="pages in Markdown (MyST), not in reStructuredText")
    new.add_argument("--language", default="en", help="of the site: en, de, fr, zh_CN, ... (default: en)")
    new.add_argument("--no-input", action="store_true", help="ask nothing; nobody is asked without a terminal, either")
    return parser, new


def _new(options: argparse.Namespace, terminal: questions.Terminal) -> int:
    folder: Path = options.folder
    _check(folder)
    answers = _answers(options, terminal)
    files = site_files(answers)
    _make(folder)
    kept = _other_markup(folder, markdown=answers.markdown)
    result = write_files(folder, {name: content for name, content in files.items() if name not in kept})
    own = {"publications.bib"} if answers.bibliography and _same(answers.bibliography, folder) else set()
    there = [*(name for name in result.kept if name not in own), *kept.values()]
    _tell_bibliography(answers, terminal)
    _tell(folder, result, there, answers.others, terminal)
    return INCOMPLETE if there or result.failed else DONE


def _check(folder: Path) -> None:
    """Say before the first question that a folder cannot be made or filled."""
    try:
        there = next(place for place in (folder, *folder.absolute().parents) if os.path.lexists(place))
        folder.is_dir()
    except OSError as error:
        message = f"{folder} cannot be a folder: {error.strerror}"
        raise AnswerError(message) from error
    if not there.is_dir():
        message = f"{there} is a file, expected a folder or a new name"
        raise AnswerError(message)
    if not os.access(there, os.W_OK | os.X_OK):
        message = f"nothing can be written into {there}, expected a folder of yours"
        raise AnswerError(message)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder {folder} cannot be made: {error.strerror}"
        raise AnswerError(message) from error


def _answers(options: argparse.Namespace, terminal: questions.Terminal) -> Answers:
    """What the options say, all of them checked before the first question; then what is asked for."""
    folder: Path = options.folder
    asks = not options.no_input and sys.stdin.isatty()
    markdown = options.markdown or any((folder / f"{page}.md").exists() for page in PAGES)
    language = read_language(options.language)
    email = read_email(options.email) if options.email is not None else None
    links = [read_link(text, folder) for text in options.link] if options.link is not None else None
    bibliography = read_bibliography(Path(options.bib).expanduser()) if options.bib else None
    said = {key: read_line(getattr(options, key) or "") for key in ("name", "position", "affiliation")}
    if asks:
        terminal.say("A new homepage. Every answer may be empty, and changed later in conf.py.\n")
    if asks and bibliography is None:
        bibliography = questions.ask_bibliography(terminal)
    suggested = bibliography.owner if bibliography else ""
    if asks and options.name is None:
        said["name"] = questions.ask_name(terminal, suggested)
    for key in ("position", "affiliation"):
        if asks and getattr(options, key) is None:
            said[key] = questions.ask_text(terminal, key.capitalize())
    if asks and email is None:
        email = questions.ask_email(terminal)
    if asks and links is None:
        links = questions.ask_links(terminal, folder)
    return Answers(
        name=said["name"] or suggested or ("Your Name" if bibliography else ""),
        position=said["position"],
        affiliation=said["affiliation"],
        email=email or "",
        links=tuple(dict(links or ()).items()),
        bibliography=bibliography,
        markdown=markdown,
        language=language,
        others=other_pages(folder, (".rst", ".md") if markdown else (".rst",)),
    )


def _other_markup(folder: Path, *, markdown: bool) -> dict[str, str]:
    """Pages that are there in the other markup, by the name they would have in this one."""
    ours, other = ("md", "rst") if markdown else ("rst", "md")
    return {f"{page}.{ours}": f"{page}.{other}" for page in PAGES if (folder / f"{page}.{other}").exists()}


def _same(bibliography: Bibliography, folder: Path) -> bool:
    try:
        return bibliography.path.samefile(folder / "publications.bib")
    except OSError:
        return False


def _tell_bibliography(answers: Answers, terminal: questions.Terminal) -> None:
    found = answers.bibliography
    if found is None:
        return
    count = f"{found.publications} publication{'' if found.publications == 1 else 's'}"
    terminal.say(f"{found.path}: {count}.")
    if found.owner and not found.names(answers.name):
        alias = f'"aliases": ["{found.owner}"]'
        terminal.say(
            f"  Nobody in it is called {answers.name}; the most frequent author is {found.owner}. If that is you, "
            f"say so in conf.py: {alias}"
        )
    if found.remarks:
        terminal.say("  All that can be read will be shown; the build will warn of this:")
    for remark in found.remarks[:_SHOWN]:
        terminal.say(f"    {remark}")
    if len(found.remarks) > _SHOWN:
        terminal.say(f"    and {len(found.remarks) - _SHOWN} more")


def _tell(
    folder: Path, result: Written, kept: Sequence[str], others: Sequence[str], terminal: questions.Terminal
) -> None:
    errors = questions.Terminal(terminal.input, sys.stderr)
    if result.written:
        terminal.say(f"Written into {folder}{os.sep}:")
        for name in result.written:
            terminal.say(f"  {name}")
    for name in kept:
        errors.say(f"kept, it was there before: {folder / name}")
    for name, reason in result.failed:
        errors.say(f"could not be written: {folder / name} ({reason})")
    if result.written:
        for advice in _advice(folder, kept, others if "conf.py" in result.written else ()):
            terminal.say(advice)
        page, pdf = Path("_build", "html", "index.html"), Path("_build", "latex", "cv.pdf")
        terminal.say(_NEXT.format(enter=_enter(folder), page=page, pdf=pdf))


def _advice(folder: Path, kept: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    """What the files that were there before must say for the new ones to be seen, and which are not seen themselves."""
    if others:
        yield f"\nNo pages of the site, because exclude_patterns in conf.py says so: {', '.join(others)}."
    for name in kept:
        text = (folder / name).read_text("utf-8", errors="replace") if (folder / name).is_file() else ""
        if name == "conf.py" and "sphinxcontrib_academic" not in text:
            yield (
                '\nIn your conf.py, add "sphinxcontrib_academic" to extensions, academic_profile = {"name": ...} and\n'
                'academic_bibfiles = ["publications.bib", "career.yaml"].'
            )
        missing = [page for page in PAGES[1:] if page not in text]
        if name.startswith("index.") and missing:
            yield f"\nIn your {name}, add {' and '.join(missing)} to the toctree."


def _enter(folder: Path) -> str:
    """The line that changes to the folder; none where one is there."""
    if folder == Path():
        return ""
    place = shlex.quote(str(folder)) if os.name == "posix" else f'"{folder}"'
    return f"\n  cd {place}"


_NEXT = """
Next:{enter}
  python -m pip install -r requirements.txt
  sphinx-build -M html . _build         the homepage: open {page}
  sphinx-build -M latexpdf . _build     the CV, with TeX: {pdf}

While you write, with sphinx-autobuild installed:
  sphinx-autobuild . _build/html --ignore "*/_build/*" --ignore "*/.git/*" --ignore "*/.venv/*" --open-browser
"""
