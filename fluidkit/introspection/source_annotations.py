"""
What Python annotations say of the parts of a value: its elements, its attributes, what it awaits.

Everything is looked up statically: no property of the user's runs, and no `__getattr__`.
"""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import functools
import inspect
import sys
import types
import typing
from collections import abc
from enum import Enum
from typing import Any, Final, TypeVar, Union, get_args, get_origin

import typing_extensions
from pydantic import BaseModel


class _Missing:
    """
    The type of `MISSING`: `None` is an annotation.
    """


MISSING: Final = _Missing()

SOME_TEXT = typing.NewType("SOME_TEXT", str)
"""Text from where reading could not follow: it may be JSON."""

ITERABLES: Final = (
    abc.Iterable,
    abc.Iterator,
    abc.Generator,
    abc.AsyncIterable,
    abc.AsyncIterator,
    abc.AsyncGenerator,
)
"""What a generator's return annotation may be."""


def peel(annotation: Any) -> Any:
    """
    Take off `Annotated`, `NewType`, `type X = …` and the qualifiers of fields.
    """
    while True:
        origin = get_origin(annotation)
        if origin is typing.Annotated or (origin in _QUALIFIERS and get_args(annotation)):
            annotation = get_args(annotation)[0]
        elif isinstance(annotation, typing.NewType):
            annotation = annotation.__supertype__
        elif _is_alias(annotation):
            annotation = annotation.__value__
        else:
            return annotation


_QUALIFIERS: Final = (
    typing.ClassVar,
    typing.Final,
    typing.Required,
    typing.NotRequired,
    typing_extensions.ReadOnly,
    dataclasses.InitVar,
)


def _is_alias(annotation: Any) -> bool:
    return type(annotation) in _ALIASES


_ALIASES: Final = (
    typing_extensions.TypeAliasType,
    getattr(typing, "TypeAliasType", typing_extensions.TypeAliasType),
)
"""Two classes before Python 3.14, of which 3.11 has one."""


def members(annotation: Any) -> tuple[Any, ...]:
    """
    Split a union into its members; anything else is its own only member.
    """
    annotation = peel(annotation)
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(inner for each in get_args(annotation) for inner in members(each))
    return (annotation,)


def present(annotation: Any) -> tuple[Any, ...]:
    """
    List a union's members but `None`: of which nothing can be read anyway.
    """
    return tuple(each for each in members(annotation) if each not in (None, type(None)))


def class_of(annotation: Any) -> type | None:
    """
    Find the class of what an annotation admits, without its arguments.
    """
    annotation = peel(annotation)
    if isinstance(annotation, TypeVar):
        bound = annotation.__bound__
        return None if bound is None else class_of(bound)
    found = get_origin(annotation) or annotation
    return found if isinstance(found, type) else None


def is_weak(annotation: Any) -> bool:
    """
    Whether an annotation says so little that reading the source may tell more.
    """
    found = class_of(annotation)
    if found is None or found is object or isinstance(peel(annotation), TypeVar):
        return True
    if issubclass(found, str | bytes) and not issubclass(found, Enum):
        return True
    arguments = get_args(peel(annotation))
    if not arguments:
        containers = (dict, list, set, tuple, abc.Iterable, abc.AsyncIterable, abc.Awaitable)
        return found in _BARE or found in containers
    if issubclass(found, str | bytes | dict | abc.Mapping):
        return any(_says_nothing(each) for each in arguments)
    if issubclass(found, abc.Iterable | abc.AsyncIterable | abc.Awaitable):
        return is_weak(arguments[0]) if arguments[0] is not Ellipsis else True
    return False


def tells_more_in_source(annotation: Any) -> bool:
    """
    Whether the source may tell more: `dict[str, str]` hides the keys of an event.
    """
    found = class_of(annotation) if annotation is not MISSING else None
    if found is None or is_weak(annotation):
        return True
    if found in (dict, abc.Mapping):
        return any(is_weak(each) for each in get_args(peel(annotation))[1:])
    return any(
        base.__name__ == "ServerSentEvent" and base.__module__.startswith(("fastapi", "sse_"))
        for base in found.__mro__
    )


_BARE: Final = (*ITERABLES, abc.Mapping, abc.Sequence, abc.Callable, abc.Coroutine, frozenset)


def _says_nothing(annotation: Any) -> bool:
    return annotation in (Any, object) or isinstance(annotation, TypeVar)


# --- Parts --------------------------------------------------------------------------------------


def element(annotation: Any) -> Any:
    """
    Give the type that iterating over it, sync or async, gives; `MISSING` where nothing says so.
    """
    found = [_element(each) for each in present(annotation)]
    return _union(found)


def _element(annotation: Any) -> Any:
    origin, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if not isinstance(origin, type):
        return MISSING
    if origin is tuple:
        kinds = [each for each in arguments if each is not Ellipsis]
        return _union(kinds) if kinds else MISSING
    if issubclass(origin, str):
        return str
    if issubclass(origin, bytes | bytearray):
        return int
    if issubclass(origin, Enum):
        return origin
    if arguments and origin in _ONE_ELEMENT:
        return arguments[0]
    for name, advance in (("__aiter__", "__anext__"), ("__iter__", "__next__")):
        given = _iterated(annotation, name, advance)
        if given is not MISSING:
            return given
    return _generic_element(annotation)


_ONE_ELEMENT: Final = (
    *ITERABLES,
    list,
    set,
    frozenset,
    dict,
    abc.Collection,
    abc.Sequence,
    abc.MutableSequence,
    abc.Set,
    abc.MutableSet,
    abc.Mapping,
    abc.MutableMapping,
    abc.KeysView,
    abc.ValuesView,
    abc.Reversible,
)


def _iterated(annotation: Any, name: str, advance: str) -> Any:
    result = method_result(annotation, name)
    if result is MISSING:
        return MISSING
    if class_of(result) is class_of(annotation):
        given = method_result(annotation, advance)
        return MISSING if given is MISSING else given
    return element(result)


def _generic_element(annotation: Any) -> Any:
    """
    Follow the generic bases: `class Page(list[User])`, `class Feed(AsyncIterator[N])`.
    """
    for base in generic_bases(annotation):
        if (get_origin(base) or base) in _ONE_ELEMENT and get_args(base):
            return get_args(base)[0]
    return MISSING


def awaited(annotation: Any) -> Any:
    """
    Give the type that `await` gives.
    """
    found = []
    for each in members(annotation):
        origin, arguments = get_origin(each) or each, get_args(each)
        if origin in (abc.Coroutine, types.CoroutineType) and len(arguments) == 3:
            found.append(arguments[2])
        elif origin in (abc.Awaitable, asyncio.Future, asyncio.Task) and arguments:
            found.append(arguments[0])
        else:
            found.append(MISSING)
    return _union(found)


def subscripted(annotation: Any, key: Any) -> Any:
    """
    Give the type of `value[key]`.
    """
    found = []
    for each in present(annotation):
        origin: Any = get_origin(each) or each
        arguments = get_args(each)
        if isinstance(key, slice):
            found.append(each)
        elif typing_extensions.is_typeddict(origin):
            fields: dict[Any, Any] = hints(origin)
            found.append(fields.get(key, MISSING))
        elif origin in (dict, abc.Mapping, abc.MutableMapping) and len(arguments) == 2:
            found.append(arguments[1])
        elif origin in (list, abc.Sequence, abc.MutableSequence) and arguments:
            found.append(arguments[0])
        elif (names := getattr(origin, "_fields", ())) and type(key) is int and key < len(names):
            found.append(hints(origin).get(names[key], MISSING))
        elif origin is tuple and arguments:
            found.append(_tuple_item(arguments, key))
        else:
            found.append(method_result(each, "__getitem__"))
    return _union(found)


def _tuple_item(arguments: tuple[Any, ...], key: Any) -> Any:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return arguments[0]
    if type(key) is int and -len(arguments) <= key < len(arguments):
        return arguments[key]
    return MISSING


def attribute(annotation: Any, name: str) -> Any:
    """
    Give the type of a field, property or annotated attribute.
    """
    return _union([_attribute(each, name) for each in present(annotation)])


def _attribute(annotation: Any, name: str) -> Any:
    cls = class_of(annotation)
    if cls is None:
        return MISSING
    if issubclass(cls, Enum) and name in ("value", "name", "_value_", "_name_"):
        return _enum_attribute(cls, name)
    if issubclass(cls, BaseModel) and name in cls.model_fields:
        return _known(_substitute(cls.model_fields[name].annotation, annotation))
    member = static(cls, name)
    getter = _getter(member)
    if getter is not None:
        return _known(_substitute(hint(getter, "return"), annotation))
    found = hints(cls).get(name, MISSING)
    if get_origin(found) is not None and getattr(get_origin(found), "__name__", "") == "Mapped":
        # SQLAlchemy: `id: Mapped[int]` is an `int` on the object.
        found = get_args(found)[0]
    return _known(_substitute(found, annotation))


def _enum_attribute(cls: type[Enum], name: str) -> Any:
    if "name" in name:
        return str
    kinds = {type(each.value) for each in cls}
    return kinds.pop() if len(kinds) == 1 else MISSING


def _getter(member: Any) -> Any:
    # `@computed_field` wraps the property in a proxy.
    member = getattr(member, "wrapped", member)
    if isinstance(member, property):
        return member.fget
    if isinstance(member, functools.cached_property):
        return member.func
    return None


def _known(annotation: Any) -> Any:
    return MISSING if annotation is MISSING or annotation is None else annotation


def method_result(annotation: Any, name: str) -> Any:
    """
    Give the return annotation of a method, its type variables filled in.
    """
    cls = class_of(annotation)
    function = unwrapped(static(cls, name)) if cls is not None else None
    if not isinstance(function, types.FunctionType):
        return MISSING
    result = hint(function, "return")
    if result is typing_extensions.Self or result is typing.Self:
        return annotation
    return _substitute(result, annotation)


def static(cls: type, name: str) -> Any:
    """
    Look up a member of a class without running any code; a proxy is none that could be looked at.
    """
    member = inspect.getattr_static(cls, name, MISSING)
    return MISSING if is_proxy(member) else member


def unwrapped(member: Any) -> Any:
    """
    Take the function out of a static or class method.
    """
    return member.__func__ if isinstance(member, staticmethod | classmethod) else member


# --- Type variables -----------------------------------------------------------------------------


def _substitute(annotation: Any, owner: Any) -> Any:
    """
    Fill in the type variables that the owner's arguments, or its bases', stand for.
    """
    if annotation is MISSING:
        return MISSING
    return fill(annotation, type_arguments(owner))


def fill(annotation: Any, arguments: dict[Any, Any]) -> Any:
    """
    Replace type variables.
    """
    if isinstance(annotation, TypeVar):
        return arguments.get(annotation, annotation)
    parameters = getattr(annotation, "__parameters__", ())
    if not parameters or isinstance(annotation, type):
        return annotation
    try:
        return annotation[tuple(arguments.get(each, each) for each in parameters)]
    except TypeError:
        return annotation


def type_arguments(annotation: Any) -> dict[Any, Any]:
    """
    Map the type variables of a class and of its bases to what they stand for.
    """
    found: dict[Any, Any] = {}
    annotation = peel(annotation)
    metadata = getattr(annotation, "__pydantic_generic_metadata__", None)
    if isinstance(annotation, type) and metadata and metadata["origin"] is not None:
        parameters = metadata["origin"].__pydantic_generic_metadata__["parameters"]
        found.update(zip(parameters, metadata["args"], strict=False))
    for base in [annotation, *generic_bases(annotation)]:
        origin, arguments = get_origin(base), get_args(base)
        for parameter, argument in zip(
            getattr(origin, "__parameters__", ()), arguments, strict=False
        ):
            found.setdefault(parameter, argument)
    return found


def generic_bases(annotation: Any) -> list[Any]:
    """
    List the generic bases of a class with their arguments filled in, nearest first.
    """
    cls = class_of(annotation)
    if cls is None:
        return []
    own = dict(zip(getattr(cls, "__parameters__", ()), get_args(peel(annotation)), strict=False))
    found: list[Any] = []
    for base in cls.__dict__.get("__orig_bases__", ()) or cls.__bases__:
        if get_origin(base) is typing.Generic or base is object:
            continue
        filled = fill(base, own)
        found.append(filled)
        found.extend(generic_bases(filled))
    return found


# --- Hints --------------------------------------------------------------------------------------


def hint(function: Any, name: str) -> Any:
    """
    Resolve one annotation of a function; `MISSING` where it has none or can't be resolved.

    One by one, as a name that exists for type checkers only must not spoil the others.
    """
    found = _raw_annotations(function).get(name, MISSING)
    if found is MISSING:
        return MISSING
    return resolve(found, function_names(function))


def function_names(function: Any) -> dict[str, Any]:
    """
    Collect what names mean to a function: its globals and what it closes over.
    """
    function = inspect.unwrap(function)
    names = dict(getattr(function, "__globals__", {}))
    names.update(closure(function))
    return names


def closure(function: Any) -> dict[str, Any]:
    """
    Collect what a function closes over.
    """
    code = getattr(function, "__code__", None)
    found = {}
    for name, cell in zip(
        getattr(code, "co_freevars", ()), getattr(function, "__closure__", None) or (), strict=False
    ):
        # An empty cell: the name isn't bound yet.
        with contextlib.suppress(ValueError):
            found[name] = cell.cell_contents
    return found


def hints(cls: type) -> dict[str, Any]:
    """
    Resolve the annotations of a class and of its bases, as far as they can be.
    """
    found: dict[str, Any] = {}
    for each in reversed(cls.__mro__):
        module = sys.modules.get(each.__module__)
        names = {**vars(module), each.__name__: each} if module is not None else {}
        for name, annotation in _raw_annotations(each).items():
            resolved = resolve(annotation, names)
            if resolved is not MISSING:
                found[name] = resolved
    return found


def resolve(annotation: Any, names: dict[str, Any]) -> Any:
    """
    Evaluate an annotation that is text, as `typing.get_type_hints` does.
    """
    if isinstance(annotation, typing.ForwardRef):
        annotation = annotation.__forward_arg__
    if not isinstance(annotation, str):
        return _resolve_inside(annotation, names)
    try:
        return _resolve_inside(eval(annotation, dict(names)), names)  # noqa: S307
    except Exception:  # noqa: BLE001 -- evaluating an annotation runs the user's code
        # `if TYPE_CHECKING:` imports, local classes: not known at run time.
        return MISSING


def _resolve_inside(annotation: Any, names: dict[str, Any]) -> Any:
    """
    Resolve `list["User"]`.
    """
    arguments = get_args(annotation)
    if not any(isinstance(each, str | typing.ForwardRef) for each in arguments):
        return annotation
    if get_origin(annotation) in (typing.Literal, typing.Annotated):
        return annotation
    resolved = tuple(
        resolve(each, names) if isinstance(each, str | typing.ForwardRef) else each
        for each in arguments
    )
    origin = get_origin(annotation)
    if MISSING in resolved or origin is None:
        return MISSING
    if origin is Union:
        return Union[resolved]  # noqa: UP007
    try:
        return annotation.copy_with(resolved)
    except AttributeError:
        return origin[resolved]


def _raw_annotations(thing: Any) -> dict[str, Any]:
    if sys.version_info >= (3, 14):
        import annotationlib

        form = annotationlib.Format.FORWARDREF
        try:
            return dict(annotationlib.get_annotations(thing, format=form))
        except Exception:  # noqa: BLE001 -- as above
            return {}
    found = (
        thing.__dict__.get("__annotations__", {})  # noqa: RUF063 -- of this class alone
        if isinstance(thing, type)
        else getattr(inspect.unwrap(thing), "__annotations__", {})
    )
    return dict(found) if isinstance(found, abc.Mapping) else {}


def _union(annotations: list[Any]) -> Any:
    if not annotations or any(each is MISSING for each in annotations):
        return MISSING
    found = list(annotations)
    return found[0] if len(found) == 1 else Union[tuple(found)]  # noqa: UP007


def union(annotations: list[Any]) -> Any:
    """
    Unite annotations; `MISSING` where one is missing.
    """
    return _union(annotations)


def is_a(found: Any, kind: Any) -> bool:
    """
    As `isinstance`, which also asks the object: a proxy would make what it stands for.
    """
    return issubclass(type(found), kind)


def is_proxy(found: Any) -> bool:
    """
    Whether an object claims to be of another class than it is.
    """
    return any("__class__" in vars(each) for each in type(found).__mro__[:-1])


def same(one: Any, other: Any) -> bool:
    """
    Compare annotations, whose `__eq__` may be the user's.
    """
    try:
        return bool(one is other or one == other)
    except Exception:  # noqa: BLE001 -- whatever that `__eq__` raises
        return False


EVENT_CLASSES: Final = (
    ("fastapi.sse", "ServerSentEvent"),
    ("sse_starlette.event", "ServerSentEvent"),
    ("sse_starlette.event", "JSONServerSentEvent"),
    ("sse_starlette.sse", "ServerSentEvent"),
)


def is_event_class(cls: type) -> bool:
    """
    Whether this is a `ServerSentEvent` of FastAPI or sse-starlette, or a subclass.
    """
    return any((base.__module__, base.__name__) in EVENT_CLASSES for base in cls.__mro__)
