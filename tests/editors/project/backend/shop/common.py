"""
What the modules share.
"""

from typing import Generic, TypeVar

from pydantic import BaseModel

Item = TypeVar("Item")


class Record(BaseModel):
    """
    Something with a number.
    """

    id: int


class Page(BaseModel, Generic[Item]):
    """
    A piece of a list.
    """

    items: list[Item]
    total: int


class Paging:
    """
    Which piece of a list.
    """

    def __init__(self, page: int = 1) -> None:
        self.page = page
