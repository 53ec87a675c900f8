"""Every field that has a place on a publication list is read into the model's words."""

from __future__ import annotations

import pytest

from sphinxcontrib_academic.kinds.journals import ADS_JOURNALS
from sphinxcontrib_academic.kinds.works import WORK_TYPES
from sphinxcontrib_academic.model.problems import Code, Problem
from sphinxcontrib_academic.model.works import Work
from sphinxcontrib_academic.readers.data import DataFile, read_data


def read(fields: str, kind: str = "misc") -> tuple[Work, list[Problem]]:
    """The work of one entry that has these fields, and its problems."""
    data = read_data([DataFile("x.bib", f"@{kind}{{key,\n{fields}\n}}".encode())])
    (work,) = data.works
    return work, list(data.problems)


def texts(fields: str, kind: str = "misc") -> dict[str, str]:
    """The texts of an entry that has no problem."""
    work, problems = read(fields, kind)
    assert problems == []
    return {name: text.plain for name, text in work.texts}


def links(fields: str, kind: str = "misc") -> list[tuple[str, str]]:
    """The links of an entry that has no problem."""
    work, problems = read(f"title = {{T}}, {fields}", kind)
    assert problems == []
    return [(link.relation, link.target) for link in work.links]


@pytest.mark.parametrize(("row", "kind"), [(row.key, kind) for row in WORK_TYPES for kind in row.bibtex])
def test_every_type_and_alias_is_known(row: str, kind: str) -> None:
    """The types of BibTeX and BibLaTeX, in any case."""
    assert read("title = {T}", kind.upper())[0].type == row


def test_an_unknown_type_is_a_publication() -> None:
    """It is never an error."""
    work, problems = read("title = {T}", "phonograph")
    assert (work.type, work.source_type, problems) == ("document", "phonograph", [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title = {On Things}, subtitle = {A Story}", "On Things: A Story"),
        ("title = {Why Things?}, subtitle = {A Story}", "Why Things? A Story"),
        ("title = {{Things!}}, subtitle = {A Story}", "Things! A Story"),
        ("booktitle = {B}", "B"),
        ("maintitle = {M}, mainsubtitle = {S}", "M: S"),
        ("shorttitle = {S}", "S"),
        ("issuetitle = {I}", "I"),
        ("eventtitle = {E}", "E"),
        ("note = {N}", "N"),
    ],
)
def test_a_title_is_found(fields: str, expected: str) -> None:
    """With its subtitle, or among what can stand for it."""
    assert texts(fields)["title"] == expected


def test_a_work_without_a_title_shows_its_key() -> None:
    """And says so at its line."""
    work, problems = read("year = 2020")
    assert work.text("title").plain == "key"
    assert [(problem.code, problem.location.line) for problem in problems] == [(Code.MISSING_TITLE, 1)]


@pytest.mark.parametrize(
    ("kind", "fields", "name", "expected"),
    [
        ("article", "journaltitle = {J}, journal = {K}, journalsubtitle = {S}", "container_title", "J: S"),
        ("article", "journal = {K}", "container_title", "K"),
        ("article", "journal = {\\mnras}", "container_title", ADS_JOURNALS["mnras"]),
        ("article", "journal = {{\\apjl}}", "container_title", ADS_JOURNALS["apjl"]),
        ("inproceedings", "booktitle = {B}, booksubtitle = {S}, maintitle = {M}", "container_title", "B: S"),
        ("inproceedings", "booktitle = {B}, maintitle = {M}", "main_title", "M"),
        ("inproceedings", "maintitle = {M}", "container_title", "M"),
        ("inproceedings", "venue = {NeurIPS}", "container_title", "NeurIPS"),
        ("inproceedings", "booktitle = {B}, venue = {Lyon}", "event_place", "Lyon"),
        ("inproceedings", "abbr = {ICML}", "container_title_short", "ICML"),
        ("thesis", "institution = {I}", "publisher", "I"),
        ("phdthesis", "school = {S}", "publisher", "S"),
        ("manual", "organization = {O}", "publisher", "O"),
        ("book", "publisher = {P}, organization = {O}", "publisher", "O, P"),
        ("book", "publisher = {A and B and C}", "publisher", "A, B and C"),
        ("book", "publisher = {A {and} B}", "publisher", "A and B"),
        ("book", "publisher = {P,}", "publisher", "P"),
        ("book", "location = {Lyon and Paris}", "publisher_place", "Lyon and Paris"),
        ("book", "address = {Reading, Mass.}", "publisher_place", "Reading, Mass."),
        ("patent", "location = {countryfr and countryuk}", "publisher_place", "France and United Kingdom"),
        ("book", "language = {langlatin and langgerman}", "language", "Latin and German"),
        ("book", "language = {english}", "language", "English"),
        ("book", "series = {newseries}", "collection_title", "new series"),
        ("book", "edition = {2}", "edition", "2"),
        ("book", "edition = {Second}", "edition", "Second"),
        ("article", "volume = {3}, number = {4}", "issue", "4"),
        ("article", "volume = {3}, issue = {10}", "issue", "10"),
        ("article", "eid = {124106}", "article_number", "124106"),
        ("thesis", "type = {phdthesis}", "genre", "PhD thesis"),
        ("thesis", "type = {Diplomarbeit}", "genre", "Diplomarbeit"),
        ("report", "type = {resreport}", "genre", "Research report"),
        ("techreport", "number = {7}", "genre", "Technical report"),
        ("patent", "type = {patentus}", "genre", "U.S. patent"),
        ("article", "pubstate = {inpress}", "status", "in press"),
        ("article", "pubstate = {prepublished}", "status", "prepublished"),
        ("article", "year = {to appear}", "status", "to appear"),
        ("article", "award = {Oral}", "award", "Oral"),
        ("article", "award = {**Best** *paper*}", "award", "Best paper"),
        ("article", "note = {N}", "note", "N"),
        ("article", "howpublished = {Online}", "how_published", "Online"),
        ("patent", "holder = {{Bosch GmbH} and {Daimler AG}}", "holder_text", "Bosch GmbH, Daimler AG"),
    ],
)
def test_a_field_has_its_place(kind: str, fields: str, name: str, expected: str) -> None:
    """One row of the table each."""
    assert texts(f"title = {{T}}, {fields}", kind)[name] == expected


@pytest.mark.parametrize("name", ["award", "award_name", "honor"])
@pytest.mark.parametrize("value", ["true", "{True}", "yes", "1", "false"])
def test_that_there_is_an_award_names_none(name: str, value: str) -> None:
    """The word of a switch is not shown."""
    assert "award" not in texts(f"title = {{T}}, {name} = {{{value}}}")


@pytest.mark.parametrize("name", ["award_name", "honor", "distinction"])
def test_an_award_that_is_named_beside_the_switch_is_shown(name: str) -> None:
    """Whichever of the fields has its name."""
    assert texts(f"title = {{T}}, award = {{true}}, {name} = {{Best Paper}}")["award"] == "Best Paper"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("12-34", "12–34"),
        ("12--34", "12–34"),
        ("12---34", "12–34"),
        ("12 -- 34", "12–34"),
        ("12–34", "12–34"),
        ("12,15", "12,15"),
        ("12, 15-18", "12, 15–18"),
        ("431--456, 791--823", "431–456, 791–823"),
        ("S12-S15", "S12–S15"),
        ("1:1--1:20", "1:1–1:20"),
        ("3-1--3-12", "3-1–3-12"),
        ("xii-xv", "xii–xv"),
        ("123--", "123–"),
        ("e1002-e1009", "e1002–e1009"),
        ("Article 12", "Article 12"),
    ],
)
def test_pages_have_en_dashes(pages: str, expected: str) -> None:
    """Between the pages of a range, and nowhere else."""
    assert texts(f"title = {{T}}, pages = {{{pages}}}")["page"] == expected


@pytest.mark.parametrize(
    ("kind", "genre", "expected"),
    [
        ("thesis", "phdthesis", "thesis-phd"),
        ("thesis", "PhD dissertation", "thesis-phd"),
        ("thesis", "mathesis", "thesis-master"),
        ("thesis", "{M.Sc.} thesis", "thesis-master"),
        ("mastersthesis", "Bachelor's thesis", "thesis-bachelor"),
        ("thesis", "Habilitation", "thesis"),
        ("phdthesis", "Ph.D. thesis", "thesis-phd"),
    ],
)
def test_a_thesis_is_of_the_degree_that_it_says(kind: str, genre: str, expected: str) -> None:
    """By the words of its ``type``."""
    assert read(f"title = {{T}}, type = {{{genre}}}", kind)[0].type == expected


def test_people_have_their_roles_and_their_marks() -> None:
    """Authors, editors, translators; annotations are read with them."""
    work, problems = read(
        "title = {T}, author = {Roe, Jane and Doe, John and others}, author+an = {1=equal; 2=equal}, editor = {A B},"
        "translator = {C D}, editora = {E F}, editoratype = {compiler}"
    )
    assert problems == []
    assert [(role, [str(member.name) for member in people.members]) for role, people in work.contributors] == [
        ("author", ["Jane Roe", "John Doe"]),
        ("editor", ["A B"]),
        ("compiler", ["E F"]),
        ("translator", ["C D"]),
    ]
    assert work.people("author").others
    assert [member.roles for member in work.people("author").members] == [("equal",), ("equal",)]


def test_dates_are_read_from_every_field() -> None:
    """``date`` or ``year`` and ``month``, and the dates of events, of the original and of the visit."""
    work, problems = read(
        "title = {T}, year = 2020, month = mar,"
        "eventdate = {2019-05-01/2019-05-03}, origdate = {1955}, urldate = {2021-01-02}"
    )
    assert problems == []
    assert [name for name, _ in work.dates] == ["issued", "original_date", "event_date", "accessed"]
    assert str(work.date()) == "2020-03"


def test_a_date_that_cannot_be_read_is_shown_as_it_is() -> None:
    """And reported at its line."""
    work, problems = read("title = {T},\nyear = {long ago}")
    assert (work.date(), work.text("issued_text").plain) == (None, "long ago")
    assert [(problem.code, problem.location.line) for problem in problems] == [(Code.DATE, 3)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("doi = {10.1000/182}", [("doi", "https://doi.org/10.1000/182")]),
        ("doi = {https://dx.doi.org/10.1000/182}", [("doi", "https://doi.org/10.1000/182")]),
        ("doi = {doi: 10.1000/182}", [("doi", "https://doi.org/10.1000/182")]),
        ("doi = {http://doi.acm.org/10.1145/1.2}", [("doi", "https://doi.org/10.1145/1.2")]),
        ("doi = {10.1007/978-3-540\\_1}", [("doi", "https://doi.org/10.1007/978-3-540_1")]),
        ("doi = {10.1000/182}, url = {https://doi.org/10.1000/182}", [("doi", "https://doi.org/10.1000/182")]),
        ("url = {http://dx.doi.org/10.1000/182}", [("doi", "https://doi.org/10.1000/182")]),
        ("url = {https://arxiv.org/abs/2105.14686}", [("arxiv", "https://arxiv.org/abs/2105.14686")]),
        ("eprint = {2105.14686v2}, eprinttype = {arXiv}", [("arxiv", "https://arxiv.org/abs/2105.14686v2")]),
        ("eprint = {math/0307200}, archiveprefix = {arXiv}", [("arxiv", "https://arxiv.org/abs/math/0307200")]),
        ("eprint = {2105.14686}", [("arxiv", "https://arxiv.org/abs/2105.14686")]),
        ("eprint = {arXiv:2105.14686 [cs.CL]}", [("arxiv", "https://arxiv.org/abs/2105.14686")]),
        ("arxiv = {2105.14686}", [("arxiv", "https://arxiv.org/abs/2105.14686")]),
        ("journal = {arXiv preprint arXiv:2105.14686}", [("arxiv", "https://arxiv.org/abs/2105.14686")]),
        ("journal = {CoRR}, volume = {abs/2105.14686}", [("arxiv", "https://arxiv.org/abs/2105.14686")]),
        (
            "eprint = {2105.14686}, eprinttype = {arxiv}, url = {http://arxiv.org/abs/2105.14686v3}",
            [("arxiv", "https://arxiv.org/abs/2105.14686")],
        ),
        ("eprint = {123}, eprinttype = {jstor}", [("jstor", "https://www.jstor.org/stable/123")]),
        ("eprint = {123}, eprinttype = {pubmed}", [("pubmed", "https://pubmed.ncbi.nlm.nih.gov/123/")]),
        ("eprint = {10.1/x}, eprinttype = {hdl}", [("handle", "https://hdl.handle.net/10.1/x")]),
        ("eprint = {hal-01}, eprinttype = {HAL}", [("hal", "https://hal.science/hal-01")]),
        ("pmid = {123}, inspirehep_id = {3255}", [
            ("pubmed", "https://pubmed.ncbi.nlm.nih.gov/123/"), ("inspire", "https://inspirehep.net/literature/3255"),
        ]),
        ("url = {https://a.org/x\\_y\\%20z\\&w=\\~{}me}", [("url", "https://a.org/x_y%20z&w=~me")]),
        ("url = {\\url{https://a.org}}", [("url", "https://a.org")]),
        ("url = {https://a.org/1 https://b.org/2}", [("url", "https://a.org/1"), ("url", "https://b.org/2")]),
        ("url = {Available at https://a.org/1.}", [("url", "https://a.org/1")]),
        ("url = {www.a.org/1}", [("url", "https://www.a.org/1")]),
        ("url = {https://a.org/long/\n   path}", [("url", "https://a.org/long/path")]),
        ("howpublished = {\\url{https://a.org}}", [("url", "https://a.org")]),
        ("pdf = {example.pdf}, code = {https://github.com/a/b}", [("pdf", "example.pdf"), ("code", "https://github.com/a/b")]),
        ("pdf = {papers/../pdf/a b.pdf}", [("pdf", "papers/../pdf/a b.pdf")]),
        ("url_pdf = {a.pdf}, url_slides = {a.key}", [("pdf", "a.pdf"), ("slides", "a.key")]),
        ("website = {https://a.org}, supp = {s.zip}", [("project", "https://a.org"), ("supplement", "s.zip")]),
        ("github = {a/b}", [("github", "https://github.com/a/b")]),
        ("html = {https://doi.org/10.1000/182}, doi = {10.1000/182}", [("doi", "https://doi.org/10.1000/182")]),
        ("google_scholar_id = {qyhmnyLat1gC}, bibtex_show = {true}, preview = {a.gif}", []),
        ("file = {:/home/me/secret.pdf:PDF}, bdsk-url-1 = {http://a.org}", []),
        ("review = {A long opinion on it.}, data = {see the appendix}", []),
        ("bibcode = {2012PhRvB..85d5323J}", [("ads", "https://ui.adsabs.harvard.edu/abs/2012PhRvB..85d5323J")]),
        ("code = {}, video = {false}", []),
    ],
)  # fmt: skip
def test_a_link_is_found(fields: str, expected: list[tuple[str, str]]) -> None:
    """Identifiers become addresses; no place is named twice."""
    assert links(fields) == expected


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "../../etc/passwd",
        "a/../../b.pdf",
        "/etc/passwd",
        "..\\..\\b.pdf",
        "C:\\b.pdf",
        "%2e%2e/b.pdf",
        "%252e%252e/b.pdf",
        "~/b.pdf",
        "\\input{/etc/passwd}",
    ],
)
@pytest.mark.parametrize("field", ["url", "pdf", "code", "html", "arxiv", "doi", "github"])
def test_an_unsafe_address_is_left_out(field: str, value: str) -> None:
    """Nothing that runs code or leaves the project becomes a link; it is reported at its line."""
    work, problems = read(f"title = {{T}},\n{field} = {{{value}}}")
    assert not any(
        bad in link.target.lower() for link in work.links for bad in ("script", "passwd", "..", "data:", "b.pdf")
    )
    assert [problem.location.line for problem in problems] == [3]
    assert problems[0].code in {Code.UNSAFE, Code.UNKNOWN_VALUE}


def test_words_are_no_address() -> None:
    """What is neither an identifier nor an address is reported."""
    work, problems = read("title = {T},\ndoi = {not yet},\nslides = {ask me by mail}")
    assert work.links == ()
    assert [(problem.code, problem.location.line) for problem in problems] == [
        (Code.UNKNOWN_VALUE, 3),
        (Code.UNKNOWN_VALUE, 4),
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("article", "journal = {arXiv preprint arXiv:2105.14686}", "preprint"),
        ("article", "journal = {bioRxiv}", "preprint"),
        ("misc", "eprint = {2105.14686}, archiveprefix = {arXiv}", "preprint"),
        ("online", "eprint = {2105.14686}, eprinttype = {arxiv}", "preprint"),
        ("article", "journal = {J}, eprint = {2105.14686}, archiveprefix = {arXiv}", "article-journal"),
        ("inproceedings", "booktitle = {B}, eprint = {2105.14686}", "paper-conference"),
        ("misc", "url = {https://a.org}", "document"),
    ],
)
def test_a_preprint_is_what_only_an_archive_has(kind: str, fields: str, expected: str) -> None:
    """A paper that appeared stays what it is."""
    work, _ = read(f"title = {{T}}, {fields}", kind)
    assert work.type == expected


def test_a_preprint_names_its_archive() -> None:
    """In the place of the journal that Google Scholar makes of it."""
    work, _ = read("title = {T}, journal = {arXiv preprint arXiv:2105.14686}", "article")
    assert (work.text("archive").plain, work.text("container_title").plain) == ("arXiv", "")


def test_keywords_and_flags_are_read() -> None:
    """Separated by commas or semicolons."""
    work, _ = read("title = {T}, keywords = {a, {\\`e} b,, a}, selected = {true}")
    assert (work.keywords, work.selected) == (("a", "è b"), True)
    assert read("title = {T}, keywords = {a, b; c}, selected = {false}")[0].keywords == ("a, b", "c")


def test_the_source_is_kept() -> None:
    """The fields as the file has them: words expanded, nothing inherited."""
    data = read_data([
        DataFile("x.bib", b"@string{j = {Journal}}@book{p, note = {N}}"
                 b"@Article{k, Title = {A {B}}, journal = j # { X}, crossref = {p}}")
    ])  # fmt: skip
    work = data.works[1]
    assert work.source == (("title", "A {B}"), ("journal", "Journal X"), ("crossref", "p"))
    assert (work.source_type, work.text("note").plain) == ("Article", "N")
