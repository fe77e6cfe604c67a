"""
What Python says of deprecated classes, fields and functions: PEP 702's `@deprecated("use b")`, and
pydantic's `deprecated="use b"`.

JSON Schema keeps no more of it than that there is something.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import typing_extensions
from pydantic.fields import FieldInfo

_WRAPPERS = (
    typing_extensions.Annotated,
    typing_extensions.NotRequired,
    typing_extensions.ReadOnly,
    typing_extensions.Required,
)


def message(deprecated: Any) -> str:
    """
    Return the text of a `deprecated=`: `True` has none, and PEP 702's object holds it.
    """
    text = getattr(deprecated, "message", deprecated)
    return inspect.cleandoc(text).strip() if isinstance(text, str) else ""


def mark(thing: Any) -> str | None:
    """
    Return what `@deprecated` says of a class or function itself; None: it is none of its.

    A class inherits the attribute, and is not deprecated by it.
    """
    marked = vars(thing).get("__deprecated__") if hasattr(thing, "__dict__") else None
    return message(marked) if marked is not None else None


def field_message(cls: Any, name: str) -> str:
    """
    Return what is said of a class's field that is deprecated.
    """
    return next(filter(None, map(message, _said(cls, name))), "")


def _said(cls: Any, name: str) -> Iterator[Any]:
    for kept in ("__pydantic_fields__", "model_fields", "model_computed_fields"):
        found = getattr(cls, kept, {})
        if name in found:
            yield found[name].deprecated
    # Of a dataclass, TypedDict or NamedTuple, pydantic keeps nothing.
    record = getattr(cls, "__dataclass_fields__", {}).get(name)
    yield from _of_metadata(getattr(record, "default", None))
    try:
        hints = typing_extensions.get_type_hints(cls, include_extras=True)
    except Exception:  # noqa: BLE001 -- names that exist for type checkers only
        return
    for each in _metadata(hints.get(name)):
        yield from _of_metadata(each)


def _metadata(hint: Any) -> Iterator[Any]:
    """
    Yield what an annotation says beside the type, also inside of a TypedDict's `NotRequired[…]`.
    """
    while typing_extensions.get_origin(hint) in _WRAPPERS:
        yield from getattr(hint, "__metadata__", ())
        hint = typing_extensions.get_args(hint)[0]


def _of_metadata(metadata: Any) -> Iterator[Any]:
    yield metadata.deprecated if isinstance(metadata, FieldInfo) else metadata
