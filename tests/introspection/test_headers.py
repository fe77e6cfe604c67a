"""
Headers that `fetch` does not send as they are given: lists, and those of browsers.
"""

from __future__ import annotations

from typing import Annotated

import pytest
from apps.reading import diagnostics, parameters
from fastapi import FastAPI, Header, Query
from pydantic import AliasChoices, AliasPath, BaseModel, Field

from fluidkit.model import Object, Scalar

OF_BROWSERS = "Set by browsers: can be set on the server only"
ONE = "One item at most: `fetch` would join several"


def test_a_list_in_a_header_says_that_one_item_is_the_most() -> None:
    """`fetch` joins what stands under one name, and a server reads one item."""
    app = FastAPI()

    @app.get("/")
    def endpoint(
        many: Annotated[list[str], Header()],
        maybe: Annotated[set[int] | None, Header()] = None,
        one: Annotated[str, Header()] = "",
        query: Annotated[list[str], Query()] = [],  # noqa: B006 -- as people write it
    ) -> None: ...

    told = {each.name: ONE in each.doc.notes for each in parameters(app)}
    assert told == {"many": True, "maybe": True, "one": False, "query": False}


class Client(BaseModel):
    host: str
    sec_ch_ua: str
    x_token: str


def test_what_browsers_set_need_not_be_given() -> None:
    """`fetch` drops it there without a word, and a `host` in Node, too."""
    app = FastAPI()

    @app.get("/")
    def endpoint(
        client: Annotated[Client, Header()],
        origin: Annotated[str, Header()],
        referrer: Annotated[str, Header(alias="Referer")],
        user_agent: Annotated[str, Header()],
        host: Annotated[str, Query()],
    ) -> None: ...

    client, *others = parameters(app)
    told = {each.name: (each.required, OF_BROWSERS in each.doc.notes) for each in others}
    assert told == {
        "origin": (False, True),
        "referrer": (False, True),
        "user_agent": (True, False),
        "host": (True, False),
    }
    assert isinstance(client.type, Object)
    told = {
        each.wire_name: (each.required, OF_BROWSERS in each.doc.notes)
        for each in client.type.fields
    }
    assert told == {"host": (False, True), "sec-ch-ua": (False, True), "x-token": (True, False)}


class Hidden(BaseModel):
    first: int = Field(default=0, validation_alias=AliasPath("items", 0))
    second_one: int = Field(
        default=0, validation_alias=AliasChoices("two_b", AliasPath("items", 1))
    )
    third_one: int = Field(default=0, validation_alias=AliasChoices("three", "drei"))


@pytest.mark.filterwarnings("ignore:The '[a-z_]+' attribute with value")
def test_what_is_read_from_inside_of_a_header_is_unknown() -> None:
    """FastAPI puts the value where pydantic does not look for it."""
    app = FastAPI()

    @app.get("/")
    def endpoint(hidden: Annotated[Hidden, Header()]) -> None: ...

    (hidden,) = parameters(app)
    assert isinstance(hidden.type, Object)
    told = {each.name: each.type for each in hidden.type.fields}
    unknown, number = Scalar.UNKNOWN, Scalar.NUMBER
    assert told == {"first": unknown, "second_one": unknown, "third_one": number}
    paths = [each.what.split("'")[1] for each in diagnostics(app) if "AliasPath" in each.what]
    assert paths == ["Hidden.first", "Hidden.second_one"]
