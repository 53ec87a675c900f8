"""Authors: roles that the site chooses, co-authors' pages, long lists that are cut but never lose the owner."""

from __future__ import annotations

import re

import pytest

from sphinxcontrib_academic.kinds.roles import AUTHOR_ROLES, role_table
from sphinxcontrib_academic.model.directory import Directory, KnownPerson
from sphinxcontrib_academic.model.names import Contributor, Name, People
from sphinxcontrib_academic.readers.names import read_name
from tests.conftest import squeezed

PAGE = "Title\n=====\n\n"
BIB = r"""
@inproceedings{a, title={A}, booktitle={ICLR}, year={2025},
  author={Xuanlei Zhao* and Xiaolong Jin* and Kai Wang*† and Li, Jinyang and You, Yang},
  author+an={4=advisor; 5=corresponding}}
"""
PROFILE = {"name": "Yang You"}


def words(html: str) -> str:
    """The text of a piece of HTML."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).strip()


@pytest.fixture
def authors(make_site):
    """The line of authors of the one publication, in HTML; no warning is allowed."""

    def build(markup: str = ".. publications::", builder: str = "html", **config) -> str:
        files = {"index.rst": PAGE + markup, "p.bib": BIB}
        site = make_site(files, builder=builder, **{"academic_profile": PROFILE, **config})
        assert site.warnings == []
        if builder == "text":
            return site.read("index.txt")
        html = squeezed(site.read("index.html"))
        return html[html.index("<", html.index(' class="academic-authors">')) : html.index("</li>")]

    return build


# roles


def test_a_role_of_the_sites_own_has_its_mark_and_label(make_site):
    """``academic_roles`` adds a row; the annotation finds it by its key or an alias, the legend explains it."""
    roles = {"advisor": {"mark": "♦", "label": "thesis advisor"}}
    site = make_site({"index.rst": PAGE + ".. publications::", "p.bib": BIB}, academic_roles=roles)
    html = squeezed(site.read("index.html"))
    assert 'Jinyang Li<sup class="academic-mark" title="thesis advisor">♦</sup>' in html
    assert "</sup> thesis advisor" in html


def test_a_label_can_be_changed_alone(authors, make_site):
    """A text instead of a table is the label; the mark stays."""
    site = make_site(
        {"index.rst": PAGE + ".. publications::", "p.bib": BIB}, academic_roles={"equal": "joint first authors"}
    )
    assert "*</sup> joint first authors" in squeezed(site.read("index.html"))


def test_a_mark_can_be_changed():
    """And its glued sign still means the role."""
    table = role_table({"equal": {"mark": "="}})
    assert (table.row("equal").mark, table.row("*").key, table.row("=").key) == ("=", "equal", "equal")


def test_a_sign_says_one_thing():
    """A role that takes the mark of a built-in one takes its place, glued signs and all."""
    table = role_table({"visitor": {"mark": "‡", "label": "visiting"}})
    assert table.row("equal-advising").label == "visiting"
    assert len(table.rows) == len(AUTHOR_ROLES)


def test_a_sign_that_only_the_site_knows_is_explained(make_site):
    """A mark that is glued to a name, and stands for a role of the site."""
    bib = "@misc{a, title={A}, author={Jane Roe♦ and John Doe}}"
    roles = {"dean": {"mark": "D", "label": "dean", "glued": ["♦"]}}
    site = make_site({"index.rst": PAGE + ".. publications::", "p.bib": bib}, academic_roles=roles)
    assert 'Jane Roe<sup class="academic-mark" title="dean">D</sup>' in squeezed(site.read("index.html"))


def test_the_legend_stands_once_in_text_too(authors):
    """One legend for the list, in the order of the table."""
    assert authors(builder="text").count("equal contribution · ") == 1


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ({"academic_roles": {"x": {"label": "no sign"}}}, "academic_roles['x'] has no mark"),
        ({"academic_roles": {"equal": {"lable": "x"}}}, "has no key 'lable'; did you mean 'label'?"),
        ({"academic_people": {"A B": {"ulr": "x"}}}, "has no key 'ulr'; did you mean 'url'?"),
        ({"academic_people": {"A B": 3}}, "academic_people['A B'] is 3, expected a text or a table"),
    ],
)
def test_a_wrong_table_is_told(make_site, config, expected):
    """Each at the line of ``conf.py``, with what was expected."""
    site = make_site({"index.rst": PAGE, "p.bib": BIB}, **config)
    assert len(site.warnings) == 1
    assert expected in site.warnings[0]


# owner


@pytest.mark.parametrize(
    ("style", "css"), [("underline", "underline"), ("bold underline", "bold academic-self-underline")]
)
def test_the_owners_style_is_configured(authors, style, css):
    """Bold, underlined, or both."""
    assert f'<strong class="academic-self academic-self-{css}">Yang You</strong>' in authors(academic_owner_style=style)


# co-authors


def test_a_co_author_is_linked(authors):
    """By ``academic_people``; the mark stands outside of the link."""
    html = authors(academic_people={"Kai Wang": "https://kai.example.org"})
    assert '<a class="reference external" href="https://kai.example.org">Kai Wang</a><sup' in html


def test_aliases_and_other_spellings_are_the_same_person():
    """By the parts of names: initials, order, accents."""
    people = (
        KnownPerson((read_name("Kurt Gödel"), read_name("K. F. Goedel")), "https://g"),
        KnownPerson((read_name("Emmy Noether"),), "https://n"),
    )
    directory = Directory(people)
    for name in ("Gödel, Kurt", "Kurt Godel", "K. Gödel", "Kurt Friedrich Gödel"):
        found = directory.find(read_name(name))
        assert found is not None, name
        assert found.url == "https://g"
    assert directory.find(read_name("Hilbert, David")) is None


def test_initials_that_fit_two_people_link_to_none():
    """``J. Li`` is Jinyang or Jing."""
    names = ("Jinyang Li", "Jing Li")
    directory = Directory(tuple(KnownPerson((read_name(name),), f"https://{name}") for name in names))
    assert directory.find(read_name("J. Li")) is None


def test_two_authors_with_the_same_initials_are_not_one_person():
    """Where the full name stands beside, initials are somebody else's."""
    directory = Directory((KnownPerson((read_name("Jinyang Li"),), "https://l"),))
    people = People(tuple(Contributor(Name(family="Li", given=given)) for given in ("Jinyang", "J.")))
    assert directory.urls(people) == ("https://l", "")


def test_an_unsafe_address_is_no_link(authors):
    """What could run code is not followed."""
    assert "javascript" not in authors(academic_people={"Kai Wang": "javascript:alert(1)"})


def test_a_person_in_prose(make_site):
    """`` :academic:person: `` with the name, or with words of its own."""
    text = ":academic:person:`Jinyang Li` and :academic:person:`Prof. Li <Li, Jinyang>`"
    site = make_site({"index.rst": PAGE + text}, academic_people={"Jinyang Li": "https://li.example.org"})
    html = site.read("index.html")
    assert site.warnings == []
    assert html.count('href="https://li.example.org"') == 2
    assert ">Prof. Li</a>" in html


def test_an_unknown_person_is_told_and_shown(make_site):
    """The name without a link, and which name is near."""
    site = make_site(
        {"index.rst": PAGE + ":academic:person:`Jinyang Lee`"}, academic_people={"Jinyang Li": "https://x"}
    )
    assert "; did you mean 'Jinyang Li'? [academic.unknown_person]" in site.warnings[0]
    assert "Jinyang Lee" in site.read("index.html")


# long lists


def test_all_names_stay_in_the_page(authors):
    """Those beyond the first are unfolded by the browser itself, the owner is always there."""
    html = authors(".. publications::\n   :max-authors: 2")
    assert "<summary>2 more</summary>" in html
    outside = words(re.sub(r"<details.*?</details>", "…", html))
    assert outside.startswith("Xuanlei Zhao*, Xiaolong Jin*, …, Yang You†")
    assert "Jinyang Li" in html


@pytest.mark.parametrize("markup", [".. publications::", ".. publication:: a"])
def test_the_site_can_say_it_for_all(authors, markup):
    """``academic_max_authors``; the option of a directive goes first."""
    assert "2 more" in authors(markup, academic_max_authors=2)
    assert "more</summary>" not in authors(f"{markup}\n   :max-authors: all", academic_max_authors=2)


def test_the_last_ones_have_an_and(authors):
    """``and 3 more`` at the end."""
    assert "and 3 more" in authors(".. publications::\n   :max-authors: 2", academic_profile={"name": "Xuanlei Zhao"})


@pytest.mark.parametrize(
    ("names", "most", "expected"),
    [
        ("A One and B Two and C Three", 2, "A One, B Two, C Three"),
        ("A One and B Two and Z Own", 1, "A One, B Two, Z Own"),
        ("A One and B Two and C Three and D Four", 2, "A One, B Two, and 2 more"),
        ("A One and B Two and C Three and Z Own and D Four", 1, "A One, 2 more, Z Own, D Four"),
        ("A One and B Two", 1, "A One, B Two"),
    ],
)
def test_no_name_is_folded_away_alone(make_site, names, most, expected):
    """Words in the place of one name would save nothing."""
    files = {
        "index.rst": PAGE + f".. publications::\n   :max-authors: {most}",
        "p.bib": f"@misc{{a, title={{A}}, author={{{names}}}}}",
    }
    text = make_site(files, builder="text", academic_profile={"name": "Z Own"}).read("index.txt")
    assert expected in text.replace("**", "")


LEGEND = """
@misc{a, title={A}, author={A One and B Two and C Three and D Four}, author+an={1=equal; 3=corresponding; 4=mentee}}
@misc{b, title={B}, author={A One and B Two and C Three and D Four}, author+an={4=corresponding}}
"""


def test_the_legend_has_the_marks_that_are_seen(make_site):
    """Where nothing can be unfolded, those of names that are folded away are none of them; HTML has all."""
    files = {"index.rst": PAGE + ".. publications::\n   :max-authors: 1\n", "p.bib": LEGEND}
    documents = [("index", "x.tex", "T", "A", "howto")]
    text = make_site(files, builder="text").read("index.txt")
    assert "equal contribution" in text
    assert "corresponding" not in text
    tex = make_site(files, builder="latex", latex_documents=documents).read("x.tex")
    assert "equal contribution" in tex
    assert "corresponding author" not in tex
    legend = words(re.search(r'<p class="academic-legend.*?</p>', make_site(files).read("index.html"), re.DOTALL)[0])
    assert legend.count("·") == 2
    assert "corresponding" in legend


def test_a_legend_of_marks_that_nobody_sees(make_site):
    """It is not there at all, or whole where the names can be unfolded."""
    bib = "@misc{a, title={A}, author={A One and B Two and C Three}, author+an={3=equal}}"
    files = {"index.rst": PAGE + ".. publications::\n   :max-authors: 1\n", "p.bib": bib}
    assert "contribution" not in make_site(files, builder="text").read("index.txt")
    assert "equal contribution</p>" in make_site(files).read("index.html")


def test_text_has_the_number_alone(authors):
    """Where nothing can be unfolded, the number of the others is enough."""
    text = authors(".. publications::\n   :max-authors: 2", builder="text", academic_profile={"name": "Xuanlei Zhao"})
    assert "Xiaolong Jin^*, and 3 more" in text
    assert "Jinyang" not in text


def test_others_whom_the_source_does_not_name(make_site):
    """``and others`` is among what is unfolded."""
    bib = "@misc{a, title={A}, author={A B and C D and others}}"
    files = {"index.rst": PAGE + ".. publications::\n   :max-authors: 1", "p.bib": bib}
    html = squeezed(make_site(files).read("index.html"))
    assert "<summary>et al.</summary>" in html
    assert html.index("C D") < html.index('<span class="academic-others">et al.</span>')


def test_latex_has_the_number_alone(make_site):
    """In LaTeX too, in a macro of its own."""
    files = {"index.rst": PAGE + ".. publications::\n   :max-authors: 2", "p.bib": BIB}
    site = make_site(files, builder="latex", academic_profile={"name": "Xuanlei Zhao"}, latex_documents=[
        ("index", "x.tex", "T", "A", "howto")])  # fmt: skip
    assert r"\academicetal{and 3 more}" in site.read("x.tex")
    assert "Jinyang" not in site.read("x.tex")


def test_a_number_that_is_none_is_told(make_site):
    """The list is shown in full."""
    site = make_site({"index.rst": PAGE + ".. publications::\n   :max-authors: few", "p.bib": BIB})
    assert ":max-authors: is 'few', expected a number such as 5, or all" in site.warnings[0]
