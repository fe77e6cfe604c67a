"""
What a name stands for where it is used: by its assignments, its imports, the function's globals.
"""

from __future__ import annotations

import ast
import builtins
import sys
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_attributes import module_variable
from fluidkit.introspection.source_bindings import (
    Annotated,
    Assigned,
    Augmented,
    Binding,
    Defined,
    Element,
    Entered,
    Imported,
    Opaque,
)
from fluidkit.introspection.source_changes import changes_parameter
from fluidkit.introspection.source_hints import declared
from fluidkit.introspection.source_presence import is_present
from fluidkit.introspection.source_scopes import Scope
from fluidkit.introspection.source_text import concatenated, kind
from fluidkit.introspection.source_values import (
    Code,
    Coroutine,
    Dict,
    Dump,
    Generator,
    Group,
    Known,
    List,
    Typed,
    Unknown,
    Value,
    alternatives,
    for_each,
    one_of,
    present,
    typed,
)

if TYPE_CHECKING:
    from fluidkit.introspection.source_reading import Reader


def named(reader: Reader, node: ast.Name, scope: Scope) -> Value:
    """
    Tell what a name may be where it stands.
    """
    found = _local(reader, node.id, node, scope)
    if found is None:
        return _global_value(reader, node.id, scope)
    return found


def _local(reader: Reader, name: str, use: ast.AST, scope: Scope | None) -> Value | None:
    while scope is not None:
        if scope.node is None:
            if name in scope.arguments:
                return scope.arguments[name]
        elif scope.binds(name):
            return _local_value(reader, name, use, scope)
        scope = scope.parent
    return None


def _local_value(reader: Reader, name: str, use: ast.AST, scope: Scope) -> Value:
    bindings, from_start = scope.reaching(name, use)
    values = [bound(reader, each, name, scope) for each in bindings]
    if from_start and name in scope.arguments:
        values.append(scope.arguments[name])
    if not values:
        return Unknown(f"`{name}` is not bound")
    value = present(one_of(values)) if is_present(scope, name, use) else one_of(values)
    return _unchanged(reader, _narrowed(reader, value, name, use, scope), name, scope)


def _narrowed(reader: Reader, value: Value, name: str, use: ast.AST, scope: Scope) -> Value:
    """
    Believe `isinstance`.
    """
    for node, went_so in scope.narrowings(name, use):
        tested = reader.evaluate(node, scope)
        values = tested.values if isinstance(tested, Group) else (tested,)
        classes = [each.value for each in values if isinstance(each, Known)]
        if len(classes) == len(values) and all(isinstance(each, type) for each in classes):
            value = for_each(value, lambda each: _only(each, classes, went_so))  # noqa: B023
    return value


def _unchanged(reader: Reader, value: Value, name: str, scope: Scope) -> Value:
    """
    Give up on dicts and lists that are changed after they were made.
    """
    if not any(isinstance(each, Dict | Dump | List | Group) for each in alternatives(value)):
        return value
    if any(_passed_on(reader, *each, scope) for each in scope.calls_with(name)):
        return Unknown(f"`{name}` is changed after it is made")
    changes = list(scope.changes(name))
    if not changes:
        return value
    if isinstance(value, Group):
        return _grown(reader, List(value.values), changes, scope)
    if isinstance(value, List):
        return _grown(reader, value, changes, scope)
    return Unknown(f"`{name}` is changed after it is made")


def _passed_on(reader: Reader, call: ast.Call, place: int | str, scope: Scope) -> bool:
    """
    Whether a function that gets the object changes it.
    """
    for function in alternatives(reader.evaluate(call.func, scope)):
        if isinstance(function, Code):
            after_self = 1 if function.owner is not None and isinstance(place, int) else 0
            at = place + after_self if isinstance(place, int) else place
            if changes_parameter(function.node, at):
                return True
    return False


def _grown(reader: Reader, value: List, changes: list[ast.AST], scope: Scope) -> Value:
    """
    Follow `items.append(…)`.
    """
    elements = list(value.elements)
    for change in changes:
        match change:
            case ast.Call(func=ast.Attribute(attr="append"), args=[added]):
                elements.append(reader.evaluate(added, scope))
            case ast.Call(func=ast.Attribute(attr="extend"), args=[added]):
                elements.append(reader.element(reader.evaluate(added, scope)))
            case ast.Call(func=ast.Attribute(attr="clear" | "pop" | "sort" | "reverse")):
                pass
            case _:
                return Unknown("a list is changed after it is made")
    return List(tuple(elements))


def bound(reader: Reader, binding: Binding, name: str, scope: Scope) -> Value:
    """
    Tell what a binding gives its name.
    """
    match binding:
        case Assigned(value, path):
            return _unpacked(reader.evaluate(value, scope), path)
        case Annotated(annotation, value):
            return declared(reader, annotation, value, scope)
        case Element(iterable, path):
            return _unpacked(reader.element(reader.evaluate(iterable, scope)), path)
        case Entered(context, path):
            return _unpacked(_entered(reader, reader.evaluate(context, scope)), path)
        case Defined(node):
            return _defined(node, scope)
        case Imported(module, level, attribute):
            return _imported(reader, module, level, attribute, scope)
        case Augmented():
            return _augmented(reader, binding, name, scope)
        case Opaque():
            return Unknown(f"`{name}` is not followed")


def _unpacked(value: Value, path: tuple[int, ...]) -> Value:
    for position in path:
        value = for_each(present(value), lambda each, at=position: _item(each, at))  # type: ignore[misc]
    return value


def _item(value: Value, position: int) -> Value:
    match value:
        case Group(values) if position < len(values):
            return values[position]
        case List(elements):
            return one_of(list(elements))
        case Typed(annotation):
            return typed(
                source_annotations.subscripted(annotation, position),
                "an unpacked value is not known",
            )
        case _:
            return Unknown("an unpacked value is not known")


def _entered(reader: Reader, value: Value) -> Value:
    """
    Tell what `with … as` gives.
    """
    if isinstance(value, Generator):
        # Made by `@contextmanager`, whose own code is not followed: see `source_functions`.
        return reader.element(value)
    if isinstance(value, Coroutine):
        return _entered(reader, value.value)
    if isinstance(value, Typed):
        for method in ("__aenter__", "__enter__"):
            found = source_annotations.method_result(value.annotation, method)
            if found is not MISSING:
                return typed(found, "what `with` enters is not known")
    return Unknown("what `with` enters is not known")


def _defined(node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> Value:
    code = Code(node, None, scope)
    if not node.decorator_list:
        return code
    return Unknown(f"the decorator of `{node.name}` is not followed")


def _imported(
    reader: Reader, module: str, level: int, attribute: str | None, scope: Scope
) -> Value:
    """
    Follow an import inside a function, if that module is loaded anyway: none is imported.
    """
    if level:
        package = getattr(scope.function, "__globals__", {}).get("__package__") or ""
        parents = package.split(".")
        module = ".".join(filter(None, [*parents[: len(parents) - level + 1], module]))
    found = sys.modules.get(module)
    if found is None:
        return Unknown(f"`{module}` is imported only when the endpoint runs")
    if attribute is None:
        return Known(found)
    if attribute in vars(found):
        return reader.object(vars(found)[attribute])
    inner = sys.modules.get(f"{module}.{attribute}")
    return Known(inner) if inner is not None else Unknown(f"`{attribute}` is not known")


def _augmented(reader: Reader, binding: Augmented, name: str, scope: Scope) -> Value:
    before, from_start = scope.reaching(name, binding.value)
    step = (id(binding.statement), id(scope))
    if step in reader.open:
        return Unknown(f"`{name}` is put together step by step")
    in_loop = any(each == binding for each in before)
    reader.open.add(step)
    values = [bound(reader, each, name, scope) for each in before if each != binding]
    reader.open.discard(step)
    if from_start and name in scope.arguments:
        values.append(scope.arguments[name])
    added = reader.evaluate(binding.value, scope)
    is_sum = isinstance(binding.statement, ast.AugAssign) and isinstance(
        binding.statement.op, ast.Add
    )
    if is_sum and not in_loop and values:
        return concatenated(one_of(values), added)
    kinds = [kind(each) for value in [*values, added] for each in alternatives(value)]
    if kinds and all(each is str for each in kinds):
        return Typed(str)
    if kinds and all(each in (int, float, bool) for each in kinds):
        return Typed(float if float in kinds else int)
    return Unknown(f"`{name}` is put together step by step")


def _global_value(reader: Reader, name: str, scope: Scope) -> Value:
    function = scope.function
    if function is None:
        return Unknown(f"`{name}` is not known")
    around = source_annotations.closure(function)
    if name in around:
        return reader.object(around[name])
    names = getattr(function, "__globals__", {})
    if name in names:
        return _kept_models(reader, scope, names, name) or module_variable(reader, names, name)
    if hasattr(builtins, name):
        return reader.object(getattr(builtins, name))
    return Unknown(f"`{name}` is not known")


def _kept_models(reader: Reader, scope: Scope, names: Mapping[str, Any], name: str) -> Value | None:
    """
    `items = [Item(…), Item(…)]` in the function's own module, which nothing there changes.
    """
    found = names[name]
    if type(found) not in (list, tuple) or not found:
        return None
    [cls, *others] = {type(each) for each in found}
    if others or not (issubclass(cls, BaseModel) or is_dataclass(cls)):
        return None
    function: Any = scope.function
    return List((Typed(cls),)) if reader.trees.keeps(function, name) else None


def _only(value: Value, classes: list[type], went_so: bool) -> Value:
    """
    Keep what a test for classes leaves of a value.
    """
    if isinstance(value, Unknown) and went_so:
        return Typed(source_annotations.union(list(classes)))
    if not isinstance(value, Typed):
        return value
    try:
        kept = _kept(value.annotation, classes, went_so)
    except Exception:  # noqa: BLE001 -- a class may decide by code of its own what its subclasses are
        return value
    return Typed(source_annotations.union(kept)) if kept else value


def _kept(annotation: Any, classes: list[type], went_so: bool) -> list[Any]:
    kept: list[Any] = []
    for each in source_annotations.members(annotation):
        cls = type(None) if each is None else source_annotations.class_of(each)
        if cls is None or cls is object:
            # Of `Any` nothing is left but what was asked for.
            kept.extend(classes if went_so else [each])
        elif any(issubclass(cls, asked) for asked in classes):
            kept.extend([each] if went_so else [])
        elif went_so:
            kept.extend(asked for asked in classes if issubclass(asked, cls))
        else:
            kept.append(each)
    return kept
