"""
A catalogue of models: one or more of every kind that FastAPI and pydantic put on the wire.

Each `Case` becomes an endpoint that answers a value (`out_…`), and one that takes it (`in_…`).
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import enum
import fractions
import importlib
import ipaddress
import re
import types
import uuid
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, TypeVar, get_type_hints

import typing_extensions as te
from fastapi import Body, FastAPI
from pydantic import (
    AfterValidator,
    AliasChoices,
    AliasGenerator,
    AliasPath,
    AnyUrl,
    AwareDatetime,
    Base64Bytes,
    Base64Str,
    BaseModel,
    BeforeValidator,
    ByteSize,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    HttpUrl,
    IPvAnyAddress,
    Json,
    NaiveDatetime,
    PastDate,
    PlainSerializer,
    PlainValidator,
    PostgresDsn,
    RootModel,
    Secret,
    SecretBytes,
    SecretStr,
    SerializationInfo,
    SerializeAsAny,
    SerializerFunctionWrapHandler,
    StringConstraints,
    Tag,
    WithJsonSchema,
    WrapSerializer,
    computed_field,
    create_model,
    field_serializer,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic import dataclasses as pydantic_dataclasses
from pydantic.alias_generators import to_camel, to_pascal
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema
from sqlmodel import Field as SqlField
from sqlmodel import SQLModel
from versions import has

from apps import wire_extra, wire_plain

_NONE = types.SimpleNamespace(SCALARS={}, MODELS={}, NOT_SENT={}, JSONABLE={}, VALUES={})
oddities: Any = importlib.import_module("apps.wire_oddities") if has(pydantic="2.12") else _NONE
has_syntax = has(python="3.12", pydantic="2.10")  # until then, no `type X[T]` with an argument
syntax: Any = importlib.import_module("apps.wire_syntax") if has_syntax else _NONE

T = TypeVar("T")
K = TypeVar("K")
V = te.TypeVar("V", default=int)
ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Case:
    """
    A type on the wire, and the flags of its route.
    """

    name: str
    annotation: Any
    jsonable: bool = False
    """No response model: `jsonable_encoder` writes the value."""
    flags: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """Of the route: "response_model_exclude_unset" and the like."""
    receives: bool = True
    """There is an endpoint that takes it."""
    values: tuple[Any, ...] = ()
    """What is sent besides what is drawn."""
    words: tuple[str, ...] = ()
    """Texts that it takes, where hardly any other is taken."""


# --- Enums ------------------------------------------------------------------------------------


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"
    SKY = "blue"  # noqa: PIE796 -- a second name


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Tone(str, enum.Enum):  # noqa: UP042 -- as people write it
    SOFT = "soft"
    LOUD = "loud"


class Texture(enum.StrEnum):
    ROUGH = enum.auto()
    SMOOTH = enum.auto()


class Mixed(enum.Enum):
    ONE = 1
    TEXT = "text"
    NOTHING = None
    HALF = 0.5
    YES = True  # noqa: PIE796 -- equal to 1: a second name


class Single(enum.Enum):
    ONLY = "only"


class Quoted(enum.Enum):
    QUOTE = 'a"b'
    BREAK = "a\nb"
    UNICODE = "ü☃"
    EMPTY = ""


class Permission(enum.Flag):
    READ = 1
    WRITE = 2


class Access(enum.IntFlag):
    READ = 1
    WRITE = 2


Functional = enum.Enum("Functional", {"not an identifier": "x y", "class": "c"})
Numbers = enum.IntEnum("Numbers", ["ONE", "TWO", "THREE"])


class Floats(float, enum.Enum):
    HALF = 0.5
    WHOLE = 2.0


class Rates(Decimal, enum.Enum):
    LOW = "1.10"
    HIGH = "2"


class Tables(enum.Enum):
    SMALL = {"x": 1}  # noqa: RUF012 -- the value of a member
    NAMED = "named"


class Shade(str, enum.Enum):  # noqa: UP042 -- as people write it
    """Not every text that is a value is a key."""

    DARK = "dark"
    LIGHT = "light"

    @classmethod
    def _missing_(cls, value: object) -> Shade | None:
        return cls.DARK if value == "black" else None


Textures = enum.StrEnum("Textures", ["FINE", "COARSE"])
Rights = enum.Flag("Rights", ["SEE", "EDIT"])
Mask = enum.IntFlag("Mask", {"ONE": 1, "TWO": 2, "BOTH": 3}, boundary=enum.KEEP)


# --- One type in many places -------------------------------------------------------------------


class Pin(Secret[int]):
    """A secret that hides itself in its own way."""

    def _display(self) -> str:
        return "#" * 4


UserId = NewType("UserId", int)
AdminId = NewType("AdminId", UserId)
Price = NewType("Price", Decimal)
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z]+$", min_length=1, max_length=5)]
Ids = te.TypeAliasType("Ids", list[int])
Tree2 = te.TypeAliasType("Tree2", "dict[str, Tree2] | int")
JsonValue = te.TypeAliasType(
    "JsonValue", "dict[str, JsonValue] | list[JsonValue] | str | int | bool | None"
)
Several = te.TypeAliasType("Several", list[T], type_params=(T,))
MaybeInt = te.TypeAliasType("MaybeInt", "int | None")

SCALARS: dict[str, Any] = {
    "Int": int,
    "Float": float,
    "Bool": bool,
    "Str": str,
    "Nothing": type(None),
    "Anything": Any,
    "Object": object,
    "Bytes": bytes,
    "Decimal": Decimal,
    "Fraction": fractions.Fraction,
    "Complex": complex,
    "DateTime": dt.datetime,
    "Aware": AwareDatetime,
    "Naive": NaiveDatetime,
    "Date": dt.date,
    "Past": PastDate,
    "Time": dt.time,
    "Span": dt.timedelta,
    "Uuid": uuid.UUID,
    "Path": Path,
    "IPv4": ipaddress.IPv4Address,
    "IPv6": ipaddress.IPv6Address,
    "IPv4Interface": ipaddress.IPv4Interface,
    "IPv6Network": ipaddress.IPv6Network,
    "IPvAny": IPvAnyAddress,
    "Http": HttpUrl,
    "AnyUrl": AnyUrl,
    "Postgres": PostgresDsn,
    "Size": ByteSize,
    "Regex": re.Pattern[str],
    "JsonInts": Json[list[int]],
    "JsonAny": Json[Any],
    "SecretText": SecretStr,
    "SecretData": SecretBytes,
    "SecretDate": Secret[dt.date],
    "SecretInt": Secret[int],
    "SecretInts": Secret[list[int]],
    "SecretPin": Pin,
    "Base64Data": Base64Bytes,
    "Base64Text": Base64Str,
    "Color": Color,
    "Level": Level,
    "Tone": Tone,
    "Texture": Texture,
    "Mixed": Mixed,
    "Single": Single,
    "Quoted": Quoted,
    "Permission": Permission,
    "Access": Access,
    "Functional": Functional,
    "Numbers": Numbers,
    "Floats": Floats,
    "Shade": Shade,
    "Textures": Textures,
    "Rights": Rights,
    "Mask": Mask,
    "LiteralText": Literal["a", "b"],
    "LiteralInt": Literal[1, 2],
    "LiteralTrue": Literal[True],
    "LiteralMixed": Literal[1, True, "a", None],  # noqa: PYI061 -- as people write it
    "LiteralMember": Literal[Tone.SOFT, Level.LOW],
    "LiteralNegative": Literal[-1, 0],
    "LiteralHostile": Literal["*/", "`${x}`", "\\", "</script>", "\u2028"],
    "UserId": UserId,
    "AdminId": AdminId,
    "Price": Price,
    "Slug": Slug,
    "Positive": Annotated[int, Field(gt=0, le=10)],
    "Fifth": Annotated[float, Field(ge=0, lt=1, multiple_of=0.2)],
    "Cents": Annotated[Decimal, Field(max_digits=6, decimal_places=2)],
    "Few": Annotated[list[int], Field(min_length=1, max_length=2)],
    "StrictInt": Annotated[int, Field(strict=True)],
    "Ids": Ids,
    "Tree2": Tree2,
    "JsonValue": JsonValue,
    "Several": Several[str],
    "MaybeInt": MaybeInt,
    "Union": int | str | list[bool],
    "UnionOfNumbers": int | float,
    "UnionWithAny": int | Any,
    "UnionOfLists": list[int] | list[str],
    "UnionOfDicts": dict[str, int] | dict[str, list[str]],
    "UnionOfEnums": Color | Level,
    "UnionOfDates": dt.date | int,
    "Pair": tuple[int, str],
    "Triple": tuple[int, str | None, tuple[bool, float]],
    "Many": tuple[int, ...],
    "Nobody": tuple[()],
    "Set": set[int],
    "Frozen": frozenset[Tone],
    "Deque": collections.deque[int],
    "Sequence": Sequence[int | None],
    "ListOfAny": list,
    "DictOfAny": dict,
    "Mapping": Mapping[str, float],
    "Nested": dict[str, list[dict[str, int | None]]],
    "Ordered": collections.OrderedDict[str, int],
    "Default": collections.defaultdict[str, list[int]],
    "Counted": collections.Counter[str],
    "ByColor": dict[Color, int],
    "ByLevel": dict[Level, int],
    "ByNumbers": dict[Numbers, str],
    "ByLiteral": dict[Literal["a", "b"], int],
    "ByInt": dict[int, str],
    "ByUuid": dict[uuid.UUID, int],
    "ByDate": dict[dt.date, int],
    "ByBool": dict[bool, int],
    "ByFloat": dict[float, int],
    "ByDecimal": dict[Decimal, int],
    "BySlug": dict[Slug, int],
    "ByMixed": dict[Mixed, int],
    "ByFloats": dict[Floats, int],
    "ByTone": dict[Tone, int],
    "ByMaybe": dict[int | None, int],
    "ByUnion": dict[int | Color, int],
    "ByLiteralInt": dict[Literal[1, 2], str],
    "ByLiteralTrue": dict[Literal[True], str],
    "ByLiteralOrText": dict[Literal["a"] | str, int],  # noqa: PYI051 -- as people write it
    "ByDateTime": dict[dt.datetime, int],
    "BySpan": dict[dt.timedelta, int],
    "ByPath": dict[Path, int],
    "ByBytes": dict[bytes, int],
    "ByTime": dict[dt.time, int],
    "ByIPv4": dict[ipaddress.IPv4Address, int],
    "ByUrl": dict[HttpUrl, int],
    "ByUserId": dict[UserId, Price],
    "ByShade": dict[Shade, int],
    "ByAccess": dict[Access, int],
    "ByLiteralMember": dict[Literal[Tone.SOFT, Level.LOW], int],
    "ByAlias": dict[MaybeInt, int],
    "AsText": Annotated[int, PlainSerializer(str, return_type=str)],
    "AsList": Annotated[int, WrapSerializer(lambda v, h: [h(v)], return_type=list[int])],
    "AsTextInJson": Annotated[
        dt.date, PlainSerializer(lambda v: v.year, return_type=int, when_used="json")
    ],
    "AsTextInPython": Annotated[
        int, PlainSerializer(str, return_type=str, when_used="unless-none")
    ],
    "AsAnything": Annotated[int, PlainSerializer(lambda v: [v])],
    "Doubled": Annotated[int, AfterValidator(lambda v: v * 2)],
    "Stripped": Annotated[str, BeforeValidator(lambda v: v.strip() if isinstance(v, str) else v)],
    "Parsed": Annotated[int, PlainValidator(lambda v: int(v), json_schema_input_type=int | str)],
    "Described": Annotated[int, WithJsonSchema({"type": "integer", "examples": [1]})],
}
"""By name; each stands alone, with None, in a list and in a dict."""

if not has(pydantic="2.10"):
    del SCALARS["Fraction"]  # no type of pydantic's until then


def _holder(name: str, kind: Any) -> type[BaseModel]:
    """
    Return a model that has *kind* in every ordinary place.
    """
    fields: dict[str, Any] = {
        "value": (kind, ...),
        "maybe": (kind | None if kind is not None else None, None),
        "many": (list[kind], []),
        "named": (dict[str, kind], Field(default_factory=dict)),
    }
    return create_model(f"Of{name}", __module__=__name__, **fields)


# --- Models -----------------------------------------------------------------------------------


class User(BaseModel):
    """A user."""

    id: int = Field(ge=1)
    name: str = "x"
    color: Color = Color.RED
    friend: User | None = None
    price: Decimal = Decimal("1.10")

    @computed_field
    def full(self) -> str:
        return self.name or ""


class Empty(BaseModel):
    pass


class Nullable(BaseModel):
    required: int | None
    defaulted: int | None = None
    never: str = "a"


_FROM_DATA: Any = (lambda data: str(len(data))) if has(pydantic="2.10") else str


class Made(BaseModel):
    made: list[int] = Field(default_factory=list)
    from_data: str = Field(default_factory=_FROM_DATA)
    record: Record | None = None


class Child(User):
    age: int
    name: str | None = None  # type: ignore[assignment]


class Outer(BaseModel):
    class Inner(BaseModel):
        a: int

    class Options(BaseModel):
        b: str = "b"

    inner: Inner
    options: Options = Options()


class Other:
    class Inner(BaseModel):
        """The same name, twice in one module."""

        c: str


class Both(BaseModel):
    one: Outer.Inner
    two: Other.Inner


class Strange(BaseModel):
    """Keys that are no identifiers."""

    one: int = Field(alias="with space")
    two: int = Field(alias="with-dash")
    three: int = Field(alias="__proto__")
    four: int = Field(alias='"')
    five: int = Field(1, alias="constructor")
    six: int = Field(1, alias="0")
    seven: int = Field(1, alias="ü")


class Reserved(BaseModel):
    class_: int = Field(alias="class")
    default: str = "a"
    function: bool = True
    new: None = None


# --- Aliases ----------------------------------------------------------------------------------


class Aliased(BaseModel):
    both: int = Field(alias="theBoth")
    each: int = Field(validation_alias="eachIn", serialization_alias="eachOut")
    choice: int = Field(0, validation_alias=AliasChoices("first", "second"))


class ByName(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    value: int = Field(alias="theValue")
    other: str = Field("a", alias="theOther")


class NameOnly(BaseModel):
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=False)
    value: int = Field(alias="theValue")


class SerializedByAlias(BaseModel):
    model_config = ConfigDict(serialize_by_alias=True)
    value: int = Field(alias="theValue")


class Camel(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)
    first_name: str
    last_name: str | None = None
    inner_value: Inside


class Inside(BaseModel):
    model_config = ConfigDict(alias_generator=AliasGenerator(serialization_alias=to_pascal))
    some_value: int
    other_value: bool = False


class Deep(BaseModel):
    value: int = Field(validation_alias=AliasPath("outer", "inner"))
    other: int = 1


class Choices(BaseModel):
    value: int = Field(validation_alias=AliasChoices("a", AliasPath("b", 0)))


class ComputedAlias(BaseModel):
    a: int

    @computed_field(alias="theDouble")
    @property
    def double(self) -> int:
        return self.a * 2

    @computed_field(return_type=list[int] | None)
    def maybe(self) -> Any:
        return None if self.a % 2 else [self.a]


# --- Serializers ------------------------------------------------------------------------------


class Serialized(BaseModel):
    by_field: int
    by_annotation: Annotated[int, PlainSerializer(lambda v: str(v), return_type=str)]
    by_wrapping: Annotated[int, WrapSerializer(lambda v, h: [h(v)], return_type=list[int])]
    some: Annotated[int, PlainSerializer(str, return_type=str, when_used="unless-none")] | None

    @field_serializer("by_field")
    def _by_field(self, value: int) -> list[str]:
        return [str(value)]


class SerializedWhole(BaseModel):
    a: int

    @model_serializer
    def _whole(self) -> dict[str, int]:
        return {"b": self.a}


class SerializedWrapped(BaseModel):
    a: int

    @model_serializer(mode="wrap")
    def _whole(self, handler: SerializerFunctionWrapHandler) -> list[Any]:
        return [handler(self)]


class SerializedUntyped(BaseModel):
    a: int

    @model_serializer(mode="wrap")
    def _whole(self, handler, info: SerializationInfo):  # type: ignore[no-untyped-def]
        return {**handler(self), "extra": info.mode}


class SerializedToModel(BaseModel):
    a: Annotated[int, PlainSerializer(lambda v: User(id=max(v, 1)), return_type=User)]


class SerializedMaybe(BaseModel):
    a: int | None
    b: dt.date | None = None

    @field_serializer("a", when_used="unless-none")
    def _a(self, value: int) -> str:
        return str(value)

    @field_serializer("b", when_used="json")
    def _b(self, value: dt.date | None) -> int | None:
        return value.year if value else None


class SerializedNone(BaseModel):
    """None is left out before a serializer sees it, and what that makes of another value is not."""

    as_text: Annotated[int | None, PlainSerializer(str, return_type=str)] = None
    to_none: Annotated[int, PlainSerializer(lambda v: v or None, return_type=int | None)] = 0
    kept: Annotated[
        int | None, WrapSerializer(lambda v, h: h(v), return_type=int, when_used="unless-none")
    ] = None
    inside: Annotated[MaybeInt, PlainSerializer(str, return_type=str)] = None

    @field_serializer("inside")
    def _inside(self, value: int | None) -> str:
        return str(value)


class SerializedInList(BaseModel):
    items: list[Annotated[int, PlainSerializer(str, return_type=str)]]
    table: dict[str, Annotated[dt.date, PlainSerializer(lambda d: d.year, return_type=int)]]


class Duck(BaseModel):
    a: SerializeAsAny[Empty]
    b: int = 1


class OmitsNothing(BaseModel):
    a: int
    b: int | None = None

    @model_serializer(mode="wrap")
    def _whole(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {k: v for k, v in handler(self).items() if v is not None}


class EnumValues(BaseModel):
    model_config = ConfigDict(use_enum_values=True)
    color: Color = Color.RED
    level: Level


class Hidden(BaseModel):
    shown: int
    hidden: int = Field(1, exclude=True)
    secret: SecretStr = SecretStr("a")


_IF_ZERO: dict[str, Any] = {"exclude_if": lambda v: v == 0} if has(pydantic="2.12") else {}


class HiddenIf(BaseModel):
    shown: int
    sometimes: int = Field(0, **_IF_ZERO)


class Repr(BaseModel):
    a: int = Field(repr=False, frozen=True, deprecated="old")
    b: int = 1


# --- Extra keys -------------------------------------------------------------------------------


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int


class OpenTyped(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]
    a: str
    b: bool | None = None


class OpenAlone(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, list[int]]


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int
    b: int = 1


class OpenDict(te.TypedDict):
    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]
    a: int


# --- Configuration ----------------------------------------------------------------------------


class Seconds(BaseModel):
    model_config = ConfigDict(
        ser_json_timedelta="float", ser_json_bytes="base64", val_json_bytes="base64"
    )
    span: dt.timedelta


class Hex(BaseModel):
    model_config = ConfigDict(ser_json_bytes="hex")
    data: bytes


class NanAsNull(BaseModel):
    model_config = ConfigDict(ser_json_inf_nan="null")
    value: float
    maybe: list[float] = []


class NanAsText(BaseModel):
    model_config = ConfigDict(ser_json_inf_nan="strings")
    value: float


class NoNan(BaseModel):
    model_config = ConfigDict(allow_inf_nan=False)
    value: float


class Strict(BaseModel):
    model_config = ConfigDict(strict=True)
    number: int
    real: float
    text: str
    flag: bool = False


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, title="Another title")
    a: int


class ValidatedDefaults(BaseModel):
    model_config = ConfigDict(validate_default=True, str_strip_whitespace=True)
    a: str = " a "
    b: int = "1"  # type: ignore[assignment]


class NumbersAsText(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)
    text: str


class Validated(BaseModel):
    low: int
    high: int

    @model_validator(mode="after")
    def _ordered(self) -> te.Self:
        if self.low > self.high:
            raise ValueError("low is above high")
        return self


class Swapped(BaseModel):
    a: int

    @field_validator("a", mode="before")
    @classmethod
    def _a(cls, value: Any) -> Any:
        return len(value) if isinstance(value, list) else value


@dataclasses.dataclass
class Span:
    """It has the configuration of whom it stands in."""

    the_span: dt.timedelta


class SpanDict(te.TypedDict):
    the_span: dt.timedelta


class SpansDict(te.TypedDict):
    spans: list[dt.timedelta]


class SpanModel(BaseModel):
    the_span: dt.timedelta


class SecondsInside(BaseModel):
    model_config = ConfigDict(ser_json_timedelta="float", alias_generator=to_camel)
    as_data: Span
    as_dict: SpanDict
    as_model: SpanModel
    in_list: list[dt.timedelta] = []


class SpanOutside(BaseModel):
    as_data: Span
    as_dict: SpanDict


class SecondsOfTime(BaseModel):
    model_config = ConfigDict(ser_json_temporal="seconds")
    when: dt.datetime
    day: dt.date
    time: dt.time
    span: dt.timedelta


class MillisecondsOfTime(BaseModel):
    model_config = ConfigDict(ser_json_temporal="milliseconds")
    when: dt.datetime
    span: dt.timedelta | None = None


class Animal(BaseModel):
    name: str


class Bird(Animal):
    wings: int = 2


class Ducks(BaseModel):
    """Sent as what they are, and not as what the annotation says."""

    one: SerializeAsAny[Animal]
    many: list[SerializeAsAny[Animal]] = []


class Polymorphic(BaseModel):
    model_config = ConfigDict(polymorphic_serialization=True)
    name: str


class PolymorphicChild(Polymorphic):
    wings: int = 2


class HoldsPolymorphic(BaseModel):
    one: Polymorphic


class NotDucks(BaseModel):
    one: Animal


# --- Discriminated unions ---------------------------------------------------------------------


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog", "wolf"] = "dog"
    good: bool


class Fish(BaseModel):
    kind: Literal[Single.ONLY] = Single.ONLY
    depth: float | None = None


class Puppy(Dog):
    kind: Literal["puppy"] = "puppy"  # type: ignore[assignment]
    age: int


Pet = Annotated[Cat | Dog, Field(discriminator="kind")]
AnyPet = Annotated[Cat | Annotated[Dog | Puppy, Field(discriminator="kind")] | Fish, Field()]


class Owner(BaseModel):
    pet: Pet
    pets: list[Pet] = []
    named: dict[str, Pet] = {}


class Zoo(BaseModel):
    animal: AnyPet
    maybe: AnyPet | None = None


class AliasedTagA(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)
    pet_kind: Literal["a"]
    x: int = 1


class AliasedTagB(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)
    pet_kind: Literal["b"] = "b"
    y: int = 1


class AliasedTags(BaseModel):
    value: Annotated[AliasedTagA | AliasedTagB, Field(discriminator="pet_kind")]


class LevelOne(BaseModel):
    level: Literal[Level.LOW] = Level.LOW
    a: int


class LevelTwo(BaseModel):
    level: Literal[Level.HIGH]
    b: int


class Levels(BaseModel):
    value: Annotated[LevelOne | LevelTwo, Field(discriminator="level")]


def _tag(value: Any) -> str:
    return "list" if isinstance(value, list) else "number"


class Tagged(BaseModel):
    value: Annotated[
        Annotated[int, Tag("number")] | Annotated[list[int], Tag("list")], Discriminator(_tag)
    ]


class Untagged(BaseModel):
    value: Cat | User | Empty
    values: list[Cat | int | None] = []


class TaggedDict(te.TypedDict):
    kind: Literal["t"]
    x: int


@dataclasses.dataclass
class TaggedData:
    y: int
    kind: Literal["d"] = "d"


class TaggedKinds(BaseModel):
    value: Annotated[TaggedDict | TaggedData | Cat, Field(discriminator="kind")]


# --- Root models ------------------------------------------------------------------------------


class Users(RootModel[list[User]]):
    pass


class MaybeNumber(RootModel[int | None]):
    root: int | None = None


class Table(RootModel[dict[Tone, list[int]]]):
    pass


class RootPet(RootModel[Pet]):
    pass


class RootOfRoot(RootModel[MaybeNumber]):
    pass


class RootTuple(RootModel[tuple[int, str]]):
    pass


class Nested(RootModel["list[Nested] | int"]):
    pass


class Holder(BaseModel):
    users: Users
    number: MaybeNumber
    anonymous: RootModel[int]
    defaulted: MaybeNumber = MaybeNumber(None)


# --- Generics ---------------------------------------------------------------------------------


class Page(BaseModel, Generic[T]):
    items: list[T]
    total: int = 0
    first: T | None = None


class Tree(BaseModel, Generic[T]):
    value: T
    children: list[Tree[T]] = []


class Two(BaseModel, Generic[T, K]):
    a: T
    pages: Page[K]
    table: dict[str, tuple[T, K]] = {}


class Defaulted(BaseModel, Generic[V]):
    value: V


class Bounded(BaseModel, Generic[ModelT]):
    value: ModelT


class Phantom(BaseModel, Generic[T]):
    value: int


class Keyed(BaseModel, Generic[K]):
    table: dict[K, int]


class Wrapped(RootModel[list[T]], Generic[T]):
    pass


class UserPage(Page[User]):
    more: bool


class Counting(BaseModel, Generic[T]):
    items: list[T]

    @computed_field
    def first(self) -> T | None:
        return self.items[0] if self.items else None


class Bundle(BaseModel, Generic[K, V]):
    """Two parameters, the second with a default, and both passed on."""

    key: K
    value: V
    page: Page[V] | None = None
    more: list[Bundle[K, V]] = []


class Result(BaseModel, Generic[T, K]):
    outcome: Success[T] | Failure[K]


class Success(BaseModel, Generic[T]):
    ok: Literal[True] = True
    value: T


class Failure(BaseModel, Generic[K]):
    ok: Literal[False]
    error: K


class GenericAlias(BaseModel, Generic[T]):
    model_config = ConfigDict(alias_generator=to_camel)
    the_value: T
    the_other: T | None = None


@dataclasses.dataclass
class Box(Generic[T]):
    content: T
    label: str = "a"


@pydantic_dataclasses.dataclass
class CheckedBox(Generic[T, K]):
    content: T
    table: dict[str, K] = Field(default_factory=dict, alias="theTable")
    at: Annotated[K | None, PlainSerializer(str, return_type=str)] = None


class Bag(te.TypedDict, Generic[T]):
    content: T
    more: te.NotRequired[list[T]]


class Couple(NamedTuple, Generic[T]):
    left: T
    right: T


# --- Recursion --------------------------------------------------------------------------------


class First(BaseModel):
    second: Second | None = None
    number: int = 1


class Second(BaseModel):
    firsts: list[First]


class Node(BaseModel):
    children: dict[str, Node] = {}
    parent: Node | None = None
    pair: tuple[Node, Node] | None = None


class Folder(te.TypedDict):
    name: str
    folders: list[Folder]


@dataclasses.dataclass
class Link:
    value: int
    next: Link | None = None


class Author(BaseModel):
    """Three that know each other, of three kinds."""

    books: list[Book] = []


class Book(te.TypedDict):
    author: te.NotRequired[Author]
    reviews: list[Review]


@dataclasses.dataclass
class Review:
    price: Decimal
    of: Book | None = None
    by: Author | None = None


class Expression(BaseModel):
    op: Literal["+", "-"]
    left: Expression | float
    right: Expression | float


# --- Other classes ----------------------------------------------------------------------------


@dataclasses.dataclass
class Record:
    needed: int
    maybe: int | None = None
    text: str = "a"


@dataclasses.dataclass
class Made2:
    items: list[int] = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=1, init=False)
    kw: int = dataclasses.field(default=1, kw_only=True)


@pydantic_dataclasses.dataclass
class Checked:
    a: int
    b: str = "x"
    c: int = Field(default=1, alias="theC")
    d: int = Field(default=3, init=False)

    @computed_field
    def e(self) -> int:
        return self.a


@pydantic_dataclasses.dataclass(config=ConfigDict(extra="forbid"))
class CheckedClosed:
    a: int
    users: list[User] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Medley:
    """All that `jsonable_encoder` and pydantic write in different ways, in each other."""

    table: SpansDict
    point: Point
    users: Users
    price: Decimal | None
    prices: dict[str, tuple[Decimal, dt.timedelta]]
    record: Record
    checked: Checked
    by_level: dict[Level, Decimal]
    page: Page[Decimal]


@dataclasses.dataclass
class Plain:
    """A plain dataclass."""

    price: Decimal
    time: dt.timedelta
    when: dt.datetime
    user: User | None = None
    prices: list[Decimal] = dataclasses.field(default_factory=list)
    table: dict[str, Record] = dataclasses.field(default_factory=dict)


class Total(te.TypedDict):
    a: int
    b: te.NotRequired[str]


class Partial(te.TypedDict, total=False):
    a: int
    b: te.Required[str]


class Inherited(Partial):
    c: te.NotRequired[int | None]
    d: bool


class AliasedDict(te.TypedDict):
    some_key: Annotated[int, Field(serialization_alias="someKey")]
    other_key: te.NotRequired[Annotated[Decimal, Field(serialization_alias="otherKey")]]


class Point(NamedTuple):
    x: int
    y: int = 0
    user: User | None = None


if not has(pydantic="2.10"):
    # Such a version looks for these names where the type is used, not where it stands.
    for named in (Couple, Point):
        named.__annotations__ = get_type_hints(named)

Coordinates = collections.namedtuple("Coordinates", ["lat", "lon"])  # noqa: PYI024


class Hero(SQLModel):
    id: int | None = SqlField(default=None, primary_key=True)
    name: str = SqlField(index=True, max_length=20)
    team: str | None = None


class HeroRow(SQLModel, table=True):
    id: int | None = SqlField(default=None, primary_key=True)
    name: str


class SaidWhole(BaseModel):
    """Its serializer does not say what it returns, so the class does."""

    a: int

    @model_serializer
    def _whole(self):  # type: ignore[no-untyped-def]
        return [str(self.a)]

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        if handler.mode == "serialization":
            return {"type": "array", "items": {"type": "string"}}
        return handler(schema)


class Stars:
    """Its wire is a text of stars, which only the class can say."""

    def __init__(self, count: int) -> None:
        self.count = count

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: cls(len(str(value))),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: "*" * value.count
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "format": "stars"}


class Rated(BaseModel):
    stars: Stars
    best: dict[str, Stars] = {}


class TwoUsers(BaseModel):
    """The same name in two modules."""

    one: User
    other: wire_plain.User


class Said(BaseModel):
    """It says itself what it is."""

    a: int

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        said = handler.resolve_ref_schema(handler(schema))
        said["description"] = "another"
        said["properties"]["a"]["examples"] = [1]
        return said


class Everything(BaseModel):
    user: User
    point: Point
    total: Total
    record: Record
    page: Page[Record]
    pets: list[Pet]
    by_user: dict[Color, User]
    either: User | Record | Point
    odd: tuple[User, list[Record]] | None = None


for _each in list(globals().values()):
    if isinstance(_each, type) and issubclass(_each, BaseModel) and _each is not BaseModel:
        _each.model_rebuild()

MODELS: dict[str, Any] = {
    "User": User,
    "Empty": Empty,
    "Nullable": Nullable,
    "Made": Made,
    "Child": Child,
    "Outer": Outer,
    "Both": Both,
    "Strange": Strange,
    "Reserved": Reserved,
    "Aliased": Aliased,
    "ByName": ByName,
    "NameOnly": NameOnly,
    "SerializedByAlias": SerializedByAlias,
    "Camel": Camel,
    "Deep": Deep,
    "Choices": Choices,
    "ComputedAlias": ComputedAlias,
    "Serialized": Serialized,
    "SerializedWhole": SerializedWhole,
    "SerializedWrapped": SerializedWrapped,
    "SerializedUntyped": SerializedUntyped,
    "SerializedToModel": SerializedToModel,
    "SerializedMaybe": SerializedMaybe,
    "SerializedInList": SerializedInList,
    "SerializedNone": SerializedNone,
    "Duck": Duck,
    "OmitsNothing": OmitsNothing,
    "EnumValues": EnumValues,
    "Hidden": Hidden,
    "HiddenIf": HiddenIf,
    "Repr": Repr,
    "Open": Open,
    "OpenTyped": OpenTyped,
    "OpenAlone": OpenAlone,
    "Closed": Closed,
    "OpenDict": OpenDict,
    "Seconds": Seconds,
    "Hex": Hex,
    "SecondsInside": SecondsInside,
    "SpanOutside": SpanOutside,
    "SecondsOfTime": SecondsOfTime,
    "MillisecondsOfTime": MillisecondsOfTime,
    "Ducks": Ducks,
    "HoldsPolymorphic": HoldsPolymorphic,
    "NotDucks": NotDucks,
    "PageBare": Page,
    "Medley": Medley,
    "NanAsNull": NanAsNull,
    "NanAsText": NanAsText,
    "NoNan": NoNan,
    "Strict": Strict,
    "Frozen": Frozen,
    "ValidatedDefaults": ValidatedDefaults,
    "NumbersAsText": NumbersAsText,
    "Validated": Validated,
    "Swapped": Swapped,
    "Owner": Owner,
    "Zoo": Zoo,
    "AliasedTags": AliasedTags,
    "Levels": Levels,
    "Tagged": Tagged,
    "Untagged": Untagged,
    "TaggedKinds": TaggedKinds,
    "Users": Users,
    "MaybeNumber": MaybeNumber,
    "Table": Table,
    "RootPet": RootPet,
    "RootOfRoot": RootOfRoot,
    "RootTuple": RootTuple,
    "NestedRoot": Nested,
    "Holder": Holder,
    "PageOfInt": Page[int],
    "PageOfMaybe": Page[int | None],
    "PageOfUser": Page[User],
    "PageOfPage": Page[Page[User]],
    "PageOfLists": Page[list[int]],
    "PageOfLiteral": Page[Literal["a", "b"]],
    "PageOfSerialized": Page[Annotated[int, PlainSerializer(str, return_type=str)]],
    "TreeOfStr": Tree[str],
    "TwoOf": Two[int, User],
    "TwoSwapped": Two[User, int],
    "DefaultedBare": Defaulted,
    "DefaultedStr": Defaulted[str],
    "BoundedUser": Bounded[User],
    "PhantomInt": Phantom[int],
    "KeyedTone": Keyed[Tone],
    "KeyedInt": Keyed[int],
    "WrappedUser": Wrapped[User],
    "UserPage": UserPage,
    "CountingUsers": Counting[User],
    "CountingDates": Counting[dt.date | None],
    # Older versions want both arguments.
    "BundleBare": Bundle[int] if has(pydantic="2.11") else Bundle[int, int],
    "BundleOf": Bundle[Tone, User],
    "CheckedBoxOf": CheckedBox[User, Decimal],
    "Author": Author,
    "Book": Book,
    "Review": Review,
    "AliasedDict": AliasedDict,
    "SaidWhole": SaidWhole,
    "Rated": Rated,
    "TwoUsers": TwoUsers,
    "NewTypeOfUser": NewType("Admin", User),
    "DictOfTables": dict[str, Tables],
    **wire_plain.MODELS,
    "ResultOf": Result[User, str],
    "GenericAliasOf": GenericAlias[int],
    "GenericAliasOfNullable": GenericAlias[int | None],
    "BoxOf": Box[int],
    "BagOf": Bag[str],
    "CoupleOf": Couple[int],
    "First": First,
    "Second": Second,
    "Node": Node,
    "Folder": Folder,
    "Link": Link,
    "Expression": Expression,
    "Record": Record,
    "Made2": Made2,
    "Checked": Checked,
    "CheckedClosed": CheckedClosed,
    "Plain": Plain,
    "Total": Total,
    "Partial": Partial,
    "Inherited": Inherited,
    "Point": Point,
    "Coordinates": Coordinates,
    "Hero": Hero,
    "HeroRow": HeroRow,
    "Said": Said,
    "Everything": Everything,
    "ListOfUser": list[User],
    "DictOfUser": dict[str, User],
    "MaybeUser": User | None,
    "UserOrRecord": User | Record,
    "TupleOfUser": tuple[User, int],
    "BareInt": int,
    "BareText": str,
    "BareUnion": int | str | None,
    "BarePet": Pet,
    "BareDecimal": Decimal,
    "BareEnums": list[Color],
}
"""By name."""

FLAGGED: dict[str, tuple[Any, dict[str, Any]]] = {
    **{
        f"{flag}_{name}": (MODELS[name], {f"response_model_{flag}": True})
        for flag in ("exclude_unset", "exclude_none", "exclude_defaults")
        for name in (
            "User",
            "Nullable",
            "Made",
            "Camel",
            "Owner",
            "PageOfUser",
            "Everything",
            "Checked",
            "Inherited",
            "Open",
            "Hidden",
            "HiddenIf",
            "SerializedMaybe",
            "SerializedNone",
            "ComputedAlias",
            "First",
            "Holder",
            "PlainTeamPublic",
            "BundleOf",
            "Author",
            "CheckedBoxOf",
            "Zoo",
        )
    },
    **{
        f"by_name_{name}": (MODELS[name], {"response_model_by_alias": False})
        for name in (
            "Aliased",
            "Camel",
            "ComputedAlias",
            "Strange",
            "GenericAliasOf",
            "Checked",
            "CheckedBoxOf",
            "AliasedDict",
        )
    },
    "include_User": (User, {"response_model_include": {"id", "full"}}),
    "exclude_User": (User, {"response_model_exclude": {"price", "friend"}}),
    "exclude_deep": (User, {"response_model_exclude": {"friend": {"friend": True, "id": True}}}),
    "include_Page": (
        Page[User],
        {"response_model_include": {"items": {"__all__": {"id"}}, "total": True}},
    ),
    "exclude_List": (list[User], {"response_model_exclude": {"__all__": {"friend"}}}),
    "exclude_at_index": (list[User], {"response_model_exclude": {0: {"id", "friend"}}}),
    "include_at_index": (list[User], {"response_model_include": {0: {"id"}, 1: True}}),
    "exclude_at_key": (
        dict[str, User],
        {"response_model_exclude": {"__all__": {"friend"}, "a": {"id"}}},
    ),
    "exclude_in_Tuple": (tuple[User, int], {"response_model_exclude": {0: {"friend"}}}),
    "all_flags": (
        Camel,
        {
            "response_model_exclude_unset": True,
            "response_model_exclude_none": True,
            "response_model_by_alias": False,
        },
    ),
}
"""By name: a type, and the flags of its route."""

MODELS |= oddities.MODELS | syntax.MODELS
if not has(pydantic="2.11"):
    del MODELS["NameOnly"]  # `validate_by_alias` is no setting until then

NOT_SENT = {"ListOfRates": list[Rates], **oddities.NOT_SENT, **wire_extra.NOT_SENT}
"""What no JSON is of, as it is sent; by name."""

ALL_SCALARS = SCALARS | oddities.SCALARS | wire_extra.SCALARS | syntax.SCALARS

_NOT_TAKEN_BEFORE_117 = (
    "SelfType",
    *(() if has(pydantic="2.11") else ("TreeOfStr", "BundleBare", "BundleOf")),
)
NOT_TAKEN = () if has(fastapi="0.117") else _NOT_TAKEN_BEFORE_117
"""What is status 500 as a body: FastAPI asked pydantic for each field of it, by itself."""

_NOT_ENCODED = {
    *("Complex", "Fraction", "Import", "Postgres"),
    *(() if has(fastapi="0.137") else ("HtmlColor",)),
    # FastAPI looked for a key in whatever a root model held.
    *(
        ()
        if has(fastapi="0.128")
        else ("MaybeNumber", "RootOfRoot", "NestedRoot", "RootLiteral", "RootAny")
    ),
}
JSONABLE = {
    name: each for name, each in {**MODELS, **oddities.JSONABLE}.items() if name not in _NOT_ENCODED
}
JSONABLE_SCALARS = {name: each for name, each in ALL_SCALARS.items() if name not in _NOT_ENCODED}
"""Those that endpoints without a response model answer; the others are status 500."""

VALUES: dict[str, tuple[Any, ...]] = {
    "Ducks": ({"one": Bird(name="a"), "many": [Bird(name="b")]},),
    "HoldsPolymorphic": ({"one": PolymorphicChild(name="a")},),
    "jsonable_HoldsPolymorphic": ({"one": PolymorphicChild(name="a")},),
    "NotDucks": ({"one": Bird(name="a")},),
    "PageBare": ({"items": [User(id=1), 1], "first": None},),
    **oddities.VALUES,
}
"""What is sent besides what is drawn, by name: instances of subclasses, mostly."""


def _words(kind: Any) -> tuple[str, ...]:
    found: tuple[Any, ...] = wire_extra.SAMPLES.get(kind, ())
    return tuple(each for each in found if isinstance(each, str))


CASES: tuple[Case, ...] = (
    *(
        Case(name=f"of_{name}", annotation=_holder(name, kind), words=_words(kind))
        for name, kind in ALL_SCALARS.items()
    ),
    *(
        Case(
            name=name,
            annotation=annotation,
            receives=name not in NOT_TAKEN,
            values=VALUES.get(name, ()),
            words=_words(annotation),
        )
        for name, annotation in MODELS.items()
    ),
    *(
        Case(name=name, annotation=annotation, receives=False)
        for name, annotation in NOT_SENT.items()
    ),
    *(
        Case(name=name, annotation=annotation, flags=flags, receives=False)
        for name, (annotation, flags) in FLAGGED.items()
    ),
    *(
        Case(
            name=f"jsonable_{name}",
            annotation=annotation,
            jsonable=True,
            receives=False,
            values=VALUES.get(f"jsonable_{name}", ()),
        )
        for name, annotation in JSONABLE.items()
    ),
    *(
        Case(name=f"jsonable_of_{name}", annotation=list[kind], jsonable=True, receives=False)
        for name, kind in JSONABLE_SCALARS.items()
    ),
)


@dataclasses.dataclass
class Wire:
    """
    The app, and the value that its next answer carries.
    """

    app: FastAPI
    answers: dict[str, Any] = dataclasses.field(default_factory=dict)
    """By name of the case."""


def wire(cases: Sequence[Case] = CASES) -> Wire:
    """
    Return an app with two endpoints for each case.
    """
    made = Wire(FastAPI())
    for case in cases:
        _answering(made, case)
        if case.receives:
            _receiving(made, case)
    return made


def _answering(made: Wire, case: Case) -> None:
    async def answer():  # type: ignore[no-untyped-def]
        return made.answers[case.name]

    answer.__name__ = f"out_{case.name}"
    answer.__annotations__ = {"return": case.annotation} if case.jsonable else {}
    response_model = None if case.jsonable else case.annotation
    made.app.get(f"/out/{case.name}", response_model=response_model, **case.flags)(answer)


def _receiving(made: Wire, case: Case) -> None:
    async def receive(value):  # type: ignore[no-untyped-def]
        return None

    receive.__name__ = f"in_{case.name}"
    receive.__annotations__ = {"value": Annotated[case.annotation, Body()]}
    made.app.post(f"/in/{case.name}", status_code=204, response_model=None)(receive)
