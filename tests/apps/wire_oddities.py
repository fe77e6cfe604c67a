"""
The stranger half of the catalogue: features of pydantic that few people use, and some do.

It needs pydantic 2.12.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import enum
import functools
import ipaddress
import uuid
import warnings
from collections.abc import Iterable, MutableMapping, MutableSequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import (
    Annotated,
    Any,
    AnyStr,
    ClassVar,
    Generic,
    Literal,
    NamedTuple,
    Optional,
    TypeVar,
    Union,
)

import typing_extensions as te
from pydantic import (
    UUID1,
    UUID4,
    AfterValidator,
    AliasChoices,
    AliasGenerator,
    AliasPath,
    AllowInfNan,
    Base64UrlBytes,
    Base64UrlStr,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    FileUrl,
    FutureDate,
    GetCoreSchemaHandler,
    GetPydanticSchema,
    HttpUrl,
    IPvAnyInterface,
    IPvAnyNetwork,
    Json,
    OnErrorOmit,
    PastDatetime,
    PlainSerializer,
    PrivateAttr,
    RedisDsn,
    RootModel,
    SerializeAsAny,
    SerializerFunctionWrapHandler,
    StrictBool,
    StrictBytes,
    StrictFloat,
    StrictInt,
    StrictStr,
    StringConstraints,
    Tag,
    ValidatorFunctionWrapHandler,
    WebsocketUrl,
    WrapSerializer,
    WrapValidator,
    computed_field,
    conint,
    conlist,
    constr,
    field_serializer,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic import dataclasses as pydantic_dataclasses
from pydantic.alias_generators import to_camel, to_pascal, to_snake
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")
K = TypeVar("K")
B = TypeVar("B", bound=BaseModel)
C = TypeVar("C", int, str)
D = te.TypeVar("D", default=str)


# --- Aliases ----------------------------------------------------------------------------------


class BothGenerators(BaseModel):
    model_config = ConfigDict(
        alias_generator=AliasGenerator(validation_alias=to_camel, serialization_alias=to_pascal)
    )
    some_value: int
    other_value: str | None = None
    own_alias: int = Field(1, alias="Own")


class GeneratedChoices(BaseModel):
    model_config = ConfigDict(
        alias_generator=AliasGenerator(
            validation_alias=lambda name: AliasChoices(name, to_camel(name))
        )
    )
    some_value: int
    other_value: int = 1


class NameOrAlias(BaseModel):
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)
    some_value: int = Field(validation_alias=AliasChoices("a", "b"), serialization_alias="c")
    path_value: int = Field(1, validation_alias=AliasPath("deep", 0))


class ShadowedAlias(BaseModel):
    a: int = Field(alias="b")
    b: str = Field(alias="a")


class ComputedByGenerator(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)
    some_value: int

    @computed_field
    @property
    def twice_the_value(self) -> int:
        return 2 * self.some_value

    @computed_field(alias="kept")
    @functools.cached_property
    def cached_value(self) -> list[str]:
        return [str(self.some_value)]


class EmptyAlias(BaseModel):
    a: int = Field(alias="")
    b: int = Field(1, alias="b.c[0]")


# --- Validators -------------------------------------------------------------------------------


class FromText(BaseModel):
    """A validator that takes more: the type promises what the fields say."""

    a: int
    b: str = "b"

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return {"a": int(value)} if isinstance(value, str) else value


class WrapModel(BaseModel):
    a: int

    @model_validator(mode="wrap")
    @classmethod
    def _wrap(cls, value: Any, handler: Any) -> Any:
        return handler({"a": 1} if value is None else value)


class Widened(BaseModel):
    before: Annotated[
        list[int],
        BeforeValidator(
            lambda v: v.split(",") if isinstance(v, str) and v else v or [],
            json_schema_input_type=list[int],
        ),
    ]
    wrapped: Annotated[
        int,
        WrapValidator(lambda v, h: h(len(v) if isinstance(v, list) else v), int | list[str]),
    ] = 1
    decorated: int = 0

    @field_validator("decorated", mode="before", json_schema_input_type=int | None)
    @classmethod
    def _decorated(cls, value: Any) -> Any:
        return 0 if value is None else value


class LeftToRight(BaseModel):
    value: Annotated[int | str, Field(union_mode="left_to_right")]
    other: Annotated[str | int, Field(union_mode="left_to_right")] = "a"


class Omits(BaseModel):
    values: list[OnErrorOmit[int]]


# --- Unions -----------------------------------------------------------------------------------


class Circle(BaseModel):
    shape: Literal["circle"] = "circle"
    radius: float


class Square(BaseModel):
    shape: Literal["square"]
    side: float


class Line(BaseModel):
    shape: Literal["line", "arrow"]
    points: list[tuple[float, float]] = []


def _shape(value: Any) -> str | None:
    shape = value.get("shape") if isinstance(value, dict) else getattr(value, "shape", None)
    return "line" if shape in ("line", "arrow") else shape


class ByFunction(BaseModel):
    value: Annotated[
        Annotated[Circle, Tag("circle")]
        | Annotated[Square, Tag("square")]
        | Annotated[Line, Tag("line")],
        Discriminator(_shape),
    ]


Flat = Annotated[Square | Line, Field(discriminator="shape")]
Shape = Annotated[Circle | Flat, Field(discriminator="shape")]


class NestedUnions(BaseModel):
    value: Shape
    many: list[Shape] = []
    maybe: Shape | None = None
    table: dict[str, Shape | None] = {}


class Kind(enum.IntEnum):
    ONE = 1
    TWO = 2


class TrueCase(BaseModel):
    ok: Literal[True]
    value: int


class FalseCase(BaseModel):
    ok: Literal[False] = False
    reason: str


class OneCase(BaseModel):
    kind: Literal[Kind.ONE]
    one: int


class TwoCase(BaseModel):
    kind: Literal[Kind.TWO] = Kind.TWO
    two: int


class OddTags(BaseModel):
    outcome: Annotated[TrueCase | FalseCase, Field(discriminator="ok")]
    kind: Annotated[OneCase | TwoCase, Field(discriminator="kind")]


class Leaf(BaseModel, Generic[T]):
    type: Literal["leaf"] = "leaf"
    value: T


class Branch(BaseModel, Generic[T]):
    type: Literal["branch"]
    left: Annotated[Leaf[T] | Branch[T], Field(discriminator="type")]
    right: Leaf[T] | None = None


class Overlapping(BaseModel):
    number: float | Decimal | int
    flag: bool | int
    when: dt.datetime | dt.date | dt.time | str
    same: list[int] | set[int] | tuple[int, ...]
    either: dict[str, int] | list[tuple[str, int]]


# --- Serializers ------------------------------------------------------------------------------


class Summary(te.TypedDict):
    total: int
    more: te.NotRequired[str]


class ToTypedDict(BaseModel):
    a: int

    @model_serializer(mode="wrap")
    def _whole(self, handler: SerializerFunctionWrapHandler) -> Summary:
        return {"total": self.a}


class ToList(BaseModel):
    a: int

    @model_serializer(when_used="json")
    def _whole(self) -> list[int]:
        return [self.a]


class ManySerializers(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)
    first_one: dt.date
    second_one: dt.date | None = None
    third_one: Annotated[Decimal, PlainSerializer(float, return_type=float)]
    all_of_it: Annotated[list[int], WrapSerializer(lambda v, h: len(h(v)), return_type=int)] = []

    @field_serializer("first_one", "second_one")
    def _year(self, value: dt.date | None) -> int | None:
        return value.year if value else None


class StarSerializer(BaseModel):
    a: int
    b: bool = True

    @field_serializer("*")
    def _all(self, value: Any) -> str:
        return str(value)


with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # deprecated

    class Encoders(BaseModel):
        """As many an application of pydantic 1 still says it."""

        model_config = ConfigDict(json_encoders={dt.datetime: lambda value: value.year})
        when: dt.datetime
        number: int = 1


class Shown(BaseModel):
    a: int


class ShownMore(Shown):
    b: str = "b"


class AsAny(BaseModel):
    one: SerializeAsAny[Shown]
    many: dict[str, SerializeAsAny[Shown]] = {}
    plain: Shown | None = None


# --- Fields -----------------------------------------------------------------------------------


class NotFields(BaseModel):
    constant: ClassVar[int] = 1
    _private: int = PrivateAttr(3)
    __dunder: str = "x"
    cached: int = Field(4, frozen=True, repr=False)

    @property
    def plain_property(self) -> int:
        return 5


class HidesAll(BaseModel):
    a: int = Field(alias="theA", exclude=True)
    b: int = Field(1, exclude_if=lambda value: value == 1, alias="theB")
    c: SerializeAsAny[Shown] | None = Field(None, exclude=True)


class Shadows(BaseModel):
    model_config = ConfigDict(protected_namespaces=())
    model_id: int
    type: str = "a"
    id: uuid.UUID | None = None
    self: int = 1
    cls: int = 2


class OptionalGeneric(BaseModel, Generic[T]):
    value: Optional[T]  # noqa: UP045 -- as people write it
    other: Union[T, list[T], None] = None  # noqa: UP007


class Narrowed(BaseModel, Generic[C]):
    value: C
    default: dict[str, C] = {}


class Bytes(BaseModel, Generic[AnyStr]):
    value: AnyStr


class WithDefault(BaseModel, Generic[D]):
    value: D
    pages: list[WithDefault[D]] = []


class BoundTo(BaseModel, Generic[B]):
    data: B
    links: dict[Literal["self", "next"], str | None] = {}


class SelfType(BaseModel):
    parent: te.Self | None = None
    children: list[te.Self] = []


class Mixin(BaseModel):
    created: dt.datetime = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


class Named(BaseModel):
    name: str


class Inherits(Mixin, Named):
    name: Annotated[str, StringConstraints(max_length=5)] = "a"
    number: int | None = None


class InheritsGeneric(OptionalGeneric[int], Named):
    extra: bool = False


class OpenAliased(BaseModel):
    model_config = ConfigDict(extra="allow", alias_generator=to_camel)
    the_value: int

    @computed_field
    def more_values(self) -> int:
        return 1


class Constrained(BaseModel):
    items: conlist(Annotated[int, Field(ge=1)], min_length=1, max_length=2)  # type: ignore[valid-type]
    number: conint(gt=0, multiple_of=2)  # type: ignore[valid-type]
    text: constr(to_lower=True, min_length=1) = "a"  # type: ignore[valid-type]
    finite: Annotated[float, AllowInfNan(False)] = 1.0


class JsonInside(BaseModel):
    model: Json[Named | list[int] | None]
    table: Json[dict[str, list[int]]]
    maybe: Json[int] | None = None


class RoundTrip(BaseModel):
    text: Annotated[str, AfterValidator(str.upper)] = "a"
    deferred: Later | None = None


class Later(BaseModel):
    back: list[RoundTrip] = []


class SentinelEnum(enum.Enum):
    NOTHING = None
    SOME = "some"


class Pairs(enum.Enum):
    A = (1, "a")
    B = (2, "b")


class Days(dt.date, enum.Enum):
    FIRST = 2020, 1, 1
    LAST = 2020, 12, 31


class Nobody(enum.Enum):
    pass


class OddEnums(BaseModel):
    sentinel: SentinelEnum = SentinelEnum.NOTHING
    literal: Literal[Kind.ONE, "two", False] | None = None
    by_kind: dict[Kind, SentinelEnum] = {}
    by_literal: dict[Literal[Kind.TWO, "x"], int] = {}


class SentPairs(BaseModel):
    pair: Pairs
    pairs: list[Pairs] = []


# --- Custom types -----------------------------------------------------------------------------


class ObjectId:
    """As drivers of databases have them: text on the wire."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )


class Celsius:
    """Of Python's values only its own instances, or numbers."""

    def __init__(self, degrees: float) -> None:
        self.degrees = degrees

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        made = core_schema.no_info_after_validator_function(cls, core_schema.float_schema())
        return core_schema.json_or_python_schema(
            json_schema=made,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), made]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.degrees, return_schema=core_schema.float_schema()
            ),
        )


class Custom(BaseModel):
    id: ObjectId
    degrees: Celsius
    ids: dict[str, ObjectId] = {}
    reversed: Annotated[
        str,
        GetPydanticSchema(
            lambda source, handler: core_schema.no_info_after_validator_function(
                lambda text: text[::-1], handler(str)
            )
        ),
    ] = "a"


# --- Containers -------------------------------------------------------------------------------


class Containers(BaseModel):
    iterable: Iterable[int]
    abstract: AbstractSet[int] = frozenset()
    sequence: MutableSequence[str] = []
    mapping: MutableMapping[str, Named] = {}
    ordered: collections.OrderedDict[str, Named] = collections.OrderedDict()
    defaulted: collections.defaultdict[str, list[Named]] = Field(
        default_factory=lambda: collections.defaultdict(list)
    )
    counted: collections.Counter[Kind] = collections.Counter()
    bounded: Annotated[collections.deque[int], Field(max_length=2)] = collections.deque()
    frozen: frozenset[tuple[int, str]] = frozenset()


class Tuples(BaseModel):
    single: tuple[int]
    nested: tuple[tuple[int, ...], ...] = ()
    bare: tuple = ()  # type: ignore[type-arg]


class Keys(BaseModel):
    any: dict[Any, int] = {}
    nested: dict[Literal["a", "b"], dict[uuid.UUID, list[Named]]] = {}
    maybe: dict[Kind | None, int] = {}
    mixed: dict[Literal["a"] | Kind, int] = {}


class Odds(te.TypedDict, Generic[T], total=False):
    plain: te.Required[T]
    read: te.ReadOnly[int]
    described: Annotated[int, Field(ge=1, description="a number")]


Hyphens = te.TypedDict("Hyphens", {"a-b": int, "class": te.NotRequired[str]})


class ClosedDict(te.TypedDict):
    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]
    some_key: int
    other_key: te.NotRequired[Named]


class RenamedDict(te.TypedDict):
    """Its aliases are pydantic's alone."""

    __pydantic_config__ = ConfigDict(alias_generator=to_camel)  # type: ignore[misc]
    some_key: int
    other_key: te.NotRequired[Named]


class Row(NamedTuple):
    id: int
    rest: tuple[Row, ...] = ()
    name: Annotated[str, Field(max_length=3)] = "a"


@pydantic_dataclasses.dataclass(kw_only=True, slots=True, frozen=True)
class Slotted:
    a: int
    b: Annotated[int, Field(alias="theB")] = 1
    made: dataclasses.InitVar[int] = 3
    always: int = dataclasses.field(default=2, init=False)
    shared: ClassVar[int] = 4


@dataclasses.dataclass
class BaseRecord:
    id: int
    tags: list[str] = dataclasses.field(default_factory=list, metadata={"x": 1}, repr=False)


@dataclasses.dataclass(kw_only=True, frozen=False)
class ChildRecord(BaseRecord, Generic[T]):
    content: T
    price: Decimal = Decimal(1)
    seed: dataclasses.InitVar[int] = 0


# --- Aliases of types -------------------------------------------------------------------------

Two = te.TypeAliasType("Two", dict[str, T] | list[K], type_params=(T, K))
Rose = te.TypeAliasType("Rose", "tuple[T, list[Rose[T]]]", type_params=(T,))
Positive = te.TypeAliasType("Positive", Annotated[int, Field(gt=0)])
Maybe = te.TypeAliasType("Maybe", Optional[T], type_params=(T,))


class Aliases(BaseModel):
    two: Two[int, str]
    rose: Rose[bool]
    positive: Positive
    maybe: Maybe[Named] = None
    maybes: list[Maybe[int]] = []


# --- Strictness -------------------------------------------------------------------------------


class Strictly(BaseModel):
    """What JSON has a form for, and is as strict as can be."""

    model_config = ConfigDict(strict=True)
    number: int
    numbers: list[int]
    real: float
    table: dict[str, bool]
    named: Named
    shape: Shape | None = None
    literal: Literal["a", 1]
    day: dt.date | str
    secret: Annotated[dt.date, Field(strict=False)]
    url: HttpUrl | None = None
    maybe: dt.date | None = None
    members: dict[int, str] = {}


class StrictTypes(BaseModel):
    text: StrictStr
    number: StrictInt
    real: StrictFloat
    flag: StrictBool
    data: StrictBytes | None = None


class NoJson(BaseModel):
    """No body can ever have it."""

    model_config = ConfigDict(strict=True)
    day: dt.date


SCALARS: dict[str, Any] = {
    "FutureDay": FutureDate,
    "PastTime": PastDatetime,
    "Network": IPvAnyNetwork,
    "Interface": IPvAnyInterface,
    "IPv6Interface": ipaddress.IPv6Interface,
    "IPv4Network": ipaddress.IPv4Network,
    "File": FileUrl,
    "Socket": WebsocketUrl,
    "Redis": RedisDsn,
    "UrlOrText": HttpUrl | str,
    "Uuid1": UUID1,
    "Uuid4": UUID4,
    "UrlSafe": Base64UrlStr,
    "UrlSafeData": Base64UrlBytes,
    "LiteralKinds": Literal[Kind.ONE, Kind.TWO],
    "NeverAny": list[Any] | dict[str, Any],
    "SnakeToText": Annotated[str, BeforeValidator(lambda v: to_snake(v) if v else v)],
    "Wrapped": Annotated[
        int, WrapValidator(lambda v, h: h(v)), PlainSerializer(lambda v: v, return_type=int)
    ],
}
"""By name; each stands alone, with None, in a list and in a dict."""

NOT_SENT = {"SentPairs": SentPairs, "NoJson": NoJson, "ListOfDays": list[Days]}
"""What no JSON is of, as it is sent; by name."""

MODELS: dict[str, Any] = {
    name: each
    for name, each in list(globals().items())
    if name.isidentifier()
    and isinstance(each, type)
    and each.__module__ == __name__
    and not issubclass(each, enum.Enum)
    and name not in ("Summary", "Later", "ObjectId", "Celsius", "RenamedDict", *NOT_SENT)
    and not getattr(each, "__parameters__", ())
    and not (getattr(each, "__pydantic_generic_metadata__", None) or {}).get("parameters")
} | {
    "LeafOfInt": Leaf[int],
    "BranchOfText": Branch[str],
    "OptionalGenericOf": OptionalGeneric[Named],
    "OptionalGenericOfNone": OptionalGeneric[int | None],
    "NarrowedInt": Narrowed[int],
    "BytesOf": Bytes[str],
    "WithDefaultBare": WithDefault,
    "WithDefaultInt": WithDefault[int],
    "BoundToNamed": BoundTo[Named],
    "OddsOf": Odds[str],
    "ChildRecordOf": ChildRecord[Named],
    "BareShape": Shape,
    "ListOfShapes": list[Shape],
    "AliasTwo": Two[Named, int],
    "RootLiteral": RootModel[Literal["a", 1]],
    "RootAny": RootModel[Any],
    "RootTable": RootModel[dict[str, Any]],
    "StrangeKeys": Hyphens,
}
"""By name."""

for _each in list(globals().values()):
    if isinstance(_each, type) and issubclass(_each, BaseModel) and _each is not BaseModel:
        _each.model_rebuild()

JSONABLE: dict[str, Any] = {
    "RenamedDict": RenamedDict,
    **{
        name: MODELS[name]
        for name in (
            "NestedUnions",
            "Overlapping",
            "ToTypedDict",
            "AsAny",
            "HidesAll",
            "Containers",
            "Tuples",
            "Keys",
            "OddsOf",
            "ClosedDict",
            "Row",
            "Slotted",
            "BaseRecord",
            "ChildRecordOf",
            "Aliases",
            "Custom",
            "OddEnums",
            "Encoders",
        )
    },
}
"""Those that endpoints without a response model answer."""

VALUES: dict[str, tuple[Any, ...]] = {
    "AsAny": ({"one": ShownMore(a=1), "many": {"x": ShownMore(a=2)}, "plain": ShownMore(a=1)},),
}
"""What is sent besides what is drawn: instances of subclasses."""
