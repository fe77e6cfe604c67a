"""
The Python behind an endpoint: its function, its names, what it says that it returns.

The innermost function names the operation and its module: decorators that use `functools.wraps`
pass on both, so a wrapper from elsewhere never moves a function to another file.
"""

from __future__ import annotations

import functools
import inspect
import re
import sys
import typing
from collections.abc import Callable
from types import FunctionType, SimpleNamespace
from typing import Any, TypeGuard

UNANNOTATED = inspect.Signature.empty


def innermost(endpoint: Callable[..., Any]) -> Any:
    """
    Return the function, class or instance inside partials, wrappers and bound methods.
    """
    if isinstance(endpoint, FunctionType) and "__wrapped__" not in vars(endpoint):
        return endpoint  # as most are
    seen: set[int] = set()
    inner: Any = endpoint
    while id(inner) not in seen:
        seen.add(id(inner))
        if isinstance(inner, functools.partial):
            inner = inner.func
        elif inspect.ismethod(inner):
            inner = inner.__func__
        elif not inspect.isclass(inner):
            inner = getattr(inner, "__wrapped__", inner)
    return inner


def module_of(endpoint: Callable[..., Any]) -> str:
    """
    Return the dotted name of the module that defines the endpoint.
    """
    inner = innermost(endpoint)
    name = getattr(inner, "__module__", None) or type(inner).__module__
    return str(name)


def name_of(endpoint: Callable[..., Any], method: str, path: str) -> str:
    """
    Return what Python calls the endpoint.

    What has no name of its own (a lambda, a partial, an instance) goes by the variable that
    holds it in its module; a lambda without one by its route.
    """
    inner = innermost(endpoint)
    name = getattr(inner, "__name__", type(inner).__name__)
    if _has_name(endpoint, inner):
        return str(name)
    if (variable := _variable(endpoint)) is not None:
        return variable
    return _name_of_route(method, path) if name == "<lambda>" else str(name)


def parameter_names(call: Callable[..., Any]) -> list[str]:
    """
    Return the names of the parameters in Python's order.
    """
    if _is_plain(call):
        code = call.__code__
        return list(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
    try:
        return list(inspect.signature(call).parameters)
    except (TypeError, ValueError):
        # Callables written in C; FastAPI has read them by other means, or found no parameters.
        return []


def return_annotation(endpoint: Callable[..., Any]) -> Any:
    """
    Return the evaluated return annotation: `UNANNOTATED` if there is none.

    A class as an endpoint returns an instance of itself.
    """
    if inspect.isclass(endpoint):
        return endpoint
    try:
        if _is_plain(endpoint):
            said = endpoint.__annotations__.get("return", UNANNOTATED)
            if not isinstance(said, str):
                return said
        return inspect.signature(endpoint, eval_str=True).return_annotation
    except Exception:  # noqa: BLE001 -- evaluating an annotation runs the user's code
        # Any name of the signature may be missing at run time (`if TYPE_CHECKING:`); the one that
        # matters here may still be there.
        return _evaluated(inspect.signature(endpoint).return_annotation, endpoint)


def docstring(endpoint: Callable[..., Any]) -> str:
    """
    Return what is written about the endpoint, where FastAPI takes the word of its wrapping.

    A partial has the docstring of `functools.partial`, an instance that of its class rather than
    of its `__call__`. As in FastAPI, a form feed ends the text.
    """
    inner = innermost(endpoint)
    if not inspect.isroutine(inner) and not inspect.isclass(inner):
        inner = type(inner).__call__ if type(inner).__call__.__doc__ else inner
    return inspect.cleandoc(inner.__doc__ or "").split("\f", maxsplit=1)[0].strip()


def _is_plain(call: Callable[..., Any]) -> TypeGuard[FunctionType]:
    """
    Tell whether a function itself says what `inspect.signature` does, at a hundredth of the cost.
    """
    disguises = ("__wrapped__", "__signature__")
    return isinstance(call, FunctionType) and not any(hasattr(call, each) for each in disguises)


def _evaluated(annotation: Any, endpoint: Callable[..., Any]) -> Any:
    if not isinstance(annotation, str):
        return annotation
    names = getattr(innermost(endpoint), "__globals__", {})
    holder = SimpleNamespace(__annotations__={"return": annotation})
    try:
        hints = typing.get_type_hints(holder, globalns=names, include_extras=True)
    except Exception:  # noqa: BLE001 -- as above
        return annotation
    return hints["return"]


def _has_name(endpoint: Callable[..., Any], inner: Any) -> bool:
    named = inspect.isroutine(inner) or inspect.isclass(inner)
    return (
        named
        and not isinstance(endpoint, functools.partial)
        and getattr(inner, "__name__", "<lambda>") != "<lambda>"
    )


def _variable(endpoint: Callable[..., Any]) -> str | None:
    module = sys.modules.get(module_of(endpoint))
    for name, value in vars(module).items() if module is not None else ():
        if value is endpoint and not name.startswith("_"):
            return name
    return None


def _name_of_route(method: str, path: str) -> str:
    words = re.sub(r"\W+", "_", path).strip("_")
    return f"{method.lower()}_{words or 'root'}"
