"""
What `strict=True` leaves of a type that is sent.

FastAPI parses JSON first and validates Python values then, so what is strict takes just what
JSON's parser makes: no text for a date, no list for a set, no text for a number that is a key.
"""

from __future__ import annotations

from typing import Any

from fluidkit.introspection.core_schemas import Core

_NO_JSON = frozenset(
    (
        "bytes",
        "complex",
        "counter",
        "date",
        "datetime",
        "decimal",
        "deque",
        "enum",
        "fraction",
        "frozenset",
        "ordered-dict",
        "set",
        "time",
        "timedelta",
        "tuple",
        "uuid",
    )
)
"""Core schemas whose Python values JSON's parser never makes."""

_NO_KEY = _NO_JSON | {"bool", "float", "int"}
"""And those that it never makes of an object's key."""

_NO_TEXT = frozenset(
    (
        "arguments",
        "call",
        "dataclass",
        "dict",
        "frozenset",
        "generator",
        "list",
        "named-tuple",
        "none",
        "set",
        "tuple",
        "typed-dict",
    )
)
"""Core schemas that take no text, strict or not."""

_PARSED: tuple[Any, ...] = (None, True, 1, 1.5, "", [], {})
"""A value of each kind that JSON's parser makes."""


def takes_no_json(schema: Core, by_configuration: Any) -> bool:
    """
    Tell whether no JSON is ever valid for *schema*; `by_configuration`: its class is strict.
    """
    kind = schema["type"]
    if kind == "dataclass":
        return bool(schema.get("strict", schema.get("config", {}).get("strict")))
    if kind in _NO_JSON or kind == "lax-or-strict":
        is_strict = schema.get("strict", by_configuration)
        return bool(is_strict) and (kind in _NO_JSON or _is_instance(schema["strict_schema"]))
    return kind == "json-or-python" and _is_instance(schema)


def takes_no_key(schema: Core, by_configuration: Any) -> bool:
    """
    Tell whether the key of no JSON object is ever valid for *schema*.
    """
    kind = schema["type"]
    if kind in _NO_TEXT or (kind == "model" and not schema.get("root_model")):
        return True
    is_strict = bool(schema.get("strict", by_configuration)) and kind in _NO_KEY
    return is_strict or takes_instances(schema) or takes_no_json(schema, by_configuration)


def takes_no_text(schema: Core, by_configuration: Any = None) -> bool:
    """
    Tell whether no text of a URL, a header or a form is ever valid for a scalar.
    """
    is_scalar = schema["type"] in ("bool", "float", "int")
    return is_scalar and bool(schema.get("strict", by_configuration))


def takes_instances(schema: Core) -> bool:
    """
    Tell whether a schema wants what no JSON ever is: a function, a class, an instance.
    """
    return schema["type"] in ("callable", "is-subclass") or _is_instance(schema)


def _is_instance(schema: Core) -> bool:
    """
    Tell whether only instances of a class are valid that JSON has nothing for.
    """
    match schema:
        case {"type": "json-or-python", "python_schema": inner}:
            return _is_instance(inner)
        case {"type": "chain", "steps": [first, *_]}:
            return _is_instance(first)
        case {"type": "is-instance", "cls": cls}:
            return not any(isinstance(each, cls) for each in _PARSED)
        case _:
            return False
