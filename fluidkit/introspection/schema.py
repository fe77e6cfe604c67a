"""
pydantic's JSON Schema of all types of an app, in one run, with what JSON Schema loses.

`AnnotatedSchema` is pydantic's own generator, so whatever a class says of its JSON Schema counts.
What JSON Schema has no words for stands under keys of our own (`Mark`); a schema that someone
replaced lacks them, and is then no more than plain JSON Schema.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any, cast

from pydantic.json_schema import (
    CoreModeRef,
    CoreRef,
    DefsRef,
    GenerateJsonSchema,
    JsonSchemaMode,
    JsonSchemaValue,
)
from pydantic_core import (
    CoreSchema,
    PydanticOmit,
    PydanticSerializationError,
    core_schema,
    to_jsonable_python,
)

from fluidkit.introspection.configurations import (
    configured_ref,
    has_own_configuration,
    own_definitions,
    record_configuration,
)
from fluidkit.introspection.core_schemas import (
    Core,
    first_alias,
    has_metadata,
    imports,
    innermost_function,
    is_hidden,
    is_of_pydantic,
    may_be_missing,
    receives_file,
    referable,
    tag_names,
    writes_any,
)
from fluidkit.introspection.generics import GenericForms, returns_parameter
from fluidkit.introspection.literals import (
    has_json_form,
    is_of_kind,
    sendable_values,
    taken_texts,
    values_of,
)
from fluidkit.introspection.marks import (
    FieldFacts,
    Mark,
    Owner,
    Schemas,
    Specialisation,
    Unknown,
    mode_of,
)
from fluidkit.introspection.strictness import takes_instances, takes_no_json, takes_no_key
from fluidkit.introspection.undefined import UNDEFINED_TODO, undefined_annotation
from fluidkit.introspection.wires import JSON_SCHEMA
from fluidkit.model import Direction, LiteralValue, Scalar


def annotated_schemas(inputs: Iterable[tuple[Direction, CoreSchema]]) -> Schemas:
    """
    Describe all `inputs` in one run.
    """
    return AnnotatedSchema().run(inputs)


class AnnotatedSchema(GenerateJsonSchema):
    """
    pydantic's generator, which also notes classes, fields, keys, type parameters and gaps.

    It never raises for a type: what cannot be described is marked as unknown, where it stands.
    """

    ignored_warning_kinds = {  # noqa: RUF012 -- pydantic declares it so
        "skipped-choice",
        "non-serializable-default",
        "skipped-discriminator",
    }

    def __init__(self) -> None:
        super().__init__(ref_template="{model}")
        self._table = self.build_schema_type_to_method()
        self._configs: list[Mapping[str, Any]] = []
        self._cores: dict[CoreModeRef, Core] = {}
        self._specialisations: dict[CoreModeRef, Specialisation] = {}
        self._tags: defaultdict[Owner, dict[str, set[str]]] = defaultdict(dict)
        self._owner: Owner = 0
        self._forms = GenericForms()
        self._waiting: list[CoreModeRef] = []
        self._scopes: list[Mapping[str, Core]] = []
        """Definitions that depend on the class that they are used in, innermost last."""

    def run(self, inputs: Iterable[tuple[Direction, CoreSchema]]) -> Schemas:
        """
        Do what `generate_definitions` does, without shortening names.

        Its naming compares all definitions with each other several times over, and would have to
        be undone: a definition goes by its class here.
        """
        roots = []
        for index, (direction, schema) in enumerate(inputs):
            self._mode = mode_of(direction)
            self._owner = index
            roots.append(self.generate_inner(schema))
            self._add_generic_forms()
        return Schemas(
            roots=roots,
            definitions={self.defs_to_core_refs[k]: v for k, v in self.definitions.items()},
            targets={k: self.defs_to_core_refs[v] for k, v in self.json_to_defs_refs.items()},
            references=self.core_to_json_refs,
            cores=self._cores,
            specialisations=self._specialisations,
            tags=self._tags,
        )

    @property
    def mode(self) -> JsonSchemaMode:
        """
        The direction that was asked for.

        pydantic's `json_schema_mode_override` changes documentation, not the wire.
        """
        return self._mode

    def get_defs_ref(self, core_mode_ref: CoreModeRef) -> DefsRef:
        return DefsRef("@".join(core_mode_ref))

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return value

    def generate_inner(self, schema: Any) -> JsonSchemaValue:
        """
        Describe one core schema; what raises on the way is unknown, and only that.
        """
        try:
            return self._generate(self._configured_schema(schema) if "ref" in schema else schema)
        except PydanticOmit:
            raise
        except Exception as error:  # noqa: BLE001 -- schema code of any class may run here
            return self._failed(schema, error)

    def _configured_schema(self, schema: Any) -> Any:
        """
        Return what is named after its configuration as well, where that is not its own.
        """
        ref = configured_ref(schema, self._configs[-1] if self._configs else {}, self._mode)
        return schema if ref == schema["ref"] else {**schema, "ref": ref}

    def _generate(self, schema: Any) -> JsonSchemaValue:
        if len(schema) == 1 and (plain := self._plain(schema["type"])) is not None:
            return {"type": plain}
        if receives_file(schema):
            return {Mark.BLOB: True}
        if self._mode == "validation" and takes_no_json(schema, self._setting("strict")):
            is_instance = schema["type"] == "json-or-python"
            return {Mark.REFUSED: _INSTANCE if is_instance else _REFUSED}
        if "serialization" in schema and self._may_be_any_object(schema):
            return {"type": "object", "additionalProperties": {Mark.UNKNOWN: _ANY_MODEL}}
        if "ref" in schema:
            return self._named(schema)
        if not has_metadata(schema) and "serialization" not in schema:
            # Nobody has a say in it but the type: half the time of pydantic's way.
            return self._table[schema["type"]](schema)
        if self._mode == "serialization" and imports(schema):
            return self._imported(schema)
        if self._mode == "serialization" and is_hidden(schema):
            return {"type": "string", "format": "password"}
        return super().generate_inner(schema)

    def _plain(self, name: str) -> str | None:
        """
        Return how JSON Schema calls a type without any conditions; None if there is more to say.
        """
        if name == "str" and not _TEXT_LIMITS.isdisjoint(
            self._configs[-1] if self._configs else ()
        ):
            return None
        return _PLAIN.get(name)

    def _named(self, schema: Core) -> JsonSchemaValue:
        core_mode_ref: CoreModeRef = (schema["ref"], self._mode)
        if core_mode_ref not in self._cores:
            self._cores[core_mode_ref] = schema
            self._waiting.append(core_mode_ref)
        around, self._owner = self._owner, core_mode_ref
        try:
            return super().generate_inner(cast("Any", schema))
        finally:
            self._owner = around

    def _may_be_any_object(self, schema: Core) -> bool:
        """
        Tell whether a model that has no fields is written as the subclass that it is an instance
        of: `SerializeAsAny[BaseModel]`, or a type parameter with that bound.
        """
        model = self._resolved(schema)
        fields = model.get("schema", {}) if model["type"] == "model" else {}
        is_empty = fields.get("fields") == {} and not fields.get("computed_fields")
        return self._mode == "serialization" and is_empty and writes_any(schema["serialization"])

    def _imported(self, schema: Any) -> JsonSchemaValue:
        """
        Describe what an `ImportString` imported: modules, classes and functions are written as
        their names, and all else as itself, whatever pydantic's JSON Schema says.
        """
        inner = schema.get("schema", {})
        if inner.get("type") in ("callable", "is-subclass") and "serialization" in schema:
            return {"type": "string"}
        return _unknown(
            "what it imports is written as what it is",
            "say `ImportString[Callable[..., Any]]` where it is a function",
        )

    def _failed(self, schema: Any, error: Exception) -> JsonSchemaValue:
        undefined = undefined_annotation(error)
        told = f"pydantic cannot describe it ({type(error).__name__}: {_first_line(error)})"
        todo = UNDEFINED_TODO if undefined else "give its type a `__get_pydantic_json_schema__`"
        unknown = _unknown(undefined or told, todo)
        if not isinstance(schema, dict) or "ref" not in schema:
            return unknown
        # Others may have been told of a definition already.
        ref = self._configured_schema(schema)["ref"]
        defs_ref, reference = self.get_cache_defs_ref_schema(ref)
        self.definitions[defs_ref] = unknown
        return reference

    def _add_generic_forms(self) -> None:
        """
        Describe also `Page[T]`, where `Page[User]` was met.

        Afterwards, as its fields would else take on the configuration of what is being described.
        """
        while self._waiting:
            core_mode_ref = self._waiting.pop()
            found = self._forms.generic_of(self._cores[core_mode_ref])
            if found is None:
                continue
            generic, form = found
            self.generate_inner(form)
            named = referable(form)
            if named is not None:
                general: CoreModeRef = (named["ref"], self._mode)
                self._specialisations[core_mode_ref] = Specialisation(generic, general)

    # --- Classes ------------------------------------------------------------------------------

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        cls: Any = schema["cls"]
        if self._scopes and self._scopes[-1] and (own := own_definitions(cls)) is not None:
            # As pydantic does: a class has its own validator and serializer wherever it stands.
            model, definitions = own
            with self._scope(definitions):
                return self._model_schema(model, cls)
        return self._model_schema(schema, cls)

    def _model_schema(self, schema: Any, cls: Any) -> JsonSchemaValue:
        with self._configured(cls.model_config):
            if schema.get("root_model"):
                # A reference of its own, lest pydantic write title and the like into its target.
                return {"allOf": [self.generate_inner(schema["schema"])]}
            return super().model_schema(schema)

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        with self._configured(schema.get("config")):
            return super().dataclass_schema(schema)

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        around = self._configs[-1] if self._configs else {}
        with self._configured(record_configuration(cast("Core", schema), around, self._mode)):
            described = super().typed_dict_schema(schema)
            if self._setting("extra_fields_behavior") == "allow":
                # Before 2.10, pydantic forgets what is configured around it.
                described.setdefault("additionalProperties", True)
            total = schema.get("total", True)
            fields = [(k, self.field_is_required(v, total), v) for k, v in schema["fields"].items()]
            return described | self._fields(fields, schema.get("computed_fields", []), False)

    def model_fields_schema(self, schema: core_schema.ModelFieldsSchema) -> JsonSchemaValue:
        fields = [(k, self.field_is_required(v, True), v) for k, v in schema["fields"].items()]
        described = self._fields(fields, schema.get("computed_fields", []), True)
        if (extras := schema.get("extras_schema")) is not None:
            described["additionalProperties"] = self.generate_inner(extras)
        return described

    def dataclass_args_schema(self, schema: core_schema.DataclassArgsSchema) -> JsonSchemaValue:
        fields = [(f["name"], self.field_is_required(f, True), f) for f in schema["fields"]]
        return self._fields(fields, schema.get("computed_fields", []), False)

    def named_tuple_schema(self, schema: Any) -> JsonSchemaValue:
        return self._complete(super().named_tuple_schema(schema))

    def p_arguments_schema(self, arguments: Any, var_args_schema: Any) -> JsonSchemaValue:
        """
        A named tuple, before pydantic 2.14.
        """
        return self._complete(super().p_arguments_schema(arguments, var_args_schema))

    def _complete(self, tuple_: JsonSchemaValue) -> JsonSchemaValue:
        """
        A default is a default for input only: whatever is sent has all items.
        """
        if self._mode == "serialization" and tuple_.get("type") == "array":
            tuple_["minItems"] = len(tuple_.get("prefixItems", ()))
        return tuple_

    def definitions_schema(self, schema: core_schema.DefinitionsSchema) -> JsonSchemaValue:
        """
        Describe all definitions that are the same wherever they are used; the others are then.
        """
        definitions = cast("Sequence[Any]", schema["definitions"])
        varying = {each["ref"]: each for each in definitions if not has_own_configuration(each)}
        with self._scope(varying):
            for definition in definitions:
                if definition["ref"] not in varying:
                    self.generate_inner(definition)
            return self.generate_inner(schema["schema"])

    def definition_ref_schema(
        self, schema: core_schema.DefinitionReferenceSchema
    ) -> JsonSchemaValue:
        target = self._defined(schema["schema_ref"])
        if target is None:
            return super().definition_ref_schema(schema)
        named = self._configured_schema(target)
        if (named["ref"], self._mode) not in self._cores:
            return self.generate_inner(named)
        return self.get_cache_defs_ref_schema(named["ref"])[1]  # or this would never end

    @contextmanager
    def _scope(self, definitions: Mapping[str, Core]) -> Iterator[None]:
        self._scopes.append(definitions)
        try:
            yield
        finally:
            self._scopes.pop()

    def _defined(self, ref: str) -> Core | None:
        return next((each[ref] for each in reversed(self._scopes) if ref in each), None)

    @contextmanager
    def _configured(self, config: Mapping[str, Any] | None) -> Iterator[None]:
        self._configs.append(config or {})
        try:
            yield
        finally:
            self._configs.pop()

    def _setting(self, name: str) -> Any:
        return self._configs[-1].get(name) if self._configs else None

    # --- Fields -------------------------------------------------------------------------------

    def _fields(
        self,
        fields: Iterable[tuple[str, bool, Any]],
        computed_fields: Iterable[core_schema.ComputedField],
        tracked: bool,
    ) -> JsonSchemaValue:
        properties: dict[str, JsonSchemaValue] = {}
        facts: dict[str, FieldFacts] = {}
        required = []
        for name, needed, field in [
            *(each for each in fields if self.field_is_present(each[2])),
            *self._computed(computed_fields),
        ]:
            key, path = self._key(name, field)
            try:
                properties[key] = self._property(key, field)
            except PydanticOmit:
                continue
            schema = field.get("schema", {})
            defaulted = schema.get("type") == "default"
            facts[key] = FieldFacts(
                name=name,
                defaulted=defaulted,
                tracked=tracked,
                computed=field["type"] == "computed-field",
                nullable=self._is_nullable(field),
                stray=self._stray_default(schema) if defaulted else None,
                path=path,
            )
            if needed:
                required.append(key)
        return {
            "type": "object",
            "properties": properties,
            "required": required,
            Mark.FIELDS: facts,
        }

    def _computed(self, fields: Iterable[Any]) -> Iterator[tuple[str, bool, Any]]:
        if self._mode == "serialization":
            for each in fields:
                always = each.get("serialization_exclude_if") is None
                yield each["property_name"], always, each

    def _is_nullable(self, field: Any) -> bool | None:
        """
        Tell whether the value of a field may be None, where a serializer hides it.
        """
        if self._mode == "validation":
            return None
        schema = field.get("schema") or field.get("return_schema") or {}
        while "serialization" not in schema:
            if schema.get("type") not in _TRANSPARENT:
                return None
            schema = schema["schema"]
        writes = schema["serialization"]
        if "function" not in writes:
            return None
        keeps_none = writes.get("when_used") in ("unless-none", "json-unless-none")
        if keeps_none and not self._may_be_none(writes.get("return_schema", {})):
            return None
        return self._may_be_none(schema)

    def _stray_default(self, schema: Core) -> Scalar | LiteralValue | None:
        """
        Return what a default is on the wire, where that is not of its type.

        `name: str = None`: pydantic does not validate it, and writes it as it is.
        """
        if self._mode == "validation" or "default" not in schema:
            return None
        value, parts = schema["default"], [schema["schema"]]
        kind = parts[0]["type"]
        if (value is None and kind == "nullable") or is_of_kind(value, kind):
            return None
        while parts[-1]["type"] in (*_TRANSPARENT, "nullable"):
            parts.append(parts[-1]["schema"])
        if schema.get("validate_default", self._setting("validate_default")) or any(
            _writes(each.get("serialization", {}), value) for each in (schema, *parts)
        ):
            return None
        if value is None:
            return None if self._may_be_none(parts[0]) else Scalar.NULL
        return LiteralValue(value) if is_of_kind(value, parts[-1]["type"]) is False else None

    def _may_be_none(self, schema: Core) -> bool:
        match schema:
            case {"type": "any"}:  # or what stands for a type parameter or a number
                return {Mark.PARAMETER, JSON_SCHEMA}.isdisjoint(schema.get("metadata") or ())
            case {"type": "nullable" | "none" | "function-plain"}:
                return True
            case {"type": "union", "choices": choices}:
                plain = [each[0] if isinstance(each, tuple) else each for each in choices]
                return any(map(self._may_be_none, plain))
            case {"type": "literal", "expected": expected}:
                return None in expected
            case {"type": "definition-ref"}:
                resolved = self._resolved(schema)
                return resolved is schema or self._may_be_none(resolved)
            case {"type": name, "schema": inner} if name in _TRANSPARENT:
                return self._may_be_none(inner)
            case _:
                return False

    def _property(self, key: str, field: Any) -> JsonSchemaValue:
        described = self.generate_inner(field).copy()
        if "title" not in described and "$ref" not in described:
            # Recipes for `json_schema_extra` rely on it: `del field["title"]`.
            described["title"] = key.title().replace("_", " ").strip()
        return described

    def _key(self, name: str, field: Any) -> tuple[str, str | None]:
        """
        Return the field's key on the wire; and where its value hides if an alias is a path.
        """
        if field["type"] == "computed-field":
            return field.get("alias", name), None
        if self._mode == "serialization":
            return field.get("serialization_alias", name), None
        if self._setting("validate_by_alias") is False:
            return name, None
        return first_alias(field.get("validation_alias", name), name)

    def field_is_present(self, field: Any) -> bool:
        if self._mode == "serialization":
            return not field.get("serialization_exclude") and not field.get("init_only")
        return field.get("init") is not False

    def field_is_required(self, field: Any, total: bool) -> bool:
        """
        Tell whether the key is always there: when received, a default makes no difference.
        """
        is_key_optional = field["type"] == "typed-dict-field" and not field.get("required", total)
        if self._mode == "serialization":
            may_be_left_out = field.get("serialization_exclude_if") is not None
            return not (is_key_optional or may_be_left_out or may_be_missing(field["schema"]))
        return not is_key_optional and field["schema"]["type"] != "default"

    def encode_default(self, dft: Any) -> Any:
        """
        pydantic builds an adapter for each default, which takes longer than all the rest.
        """
        try:
            return to_jsonable_python(dft, by_alias=self.by_alias)
        except UnicodeEncodeError as error:  # half a surrogate pair
            raise PydanticSerializationError(str(error)) from error

    # --- What JSON Schema loses ---------------------------------------------------------------

    def any_schema(self, schema: core_schema.AnySchema) -> JsonSchemaValue:
        metadata: Mapping[str, Any] = schema.get("metadata") or {}
        if Mark.PARAMETER in metadata:
            return {Mark.PARAMETER: metadata[Mark.PARAMETER]}
        return dict(metadata.get(JSON_SCHEMA, {}))

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        """
        Describe literals; as input only those that JSON can write.
        """
        if self._mode == "serialization":
            return super().literal_schema(schema)
        expected = [each for each in schema["expected"] if has_json_form(each)]
        return (
            super().literal_schema({**schema, "expected": expected}) if expected else {"enum": []}
        )

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        text: JsonSchemaValue = {"type": "string", "format": "decimal"}
        limits: JsonSchemaValue = {}
        self.update_with_validations(limits, schema, self.ValidationsMapping.numeric)
        limits = {key: str(value) for key, value in limits.items()}
        if self._mode == "serialization":
            return text | limits
        return {"anyOf": [text | limits, {"type": "number"}], **limits}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        """
        Describe a float; NaN and infinity only where the configuration speaks of them.

        By default pydantic writes them as null. A type that said so would make every float
        `number | null`, for values that hardly any API sends: `docs/types.md` tells of it.
        """
        described = super().float_schema(schema)
        if self._mode == "validation":
            return described
        match self._setting("ser_json_inf_nan"):
            case "null":
                return {"anyOf": [described, {"type": "null", Mark.NAN: True}]}
            case "strings":
                return {"anyOf": [described, {"enum": ["NaN", "Infinity", "-Infinity"]}]}
            case _:
                return described

    def timedelta_schema(self, schema: core_schema.TimedeltaSchema) -> JsonSchemaValue:
        """
        Describe a timedelta; what it accepts does not depend on how it is written.
        """
        if self._mode == "validation":
            return {"type": "string", "format": "duration"}
        described = super().timedelta_schema(schema)
        if self._is_number_of_seconds():
            described = {"type": "number"}
        return described | {"format": "duration"}

    def _is_number_of_seconds(self) -> bool:
        # Before 2.10, pydantic forgets in a dataclass what is configured around it.
        settings = ("ser_json_temporal", "ser_json_timedelta")
        return [self._setting(each) for each in settings] == [None, "float"]

    def bytes_schema(self, schema: core_schema.BytesSchema) -> JsonSchemaValue:
        described = super().bytes_schema(schema)
        is_input = self._mode == "validation"
        encoding = self._setting("val_json_bytes" if is_input else "ser_json_bytes")
        return described | {"format": "base64url" if encoding == "base64" else "binary"}

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        described = super().tuple_schema(schema)
        variadic = schema.get("variadic_item_index")
        if variadic is not None and described.get("items") is True:
            rest = [self.generate_inner(item) for item in schema["items_schema"][variadic:]]
            described["items"] = {"anyOf": rest}
        return described

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        return self._with_keys(schema, super().dict_schema(schema))

    def frozendict_schema(self, schema: Any) -> JsonSchemaValue:
        return self._with_keys(schema, super().frozendict_schema(schema))

    def ordered_dict_schema(self, schema: Any) -> JsonSchemaValue:
        return self._with_keys(schema, super().ordered_dict_schema(schema))

    def counter_schema(self, schema: Any) -> JsonSchemaValue:
        described = self._with_keys(schema, super().counter_schema(schema))
        return described | {"additionalProperties": {"type": "integer"}}

    def _with_keys(self, schema: Core, described: JsonSchemaValue) -> JsonSchemaValue:
        if "keys_schema" in schema:
            keys = self.generate_inner(schema["keys_schema"])
            taken = self._taken_keys(schema["keys_schema"])
            described[Mark.KEYS] = keys if taken is None else {"enum": taken}
        return described

    def _taken_keys(self, keys: Core) -> list[str] | None:
        """
        Return the texts that stand for a key that is sent; None where it is as it looks.

        JSON's keys are text, and pydantic parses that for an `IntEnum`, but not for `Literal[1]`.
        """
        if self._mode == "serialization":
            return None
        unchecked = self._unchecked(keys)
        if takes_no_key(unchecked, self._setting("strict")):
            return []
        known = values_of(unchecked)
        if known is not None and all(isinstance(to_jsonable_python(e), str) for e in known):
            return None
        return self._key_texts(unchecked)

    def _key_texts(self, keys: Core) -> list[str] | None:
        unchecked = self._unchecked(keys)
        if takes_no_key(unchecked, self._setting("strict")):
            return []
        match unchecked:
            case {"type": "nullable", "schema": inner}:
                return self._key_texts(inner)
            case {"type": "union", "choices": choices}:
                plain = [each[0] if isinstance(each, tuple) else each for each in choices]
                texts = [self._key_texts(each) for each in plain]
                closed = [each for each in texts if each is not None]
                return list(chain(*closed)) if len(closed) == len(texts) else None
            case {"type": "model", "root_model": True, "schema": inner}:
                return self._key_texts(inner)
            case _:
                return taken_texts(unchecked)

    def _unchecked(self, schema: Core) -> Core:
        """
        Return what the text of a key is taken for, before the user's validators see it.
        """
        while schema["type"] == "function-after":
            schema = schema["schema"]
        resolved = self._resolved(schema)
        return resolved if resolved is schema else self._unchecked(resolved)

    def _resolved(self, schema: Core) -> Core:
        if schema["type"] != "definition-ref":
            return schema
        ref: CoreRef = schema["schema_ref"]
        return self._cores.get((ref, self._mode), schema)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """
        Describe a value or None; pydantic writes both as JSON, to see whether they are the same.
        """
        inner = self.generate_inner(schema["schema"])
        null: JsonSchemaValue = {"type": "null"}
        if inner == null or "anyOf" in inner:
            return null if inner == null else self.get_flattened_anyof([inner, null])
        return {"anyOf": [inner, null]}

    def union_schema(self, schema: core_schema.UnionSchema) -> JsonSchemaValue:
        """
        Describe a union; JSON cannot be what only an instance of a class can be.
        """
        described = super().union_schema(schema)
        members = described.get("anyOf", [])
        known = [each for each in members if not {Mark.UNKNOWN, Mark.REFUSED} & each.keys()]
        if self._mode == "validation" and known and len(known) < len(members):
            return known[0] if len(known) == 1 else {"anyOf": known}
        return described

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """
        Describe a discriminated union, and note what its members must not leave out.
        """
        described = super().tagged_union_schema(schema)
        names = set(tag_names(schema["discriminator"]))
        for target in _targets(described):
            self._tags[self._owner].setdefault(target, set()).update(names)
        return described

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """
        Describe an enum; a member whose value is a tuple or a date is received, but never sent.
        """
        described = super().enum_schema(schema)
        if self._mode == "validation":
            described.pop("const", None)
            described["enum"] = list(sendable_values(schema))
        return described

    # --- Gaps ---------------------------------------------------------------------------------

    def ser_schema(self, schema: Any) -> JsonSchemaValue | None:
        """
        Describe what a serializer returns.
        """
        is_function = schema["type"] in ("function-plain", "function-wrap")
        # pydantic's own do not say it either, but their types have a JSON Schema.
        if not is_function or is_of_pydantic(schema["function"]):
            return super().ser_schema(schema)
        function = innermost_function(schema["function"])
        name = _shown(getattr(function, "__qualname__", repr(function)))
        if "return_schema" in schema:
            if returns_parameter(function, schema["return_schema"]):
                return _unknown(
                    f"its serializer {name!r} returns what a type parameter stands for, which"
                    " pydantic does not look up",
                    "annotate the serializer's return type without type parameters",
                )
            return super().ser_schema(schema)
        return _unknown(
            f"its serializer {name!r} does not say what it returns",
            "annotate the serializer's return type",
        )

    def function_plain_schema(
        self, schema: core_schema.PlainValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """
        Describe what a validator takes that does all by itself.

        If nobody says what that is, pydantic takes it for anything.
        """
        described = super().function_plain_schema(schema)
        is_said = described or is_of_pydantic(schema["function"]["function"])
        return described if is_said else self.handle_invalid_for_json_schema(schema, "")

    def is_subclass_schema(self, schema: core_schema.IsSubclassSchema) -> JsonSchemaValue:
        return self.handle_invalid_for_json_schema(schema, f"a subclass of {schema['cls']!r}")

    def handle_invalid_for_json_schema(self, schema: Any, error_info: str) -> JsonSchemaValue:
        """
        Mark what has no JSON Schema as unknown, where pydantic would give up on the whole.
        """
        if self._mode == "validation" and takes_instances(schema):
            return {Mark.REFUSED: _INSTANCE}
        cls = schema.get("cls")
        todo = "give it a pydantic type, or add `WithJsonSchema` to its annotation"
        if isinstance(cls, type):
            what = f"JSON has no form for {cls.__module__}.{cls.__qualname__}"
        elif isinstance(schema.get("function"), dict):
            function = innermost_function(schema["function"]["function"])
            name = _shown(getattr(function, "__qualname__", repr(function)))
            what = f"its validator {name!r} does not say what it takes"
            todo = "give the validator a `json_schema_input_type`"
        else:
            what = f"JSON has no form for {schema['type']!r}"
        return _unknown(what, todo)


def _writes(serialization: Core, value: Any) -> bool:
    """
    Tell whether it is a function that writes *value*.
    """
    keeps_none = serialization.get("when_used") in ("unless-none", "json-unless-none")
    return "function" in serialization and not (value is None and keeps_none)


_TRANSPARENT = ("default", "function-after", "function-before", "function-wrap")
"""What stands around the schema of a value."""

_PLAIN = {"str": "string", "int": "integer", "bool": "boolean", "none": "null"}
"""Core schema → JSON Schema, of types that most fields have."""

_TEXT_LIMITS = frozenset({"str_min_length", "str_max_length"})
"""Settings of a class for all text in it."""

_REFUSED = Unknown(
    "no JSON is taken for it, as it is strict and FastAPI validates Python values",
    "say `Field(strict=False)`",
)


_ANY_MODEL = Unknown(
    "which model it is written as is known at run time alone",
    "annotate it with a union of those that it may be",
)

_INSTANCE = Unknown(
    "no JSON is taken for it, as pydantic wants an object of Python's",
    "give it a pydantic type, or add `WithJsonSchema` to its annotation",
)


def _unknown(what: str, todo: str) -> JsonSchemaValue:
    return {Mark.UNKNOWN: Unknown(what, todo)}


def _targets(union: JsonSchemaValue) -> Iterator[str]:
    for member in (*union.get("oneOf", ()), *union.get("anyOf", ())):
        if "$ref" in member:
            yield member["$ref"]
        yield from _targets(member)


def _shown(name: str) -> str:
    return name.replace(".<locals>", "")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0][:120]
