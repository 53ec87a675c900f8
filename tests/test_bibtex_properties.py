"""Any entry that is written anew reads back as the same publication."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sphinxcontrib_academic.readers.data import DataFile, read_data
from sphinxcontrib_academic.render.bibtex_source import bibtex_file
from tests.test_bibtex_source import identity

PIECES = st.sampled_from(
    [
        "word",
        "Word",
        "ICLR",
        "{3D}",
        "{G}aussian",
        r"{\"o}",
        r"\'{e}",
        r"\emph{so}",
        r"\textbf{x {y}}",
        "$O(n^2)$",
        "$H_2$",
        r"\%",
        r"\&",
        r"\_",
        "--",
        "---",
        "~",
        "100",
        "a_b",
        '"q"',
        "``q''",
        "Zürich",
        "赵和旭",
        "#",
        "@x",
        "a, b",
        "x = y",
        "ß",
        r"\LaTeX{}",
        r"\url{https://x.org/a_b}",
        "https://x.org/a%20b",
        "<b>",
        "&amp;",
        "C:\\dir",
        "{",
        "}",
        "%",
        "^",
        "*",
        "†",
        "'",
        ":",
        ";",
    ]
)
VALUES = st.lists(PIECES, min_size=1, max_size=5).map(" ".join)
BALANCED = VALUES.filter(lambda value: value.count("{") == value.count("}") and "} {" not in value)
NAMES = st.sampled_from(
    [
        "Lee, Ann",
        "Ann Lee",
        "van der Berg, Jan",
        "Ludwig van Beethoven",
        "{MIT Team}",
        "Roe, Jr., Jo",
        "*Hexu Zhao",
        "Lu†",
        'M{\\"u}ller, J.',
        "Zhao, Hexu$^*$",
        "赵和旭",
        "{Barnes and Noble}",
        "O'Neil, P.",
        "de la Cruz, M.",
        "J.-P. Serre",
        "others",
    ]
)
PEOPLE = st.lists(NAMES, min_size=1, max_size=4).map(" and ".join)
YEARS = st.sampled_from(["2024", "1918", "{2020}", "in press", "2024/25", "forthcoming"])
TYPES = st.sampled_from(
    [
        "article",
        "inproceedings",
        "book",
        "incollection",
        "phdthesis",
        "techreport",
        "misc",
        "online",
        "software",
        "patent",
        "unheardof",
        "Article",
    ]
)
TEXTS = st.sampled_from(
    [
        "title",
        "journal",
        "booktitle",
        "publisher",
        "school",
        "note",
        "volume",
        "number",
        "pages",
        "series",
        "abstract",
        "keywords",
        "edition",
        "address",
        "journaltitle",
        "howpublished",
        "institution",
        "subtitle",
        "unheard",
        "award",
        "status",
        "tagline",
        "selected",
        "abbr",
    ]
)
LINKS = st.sampled_from(
    [
        "doi = {10.1000/a_b(c)<d>}",
        "doi = {https://doi.org/10.1000/x}",
        "url = {https://x.org/a%20b_c}",
        "arxiv = {2406.18533}",
        "eprint = {2406.18533}, archiveprefix = {arXiv}",
        "pdf = {https://x.org/a.pdf}",
        "isbn = {978-3-16-148410-0}",
        "code = {github.com/a/b}",
        "html = {https://x.org}",
    ]
)
ENTRIES = st.builds(
    lambda kind, people, editor, title, texts, year, links, marks: (
        f"@{kind}{{key,\n"
        + ",\n".join(
            [
                f"author = {{{people}}}",
                *([f"editor = {{{editor}}}"] if editor else []),
                f"title = {{{title}}}",
                f"year = {{{year}}}",
                *(f"{name} = {{{value}}}" for name, value in texts.items() if name != "title"),
                *links,
                *marks,
            ]
        )
        + "}"
    ),
    TYPES,
    PEOPLE,
    st.one_of(st.just(""), PEOPLE),
    BALANCED,
    st.dictionaries(TEXTS, BALANCED, max_size=5),
    YEARS,
    st.lists(LINKS, max_size=2, unique=True),
    st.lists(st.just("author+an = {1=equal; 2=self}"), max_size=1),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(ENTRIES, min_size=1, max_size=1))
def test_any_entry_reads_back_as_the_same(entries):
    """Names, TeX, formulas, links, dates and unknown fields; and what is written is written alike again."""
    works = read_data([DataFile("p.bib", "\n".join(entries).encode())]).works
    assert len(works) == len(entries)
    text = bibtex_file(works)
    again = read_data([DataFile("q.bib", text.encode())]).works
    assert list(map(identity, again)) == list(map(identity, works))
    assert bibtex_file(again) == text
