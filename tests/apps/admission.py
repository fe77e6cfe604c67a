"""
Whether a JSON value is of a type; and values of a type. The oracle between types and the wire.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, assert_never

from fluidkit.introspection.unions import rewritten
from fluidkit.model import (
    Array,
    Declaration,
    Enumeration,
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

SAMPLES = {
    "UUID": "12345678-1234-4678-9234-567812345678",
    "DateTime": "2026-01-02T03:04:05Z",
    "Date": "2020-01-02",
    "Time": "03:04:05",
    "Duration": "PT1S",
    "Decimal": "1.5",
    "Email": "a@example.org",
    "Url": "https://example.org/",
    "IPv4": "127.0.0.1",
    "IPv6": "::1",
    "IPNetwork": "192.168.0.0/24",
    "Base64": "YWI=",
    "Binary": "ab",
    "Path": "a/b",
    "Secret": "s",
    "JsonString": "[1]",
}


@dataclass(frozen=True)
class Oracle:
    """
    Knows the declarations that references mean.
    """

    declarations: Mapping[str, Declaration]

    def admits(self, type_: Type, value: Any) -> bool:
        """
        Tell whether `value` is of `type_`, with no key that the type does not promise.
        """
        match type_:
            case Scalar.UNKNOWN:
                return True
            case Scalar.NULL:
                return value is None
            case Scalar.BOOLEAN:
                return isinstance(value, bool)
            case Scalar.NUMBER:
                return isinstance(value, int | float) and not isinstance(value, bool)
            case Scalar.STRING | Format(base=Scalar.STRING):
                return isinstance(value, str)
            case Format():
                return self.admits(Scalar.NUMBER, value)
            case Scalar():
                return False
            case LiteralValue(expected):
                return type(expected) is type(value) and expected == value
            case Array(items):
                return isinstance(value, list) and all(self.admits(items, each) for each in value)
            case Tuple():
                return isinstance(value, list) and self._admits_items(type_, value)
            case Map(item, key):
                return isinstance(value, dict) and all(
                    self.admits(key, name) and self.admits(item, each)
                    for name, each in value.items()
                )
            case Object():
                return isinstance(value, dict) and self._admits_keys(type_, value)
            case Union(members):
                return any(self.admits(each, value) for each in members)
            case Reference():
                return self._admits_declared(type_, value)
            case TypeParameter():
                return False
            case _:
                assert_never(type_)

    def _admits_items(self, type_: Tuple, value: list[Any]) -> bool:
        least, most = len(type_.items) - type_.optional, len(type_.items)
        if len(value) < least or (type_.rest is None and len(value) > most):
            return False
        first = zip(type_.items, value, strict=False)
        rest = value[most:]
        return all(self.admits(*pair) for pair in first) and (
            type_.rest is None or all(self.admits(type_.rest, each) for each in rest)
        )

    def _admits_keys(self, type_: Object, value: dict[str, Any]) -> bool:
        fields = {field.wire_name: field for field in type_.fields}
        if any(field.required and name not in value for name, field in fields.items()):
            return False
        return all(
            self.admits(fields[name].type, each)
            if name in fields
            else type_.extra is not None and self.admits(type_.extra, each)
            for name, each in value.items()
        )

    def _admits_declared(self, reference: Reference, value: Any) -> bool:
        definition = self.definition(reference)
        if isinstance(definition, Enumeration):
            return any(
                type(member.value) is type(value) and member.value == value
                for member in definition.members
            )
        return self.admits(definition, value)

    def definition(self, reference: Reference) -> Any:
        """
        Return what a reference means, with its arguments in place of the parameters.
        """
        declaration = self.declarations[reference.key]
        if isinstance(declaration.definition, Enumeration):
            return declaration.definition
        names = [each.name for each in declaration.parameters]
        arguments = dict(zip(names, reference.arguments, strict=True))

        def put_in(leaf: Reference | TypeParameter) -> Type:
            return arguments[leaf.name] if isinstance(leaf, TypeParameter) else leaf

        return rewritten(declaration.definition, put_in)

    def values(self, type_: Type, depth: int = 4) -> Iterator[Any]:
        """
        Yield values of a type: the least and the most that it admits, and each member of unions.
        """
        match type_:
            case Scalar.UNKNOWN | Scalar.STRING:
                yield "a"
            case Scalar.NULL:
                yield None
            case Scalar.BOOLEAN:
                yield True
            case Scalar.NUMBER | Format(base=Scalar.NUMBER):
                yield 1
            case Format(name):
                yield SAMPLES[name]
            case Scalar() | TypeParameter():
                return
            case LiteralValue(expected):
                yield expected
            case Array(items):
                if depth <= 0:
                    yield []
                else:
                    yield from ([each, each] for each in self.values(items, depth - 1))
            case Tuple(items, optional):
                most = [next(self.values(each, depth - 1)) for each in items]
                yield most
                yield most[: len(items) - optional]
            case Map(item, key):
                yield {}
                if depth > 0:
                    for name in self.values(key, depth - 1):
                        yield from ({name: each} for each in self.values(item, depth - 1))
            case Object():
                yield from self._objects(type_, depth)
            case Union(members):
                for each in members if depth > 0 else sorted(members, key=_depth):
                    yield from self.values(each, depth - 1)
            case Reference():
                definition = self.definition(type_)
                if isinstance(definition, Enumeration):
                    yield from (member.value for member in definition.members)
                elif depth > -8:
                    yield from self.values(definition, depth - 1)
            case _:
                assert_never(type_)

    def _objects(self, type_: Object, depth: int) -> Iterator[dict[str, Any]]:
        least = replace(type_, fields=tuple(each for each in type_.fields if each.required))
        for fields in {least.fields, type_.fields if depth > 0 else least.fields}:
            value: dict[str, Any] = {}
            for each in fields:
                first = next(self.values(each.type, depth - 1), _NOTHING)
                if first is not _NOTHING:
                    value[each.wire_name] = first
            yield value
            for each in fields if depth > 0 else ():
                for other in self.values(each.type, depth - 1):
                    yield {**value, each.wire_name: other}


_NOTHING = object()


def _depth(type_: Type) -> int:
    return isinstance(type_, Reference) + 2 * isinstance(type_, Array | Object)
