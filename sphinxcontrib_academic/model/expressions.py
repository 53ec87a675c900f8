"""Regular expressions that are read when they are first used: most builds use few of them."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Later:
    """Stands for a pattern, and has its methods."""

    def __init__(self, text: Any, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        pattern = re.compile(self._text, self._flags)
        # from now on each method is the pattern's own
        for method in ("match", "search", "fullmatch", "sub", "subn", "finditer", "findall", "split", "pattern"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def expression(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression."""
    return cast("re.Pattern[AnyStr]", _Later(text, flags))
