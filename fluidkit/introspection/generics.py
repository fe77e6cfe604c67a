"""
Generic classes: `Page[User]` as `Page<T>` with an argument.

pydantic has a class and a schema for each `Page[User]`, and none for `Page`. So `Page[T]` is made
from classes that stand for the parameters, and compared with each `Page[User]`: the arguments are
what must be put in to make the two equal. Where nothing does, `Page[User]` stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_type_hints

from pydantic import RootModel, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from fluidkit.introspection.core_schemas import Core, class_of
from fluidkit.introspection.unions import one_of, rewritten
from fluidkit.model import (
    Array,
    Map,
    Object,
    Reference,
    Tuple,
    Type,
    TypeParameter,
    Union,
)

PARAMETER = "x-fluidkit-parameter"
"""Key in a core schema's metadata, and in a JSON Schema, for the name of a type parameter."""


@dataclass(frozen=True, slots=True)
class Generic:
    """
    A generic class.
    """

    origin: Any
    parameters: tuple[str, ...]


class GenericForms:
    """
    Makes `Page[T]`, each once.
    """

    def __init__(self) -> None:
        self._stand_ins: dict[TypeVar, type] = {}
        self._forms: dict[Any, CoreSchema | None] = {}

    def generic_of(self, schema: Core) -> tuple[Generic, CoreSchema] | None:
        """
        Return the generic class that `schema` is a special case of, and its general schema.
        """
        origin, variables = _origin(class_of(schema))
        names = tuple(getattr(each, "__name__", "") for each in variables)
        if not variables or len(set(names)) < len(names):
            return None
        if origin not in self._forms:
            self._forms[origin] = self._form(origin, variables)
        form = self._forms[origin]
        return None if form is None else (Generic(origin, names), form)

    def _form(self, origin: Any, variables: tuple[Any, ...]) -> CoreSchema | None:
        if not all(isinstance(each, TypeVar) for each in variables):
            return None
        stand_ins = tuple(map(self._stand_in, variables))
        try:
            return TypeAdapter(origin[stand_ins]).core_schema
        except Exception:  # noqa: BLE001 -- the class's own code runs, made for other arguments
            return None

    def _stand_in(self, variable: TypeVar) -> type:
        """
        Return a class for `variable`, of which a core schema remembers only the name.
        """
        if variable not in self._stand_ins:

            def any_schema(*_: Any) -> CoreSchema:
                return core_schema.any_schema(metadata={PARAMETER: variable.__name__})

            members = {"__get_pydantic_core_schema__": any_schema}
            self._stand_ins[variable] = type(variable.__name__, (), members)
        return self._stand_ins[variable]


def returns_parameter(function: Any, returned: Core) -> bool:
    """
    Tell whether the return annotation of a serializer has type parameters in it.

    What it returns by its core schema is anything then, as it is for `Any`.
    """
    if not _holds_any(returned):
        return False
    try:
        annotation = get_type_hints(function).get("return")
    except Exception:  # noqa: BLE001 -- the user's annotations are evaluated
        return False
    if isinstance(annotation, type):  # a generic class without an argument, at most
        return False
    return isinstance(annotation, TypeVar) or bool(getattr(annotation, "__parameters__", ()))


def _holds_any(part: Any) -> bool:
    match part:
        case {"type": "any"}:
            return True
        case Mapping():
            return any(map(_holds_any, part.values()))
        case list() | tuple():
            return any(map(_holds_any, part))
        case _:
            return False


def _origin(cls: Any) -> tuple[Any, tuple[Any, ...]]:
    metadata = getattr(cls, "__pydantic_generic_metadata__", None)
    if metadata is None:
        return cls, getattr(cls, "__parameters__", ())
    origin = metadata["origin"] or cls
    if origin is RootModel:
        return origin, ()
    return origin, origin.__pydantic_generic_metadata__["parameters"]


# --- Arguments --------------------------------------------------------------------------------


def substituted(generic: Type, arguments: Mapping[str, Type]) -> Type:
    """
    Return `generic` with `arguments` in place of its parameters.
    """

    def put_in(leaf: Reference | TypeParameter) -> Type:
        return arguments.get(leaf.name, leaf) if isinstance(leaf, TypeParameter) else leaf

    return rewritten(generic, put_in)


def inferred_arguments(
    generic: Type,
    concrete: Type,
    argument_pairs: Callable[[Reference, Reference], list[tuple[Type, Type]]],
) -> dict[str, Type]:
    """
    Return what the parameters of `generic` must be to make it `concrete`; a guess to be verified.

    `argument_pairs` gives the arguments of two references to special cases of one class.
    """
    found: dict[str, Type] = {}
    unions: list[tuple[Union, Type]] = []

    def compare(general: Type, special: Type) -> None:
        match general, special:
            case TypeParameter(name), _:
                found.setdefault(name, special)
            case Array(items), Array(special_items):
                compare(items, special_items)
            case Tuple(items, rest=rest), Tuple(special_items, rest=special_rest):
                for pair in zip(items, special_items, strict=False):
                    compare(*pair)
                if rest is not None and special_rest is not None:
                    compare(rest, special_rest)
            case Map(value, key), Map(special_value, special_key):
                compare(value, special_value)
                compare(key, special_key)
            case Object(), Object():
                types = {field.wire_name: field.type for field in special.fields}
                for field in general.fields:
                    if field.wire_name in types:
                        compare(field.type, types[field.wire_name])
                if general.extra is not None and special.extra is not None:
                    compare(general.extra, special.extra)
            case Reference(), Reference():
                for pair in argument_pairs(general, special):
                    compare(*pair)
            case Union(), _:
                # Others first: from `T | None` alone, nobody can tell whether T holds None.
                unions.append((general, special))
            case _:
                pass

    compare(generic, concrete)
    for union, members in unions:  # which grows meanwhile
        for pair in _alike(union, members):
            compare(*pair)
    for union, members in unions:
        found.update(_left_over(union, members, found))
    return found


def _alike(general: Union, special: Type) -> Iterator[tuple[Type, Type]]:
    """
    Yield the members of a union that have parameters inside, with what they seem to have become.
    """
    members = _members(special)
    left = [each for each in members if each not in general.members]
    for structure in general.members:
        if structure in members or isinstance(structure, TypeParameter):
            continue
        alike = next((each for each in left if type(each) is type(structure)), None)
        if alike is not None:
            left.remove(alike)
            yield structure, alike


def _left_over(general: Union, special: Type, found: Mapping[str, Type]) -> dict[str, Type]:
    """
    Return what those members of a union must be that are parameters themselves.
    """
    structures = {special for _, special in _alike(general, special)}
    members = [each for each in _members(special) if each not in structures]
    left = [each for each in members if each not in general.members]
    unbound = [
        each.name
        for each in general.members
        if isinstance(each, TypeParameter) and each.name not in found
    ]
    if len(unbound) == 1:
        return {unbound[0]: one_of(left) if left else special}
    return dict(zip(unbound, left, strict=False))


def _members(type_: Type) -> tuple[Type, ...]:
    return type_.members if isinstance(type_, Union) else (type_,)
