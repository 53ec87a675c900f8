"""Our words, dates and lists in the language of the site; the prose by Sphinx's own catalogues, the data never."""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
from gettext import GNUTranslations
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from sphinxcontrib_academic.kinds.search import SEARCH_OF_ONE, SEARCH_WORDS
from sphinxcontrib_academic.readers.dates.edtf import read_edtf
from sphinxcontrib_academic.render.dates import format_when
from sphinxcontrib_academic.render.words import CATALOGUE, LOCALE, known_words, words_of
from tests.conftest import ROOT

LANGUAGES = sorted(path.name for path in LOCALE.iterdir() if path.is_dir())
WANTED = ("de", "fr", "es", "pt", "it", "zh_CN", "zh_TW", "ja", "ko", "ru", "ar")
EXAMPLE = ROOT / "docs" / "examples" / "languages"
BIB = """
@inproceedings{one, title = {A Title}, author = {Doe, Jane and Roe, Richard and Poe, Edgar}, booktitle = {Conf},
  author+an = {1=equal; 2=equal}, year = 2024, abstract = {Words.}, code = {https://example.org/c}, award = {Oral}}
@article{two, title = {Other}, author = {Doe, Jane and others}, journal = {Journal}, year = 2023, pubstate = {inpress}}
@book{three, title = {Third}, editor = {Roe, R. and Poe, E.}, publisher = {Press}, edition = {2}, year = 2020}
@mastersthesis{four, title = {Fourth}, author = {Doe, Jane}, school = {School}, year = 2020}
@thesis{five, title = {Fifth}, author = {Doe, Jane}, school = {School}, type = {Master’s thesis}, year = 2020}
@education{e, title = {B.Sc.}, institution = {School}, date = {2020/..}, advisor = {Roe, R.}}
"""
PAGE = "T\n=\n\n.. publications::\n   :group-by: type\n   :search: type\n\n.. timeline:: education\n"
FILES = {"index.rst": PAGE, "p.bib": BIB}


def catalogue(language):
    """The catalogue of a language."""
    with (LOCALE / language / "LC_MESSAGES" / f"{CATALOGUE}.po").open("rb") as stream:
        return read_po(stream, locale=language)


def strings(message):
    """The translations of a message."""
    return message.string if isinstance(message.string, (tuple, list)) else (message.string,)


def text_of(html):
    """What is read of a page."""
    body = re.sub(r"<script.*?</script>", "", html[html.index("<body") :], flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


# the catalogues


def test_languages_of_the_issue():
    """All that were promised are there."""
    assert set(WANTED) <= set(LANGUAGES)


def test_catalogues_are_fresh_and_complete():
    """The template has every word, every catalogue every word of the template; ``.mo`` is what ``.po`` says."""
    done = subprocess.run(
        [sys.executable, "tools/messages.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated(language):
    """None is empty, and none is a guess."""
    assert [m.id for m in catalogue(language) if m.id and (m.fuzzy or not all(strings(m)))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_english_words(language):
    """Neither lost nor invented."""
    for message in catalogue(language):
        if message.id:
            english = message.id if isinstance(message.id, str) else message.id[1]
            for text in strings(message):
                assert sorted(re.findall(r"\{\w*\}", text)) == sorted(re.findall(r"\{\w*\}", english)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_the_one_that_is_read(language):
    """What Python reads is what translators write."""
    with (LOCALE / language / "LC_MESSAGES" / f"{CATALOGUE}.mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    for message in catalogue(language):
        if isinstance(message.id, str) and message.id:
            assert compiled.gettext(message.id) == message.string


def test_no_word_is_data_of_an_example():
    """The template holds our words alone."""
    assert {"present", "equal contribution", "Abstract", "Oral", "et al."} <= {
        word.lstrip(", ") for word in known_words()
    }
    assert not any("Halonen" in word or "ICLR" in word for word in known_words())


@pytest.mark.parametrize("language", [*LANGUAGES, "en", "pt_BR"])
def test_browsers_count_as_catalogues_do(language):
    """The plural form of CLDR for a number has the words that gettext has for it."""
    words = words_of(language)
    for name, one in SEARCH_OF_ONE.items():
        forms = words.forms(one, SEARCH_WORDS[name])
        form = Locale.parse(words.language).plural_form
        for number in range(1, 1001):
            assert forms.get(form(number), forms["other"]) == words.counted(one, SEARCH_WORDS[name], number)


def test_chinese_of_all_places():
    """Sphinx's names and those of CLDR and of browsers lead to the script that is read there."""
    said = {name: words_of(name)("Abstract") + words_of(name)("Data") for name in ("zh", "zh_CN", "zh-Hans", "zh_SG")}
    assert set(said.values()) == {"摘要数据"}
    assert {words_of(name)("Data") for name in ("zh_TW", "zh-Hant", "zh_HK", "zh-TW")} == {"資料"}


def test_unknown_languages_speak_english():
    """So do those that we have no catalogue for."""
    assert {words_of(name)("present") for name in ("xx", "", "eo", "en")} == {"present"}


# dates

WHENS = (
    "2020/..",
    "2019/2023",
    "2023-09",
    "2023-09/2024-06",
    "2024-05-03",
    "2024-05-03/2024-05-05",
    "2024-05-30/2024-06-02",
)
DATES = {
    "en": (
        "2020 – present",
        "2019–2023",
        "Sep 2023",
        "Sep 2023 – Jun 2024",
        "3 May 2024",
        "3–5 May 2024",
        "30 May – 2 Jun 2024",
    ),
    "de": (
        "2020 – heute",
        "2019–2023",
        "Sept. 2023",
        "Sept. 2023 – Juni 2024",
        "3. Mai 2024",
        "3.–5. Mai 2024",
        "30. Mai – 2. Juni 2024",
    ),
    "fr": (
        "2020 – aujourd’hui",
        "2019–2023",
        "sept. 2023",
        "sept. 2023 – juin 2024",
        "3 mai 2024",
        "3–5 mai 2024",
        "30 mai – 2 juin 2024",
    ),
    "es": (
        "2020 – actualidad",
        "2019–2023",
        "sept 2023",
        "sept 2023 – jun 2024",
        "3 may 2024",
        "3–5 may 2024",
        "30 may – 2 jun 2024",
    ),
    "it": (
        "2020 – oggi",
        "2019–2023",
        "set 2023",
        "set 2023 – giu 2024",
        "3 mag 2024",
        "03–05 mag 2024",
        "30 mag – 02 giu 2024",
    ),
    "pt": (
        "2020 – presente",
        "2019 – 2023",
        "set. de 2023",
        "set. de 2023 – jun. de 2024",
        "3 de mai. de 2024",
        "3 – 5 de mai. de 2024",
        "30 de mai. – 2 de jun. de 2024",
    ),
    "zh_CN": (
        "2020年 – 至今",
        "2019–2023年",
        "2023年9月",
        "2023年9月至2024年6月",
        "2024年5月3日",
        "2024年5月3日至5日",
        "2024年5月30日至6月2日",
    ),
    "ja": (
        "2020年～現在",
        "2019年～2023年",
        "2023年9月",
        "2023年9月～2024年6月",
        "2024年5月3日",
        "2024年5月3日～5日",
        "2024年5月30日～6月2日",
    ),
    "ko": (
        "2020년 ~ 현재",
        "2019년 ~ 2023년",
        "2023년 9월",
        "2023년 9월 ~ 2024년 6월",
        "2024년 5월 3일",
        "2024년 5월 3일~5일",
        "2024년 5월 30일 ~ 6월 2일",
    ),
    "ru": (
        "2020 – настоящее время",
        "2019–2023",
        "сент. 2023\u00a0г.",
        "сент. 2023\u00a0г. – июнь 2024\u00a0г.",
        "3 мая 2024\u00a0г.",
        "3–5 мая 2024\u00a0г.",
        "30 мая – 2 июн. 2024\u00a0г.",
    ),
    "ar": (
        "2020 – الآن",
        "2019–2023",
        "سبتمبر 2023",
        "سبتمبر 2023 – يونيو 2024",
        "3 مايو 2024",
        "3–5 مايو 2024",
        "30 مايو – 2 يونيو 2024",
    ),
}


@pytest.mark.parametrize(
    ("language", "when", "text"),
    [(language, when, text) for language, row in DATES.items() for when, text in zip(WHENS, row, strict=True)],
)
def test_dates(language, when, text):
    """Months, patterns and intervals are those of CLDR, the words around them ours."""
    read = read_edtf(when)
    assert read is not None
    assert format_when(read, language=language) == text


# pages


@pytest.mark.parametrize("language", [name.replace("pt", "pt_BR") for name in WANTED])  # docutils knows no other
def test_a_page_in_a_language(make_site, language):
    """Headings, labels, the legend and words of dates; what the data says stays as it is."""
    site = make_site(FILES, language=language)
    words = words_of(language)
    text = text_of(site.read("index.html"))
    for word in (
        "Conference papers",
        "Journal articles",
        "Books",
        "equal contribution",
        "Code",
        "Abstract",
        "present",
        "Oral",
    ):
        assert words(word) in text
    for word in ("A Title", "Jane Doe", "Journal", "School"):
        assert word in text
    for word in ("Conference papers", "equal contribution", "present", "in press", "Advised by"):
        assert not re.search(rf"\b{word}\b", text)
    assert site.warnings == []


def test_words_of_a_german_page(make_site):
    """Data that says one of our words in its own words keeps them; keys of BibLaTeX are ours to say."""
    text = text_of(make_site(FILES, language="de", academic_layout="reference").read("index.html"))
    assert "Jane Doe et al." in text
    assert "(Hrsg.)" in text
    assert "2. Auflage" in text
    assert "Masterarbeit, School" in text
    assert "Master’s thesis, School" in text
    assert "Betreut von R. Roe" in text


def test_the_box_speaks(make_site):
    """Its words stand beside its data, with the plural forms of the language."""
    html = make_site(FILES, language="ru").read("index.html")
    data = json.loads(re.search(r'<script type="application/json">(.*?)</script>', html, re.DOTALL)[1])
    assert data["language"] == "ru"
    assert data["words"]["all"] == "Все"
    assert set(data["counts"]["count"]) == {"one", "few", "many", "other"}
    assert data["fields"][0]["label"] == "Тип"
    assert ["Книга", "book", 1] in data["fields"][0]["chips"]


def test_the_button_speaks(make_site):
    """The script of the button is told what it says; in English it knows."""
    assert 'data-copied="Kopiert"' in make_site(FILES, language="de").read("index.html")
    assert "data-copied" not in make_site(FILES, language="en").read("index.html")


def test_the_sites_own_words_win(make_site):
    """Labels of ``conf.py`` are not translated, and ``academic_words`` has the last word."""
    site = make_site(
        FILES,
        language="de",
        academic_roles={"equal": "equal contribution"},
        academic_links={"code": "Code!"},
        academic_words={"Abstract": "Kurzfassung", "present": "jetzt"},
    )
    text = text_of(site.read("index.html"))
    for word in ("equal contribution", "Code!", "Kurzfassung", "2020 – jetzt"):
        assert word in text


def test_words_that_are_none_of_ours(make_site):
    """A word that does not exist cannot be replaced."""
    site = make_site(FILES, academic_words={"Abstrakt": "X"})
    assert site.warnings == [
        "conf.py:1: WARNING: academic_words has 'Abstrakt', which are no words of ours; did you mean 'Abstract'? "
        "[academic.unknown_value]"
    ]


def test_a_changed_language_reads_pages_again(make_site):
    """No page keeps words of the language before."""
    make_site(FILES, language="de")
    assert "Conference papers" in text_of(make_site({}, language="en").read("index.html"))


@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_right_to_left(make_site, theme):
    """The page says in which direction it is read, in Arabic and not in English."""
    assert re.search(
        r'<html[^>]* lang="ar" dir="rtl"', make_site(FILES, language="ar", html_theme=theme).read("index.html")
    )
    assert 'dir="rtl"' not in make_site(FILES, language="en", html_theme=theme).read("index.html")


@pytest.mark.parametrize(("language", "is_from_right"), [("ar", True), ("ar_EG", True), ("he", True), ("de", False)])
def test_books_from_right_to_left(make_site, language, is_from_right):
    """Each page of an EPUB says so in well-formed XHTML, and so does the order of its pages."""
    site = make_site(FILES, builder="epub", language=language, epub_copyright="x", version="1", project="P")
    page = ET.fromstring(site.read("index.xhtml")).attrib
    tag = language.replace("_", "-") if is_from_right else None
    assert page.get("dir") == ("rtl" if is_from_right else None)
    assert (page.get("lang"), page.get("{http://www.w3.org/XML/1998/namespace}lang")) == (tag, tag)
    order = "rtl" if is_from_right else "ltr"
    assert f'page-progression-direction="{order}"' in site.read("content.opf")


def test_a_book_keeps_what_a_site_says_of_it(make_site):
    """Its tag may have a language already, and its lines may run from top to bottom."""
    conf = (
        "extensions = ['sphinxcontrib_academic']\n\n"
        "def own(app, page, template, context, doctree):\n"
        '    context[\'html_tag\'] = \'<html xmlns="http://www.w3.org/1999/xhtml" lang="fa" dir="ltr">\'\n\n'
        "def setup(app):\n    app.connect('html-page-context', own, priority=1)\n"
    )
    site = make_site({**FILES, "conf.py": conf}, builder="epub", language="ar", epub_copyright="x", version="1",
                     project="P", epub_writing_mode="vertical")  # fmt: skip
    page = ET.fromstring(site.read("index.xhtml")).attrib
    assert (page["lang"], page["dir"]) == ("fa", "ltr")
    assert 'page-progression-direction="rtl"' in site.read("content.opf")


def test_style_sheet_knows_no_sides():
    """Margins, paddings and borders are logical, so that a page can be turned round."""
    css = (ROOT / "sphinxcontrib_academic/outputs/html/static/sphinxcontrib-academic.css").read_text("utf-8")
    assert re.findall(r"(?:margin|padding|border)-(?:left|right)\s*:", css) == []


def test_latex_speaks(make_site):
    """The CV has the same words."""
    tex = make_site({**FILES, "conf.py": 'extensions = ["sphinxcontrib_academic"]\n'}, builder="latex", language="fr",
                    latex_engine="lualatex", latex_theme="academic-cv", project="P", author="A")  # fmt: skip
    text = "".join(path.read_text("utf-8") for path in Path(tex.app.outdir).glob("*.tex"))
    for word in ("contribution égale", "Articles de conférence", "aujourd", "Sous la direction de"):
        assert word in text


def test_arabic_in_latex_needs_no_more_than_babel(make_site):
    """LuaTeX sets lines from right to left by itself."""
    site = make_site(FILES, builder="latex", language="ar", latex_engine="lualatex", latex_theme="academic-cv",
                     project="P", author="A")  # fmt: skip
    text = "".join(path.read_text("utf-8") for path in Path(site.app.outdir).glob("*.tex"))
    assert "bidi=basic" in text
    assert re.search(r"\\academicauthor{{\\textdir TLT .*?\\academicmark{\*}}}", text)
    assert "polyglossia" not in text


@pytest.mark.parametrize("language", WANTED)
def test_the_cv_warns_of_no_language(make_site, language):
    """Sphinx knows no hyphenation for Korean, and says so; nobody can do anything about it."""
    site = make_site(FILES, builder="latex", language=language, latex_engine="lualatex", latex_theme="academic-cv",
                     project="P", author="A")  # fmt: skip
    assert [line for line in site.warnings if "[docutils]" not in line] == []
    assert logging.getLogger("sphinx.sphinx.builders.latex").filters == []


# prose and data


def messages_of(site):
    """The messages of a site's catalogues."""
    found = []
    for path in Path(site.app.outdir).rglob("*.pot"):
        with path.open("rb") as stream:
            found += [message.id for message in read_po(stream) if message.id]
    return found


def test_prose_is_asked_for_and_data_is_not(make_site):
    """What the author writes on pages enters the catalogues; entries, our words and generated headings do not."""
    page = (
        f"{PAGE}\nProse\n-----\n\nA *paragraph*.\n\n.. timeline:: news\n\n   :2024: Said in *one* line.\n\n"
        "   2023 : A Prize : An Academy\n      :note: For nothing.\n\n      More of it.\n\n"
        ".. publication:: one\n   :award: My own word\n\n   A remark.\n"
    )
    page = page.replace("   2023 : A Prize", ".. timeline:: award\n\n   2023 : A Prize")
    found = messages_of(make_site({**FILES, "index.rst": page}, builder="gettext"))
    assert found == [
        "T", "Prose", "A *paragraph*.", "Said in *one* line.", "A Prize", "An Academy", "For nothing.", "More of it.",
        "My own word", "A remark.",
    ]  # fmt: skip


def test_translated_prose(make_site):
    """A catalogue of prose changes the prose, in its markup, and leaves the data."""
    po = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "Said in *one* line."
msgstr "In *einer* Zeile."

msgid "A Title"
msgstr "FALSCH"
"""
    page = PAGE + "\n.. timeline:: news\n\n   :2024: Said in *one* line.\n"
    files = {**FILES, "index.rst": page, "locales/de/LC_MESSAGES/index.po": po}
    html = make_site(files, language="de").read("index.html")
    assert "In <em>einer</em> Zeile." in html
    assert "A Title" in text_of(html)
    assert "FALSCH" not in html


@pytest.mark.parametrize("language", WANTED)
def test_the_example_is_translated(language):
    """Every word of its prose has a translation, so that the pictures are of one language."""
    for path in (EXAMPLE / "locales" / language / "LC_MESSAGES").glob("*.po"):
        with path.open("rb") as stream:
            assert [m.id for m in read_po(stream) if m.id and not m.string] == []
    assert (ROOT / "docs" / "_static" / f"language-{language}.png").is_file()
