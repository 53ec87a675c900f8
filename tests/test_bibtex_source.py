"""The BibTeX that is shown: what is written re-reads to the same publication, in every case."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from sphinxcontrib_academic.model.names import Contributor, Name, People
from sphinxcontrib_academic.model.problems import Code, Location
from sphinxcontrib_academic.model.works import Work
from sphinxcontrib_academic.readers.data import DataFile, read_data, read_pasted
from sphinxcontrib_academic.readers.names import read_people
from sphinxcontrib_academic.render.bibtex_source import bibtex_file, bibtex_key, bibtex_source
from sphinxcontrib_academic.render.tex_source import balanced, names_source

HERE = Location("p.bib", 1)
CORPUS = Path(__file__).resolve().parents[1] / ".." / "shared" / "corpus"
IDENTITY = (
    *("title", "container_title", "collection_title", "publisher", "volume", "issue", "page", "edition", "chapter"),
    *("how_published", "note", "isbn", "main_title", "event_title"),
)
"""The texts by which a reader knows a publication."""


def read(bib: str) -> Work:
    """The one publication of a text."""
    (work,) = read_data([DataFile("p.bib", bib.encode("utf-8", "replace"))]).works
    return work


def identity(work: Work) -> dict[str, object]:
    """What makes it this publication and no other, without marks and house fields."""
    return {
        "type": work.type,
        "texts": {name: work.text(name).plain for name in IDENTITY if work.text(name)},
        "people": [(role, [str(person.name) for person in people.members], people.others)
                   for role, people in work.contributors],
        "date": work.date(),
    }  # fmt: skip


def rewritten(work: Work) -> Work:
    """The publication that its BibTeX is read as."""
    return read(bibtex_source(work))


FULL = r"""
@inproceedings{zhao2025,
  title = {On {3D} {G}aussian Splatting: $O(n^2)$ \& 100% more},
  author = {*Zhao, Hexu and Daohan Lu$^{\dagger}$ and {Tencent HY Team} and von der M{\"u}hle, J., Jr. and others},
  author+an = {2=equal}, booktitle = "Conference on {Things} (CT)", year = 2025, month = jan,
  abbr = {CT}, selected = {true}, bibtex_show = {true}, preview = {a.png}, award = {Oral}, abstract = {Long.},
  pdf = {papers/a.pdf}, code = {https://example.org}, slides = {s.pdf}, arxiv = {2406.18533}, doi = {10.1000/182},
  url = {https://doi.org/10.1000/182}, keywords = {a, b}, google_scholar_id = {abc}, altmetric = {1},
}
"""


def test_house_fields_and_marks_are_removed():
    """Nothing of what only this site has a use for."""
    shown = bibtex_source(read(FULL))
    house = ("abbr", "selected", "bibtex_show", "preview", "award", "abstract", "+an", "google_scholar_id", "altmetric")
    beside = ("pdf", "code", "slides")
    assert [name for name in (*house, *beside, "dagger", "*") if name in shown] == []
    assert "author" in shown


def test_the_whole_entry():
    """Identifiers last, an arXiv number as other tools expect it, one of DOI and its address."""
    assert bibtex_source(read(FULL)).splitlines() == [
        "@inproceedings{zhao2025,",
        r"  title         = {On {3D} {G}aussian Splatting: $O(n^2)$ \& 100\% more},",
        "  author        = {Zhao, Hexu and Lu, Daohan and {Tencent HY Team} and von der Mühle, Jr., J. and others},",
        "  booktitle     = {Conference on {Things} (CT)},",
        "  year          = {2025},",
        "  month         = {January},",
        "  keywords      = {a, b},",
        "  doi           = {10.1000/182},",
        "  eprint        = {2406.18533},",
        "  archiveprefix = {arXiv},",
        "}",
    ]


def test_what_is_written_is_the_same_publication():
    """Title, people, venue, date, type."""
    work = read(FULL)
    assert identity(rewritten(work)) == identity(work)


def test_writing_twice_changes_nothing():
    """What was written anew is written the same again."""
    once = bibtex_source(read(FULL))
    assert bibtex_source(read(once)) == once


def test_pybtex_reads_it_in_strict_mode():
    """Valid for others than ourselves."""
    assert parse_string(bibtex_source(read(FULL)), "bibtex").entries["zhao2025"].fields["year"] == "2025"


def test_names_without_marks_keep_their_accents_as_they_are_typed():
    """A classic BibTeX may not read Unicode."""
    work = read(r"@misc{a, title={A}, author={G{\"o}del, Kurt and {\L}ukasiewicz, Jan}}")
    assert r"author = {G{\"o}del, Kurt and {\L}ukasiewicz, Jan}" in bibtex_source(work)


@pytest.mark.parametrize(
    "author", [r"{\bf Zhao, Hexu} and Lu, D.", r"\textbf{Hexu Zhao} and Lu, D.", "Zhao, Hexu; Lu, D."]
)
def test_names_that_are_set_off_are_written_anew(author):
    """The owner's bold type is this site's own, and other separators are nobody's."""
    assert "author = {Zhao, Hexu and Lu, D.}" in bibtex_source(read(f"@misc{{a, title={{A}}, author={{{author}}}}}"))


def test_inherited_fields_are_written():
    """An entry stands by itself: what its parent gave is in it."""
    bib = (
        "@inproceedings{a, title={A}, author={B, C}, crossref={p}}\n"
        "@proceedings{p, title={Proc. of T}, editor={E, F}, year={2020}, publisher={X & Y}}"
    )
    works = read_data([DataFile("p.bib", bib.encode())]).works
    work = next(work for work in works if work.key == "a")
    assert "crossref" not in bibtex_source(work)
    assert identity(rewritten(work)) == identity(work)


def test_a_preprint_stays_what_it_is():
    """An arXiv number does not make a preprint of a report that nobody published."""
    work = read("@misc{a, title={A}, author={B, C}, year=2020, arxiv={2406.18533}}")
    assert identity(rewritten(work)) == identity(work)


def test_unsafe_addresses_are_not_written():
    """What the reader left out stays out."""
    work = read("@misc{a, title={A}, url={javascript:alert(1)}, odd={javascript:alert(2)}}")
    assert "javascript" not in bibtex_source(work)


@pytest.mark.parametrize("key", ["a b", "a{b", "a,b", "a(b)", "ä%", "", "#", "a'b"])
def test_a_key_that_bibtex_cannot_read_is_another(key):
    """Never empty, never the same for two."""
    new = bibtex_key(key)
    assert new
    assert not set(new) & set(" {},()%#'\"\\=")


def test_a_file_of_all():
    """The whole list, one entry after the other."""
    works = [read("@misc{a, title={A}}"), read("@misc{b, title={B}}")]
    assert bibtex_file(works).count("@misc") == 2


words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=40)


@given(words)
def test_any_value_is_balanced(text):
    """Braces close, and no brace is escaped away by the backslash before it."""
    value = balanced(text)
    assert value.count("{") == value.count("}")
    work = Work("k", "article-journal", HERE, source=(("title", text), ("year", "2020")), source_type="article")
    data = read_pasted(bibtex_source(work), HERE)
    assert [problem for problem in data.problems if problem.code in {Code.SYNTAX, Code.MISSING_KEY}] == []
    assert dict(data.works[0].source).get("year") == "2020"


letters = st.text("abcdefÖéłžβ", min_size=1, max_size=6).map(str.capitalize)
signs = st.text("赵和旭", min_size=1, max_size=2)
names = st.one_of(
    st.builds(Name, family=letters, given=letters),
    st.builds(Name, family=letters, given=letters, prefix=st.sampled_from(["von", "van der", "de la"])),
    st.builds(Name, family=letters, given=letters, suffix=st.sampled_from(["Jr.", "III"])),
    st.builds(Name, family=signs, given=signs, family_first=st.just(True)),
    st.builds(Name, literal=st.lists(letters, min_size=1, max_size=3).map(" ".join)),
)


@given(st.lists(names, min_size=1, max_size=4), st.booleans())
def test_names_survive(members, others):
    """A list that is written anew is read as the same people."""
    people = People(tuple(Contributor(name) for name in members), others)
    again, problems = read_people(names_source(people), HERE)
    assert problems == ()
    assert again.others == others
    assert [str(person.name) for person in again.members] == [str(name) for name in members]


def corpus_files() -> list[Path]:
    """Real files."""
    return sorted(CORPUS.rglob("*.bib")) if CORPUS.is_dir() else []


@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.name)
def test_real_entries_are_the_same_when_they_are_written_anew(path):
    """Every entry of every real file."""
    found = read_data([DataFile("p.bib", path.read_bytes())]).works
    works = [work for work in found if bibtex_key(work.key) == work.key]
    data = read_data([DataFile("q.bib", bibtex_file(works).encode())])
    again = {work.key: identity(work) for work in data.works}
    assert [work.key for work in works if again.get(work.key) != identity(work)] == []
