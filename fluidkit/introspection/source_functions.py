"""
What a function is, and what calling it gives.
"""

from __future__ import annotations

import ast
import functools
import types
import typing
from collections.abc import Iterable
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, get_origin

import typing_extensions
from starlette.responses import Response

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_calls import call_native, constructed
from fluidkit.introspection.source_files import FOREIGN
from fluidkit.introspection.source_methods import method_of
from fluidkit.introspection.source_presence import completes
from fluidkit.introspection.source_scopes import DEEPEST, Scope, TooDeepError
from fluidkit.introspection.source_trees import returns_of, yields_of
from fluidkit.introspection.source_values import (
    SIMPLE,
    Arguments,
    Code,
    Coroutine,
    Dict,
    Generator,
    Group,
    Instance,
    Known,
    List,
    Method,
    Native,
    Partial,
    Typed,
    Unknown,
    Value,
    alternatives,
    for_each,
    has_unknown,
    one_of,
)

if TYPE_CHECKING:
    from fluidkit.introspection.source_reading import Reader


def function_value(reader: Reader, function: Any, owner: Value | None = None) -> Value:
    """
    Take a callable object for what it is: code to read, a partial, a method, a class.
    """
    match function:
        case functools.partial():
            passed = Arguments(
                tuple(reader.object(each) for each in function.args),
                {name: reader.object(each) for name, each in function.keywords.items()},
            )
            return Partial(reader.function(function.func), passed)
        case types.MethodType():
            return reader.function(function.__func__, reader.object(function.__self__))
        case functools._lru_cache_wrapper():
            return reader.function(function.__wrapped__, owner)
        case types.FunctionType():
            node = reader.trees.of(function)
            if node is None:
                return Native(function, owner)
            return Code(node, function, None, owner)
        case _ if isinstance(function, type):
            return Known(function)
        case _ if isinstance(
            source_annotations.static(type(function), "__call__"), types.FunctionType
        ):
            return reader.function(type(function).__call__, reader.object(function))
        case _:
            return Native(function, owner)


def object_value(reader: Reader, found: Any) -> Value:
    """
    Take an object that exists now for what it will be when the endpoint runs.
    """
    if source_annotations.is_proxy(found):
        return Unknown("what a proxy stands for is only known when it runs")
    if isinstance(found, SIMPLE | type | types.ModuleType | Enum):
        return Known(found)
    if isinstance(found, types.FunctionType | types.MethodType | functools.partial):
        return reader.function(found)
    if isinstance(found, types.BuiltinFunctionType | types.MethodWrapperType):
        return Native(found)
    return Known(found)


def called(reader: Reader, function: Value, passed: Arguments, depth: int) -> Value:
    """
    Tell what a call gives.
    """
    match function:
        case Code():
            return _call_code(reader, function, passed, depth)
        case Partial(inner, first):
            together = Arguments(
                (*first.positional, *passed.positional),
                {**first.named, **passed.named},
                first.opaque or passed.opaque,
            )
            return reader.call(inner, together, depth)
        case Known(found) if isinstance(found, type) or get_origin(found):
            return constructed(reader, found, passed, depth)
        case Known(found) if not isinstance(found, SIMPLE):
            return (
                reader.call(reader.function(found), passed, depth)
                if not isinstance(reader.function(found), Known)
                else Unknown(f"{type(found).__name__!r} is not followed")
            )
        case Native(found, owner):
            return _call_native(reader, found, owner, passed, depth)
        case Method(owner, name):
            return method_of(reader, owner, name, passed)
        case Unknown():
            return function
        case _:
            return Unknown("what is called is not known")


def _call_native(
    reader: Reader, function: Any, owner: Value | None, passed: Arguments, depth: int
) -> Value:
    given = call_native(reader, function, owner, passed, depth)
    wrapped = getattr(function, "__wrapped__", None)
    if isinstance(given, Unknown) and wrapped is not None:
        # As `@contextmanager` and the like promise by `functools.wraps`.
        return reader.call(reader.function(wrapped, owner), passed, depth + 1)
    return given


def _call_code(reader: Reader, code: Code, passed: Arguments, depth: int) -> Value:
    given = call_native(reader, code.function, code.owner, passed, depth) if code.function else None
    if given is not None and not isinstance(given, Unknown):
        return given
    wrapped = getattr(code.function, "__wrapped__", None)
    if _is_generator(code):
        return Generator(code, reader.enter(code, passed, depth + 1))
    result = _returned(reader, code, passed, depth)
    if isinstance(result, Unknown) and wrapped is not None:
        # `functools.wraps` promises that the outside is that of the function inside.
        return reader.call(reader.function(wrapped, code.owner), passed, depth + 1)
    is_async = isinstance(code.node, ast.AsyncFunctionDef)
    return Coroutine(result) if is_async else result


def _returned(reader: Reader, code: Code, passed: Arguments, depth: int) -> Value:
    """
    Believe the return annotation, unless the source tells more.
    """
    hint = MISSING if _is_copied(code) else reader.return_hint(code)
    if code.owner is not None and hint in _SELF:
        return _instance_of(code.owner)
    owner = code.owner.annotation if isinstance(code.owner, Typed) else None
    if hint is not MISSING and owner is not None:
        hint = source_annotations.fill(hint, source_annotations.type_arguments(owner))
    weak = source_annotations.tells_more_in_source(hint)
    if hint is not MISSING and not weak and not _is_response(hint):
        return Typed(hint)
    deeper = depth + 1 if _is_near(code) else max(depth + 1, DEEPEST)
    seen = one_of([*reader.returns(code, passed, deeper), *_unsaid(code)])
    if not (has_unknown(seen) or _is_empty(seen)):
        return seen
    if hint is MISSING or _says_any(hint):
        name = "a lambda" if isinstance(code.node, ast.Lambda) else f"`{code.node.name}()`"
        said = "is not annotated" if hint is MISSING else "is annotated with `Any`"
        return Unknown(f"what {name} returns {said}")
    is_text = source_annotations.class_of(hint) is str
    return Typed(source_annotations.SOME_TEXT if is_text else hint)


def _unsaid(code: Code) -> list[Value]:
    """
    List the None that a function gives whose end is reached, beside what it returns.
    """
    return (
        [] if isinstance(code.node, ast.Lambda) or not completes(code.node.body) else [Known(None)]
    )


def _is_copied(code: Code) -> bool:
    """
    Whether `functools.wraps` has put another function's annotations on this one.
    """
    return hasattr(code.function, "__wrapped__") and getattr(code.node, "returns", None) is None


def returns(reader: Reader, code: Code, passed: Arguments | None, depth: int) -> list[Value]:
    """
    List what a function returns.
    """
    try:
        scope = reader.enter(code, passed, depth)
    except TooDeepError:
        return [Unknown("the calls lead too deep")]
    found: list[Value] = []
    for node in returns_of(code.node):
        if node is None:
            found.append(Known(None))
        elif not scope.is_dead(node):
            found.append(returned(reader, node, scope))
    return found or [Known(None)]


def returned(reader: Reader, node: ast.expr, scope: Scope) -> Value:
    """
    Tell what `return node` gives, with the headers that the response was given on the way.
    """
    value = reader.evaluate(node, scope)
    if not isinstance(node, ast.Name) or not any(
        isinstance(each, Instance) for each in alternatives(value)
    ):
        return value
    headers = tuple(_headers_set(reader, node.id, scope))
    return for_each(
        value,
        lambda each: (
            Instance(each.cls, each.arguments, (*each.headers, *headers))
            if isinstance(each, Instance)
            else each
        ),
    )


def _headers_set(reader: Reader, name: str, scope: Scope) -> Iterable[tuple[str, Value]]:
    for statement in scope.body:
        for node in ast.walk(statement):
            match node:
                case ast.Assign(
                    [ast.Subscript(ast.Attribute(ast.Name(found), "headers"), key)], value
                ) if found == name:
                    header = reader.evaluate(key, scope)
                    if isinstance(header, Known) and isinstance(header.value, str):
                        yield header.value, reader.evaluate(value, scope)


_SELF: Final = (typing.Self, typing_extensions.Self)


def _instance_of(owner: Value) -> Value:
    is_class = isinstance(owner, Known) and isinstance(owner.value, type)
    return Typed(owner.value) if isinstance(owner, Known) and is_class else owner


def _is_empty(value: Value) -> bool:
    return any(each in (Dict(()), List(()), Group(())) for each in alternatives(value))


def _says_any(hint: Any) -> bool:
    return hint in (Any, object)


def _is_response(hint: Any) -> bool:
    found = [source_annotations.class_of(each) for each in source_annotations.members(hint)]
    return any(each is not None and issubclass(each, Response) for each in found)


def _is_near(code: Code) -> bool:
    """
    Whether a function is the user's: into other people's packages reading goes one call deep, as
    an ORM or a template engine leads through thousands of lines to nothing.
    """
    function = code.function or (code.parent.function if code.parent else None)
    return function is None or not FOREIGN & {*PurePath(function.__code__.co_filename).parts}


def _is_generator(code: Code) -> bool:
    return any(True for _ in yields_of(code.node))
