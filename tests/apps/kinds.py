"""
Every kind of type that FastAPI and pydantic put on the wire, each with values.
"""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import enum
import ipaddress
import re
import uuid
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, TypeVar, get_type_hints

import typing_extensions as te
from pydantic import (
    AliasChoices,
    AnyUrl,
    BaseModel,
    ByteSize,
    ConfigDict,
    Discriminator,
    Field,
    HttpUrl,
    Json,
    PlainSerializer,
    RootModel,
    SecretBytes,
    SecretStr,
    SerializerFunctionWrapHandler,
    Tag,
    WrapSerializer,
    computed_field,
    field_serializer,
    model_serializer,
)
from pydantic import dataclasses as pydantic_dataclasses
from versions import has

T = TypeVar("T")
K = TypeVar("K")
V = te.TypeVar("V", default=int)
ModelT = TypeVar("ModelT", bound=BaseModel)


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


class Mixed(enum.Enum):
    ONE = 1
    TEXT = "text"
    NOTHING = None
    HALF = 0.5


class Pair(enum.Enum):
    FIRST = (1, "a")


class Permission(enum.Flag):
    READ = 1
    WRITE = 2


Functional = enum.Enum("Functional", {"not an identifier": "x y", "class": "c"})


class User(BaseModel):
    """A user."""

    id: int = Field(ge=1)
    name: str = "x"
    color: Color = Color.RED
    friend: User | None = None
    price: Decimal = Decimal("1.10")

    @computed_field
    def full(self) -> str:
        return self.name


class Aliased(BaseModel):
    both: int = Field(alias="theBoth")
    each: int = Field(validation_alias="eachIn", serialization_alias="eachOut")
    choice: int = Field(0, validation_alias=AliasChoices("first", "second"))


class ByName(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    value: int = Field(alias="theValue")


class Generated(BaseModel):
    model_config = ConfigDict(alias_generator=str.upper)
    value: int
    other: str | None = None


class Nullable(BaseModel):
    required: int | None
    defaulted: int | None = None
    never: str = "a"


class Optionals(BaseModel):
    """For the flags of a route."""

    needed: int
    maybe: int | None = None
    text: str = "a"
    inner: Optionals | None = None
    made: list[int] = Field(default_factory=list)
    pairs: dict[str, int | None] = Field(default_factory=dict)
    record: Record | None = None

    @computed_field
    def twice(self) -> int | None:
        return None


@dataclasses.dataclass
class Record:
    needed: int
    maybe: int | None = None
    text: str = "a"


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


class Hidden(BaseModel):
    shown: int
    hidden: int = Field(1, exclude=True)
    secret: SecretStr = SecretStr("a")
    secret_bytes: SecretBytes = SecretBytes(b"a")


class Open(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: int


class OpenTyped(BaseModel):
    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]
    a: str


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")
    a: int


class Empty(BaseModel):
    pass


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"
    good: bool


class Owner(BaseModel):
    pet: Cat | Dog = Field(discriminator="kind")
    pets: list[Annotated[Cat | Dog, Field(discriminator="kind")]] = []


def _tag(value: Any) -> str:
    return "list" if isinstance(value, list) else "number"


class Tagged(BaseModel):
    value: Annotated[
        Annotated[int, Tag("number")] | Annotated[list[int], Tag("list")], Discriminator(_tag)
    ]


class Users(RootModel[list[User]]):
    pass


class MaybeNumber(RootModel[int | None]):
    root: int | None = None


class OneUser(RootModel[User]):
    """One."""


class Holder(BaseModel):
    users: Users
    number: MaybeNumber
    anonymous: RootModel[int]


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


class Maybe(BaseModel, Generic[T]):
    value: T | None
    values: list[T] | None = None


class UserPage(Page[User]):
    more: bool


class Generics(BaseModel):
    page: Page[User]
    numbers: Page[int | None]
    lists: Page[list[int]]
    nested: Page[Page[User]]
    two: Two[int, User]
    tree: Tree[str]
    given: Defaulted[str]
    bare: Defaulted
    bounded: Bounded[User]
    phantom: Phantom[int]
    keyed: Keyed[Tone]
    keyed_text: Keyed[str]
    wrapped: Wrapped[User]
    special: UserPage
    box: Box[int]
    bag: Bag[str]


@dataclasses.dataclass
class Box(Generic[T]):
    content: T
    label: str = "a"


class Bag(te.TypedDict, Generic[T]):
    content: T


class First(BaseModel):
    second: Second | None = None
    number: int = 1


class Second(BaseModel):
    firsts: list[First]


@pydantic_dataclasses.dataclass
class Checked:
    a: int
    b: str = "x"
    c: int = Field(default=1, alias="theC")
    d: int = Field(default=3, init=False)
    made: dataclasses.InitVar[int] = 0


@dataclasses.dataclass
class Plain:
    """A plain dataclass."""

    price: Decimal
    time: dt.timedelta
    user: User | None = None
    prices: list[Decimal] = dataclasses.field(default_factory=list)
    text: Annotated[int, PlainSerializer(str, return_type=str)] = 1


class Total(te.TypedDict):
    a: int
    b: te.NotRequired[str]


class Partial(te.TypedDict, total=False):
    a: int
    b: te.Required[str]


class Point(NamedTuple):
    x: int
    y: int = 0
    user: User | None = None


if not has(pydantic="2.10"):
    # Such a version looks for these names where the type is used, not where it stands.
    Point.__annotations__ = get_type_hints(Point)

UserId = NewType("UserId", int)
Ids = te.TypeAliasType("Ids", list[int])
Tree2 = te.TypeAliasType("Tree2", "dict[str, Tree2] | int")
Several = te.TypeAliasType("Several", "list[T]", type_params=(T,))
MaybeInt = te.TypeAliasType("MaybeInt", "int | None")


class Aliases(BaseModel):
    user_id: UserId
    ids: Ids
    tree: Tree2
    several: Several[int]
    maybe: MaybeInt = None


class Times(BaseModel):
    when: dt.datetime
    day: dt.date
    time: dt.time
    span: dt.timedelta


class Seconds(BaseModel):
    model_config = ConfigDict(
        ser_json_timedelta="float", ser_json_bytes="base64", val_json_bytes="base64"
    )
    span: dt.timedelta
    data: bytes


class NanAsNull(BaseModel):
    model_config = ConfigDict(ser_json_inf_nan="null")
    value: float


class NanAsText(BaseModel):
    model_config = ConfigDict(ser_json_inf_nan="strings")
    value: float


class Odds(BaseModel):
    id: uuid.UUID
    data: bytes
    path: Path
    address: ipaddress.IPv4Address
    network: ipaddress.IPv6Network
    url: HttpUrl
    any_url: AnyUrl
    size: ByteSize
    pattern: re.Pattern[str]
    parsed: Json[list[int]]


class Containers(BaseModel):
    pair: tuple[int, str]
    numbers: tuple[int, ...]
    nothing: tuple[()]
    unique: set[int]
    frozen: frozenset[str]
    queue: collections.deque[int]
    by_color: dict[Color, int]
    by_level: dict[Level, int]
    by_literal: dict[Literal["a", "b"], int]
    by_number: dict[int, str]
    by_id: dict[uuid.UUID, int]
    by_day: dict[dt.date, int]
    by_flag: dict[bool, int]


class Literals(BaseModel):
    number: Literal[1]
    flag: Literal[True]
    both: Literal[1, True, "a", None]  # noqa: PYI061 -- as people write it
    member: Literal[Tone.SOFT, Level.LOW]


class Enums(BaseModel):
    color: Color
    level: Level
    tone: Tone
    mixed: Mixed
    functional: Functional
    permission: Permission


Generics.model_rebuild()
Optionals.model_rebuild()
First.model_rebuild()

_USER = User(id=1, friend=User(id=2))
_PAGE = Page[User](items=[_USER], first=_USER)

VALUES: list[tuple[Any, list[Any]]] = [
    (User, [_USER]),
    (Aliased, [Aliased(theBoth=1, eachIn=2, first=3)]),
    (ByName, [ByName(value=1)]),
    (Generated, [Generated(VALUE=1)]),
    (Nullable, [Nullable(required=None), Nullable(required=1, defaulted=2)]),
    (
        Optionals,
        [
            Optionals(needed=1),
            Optionals(needed=1, maybe=2, inner=Optionals(needed=1), pairs={"a": None}),
            Optionals(needed=1, record=Record(1), made=[1], text="b"),
        ],
    ),
    (Serialized, [Serialized(by_field=1, by_annotation=2, by_wrapping=3, some=None)]),
    (Serialized, [Serialized(by_field=1, by_annotation=2, by_wrapping=3, some=4)]),
    (SerializedWhole, [SerializedWhole(a=1)]),
    (SerializedWrapped, [SerializedWrapped(a=1)]),
    (Hidden, [Hidden(shown=1)]),
    (Open, [Open(a=1), Open.model_validate({"a": 1, "b": [2]})]),
    (OpenTyped, [OpenTyped.model_validate({"a": "1", "b": 2})]),
    (Closed, [Closed(a=1)]),
    (Empty, [Empty()]),
    (Owner, [Owner(pet=Cat(kind="cat")), Owner(pet=Dog(good=True), pets=[Cat(kind="cat")])]),
    (Tagged, [Tagged(value=1), Tagged(value=[1])]),
    (
        Holder,
        [
            Holder(users=Users([_USER]), number=MaybeNumber(None), anonymous=RootModel[int](1)),
            Holder(users=Users([]), number=MaybeNumber(1), anonymous=RootModel[int](1)),
        ],
    ),
    (OneUser, [OneUser(_USER)]),
    (Maybe[int | None], [Maybe[int | None](value=None, values=[None, 1])]),
    (Page[int], [Page[int](items=[1])]),
    (list[Page[User]], [[_PAGE]]),
    (
        Generics,
        [
            Generics(
                page=_PAGE,
                numbers=Page[int | None](items=[1, None]),
                lists=Page[list[int]](items=[[1]], first=[2]),
                nested=Page[Page[User]](items=[_PAGE]),
                two=Two[int, User](a=1, pages=_PAGE, table={"a": (1, _USER)}),
                tree=Tree[str](value="a", children=[Tree[str](value="b")]),
                given=Defaulted[str](value="a"),
                bare=Defaulted(value=1),
                bounded=Bounded[User](value=_USER),
                phantom=Phantom[int](value=1),
                keyed=Keyed[Tone](table={Tone.SOFT: 1}),
                keyed_text=Keyed[str](table={"a": 1}),
                wrapped=Wrapped[User]([_USER]),
                special=UserPage(items=[_USER], more=True),
                box=Box(1),
                bag={"content": "a"},
            )
        ],
    ),
    (First, [First(second=Second(firsts=[First()]))]),
    (Checked, [Checked(1, theC=2)]),
    (Plain, [Plain(Decimal("1.5"), dt.timedelta(1), _USER, [Decimal(1)])]),
    (Total, [{"a": 1}, {"a": 1, "b": "c"}]),
    (Partial, [{"b": "c"}, {"a": 1, "b": "c"}]),
    (Point, [Point(1), Point(1, 2, _USER)]),
    (
        Aliases,
        [Aliases(user_id=UserId(1), ids=[1], tree={"a": {"b": 1}}, several=[1], maybe=2)],
    ),
    (Aliases, [Aliases(user_id=UserId(1), ids=[1], tree=1, several=[], maybe=None)]),
    (
        Times,
        [
            Times(
                when=dt.datetime(2020, 1, 2, tzinfo=dt.UTC),
                day=dt.date(2020, 1, 2),
                time=dt.time(1),
                span=dt.timedelta(1),
            )
        ],
    ),
    (Seconds, [Seconds(span=dt.timedelta(1), data=b"ab")]),
    (NanAsNull, [NanAsNull(value=float("nan")), NanAsNull(value=1.5)]),
    (NanAsText, [NanAsText(value=float("nan")), NanAsText(value=float("-inf"))]),
    (
        Odds,
        [
            Odds(
                id=uuid.UUID(int=1),
                data=b"a",
                path=Path("a"),
                address=ipaddress.IPv4Address(1),
                network=ipaddress.IPv6Network("::/8"),
                url=HttpUrl("http://a.b"),
                any_url=AnyUrl("x://a"),
                size=ByteSize(1),
                pattern=re.compile("a"),
                parsed="[1]",
            )
        ],
    ),
    (
        Containers,
        [
            Containers(
                pair=(1, "a"),
                numbers=(1, 2),
                nothing=(),
                unique={1},
                frozen=frozenset("a"),
                queue=collections.deque([1]),
                by_color={Color.RED: 1},
                by_level={Level.LOW: 1},
                by_literal={"a": 1},
                by_number={1: "a"},
                by_id={uuid.UUID(int=1): 1},
                by_day={dt.date(2020, 1, 1): 1},
                by_flag={True: 1},
            )
        ],
    ),
    (Literals, [Literals(number=1, flag=True, both=each, member=Tone.SOFT) for each in (1, "a")]),
    (
        Enums,
        [
            Enums(
                color=Color.SKY,
                level=Level.LOW,
                tone=Tone.LOUD,
                mixed=Mixed.NOTHING,
                functional=Functional["class"],
                permission=Permission.READ | Permission.WRITE,
            )
        ],
    ),
    (Pair, [Pair.FIRST]),
    (int, [1]),
    (float, [1.5]),
    (bool, [True]),
    (None, [None]),
    (str | int | None, ["a", 1, None]),
    (list[int | None], [[1, None]]),
    (Decimal, [Decimal("1.10"), Decimal(1)]),
    (dict[str, list[User]], [{"a": [_USER]}]),
    (dict[str, int | None], [{"a": None}]),
]
"""Annotations, each with Python values as endpoints return them."""
