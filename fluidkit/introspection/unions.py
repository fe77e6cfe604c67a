"""
Types made of types, in their one normal form.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
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
        if isinstance(member, Union):
            flat.update(dict.fromkeys(member.members))
        elif member is not Scalar.NEVER:
            flat[member] = None
    match tuple(flat):
        case ():
            return Scalar.NEVER
        case (only,):
            return only
        case several:
            return Scalar.UNKNOWN if Scalar.UNKNOWN in flat else Union(several)


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
    waiting = [type_]
    while waiting:
        part = waiting.pop()
        yield part
        if type(part) not in _LEAVES:
            waiting.extend(reversed(_inside(part)))


_LEAVES = (Scalar, Format, LiteralValue, TypeParameter)
"""Types with no others in them."""


def _inside(type_: Type) -> Sequence[Type]:
    match type_:
        case Scalar() | Format() | LiteralValue() | TypeParameter():
            return ()
        case Union(members) | Reference(arguments=members):
            return members
        case Object(fields, extra):
            types = [field.type for field in fields]
            return types if extra is None else [*types, extra]
        case Array(items):
            return (items,)
        case Tuple(items, rest=rest):
            return items if rest is None else (*items, rest)
        case Map(value, key):
            return (value, key)
        case _:
            assert_never(type_)


def rewritten(type_: Type, rewrite: Callable[[Reference | TypeParameter], Type]) -> Type:
    """
    Return `type_` with `rewrite` applied to each reference (arguments first) and parameter.

    What that changes nothing in stays the same object: most types refer to nothing.
    """

    def each(types: Sequence[Type]) -> tuple[Type, ...]:
        return tuple([rewritten(inner, rewrite) for inner in types])

    match type_:
        case Scalar() | Format() | LiteralValue():
            return type_
        case Reference(key, arguments):
            return rewrite(Reference(key, each(arguments)) if arguments else type_)
        case TypeParameter():
            return rewrite(type_)
        case Union(members):
            changed = each(members)
            return type_ if _are_same(changed, members) else one_of(changed)
        case Object(fields, extra):
            changed_fields = tuple([_rewritten_field(field, rewrite) for field in fields])
            rest = None if extra is None else rewritten(extra, rewrite)
            same = rest is extra and _are_same(changed_fields, fields)
            return type_ if same else Object(changed_fields, rest)
        case Array(items):
            inner = rewritten(items, rewrite)
            return type_ if inner is items else Array(inner)
        case Tuple(items, optional, rest):
            return Tuple(each(items), optional, None if rest is None else rewritten(rest, rewrite))
        case Map(value, key):
            return Map(rewritten(value, rewrite), rewritten(key, rewrite))
        case _:
            assert_never(type_)


def _rewritten_field(field: Field, rewrite: Callable[[Reference | TypeParameter], Type]) -> Field:
    type_ = rewritten(field.type, rewrite)
    if type_ is field.type:
        return field
    # `replace` takes three times as long.
    return Field(
        name=field.name,
        wire_name=field.wire_name,
        type=type_,
        required=field.required,
        read_only=field.read_only,
        doc=field.doc,
        origin=field.origin,
    )


def _are_same(some: Sequence[object], others: Sequence[object]) -> bool:
    return all(map(operator.is_, some, others))


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
