"""
What a reading keeps for the next one, of routes and classes that are still the same objects then.

A route is what its object says of it, its endpoint and what it depends on; a class is its object,
and what it refers to. So what was read of them is kept where all of these outlive the reading, and
whatever depends on the rest of the app (which forms of a class there are, what things are called)
is found out anew each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from fluidkit.errors import Diagnostic
from fluidkit.introspection import fastapi_internals as internals
from fluidkit.introspection.routes import Route
from fluidkit.memory import Key, Memory
from fluidkit.model import Operation, Type

_ADDRESS = re.compile(r":(\d+)")
"""In a reference of pydantic's, of each class that it names."""

Tags = Mapping[str, AbstractSet[str]]


class OutdatedError(Exception):
    """
    What was kept does not fit to what is new: everything is to be read.
    """


@dataclass(frozen=True, slots=True)
class Root:
    """
    The type that a request asks for, before it is known what its references become.
    """

    type: Type
    """Its references have the keys of nodes."""
    nodes: Mapping[str, Any]
    """What it refers to, by key."""
    tags: Tags
    """Of the members of its discriminated unions, the fields that tell them apart."""
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOperation:
    """
    An operation as it was read before.
    """

    draft: Operation
    """With placeholders for its types."""
    roots: Mapping[str, Root]
    """By placeholder."""
    never_null: AbstractSet[str]
    diagnostics: tuple[Diagnostic, ...]
    answers: Mapping[str, Type]
    """What stood for the placeholders in the end."""
    operation: Operation
    """With these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDefinition:
    """
    A definition as it was read before.
    """

    definition: Any
    nodes: Mapping[str, Any]
    """What it refers to, by key."""
    target: str
    """What the schemas call it."""
    own_tags: AbstractSet[str]
    """What it was told to be told from others by."""
    tags: Tags
    """As a root's."""
    diagnostics: tuple[Diagnostic, ...]


def lives(core_ref: str, memory: Memory) -> bool:
    """
    Tell whether every class that a reference of pydantic's names outlives the reading.
    """
    addresses = _ADDRESS.findall(core_ref)
    return bool(addresses) and all(int(each) in memory.living.objects for each in addresses)


def route_key(route: Route, method: str, memory: Memory) -> Key | None:
    """
    Return what a route goes by; None: it, or something of it, does not outlive the reading.

    Beside the objects it is made of that is what could be changed of it later on.
    """
    if not memory.living:
        return None
    effective: Any = route.effective
    original: Any = internals.original_route(effective)
    dependant = effective.dependant
    response_class, _ = internals.response_class(effective)
    objects = [
        original,
        effective.endpoint,
        response_class,
        *(each.call for each in dependant.dependencies),
        *_fields(effective),
    ]
    if not all(map(memory.lives, objects)) or not internals.is_as_declared(effective):
        return None
    if effective.response_model_include or effective.response_model_exclude:
        return None
    return (
        "operation",
        method,
        route.pattern,
        route.answers_422,
        tuple(map(id, objects)),
        effective.summary,
        effective.description,
        bool(effective.deprecated),
        effective.status_code,
        effective.response_model_by_alias,
        effective.response_model_exclude_unset,
        effective.response_model_exclude_none,
        effective.response_model_exclude_defaults,
        repr(effective.responses) if effective.responses else "",
        "requestBody" in (effective.openapi_extra or ()),
    )


def _fields(effective: Any) -> Iterable[Any]:
    fields = (effective.response_field, effective.body_field, *effective.response_fields.values())
    return (each for each in fields if each is not None)
