"""
Values that a type has only so many of, and which of them JSON can write.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, cast

from pydantic_core import SchemaValidator, core_schema, to_jsonable_python

from fluidkit.introspection.core_schemas import Core

_KINDS_OF_VALUES: Mapping[type, str] = {
    bool: "boolean",
    float: "number",
    int: "number",
    str: "string",
    type(None): "null",
}
_KINDS: Mapping[str, str] = {
    "bool": "boolean",
    "decimal": "string",
    "float": "number",
    "int": "number",
    "str": "string",
    "uuid": "string",
}
"""What JSON has for the values of a core schema, where that is the same for all of them."""


def key_text(value: Any) -> str:
    """
    Return what an object's key is on the wire: pydantic writes None in Python's way.
    """
    return str(value) if value is None or isinstance(value, str) else json.dumps(value)


def is_of_kind(value: Any, name: str) -> bool | None:
    """
    Tell whether *value* is written as a core schema's own values are; None: nobody knows.
    """
    written, expected = _KINDS_OF_VALUES.get(type(value)), _KINDS.get(name)
    return None if written is None or expected is None else written == expected


def values_of(schema: Core) -> Sequence[Any] | None:
    """
    Return all values of a schema that has only so many.
    """
    match schema:
        case {"type": "literal", "expected": [*values]} | {"type": "enum", "members": [*values]}:
            return values
        case _:
            return None


def taken_texts(keys: Core) -> list[str] | None:
    """
    Return those texts that pydantic takes for one of so many keys; None if there are more.
    """
    known = values_of(keys)
    if known is None:
        return None
    validator = SchemaValidator(cast("Any", keys))
    texts = map(key_text, map(to_jsonable_python, known))
    return [text for text in texts if validator.isinstance_python(text)]


def sendable_values(schema: Any) -> Iterator[Any]:
    """
    Yield the values that a member of an enum is taken for when it is sent.
    """
    validator: SchemaValidator | None = None
    for member in schema["members"]:
        value = to_jsonable_python(member.value)
        if isinstance(value, float) and not math.isfinite(value):
            continue
        if not isinstance(member.value, str | int | float | None):
            validator = validator or SchemaValidator(schema)
            if isinstance(value, list | dict) or not validator.isinstance_python(value):
                continue
        yield value


def has_json_form(expected: Any) -> bool:
    """
    Tell whether a literal can be sent: of a plain enum, pydantic takes the member alone, and no
    text for bytes.
    """
    if isinstance(expected, bytes):
        return False
    if not isinstance(expected, Enum) or isinstance(expected, str | int | float):
        return True
    validator = SchemaValidator(core_schema.literal_schema([expected]))
    return validator.isinstance_python(to_jsonable_python(expected.value))
