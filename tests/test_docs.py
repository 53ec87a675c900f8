"""The documentation says what the code does: every name once, every example tried, every link alive."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from sphinx.util.inventory import InventoryFile

from sphinxcontrib_academic.directives.profile import ProfileDirective
from sphinxcontrib_academic.directives.publication import PublicationDirective
from sphinxcontrib_academic.directives.publications import PublicationsDirective
from sphinxcontrib_academic.directives.timeline import TimelineDirective
from sphinxcontrib_academic.kinds.fields import FIELDS
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, link_relation
from sphinxcontrib_academic.kinds.parts import PARTS
from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES
from sphinxcontrib_academic.kinds.timeline import ENTRY_FIELDS, TIMELINE_KINDS
from sphinxcontrib_academic.kinds.works import WORK_TYPES
from sphinxcontrib_academic.layouts import BUILTIN, MODIFIERS
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.render.parts import person_address
from sphinxcontrib_academic.values import VALUES
from tests.conftest import ROOT
from tests.test_codes import PAGE, ROWS
from tests.test_snippets import CONF, what_is_said

DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS / "_ext"))
try:
    from options import DIRECTIVES, ROLES
    from reference_rows import author_twin, person_twin, work_twin
    from twins import Twin
finally:
    sys.path.remove(str(DOCS / "_ext"))

CLASSES = {
    "profile": ProfileDirective,
    "publication": PublicationDirective,
    "publications": PublicationsDirective,
    "timeline": TimelineDirective,
}
EXAMPLES = DOCS / "examples" / "coming-from"
DATES_OF_ENTRIES = {"start", "end", "start_date", "end_date", "date"}
TOLD = json.loads((DOCS / "_ext" / "told.json").read_text(encoding="utf-8"))


def build(source: Path, target: Path, builder: str, *options: str) -> None:
    """One build, without a warning."""
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-b", builder, *options]
    outcome = subprocess.run([*command, source, target], capture_output=True, text=True, check=False)
    assert outcome.stderr == ""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation in HTML and as a manual page, from one reading."""
    folder = tmp_path_factory.mktemp("docs")
    for builder in ("html", "man"):
        build(DOCS, folder / builder, builder, "-d", str(folder / "doctrees"))
    return folder


@pytest.fixture(scope="module")
def inventory(built: Path) -> dict[str, dict[str, Any]]:
    """What other projects can refer to, by its kind."""
    return InventoryFile.loads((built / "html" / "objects.inv").read_bytes(), uri="").data


# what is documented is what there is


def test_every_value_is_documented_once(inventory):
    """A configuration value has one place, which is its own page."""
    places = {name: item.uri for name, item in inventory["std:confval"].items()}
    assert places == {row.name: f"reference/values/{row.name}.html#confval-{row.name}" for row in VALUES}


def test_every_directive_is_documented_once(inventory):
    """A directive has one page."""
    assert {*inventory["rst:directive"]} == {*CLASSES} == {row.name for row in DIRECTIVES}


@pytest.mark.parametrize("row", DIRECTIVES, ids=lambda row: row.name)
def test_every_option_is_documented_once(inventory, row):
    """The options of a directive are those that it knows, and ``class`` and ``name``."""
    known = {*CLASSES[row.name].known_options, "class", "name"}
    names = [option.name for option in row.options]
    assert sorted(names) == sorted(known)
    assert {f"{row.name}:{name}" for name in known} <= {*inventory["rst:directive:option"]}


def test_no_option_is_documented_that_is_not_there(inventory):
    """What is documented elsewhere would be documented twice."""
    known = {f"{name}:{option}" for name, row in CLASSES.items() for option in (*row.known_options, "class", "name")}
    assert {*inventory["rst:directive:option"]} == known


def test_every_role_is_documented_once(inventory, make_site):
    """The roles of the domain."""
    roles = make_site({"index.rst": PAGE}).app.registry.domain_roles["academic"]
    assert (
        {*inventory["rst:role"]} == {f"academic:{name}" for name in roles} == {f"academic:{row.name}" for row in ROLES}
    )


NAMES = {
    "problem": [code.subtype for code in Code],
    "kind": [row.key for row in TIMELINE_KINDS],
    "link": [row.key for row in LINK_RELATIONS],
    "author-role": [row.key for row in AUTHOR_ROLES],
    "value": [row.name for row in VALUES],
    "directive": [*CLASSES],
    "role": [row.name for row in ROLES],
}


@pytest.mark.parametrize("sort", NAMES)
def test_every_name_has_a_page(built, inventory, sort):
    """A page of its own, whose label is the sort and the name."""
    folder = built / "html" / "reference" / {"problem": "problems", "value": "values"}.get(sort, f"{sort}s")
    assert {path.stem for path in folder.glob("*.html")} - {"index"} == {*NAMES[sort]}
    labels = [f"{sort}-{name}".lower() for name in NAMES[sort]]
    assert [label for label in labels if label not in inventory["std:label"]] == []


TABLES = {
    "styling": [f".{part.css}" for part in PARTS],
    "publications": [*BUILTIN, *(row.name for row in MODIFIERS)],
    "timeline": [row.key for row in ENTRY_FIELDS],
    "data": [*(row.key for row in FIELDS), *(row.key for row in WORK_TYPES)],
}


@pytest.mark.parametrize("page", TABLES)
def test_tables_hold_every_row(built, page):
    """Parts, layouts, words of layouts, fields and types."""
    text = (built / "html" / f"{page}.html").read_text(encoding="utf-8")
    typed = {re.sub("<[^>]+>", "", code) for code in re.findall(r"<code[^>]*>(.*?)</code>", text)}
    assert [name for name in TABLES[page] if name not in typed] == []


# links


class Anchors(HTMLParser):
    """The ids of a page, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note both."""
        for name, value in attrs:
            if name == "id" or (tag == "a" and name == "name"):
                self.ids.add(value or "")
            if tag == "a" and name == "href":
                self.links.add(value or "")


def test_every_link_leads_somewhere(built):
    """Every file and every anchor that a page of the documentation leads to is there."""
    root = built / "html"
    pages = {path: Anchors(path.read_text(encoding="utf-8")) for path in root.rglob("*.html")}
    dead = []
    for path, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if ":" in target or target.startswith("//"):
                continue
            place = (path.parent / unquote(target.partition("?")[0])).resolve() if target else path
            if not place.is_file() or (anchor and place in pages and unquote(anchor) not in pages[place].ids):
                dead.append(f"{path.relative_to(root)}: {link}")
    assert dead == []


def test_the_manual_page_holds_the_reference(built):
    """All of it can be read in a terminal."""
    text = "".join(path.read_text(encoding="utf-8") for path in (built / "man").iterdir())
    words = text.replace("\\", "")
    assert [row.name for row in VALUES if row.name not in words] == []


# examples


def twins() -> dict[str, list[Twin]]:
    """The examples that are made from rows, by the page that they are tried on."""
    pages = {
        f"options-{row.name}": [
            Twin(row.name, row.argument, {**option.beside, option.name: option.example}) for option in row.options
        ]
        for row in DIRECTIVES
    }
    works = [work_twin(row) for row in LINK_RELATIONS if row.url or not row.profile]
    people = [person_twin(row) for row in LINK_RELATIONS if row.profile or not row.url]
    return {**pages, "works": works, "people": people, "authors": [author_twin(row.key) for row in AUTHOR_ROLES]}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that has every example in both markups; the folder of its doctrees."""
    source = tmp_path_factory.mktemp("twins")
    demo = DOCS / "examples" / "noether"
    for path in (demo / "publications.bib", demo / "career.yaml", demo / "images" / "noether.png"):
        (source / path.name).write_bytes(path.read_bytes())
    (source / "metrics.json").write_bytes((DOCS / "metrics.json").read_bytes())
    (source / "conf.py").write_text(CONF.format(conf=str(DOCS / "conf.py")), encoding="utf-8")
    for name, rows in twins().items():
        rst, md = ("\n\n".join(getattr(row, markup) for row in rows) for markup in ("rst", "md"))
        (source / f"{name}-rst.rst").write_text(f"Page\n====\n\n{rst}\n", encoding="utf-8")
        (source / f"{name}-md.md").write_text(f"# Page\n\n{md}\n", encoding="utf-8")
    (source / "index.rst").write_text("Pages\n=====\n\n.. toctree::\n   :glob:\n\n   *-*\n", encoding="utf-8")
    build(source, source / "_build", "html", "-d", str(source / "_doctrees"), "-D", "html_theme=basic")
    return source / "_doctrees"


@pytest.mark.parametrize("name", twins())
def test_every_example_of_a_row_is_right_in_both_markups(tried, name):
    """Each option, relation and role of authors, without a warning, and the same in MyST."""
    assert what_is_said(tried / f"{name}-md.doctree") == what_is_said(tried / f"{name}-rst.doctree")


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.name)
def test_every_example_of_a_value_is_right(make_site, value):
    """It sets the value, and a site is built with it without a warning."""
    text = (DOCS / "snippets" / "values" / f"{value.name}.py").read_text(encoding="utf-8")
    assert re.match(rf"{value.name} = ", text)
    demo = DOCS / "examples" / "noether"
    files: dict[str, str | bytes] = {
        name: (demo / name).read_bytes() for name in ("publications.bib", "career.yaml", "images/noether.png")
    }
    profile = "" if value.name == "academic_profile" else 'academic_profile = {"name": "Emmy Noether"}\n'
    conf = f'extensions = ["sphinxcontrib_academic"]\n{profile}{text}'
    files |= {"papers/noether1921idealtheorie.pdf": "", "numbers.json": "{}", "conf.py": conf}
    if value.name == "academic_encoding":
        files["publications.bib"] = (demo / "publications.bib").read_text(encoding="utf-8").encode("latin-1", "replace")
    site = make_site({**files, "index.rst": f"{PAGE}.. profile::\n\n.. publications::"})
    assert site.warnings == []


@pytest.mark.parametrize("code", ROWS, ids=lambda code: code.subtype)
def test_every_problem_says_what_its_page_says(make_site, code):
    """The message on the page is the one that is given."""
    files, _ = ROWS[code]
    site = make_site({**files, "index.rst": PAGE + str(files.get("index.rst", ".. publications::"))})
    assert site.warnings == TOLD[code.subtype]["says"].splitlines()


# coming from elsewhere

MOVED = sorted(path.parent.name for path in EXAMPLES.glob("*/conf.py"))


def test_every_neighbour_has_a_page_and_an_example():
    """The page shows each file of its example but the picture in the browser's tab."""
    assert {path.stem for path in (DOCS / "coming-from").glob("*.rst")} == {*MOVED, "index"}
    for name in MOVED:
        text = (DOCS / "coming-from" / f"{name}.rst").read_text(encoding="utf-8")
        files = {
            path.relative_to(EXAMPLES / name).as_posix() for path in (EXAMPLES / name).rglob("*") if path.is_file()
        }
        shown = set(re.findall(rf"literalinclude:: /examples/coming-from/{name}/(\S+)", text))
        shared = {"publications.bib"} if "publications.bib" not in shown else set()
        assert files - shared - {"monogram.svg"} == shown


@pytest.mark.parametrize("name", MOVED)
def test_every_move_keeps_what_was_there(tmp_path, name):
    """The site is built without a warning, and has the person, the paper and its place."""
    for path in (path for path in (EXAMPLES / name).rglob("*") if path.is_file()):
        copy = tmp_path / "source" / path.relative_to(EXAMPLES / name)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    build(tmp_path / "source", tmp_path / "text", "text")
    build(tmp_path / "source", tmp_path / "html", "html")
    [page] = (tmp_path / "text").glob("*.txt")
    text = page.read_text(encoding="utf-8")
    wanted = ["Jane Roe", "John Doe", "pairs and what they share", "2025"]
    assert [words for words in wanted if words.lower() not in text.lower()] == []


@pytest.mark.parametrize("name", MOVED)
def test_what_has_the_same_name_is_read(name):
    """A row that says so names fields, relations or keys that the code knows."""
    text = (DOCS / "coming-from" / f"{name}.rst").read_text(encoding="utf-8")
    rows = re.findall(r"^   \* - (.+?)\n     - (.+?)(?=^   \* |^\S|^$)", text, re.MULTILINE | re.DOTALL)
    assert len(rows) > 8
    shown = {field for row in FIELDS if row.key != "house" for field in (row.key, *row.bibtex)}
    shown |= {"preview", "bibtex_show", "eprint"} | {field for row in ENTRY_FIELDS for field in (row.key, *row.aliases)}
    same = [cell for cell, here in rows if "the same name" in here or ", the same" in here]
    names = {word for cell in same for word in re.findall(r"``([a-z_]+)[^`]*``", cell)} - DATES_OF_ENTRIES
    assert sorted(word for word in names if word not in shown and link_relation(word) is None) == []


def test_what_al_folio_adds_to_a_bib_is_shown(make_site):
    """Its fields are written in Markdown."""
    bib = (
        "@article{k, title = {T}, author = {Roe, Jane}, journal = {J}, year = 2025, note = {A note},"
        " award = {For **all** of it}, additional_info = {. *More* is [here](https://example.org/more)}}"
    )
    page = make_site({"index.rst": PAGE + ".. publications::\n", "p.bib": bib}).read("index.html")
    assert re.search(r'A note\. <em>More</em> is <a [^>]*href="https://example.org/more">here</a>', page)
    assert re.search(r"For <strong>all</strong> of it", page)


def test_the_names_of_accounts_elsewhere_are_read():
    """Those of al-folio's ``socials.yml``, each with an address."""
    names = ["github_username", "scholar_userid", "orcid_id", "x_username", "linkedin_username", "bluesky_url",
             "research_gate_profile", "semanticscholar_id", "wikidata_id", "youtube_id", "gitlab_username"]  # fmt: skip
    assert [name for name in names if not person_address(name, "jane").endswith("jane")] == []
    assert [name for name in names if not person_address(name, "jane").startswith("https://")] == []


def test_what_the_documentation_includes_is_in_the_source_distribution():
    """It builds from there: files beside ``docs/``, and the scripts that it and its contributors run."""
    pages = [*DOCS.glob("*.rst"), *DOCS.glob("*.md"), *DOCS.glob("coming-from/*.rst"), ROOT / "CONTRIBUTING.md"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    named = {*re.findall(r"\.\./([\w.-]+)\n", text), *re.findall(r"\b(dev\.py|tools|tests)\b", text)}
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert named >= {"CONTRIBUTING.md", "CHANGELOG.md", "tools", "dev.py"}
    assert sorted(name for name in named if (ROOT / name).exists() and f"/{name}" not in included) == []
