"""
What reaches the parameters of a function that is being read.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from starlette.responses import Response

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_hints import parameter_hint
from fluidkit.introspection.source_scopes import DEEPEST, Lazy, Scope, TooDeepError
from fluidkit.introspection.source_trees import parameters
from fluidkit.introspection.source_values import (
    Arguments,
    Code,
    Coroutine,
    Dict,
    Generator,
    Group,
    Instance,
    Typed,
    Unknown,
    Value,
    has_unknown,
)

if TYPE_CHECKING:
    from fluidkit.introspection.source_reading import Reader


def entered_scope(reader: Reader, code: Code, passed: Arguments | None, depth: int) -> Scope:
    """
    Start to read a function; None for the arguments: FastAPI calls it.
    """
    if depth > DEEPEST:
        raise TooDeepError
    return Scope(
        node=code.node,
        arguments=_Parameters(reader, code, passed, depth),
        # A field is no method, as Pyright takes one of this type to be.
        function=code.function  # pyright: ignore[reportArgumentType]
        or (code.parent.function if code.parent else None),
        parent=code.parent,
        depth=depth,
    )


class _Parameters(Lazy):
    def __init__(self, reader: Reader, code: Code, passed: Arguments | None, depth: int) -> None:
        super().__init__(each.arg for each in parameters(code.node))
        self._reader, self._code, self._passed, self._depth = reader, code, passed, depth

    def _read(self, name: str) -> Value:
        return parameter(self._reader, self._code, self._passed, name, self._depth)


def parameter(reader: Reader, code: Code, passed: Arguments | None, name: str, depth: int) -> Value:
    """
    Tell what a parameter is: what is passed, else what its annotation says.
    """
    names = [each.arg for each in parameters(code.node)]
    rest = {each.arg for each in (code.node.args.vararg, code.node.args.kwarg) if each}
    if name in rest:
        return Unknown(f"`*{name}` is not followed")
    position = names.index(name)
    if code.owner is not None:
        if position == 0:
            return code.owner
        position -= 1
    given = passed.get(name, position) if passed is not None else None
    hint = parameter_hint(reader, code, name)
    if given is not None and not has_unknown(given):
        if not (isinstance(given, Typed) and source_annotations.is_weak(given.annotation)):
            return given
        return given if hint is MISSING or source_annotations.is_weak(hint) else Typed(hint)
    if hint is not MISSING:
        says_all = passed is not None or not _is_response(hint)
        injected = None if says_all else _injected(reader, code, name, depth)
        return injected if isinstance(injected, Instance) else Typed(hint)
    if passed is None:
        return _injected(reader, code, name, depth)
    if given is None and not passed.opaque:
        return _default(reader, code, name)
    return given or Unknown(f"the parameter `{name}` has no annotation")


def _injected(reader: Reader, code: Code, name: str, depth: int) -> Value:
    """
    Follow `Depends(...)`, as a default or inside of `Annotated`.
    """
    default = Unknown(f"the parameter `{name}` has no annotation")
    if code.function is None:
        return default
    try:
        found = inspect.signature(code.function).parameters[name]
    except (ValueError, TypeError, KeyError):
        return default
    said = [found.default, *getattr(found.annotation, "__metadata__", ())]
    dependency = next(filter(callable, (getattr(each, "dependency", None) for each in said)), None)
    if dependency is None:
        return default
    if isinstance(dependency, type):
        return Typed(dependency)
    given = reader.call(reader.function(dependency), Arguments(opaque=True), depth + 1)
    given = given.value if isinstance(given, Coroutine) else given
    return reader.element(given) if isinstance(given, Generator) else given


def _is_response(hint: Any) -> bool:
    """
    Tell whether a type says too little: what a response holds is seen where it is made.
    """
    cls = source_annotations.class_of(hint)
    return cls is not None and issubclass(cls, Response)


def _default(reader: Reader, code: Code, name: str) -> Value:
    if code.function is not None:
        with contextlib.suppress(ValueError, TypeError, KeyError):
            default = inspect.signature(code.function).parameters[name].default
            if default is not inspect.Parameter.empty:
                return reader.object(default)
    return Unknown(f"the parameter `{name}` has no annotation")


def passed_arguments(reader: Reader, node: ast.Call, scope: Scope) -> Arguments:
    """
    Tell what a call passes. What has no star is not read before somebody asks for it.
    """
    positional: list[ast.expr | Value] = []
    named: dict[str, ast.expr | Value] = {}
    opaque = False
    for each in node.args:
        if isinstance(each, ast.Starred):
            given = reader.evaluate(each.value, scope)
            opaque = opaque or not isinstance(given, Group)
            positional.extend(given.values if isinstance(given, Group) else ())
        elif not opaque:
            positional.append(each)
    for keyword in node.keywords:
        if keyword.arg is not None:
            named[keyword.arg] = keyword.value
            continue
        value = reader.evaluate(keyword.value, scope)
        if isinstance(value, Dict):
            named.update(value.items)
        else:
            opaque = True
    return Arguments(_Positional(reader, positional, scope), _Named(reader, named, scope), opaque)


class _Positional(Sequence[Value]):
    def __init__(self, reader: Reader, given: list[ast.expr | Value], scope: Scope) -> None:
        self._reader, self._given, self._scope = reader, given, scope

    @overload
    def __getitem__(self, index: int) -> Value: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...

    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        if isinstance(index, slice):
            return _Positional(self._reader, self._given[index], self._scope)
        given = self._given[index]
        if isinstance(given, ast.expr):
            given = self._given[index] = self._reader.evaluate(given, self._scope)
        return given

    def __len__(self) -> int:
        return len(self._given)


class _Named(Lazy):
    def __init__(self, reader: Reader, given: Mapping[str, ast.expr | Value], scope: Scope) -> None:
        super().__init__(given)
        self._reader, self._given, self._scope = reader, given, scope

    def _read(self, name: str) -> Value:
        given = self._given[name]
        return self._reader.evaluate(given, self._scope) if isinstance(given, ast.expr) else given
