"""
`response_model_include` and `response_model_exclude`, applied to a type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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

    The names are Python's. A list of which some items are chosen by their index may have any of
    what becomes of these at any place; so may a dict of which some keys are chosen.
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
                for inner_in, inner_ex in _of(include, exclude, each.name)
            ]
            return replace(type_, fields=tuple(kept))
        case Array(items):
            return Array(_each(items, include, exclude, expanded))
        case Map(value, key):
            return Map(_each(value, include, exclude, expanded, object), key)
        case Tuple(items, optional, rest):
            if rest is None:
                include, exclude = _from_start(include, items), _from_start(exclude, items)
            places = [
                (index, selected(each, inner_in, inner_ex, expanded))
                for index, each in enumerate(items)
                for inner_in, inner_ex in _of(include, exclude, index)
            ]
            return Tuple(
                items=tuple(each for _, each in places),
                optional=sum(index >= len(items) - optional for index, _ in places),
                rest=None if rest is None else _each(rest, include, exclude, expanded),
            )
        case _:
            return type_


def _each(
    items: Type,
    include: Any,
    exclude: Any,
    expanded: Callable[[Reference], Type],
    keys: type = int,
) -> Type:
    """
    Return what becomes of items that are chosen by keys of a type.
    """
    said = [key for each in (include, exclude) for key in _by_key(each) if isinstance(key, keys)]
    return one_of(
        selected(items, inner_in, inner_ex, expanded)
        for key in dict.fromkeys([_ALL, *said])
        for inner_in, inner_ex in _of(include, exclude, key)
    )


_ALL = "__all__"


def _of(include: Any, exclude: Any, key: Any) -> Iterator[tuple[Any, Any]]:
    """
    Yield what is chosen inside of a field, an item or a key; nothing, if it is left out.
    """
    chosen = _chosen(include, key) if _chooses(include) else True
    left_out = _chosen(exclude, key) if _chooses(exclude) else False
    if chosen not in (False, None) and left_out not in (True, ...):
        yield chosen, left_out


def _from_start(selector: Any, items: Sequence[Type]) -> Any:
    """
    Return a selector whose indices are counted from the start: -1 is the last of *items*.
    """
    if not _chooses(selector):
        return selector
    return {
        key + len(items) if isinstance(key, int) and key < 0 else key: each
        for key, each in _by_key(selector).items()
    }


def _chosen(selector: Any, key: Any) -> Any:
    """
    Return what a selector says of a key: of it by itself, and of all of them.
    """
    said = _by_key(selector)
    own, of_all = said.get(key, False), said.get(_ALL, False)
    if _chooses(own) and _chooses(of_all):
        return {**_by_key(of_all), **_by_key(own)}
    return own or of_all


def _chooses(selector: Any) -> bool:
    return isinstance(selector, Mapping | AbstractSet | list | tuple)


def _by_key(selector: Any) -> Mapping[Any, Any]:
    if isinstance(selector, Mapping):
        return selector
    return dict.fromkeys(selector, True) if _chooses(selector) else {}
