"""The starter: a site that one would keep, from few answers or none; answers are data, and nothing is overwritten."""

from __future__ import annotations

import io
import json
import os
import re
import runpy
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from sphinxcontrib_academic import __version__
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS
from sphinxcontrib_academic.starter.answers import AnswerError, Answers, read_email, read_language, read_line, read_link
from sphinxcontrib_academic.starter.bibliography import BibliographyError, read_bibliography, recognises
from sphinxcontrib_academic.starter.command import main
from sphinxcontrib_academic.starter.site import site_files
from sphinxcontrib_academic.starter.words import headings
from sphinxcontrib_academic.starter.writing import write_files
from tests.conftest import ROOT, needs_tool

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = [
    "conf.py", "index.rst", "publications.rst", "cv.rst", "publications.bib", "career.yaml", "images/noether.png",
    "images/monogram.svg", "requirements.txt", ".gitignore", ".readthedocs.yaml", ".github/workflows/pages.yml",
]  # fmt: skip
HOSTILE = {
    "apostrophe": "Siobhán O'Brien",
    "reST": "*star* `x` |y| _z_ foo_",
    "scripts": "Ünïcode 李",
    "backslash": "Back\\slash \\n",
    "long": "N" * 150 + " " + "ame " * 37 + "x",
    "lines": "Jane\nRoe\r\n# x",
    "quotes": "# Hash \"quoted\" 'q' $x$ 100% & ~ ^ {x}",
    "HTML": "<b>Bold</b> &amp; {{ x }} «name»",
    "addresses": "http://x.y :ref:`x` a@b.cc [1]_",
    "BibTeX": "Rock and Roll, Jr.",
    "signs": "----",
    "right to left": "محمد علي",
}
SAID = {"name": "Jane Roe", "position": "Ph.D. student", "affiliation": "University of Somewhere"}


def run_new(folder: Path, *options: str) -> int:
    """``sphinx-academic new``, its exit status."""
    try:
        return main(["new", str(folder), "--no-input", *options])
    except SystemExit as end:
        return int(end.code or 0)


def build(builder: str, source: Path, *options: str) -> str:
    """Build a site with every warning an error; what was said about it."""
    command = [sys.executable, "-m", "sphinx", "-M", builder, str(source), str(source / "_build"), "-q", "-n", "-W"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return done.stderr


def words(html: str) -> str:
    """HTML as text, with straight quotes."""
    return unescape(re.sub(r"<[^>]*>", "", html)).translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def settings(folder: Path) -> dict[str, object]:
    """What ``conf.py`` says."""
    return runpy.run_path(str(folder / "conf.py"))


class AtTerminal(io.StringIO):
    """Somebody types."""

    def isatty(self) -> bool:
        """Yes."""
        return True


# what is written


def test_without_an_answer_it_is_the_example_of_a_scholar(tmp_path: Path) -> None:
    """None is needed: real publications that one can cite."""
    assert run_new(tmp_path / "site") == 0
    files = [
        path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()
    ]
    assert sorted(files) == sorted(FILES)
    assert settings(tmp_path / "site")["academic_profile"]["name"] == "Emmy Noether"
    found = read_bibliography(tmp_path / "site" / "publications.bib")
    assert (found.owner, found.remarks) == ("Emmy Noether", ())
    assert found.publications > 10


def test_answers_are_options(tmp_path: Path) -> None:
    """Name, position, affiliation, e-mail, links."""
    options = ["--name", "Jane Roe", "--position", "Ph.D. student", "--affiliation", "NYU", "--email", "jane@nyu.edu"]
    assert run_new(tmp_path, *options, "--link", "github=janeroe", "--link", "My course=https://example.org/c") == 0
    profile = settings(tmp_path)["academic_profile"]
    assert {key: profile[key] for key in ("name", "position", "affiliation", "email", "links")} == {
        "name": "Jane Roe",
        "position": "Ph.D. student",
        "affiliation": "NYU",
        "email": "jane@nyu.edu",
        "links": {"cv": "cv", "github": "janeroe", "My course": "https://example.org/c"},
    }


def test_markdown_gives_pages_in_markdown(tmp_path: Path) -> None:
    """``index.md`` instead of ``index.rst``, and what MyST needs."""
    assert run_new(tmp_path, "--markdown") == 0
    assert sorted(path.name for path in tmp_path.glob("*.md")) == ["cv.md", "index.md", "publications.md"]
    assert list(tmp_path.glob("*.rst")) == []
    assert "myst_parser" in settings(tmp_path)["extensions"]
    assert "myst-parser" in (tmp_path / "requirements.txt").read_text("utf-8").split()


@pytest.mark.parametrize("markdown", [False, True], ids=["reST", "Markdown"])
@pytest.mark.parametrize("example", [False, True], ids=["own", "example"])
def test_no_hole_of_a_template_is_left(markdown: bool, example: bool) -> None:
    """Every hole has a value, and no line ends in a blank."""
    answers = Answers(markdown=markdown) if example else Answers(name="Jane Roe", markdown=markdown)
    texts = {name: file.decode() for name, file in site_files(answers).items() if not name.endswith(".png")}
    assert [name for name, text in texts.items() if "«" in text or re.search(r"[ \t]$", text, re.MULTILINE)] == []
    assert [name for name, text in texts.items() if not text.endswith("\n") or text.endswith("\n\n")] == []


def test_python_says_what_was_answered(tmp_path: Path) -> None:
    """Every hostile name comes back from ``conf.py`` as one line, whatever it holds."""
    for number, name in enumerate(HOSTILE.values()):
        write_files(tmp_path / str(number), site_files(Answers(name=read_line(name))))
        profile = settings(tmp_path / str(number))["academic_profile"]
        assert profile["name"] == " ".join(name.split())


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_the_example_entries_recognise_their_owner(name: str) -> None:
    """Whatever the name holds, it is found among the authors of the example."""
    name = read_line(name)
    assert recognises(site_files(Answers(name=name))["publications.bib"], name)


@pytest.mark.parametrize("name", ["#", "...", "others", "and", "-"])
def test_a_name_that_no_list_can_hold_spoils_no_entry(name: str, tmp_path: Path) -> None:
    """The entries of the example have another one."""
    write_files(tmp_path, site_files(Answers(name=name)))
    assert read_bibliography(tmp_path / "publications.bib").remarks == ()


@pytest.mark.parametrize("name", ["Jane\x00Roe", "Jane\x1b[31mRoe", "Jane\udcffRoe", "Jane\u2028Roe", "\tJane Roe\n"])
def test_what_cannot_be_seen_is_left_out(name: str) -> None:
    """Controls and halves of characters, which no file can hold."""
    line = read_line(name)
    assert line.encode()
    assert line.isprintable()


@pytest.mark.parametrize("markdown", [False, True], ids=["reST", "Markdown"])
def test_hostile_answers_come_out_right(make_site: Callable[..., object], tmp_path: Path, markdown: bool) -> None:
    """Titles in reST and MyST, and texts that are reST in ``conf.py``, show what was typed, and nothing warns."""
    suffix = "md" if markdown else "rst"
    files: dict[str, bytes] = {}
    for number, name in enumerate(HOSTILE.values()):
        made = site_files(Answers(name=read_line(name), position=read_line(name), markdown=markdown))
        write_files(tmp_path / str(number), made)
        profile = settings(tmp_path / str(number))["academic_profile"]
        page = made[f"index.{suffix}"].decode().replace(":photo-shape: rounded", ":photo:\n")
        # the page on its own, with the position as conf.py has it
        text = page.split(".. profile::")[0].split("```{profile}")[0]
        files[f"page{number}.{suffix}"] = text.encode()
        positions = f"P\n=\n\nx {profile['position']} y\n"
        files[f"position{number}.rst"] = positions.encode()
    contents = "\n".join(f"   {Path(name).stem}" for name in files)
    files["index.rst"] = f"Pages\n=====\n\n.. toctree::\n   :hidden:\n\n{contents}\n".encode()
    extensions = ["myst_parser", "sphinxcontrib_academic"] if markdown else ["sphinxcontrib_academic"]
    files["conf.py"] = f"extensions = {extensions!r}\n".encode()
    site = make_site(files, smartquotes=False)
    assert site.warnings == []
    for number, name in enumerate(HOSTILE.values()):
        shown = words(re.search(r"<h1>(.*?)<a ", site.read(f"page{number}.html"), re.DOTALL)[1])
        assert shown == read_line(name)
        [meta] = re.findall(r'<meta content="([^"]*)" name="description"', site.read(f"page{number}.html"))
        assert unescape(meta).split(", ")[0] == read_line(name).split(", ", maxsplit=1)[0]
        assert f"x {read_line(name)} y" in words(site.read(f"position{number}.html"))


def test_configuration_of_the_hosts_is_valid(tmp_path: Path) -> None:
    """Read the Docs makes HTML and one PDF; GitHub makes both and deploys them."""
    run_new(tmp_path)
    hosted = yaml.safe_load((tmp_path / ".readthedocs.yaml").read_text("utf-8"))
    assert (hosted["version"], hosted["formats"], hosted["sphinx"]["configuration"]) == (2, ["pdf"], "conf.py")
    assert hosted["python"]["install"] == [{"requirements": "requirements.txt"}]
    workflow = yaml.safe_load((tmp_path / ".github/workflows/pages.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert steps[-1]["uses"].startswith("actions/deploy-pages@")
    commands = "\n".join(step.get("run", "") for step in steps)
    assert all(word in commands for word in ("-M html", "-M latexpdf", "requirements.txt", "cv.pdf"))


@pytest.mark.parametrize("language", ["en", "de", "pt_BR", "ja"])
def test_read_the_docs_is_told_the_language(language: str) -> None:
    """It goes by its own settings, and for Japanese takes an engine of its own unless the file says how."""
    text = site_files(Answers(language=language))[".readthedocs.yaml"].decode()
    hosted = yaml.safe_load(text)
    assert (f"choose the Language {language.replace('_', '-').lower()} " in text) == (language != "en")
    assert ("jobs" in hosted["build"]) == (language == "ja")
    assert {*hosted} == {"version", "build", "sphinx", "python", "formats"}
    if language == "ja":
        assert hosted["build"]["jobs"]["build"]["pdf"][0] == "sphinx-build -M latexpdf . _build"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"SITE_URL": "https://jane.github.io/home"}, "https://jane.github.io/home/cv.pdf"),
        (
            {
                "READTHEDOCS": "True",
                "READTHEDOCS_CANONICAL_URL": "https://jane.readthedocs.io/en/latest/",
                "READTHEDOCS_LANGUAGE": "en",
                "READTHEDOCS_VERSION": "latest",
            },
            "https://jane.readthedocs.io/_/downloads/en/latest/pdf/",
        ),
        ({}, None),
    ],
    ids=["GitHub Pages", "Read the Docs", "at home"],
)
def test_the_pdf_is_linked_where_it_is(tmp_path, monkeypatch, environment, expected) -> None:
    """On the hosts, where its address is known."""
    for name in ("SITE_URL", "READTHEDOCS", "READTHEDOCS_CANONICAL_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    run_new(tmp_path)
    assert settings(tmp_path)["academic_profile"]["links"].get("pdf") == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (Answers(name="Siobhán O'Brien"), False),
        (Answers(name="Łukasz Müller-Šćepanović"), False),
        (Answers(name="Ünïcode 李"), True),
        (Answers(name="Jane Roe", language="ja"), True),
        (Answers(name="Jane Roe", language="de"), False),
        (Answers(name="Jane Roe", language="pt_BR"), False),
        (Answers(name="Jane Roe", language="he"), True),
        (Answers(name="Jane Roe", language="hi"), True),
    ],
)
def test_lualatex_is_chosen_where_pdflatex_lacks_a_sign(answers: Answers, expected: bool) -> None:
    """By the answers, the headings and the publications; its packages are installed on the hosts."""
    files = site_files(answers)
    assert ('\nlatex_engine = "lualatex"' in files["conf.py"].decode()) == expected
    assert ("apt_packages" in files[".readthedocs.yaml"].decode()) == expected
    assert ("texlive-luatex" in files[".github/workflows/pages.yml"].decode()) == expected


def test_headings_follow_the_language(tmp_path: Path) -> None:
    """In each of the languages that have words of ours; in English elsewhere."""
    assert run_new(tmp_path, "--language", "de") == 0
    assert settings(tmp_path)["language"] == "de"
    assert "\nAusgewählte Publikationen\n-----" in (tmp_path / "index.rst").read_text("utf-8")
    assert headings("zh_CN") == headings("zh") != headings("zh_TW") == headings("zh_HK")
    assert headings("fi") == headings("en")
    assert all(headings(language) != headings("en") for language in ("nl", "ko", "ar", "pt_BR"))


# nothing is overwritten


def test_a_file_that_is_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is named, the rest is written, the exit status is 1."""
    (tmp_path / "conf.py").write_bytes(b"mine\r\n")
    assert run_new(tmp_path) == 1
    assert (tmp_path / "conf.py").read_bytes() == b"mine\r\n"
    assert (tmp_path / "index.rst").is_file()
    said = capsys.readouterr()
    assert said.err == f"kept, it was there before: {tmp_path / 'conf.py'}\n"
    assert "\n  index.rst\n" in said.out


def test_twice_changes_nothing(tmp_path: Path) -> None:
    """A second run writes nothing, whatever it is told."""
    run_new(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run_new(tmp_path, "--name", "Somebody Else") == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before | {
        path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path not in before
    }
    assert all(path.read_bytes() == content for path, content in before.items())


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    """Writing through it would make a file elsewhere."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "conf.py").symlink_to(tmp_path / "elsewhere")
    assert run_new(tmp_path / "site") == 1
    assert not (tmp_path / "elsewhere").exists()


def test_a_page_in_the_other_markup_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two pages of one name would be a warning."""
    (tmp_path / "index.md").write_text("# Mine\n", encoding="utf-8")
    assert run_new(tmp_path) == 1
    assert not (tmp_path / "index.rst").exists()
    assert str(tmp_path / "index.md") in capsys.readouterr().err


@pytest.mark.parametrize("page", ["index.md", "cv.md", "publications.md"])
def test_a_page_in_markdown_brings_myst(tmp_path: Path, page: str) -> None:
    """Whoever has one writes Markdown: the settings read it, and the other pages are alike."""
    (tmp_path / page).write_text("# Mine\n", encoding="utf-8")
    assert run_new(tmp_path) == 1
    assert "myst_parser" in settings(tmp_path)["extensions"]
    assert "myst-parser" in (tmp_path / "requirements.txt").read_text("utf-8").split()
    assert sorted(path.name for path in tmp_path.glob("*.md")) == ["cv.md", "index.md", "publications.md"]
    assert list(tmp_path.glob("*.rst")) == []


def test_beside_pages_in_both_markups_each_is_read(tmp_path: Path) -> None:
    """What is there stays, and MyST is asked for."""
    (tmp_path / "index.md").write_text("# Mine\n", encoding="utf-8")
    (tmp_path / "cv.rst").write_text("CV\n==\n", encoding="utf-8")
    assert run_new(tmp_path) == 1
    assert "myst_parser" in settings(tmp_path)["extensions"]
    assert [(tmp_path / name).exists() for name in ("index.rst", "cv.md", "publications.md")] == [False, False, True]


@pytest.mark.parametrize(
    ("options", "expected"),
    [([], ["docs", "notes [1].rst"]), (["--markdown"], ["CHANGES.md", "docs", "lists", "notes [1].rst"])],
    ids=["reST", "Markdown"],
)
def test_what_was_there_before_is_no_page(tmp_path, capsys, options, expected) -> None:
    """Sphinx would warn of a page that nothing leads to: the settings leave it out, and it is told."""
    for name in ("notes [1].rst", "CHANGES.md", "README.rst", "docs/deep/a.rst", "lists/b.md", "_build/c.rst", "x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A\n=\n", encoding="utf-8")
    assert run_new(tmp_path, *options) == 0
    assert f"exclude_patterns in conf.py says so: {', '.join(expected)}." in capsys.readouterr().out
    assert build("html", tmp_path) == ""


def test_what_was_there_before_must_say_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that nothing leads to would be a warning, and settings without the extension an error."""
    (tmp_path / "index.rst").write_text("Mine\n====\n\n.. toctree::\n\n   cv\n", encoding="utf-8")
    (tmp_path / "conf.py").write_text("extensions = []\n", encoding="utf-8")
    assert run_new(tmp_path) == 1
    said = capsys.readouterr().out
    assert "In your conf.py, add" in said
    assert "In your index.rst, add publications to the toctree." in said


def test_a_file_in_the_place_of_a_folder_costs_what_is_in_it(tmp_path, capsys) -> None:
    """The rest is written."""
    (tmp_path / "images").write_text("", encoding="utf-8")
    assert run_new(tmp_path) == 1
    assert (tmp_path / "conf.py").is_file()
    assert "could not be written" in capsys.readouterr().err


# a .bib from elsewhere


def test_a_bib_is_copied_byte_for_byte(tmp_path: Path) -> None:
    """With its encoding, its line ends and its errors."""
    content = (
        b"\xef\xbb\xbf@article{a,\r\n title = {M\xfcller}, author = {Roe, Jane},\r\n year = 2020}\r\n@article{b, oops"
    )
    (tmp_path / "my.bib").write_bytes(content)
    assert run_new(tmp_path / "site", "--bib", str(tmp_path / "my.bib")) == 0
    assert (tmp_path / "site" / "publications.bib").read_bytes() == content


BIB = """\
@article{a, title = {A}, author = {J. Roe and Ada Lovelace}, year = 2020}
@article{b, title = {B}, author = {Roe, Jane Mary}, year = 2021}
@article{c, title = {C}, author = {Lovelace, Ada and Roe, Jane and {A Team}}, year = 2022}
"""


def test_the_owner_is_the_most_frequent_author(tmp_path: Path) -> None:
    """Under all spellings, by the fullest."""
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    assert read_bibliography(tmp_path / "my.bib").owner == "Jane Mary Roe"
    run_new(tmp_path / "site", "--bib", str(tmp_path / "my.bib"))
    assert settings(tmp_path / "site")["academic_profile"]["name"] == "Jane Mary Roe"
    assert ":limit: 5" in (tmp_path / "site" / "index.rst").read_text("utf-8")


def test_a_name_that_nobody_in_the_bib_has_is_told(tmp_path, capsys) -> None:
    """With what to do about it."""
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    assert run_new(tmp_path / "site", "--bib", str(tmp_path / "my.bib"), "--name", "Xiaoming Li") == 0
    assert '"aliases": ["Jane Mary Roe"]' in capsys.readouterr().out
    run_new(tmp_path / "other", "--bib", str(tmp_path / "my.bib"), "--name", "J. Roe")
    assert "aliases" not in capsys.readouterr().out


def test_the_bib_that_is_there_already_is_no_obstacle(tmp_path: Path) -> None:
    """``--bib DIR/publications.bib`` stays where it is, and nothing is missing."""
    (tmp_path / "publications.bib").write_text(BIB, encoding="utf-8")
    assert run_new(tmp_path, "--bib", str(tmp_path / "publications.bib")) == 0


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "there is no file"),
        (b"%PDF-1.7\n", "this is a PDF"),
        (b"<!doctype html><html></html>", "this is a web page"),
        (b"", "there is no entry"),
        (b"A list of papers, in words.", "there is no entry"),
    ],
    ids=["missing", "PDF", "web page", "empty", "words"],
)
def test_a_bib_that_is_none_is_told_with_what_to_do(tmp_path, capsys, content, expected) -> None:
    """And nothing is written."""
    path = tmp_path / "my.bib"
    if content is not None:
        path.write_bytes(content)
    assert run_new(tmp_path / "site", "--bib", str(path)) == 2
    said = capsys.readouterr().err
    assert expected in said
    assert "Google Scholar" in said
    assert not (tmp_path / "site").exists()


def test_a_misspelt_bib_has_a_near_miss(tmp_path: Path) -> None:
    """Did you mean."""
    (tmp_path / "papers.bib").write_text(BIB, encoding="utf-8")
    with pytest.raises(BibliographyError, match=r"did you mean 'papers\.bib'"):
        read_bibliography(tmp_path / "paper.bib")


def test_what_is_wrong_in_a_bib_is_told(tmp_path, capsys) -> None:
    """By its line, and the site is written all the same."""
    (tmp_path / "my.bib").write_text(BIB + BIB, encoding="utf-8")
    assert run_new(tmp_path / "site", "--bib", str(tmp_path / "my.bib")) == 0
    assert "my.bib:4: 'a' is also defined at my.bib:1" in capsys.readouterr().out


def test_every_file_of_the_corpus_is_read_or_refused() -> None:
    """Without another exception than our own."""
    corpus = ROOT.parent / "shared" / "corpus" / "bib"
    if not corpus.is_dir():
        pytest.skip("the corpus is not beside the checkout")
    for path in sorted(corpus.glob("*.bib")):
        try:
            found = read_bibliography(path)
        except BibliographyError:
            continue
        assert site_files(Answers(name=found.owner or "Your Name", bibliography=found))["publications.bib"] == (
            path.read_bytes()
        )


# options and questions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("github=janeroe", ("github", "janeroe")),
        ("GitHub = @janeroe", ("github", "janeroe")),
        ("google-scholar=AbC_d-E", ("scholar", "AbC_d-E")),
        ("x=jane", ("twitter", "jane")),
        ("mastodon=@jane@example.social", ("mastodon", "https://example.social/@jane")),
        ("cv=cv", ("cv", "cv")),
        ("dblp=293/9714", ("dblp", "293/9714")),
        ("dblp=r/JaneRoe-1", ("dblp", "r/JaneRoe-1")),
        ("github=github.com/janeroe", ("github", "https://github.com/janeroe")),
        ("bluesky=jane.bsky.social", ("bluesky", "jane.bsky.social")),
        ("https://github.com/janeroe", ("github", "https://github.com/janeroe")),
        ("https://scholar.google.com/citations?user=AbC", ("scholar", "https://scholar.google.com/citations?user=AbC")),
        ("https://example.org/?a=b", ("example.org", "https://example.org/?a=b")),
        ("My course=https://example.org/?a=b", ("My course", "https://example.org/?a=b")),
    ],
)
def test_links_are_understood(text: str, expected: tuple[str, str], tmp_path: Path) -> None:
    """A relation of the table and a name, a label and an address, or an address alone."""
    assert read_link(text, tmp_path) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gihub=janeroe", "did you mean 'github'"),
        ("gogle_scholar=x", "did you mean 'googlescholar'|there is no relation"),
        ("qqq=x", "expected one of cv, homepage, scholar"),
        ("orcd=0000-0002-1825-0097", "did you mean 'orcid'"),
        ("janeroe", "expected RELATION=NAME"),
        ("github", "says no name, expected github=janeroe"),
        ("github=", "expected RELATION=NAME"),
        ("=janeroe", "expected RELATION=NAME"),
        ("homepage=javascript:alert(1)", "safe to follow"),
        ("mastodon=jane", "neither an address nor a file"),
        ("cv=missing.pdf", "neither an address nor a file"),
        ("homepage=../../etc/passwd", "expected an address"),
        ("dblp=../../etc", "expected an address"),
        ("github=@", "neither an address nor a file"),
    ],
)
def test_links_that_cannot_be_right_are_refused(text: str, expected: str, tmp_path: Path) -> None:
    """With what was expected, and the near miss."""
    with pytest.raises(AnswerError, match=expected):
        read_link(text, tmp_path)


def test_every_relation_of_a_person_is_taken(tmp_path: Path) -> None:
    """By its key and each of its other names."""
    rows = [row for row in LINK_RELATIONS if row.profile]
    assert [read_link(f"{name}=jane", tmp_path) for row in rows for name in (row.key, *row.fields)] == [
        (row.key, "jane") for row in rows for _ in (row.key, *row.fields)
    ]


@pytest.mark.parametrize(
    "text", ["jane@example.org", "j.r+x@a-b.co.uk", "mailto:jane@example.org", "", "jörg@bücher.de"]
)
def test_addresses_of_email_pass(text: str) -> None:
    """What has one @ and a dot behind it."""
    assert read_email(text) == text.removeprefix("mailto:")


@pytest.mark.parametrize("text", ["jane", "jane@", "@example.org", "a@b", "a b@c.de", "a@b@c.de", "a@b.c, d@e.f"])
def test_what_is_no_address_is_refused(text: str) -> None:
    """With an example."""
    with pytest.raises(AnswerError, match=r"expected one such as jane@example\.org"):
        read_email(text)


def test_languages_are_checked() -> None:
    """As Sphinx writes them; with the near miss."""
    assert [read_language(text) for text in ("de", "pt-br", "zh_CN", "zh-Hant-TW", "")] == [
        "de", "pt_BR", "zh_CN", "zh_TW", "en",
    ]  # fmt: skip
    with pytest.raises(AnswerError, match="is no language"):
        read_language("klingonese")


@pytest.mark.parametrize(
    "options", [["--email", "x"], ["--link", "x"], ["--language", "xx_yy_zz"], ["--bib", "/missing"], ["--wrong"]]
)
def test_a_wrong_option_writes_nothing(tmp_path, capsys, options) -> None:
    """Exit status 2, said on stderr."""
    assert run_new(tmp_path / "site", *options) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "sphinx-academic" in said.err
    assert not (tmp_path / "site").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Exit status 2."""
    (tmp_path / "site").write_text("", encoding="utf-8")
    assert run_new(tmp_path / "site") == 2


@pytest.mark.parametrize("place", ["file/site", "link", "n" * 300], ids=["in a file", "dangling link", "long name"])
def test_a_folder_that_cannot_be_is_told_in_one_line(tmp_path, capsys, place) -> None:
    """Exit status 2, and nothing is written."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert run_new(tmp_path / place) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]


def test_a_folder_that_is_read_only_is_told_before_the_questions(tmp_path, monkeypatch, capsys) -> None:
    """Exit status 2."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(sys, "stdin", AtTerminal(""))
    with pytest.raises(SystemExit, match="2"):
        main(["new", str(tmp_path / "site")])
    assert "nothing can be written into" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("folder", "line"),
    [("site", "  cd site"), ("my site", "  cd 'my site'"), ("$x", "  cd '$x'"), ("it's", "  cd 'it'\"'\"'s'")],
)
@pytest.mark.skipif(os.name != "posix", reason="quotes of a shell of Unix")
def test_the_next_line_can_be_pasted(tmp_path, monkeypatch, capsys, folder, line) -> None:
    """Whatever the folder is called; where one is there, none is needed."""
    monkeypatch.chdir(tmp_path)
    run_new(Path(folder))
    assert line in capsys.readouterr().out.splitlines()
    run_new(Path())
    assert "  cd " not in capsys.readouterr().out


def test_questions_are_asked_at_a_terminal(tmp_path, monkeypatch, capsys) -> None:
    """Those that no option answers; wrong answers again; the file suggests the name."""
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    typed = [
        "missing.bib",
        str(tmp_path / "my.bib"),
        "",
        "Ph.D. student",
        "jane",
        "jane@x.org",
        "gihub=jane",
        "github=jane",
        "",
    ]
    monkeypatch.setattr(sys, "stdin", AtTerminal("\n".join(typed) + "\n"))
    assert main(["new", str(tmp_path / "site"), "--affiliation", "NYU"]) == 0
    profile = settings(tmp_path / "site")["academic_profile"]
    assert [profile[key] for key in ("name", "position", "affiliation", "email")] == [
        "Jane Mary Roe", "Ph.D. student", "NYU", "jane@x.org",
    ]  # fmt: skip
    assert profile["links"] == {"cv": "cv", "github": "jane"}
    said = capsys.readouterr().out
    assert "Your name [Jane Mary Roe]" in said
    assert "did you mean 'github'" in said


@pytest.mark.parametrize("options", [["--no-input"], []], ids=["--no-input", "no terminal"])
def test_nobody_is_asked(tmp_path, monkeypatch, options) -> None:
    """With ``--no-input``, and where nobody sits."""
    monkeypatch.setattr(sys, "stdin", AtTerminal("") if options else io.StringIO(""))
    assert main(["new", str(tmp_path / "site"), *options]) == 0


def test_breaking_off_writes_nothing(tmp_path, monkeypatch) -> None:
    """At the end of the input, or with Ctrl+C."""
    monkeypatch.setattr(sys, "stdin", AtTerminal("\nJane"))
    assert main(["new", str(tmp_path / "site")]) == 130
    assert not (tmp_path / "site").exists()


@pytest.mark.skipif(os.name != "posix", reason="pipes of Unix")
def test_whoever_stops_listening_breaks_nothing(tmp_path: Path) -> None:
    """As in ``sphinx-academic new site | head -1``: all is written, and no trace of Python is shown."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "sphinxcontrib_academic", "new", str(tmp_path / "site")]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "site" / ".github/workflows/pages.yml").is_file()


def test_the_command_can_be_run_as_a_module() -> None:
    """``python -m sphinxcontrib_academic --version``."""
    command = [sys.executable, "-m", "sphinxcontrib_academic", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"sphinxcontrib-academic {__version__}\n"


def test_without_a_command_it_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    """On stderr, with exit status 2."""
    assert main([]) == 2
    assert "sphinx-academic" in capsys.readouterr().err


def test_sphinx_never_enters_the_starter() -> None:
    """The extension works without a line of it."""
    code = "import sphinxcontrib_academic, sys, json; print(json.dumps([n for n in sys.modules if 'starter' in n]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []


# the result builds


@pytest.mark.parametrize(
    "options", [[], ["--name", "Siobhán O'Brien", "--markdown"]], ids=["example", "own, in Markdown"]
)
def test_the_site_builds_without_a_warning(tmp_path: Path, options: list[str]) -> None:
    """In HTML, with ``-n -W``, with each page in its place."""
    assert run_new(tmp_path, *options) == 0
    assert build("html", tmp_path) == ""
    pages = {page: (tmp_path / "_build" / "html" / f"{page}.html").read_text("utf-8") for page in ("index", "cv")}
    assert all('class="academic-self' in page for page in pages.values())
    assert all("academic-timeline" in page for page in pages.values())


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
def test_the_cv_builds_without_a_warning(tmp_path: Path, engine: str) -> None:
    """The only PDF, with ``-n -W``."""
    needs_tool(engine, "latexmk", "pdftotext")
    assert run_new(tmp_path, "--name", "Siobhán O'Brien", "--affiliation", "100% *star*", "--markdown") == 0
    build("latexpdf", tmp_path, "-D", f"latex_engine={engine}")
    [pdf] = (tmp_path / "_build" / "latex").glob("*.pdf")
    assert pdf.name == "cv.pdf"
    shown = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert "Siobhán O’Brien" in shown
    assert "100% *star*" in shown
