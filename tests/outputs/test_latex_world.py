"""The names of the world: engines that know Unicode set them in the first typeface that has them, or say so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_academic.kinds.scripts import SCRIPTS, script_of
from sphinxcontrib_academic.outputs.latex import runs as room
from sphinxcontrib_academic.outputs.latex.runs import leftward_end, runs, script_macros, without_font
from sphinxcontrib_academic.outputs.latex.syllables import breakable
from sphinxcontrib_academic.outputs.latex.theme import THEME
from tests.outputs.test_latex_pdf import ENGINES, LIGATURES, make_pdf, run, unclean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Site

__all__ = ["make_pdf"]

NAMES = {
    "latin": "Nguyễn Thị Hằng",
    "greek": "Γεώργιος Παπαδόπουλος",
    "cyrillic": "Дмитрий Иванович Менделеев",
    "chinese": "赵和旭",
    "japanese": "山田 たろう",
    "korean": "김철수",
    "arabic": "محمد بن موسى",
    "hebrew": "שלמה כהן",
}
TYPEFACES = ("Noto Serif CJK SC", "Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Color Emoji")
WORDS = (
    "Nguyễn Thị Hằng", "Ἀριστοτέλης", "Їжак Ґалаґан", "趙學林", "「标题」", "さとう", "김철수", "שלמה", "हिन्दी शीर्षक",
    "กรุงเทพ", "→", "№", "Ḥ", "fine flow",
)  # fmt: skip
WORLD = f"""
世界 Κόσμος 🌍
=============

教育 Ἐκπαίδευσις 🎓
-------------------

* {" – ".join(WORDS)}, **{"; ".join(WORDS)}**, *{"; ".join(WORDS)}*
* ﬁne ﬂow, أستاذ محمد
* **💡 👩\u200d🔬 👍🏽 1\ufe0f\u20e3 🇩🇪 ❤\ufe0f** ☎
* **↑ ↓ ← → ⟨ψ⟩ ∞ ◦ ₩ ₿ ‱ ⁿ x̄ ẹ̀ 𝒜 𝐱 𝟙 ‖ ⟶ ⌈x⌉ ∃ε**, S²

{"世界" * 60}

{"世 " * 200}
"""
UNSEEN = (
    0x200E, 0x200F, 0x061C, 0x00AD, 0x034F, 0x180E, 0x200B, 0x200C, 0x200D, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
    0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0xFE00, 0xFE0E, 0xFE0F, 0xFEFF, 0xFFF9,
    0xE0001, 0xE0100, 0x01, 0x1B, 0x7F,
)  # fmt: skip
PAGE = "CV\n==\n\n" + "".join(f"* {name}, **{name}**, *{name}*, ``{name}`` and more\n" for name in NAMES.values())


def needs_typefaces() -> None:
    """Skip where the system does not have them; fail in CI, which must have them."""
    known = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    missing = [name for name in TYPEFACES if name not in known]
    if missing and os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"needs {', '.join(missing)}: see the README for the Debian packages")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź and São", [("", "Łódź and São")]),
        ("Nguyễn Văn", [("latin", "Nguyễn"), ("", " Văn")]),
        ("by 赵和旭 (Hexu)", [("", "by "), ("chinese", "赵和旭"), ("", " (Hexu)")]),
        ("山田 たろう", [("japanese", "山田"), ("", " "), ("japanese", "たろう")]),
        ("محمد بن موسى!", [("arabic", "محمد بن موسى"), ("", "!")]),
        ("Дмитрий Иванович", [("cyrillic", "Дмитрий Иванович")]),
        ("a 👩\u200d🔬", [("", "a "), ("emoji", "👩\u200d🔬")]),
        (
            "1\ufe0f\u20e3 👍🏽 🇩🇪",
            [("emoji", "1\ufe0f\u20e3"), ("", " "), ("emoji", "👍🏽"), ("", " "), ("emoji", "🇩🇪")],
        ),
        ("「题」", [("chinese", "「题」")]),
        ("「題は」", [("japanese", "「題は」")]),
        ("a ₿", [("", "a "), ("symbols", "₿")]),
    ],
)
def test_runs_of_scripts(text: str, expected: list[tuple[str, str]]) -> None:
    """A word is not torn, and words of one script stay together where their order depends on it."""
    assert runs(text) == expected


@given(st.text())
def test_no_sign_is_lost_in_runs(text: str) -> None:
    """The runs are the text."""
    assert "".join(part for _, part in runs(text)) == text


@pytest.mark.parametrize(
    ("sign", "key"),
    [
        ("ក", "khmer"),
        ("ລ", "lao"),
        ("ગ", "gujarati"),
        ("ක", "sinhala"),
        ("Ꮳ", "cherokee"),
        ("ß", "latin"),
        ("⚡", "emoji"),
    ],
)
def test_scripts_that_noto_sets(sign: str, key: str) -> None:
    """And few others."""
    assert script_of(sign).key == key


@pytest.mark.parametrize(("key", "name"), NAMES.items())
def test_each_script_is_known(key: str, name: str) -> None:
    """By the names of its characters."""
    assert key in {script_of(sign).key for sign in name if not sign.isspace()}


def test_each_script_reaches_the_class() -> None:
    """With its typefaces, its direction, and how its lines break."""
    macros = script_macros()
    assert macros.count("\\academicdeclarescript{") == len(SCRIPTS)
    assert "{Arabic}{rtl}{}\n" in macros


def test_what_no_typeface_has_is_named(make_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    """The characters and the entry, at the line."""
    monkeypatch.setattr(room, "_families", lambda _charset: frozenset())
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/fc-list")
    bib = "@misc{zhao2025, author = {赵和旭 and Nguyễn Hằng}, title = {On β}, year = 2025}\n"
    files = {"index.rst": "Home\n====\n\n.. publications::\n", "a.bib": bib}
    site = make_site(files, "latex", project="Me", latex_engine="lualatex", latex_theme=THEME)
    (warning,) = site.warnings
    expected = "lualatex cannot set 旭 (U+65ED), 赵 (U+8D75), 和 (U+548C) in 'zhao2025'"
    assert set(expected) == set(warning.partition("WARNING: ")[2].partition(";")[0])
    assert "Noto Serif CJK SC" in warning
    assert warning.endswith("[academic.latex_characters]")


def test_where_the_system_tells_nothing_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every system has fontconfig; TeX frames what it does not find."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert without_font("赵", "chinese", "lualatex") == ""


def test_xelatex_has_no_pictures_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typeface that only has those does not count."""
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/fc-list")
    monkeypatch.setattr(room, "_families", lambda _charset: frozenset({"Noto Color Emoji"}))
    assert without_font("🔥", "emoji", "lualatex") == ""
    assert without_font("🔥", "emoji", "xelatex") == "🔥"


@pytest.mark.tex
@pytest.mark.parametrize("engine", ENGINES)
def test_signs_without_a_shape_leave_none(make_pdf: Callable[..., Path], engine: str) -> None:
    """Marks of direction, joiners, selectors and controls; no box, no warning, and words stay whole."""
    unseen = [chr(code) for code in UNSEEN]
    body = "".join(
        f"   20{at:02} : Wo{sign}rd : Of{sign}fice\n      **St{sign}rong** {sign}\n\n" for at, sign in enumerate(unseen)
    )
    folder = make_pdf(f"CV{unseen[0]}\n===\n\nWo{unseen[5]}rk\n-----\n\n.. timeline:: position\n\n{body}", engine)
    assert unclean(folder) == []
    words = run("pdftotext", "cv.pdf", "-", folder=folder).replace("\xad", "").split()
    assert {word: words.count(word) for word in ("Word", "Office", "Strong")} == dict.fromkeys(
        ("Word", "Office", "Strong"), len(unseen)
    )


def test_a_joiner_stays_in_the_word_that_it_joins() -> None:
    """Words of Persian are full of them."""
    assert runs("می\u200cخواهم") == [("arabic", "می\u200cخواهم")]


@pytest.mark.tex
@pytest.mark.parametrize("style", ["classic", "modern", "compact"])
def test_lualatex_sets_the_names_of_the_world(make_pdf: Callable[..., Path], style: str) -> None:
    """Plain, bold, in italics and as code; in the order in which they are read."""
    needs_typefaces()
    folder = make_pdf(PAGE + "* 🔥 and 🎉\n", "lualatex", academic_cv_style=style)
    assert unclean(folder) == []
    text = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    plain = text.replace("\u202b", "").replace("\u202c", "").replace("\u202a", "")
    assert {name: plain.count(name) for name in NAMES.values()} == dict.fromkeys(NAMES.values(), 4)


@pytest.mark.tex
def test_lualatex_sets_all_kinds_of_text(make_pdf: Callable[..., Path]) -> None:
    """In every place; what is copied is what was written, whatever its shape on the page."""
    needs_typefaces()
    folder = make_pdf(WORLD, "lualatex")
    assert unclean(folder) == []
    text = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    assert LIGATURES.findall(text) == []
    assert text.startswith("世界 Κόσμος")
    assert [word for word in (*WORDS, "أستاذ", "🎓", "👩\u200d🔬", "☎") if word not in text] == []
    outline = run("pdftohtml", "-xml", "-i", "-stdout", "cv.pdf", folder=folder).partition("<outline>")[2]
    assert "教育 Ἐκπαίδευσις 🎓" in outline


@pytest.mark.tex
def test_xelatex_sets_all_kinds_of_text(make_pdf: Callable[..., Path]) -> None:
    """But for pictures in colour, which it frames, and Arabic, whose letters are copied by their shapes."""
    needs_typefaces()
    folder = make_pdf(WORLD, "xelatex")
    assert unclean(folder) == []
    text = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    assert LIGATURES.findall(text) == []
    assert [word for word in WORDS if word not in text] == []


@pytest.mark.tex
def test_pdflatex_keeps_all_in_the_bookmarks(make_pdf: Callable[..., Path]) -> None:
    """And in the title; on the page what it cannot set is framed, so that long texts still find their lines."""
    folder = make_pdf(WORLD)
    assert unclean(folder) == []
    text = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    assert [word for word in ("→", "x̄", "fine flow") if word not in text] == []
    outline = run("pdftohtml", "-xml", "-i", "-stdout", "cv.pdf", folder=folder).partition("<outline>")[2]
    assert "教育 Ἐκπαίδευσις 🎓" in outline


@pytest.mark.tex
def test_xelatex_sets_the_names_of_the_world(make_pdf: Callable[..., Path]) -> None:
    """As well; but those of Arabic are no longer letters for who copies them."""
    needs_typefaces()
    folder = make_pdf(PAGE, "xelatex")
    assert unclean(folder) == []
    text = " ".join(run("pdftotext", "cv.pdf", "-", folder=folder).split())
    assert all(text.count(name) == 4 for key, name in NAMES.items() if key not in {"arabic", "hebrew"})


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["xelatex", "lualatex"])
def test_what_no_typeface_has_is_framed(make_pdf: Callable[..., Path], engine: str) -> None:
    """With its number; nothing is lost in silence, and nothing stops."""
    macros = "".join(f"\\academicdeclarescript{{{row.key}}}{{Nowhere}}{{Nowhere}}{{}}{{ltr}}{{}}\n" for row in SCRIPTS)
    elements = {"passoptionstopackages": macros}
    folder = make_pdf("CV\n==\n\nName 赵 🔥 here.\n", engine, latex_elements=elements)
    assert unclean(folder) == []
    assert "8D75" in run("pdftotext", "cv.pdf", "-", folder=folder)
    assert "1F525" in run("pdftotext", "cv.pdf", "-", folder=folder)


@pytest.mark.tex
@pytest.mark.parametrize("style", ["classic", "modern"])
def test_what_is_copied_is_what_was_written(make_pdf: Callable[..., Path], style: str) -> None:
    """XeTeX alone would copy small capitals as capitals, and a hyphen as one of five others."""
    heading = "Straßen und Größen: Zahl-Theorie, Élan"
    text = f"CV\n==\n\n.. profile::\n\n{heading}\n{'-' * 50}\n\nA well-known a-b@example.org and 10.1000/x-y-z.\n"
    folder = make_pdf(text, "xelatex", academic_cv_style=style, academic_profile={"name": "J.-P. Roe-Doe"})
    assert unclean(folder) == []
    words = run("pdftotext", "cv.pdf", "-", folder=folder)
    assert heading in words
    assert "A well-known a-b@example.org and 10.1000/x-y-z." in words
    assert "J.-P. Roe-Doe" in words


UNSPACED = {
    "thai": "มหาวิทยาลัยแห่งหนึ่งในประเทศไทยเป็นสถาบันการศึกษาที่มีชื่อเสียงและมีนักศึกษาจำนวนมาก",
    "lao": "ມະຫາວິທະຍາໄລແຫ່ງຊາດລາວເປັນສະຖາບັນການສຶກສາຊັ້ນສູງທີ່ໃຫຍ່ທີ່ສຸດໃນປະເທດລາວ",
    "khmer": "សាកលវិទ្យាល័យភូមិន្ទភ្នំពេញគឺជាសាកលវិទ្យាល័យដ៏ធំជាងគេនៅក្នុងប្រទេសកម្ពុជា",
    "myanmar": "ရန်ကုန်တက္ကသိုလ်သည်မြန်မာနိုင်ငံ၏အထင်ရှားဆုံးတက္ကသိုလ်တစ်ခုဖြစ်သည်",
    "tibetan": "བོད་ལྗོངས་སློབ་གྲྭ་ཆེན་མོ་ནི་བོད་ཀྱི་སློབ་གྲྭ་ཆེན་མོ་གཙོ་བོ་ཞིག་ཡིན།",
}


@pytest.mark.parametrize("script", UNSPACED)
def test_words_without_spaces_may_break(script: str) -> None:
    """Before what begins a syllable, never before a mark; short words stay whole."""
    word = UNSPACED[script] * 2
    parts = breakable(f"{word} {word[:8]}", script).split("\u200b")
    assert "".join(parts) == f"{word} {word[:8]}"
    assert max(map(len, parts[:-1])) <= 30
    assert [part for part in parts if unicodedata.category(part[0]) in {"Mn", "Mc"}] == []
    assert parts[-1].endswith(word[:8])


def test_other_scripts_have_spaces() -> None:
    """Nothing is put into their words."""
    assert breakable("Дмитрий" * 9, "cyrillic") == "Дмитрий" * 9


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["lualatex", "xelatex"])
def test_lines_of_words_without_spaces(make_pdf: Callable[..., Path], engine: str) -> None:
    """They end within the page; in lualatex, what is copied is what was written."""
    needs_typefaces()
    shown = {script: word * 2 for script, word in UNSPACED.items() if not without_font(word, script, engine)}
    folder = make_pdf("CV\n==\n\n" + "\n\n".join(shown.values()) + "\n", engine)
    assert unclean(folder) == []
    found = "".join(run("pdftotext", "-raw", "cv.pdf", "-", folder=folder).split())
    assert [script for script in ("thai", "lao") if script in shown and shown[script] not in found] == []


@pytest.mark.parametrize(
    ("text", "runs_of_it"),
    [("مرحبا שלום a", 3), ("مرحبا, שלום – سلام", 5), ("مرحبا 123 שלום", 1), ("a שלום", 0), ("שלום (سلام)", 1)],
)
def test_words_from_right_to_left_are_one_line(text: str, runs_of_it: int) -> None:
    """Of two scripts, one behind the other: the first of them stands at the right."""
    assert leftward_end(runs(text), 0) == runs_of_it


@pytest.mark.tex
@pytest.mark.parametrize("engine", ["lualatex", "xelatex"])
def test_the_first_of_two_scripts_stands_at_the_right(make_pdf: Callable[..., Path], engine: str) -> None:
    """Arabic and Hebrew side by side."""
    needs_typefaces()
    folder = make_pdf("CV\n==\n\nWords سلام, שלום more.\n", engine)
    assert unclean(folder) == []
    boxes = run("pdftotext", "-bbox", "cv.pdf", "-", folder=folder)
    places = {
        word.strip(",."): float(x)
        for x, word in re.findall(r'xMin="([\d.]+)"[^>]*>([^<]+)<', boxes)
        if word.strip(",.")
    }
    hebrew = next(x for word, x in places.items() if "HEBREW" in unicodedata.name(word[0]))
    arabic = next(x for word, x in places.items() if "ARABIC" in unicodedata.name(word[0]))
    assert places["Words"] < hebrew < arabic < places["more"]
