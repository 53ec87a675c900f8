"""Links: from identifiers, fields and files; none twice, in the order wanted, with relations of the site's own."""

from __future__ import annotations

import re

import pytest

from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, address, link_relation, link_table, relation_at
from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.readers.named_files import files_by_key
from sphinxcontrib_academic.render.links import links_of

PAGE = "Title\n=====\n\n"


def work(fields: str, kind: str = "misc"):
    """A publication with these fields."""
    (found,) = read_data([DataFile("p.bib", f"@{kind}{{k, title={{T}}, {fields}}}".encode())]).works
    return found


def shown(fields: str, kind: str = "misc") -> list[tuple[str, str]]:
    """The links of a publication with these fields."""
    return [(link.relation, link.target) for link in links_of(work(fields, kind))]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("doi", "10.1000/182", "https://doi.org/10.1000/182"),
        ("arxiv", "2406.18533", "https://arxiv.org/abs/2406.18533"),
        ("openreview", "abcDEF", "https://openreview.net/forum?id=abcDEF"),
        ("acl", "2020.acl-main.1", "https://aclanthology.org/2020.acl-main.1"),
        ("hal_id", "hal-01234567", "https://hal.science/hal-01234567"),
        ("pmid", "PMID: 12345", "https://pubmed.ncbi.nlm.nih.gov/12345/"),
        ("pmcid", "PMC12345", "https://pmc.ncbi.nlm.nih.gov/articles/PMC12345/"),
        ("zenodo", "10.5281/zenodo.123", "https://zenodo.org/records/123"),
        ("zenodo", "123", "https://zenodo.org/records/123"),
        ("huggingface", "org/model", "https://huggingface.co/org/model"),
        ("s2", "abc123", "https://www.semanticscholar.org/paper/abc123"),
        ("dblp", "conf/nips/X20", "https://dblp.org/rec/conf/nips/X20"),
        ("osf", "ab12c", "https://osf.io/ab12c"),
        ("ssrn", "123456", "https://ssrn.com/abstract=123456"),
        ("isbn", "978-0-201-13447-0", "https://openlibrary.org/isbn/9780201134470"),
    ],
)
def test_an_identifier_becomes_an_address(field, value, expected):
    """Each kind by its row."""
    assert expected in [target for _, target in shown(f"{field}={{{value}}}")]


@pytest.mark.parametrize(
    "field",
    [
        "pdf",
        "code",
        "data",
        "model",
        "slides",
        "poster",
        "video",
        "demo",
        "website",
        "blog",
        "supplement",
        "press",
        "notebook",
        "review",
    ],
)
def test_a_field_is_a_link(field):
    """What a publication has beside its text."""
    (link,) = shown(f"{field}={{https://example.org/x}}")
    assert link == (link_relation(field).key, "https://example.org/x")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("doi={10.1000/a}, url={https://doi.org/10.1000/a}", ["doi"]),
        ("doi={10.1145/3.4}, url={https://dl.acm.org/doi/10.1145/3.4}", ["doi"]),
        ("doi={10.1145/3.4}, url={https://dl.acm.org/doi/abs/10.1145/3.4}", ["doi"]),
        ("doi={10.1145/3.4}, url={https://dl.acm.org/doi/pdf/10.1145/3.4.pdf}", ["doi", "url"]),
        ("doi={10.48550/arXiv.2406.18533}, arxiv={2406.18533}", ["arxiv"]),
        ("doi={10.1000/a}, url={https://example.org/}", ["doi", "url"]),
        ("arxiv={2406.18533}, url={https://arxiv.org/abs/2406.18533}", ["arxiv"]),
        ("url={https://openreview.net/forum?id=x}", ["openreview"]),
        ("url={https://openreview.net/forum?id=x}, openreview={x}", ["openreview"]),
    ],
)
def test_no_place_twice(fields, expected):
    """A DOI and its address are never both shown; a general link goes by the name of its place."""
    assert sorted(relation for relation, _ in shown(fields)) == sorted(expected)


def test_a_place_is_known_by_its_address():
    """By the rows' own patterns; the host alone is not enough."""
    assert relation_at("https://www.zenodo.org/records/1").key == "zenodo"
    assert relation_at("https://zenodo.org/records/") is None
    assert relation_at("https://example.org/") is None


@pytest.mark.parametrize("row", [row for row in LINK_RELATIONS if row.url], ids=lambda row: row.key)
def test_an_address_is_taken_for_what_it_is(row):
    """A whole address in the field of an identifier stays as it is."""
    whole = address(row, "12345")
    assert address(row, whole) == whole or any(whole.startswith(host) for host in row.hosts)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            r"doi={10.1002/(sici)1:2/30\textless{}16::aid\textgreater{}3.0.co;2-2}",
            "10.1002/(sici)1:2/30%3C16::aid%3E3.0.co;2-2",
        ),
        (r"doi={10.1002/(SICI)1:2/30$<$16::AID$>$3.0.CO;2-2}", "10.1002/(SICI)1:2/30%3C16::AID%3E3.0.CO;2-2"),
        (r"doi={10.1007/978-3{\textunderscore}1}", "10.1007/978-3_1"),
        ("doi={https://doi.org/10.1000/abc?utm_source=x}", "10.1000/abc"),
        ("doi={https://doi.org/10.1000/abc/}", "10.1000/abc"),
        ("url={doi:10.1000/abc}", "10.1000/abc"),
        ("url={10.1000/abc}", "10.1000/abc"),
        ("url={http://doi.acm.org/10.1145/12.34}", "10.1145/12.34"),
        ("url={http://doi.acm.org/12.34}", "10.1145/12.34"),
        ("url={https://doi-org.proxy.example.edu/10.1000/abc}", "10.1000/abc"),
        ("url={https://doi.ieeecomputersociety.org/10.1109/X.2}", "10.1109/X.2"),
        ("doi={10.1145/12.34}, url={http://doi.acm.org/12.34}", "10.1145/12.34"),
        ("doi={10.1000/abc}, url={https://doi.org/10.1000/abc?x=1}", "10.1000/abc"),
        ("doi={10.1000/a(b)<c>}, url={https://dx.doi.org/10.1000/a%28b%29%3Cc%3E}", "10.1000/a(b)%3Cc%3E"),
        ("doi={10.1101/2.3}, url={https://www.biorxiv.org/content/10.1101/2.3v1.full}", "10.1101/2.3"),
        ("doi={10.5281/zenodo.12}, url={https://zenodo.org/record/12}", "10.5281/zenodo.12"),
        ("doi={10.17605/OSF.IO/ABC12}, url={https://osf.io/abc12/}", "10.17605/OSF.IO/ABC12"),
        ("doi={10.2307/123}, html={http://www.jstor.org/stable/123}", "10.2307/123"),
    ],
)
def test_a_doi_is_shown_alone(fields, expected):
    """However it and its address are written."""
    assert shown(fields) == [("doi", f"https://doi.org/{expected}")]


def test_a_longer_doi_is_another_one():
    """What goes on behind a DOI is no address of it."""
    assert len(shown("doi={10.1000/abc}, url={https://example.org/10.1000/abcdef}")) == 2


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("zenodo={12}, doi={10.5281/zenodo.12}", "https://zenodo.org/records/12"),
        ("zenodo={https://zenodo.org/record/12}", "https://zenodo.org/record/12"),
        ("url={http://aclweb.org/anthology/P19-1001}", "http://aclweb.org/anthology/P19-1001"),
        ("osf={10.31234/osf.io/ab12c}", "https://osf.io/ab12c"),
        ("mrnumber={1234567 (2000a:12345)}", "https://mathscinet.ams.org/mathscinet-getitem?mr=1234567"),
        ("eprint={9901001}, archiveprefix={arXiv}, primaryclass={hep-th}", "https://arxiv.org/abs/hep-th/9901001"),
        ("eprint={9901001v2}, eprinttype={arxiv}, eprintclass={hep-th}", "https://arxiv.org/abs/hep-th/9901001v2"),
        ("eprint={2020/123}, eprinttype={iacr}", "https://eprint.iacr.org/2020/123"),
        (
            "isbn={978\N{EN DASH}3\N{EN DASH}16\N{EN DASH}148410\N{EN DASH}0}",
            "https://openlibrary.org/isbn/9783161484100",
        ),
        ("pmcid={PMC: PMC123}", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"),
    ],
)
def test_one_identifier_is_one_link(fields, expected):
    """In the spellings that files have."""
    assert [target for _, target in shown(fields)] == [expected]


def test_a_relation_is_known_by_its_old_addresses():
    """A general link goes by the name of its place."""
    assert shown("url={https://hal.archives-ouvertes.fr/hal-01}")[0][0] == "hal"
    assert shown("url={https://www.ncbi.nlm.nih.gov/pubmed/12}")[0][0] == "pubmed"
    assert shown("url={https://arxiv.org/pdf/2406.18533}")[0][0] == "arxiv"


@pytest.mark.parametrize("scholar", ["u5HHmVD", "https://scholar.google.com/citations?user=u5HHmVD&hl=en"])
def test_a_number_of_google_scholar_needs_the_owners_name(make_site, scholar):
    """``google_scholar_id``, as al-folio has it."""
    files = {"index.rst": PAGE + ".. publications::", "p.bib": "@misc{a, title={A}, google_scholar_id={qjMakFHDy7sC}}"}
    site = make_site(files, academic_profile={"name": "A B", "links": {"scholar": scholar}})
    assert "citation_for_view=u5HHmVD:qjMakFHDy7sC" in site.read("index.html")


# the site's own


def test_a_relation_of_the_sites_own(make_site):
    """A label and an address in ``conf.py``; the field is read like any other."""
    files = {"index.rst": PAGE + ".. publications::", "p.bib": "@misc{a, title={A}, replication={x-1}, repro={y}}"}
    links = {"replication": {"label": "Replication", "url": "https://rep.example.org/{}"}}
    site = make_site(files, academic_links=links)
    assert 'href="https://rep.example.org/x-1">Replication</a>' in site.read("index.html")
    assert "replication" not in re.search(r"<pre.*?</pre>", site.read("index.html"), re.DOTALL)[0]


def test_it_is_an_option_of_the_directive_too(make_site):
    """As every field is."""
    files = {"index.rst": PAGE + ".. publication:: a\n   :rep: z", "p.bib": "@misc{a, title={A}}"}
    links = {"replication": {"label": "Replication", "url": "https://rep.example.org/{}", "fields": ["rep"]}}
    site = make_site(files, academic_links=links)
    assert site.warnings == []
    assert 'href="https://rep.example.org/z">Replication</a>' in site.read("index.html")


def test_a_built_in_relation_can_be_renamed(make_site):
    """A text alone is the label."""
    files = {"index.rst": PAGE + ".. publications::", "p.bib": "@misc{a, title={A}, pdf={https://x.org/a.pdf}}"}
    assert ">Paper</a>" in make_site(files, academic_links={"pdf": "Paper"}).read("index.html")


def test_an_unsafe_value_of_it_is_left_out(make_site):
    """With a warning, as for every other link."""
    files = {"index.rst": PAGE + ".. publications::", "p.bib": "@misc{a, title={A}, rep={javascript:alert(1)}}"}
    site = make_site(files, academic_links={"rep": {"label": "R"}})
    assert "[academic.unsafe]" in site.warnings[0]
    assert "javascript" not in site.read("index.html")


def test_an_address_without_a_place_for_the_identifier_is_told(make_site):
    """At its line of ``conf.py``."""
    site = make_site({"index.rst": PAGE}, academic_links={"rep": {"url": "https://x.org"}})
    assert "expected one {} where the identifier goes" in site.warnings[0]


# files


def test_files_belong_to_entries_by_their_names(make_site):
    """``papers/KEY.pdf`` and ``papers/KEY.slides.pdf``; the entry's own field goes first."""
    files = {
        "index.rst": PAGE + ".. publications::\n   :sort: key",
        "p.bib": "@misc{a, title={A}}\n@misc{b.c, title={B}, slides={https://x.org/s}}",
        "papers/a.pdf": b"%PDF-1",
        "papers/A.slides.pdf": b"%PDF-2",
        "papers/b.c.pdf": b"%PDF-3",
        "papers/b.c.slides.pdf": b"%PDF-4",
        "papers/other.pdf": b"%PDF-5",
    }
    site = make_site(files, academic_files=["papers"])
    assert site.warnings == []
    html = site.read("index.html")
    found = re.findall(r'class="academic-link academic-link-(\w+) [^>]*href="([^"]*)"', html)
    assert [relation for relation, _ in found] == ["pdf", "slides", "pdf", "slides"]
    assert found[3][1] == "https://x.org/s"
    copied = sorted(path.name for path in (site.app.outdir / "_downloads").rglob("*.pdf"))
    assert copied == ["A.slides.pdf", "a.pdf", "b.c.pdf"]


def test_a_file_that_is_added_is_found_by_the_next_build(make_site):
    """Though no source has changed."""
    files = {"index.rst": PAGE + ".. publications::", "p.bib": "@misc{a, title={A}}", "papers/x.txt": ""}
    assert ">PDF</" not in make_site(files, academic_files=["papers"]).read("index.html")
    assert "PDF" in make_site({"papers/a.pdf": b"%PDF"}, academic_files=["papers"]).read("index.html")


def test_a_key_with_signs_that_no_file_can_have():
    """``DBLP:conf/x`` is looked for as ``DBLP-conf-x``."""
    found = files_by_key(["p/dblp-conf-x.pdf"], link_table({}))
    assert [link.target for link in found["dblp-conf-x"]] == ["p/dblp-conf-x.pdf"]


def test_a_missing_folder_is_told(make_site):
    """At the line of the value."""
    site = make_site({"index.rst": PAGE}, academic_files=["paprs"])
    assert "there is no folder 'paprs' in the source folder [academic.missing_file]" in site.warnings[0]


def test_a_missing_file_is_reported_and_an_existing_one_copied(make_site):
    """A relative path of a field."""
    bib = "@misc{a, title={A}, pdf={files/a.pdf}}\n@misc{b, title={B}, pdf={files/b.pdf}}"
    site = make_site({"index.rst": PAGE + ".. publications::", "p.bib": bib, "files/a.pdf": b"%PDF"})
    assert len(site.warnings) == 1
    assert "the file 'files/b.pdf' is not in the source folder; did you mean 'a.pdf'?" in site.warnings[0]
    assert [path.name for path in (site.app.outdir / "_downloads").rglob("*.pdf")] == ["a.pdf"]


def test_an_identifier_that_cannot_be_right_is_told_wherever_it_is_typed(make_site):
    """In a pasted entry, and in an option; what the data file says is told once."""
    page = (
        PAGE + ".. publication::\n\n   @misc{p,\n     title={P}, arxiv={2408.1258}}\n\n"
        ".. publication:: a\n   :arxiv: 2413.12588\n\n.. publication:: b\n   :pdf: https://x.org/b.pdf\n"
    )
    bib = "@misc{a, title={A}}\n@misc{b, title={B}, arxiv={2408.1259}}"
    warnings = make_site({"index.rst": page, "p.bib": bib}).warnings
    assert [line.partition(": WARNING: ")[0] for line in sorted(warnings)] == ["index.rst:6", "index.rst:9", "p.bib:2"]
    assert all("the arXiv identifier" in line for line in warnings)
