"""``.. profile::``: the person whose site it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinxcontrib_academic.config import profile_links
from sphinxcontrib_academic.directives.base import AcademicDirective
from sphinxcontrib_academic.directives.targets import target_node
from sphinxcontrib_academic.kinds.links import LINK_RELATIONS, link_relation
from sphinxcontrib_academic.model.problems import Code
from sphinxcontrib_academic.nodes import academic_photo
from sphinxcontrib_academic.render.parts import person_address
from sphinxcontrib_academic.render.profile import CONTACTS, Person, email_node, profile_node, telephone_node
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.selection import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

SHAPES = ("circle", "rounded", "square")
SIDES = ("right", "left")

_Words = Callable[[str], list[nodes.Node]]


class ProfileDirective(AcademicDirective):
    """Shows the person in ``academic_profile``; options override it, the body is the biography."""

    known_options = (
        "name", "position", "affiliation", "address", "email", "phone", "photo", "photo-size", "photo-shape",
        "photo-align", "links",
    )  # fmt: skip

    def run(self) -> list[nodes.Node]:
        """The profile."""
        self.check_options(name for row in LINK_RELATIONS for name in (row.key, *row.fields))
        self.domain.note_user(self.docname)
        configured = self.config.academic_profile
        self.profile: dict[str, Any] = configured if isinstance(configured, dict) else {}
        name = self.options.pop("name", "") or str(self.profile.get("name", ""))
        if not name:
            self.complain(Code.NO_PROFILE, "there is no name to show, expected academic_profile in conf.py or :name:")
        person = Person(
            name=name,
            position=self._words_of("position"),
            affiliation=self._words_of("affiliation"),
            contacts=[contact for part in CONTACTS for contact in self._contacts(part)],
            links=list(self._links()),
            photo=self._photo(name),
            biography=self.parse_content_to_nodes(),
        )
        comma = self.domain.setting.words(", ")
        return [self.named(profile_node(person, said=self._is_page_title(name), comma=comma))]

    def _is_page_title(self, name: str) -> bool:
        title = next(iter(self.state.document.findall(nodes.title)), None)
        return title is not None and " ".join(title.astext().split()).casefold() == " ".join(name.split()).casefold()

    def _words_of(self, part: str) -> list[nodes.Node]:
        if part in self.options:
            return self.prose(self.words(self.options[part]))
        text = self.profile.get(part)
        return self.configured_words(str(text)) if text else []

    def _contacts(self, part: str) -> Iterable[tuple[str, str, list[nodes.Node]]]:
        """The lines of one kind, each with its label."""
        own = self.options.get(part)
        value = own if own is not None else self.profile.get(part)
        words: _Words = self.words if own is not None else self.configured_words
        if not value:
            return
        pairs = value.items() if isinstance(value, dict) else [("", value)]
        for label, text in pairs:
            yield part, str(label), _contact(part, str(text), words)

    def _links(self) -> Iterable[nodes.Element]:
        targets = dict(profile_links(self.profile))
        for name in [name for name in self.options if link_relation(name) and name not in self.known_options]:
            row = link_relation(name)
            targets[row.key if row else name] = self.options[name]
        wanted = words_of(self.options["links"]) if "links" in self.options else list(targets)
        for key in wanted:
            if key in targets:
                target = person_address(key, targets[key])
                yield target_node(self.env, key, target, self.domain.setting, self.place())
            elif key != "none":
                hint = did_you_mean(key, targets)
                self.complain(Code.UNKNOWN_VALUE, f"academic_profile has no link {key!r} to show{hint}")

    def _photo(self, name: str) -> nodes.Element | None:
        own = self.options.get("photo")
        uri = str(own if own is not None else self.profile.get("photo") or "").strip()
        if not uri or uri == "none":
            return None
        if own is None and "://" not in uri:
            uri = "/" + uri.lstrip("/")
        shape = self.choice("photo-shape", SHAPES, "circle")
        side = self.choice("photo-align", SIDES, "right")
        css = ["academic-photo", f"academic-photo-{shape}", f"academic-photo-{side}"]
        photo = academic_photo("", uri=uri, alt=name, classes=css)
        if self.options.get("photo-size"):
            photo["width"] = self.options["photo-size"].strip()
        self.set_source_info(photo)
        return photo


def _contact(part: str, text: str, words: _Words) -> list[nodes.Node]:
    match part:
        case "email" if "@" in text and " " not in text.strip():
            return [email_node(text)]
        case "phone":
            return [telephone_node(text)]
        case _:
            return words(text)
