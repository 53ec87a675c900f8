"""The ids of works on pages."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256


def anchor(key: str) -> str:
    """The id of a work on a page, made of its key alone, so that links from elsewhere last.

    Letters, digits, ``.``, ``_`` and ``-`` stay, ``:`` and ``/`` become ``.``; where more is lost, a digest keeps
    keys apart that would look alike.
    """
    if key.isalnum() and key.isascii():
        return f"pub-{key}"
    ascii_key = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9._-]", "", re.sub(r"[:/]", ".", ascii_key))
    lossless = len(name) == len(key)
    return f"pub-{name}" if lossless else f"pub-{name}-{sha256(key.encode()).hexdigest()[:6]}"
