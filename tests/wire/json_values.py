"""
JSON values of a generated type, drawn by Hypothesis from the model.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from hypothesis import reject
from hypothesis import strategies as st

from fluidkit.introspection.unions import rewritten
from fluidkit.model import (
    Api,
    Array,
    Declaration,
    Enumeration,
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
from wire.python_values import DEEP, JSON, TEXT, Draw

SMALL = st.integers(1, 9)
NUMBERS = SMALL | SMALL | SMALL | SMALL | st.integers(-(2**60), 2**60) | st.floats(-1e9, 1e9)
"""Often those that ranges allow."""
WORDS = st.sampled_from(["abc", "1", "10.0.0.1", "10.0.0.1/8", "::1/128"])
TEXTS = TEXT | WORDS
"""Sometimes those that patterns allow."""

UUIDS = ["12345678-1234-4678-9234-567812345678", "12345678-1234-1678-9234-567812345678"]
"""Of versions 4 and 1."""

FORMATS: Mapping[str, st.SearchStrategy[str]] = {
    "UUID": st.uuids().map(str) | st.sampled_from(UUIDS) | st.just(str(uuid.UUID(int=1))),
    "DateTime": st.sampled_from(["2019-01-02T03:04:05", "2019-01-02T03:04:05Z"]),
    "Date": st.dates().map(str),
    "Time": st.times().map(str),
    "Duration": st.sampled_from(["PT1S", "P1DT2H", "-P3D"]),
    "Decimal": st.decimals(-99, 99, places=2).map(str),
    "Url": st.sampled_from(
        ["https://a.b/", "postgresql://u:p@h/db", "file:///a", "ws://a.b/", "redis://h"]
    ),
    "IPv4": st.ip_addresses(v=4).map(str),
    "IPv6": st.ip_addresses(v=6).map(str),
    "IPNetwork": st.sampled_from(["10.0.0.0/8", "::/8"]),
    "Base64": st.sampled_from(["", "YWI="]),
    "JsonString": st.sampled_from(["[1]", "null", "{}", '"a"']),
}
"""Texts that have the format; others are drawn as well, less often."""


@dataclass(frozen=True)
class JsonValues:
    """
    Draws JSON values of the types of an API.
    """

    draw: Draw
    declarations: Mapping[str, Declaration]
    words: tuple[str, ...] = ()
    """Texts that are drawn as often as all others together."""

    def of(self, type_: Type, depth: int = 0) -> Any:
        """
        Draw what TypeScript takes for *type_*.
        """
        match type_:
            case Scalar.NULL:
                return None
            case Scalar.BOOLEAN:
                return self.draw(st.booleans())
            case Scalar.NUMBER | Format(base=Scalar.NUMBER):
                return self.draw(NUMBERS)
            case Scalar.STRING:
                return self._text(TEXTS)
            case Scalar.UNKNOWN:
                return self.draw(JSON)
            case Format(name):
                usual = FORMATS.get(name, TEXTS)
                return self._text(usual if self.draw(st.integers(0, 9)) else TEXT)
            case LiteralValue(value):
                return value
            case Array(items):
                return [self.of(items, depth + 1) for _ in range(self._size(depth))]
            case Tuple(items, optional, rest):
                count = len(items) - self.draw(st.integers(0, optional))
                more = self._size(depth) if rest is not None and count == len(items) else 0
                types = [*items[:count], *[rest or Scalar.NEVER] * more]
                return [self.of(each, depth + 1) for each in types]
            case Map(value, key):
                return {self._key(key): self.of(value, depth + 1) for _ in range(self._size(depth))}
            case Object():
                return self._object(type_, depth + 1)
            case Union(members):
                return self._one_of(members, depth)
            case Reference():
                return self._declared(type_, depth)
            case Scalar.NEVER:
                return reject()  # no value of this branch
            case Scalar() | TypeParameter():
                raise AssertionError(type_)
            case _:
                assert_never(type_)

    def _text(self, texts: st.SearchStrategy[str]) -> Any:
        is_known = self.words and self.draw(st.booleans())
        return self.draw(st.sampled_from(self.words) if is_known else texts)

    def _size(self, depth: int) -> int:
        return int(self.draw(st.integers(0, 0 if depth > DEEP else 2)))

    def _key(self, key: Type) -> str:
        found = self.of(key)
        return found if isinstance(found, str) else str(found)

    def _one_of(self, members: tuple[Type, ...], depth: int) -> Any:
        if depth > DEEP:
            flat = tuple(m for m in members if not isinstance(m, Array | Map | Object | Reference))
            members = flat or members
        return self.of(self.draw(st.sampled_from(members)), depth)

    def _object(self, type_: Object, depth: int) -> dict[str, Any]:
        found = {
            field.wire_name: self.of(field.type, depth)
            for field in type_.fields
            if self._is_given(field, depth)
        }
        if type_.extra is not None and self.draw(st.booleans()):
            found.setdefault("more", self.of(type_.extra, depth))
        return found

    def _is_given(self, field: Field, depth: int) -> bool:
        if field.type is Scalar.NEVER and not field.required:
            return False
        return field.required or (depth <= DEEP and bool(self.draw(st.booleans())))

    def _declared(self, reference: Reference, depth: int) -> Any:
        declared = self.declarations[reference.key]
        definition = declared.definition
        if isinstance(definition, Enumeration):
            return self.draw(st.sampled_from([member.value for member in definition.members]))
        named = dict(zip(declared.parameters, reference.arguments, strict=True))

        def given(part: Reference | TypeParameter) -> Type:
            return named[part] if isinstance(part, TypeParameter) else part

        return self.of(rewritten(definition, given), depth)


@st.composite
def json_values(draw: Any, type_: Type, api: Api, words: tuple[str, ...] = ()) -> Any:
    """
    Draw a JSON value that TypeScript takes for *type_*.
    """
    return JsonValues(draw, {each.key: each for each in api.declarations}, words).of(type_)
