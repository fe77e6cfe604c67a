"""
Lists that come a page at a time.
"""

from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, computed_field

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    """
    Some items of a longer list.
    """

    model_config = ConfigDict(use_attribute_docstrings=True)

    items: list[T]
    total: int
    """How many items there are on all pages."""
    page: int
    """Number of this page, from 1."""
    size: int
    """How many items a full page has."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def pages(self) -> int:
        """
        How many pages there are; at least one.
        """
        return max(1, -(-self.total // self.size))


class Slice(BaseModel):
    """
    Which page of a list is wanted.
    """

    page: int
    size: int

    @property
    def offset(self) -> int:
        """
        How many items stand before this page.
        """
        return (self.page - 1) * self.size


def read_slice(
    page: Annotated[int, Query(ge=1, description="Number of the page, from 1.")] = 1,
    size: Annotated[int, Query(ge=1, le=100, description="How many items a page has.")] = 20,
) -> Slice:
    """
    Read which page is wanted from the query.
    """
    return Slice(page=page, size=size)


WantedSlice = Annotated[Slice, Depends(read_slice)]
