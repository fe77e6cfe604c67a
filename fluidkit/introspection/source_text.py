"""
Text that source code puts together: f-strings, `+`, `%`, `.format()`, `.join()`.
"""

from __future__ import annotations

import ast
from enum import Enum

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_values import (
    Dict,
    Group,
    Json,
    Known,
    List,
    Text,
    Typed,
    Unknown,
    Value,
    alternatives,
    one_of,
)


def kind(value: Value) -> type | None:
    match value:
        case Known(found):
            return type(found)
        case Typed(annotation):
            return source_annotations.class_of(annotation)
        case Text(binary=False) | Json(binary=False):
            return str
        case _:
            return None


def widened(value: Value) -> Value:
    """
    Take a constant for any value of its type.
    """
    found: list[Value] = [
        Typed(type(each.value))
        if isinstance(each, Known) and isinstance(each.value, str | bytes | int | float | bool)
        else each
        for each in alternatives(value)
    ]
    return one_of(found)


def formatted(value: Value) -> Value:
    """
    Tell what `f"{value}"` writes.
    """
    match value:
        case Known(found) if isinstance(found, Enum):
            return Unknown("how an enum member is written depends on Python's version")
        case Known(found) if isinstance(found, str | int | float | bool | None):
            return Known(str(found))
        case Text(binary=False) | Json(binary=False) | Unknown():
            return value
        case Typed(annotation):
            # Keep the value itself: text from elsewhere may be JSON.
            return value if source_annotations.class_of(annotation) is str else Typed(str)
        case _:
            return Typed(str)


def joined(pieces: list[Value]) -> Value:
    parts: list[str | Value] = []
    for piece in pieces:
        match piece:
            case Known(str() as text):
                parts.append(text)
            case Text(inner):
                parts.extend(inner)
            case _:
                parts.append(piece)
    return Text(tuple(parts))


def combined(left: Value, operator: ast.operator, right: Value) -> Value:
    """
    Tell what a binary operator gives: text put together, lists put together, numbers.
    """
    if isinstance(operator, ast.Add):
        return concatenated(left, right)
    if isinstance(operator, ast.Mod) and isinstance(left, Known) and isinstance(left.value, str):
        return percent(left.value, right)
    kinds = [kind(each) for value in (left, right) for each in alternatives(value)]
    if isinstance(left, Dict) and isinstance(right, Dict) and isinstance(operator, ast.BitOr):
        return Dict(tuple({**dict(left.items), **dict(right.items)}.items()))
    if isinstance(operator, ast.BitOr) and isinstance(left, Known) and isinstance(right, Known):
        both = (left.value, right.value)
        return Known(both[0] | both[1]) if kinds == [int, int] else number(kinds, operator)
    return number(kinds, operator)


def number(kinds: list[type | None], operator: ast.operator) -> Value:
    if not all(each in (int, float, bool) for each in kinds):
        return Unknown("what the operator gives is not known")
    is_float = float in kinds or isinstance(operator, ast.Div | ast.Pow)
    return Typed(float if is_float else int)


def concatenated(left: Value, right: Value) -> Value:
    """
    Tell what `left + right` is.
    """
    found = [
        concatenation(one, other) for one in alternatives(left) for other in alternatives(right)
    ]
    return one_of(found)


def concatenation(left: Value, right: Value) -> Value:
    if isinstance(left, List | Group) and isinstance(right, List | Group):
        return List((*_elements(left), *_elements(right)))
    if is_textual(left) and is_textual(right) and (is_sure(left) or is_sure(right)):
        binary = any(is_binary(each) for each in (left, right))
        together = joined([decoded(left), decoded(right)])
        return Text(together.parts, binary) if isinstance(together, Text) else together
    return number([kind(left), kind(right)], ast.Add())


def _elements(value: List | Group) -> tuple[Value, ...]:
    return value.elements if isinstance(value, List) else value.values


def is_textual(value: Value) -> bool:
    match value:
        case Text() | Json() | Unknown():
            return True
        case Known(found):
            return isinstance(found, str | bytes)
        case Typed(annotation):
            return source_annotations.class_of(annotation) in (str, bytes)
        case _:
            return False


def is_sure(value: Value) -> bool:
    return not isinstance(value, Unknown)


def is_binary(value: Value) -> bool:
    match value:
        case Text(binary=binary) | Json(binary=binary):
            return binary
        case Known(found):
            return isinstance(found, bytes)
        case Typed(annotation):
            return source_annotations.class_of(annotation) is bytes
        case _:
            return False


def decoded(value: Value) -> Value:
    if isinstance(value, Known) and isinstance(value.value, bytes):
        return Known(value.value.decode("utf-8", "replace"))
    return value


def percent(template: str, right: Value) -> Value:
    pieces = template.split("%s")
    values = right.values if isinstance(right, Group) else (right,)
    if len(pieces) != len(values) + 1 or any("%" in each for each in pieces):
        return Typed(str)
    whole: list[Value] = [Known(pieces[0])]
    for value, piece in zip(values, pieces[1:], strict=True):
        whole += [one_of([formatted(each) for each in alternatives(value)]), Known(piece)]
    return joined(whole)


def formatted_template(template: str, values: tuple[Value, ...]) -> Value:
    """
    Tell what `"… {} …".format(values)` is.
    """
    pieces = template.split("{}")
    if len(pieces) != len(values) + 1 or any("{" in each or "}" in each for each in pieces):
        return Typed(str)
    return percent("%s".join(pieces), Group(values)) if "%" not in template else Typed(str)


def text_of(value: Value) -> Text | None:
    """
    Take a value for text, if it is.
    """
    match value:
        case Text():
            return value
        case Known(str() | bytes() as found):
            return Text((found.decode("utf-8", "replace") if isinstance(found, bytes) else found,))
        case Json() | Unknown():
            return Text((value,))
        case Typed() if is_textual(value):
            return Text((value,))
        case _:
            return None
