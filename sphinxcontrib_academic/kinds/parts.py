"""The parts: the contract between render and the two style sheets."""

from __future__ import annotations

from sphinxcontrib_academic.model.classes import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One row of the contract between render and the two style sheets."""

    name: str
    things: str
    """The things that have it, as the documentation says it."""
    meaning: str

    @property
    def css(self) -> str:
        """The class in CSS."""
        return f"academic-{self.name}"


PARTS: tuple[Part, ...] = (
    Part("name", "profile", "the person's name, where the page's title does not say it"),
    Part("position", "profile", "what the person is"),
    Part("affiliation", "profile", "where"),
    Part("address", "profile", "the postal address"),
    Part("email", "profile", "the e-mail address, written so that no robot reads it"),
    Part("phone", "profile", "the telephone number"),
    Part("links", "profile, publication, entry", "the links"),
    Part("number", "publication", "the number in a list that is numbered"),
    Part("title", "publication, entry", "the title; of an entry, its headline"),
    Part("authors", "publication", "the authors with their marks"),
    Part("editors", "publication", "the editors and other contributors"),
    Part("venue", "publication", "where it appeared: short, where a short name is known"),
    Part("container", "publication", "the venue in full; ``venue`` beside it is the short name, if there is one"),
    Part("details", "publication", "volume, issue, pages, edition, series"),
    Part("year", "publication", "the year"),
    Part("date", "publication", "the date with all that is known of it"),
    Part("type", "publication", "the type: Conference paper"),
    Part("status", "publication", "submitted, to appear …"),
    Part("award", "publication", "an award or a distinction"),
    Part("tagline", "publication", "one sentence that says why it matters"),
    Part("shorthand", "publication", "the short name by which it is known"),
    Part("role", "publication", "the owner's role: Project lead"),
    Part("note", "publication, entry", "a note"),
    Part("keywords", "publication", "the keywords"),
    Part("abstract", "publication", "the abstract, to be unfolded"),
    Part("bibtex", "publication", "the entry as BibTeX, to be unfolded"),
    Part("preview", "publication", "a small image"),
    Part("citations", "publication", "how often it is cited, from `academic_metrics`"),
    Part("stars", "publication", "the stars of its repository, from `academic_metrics`"),
    Part("remark", "publication", "what the page says about it in the body of the directive"),
    Part("reference", "publication", "the whole entry as a bibliography style formats it"),
    Part("when", "entry", "the date or the range of dates"),
    Part("subtitle", "entry", "what stands below the headline"),
    Part("organization", "entry", "where, if it is not the headline"),
    Part("location", "entry", "the place"),
    Part("detail", "entry", "any other field: who advised, the thesis"),
)

PART_BY_NAME = {part.name: part for part in PARTS}
