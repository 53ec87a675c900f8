"""From markup to pages: rows of reST and what HTML and plain text show."""

from __future__ import annotations

import re
import zlib

import pytest

from tests.conftest import squeezed

BIB = """\
@inproceedings{zhao2025scaling,
  title = {On Scaling Up {3D} {G}aussian Splatting},
  author = {Zhao, Hexu and Weng, Haoyang and Lu, Daohan},
  author+an = {2=equal; 3=equal},
  booktitle = {ICLR}, year = {2025}, award = {Oral}, arxiv = {2406.18533}, code = {https://example.org/code},
  keywords = {systems},
}
@article{old, title = {An Old Paper}, author = {Roe, Jane}, journal = {Journal of Things}, year = {1999},
  volume = {3}, number = {2}, pages = {1--20}}
@phdthesis{thesis, title = {A Thesis}, author = {Hexu Zhao}, school = {NYU}, year = {2028}}
"""
PROFILE = {"name": "Hexu Zhao", "email": "hz@nyu.edu", "links": {"github": "TarzanZhao"}}


def page(markup: str, title: str = "Page") -> str:
    """A page with this body."""
    return f"{title}\n{'=' * len(title)}\n\n{markup}\n"


@pytest.fixture
def html(make_site):
    """The main part of a page made of some markup; no warning is allowed."""

    def build(markup: str, title: str = "Page", **config) -> str:
        files = {"index.rst": page(markup, title), "publications.bib": BIB}
        site = make_site(files, academic_profile=PROFILE, **config)
        assert site.warnings == []
        return squeezed(site.read("index.html").split('role="main"')[1].split('<div class="sphinxsidebar"')[0])

    return build


def test_a_publication_is_an_article_with_its_parts(html):
    """Title, authors, venue, award, links: each a class of its own."""
    got = html(".. publication:: zhao2025scaling")
    assert '<article class="academic-publication academic-type-paper-conference academic-layout-homepage" ' in got
    assert 'id="pub-zhao2025scaling"' in got
    assert '<strong class="academic-title">On Scaling Up 3D Gaussian Splatting</strong>' in got
    assert '<span class="academic-venue academic-short">ICLR 2025</span>' in got
    assert '<span class="academic-award">Oral</span>' in got
    assert 'href="https://arxiv.org/abs/2406.18533">arXiv</a>' in got


def test_the_owner_is_set_off_and_marks_are_explained_once(html):
    """The owner by the profile, the marks by ``author+an``, one legend for the list."""
    got = html(".. publications::")
    assert '<strong class="academic-self academic-self-bold">Hexu Zhao</strong>' in got
    assert 'Haoyang Weng<sup class="academic-mark" title="equal contribution">*</sup>' in got
    assert got.count("academic-legend") == 1
    assert "</sup> equal contribution</p>" in got


def test_marks_can_stand_before_the_name(html):
    """``academic_mark_position = "before"``."""
    got = html(".. publication:: zhao2025scaling", academic_mark_position="before")
    assert '<sup class="academic-mark" title="equal contribution">*</sup>Haoyang Weng' in got


def test_an_article_in_a_journal_says_all_of_it(html):
    """Journal, volume, issue, pages, date."""
    got = re.sub(r"<[^>]*>", "", html(".. publication:: old"))
    assert "Journal of Things, 3(2), 1–20, 1999" in got


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("booktitle={Proceedings of Things}, series={ASPLOS '26}", "ASPLOS ’26"),
        ("booktitle={Conference on Vision (CVPR)}", "CVPR 2026"),
        ("booktitle={Workshop on Things (held online)}, pages={3}", "Workshop on Things (held online), p. 3, 2026"),
        ("booktitle={International Conference on Things}, abbr={ICT}", "ICT 2026"),
        ("booktitle={ICLR 2026}", "ICLR 2026"),
        ("booktitle={NeurIPS}", "NeurIPS 2026"),
    ],
)
def test_a_conference_goes_by_its_short_name(make_site, fields, expected):
    """Named in ``abbr``, in the ACM's ``series``, at the end of the long name, or short by itself."""
    bib = f"@inproceedings{{a, title={{A}}, author={{B C}}, year=2026, {fields}}}"
    site = make_site({"index.rst": page(".. publication:: a"), "a.bib": bib})
    lines = re.findall(r'<p class="academic-line">(.*?)</p>', site.read("index.html"))
    assert re.sub(r"<[^>]*>", "", lines[2]) == expected


def test_a_layout_can_show_venues_in_full(make_site):
    """``{container}`` is the full name; ``{venue}`` beside it is the short one, and the details are complete."""
    bib = (
        "@inproceedings{a, title={A}, author={B C}, year=2026, booktitle={Conference on Vision (CVPR)}, pages={1--9}}\n"
        "@inproceedings{b, title={B}, author={B C}, year=2026, booktitle={ICLR}}"
    )
    site = make_site({"index.rst": page(".. publications::\n   :layout: reference\n   :sort: key"), "a.bib": bib})
    lines = re.findall(r'<p class="academic-line">(.*?)</p>', site.read("index.html"))
    shown = [re.sub(r"<[^>]*>", "", line) for line in lines]
    assert shown[2] == "CVPR 2026 Conference on Vision (CVPR), pp. 1–9, 2026"
    assert shown[5] == "ICLR, 2026"


def test_an_article_with_a_short_name_keeps_its_journal(make_site):
    """What finds an article: journal, volume, issue, pages."""
    bib = (
        "@article{a, title={A}, author={B C}, year=1935, abbr={PhysRev}, journal={Physical Review}, volume=47, pages=7}"
    )
    site = make_site({"index.rst": page(".. publications::"), "a.bib": bib})
    lines = re.findall(r'<p class="academic-line">(.*?)</p>', site.read("index.html"))
    assert re.sub(r"<[^>]*>", "", lines[2]) == "PhysRev 1935 Physical Review, 47, 7"


def test_a_thesis_says_what_it_is(html):
    """Its kind and its school."""
    got = re.sub(r"<[^>]*>", "", html(".. publication:: thesis"))
    assert "PhD thesis, NYU, 2028" in got


def test_a_list_is_ordered_newest_first(html):
    """By date, as a list of items."""
    got = html(".. publications::")
    assert got.index("A Thesis") < got.index("On Scaling") < got.index("An Old Paper")
    assert '<ol class="academic-publications">' in got


def test_a_body_of_keys_is_shown_in_that_order(html):
    """The author's own order."""
    got = html(".. publications::\n\n   old\n   thesis, zhao2025scaling")
    assert got.index("An Old Paper") < got.index("A Thesis") < got.index("On Scaling")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (":type: article", ["An Old Paper"]),
        (":type: thesis, paper-conference", ["A Thesis", "On Scaling Up 3D Gaussian Splatting"]),
        (":keyword: Systems", ["On Scaling Up 3D Gaussian Splatting"]),
        (":limit: 1", ["A Thesis"]),
        (":sort: title", ["A Thesis", "An Old Paper", "On Scaling Up 3D Gaussian Splatting"]),
        (":sort: date", ["An Old Paper", "On Scaling Up 3D Gaussian Splatting", "A Thesis"]),
    ],
)
def test_options_choose_what_is_shown(html, options, expected):
    """Type, keyword, limit, sort."""
    got = html(f".. publications::\n   {options}")
    assert re.findall(r'class="academic-title">(.*?)</strong>', got) == expected


def test_options_of_a_publication_add_fields(html):
    """Text in reST, addresses, the body as the author's remark."""
    got = html(
        ".. publication:: old\n   :award: Best *paper* of :math:`10^3`\n   :code: https://example.org/x\n"
        "   :year: 2001\n\n   A **remark** of mine."
    )
    assert '<span class="academic-award">Best <em>paper</em> of <span class="math' in got
    assert 'href="https://example.org/x">Code</a>' in got
    assert '<time datetime="2001">2001</time>' in got
    assert "A <strong>remark</strong> of mine." in got
    assert 'class="academic-title">An Old Paper</strong>' in got


def test_words_of_a_timeline_keep_their_order(html):
    """A title and a distinction share a line."""
    got = html(".. timeline:: education\n\n   2020 -- 2024 : PhD in *Pairs* : ETH\n      :honors: summa cum laude")
    assert '<em class="academic-subtitle">PhD in <em>Pairs</em>, summa cum laude</em>' in got


def test_a_pasted_entry_is_shown(html):
    """As Google Scholar gives it."""
    got = html(".. publication::\n\n   @article{p1,\n     title={A Pasted Paper},\n     author={Zhao, H.},\n   }")
    assert "A Pasted Paper" in got
    assert '<strong class="academic-self academic-self-bold">H. Zhao</strong>' in got


def test_the_profile_shows_no_address_that_a_robot_reads(html):
    """Not in the text, not in the link, whatever is decoded once."""
    got = html(".. profile::\n\n   A *biography*.")
    assert "hz [at] nyu [dot] edu" in got
    assert "hz@nyu.edu" not in got
    assert "mailto:" not in got
    assert "A <em>biography</em>." in got
    assert 'href="https://github.com/TarzanZhao">GitHub</a>' in got


def test_an_account_of_mastodon_is_an_address(make_site):
    """As it is written everywhere but in a browser; an address stays what it is."""
    for target in ("@jane@example.social", "jane@example.social", "https://example.social/@jane"):
        profile = {"name": "Jane Roe", "links": {"mastodon": target}}
        made = make_site({"index.rst": "Jane\n====\n\n.. profile::\n"}, academic_profile=profile)
        assert 'href="https://example.social/&#64;jane">Mastodon</a>' in made.read("index.html")
        assert made.warnings == []


def test_the_name_is_not_said_twice(html):
    """A page whose title is the name does not repeat it; another one says it."""
    assert 'class="academic-name"' not in html(".. profile::", title="Hexu Zhao")
    assert '<strong class="academic-name">Hexu Zhao</strong>' in html(".. profile::", title="About")


TIMELINE = """\
.. timeline:: education

   Sept. 2023 -- Present : Ph.D. in *Computer* Science : New York University : New York
      :advisor: `Jinyang Li <https://example.org/li>`_ and :math:`x^2`
      :custom: a value

      Prose with a list:

      - one

   2019 -- 2023 : B.Eng. : Tsinghua University
"""


def test_a_timeline_is_a_list_with_dates(html):
    """Headline, subtitle, place, fields, prose; each date a ``time``."""
    got = html(TIMELINE)
    assert '<time datetime="2023-09">Sep 2023</time> – present</p>' in got
    assert '<strong class="academic-title">New York University</strong>' in got
    assert '<em class="academic-subtitle">Ph.D. in <em>Computer</em> Science</em>' in got
    assert '<span class="academic-location">New York</span>' in got
    assert 'Advised by <a class="reference external" href="https://example.org/li">Jinyang Li</a>' in got
    assert "Custom: a value" in got
    assert "<li><p>one</p></li>" in got
    assert '<time datetime="2019">2019</time>–<time datetime="2023">2023</time>' in got
    assert "academic-timeline-full" in got


def test_one_liners_are_short(html):
    """A field list: one line each, with links and markup."""
    got = html(
        ".. timeline:: award\n\n   :2021.10: A *Scholarship* (Top 1%)\n   :2020.12: `Another <https://e.org>`_\n"
    )
    assert "academic-timeline-short" in got
    assert '<span class="academic-title">A <em>Scholarship</em> (Top 1%)</span>' in got
    assert '<time datetime="2021-10">Oct 2021</time>' in got


def test_dates_can_be_shown_as_they_are_written(html):
    """``:date-format: verbatim``."""
    got = html(".. timeline:: news\n   :date-format: verbatim\n\n   :[01/2025]: I will join.\n")
    assert '<p class="academic-when">[01/2025]</p>' in got


def test_news_may_have_no_date(html):
    """An entry without a date is an entry."""
    got = html(".. timeline:: news\n\n   I have moved.\n")
    assert '<span class="academic-title">I have moved.</span>' in got
    assert "academic-when" not in got


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("head", ["2020 : Clerk : Office", "2019 : Guard : Gate\n   2020 : Clerk : Office"])
def test_what_is_indented_belongs_to_the_entry_above(make_site, head, gap):
    """Behind a blank line as well; prose and points are no entries of their own."""
    body = (
        f"   {head}\n\n     I wrote letters.\n{gap}\n     * One point\n     * Another : one\n\n   2021 : Baker : Mill\n"
    )
    site = make_site({"index.rst": page(f".. timeline:: position\n\n{body}")})
    assert site.warnings == []
    entries = site.read("index.html").split('class="academic-entry')[1:]
    assert len(entries) == head.count("\n") + 2
    assert "I wrote letters." in entries[-2]
    assert "<li><p>Another : one</p></li>" in squeezed(entries[-2]).replace("> <", "><")
    assert "Baker" in entries[-1]


def test_a_timeline_from_data_files(make_site):
    """Entries of the kinds in BibTeX and YAML, newest first."""
    bib = "@education{nyu, title={Ph.D.}, institution={New York University}, date={2023-09/..}, advisor={Li, Jinyang}}"
    career = "education:\n  - title: B.Eng.\n    organization: Tsinghua University\n    date: 2019.10\n"
    site = make_site(
        {"index.rst": page(".. timeline:: education"), "cv.bib": bib, "career.yaml": career},
        academic_bibfiles=["cv.bib", "career.yaml"],
    )
    assert [line for line in site.warnings if "toctree" not in line] == []
    got = squeezed(site.read("index.html"))
    assert got.index("New York University") < got.index("Tsinghua University")
    assert "Advised by Jinyang Li" in got
    assert '<time datetime="2019-10">' in got


def test_a_role_leads_to_the_page_with_the_whole_list(make_site):
    """A publication on several pages has one canonical place: the longest list."""
    files = {
        "index.rst": page(
            ".. publication:: zhao2025scaling\n\nSee :academic:pub:`zhao2025scaling`, :academic:pub:`this <old>`, "
            ":any:`thesis`.\n\n.. toctree::\n\n   papers"
        ),
        "papers.rst": page(".. publications::"),
        "publications.bib": BIB,
    }
    site = make_site(files)
    assert site.warnings == []
    got = squeezed(site.read("index.html"))
    assert 'href="papers.html#pub-zhao2025scaling"' in got
    assert '<span class="academic-pub"><span class="xref academic academic-pub">this</span></span>' in got
    assert 'href="papers.html#pub-thesis"' in got
    names = {name: docname for name, _, _, docname, _, _ in site.app.env.domains["academic"].get_objects()}
    assert names == {"zhao2025scaling": "papers", "old": "papers", "thesis": "papers"}


def test_publications_are_in_the_inventory_and_in_the_search(make_site):
    """``objects.inv`` and ``searchindex.js`` know each by its title."""
    site = make_site({"index.rst": page(".. publications::"), "publications.bib": BIB})
    inventory = zlib.decompress((site.app.outdir / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode()
    line = "zhao2025scaling academic:publication 1 index.html#pub-$ On Scaling Up 3D Gaussian Splatting"
    assert line in inventory
    assert "gaussian" in site.read("searchindex.js")


def test_formulas_of_the_data_bring_the_renderer_of_the_site(make_site):
    """Sphinx loads its renderer only where it saw a formula: ours come later."""
    bib = "@article{m, title={Sorting in $O(n^2)$}, author={A B}, year=2020}"
    site = make_site({"index.rst": page(".. publication:: m"), "p.bib": bib}, extensions=["sphinxcontrib_academic"])
    assert "mathjax" in site.read("index.html").lower()


def test_formulas_need_no_javascript_with_our_renderer(make_site):
    """``html_math_renderer = "academic-mathml"``."""
    bib = "@article{m, title={Sorting in $O(n^2)$}, author={A B}, year=2020}"
    site = make_site({"index.rst": page(".. publication:: m"), "p.bib": bib}, html_math_renderer="academic-mathml")
    assert "<msup>" in site.read("index.html")
    assert "mathjax" not in site.read("index.html").lower()


def test_texts_of_the_data_stay_out_of_the_catalogues(make_site):
    """The ``.pot`` holds what the author wrote on the page, and nothing of the data."""
    body = ".. publication:: old\n\n   My remark.\n\n.. publications::"
    site = make_site({"index.rst": page(body), "publications.bib": BIB}, builder="gettext")
    pot = site.read("index.pot")
    assert 'msgid "My remark."' in pot
    assert "An Old Paper" not in pot
    assert "Hexu" not in pot


def test_short_names_give_way_to_other_extensions(make_site, tmp_path, monkeypatch):
    """A name that is taken stays taken, in either order, and the long name works."""
    taken = (
        "from docutils import nodes\nfrom docutils.parsers.rst import Directive\n"
        "class Timeline(Directive):\n    def run(self):\n        return [nodes.paragraph('', 'theirs')]\n"
        "def setup(app):\n    app.add_directive('timeline', Timeline)\n"
    )
    (tmp_path / "taken.py").write_text(taken, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for extensions in (["taken", "sphinxcontrib_academic"], ["sphinxcontrib_academic", "taken"]):
        files = {
            "index.rst": page(".. timeline::\n\n.. academic:timeline:: award\n\n   :2020: Ours"),
        }
        site = make_site(files, extensions=extensions)
        assert site.warnings == []
        assert "theirs" in site.read("index.html")
        assert "Ours" in site.read("index.html")


def test_a_file_beside_the_sources_is_copied_and_linked(make_site):
    """``pdf = {papers/x.pdf}``; a missing one is reported once, however many pages show it."""
    bib = "@article{a, title={A}, pdf={papers/a.pdf}}\n@article{b, title={B}, slides={papers/bb.pdf}}"
    files = {
        "index.rst": page(".. publications::\n\n.. toctree::\n\n   sub/other"),
        "sub/other.rst": page(".. publications::"),
        "p.bib": bib,
        "papers/a.pdf": "%PDF",
        "papers/b.pdf": "%PDF",
    }
    site = make_site(files)
    assert site.warnings == [
        "p.bib:2: WARNING: the file 'papers/bb.pdf' is not in the source folder; did you mean 'b.pdf'? "
        "[academic.missing_file]"
    ]
    target = re.search(r'href="\.\./(_downloads/\w+/a\.pdf)"><span>PDF</span></a>', site.read("sub/other.html"))
    assert target
    assert (site.app.outdir / target[1]).read_text() == "%PDF"


def test_an_address_without_a_scheme_counts_from_the_root_of_the_site(make_site):
    """The CV that LaTeX makes lies beside the homepage; a page in a folder finds it too."""
    conf = """
extensions = ["sphinxcontrib_academic"]
academic_profile = {"name": "A B", "links": {"cv": "cv.pdf"}}
latex_documents = [("index", "cv.tex", "CV", "A B", "howto")]
"""
    files = {"conf.py": conf, "index.rst": page(".. toctree::\n\n   sub/me"), "sub/me.rst": page(".. profile::")}
    site = make_site(files)
    assert site.warnings == []
    assert 'href="../cv.pdf">CV</a>' in site.read("sub/me.html")
