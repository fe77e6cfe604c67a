"""
The part of the catalogue without `from __future__ import annotations`, as SQLModel wants it.
"""

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any, Generic, List, NamedTuple, Optional, TypeVar

from pydantic import BaseModel, computed_field
from sqlmodel import Field, Relationship, SQLModel
from typing_extensions import NotRequired, TypedDict

T = TypeVar("T")


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    budget: Decimal = Field(default=Decimal(0), max_digits=9, decimal_places=2)
    since: Optional[dt.date] = None
    players: List["Player"] = Relationship(back_populates="team")


class Player(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True, sa_column_kwargs={"unique": True})
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(back_populates="players")


class TeamBase(SQLModel):
    name: str = Field(max_length=9)
    budgets: dict[str, Decimal] = {}


class TeamPublic(TeamBase):
    """What people answer in place of a table."""

    id: int
    captain: Optional["PlayerPublic"] = None

    @computed_field
    @property
    def initial(self) -> str:
        return self.name[:1]


class PlayerPublic(SQLModel):
    id: int
    team: Optional[TeamPublic] = None


class User(BaseModel):
    """There is another one in `wire_models`."""

    email: Optional[str] = None
    tags: set[str] = set()
    itself: Optional["User"] = None


class Bag(TypedDict, Generic[T], total=False):
    content: T
    bags: NotRequired[List["Bag[T]"]]


class Row(NamedTuple):
    user: User
    price: Decimal = Decimal("1.1")


@dataclasses.dataclass
class Record(Generic[T]):
    content: T
    row: Optional[Row] = None
    span: dt.timedelta = dt.timedelta(1)


MODELS: dict[str, Any] = {
    "PlainTeam": Team,
    "PlainPlayer": Player,
    "PlainTeamPublic": TeamPublic,
    "PlainUser": User,
    "PlainBag": Bag[Decimal],
    "PlainRow": Row,
    "PlainRecord": Record[User],
}
"""By name."""
