"""
What the endpoints of the stream tests send, and the annotated functions that they call.
"""

import asyncio
import enum
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypedDict

T = TypeVar("T")


class Notification(BaseModel):
    id: int
    message: str


class AnalyticsRecord(BaseModel):
    metric: str
    value: float


class Aliased(BaseModel):
    full_name: str = Field(alias="fullName")


class ByAlias(BaseModel):
    model_config = ConfigDict(serialize_by_alias=True)
    full_name: str = Field(alias="fullName")


class Dated(BaseModel):
    at: datetime
    amount: Decimal


class Colour(enum.Enum):
    RED = "red"


class Coloured(BaseModel):
    colour: Colour
    tags: set[str]


class Event(enum.StrEnum):
    ADDED = "added"
    GONE = "gone"


class Thread(BaseModel):
    title: str
    notifications: list[Notification]
    last: Notification | None = None

    @property
    def first(self) -> Notification:
        return self.notifications[0]


@dataclass
class Point:
    x: int
    y: int


class Row(TypedDict):
    name: str
    count: int


class Pair(NamedTuple):
    name: str
    notification: Notification


class Page(BaseModel, Generic[T]):
    items: list[T]


async def get_user_notifications(user_id: int) -> list[Notification]:
    return [Notification(id=user_id, message="hello")]


def get_records(limit: int = 10) -> list[AnalyticsRecord]:
    return [AnalyticsRecord(metric="m", value=limit)]


async def watch_notifications() -> AsyncIterator[Notification]:
    while True:
        yield Notification(id=1, message="")
        await asyncio.sleep(1)


async def some_notifications() -> AsyncIterator[Notification]:
    yield Notification(id=1, message="")


def unannotated():
    return __import__("os").environ


async def unannotated_source():
    for each in unannotated():
        yield each


def rows() -> Iterator[Row]:
    yield Row(name="a", count=1)


def mapping() -> dict[str, Notification]:
    return {"a": Notification(id=1, message="one")}


def thread() -> Thread:
    return Thread(title="", notifications=[Notification(id=2, message="two")])


def page() -> Page[Notification]:
    return Page(items=[Notification(id=3, message="three")])


async def tokens(prompt: str) -> AsyncIterator[str]:
    for word in prompt.split():
        yield word


@asynccontextmanager
async def session() -> AsyncIterator["Session"]:
    yield Session()


class Session:
    def __init__(self) -> None:
        self.queue: asyncio.Queue[Notification] = asyncio.Queue()
        self.records = get_records()

    async def load(self, user_id: int) -> list[Notification]:
        return await get_user_notifications(user_id)

    async def load_any(self) -> Any:
        return []

    @property
    def newest(self) -> Notification:
        return Notification(id=1, message="")

    def __aiter__(self) -> AsyncIterator[Notification]:
        return watch_notifications()


class Channel(Generic[T]):
    async def __aenter__(self) -> "Channel[T]":
        return self

    async def __aexit__(self, *_: object) -> None: ...

    def __aiter__(self) -> "Channel[T]":
        return self

    async def __anext__(self) -> T:
        raise StopAsyncIteration

    async def receive(self) -> T:
        raise NotImplementedError
