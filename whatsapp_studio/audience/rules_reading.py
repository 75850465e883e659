"""Decides which rule an expression means. It is read with Python's grammar and never run."""

from __future__ import annotations

import ast
import re
import warnings
from typing import NoReturn

import msgspec

from whatsapp_studio.audience.rules_text import GROUPS, OF_FIELD, OF_FIELD_AND_VALUE
from whatsapp_studio.audience.rules_tree import (
    CONSENTS,
    DEEPEST,
    MOST,
    SAYS,
    STARTS,
    Behaviour,
    Group,
    HasConsent,
    How,
    InList,
    InSegment,
    Rule,
    RuleError,
    Test,
    Value,
    parse,
    raw,
    value_of,
)
from whatsapp_studio.base.errors import UserError

MOST_TEXT = 50_000
_OPS: dict[type[ast.cmpop], str] = {
    ast.Eq: "is", ast.NotEq: "is_not", ast.Gt: "more", ast.Lt: "less", ast.GtE: "at_least", ast.LtE: "at_most",
}  # fmt: skip
_ONE_SIGN = re.compile(r"(?<![=!<>])=(?!=)")
_TURNED = {"is": "is", "is_not": "is_not", "more": "less", "less": "more", "at_least": "at_most", "at_most": "at_least"}
_DATED = {"more": "after", "less": "before"}
_TESTS = (*OF_FIELD, *OF_FIELD_AND_VALUE, "is_true", "is_false")
FUNCTIONS = ("in_list", "in_segment", "did", "consent", "date", "field", *_TESTS, *GROUPS)


class RuleSyntax(UserError):
    """An expression that is no rule: ``line`` and ``column`` (both from 1) say where, the code and facts why."""

    def __init__(self, line: int, column: int, code: str, /, **facts: object) -> None:
        super().__init__(code, **{"line": line, "column": column, **facts})
        self.line, self.column = line, column


def from_text(text: str) -> Rule:
    """The rule an expression means. Raises RuleSyntax."""
    if not text.strip():
        raise RuleSyntax(1, 1, "rule-text-empty")
    if len(text) > MOST_TEXT:
        raise RuleSyntax(1, 1, "rule-text-large")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    # Between brackets of a list the text may run over several lines; with brackets of its own it is no such list.
    match _parsed(text, lines):
        case ast.List(elts=[one]):
            pass
        case _:
            raise RuleSyntax(1, 1, "rule-text-several")
    try:
        return parse(raw(_Reader(lines).rule(one, 0)))
    except (RuleError, RecursionError):
        raise RuleSyntax(1, 1, "rule-text-large") from None


def _parsed(text: str, lines: list[str]) -> ast.expr:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(f"[\n{text}\n]", mode="eval").body
    except SyntaxError as error:
        raise _not_python(error, lines) from None
    except (ValueError, RecursionError, MemoryError):
        raise RuleSyntax(1, 1, "rule-text-unreadable") from None


def _not_python(error: SyntaxError, lines: list[str]) -> RuleSyntax:
    line, column = (error.lineno or 2) - 1, error.offset or 1
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    line, column = max(line, 1), max(column, 1)
    said, sign = str(error.msg), _ONE_SIGN.search(lines[line - 1], column - 1)
    if sign and ("Maybe you meant '=='" in said or sign.start() == column - 1):
        return RuleSyntax(line, sign.start() + 1, "rule-text-equals")
    if "unterminated string" in said:
        return RuleSyntax(line, column, "rule-text-quote")
    if "was never closed" in said or "does not match" in said or "unmatched" in said:
        return RuleSyntax(line, column, "rule-text-bracket")
    return RuleSyntax(line, column, "rule-text-unreadable")


class _Reader:
    """Makes a rule of a syntax tree; what is not on its short list is refused where it stands."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def rule(self, node: ast.expr, depth: int) -> Rule:
        if depth > DEEPEST:
            self._refuse(node, "rule-text-large")
        match node:
            case ast.BoolOp(op, values):
                how: How = "all" if isinstance(op, ast.And) else "any"
                return Group(how, tuple(self.rule(one, depth + 1) for one in values))
            case ast.UnaryOp(ast.Not(), operand):
                return self._not(operand, depth)
            case ast.Compare():
                return self._compared(node)
            case ast.Call(ast.Name(name)) if name != "field":
                return self._call(node, name, depth)
        return Test(self._field(node), "is_true")

    def _not(self, node: ast.expr, depth: int) -> Rule:
        if self._is_field(node):
            return Test(self._field(node), "is_false")
        match self.rule(node, depth + 1):
            case InList(name, False):
                return InList(name, True)
            case InSegment(name, False):
                return InSegment(name, True)
            case Behaviour(_, False) as rule:
                return msgspec.structs.replace(rule, out=True)
            case Group("any", rules) if isinstance(node, ast.BoolOp):
                return Group("none", rules)
            case rule:
                return Group("none", (rule,))

    # -- comparisons ---------------------------------------------------------------------------------

    def _compared(self, node: ast.Compare) -> Rule:
        sides = (node.left, *node.comparators)
        pairs = [self._pair(node, *pair) for pair in zip(sides, node.ops, sides[1:], strict=False)]
        return pairs[0] if len(pairs) == 1 else Group("all", tuple(pairs))

    def _pair(self, node: ast.expr, left: ast.expr, op: ast.cmpop, right: ast.expr) -> Rule:
        if isinstance(op, ast.In | ast.NotIn):
            return self._within(left, right, out=isinstance(op, ast.NotIn))
        if type(op) not in _OPS:
            self._refuse(node, "rule-text-part")
        name = _OPS[type(op)]
        if not self._names(left) and self._names(right):
            left, right, name = right, left, _TURNED[name]
        if _called(left) == "consent":
            return self._consent(left, name, right)
        field = self._field(left)
        if self._names(right):
            self._refuse(right, "rule-text-two-fields")
        if _called(right) == "date":
            return self._dated(field, name, right)
        return Test(field, name, self._value(right))

    def _within(self, left: ast.expr, right: ast.expr, *, out: bool) -> Rule:
        if self._is_field(right) and not self._is_field(left):
            return Test(self._field(right), "not_contains" if out else "contains", self._value(left))
        return Test(self._field(left), "is_not_one_of" if out else "is_one_of", self._value(right))

    def _dated(self, field: str, name: str, call: ast.expr) -> Rule:
        (value,) = self._arguments(call, 1, 1)
        if name in ("is", "is_not"):
            return Test(field, name, self._value(value))
        if name not in _DATED:
            self._refuse(call, "rule-text-date")
        return Test(field, _DATED[name], self._value(value))

    def _consent(self, call: ast.expr, name: str, right: ast.expr) -> Rule:
        (to,) = self._arguments(call, 1, 1)
        consent, say = self._value(to), self._value(right)
        if name not in ("is", "is_not") or consent not in CONSENTS or say not in SAYS:
            self._refuse(call, "rule-text-consent")
        rule = HasConsent(str(consent), str(say))
        return rule if name == "is" else Group("none", (rule,))

    # -- functions -----------------------------------------------------------------------------------

    def _call(self, node: ast.Call, name: str, depth: int) -> Rule:
        if name in GROUPS:
            return Group(GROUPS[name], tuple(self.rule(one, depth + 1) for one in self._arguments(node, 0, MOST)))
        if name in _TESTS:
            field, *value = self._arguments(node, 1, 2)
            return Test(self._field(field), name, self._value(value[0]) if value else None)
        if name == "in_list":
            (one,) = self._arguments(node, 1, 1)
            listed = self._value(one)
            return InList(listed) if isinstance(listed, str) else self._refuse(one, "rule-text-value")
        if name == "in_segment":
            (one,) = self._arguments(node, 1, 1)
            segment = self._value(one)
            return InSegment(segment) if isinstance(segment, str) else self._refuse(one, "rule-text-value")
        if name == "did":
            return self._did(node)
        known = name in FUNCTIONS
        self._refuse(node, "rule-text-part" if known else "rule-text-function", name=name)

    def _did(self, node: ast.Call) -> Rule:
        named = {one.arg: self._plain(one.value) for one in node.keywords}
        if len(node.args) != 1 or None in named:
            self._refuse(node, "rule-text-arguments", name="did")
        try:
            return parse({"did": self._plain(node.args[0]), "op": "did", **named})
        except RuleError:
            self._refuse(node, "rule-text-value")

    def _arguments(self, node: ast.expr, least: int, most: int) -> list[ast.expr]:
        assert isinstance(node, ast.Call)
        if node.keywords or not least <= len(node.args) <= most:
            self._refuse(node, "rule-text-arguments", name=_called(node))
        return node.args

    # -- fields and values ---------------------------------------------------------------------------

    def _is_field(self, node: ast.expr) -> bool:
        match node:
            case ast.Attribute(inside):
                return self._is_field(inside) or isinstance(inside, ast.Name)
            case ast.Subscript(ast.Name()):
                return True
            case _:
                return _called(node) == "field"

    def _names(self, node: ast.expr) -> bool:
        return self._is_field(node) or isinstance(node, ast.Name) or _called(node) == "consent"

    def _field(self, node: ast.expr) -> str:
        match node:
            case ast.Attribute(ast.Name(start), name) if start in STARTS:
                return f"{start}.{name}"
            case ast.Attribute(ast.Attribute() as inside, name):
                return f"{self._field(inside)}.{name}"
            case ast.Subscript(ast.Name(start), ast.Constant(str(name))) if start in STARTS:
                return f"{start}.{name}"
            case ast.Call() if _called(node) == "field":
                (one,) = self._arguments(node, 1, 1)
                found = self._value(one)
                return found if isinstance(found, str) else self._refuse(one, "rule-text-value")
            case ast.Name(name) | ast.Attribute(ast.Name(name)) | ast.Subscript(ast.Name(name)) if name not in STARTS:
                self._refuse(node, "rule-text-name", name=name)
            case ast.Constant() | ast.List() | ast.Tuple():
                self._refuse(node, "rule-text-no-field")
        self._refuse(node, "rule-text-part")

    def _value(self, node: ast.expr) -> Value:
        try:
            return value_of(self._plain(node))
        except RuleError:
            self._refuse(node, "rule-text-value")

    def _plain(self, node: ast.expr) -> object:
        match node:
            case ast.Constant(value):
                return value
            case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as number)) if not isinstance(number, bool):
                return -number
            case ast.List(several) | ast.Tuple(several) | ast.Set(several):
                return [self._plain(one) for one in several]
        self._refuse(node, "rule-text-value")

    def _refuse(self, node: ast.expr, code: str, **facts: object) -> NoReturn:
        line = max(node.lineno - 1, 1)
        written = self._lines[line - 1].encode("utf-8", "surrogatepass")
        column = len(written[: node.col_offset].decode("utf-8", "ignore")) + 1
        raise RuleSyntax(line, column, code, **facts)


def _called(node: ast.expr) -> str:
    """The name of the function a call is of; empty where it is none."""
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
