"""
Response classes that write something else than they are given: an envelope around it, mostly.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from types import FunctionType

from starlette.responses import Response

from fluidkit.introspection.source_files import Trees
from fluidkit.introspection.source_trees import FunctionNode

_LIBRARIES = ("fastapi", "starlette")
_HANDED_ON = frozenset(("content", "obj", "value"))
"""What encoders call their argument; under any other name it becomes a part of something."""


def method_that_wraps(response: type[Response], trees: Trees) -> str | None:
    """
    Return the method in which a response class puts its content into something else.

    Where the source does not show that, the content is taken to be written as it is.
    """
    for cls in response.__mro__:
        if cls.__module__.partition(".")[0] in _LIBRARIES:
            return None
        for name in ("__init__", "render"):
            function = vars(cls).get(name)
            node = trees.of(function) if isinstance(function, FunctionType) else None
            if node is not None and _wraps(node):
                return f"{cls.__name__}.{name}"
    return None


def _wraps(node: FunctionNode) -> bool:
    parameters = [*node.args.posonlyargs, *node.args.args]
    if len(parameters) < 2:
        return False
    content = parameters[1].arg
    return any(
        isinstance(part, ast.Name) and part.id == content
        for written in _written(node)
        for inner in ast.walk(written)
        for part in _parts(inner)
    )


def _written(node: FunctionNode) -> Iterator[ast.expr]:
    """
    Yield what is returned, kept or handed to the class above; not what is logged.
    """
    for each in ast.walk(node):
        match each:
            case ast.Return(value=ast.expr() as value) | ast.Assign(value=value):
                yield value
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr="__init__")) as call):
                yield call


def _parts(node: ast.AST) -> Iterator[ast.expr | None]:
    match node:
        case ast.Dict(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            yield from parts
        case ast.Call(keywords=keywords):
            yield from (each.value for each in keywords if each.arg not in _HANDED_ON)
