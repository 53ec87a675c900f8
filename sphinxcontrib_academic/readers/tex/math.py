"""Formulas, made safe: what comes out compiles in any LaTeX and cannot leave its formula."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from functools import cache

from sphinxcontrib_academic.model.classes import dataclass
from sphinxcontrib_academic.model.expressions import expression
from sphinxcontrib_academic.model.text import Math, Plain, Span, Style, Styled
from sphinxcontrib_academic.readers.tex import math_tables as tables
from sphinxcontrib_academic.readers.tex.tables import UNSAFE

LONGEST = 5_000
"""Characters of the longest formula that is read; a longer one is shown as text."""
DEEPEST = 40

_TOKEN = expression(r"\\[A-Za-z]+\*?|\\.|[ \t\r\n]+|.", re.DOTALL)
_SCRIPT = expression(r"(?:\{\})?([\^_])(?:\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|(\\[A-Za-z]+|[^\\{}\s]))\s*")
_SCRIPT_FONT = expression(r"\\(?:text[a-z]*|math(?:rm|it|bf|sf)|rm|it|bf|sf|mbox|tiny|small|scriptsize)\b\s*|[{}]")
_SCRIPT_SIGN = expression(r"\\(?:[A-Za-z]+|.)\s*")
_SIMPLE = expression(r"[\w\s.,;:+\-−–*/()'′’†‡§¶#%&°∗⋆•!?=~<>✉@]*")
_GAP = expression(r"\\[ ,;:!>]|[{}~\s]")
_LETTER = expression(r"[A-Za-z]")
_END = expression(r"\s*\{([a-zA-Z]+)\}")
_INFIX = ("\\over", "\\choose", "\\atop")


class InvalidFormulaError(Exception):
    """A formula breaks the rules of TeX, or holds what no formula should."""


def read_math(tex: str, read_words: Callable[[str], str]) -> tuple[Span | None, tuple[str, ...]]:
    """The formula, or the words that it only stands for, with its unknown commands; none where it is unfit.

    ``read_words`` reads the TeX of a text inside of the formula.
    """
    tex = " ".join(tex.split())
    if not tex:
        return Plain(""), ()
    if (sign := tables.ALONE.get(tex) or tables.ALONE.get(tex.strip("{} "))) is not None:
        return Plain(sign), ()
    if (script := _script(tex)) is not None:
        return script, ()
    if len(tex) > LONGEST:
        return None, ()
    reader = _Formula(_TOKEN.findall(tex), read_words)
    try:
        tex = reader.read()
        return Math(tex) if tex else Plain(""), tuple(dict.fromkeys(reader.unknown))
    except InvalidFormulaError:
        return None, ()


def _script(tex: str) -> Span | None:
    r"""A superscript or subscript over nothing, of simple text: ``^{th}``, ``_2``, ``^{*,\dagger}``."""
    found = _SCRIPT.fullmatch(tex)
    if found is None:
        return None
    inner = _SCRIPT_FONT.sub("", found[2] if found[2] is not None else found[3])
    words = _SCRIPT_SIGN.sub(lambda sign: tables.ALONE.get(sign[0].strip(), "\\"), inner)
    words = words.replace("^°", "°").replace("-", "−").replace("'", "′").replace("~", " ").strip()
    if not words or not _SIMPLE.fullmatch(words):
        return None
    return Styled(Style.SUPERSCRIPT if found[1] == "^" else Style.SUBSCRIPT, (Plain(words),))


@cache
def _commands_of_signs() -> dict[str, str]:
    r"""The command of a sign that a formula may hold in Unicode: ≤ is ``\leq``."""
    rows = {
        "−": "-",
        "′": "'",
        "∗": "*",
        "ϵ": "\\epsilon",
        "ε": "\\varepsilon",
        "ϕ": "\\phi",
        "φ": "\\varphi",
        "·": "\\cdot",
    }
    from latexcodec.codec import load_unicode_latex_table  # noqa: PLC0415 - most texts need no table

    for row in load_unicode_latex_table():
        if row.math_mode and len(row.unicode) == 1 and row.latex[1:] in tables.OPERANDS:
            rows.setdefault(row.unicode, row.latex)
    return rows


@dataclass(slots=True)
class _Formula:
    """The tokens of a formula, read one after another; braces nest at most ``DEEPEST`` times."""

    tokens: list[str]
    read_words: Callable[[str], str]
    position: int = 0
    depth: int = 0
    environments: int = 0
    fences: int = 0
    unknown: list[str] = field(default_factory=list)

    def read(self) -> str:
        tex = self._list("").strip()
        return f"{tex} " if re.search(r"(?<!\\)(?:\\\\)*\\$", tex) else tex  # the blank of "\\ " belongs to it

    def _peek(self) -> str:
        while self.position < len(self.tokens) and self.tokens[self.position].isspace():
            self.position += 1
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def _list(self, end: str) -> str:
        """Everything up to the token ``end``, which is consumed."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise InvalidFormulaError
        found: list[str] = []
        scripts = closing = ""
        while self.position < len(self.tokens):
            part = self.tokens[self.position]
            self.position += 1
            if part == end:
                break
            if part.isspace():
                found.append(" ")
                scripts += " " if scripts else ""
            elif part in "^_'":
                scripts, piece = self._script(part, scripts)
                found.append(piece)
            else:
                declares = part[0] == "\\" and part[1:] in tables.DECLARED
                closing += "}" * declares
                found.append(f"\\{tables.FONTS[part[1:]]}{{" if declares else self._thing(part, found))
                scripts = "" if found[-1].strip() or not scripts else scripts + found[-1]
        else:
            if end:
                raise InvalidFormulaError
        self.depth -= 1
        return "".join(found) + closing

    def _thing(self, part: str, before: list[str]) -> str:
        """What is no script; some of it wants something before it."""
        if part in ("\\limits", "\\nolimits"):
            return part if before and before[-1].removeprefix("\\") in tables.OPERATORS else ""
        if part in _INFIX:
            if any(piece in _INFIX for piece in before):
                raise InvalidFormulaError
            return part
        return self._atom(part)

    def _script(self, part: str, seen: str) -> tuple[str, str]:
        """A superscript, subscript or prime; ``seen`` are those of its nucleus so far."""
        primed = "'" in seen and seen[-1] != "'"
        clash = "_" in seen if part == "_" else "^" in seen or primed
        before, seen = ("{}", part) if clash else ("", seen + part)
        if part == "'":
            return seen, f"{before}'"
        operand = self._peek()
        if not operand or operand in "^_'}&#%$~":
            raise InvalidFormulaError
        self.position += 1
        piece = self._atom(operand)
        if not piece.strip():
            raise InvalidFormulaError
        if not (operand == "{" or len(piece) == 1 or (piece == operand and piece[1:] in tables.BARE)):
            piece = f"{{{piece}}}"
        if piece[0] == "\\" and self._letter_follows():
            piece += " "
        return seen, f"{before}{part}{piece}"

    def _letter_follows(self) -> bool:
        return self.position < len(self.tokens) and _LETTER.match(self.tokens[self.position]) is not None

    def _atom(self, part: str) -> str:
        """One thing that is no script: a sign, a group, a command with its arguments."""
        if part == "{":
            return f"{{{self._list('}')}}}"
        if part[0] == "\\" and len(part) > 1:
            return self._command(part.rstrip("*")) if part[1].isalpha() else self._sign(part)
        if part == "&":
            return "&" if self.environments else "\\&"
        if part in ("%", "#"):
            return f"\\{part}"
        if part in ("$", "}", "\\"):
            raise InvalidFormulaError
        if part.isascii():
            return part
        if command := _commands_of_signs().get(part):
            return command + (" " if command[-1].isalpha() and self._letter_follows() else "")
        return f"\\text{{{part}}}"

    def _sign(self, part: str) -> str:
        if part == "\\\\":
            return part if self.environments else " "
        if part in tables.SIGNS:
            return part
        raise InvalidFormulaError

    def _command(self, part: str) -> str:
        name = part[1:]
        if name in tables.OPERANDS:
            return part
        if name in tables.TEXTS:
            return f"\\text{{{self._words()}}}"
        name = tables.FONTS.get(name, name)
        if name in tables.ARGUMENTS:
            return self._with_arguments(name)
        if name in tables.SIZES:
            return self._fence(name)
        if name == "begin":
            return self._environment()
        if name in tables.DROPPED:
            if name in tables.DROPPED_ARGUMENT:
                self._argument()
            return ""
        return self._foreign(name)

    def _argument(self) -> str:
        """The next group, or sign, in braces."""
        part = self._peek()
        if not part or part in "^_'}&":
            raise InvalidFormulaError
        self.position += 1
        piece = self._atom(part)
        if part != "{" and not _GAP.sub("", piece):
            raise InvalidFormulaError
        return piece if part == "{" else f"{{{piece}}}"

    def _with_arguments(self, name: str) -> str:
        optional = ""
        if name in ("sqrt", "xleftarrow", "xrightarrow") and self._peek() == "[":
            self.position += 1
            optional = f"[{{{self._list(']')}}}]"
        arguments = [self._argument() for _ in range(tables.ARGUMENTS[name])]
        if not any(_GAP.sub("", argument) for argument in arguments):  # an accent over a blank is an error
            raise InvalidFormulaError
        return f"\\{name}{optional}{''.join(arguments)}"

    def _words(self) -> str:
        r"""The argument of ``\text``, as plain words that TeX can read again."""
        if self._peek() != "{":
            return self._argument().strip("{}")
        start = self.position = self.position + 1
        depth = 1
        while depth:
            if self.position >= len(self.tokens):
                raise InvalidFormulaError
            depth += {"{": 1, "}": -1}.get(self.tokens[self.position], 0)
            self.position += 1
        tex = "".join(self.tokens[start : self.position - 1])
        words = self.read_words("".join(piece for piece in _TOKEN.findall(tex) if piece != "$"))
        words = (" " if tex[:1].isspace() else "") + words + (" " if tex[-1:].isspace() and words else "")
        return re.sub(r"([&%$#_{}])", r"\\\1", re.sub(r"[\\^~]", " ", words))

    def _fence(self, name: str) -> str:
        delimiter = self._peek()
        if delimiter not in tables.DELIMITERS:
            raise InvalidFormulaError
        self.position += 1
        gap = " " if delimiter[0].isalpha() else ""
        if name == "right":
            raise InvalidFormulaError
        if name != "left":
            return f"\\{name}{gap}{delimiter}"
        inner = self._list("\\right")
        closing = self._peek()
        if closing not in tables.DELIMITERS:
            raise InvalidFormulaError
        self.position += 1
        return f"\\left{delimiter}{self._spaced(delimiter, inner)}\\right{closing}" + (
            " " if closing[-1].isalpha() and self._letter_follows() else ""
        )

    def _spaced(self, command: str, following: str) -> str:
        return f" {following}" if command[-1].isalpha() and following[:1].isalpha() else following

    def _environment(self) -> str:
        name = "".join(self.tokens[self.position : self.position + 40])
        found = _END.match(name)
        if found is None or found[1] not in tables.ENVIRONMENTS:
            raise InvalidFormulaError
        self.position += len(_TOKEN.findall(found[0]))
        self.environments += 1
        inner = self._list("\\end")
        self.environments -= 1
        closing = _END.match("".join(self.tokens[self.position : self.position + 40]))
        if closing is None or closing[1] != found[1]:
            raise InvalidFormulaError
        self.position += len(_TOKEN.findall(closing[0]))
        return f"\\begin{{{found[1]}}}{inner}\\end{{{found[1]}}}"

    def _foreign(self, name: str) -> str:
        """A command that is not known: its argument, or its name as an operator."""
        if name in UNSAFE or name in ("end", "right", "middle"):
            raise InvalidFormulaError
        self.unknown.append(name)
        if self._peek() == "{":
            self.position += 1
            return f"{{{self._list('}')}}}"
        return f"\\mathrm{{{name}}}"
