"""
What a function sends is what the endpoint received, or it throws before anything is sent.
"""

from __future__ import annotations

import base64
import json
import math
import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from versions import has

from functional.clients import CallError, Client, blob, encoded, file
from functional.conftest import PROFILE

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("echo")]

UNICODE = st.characters(exclude_categories=())
"""Lone surrogates too, as JavaScript's strings may hold them."""
TEXT = st.text(UNICODE)
SPECIAL = st.text(st.sampled_from("a./\\%2eE?#&=+ ;,\"'{}$\n\r\t\0\x85\xa0\ufeffé😀\ud800"))
ANY_TEXT = TEXT | SPECIAL
LATIN = st.text(st.characters(max_codepoint=0xFF)) | SPECIAL
INTEGERS = st.integers(-(2**53) + 1, 2**53 - 1)
FLOATS = st.floats(allow_nan=False, allow_infinity=False).filter(
    # JavaScript writes these like integers, which Python reads to the last digit.
    lambda value: not 2**53 < abs(value) < 1e21
)
SCALARS = st.none() | st.booleans() | INTEGERS | FLOATS | st.text()
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
BODY = JSON if has(fastapi="0.151") else JSON.filter(lambda value: value is not None)
"""Before that version, a required body that is null counts as missing."""
BYTES = st.binary(max_size=200)


def same(client: Client, function: str, *args: Any, expected: Any) -> None:
    """
    Call a function: it answers `expected`, or was refused before it was sent.
    """
    assert answer(client, function, *args) in (expected, REFUSED)


def answer(client: Client, function: str, *args: Any) -> Any:
    """
    Call a function, and answer its data, or that it was refused before it was sent.
    """
    try:
        return client.call(function, *args)
    except CallError as error:
        if error.sent or (error.name, error.status) != ("ApiError", 0):
            raise
        return REFUSED


REFUSED = object()


# --- Paths and queries ------------------------------------------------------------------------


@PROFILE
@given(ANY_TEXT)
@example("..")
@example("%2e%2E")
@example("a/b")
def test_any_text_in_a_path(echo: Client, text: str) -> None:
    """
    One segment is one segment.
    """
    same(echo, "path_text", text, expected=text)


@PROFILE
@given(ANY_TEXT, ANY_TEXT, INTEGERS)
@example("{second}", "$&", 1)
def test_any_texts_between_literal_parts(echo: Client, first: str, second: str, x: int) -> None:
    """
    No value is taken for a part of the path.
    """
    same(echo, "path_between", str(x), first, second, expected=[first, second])


DOTTED = st.text(st.sampled_from("a.-/é"))


@PROFILE
@given(DOTTED, DOTTED)
@example("a", "b")
@example("a", "tar.gz")
@example("a", "-b")
@example("a--b", "c")
def test_any_texts_that_share_a_segment(echo: Client, first: str, second: str) -> None:
    """
    Starlette cuts at the last dot, whichever of the two had it.
    """
    same(echo, "path_pair", first, second, expected=[first, second])
    same(echo, "rest_pair", first, second, expected=[first, second])


@PROFILE
@given(ANY_TEXT | st.lists(st.sampled_from(["", ".", "..", "a", "é", "%2e"])).map("/".join))
@example("//evil.example/x")
@example("a\n")
@example("a\nb")
def test_any_text_as_the_rest_of_a_path(echo: Client, text: str) -> None:
    """
    Slashes are kept, and nothing else is lost: neither dots nor line ends.
    """
    same(echo, "path_rest", text, expected=text)
    same(echo, "path_rest_then", text, expected=text)


@PROFILE
@given(ANY_TEXT)
def test_any_text_in_a_query(echo: Client, text: str) -> None:
    """
    Under a name that needs encoding as well.
    """
    same(echo, "query_text", text, expected=text)
    same(echo, "query_alias", text, {"second": text}, expected=[text, text])


@PROFILE
@given(ANY_TEXT.filter(bool))
def test_any_key_in_a_query(echo: Client, text: str) -> None:
    """
    Of a security scheme, which takes an empty one for none.
    """
    same(echo, "query_key", {"key": text}, expected=text)


@PROFILE
@given(st.lists(ANY_TEXT, min_size=1))
def test_any_texts_in_a_query(echo: Client, texts: list[str]) -> None:
    """
    A list repeats its name, in its order.
    """
    same(echo, "query_list", texts, expected=texts)


@pytest.mark.since(fastapi="0.123.3")
@PROFILE
@given(ANY_TEXT, st.lists(ANY_TEXT), INTEGERS)
def test_any_query_model(echo: Client, text: str, items: list[str], size: int) -> None:
    """
    Each key is a parameter, an alias under its own name.
    """
    given = {"text": text, "items": items, "page-size": size}
    same(echo, "query_model", given, expected={**given, "missing": None})


@PROFILE
@given(INTEGERS, FLOATS, st.booleans(), st.dates(), st.datetimes(), st.decimals(), st.uuids())
def test_any_typed_query(
    echo: Client,
    number: int,
    ratio: float,
    flag: bool,
    day: Any,
    moment: Any,
    price: Any,
    uuid: Any,
) -> None:
    """
    Numbers, truths, dates and enums arrive as what they are.
    """
    if not price.is_finite():
        price = 0
    given = [number, ratio, flag, day.isoformat(), moment.isoformat(), "01:02:03.000004"]
    given += ["P1DT2H", str(price), "dark green", 2, str(uuid), "b c"]
    received = echo.call("query_typed", *given)
    assert received["number"] == number
    assert received["ratio"] == ratio
    assert received["flag"] is flag
    assert received["day"] == day.isoformat()
    assert received["moment"] == moment.isoformat()
    assert received["uuid"] == str(uuid)
    assert (received["color"], received["level"], received["kind"]) == ("dark green", 2, "b c")


# --- Headers and cookies ----------------------------------------------------------------------


@PROFILE
@given(LATIN | ANY_TEXT)
@example(" a ")
@example("\ta")
@example("a\r\nX-Evil: 1")
def test_any_text_in_a_header(echo: Client, text: str) -> None:
    """
    Blanks at its ends, which HTTP takes off, are refused like line ends.
    """
    same(echo, "header_text", text, expected=text)
    same(echo, "header_optional", {"x_text": text}, expected=text)


@PROFILE
@given(st.lists(LATIN, min_size=1, max_size=3))
@example(["a", "b"])
@example(["a, b"])
def test_any_texts_in_a_header(echo: Client, texts: list[str]) -> None:
    """
    `fetch` would make one header of two, with a comma: that is refused.
    """
    same(echo, "header_list", texts, expected=texts)


@PROFILE
@given(LATIN, INTEGERS)
def test_any_header_model(echo: Client, text: str, depth: int) -> None:
    """
    Keys with underscores are sent with hyphens.
    """
    given = {"trace-id": text, "depth": depth}
    same(echo, "header_model", given, expected={"trace_id": text, "depth": depth})


@PROFILE
@given(LATIN | ANY_TEXT)
@example('a"b;c\\d')
@example("\x85a")
@example("\x1ca")
@example('"a"')
@example("")
def test_any_text_in_a_cookie(echo: Client, text: str) -> None:
    """
    Quotes, semicolons and blanks at its ends arrive as they are.
    """
    same(echo, "cookie_text", {"text": text}, expected=text)


@PROFILE
@given(LATIN, INTEGERS)
def test_any_cookie_model(echo: Client, first: str, second: int) -> None:
    """
    Each key is a cookie.
    """
    given = {"first": first, "second": second}
    same(echo, "cookie_model", {"crumbs": given}, expected=given)


# --- Bodies -----------------------------------------------------------------------------------


@PROFILE
@given(BODY)
@example({"__proto__": {"a": 1}, "constructor": None, "": [[]]})
@example("\0\u2028\ufeff")
@example([1e308, 5e-324, -0.0, 2**53 - 1])
def test_any_json(echo: Client, value: Any) -> None:
    """
    Also as a media type of its own, and with DELETE.
    """
    assert echo.call("json_any", value) == value
    assert echo.call("json_delete", value) == value
    assert echo.call("json_vendor", value) == ["application/vnd.echo+json", value]


@PROFILE
@given(TEXT)
@example("\ud800")
def test_any_text_as_json(echo: Client, text: str) -> None:
    """
    A lone surrogate is no text to Python: FastAPI fails at it, and nothing is replaced.
    """
    found = echo.call("json_text", text, take="result")
    if not found["status"]:  # after a failure uvicorn closes the connection, which Node had kept
        found = echo.call("json_text", text, take="result")
    if re.search("[\ud800-\udfff]", text):
        assert found["status"] in (422, 500)
    else:
        assert (found["status"], found["data"]) == (200, text)


@PROFILE
@given(st.text(), st.lists(st.text()), st.text(min_size=1), st.booleans(), st.text() | st.none())
def test_any_several_bodies(
    echo: Client, name: str, tags: list[str], q: str, flag: bool, note: str | None
) -> None:
    """
    Beside a path and a query, under their aliases.
    """
    item = {"name": name, "tags": tags, "the-count": 2}
    least = {"name": name, "tags": [], "the-count": 1}
    received = echo.call("json_several", "id", item, {"name": name}, q, flag, {"note": note})
    assert received == ["id", item, least, q, flag, note]
    assert echo.call("json_embedded", item) == item


@PROFILE
@given(ANY_TEXT.filter(bool), st.lists(ANY_TEXT, min_size=1), INTEGERS)
def test_any_form(echo: Client, text: str, items: list[str], number: int) -> None:
    """
    Empty texts are left out of this: FastAPI takes one for none.
    """
    options = {"items": items, "number": number}
    same(echo, "form_fields", text, options, expected=[text, items, number])


def test_what_fastapi_takes_for_none_in_a_form(echo: Client) -> None:
    """
    An empty text that is required is missing; an empty list is not sent, so its default counts.
    """
    assert echo.call("form_fields", "text", {"items": []}) == ["text", [], 1]
    if not has(fastapi="0.123.2"):
        assert echo.call("form_fields", "") == ["", [], 1]
        return
    with pytest.raises(CallError) as raised:
        echo.call("form_fields", "")
    assert (raised.value.status, raised.value.detail[0]["type"]) == (422, "missing")


@PROFILE
@given(ANY_TEXT.filter(bool), st.lists(ANY_TEXT.filter(bool)), st.booleans())
def test_any_form_model(echo: Client, name: str, tags: list[str], remember: bool) -> None:
    """
    Each key is a field.
    """
    given = {"user_name": name, "tags": tags, "remember-me": remember}
    same(echo, "form_model", given, expected=given)


@PROFILE
@given(BYTES, ANY_TEXT.filter(bool))
@example(b"\r\n--", "a\nb")
@example(b"", "a\rb")
@example(b"", "\r\n")
def test_any_file_with_any_caption(echo: Client, content: bytes, caption: str) -> None:
    """
    The caption's line ends as well, of which FormData would make others.
    """
    sent = {"name": "näme.txt", "type": "text/x", "content": encoded(content)}
    given = file(content, "näme.txt", "text/x")
    same(echo, "file_one", given, {"caption": caption}, expected=[sent, caption])


@PROFILE
@given(st.text(min_size=1))
@example('a"b')
@example("a\\b")
@example("a\r\nb")
@example("%22")
@example("a;b")
def test_any_file_name(echo: Client, name: str) -> None:
    """
    Quotes too; line ends, and backslashes that python-multipart would take off, are refused.
    """
    sent = {"name": name, "type": "text/plain", "content": ""}
    same(echo, "file_one", file(b"", name), expected=[sent, ""])


@PROFILE
@given(st.lists(BYTES, min_size=1, max_size=4), st.lists(st.text(min_size=1), min_size=1))
def test_any_files_and_fields(echo: Client, contents: list[bytes], captions: list[str]) -> None:
    """
    Lists repeat their names, in their order.
    """
    files = [file(content, f"{n}.bin", "a/b") for n, content in enumerate(contents)]
    sent = [{"name": f["name"], "type": "a/b", "content": f["content"]} for f in files]
    same(echo, "file_list", files, captions, expected=[sent, captions])


@PROFILE
@given(BYTES, st.lists(BYTES, max_size=2), st.lists(ANY_TEXT, max_size=3), ANY_TEXT.filter(bool))
def test_any_form_model_with_files(
    echo: Client, cover: bytes, pages: list[bytes], titles: list[str], title: str
) -> None:
    """
    One file, several, and fields beside them, all in one model.
    """
    files = [file(content, f"{n}.bin", "a/b") for n, content in enumerate([cover, *pages])]
    sent = [{"name": f["name"], "type": "a/b", "content": f["content"]} for f in files]
    given = {"cover": files[0], "pages": files[1:], "titles": titles, "the title": title}
    same(echo, "file_model", given, expected=[sent[0], sent[1:], titles, title])


@PROFILE
@given(JSON.map(json.dumps), st.dictionaries(st.text(), st.lists(INTEGERS)))
@example('{"__proto__": ["\\u00fc\\r\\n&="]}', {})
def test_any_json_inside_a_form(echo: Client, nested: str, also: dict[str, list[int]]) -> None:
    """
    As text that is JSON, to the letter; beside another field, too.
    """
    given = [nested, {"also": json.dumps(also)}]
    same(echo, "form_json", *given, expected=[json.loads(nested), also])


@PROFILE
@given(BYTES)
def test_any_bytes(echo: Client, content: bytes) -> None:
    """
    As the whole body, of which FastAPI takes an empty one for none, and as a file.
    """
    if content:
        assert echo.call("raw_bytes", blob(content)) == encoded(content)
    assert echo.call("file_bytes", blob(content)) == encoded(content)


@PROFILE
@given(ANY_TEXT.filter(bool))
def test_any_text_as_the_whole_body(echo: Client, text: str) -> None:
    """
    In UTF-8.
    """
    same(echo, "raw_text", text, expected=["text/plain", text])


# --- The wire itself --------------------------------------------------------------------------


def test_json_is_written_as_it_should_be(echo: Client) -> None:
    """
    With its type, and without what JSON has not.
    """
    received = echo.call("wire_json", {"b": "ü", "a": [1, None]})
    assert base64.b64decode(received["body"]).decode() == '{"b":"ü","a":[1,null]}'
    assert ["content-type", "application/json"] in received["headers"]


@pytest.mark.parametrize("kind", ["NaN", "Infinity", "-Infinity"])
def test_json_has_no_such_number(echo: Client, kind: str) -> None:
    """
    JSON.stringify would write null.
    """
    with pytest.raises(CallError) as raised:
        echo.call("json_any", {"a": {"$": "number", "value": kind}})
    assert (raised.value.status, raised.value.sent) == (0, 0)


@pytest.mark.parametrize("value", [{"$": "bigint", "value": "1"}, blob(b"x")])
def test_json_has_no_such_value(echo: Client, value: Any) -> None:
    """
    What JSON.stringify refuses or would write as `{}`.
    """
    with pytest.raises(CallError) as raised:
        echo.call("json_any", [value])
    assert (raised.value.status, raised.value.sent) == (0, 0)


def test_numbers_of_a_query(echo: Client) -> None:
    """
    JavaScript's spelling of a large number is Python's too.
    """
    args = [1, 1e300, True, "2026-01-31", "2026-01-31T00:00:00Z", "00:00", "P1D", "1.10"]
    received = echo.call("query_typed", *args, "red", 1, "0" * 32, "a")
    assert received["ratio"] == 1e300
    assert received["price"] == "1.10"
    assert received["moment"] == "2026-01-31T00:00:00Z"


def test_dates_are_written_as_iso_8601(echo: Client) -> None:
    """
    A `Date` of JavaScript, though the types want text.
    """
    date = {"$": "date", "value": "2026-01-31T01:02:03.004Z"}
    assert echo.call("query_text", date) == "2026-01-31T01:02:03.004Z"


def test_what_is_left_out_has_its_default(echo: Client) -> None:
    """
    Null means left out where null cannot be written.
    """
    assert echo.call("query_optional") == [None, 7, False]
    assert echo.call("query_optional", {"text": None, "number": 8}) == [None, 8, False]
    assert echo.call("query_optional", {"text": "", "flag": True}) == ["", 7, True]
    assert echo.call("json_optional") is None
    assert echo.call("json_optional", {"item": None}) is None
    assert echo.call("file_optional") is None
    assert echo.call("query_numbers", {"items": []}) == []


def test_parameters_of_a_dependency_stand_where_it_stands(echo: Client) -> None:
    """
    As if they were the endpoint's own.
    """
    assert echo.call("dependency", "x", 5, {"limit": 6}) == ["x", 5, 6]


def test_typed_segments_arrive(echo: Client) -> None:
    """
    Each as its type is written.
    """
    uuid = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
    given = [-5, True, "2026-01-31", "dark green", 2, uuid, 1e-7]
    received = echo.call("path_typed", *given)
    assert received == given
    assert math.isclose(json.loads(json.dumps(received))[-1], 1e-7)


@pytest.mark.parametrize("given", [(-1, 1.5), (1, 1e-7), (1, 1e21)])
def test_a_convertor_takes_no_sign_and_no_exponent(echo: Client, given: tuple[int, float]) -> None:
    """
    Its pattern is Starlette's, and what does not match is another path.
    """
    assert echo.call("path_converted", 1, 1.5) == [1, 1.5]
    with pytest.raises(CallError) as raised:
        echo.call("path_converted", *given)
    assert raised.value.status == 404


def test_a_header_keeps_its_own_name(echo: Client) -> None:
    """
    An alias is not touched.
    """
    assert echo.call("header_alias", {"token": 3}) == 3
