"""
A second module with the same names as the first: `Item`, `User`, `list_items`, `delete`.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import IntEnum
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from fastapi import APIRouter, Body, Cookie, Depends, Header, Path, Query
from pydantic import BaseModel, ConfigDict, Field, computed_field

T = TypeVar("T")

router = APIRouter(prefix="/orders", tags=["orders"])


class Priority(IntEnum):
    LOW = 1
    HIGH = 2


class Page(BaseModel, Generic[T]):
    """A page of anything."""

    items: list[T]
    total: int = 0
    next: str | None = None


class Item(BaseModel):
    """An ordered item: not the Item of the shop."""

    model_config = ConfigDict(populate_by_name=True)

    sku: str = Field(alias="SKU", description="Stock keeping unit */ of the *item*")
    amount: int = Field(1, ge=1, le=99)
    price: Decimal = Decimal("9.90")

    @computed_field
    @property
    def label(self) -> str:
        return f"{self.amount} x {self.sku}"


class User(BaseModel):
    id: UUID
    parent: User | None = None
    created: datetime | None = None


class Common:
    """
    A dependency that is a class.
    """

    def __init__(
        self,
        page: int = Query(1, ge=1, description="Page, from 1"),
        size: int = Query(20, gt=0, lt=1000),
        x_trace: str | None = Header(None),
    ) -> None:
        self.page = page
        self.size = size


def tenant(x_tenant: Annotated[str, Header(min_length=3, pattern="^[a-z]+$")]) -> str:
    return x_tenant


def who(tenant: Annotated[str, Depends(tenant)], session: Annotated[str, Cookie()]) -> str:
    return f"{tenant}/{session}"


@router.get("/items")
def list_items(
    kind: Annotated[Priority, Query()],
    common: Annotated[Common, Depends()],
    user: Annotated[str, Depends(who)],
    tag: Annotated[list[str], Query()] = [],  # noqa: B006 -- as people write it
    again: Annotated[str | None, Depends(tenant)] = None,
) -> Page[Item]:
    """
    List the items.

    Used by `src/*/orders`.
    """
    return Page(items=[])


@router.put("/items/{item_id}/{p:path}")
def replace_item(
    item_id: Annotated[int, Path(gt=0)],
    p: str,
    item: Item,
    importance: Annotated[Priority, Body()],
    note: Annotated[str | None, Body(max_length=80)] = None,
) -> Item:
    return item


@router.patch("/items/{item_id}", response_model=Item, response_model_exclude_unset=True)
def patch_item(item_id: int, item: Annotated[Item, Body(embed=True)]) -> Any:
    return item


@router.delete("/items/{item_id}", status_code=204, deprecated=True)
def delete(item_id: int): ...


@router.get("/users", response_model_exclude_none=True)
def list_users() -> list[User]:
    return []
