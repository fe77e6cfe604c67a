"""
How the tree of a function is walked: its statements, expressions, parameters, `yield`s, `return`s.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TypeAlias, TypeGuard, TypeVar

_T = TypeVar("_T")

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def parameters(node: FunctionNode) -> list[ast.arg]:
    """
    List the parameters, positional ones first.
    """
    rest = [each for each in (node.args.vararg, node.args.kwarg) if each is not None]
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, *rest]


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """
    Walk a function's own code, in order, without what is defined inside it.
    """
    pending = [*ast.iter_child_nodes(node)][::-1]
    while pending:
        child = pending.pop()
        yield child
        if not isinstance(child, DEFINITIONS):
            pending += [*ast.iter_child_nodes(child)][::-1]


def body_of(node: FunctionNode) -> list[ast.stmt]:
    """
    List a function's statements; a lambda is one `return`.
    """
    if isinstance(node, ast.Lambda):
        return [ast.copy_location(ast.Return(value=node.body), node.body)]
    return node.body


def blocks(statement: ast.stmt) -> Iterator[tuple[str, list[ast.stmt]]]:
    """
    Give the statement lists inside a compound statement, but not those of definitions.
    """
    if isinstance(statement, DEFINITIONS):
        return
    for part in ("body", "orelse", "finalbody"):
        inner = getattr(statement, part, None)
        if isinstance(inner, list):
            yield part, inner
    for handler in getattr(statement, "handlers", []):
        yield "handlers", handler.body
    for case in getattr(statement, "cases", []):
        yield "cases", case.body


def own_expressions(statement: ast.stmt) -> Iterator[ast.AST]:
    """
    Give the expressions of a statement itself, without its blocks.
    """
    if isinstance(statement, DEFINITIONS):
        return
    for name, value in ast.iter_fields(statement):
        if name in ("body", "orelse", "finalbody", "handlers"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.match_case):
                yield from (each.pattern, *([each.guard] if each.guard else []))
            elif isinstance(each, ast.AST):
                yield each


def yields_of(node: FunctionNode) -> Iterator[ast.Yield | ast.YieldFrom]:
    """
    Give the `yield`s of a function, in order.
    """
    yield from remembered(node, "fluidkit_yields", lambda: list(_yields(node)))


def _yields(node: FunctionNode) -> Iterator[ast.Yield | ast.YieldFrom]:
    body = [node.body] if isinstance(node, ast.Lambda) else node.body
    for statement in body:
        for each in (statement, *walk(statement)):
            if isinstance(statement, DEFINITIONS):
                break
            if isinstance(each, ast.Yield | ast.YieldFrom):
                yield each


def returns_of(node: FunctionNode) -> Iterator[ast.expr | None]:
    """
    Give what a function returns, in order; None: a bare `return`.
    """
    yield from remembered(node, "fluidkit_returns", lambda: list(_returns(node)))


def _returns(node: FunctionNode) -> Iterator[ast.expr | None]:
    if isinstance(node, ast.Lambda):
        yield node.body
        return
    for statement in node.body:
        if not isinstance(statement, DEFINITIONS):
            for each in (statement, *walk(statement)):
                if isinstance(each, ast.Return):
                    yield each.value


def remembered(node: ast.AST, name: str, find: Callable[[], _T]) -> _T:
    """
    Leave what is found on the node, which lives as long as the reading: it is asked for often.
    """
    known: _T | None = getattr(node, name, None)
    if known is None:
        known = find()
        setattr(node, name, known)
    return known


def is_name(node: ast.AST, name: str) -> TypeGuard[ast.Name]:
    """
    Whether a node is the name itself.
    """
    return isinstance(node, ast.Name) and node.id == name


def called_name(node: ast.expr) -> str:
    """
    Return the last name of what an expression calls; "" where it calls nothing that has one.
    """
    match node:
        case ast.Call(ast.Name(name)) | ast.Call(ast.Attribute(attr=name)):
            return name
        case _:
            return ""


def shown(node: ast.AST) -> str:
    """
    Write an expression for a message, shortened where it is long.
    """
    text = ast.unparse(node).replace("\n", " ")
    return text if len(text) <= 60 else text[:57] + "…"
