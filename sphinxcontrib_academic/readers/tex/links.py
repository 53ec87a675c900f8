"""Addresses in text: which of them may be followed."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from sphinxcontrib_academic.model.expressions import expression

SAFE_SCHEMES = frozenset(("http", "https", "ftp", "mailto"))
_UNSAFE_SCHEMES = frozenset(("javascript", "data", "vbscript", "file", "livescript", "about", "blob", "view-source"))
_SCHEME = expression(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_HIDDEN = expression(r"[\s\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]+")
_ESCAPE = expression(
    r"\\(?:[~^](?:\s*\{\})?|textasciitilde(?:\{\})?\s*|textasciicircum(?:\{\})?\s*|sim\b\s*|([^A-Za-z]))|[{}]"
)
_UNQUOTED = expression(r"[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e-\U0010ffff]|%(?![0-9A-Fa-f]{2})")


def address_text(tex: str) -> str:
    r"""An address without the escapes that TeX wants in it: ``\_``, ``\%``, ``\~{}``."""
    return _ESCAPE.sub(_unescaped, tex).strip() if "\\" in tex or "{" in tex or "}" in tex else tex.strip()


def safe_target(address: str) -> str | None:
    """The address, fit for a link, or none where its scheme is not one that leads to a page or a mail."""
    target = _HIDDEN.sub(" ", unescape(address)).strip()
    scheme = _SCHEME.match(target)
    if scheme is None or scheme[1].lower() not in SAFE_SCHEMES:
        return None
    return _UNQUOTED.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), target)


def is_unsafe(address: str) -> bool:
    """Whether the address runs code or reads files, however it is disguised."""
    for _ in range(3):
        address = unquote(unescape(address.replace("\\", "")))
    scheme = _SCHEME.match(_HIDDEN.sub("", address))
    return scheme is not None and scheme[1].lower() in _UNSAFE_SCHEMES


def _unescaped(found: re.Match[str]) -> str:
    if found[0] in "{}":
        return ""
    if found[1]:
        return found[1]
    return "^" if "^" in found[0] or "circum" in found[0] else "~"
