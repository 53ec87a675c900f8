"""Where the commands of a BibTeX file begin, ``@type{``, also where one of these signs is missing or misplaced."""

from __future__ import annotations

import re

from sphinxcontrib_academic.kinds.inheritance import ALIASES
from sphinxcontrib_academic.kinds.timeline import TIMELINE_KINDS, timeline_kind
from sphinxcontrib_academic.kinds.works import WORK_TYPES, work_type
from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression

START = expression(
    r"@[ \t]*+([^\s{}(),=@\"#%]*+)(\s*+[{(])?+"  # @type{
    r"|^[ \t]*+([A-Za-z]++)(\{)(?=[^\s,{}=]++,[ \t]*+$)",  # type{key, without its sign
    re.MULTILINE,
)
_UNBRACED = expression(r"@[ \t]*+([^\s,{}()=@]++)[ \t]++(?=[^\s,{}()=@]++[ \t]*+,)")
_GLUED = expression(r"@[ \t]*+([A-Za-z]++)[^\s,{}()=@]*+,[ \t]*+$", re.MULTILINE)
_SPOILT = expression(r"@([^\n{]{0,40}+)\{(?=[^\n,{}=]*+,)")
_OTHER_TYPES = frozenset({"string", "comment", "preamble", "xdata", *ALIASES})


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of one command."""

    type: str
    start: int
    """Of its sign."""
    end: int
    """Behind its brace."""
    close: str = "}"
    """What closes it."""
    fault: str = ""
    """What stands there, if it is not ``@type{``."""


def opening_of(text: str, start: re.Match[str], *, at_line_start: bool) -> Opening | None:
    """The command that begins at a match of START; none where the sign is part of other words."""
    if start[1] and start[2]:
        return Opening(start[1], start.start(), start.end(), ")" if start[2].endswith("(") else "}")
    if not at_line_start:
        return None
    if start[3]:
        return Opening(start[3], start.end() - 1, start.end(), fault=start[0].strip()) if _is_known(start[3]) else None
    return _without_brace(text, start.start()) or _spoilt(text, start.start())


def _without_brace(text: str, pos: int) -> Opening | None:
    """``@article key,`` and ``@articlekey,``."""
    apart = _UNBRACED.match(text, pos)
    if apart is not None and _is_known(apart[1]):
        return Opening(apart[1], pos, apart.end(), fault=apart[0].strip())
    glued = _GLUED.match(text, pos)
    if glued is None:
        return None
    name = max((name for name in _known_names() if glued[1].lower().startswith(name)), key=len, default="")
    return Opening(name, pos, glued.start(1) + len(name), fault=f"@{glued[1]}") if name else None


def _spoilt(text: str, pos: int) -> Opening | None:
    """``@art=icle{key,``: what is left of the type."""
    spoilt = _SPOILT.match(text, pos)
    if spoilt is None:
        return None
    letters = re.sub(r"[^A-Za-z]", "", spoilt[1])
    return Opening(letters or "misc", pos, spoilt.end(), fault=spoilt[0])


def _is_known(name: str) -> bool:
    return work_type(name) is not None or timeline_kind(name) is not None or name.lower() in _OTHER_TYPES


def _known_names() -> list[str]:
    return [name for row in WORK_TYPES for name in row.bibtex] + [row.key for row in TIMELINE_KINDS]
