"""Where a work appeared: its venue in short or in full, and the details that belong to it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from docutils import nodes

from sphinxcontrib_academic.kinds.localization import LOCALIZATION
from sphinxcontrib_academic.kinds.works import FALLBACK, WorkType, work_type
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.dates import DateRange
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.text import RichText, plain
from sphinxcontrib_academic.render.parts import when_nodes
from sphinxcontrib_academic.render.text import text_nodes
from sphinxcontrib_academic.render.words import phrase_nodes

if TYPE_CHECKING:
    from sphinxcontrib_academic.model.works import Work
    from sphinxcontrib_academic.render.setting import Setting

_NOTHING = RichText()

_SHORT_ENOUGH = 20
"""A conference named in so few letters is its own short name: ``ICLR``, ``NeurIPS Workshops``."""

_MEETINGS = {"paper-conference", "preprint"}
"""Types whose venue goes by a short name among those who read about them."""

_TITLES = {"container_title", "collection_title", "event_title"}
"""Fields whose text is a title, and set off as one."""

_SPOKEN = {"article-journal", "article-magazine", "article-newspaper"}
"""Types whose volume and issue are numbers without a word before them."""


_ACRONYM = expression(r"\(([A-Z][\w/&-]*[A-Z0-9][\w/&-]*(?: ?(?:’|')?\d{2,4})?)\)\s*$")
"""The acronym at the end of a title of proceedings: ``… on Neural Networks (IJCNN 2020)``."""

_SERIES = expression(r"[A-Z][\w/&-]*[A-Z][\w/&-]* ?(?:’|')?\d{2}(?:\d{2})?")
"""What the ACM writes as the series of a paper: ``ASPLOS ’26``."""


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a work appeared."""

    text: RichText
    short: bool
    """True where the text is a short name, which carries its year with it."""
    field: str
    """The field that the text comes from."""
    full: RichText
    """The name in full, where the text is short and says less."""


def work_row(work: Work) -> WorkType:
    """The row of a work's type."""
    return work_type(work.type) or FALLBACK


@lru_cache(maxsize=16)  # several parts of a publication ask
def venue_of(work: Work) -> Venue | None:
    """The venue of a work: a short name where one is known, else the first container that its type has."""
    field, text = "", _NOTHING
    for field in work_row(work).containers:
        text = work.text(field)
        if text:
            break
    else:
        field = ""
    short = work.text("container_title_short") or _acronym(work, text)
    if short:
        same = short.plain.casefold() == text.plain.casefold() or not field.endswith("title")
        return Venue(short, short=True, field=field, full=_NOTHING if same else text)
    if not text:
        return None
    brief = work.type in _MEETINGS or field == "archive"
    return Venue(text, short=brief and len(text.plain) <= _SHORT_ENOUGH, field=field, full=_NOTHING)


def _acronym(work: Work, container: RichText) -> RichText:
    """The short name that is part of a conference's long one, or stands in the series."""
    if work.type not in _MEETINGS:
        return _NOTHING
    series = work.text("collection_title").plain
    if _SERIES.fullmatch(series):
        return plain(series.replace("'", "’"))
    found = _ACRONYM.search(container.plain)
    return plain(found[1].replace("'", "’")) if found else _NOTHING


def year_text(work: Work) -> str:
    """The year of a work, or what stands for it."""
    when = work.date()
    if when is None:
        return work.text("issued_text").plain
    date = (when.start or when.end) if isinstance(when, DateRange) else when
    return str(date.year) if date is not None else ""


def venue_nodes(work: Work, setting: Setting) -> list[nodes.Node]:
    """The words of the venue; a short one has its year with it, a full one is set off."""
    venue = venue_of(work)
    if venue is not None and venue.short and (venue.full or not setting.full_venues):
        return short_nodes(work)
    return [] if setting.full_venues else container_nodes(work, setting)


def short_nodes(work: Work) -> list[nodes.Node]:
    """The short name with its year, nothing where there is none."""
    venue = venue_of(work)
    if venue is None or not venue.short:
        return []
    return [*text_nodes(venue.text), nodes.Text(_tail(venue.text.plain, year_text(work)))]


def _tail(name: str, year: str) -> str:
    """The year behind a short name that does not say it."""
    said = year in name or re.search(rf"(?:’|'|\b){re.escape(year[-2:])}\b", name)
    return f" {year}" if year and not said else ""


def container_nodes(work: Work, setting: Setting) -> list[nodes.Node]:
    """The name in full, whether or not there is a short one."""
    venue = venue_of(work)
    return _full_name(work, venue, setting) if venue is not None else _genre(work, setting)


def _full_name(work: Work, venue: Venue, setting: Setting) -> list[nodes.Node]:
    genre, text = _genre(work, setting), venue.full or venue.text
    words = _set_off(text) if venue.field in _TITLES else text_nodes(text)
    return [*genre, nodes.Text(setting.words(", ")), *words] if genre else words


def _genre(work: Work, setting: Setting) -> list[nodes.Node]:
    row = work_row(work)
    return localized_nodes(work, "genre", setting) or ([nodes.Text(setting.words(row.genre))] if row.genre else [])


def localized_nodes(work: Work, field: str, setting: Setting) -> list[nodes.Node]:
    """A text that is one of our words where the entry has BibLaTeX's key for it, else as the entry has it."""
    text = work.text(field)
    known = LOCALIZATION[field]
    if text.plain in known.values():
        written = {value.strip(" {}.") for _, value in work.source}
        if text.plain not in written or text.plain.lower() in known:
            return [nodes.Text(setting.words(text.plain))]
    return text_nodes(text)


def _set_off(text: RichText) -> list[nodes.Node]:
    return [nodes.emphasis("", "", *text_nodes(text))]


def detail_nodes(work: Work, setting: Setting) -> list[nodes.Node]:
    """Volume, issue, pages, series, publisher and the date, as a reader of a reference expects them.

    A short venue is enough for a conference; an article keeps what finds it: its journal, volume, issue, pages.
    """
    venue = venue_of(work)
    if venue is not None and venue.short and not setting.full_venues:
        found = work.type in _SPOKEN and venue.full
        groups = [_set_off(venue.full), _volume(work, setting), _pages(work, setting)] if found else []
    else:
        field = venue.field if venue else ""
        groups = [
            _volume(work, setting),
            _series(work, field, setting),
            _pages(work, setting),
            _publisher(work, field, setting),
            date_nodes(work, setting),
        ]
    return _commas([group for group in groups if group], setting)


def date_nodes(work: Work, setting: Setting) -> list[nodes.Node]:
    """The date with all that is known of it; as it is written where it cannot be read."""
    when = work.date()
    if when is not None:
        return when_nodes(when, setting)
    return text_nodes(work.text("issued_text"))


def _volume(work: Work, setting: Setting) -> list[nodes.Node]:
    volume, issue = work.text("volume"), work.text("issue")
    if work.type in _SPOKEN or (volume and work.type == "document"):
        number = [nodes.Text("("), *text_nodes(issue), nodes.Text(")")] if issue and volume else text_nodes(issue)
        return [*text_nodes(volume), *number]
    groups = []
    if volume:
        groups.append(phrase_nodes(setting.words("vol. {}"), text_nodes(volume)))
    if issue and not work.text("collection_title"):
        groups.append(phrase_nodes(setting.words("no. {}"), text_nodes(issue)))
    return _commas(groups, setting)


def _series(work: Work, venue_field: str, setting: Setting) -> list[nodes.Node]:
    groups = []
    edition, series, chapter = work.text("edition"), work.text("collection_title"), work.text("chapter")
    if edition:
        groups.append(_edition(work, edition, setting))
    if series and venue_field != "collection_title":
        number = work.text("issue")
        tail = [nodes.Text(" "), *text_nodes(number)] if number and work.type not in _SPOKEN else []
        groups.append([*text_nodes(series), *tail])
    if chapter:
        groups.append(phrase_nodes(setting.words("ch. {}"), text_nodes(chapter)))
    if work.text("version"):
        groups.append(phrase_nodes(setting.words("version {}"), text_nodes(work.text("version"))))
    return _commas(groups, setting)


def _edition(work: Work, edition: RichText, setting: Setting) -> list[nodes.Node]:
    words = edition.plain
    if words.isdigit():
        # languages but English have one ending for all numbers
        teens = words[-2:] in {"11", "12", "13"}
        ending = "th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(words[-1], "th")
        phrase = setting.words("{}th edition").replace("{}th", f"{{}}{ending}")
        return phrase_nodes(phrase, [nodes.Text(words)])
    whole = "ed" in words.lower()
    shown = localized_nodes(work, "edition", setting)
    return shown if whole else phrase_nodes(setting.words("{} edition"), shown)


def _pages(work: Work, setting: Setting) -> list[nodes.Node]:
    page, article = work.text("page"), work.text("article_number")
    groups = []
    if article:
        groups.append(phrase_nodes(setting.words("article {}"), text_nodes(article)))
    if page:
        one = page.plain.strip().isdigit()
        word = "{}" if work.type in _SPOKEN else setting.words.counted("p. {}", "pp. {}", 1 if one else 2)
        groups.append(phrase_nodes(word, text_nodes(page)))
    return _commas(groups, setting)


def _publisher(work: Work, venue_field: str, setting: Setting) -> list[nodes.Node]:
    groups = []
    for field in ("publisher", "publisher_place"):
        text = work.text(field)
        if text and field != venue_field and not (field == "publisher_place" and work.type in _SPOKEN):
            groups.append(text_nodes(text))
    return _commas(groups, setting)


def _commas(groups: list[list[nodes.Node]], setting: Setting) -> list[nodes.Node]:
    result: list[nodes.Node] = []
    for index, group in enumerate(groups):
        if index:
            result.append(nodes.Text(setting.words(", ")))
        result.extend(group)
    return result
