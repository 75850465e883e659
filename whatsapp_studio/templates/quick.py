"""Decides how the usual parts of Liquid run as plain Python functions, many times quicker than Liquid runs them.

A checked expression becomes a function of what it may read. Whatever is not usual, or goes wrong, is left to Liquid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from liquid import Environment
from liquid.ast import BlockNode, Node
from liquid.builtin.content import ContentNode
from liquid.builtin.expressions import logical, primitive
from liquid.builtin.expressions.arguments import KeywordArgument
from liquid.builtin.expressions.filtered import Filter, FilteredExpression
from liquid.builtin.expressions.path import Path
from liquid.builtin.output import OutputNode
from liquid.builtin.tags.if_tag import IfNode
from liquid.builtin.tags.unless_tag import UnlessNode
from liquid.expression import Expression
from liquid.stringify import to_liquid_string
from liquid.template import BoundTemplate

Scope = dict[str, Any]
Run = Callable[[Scope], Any]
# Liquid counts what it writes up to its limit, in bytes; a text this short is below it.
MOST_SIGNS = 5_000

# What these do to a text is what Python's own methods do; anything else goes through the filter.
_METHODS: Mapping[str, Callable[[str], Any]] = {
    "upcase": str.upper, "upper": str.upper, "downcase": str.lower, "lower": str.lower, "capitalize": str.capitalize,
    "strip": str.strip, "trim": str.strip, "lstrip": str.lstrip, "leftTrim": str.lstrip, "rstrip": str.rstrip,
    "rightTrim": str.rstrip, "size": len, "length": len,
}  # fmt: skip
_OWN_MEMBERS = ("size", "first", "last")  # Liquid makes them up where an object has none


class _Unusual(Exception):
    """Something that only Liquid itself can run."""


class _Language:
    """All that a helper may ask of Liquid's context."""

    def __init__(self, language: str) -> None:
        self._language = language

    def resolve(self, name: str) -> str:
        assert name == "language"
        return self._language


def quick(template: BoundTemplate, language: str) -> Callable[[Scope], str] | None:
    """A function that writes what the template writes, or None where it holds something unusual.

    It may raise whatever a filter raises; Liquid then says what is wrong.
    """
    try:
        return _Quick(template.env, language).nodes(template.nodes)
    except _Unusual:
        return None


class _Quick:
    def __init__(self, env: Environment, language: str) -> None:
        self._env, self._language = env, _Language(language)

    def nodes(self, nodes: Sequence[Node]) -> Callable[[Scope], str]:
        runs = [self._node(node) for node in nodes]
        if not runs:
            return lambda scope: ""
        if len(runs) == 1:
            return runs[0]
        return lambda scope: "".join([run(scope) for run in runs])

    def _node(self, node: Node) -> Callable[[Scope], str]:
        match node:
            case ContentNode(text=text):
                return lambda scope: text
            case OutputNode(expression=expression):
                return _written(self._value(expression))
            case IfNode() | UnlessNode():
                return self._if(node)
        raise _Unusual

    def _if(self, node: IfNode | UnlessNode) -> Callable[[Scope], str]:
        wanted = isinstance(node, IfNode)
        first = (self._truth(node.condition), self._block(node.consequence))
        others = [(self._truth(one.expression), self._block(one.block)) for one in node.alternatives]
        default = self._block(node.default) if node.default else None

        def run(scope: Scope) -> str:
            if first[0](scope) is wanted:
                return first[1](scope)
            for truth, block in others:
                if truth(scope):
                    return block(scope)
            return default(scope) if default is not None else ""

        return run

    def _block(self, block: BlockNode) -> Callable[[Scope], str]:
        inner = self.nodes(block.nodes)
        if not (self._env.suppress_blank_control_flow_blocks and block.blank):
            return inner

        def run(scope: Scope) -> str:
            inner(scope)
            return ""

        return run

    def _truth(self, expression: Expression) -> Callable[[Scope], bool]:
        value = self._value(expression)

        def run(scope: Scope) -> bool:
            found = value(scope)
            return found if type(found) is bool else logical.is_truthy(found)

        return run

    def _value(self, expression: Expression) -> Run:
        match expression:
            case FilteredExpression(left=left, filters=filters):
                run = self._value(left)
                for one in filters or ():
                    run = self._filter(run, one)
                return run
            case Path():
                return self._path(expression)
            case (
                primitive.StringLiteral(value=value)
                | primitive.IntegerLiteral(value=value)
                | primitive.FloatLiteral(value=value)
                | primitive.TrueLiteral(value=value)
                | primitive.FalseLiteral(value=value)
            ):
                return lambda scope: value
            case primitive.Nil():
                return lambda scope: None
            case primitive.Empty() | primitive.Blank():
                return lambda scope: expression
            case logical.BooleanExpression(expression=inner):
                return self._truth(inner)
            case logical.LogicalNotExpression(right=right):
                truth = self._truth(right)
                return lambda scope: not truth(scope)
        return self._operation(expression)

    def _operation(self, expression: Expression) -> Run:
        token = expression.token
        match expression:
            case logical.LogicalAndExpression(left=left, right=right):
                one, other = self._truth(left), self._truth(right)
                return lambda scope: one(scope) and other(scope)
            case logical.LogicalOrExpression(left=left, right=right):
                one, other = self._truth(left), self._truth(right)
                return lambda scope: one(scope) or other(scope)
            case logical.EqExpression(left=left, right=right):
                return _both(logical._eq, self._value(left), self._value(right))
            case logical.NeExpression(left=left, right=right):
                same = _both(logical._eq, self._value(left), self._value(right))
                return lambda scope: not same(scope)
            case logical.LeExpression(left=left, right=right):
                return _both(logical._le, self._value(left), self._value(right))
            case logical.GeExpression(left=left, right=right):
                return _both(logical._le, self._value(right), self._value(left))
            case logical.LtExpression(left=left, right=right):
                return _both(partial(logical._lt, token), self._value(left), self._value(right))
            case logical.GtExpression(left=left, right=right):
                return _both(partial(logical._lt, token), self._value(right), self._value(left))
            case logical.ContainsExpression(left=left, right=right):
                return _both(partial(logical._contains, token), self._value(left), self._value(right))
        raise _Unusual

    def _path(self, path: Path) -> Run:
        segments = path.path
        if len(segments) != 2 or segments[1] in _OWN_MEMBERS:
            raise _Unusual
        root, name = segments
        if not isinstance(root, str) or not isinstance(name, str):
            raise _Unusual
        missing = self._env.undefined(root, hint=f"{root}.{name} is undefined", token=path.token)

        if root == "contact":
            return lambda scope: scope["contact"].get(name, missing)

        def run(scope: Scope) -> Any:
            held = scope.get(root)
            try:
                return held[name]  # type: ignore[index]
            except (LookupError, TypeError):
                return missing

        return run

    def _filter(self, left: Run, given: Filter) -> Run:
        filter = self._env.filters.get(given.name)
        if filter is None or any(isinstance(one, KeywordArgument) for one in given.args):
            raise _Unusual
        work = self._bound(filter)
        arguments = [self._value(one.value) for one in given.args]
        method = _METHODS.get(given.name)
        if method is not None and not arguments:
            return _method(left, method, work)
        if given.name == "default" and len(arguments) == 1:
            return _default(left, arguments[0], work)
        if not arguments:
            return lambda scope: work(left(scope))
        if len(arguments) == 1:
            (first,) = arguments
            return lambda scope: work(left(scope), first(scope))
        return lambda scope: work(left(scope), *[argument(scope) for argument in arguments])

    def _bound(self, filter: Callable[..., Any]) -> Callable[..., Any]:
        more: dict[str, Any] = {}
        if getattr(filter, "with_context", False):
            if not getattr(filter, "language_only", False):
                raise _Unusual
            more["context"] = self._language
        if getattr(filter, "with_environment", False):
            more["environment"] = self._env
        return partial(filter, **more) if more else filter


def _written(value: Run) -> Callable[[Scope], str]:
    def run(scope: Scope) -> str:
        found = value(scope)
        return found if type(found) is str else to_liquid_string(found, autoescape=False)

    return run


def _method(left: Run, method: Callable[[str], Any], work: Callable[..., Any]) -> Run:
    def run(scope: Scope) -> Any:
        found = left(scope)
        return method(found) if type(found) is str else work(found)

    return run


def _default(left: Run, argument: Run, work: Callable[..., Any]) -> Run:
    def run(scope: Scope) -> Any:
        found = left(scope)
        if type(found) is str and found:
            return found
        return work(found, argument(scope))

    return run


def _both(work: Callable[[Any, Any], bool], left: Run, right: Run) -> Run:
    return lambda scope: work(left(scope), right(scope))
