"""Marks that are written into names: signs of roles, bold type, links, addresses of mail."""

from __future__ import annotations

import re

from sphinxcontrib_academic.kinds.roles import role_of_sign
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.readers.tex import read_plain
from sphinxcontrib_academic.readers.tex.links import address_text, safe_target

_SIGNS = "*∗⁎＊†‡§¶#✉📧✝◦‖♣♠♦♥♡♢♤♧⋆★☆⊕⊛◇◆△▲□■✢✦❖⁕※"
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_SUPERSCRIPT = expression(
    rf"\$\s*(?:\{{\}})?\s*\^?\s*(?:{_GROUP}|\\[A-Za-z]+|[^${{}}A-Za-z]{{1,12}}|[a-z0-9](?:,[a-z0-9]){{0,3}})\s*\$"
    rf"|\\\(\s*\^?\s*(?:{_GROUP}|\\[A-Za-z]+|[^\\{{}}]{{1,12}})\s*\\\)"
    rf"|\{{?\\(?:textsuperscript|textsubscript|ts|up)\s*{_GROUP}\}}?|\\ensuremath\s*{_GROUP}|\^{_GROUP}|\^[*†‡§¶\d]"
    rf"|<su[pb]>.{{0,40}}?</su[pb]>", re.IGNORECASE)  # fmt: skip
_COMMAND = expression(
    r"\{?\\(?:dag|ddag|dagger|ddagger|textdagger|textdaggerdbl|S|P|textsection|textparagraph|textasteriskcentered|Letter|"
    r"faEnvelope|envelope|ast|star)(?![A-Za-z])\s*(?:\{\})?\}?|\\[*#]"
)
_NOTE = expression(
    r"\\(?:thanks|footnotemark|footnote|inst|affil|authormark|fnmark|corref|fnref|ead)(?![A-Za-z])"
    rf"\s*(?:\[[^\[\]]*\])?\s*(?:{_GROUP})?"
)
_RUN = expression(rf"(?<!\\)([{re.escape(_SIGNS)}])\1*|[{_DIGITS}]+")
_MAIL = expression(r"(?<![\\\w.+\-])[<(\[]?\s*(?:mailto:)?[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+\s*[>)\]]?")
_NUMBER = expression(
    r"(?<=[a-zà-öø-ÿ.])\d{1,2}(?=\s*(?:,|$))|\s+0\d{3}(?=\s*(?:,|$))|(?<=[^\W\d_.])(?:,\s*\d{1,2})+\s*$"
)
_LOUD = expression(
    rf"\\(?:textbf|underline|uline|ul|mkbibbold|hl|highlight|myname|me|self)\s*(?P<a>{_GROUP})"
    r"|<(?P<tag>b|u|strong)>(?P<b>.*?)</(?P=tag)>"
    rf"|\{{\s*\\(?:bf|bfseries|ul)\b\s*(?P<c>(?:[^{{}}]|{_GROUP})*)\}}|\*\*(?P<d>[^*]+)\*\*|__(?P<e>[^_]+)__"
)
_QUIET = expression(
    r"\\(?:emph|textit|textsl|textsc|textrm|textsf|texttt|mbox|text|textnormal)"
    rf"(?![A-Za-z])\s*(?P<a>{_GROUP})"
    r"|<(?P<tag>i|em|span)(?:\s[^<>]*)?>(?P<b>.*?)</(?P=tag)>"
    rf"|\{{\s*\\(?:it|em|sc|sl|rm|tt|itshape|scshape)\b\s*(?P<c>(?:[^{{}}]|{_GROUP})*)\}}"
)
_HREF = expression(rf"\\href\s*({_GROUP})\s*({_GROUP})")
_COLOUR = expression(rf"\\textcolor\s*{_GROUP}\s*({_GROUP})")
_ORCID = expression(r"\\(?:orcidlink|orcid|orcidID)\s*\{\s*(?:https?://orcid\.org/)?([\d\-Xx]{19})\s*\}")
_LIKELY = expression(rf"[\\$<^@\d_{re.escape(_SIGNS)}{_DIGITS}]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A name without its marks, and what they said."""

    text: str
    roles: tuple[str, ...] = ()
    loud: bool = False
    """True where it stands in bold type or is underlined."""
    url: str = ""
    orcid: str = ""


def read_marks(text: str) -> Marked:
    """Take the marks out of a name."""
    if not _LIKELY.search(text):
        return Marked(text)
    roles: list[str] = []
    orcid = _ORCID.search(text)
    text = _NOTE.sub("", _ORCID.sub("", text))
    text, loud = _without_bold(text)
    link = _HREF.search(text)
    url = (safe_target(address_text(link[1][1:-1])) or "") if link else ""
    text = _COLOUR.sub(lambda found: found[1][1:-1], _HREF.sub(lambda found: found[2][1:-1], text))
    text = _outside_braces(text, roles)
    text, loud_inside = _without_bold(text)
    text = _without_numbers(_unwrapped(_QUIET, text))
    roles = list(dict.fromkeys(roles))
    return Marked(" ".join(text.split()), tuple(roles), loud or loud_inside, url, orcid[1].upper() if orcid else "")


def _without_bold(text: str) -> tuple[str, bool]:
    bare = _unwrapped(_LOUD, text)
    return bare, bare != text


def _unwrapped(pattern: re.Pattern[str], text: str) -> str:
    """The text without a style, and without those that stand in it."""
    for _ in range(4):
        bare = pattern.sub(lambda found: _inner(_content(found)), text)
        if bare == text:
            break
        text = bare
    return text


def _content(found: re.Match[str]) -> str:
    return next(group for name, group in found.groupdict().items() if name != "tag" and group is not None)


def _inner(group: str) -> str:
    return group[1:-1] if group[:1] == "{" and group[-1:] == "}" else group


def _outside_braces(text: str, roles: list[str]) -> str:
    """Take out signs, but none that stands inside of a name in braces."""
    text = _SUPERSCRIPT.sub(lambda found: _said(found[0], _behind(found), roles), text)
    text = _COMMAND.sub(lambda found: _said(found[0], "", roles), text)
    depth, kept, position = 0, [], 0
    for piece in re.finditer(rf"[{{}}]|{_RUN.pattern}", text):
        kept.append(text[position : piece.start()])
        position = piece.end()
        depth += {"{": 1, "}": -1}.get(piece[0], 0)
        kept.append(piece[0] if depth > 0 or piece[0] in "{}" else _said(piece[0], "", roles))
    return "".join([*kept, text[position:]])


def _behind(found: re.Match[str]) -> str:
    return found.string[found.end() : found.end() + 1]


def _said(mark: str, behind: str, roles: list[str]) -> str:
    """What stays of a mark: nothing, unless it is a part of the name, as in M<sup>c</sup>Donald."""
    words = read_plain(mark.replace("\\*", "*").replace("^", "", 1) if not mark.startswith("$") else mark).strip("^ ")
    words = words.replace("∗", "*").replace("⋆", "*") if words in ("∗", "⋆") else words
    letters = re.sub(r"[\s,;.0-9]+", "", words)
    if letters.isalpha() and (len(letters) > 4 or behind.isalpha() or not letters.islower()):
        return mark
    roles.extend(_role(run[0]) for run in _RUN.finditer(words) if run[1])
    return ""


def _role(sign: str) -> str:
    found = role_of_sign(sign)
    return found.key if found else sign


def _without_numbers(text: str) -> str:
    mail = _MAIL.sub("", text)
    text = mail if mail.strip(" ,") else text
    return _NUMBER.sub("", text).strip()
