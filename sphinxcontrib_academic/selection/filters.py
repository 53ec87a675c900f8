"""A filter: an expression in Python's grammar, checked and walked as a tree, never run.

The language is that of sphinxcontrib-bibtex, and what it has means the same here; more names and numbers are new.
"""

from __future__ import annotations

import ast
import warnings
from dataclasses import field
from typing import TYPE_CHECKING, Any

from sphinxcontrib_academic.model.classes import dataclass, replace
from sphinxcontrib_academic.reporting import did_you_mean
from sphinxcontrib_academic.selection.comparing import CannotCompareError, compared, holds, joined, shown
from sphinxcontrib_academic.selection.facts import LATE, PARTS, FilterError, Site, fact
from sphinxcontrib_academic.selection.patterns import read_pattern
from sphinxcontrib_academic.selection.values import Part, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sphinxcontrib_academic.model.works import Work

LONGEST_FILTER = 10_000
MOST_NODES = 3000
DEEPEST = 60
_LONGEST_HINT = 40

_ALLOWED = (ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.BinOp, ast.Mod, ast.BitAnd,
            ast.BitOr, ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In, ast.NotIn, ast.Name,
            ast.Load, ast.Set, ast.Tuple, ast.List, ast.Constant, ast.Attribute)  # fmt: skip
_WORDS = {
    ast.Call: "a call",
    ast.Lambda: "a function",
    ast.Subscript: "an index",
    ast.Is: "'is'",
    ast.IsNot: "'is not'",
    ast.IfExp: "'if'",
    ast.JoinedStr: "an f-string",
    ast.Dict: "a dictionary",
    ast.NamedExpr: "an assignment",
}


@dataclass(slots=True)
class Filter:
    """An expression that has been checked."""

    text: str
    tree: ast.expr
    names: frozenset[str]
    """The names in it."""
    patterns: dict[str, Callable[[str], bool]] = field(default_factory=dict)
    """Its regular expressions, read when they are first needed."""

    @property
    def late(self) -> bool:
        """Whether it can be answered only when all pages are read."""
        return bool(self.names & LATE)

    def chosen(
        self, works: Iterable[Work], site: Site, cited: Mapping[str, frozenset[str]] | None = None
    ) -> list[Work]:
        """The works that it lets through; ``FilterError`` where it cannot be answered."""
        if not cited:
            return [work for work in works if self.holds(work, site)]
        places = cited
        return [work for work in works if self.holds(work, replace(site, cited=places.get(work.key, frozenset())))]

    def holds(self, work: Work, site: Site) -> bool:
        """Whether it is true of a work."""
        try:
            return bool(_value(self.tree, self, work, site))
        except CannotCompareError as error:
            raise FilterError(str(error)) from None

    def pattern(self, text: str) -> Callable[[str], bool]:
        """The regular expression."""
        if text not in self.patterns:
            try:
                self.patterns[text] = read_pattern(text)
            except ValueError as error:
                raise FilterError(str(error)) from None
        return self.patterns[text]


def read_filter(text: str) -> Filter:
    """The filter of an expression; ``FilterError`` with the reason why it is none."""
    text = " ".join(text.split("\n")).strip()
    if not text:
        raise FilterError("it is empty, expected an expression such as year >= 2020")
    if len(text) > LONGEST_FILTER:
        raise FilterError(f"it has {len(text)} letters, expected {LONGEST_FILTER} at most")
    try:
        with warnings.catch_warnings():
            # a backslash of a regular expression is no escape
            warnings.simplefilter("ignore")
            tree = ast.parse(text, mode="eval")
    except SyntaxError as error:
        raise FilterError(_syntax_message(text, error)) from None
    except (ValueError, RecursionError, MemoryError):
        raise FilterError("it cannot be read, expected an expression such as year >= 2020") from None
    names = frozenset(_checked_names(tree))
    found = Filter(text, tree.body, names)
    for pattern in _patterns(tree):
        found.pattern(pattern)
    return found


def _syntax_message(text: str, error: SyntaxError) -> str:
    where = f" near {text[max(error.offset - 1, 0) :][:20]!r}" if error.offset and error.offset <= len(text) else ""
    hint = "; did you mean '=='?" if "Maybe you meant '=='" in str(error.msg) else ""
    return f"{str(error.msg).split('. Maybe')[0].split('. Perhaps')[0]}{where}{hint}"


def _checked_names(tree: ast.Expression) -> Iterator[str]:
    """The names; every node is one that the language has, and there are not too many of them."""
    waiting: list[tuple[ast.AST, int]] = [(tree, 0)]
    count = 0
    while waiting:
        node, depth = waiting.pop()
        count += 1
        if count > MOST_NODES or depth > DEEPEST:
            raise FilterError(f"it is too large, expected {MOST_NODES} pieces at most, {DEEPEST} deep")
        _check(node)
        if isinstance(node, ast.Name):
            yield node.id
        waiting += [(child, depth + 1) for child in ast.iter_child_nodes(node)]


def _check(node: ast.AST) -> None:
    if not isinstance(node, _ALLOWED):
        raise FilterError(f"it has {_WORDS.get(type(node), f'a {type(node).__name__}')}, which filters do not have")
    if isinstance(node, ast.Constant) and not isinstance(node.value, (str, int, float, type(None))):
        raise FilterError(f"it has {node.value!r}, expected a text or a number")
    if isinstance(node, ast.Attribute):
        if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
            raise FilterError(f"only self has parts, not what stands before .{node.attr}")
        _check_part(node.attr)
    match node:
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod(), right=ast.Name(id=name)):
            hint = f"; did you mean {name} % {text!r}?" if len(text) <= _LONGEST_HINT else ""
            raise FilterError(f"% has {name} at its right, expected a regular expression in quotes{hint}")
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        if any(isinstance(side, ast.Name) and side.id == "self" for side in sides):
            for constant in _constants(side for side in sides if not isinstance(side, ast.Name)):
                _check_part(str(constant))


def _constants(nodes: Iterable[ast.AST]) -> Iterator[object]:
    for node in nodes:
        yield from (child.value for child in ast.walk(node) if isinstance(child, ast.Constant))


def _check_part(name: str) -> None:
    if name.strip().lower() not in PARTS:
        raise FilterError(f"self has no part {name!r}, expected one of {', '.join(PARTS)}{did_you_mean(name, PARTS)}")


def _patterns(tree: ast.Expression) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.BinOp(op=ast.Mod(), right=ast.Constant(value=str(text))):
                yield text


def _value(node: ast.expr, of: Filter, work: Work, site: Site) -> Any:
    """The value of an expression for a work."""
    match node:
        case ast.BoolOp(op=op, values=values):
            answers = (_value(value, of, work, site) for value in values)
            return all(answers) if isinstance(op, ast.And) else any(answers)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, of, work, site)
        case ast.BinOp(left=left, op=op, right=right):
            sides = (_value(left, of, work, site), _value(right, of, work, site))
            return _fits(*sides, of) if isinstance(op, ast.Mod) else joined(*sides, union=isinstance(op, ast.BitOr))
        case ast.Compare(left=left, ops=ops, comparators=others):
            return _chain(left, ops, others, (of, work, site))
        case ast.Set(elts=items) | ast.Tuple(elts=items) | ast.List(elts=items):
            found = (_value(item, of, work, site) for item in items)
            return frozenset(str(value) if isinstance(value, Text) else value for value in found)
    return _simple_value(node, work, site)


def _simple_value(node: ast.expr, work: Work, site: Site) -> Any:
    """The value of a name or of a constant."""
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            return fact(work, name, site)
        case ast.Attribute(attr=part):
            own = fact(work, "self", site)
            return isinstance(own, Part) and own.has(part)
        case ast.UnaryOp(operand=ast.Constant(value=(int() | float()) as number)):
            return -number
    raise FilterError("a minus stands before something that is no number")


def _chain(left: ast.expr, ops: list[ast.cmpop], others: list[ast.expr], rest: tuple[Filter, Work, Site]) -> bool:
    """``2019 < year <= 2021``, as Python chains."""
    before = _value(left, *rest)
    for op, other in zip(ops, others, strict=True):
        behind = _value(other, *rest)
        match op:
            case ast.In():
                answer = holds(behind, before)
            case ast.NotIn():
                answer = not holds(behind, before)
            case _:
                answer = compared(before, type(op).__name__, behind)
        if not answer:
            return False
        before = behind
    return True


def _fits(value: object, pattern: object, of: Filter) -> bool:
    if not isinstance(pattern, str):
        raise FilterError(f"% has {shown(pattern)} at its right, expected a regular expression in quotes")
    test = of.pattern(pattern)
    if isinstance(value, Text):
        return value.fits(test)
    if isinstance(value, str):
        return test(value)
    raise FilterError(f"% has {shown(value)} at its left, expected a field")
