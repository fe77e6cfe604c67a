"""
Annotated JSON Schema to model types.

One schema serves every way in which its values may travel; `Form` says which one is meant. A
reference in a converted type has the key of a `Node`; declarations.py makes declarations of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field, replace
from itertools import chain
from typing import Any, TypeAlias

from pydantic.json_schema import CoreModeRef, CoreRef

from fluidkit.errors import Diagnostic
from fluidkit.introspection.configurations import CONFIGURED
from fluidkit.introspection.core_schemas import class_of, is_flag
from fluidkit.introspection.deprecations import field_message
from fluidkit.introspection.field_docs import field_doc
from fluidkit.introspection.literals import key_text
from fluidkit.introspection.marks import FieldFacts, Mark, Schemas, Unknown, mode_of
from fluidkit.introspection.origins import Origins
from fluidkit.introspection.recollection import Root
from fluidkit.introspection.titles import Title, origin_of
from fluidkit.introspection.unions import one_of, parts, without_null
from fluidkit.introspection.wires import JSONABLE
from fluidkit.model import (
    Array,
    Direction,
    Doc,
    Field,
    Format,
    LiteralValue,
    Map,
    Object,
    Origin,
    Reference,
    Scalar,
    Tuple,
    Type,
    TypeParameter,
)
from fluidkit.values import dataclass

Schema: TypeAlias = Mapping[str, Any]

_FORMATS: Mapping[str, str] = {
    "uuid": "UUID",
    "uuid1": "UUID",
    "uuid3": "UUID",
    "uuid4": "UUID",
    "uuid5": "UUID",
    "uuid6": "UUID",
    "uuid7": "UUID",
    "uuid8": "UUID",
    "date-time": "DateTime",
    "date": "Date",
    "time": "Time",
    "duration": "Duration",
    "decimal": "Decimal",
    "email": "Email",
    "idn-email": "Email",
    "uri": "Url",
    "iri": "Url",
    "multi-host-uri": "Url",
    "ipv4": "IPv4",
    "ipv6": "IPv6",
    "ipv4network": "IPNetwork",
    "ipv6network": "IPNetwork",
    "ipvanynetwork": "IPNetwork",
    "base64": "Base64",
    "base64url": "Base64",
    "binary": "Binary",
    "path": "Path",
    "file-path": "Path",
    "directory-path": "Path",
    "password": "Secret",
    "json-string": "JsonString",
}
"""What pydantic and OpenAPI call a format, and what `FluidTypes` does."""

_STRUCTURE = frozenset(
    ("type", "anyOf", "oneOf", "allOf", "enum", "const", "$ref", "properties", "items")
)
"""Keys that say what a value is; others say what is required of it, or what people read of it."""

_SPECIAL = _STRUCTURE - {"type", "properties", "items"} | {
    *(Mark.PARAMETER, Mark.BLOB, Mark.UNKNOWN, Mark.REFUSED),
    "nullable",
}
"""Keys that count for more than "type" does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """
    How values travel: the direction, and what a route says of its response.
    """

    direction: Direction
    by_alias: bool = True
    exclude_unset: bool = False
    exclude_none: bool = False
    exclude_defaults: bool = False
    jsonable: bool = False
    """`jsonable_encoder` writes it, and not pydantic."""
    configuration: str = ""
    """What the class that a value stands in says of it; "" for nothing unusual."""

    @property
    def label(self) -> str:
        """
        What makes this form unusual: "by_name", "exclude_none_exclude_unset"; "" for none.
        """
        return "_".join(self.flags)

    @property
    def flags(self) -> Sequence[str]:
        """
        What makes this form unusual, in order of the alphabet.
        """
        flags = {
            "by_name": not self.by_alias,
            "configured": bool(self.configuration),
            "exclude_defaults": self.exclude_defaults,
            "exclude_none": self.exclude_none,
            "exclude_unset": self.exclude_unset,
            "jsonable": self.jsonable,
        }
        return [name for name, is_set in flags.items() if is_set]


@dataclass(frozen=True, slots=True)
class Node:
    """
    A definition in one form.
    """

    core_ref: str
    form: Form

    @property
    def identity(self) -> str:
        """
        What all forms of one class have in common.
        """
        return self.core_ref.removesuffix(JSONABLE).partition(CONFIGURED)[0]

    @property
    def core_mode_ref(self) -> CoreModeRef:
        """
        What the generator calls it.
        """
        return CoreRef(self.core_ref), mode_of(self.form.direction)

    @property
    def key(self) -> str:
        """
        What references to it say; other than the keys of declarations, it differs between runs.
        """
        return f"{self.form.direction.value}|{self.form.label}|{self.core_ref}"


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where in the app a type stands, for diagnostics and documentation.
    """

    route: str
    where: str
    title: Title | None = None
    """The class or alias that holds it; None: the route itself does."""
    tags: AbstractSet[str] = frozenset()
    """The fields of the class that tell it from others in a union."""
    field: str = ""

    def of_field(self, name: str) -> Place:
        """
        Return the place of a field of the class.
        """
        return Place(self.route, self.where, self.title, self.tags, name)


@dataclass(slots=True)
class Converter:
    """
    Converts schemas, and remembers the definitions that they refer to.
    """

    schemas: Schemas
    origins: Origins
    nodes: dict[str, Node] = field(default_factory=dict)
    """All that was referred to, by key, in the order of their discovery."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _references: dict[tuple[str, Form], Reference] = field(default_factory=dict)
    """What became of a "$ref" in a form."""

    def noted(self, root: Root) -> Root:
        """
        Remember what a type refers to that was converted by an earlier reading.
        """
        self.nodes.update(root.nodes)
        self.diagnostics.extend(root.diagnostics)
        return root

    def nodes_in(self, type_: Type) -> dict[str, Node]:
        """
        Return the nodes that a converted type refers to, by key.
        """
        return {part.key: self.nodes[part.key] for part in parts(type_) if type(part) is Reference}

    def convert(self, schema: Any, form: Form, place: Place) -> Type:
        """
        Return the type of the JSON that `schema` describes.
        """
        if isinstance(schema, dict) and _SPECIAL.isdisjoint(schema):
            name = schema.get("type")
            if isinstance(name, str):  # as most say, and the shortest way
                return self._plain(name, schema, form, place)
        match schema:
            case True:
                return Scalar.UNKNOWN
            case False:
                return Scalar.NEVER
            case {"$ref": str() as target}:
                return self._reference(target, form, place)
            case {Mark.PARAMETER: str() as name}:
                return TypeParameter(name)
            case {Mark.BLOB: True}:
                return Scalar.BLOB
            case {Mark.UNKNOWN: Unknown(what, todo)} if not _STRUCTURE & schema.keys():
                return self._unknown(what, todo, place)
            case {Mark.REFUSED: Unknown(what, todo)}:
                self._report(what, todo, place)
                return Scalar.NEVER
            case {"const": value}:
                return self._literal(value, form, place)
            case {"enum": []}:
                self._report("JSON has no form for its values", "use strings or numbers", place)
                return Scalar.NEVER
            case {"enum": [*values]}:
                return one_of(self._literal(value, form, place) for value in values)
            case {"anyOf": [*members]} | {"oneOf": [*members]}:
                return one_of(self.convert(member, form, place) for member in members)
            case {"allOf": [*members]}:
                return self._intersection(members, schema, form, place)
            case {"type": [*names]}:
                return one_of(self.convert({**schema, "type": name}, form, place) for name in names)
            case {"nullable": True}:
                rest = {key: value for key, value in schema.items() if key != "nullable"}
                return one_of([self.convert(rest, form, place), Scalar.NULL])
            case {"type": str() as name}:
                return self._plain(name, schema, form, place)
            case {"properties": _} | {"additionalProperties": _}:
                return self._object(schema, form, place)
            case {"items": _} | {"prefixItems": _}:
                return self._array(schema, form, place)
            case _:
                return Scalar.UNKNOWN

    def _plain(self, name: str, schema: Schema, form: Form, place: Place) -> Type:
        match name:
            case "string":
                return _string(schema)
            case "integer" | "number":
                is_duration = schema.get("format") == "duration"
                return Format("Duration", Scalar.NUMBER) if is_duration else _number(schema)
            case "boolean":
                return Scalar.BOOLEAN
            case "null":
                return Scalar.NULL
            case "array":
                return self._array(schema, form, place)
            case "object":
                return self._object(schema, form, place)
            case _:
                return self._unknown(
                    f"its JSON Schema has the type {name!r}",
                    "use one of JSON Schema's types",
                    place,
                )

    # --- Values -------------------------------------------------------------------------------

    def _literal(self, value: Any, form: Form, place: Place) -> Type:
        match value:
            case None:
                return Scalar.NULL
            case bool() | int() | float() | str():
                return LiteralValue(value)
            case [*items]:
                return Tuple(tuple(self._literal(item, form, place) for item in items))
            case {}:
                fields = tuple(
                    Field(
                        name=str(key),
                        wire_name=str(key),
                        type=self._literal(item, form, place),
                        required=True,
                    )
                    for key, item in value.items()
                )
                return Object(fields)
            case _:
                return self._unknown(
                    f"{value!r} is no JSON value", "use a string or a number instead", place
                )

    def _array(self, schema: Schema, form: Form, place: Place) -> Type:
        items = schema.get("items")
        first = [self.convert(each, form, place) for each in schema.get("prefixItems", ())]
        if not first and (items is not None or schema.get("maxItems") != 0):
            return Array(self.convert(True if items is None else items, form, place))
        most = schema.get("maxItems")
        is_closed = items is False or (items is None and most == len(first))
        rest = None if is_closed else self.convert(True if items is None else items, form, place)
        least = min(schema.get("minItems", 0), len(first))
        return Tuple(tuple(first), len(first) - least, rest)

    # --- Objects ------------------------------------------------------------------------------

    def _object(self, schema: Schema, form: Form, place: Place) -> Type:
        extra = self._extra(schema, form, place)
        if "properties" not in schema:
            value = Scalar.UNKNOWN if extra is None else extra
            key = self._keys(schema, form, place)
            return Object(()) if key is Scalar.NEVER else Map(value, key)
        fields = tuple(self._fields(schema, form, place))
        return Object(fields, extra)

    def _extra(self, schema: Schema, form: Form, place: Place) -> Type | None:
        patterns = schema.get("patternProperties", {})
        further = schema.get("additionalProperties", not patterns and "properties" not in schema)
        values = [*patterns.values(), *([] if further is False else [further])]
        return one_of(self.convert(each, form, place) for each in values) if values else None

    def _keys(self, schema: Schema, form: Form, place: Place) -> Type:
        """
        Return the type of an object's keys: JSON writes whatever Python has as a string.
        """
        keys = schema.get(Mark.KEYS, schema.get("propertyNames", {}))
        values = self._closed_values(keys)
        if values is None:
            return Scalar.STRING
        if "$ref" in keys and all(isinstance(value, str) for value in values):
            return self.convert(keys, form, place)
        return one_of(LiteralValue(key_text(value)) for value in values)

    def _closed_values(self, schema: Schema) -> Sequence[Any] | None:
        if "$ref" in schema:
            target = self.schemas.targets.get(schema["$ref"])
            if target is None or is_flag(class_of(self.schemas.cores[target])):
                return None  # several members at once are a key of their own
            return self._closed_values(self.schemas.definitions.get(target, {}))
        if "const" in schema:
            return [schema["const"]]
        if "anyOf" in schema:
            members = [self._closed_values(each) for each in schema["anyOf"]]
            closed = [each for each in members if each is not None]
            return list(chain(*closed)) if len(closed) == len(members) else None
        if schema.get("type") == "null":
            return [None]
        values = schema.get("enum")
        return values if isinstance(values, list) else None

    def _fields(self, schema: Schema, form: Form, place: Place) -> Iterator[Field]:
        facts: Mapping[str, FieldFacts] = schema.get(Mark.FIELDS, {})
        required = schema.get("required", ())
        paths: set[str] = set()
        for key, property_ in schema["properties"].items():
            known = facts.get(key) or FieldFacts(name=key, defaulted=False, tracked=False)
            if known.path is not None:
                if known.path not in paths:
                    paths.add(known.path)
                    yield self._path_field(known, known.path, key in required, form, place)
                continue
            yield self._field(key, property_, known, key in required, form, place)

    def _field(
        self, key: str, schema: Any, known: FieldFacts, required: bool, form: Form, place: Place
    ) -> Field:
        type_ = self.convert(schema, form, place.of_field(known.name))
        if form.exclude_none and known.nullable is not None:
            required = required and not known.nullable
        elif form.exclude_none and (type_ is Scalar.UNKNOWN or self._may_be_none(schema)):
            required = False
            type_ = type_ if _says_nan(schema) else without_null(type_)
        if form.direction is Direction.INPUT and not place.tags.isdisjoint((key, known.name)):
            required = True
        left_out = form.exclude_defaults or (form.exclude_unset and known.tracked)
        no_none = form.exclude_none and known.stray is Scalar.NULL
        if no_none or (known.defaulted and left_out):
            required = False
        elif known.stray is not None:
            type_ = one_of([type_, known.stray])
        return Field(
            name=known.name,
            wire_name=key if form.by_alias else known.name,
            type=type_,
            required=required,
            read_only=known.computed,
            doc=self._field_doc(schema, key, known, required, place),
            origin=self._origin(place, known.name),
        )

    def _field_doc(
        self, schema: Any, key: str, known: FieldFacts, required: bool, place: Place
    ) -> Doc:
        names = (known.name,) if key == known.name else (known.name, key)
        private = self.origins.private
        doc = field_doc(schema, *names, with_default=not required, private=private)
        cls = place.title.cls if place.title is not None else None
        if cls is None:
            return doc
        if not doc.text and (below := self.origins.below_field(cls, known.name)):
            doc = replace(doc, text=below)
        return replace(doc, deprecation=field_message(cls, known.name)) if doc.deprecated else doc

    def _may_be_none(self, schema: Any, aliases: AbstractSet[str] = frozenset()) -> bool:
        """
        Tell whether None is among the values: also of `type MaybeInt = int | None`.
        """
        if _says_none(schema):
            return True
        inside = {each["$ref"] for each in _members(schema) if "$ref" in each} - aliases
        return any(self._alias_may_be_none(each, aliases | inside) for each in inside)

    def _alias_may_be_none(self, ref: str, aliases: AbstractSet[str]) -> bool:
        target = self.schemas.targets.get(ref)
        if target is None or class_of(self.schemas.cores[target]) is not None:
            return False
        said = self.schemas.definitions.get(target)
        return said is not None and (
            _STRUCTURE.isdisjoint(said) or self._may_be_none(said, aliases)
        )

    def _path_field(
        self, known: FieldFacts, path: str, required: bool, form: Form, place: Place
    ) -> Field:
        place = place.of_field(known.name)
        what = f"it is read from inside {path!r} (AliasPath)"
        type_ = self._unknown(what, "give the field a plain alias", place)
        origin = self._origin(place, known.name)
        return Field(name=path, wire_name=path, type=type_, required=required, origin=origin)

    def _intersection(
        self, members: Sequence[Any], schema: Schema, form: Form, place: Place
    ) -> Type:
        if "properties" in schema:
            members = [*members, {k: v for k, v in schema.items() if k != "allOf"}]
        types = [self.convert(member, form, place) for member in members]
        match types:
            case [only]:
                return only
            case [*objects] if all(isinstance(each, Object) for each in objects):
                fields = {
                    f.wire_name: f for o in objects if isinstance(o, Object) for f in o.fields
                }
                return Object(tuple(fields.values()))
            case _:
                return self._unknown(
                    "its JSON Schema is an `allOf` of several types",
                    "write the schema without `allOf`",
                    place,
                )

    # --- References and gaps ------------------------------------------------------------------

    def _reference(self, target: str, form: Form, place: Place) -> Type:
        core_mode_ref = self.schemas.targets.get(target)
        if core_mode_ref is None or core_mode_ref not in self.schemas.definitions:
            return self._unknown(
                f"its JSON Schema refers to {target!r}, which does not exist",
                "write the schema in place",
                place,
            )
        known = self._references.get((target, form))
        if known is None:
            node = Node(core_mode_ref[0], _form_below(form, core_mode_ref[0]))
            known = self._references[target, form] = Reference(node.key)
            self.nodes.setdefault(known.key, node)
        return known

    def _origin(self, place: Place, field_name: str) -> Origin | None:
        cls = place.title.cls if place.title is not None else None
        return None if cls is None else self.origins.of_field(cls, field_name)

    def _unknown(self, what: str, todo: str, place: Place) -> Type:
        self._report(f"{what}, so its type is `unknown`", todo, place)
        return Scalar.UNKNOWN

    def _report(self, what: str, todo: str, place: Place) -> None:
        title = place.title
        name = ".".join(filter(None, (title.name if title is not None else "", place.field)))
        self.diagnostics.append(
            Diagnostic(
                route=title.name if title is not None else place.route,
                where=place.where if title is None else self._where(title, place),
                what=f"{name}: {what}" if name else what,
                todo=todo,
            )
        )

    def _where(self, title: Title, place: Place) -> str:
        origin = self._origin(place, place.field) or origin_of(title, self.origins)
        if origin is None:
            return f"{title.module}.{title.name}"
        return f"{origin.path}:{origin.line}"


def _form_below(form: Form, core_ref: str) -> Form:
    """
    Return the form inside a definition: it is pydantic again that writes, and the model that
    configures.
    """
    is_jsonable, configuration = core_ref.endswith(JSONABLE), core_ref.partition(CONFIGURED)[2]
    if (form.jsonable, form.configuration) == (is_jsonable, configuration):
        return form
    return replace(form, jsonable=is_jsonable, configuration=configuration)


def _string(schema: Schema) -> Type:
    if schema.get("contentMediaType") == "application/json":
        return Format("JsonString")
    name = _FORMATS.get(str(schema.get("format", "")))
    return Scalar.STRING if name is None else Format(name)


def _number(schema: Schema) -> Type:
    return Format("Decimal", Scalar.NUMBER) if schema.get("format") == "decimal" else Scalar.NUMBER


def _says_none(schema: Any) -> bool:
    """
    Tell whether None is among the values, as far as the schema itself says.
    """
    return any(
        (each.get("type") == "null" and Mark.NAN not in each) or None in each.get("enum", ())
        for each in _members(schema)
    )


def _says_nan(schema: Any) -> bool:
    return any(Mark.NAN in each for each in _members(schema))


def _members(schema: Any) -> Iterator[Schema]:
    if isinstance(schema, dict):
        yield schema
        for each in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
            yield from _members(each)
