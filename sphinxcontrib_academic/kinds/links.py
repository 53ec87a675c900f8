"""The relations of links: what a person's or a publication's link leads to, and how its address is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from urllib.parse import quote

from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.model.expressions import expression


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
    """Names of the icon, the first that is found: in Font Awesome, the newest name first, or in Simple Icons, which
    has marks of its own. Or the path of a drawing, which is the site's own."""
    account: str = ""
    """How an account at any of many servers, ``@jane@example.social``, becomes an address on a person: ``{user}``,
    ``{host}``."""


LINK_RELATIONS: tuple[LinkRelation, ...] = (
    # a person's
    LinkRelation("cv", "CV", ("resume", "vita"), icon=("file-lines", "file-alt")),
    LinkRelation("homepage", "Homepage", ("home", "web"), icon=("globe",)),
    LinkRelation("scholar", "Google Scholar", ("google_scholar", "googlescholar", "scholar_userid"),
                 profile="https://scholar.google.com/citations?user={}", icon=("google-scholar", "graduation-cap")),
    LinkRelation("dblp", "DBLP", ("dblp_url",), "https://dblp.org/rec/{}", "https://dblp.org/pid/{}",
                 ("https://dblp.uni-trier.de/rec/", "dblp:"), ("dblp", "database")),
    LinkRelation("orcid", "ORCID", ("orcid_id",), profile="https://orcid.org/{}",
                 hosts=("https://orcid.org/", "http://orcid.org/"), icon=("orcid",)),
    LinkRelation("github", "GitHub", ("github_username",), "https://github.com/{}", "https://github.com/{}", icon=("github",)),
    LinkRelation("gitlab", "GitLab", ("gitlab_username",), "https://gitlab.com/{}", "https://gitlab.com/{}", icon=("gitlab",)),
    LinkRelation("linkedin", "LinkedIn", ("linkedin_username",), profile="https://www.linkedin.com/in/{}", icon=("linkedin", "linkedin-in")),
    LinkRelation("zhihu", "Zhihu", (), profile="https://www.zhihu.com/people/{}", icon=("zhihu",)),
    LinkRelation("mastodon", "Mastodon", (), icon=("mastodon",), account="https://{host}/@{user}"),
    LinkRelation("bluesky", "Bluesky", ("bsky", "bluesky_url"), profile="https://bsky.app/profile/{}", icon=("bluesky",)),
    LinkRelation("twitter", "Twitter", ("x", "twitter_username", "x_username"), profile="https://x.com/{}", icon=("x-twitter", "twitter")),
    LinkRelation("youtube", "YouTube", ("youtube_id",), profile="https://www.youtube.com/@{}", icon=("youtube",)),
    LinkRelation("researchgate", "ResearchGate", ("research_gate_profile",), profile="https://www.researchgate.net/profile/{}", icon=("researchgate",)),
    LinkRelation("semanticscholar", "Semantic Scholar", ("s2", "semantic_scholar", "semanticscholar_id"),
                 "https://www.semanticscholar.org/paper/{}", "https://www.semanticscholar.org/author/{}", icon=("semanticscholar", "book-open")),
    LinkRelation("openreview", "OpenReview", (), "https://openreview.net/forum?id={}", "https://openreview.net/profile?id={}",
                 icon=("comments",)),
    LinkRelation("wikidata", "Wikidata", ("wikidata_id",), "https://www.wikidata.org/wiki/{}", "https://www.wikidata.org/wiki/{}", icon=("wikidata", "database")),
    LinkRelation("wikipedia", "Wikipedia", (), "https://en.wikipedia.org/wiki/{}", "https://en.wikipedia.org/wiki/{}",
                 icon=("wikipedia-w",)),
    LinkRelation("mathgenealogy", "Mathematics Genealogy", (), profile="https://www.genealogy.math.ndsu.nodak.edu/id.php?id={}", icon=("sitemap",)),
    LinkRelation("zbmath", "zbMATH", ("zbl",), "https://zbmath.org/?q=an:{}", "https://zbmath.org/authors/?q=ai:{}", icon=("zbmath", "square-root-variable", "square-root-alt")),
    # a publication's identifiers
    LinkRelation("doi", "DOI", (), "https://doi.org/{}", hosts=(
        "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "dx.doi.org/", "doi:"), icon=("doi", "link")),
    LinkRelation("arxiv", "arXiv", ("arxivid", "arxiv_id"), "https://arxiv.org/abs/{}", "https://arxiv.org/a/{}", (
        "https://arxiv.org/abs/", "http://arxiv.org/abs/", "https://arxiv.org/pdf/", "http://arxiv.org/pdf/", "arxiv.org/abs/",
        "arxiv:", "10.48550/arxiv."), icon=("arxiv", "file-lines", "file-alt")),
    LinkRelation("acl", "ACL Anthology", ("aclanthology", "acl_id"), "https://aclanthology.org/{}", hosts=(
        "https://aclweb.org/anthology/", "https://aclanthology.info/papers/"), icon=("file-lines", "file-alt")),
    LinkRelation("hal", "HAL", ("hal_id", "halid"), "https://hal.science/{}", "https://cv.hal.science/{}", (
        "https://hal.archives-ouvertes.fr/", "https://hal.inria.fr/", "hal:"), icon=("hal", "file-lines", "file-alt")),
    LinkRelation("pubmed", "PubMed", ("pmid",), "https://pubmed.ncbi.nlm.nih.gov/{}/", hosts=(
        "https://ncbi.nlm.nih.gov/pubmed/", "pmid:"), icon=("pubmed", "book-medical")),
    LinkRelation("pmc", "PubMed Central", ("pmcid",), "https://pmc.ncbi.nlm.nih.gov/articles/PMC{}/", hosts=(
        "https://ncbi.nlm.nih.gov/pmc/articles/pmc", "pmcid:", "pmc:", "pmc"), icon=("pubmed", "book-medical")),
    LinkRelation("jstor", "JSTOR", (), "https://www.jstor.org/stable/{}", hosts=("10.2307/",), icon=("book",)),
    LinkRelation("mr", "MathSciNet", ("mrnumber",), "https://mathscinet.ams.org/mathscinet-getitem?mr={}", icon=("square-root-variable", "square-root-alt")),
    LinkRelation("ads", "ADS", ("adsurl", "bibcode"), "https://ui.adsabs.harvard.edu/abs/{}", icon=("star",)),
    LinkRelation("inspire", "INSPIRE", ("inspirehep_id",), "https://inspirehep.net/literature/{}", icon=("atom",)),
    LinkRelation("handle", "Handle", ("hdl",), "https://hdl.handle.net/{}", hosts=("https://hdl.handle.net/", "hdl:"), icon=("link",)),
    LinkRelation("urn", "URN", (), "https://nbn-resolving.org/{}", icon=("link",)),
    LinkRelation("googlebooks", "Google Books", (), "https://books.google.com/books?id={}", icon=("google", "book")),
    LinkRelation("zenodo", "Zenodo", (), "https://zenodo.org/records/{}", hosts=(
        "https://doi.org/10.5281/zenodo.", "https://zenodo.org/record/", "10.5281/zenodo.", "zenodo."), icon=("box-archive", "archive")),
    LinkRelation("huggingface", "Hugging Face", ("hf",), "https://huggingface.co/{}", "https://huggingface.co/{}", ("https://hf.co/",), icon=("huggingface", "face-smile", "smile")),
    LinkRelation("osf", "OSF", (), "https://osf.io/{}", hosts=(
        "10.17605/osf.io/", "10.31219/osf.io/", "10.31234/osf.io/", "10.31235/osf.io/", "10.31222/osf.io/"), icon=("osf", "flask")),
    LinkRelation("isbn", "ISBN", (), "https://openlibrary.org/isbn/{}", hosts=("isbn:", "isbn-13:", "isbn-10:"), icon=("book",)),
    LinkRelation("ssrn", "SSRN", ("ssrn_id",), "https://ssrn.com/abstract={}", hosts=("10.2139/ssrn.",), icon=("ssrn", "file-lines", "file-alt")),
    LinkRelation("iacr", "IACR ePrint", ("cryptoeprint",), "https://eprint.iacr.org/{}", icon=("lock",)),
    LinkRelation("swh", "Software Heritage", ("swhid",), "https://archive.softwareheritage.org/{}", icon=("box-archive", "archive")),
    LinkRelation("citation", "Google Scholar", ("google_scholar_id",),
                 "https://scholar.google.com/citations?view_op=view_citation&citation_for_view={}", icon=("google-scholar", "graduation-cap")),
    # a publication's parts
    LinkRelation("url", "Link", ("link",), icon=("link",)),
    LinkRelation("pdf", "PDF", ("paper", "url_pdf", "fulltext"), icon=("file-pdf",)),
    LinkRelation("html", "HTML", (), icon=("globe",)),
    LinkRelation("preprint", "Preprint", ("url_preprint",), icon=("file-lines", "file-alt")),
    LinkRelation("code", "Code", ("url_code", "source_code", "repository", "repo"), icon=("code",)),
    LinkRelation("data", "Data", ("url_dataset", "dataset"), icon=("database",)),
    LinkRelation("model", "Model", ("models", "weights", "checkpoint", "checkpoints"), icon=("cube",)),
    LinkRelation("project", "Project page", ("url_project", "projectpage", "project_page", "website"), icon=("globe",)),
    LinkRelation("slides", "Slides", ("url_slides",), icon=("chalkboard",)),
    LinkRelation("poster", "Poster", ("url_poster",), icon=("image",)),
    LinkRelation("video", "Video", ("url_video", "recording", "talk"), icon=("video",)),
    LinkRelation("demo", "Demo", ("url_demo",), icon=("play",)),
    LinkRelation("notebook", "Notebook", ("colab",), icon=("jupyter", "book")),
    LinkRelation("blog", "Blog", ("blogpost", "post"), icon=("blog",)),
    LinkRelation("supplement", "Supplement", ("supp", "supplementary", "url_source", "appendix"), icon=("paperclip",)),
    LinkRelation("press", "Press", ("media",), icon=("newspaper",)),
    LinkRelation("review", "Review", ("reviews",), icon=("comments",)),
    LinkRelation("translation", "Translation", ("url_translation",), icon=("language",)),
)  # fmt: skip

CONTACT_ICONS: dict[str, tuple[str, ...]] = {
    "address": ("location-dot", "map-marker-alt"),
    "email": ("envelope",),
    "phone": ("phone",),
}
"""Icons of the lines of a profile that are no links, named as above."""

_BY_FIELD = {name: row for row in LINK_RELATIONS for name in (row.key, *row.fields)}


def link_relation(name: str) -> LinkRelation | None:
    """The row of a relation by its key or any field that holds it, whatever its case."""
    if (found := _BY_FIELD.get(name)) is not None and "-" not in name:
        return found
    return _BY_FIELD.get(name.strip().lower().replace("-", "_")) or _BY_FIELD.get(name.strip().lower())


@dataclass(frozen=True, slots=True)
class LinkTable:
    """The relations of one site: the rows that every site has, and its own."""

    own: tuple[LinkRelation, ...] = ()
    """What the site adds or changes, in its order."""

    @property
    def rows(self) -> tuple[LinkRelation, ...]:
        """All rows, the site's own behind those that every site has."""
        changed = {row.key: row for row in self.own}
        kept = [changed.pop(row.key, row) for row in LINK_RELATIONS]
        return (*kept, *changed.values())

    def row(self, name: str) -> LinkRelation | None:
        """The row of a relation by its key or any field that holds it."""
        word = name.strip().lower()
        names = {word, word.replace("-", "_")}
        found = next((row for row in self.own if names & {row.key, *row.fields}), None)
        return found or link_relation(name)


def link_table(changes: Mapping[str, Mapping[str, object] | str], translate: Callable[[str], str] = str) -> LinkTable:
    """The table with a site's relations; a text alone is the label. Labels that it leaves alone are translated."""
    own = []
    for name, change in changes.items():
        fields = {"label": change} if isinstance(change, str) else change
        row = link_relation(name) or LinkRelation(name.strip().lower(), name.strip())
        names = _words(fields.get("fields"))
        own.append(
            replace(
                row,
                label=str(fields.get("label") or translate(row.label)),
                url=str(fields.get("url", row.url)),
                fields=(*row.fields, *(word.lower() for word in names)),
                icon=_words(fields.get("icon")) or row.icon,
            )
        )
    return LinkTable(tuple(own))


def _words(value: object) -> tuple[str, ...]:
    """One word or several."""
    words = (value,) if isinstance(value, str) else value if isinstance(value, Iterable) else ()
    return tuple(str(word) for word in words)


def relation_at(url: str) -> LinkRelation | None:
    """The identifier's relation whose pages have addresses like this one: ``https://openreview.net/forum?id=…``."""
    bare = _bare(url)
    rows = _by_host().get(bare.partition("/")[0][:_HOST], ())
    return next((row for stem, row in rows if len(bare) > len(stem) and bare.startswith(stem)), None)


_HOST = 4
"""Letters of a host that tell most relations apart."""


@cache
def _by_host() -> dict[str, list[tuple[str, LinkRelation]]]:
    """The beginnings of addresses, each with its relation, by their first letters."""
    found: dict[str, list[tuple[str, LinkRelation]]] = {}
    for row in LINK_RELATIONS:
        for stem in _stems(row):
            found.setdefault(stem.partition("/")[0][:_HOST], []).append((stem, row))
    return found


def _stems(row: LinkRelation) -> list[str]:
    """How the addresses of an identifier's pages begin, today and in old files."""
    return [_bare(url) for url in (row.url.partition("{}")[0], *row.hosts) if "://" in url] if row.url else []


def _bare(url: str) -> str:
    return url.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")


_ACCOUNT = expression(r"@?(?P<user>[\w.-]+)@(?P<host>[\w.-]+\.\w+)")


def bare_identifier(row: LinkRelation, value: str) -> str:
    """The value without what careless files leave before an identifier."""
    bare = value.strip()
    while rest := next((rest for host in row.hosts if (rest := _behind(host, bare))), ""):
        bare = rest
    return bare


def _behind(host: str, value: str) -> str:
    """What stands behind a prefix, whichever way an address begins; empty where it does not stand there."""
    if "://" not in host:
        return value[len(host) :].strip() if value.lower().startswith(host) else ""
    start = len(value) - len(_bare(value))
    return (
        value[start + len(_bare(host)) :].strip(" /") if "://" in value and _bare(value).startswith(_bare(host)) else ""
    )


def address(row: LinkRelation, value: str, *, of_person: bool = False) -> str:
    """The address that an identifier, a user's name or a URL stands for; a path stays as it is."""
    value = value.strip()
    if of_person and row.account and (account := _ACCOUNT.fullmatch(value)):
        return row.account.format(**account.groupdict())
    bare = bare_identifier(row, value)
    pattern = row.profile if of_person else row.url
    if not pattern or (bare == value and "://" in value):
        return value
    return pattern.format(quote(bare, safe="/:;()@~+,=&?.-_"))


def scholar_user(links: Iterable[tuple[str, str]]) -> str:
    """A person's name at Google Scholar, from links that have it alone or in an address."""
    for name, target in links:
        row = link_relation(name)
        if row is not None and row.key == "scholar":
            return target.partition("user=")[2].partition("&")[0] or ("" if "/" in target else target.strip())
    return ""
