"""
What changes an object in place, behind the name that it was given: `name[…] = …`, `name.update(…)`.
"""

from __future__ import annotations

import ast

from fluidkit.introspection.source_trees import FunctionNode, is_name, parameters, remembered


def is_change(node: ast.AST, name: str) -> bool:
    """
    Whether a node changes the object behind a name; a method may, but for those that only read.
    """
    match node:
        case ast.Subscript(value=inner, ctx=ast.Store() | ast.Del()):
            return _holder(inner) == name
        case ast.AugAssign(target=ast.Name() | ast.Subscript() as target):
            return _holder(target) == name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=found), attr=method)):
            return found == name and method not in _READING_METHODS
        case ast.Call(func=ast.Attribute(value=ast.Subscript() as inner, attr=method)):
            return method in _CHANGING_METHODS and _holder(inner) == name
    return False


def _holder(node: ast.expr) -> str | None:
    """
    Return the name in front of all keys: `rows[0]["id"]` is a part of `rows`.
    """
    while isinstance(node, ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


_CHANGING_METHODS = frozenset(
    [
        "add",
        "append",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "reverse",
        "setdefault",
        "sort",
        "update",
    ]
)
"""Of lists, sets and dicts."""

_READING_METHODS = frozenset(
    [
        "get",
        "keys",
        "values",
        "items",
        "copy",
        "index",
        "count",
        "encode",
        "decode",
        "strip",
        "join",
        "split",
        "model_dump",
        "model_dump_json",
        "dict",
        "json",
        "format",
        "replace",
        "startswith",
        "endswith",
        "lower",
        "upper",
    ]
)


def changes_parameter(node: FunctionNode, place: int | str) -> bool:
    """
    Whether a function changes what it is passed, in place.
    """
    names = [each.arg for each in parameters(node)]
    if isinstance(place, int):
        if place >= len(names):
            return True
        place = names[place]
    return any(is_change(each, place) for each in ast.walk(node))


def is_kept(module: ast.Module, name: str) -> bool:
    """
    Whether a module's variable is set once, and its object never changed in place in the module.
    """
    nodes = list(ast.walk(module))
    bound = [each for each in nodes if is_name(each, name) and not isinstance(each.ctx, ast.Load)]
    return len(bound) == 1 and not any(is_change(each, name) for each in nodes)


def doings(statement: ast.stmt) -> list[ast.AST]:
    """
    List the nodes that may change an object, pass it on, or give it another name.
    """
    kinds = (ast.Subscript, ast.AugAssign, ast.Call, ast.Assign, ast.For)
    return remembered(
        statement,
        "fluidkit_doings",
        lambda: [node for node in ast.walk(statement) if isinstance(node, kinds)],
    )
