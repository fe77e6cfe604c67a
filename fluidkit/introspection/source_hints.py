"""
What the annotations in the source of an endpoint mean: of parameters, results, variables.

Those of functions that exist are Python's to resolve; those inside a function are never evaluated.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_scopes import Scope
from fluidkit.introspection.source_trees import parameters, shown
from fluidkit.introspection.source_values import Code, Known, Typed, Value, has_unknown, typed

if TYPE_CHECKING:
    from fluidkit.introspection.source_reading import Reader


def parameter_hint(reader: Reader, code: Code, name: str) -> Any:
    """
    Resolve a parameter's annotation.
    """
    if code.function is not None:
        found = source_annotations.hint(code.function, name)
    else:
        node = next(each for each in parameters(code.node) if each.arg == name)
        found = resolved(reader, node.annotation, code.parent)
    return MISSING if found in (Any, object) else found


def return_hint(reader: Reader, code: Code) -> Any:
    """
    Resolve a function's return annotation.
    """
    if code.function is not None:
        return source_annotations.hint(code.function, "return")
    if isinstance(code.node, ast.Lambda):
        return MISSING
    return resolved(reader, code.node.returns, code.parent)


def resolved(reader: Reader, node: ast.expr | None, scope: Scope | None) -> Any:
    """
    Resolve an annotation that stands inside a function, which Python never evaluates.
    """
    if node is None or scope is None or scope.function is None:
        return MISSING
    names = source_annotations.function_names(scope.function)
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and _is_local(scope, each.id):
            local = reader.evaluate(each, scope)
            if not isinstance(local, Known):
                return MISSING
            names[each.id] = local.value
    text = node.value if isinstance(node, ast.Constant) else ast.unparse(node)
    return source_annotations.resolve(text, names)


def declared(reader: Reader, annotation: ast.expr, value: ast.expr | None, scope: Scope) -> Value:
    """
    Believe the annotation of a variable, unless its value tells more.
    """
    hint = resolved(reader, annotation, scope)
    if hint is not MISSING and not source_annotations.is_weak(hint):
        return Typed(hint)
    seen = reader.evaluate(value, scope) if value is not None else None
    if seen is not None and not has_unknown(seen):
        return seen
    return typed(hint, f"the type of `{shown(annotation)}` is not known")


def _is_local(scope: Scope | None, name: str) -> bool:
    while scope is not None:
        if (scope.node is None and name in scope.arguments) or scope.binds(name):
            return True
        scope = scope.parent
    return False
