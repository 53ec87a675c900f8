"""Questions for whoever sits at a terminal: few, each with what happens if it is left empty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TextIO, TypeVar

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.starter.answers import AnswerError, read_email, read_line, read_link
from sphinxcontrib_academic.starter.bibliography import Bibliography, BibliographyError, read_bibliography

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where questions go and answers come from."""

    input: TextIO
    output: TextIO

    def ask(self, question: str, read: Callable[[str], _T]) -> _T:
        """The answer as it is understood; one that cannot be right is asked for again."""
        while True:
            self.say(f"{question}: ", end="")
            line = self.input.readline()
            if not line:
                raise EOFError
            try:
                return read(line.strip())
            except (AnswerError, BibliographyError) as error:
                self.say(f"  {error}")

    def say(self, text: str, end: str = "\n") -> None:
        """Show a line, also on terminals that lack some of its signs."""
        encoding = self.output.encoding or "utf-8"
        self.output.write(text.encode(encoding, "replace").decode(encoding) + end)
        self.output.flush()


def ask_bibliography(terminal: Terminal) -> Bibliography | None:
    """The file of publications, if there is one."""
    question = "Your publications, a .bib file (empty: an example)"
    return terminal.ask(
        question, lambda line: read_bibliography(Path(line.strip("'\"")).expanduser()) if line else None
    )


def ask_name(terminal: Terminal, suggested: str) -> str:
    """The owner's name; empty for the example's, unless a file suggests one."""
    hint = f"[{suggested}]" if suggested else "(empty: the example of Emmy Noether)"
    return terminal.ask(f"Your name {hint}", read_line) or suggested


def ask_text(terminal: Terminal, what: str) -> str:
    """A line of text."""
    return terminal.ask(f"{what} (empty: none)", read_line)


def ask_email(terminal: Terminal) -> str:
    """An address of e-mail."""
    return terminal.ask("E-mail address, which robots will not find (empty: none)", read_email)


def ask_links(terminal: Terminal, folder: Path) -> list[tuple[str, str]]:
    """Links, one to a line, until an empty one."""
    terminal.say("Links, one to a line, such as github=janeroe, scholar=AbCdEfGhIjKl or an address (empty: done)")
    links: list[tuple[str, str]] = []
    while link := terminal.ask("  Link", lambda line: read_link(line, folder) if line else None):
        links.append(link)
    return links
