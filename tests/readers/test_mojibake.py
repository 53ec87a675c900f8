"""Text that was saved in a wrong encoding is found, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxcontrib_academic.readers.mojibake import find_mojibake


def spoilt(text: str, codec: str) -> str:
    """UTF-8 that was read in another encoding; bytes without a sign stay as they are."""
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("meant", ["é", "ö", "Ö", "ß", "’", "“", "–", "🔥", "🎉", "📝"])
def test_windows(meant):
    """Letters, quotes, dashes and emoji that were read as Windows-1252."""
    found = list(find_mojibake(f"one\ntwo {spoilt(meant, 'cp1252')} three"))
    assert [(place.line, place.meant, place.encoding) for place in found] == [(2, meant, "Windows-1252")]


@pytest.mark.parametrize("meant", ["🔥", "🎉", "📝", "🧹", "🔬", "🎖", "📖", "💬", "💻"])
@pytest.mark.parametrize("apple", ["", "\uf8ff"], ids=["lost", "kept"])
def test_mac(meant, apple):
    """Emoji that were read as Mac Roman, also without their first sign."""
    text = apple + spoilt(meant, "mac_roman").removeprefix("\uf8ff")
    assert [place.meant for place in find_mojibake(f"# {text} News")] == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "Gödel, Erdős, Łukasiewicz, Čech, Nguyễn Đặng, São Paulo, JOÃO, ÃO, IRMÃ – Ñandú",
        "“élan” ‘Übung’ «Müller über Öl» naïve façade Ünlü",
        "🔥 News, 赵和旭, Эмми Нётер, Ἑλλάς, 3 × 4 ± 5°",
        "plain",
    ],
)
def test_honest_text_is_left_alone(text):
    """Letters of many languages stand beside each other without being taken for a fault."""
    assert list(find_mojibake(text)) == []


@given(st.text())
def test_any_text_can_be_asked(text):
    """Nothing raises, and what was meant is never empty."""
    assert all(place.meant and place.found in text for place in find_mojibake(text))
