"""The kinds of timeline entries, and the words before their fields."""

from __future__ import annotations

from sphinxcontrib_academic.model.classes import dataclass


@dataclass(frozen=True, slots=True)
class TimelineKind:
    """One kind of thing that happens in a life of research."""

    key: str
    """What stands behind ``.. timeline::``."""
    label: str
    """The heading of a list of them."""
    aliases: tuple[str, ...]
    """Other names behind ``.. timeline::``, and entry types of data files that mean it, in lower case."""
    headline: str = "title"
    """The field that stands first and boldly: ``title``, or ``organization`` where it says more."""
    merges: bool = False
    """Whether entries that follow each other at one organization are shown as one with several roles."""


TIMELINE_KINDS: tuple[TimelineKind, ...] = (
    TimelineKind("education", "Education", ("degree", "study", "studies", "educations"), "organization"),
    TimelineKind("position", "Experience",
                 ("experience", "employment", "job", "work", "internship", "appointment", "positions"), "organization", True),
    TimelineKind("award", "Awards", ("honor", "honour", "prize", "scholarship", "fellowship", "awards", "honors", "honours")),
    TimelineKind("grant", "Grants", ("funding", "grants")),
    TimelineKind("talk", "Talks", ("invited", "invitedtalk", "keynote", "seminar", "talks")),
    TimelineKind("teaching", "Teaching", ("course", "teach", "courses")),
    TimelineKind("supervision", "Supervision", ("student", "mentoring", "advising", "students")),
    TimelineKind("service", "Service", ("reviewing", "review-service", "committee", "organizing")),
    TimelineKind("membership", "Memberships", ("memberships", "society")),
    TimelineKind("news", "News", ("announcement",)),
    TimelineKind("project", "Projects", ("projects", "opensource")),
    TimelineKind("press", "Press", ("media", "interview")),
    TimelineKind("certificate", "Certificates", ("certification", "certificates", "training")),
    TimelineKind("visit", "Research stays", ("stay", "visiting", "visits")),
    TimelineKind("event", "Events", ("events", "milestone")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EntryField:
    """One field of an entry that is more than title, organization, place and note."""

    key: str
    phrase: str
    """The sentence that shows it; ``{}`` is where the value goes."""
    aliases: tuple[str, ...] = ()


ENTRY_FIELDS: tuple[EntryField, ...] = (
    EntryField("title", "{}", ("degree", "role", "position", "name", "what")),
    EntryField("organization", "{}", ("institution", "organisation", "school", "company", "employer", "event", "venue",
                                      "university", "host", "publisher", "funder", "agency", "where", "eventtitle", "booktitle",
                                      "org", "awarder", "issuer")),
    EntryField("area", "{}", ("subject", "major", "field_of_study")),
    EntryField("location", "{}", ("place", "address", "city")),
    EntryField("honors", "{}", ("honours", "distinction", "remark", "amount")),
    EntryField("advisor", "Advised by {}", ("advisors", "adviser", "advisers")),
    EntryField("supervisor", "Supervised by {}", ("supervisors",)),
    EntryField("mentor", "Mentored by {}", ("mentors",)),
    EntryField("thesis", "Thesis: {}", ("dissertation",)),
    EntryField("department", "{}", ("group", "lab", "institute")),
    EntryField("note", "{}", ("description", "summary", "annotation", "abstract")),
)  # fmt: skip

_KINDS = {name: row for row in TIMELINE_KINDS for name in (row.key, *row.aliases)}
_FIELDS = {name: row for row in ENTRY_FIELDS for name in (row.key, *row.aliases)}


def timeline_kind(name: str) -> TimelineKind | None:
    """The row of a kind by its key or an alias, whatever its case."""
    return _KINDS.get(name.strip().lower())


def entry_field(name: str) -> EntryField | None:
    """The row of a field by its key or an alias, whatever its case."""
    return _FIELDS.get(name.strip().lower())
