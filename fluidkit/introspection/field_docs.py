"""
What a doc comment says of a field: its description, constraints and default.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from fluidkit.introspection.docstrings import titled
from fluidkit.model import Doc

_LIMITS = {
    "minimum": "At least {}",
    "exclusiveMinimum": "More than {}",
    "maximum": "At most {}",
    "exclusiveMaximum": "Less than {}",
    "multipleOf": "A multiple of {}",
}
_COUNTS = {
    "minLength": ("At least", "character"),
    "maxLength": ("At most", "character"),
    "minItems": ("At least", "item"),
    "maxItems": ("At most", "item"),
    "minProperties": ("At least", "entry"),
    "maxProperties": ("At most", "entry"),
}
_CONSTRAINTS = frozenset((*_LIMITS, *_COUNTS, "pattern"))
_LONGEST_DEFAULT = 100


def field_doc(schema: Any, *names: str, with_default: bool, private: str) -> Doc:
    """
    Return what `schema` tells people of the field that has these names, in Python and on the wire.

    A default that contains `private`, the project's folder on this machine, is not shown.
    """
    if not isinstance(schema, dict):
        return Doc()
    notes = list(_constraints(_bare(schema)))
    default = _default(schema) if with_default else None
    if default is not None and json.dumps(private)[1:-1] not in default:
        notes.append(f"Default: {default}")
    return Doc(
        text=titled(schema.get("title"), schema.get("description"), *names),
        notes=tuple(notes),
        deprecated=schema.get("deprecated") is True,
    )


def _bare(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    Return the one member of a union that is not null: its constraints are the field's.
    """
    for keyword in ("anyOf", "oneOf"):
        members = schema.get(keyword)
        if isinstance(members, list):
            typed = [e for e in members if isinstance(e, dict) and e.get("type") != "null"]
            if len(typed) == 1:
                return typed[0]
    return schema


def _constraints(schema: Mapping[str, Any]) -> Iterator[str]:
    if _CONSTRAINTS.isdisjoint(schema):
        return
    for keyword, text in _LIMITS.items():
        if (limit := schema.get(keyword)) is not None:
            yield text.format(_number(limit))
    is_tuple = "prefixItems" in schema
    for keyword, (bound, unit) in _COUNTS.items():
        count = schema.get(keyword)
        # A URL has at least one character: no news.
        if not isinstance(count, int) or (is_tuple and unit == "item") or "format" in schema:
            continue
        yield f"{bound} {count} {unit if count == 1 else _plural(unit)}"
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        yield f"Pattern: `{pattern}`"


def _plural(unit: str) -> str:
    return "entries" if unit == "entry" else f"{unit}s"


def _number(limit: Any) -> str:
    return str(int(limit)) if isinstance(limit, float) and limit.is_integer() else str(limit)


def _default(schema: Mapping[str, Any]) -> str | None:
    """
    Return the default as JSON; None where there is none worth showing.
    """
    default = schema.get("default")
    if default is None or default in ([], {}):
        return None
    try:
        text = json.dumps(default, ensure_ascii=False)
    except (TypeError, ValueError):
        return None
    return text if len(text) <= _LONGEST_DEFAULT else None
