"""Addresses in fields -> links that are safe to follow: URLs, identifiers, and files of the project."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from sphinxcontrib_academic.kinds.links import LinkRelation, address, bare_identifier, link_relation
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.tex.links import address_text, is_unsafe, safe_target

_SIGNS = {"less": "<", "greater": ">", "underscore": "_", "tilde": "~", "sim": "~", "<": "<", ">": ">"}
_SIGN = expression(r"\\text(less|greater|underscore)(?:\s*\{\}|\s+|(?![A-Za-z]))|\$\s*(?:\\(sim)|([<>]))\s*\$")
_WRAPPED = expression(r"\\(?:url|nolinkurl|path)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}")
_TEX = frozenset("\\$&<")
_ODD = expression(r"[\\$&<\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Signs that an address without TeX and HTML does not have, but for braces."""
_PLAIN_URL = expression(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9._~/-]*)?")
"""An address that is as it should be."""
_PLAIN_DOI = expression(r"10\.\d{4,9}/[A-Za-z0-9._()/-]*[A-Za-z0-9()-]", re.ASCII)
_DOI_ORG = "https://doi.org/"
_URL = expression(r"https?://[^\s<>\"]+", re.IGNORECASE)
_SCHEME = expression(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = expression(
    r"(?:www\.[\w-]|(?:[\w-]+\.)+(?:com|org|net|edu|gov|io|ai|dev|eu|de|fr|uk|ch|at|nl|it|es|se|no|fi|dk|jp|cn|in|ca|au|br"
    r"|us|info|science|tech|me)(?:/|$))",
    re.IGNORECASE,
)
_CONTROL = expression(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_IDENTIFIER = expression(r"[\w-][^\s\\]*")
_REMARK = expression(r"(?<=\S)\s+(?:\([^()]*\)|\[[^\[\]]*\])$")
_URL_OF_ANY = expression(r"[A-Za-z][A-Za-z0-9+.-]*://")
_CLIMBS = expression(r"(?:^|/)\.\.(?:/|$)")
_BROKEN_LINE = expression(r"(?<=[/_.=&?%-])[ \t]*\n\s*(?!https?://)|[ \t]*\n\s*(?=[/_.=&?%-])")
_DOI = expression(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"]+")
_ARXIV = expression(
    r"(?<![\d.])(\d{4}\.\d{4,5}(?:v\d+)?)(?![\d.]*\d)|(?<![\w-])([a-z][a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)(?!\d)"
)
# also doi.acm.org, dx.doi.org, and doi-org.proxy.example.edu
_DOI_HOST = expression(r"https?://(?:dx\.|www\.)?doi[.-][\w.-]+/(?:doi:)?(10\.\d.+)", re.IGNORECASE)
_ACM_HOST = expression(r"https?://doi\.acm\.org/(\d+\.\d+)/?$", re.IGNORECASE)
_ACM_PREFIX = "10.1145/"
_DOI_QUERY = expression(r"(?:\?.*|#.+|/)$", re.DOTALL)
_DOI_ALONE = expression(r"(?:doi:\s*)?10\.\d{4,9}/\S+$", re.IGNORECASE)
_ARXIV_HOST = expression(r"https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/(.+?)(?:\.pdf)?/?$", re.IGNORECASE)


class UnsafeError(ValueError):
    """An address that runs code, or leaves the project."""


class NoAddressError(ValueError):
    """Words where an address is expected."""


def clean(value: str) -> str:
    """An address without the TeX, HTML and line breaks around it."""
    # nearly all are: then no pattern over other scripts need be compiled
    is_ordinary = value.isascii() and value.isprintable()
    if _TEX.isdisjoint(value) if is_ordinary else not _ODD.search(value):
        return " ".join(value.split()).replace("{", "").replace("}", "").strip()
    if "{" in value:
        value = _WRAPPED.sub(lambda found: found[1] or found[2] or "", value).replace(r"{\sim}", "~")
    if "$" in value or r"\text" in value:
        value = _SIGN.sub(lambda found: _SIGNS[found[1] or found[2] or found[3]], value)
    value = re.sub(r"\s+", " ", value)
    if not is_ordinary:
        value = _CONTROL.sub("", value)
    value = unescape(address_text(value)).strip()
    return value[1:].removesuffix(">").strip() if value.startswith("<") else value


def addresses(value: str) -> list[str]:
    """The addresses in one field: several are separated by blanks, one may be broken into lines."""
    if _PLAIN_URL.fullmatch(value):
        return [value]
    value = clean(_BROKEN_LINE.sub("", value))
    urls = [url.rstrip(".,;") for url in _URL.findall(value)]
    if len(urls) > 1 or (urls and not _URL.match(value) and not _SCHEME.match(value)):
        return list(dict.fromkeys(urls))
    if urls and " " in value and _URL.match(value):
        return [value.split(" ", 1)[0]]
    return [value] if value else []


def checked(value: str) -> str:
    """A URL or a path that may be followed; raises UnsafeError or NoAddressError."""
    if _PLAIN_URL.fullmatch(value):
        return value
    value = clean(value)
    if value.startswith("//"):
        value = f"https:{value}"
    if is_unsafe(value):
        raise UnsafeError(value)
    if _HOST.match(value):
        value = f"https://{value}"
    if _SCHEME.match(value):
        target = safe_target(value)
        if target is None or "\\" in value:
            raise UnsafeError(value)
        return target
    return _path(value)


def _path(value: str) -> str:
    """A path relative to the source folder that stays inside of it."""
    plain, again = value, unquote(value)
    for _ in range(3):
        plain, again = again, unquote(again)
    if "\\" in plain or plain.startswith(("/", "~")) or _SCHEME.match(plain):
        raise UnsafeError(value)
    depth = 0
    for part in re.split("[?#]", plain, maxsplit=1)[0].split("/"):
        depth += -1 if part.strip() == ".." else part.strip() not in {"", "."}
        if depth < 0:
            raise UnsafeError(value)
    if not plain.strip() or (" " in plain and not re.search(r"\.\w{2,5}$", plain)) or re.search(r"[<>\"{}|^`]", plain):
        raise NoAddressError(value)
    return value


def target(row: LinkRelation, value: str) -> str:
    """Where an identifier, a URL or a path of that relation leads; raises UnsafeError or NoAddressError."""
    value = clean(value)
    if row.key == "doi":
        return _doi(value)
    if row.key == "arxiv":
        identifier = arxiv_id(value)
        if identifier:
            return address(row, identifier)
        value = value if "://" in value else ""
    if _PLAIN_URL.fullmatch(value):
        return value
    if is_unsafe(value):
        raise UnsafeError(value)
    if row.url and not _URL_OF_ANY.match(value) and not _HOST.match(value):
        value = value.split(";", 1)[0] if "://" in value else value  # qualifiers of an SWHID
        value = _REMARK.sub("", value)
        plain = unquote(unquote(unquote(bare_identifier(row, value))))
        if not _IDENTIFIER.fullmatch(plain) or _CLIMBS.search(plain):
            raise NoAddressError(value)
        return checked(address(row, value))
    if row.profile and not row.url and "://" not in value:
        raise NoAddressError(value)
    return checked(value)


def _doi(value: str) -> str:
    row = link_relation("doi")
    if row is not None and _PLAIN_DOI.fullmatch(value):
        return row.url.format(value)
    value = _doi_of_url(value) or value
    found = _DOI.search(value) or _DOI.search(unquote(value))
    if found is None or row is None:
        if _URL.match(value):
            return checked(value)
        if is_unsafe(value):
            raise UnsafeError(value)
        raise NoAddressError(value)
    return address(row, found[0].rstrip(".,;"))


def arxiv_id(value: str) -> str:
    """The arXiv identifier in a text, empty where there is none."""
    found = _ARXIV.search(value)
    return (found[1] or found[2]) if found else ""


def is_doi(value: str) -> bool:
    """Whether a text is a DOI and nothing else."""
    return _DOI_ALONE.match(value) is not None


def _doi_of_url(url: str) -> str:
    """The DOI that a resolver's URL holds, empty where it is none."""
    found, acm = _DOI_HOST.match(url), _ACM_HOST.match(url)
    if acm is not None:
        return _ACM_PREFIX + acm[1]
    return unquote(_DOI_QUERY.sub("", found[1])) if found is not None else ""


def relation_of_url(url: str) -> tuple[str, str]:
    """The relation and the address of a URL that is a DOI or leads to arXiv; else ``url`` and the URL."""
    if url.isascii() and "doi" not in (lower := url.lower()) and "arxiv" not in lower:
        return "url", url
    if url.startswith(_DOI_ORG) and _PLAIN_DOI.fullmatch(url, len(_DOI_ORG)):
        return "doi", url
    doi, arxiv = _doi_of_url(url), _ARXIV_HOST.match(url)
    if doi:
        row = link_relation("doi")
        return ("doi", address(row, doi)) if row else ("url", url)
    if arxiv is not None and "/pdf/" not in url and arxiv_id(arxiv[1]):
        row = link_relation("arxiv")
        return ("arxiv", address(row, arxiv_id(arxiv[1]))) if row else ("url", url)
    return "url", url


def same_place(one: str, other: str) -> bool:
    """True for two addresses of the same DOI, the same arXiv paper or the same page."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    relation, url = relation_of_url(url)
    if relation == "arxiv":
        url = re.sub(r"v\d+$", "", url)
    return unquote(url).lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
