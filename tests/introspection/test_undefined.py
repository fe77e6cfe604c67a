"""
Names that only a type checker knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from apps.reading import errors, read, warnings
from fastapi import FastAPI
from pydantic import BaseModel

if TYPE_CHECKING:
    from decimal import Decimal as Price


def app() -> FastAPI:
    made = FastAPI()

    @made.get("/prices")
    def get_prices() -> list[Price]:
        raise NotImplementedError

    @made.post("/prices")
    def add_price(price: Price) -> int:
        raise NotImplementedError

    @made.get("/count")
    def get_count() -> int:
        raise NotImplementedError

    return made


class Waiting(BaseModel):
    price: Price  # type: ignore[valid-type]


def get_waiting() -> Waiting:
    raise NotImplementedError


@pytest.mark.since(pydantic="2.10")
def test_a_model_that_waits_for_a_name_is_named() -> None:
    """As it is called in Python, not as pydantic's adapter for it is."""
    app = FastAPI()
    app.get("/waiting")(get_waiting)
    (told,) = read(app).diagnostics
    assert told.what.startswith(f"the annotation '{__name__}.Waiting' has a name that")


@pytest.mark.since(pydantic="2.10")  # before, such an app did not start
def test_an_annotation_that_python_cannot_read_is_named() -> None:
    """FastAPI registers such routes, and fails when they are called: the others stay."""
    what = "has a name that Python does not know where it stands"
    assert warnings(app())["GET /prices"] == (
        f"the annotation 'list[Price]' {what}, so its type is `unknown`"
    )
    assert errors(app()) == {"POST /prices": f"the annotation 'Price' {what}: skipped"}
    assert {each.todo for each in read(app()).diagnostics} == {
        "import what it names in the endpoint's module, not only `if TYPE_CHECKING`"
    }
    assert [each.name for each in read(app()).api.operations] == ["get_prices", "get_count"]
