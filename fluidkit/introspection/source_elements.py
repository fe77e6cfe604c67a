"""
What iterating over a value gives, and what awaiting it gives.
"""

from __future__ import annotations

import ast
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_trees import yields_of
from fluidkit.introspection.source_values import (
    Coroutine,
    Dict,
    Generator,
    Group,
    Instance,
    Known,
    List,
    Typed,
    Unknown,
    Value,
    for_each,
    has_unknown,
    one_of,
    present,
    typed,
)

if TYPE_CHECKING:
    from fluidkit.introspection.source_reading import Reader


def element_of(reader: Reader, value: Value) -> Value:
    """
    Tell what iterating over a value gives, sync or async.
    """
    return for_each(present(value), lambda each: _element(reader, each))


MOST_ELEMENTS: Final = 20
"""How many elements of a constant tuple are told apart."""


def _element(reader: Reader, value: Value) -> Value:
    match value:
        case Typed(annotation):
            return typed(
                source_annotations.element(annotation),
                f"what {_named(annotation)} iterates over is not annotated",
            )
        case List(elements):
            return one_of(list(elements))
        case Group(values):
            return one_of(list(values))
        case Dict(items):
            return one_of([Known(key) for key, _ in items])
        case Generator():
            return _yielded(reader, value)
        case Known(found) if isinstance(found, type) and issubclass(found, Enum):
            return Typed(found)
        case Known(tuple() as found) if 0 < len(found) <= MOST_ELEMENTS:
            return one_of([reader.object(each) for each in found])
        case Known(found) if not isinstance(found, type | list | dict | set | tuple):
            return typed(
                source_annotations.element(type(found)),
                f"what {type(found).__name__!r} iterates over is not annotated",
            )
        case Instance(cls):
            return _element(reader, Typed(cls))
        case Coroutine(inner):
            # `async for x in f()` with an async `f` that isn't a generator fails at run time.
            return Unknown("a coroutine is not awaited") if inner else value
        case Unknown():
            return value
        case _:
            return Unknown("what it iterates over is not known")


def _yielded(reader: Reader, generator: Generator) -> Value:
    hint = reader.return_hint(generator.code)
    declared = source_annotations.element(hint) if hint is not MISSING else MISSING
    if declared is not MISSING and not source_annotations.tells_more_in_source(declared):
        return Typed(declared)
    seen = one_of(_yields(reader, generator))
    if declared is not MISSING and has_unknown(seen):
        return Typed(declared)
    return seen


def _yields(reader: Reader, generator: Generator) -> list[Value]:
    """
    List what a generator yields.
    """
    found = []
    for node in yields_of(generator.code.node):
        if generator.scope.is_dead(node):
            continue
        if isinstance(node, ast.YieldFrom):
            found.append(reader.element(reader.evaluate(node.value, generator.scope)))
        elif node.value is not None:
            found.append(reader.evaluate(node.value, generator.scope))
        else:
            found.append(Known(None))
    return found


def awaited(value: Value) -> Value:
    """
    Tell what `await value` gives.
    """
    match value:
        case Coroutine(inner):
            return inner
        case Typed(annotation):
            return typed(
                source_annotations.awaited(annotation),
                f"what awaiting {_named(annotation)} gives is not known",
            )
        case Unknown():
            return value
        case _:
            return Unknown("what is awaited is not known")


def _named(annotation: Any) -> str:
    name = getattr(annotation, "__name__", None) or str(annotation)
    return f"{name!r}"
