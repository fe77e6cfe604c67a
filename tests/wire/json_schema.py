"""
Whether a JSON value is one that pydantic's own JSON Schema allows: the judge over mutants.

It judges the structure alone. What TypeScript has no words for is no fault of a value:
`TypeScript cannot say` is the list of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
        if field.get("serialization_exclude_if") is not None:
            return False
        return True


class SometimesSerialized(Serialized):
    """
    Where the route leaves something out: any defaulted field may be absent.
    """

    def field_is_required(self, field: Any, total: bool) -> bool:
        return GenerateJsonSchema.field_is_required(self, field, total)


class Jsonable(Serialized):
    """
    `jsonable_encoder`: numbers for decimals and durations.
    """

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> dict[str, Any]:
        return {"type": "number"}

    def timedelta_schema(self, schema: core_schema.TimedeltaSchema) -> dict[str, Any]:
        return {"type": "number"}


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
            name = schema["$ref"].rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            return self._allows(self.schema["$defs"][name], value)
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
        if isinstance(names, dict) and {"enum", "const", "$ref"} & names.keys():
            if not all(self._allows(names, key) for key in value):
                return False
        more = schema.get("additionalProperties", True)
        for pattern in schema.get("patternProperties", {}).values():
            more = pattern
        return all(self._allows(known.get(key, more), each) for key, each in value.items())


def judge(annotation: Any, generator: type[GenerateJsonSchema], by_alias: bool) -> Judge:
    """
    Return the judge over what a type sends.
    """
    made = TypeAdapter(annotation).json_schema(
        mode="serialization", by_alias=by_alias, schema_generator=generator
    )
    return Judge(made)


def _same(expected: Any, value: Any) -> bool:
    if isinstance(expected, bool) or isinstance(value, bool):
        return expected is value
    return bool(expected == value)
