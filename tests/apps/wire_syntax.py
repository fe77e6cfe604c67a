"""
The part of the catalogue that is written in the syntax of Python 3.12: `type X = …`, `class X[T]`.

Its names are those of other modules, too. It needs pydantic 2.10.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, NotRequired, TypedDict

from pydantic import BaseModel, ConfigDict, Field, RootModel
from pydantic.alias_generators import to_camel


class User(BaseModel):
    """Another one than that of `wire_models`."""

    name: str
    born: dt.date | None = None


class Color(enum.StrEnum):
    GREEN = "green"


type Ids = list[int]
type Span = dt.timedelta
type Tree = dict[str, Tree] | int
type Json = dict[str, Json] | list[Json] | str | int | bool | None
type Maybe[T] = T | None
type Pair[A, B] = tuple[A, B]
type Rose[T] = tuple[T, list[Rose[T]]]
type Positive = Annotated[int, Field(gt=0)]
type Mode = Literal["on", "off"]
type ByMode = dict[Mode, Decimal]
type ByColor[T] = dict[Color, T]
type Users = list[User]


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    lives: Maybe[int] = 9


class Dog(BaseModel):
    kind: Literal["dog"]


type Pet = Annotated[Cat | Dog, Field(discriminator="kind")]


class Aliases(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)
    some_ids: Ids
    the_span: Span
    tree: Tree = 1
    json_value: Json = None
    pair: Pair[int, Maybe[User]]
    rose: Rose[str] | None = None
    positive: Positive = 1
    mode: Mode = "on"
    by_mode: ByMode = {}
    by_color: ByColor[Users] = {}
    pet: Pet
    pets: list[Pet] = []


class Page[T](BaseModel):
    items: list[T]
    next: Page[T] | None = None


class Bounded[M: BaseModel, C: (int, str)](BaseModel):
    data: M
    key: C
    others: dict[str, Page[M]] = {}


class Wrapped[T](RootModel[list[T]]):
    pass


@dataclasses.dataclass
class Box[T]:
    content: T
    price: Decimal = Decimal("1.5")
    more: list[Box[T]] = dataclasses.field(default_factory=list)


class Bag[T](TypedDict, total=False):
    content: T
    spans: NotRequired[list[Span]]


class Couple[T](NamedTuple):
    left: T
    right: Maybe[T] = None


class Holds(BaseModel):
    page: Page[Couple[int]]
    box: Box[Maybe[User]]
    bag: Bag[Pet]
    both: Bounded[User, str] | Wrapped[Ids]


SCALARS: dict[str, Any] = {
    "SyntaxIds": Ids,
    "SyntaxTree": Tree,
    "SyntaxJson": Json,
    "SyntaxMaybe": Maybe[int],
    "SyntaxPair": Pair[int, str],
    "SyntaxRose": Rose[bool],
    "SyntaxPositive": Positive,
    "SyntaxMode": Mode,
    "SyntaxByMode": ByMode,
    "SyntaxByColor": ByColor[int],
}
"""By name; each stands alone, with None, in a list and in a dict."""

MODELS: dict[str, Any] = {
    "SyntaxAliases": Aliases,
    "SyntaxUser": User,
    "SyntaxPageOfUser": Page[User],
    "SyntaxPageOfMaybe": Page[Maybe[Decimal]],
    "SyntaxBounded": Bounded[User, int],
    "SyntaxWrapped": Wrapped[User],
    "SyntaxBox": Box[User],
    "SyntaxBag": Bag[Span],
    "SyntaxCouple": Couple[User],
    "SyntaxHolds": Holds,
    "SyntaxPet": Pet,
    "SyntaxUsers": Users,
}
"""By name."""
