"""
What a doc comment says of a parameter beside its description: constraints and default.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import PurePath
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined, to_jsonable_python

from fluidkit.introspection.deprecations import message
from fluidkit.introspection.docstrings import titled
from fluidkit.model import Doc

_LIMITS = {
    "ge": "At least {}",
    "gt": "More than {}",
    "le": "At most {}",
    "lt": "Less than {}",
    "multiple_of": "A multiple of {}",
}
_CHARACTERS = {"min_length": "At least {} characters", "max_length": "At most {} characters"}
_ITEMS = {"min_length": "At least {} items", "max_length": "At most {} items"}


def parameter_doc(name: str, info: FieldInfo, schema: Mapping[str, Any], private: str) -> Doc:
    """
    Return what is known of the parameter called `name`, from its FieldInfo and its core schema.

    A default that contains `private`, the project's folder on this machine, is not shown.
    """
    notes = list(_constraints(_bare(schema)))
    default = shown_default(info)
    if default is not None and json.dumps(private)[1:-1] not in default:
        notes.append(f"Default: {default}")
    return Doc(
        text=titled(info.title, info.description, name),
        notes=tuple(notes),
        deprecated=bool(info.deprecated),
        deprecation=message(info.deprecated),
    )


def shown_default(info: FieldInfo) -> str | None:
    """
    Return the default as JSON; None where there is none worth showing.

    Not shown: None, empty containers, what a factory makes, and whatever would differ between
    two machines or two runs (paths, objects without a JSON form).
    """
    default = info.default
    if default is None or default is ... or default is PydanticUndefined:
        return None
    try:
        plain = _plain(default)
    except (TypeError, ValueError):
        return None
    return None if plain in ([], {}) else json.dumps(plain, ensure_ascii=False)


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return _plain(value.value)
        case set() | frozenset():
            # Their own order depends on the hash seed.
            return sorted((_plain(item) for item in value), key=repr)
        case list() | tuple():
            return [_plain(item) for item in value]
        case dict():
            return {str(_plain(key)): _plain(item) for key, item in value.items()}
        case PurePath():
            msg = "a path may be this machine's own"
            raise ValueError(msg)
        case _:
            return to_jsonable_python(value)


def _bare(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    Peel off what stands around the schema that holds the constraints.
    """
    while schema.get("type") in ("default", "nullable", "definitions"):
        schema = schema["schema"]
    return schema


def _constraints(schema: Mapping[str, Any]) -> Iterator[str]:
    lengths = _CHARACTERS if schema.get("type") in ("str", "bytes") else _ITEMS
    for key, text in {**_LIMITS, **lengths}.items():
        if (limit := schema.get(key)) is not None:
            yield text.format(limit)
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        yield f"Pattern: {pattern}"
    elif pattern is not None and hasattr(pattern, "pattern"):
        yield f"Pattern: {pattern.pattern}"
