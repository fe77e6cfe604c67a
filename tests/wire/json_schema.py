"""
Whether a JSON value is one that pydantic's own JSON Schema allows: the judge over mutants.

It judges the structure alone. What TypeScript has no words for is no fault of a value: `UNJUDGED`
is the list of it.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from apps.wire_models import Case
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

UNJUDGED = {
    "integer": "a `number` may have a fraction",
    "format, pattern, minLength, maxLength": "a `string` may hold any text",
    "minimum, maximum, multipleOf": "a `number` has no range",
    "minItems, maxItems, uniqueItems": "a `T[]` has any length",
    "propertyNames": "`{ [key: string]: T }` takes any key, where the keys are not a closed set",
}
"""What JSON Schema says and TypeScript cannot, with the reason."""


class Serialized(GenerateJsonSchema):
    """
    pydantic's generator, where defaulted fields are on the wire, as they are.
    """

    ignored_warning_kinds = {  # noqa: RUF012 -- pydantic declares it so
        "skipped-choice",
        "non-serializable-default",
        "skipped-discriminator",
    }

    def field_is_required(self, field: Any, total: bool) -> bool:
        if field["type"] == "typed-dict-field":
            return bool(field.get("required", total))
        return field.get("serialization_exclude_if") is None

    def field_is_present(self, field: Any) -> bool:
        return not field.get("init_only") and super().field_is_present(field)

    def enum_schema(self, schema: core_schema.EnumSchema) -> dict[str, Any]:
        # Several members of a flag at once are a number of their own.
        is_flag = issubclass(schema["cls"], enum.Flag)
        return {"type": "integer"} if is_flag else super().enum_schema(schema)

    def json_or_python_schema(self, schema: core_schema.JsonOrPythonSchema) -> dict[str, Any]:
        inner: Any = schema["json_schema"]
        made = getattr(inner.get("function", {}).get("function"), "__qualname__", "")
        if made.startswith("Secret."):
            return self.secret_schema(inner["schema"])
        return super().json_or_python_schema(schema)

    def secret_schema(self, inner: Any) -> dict[str, Any]:
        """
        Describe stars, where pydantic describes what they hide.
        """
        return {"type": "string"}

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        config = schema["cls"].model_config
        described = super().model_schema(schema)
        match config.get("ser_json_inf_nan"):
            case "null":
                return _with_also(described, {"type": "null"})
            case "strings":
                return _with_also(described, {"enum": ["NaN", "Infinity", "-Infinity"]})
            case _:
                return described


class SometimesSerialized(Serialized):
    """
    Where the route leaves something out: what has a default may be absent.
    """

    def field_is_required(self, field: Any, total: bool) -> bool:
        return GenerateJsonSchema.field_is_required(self, field, total)


class Jsonable(Serialized):
    """
    `jsonable_encoder`: outside of models numbers for decimals and durations, no serializers.
    """

    models = 0
    """How many we are in; below them it is pydantic that writes."""
    is_model = False
    """Whether what is being described is one."""

    def generate_inner(self, schema: Any) -> dict[str, Any]:
        self.is_model = schema["type"] == "model"
        return super().generate_inner(schema)

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        with self._inside():
            return super().model_schema(schema)

    def definitions_schema(self, schema: core_schema.DefinitionsSchema) -> dict[str, Any]:
        with self._inside():
            for each in schema["definitions"]:
                self.generate_inner(each)
        return super().definitions_schema(schema)

    def get_cache_defs_ref_schema(self, core_ref: Any) -> tuple[Any, dict[str, Any]]:
        ending = "#in_model" if self.models else ""
        return super().get_cache_defs_ref_schema(core_ref + ending)

    def ser_schema(self, schema: Any) -> dict[str, Any] | None:
        if not self.models and not self.is_model:
            return None
        with self._inside():
            return super().ser_schema(schema)

    @contextmanager
    def _inside(self) -> Iterator[None]:
        self.models += 1
        try:
            yield
        finally:
            self.models -= 1

    def function_plain_schema(self, schema: Any) -> dict[str, Any]:
        # What is validated is of the type beside the validator; nothing else tells of that one.
        inner = schema.get("serialization", {}).get("schema")
        return self.generate_inner(inner) if inner else super().function_plain_schema(schema)

    def secret_schema(self, inner: Any) -> dict[str, Any]:
        if self.models:
            return super().secret_schema(inner)
        # FastAPI writes the attributes of what it does not know.
        key = "_secret_value"
        return {
            "type": "object",
            "properties": {key: self.generate_inner(inner)},
            "required": [key],
        }

    def dataclass_args_schema(self, schema: core_schema.DataclassArgsSchema) -> dict[str, Any]:
        if not self.models:
            fields: Any = [
                {k: v for k, v in field.items() if k != "serialization_alias"}
                for field in schema["fields"]
            ]
            schema = {**schema, "fields": fields, "computed_fields": []}
        return super().dataclass_args_schema(schema)

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> dict[str, Any]:
        if not self.models:
            fields: Any = {
                name: {k: v for k, v in field.items() if k != "serialization_alias"}
                for name, field in schema["fields"].items()
            }
            schema = {**schema, "fields": fields}
        return super().typed_dict_schema(schema)

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> dict[str, Any]:
        return super().decimal_schema(schema) if self.models else {"type": "number"}

    def timedelta_schema(self, schema: core_schema.TimedeltaSchema) -> dict[str, Any]:
        return super().timedelta_schema(schema) if self.models else {"type": "number"}


def generator(case: Case) -> type[GenerateJsonSchema]:
    """
    Return what describes the wire of a case.
    """
    if case.jsonable:
        return Jsonable
    return SometimesSerialized if leaves_out(case) else Serialized


def leaves_out(case: Case) -> bool:
    """
    Tell whether the route of a case leaves out what would else be on the wire.
    """
    return any("clude" in flag for flag in case.flags)


@dataclass(frozen=True)
class Judge:
    """
    One schema.
    """

    schema: dict[str, Any]

    def allows(self, value: Any) -> bool:
        """
        Tell whether *value* has the structure that the schema asks for.
        """
        return self._allows(self.schema, value)

    def _allows(self, schema: Any, value: Any) -> bool:
        if isinstance(schema, bool):
            return schema
        if "$ref" in schema:
            return self._allows(self._target(schema), value)
        for keyword in ("anyOf", "oneOf"):
            if keyword in schema and not any(self._allows(e, value) for e in schema[keyword]):
                return False
        if not all(self._allows(each, value) for each in schema.get("allOf", ())):
            return False
        if "const" in schema and not _same(schema["const"], value):
            return False
        if "enum" in schema and not any(_same(each, value) for each in schema["enum"]):
            return False
        return self._has_type(schema, value)

    def _has_type(self, schema: dict[str, Any], value: Any) -> bool:
        match schema.get("type"):
            case None:
                return True
            case "string":
                return isinstance(value, str)
            case "integer" | "number":
                return isinstance(value, int | float) and not isinstance(value, bool)
            case "boolean":
                return isinstance(value, bool)
            case "null":
                return value is None
            case "array":
                return isinstance(value, list) and self._has_items(schema, value)
            case "object":
                return isinstance(value, dict) and self._has_keys(schema, value)
            case other:
                raise AssertionError(other)

    def _has_items(self, schema: dict[str, Any], value: list[Any]) -> bool:
        first = schema.get("prefixItems", [])
        if first and not schema.get("minItems", 0) <= len(value):
            return False
        if len(value) > schema.get("maxItems", len(value)) and (first or not schema["maxItems"]):
            return False
        rest = value[len(first) :]
        return all(self._allows(s, v) for s, v in zip(first, value, strict=False)) and all(
            self._allows(schema.get("items", True), each) for each in rest
        )

    def _has_keys(self, schema: dict[str, Any], value: dict[str, Any]) -> bool:
        known = schema.get("properties", {})
        if any(key not in value for key in schema.get("required", ())):
            return False
        names = schema.get("propertyNames")
        is_closed = isinstance(names, dict) and not {"enum", "const", "$ref"}.isdisjoint(names)
        if is_closed and not all(self._allows_key(names, key) for key in value):
            return False
        more = schema.get("additionalProperties", True)
        for pattern in schema.get("patternProperties", {}).values():
            more = pattern
        return all(self._allows(known.get(key, more), each) for key, each in value.items())

    def _allows_key(self, schema: dict[str, Any], key: str) -> bool:
        """
        Tell whether a key is allowed: a number as JSON writes it, None as Python does.
        """
        if "$ref" in schema:
            return self._allows_key(self._target(schema), key)
        values = [schema["const"]] if "const" in schema else schema.get("enum", [key])
        texts = [v if isinstance(v, str) else json.dumps(v) for v in values]
        return key in texts or (key == "None" and None in values)

    def _target(self, schema: dict[str, Any]) -> Any:
        name = schema["$ref"].rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        return self.schema["$defs"][name]


def judge(case: Case) -> Judge:
    """
    Return the judge over what a case sends.
    """
    made = TypeAdapter(case.annotation).json_schema(
        mode="serialization",
        by_alias=case.flags.get("response_model_by_alias", True),
        schema_generator=generator(case),
    )
    if any(flag.endswith(("include", "exclude")) for flag in case.flags):
        made = _with_less(made, lambda schema: True)
    elif leaves_out(case):
        made = _with_less(made, lambda schema: '"null"' in json.dumps(schema))
    return Judge(made)


def _with_less(schema: Any, is_less: Callable[[Any], bool]) -> Any:
    """
    Return *schema* where the properties that *is_less* names may be absent.
    """
    match schema:
        case {"properties": properties, "required": required}:
            kept = [key for key in required if not is_less(properties[key])]
            rest = {key: _with_less(each, is_less) for key, each in schema.items()}
            return {**rest, "required": kept}
        case dict():
            return {key: _with_less(each, is_less) for key, each in schema.items()}
        case list():
            return [_with_less(each, is_less) for each in schema]
        case _:
            return schema


def _with_also(schema: Any, also: Any) -> Any:
    """
    Return *schema* where each number may be something else, too.
    """
    match schema:
        case {"type": "number"}:
            return {"anyOf": [schema, also]}
        case dict():
            return {key: _with_also(each, also) for key, each in schema.items()}
        case list():
            return [_with_also(each, also) for each in schema]
        case _:
            return schema


def _same(expected: Any, value: Any) -> bool:
    if isinstance(expected, bool) or isinstance(value, bool):
        return expected is value
    return bool(expected == value)
