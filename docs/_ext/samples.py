"""Examples for the rows of the tables: an identifier for each relation, an entry for each kind."""

from __future__ import annotations

OF_PUBLICATIONS: dict[str, str] = {
    "dblp": "conf/icml/VaswaniSPUJGKP17",
    "github": "nyu-systems/Grendel-GS",
    "gitlab": "inkscape/inkscape",
    "semanticscholar": "204e3073870fae3d05bcbc2f6a8e263d9b72e776",
    "openreview": "pQqeQpMkE7",
    "wikidata": "Q30249683",
    "wikipedia": "Noether's_theorem",
    "zbmath": "48.0121.03",
    "doi": "10.1007/BF01464225",
    "arxiv": "2406.18533",
    "acl": "N19-1423",
    "hal": "hal-01234567",
    "pubmed": "33561972",
    "pmc": "7029759",
    "jstor": "1968714",
    "mr": "1501865",
    "ads": "2016PhRvL.116f1102A",
    "inspire": "1421100",
    "handle": "1721.1/7582",
    "urn": "urn:nbn:de:bvb:29-opus4-12345",
    "googlebooks": "SuVQAAAAMAAJ",
    "zenodo": "3727209",
    "huggingface": "google-bert/bert-base-uncased",
    "osf": "ezcuj",
    "isbn": "9780387943732",
    "ssrn": "2139297",
    "iacr": "2019/953",
    "swh": "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
    "citation": "ylKFMAkAAAAJ:u5HHmVD_uO8C",
}
"""An identifier of each relation that has an address on a publication."""

OF_PEOPLE: dict[str, str] = {
    "scholar": "ylKFMAkAAAAJ",
    "dblp": "11/8878",
    "orcid": "0000-0002-1825-0097",
    "mathgenealogy": "6967",
    "wikipedia": "Emmy_Noether",
    "wikidata": "Q7099",
    "openreview": "~Jane_Roe1",
    "semanticscholar": "1741101",
    "youtube": "janeroe",
    "bluesky": "janeroe.bsky.social",
    "hal": "jane-roe",
    "arxiv": "roe_j_1",
    "researchgate": "Jane-Roe",
    "zbmath": "noether.emmy",
}
"""A user's name or number; at other places she is ``janeroe``."""

ENTRIES: dict[str, tuple[str, ...]] = {
    "education": ("1904/1907", "Dr. phil. in mathematics", "University of Erlangen"),
    "position": ("1933 -- 1935", "Visiting professor", "Bryn Mawr College"),
    "award": ("1932", "Ackermann–Teubner Memorial Award"),
    "grant": ("1933", "Grant for displaced scholars", "Rockefeller Foundation"),
    "talk": ("Sept. 1932", "Hypercomplex systems", "International Congress of Mathematicians", "Zürich"),
    "teaching": ("Winter 1924", "Hypercomplex numbers", "University of Göttingen"),
    "supervision": ("1929 -- 1931", "Max Deuring", "University of Göttingen"),
    "service": ("1930 -- 1932", "Editor of Dedekind’s collected works"),
    "membership": ("1909", "Deutsche Mathematiker-Vereinigung"),
    "news": ("July 1918", "Two theorems on invariants and conservation laws"),
    "project": ("1920 -- 1926", "Ideals without coordinates"),
    "press": ("4 May 1935", "The late Emmy Noether", "The New York Times"),
    "certificate": ("1900", "Teacher of French and English", "Kingdom of Bavaria"),
    "visit": ("Winter 1928", "Visiting professor", "Moscow State University"),
    "event": ("23 March 1882", "Born", "Erlangen"),
}
"""For each kind of timeline: when, what, and where."""
