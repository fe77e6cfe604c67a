"""
Where a name cannot be None any more, and where a function returns None without saying so.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from fluidkit.introspection.source_bindings import mentions
from fluidkit.introspection.source_trees import blocks, called_name, is_name

if TYPE_CHECKING:
    from fluidkit.introspection.source_scopes import Block, Scope

_SUPPRESSING = frozenset({"suppress", "move_on_after", "move_on_at"})
"""Context managers after which code goes on, whatever ends their block."""


def proves_present(test: ast.expr, name: str, *, went_so: bool) -> bool:
    """
    Whether a test that was true, or was not, shows that a name is something other than None.
    """
    match test:
        case ast.Name():
            return went_so and test.id == name
        case ast.NamedExpr(target):
            return went_so and target.id == name
        case ast.UnaryOp(ast.Not(), operand):
            return proves_present(operand, name, went_so=not went_so)
        case ast.BoolOp(operator, values):
            is_sure = went_so is isinstance(operator, ast.And)
            return is_sure and any(proves_present(each, name, went_so=went_so) for each in values)
        case ast.Compare(left, [ast.IsNot() | ast.NotEq()], [ast.Constant(None)]):
            return went_so and _is_named(left, name)
        case ast.Compare(left, [ast.Is() | ast.Eq()], [ast.Constant(None)]):
            return not went_so and _is_named(left, name)
        case ast.Call(ast.Name("isinstance"), [tested, _]):
            return went_so and is_name(tested, name)
        case _:
            return False


def _is_named(node: ast.expr, name: str) -> bool:
    return is_name(node.target if isinstance(node, ast.NamedExpr) else node, name)


def is_present(scope: Scope, name: str, use: ast.AST) -> bool:
    """
    Whether tests around a use, and before it, leave nothing of None in a name.
    """
    statement = scope.statement_of(use)
    while statement is not None and (block := scope.block_of(statement)) is not None:
        for earlier in reversed(block.statements[: block.index]):
            if _settles(earlier, name):
                return True
            if mentions(earlier, name):
                return False
        if _is_guarded(block, name):
            return True
        around = block.around
        is_repeated = isinstance(around, ast.For | ast.AsyncFor | ast.While | ast.Try | ast.TryStar)
        if around is not None and is_repeated and mentions(around, name):
            return False
        statement = around
    return False


def _settles(statement: ast.stmt, name: str) -> bool:
    """
    Whether nothing comes after a statement with None: it leaves then, or sets the name.
    """
    match statement:
        case ast.Assert(test):
            return proves_present(test, name, went_so=True)
        case ast.If(test, body, []):
            is_over = not completes(body) or any(mentions(each, name) for each in body)
            return is_over and proves_present(test, name, went_so=False)
        case _:
            return False


def _is_guarded(block: Block, name: str) -> bool:
    match block.around:
        case ast.If(test) | ast.While(test) if block.part in ("body", "orelse"):
            return proves_present(test, name, went_so=block.part == "body")
        case _:
            return False


def completes(statements: list[ast.stmt]) -> bool:
    """
    Whether what follows statements is reached: not after a `return`, `raise`, `break`, `continue`.
    """
    return all(_completes(each) for each in statements)


def _completes(statement: ast.stmt) -> bool:
    match statement:
        case ast.Return() | ast.Raise() | ast.Break() | ast.Continue():
            return False
        case ast.Assert(ast.Constant(False)):
            return False
        case ast.Expr(ast.Call(ast.Name("assert_never") | ast.Attribute(attr="assert_never"))):
            return False
        case ast.If(_, body, orelse):
            return completes(body) or completes(orelse)
        case ast.While(ast.Constant(value), body) if value:
            return _breaks(body)
        case ast.With(items, body) | ast.AsyncWith(items, body):
            return completes(body) or any(
                called_name(each.context_expr) in _SUPPRESSING for each in items
            )
        case ast.Try(body, handlers, orelse, finalbody) | ast.TryStar(
            body, handlers, orelse, finalbody
        ):
            whole = completes([*body, *orelse])
            return completes(finalbody) and (
                whole or any(completes(each.body) for each in handlers)
            )
        case ast.Match(_, cases):
            rest = cases[-1]
            is_exhaustive = rest.guard is None and isinstance(rest.pattern, ast.MatchAs)
            is_exhaustive = is_exhaustive and getattr(rest.pattern, "pattern", None) is None
            return not is_exhaustive or any(completes(each.body) for each in cases)
        case _:
            return True


def _breaks(statements: list[ast.stmt]) -> bool:
    """
    Whether a loop is left by a `break` of its own.
    """
    for statement in statements:
        match statement:
            case ast.Break():
                return True
            case ast.For() | ast.AsyncFor() | ast.While():
                if _breaks(statement.orelse):
                    return True
            case _:
                if any(_breaks(inner) for _, inner in blocks(statement)):
                    return True
    return False
