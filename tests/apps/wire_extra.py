"""
The part of the catalogue that other packages bring: email-validator and pydantic-extra-types.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, EmailStr, Field, ImportString, NameEmail
from pydantic_extra_types.color import Color
from pydantic_extra_types.coordinate import Coordinate, Latitude
from pydantic_extra_types.country import CountryAlpha2
from pydantic_extra_types.currency_code import ISO4217
from pydantic_extra_types.domain import DomainStr
from pydantic_extra_types.isbn import ISBN
from pydantic_extra_types.mac_address import MacAddress
from pydantic_extra_types.payment import PaymentCardBrand, PaymentCardNumber
from pydantic_extra_types.phone_numbers import PhoneNumber
from pydantic_extra_types.routing_number import ABARoutingNumber
from pydantic_extra_types.s3 import S3Path

ImportFunction = ImportString[Callable[..., Any]]


class Callbacks(BaseModel):
    """Functions that are never on the wire."""

    named: ImportFunction
    called: Callable[[int], int] | None = Field(None, exclude=True)
    kind: type[int] | None = Field(None, exclude=True)


SCALARS: dict[str, Any] = {
    "Email": EmailStr,
    "NameEmail": NameEmail,
    "HtmlColor": Color,
    "Phone": PhoneNumber,
    "Country": CountryAlpha2,
    "Currency": ISO4217,
    "Mac": MacAddress,
    "Domain": DomainStr,
    "Isbn": ISBN,
    "Card": PaymentCardNumber,
    "CardBrand": PaymentCardBrand,
    "Routing": ABARoutingNumber,
    "S3": S3Path,
    "Latitude": Latitude,
    "Import": ImportString,
}
"""By name; each stands alone, with None, in a list and in a dict."""

NOT_SENT: dict[str, Any] = {
    # FastAPI fails to write why it refused one of these.
    "Place": Coordinate,
    "Callbacks": Callbacks,
    "ImportFunctions": list[ImportFunction],
}
"""What is only received, by name."""

FUNCTIONS = ("os.path.join", "builtins.int")
IMPORTS = ("math", *FUNCTIONS)
"""What can be imported and written; FastAPI fails to write why it refused a module."""

SAMPLES: dict[Any, tuple[Any, ...]] = {
    EmailStr: ("a@example.org", "ü.b+c@sub.example.org"),
    NameEmail: ("A B <a@example.org>", "a@example.org"),
    Color: ("red", "#ff0000", "rgba(1, 2, 3, 0.5)"),
    PhoneNumber: ("+49 30 901820", "+1 201 555 0123"),
    CountryAlpha2: ("DE", "US"),
    ISO4217: ("EUR", "USD"),
    MacAddress: ("00:00:5e:00:53:01", "00-00-5e-00-53-02"),
    DomainStr: ("example.org", "xn--bcher-kva.example"),
    ISBN: ("9788537809662", "8537809667"),
    PaymentCardNumber: ("4000000000000002", "5555555555554444"),
    ABARoutingNumber: ("122105155", "322271627"),
    S3Path: ("s3://bucket/key", "s3://bucket/a/b.txt"),
    ImportString: IMPORTS,
    ImportFunction: FUNCTIONS,
}
"""Values of what no core schema tells of, by the class whose method does."""
