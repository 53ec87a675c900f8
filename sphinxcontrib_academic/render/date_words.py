"""The words around dates that Babel does not know, one row for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateWords:
    """What a language says around a date; ``{}`` is where the date stands."""

    present: str
    """After the dash of what goes on."""
    seasons: tuple[str, str, str, str] = ("{} spring", "{} summer", "{} autumn", "{} winter")
    """With the year, from spring to winter."""
    circa: str = "c. {}"
    until: str = "until {}"
    """The start is not known."""
    decade: str = "{}s"
    wide: str = " – "
    """Between dates that hold blanks themselves."""
    tight: str = "–"
    """Between years."""


ENGLISH = DateWords("present", ("Spring {}", "Summer {}", "Fall {}", "Winter {}"))

WORDS: Mapping[str, DateWords] = {
    "en": ENGLISH,
    "en_GB": DateWords("present", ("Spring {}", "Summer {}", "Autumn {}", "Winter {}")),
    "de": DateWords(
        "heute", ("Frühjahr {}", "Sommer {}", "Herbst {}", "Winter {}"),
        "ca. {}", "bis {}", "{}er",
    ),
    "fr": DateWords(
        "aujourd’hui", ("printemps {}", "été {}", "automne {}", "hiver {}"),
        "vers {}", "jusqu’en {}", "années {}",
    ),
    "es": DateWords(
        "actualidad", ("primavera de {}", "verano de {}", "otoño de {}", "invierno de {}"),
        "c. {}", "hasta {}", "años {}",
    ),
    "pt": DateWords(
        "presente", ("primavera de {}", "verão de {}", "outono de {}", "inverno de {}"),
        "c. {}", "até {}", "anos {}",
    ),
    "it": DateWords(
        "oggi", ("primavera {}", "estate {}", "autunno {}", "inverno {}"),
        "ca. {}", "fino a {}", "anni {}",
    ),
    "nl": DateWords(
        "heden", ("voorjaar {}", "zomer {}", "najaar {}", "winter {}"),
        "ca. {}", "tot {}", "jaren {}",
    ),
    "zh": DateWords("至今", ("{}年春季", "{}年夏季", "{}年秋季", "{}年冬季"), "约{}", "至{}", "{}年代"),
    "zh_Hant": DateWords(
        "至今", ("{}年春季", "{}年夏季", "{}年秋季", "{}年冬季"),
        "約{}", "至{}", "{}年代",
    ),
    "ja": DateWords("現在", ("{}年春", "{}年夏", "{}年秋", "{}年冬"), "{}頃", "{}まで", "{}年代"),
    "ko": DateWords("현재", ("{}년 봄", "{}년 여름", "{}년 가을", "{}년 겨울"), "{}경", "{}까지", "{}년대"),
    "ru": DateWords(
        "настоящее время", ("весна {} г.", "лето {} г.", "осень {} г.", "зима {} г."),
        "ок. {}", "до {}", "{}-е",
    ),
    "ar": DateWords("الآن", ("ربيع {}", "صيف {}", "خريف {}", "شتاء {}"), "نحو {}", "حتى {}", "عقد {}"),
}  # fmt: skip
"""By Babel's name of the language, with its script or country where that makes a difference."""
