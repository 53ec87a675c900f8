"""The words of dates in the languages that researchers write: months and days from Babel, ours in a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import cast

from babel import Locale

Meaning = tuple[str, int]
"""The letter of ``date_tokens.Token.kind``, and the number that a month or season stands for."""

# Earlier languages win where two write different months alike (Polish and Croatian "lis").
LANGUAGES = (
    "en en_GB de fr es pt it nl zh zh_Hant ja ko ru",
    "de_AT fr_CA es_MX sv da nb nn fi is et lv lt pl cs sk sl hr bs sr sr_Latn uk be bg mk hu ro el tr ca gl",
    "eu id ms ar he fa hi bn ta te ka hy az kk uz",
)

_WORDS: tuple[tuple[str, int, str], ...] = (
    (
        "S", 21,
        """spring|frühling|frühjahr|printemps|primavera|lente|voorjaar|весна|весной|весны|春|春季|봄
        |våren|vår|wiosna|jaro|الربيع|ربيع""",
    ),
    (
        "S", 22,
        """summer|sommer|été|verano|verão|estate|zomer|лето|летом|лета|夏|夏季|여름|sommaren|sommar
        |lato|léto|الصيف|صيف""",
    ),
    (
        "S", 23,
        """fall|autumn|herbst|automne|otoño|outono|autunno|herfst|najaar|осень|осенью|осени|秋|秋季
        |가을|hösten|höst|jesień|podzim|الخريف|خريف""",
    ),
    (
        "S", 24,
        """winter|hiver|invierno|inverno|зима|зимой|зимы|冬|冬季|겨울|vintern|vinter|zima|الشتاء|شتاء""",
    ),
    ("T", 1, """ws|wise|wintersemester"""),
    ("T", 2, """ss|sose|sommersemester"""),
    ("j", 0, """to|through|thru|a|à|al|au|aux|ao|à la|do|по|至|到|إلى"""),
    (
        "U", 0,
        """until|till|til|up to|up until|bis|bis zum|hasta|hasta el|jusqu'à|jusqu'au|jusqu'en|jusque
        |até|fino a|fino al|fino ad|sino a|tot|tot en met|до|t o m|まで|까지|截至|直到|止|为止|حتى
        |až""",
    ),
    (
        "B", 0,
        """since|from|starting|starting in|as of|beginning|onward|onwards|seit|ab|von|vom|depuis
        |à partir de|desde|a partir de|dal|dall'|dalla|da|vanaf|sinds|с|со|начиная с|från|sedan|od
        |自|从|從|自从|起|以来|以來|以降|から|より|부터|이후|منذ|من""",
    ),
    (
        "O", 0,
        """present|pres|now|today|current|currently|ongoing|to date|date|in progress|continuing|present day
        |till date|heute|jetzt|laufend|aktuell|gegenwart|gegenwärtig|andauernd|dato|aujourd'hui
        |présent|maintenant|ce jour|actuel|actuellement|en cours|actualidad|actualmente|actual
        |presente|hoy|la fecha|fecha|oggi|attuale|attualmente|in corso|ad oggi|adesso|tuttora|atual
        |atualmente|hoje|momento|o momento|heden|nu|vandaag|lopend|настоящее время
        |настоящего времени|настоящее|наст время|н в|сейчас|сегодня|至今|迄今|今|现在|現在|目前|今日
        |今天|現職|在职|在職|在学|在讀|在读|在籍|在籍中|現在に至る|今に至る|현재|지금|재학|재학중
        |idag|i dag|nuvarande|pågående|obecnie|teraz|dziś|dzisiaj|nadal|současnost|dosud|nyt
        |nykyinen|günümüz|halen|devam|devam ediyor|الآن|الحاضر|اليوم|حتى الآن|σήμερα""",
    ),
    (
        "C", 0,
        """c|ca|cca|circa|approx|approximately|about|around|etwa|ungefähr|um|env|environ|vers|hacia
        |alrededor de|cerca de|aprox|aproximadamente|verso|ongeveer|omstreeks|rond|около|ок|примерно
        |约|約|大约|大約|頃|ごろ|약|경|نحو""",
    ),
    (
        "E", 0,
        """expected|exp|expected graduation|expected completion|anticipated|anticipated graduation
        |planned|projected|expecting|tentative|estimated|est|erwartet|voraussichtlich|vorauss|voraus
        |geplant|prévu|prévue|prevista|previsto|prevision|esperado|esperada|verwacht|ожидается|预计
        |預計|見込み|見込|予定|예정|scheduled""",
    ),
    (
        "G", 0,
        """ay|a y|academic year|school year|studienjahr|akademisches jahr|année universitaire
        |année académique|año académico|curso|curso académico|ano letivo|anno accademico|a a|学年
        |學年|учебный год|уч г|уч год""",
    ),
    (
        "X", 0,
        """n d|nd|no date|unknown|undated|date unknown|s d|s a|sine anno|sans date|sin fecha|sem data
        |senza data|o j|o d|ohne jahr|ohne datum|z j|б г|tba|tbd|tbc|不明|年代不明|in press|inpress
        |in the press|to appear|toappear|forthcoming|submitted|in submission|under review
        |under submission|under revision|in revision|in review|accepted|accepted for publication
        |upcoming|in preparation|inpreparation|prepublished|unpublished|preprint|in print
        |in production|early access|online first|ahead of print|advance online publication
        |to be published|to be submitted|working paper|draft|im druck|in druck|erscheint
        |erscheint demnächst|im erscheinen|eingereicht|in vorbereitung|angenommen|sous presse
        |à paraître|soumis|accepté|en préparation|en prensa|en preparación|aceptado|por aparecer
        |enviado|próximamente|no prelo|aceito|em preparação|submetido|in stampa|in corso di stampa
        |di prossima pubblicazione|in uscita|in preparazione|accettato|in druk|ter perse
        |te verschijnen|aanvaard|в печати|принято к печати|готовится к печати|即将出版|即將出版
        |待出版|待发表|已录用|已接收|審査中|印刷中|投稿中|準備中|近刊|심사중|게재예정|출간예정
        |i tryck|w druku|v tisku""",
    ),
    (
        "", 0,
        """on|at|in|of|the|de|du|del|della|dello|di|den|der|des|dem|le|la|el|il|lo|les|los|las|het|o|am|im|an
        |en|em|no|na|still|г|гг|год|года|году|годы|р|рр|року|рік|r|roku|rok|year|years|zum|zur|pro
        |semester|term|quarter|session|trimester|semestre|trimestre|семестр|semestr|学期|學期|학기
        |にかけて|日时""",
    ),
)  # fmt: skip
"""Kind, number, words: dots are left out; the kinds are those of ``date_tokens.Token``, none says nothing."""


def is_cjk(sign: str) -> bool:
    """Whether a sign is of those scripts."""
    return sign >= "\u3040" and (sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7af")


def fold(word: str) -> str:
    """A word without case, accents and the several forms of its apostrophe."""
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare)


@cache
def _table() -> Mapping[str, Meaning]:
    """What the words and phrases of the table mean, folded."""
    return {fold(form): (kind, number) for kind, number, forms in _WORDS for form in _forms(forms)}


@cache
def phrases() -> Mapping[str, Meaning]:
    """Several words that mean something together; months and days are one word."""
    return {phrase: known for phrase, known in _table().items() if " " in phrase}


@cache
def english() -> Mapping[str, Meaning]:
    """The table with the months and days of English, which is all that most sites need: Babel takes time for others."""
    return _vocabulary("en")


@cache
def vocabulary() -> Mapping[str, Meaning]:
    """The table with the months and days of its languages."""
    return _vocabulary(LANGUAGES[0])


def _vocabulary(languages: str) -> Mapping[str, Meaning]:
    words = dict(_table())
    words.update((word, ("M", month)) for word, month in _months([languages]).items())
    for word in _weekdays(languages):
        words.setdefault(word, ("", 0))
    return words


@cache
def cjk_words() -> re.Pattern[str]:
    """Any known word in a script that does not part words, the longest first."""
    known = [word for word in vocabulary() if is_cjk(word[0]) and " " not in word]
    spelled = {form for *_, forms in _WORDS for form in _forms(forms)}
    known += [word for word in spelled if is_cjk(word[0])]
    return re.compile("|".join(map(re.escape, sorted(set(known), key=lambda word: (-len(word), word)))))


@cache
def longest_phrase() -> int:
    """The most words that a known phrase has."""
    return max(phrase.count(" ") + 1 for phrase in phrases())


def meaning(word: str) -> Meaning | None:
    """What a word means, folded; three letters and more that begin one month only abbreviate it."""
    known = english() if word in english() else vocabulary()
    if word in known:
        return known[word]
    article, _, rest = word.partition("'")
    if len(article) == 1 and rest in known:
        return known[rest]
    month = _beginnings().get(word) or _other_months().get(word)
    return ("M", month) if month else None


@cache
def _other_months() -> Mapping[str, int]:
    # Forty languages take a third of a second, and most sites never need them.
    return _months(LANGUAGES[1:])


@cache
def month_names() -> tuple[str, ...]:
    """The names in full that a misspelt month is compared with."""
    return tuple(Locale("en").months["format"]["wide"].values())


def _forms(words: str) -> Iterator[str]:
    return (word.strip() for word in words.split("|"))


def _months(groups: Iterable[str]) -> Mapping[str, int]:
    """Names in full and abbreviated; a form that two languages give to different months is left out."""
    months: dict[str, int] = {}
    for group in groups:
        found: dict[str, set[int]] = {}
        for language in group.split():
            for month, name in _names(language, "months", ("abbreviated", "wide")):
                found.setdefault(name, set()).add(month)
        for name, numbers in found.items():
            if len(numbers) == 1:
                months.setdefault(name, *numbers)
    return months


@cache
def _beginnings() -> Mapping[str, int]:
    found: dict[str, set[int]] = {}
    for language in LANGUAGES[0].split():
        for month, name in _names(language, "months", ("wide",)):
            for length in range(3, len(name)):
                found.setdefault(name[:length], set()).add(month)
    return {beginning: next(iter(months)) for beginning, months in found.items() if len(months) == 1}


def _weekdays(languages: str) -> Iterator[str]:
    for language in languages.split():
        yield from (name for _, name in _names(language, "days", ("wide",)))
    yield from (name for _, name in _names("en", "days", ("abbreviated",)))


def _names(language: str, kind: str, widths: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The names of months or days that are one word of letters, folded, without their dot."""
    forms = cast("Mapping[str, Mapping[str, Mapping[int, str]]]", getattr(Locale.parse(language), kind))
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in forms.get(context, {}).get(width, {}).items():
                word = fold(name.rstrip("."))
                if re.fullmatch(r"[^\W\d_][^\W\d]*(?:'[^\W\d]+)?", word):
                    yield number, word
