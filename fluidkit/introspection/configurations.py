"""
Configurations that reach further than the class that has them.

A model's `ConfigDict` also rules what stands in it and has none of its own: dataclasses of the
standard library, TypedDicts, named tuples and aliases. pydantic has one reference for all of them,
so what would differ is told apart here: `CONFIGURED` and what is unusual end its reference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.json_schema import JsonSchemaMode

from fluidkit.introspection.core_schemas import Core, defining, referable
from fluidkit.introspection.wires import JSONABLE

CONFIGURED = "#configured:"
"""In the reference of a definition, before what another class's configuration makes of it."""

_RECORDS = frozenset(("dataclass", "typed-dict"))
"""Core schemas that carry their configuration, whoever's it is."""

_SETTINGS: Mapping[JsonSchemaMode, tuple[str, ...]] = {
    "validation": ("strict", "val_json_bytes", "validate_by_alias"),
    "serialization": (
        "ser_json_bytes",
        "ser_json_inf_nan",
        "ser_json_temporal",
        "ser_json_timedelta",
    ),
}
"""What makes a difference to types."""

_ALIASES: Mapping[JsonSchemaMode, str] = {
    "validation": "validation_alias",
    "serialization": "serialization_alias",
}


def has_own_configuration(definition: Core) -> bool:
    """
    Tell whether a definition is the same wherever it is used.
    """
    inner = defining(definition)
    if inner["type"] in _RECORDS:
        return getattr(inner.get("cls"), "__pydantic_config__", None) is not None
    return inner["type"] in ("model", "enum")


def configured_ref(definition: Core, around: Mapping[str, Any], mode: JsonSchemaMode) -> str:
    """
    Return the reference of a definition where `around` is the configuration that rules.
    """
    ref = str(definition["ref"])
    if CONFIGURED in ref or ref.endswith(JSONABLE) or has_own_configuration(definition):
        return ref
    inner = defining(definition)
    is_record = inner["type"] in _RECORDS
    config = record_configuration(inner, around, mode) if is_record else around
    unusual = [
        *_relevant(config, mode),
        *(_aliases(inner, mode) if is_record else ()),
        *(["extra"] if config.get("extra_fields_behavior") == "allow" else ()),
    ]
    return f"{ref}{CONFIGURED}{' '.join(unusual)}" if unusual else ref


def record_configuration(
    record: Core, around: Mapping[str, Any], mode: JsonSchemaMode
) -> Mapping[str, Any]:
    """
    Return the configuration that rules in a dataclass or a TypedDict.

    A TypedDict is written by the one around it, whatever its core schema says: that may come from
    another place where it is used.
    """
    noted: Mapping[str, Any] = record.get("config") or {}
    is_written = mode == "serialization" and record["type"] == "typed-dict"
    if not is_written or has_own_configuration(record):
        return noted
    settings = _SETTINGS[mode]
    kept = {name: value for name, value in noted.items() if name not in settings}
    return kept | {name: around[name] for name in settings if name in around}


def own_definitions(cls: Any) -> tuple[Core, Mapping[str, Core]] | None:
    """
    Return the core schema that a model validates with, and the definitions in it.
    """
    schema: Any = vars(cls).get("__pydantic_core_schema__")
    if not isinstance(schema, dict):  # not yet complete
        return None
    definitions = schema["definitions"] if schema["type"] == "definitions" else ()
    model = defining(referable(schema) or schema)
    if model.get("cls") is not cls:
        return None
    return model, {each["ref"]: each for each in definitions}


def _relevant(config: Mapping[str, Any], mode: JsonSchemaMode) -> Iterator[str]:
    for name in _SETTINGS[mode]:
        if name in config and config[name] not in (None, name == "validate_by_alias"):
            yield f"{name}={config[name]}"


def _aliases(record: Core, mode: JsonSchemaMode) -> Iterator[str]:
    inner: Any = record
    while inner["type"] not in ("typed-dict", "dataclass-args"):
        inner = inner["schema"]
    fields = inner["fields"]
    named = fields.items() if isinstance(fields, dict) else ((f["name"], f) for f in fields)
    for name, field in named:
        if (alias := field.get(_ALIASES[mode])) is not None:
            yield f"{name}:{alias}"
