"""
`response_model_include` and `response_model_exclude`, applied to a type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from fluidkit.introspection.unions import one_of
from fluidkit.model import Array, Map, Object, Reference, Tuple, Type, Union


def selected(
    type_: Type, include: Any, exclude: Any, expanded: Callable[[Reference], Type]
) -> Type:
    """
    Return `type_` without what pydantic leaves out; `expanded` gives a reference's definition.

    The names are Python's. What is chosen by its index in a list is not followed.
    """
    if not _chooses(include) and not _chooses(exclude):
        return type_
    match type_:
        case Reference():
            told = expanded(type_)
            return type_ if told is type_ else selected(told, include, exclude, expanded)
        case Union(members):
            return one_of(selected(each, include, exclude, expanded) for each in members)
        case Object(fields):
            kept = [
                replace(each, type=selected(each.type, inner_in, inner_ex, expanded))
                for each in fields
                for is_in, inner_in in [_included(include, each.name)]
                for is_out, inner_ex in [_excluded(exclude, each.name)]
                if is_in and not is_out
            ]
            return replace(type_, fields=tuple(kept))
        case Array(items):
            return Array(_each(items, include, exclude, expanded))
        case Map(value, key):
            return Map(_each(value, include, exclude, expanded), key)
        case Tuple(items):
            return replace(
                type_, items=tuple(_each(each, include, exclude, expanded) for each in items)
            )
        case _:
            return type_


def _each(items: Type, include: Any, exclude: Any, expanded: Callable[[Reference], Type]) -> Type:
    inner_in = include.get("__all__") if isinstance(include, Mapping) else None
    inner_ex = exclude.get("__all__") if isinstance(exclude, Mapping) else None
    return selected(items, inner_in, inner_ex, expanded)


def _chooses(selector: Any) -> bool:
    return isinstance(selector, Mapping | AbstractSet | list | tuple)


def _included(include: Any, name: str) -> tuple[bool, Any]:
    if not _chooses(include):
        return True, None
    if not isinstance(include, Mapping):
        return name in include, None
    chosen = include.get(name, include.get("__all__", False))
    return chosen not in (False, None), chosen


def _excluded(exclude: Any, name: str) -> tuple[bool, Any]:
    if not _chooses(exclude):
        return False, None
    if not isinstance(exclude, Mapping):
        return name in exclude, None
    chosen = exclude.get(name, exclude.get("__all__"))
    return chosen in (True, ...), chosen
