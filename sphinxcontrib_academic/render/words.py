"""Our words in the language of the site: a catalogue of gettext for each language, English without one.

The catalogues stand in ``locale`` and are kept by ``tools/messages.py``. What is looked up depends on its arguments
alone: Sphinx's own translators belong to the process, and one process may build sites in several languages.
"""

from __future__ import annotations

from dataclasses import field
from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from docutils import nodes

from sphinxcontrib_academic.model.classes import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CATALOGUE = "sphinxcontrib_academic"
LOCALE = Path(__file__).parents[1] / "locale"

_SAMPLES = (*range(101), 1_000_000)
"""Numbers among which is one of each plural form that a language has."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Looks up English words: what they are in a language."""

    language: str
    """Babel's name of the language."""
    own: Mapping[str, str] = field(default_factory=dict)
    """The site's own words, by the English ones."""
    catalogue: NullTranslations = field(default_factory=NullTranslations)

    def __call__(self, message: str) -> str:
        """The words for these English ones; those that no catalogue has stay as they are."""
        return self.own.get(message) or (self.catalogue.gettext(message) if message else "")

    def counted(self, one: str, many: str, count: int) -> str:
        """The same where a number decides; it is not filled in."""
        own = self.own.get(one if count == 1 else many) or self.own.get(many)
        return own or self.catalogue.ngettext(one, many, count)

    def forms(self, one: str, many: str) -> dict[str, str]:
        """The words by the plural forms of CLDR, which browsers know as well."""
        form = Locale.parse(self.language).plural_form
        samples = {form(number): number for number in reversed(_SAMPLES)}
        # what no whole number has is for fractions: it is there, so that nothing is ever missing
        return {name: self.counted(one, many, number) for name, number in {"other": _SAMPLES[-1], **samples}.items()}

    @property
    def joint(self) -> str:
        """What stands between the names of a list."""
        return _joint(self.language)


@cache
def words_of(language: str, own: tuple[tuple[str, str], ...] = ()) -> Wording:
    """The words of a language of Sphinx."""
    locale = babel_locale(language)
    return Wording(str(locale), dict(own), _catalogue(locale))


def _catalogue(locale: Locale) -> NullTranslations:
    # Chinese is written in two ways, and Sphinx names them by places
    written = {"zh": "zh_TW" if locale.script == "Hant" else "zh_CN"}.get(locale.language, locale.language)
    names = dict.fromkeys((f"{locale.language}_{locale.territory}", written))
    try:
        return translation(CATALOGUE, str(LOCALE), list(names), GNUTranslations)
    except OSError:
        return NullTranslations()


def known_words() -> list[str]:
    """All our words in English."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - few sites have words of their own

    with (LOCALE / f"{CATALOGUE}.pot").open("rb") as stream:
        ids = [message.id for message in read_po(stream) if message.id]
    return [words for one in ids for words in ((one,) if isinstance(one, str) else one)]


def phrase_nodes(phrase: str, words: Sequence[nodes.Node]) -> list[nodes.Node]:
    """A phrase with nodes in the place of its ``{}``."""
    before, _, after = phrase.partition("{}")
    return [*_text(before), *words, *_text(after)]


def _text(words: str) -> Iterable[nodes.Node]:
    return [nodes.Text(words)] if words else []


@cache
def _joint(language: str) -> str:
    if (
        language.partition("_")[0] == "en"
    ):  # the same as Babel's, whose data a page of publications needs for nothing else
        return ", "
    pattern = str(Locale.parse(language).list_patterns["standard"]["middle"])
    joint = pattern.removeprefix("{0}").removesuffix("{1}")
    # Arabic says "and" before every name, which does not go with letters of other scripts
    return "، " if any(sign.isalpha() for sign in joint) else joint


@cache
def babel_locale(language: str) -> Locale:
    """Babel's locale for a language of Sphinx (``zh_CN``, ``pt-BR``, ``sr@latin``), else English."""
    code = language.replace("-", "_").replace("@latin", "_Latn").replace("@cyrillic", "_Cyrl")
    for name in (code, code.partition("_")[0]):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return Locale.parse("en")
