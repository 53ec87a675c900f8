"""The place of the box for visitors: what the pages hold, and what they hold only where there is a box."""

from __future__ import annotations

import json
import re

import pytest
from bs4 import BeautifulSoup

from sphinxcontrib_academic.kinds.search import SEARCH_FIELDS, SEARCH_WORDS

BIB = r"""
@inproceedings{goedel, title = {On {G}{\"o}del's Theorem: a < b}, author = {Erd{\H{o}}s, Paul and Noether, Emmy},
  booktitle = {Conference on Logic (CL)}, abbr = {CL}, year = {2020}, keywords = {Logic, Sets}}
@article{rings, title = {Rings}, author = {Noether, Emmy}, journal = {Annals}, year = 1921, keywords = {algebra, logic}}
@misc{bare, title = {Nothing known}}
"""


def data_of(site, page="index.html"):
    """The data of the first box on a page."""
    place = BeautifulSoup(site.read(page), "html.parser").select_one("div.academic-search")
    return json.loads(place.script.string)


def page_of(options, body="", bib=BIB):
    """The files of a site with one list."""
    return {"index.rst": f"Title\n=====\n\n.. publications::\n{options}\n{body}\n", "a.bib": bib}


def test_without_the_script_there_is_no_box(make_site):
    """The place of the box is hidden and says nothing."""
    site = make_site(page_of("   :search:"))
    place = BeautifulSoup(site.read("index.html"), "html.parser").select_one("div.academic-search")
    assert place.has_attr("hidden")
    assert [child.name for child in place.find_all(True)] == ["script"]
    assert place.script["type"] == "application/json"


def test_only_pages_with_a_box_load_the_script(make_site):
    """The script is deferred, once on a page that has boxes, and on no other page."""
    files = {
        **page_of("   :search:", "\n.. publications::\n   :search:\n   :no-index:"),
        "other.rst": ":orphan:\n\nOther\n=====\n\n.. publications::\n",
    }
    site = make_site(files)
    found = re.findall(r"<script[^>]*sphinxcontrib-academic\.js[^>]*>", site.read("index.html"))
    assert len(found) == 1
    assert 'defer="defer"' in found[0]
    assert "sphinxcontrib-academic.js" not in site.read("other.html")
    assert "data-work" not in site.read("other.html")
    assert (site.app.outdir / "_static" / "sphinxcontrib-academic.js").is_file()


def test_words_are_those_of_title_people_venue_year_and_keywords(make_site):
    """The venue is there in short and in full; TeX is not."""
    text = data_of(make_site(page_of("   :search:")))["works"]["goedel"][0]
    assert text.split("\n") == [
        "On Gödel’s Theorem: a < b",
        "Paul Erdős",
        "Emmy Noether",
        "CL",
        "Conference on Logic (CL)",
        "2020",
        "Logic",
        "Sets",
    ]


def test_no_title_ends_the_block_of_data(make_site):
    """What looks like a tag is not one."""
    html = make_site(page_of("   :search:")).read("index.html")
    block = html.split('<script type="application/json">', 1)[1].split("</script>", 1)[0]
    assert "<" not in block
    assert json.loads(block)["works"]["goedel"][0].startswith("On Gödel’s Theorem: a < b")


def test_chips_are_keywords_whatever_their_case(make_site):
    """A topic is counted once for each publication; the most common stands first."""
    data = data_of(make_site(page_of("   :search:")))
    assert data["fields"] == [
        {
            "name": "topic",
            "label": "Topic",
            "chips": [["Logic", "Logic", 2], ["Sets", "Sets", 1], ["algebra", "algebra", 1]],
        }
    ]
    assert [data["works"][key][1] for key in ("goedel", "rings", "bare")] == [[0, 1], [0, 2], []]


def test_of_many_topics_only_those_of_more_than_one(make_site):
    """A topic of one publication is no help where there are many."""
    entries = "".join(f"@misc{{m{n}, title = {{T{n}}}, keywords = {{own {n}, shared {n % 2}}}}}\n" for n in range(20))
    data = data_of(make_site(page_of("   :search:", bib=entries)))
    assert [(label, count) for label, _, count in data["fields"][0]["chips"]] == [("shared 0", 10), ("shared 1", 10)]


def test_a_keyword_that_marks_is_no_topic(make_site):
    """``selected`` says what to show, not what it is about."""
    data = data_of(make_site(page_of("   :search:", bib="@misc{a, title = {A}, keywords = {Selected, logic}}")))
    assert [label for label, _, _ in data["fields"][0]["chips"]] == ["logic"]


def test_chips_of_types_years_and_venues(make_site):
    """One row for each field that is named, the newest year first."""
    data = data_of(make_site(page_of("   :search: type, year, venue")))
    assert [row["name"] for row in data["fields"]] == ["type", "year", "venue"]
    assert [chip[0] for chip in data["fields"][1]["chips"]] == ["2020", "1921"]
    assert {chip[1] for chip in data["fields"][0]["chips"]} >= {"paper-conference", "article-journal"}
    assert {chip[0] for chip in data["fields"][2]["chips"]} == {"CL", "Annals"}


def test_a_row_without_values_is_left_out(make_site):
    """Where nobody gave keywords there are no chips, and words alone are searched."""
    data = data_of(make_site(page_of("   :search: keyword, year", bib="@misc{a, title = {A}, year = {2000}}")))
    assert [row["name"] for row in data["fields"]] == ["year"]
    assert data["works"]["a"][1:] == [[0]]


def test_no_chips_at_all(make_site):
    """``none`` leaves the words alone."""
    site = make_site(page_of("   :search: none"))
    assert data_of(site)["fields"] == []
    assert site.warnings == []


@pytest.mark.parametrize("row", SEARCH_FIELDS, ids=lambda row: row.key)
def test_every_field_of_the_table_is_understood(make_site, row):
    """By its key and by each alias."""
    names = ", ".join([row.key, *row.aliases])
    site = make_site(page_of(f"   :search: {names}"))
    assert [found["name"] for found in data_of(site)["fields"]] == [row.parameter]
    assert site.warnings == []


def test_an_unknown_field_is_reported(make_site):
    """With its place and what was expected; the other fields stay."""
    site = make_site(page_of("   :search: keywrd, year"))
    assert [row["name"] for row in data_of(site)["fields"]] == ["year"]
    assert site.warnings == [
        "index.rst:4: WARNING: :search: names 'keywrd', expected one of keyword, type, year, venue; "
        "did you mean 'keyword'? [academic.unknown_value]"
    ]


def test_every_item_names_its_work(make_site):
    """A publication in two groups is one work."""
    site = make_site(page_of("   :search:\n   :group-by: keyword"))
    page = BeautifulSoup(site.read("index.html"), "html.parser")
    named = [item["data-work"] for item in page.select("li.academic-item")]
    assert sorted(named) == ["bare", "goedel", "goedel", "rings", "rings"]
    assert set(data_of(site)["works"]) == {"bare", "goedel", "rings"}


def test_words_come_from_one_table(make_site):
    """The script has no words of its own."""
    assert data_of(make_site(page_of("   :search:")))["words"] == SEARCH_WORDS


@pytest.mark.parametrize("builder", ["latex", "text", "epub", "xml"])
def test_other_outputs_show_nothing_of_it(make_site, builder):
    """A book has no box, and no script."""
    site = make_site(page_of("   :search:"), builder=builder, project="Title", version="1")
    written = {"latex": "title.tex", "text": "index.txt", "epub": "index.xhtml", "xml": "index.xml"}[builder]
    text = site.read(written)
    assert "Rings" in text
    assert "Filter" not in text
    assert "<script" not in text


def test_boxes_of_an_assembled_page_belong_to_their_lists(make_site):
    """In ``singlehtml`` each box stands before its own list, whatever page it came from."""
    files = page_of("   :search:", "\n.. toctree::\n\n   two\n")
    files["two.rst"] = "Two\n===\n\n.. publications::\n   :search:\n   :type: article\n   :no-index:\n"
    page = BeautifulSoup(make_site(files, builder="singlehtml").read("index.html"), "html.parser")
    found = page.select("div.academic-search, ol.academic-publications")
    assert [node.name for node in found] == ["div", "ol", "div", "ol"]


def test_long_lists_say_so_to_the_style_sheet(make_site):
    """Browsers lay out the entries of a long list where they are seen."""
    entries = "".join(f"@misc{{m{n}, title = {{T{n}}}}}\n" for n in range(401))
    site = make_site(page_of("   :search:", bib=entries))
    assert "academic-long" in site.read("index.html")
