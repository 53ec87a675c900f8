"""The relations of links: what a person's or a publication's link leads to, and how its address is made."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class LinkRelation:
    """One thing that a link can lead to."""

    key: str
    label: str
    """What the link says where the author gives no label."""
    fields: tuple[str, ...] = ()
    """Other names of the field that holds it, in lower case; the key itself is one of them."""
    url: str = ""
    """How an identifier becomes an address on a publication; ``{}`` is where it goes. Empty: a URL or a file is expected."""
    profile: str = ""
    """How a user's name or number becomes an address on a person."""
    hosts: tuple[str, ...] = ()
    """Prefixes that careless files leave before the identifier: ``https://doi.org/``, ``arXiv:``."""
    icon: tuple[str, ...] = ()
    """Names of the icon in Font Awesome, the newest first, for outputs that have it."""


LINK_RELATIONS: tuple[LinkRelation, ...] = (
    # a person's
    LinkRelation("cv", "CV", ("resume", "vita"), icon=("file-lines", "file-alt")),
    LinkRelation("homepage", "Homepage", ("home", "web"), icon=("globe",)),
    LinkRelation("scholar", "Google Scholar", ("google_scholar", "googlescholar", "scholar_userid"),
                 profile="https://scholar.google.com/citations?user={}", icon=("google-scholar", "graduation-cap")),
    LinkRelation("dblp", "DBLP", (), "https://dblp.org/rec/{}", "https://dblp.org/pid/{}", ("dblp:",), ("dblp", "database")),
    LinkRelation("orcid", "ORCID", ("orcid_id",), profile="https://orcid.org/{}",
                 hosts=("https://orcid.org/", "http://orcid.org/"), icon=("orcid",)),
    LinkRelation("github", "GitHub", ("github_username",), "https://github.com/{}", "https://github.com/{}", icon=("github",)),
    LinkRelation("gitlab", "GitLab", ("gitlab_username",), "https://gitlab.com/{}", "https://gitlab.com/{}", icon=("gitlab",)),
    LinkRelation("linkedin", "LinkedIn", ("linkedin_username",), profile="https://www.linkedin.com/in/{}", icon=("linkedin", "linkedin-in")),
    LinkRelation("zhihu", "Zhihu", (), profile="https://www.zhihu.com/people/{}", icon=("zhihu",)),
    LinkRelation("mastodon", "Mastodon", (), icon=("mastodon",)),
    LinkRelation("bluesky", "Bluesky", ("bsky",), profile="https://bsky.app/profile/{}", icon=("bluesky",)),
    LinkRelation("twitter", "Twitter", ("x", "twitter_username"), profile="https://x.com/{}", icon=("x-twitter", "twitter")),
    LinkRelation("youtube", "YouTube", (), profile="https://www.youtube.com/@{}", icon=("youtube",)),
    LinkRelation("researchgate", "ResearchGate", (), profile="https://www.researchgate.net/profile/{}", icon=("researchgate",)),
    LinkRelation("semanticscholar", "Semantic Scholar", ("s2", "semantic_scholar"),
                 "https://www.semanticscholar.org/paper/{}", "https://www.semanticscholar.org/author/{}", icon=("book-open",)),
    LinkRelation("openreview", "OpenReview", (), "https://openreview.net/forum?id={}", "https://openreview.net/profile?id={}",
                 icon=("comments",)),
    LinkRelation("wikidata", "Wikidata", (), "https://www.wikidata.org/wiki/{}", "https://www.wikidata.org/wiki/{}"),
    LinkRelation("wikipedia", "Wikipedia", (), "https://en.wikipedia.org/wiki/{}", "https://en.wikipedia.org/wiki/{}",
                 icon=("wikipedia-w",)),
    LinkRelation("mathgenealogy", "Mathematics Genealogy", (), profile="https://www.genealogy.math.ndsu.nodak.edu/id.php?id={}"),
    LinkRelation("zbmath", "zbMATH", ("zbl",), "https://zbmath.org/?q=an:{}", "https://zbmath.org/authors/?q=ai:{}"),
    # a publication's identifiers
    LinkRelation("doi", "DOI", (), "https://doi.org/{}", hosts=(
        "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "dx.doi.org/", "doi:")),
    LinkRelation("arxiv", "arXiv", ("arxivid", "arxiv_id"), "https://arxiv.org/abs/{}", "https://arxiv.org/a/{}", (
        "https://arxiv.org/abs/", "http://arxiv.org/abs/", "https://arxiv.org/pdf/", "http://arxiv.org/pdf/", "arxiv.org/abs/",
        "arxiv:")),
    LinkRelation("acl", "ACL Anthology", ("aclanthology", "acl_id"), "https://aclanthology.org/{}"),
    LinkRelation("hal", "HAL", ("hal_id", "halid"), "https://hal.science/{}", "https://cv.hal.science/{}"),
    LinkRelation("pubmed", "PubMed", ("pmid",), "https://pubmed.ncbi.nlm.nih.gov/{}/", hosts=("pmid:",)),
    LinkRelation("pmc", "PubMed Central", ("pmcid",), "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/"),
    LinkRelation("jstor", "JSTOR", (), "https://www.jstor.org/stable/{}"),
    LinkRelation("mr", "MathSciNet", ("mrnumber",), "https://mathscinet.ams.org/mathscinet-getitem?mr={}"),
    LinkRelation("ads", "ADS", ("adsurl", "bibcode"), "https://ui.adsabs.harvard.edu/abs/{}"),
    LinkRelation("inspire", "INSPIRE", ("inspirehep_id",), "https://inspirehep.net/literature/{}"),
    LinkRelation("handle", "Handle", ("hdl",), "https://hdl.handle.net/{}", hosts=("https://hdl.handle.net/", "hdl:")),
    LinkRelation("urn", "URN", (), "https://nbn-resolving.org/{}"),
    LinkRelation("googlebooks", "Google Books", (), "https://books.google.com/books?id={}"),
    LinkRelation("zenodo", "Zenodo", (), "https://zenodo.org/records/{}"),
    LinkRelation("huggingface", "Hugging Face", ("hf",), "https://huggingface.co/{}", "https://huggingface.co/{}"),
    LinkRelation("osf", "OSF", (), "https://osf.io/{}"),
    LinkRelation("citation", "Google Scholar", ("google_scholar_id",),
                 "https://scholar.google.com/citations?view_op=view_citation&citation_for_view={}", icon=("google-scholar", "graduation-cap")),
    # a publication's parts
    LinkRelation("url", "Link", ("link",)),
    LinkRelation("pdf", "PDF", ("paper", "url_pdf", "fulltext"), icon=("file-pdf",)),
    LinkRelation("html", "HTML", ()),
    LinkRelation("preprint", "Preprint", ("url_preprint",)),
    LinkRelation("code", "Code", ("url_code", "source_code", "repository", "repo"), icon=("code",)),
    LinkRelation("data", "Data", ("url_dataset", "dataset")),
    LinkRelation("model", "Model", ("models", "weights")),
    LinkRelation("project", "Project page", ("url_project", "projectpage", "project_page", "website"), icon=("globe",)),
    LinkRelation("slides", "Slides", ("url_slides",)),
    LinkRelation("poster", "Poster", ("url_poster",)),
    LinkRelation("video", "Video", ("url_video", "recording"), icon=("video",)),
    LinkRelation("demo", "Demo", ()),
    LinkRelation("blog", "Blog", ("blogpost", "post")),
    LinkRelation("supplement", "Supplement", ("supp", "supplementary", "url_source", "appendix")),
    LinkRelation("press", "Press", ("media",)),
    LinkRelation("review", "Review", ("reviews",)),
    LinkRelation("translation", "Translation", ("url_translation",)),
)  # fmt: skip

_BY_FIELD = {name: row for row in LINK_RELATIONS for name in (row.key, *row.fields)}


def link_relation(name: str) -> LinkRelation | None:
    """The row of a relation by its key or any field that holds it, whatever its case."""
    return _BY_FIELD.get(name.strip().lower().replace("-", "_")) or _BY_FIELD.get(name.strip().lower())


def address(row: LinkRelation, value: str, *, of_person: bool = False) -> str:
    """The address that an identifier, a user's name or a URL stands for; a path stays as it is."""
    value = value.strip()
    bare = next((value[len(host) :] for host in row.hosts if value.lower().startswith(host)), value)
    pattern = row.profile if of_person else row.url
    if not pattern or (bare == value and "://" in value):
        return value
    return pattern.format(quote(bare, safe="/:;()@~+,=&?.-_"))
