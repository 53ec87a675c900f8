"""LaTeX: what stands in the ``.tex`` file."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx.writers.latex import LaTeXTranslator

from sphinxcontrib_academic import nodes as academic
from sphinxcontrib_academic.outputs import latex
from sphinxcontrib_academic.outputs.latex.addresses import absolute, tex_address
from sphinxcontrib_academic.outputs.latex.characters import Way, named, pieces
from sphinxcontrib_academic.outputs.latex.fields import collect_fields
from sphinxcontrib_academic.outputs.latex.nodes import academic_field
from sphinxcontrib_academic.outputs.latex.theme import THEME
from sphinxcontrib_academic.outputs.latex.widths import widest
from tests.outputs import sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Site

    MakeSite = Callable[..., Site]

HERE = Path(__file__).parent
STYLE = Path(latex.__file__).parent / "texinputs" / "sphinxacademic.sty"
SITE = "https://example.org"
CONF = """
import sys
sys.path.insert(0, {path!r})
import sample
extensions = ["sphinxcontrib_academic"]
project = "Homepage"
author = "Xuanlei Zhao"
setup = sample.connect
"""

BIB = """
@inproceedings{pab, author = {Zhao, Xuanlei and Jin, Xiaolong}, title = {On {PAB}}, booktitle = {ICLR}, year = 2025,
  arxiv = {2408.12588}, code = {https://github.com/a/b_c}, slides = {slides/talk one.pdf}}
@article{fold, author = {Cheng, Shenggan}, title = {Fold}, journal = {A Journal},
  year = 2024, pages = {1--9}}
"""
INDEX = "Home\n====\n\n.. toctree::\n\n   cv\n   other\n\n.. publications::\n"
CV = "CV\n==\n\n.. publications::\n\n   pab\n"
OTHER = "Other\n=====\n\nWords.\n"


@pytest.fixture
def make_cv(make_site: MakeSite) -> Callable[..., str]:
    """The ``.tex`` file of a CV with a sample of everything."""

    def make(text: str = sample.CV, **config: Any) -> str:
        conf = CONF.format(path=str(HERE))
        settings = {"latex_theme": THEME, "html_baseurl": SITE, **config}
        return make_site(
            {"conf.py": conf, "index.rst": ":orphan:\n\n" + INDEX[:10], "cv.rst": ":orphan:\n" + text},
            "latex",
            **settings,
        ).read("cv.tex")

    return make


def environment(tex: str, name: str, index: int = 0) -> str:
    """One environment of a ``.tex`` file, as it stands there."""
    found = re.findall(rf"\\begin\{{{name}\}}.*?\\end\{{{name}\}}", tex, re.DOTALL)
    return str(found[index])


# addresses


@pytest.mark.parametrize(
    ("uri", "base", "expected"),
    [
        ("https://x.org/a", SITE, "https://x.org/a"),
        ("mailto:a@b.org", "", "mailto:a@b.org"),
        ("a/b.pdf", SITE, "https://example.org/a/b.pdf"),
        ("/a/b.pdf", f"{SITE}/", "https://example.org/a/b.pdf"),
        ("//x.org/a", "", "https://x.org/a"),
        ("a/b.pdf", "", ""),
        ("a/b.pdf", "/", ""),
        ("", SITE, ""),
    ],
)
def test_a_relative_address_is_made_absolute_where_the_site_has_one(uri: str, base: str, expected: str) -> None:
    """A PDF is read far from the site."""
    assert absolute(uri, base) == expected


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        ("https://x.org/a_b?c=d&e#f", r"https://x.org/a\_b?c=d\&e\#f"),
        ("https://x.org/a%20b~c", r"https://x.org/a\%20b~c"),
        ("https://doi.org/10.1/(x)[1]", r"https://doi.org/10.1/(x)\%5B1\%5D"),
        ("https://x.org/{\\}^ é", r"https://x.org/\%7B\%5C\%7D\%5E\%20\%C3\%A9"),
    ],
)
def test_an_address_is_safe_in_the_argument_of_a_macro(uri: str, expected: str) -> None:
    """What TeX takes for something else is encoded or escaped."""
    assert tex_address(uri) == expected


@given(st.text())
def test_no_address_can_close_the_argument_it_stands_in(uri: str) -> None:
    """Nor start a command that is not an escaped sign."""
    tex = tex_address(uri.encode("utf-8", "ignore").decode())
    assert not re.search(r"[{}^]|\\(?![%#&_$])|(?<!\\)[%#&_$]", tex)
    assert tex.isascii()


# characters


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("β-VAE", r"\ensuremath{\beta}-VAE"),
        ("Ọ", r"\d{O}"),
        ("ẽ", r"\~{e}"),
        ("x ≤ y", r"x \ensuremath{\leq} y"),
        ("ﬁt", "fit"),
        ("Jose\u0301", "José"),
        ("a\N{THIN SPACE}b", r"a\,b"),
        ("Łódź, İstanbul, Ştefan", "Łódź, İstanbul, Ştefan"),
    ],
)
def test_what_pdflatex_lacks_is_written_in_its_own_way(text: str, tex: str) -> None:
    """Signs as formulas, letters with one accent by commands."""
    assert "".join(piece.tex or piece.text for piece in pieces(text)) == tex


@pytest.mark.parametrize(
    "text", ["赵和旭", "Дмитрий", "Παπαδόπουλος", "محمد", "ế", "🔥", "ひらがな", "한국어", "עברית"]
)
def test_what_pdflatex_cannot_set_is_named(text: str) -> None:
    """Scripts beyond Latin, two accents on a letter, pictures."""
    (piece,) = pieces(text)
    assert piece.way is Way.NONE


def test_a_message_names_each_character_once() -> None:
    """With its number, which tells two that look alike apart."""
    assert named("赵赵 🔥") == "赵 (U+8D75), 🔥 (U+1F525)"


@given(st.text())
def test_no_character_of_a_text_is_lost(text: str) -> None:
    """The pieces are the text, in Unicode's composed form."""
    assert "".join(piece.text for piece in pieces(text)) == unicodedata.normalize("NFC", text)


def test_the_widest_text_is_not_the_longest() -> None:
    """Letters are not of one width."""
    assert widest(["illit", "MMMM"]) == "MMMM"
    assert widest([]) == ""


# fields


def fields_of(thing: Any) -> list[tuple[str, str]]:
    """Names and words of the fields of a thing."""
    collect_fields(thing, "cv")
    return [(field["name"], field.astext()) for field in thing.findall(academic_field)]


def test_the_parts_of_a_publication_become_fields() -> None:
    """Each by its name; a short venue is for the column at the right."""
    names = [name for name, _ in fields_of(sample.works()[0])]
    assert names == ["anchor", "title", "authors", "venue", "links"]


def test_a_full_venue_is_another_field_and_its_date_leaves_the_details() -> None:
    """The date goes to the column of dates."""
    found = dict(fields_of(sample.works()[2]))
    assert found["fullvenue"] == "Principles and Practice of Parallel Programming"
    assert (found["details"], found["date"]) == ("12(3), 45–67", "Mar 2024")


def test_separators_of_a_layout_are_left_away() -> None:
    """The style sheet lays the fields out."""
    entry = sample.education()[0]
    assert fields_of(entry) == [
        ("when", "Jan 2024 – present"),
        ("title", "National University of Singapore"),
        ("subtitle", "PhD in Computer Science"),
        ("location", "Singapore"),
        ("detail", "Advised by Yang You"),
    ]


def test_the_author_s_prose_follows_the_head() -> None:
    """Lists and remarks are not fields."""
    entry = sample.experience()[0]
    collect_fields(entry, "cv")
    assert [type(child).__name__ for child in entry.children][-2:] == ["academic_head", "bullet_list"]


# the .tex file


def test_a_publication_in_latex(make_cv: Callable[..., str]) -> None:
    """An environment, its fields, the head, the remark."""
    assert environment(make_cv(), "academicpublication") == (
        "\\begin{academicpublication}{paper-conference}\n"
        "\\academicset{anchor}{\\phantomsection\\label{\\detokenize{cv:academic-pub-pab}}}%\n"
        "\\academicset{title}{Real\\sphinxhyphen{}Time Video Generation with Pyramid Attention Broadcast}%\n"
        "\\academicset{authors}{\\academicauthor{\\academicself[bold underline]{Xuanlei Zhao}\\academicmark{*}}, "
        "\\academicauthor{Xiaolong Jin\\academicmark{*}}, "
        "\\academicauthor{Kai Wang\\academicmark{*}\\academicmark{†}}, \\academicauthor{Yang You\\academicmark{†}}}%\n"
        "\\academicset{venue}{ICLR 2025}%\n"
        "\\academicset{links}{\\academiclink{\\sphinxhref{https://arxiv.org/abs/2408.12588}{arXiv}}\\academiclinksep{}"
        "\\academiclink{\\sphinxhref{https://github.com/a/b}{Code}}\\academiclinksep{}"
        "\\academiclink{\\sphinxhref{https://example.org/posts/pab.html}{Project page}}}%\n"
        "\\academichead\n\n"
        "\\begin{sphinxuseclass}{academic-remark}\n"
        "\\sphinxAtStartPar\n"
        "First real\\sphinxhyphen{}time, and most cited, cache\\sphinxhyphen{}based "
        "acceleration method for video generation.\n\n"
        "\\end{sphinxuseclass}\n"
        "\\end{academicpublication}"
    )


def test_an_entry_in_latex(make_cv: Callable[..., str]) -> None:
    """The kind is the environment's argument; what comes twice is joined by the style sheet."""
    assert environment(make_cv(), "academicentry", 1) == (
        "\\begin{academicentry}{education}\n"
        "\\academicset{when}{Aug 2022 \\textendash{} Dec 2023}%\n"
        "\\academicset{title}{National University of Singapore}%\n"
        "\\academicset{subtitle}{MSc in Computer Science}%\n"
        "\\academicset{location}{Singapore}%\n"
        "\\academichead\n\n"
        "\\end{academicentry}"
    )


def test_one_liners_share_a_column_for_the_widest_date(make_cv: Callable[..., str]) -> None:
    """Its width comes from Python, which knows all dates of the list."""
    tex = make_cv()
    assert "\\begin{academictimeline}{award}{Sep 2018 \\textendash{} Jun 2022}\n" in tex
    assert "\\begin{academictimeline}{news}{}\n" in tex
    assert environment(tex, "academicevent") == (
        "\\begin{academicevent}{award}\n"
        "\\academicset{when}{2023}%\n"
        "\\academicset{title}{National University of Singapore Research Scholarship}%\n"
        "\\academichead\n\n"
        "\\end{academicevent}"
    )


def test_a_profile_in_latex(make_cv: Callable[..., str]) -> None:
    """The name that the page's title says in HTML; the e-mail address in clear; links with icons in the second row."""
    profile = environment(make_cv(), "academicprofile")
    assert "\\academicsetsilent{name}{Xuanlei Zhao}%\n" in profile
    assert "\\academiccontact{phone}{tel:+6500000000}{+65 0000 0000}%\n" in profile
    assert "{mailto:xuanlei@comp.nus.edu.sg}{\\DUrole{academic-label}{Work:} xuanlei@comp.nus.edu.sg}%\n" in profile
    assert (
        "\\academiccontactbreak\n\\academicprovideicon{homepage}{Globe}%\n"
        "\\academiccontact{homepage}{https://oahzxl.github.io}{oahzxl.github.io}%\n"
    ) in profile
    assert profile.index("\\academichead") < profile.index("I make video models fast")


def test_a_field_list_is_facts_in_a_cv_only(make_cv: Callable[..., str]) -> None:
    """Elsewhere it stays Sphinx's."""
    assert "\\begin{academicfact}{Machine learning systems}" in make_cv()
    documents = [("cv", "cv.tex", "", "", "howto")]
    assert "academicfact" not in make_cv(latex_theme="howto", latex_documents=documents)


def test_a_legend_in_latex(make_cv: Callable[..., str]) -> None:
    """One macro, whose paragraph is the style sheet's affair."""
    assert "\\academiclegend{\\academicmark{*} equal contribution}\n" in make_cv()


def test_each_macro_that_is_written_is_defined(make_cv: Callable[..., str]) -> None:
    """The contract between the visitors and the style sheet."""
    files = [STYLE, *STYLE.parent.parent.rglob("academic-cv*.cls")]
    style = "".join(path.read_text(encoding="utf-8") for path in files)
    tex = make_cv()
    # these are made by \newif, or stand in another file
    macros = set(re.findall(r"\\(academic[a-z]+)", tex)) - {"academicprofiletrue", "academicfonts"}
    environments = set(re.findall(r"\\begin\{(academic[a-z]+)\}", tex))
    assert {name for name in macros if f"\\{name}" not in style} == set()
    assert {name for name in environments if f"\\newenvironment{{{name}}}" not in style} == set()


def test_every_node_that_every_output_has_can_be_shown_in_latex() -> None:
    """A node without visitors of its own is shown as the docutils node that it is."""
    left = {cls for cls in (*academic.THINGS, *academic.INLINES) if cls not in latex.VISITORS}
    known = {cls for cls in left if any(hasattr(LaTeXTranslator, f"visit_{base.__name__}") for base in cls.__mro__)}
    assert left - known == set()


# links


def test_show_urls_makes_no_footnotes_of_our_links(make_site: MakeSite) -> None:
    """They would be lost in the boxes that fields are set in; the author's own have theirs."""
    prose = "\nSee `there <https://there.org>`_.\n"
    site = make_site(
        {"index.rst": "Home\n====\n\n.. publications::\n" + prose, "a.bib": BIB}, "latex", latex_show_urls="footnote"
    )
    tex = next(site.app.outdir.glob("*.tex")).read_text(encoding="utf-8")
    assert tex.count("\\begin{footnote}") == 1
    assert "\\academiclink{\\sphinxhref{https://arxiv.org/abs/2408.12588}{arXiv}}" in tex


def cv_of(make_site: MakeSite, cv: str, **config: Any) -> str:
    """The CV of a site of three pages."""
    files = {"index.rst": INDEX, "cv.rst": cv, "other.rst": OTHER, "a.bib": BIB, "slides/talk one.pdf": b"%PDF-1.4"}
    site = make_site(files, "latex", latex_theme=THEME, **config)
    assert site.warnings == []
    return site.read("cv.tex")


def test_a_reference_to_a_page_outside_of_the_pdf_leads_to_the_site(make_site: MakeSite) -> None:
    """Where its address is known."""
    tex = cv_of(make_site, CV + "\nSee :doc:`other`.\n", html_baseurl=f"{SITE}/")
    assert "\\sphinxhref{https://example.org/other.html}{" in tex


def test_without_an_address_such_a_reference_is_words(make_site: MakeSite) -> None:
    """As Sphinx itself has it."""
    tex = cv_of(make_site, CV + "\nSee :doc:`other` and :academic:pub:`fold`.\n")
    assert "other" in tex
    assert "hyperref[" not in tex
    assert "sphinxhref{other" not in tex
    assert "other.html" not in tex


def test_a_reference_to_a_publication_leads_to_its_label(make_site: MakeSite) -> None:
    """Which stands in the file once; though the site has another page that is the publication's own."""
    tex = cv_of(make_site, CV + "\nSee :academic:pub:`pab`.\n")
    (target,) = re.findall(r"\\hyperref\[\\detokenize\{([^}]*pab)\}\]", tex)
    assert tex.count(f"\\label{{\\detokenize{{{target}}}}}") == 1


def test_a_file_beside_the_sources_is_a_link_to_the_site(make_site: MakeSite) -> None:
    """It is not in the PDF."""
    tex = cv_of(make_site, CV, html_baseurl=SITE)
    (uri,) = re.findall(r"\\sphinxhref\{([^}]*)\}\{Slides\}", tex)
    assert unquote(uri.replace("\\", "")).startswith("https://example.org/_downloads/")


# the theme


def test_the_default_document_is_the_page_of_the_cv(make_site: MakeSite) -> None:
    """One file, since Read the Docs makes no PDF of two."""
    site = make_site({"index.rst": INDEX, "cv.rst": CV, "other.rst": OTHER, "a.bib": BIB}, "latex", latex_theme=THEME)
    assert [path.name for path in site.app.outdir.glob("*.tex")] == ["cv.tex"]


def test_without_such_a_page_it_is_the_root(make_site: MakeSite) -> None:
    """Under the project's name, as Sphinx has it."""
    site = make_site({"index.rst": "Home\n====\n"}, "latex", latex_theme=THEME, project="Me")
    assert [path.name for path in site.app.outdir.glob("*.tex")] == ["me.tex"]


def test_documents_that_the_user_names_stay(make_site: MakeSite) -> None:
    """Whatever pages there are."""
    documents = [("other", "o.tex", "O", "Me", THEME)]
    files = {"index.rst": INDEX, "cv.rst": CV, "other.rst": OTHER, "a.bib": BIB}
    site = make_site(files, "latex", latex_theme=THEME, latex_documents=documents)
    assert [path.name for path in site.app.outdir.glob("*.tex")] == ["o.tex"]


def test_another_theme_keeps_its_documents_and_fonts(make_site: MakeSite) -> None:
    """Only the package is there, for all documents."""
    site = make_site(
        {"index.rst": "Home\n====\n", "cv.rst": ":orphan:\n\nCV\n==\n"}, "latex", project="Me", language="de"
    )
    tex = site.read("me.tex")
    assert "academicfonts" not in tex
    assert "\\usepackage[de]{sphinxacademic}" in tex
    assert (site.app.outdir / "sphinxacademic.sty").is_file()


def test_the_fonts_are_those_of_the_class(make_site: MakeSite) -> None:
    """In a document of another class, those of Sphinx."""
    site = make_site({"index.rst": "Home\n====\n"}, "latex", latex_theme=THEME, project="Me", latex_engine="lualatex")
    tex = site.read("me.tex")
    assert "\\ifdefined\\academicfonts\\academicfonts\\else\n\\setmainfont{FreeSerif}" in tex
    assert "\\documentclass[a4paper,10pt,english]{academic-cv}" in tex


def test_fonts_that_the_user_chose_stay(make_site: MakeSite) -> None:
    """So do all other settings."""
    elements = {"fontpkg": "\\usepackage{charter}", "papersize": "letterpaper"}
    tex = make_site(
        {"index.rst": "Home\n====\n"}, "latex", latex_theme=THEME, project="Me", latex_elements=elements
    ).read("me.tex")
    assert "academicfonts" not in tex
    assert "\\documentclass[letterpaper,10pt,english]{academic-cv}" in tex


# characters that the engine cannot set


def test_pdflatex_is_warned_of_what_it_cannot_set(make_site: MakeSite) -> None:
    """The message names the characters and the entry; the text stays in the file, framed by the style sheet."""
    bib = "@misc{zhao2025, author = {赵和旭}, title = {On β and ﬁ}, year = 2025}\n"
    site = make_site({"index.rst": "Home\n====\n\n.. publications::\n", "a.bib": bib}, "latex", project="Me")
    (warning,) = site.warnings
    assert "pdflatex cannot set 赵 (U+8D75), 和 (U+548C), 旭 (U+65ED) in 'zhao2025'" in warning
    assert warning.startswith("index.rst:")
    assert warning.endswith("[academic.latex_characters]")
    assert "\\academicunsettable{赵和旭}" in site.read("me.tex")


def test_lualatex_gets_the_text_as_it_is(make_site: MakeSite) -> None:
    """Its fonts are another affair."""
    bib = "@misc{zhao2025, author = {赵和旭}, title = {On β}, year = 2025}\n"
    files = {"index.rst": "Home\n====\n\n.. publications::\n", "a.bib": bib}
    site = make_site(files, "latex", project="Me", latex_engine="lualatex")
    assert site.warnings == []
    assert "赵和旭" in site.read("me.tex")
