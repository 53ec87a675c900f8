"""Addresses as LaTeX needs them: absolute, encoded, and escaped for the argument of a macro."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sphinxcontrib_academic.model.expressions import expression

if TYPE_CHECKING:
    from docutils import nodes

_SCHEME = expression(r"[A-Za-z][A-Za-z0-9+.-]*:")
# the characters of RFC 3986, but for those that TeX or hyperref take for something else
_SAFE = "!$&'()*+,/:;=?@~#%-._"
_ESCAPED = str.maketrans({"%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "$": r"\$"})


def absolute(uri: str, base: str) -> str:
    """An address that leads somewhere from anywhere, or nothing; ``base`` is the address of the site."""
    if not uri or _SCHEME.match(uri):
        return uri
    if uri.startswith("//"):
        return f"https:{uri}"
    return f"{base.rstrip('/')}/{uri.lstrip('/')}" if _SCHEME.match(base or "") else ""


def tex_address(uri: str) -> str:
    """An address for the argument of a macro, whatever it holds."""
    return quote(uri, safe=_SAFE).translate(_ESCAPED)


def mail_address(node: nodes.Element) -> str:
    """The address that an ``academic_email`` hides."""
    return unquote(node.get("address", ""))


def file_address(node: nodes.Element, base: str) -> str:
    """Where the site has the file of an ``academic_file``, or nothing."""
    filename = node.get("filename")
    return absolute(f"_downloads/{quote(filename)}", base) if filename else ""
