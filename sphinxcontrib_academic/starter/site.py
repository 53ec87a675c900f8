"""Answers -> the files of a site: templates filled, every answer escaped for the language it stands in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from importlib import resources

from sphinxcontrib_academic.outputs.latex.characters import Way, pieces
from sphinxcontrib_academic.readers.files import read_text_file
from sphinxcontrib_academic.render.words import babel_locale
from sphinxcontrib_academic.starter import escape
from sphinxcontrib_academic.starter.answers import PAGES, Answers
from sphinxcontrib_academic.starter.bibliography import recognises
from sphinxcontrib_academic.starter.words import headings

EXAMPLE = Answers(
    name="Emmy Noether",
    position="Visiting Professor of Mathematics",
    affiliation="Bryn Mawr College",
    email="noether@example.org",
    links=(("mathgenealogy", "6967"), ("wikipedia", "Emmy_Noether")),
)
"""Whose site it is where nobody says a name."""

_NOBODY = "Your Name"
"""Who stands in the entries of an example if the owner's name is none that a list of authors can hold."""

_TEX = (
    "latexmk", "texlive-latex-recommended", "texlive-latex-extra", "texlive-fonts-recommended", "texlive-fonts-extra",
)  # fmt: skip
_UNICODE_TEX = ("texlive-luatex", "fonts-noto-core", "fonts-noto-cjk")
_HOLE = re.compile(r"^(?P<indent>[ \t]*)«(?P<lines>[\w-]+)»[ \t]*\n|«(?P<words>[\w-]+)»", re.MULTILINE)
"""Of lines, where it stands alone on its line, or of words."""


def site_files(answers: Answers) -> dict[str, bytes]:
    """Every file of the site by its path, in the order in which one reads them."""
    example = not answers.name
    suffix = "md" if answers.markdown else "rst"
    data = _data(answers, example=example)
    unicode = _needs_unicode(answers, data["publications.bib"])
    pages = _pages(answers, example=example, suffix=suffix)
    picture = {"images/noether.png": _bytes("noether/noether.png")} if example else {}
    return {
        "conf.py": _filled("conf.py.in", _settings(answers, example=example, unicode=unicode)),
        **{f"{page}.{suffix}": pages[page] for page in PAGES},
        **data,
        **picture,
        "images/monogram.svg": _filled("monogram.svg.in", _monogram(answers.name or EXAMPLE.name)),
        "requirements.txt": _filled("requirements.txt.in", {"myst": "myst-parser" if answers.markdown else ""}),
        ".gitignore": _filled("gitignore.in", {}),
        ".readthedocs.yaml": _filled("readthedocs.yaml.in", _host(answers.language, unicode=unicode)),
        ".github/workflows/pages.yml": _filled(
            "pages.yml.in", {"tex": " ".join([*_TEX, *(_UNICODE_TEX if unicode else ())])}
        ),
    }


def _settings(answers: Answers, *, example: bool, unicode: bool) -> dict[str, str]:
    person = _person(answers)
    links = dict(person.links)
    texts = {
        "position": escape.python(escape.rst(person.position)) if person.position else "",
        "affiliation": escape.python(escape.rst(person.affiliation)) if person.affiliation else "",
        "email": escape.python(person.email) if person.email else "",
    }
    samples = {"position": "Ph.D. student", "affiliation": "University of Somewhere", "email": "jane@example.org"}
    lines = {key: f'"{key}": {text},' if text else f'# "{key}": "{samples[key]}",' for key, text in texts.items()}
    own = [f"{escape.python(key)}: {escape.python(target)}," for key, target in links.items() if key != "cv"]
    return {
        **lines,
        "name": escape.python(person.name),
        "html_title": escape.python(escape.html(person.name)),
        "photo": escape.python("images/noether.png" if example else "images/monogram.svg"),
        "cv": escape.python(links.get("cv", "cv")),
        "links": "\n".join(own) or '# "github": "janeroe",',
        "extensions": ", ".join(
            map(escape.python, [*(["myst_parser"] if answers.markdown else []), "sphinxcontrib_academic"])
        ),
        "myst": _MYST if answers.markdown else "",
        "language": escape.python(answers.language),
        "others": "".join(f", {escape.python(escape.pattern(name))}" for name in answers.others),
        "engine": _ENGINE[unicode],
    }


_MYST = """\
myst_enable_extensions = ["deflist", "fieldlist"]
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}"""
_ENGINE = {
    True: 'latex_engine = "lualatex"  # it knows every script',
    False: '# latex_engine = "lualatex"  # slower; it knows every script',
}


_HOST_LANGUAGE = "# There, in Settings, choose the Language {language} as well: it overrules that of conf.py."
_HOST_JAPANESE = """\
jobs:
  build:
    # by the engine of conf.py, and not by the one that is taken for Japanese otherwise
    pdf:
      - sphinx-build -M latexpdf . _build
      - mkdir -p $READTHEDOCS_OUTPUT/pdf
      - cp _build/latex/cv.pdf $READTHEDOCS_OUTPUT/pdf/"""


def _person(answers: Answers) -> Answers:
    """Who the site is about; without a name the example, changed where the answers say so."""
    if answers.name:
        return answers
    return Answers(
        name=EXAMPLE.name,
        position=answers.position or EXAMPLE.position,
        affiliation=answers.affiliation or EXAMPLE.affiliation,
        email=answers.email or EXAMPLE.email,
        links=answers.links or EXAMPLE.links,
    )


def _pages(answers: Answers, *, example: bool, suffix: str) -> dict[str, bytes]:
    words = headings(answers.language)
    person = _person(answers)
    markdown = suffix == "md"
    quoted = escape.markdown if markdown else escape.rst
    heading = _markdown_heading if markdown else _rst_heading
    said = ", ".join(part for part in (person.name, person.position, person.affiliation) if part)
    descriptions = {
        "index": said,
        "publications": f"{words['publications']}: {person.name}",
        "cv": f"{words['cv']}: {said}",
    }
    folder = "noether" if example else "own"
    chosen = ":selected:" if answers.bibliography is None or answers.bibliography.selected else ":limit: 5"
    common = {
        **{key: heading(text, level=1) for key, text in words.items()},
        "all": words["all"],
        "about": _text(f"{folder}/about.txt").strip(),
        "items": _fill(_text(f"{folder}/news.txt"), _years()).strip(),
        "choice": chosen,
        "shown": " ".join(key for key, _ in person.links if key != "cv" and " " not in key) or "none",
    }
    pages = {}
    for page in PAGES:
        title = quoted(person.name) if page == "index" else words[page]
        description = descriptions[page]
        holes = {
            **common,
            "description": escape.yaml(description) if markdown else escape.rst_field(description),
            "title" if page == "index" else page: heading(title, level=0),
        }
        if page == "cv":
            holes["publications"] = heading(words["publications"], level=1)
        pages[page] = _filled(f"{suffix}/{page}.{suffix}.in", holes)
    return pages


def _rst_heading(text: str, *, level: int) -> str:
    width = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
    line = "=-"[level] * max(width, 4)
    return f"{line}\n{text}\n{line}" if level == 0 else f"{text}\n{line}"


def _markdown_heading(text: str, *, level: int) -> str:
    return f"{'#' * (level + 1)} {text}"


def _data(answers: Answers, *, example: bool) -> dict[str, bytes]:
    if example:
        career = _bytes("noether/career.yaml")
        own = _bytes("noether/publications.bib")
    else:
        career = _filled("own/career.yaml.in", _years())
        own = _example_entries(answers.name)
    return {
        "publications.bib": answers.bibliography.content if answers.bibliography else own,
        "career.yaml": career,
    }


def _example_entries(name: str) -> bytes:
    """Two entries with the owner among the authors; a name that BibTeX would take apart stands in braces."""
    plain = re.fullmatch(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+)*", name) and " and " not in f" {name.lower()} "
    author = escape.tex(name)
    if plain:
        entries = _filled("own/publications.bib.in", {**_years(), "author": author, "first": "1=equal", "second": ""})
        if recognises(entries, name):
            return entries
    marked = {"author": f"{{{author}}}", "first": "1=self,equal", "second": "author+an = {2=self},"}
    entries = _filled("own/publications.bib.in", {**_years(), **marked})
    return entries if recognises(entries, name) else _example_entries(_NOBODY)


def _years() -> dict[str, str]:
    year = datetime.now(tz=UTC).year
    return {"year": str(year), **{f"year-{past}": str(year - past) for past in (1, 2, 6)}}


def _monogram(name: str) -> dict[str, str]:
    """First and last initial; of a name in one word, its first letter."""
    found = [word[0] for word in re.findall(r"[^\W\d_]+", name)]
    initials = "".join([*found[:1], *found[1:][-1:]]).upper()[:4]
    return {"initials": escape.html(initials or "·"), "size": "132" if len(initials) > 1 else "168"}


def _needs_unicode(answers: Answers, bibliography: bytes) -> bool:
    """Whether pdflatex lacks a sign of what the CV will say."""
    text, _ = read_text_file(bibliography, "publications.bib")
    said = [
        answers.name, answers.position, answers.affiliation, *headings(answers.language).values(),
        *_dates(answers.language), text or "",
    ]  # fmt: skip
    signs = "".join(sorted(set("".join(said))))
    return any(piece.way is Way.NONE for piece in pieces(signs, latin=True))


def _dates(language: str) -> Iterator[str]:
    """What dates and lists are made of in a language, whose script may be another than that of the answers."""
    locale = babel_locale(language)
    for width in ("wide", "abbreviated"):
        yield from locale.months["format"][width].values()
    yield from locale.list_patterns["standard"].values()


def _host(language: str, *, unicode: bool) -> dict[str, str]:
    """What Read the Docs must be told, which knows the language by the settings of the project alone."""
    packages = ["apt_packages:", *(f"  - {package}" for package in _UNICODE_TEX)] if unicode else []
    return {
        "language": "" if language == "en" else _HOST_LANGUAGE.format(language=language.replace("_", "-").lower()),
        "apt": "\n".join(packages),
        "jobs": _HOST_JAPANESE if language.partition("_")[0] == "ja" else "",
    }


def _filled(template: str, values: Mapping[str, str]) -> bytes:
    return _fill(_text(template), values).encode()


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the holes, in one go: a value that looks like a hole is a text."""
    return _HOLE.sub(partial(_value, values=values), text)


def _value(hole: re.Match[str], *, values: Mapping[str, str]) -> str:
    """A hole alone on its line takes the line with it where nothing comes, and gives several lines its indent."""
    if hole["words"]:
        return values[hole["words"]]
    lines = values[hole["lines"]].splitlines()
    return "".join(f"{hole['indent']}{line}".rstrip() + "\n" for line in lines)


def _text(template: str) -> str:
    return _bytes(template).decode()


def _bytes(template: str) -> bytes:
    return resources.files(__package__).joinpath("template", *template.split("/")).read_bytes()
