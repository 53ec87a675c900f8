"""Shorthands, order, groups and numbers of a list."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_academic.kinds.works import WORK_TYPES
from sphinxcontrib_academic.model.dates import Date
from sphinxcontrib_academic.model.problems import Location
from sphinxcontrib_academic.model.text import plain
from sphinxcontrib_academic.model.works import Work
from sphinxcontrib_academic.selection import (
    SORT_KEYS,
    Numbering,
    Wish,
    grouped,
    in_order,
    numbers,
    of_years,
    read_years,
)
from sphinxcontrib_academic.selection.grouping import slug
from tests.conftest import squeezed

BIB = r"""
@article{a1, author = {Zhao, Hexu and Li, Ang}, title = {Alpha}, journal = {Things}, year = 2025,
  keywords = {video, memory}, volume = 2}
@inproceedings{c1, author = {Li, Ang and Zhao, Hexu}, title = {Beta}, booktitle = {ICLR}, year = 2025,
  keywords = {memory}, selected = {true}, volume = 10}
@inproceedings{c2, author = {Liu, Wei}, title = {Gamma}, booktitle = {ICLR}, year = 2023, keywords = {science}}
@phdthesis{t1, author = {Zhao, Hexu}, title = {Delta}, school = {NYU}, year = 2028}
@misc{soon, author = {Zhao, Hexu}, title = {Epsilon}, status = {submitted}, keywords = {other things}}
@misc{never, author = {Roe, Jane}, title = {Zeta}}
"""
PROFILE = {"name": "Hexu Zhao"}


@pytest.fixture
def build(make_site):
    """A site with one page; no warning is allowed."""

    def make(markup: str, *, name: str = "index.rst", **files):
        heading = "# Page\n\n" if name.endswith(".md") else "Page\n====\n\n"
        conf = 'extensions = ["sphinxcontrib_academic", "myst_parser"]\n'
        site = make_site({"conf.py": conf, name: heading + markup, "a.bib": BIB, **files}, academic_profile=PROFILE)
        assert site.warnings == []
        return site

    return make


def keys(site, page: str = "index.html") -> list[str]:
    """The works on a page in their order, known by their titles."""
    names = {"Alpha": "a1", "Beta": "c1", "Gamma": "c2", "Delta": "t1", "Epsilon": "soon", "Zeta": "never"}
    return [names[title] for title in re.findall(r'<strong class="academic-title">([^<]*)</strong>', site.read(page))]


def headings(site, page: str = "index.html") -> list[tuple[str, str]]:
    """The sections on a page below its title: ids and words."""
    found = re.findall(r'<section[^>]* id="([^"]*)">\s*<h[2-6]>(.*?)<a class="headerlink', squeezed(site.read(page)))
    return [(name, re.sub(r"<[^>]*>", "", words)) for name, words in found]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (":type: inproceedings", ["c1", "c2"]),
        (":keyword: memory, science", ["a1", "c1", "c2"]),
        (":author: Li", ["a1", "c1"]),
        (":author: A. Li", ["a1", "c1"]),
        (":author: Li, Ang", ["a1", "c1"]),
        (":author: Wei Liu; Jane Roe", ["c2", "never"]),
        (":author: self", ["soon", "t1", "a1", "c1"]),
        (":year: 2025", ["a1", "c1"]),
        (":year: 2024-2026", ["a1", "c1"]),
        (":year: 2024–2026", ["a1", "c1"]),
        (":year: 2025-", ["t1", "a1", "c1"]),
        (":year: -2024", ["c2"]),
        (":year: 2023, 2028", ["t1", "c2"]),
        (":selected:", ["c1"]),
        (":selected: false", ["soon", "t1", "a1", "c2", "never"]),
        (":bibfile: a.bib", ["soon", "t1", "a1", "c1", "c2", "never"]),
        (":bibfile: b", ["b1"]),
        (":year: 2025\n   :type: article", ["a1"]),
        (':author: Li\n   :filter: type == "article"', ["a1"]),
        (":sort: title\n   :limit: 2", ["a1", "c1"]),
    ],
)
def test_a_shorthand_chooses(make_site, options, expected):
    """Types, keywords, people, years, files; all together they are *and*."""
    page = f"Page\n====\n\n.. publications::\n   {options}\n"
    files = {"index.rst": page, "a.bib": BIB}
    if expected == ["b1"]:
        files["b.bib"] = "@book{b1, title={Alpha}, year=1999}"
        expected = ["a1"]
    site = make_site(files, academic_profile=PROFILE)
    assert site.warnings == []
    assert keys(site) == expected


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (":author: Lee", "who has no publication"),
        (":author: Roee", "did you mean 'Roe'?"),
        (":year: 2O20", ":year: has '2O20', expected years such as 2020, 2020-2025, 2020- or -2019"),
        (":year: 2025-2020", ":year: has '2025-2020'"),
        (":year: -", ":year: has '-'"),
        (":bibfile: b.bib", "expected one of a.bib; did you mean 'a.bib'?"),
        (":sort: -titel", "did you mean 'title'?"),
        (":group-by: yaer", "did you mean 'year'?"),
        (":group-by: type year venue", ":group-by: has 3 names, expected 2 at most"),
        (":group-by: keyword\n   :groups: vidoe: Videos; memory", "did you mean 'video'?"),
        (":group-by: type\n   :group-order: tesis", ":group-order: names 'tesis'"),
        (":groups: video", ":groups: is of no use without :group-by:"),
        (":numbered: dwon", "did you mean 'down'?"),
        (":numbering: group", ":numbering: is of no use without :numbered:"),
        (":numbered:\n   :numbering: groups", "did you mean 'group'?"),
        (":group-by: year\n\n   Heading\n      a1", ":group-by: is of no use below headings of your own"),
    ],
)
def test_a_mistake_in_an_option_is_said(make_site, option, expected):
    """One warning, and a list."""
    page = f"Page\n====\n\n.. publications::\n   {option}\n\nafter\n"
    site = make_site({"index.rst": page, "a.bib": BIB})
    assert len(site.warnings) == 1, site.warnings
    assert expected in site.warnings[0]
    assert site.warnings[0].endswith("[academic.unknown_value]")
    assert "after" in site.read("index.html")


@pytest.mark.parametrize(
    ("text", "years"), [("2020-2022", {2020, 2021, 2022}), ("-2019, 2024-", {2018, 2019, 2024, 2025})]
)
def test_ranges_of_years(text, years):
    """Both ends belong to them."""
    works = [Work(str(year), "book", Location("x"), dates=(("issued", Date(year)),)) for year in range(2018, 2026)]
    assert {int(work.key) for work in of_years(works, read_years(text))} == years


DATES = st.one_of(
    st.none(),
    st.builds(Date, st.integers(1990, 1995), st.one_of(st.none(), st.integers(1, 12), st.integers(21, 24))),
)
WORK = st.builds(
    lambda key, kind, date, title, volume: Work(
        key,
        kind,
        Location("x"),
        texts=tuple((name, plain(text)) for name, text in (("title", title), ("volume", volume)) if text),
        dates=(("issued", date),) if date else (),
    ),
    st.text(alphabet="ab1é", min_size=1, max_size=2),
    st.sampled_from([row.key for row in WORK_TYPES[:4]]),
    DATES,
    st.text(alphabet="aB1é ₂²", max_size=3),
    st.text(alphabet="129x", max_size=2),
)
KEYS = st.lists(
    st.sampled_from([f"{sign}{key}" for key in [*SORT_KEYS, "volume", "source"] for sign in ("", "-")]), max_size=3
)


@settings(deadline=None)
@given(st.lists(WORK, max_size=8), KEYS)
def test_sorting_is_total(works, order):
    """Nothing is lost, nothing is doubled, nothing cannot be compared; a sorted list stays as it is."""
    found = in_order(works, order, {"volume"})
    assert sorted(map(id, found)) == sorted(map(id, works))
    if not any(key.endswith("source") for key in order):
        assert in_order(found, order, {"volume"}) == found


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1990, 1991), st.booleans()), max_size=8),
    st.sampled_from(["date", "-date", "year", "-year"]),
)
def test_sorting_is_stable(years, key):
    """Equal keys keep the order of the files, whichever way round; what has no key comes last."""
    works = [
        Work(str(place), "book", Location("x"), dates=(("issued", Date(year)),) if dated else ())
        for place, (year, dated) in enumerate(years)
    ]
    places = [(work.date().year if work.date() else None, int(work.key)) for work in in_order(works, [key])]
    sign = -1 if key.startswith("-") else 1
    assert places == sorted(places, key=lambda pair: (pair[0] is None, sign * (pair[0] or 0), pair[1]))


@settings(deadline=None)
@given(
    st.lists(WORK, max_size=8),
    st.lists(
        st.sampled_from(["year", "type", "venue", "status", "volume", "title"]), min_size=1, max_size=2, unique=True
    ),
)
def test_groups_hold_every_work(works, by):
    """Every work stands in a group, and in a group its order is that of the list; ids are made of values alone."""
    groups = grouped(works, Wish(tuple(by)))
    leaves = [inner for group in groups for inner in (group.groups or (group,))]
    assert {id(work) for group in leaves for work in group.works} == {id(work) for work in works}
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", group.anchor) for group in leaves)
    for group in leaves:
        places = [next(place for place, other in enumerate(works) if other is work) for work in group.works]
        assert places == sorted(places)


def test_sorting_by_several_keys(build):
    """``-year title``; a number in a field counts as a number."""
    assert keys(build(".. publications::\n   :sort: -year -title\n   :year: 2025")) == ["c1", "a1"]
    assert keys(build(".. publications::\n   :sort: -volume title\n   :limit: 3")) == ["c1", "a1", "t1"]
    assert keys(build(".. publications::\n   :sort: volume\n   :limit: 2")) == ["a1", "c1"]


def test_groups_are_sections_in_the_contents(build):
    """Title, stable id, and an entry in the page's contents."""
    site = build(".. publications::\n   :group-by: year")
    expected = [
        ("year-forthcoming", "Forthcoming"),
        ("year-2028", "2028"),
        ("year-2025", "2025"),
        ("year-2023", "2023"),
        ("year-undated", "Undated"),
    ]
    assert headings(site) == expected
    assert [f"#{name}" for name, _ in expected] == re.findall(
        r'anchorname="(#[^"]+)"', site.app.env.tocs["index"].pformat()
    )


def test_years_go_up_where_the_list_does(build):
    """``:sort: date``."""
    site = build(".. publications::\n   :group-by: year\n   :sort: date")
    assert [words for _, words in headings(site)] == ["2023", "2025", "2028", "Forthcoming", "Undated"]


def test_groups_within_groups(build):
    """``:group-by: type year``; ids say both values."""
    site = build(".. publications::\n   :group-by: type year\n   :year: 2023-2025")
    assert headings(site) == [
        ("type-article-journal", "Journal articles"),
        ("type-article-journal-year-2025", "2025"),
        ("type-paper-conference", "Conference papers"),
        ("type-paper-conference-year-2025", "2025"),
        ("type-paper-conference-year-2023", "2023"),
    ]


def test_an_author_orders_groups(build):
    """``:group-order:`` comes first, the others follow."""
    site = build(".. publications::\n   :group-by: type\n   :group-order: phdthesis, inproceedings\n   :year: 2000-")
    assert [words for _, words in headings(site)] == ["PhD theses", "Conference papers", "Journal articles"]


TOPICS = ".. publications::\n   :group-by: keyword\n   :groups: memory: 🧹 *Memory* Cost; video: 📽️ Video\n"


def test_an_author_names_groups(build):
    """Headings of one's own, in that order, with markup and emoji; the rest is *Other*."""
    site = build(TOPICS)
    assert headings(site) == [
        ("keyword-memory", "🧹 Memory Cost"),
        ("keyword-video", "📽️ Video"),
        ("keyword-other", "Other"),
    ]
    assert "<em>Memory</em> Cost" in site.read("index.html")


def test_a_paper_in_two_topics_stands_in_both(build):
    """And has its id where it comes first."""
    site = build(TOPICS)
    assert keys(site).count("a1") == 2
    assert site.read("index.html").count('id="pub-a1"') == 1


BY_HAND = """
.. publications::
   :numbered:

   📽️ Efficient *Video* Generation
      c2
      a1

   🧹 Memory: the cost
      "memory" in keywords

   :Theses: type % "thesis"
"""
MYST = """
```{publications}
:numbered:

📽️ Efficient *Video* Generation
: c2
  a1

🧹 Memory: the cost
: "memory" in keywords

:Theses: type % "thesis"
```
"""


@pytest.mark.parametrize(("name", "markup"), [("index.rst", BY_HAND), ("index.md", MYST)])
def test_headings_in_the_body(build, name, markup):
    """Keys or a filter below each, in both markups."""
    site = build(markup, name=name)
    assert headings(site) == [
        ("efficient-video-generation", "📽️ Efficient Video Generation"),
        ("memory-the-cost", "🧹 Memory: the cost"),
        ("theses", "Theses"),
    ]
    assert keys(site) == ["c2", "a1", "a1", "c1", "t1"]
    assert re.findall(r'academic-number">(.*?)<', site.read("index.html")) == ["[4]", "[3]", "[3]", "[2]", "[1]"]


def test_a_body_that_is_indented_under_one_heading_only_is_no_list_of_headings(build):
    """Keys, one to a line, are keys."""
    assert keys(build(".. publications::\n\n   c2\n   a1")) == ["c2", "a1"]


@pytest.mark.parametrize("around", [".. note::\n\n   {}", "- {}", ".. container:: x\n\n   {}", "term\n  {}"])
def test_where_no_section_can_stand_groups_have_rubrics(build, around):
    """In a note, in a list: a heading that is no section."""
    markup = ".. publications::\n   :group-by: year\n   :year: 2023-2025"
    indent = " " * len(around.rsplit("\n", 1)[-1].split("{")[0].replace("- ", "  "))
    site = build(around.format(markup.replace("\n", f"\n{indent}")))
    assert headings(site) == []
    assert '<p class="academic-group rubric" id="year-2025">2025</p>' in site.read("index.html")


def test_ids_on_a_page_differ(build):
    """Two lists by year on one page."""
    markup = ".. publications::\n   :group-by: year\n   :year: 2025\n\n"
    assert [name for name, _ in headings(build(markup * 2))] == ["year-2025", "year-2025-2"]


def test_one_legend_for_all_groups(make_site):
    """Below the last one."""
    bib = BIB.replace("year = 2025,", "year = 2025, author+an = {1=equal},").replace(
        "year = 2023,", "year = 2023, author+an = {1=equal},"
    )
    site = make_site({"index.rst": "Page\n====\n\n.. publications::\n   :group-by: year\n", "a.bib": bib})
    html = site.read("index.html")
    assert html.count("academic-legend") == 1


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (":numbered:", "[6] [5] [4] [3] [2] [1]"),
        (":numbered: up", "[1] [2] [3] [4] [5] [6]"),
        (":numbered: type", "[O2] [T1] [J1] [C2] [C1] [O1]"),
        (":numbered: up type", "[O1] [T1] [J1] [C1] [C2] [O2]"),
        (":numbered:\n   :group-by: year", "[6] [5] [4] [3] [2] [1]"),
        (":numbered:\n   :group-by: year\n   :numbering: group", "[1] [1] [2] [1] [1] [1]"),
        (":numbered: up\n   :group-by: keyword\n   :groups: video; memory", "[1] [1] [2] [3] [4] [5] [6]"),
    ],
)
def test_numbers(build, options, expected):
    """Down by default, up, per type, across groups or in each; a work has one number."""
    site = build(f".. publications::\n   {options}")
    assert " ".join(re.findall(r'academic-number">(.*?)<', site.read("index.html"))) == expected


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcdef"), unique=True), st.booleans(), st.booleans())
def test_numbers_are_distinct(names, up, by_type):
    """No two works of a list have one number."""
    works = [Work(name, WORK_TYPES[ord(name) % 3].key, Location("x")) for name in names]
    (labels,) = numbers([works], Numbering(up=up, by_type=by_type))
    assert len(set(labels.values())) == len(works)


def test_a_layout_can_place_the_number(make_site):
    """``{number}`` in a layout stands where the layout says."""
    page = "Page\n====\n\n.. publications::\n   :numbered:\n   :layout: mine\n   :limit: 1\n"
    layouts = {"mine": ["{title} {number}"]}
    site = make_site({"index.rst": page, "a.bib": BIB}, academic_layouts=layouts)
    line = re.search(r'<p class="academic-line">(.*?)</p>', site.read("index.html"))
    assert re.sub("<[^>]*>", "", line[1]) == "Epsilon [1]"


def test_numbers_in_text(make_site):
    """Plain text says them, too."""
    site = make_site({"index.rst": "Page\n====\n\n.. publications::\n   :numbered:\n", "a.bib": BIB}, builder="text")
    assert "* [6] **Epsilon**" in site.read("index.txt")


def test_numbers_hang_in_latex(make_site):
    """The label is a field, and the list says which is the widest."""
    site = make_site(
        {"index.rst": "Page\n====\n\n.. publications::\n   :numbered: type\n", "a.bib": BIB}, builder="latex"
    )
    name = next(path.name for path in site.app.outdir.glob("*.tex"))
    tex = site.read(name)
    assert re.search(r"\\begin\{academicpublications\}\{\{\[\}[A-Z]\d\{\]\}\}", tex)
    assert r"\academicset{label}{{[}T1{]}}" in tex


@pytest.mark.parametrize(
    ("text", "expected"),
    [("🔥 News", "news"), ("2025", "group-2025"), ("Études", "etudes"), ("🔥", ""), ("C++ & more", "c-more")],
)
def test_ids_are_made_of_words(text, expected):
    """Without emoji, accents and case."""
    assert slug(text) == expected


def test_ids_of_other_scripts_differ():
    """Where letters are lost, a digest keeps ids apart."""
    assert slug("视频") != slug("记忆")
    assert re.fullmatch(r"[a-z][a-z0-9-]+", slug("视频"))


def test_a_named_list_can_be_referred_to(build):
    """``:name:`` of a list in groups leads to its first section."""
    site = build(".. publications::\n   :group-by: year\n   :name: mine\n\nSee :ref:`mine`.")
    assert 'href="#year-forthcoming"' in site.read("index.html") or 'href="#mine"' in site.read("index.html")


def test_references_lead_to_a_group(build):
    """The page of a list in groups is the place of its publications."""
    site = build(
        ".. publications::\n   :group-by: year\n\n.. toctree::\n\n   other\n",
        **{"other.rst": "Other\n=====\n\n:academic:pub:`c2`\n"},
    )
    assert 'href="index.html#pub-c2"' in site.read("other.html")


def test_options_choose_among_what_a_body_names(build):
    """Below headings as without them."""
    site = build(".. publications::\n   :year: 2025\n   :sort: title\n\n   One\n      c2 c1 a1\n\n   Two\n      c2\n")
    assert headings(site) == [("one", "One")]
    assert keys(site) == ["a1", "c1"]


def test_a_filter_below_a_heading_can_wait_for_other_pages(build):
    """``cited`` in a body."""
    site = build(".. publications::\n\n   Cited\n      cited\n\n   Rest\n      c2\n\n:academic:pub:`a1`")
    assert keys(site) == ["a1", "c2"]


def test_groups_are_indented_alike(build):
    """The widest number of the list makes room in each of its groups."""
    works = "".join(f"@book{{b{n}, title={{B{n}}}, year=19{n:02}}}\n" for n in range(12))
    page = ".. publications::\n   :numbered: type\n   :group-by: type\n   :bibfile: b.bib c.bib"
    site = build(page, **{"b.bib": works, "c.bib": "@article{c, title={C}, year=2000}"})
    assert re.findall(r"academic-numbers-(\d)", site.read("index.html")) == ["5", "5"]


def test_a_filter_that_asks_for_an_owner_who_has_no_name(make_site):
    """``self`` without a profile is said."""
    page = "Page\n====\n\n.. publications::\n   :filter: self.first\n"
    site = make_site({"index.rst": page, "a.bib": BIB})
    assert [line.rsplit("[", 1)[1] for line in site.warnings] == ["academic.no_profile]"]


@pytest.mark.parametrize("builder", ["singlehtml", "epub", "man", "texinfo", "gettext", "xml", "pseudoxml", "dirhtml"])
def test_groups_and_numbers_in_every_builder(make_site, builder):
    """No warning."""
    page = f"Page\n====\n\n{TOPICS}   :numbered:\n\n.. toctree::\n\n   other\n"
    other = "Other\n=====\n\n.. publications::\n   :group-by: year type\n   :numbered: type\n   :filter: not cited\n"
    files = {"index.rst": page, "other.rst": other, "a.bib": BIB}
    site = make_site(files, builder=builder, academic_profile=PROFILE, epub_copyright="x", version="1")
    assert site.warnings == []


def test_a_thousand_publications_are_grouped_at_once(make_site):
    """A lab with a thousand works, in years and types, filtered and numbered."""
    bib = "".join(
        f"@article{{k{n}, title={{Work {n}}}, author={{Roe, Jane and Li, An}}, year={1980 + n % 40}, journal={{J}}}}\n"
        for n in range(1000)
    )
    page = 'Page\n====\n\n.. publications::\n   :group-by: year type\n   :numbered:\n   :filter: "Li" in author\n'
    site = make_site({"index.rst": page, "a.bib": bib})
    assert site.warnings == []
    assert site.read("index.html").count("<article") == 1000


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        ("index.rst", ".. publications::\n   :group-by: keyword\n   :groups:\n      memory: Memory\n      video\n"),
        (
            "index.md",
            "```{publications}\n---\ngroup-by: keyword\ngroups: |\n  memory: Memory\n  video\n---\n```\n",
        ),
        ("index.md", "```{publications}\n:group-by: keyword\n:groups: memory: Memory; video\n```\n"),
    ],
)
def test_headings_of_groups_on_lines_of_their_own(build, name, markup):
    """As they are typed in either markup."""
    site = build(markup, name=name)
    assert [words for _, words in headings(site)] == ["Memory", "video", "Other"]


def test_two_processes_read_as_one(make_site):
    """``-j 2`` gives the same pages, late lists included."""
    pages = {f"p{n}.rst": f"P{n}\n===\n\n.. publications::\n   :group-by: year\n   :filter: cited\n" for n in range(6)}
    toctree = "Page\n====\n\n:academic:pub:`a1`\n\n.. toctree::\n   :glob:\n\n   p*\n"
    site = make_site({"index.rst": toctree, "a.bib": BIB, **pages})
    one = [site.read(f"p{n}.html") for n in range(6)]
    source, out = site.app.srcdir, site.app.outdir.parent / "parallel"
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-E", "-j", "2", "-D", "html_theme=alabaster"]
    subprocess.run([*command, str(source), str(out)], check=True)
    assert [(out / f"p{n}.html").read_text("utf-8") for n in range(6)] == one
    assert keys(site, "p3.html") == ["a1"]
