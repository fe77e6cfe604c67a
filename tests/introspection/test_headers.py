"""
Headers that are lists: `fetch` joins what stands under one name, and a server reads one item.
"""

from __future__ import annotations

from typing import Annotated

from apps.reading import parameters
from fastapi import FastAPI, Header, Query

ONE = "One item at most: `fetch` would join several"


def test_a_list_in_a_header_says_that_one_item_is_the_most() -> None:
    """Others do not."""
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
