"""
Types made of types, in their one normal form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from fluidkit.model import (
    Array,
    Field,
    Format,
    LiteralValue,
    Map,
    Object,
    Reference,
    Scalar,
    Tuple,
    Type,
    TypeParameter,
    Union,
)


def one_of(members: Iterable[Type]) -> Type:
    """
    Return the union of `members`: flat, each once, in their order.
    """
    flat: dict[Type, None] = {}
    for member in members:
        flat.update(dict.fromkeys(member.members if isinstance(member, Union) else [member]))
    flat.pop(Scalar.NEVER, None)
    match list(flat):
        case []:
            return Scalar.NEVER
        case [only]:
            return only
        case several:
            return Scalar.UNKNOWN if Scalar.UNKNOWN in flat else Union(tuple(several))


def without_null(type_: Type) -> Type:
    """
    Return `type_` for a place where null is never written.
    """
    if not isinstance(type_, Union):
        return type_
    return one_of(member for member in type_.members if member is not Scalar.NULL)


def parts(type_: Type) -> Iterator[Type]:
    """
    Yield `type_` and everything in it, references' arguments included.
    """
    yield type_
    match type_:
        case Array(items):
            yield from parts(items)
        case Tuple(items, rest=rest):
            for each in items if rest is None else (*items, rest):
                yield from parts(each)
        case Map(value, key):
            yield from parts(value)
            yield from parts(key)
        case Object(fields, extra):
            for field in fields:
                yield from parts(field.type)
            if extra is not None:
                yield from parts(extra)
        case Union(members) | Reference(arguments=members):
            for each in members:
                yield from parts(each)
        case Scalar() | Format() | LiteralValue() | TypeParameter():
            return
        case _:
            assert_never(type_)


def rewritten(type_: Type, rewrite: Callable[[Reference | TypeParameter], Type]) -> Type:
    """
    Return `type_` with `rewrite` applied to each reference (arguments first) and parameter.
    """

    def go(inner: Type) -> Type:
        match inner:
            case Reference(key, arguments):
                return rewrite(Reference(key, tuple(map(go, arguments))) if arguments else inner)
            case TypeParameter():
                return rewrite(inner)
            case Array(items):
                return Array(go(items))
            case Tuple(items, optional, rest):
                return Tuple(tuple(map(go, items)), optional, None if rest is None else go(rest))
            case Map(value, key):
                return Map(go(value), go(key))
            case Object(fields, extra):
                return Object(
                    tuple(_with_type(field, go(field.type)) for field in fields),
                    None if extra is None else go(extra),
                )
            case Union(members):
                return one_of(map(go, members))
            case Scalar() | Format() | LiteralValue():
                return inner
            case _:
                assert_never(inner)

    return go(type_)


def _with_type(field: Field, type_: Type) -> Field:
    # `replace` is slow, and most fields refer to nothing.
    return field if type_ is field.type else replace(field, type=type_)


def bare(type_: Type) -> Type:
    """
    Return `type_` without what does not matter to the wire: documentation and places.
    """
    match type_:
        case Object(fields, extra):
            return Object(
                tuple(
                    Field(
                        name=each.name,
                        wire_name=each.wire_name,
                        type=bare(each.type),
                        required=each.required,
                        read_only=each.read_only,
                    )
                    for each in fields
                ),
                None if extra is None else bare(extra),
            )
        case Array(items):
            return Array(bare(items))
        case Map(value, key):
            return Map(bare(value), bare(key))
        case Tuple(items, optional, rest):
            return Tuple(tuple(map(bare, items)), optional, None if rest is None else bare(rest))
        case Union(members):
            return Union(tuple(map(bare, members)))
        case Reference(key, arguments):
            return Reference(key, tuple(map(bare, arguments))) if arguments else type_
        case Scalar() | Format() | LiteralValue() | TypeParameter():
            return type_
        case _:
            assert_never(type_)
