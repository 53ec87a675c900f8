"""Lists of names: where one person ends and the next begins, also where the list is not written as BibTeX asks."""

from __future__ import annotations

import re

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.names import is_cjk

OTHERS = frozenset(
    ("others", "et al", "et. al", "etal", "et alii", "et aliae", "u. a", "u.a", "and others", "…", "...", "")
)
_OTHERS_BEHIND = expression(
    r"[\s,;&]+(?:and\s+)?(?:\{?\\(?:emph|em|textit|it)\b\s*\{?)?"
    r"(?:et\.?\s*al\.?|others|\.{3}|…|\\etal|\\l?dots)(?:\s*\{\})?[}\s,.]*$",
    re.IGNORECASE,
)
_MAYBE_OTHERS = expression(r"al\b|others|\.\.|…|dots|u\.", re.IGNORECASE)
_PIECE = expression(
    r"\s+\\?&(?=\s)|,\s*\\?&(?=\s)|\\.|[{}]|(?:^|\s+)and(?=\s|$)|\s*[;；、|]\s*|[^\\{};；、|\s,]+|.",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATORS = {
    "and": expression(r"(?:^|\s+)and(?=\s|$)", re.IGNORECASE),
    "&": expression(r"(?:\s+|,\s*)\\?&(?=\s|$)"),
    ";": expression(r"\s*[;；、]\s*"),
    "|": expression(r"\s*\|\s*"),
    ",": expression(r","),
}
_BRACE = expression(r"[{}]")
_WRONG = frozenset(";；、|&")
_SUFFIX = expression(r"(?:jr|sr|jnr|snr|ii|iii|iv|vi{0,3}|2nd|3rd|4th|esq|ph\.?\s?d|m\.?\s?d)\.?", re.IGNORECASE)
_COMPANY = expression(r"(?:inc|ltd|llc|llp|gmbh|ag|s\.?a|corp|co|plc|s\.?r\.?l|b\.?v|pty)\.?", re.IGNORECASE)
_INITIALS = expression(r"(?:(?:[^\W\d_]|[^\W\d_]{1,3}\.|[A-Z]{2,3}\b)(?:\.|[\s~\-]|$)[\s~\-]*){1,5}")
_WORD = expression(r"[^\s~]+")
_EXTENDED = expression(r"""\s*"?\s*[a-z]+(?:-i)?\s*=""")


LONGEST = 2_000
"""Characters of the longest name that has parts."""
LONGEST_LIST = 100_000
"""Characters of the longest list that is looked through for other separators than ``and``."""


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a list, as they are written."""

    names: tuple[str, ...]
    others: bool
    complaints: tuple[str, ...] = ()


def split_piece(piece: str) -> NameList:
    """The names in what stands between two ``and``: one, unless they are separated by something else."""
    complaints: list[str] = []
    names, others = _without_others(piece.strip(), complaints)
    if not names.strip(" ,;"):
        if not others:
            complaints.append("an empty name stands in a list; expected a name before and behind each 'and'")
        return NameList((), others, tuple(complaints))
    return NameList(tuple(_split_wrong(names, complaints)), others, tuple(complaints))


def split_at(text: str, separator: str) -> list[str]:
    """The text cut at a separator (``and``, ``;``, ``&``, ``|`` or ``,``) that stands outside of braces."""
    if "{" not in text and "\\" not in text:
        return _SEPARATORS[separator].split(text)
    pieces = _SEPARATORS[separator].split(text)
    if "\\{" not in text and "\\}" not in text and all(map(_is_whole, pieces)):
        return pieces
    found: list[list[str]] = [[]]
    depth = 0
    for piece in _PIECE.findall(text):
        depth = max(0, depth + {"{": 1, "}": -1}.get(piece, 0))
        if depth == 0 and _SEPARATORS[separator].fullmatch(piece):
            found.append([])
        else:
            found[-1].append(piece)
    return ["".join(pieces) for pieces in found]


def _is_whole(piece: str) -> bool:
    """Whether no group begins before a piece or ends behind it."""
    if "{" not in piece and "}" not in piece:
        return True
    depth = 0
    for sign in _BRACE.findall(piece):
        depth += 1 if sign == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def is_suffix(text: str) -> bool:
    """Whether a part between commas is ``Jr.`` or ``III``, and no name."""
    text = text.strip(" {}")
    return _SUFFIX.fullmatch(text) is not None and (text[:1].isupper() or text[:1].isdigit() or text.islower())


def is_company(text: str) -> bool:
    """Whether a part behind a comma is ``Inc.`` or its like."""
    return _COMPANY.fullmatch(text.strip(" {}")) is not None


def is_extended(text: str) -> bool:
    """Whether a name is written as BibLaTeX's ``family=…, given=…``."""
    return _EXTENDED.match(text) is not None


def _without_others(chunk: str, complaints: list[str]) -> tuple[str, bool]:
    if not _MAYBE_OTHERS.search(chunk[-40:]):
        return chunk, False
    words = re.sub(r"\\(?:emph|textit|textrm)\b\s*|\\(?:em|it)\s|[{}]", "", chunk).replace("~", " ").strip()
    if words.lower() == "others":
        return "", True
    if words and (words.lower().strip(" .,") in OTHERS - {""} or re.fullmatch(r"\.{3,}|\\etal|\\l?dots", words)):
        complaints.append(f"{words!r} stands in a list of names; expected 'and others'")
        return "", True
    found = _OTHERS_BEHIND.search(chunk)
    if found is None or chunk.count("{", found.start()) != chunk.count("}", found.start()):
        return chunk, False
    complaints.append(f"{found[0].strip(' ,;')!r} stands in a list of names; expected 'and others'")
    return chunk[: found.start()] + ("," if found[0].strip()[0] == "," else ""), True


def _split_wrong(piece: str, complaints: list[str]) -> list[str]:
    """The people in what should be one name."""
    if len(piece) > LONGEST_LIST or (_WRONG.isdisjoint(piece) and "," not in piece):
        return [piece]
    if is_extended(piece):
        return [piece]
    for separator in (";", "|", "&"):
        if _WRONG.isdisjoint(piece):
            break
        parts = [part for part in (part.strip(" ,") for part in split_at(piece, separator)) if part]
        if len(parts) > 1 and (separator != "&" or _are_people(parts)):
            complaints.append(f"{separator!r} separates names in {_short(piece)}; expected the word 'and'")
            return [name for part in parts for name in _split_commas(part, complaints)]
        if separator == "&" and len(parts) > 1:
            if "," in piece:
                complaints.append(f"'&' stands in {_short(piece)}; expected the word 'and', or braces around a group")
            return [f"{{{piece.strip(' ,')}}}"]
        if separator == ";" and len(parts) == 1 and piece.strip()[-1:] in ";；":
            complaints.append(f"{_short(piece)} ends with a semicolon; expected the word 'and'")
            piece = parts[0]
    return _split_commas(piece, complaints)


def _are_people(parts: list[str]) -> bool:
    """Whether each side of a ``&`` is a person of more than one word: Johnson & Johnson is none."""
    return all("," in part or len(_WORD.findall(part)) > 1 for part in parts)


def _split_commas(piece: str, complaints: list[str]) -> list[str]:
    """The people in a name with more commas than a name can have."""
    trailing = piece.rstrip().endswith(",")
    parts = [part.strip() for part in split_at(piece, ",") if not part.strip().isdigit()]
    while parts and not parts[-1]:
        parts.pop()
    if len(parts) < 2:
        return [", ".join(parts)] if parts else []
    if is_company(parts[-1]):
        return [piece]
    people = _people_between_commas(parts, trailing=trailing)
    if people is None:
        if len(parts) > 3:
            complaints.append(f"there are too many commas in {_short(piece)}; expected the word 'and' between names")
            return [f"{{{piece.strip(' ,')}}}"]
        return [", ".join(parts)]
    complaints.append(f"commas separate names in {_short(piece)}; expected the word 'and'")
    return people


def _people_between_commas(parts: list[str], *, trailing: bool) -> list[str] | None:
    """The people, if the commas can only separate people."""
    count = len(parts)
    if any(is_suffix(part) for part in parts[1:]) or not all(parts):
        return None
    if count > 2 and all(is_cjk("".join(part.split())) for part in parts):
        return parts
    words = [len(_WORD.findall(part)) for part in parts]
    initials = [_INITIALS.fullmatch(part) is not None and not part.islower() for part in parts]
    if count > 3 and count % 2 == 0 and all(initials[1::2]) and not any(initials[::2]):
        return [f"{parts[index]}, {parts[index + 1]}" for index in range(0, count, 2)]
    if min(words) > 1 and (count > 2 or trailing) and not any(initials):
        return parts
    return None


def _short(text: str) -> str:
    return repr(text.strip() if len(text) <= 60 else f"{text.strip()[:57]}…")
