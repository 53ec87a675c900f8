"""Answers: what the owner of a new site says, each checked at the door."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.localedata import locale_identifiers

from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, LinkRelation, address, link_relation
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.readers.addresses import NoAddressError, UnsafeError, checked
from sphinxcontrib_academic.readers.tex.links import is_unsafe
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.starter.bibliography import Bibliography

_EMAIL = re.compile(r"[^\s@<>\"(),;\\]+@[^\s@<>\"(),;\\]+\.[^\s@<>\"(),;\\.]+")
_ACCOUNT = re.compile(r"[^\s<>\"\\{}/]+|[^\s<>\"\\{}/.]+(?:/[^\s<>\"\\{}/.]+)+")
"""A name or a number on some host; those of DBLP have a slash, and files and addresses have a dot beside theirs."""
_PERSONAL = [row.key for row in LINK_RELATIONS if row.profile or row.account or row.key in {"cv", "homepage"}]
PAGES = ("index", "publications", "cv")
"""The pages of a new site."""


class AnswerError(ValueError):
    """An answer that cannot be right, and what is expected."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that a new site is made of."""

    name: str = ""
    """Empty: the site is the example of Emmy Noether."""
    position: str = ""
    affiliation: str = ""
    email: str = ""
    links: tuple[tuple[str, str], ...] = ()
    bibliography: Bibliography | None = None
    markdown: bool = False
    language: str = "en"
    others: tuple[str, ...] = ()
    """What was in the folder before and is none of the site's pages."""


def read_line(text: str) -> str:
    """One line of text: blanks and line ends are one blank, what cannot be seen or written is left out."""
    blank = re.sub(r"\s+", " ", text)
    return "".join(sign for sign in blank if unicodedata.category(sign) not in {"Cc", "Cs", "Cn"}).strip()


def read_email(text: str) -> str:
    """An address of e-mail, checked lightly."""
    found = read_line(text).removeprefix("mailto:")
    if found and not _EMAIL.fullmatch(found):
        message = f"{found!r} is no e-mail address, expected one such as jane@example.org"
        raise AnswerError(message)
    return found


def read_language(text: str) -> str:
    """A language as Sphinx writes it: ``de``, ``pt_BR``, ``zh_CN``."""
    word = read_line(text).replace("-", "_") or "en"
    try:
        locale = Locale.parse(word)
    except (ValueError, UnknownLocaleError) as error:
        near = did_you_mean(word, locale_identifiers())
        message = f"{text!r} is no language, expected a code such as en, de, pt_BR or zh_CN{near}"
        raise AnswerError(message) from error
    return "_".join(part for part in (locale.language, locale.territory or "") if part)


def read_link(text: str, folder: Path) -> tuple[str, str]:
    """``github=janeroe`` as a relation and its target; an address alone tells its relation by its host."""
    word = read_line(text)
    key, equals, target = (part.strip() for part in word.partition("="))
    if not equals or "://" in key:
        key, target = _relation_of(word), word
    row = link_relation(key)
    if not key or not target:
        message = f"{text!r} is no link, expected RELATION=NAME such as github=janeroe, or an address"
        raise AnswerError(message)
    if is_unsafe(target):
        message = f"{target!r} is no address that is safe to follow"
        raise AnswerError(message)
    return (row.key, _of_relation(row, target, folder)) if row else (key, _of_own(key, target, folder))


def _relation_of(url: str) -> str:
    """The relation whose addresses of people begin like this one, or the host as a label."""
    bare = _bare(url)
    if not re.match(r"https?://\S+$", url):
        if link_relation(url):
            message = f"{url!r} says no name, expected {url}=janeroe or an address behind the '='"
            raise AnswerError(message)
        expected = f"expected RELATION=NAME such as github=janeroe{did_you_mean(url, _PERSONAL)}"
        message = f"{url!r} is no link, {expected}"
        raise AnswerError(message)
    for row in LINK_RELATIONS:
        stem = _bare(row.profile.partition("{}")[0])
        if stem and bare.startswith(stem):
            return row.key
    return urlsplit(url).hostname or ""


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", url.lower())


def _of_relation(row: LinkRelation, target: str, folder: Path) -> str:
    if row.account and (found := address(row, target, of_person=True)) != target:
        return found
    name = target.lstrip("@")
    if row.profile and _ACCOUNT.fullmatch(name):
        return name
    return _of_own(row.key, target, folder)


def _of_own(key: str, target: str, folder: Path) -> str:
    """An address, a page of the site or a file that is there."""
    row = link_relation(key)
    if row is None and "/" not in target and "." not in target:
        hint, expected = did_you_mean(key, _PERSONAL), f", expected one of {', '.join(_PERSONAL)}"
        message = f"there is no relation {key!r}{hint or expected}"
        message += f" (a label of your own takes an address: '{key}=https://example.org')"
        raise AnswerError(message)
    try:
        found = checked(target)
    except (UnsafeError, NoAddressError) as error:
        message = f"the link {key!r} leads to {target!r}, expected an address such as https://example.org"
        raise AnswerError(message) from error
    if "://" not in found and found not in PAGES and not (folder / found).is_file():
        message = f"the link {key!r} leads to {target!r}, which is neither an address nor a file in {folder}"
        raise AnswerError(message)
    return found
