"""Layouts: lines of text with parts, whose brackets and separators come and go with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sphinxcontrib_academic.layouts import Slot, read_layout, unknown_modifiers, unknown_parts
from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.render.setting import Setting
from sphinxcontrib_academic.render.works import publication_node

_FOLDER = Path(__file__).resolve().parents[1] / ".." / "shared" / "corpus"
CORPUS = sorted(_FOLDER.rglob("*.bib")) if _FOLDER.is_dir() else []
"""Real files, where they are."""


def test_a_bracket_belongs_to_the_part_that_it_encloses():
    """``[{venue}] {title}``: without a venue there are no brackets."""
    layout = read_layout("cv", ["[{venue}] {title}"])
    assert layout.lines == ((Slot("venue", before="[", after="]"), Slot("title", separator=" ")),)


def test_a_separator_belongs_to_the_part_behind_it():
    """``{venue}, {year}``: the comma is shown only between two parts."""
    layout = read_layout("x", ["{venue}, {year}"])
    assert layout.lines == ((Slot("venue"), Slot("year", separator=", ")),)


def test_words_go_with_the_part_behind_them():
    """``{title} in {venue}``: without a venue there is no *in*."""
    layout = read_layout("x", ["{title} in {venue}"])
    assert layout.lines == ((Slot("title"), Slot("venue", before="in ", separator=" ")),)


def test_parentheses_after_a_part():
    """``{venue} ({year})``: the blank is the separator, the parentheses are the year's."""
    layout = read_layout("x", ["{venue} ({year})"])
    assert layout.lines == ((Slot("venue"), Slot("year", before="(", after=")", separator=" ")),)


def test_unknown_parts_are_named():
    """A misspelt part is found."""
    assert unknown_parts(read_layout("x", ["{title} {autors}"]), ["title", "authors"]) == ("autors",)


# words behind the colon


def test_words_behind_the_colon():
    """``{links:code,pdf,bracket}``: how the part is shown."""
    (slot,) = read_layout("x", ["{links:code, pdf,bracket}"]).lines[0]
    assert (slot.part, slot.modifiers) == ("links", ("code", "pdf", "bracket"))


def test_a_pattern_of_dates_may_hold_commas():
    """``{date:MMM d, y}`` is one pattern."""
    (slot,) = read_layout("x", ["{date:MMM d, y}"]).lines[0]
    assert slot.modifiers == ("MMM d, y",)


def test_unknown_words_are_named():
    """With what could stand there; numbers of authors and relations are known."""
    layout = read_layout("x", ["{venue:chp} {authors:3} {links:code,cod} {date:MM.yyyy} {title:short}"])
    found = [(part, word) for part, word, _ in unknown_modifiers(layout, ["code"])]
    assert found == [("venue", "chp"), ("links", "cod"), ("title", "short")]


BIB = r"""
@inproceedings{a, title={On {3D} Things of $O(n^2)$}, author={Zhao, Hexu and Lu, Daohan}, author+an={2=equal},
  booktitle={International Conference on Things (ICT)}, year={2025}, month=mar, award={Oral}, tagline={First of all.},
  arxiv={2406.18533}, code={https://github.com/a/b}, pdf={https://example.org/a.pdf}, blog={https://example.org/b},
  abstract={We did \emph{things}.}, keywords={things}, note={Appeared.}}
@book{b, title={The Book}, author={Knuth, Donald E.}, publisher={Addison}, year={1984}}
"""
PAGE = "Title\n=====\n\n"


def lines_of(make_site, layout, key="a", builder="html", **config) -> list[str]:
    """The lines of one publication in a layout, as text."""
    page = f"{PAGE}.. publication:: {key}\n   :layout: {layout}\n"
    site = make_site({"index.rst": page, "p.bib": BIB}, builder=builder, **config)
    assert site.warnings == []
    html = site.read("index.html")
    html = re.sub(
        r"<details.*?</details>", "", html[html.index("<article") : html.index("</article>")], flags=re.DOTALL
    )
    found = re.findall(r'<(?:p|div) class="academic-line">(.*?)</(?:p|div)>', html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]*>", "", line).split()) for line in found]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (
            "chip",
            [r"ICT 2025 On 3D Things of \(O(n^2)\) Oral [arxiv] [pdf] [code] [blog]", "Hexu Zhao, Daohan Lu*"],
        ),
        ("cv", ["First of all.", r"[ICT 2025] On 3D Things of \(O(n^2)\)", "Hexu Zhao, Daohan Lu*"]),
        (
            "list",
            [
                r"On 3D Things of \(O(n^2)\)",
                "Hexu Zhao, Daohan Lu*",
                "International Conference on Things (ICT), 2025",
                "| arxiv | pdf | code | blog |",
            ],
        ),
        ("compact", [r"ICT 2025 On 3D Things of \(O(n^2)\). Hexu Zhao, Daohan Lu*"]),
        ("homepage", [r"On 3D Things of \(O(n^2)\)", "Hexu Zhao, Daohan Lu*", "ICT 2025 Oral arXiv PDF Code Blog"]),
        ("card", [r"On 3D Things of \(O(n^2)\)", "Hexu Zhao, Daohan Lu*", "ICT 2025 Oral arXiv PDF Code Blog"]),
    ],
)
def test_the_looks_of_the_seeds(make_site, layout, expected):
    """The same entry in every look."""
    assert lines_of(make_site, layout)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{venue:short}", "ICT 2025"),
        ("{venue:long}", "International Conference on Things (ICT)"),
        ("{venue:bracket} {title}", r"[ICT 2025] On 3D Things of \(O(n^2)\)"),
        ("{links:code,pdf}", "Code PDF"),
        ("{links:pdf,rest}", "PDF arXiv Code Blog"),
        ("{links:pipe,bracket,lower,code}", "| [code] |"),
        ("{authors:1}", "Hexu Zhao, Daohan Lu*"),  # nobody is folded away alone
        ("{date:MM.yyyy}", "03.2025"),
        ("{date:year}", "2025"),
        ("{type} {year:bold}", "Conference paper 2025"),
        ("{keywords:chip}", "things"),
        ("{stars}{citations}{preview}", None),
    ],
)
def test_a_part_is_shown_as_its_words_say(make_site, line, expected):
    """Short, long, bracketed, in the order wanted."""
    assert lines_of(make_site, "mine", academic_layouts={"mine": [line]}) == ([expected] if expected else [])


def test_a_layout_says_how_many_names_are_shown_at_once(make_site):
    """The others are unfolded."""
    files = {
        "index.rst": f"{PAGE}.. publication:: a\n   :layout: mine\n",
        "p.bib": "@misc{a, title={A}, author={A One and B Two and C Three}}",
    }
    html = make_site(files, academic_layouts={"mine": ["{authors:1}"]}).read("index.html")
    assert "<summary>and 2 more</summary>" in html


def html_of(make_site, line: str) -> str:
    """The HTML of the publication in a layout of one line."""
    site = make_site(
        {"index.rst": f"{PAGE}.. publication:: a\n   :layout: mine\n", "p.bib": BIB}, academic_layouts={"mine": [line]}
    )
    assert site.warnings == []
    html = site.read("index.html")
    return html[html.index("<article") : html.index("</article>")]


def test_a_title_can_be_a_link(make_site):
    """To the publication's own page, before its text and its code."""
    html = html_of(make_site, "{title:link}")
    assert 'href="https://arxiv.org/abs/2406.18533">On 3D' in html
    assert "href" not in html_of(make_site, "{title}")


def test_a_venue_without_its_plate(make_site):
    """In brackets, long, italic or plain it has no edge."""
    assert "academic-short" in html_of(make_site, "{venue}")
    assert "academic-short" not in html_of(make_site, "{venue:plain}") + html_of(make_site, "[{venue}]")
    assert '<em class="academic-venue">' in html_of(make_site, "{venue:italic}")


def test_icons_keep_their_words_for_who_does_not_see_them(make_site):
    """The label is in the page; the style sheet draws the icon."""
    html = html_of(make_site, "{links:icon,code}")
    assert '<span class="academic-links academic-links-icon">' in html
    assert ">Code</a>" in html


def test_a_layout_with_a_wrong_word_is_told(make_site):
    """At its line of ``conf.py``, with the nearest word."""
    conf = 'extensions = ["sphinxcontrib_academic"]\nacademic_layouts = {"mine": ["{venue:lnog}"]}\n'
    site = make_site({"index.rst": PAGE, "conf.py": conf})
    expected = "conf.py:2: WARNING: the layout 'mine' shows 'venue' as 'lnog', which means nothing there; "
    assert site.warnings == [expected + "did you mean 'long'? [academic.unknown_value]"]


def test_the_remark_has_its_place_in_a_layout(make_site):
    """The body of the directive, where the layout has ``{remark}``; below the lines otherwise."""
    page = f"{PAGE}.. publication:: a\n   :layout: mine\n\n   My *own* words.\n"
    site = make_site({"index.rst": page, "p.bib": BIB}, academic_layouts={"mine": ["{remark} {title}"]})
    assert '<span class="academic-remark">My <em>own</em> words.</span>' in site.read("index.html")


# what is unfolded


def test_abstract_and_bibtex_are_unfolded_by_the_browser(make_site):
    """``<details>`` behind the line of links, not in the search of the site."""
    html = html_of(make_site, "{links:code} {abstract} {bibtex}")
    assert "<summary>Abstract</summary><p>We did <em>things</em>.</p>" in html
    assert '<details class="academic-disclosure academic-bibtex no-search"><summary>BibTeX</summary><pre' in html


@pytest.mark.parametrize(("details", "count"), [(["abstract"], 1), ([], 0), (["abstract", "bibtex"], 2)])
def test_the_site_says_what_can_be_unfolded(make_site, details, count):
    """``academic_details``."""
    site = make_site({"index.rst": PAGE + ".. publication:: a", "p.bib": BIB}, academic_details=details)
    assert site.read("index.html").count("<details") == count


def test_an_entry_can_hide_its_bibtex(make_site):
    """``bibtex_show = {false}``."""
    bib = "@misc{a, title={A}, bibtex_show={false}}"
    site = make_site({"index.rst": PAGE + ".. publication:: a", "p.bib": bib})
    assert "BibTeX" not in site.read("index.html").split("<article")[1].split("</article>")[0]


@pytest.mark.parametrize("builder", ["text", "latex", "man", "texinfo"])
def test_outputs_that_cannot_unfold_leave_it_away(make_site, builder):
    """Neither the abstract nor the BibTeX."""
    site = make_site({"index.rst": PAGE + ".. publication:: a", "p.bib": BIB}, builder=builder)
    text = "".join(path.read_text("utf-8", "replace") for path in site.app.outdir.iterdir() if path.suffix in SUFFIXES)
    assert "things" in text.casefold()
    assert "We did" not in text
    assert "inproceedings" not in text


SUFFIXES = {".txt", ".tex", ".1", ".texi"}


def test_the_script_is_on_pages_that_need_it(make_site):
    """Deferred, from the site itself."""
    site = make_site({"index.rst": PAGE + ".. publication:: a", "other.rst": ":orphan:\n\n" + PAGE, "p.bib": BIB})
    assert '<script defer="defer" src="_static/sphinxcontrib-academic-copy.js' in site.read("index.html")
    assert "copy.js" not in site.read("other.html")


def test_an_entry_is_small(make_site):
    """At most 2.5 kB of HTML in the default layout, without abstract and BibTeX."""
    site = make_site({"index.rst": PAGE + ".. publication:: a", "p.bib": BIB}, academic_details=[])
    html = site.read("index.html")
    assert len(html[html.index("<article") : html.index("</article>")].encode()) < 2500


def test_the_whole_list_can_be_downloaded(make_site):
    """One file for each list, in the order of the list; a list that goes takes its file along."""
    page = (
        PAGE
        + ".. publications::\n   :download:\n   :sort: key\n\n.. publications::\n   :download: books\n   :type: book\n"
    )
    site = make_site({"index.rst": page, "p.bib": BIB})
    assert site.warnings == []
    assert 'href="_downloads/academic/index.bib"' in site.read("index.html")
    assert re.findall(r"@\w+\{(\w+)", site.read("_downloads/academic/index.bib")) == ["a", "b"]
    assert re.findall(r"@\w+\{(\w+)", site.read("_downloads/academic/index/books.bib")) == ["b"]
    assert "Download" in site.read("index.html")
    again = make_site({"index.rst": PAGE + ".. publications::\n   :download: books\n"})
    assert not (again.app.outdir / "_downloads/academic/index.bib").exists()


def test_a_name_that_climbs_stays_below(make_site):
    """The file lands in its own folder."""
    page = PAGE + ".. publications::\n   :download: ../../../evil\n"
    site = make_site({"index.rst": page, "p.bib": BIB})
    assert (site.app.outdir / "_downloads/academic/index/evil.bib").is_file()


# the image


def test_a_card_has_its_image(make_site):
    """``preview``, from the source folder or a folder of files, or found under the key."""
    bib = "@misc{a, title={A}, preview={a.png}}\n@misc{b, title={B}}\n@misc{c, title={C}}"
    files = {
        "index.rst": PAGE + ".. publications::\n   :layout: card\n",
        "p.bib": bib,
        "papers/a.png": b"1",
        "papers/b.png": b"2",
    }
    site = make_site(files, academic_files=["papers"])
    assert site.warnings == []
    assert site.read("index.html").count('<img alt="" class="academic-preview"') == 2
    assert sorted(path.name for path in (site.app.outdir / "_images").iterdir()) == ["a.png", "b.png"]


def test_a_missing_image_is_told(make_site):
    """At the entry, once."""
    files = {
        "index.rst": PAGE + ".. publications::\n   :layout: card\n",
        "p.bib": "@misc{a, title={A}, preview={x.png}}",
        "y.png": b"",
    }
    site = make_site(files)
    expected = "p.bib:1: WARNING: the image 'x.png' is not in the source folder; did you mean 'y.png'?"
    assert site.warnings == [expected + " [academic.missing_file]"]


# bibliography styles


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "plain",
            "Hexu Zhao and Daohan Lu*. On 3D things of \\(O(n^2)\\). In International Conference on Things (ICT).",
        ),
        ("unsrt", "March 2025. Appeared. arXiv:2406.18533."),
    ],
)
def test_a_style_of_pybtex_formats_the_whole_entry(make_site, style, expected):
    """With protected capitals, formulas, marks and the owner as everywhere."""
    (line,) = lines_of(make_site, f"style:{style}", academic_profile={"name": "Hexu Zhao"})
    assert expected in line.replace("\xa0", " ")


def test_a_style_has_a_name_in_the_configuration(make_site):
    """``academic_layouts = {"mine": "style:plain"}``."""
    (line,) = lines_of(make_site, "mine", key="b", academic_layouts={"mine": "style:plain"})
    assert line == "Donald E. Knuth. The Book. Addison, 1984."


def test_a_style_that_is_not_installed_is_told(make_site):
    """And our own reference is shown."""
    files = {"index.rst": PAGE + ".. publication:: b\n   :layout: mine\n", "p.bib": BIB}
    site = make_site(files, academic_layouts={"mine": "style:plian"})
    assert "names no style 'plian' of pybtex; did you mean 'plain'? [academic.unknown_value]" in site.warnings[0]
    assert "Addison, 1984" in re.sub(r"<[^>]*>", "", site.read("index.html"))


@pytest.mark.parametrize("style", ["plain", "alpha"])
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_every_real_entry_is_formatted(path, style):
    """Whatever its type; the words of its title are there."""
    setting = Setting()
    for work in read_data([DataFile("p.bib", path.read_bytes())]).works:
        node = publication_node(work, read_layout("x", f"style:{style}"), setting)
        letters = "".join(filter(str.isalnum, node.astext().casefold()))
        title = "".join(filter(str.isalnum, work.text("title").plain.casefold()))
        assert title in letters, work.key
