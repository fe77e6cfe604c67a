"""
`docs/types.md` says what the generated client says, letter for letter.
"""

from __future__ import annotations

import pytest

from wire.refusals import IN_CASE, INEXPRESSIBLE
from wire.types_page import PAGE, Printed, Row, blocks, printed, rows, wrong

pytestmark = pytest.mark.since(fastapi="0.151", pydantic="2.12")

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """
    What is generated of the page.
    """
    return printed(tmp_path_factory.mktemp("types"), TEXT)


def test_the_page_says_what_the_client_says(client: Printed) -> None:
    """Received, sent and without a response model; and every declaration."""
    assert list(wrong(TEXT, client)) == []
    assert len(rows(TEXT)) > 60
    assert len(blocks(TEXT, "typescript")) > 6


def test_a_page_that_says_something_else_is_found_out(client: Printed) -> None:
    """In a cell, and in a declaration."""
    cell = TEXT.replace("| `Sequence[int]` | `number[]`", "| `Sequence[int]` | `string[]`")
    assert {python for python, *_ in wrong(cell, client)} == {"Sequence[int]"}
    field = TEXT.replace("\tname?: string | undefined;", "\tname: string;")
    (found,) = wrong(field, client)
    assert found[1].startswith("export interface UserInput {")


def test_a_row_is_read_as_it_stands() -> None:
    """An empty cell says what the first one does."""
    line = r"| `int \| None` | `number \| null` | `number` | |"
    assert rows(line) == [Row("int | None", "number | null", "number", "number | null")]


def test_every_reason_for_a_refusal_is_on_the_page() -> None:
    """Those that the tests of the wire allow."""
    reasons = {line.split(" | ")[0] for line in TEXT.splitlines() if line.startswith("| ")}
    allowed = {*INEXPRESSIBLE.values(), *IN_CASE.values()} - {"follows another refusal"}
    assert {f"| {each}" for each in allowed} <= reasons
