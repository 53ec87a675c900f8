"""The look of the CV: its styles, and the options that are checked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sphinxcontrib_academic.kinds.cv import CV_FONTS, CV_STYLES, is_cv_font
from sphinxcontrib_academic.outputs import latex
from sphinxcontrib_academic.outputs.latex.theme import THEME
from sphinxcontrib_academic.values import VALUES, choices_of
from tests.conftest import ROOT, needs_tool
from tests.outputs import sample
from tests.outputs.test_latex_pdf import ENGINES, LIGATURES, make_pdf, run, unclean

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Site

__all__ = ["make_pdf"]

TEXINPUTS = Path(latex.__file__).parent / "texinputs"
STYLES = [row.key for row in CV_STYLES]
INDEX = {"index.rst": "Home\n====\n"}


def tex_of(make_site: Callable[..., Site], **config: Any) -> str:
    """The ``.tex`` file of a CV with these settings."""
    site = make_site(INDEX, "latex", latex_theme=THEME, project="Me", **config)
    assert site.warnings == []
    return site.read("me.tex")


@pytest.mark.parametrize("style", STYLES[1:])
def test_each_style_has_a_file(style: str) -> None:
    """The first is what the class does by itself."""
    assert (TEXINPUTS / f"academic-cv-{style}.sty").is_file()


def test_each_style_has_a_font_of_the_table() -> None:
    """Which all engines can set."""
    assert [row.key for row in CV_STYLES if not is_cv_font(row.font)] == []


def test_each_font_of_the_table_has_its_files() -> None:
    """In the one file of fonts."""
    declared = re.findall(
        r"^\\academicdeclarefont\{([^}]+)\}", (TEXINPUTS / "academic-cv-fonts.sty").read_text(), re.MULTILINE
    )
    assert sorted(declared) == sorted(row.key for row in CV_FONTS)


def test_the_style_brings_font_size_and_margins(make_site: Callable[..., Site]) -> None:
    """What the options do not say."""
    tex = tex_of(make_site, academic_cv_style="compact")
    assert "\\def\\academiccvstyle{compact}\n" in tex
    assert "\\def\\academiccvfont{termes}\n" in tex
    assert "\\def\\academiccvfontsize{9.5}\n" in tex


def test_options_of_the_page(make_site: Callable[..., Site]) -> None:
    """Each becomes a macro that the class reads, or an option of the class."""
    options = {"papersize": "letter", "margin": "1in 2cm", "fontsize": "10.5pt", "accent": "#1c3a68", "photo": True}
    tex = tex_of(make_site, academic_cv=options)
    assert "\\documentclass[letterpaper,10pt,english]{academic-cv}" in tex
    assert "\\def\\academiccvmargin{1in,2cm,1in,2cm}\n" in tex
    assert "\\def\\academiccvfontsize{10.5}\n" in tex
    assert "\\def\\academiccvaccent{1C3A68}\n" in tex
    assert "\\def\\academiccvphoto{1}\n" in tex


def test_latex_elements_have_the_last_word(make_site: Callable[..., Site]) -> None:
    """They are Sphinx's own way; other packages' options stay beside ours."""
    own = {"papersize": "a4paper", "passoptionstopackages": "\\PassOptionsToPackage{svgnames}{xcolor}"}
    tex = tex_of(make_site, academic_cv={"papersize": "letter"}, latex_elements=own)
    assert "\\documentclass[a4paper," in tex
    assert "{svgnames}{xcolor}" in tex
    assert "\\def\\academiccvstyle{classic}" in tex


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"papersise": "a4"}, "academic_cv has no key 'papersise'; did you mean 'papersize'?"),
        ({"papersize": "A4"}, "academic_cv has the papersize 'A4', expected 'a4' or 'letter'; did you mean 'a4'?"),
        ({"margin": "20"}, "academic_cv has the margin '20', expected one to four lengths"),
        ({"margin": "1em}\\evil{"}, "academic_cv has the margin"),
        ({"fontsize": "10"}, "academic_cv has the fontsize '10', expected a size from '8pt' to '12pt'"),
        ({"fontsize": 10}, "academic_cv has the fontsize 10, expected a size from '8pt' to '12pt'"),
        ({"accent": "blue"}, "academic_cv has the accent 'blue', expected a colour such as '#1C3A68'"),
        ({"photo": "yes"}, "academic_cv has the photo 'yes', expected True or False"),
        ({"font": "latto"}, "academic_cv has the font 'latto', expected one of charter"),
    ],
)
@pytest.mark.parametrize("builder", ["html", "latex"])
def test_a_wrong_option_is_reported_and_left_out(
    make_site: Callable[..., Site], options: dict[str, Any], expected: str, builder: str
) -> None:
    """At its line of ``conf.py``, in every build."""
    conf = f'extensions = ["sphinxcontrib_academic"]\n\nacademic_cv_style = "caps"\nacademic_cv = {options!r}\n'
    site = make_site({"conf.py": conf, **INDEX}, builder, latex_theme=THEME, project="Me")
    (warning,) = site.warnings
    assert warning.startswith(f"conf.py:4: WARNING: {expected}")
    assert warning.endswith("[academic.unknown_value]")
    if builder == "latex":
        assert "evil" not in site.read("me.tex")


def test_a_misspelt_style_is_reported(make_site: Callable[..., Site]) -> None:
    """The CV is set in the first one."""
    conf = 'extensions = ["sphinxcontrib_academic"]\nacademic_cv_style = "modren"\n'
    site = make_site({"conf.py": conf, **INDEX}, "latex", latex_theme=THEME, project="Me")
    (warning,) = site.warnings
    assert warning.startswith("conf.py:2: WARNING: academic_cv_style is 'modren', expected 'classic', 'modern'")
    assert "did you mean 'modern'?" in warning
    assert "\\def\\academiccvstyle{classic}" in site.read("me.tex")


def test_the_style_without_a_setting_is_the_first_of_the_table():
    """The value is known before the table is loaded."""
    [value] = [value for value in VALUES if value.name == "academic_cv_style"]
    assert value.default == CV_STYLES[0].key
    assert choices_of(value) == tuple(row.key for row in CV_STYLES)


def test_a_font_of_the_system_is_for_engines_that_find_it(make_site: Callable[..., Site]) -> None:
    """Without a warning."""
    tex = tex_of(make_site, academic_cv={"font": "EB Garamond"}, latex_engine="lualatex")
    assert "\\def\\academiccvfont{EB Garamond}\n" in tex


def test_other_documents_have_none_of_it(make_site: Callable[..., Site]) -> None:
    """A manual is set by Sphinx alone."""
    site = make_site(INDEX, "latex", project="Me", academic_cv_style="modern")
    assert "academiccv" not in site.read("me.tex")
    assert not list(site.app.outdir.glob("academic-cv-*.sty"))


@pytest.mark.tex
@pytest.mark.parametrize("style", STYLES[1:])
@pytest.mark.parametrize("engine", ENGINES)
def test_each_style_sets_everything_with_a_clean_log(
    make_pdf: Callable[..., Path],
    engine: str,
    style: str,
) -> None:
    """In each engine; all names, and no ligatures."""
    folder = make_pdf(sample.CV, engine, academic_cv_style=style)
    assert unclean(folder) == []
    text = run("pdftotext", "cv.pdf", "-", folder=folder)
    found = " ".join(text.split()).casefold()
    assert [name for name in sample.NAMES if name.casefold() not in found] == []
    assert LIGATURES.findall(text) == []


@pytest.mark.tex
def test_a_style_that_is_narrow_takes_less_room(make_pdf: Callable[..., Path]) -> None:
    """The compact one is for limits of pages."""
    heights = {}
    for style in ("classic", "compact"):
        folder = make_pdf(sample.CV * 1, academic_cv_style=style)
        boxes = run("pdftotext", "-bbox", "cv.pdf", "-", folder=folder)
        pages = boxes.split("<page ")[1:]
        last = [float(found) for found in re.findall(r'yMax="([\d.]+)"', pages[-1])]
        heights[style] = 842 * (len(pages) - 1) + max(y for y in last if y < 800)
    assert heights["compact"] < 0.75 * heights["classic"]


@pytest.mark.tex
@pytest.mark.parametrize("engine", ENGINES)
def test_fonts_that_are_missing_do_not_stop_it(make_pdf: Callable[..., Path], engine: str) -> None:
    """The next one of the chain serves; at the end that of TeX itself."""
    needs_tool(engine)
    hide = r"\makeatletter\let\academic@typeone\@gobbletwo\def\academic@open#1#2\relax{}\makeatother"
    config = {"latex_elements": {"passoptionstopackages": hide}}
    folder = make_pdf("CV\n==\n\nSAMPLE profile\n\nSAMPLE education\n", engine, **config)
    assert unclean(folder) == []
    assert "Xuanlei Zhao" in run("pdftotext", "cv.pdf", "-", folder=folder)


@pytest.mark.tex
@pytest.mark.parametrize("style", STYLES)
def test_ten_lines_of_preamble_restyle_it(make_pdf: Callable[..., Path], style: str) -> None:
    """Without a file of the user's."""
    preamble = r"""
\definecolor{academicaccent}{HTML}{7A1F3D}
\renewcommand*\academicnamestyle{\fontsize{30}{34}\bfseries\selectfont}
\renewcommand\academictitlestyle{\scshape}
\renewcommand*\academicjoin{ / }
\renewcommand*\academicentryhead{\academicanchor\textbf{ENTRY} \academicget{title} \academicget{when}}
\renewcommand\academicsectiontext[1]{=#1=}
\renewcommand*\academicsectionrule{}
"""
    folder = make_pdf(sample.CV, academic_cv_style=style, latex_elements={"preamble": preamble})
    text = run("pdftotext", "-layout", "cv.pdf", "-", folder=folder)
    assert "ENTRY National University of Singapore Jan 2024 – present" in " ".join(text.split())
    assert "=Education=" in text


PREAMBLE = ROOT / "docs" / "snippets" / "cv" / "preamble.py"


@pytest.mark.tex
def test_the_preamble_of_the_documentation(make_pdf: Callable[..., Path]) -> None:
    """Ten lines, which change headings, titles, separators, colour and sizes; nothing is lost."""
    config: dict[str, Any] = {}
    exec(PREAMBLE.read_text(encoding="utf-8"), {}, config)
    lines = config["latex_elements"]["preamble"].strip().splitlines()
    assert len(lines) == 10
    folder = make_pdf(sample.CV, **config)
    assert unclean(folder) == []
    words = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    assert [name for name in sample.NAMES if name.casefold() not in words.casefold()] == []
    assert "EDUCATION" in words
    assert "xuanlei@comp.nus.edu.sg | " in words
    boxes = run("pdftotext", "-bbox", "cv.pdf", "-", folder=folder)
    name = re.search(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">Xuanlei<', boxes)
    assert name is not None
    assert float(name[2]) - float(name[1]) > 25


@pytest.mark.tex
def test_small_capitals_lose_no_letter(make_pdf: Callable[..., Path]) -> None:
    """XCharter has none for the sharp s: two letters stand for it, and one in bookmarks."""
    folder = make_pdf("CV\n==\n\nStraßen ÄÖÜ ñ ø ł\n--------------------\n\nGrößen\n")
    assert unclean(folder) == []
    words = run("pdftotext", "cv.pdf", "-", folder=folder)
    assert "strassen" in words.casefold()
    assert "Größen" in words
    assert "Straßen" in run("pdftohtml", "-xml", "-i", "-stdout", "cv.pdf", folder=folder)


@pytest.mark.tex
def test_what_is_wide_stays_on_the_page(make_pdf: Callable[..., Path]) -> None:
    """A long place beside a title, a long date beside a position."""
    place = "A campus with a very long name, in a town with another one, in a province of a far country that has many"
    text = (
        "CV\n==\n\n.. timeline:: position\n\n"
        f"   2020 -- 2022 : Clerk : Office\n      :location: {place}\n\n"
        f"   from the first summer until the very last winter of a decade of work : Clerk : Office : {place}\n"
        "      :note: And more\n"
    )
    for style in STYLES:
        folder = make_pdf(text, academic_cv_style=style)
        assert [line for line in unclean(folder) if not line.startswith("LaTeX Warning")] == [], style
        boxes = run("pdftotext", "-bbox", "cv.pdf", "-", folder=folder)
        assert max(float(found) for found in re.findall(r'xMax="([\d.]+)"', boxes)) < 560


@pytest.mark.tex
def test_dates_at_left_have_one_column(make_pdf: Callable[..., Path]) -> None:
    """In all lists of a CV, however wide their own dates are."""
    lists = "".join(
        f"{kind}\n------\n\n.. timeline:: {kind}\n\n   :{date}: Prize{kind}\n\n"
        for kind, date in (("award", "2024"), ("membership", "2020 -- 2024"), ("service", "Sep 2023"))
    )
    folder = make_pdf(f"CV\n==\n\n{lists}")
    boxes = run("pdftotext", "-bbox", "cv.pdf", "-", folder=folder)
    found = re.findall(r'<word xMin="([\d.]+)"[^>]*>Prize', boxes)
    assert len(found) == 3
    assert len(set(found)) == 1


@pytest.mark.tex
@pytest.mark.parametrize("style", STYLES)
def test_headings_of_all_levels(make_pdf: Callable[..., Path], style: str) -> None:
    """In the typeface of the CV, none larger than the one above, with its words close below."""
    signs = "-~^'\""
    text = "CV\n==\n\n.. profile::\n\n"
    text += "".join(f"Level{at}\n{sign * 6}\n\nBelow{at}.\n\n" for at, sign in enumerate(signs))
    folder = make_pdf(text, academic_cv_style=style, academic_profile={"name": "Jane Roe"})
    assert unclean(folder) == []
    boxes = run("pdftotext", "-bbox", "cv.pdf", "-", folder=folder).casefold()
    found = re.findall(r'ymin="([\d.]+)" xmax="[\d.]+" ymax="([\d.]+)">(level|below)\d', boxes)
    assert [word for _, _, word in found] == ["level", "below"] * len(signs)
    middles = [(float(top) + float(bottom)) / 2 for top, bottom, _ in found]
    assert all(20 > below - level > 0 for level, below in zip(middles[2::2], middles[3::2], strict=True))
    fonts = re.findall(r"\+([A-Za-z]+)", run("pdffonts", "cv.pdf", folder=folder))
    assert len({font[:6] for font in fonts}) == 1, "another typeface than that of the CV"
