"""Addresses: those that are as they should be are read as all others are."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from sphinxcontrib_academic.kinds.links import link_relation
from sphinxcontrib_academic.readers import addresses
from sphinxcontrib_academic.readers.addresses import NoAddressError, UnsafeError, target

_WORDS = st.sampled_from([
    "https://", "http://", "HTTP://", "a.org", "doi.org/", "dx.doi.org/", "arxiv.org/abs/", "10.1000/", "10.5555/x.",
    "ab", "-x", "_1", "/", ".", "..", ",", "~", "%20", " ", "(1)", "?q=1", "#a", "1706.03762", "v2", ";", "\u00a0", "é",
    "&amp;", "\\_", "{", "}", "javascript:",
])  # fmt: skip
_TEXTS = st.lists(_WORDS, max_size=6).map("".join)
_NEVER = type("_Never", (), {"search": lambda *_: True, "fullmatch": lambda *_: None})()


def _read(name: str, text: str) -> object:
    row = link_relation(name)
    assert row is not None
    try:
        return addresses.clean(text), addresses.addresses(text), target(row, text)
    except (UnsafeError, NoAddressError) as error:
        return type(error)


@given(_TEXTS, st.sampled_from(["url", "doi", "arxiv", "pdf", "acl", "zenodo", "scholar"]))
@example("10.1000/182", "doi")
@example("https://doi.org/10.1000/182.", "doi")
@example("http://a.org./x", "url")
def test_ordinary_addresses_are_read_as_others(text: str, name: str) -> None:
    """What is recognised at a glance gives what a close look gives."""
    quick = _read(name, text)
    kept = {pattern: getattr(addresses, pattern) for pattern in ("_ODD", "_PLAIN_URL", "_PLAIN_DOI")}
    try:
        vars(addresses).update(dict.fromkeys(kept, _NEVER))
        assert _read(name, text) == quick
    finally:
        vars(addresses).update(kept)
