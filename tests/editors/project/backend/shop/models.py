"""
What the shop sends.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated

from pydantic import ConfigDict, Field, computed_field
from pydantic.alias_generators import to_camel
from typing_extensions import TypedDict

from shop.common import Record


class Role(Enum):
    """
    What somebody may do.
    """

    ADMIN = "admin"
    GUEST = "guest"


class User(Record):
    """
    Somebody who buys.
    """

    name: Annotated[str, Field(description="As it stands on the parcel.")]
    role: Role

    @computed_field
    @property
    def initials(self) -> str:
        """
        The first letters of the name.
        """
        return self.name[:1]


class Order(Record):
    """
    Something that was bought.
    """

    model_config = ConfigDict(alias_generator=to_camel)

    placed_by: User
    to: "Address"
    lines: list["Line"]


@dataclass
class Line:
    """
    One line of an order.
    """

    price: float


class Address(TypedDict):
    """
    Where a parcel goes.
    """

    street: str


Found = Annotated[User | Order, Field(description="What a search finds.")]
