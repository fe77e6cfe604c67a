"""
Python values of a type, drawn by Hypothesis from pydantic's core schema.

What is drawn is what a validator takes: `TypeAdapter.validate_python` makes the value of it.
"""

from __future__ import annotations

import base64
import datetime as dt
import enum
import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

from apps.wire_extra import IMPORTS, SAMPLES
from hypothesis import strategies as st

Core: TypeAlias = Mapping[str, Any]
Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]

DEEP = 4
"""From here on, nothing that contains more is drawn where there is a choice."""

TEXT = st.text(max_size=5)
JSON_LEAVES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT
JSON = st.recursive(
    JSON_LEAVES,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=4,
)
ZONES = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=5, minutes=30))])

PLAIN: Mapping[str, st.SearchStrategy[Any]] = {
    # By the name of the function of pydantic that validates the value all alone.
    "pattern_str_validator": st.sampled_from(["a+b", "^$", r"\d{2}"]),
    "ip_v4_address_validator": st.ip_addresses(v=4),
    "ip_v6_address_validator": st.ip_addresses(v=6),
    "ip_v4_interface_validator": st.ip_addresses(v=4).map(lambda ip: f"{ip}/8"),
    "ip_v6_network_validator": st.ip_addresses(v=6).map(lambda ip: f"{ip}/128"),
    "_validate": st.ip_addresses(),
}
URLS = {
    "url": st.sampled_from(["http://a.b", "https://ü.example/x?y=1#z", "http://127.0.0.1:8000/"]),
    "multi-host-url": st.sampled_from(["postgresql://u:p@h:5432/db", "postgres://a,b/c"]),
}


@dataclass(frozen=True)
class Values:
    """
    Draws values; `definitions` are those that references mean.
    """

    draw: Draw
    definitions: dict[str, Core]
    speaks_of_nan: list[bool] = field(default_factory=lambda: [False])
    """Whether the class that we are in says what becomes of NaN, last; elsewhere it goes untold:
    FastAPI sends null for it, and `number | null` for every float would be no help."""

    def of(self, schema: Core, depth: int = 0) -> Any:
        """
        Draw what a validator of *schema* takes.
        """
        if (samples := _samples(schema)) is not None:
            return self.draw(st.sampled_from(samples))
        match schema:
            case {"type": "definitions", "definitions": definitions, "schema": inner}:
                self.definitions.update({each["ref"]: each for each in definitions})
                return self.of(inner, depth)
            case {"type": "definition-ref", "schema_ref": ref}:
                return self.of(self.definitions[ref], depth)
            case {"type": "nullable", "schema": inner}:
                is_null = depth > DEEP or self.draw(st.integers(0, 2)) == 0
                return None if is_null else self.of(inner, depth)
            case {"type": "union", "choices": choices}:
                return self.of(self._choice(choices, depth), depth)
            case {"type": "tagged-union", "choices": choices}:
                return self.of(self._choice(list(choices.values()), depth), depth)
            case {"type": "function-plain", "function": {"function": function}}:
                return self.draw(PLAIN.get(function.__name__, st.integers(-9, 9)))
            case {"type": "function-after", "function": {"function": function}, "schema": inner}:
                return self._encoded(getattr(function, "__name__", ""), self.of(inner, depth))
            case {"type": "lax-or-strict", "lax_schema": inner}:
                return self.of(inner, depth)
            case {"type": "json-or-python", "json_schema": inner}:
                return self.of(inner, depth)
            case {"type": "chain", "steps": [first, *_]}:
                return self.of(first, depth)
            case {"type": "json"}:
                inner = schema.get("schema", {"type": "any"})
                return json.dumps(self.of(inner, depth))
            case {"type": "model" | "dataclass" | "typed-dict" | "named-tuple"}:
                return self._of_class(schema, depth + 1)
            case {"type": "call", "arguments_schema": {"arguments_schema": fields}}:
                # What a named tuple is before pydantic 2.13.
                return self._named_tuple({"type": "call", "fields": fields}, depth + 1)
            case {"type": "list" | "set" | "frozenset" | "deque" | "generator"}:
                return self._items(schema, depth + 1)
            case {"type": "tuple", "items_schema": items}:
                if "variadic_item_index" in schema:
                    return self._items({**schema, "items_schema": items[0]}, depth + 1)
                return [self.of(each, depth + 1) for each in items]
            case {"type": "dict" | "ordered-dict"}:
                return self._mapping(schema, depth + 1)
            case {"type": "counter"}:
                return self.draw(st.dictionaries(TEXT, st.integers(1, 9), max_size=3))
            case {"type": "float"}:
                return self.draw(_floats(schema, self.speaks_of_nan[-1]))
            case {"schema": inner}:  # before, wrap, default and the like
                return self.of(inner, depth)
            case _:
                return self.draw(_leaf(schema))

    def _choice(self, choices: list[Any], depth: int) -> Core:
        schemas = [each[0] if isinstance(each, tuple) else each for each in choices]
        if depth > DEEP:
            flat = [each for each in schemas if not self._contains(each)]
            schemas = flat or schemas
        found: Core = self.draw(st.sampled_from(schemas))
        return found

    def _contains(self, schema: Core) -> bool:
        return schema["type"] in ("definition-ref", "model", "dataclass", "list", "dict")

    def _encoded(self, name: str, value: Any) -> Any:
        match name:
            case "decode":
                return base64.b64encode(value)
            case "decode_str":  # around "decode" before pydantic 2.10
                text = value.hex() if isinstance(value, bytes) else value
                return base64.b64encode(text.encode()).decode()
            case _:
                return value

    # --- Containers ---------------------------------------------------------------------------

    def _size(self, schema: Core, depth: int) -> int:
        least = schema.get("min_length", 0)
        most = least if depth > DEEP else min(schema.get("max_length", 3), 3 if depth < 3 else 1)
        return int(self.draw(st.integers(least, max(least, most))))

    def _items(self, schema: Core, depth: int) -> list[Any]:
        items = schema.get("items_schema", {"type": "any"})
        return [self.of(items, depth) for _ in range(self._size(schema, depth))]

    def _mapping(self, schema: Core, depth: int) -> dict[Any, Any]:
        keys = schema.get("keys_schema", {"type": "any"})
        if keys["type"] == "any":  # not all JSON values are hashable
            keys = {"type": "str"}
        values = schema.get("values_schema", {"type": "any"})
        return {
            self.of(keys, depth): self.of(values, depth) for _ in range(self._size(schema, depth))
        }

    # --- Classes ------------------------------------------------------------------------------

    def _of_class(self, schema: Core, depth: int) -> Any:
        if schema["type"] == "named-tuple":
            return self._named_tuple(schema, depth)
        if schema.get("root_model"):
            return self.of(schema["schema"], depth)
        fields_schema = schema if schema["type"] == "typed-dict" else schema["schema"]
        while "fields" not in fields_schema:
            fields_schema = fields_schema["schema"]
        config = _config(schema)
        self.speaks_of_nan.append("ser_json_inf_nan" in config)
        fields = fields_schema["fields"]
        named = fields.items() if isinstance(fields, dict) else ((f["name"], f) for f in fields)
        found: dict[str, Any] = {}
        for name, each in named:
            if each.get("init", True) and self._is_given(schema, each, depth):
                value = self.of(each["schema"], depth)
                _put(found, self._path(name, each, config), value)
        if config.get("extra") == "allow" or fields_schema.get("extra_behavior") == "allow":
            extras = fields_schema.get("extras_schema", {"type": "any"})
            for key in self.draw(st.lists(st.sampled_from(["more", "ü", "x-y"]), max_size=2)):
                found.setdefault(key, self.of(extras, depth))
        self.speaks_of_nan.pop()
        return found

    def _named_tuple(self, schema: Core, depth: int) -> list[Any]:
        found = []
        for each in schema["fields"]:
            if not self._is_given(schema, each, depth):
                break
            found.append(self.of(each["schema"], depth))
        return found

    def _is_given(self, owner: Core, member: Core, depth: int) -> bool:
        if owner["type"] == "typed-dict":
            required = member.get("required", owner.get("total", True))
        else:
            inner = member["schema"]
            while inner["type"].startswith("function-"):
                inner = inner.get("schema", {"type": "none"})
            required = inner["type"] != "default"
            if inner.get("schema", {}).get("type") == "literal":
                # A discriminator has to be given; elsewhere such a field may be left out.
                return required or bool(self.draw(st.integers(0, 11)))
        return bool(required or (depth <= DEEP and self.draw(st.integers(0, 3)) > 0))

    def _path(self, name: str, member: Core, config: Mapping[str, Any]) -> list[str | int]:
        alias = member.get("validation_alias")
        if alias is None or config.get("validate_by_alias") is False:
            return [name]
        if isinstance(alias, str):
            return [alias]
        found = self.draw(st.sampled_from(alias)) if isinstance(alias[0], list) else alias
        return list(found)


def _samples(schema: Core) -> tuple[Any, ...] | None:
    """
    Return values of a class that nothing but its own method knows: `EmailStr._validate`.
    """
    function = schema.get("function")
    method = function.get("function") if isinstance(function, dict) else None
    if getattr(method, "__name__", "") == "import_string":
        return IMPORTS
    owner = getattr(method, "__self__", None)
    return SAMPLES.get(owner) if isinstance(owner, type) else None


def _config(schema: Core) -> Mapping[str, Any]:
    cls: Any = schema.get("cls")
    for name in ("model_config", "__pydantic_config__"):
        if (config := getattr(cls, name, None)) is not None:
            return dict(config)
    return {}


def _put(into: dict[str, Any], path: list[str | int], value: Any) -> None:
    for part in reversed(path[1:]):
        value = [*([None] * part), value] if isinstance(part, int) else {part: value}
    into[str(path[0])] = value


def _leaf(schema: Core) -> st.SearchStrategy[Any]:
    match schema["type"]:
        case "any" | "is-instance":
            return JSON
        case "none":
            return st.none()
        case "bool":
            return st.booleans()
        case "int":
            return _bounded(st.integers, schema, -(2**54), 2**54)
        case "decimal":
            places = schema.get("decimal_places")
            least, most = (-9999, 9999) if places is not None else (-(10**9), 10**9)
            return st.decimals(least, most, places=places, allow_nan=False)
        case "str":
            return _texts(schema)
        case "bytes":
            return TEXT.map(str.encode)
        case "date":
            if schema.get("now_op") == "future":
                return st.dates(min_value=dt.date(2200, 1, 1))
            return st.dates(max_value=dt.date(2020, 1, 1))
        case "time":
            return st.times()
        case "datetime":
            return _datetimes(schema)
        case "timedelta":
            return st.timedeltas(dt.timedelta(-(10**4)), dt.timedelta(10**4))
        case "uuid":
            return st.uuids(version=schema.get("version")) | st.just(uuid.UUID(int=1))
        case "url" | "multi-host-url" as kind:
            schemes = schema.get("allowed_schemes", [])
            is_web = "http" in schemes or "postgres" in schemes or not schemes
            return URLS[kind] if is_web else st.sampled_from(schemes).map("{}://h/x".format)
        case "literal":
            return st.sampled_from(schema["expected"])
        case "enum":
            return _members(schema["cls"])
        case "complex":
            return st.complex_numbers(allow_nan=False, allow_infinity=False)
        case "fraction":
            return st.fractions().map(Fraction)
        case "callable":
            return st.just(len)
        case "is-subclass":
            return st.just(schema["cls"])
        case unknown:
            msg = f"no values of {unknown!r}"
            raise NotImplementedError(msg)


def _bounded(make: Any, schema: Core, least: Any, most: Any) -> st.SearchStrategy[Any]:
    least = schema.get("ge", schema.get("gt", least - 1) + 1)
    most = schema.get("le", schema.get("lt", most + 1) - 1)
    found: st.SearchStrategy[Any] = make(least, most)
    return found


def _floats(schema: Core, with_nan: bool) -> st.SearchStrategy[Any]:
    if "multiple_of" in schema:
        return st.integers(0, 4).map(lambda n: n * float(schema["multiple_of"]))
    if {"ge", "gt", "le", "lt"} & schema.keys():
        return st.floats(schema.get("ge", schema.get("gt")), schema.get("le", schema.get("lt")))
    return st.floats(allow_nan=with_nan, allow_infinity=with_nan)


def _texts(schema: Core) -> st.SearchStrategy[Any]:
    pattern = schema.get("pattern")
    if pattern is None:
        least = schema.get("min_length", 0)
        return st.text(min_size=least, max_size=max(least, min(5, schema.get("max_length", 5))))
    if "\\w" in pattern:
        return st.sampled_from(["1", "2 KiB", "1.5GB"])  # a ByteSize
    texts = st.from_regex(pattern, fullmatch=True, alphabet=st.characters(codec="ascii"))
    return texts.filter(lambda text: len(text) <= schema.get("max_length", len(text)))


def _datetimes(schema: Core) -> st.SearchStrategy[Any]:
    zones: Mapping[str | None, st.SearchStrategy[Any]] = {
        "aware": ZONES,
        "naive": st.none(),
        None: st.none() | ZONES,
    }
    return st.datetimes(timezones=zones[schema.get("tz_constraint")])


def _members(cls: type[enum.Enum]) -> st.SearchStrategy[Any]:
    # Of a flag, Hypothesis also draws several members at once.
    return st.sampled_from(cls if issubclass(cls, enum.Flag) else list(cls))


@st.composite
def inputs(draw: Any, schema: Core) -> Any:
    """
    Draw what `TypeAdapter.validate_python` makes a value of.
    """
    return Values(draw, {}).of(schema)
