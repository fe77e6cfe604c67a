"""
Whether a function has anything to do with responses: by the names in its bytecode, not its source.

Nine of ten endpoints return data, and following every call in them to its source costs a thousand
times as much as looking at the names that they use.
"""

from __future__ import annotations

import contextlib
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import CodeType, FunctionType, MethodType, ModuleType
from typing import Any

from starlette.responses import Response

from fluidkit.introspection.endpoints import innermost
from fluidkit.introspection.source_annotations import is_a

MOST_CALLS = 3
"""How many helpers deep a response may be made."""

_mro: Callable[[type], tuple[type, ...]] = vars(type)["__mro__"].__get__
_members: Callable[[type], Mapping[str, Any]] = vars(type)["__dict__"].__get__
"""As `cls.__mro__` and `cls.__dict__`, whatever a metaclass makes of these."""

_GENERATORS = inspect.CO_GENERATOR | inspect.CO_ASYNC_GENERATOR


def may_respond(endpoint: Callable[..., Any]) -> bool:
    """
    Say whether an endpoint may make a response itself; False is certain but for names that only
    exist while it runs.
    """
    inner = innermost(endpoint)
    if not inspect.isroutine(inner) and not inspect.isclass(inner):
        inner = inspect.getattr_static(type(inner), "__call__", inner)
    wrapper = inspect.unwrap(endpoint, stop=lambda each: isinstance(each, FunctionType))
    functions = [each for each in (inner, wrapper) if isinstance(each, FunctionType)]
    if not functions:
        return True
    seen: set[CodeType] = set()
    return any(_mentions(each, MOST_CALLS, seen) for each in functions)


def _mentions(function: FunctionType, calls: int, seen: set[CodeType]) -> bool:
    if function.__code__ in seen:
        return False
    seen.add(function.__code__)
    if function.__code__.co_flags & _GENERATORS and calls == MOST_CALLS:
        return True
    found = list(_used(function))
    if any(is_a(each, type) and issubclass(each, Response) for each in found):
        return True
    helpers = (each for each in found if is_a(each, FunctionType) and _may_help(each))
    return calls > 0 and any(_mentions(each, _left(each, calls), seen) for each in helpers)


def _left(helper: FunctionType, calls: int) -> int:
    """
    Into other people's packages the search goes one call deep.
    """
    return 0 if "site-packages" in helper.__code__.co_filename else calls - 1


def _may_help(function: FunctionType) -> bool:
    """
    A helper that says that it returns data makes no response; neither does the standard library.
    """
    top = (function.__module__ or "").partition(".")[0]
    if top in sys.stdlib_module_names:
        return False
    said = function.__annotations__.get("return")
    if isinstance(said, type):
        return issubclass(said, Response)
    if isinstance(said, str):
        return "Response" in said or said == "Any"
    return True


def _used(function: FunctionType) -> Iterator[Any]:
    """
    Give what the names in a function may mean: globals, what its closure holds, attributes of
    those and of its parameters' classes.
    """
    names = {name for code in _codes(function.__code__) for name in code.co_names}
    owners = [
        *(function.__globals__[name] for name in names if name in function.__globals__),
        *(sys.modules[name] for name in names if name in sys.modules),
        *_closure(function),
        *(function.__defaults__ or ()),
        *_annotated(function),
        *_class_around(function),
    ]
    for owner in owners:
        yield from _plain(owner)
        for each in _attributes(owner, names):
            yield from _plain(each)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _annotated(function: FunctionType) -> Iterator[type]:
    """
    Give the classes that annotations name; of what is only text, whether it names a response.
    """
    for each in function.__annotations__.values():
        if isinstance(each, type):  # `hasattr` takes long with a model
            yield each
            continue
        inner = each.__origin__ if hasattr(each, "__metadata__") else each
        if isinstance(inner, type):
            yield inner
        elif isinstance(inner, str) and "Response" in inner:
            yield Response


def _closure(function: FunctionType) -> Iterator[Any]:
    for cell in function.__closure__ or ():
        try:
            yield cell.cell_contents
        except ValueError:  # not filled yet
            continue


def _class_around(function: FunctionType) -> Iterator[Any]:
    """
    Give the class of a method, for what it calls on `self`.
    """
    owner: Any = sys.modules.get(function.__module__ or "")
    for part in function.__qualname__.split(".")[:-1]:
        owner = getattr(owner, part, None)
    if isinstance(owner, type):
        yield owner


def _attributes(owner: Any, names: AbstractSet[str]) -> Iterator[Any]:
    """
    Give the attributes of the given names, without running the code of a property.

    What `inspect.getattr_static` finds, for all names at once and so a hundred times as fast.
    """
    for members in _namespaces(owner):
        for name in names & members.keys():
            yield members[name]


def _namespaces(owner: Any) -> Iterator[Mapping[str, Any]]:
    if is_a(owner, ModuleType):
        yield vars(owner)
        return
    if not is_a(owner, type):
        with contextlib.suppress(AttributeError, TypeError):
            yield object.__getattribute__(owner, "__dict__")
    bases = _mro(owner) if is_a(owner, type) else ()
    for each in (*bases, *_mro(type(owner))):
        if each not in (object, type):
            yield _members(each)


def _plain(value: Any) -> Iterator[Any]:
    if is_a(value, staticmethod | classmethod | MethodType):
        yield value.__func__
    elif is_a(value, type):
        yield value
        if isinstance(made := value.__dict__.get("__init__"), FunctionType):
            yield made
    else:
        yield value
