"""What is wrong with a page is said at its line, with a code and a hint, and everything else is built."""

from __future__ import annotations

import pytest

BIB = """\
@inproceedings{zhao2025scaling,
  title = {On Scaling Up},
  author = {Zhao, Hexu and Li, Ang},
  booktitle = {ICLR}, year = {2025}, keywords = {systems, splatting},
}
"""

PAGE = "Title\n=====\n\nbefore\n\n{}\n\nafter\n"

ROWS = {
    "a misspelt key": (
        ".. publication:: zaho2025scaling",
        "index.rst:6: WARNING: no data file has a publication 'zaho2025scaling'; "
        "did you mean 'zhao2025scaling'? [academic.unknown_key]",
    ),
    "a misspelt key in a list": (
        ".. publications::\n\n   zhao2025scaling\n   zhao2025scalin",
        "index.rst:9: WARNING: no data file has a publication 'zhao2025scalin'; "
        "did you mean 'zhao2025scaling'? [academic.unknown_key]",
    ),
    "a misspelt option": (
        ".. publications::\n   :limt: 3",
        "index.rst:6: WARNING: the directive 'publications' has no option 'limt'; did you mean 'limit'? "
        "[academic.unknown_value]",
    ),
    "a limit that is no number": (
        ".. publications::\n   :limit: three",
        "index.rst:6: WARNING: :limit: is 'three', expected a number such as 5 [academic.unknown_value]",
    ),
    "a misspelt type": (
        ".. publications::\n   :type: artcle",
        "index.rst:6: WARNING: :type: names 'artcle', which is no type of publication; did you mean 'article'? "
        "[academic.unknown_value]",
    ),
    "a keyword that nothing has": (
        ".. publications::\n   :keyword: splating",
        "index.rst:6: WARNING: :keyword: names 'splating', which no publication has; did you mean 'splatting'? "
        "[academic.unknown_value]",
    ),
    "a misspelt sort key": (
        ".. publications::\n   :sort: -dat",
        "index.rst:6: WARNING: :sort: names '-dat', expected one of date, year, title, author, key, type, venue; "
        "did you mean 'date'? [academic.unknown_value]",
    ),
    "a misspelt layout": (
        ".. publication:: zhao2025scaling\n   :layout: compct",
        "index.rst:6: WARNING: :layout: is 'compct', expected one of homepage, chip, cv, list, compact, card, "
        "reference, style:alpha, style:plain, style:unsrt, style:unsrtalpha; "
        "did you mean 'compact'? [academic.unknown_value]",
    ),
    "a misspelt kind": (
        ".. timeline:: eduction\n\n   2020 : Ph.D. : NYU",
        "index.rst:6: WARNING: 'eduction' is no kind of timeline; did you mean 'education'? [academic.unknown_kind]",
    ),
    "an unreadable date": (
        ".. timeline:: education\n\n   July 2022--Augist 2024 : Ph.D. : NYU",
        "[academic.date]",
    ),
    "a body that is no entry": (
        ".. timeline:: education\n\n   .. code::\n\n      x = 1",
        "is no entry, expected a definition list, a field list or lines [academic.entry]",
    ),
    "a profile without a person": (
        ".. profile::",
        "index.rst:6: WARNING: there is no name to show, expected academic_profile in conf.py or :name: "
        "[academic.no_profile]",
    ),
    "a misspelt key in a role": (
        "See :academic:pub:`zhao2025scalin`.",
        "index.rst:6: WARNING: no publication has the key 'zhao2025scalin'; did you mean 'zhao2025scaling'? "
        "[academic.unknown_key]",
    ),
    "an empty publication": (
        ".. publication::",
        "index.rst:6: WARNING: the directive has neither a key nor a BibTeX entry in its body [academic.entry]",
    ),
    "a broken pasted entry": (
        ".. publication::\n\n   @article{x,\n     title = {On Things}\n     year = {2020},\n   }",
        "[academic.syntax]",
    ),
}


@pytest.mark.parametrize(("markup", "expected"), ROWS.values(), ids=ROWS)
def test_a_mistake_on_a_page_is_said_at_its_line(make_site, markup, expected):
    """One warning, and the text around it is there."""
    site = make_site({"index.rst": PAGE.format(markup), "publications.bib": BIB})
    assert len(site.warnings) == 1, site.warnings
    assert site.warnings[0].endswith(expected)
    assert site.warnings[0].startswith("index.rst:")
    html = site.read("index.html")
    assert "before" in html
    assert "after" in html


CONFIGS = {
    "a missing data file": (
        {"academic_bibfiles": ["publicatoins.bib"]},
        "conf.py:1: WARNING: the data file 'publicatoins.bib' is not in the source folder; "
        "did you mean 'publications.bib'? [academic.missing_file]",
    ),
    "an unknown owner style": (
        {"academic_owner_style": "blod"},
        "conf.py:1: WARNING: academic_owner_style is 'blod', expected 'bold', 'underline', 'bold underline', 'none'; "
        "did you mean 'bold'? [academic.unknown_value]",
    ),
    "an unknown key of the profile": (
        {"academic_profile": {"name": "A", "emial": "a@b.org"}},
        "conf.py:1: WARNING: academic_profile has no key 'emial'; did you mean 'email'? (it has name, aliases, "
        "position, affiliation, address, email, phone, photo, links) [academic.unknown_value]",
    ),
    "an unknown part of a layout": (
        {"academic_layouts": {"mine": ["{title} {autors}"]}},
        "conf.py:1: WARNING: the layout 'mine' has no part 'autors' to show; did you mean 'authors'? "
        "[academic.unknown_value]",
    ),
    "an unknown layout": (
        {"academic_layout": "homepge"},
        "conf.py:1: WARNING: academic_layout is 'homepge', which is no layout; did you mean 'homepage'? "
        "[academic.unknown_value]",
    ),
    "a link to nowhere": (
        {"academic_profile": {"name": "A", "links": {"schlar": "abc"}}},
        "conf.py:1: WARNING: academic_profile links 'schlar' to 'abc', which is neither an address nor a file; "
        "did you mean 'scholar'? [academic.unknown_value]",
    ),
}


@pytest.mark.parametrize(("config", "expected"), CONFIGS.values(), ids=CONFIGS)
def test_a_mistake_in_the_configuration_is_said(make_site, config, expected):
    """One warning for one mistake, and the page is built."""
    page = "Title\n=====\n\n.. publications::\n\nafter\n"
    site = make_site({"index.rst": page, "publications.bib": BIB}, **config)
    assert site.warnings == [expected]
    assert "after" in site.read("index.html")


def test_a_mistake_in_the_configuration_is_said_at_its_line(make_site):
    """The line where the value is set."""
    conf = 'extensions = ["sphinxcontrib_academic"]\n\n\nacademic_owner_style = "blod"\n'
    site = make_site({"conf.py": conf, "index.rst": "Title\n=====\n"})
    assert site.warnings[0].startswith("conf.py:4: WARNING: academic_owner_style is 'blod'")


def test_a_warning_can_be_silenced_by_its_code(make_site):
    """``suppress_warnings`` takes the code."""
    page = PAGE.format(".. timeline:: eduction\n\n   2020 : Ph.D. : NYU")
    site = make_site({"index.rst": page}, suppress_warnings=["academic.unknown_kind"])
    assert site.warnings == []
