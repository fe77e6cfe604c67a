"""
Types tell the truth about the wire, in both directions.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import itertools
import json
import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from apps import kinds
from apps.admission import Oracle
from apps.asking import INPUT, OUTPUT, Answers, ask, origins, request
from fastapi import UploadFile
from fastapi.encoders import jsonable_encoder
from pydantic import (
    AliasPath,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    RootModel,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    field_serializer,
    field_validator,
    model_serializer,
)
from pydantic_core import CoreSchema, core_schema

from fluidkit.introspection.types import read_types
from fluidkit.introspection.unions import parts
from fluidkit.model import (
    Array,
    Enumeration,
    Format,
    LiteralValue,
    Map,
    Object,
    Reference,
    Scalar,
    Tuple,
    Type,
)
from fluidkit.model import Field as ModelField
from fluidkit.model import (
    Union as UnionType,
)

DECIMAL, NUMBER, NULL, STRING = Format("Decimal"), Scalar.NUMBER, Scalar.NULL, Scalar.STRING

FLAGS = ("exclude_unset", "exclude_none", "exclude_defaults")
VARIATIONS = [
    {"by_alias": by_alias, **dict(zip(FLAGS, flags, strict=True))}
    for by_alias in (True, False)
    for flags in itertools.product((False, True), repeat=3)
]

INEXPRESSIBLE = {
    # What the input type admits and pydantic refuses.
    "ip_v6_network": "the format of a string",
    "byte_size": "the format of a string",
    "int_parsing": "the text of a dict's keys",
    "uuid_parsing": "the text of a dict's keys",
    "date_from_datetime_parsing": "the text of a dict's keys",
    "date_parsing": "the text of a dict's keys",
    "bool_parsing": "the text of a dict's keys",
    "greater_than_equal": "a range",
}


def union(*members: Type) -> UnionType:
    return UnionType(members)


def field(name: str, type_: Type, required: bool = True, **more: Any) -> ModelField:
    wire_name = more.pop("wire_name", name)
    return ModelField(name=name, wire_name=wire_name, type=type_, required=required, **more)


# --- The wire itself --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def answers() -> Answers:
    """All kinds of types, in every form, asked for at once."""
    requests = []
    for number, (annotation, _) in enumerate(kinds.VALUES):
        for variation in VARIATIONS:
            key = (number, *variation.values())
            requests.append(request(key, annotation, **variation))
        requests.append(request((number, "input"), annotation, INPUT))
        requests.append(request((number, "jsonable"), annotation, wire="jsonable"))
    return Answers(read_types(requests, origins()))


@pytest.mark.parametrize("variation", VARIATIONS, ids=lambda v: "-".join(k for k in v if v[k]))
def test_what_pydantic_sends_is_of_the_output_type(
    answers: Answers, variation: dict[str, bool]
) -> None:
    """Each value, serialized as a route with these flags does it."""
    for number, annotation, value in _values():
        sent = json.loads(TypeAdapter(annotation).dump_json(value, **variation))
        type_ = answers.reading.types[(number, *variation.values())]
        assert answers.oracle.admits(type_, sent), (annotation, sent)


def test_what_jsonable_encoder_sends_is_of_the_output_type(answers: Answers) -> None:
    """Each value, as an endpoint without a response model returns it."""
    for number, annotation, value in _values():
        if annotation in (kinds.NanAsNull, kinds.NanAsText):
            continue  # NaN is an error there
        sent = json.loads(json.dumps(jsonable_encoder(value)))
        type_ = answers.reading.types[(number, "jsonable")]
        assert answers.oracle.admits(type_, sent), (annotation, sent)


def test_what_the_input_type_admits_is_refused_for_inexpressible_reasons_only(
    answers: Answers,
) -> None:
    """FastAPI validates parsed JSON, in Python mode."""
    for number, (annotation, _) in enumerate(kinds.VALUES):
        adapter = TypeAdapter(annotation)
        type_ = answers.reading.types[(number, "input")]
        for value in itertools.islice(answers.oracle.values(type_), 300):
            for error in _errors(adapter, value):
                assert error in INEXPRESSIBLE, (annotation, value, error)


def test_a_mutant_is_not_of_the_output_type(answers: Answers) -> None:
    """No key may be missing, added or of another type."""
    count = 0
    for number, annotation, value in _values():
        sent = json.loads(TypeAdapter(annotation).dump_json(value, by_alias=True))
        type_ = answers.reading.types[(number, True, False, False, False)]
        for mutant in _mutants(sent, type_, answers.oracle):
            count += 1
            assert not answers.oracle.admits(type_, mutant), (annotation, mutant)
    assert count > 200


def _values() -> Iterator[tuple[int, Any, Any]]:
    for number, (annotation, values) in enumerate(kinds.VALUES):
        for value in values:
            yield number, annotation, value


def _errors(adapter: TypeAdapter[Any], value: Any) -> list[str]:
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        return [each["type"] for each in error.errors()]
    return []


def _mutants(sent: Any, type_: Type, oracle: Oracle) -> Iterator[Any]:
    """
    Yield the value with one key dropped, added or changed, at the top or below.
    """
    if isinstance(type_, Reference):
        yield from _mutants(sent, oracle.definition(type_), oracle)
    if not isinstance(type_, Object):
        return
    if type_.extra is None:
        yield {**sent, "no such key": 1}
    for each in type_.fields:
        key = each.wire_name
        if each.required:
            yield {name: value for name, value in sent.items() if name != key}
        if key in sent and not any(part is Scalar.UNKNOWN for part in parts(each.type)):
            yield {**sent, key: {"no such": {"thing": None}}}
            yield from ({**sent, key: mutant} for mutant in _mutants(sent[key], each.type, oracle))


# --- Scalars ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("annotation", "sent", "received"),
    [
        (int, NUMBER, NUMBER),
        (float, NUMBER, NUMBER),
        (bool, Scalar.BOOLEAN, Scalar.BOOLEAN),
        (str, STRING, STRING),
        (None, NULL, NULL),
        (Any, Scalar.UNKNOWN, Scalar.UNKNOWN),
        (Decimal, union(DECIMAL, NUMBER), DECIMAL),
        (Decimal | None, union(DECIMAL, NUMBER, NULL), union(DECIMAL, NULL)),
        (uuid.UUID, Format("UUID"), Format("UUID")),
        (dt.datetime, Format("DateTime"), Format("DateTime")),
        (dt.timedelta, Format("Duration"), Format("Duration")),
        (bytes, Format("Binary"), Format("Binary")),
        (str | int, union(STRING, NUMBER), union(STRING, NUMBER)),
        (None | int | str, union(NUMBER, STRING, NULL), union(NUMBER, STRING, NULL)),
        (int | Any, Scalar.UNKNOWN, Scalar.UNKNOWN),
        (list[int | None], Array(union(NUMBER, NULL)), Array(union(NUMBER, NULL))),
        (tuple[int, ...], Array(NUMBER), Array(NUMBER)),
        (tuple[int, str], Tuple((NUMBER, STRING)), Tuple((NUMBER, STRING))),
        (tuple[()], Tuple(()), Tuple(())),
        (set[str], Array(STRING), Array(STRING)),
        (dict[str, int], Map(NUMBER), Map(NUMBER)),
        (dict[int, int], Map(NUMBER), Map(NUMBER)),
        (dict[uuid.UUID, int], Map(NUMBER), Map(NUMBER)),
        (Literal["a"], LiteralValue("a"), LiteralValue("a")),
        (
            Literal[1, True, None],  # noqa: PYI061 -- as people write it
            union(LiteralValue(1), LiteralValue(True), NULL),
            union(LiteralValue(1), LiteralValue(True), NULL),
        ),
        (kinds.UserId, NUMBER, NUMBER),
        (Annotated[int, Field(ge=1)], NUMBER, NUMBER),
    ],
)
def test_a_type_in_both_directions(annotation: Any, sent: Type, received: Type) -> None:
    """What may be sent, and what comes."""
    assert ask((annotation, INPUT), (annotation, OUTPUT)).types == [sent, received]


def test_dict_keys_of_an_enum_are_the_enum() -> None:
    """A dict by colors has no other keys; by numbers, JSON writes them as strings."""
    answers = ask(dict[kinds.Color, int], dict[kinds.Level, int], dict[Literal["a", "b"], int])
    assert answers.types == [
        Map(NUMBER, Reference("apps.kinds:Color")),
        Map(NUMBER, union(LiteralValue("1"), LiteralValue("2"))),
        Map(NUMBER, union(LiteralValue("a"), LiteralValue("b"))),
    ]


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (Decimal, Format("Decimal", NUMBER)),
        (dt.timedelta, Format("Duration", NUMBER)),
        (list[Decimal | None], Array(union(Format("Decimal", NUMBER), NULL))),
        (dict[Decimal, Decimal], Map(Format("Decimal", NUMBER))),
        (tuple[Decimal, int], Tuple((Format("Decimal", NUMBER), NUMBER))),
        (Annotated[int, PlainSerializer(str, return_type=str)], NUMBER),
        (dt.datetime, Format("DateTime")),
    ],
)
def test_jsonable_encoder_writes_in_its_own_way(annotation: Any, expected: Type) -> None:
    """Without a response model, a Decimal is a number and no serializer is asked."""
    assert ask(annotation, wire="jsonable").only == expected


def test_below_a_model_pydantic_writes_on_both_wires() -> None:
    """`jsonable_encoder` leaves models to pydantic, but writes dataclasses itself."""
    answers = ask(kinds.User, kinds.Plain, wire="jsonable")
    assert answers.fields("User")["price"].type == DECIMAL
    assert answers.fields("Plain")["price"].type == Format("Decimal", NUMBER)
    assert answers.fields("Plain")["text"].type == NUMBER


# --- Fields -----------------------------------------------------------------------------------


def test_a_default_is_optional_to_send_and_always_received() -> None:
    """T13; and T01: null is a value, an absent key is not."""
    answers = ask((kinds.Nullable, INPUT), (kinds.Nullable, OUTPUT))
    assert answers.definition("Nullable#input") == Object(
        (
            field("required", union(NUMBER, NULL)),
            field("defaulted", union(NUMBER, NULL), required=False),
            field("never", STRING, required=False),
        )
    )
    assert answers.definition("Nullable") == Object(
        (
            field("required", union(NUMBER, NULL)),
            field("defaulted", union(NUMBER, NULL)),
            field("never", STRING),
        )
    )


def test_aliases_are_those_of_the_direction() -> None:
    """T03."""
    answers = ask((kinds.Aliased, INPUT), kinds.Aliased)
    assert answers.keys("Aliased#input") == ["theBoth", "eachIn", "first?"]
    assert answers.keys("Aliased") == ["theBoth", "eachOut", "choice"]
    assert [each.name for each in answers.fields("Aliased").values()] == ["both", "each", "choice"]


def test_a_route_may_turn_aliases_off() -> None:
    """`response_model_by_alias=False` also holds further down, and concerns no input."""
    answers = ask(list[kinds.Aliased], by_alias=False)
    assert answers.keys("Aliased") == ["both", "each", "choice"]


def test_a_model_that_takes_names_only_is_sent_names() -> None:
    """`validate_by_alias=False`, which came with pydantic 2.11."""

    class Named(BaseModel):
        model_config = ConfigDict(validate_by_alias=False, validate_by_name=True)
        value: int = Field(alias="theValue")

    assert ask((Named, INPUT)).keys("Named") == ["value"]


def test_an_alias_path_is_said_to_be_unknown() -> None:
    """The key is known; what lies around the value is not."""

    class Deep(BaseModel):
        first: int = Field(validation_alias=AliasPath("values", 0))
        second: int = Field(validation_alias=AliasPath("values", 1))

    answers = ask((Deep, INPUT))
    assert answers.definition("Deep") == Object((field("values", Scalar.UNKNOWN),))
    assert "AliasPath" in answers.told()["Deep.first"]


def test_computed_fields_are_received_only() -> None:
    """T04."""
    answers = ask((kinds.User, INPUT), kinds.User)
    assert "full" not in answers.fields("User#input")
    full = answers.fields("User")["full"]
    assert full.read_only
    assert full.required
    assert full.origin is not None


def test_excluded_fields_are_sent_only() -> None:
    """T22; a secret is a string both ways."""
    answers = ask((kinds.Hidden, INPUT), kinds.Hidden)
    assert answers.keys("Hidden#input") == ["shown", "hidden?", "secret?", "secret_bytes?"]
    assert answers.keys("Hidden") == ["shown", "secret", "secret_bytes"]
    assert answers.fields("Hidden")["secret"].type == Format("Secret")


def test_serializers_say_what_they_return() -> None:
    """T05."""
    answers = ask((kinds.Serialized, INPUT), kinds.Serialized, kinds.SerializedWhole)
    types = {name: each.type for name, each in answers.fields("Serialized").items()}
    assert types == {
        "by_field": Array(STRING),
        "by_annotation": STRING,
        "by_wrapping": Array(NUMBER),
        "some": union(STRING, NULL),
    }
    assert answers.fields("Serialized#input")["by_field"].type == NUMBER
    assert answers.definition("SerializedWhole") == Map(NUMBER)
    assert not answers.reading.diagnostics


def test_extra_keys_have_the_type_that_python_says() -> None:
    """T10."""
    answers = ask(kinds.Open, kinds.OpenTyped, kinds.Closed)
    assert answers.definition("Open").extra == Scalar.UNKNOWN
    assert answers.definition("OpenTyped").extra == NUMBER
    assert answers.definition("Closed").extra is None
    assert not answers.reading.diagnostics


def test_a_discriminator_must_be_sent_although_it_has_a_default() -> None:
    """T23: pydantic looks for the tag before it looks at defaults."""
    answers = ask((kinds.Owner, INPUT), kinds.Owner)
    assert answers.keys("Dog") == ["kind", "good"]
    with pytest.raises(ValidationError):
        kinds.Owner.model_validate({"pet": {"good": True}})


def test_a_model_alone_may_leave_its_tag_to_the_default() -> None:
    """Only a union needs it."""
    assert ask((kinds.Dog, INPUT)).keys("Dog") == ["kind?", "good"]


def test_nan_is_null_where_the_configuration_says_so() -> None:
    """T15: elsewhere a float is a number, and NaN goes untold."""
    answers = ask(kinds.NanAsNull, kinds.NanAsText, float)
    assert answers.fields("NanAsNull")["value"].type == union(NUMBER, NULL)
    assert answers.fields("NanAsText")["value"].type == union(
        NUMBER, *map(LiteralValue, ("NaN", "Infinity", "-Infinity"))
    )
    assert answers.types[-1] == NUMBER


def test_nan_is_there_where_none_is_not() -> None:
    """`exclude_none` drops None alone; both would be null."""

    class Both(BaseModel):
        model_config = ConfigDict(ser_json_inf_nan="null")
        value: float | None = None

    answers = ask(Both, exclude_none=True)
    assert answers.keys("Both") == ["value?"]
    assert answers.fields("Both")["value"].type == union(NUMBER, NULL)
    nan = TypeAdapter(Both).dump_json(Both(value=float("nan")), exclude_none=True)
    assert nan == b'{"value":null}'


def test_what_init_does_not_take_is_not_sent() -> None:
    """And what only `__init__` takes is not received."""
    answers = ask((kinds.Checked, INPUT), kinds.Checked)
    assert answers.keys("Checked#input") == ["a", "b?", "theC?", "made?"]
    assert answers.keys("Checked") == ["a", "b", "theC", "d"]


def test_named_tuples_are_arrays() -> None:
    """Items with a default may be left out, and are always received."""
    user = union(Reference("apps.kinds:User"), NULL)
    answers = ask((kinds.Point, INPUT), kinds.Point)
    assert answers.types[1] == Reference("apps.kinds:Point")
    assert answers.definition("Point") == Tuple((NUMBER, NUMBER, user))
    assert answers.definition("Point#input").optional == 2


def test_json_in_a_string_is_parsed_by_python() -> None:
    """It is sent as a string, and received as what was in it."""
    answers = ask((kinds.Odds, INPUT), kinds.Odds)
    assert answers.fields("Odds#input")["parsed"].type == Format("JsonString")
    assert answers.fields("Odds")["parsed"].type == Array(NUMBER)


def test_a_file_in_a_form_model_is_a_blob() -> None:
    """The one thing that a form sends and JSON cannot."""

    class Upload(BaseModel):
        file: UploadFile
        more: list[UploadFile] = []

    answers = ask((Upload, INPUT))
    assert answers.definition("Upload") == Object(
        (
            field("file", Scalar.BLOB),
            field("more", Array(Scalar.BLOB), required=False),
        )
    )


def test_sqlmodel_tables_are_models() -> None:
    """Relationships are not on the wire."""
    sqlmodel = pytest.importorskip("sqlmodel")

    class Hero(sqlmodel.SQLModel):
        id: int | None = sqlmodel.Field(default=None, primary_key=True)
        name: str = sqlmodel.Field(index=True, max_length=3, description="The name")

    answers = ask((Hero, INPUT), Hero)
    assert answers.keys("Hero#input") == ["id?", "name"]
    assert answers.keys("Hero") == ["id", "name"]
    assert answers.fields("Hero")["name"].doc.text == "The name"


# --- Flags of a route -------------------------------------------------------------------------


def test_unset_fields_may_be_absent() -> None:
    """T14: those with a default, at any depth; a dataclass knows nothing of it."""
    answers = ask(kinds.Optionals, exclude_unset=True)
    assert answers.keys("Optionals") == [
        "needed",
        "maybe?",
        "text?",
        "inner?",
        "made?",
        "pairs?",
        "record?",
        "twice",
    ]
    assert answers.keys("Record") == ["needed", "maybe", "text"]


def test_none_is_absent_rather_than_null() -> None:
    """T14: a key that is there is never null; values in a dict may be."""
    answers = ask(kinds.Optionals, exclude_none=True)
    fields = answers.fields("Optionals")
    assert answers.keys("Optionals") == [
        "needed",
        "maybe?",
        "text",
        "inner?",
        "made",
        "pairs",
        "record?",
        "twice?",
    ]
    assert fields["maybe"].type == NUMBER
    assert fields["pairs"].type == Map(union(NUMBER, NULL))
    assert answers.keys("Record") == ["needed", "maybe?", "text"]


def test_a_plain_route_and_a_varied_one_share_what_is_equal() -> None:
    """Only what the flag changes has a variant."""
    answers = ask(request(1, kinds.Optionals), request(2, kinds.Optionals, exclude_unset=True))
    assert answers.types == [
        Reference("apps.kinds:Optionals"),
        Reference("apps.kinds:Optionals#exclude_unset"),
    ]
    assert answers.declarations["Optionals#exclude_unset"].variant == "exclude_unset"
    assert set(answers.declarations) == {"Optionals", "Optionals#exclude_unset", "Record"}


@pytest.mark.parametrize(
    ("annotation", "options", "expected"),
    [
        (kinds.Closed, {"include": {"a"}}, Object((field("a", NUMBER),))),
        (kinds.Closed, {"exclude": {"a"}}, Object(())),
        (kinds.Closed, {"exclude": {"a": True}}, Object(())),
        (kinds.Closed, {"exclude": {"a": ...}}, Object(())),
        (kinds.Closed, {"include": ["a"], "exclude": {"b"}}, Object((field("a", NUMBER),))),
        (
            kinds.First,
            {"include": {"second": {"firsts": {"__all__": {"number"}}}}},
            Object(
                (
                    field(
                        "second",
                        union(
                            Object((field("firsts", Array(Object((field("number", NUMBER),)))),)),
                            NULL,
                        ),
                    ),
                )
            ),
        ),
        (list[kinds.Closed], {"exclude": {"__all__": {"a"}}}, Array(Object(()))),
        (dict[str, kinds.Closed], {"exclude": {"__all__": {"a"}}}, Map(Object(()))),
        (
            list[kinds.Closed],
            {"exclude": {0: {"a"}}},
            Array(union(Reference("apps.kinds:Closed"), Object(()))),
        ),
        (
            list[kinds.Closed],
            {"include": {0: True, -1: {"b"}}},
            Array(union(Reference("apps.kinds:Closed"), Object(()))),
        ),
        (list[kinds.Closed], {"include": {"a"}}, Array(Scalar.NEVER)),
        (
            dict[str, kinds.Closed],
            {"exclude": {"__all__": {"b"}, "k": {"a"}}},
            Map(union(Object((field("a", NUMBER),)), Object(()))),
        ),
        (tuple[kinds.Closed, int], {"exclude": {0: {"a"}}}, Tuple((Object(()), NUMBER))),
        (tuple[kinds.Closed, int], {"exclude": {0}}, Tuple((NUMBER,))),
        (
            tuple[int, kinds.Closed],
            {"include": {1: {"a"}}},
            Tuple((Object((field("a", NUMBER),)),)),
        ),
        (kinds.Page[int], {"include": {"items"}}, Object((field("items", Array(NUMBER)),))),
        (
            kinds.Aliased,
            {"include": {"each"}},
            Object((field("each", NUMBER, wire_name="eachOut"),)),
        ),
    ],
)
def test_a_route_may_choose_fields(
    annotation: Any, options: dict[str, Any], expected: Type
) -> None:
    """T14: `response_model_include` and `response_model_exclude`, by Python's names."""
    assert ask(annotation, **options).only == expected


# --- What users say of their JSON Schema ------------------------------------------------------


def test_a_json_schema_of_ones_own_counts() -> None:
    """It may say more than Python does."""
    said = WithJsonSchema({"type": "array", "items": {"type": "string", "format": "uuid"}})
    assert ask(Annotated[int, said]).only == Array(Format("UUID"))


def test_what_is_never_is_no_member_of_a_union() -> None:
    """A schema may say so."""
    said = WithJsonSchema({"anyOf": [False, {"type": "integer"}, {"type": ["string", "null"]}]})
    assert ask(Annotated[int, said]).only == union(NUMBER, STRING, NULL)


def test_a_class_may_describe_itself() -> None:
    """`__get_pydantic_json_schema__` of a class that pydantic does not know."""

    class Money:
        @classmethod
        def __get_pydantic_core_schema__(cls, *_: Any) -> CoreSchema:
            return core_schema.no_info_plain_validator_function(lambda value: value)

        @classmethod
        def __get_pydantic_json_schema__(cls, *_: Any) -> dict[str, Any]:
            return {
                "type": "object",
                "properties": {"amount": {"type": "integer"}, "unit": {"enum": ["€", "$"]}},
                "required": ["amount"],
            }

    answers = ask(Money)
    assert answers.only == Object(
        (
            field("amount", NUMBER),
            field("unit", union(LiteralValue("€"), LiteralValue("$")), required=False),
        )
    )
    assert not answers.reading.diagnostics


def test_a_model_may_change_its_own_json_schema() -> None:
    """Recipes for `json_schema_extra` rely on titles; marks of ours do them no harm."""

    def extra(schema: dict[str, Any]) -> None:
        for each in schema["properties"].values():
            del each["title"]
        schema["properties"]["added"] = {"type": "boolean"}

    class Extra(BaseModel):
        model_config = ConfigDict(json_schema_extra=extra)
        a: int

    answers = ask(Extra)
    assert answers.definition("Extra") == Object(
        (field("a", NUMBER), field("added", Scalar.BOOLEAN, required=False))
    )


# --- Gaps -------------------------------------------------------------------------------------


def _unannotated_serializer() -> Any:
    class Silent(BaseModel):
        a: int
        b: int

        @field_serializer("a")
        def _a(self, value):  # type: ignore[no-untyped-def]
            return str(value)

    return Silent


def _unannotated_model_serializer() -> Any:
    class Silent(BaseModel):
        a: int

        @model_serializer
        def _all(self):  # type: ignore[no-untyped-def]
            return {}

    return Silent


def _arbitrary() -> Any:
    class Foreign:
        pass

    class Silent(BaseModel):
        model_config = ConfigDict(arbitrary_types_allowed=True)
        a: Foreign
        b: int

    return Silent


def _raising() -> Any:
    class Foreign:
        @classmethod
        def __get_pydantic_core_schema__(cls, *_: Any) -> CoreSchema:
            return core_schema.any_schema()

        @classmethod
        def __get_pydantic_json_schema__(cls, *_: Any) -> dict[str, Any]:
            raise RuntimeError("no")

    class Silent(BaseModel):
        a: Foreign
        b: int

    return Silent


def _undescribed_validator() -> Any:
    class Foreign:
        @classmethod
        def __get_pydantic_core_schema__(cls, *_: Any) -> CoreSchema:
            return core_schema.no_info_plain_validator_function(lambda value: value)

    class Silent(BaseModel):
        a: Foreign
        b: int

    return Silent


def _dangling() -> Any:
    class Silent(BaseModel):
        a: Annotated[int, WithJsonSchema({"$ref": "#/components/schemas/Nowhere"})]
        b: int

    return Silent


def _callable() -> Any:
    class Silent(BaseModel):
        a: Callable[[], int]
        b: int

    return Silent


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (_unannotated_serializer, "does not say what it returns"),
        (_arbitrary, "JSON has no form for test_types._arbitrary.<locals>.Foreign"),
        (_raising, "pydantic cannot describe it (RuntimeError: no)"),
        (_undescribed_validator, "does not say what it takes"),
        (_dangling, "refers to '#/components/schemas/Nowhere'"),
        (_callable, "JSON has no form for 'callable'"),
    ],
)
def test_a_gap_is_one_field_wide_and_told(make: Callable[[], Any], what: str) -> None:
    """The rest of the model, and the other models, keep their types."""
    answers = ask(list[make()], kinds.User)
    assert answers.fields("Silent")["a"].type is Scalar.UNKNOWN
    assert answers.fields("Silent")["b"].type is NUMBER
    assert what.replace("test_types.", f"{__name__}.") in answers.told()["Silent.a"]
    (diagnostic,) = answers.reading.diagnostics
    assert diagnostic.where.startswith("tests/introspection/test_types.py:")
    assert diagnostic.todo


def test_a_model_serializer_that_says_nothing_is_told() -> None:
    """Then nothing is known of the model as it is received."""
    answers = ask(_unannotated_model_serializer())
    assert answers.definition("Silent") is Scalar.UNKNOWN
    assert "does not say what it returns" in answers.told()["Silent"]


def test_a_validator_that_takes_anything_is_told() -> None:
    """pydantic takes a plain validator's input for `Any`, unless it is said."""

    class Plain(BaseModel):
        said: Annotated[int, PlainValidator(lambda v: v, json_schema_input_type=str | int)]
        unsaid: int

        @field_validator("unsaid", mode="plain")
        @classmethod
        def _any(cls, value: Any) -> int:
            return int(value)

    answers = ask((Plain, INPUT))
    assert answers.fields("Plain")["said"].type == union(STRING, NUMBER)
    assert answers.fields("Plain")["unsaid"].type is Scalar.UNKNOWN
    assert list(answers.told()) == ["Plain.unsaid"]


def test_a_model_that_is_not_complete_is_told() -> None:
    """Whatever pydantic raises for one type, the others keep theirs."""

    class Incomplete(BaseModel):
        a: Nowhere  # type: ignore[name-defined]  # noqa: F821

    schema: Any = Incomplete.__pydantic_core_schema__
    for wire in ("pydantic", "jsonable"):
        incomplete = dataclasses.replace(request(1, int, wire=wire), schema=schema)
        answers = ask(incomplete, request(2, kinds.Closed))
        assert answers.types == [Scalar.UNKNOWN, Reference("apps.kinds:Closed")]
        what = answers.reading.diagnostics[0].what
        assert what.startswith("the annotation 'Nowhere' in Incomplete has a name that Python")


def test_any_is_no_gap() -> None:
    """The Python says so itself."""

    class Anything(BaseModel):
        a: Any
        b: object
        c: dict[str, Any]
        d: list  # type: ignore[type-arg]

    assert not ask((Anything, INPUT), Anything).reading.diagnostics


def test_json_is_never_what_only_an_instance_can_be() -> None:
    """Such a member of a union is nothing that a client could send."""

    class Foreign:
        pass

    class Either(BaseModel):
        model_config = ConfigDict(arbitrary_types_allowed=True)
        value: int | Foreign

    answers = ask((Either, INPUT))
    assert answers.fields("Either")["value"].type is NUMBER
    assert not answers.reading.diagnostics


# --- Enums ------------------------------------------------------------------------------------


def test_enums_keep_the_names_of_their_members() -> None:
    """A second name for a value is no member."""
    definition = ask(kinds.Color).declarations["Color"].definition
    assert isinstance(definition, Enumeration)
    assert [(each.name, each.value) for each in definition.members] == [
        ("RED", "red"),
        ("BLUE", "blue"),
    ]


@pytest.mark.parametrize("each", [kinds.Level, kinds.Tone, kinds.Mixed, kinds.Functional])
def test_every_enum_of_plain_values_is_an_enumeration(each: type[enum.Enum]) -> None:
    """Numbers, strings, both, none; made by a class or a call."""
    definition = ask(each).declarations[each.__name__].definition
    assert isinstance(definition, Enumeration)
    assert [each.value for each in definition.members] == [member.value for member in each]


def test_flags_are_numbers() -> None:
    """`READ | WRITE` is sent as 3, and accepted."""
    assert ask(kinds.Permission).only == union(Reference("apps.kinds:Permission"), NUMBER)
    assert TypeAdapter(kinds.Permission).validate_python(3) == (
        kinds.Permission.READ | kinds.Permission.WRITE
    )


def test_an_enum_of_tuples_is_received_as_arrays_and_cannot_be_sent() -> None:
    """pydantic compares the array with the tuple, and refuses it."""
    answers = ask((kinds.Pair, INPUT), kinds.Pair)
    assert answers.definition("Pair") == Tuple((LiteralValue(1), LiteralValue("a")))
    assert answers.definition("Pair#input") is Scalar.NEVER
    assert list(answers.told()) == ["Pair"]


# --- Documentation ----------------------------------------------------------------------------


def test_fields_are_documented() -> None:
    """Description, constraints, default, deprecation; a default where the key may be absent."""

    class Documented(BaseModel):
        """What it is.

        And more.
        """

        model_config = ConfigDict(use_attribute_docstrings=True)
        text: str = Field("a", description="A text.", max_length=1, pattern="^a*/$")
        number: float | None = Field(None, gt=0, le=2.5, deprecated=True)
        items: list[int] = Field([1], min_length=1, max_length=3)
        price: Decimal = Field(Decimal("1.50"), ge=0)
        noted: int = 1
        """From a string below."""

    answers = ask((Documented, INPUT), Documented)
    docs = {name: each.doc for name, each in answers.fields("Documented#input").items()}
    assert answers.declarations["Documented"].doc.text == "What it is.\n\nAnd more."
    assert docs["text"].text == "A text."
    assert docs["text"].notes == ("At most 1 character", "Pattern: `^a*/$`", 'Default: "a"')
    assert docs["number"].notes == ("More than 0", "At most 2.5")
    assert docs["number"].deprecated
    assert docs["items"].notes == ("At least 1 item", "At most 3 items", "Default: [1]")
    assert docs["price"].notes == ("At least 0", 'Default: "1.50"')
    assert docs["noted"].text == "From a string below."
    assert answers.fields("Documented")["noted"].doc.notes == ()


def test_nobody_wrote_the_docstrings_that_python_makes() -> None:
    """Those of dataclasses, enums, named tuples and base classes say nothing."""
    answers = ask(
        kinds.Record, kinds.Color, kinds.Point, kinds.Closed, kinds.Page[int], kinds.Total
    )
    assert {name for name, each in answers.declarations.items() if each.doc.text} == {"User"}


def test_a_default_with_a_path_of_this_machine_is_not_shown() -> None:
    """It would differ from one machine to the next."""

    class Located(BaseModel):
        path: str = __file__

    assert ask((Located, INPUT)).fields("Located")["path"].doc.notes == ()


def test_constraints_of_a_root_are_those_of_its_alias() -> None:
    """A RootModel has no field that could say it."""

    class Some(RootModel[list[int]]):
        root: list[int] = Field(min_length=1)

    assert ask(Some).declarations["Some"].doc.notes == ("At least 1 item",)
