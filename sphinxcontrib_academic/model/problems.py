"""What can be wrong with the input: one enum of codes, and a problem as a value."""

from __future__ import annotations

from enum import Enum
from typing import Self

from sphinxcontrib_academic.model.classes import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file: the path as the user knows it, the line counted from 1."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


class Code(Enum):
    """Every kind of problem that is reported, with the sentence, example and mend of its documentation.

    The value is what stands in ``suppress_warnings`` after ``academic.``.
    """

    meaning: str
    example: str
    mend: str

    def __new__(cls, value: str, meaning: str, example: str, mend: str) -> Self:
        member = object.__new__(cls)
        member._value_ = value
        member.meaning, member.example, member.mend = meaning, example, mend
        return member

    # files and their syntax
    MISSING_FILE = (
        "missing_file",
        "A file that the configuration, a directive or an entry names is not there.",
        'academic_bibfiles = ["publicatoins.bib"]',
        "Correct the name; paths are relative to the folder of `conf.py`.",
    )
    UNREADABLE_FILE = (
        "unreadable_file",
        "A data file holds something else than data: a web page, a pointer to a large file, binary content.",
        "<!DOCTYPE html> in publications.bib",
        "Download the file again, as text.",
    )
    ENCODING = (
        "encoding",
        "A file is not in the encoding that it should be in, or was once saved in another one.",
        "% Encoding: UTF-8 above text in Windows-1252",
        "Save the file as UTF-8.",
    )
    SYNTAX = (
        "syntax",
        "An entry breaks the rules of its format; what could be read of it is shown.",
        "@article{key, title = {On Things} year = {2020}}",
        "Add the comma, brace or quote that is missing at the given line.",
    )
    DUPLICATE_KEY = (
        "duplicate_key",
        "Two entries have the same key; the first one counts.",
        "@article{x, …} @book{x, …}",
        "Rename or remove one of them.",
    )
    DUPLICATE_FIELD = (
        "duplicate_field",
        "An entry has the same field twice; the first one counts.",
        "@article{x, year = 2020, year = 2021}",
        "Remove one of them.",
    )
    MISSING_KEY = (
        "missing_key",
        "An entry has no key; it is shown in lists but cannot be named.",
        "@article{, title = {On Things}}",
        "Give it a key.",
    )
    UNDEFINED_MACRO = (
        "undefined_macro",
        "A value names a @string that no data file defines; the word itself is shown.",
        "journal = jmlr",
        "Define the @string, or put the value in braces.",
    )
    CROSSREF = (
        "crossref",
        "An entry inherits from one that is missing, from itself, or through too many others.",
        "crossref = {nowhere}",
        "Correct the key in `crossref`, `xref` or `xdata`.",
    )
    LIMIT = (
        "limit",
        "Something is larger than any honest input and was cut short to keep the build alive.",
        "a @string that doubles itself forty times",
        "Split or correct the value.",
    )

    # values
    DATE = (
        "date",
        "A date cannot be read; it is shown as it is written.",
        "July 2022--Augist 2024",
        "Write it as 2024, 2024-08, Aug 2024, 08.2024 or 2022-07/2024-08.",
    )
    NAME = (
        "name",
        "A list of names is not separated as BibTeX asks; it was read as it is meant, or kept as one name.",
        "author = {Jane Roe & John Doe}",
        "Write the word `and` between names.",
    )
    TEX = (
        "tex",
        "A TeX command is not known; its argument is shown.",
        r"title = {On \mycommand{Things}}",
        "Write the text without the command.",
    )
    UNSAFE = (
        "unsafe",
        "Something that could run code, or reach outside of the project, was taken out.",
        "url = {javascript:alert(1)}",
        "Remove it.",
    )
    ANNOTATION = (
        "annotation",
        "A data annotation cannot be read, or names a person who is not in the list.",
        "author+an = {9=equal}",
        "Write `position=role`, separated by semicolons.",
    )

    # pages
    UNKNOWN_KEY = (
        "unknown_key",
        "A page names a publication that no data file holds.",
        ".. publication:: zaho2025",
        "Correct the key; the message names the nearest one.",
    )
    UNKNOWN_KIND = (
        "unknown_kind",
        "A timeline of a kind that is not known; it is shown all the same.",
        ".. timeline:: eduction",
        "Use one of the kinds; the message names the nearest one.",
    )
    UNKNOWN_VALUE = (
        "unknown_value",
        "An option or a configuration value has a value, or a name, that is not known; it is ignored.",
        ":type: artcle",
        "Use one of the values that the message names.",
    )
    FILTER = (
        "filter",
        "A filter cannot be read, and the list is shown without it; or it names what no publication has.",
        ':filter: year > 2020 and tpye == "article"',
        "Correct the expression; the message says what was found, and names the nearest word.",
    )
    ENTRY = (
        "entry",
        "A piece of a directive's body is not written in a form that it can read; it is shown as it stands.",
        "a table in the body of `.. timeline::`",
        "Write a definition list, a field list, or one line for each entry.",
    )
    NO_PROFILE = (
        "no_profile",
        "A profile is to be shown, but `academic_profile` has no name.",
        ".. profile:: without academic_profile in conf.py",
        "Set `academic_profile` in `conf.py`, or give the directive a `:name:`.",
    )
    LATEX_CHARACTERS = (
        "latex_characters",
        "pdflatex cannot set these characters; the PDF would stop or lose them.",
        "author = {赵和旭}",
        'Set `latex_engine = "lualatex"`, or write the name in Latin letters.',
    )
    IDENTIFIER = (
        "identifier",
        "An identifier cannot be right: it has a digit too few or too many.",
        "arxiv = {2408.1258}",
        "Copy it again from the page that it identifies.",
    )
    EMPTY_LINK = (
        "empty_link",
        "A link leads nowhere: its field or option is there, but empty.",
        "url = {} in an entry whose layout has {title:link}",
        "Give it an address, or remove it.",
    )
    UNKNOWN_PERSON = (
        "unknown_person",
        "A page names a person who is not in `academic_people`; the name is shown without a link.",
        ":academic:person:`Jinyang Lee`",
        "Correct the name, or add the person to `academic_people` in `conf.py`.",
    )
    MISSING_NUMBER = (
        "missing_number",
        "A page asks for a number that the file of metrics does not hold; nothing is printed.",
        ":academic:metric:`zaho2025.stars`",
        "Correct the key, or add the number to `metrics.json`.",
    )
    LATEX_IMAGE = (
        "latex_image",
        "A picture is in a format that LaTeX cannot show; the PDF does without it.",
        ":logo: images/nyu.svg",
        "Give it as PDF, PNG or JPEG; or add `sphinx.ext.imgconverter` to the extensions, which converts SVG.",
    )
    MISSING_TITLE = (
        "missing_title",
        "An entry has neither a title nor anything that could stand for it.",
        "@article{x, year = 2020}",
        "Give it a title.",
    )

    @property
    def subtype(self) -> str:
        """The name after the dot in ``suppress_warnings``."""
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input: what was found and what was expected, where."""

    code: Code
    message: str
    """In lower case, without a full stop: what was found, what was expected, did you mean."""
    location: Location
