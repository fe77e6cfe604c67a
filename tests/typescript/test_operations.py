"""
Operations: what runs, and its types.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from golden.values import (
    BOOLEAN,
    INVALID,
    NUMBER,
    STRING,
    api,
    body,
    field,
    operation,
    parameter,
)

from fluidkit.model import (
    Array,
    Doc,
    EmptyResult,
    ErrorResponse,
    EventStream,
    FileResult,
    Format,
    JsonResult,
    JsonStream,
    LiteralValue,
    Map,
    Object,
    Operation,
    Place,
    RawResult,
    Result,
    Scalar,
    StreamEvent,
    TextResult,
    TextStream,
)
from fluidkit.typescript import Target, render
from fluidkit.typescript.names import Case


def script_of(given: Operation, case: Case = "snake") -> str:
    """
    What runs, without imports and the part for HMR.
    """
    files = render(api(given), Target(output="", kit=True, case=case)).files
    text = files["generated/app/users.js"]
    return text.partition("\n\n")[2].partition("\n\nif (")[0]


def imports_of(given: Operation) -> str:
    """
    What the script imports.
    """
    text = render(api(given), Target(output="", kit=True)).files["generated/app/users.js"]
    return text.partition("\n\n")[0].partition("overwritten.\n")[2]


def types_of(given: Operation, case: Case = "snake") -> str:
    """
    The types, without imports.
    """
    files = render(api(given), Target(output="", kit=True, case=case, maps=False)).files
    return files["generated/app/users.d.ts"].partition("\n\n")[2]


ID = parameter("id", Place.PATH, NUMBER)


def test_a_function_is_made_by_a_factory() -> None:
    """
    Required codecs in order, optional ones by name.
    """
    given = operation(
        "GET /users/{id}",
        "get_user",
        ID,
        parameter("token", Place.HEADER, wire_name="X-T"),
        parameter("q", Place.QUERY, required=False, wire_name="search"),
    )
    assert script_of(given) == (
        "export const get_user = /* @__PURE__ */ json(\n"
        "\t'GET',\n"
        "\t'/users/{id}',\n"
        "\t[/* @__PURE__ */ segment('id'), /* @__PURE__ */ header('X-T')],\n"
        "\t{ q: /* @__PURE__ */ query('search') }\n"
        ");"
    )
    assert imports_of(given) == (
        "import { header, hot, json, query, segment } from '../runtime/client.js';"
    )


@pytest.mark.parametrize(
    ("place", "media_type", "codec"),
    [
        (Place.PATH, None, "segment('w-n')"),
        (Place.PATH_REST, None, "rest('w-n')"),
        (Place.QUERY, None, "query('w-n')"),
        (Place.QUERY_MODEL, None, "queries"),
        (Place.HEADER, None, "header('w-n')"),
        (Place.HEADER_MODEL, None, "headers"),
        (Place.COOKIE, None, "cookie('w-n')"),
        (Place.COOKIE_MODEL, None, "cookies"),
        (Place.JSON_BODY, "application/json", "body"),
        (Place.JSON_BODY, None, "body"),
        (Place.JSON_BODY, "application/vnd.x+json", "bodyAs('application/vnd.x+json')"),
        (Place.JSON_FIELD, "application/json", "field('w-n')"),
        (Place.FORM_FIELD, "application/x-www-form-urlencoded", "form('w-n')"),
        (Place.FORM_FIELD, "multipart/form-data", "part('w-n')"),
        (Place.FORM_MODEL, "application/x-www-form-urlencoded", "forms"),
        (Place.FORM_MODEL, "multipart/form-data", "parts"),
        (Place.RAW_BODY, "image/png", "raw('image/png')"),
        (Place.RAW_BODY, None, "raw('application/octet-stream')"),
    ],
)
def test_each_place_has_its_codec(place: Place, media_type: str | None, codec: str) -> None:
    """
    With the name on the wire. A codec that is called is marked as the function itself is.
    """
    called = f"/* @__PURE__ */ {codec}" if "(" in codec else codec
    wired = parameter("x", place, wire_name="w-n")
    given = operation("POST /", "f", wired, body_media_type=media_type)
    assert f"[{called}]" in script_of(given)


def test_a_placeholder_behind_another_has_what_is_between_them() -> None:
    """
    Around its own codec.
    """
    kind = replace(parameter("kind", Place.PATH), behind=".")
    given = operation("GET /{name}.{kind}", "f", parameter("name", Place.PATH), kind)
    assert "behind('kind', '.', /* @__PURE__ */ segment('kind'))" in script_of(given)
    assert "import { behind, hot, json, segment }" in imports_of(given)


@pytest.mark.parametrize(
    ("result", "factory", "answer"),
    [
        (JsonResult(STRING), "json", "options?: CallOptions): Call<string>"),
        (TextResult(), "text", "options?: CallOptions): Call<string>"),
        (EmptyResult(), "empty", "options?: CallOptions): Call<undefined>"),
        (FileResult(), "file", "options?: DownloadOptions): Call<globalThis.File>"),
        (RawResult(), "response", "options?: CallOptions): Call<globalThis.Response>"),
        (
            JsonStream(NUMBER, endless=True),
            "ndjson",
            "options?: JsonStreamOptions<number>): JsonStream<number>",
        ),
        (TextStream(), "chunks", "options?: TextStreamOptions): TextStream"),
    ],
)
def test_each_result_has_its_factory_and_type(result: Result, factory: str, answer: str) -> None:
    """
    Globals are named through `globalThis`, which nothing can hide.
    """
    given = operation("POST /", "f", result=result)
    assert script_of(given) == f"export const f = /* @__PURE__ */ {factory}('POST', '/', []);"
    assert types_of(given) == f"/** `POST /` */\nexport declare function f({answer};\n"


def test_an_event_stream_says_what_its_runtime_cannot_see() -> None:
    """
    Whether it ends, which events are text, which data is a sign.
    """
    events = (StreamEvent("token", Object((field("text"),))), StreamEvent(None, None))
    result = EventStream(events, endless=False, sentinels=("[DONE]",))
    given = operation("POST /chat", "chat", result=result)
    assert script_of(given) == (
        "export const chat = /* @__PURE__ */ sse('POST', '/chat', [], {}, {\n"
        "\tendless: false,\n"
        "\ttext: ['message'],\n"
        "\tsentinels: ['[DONE]']\n"
        "});"
    )
    assert types_of(given) == (
        "/** `POST /chat` */\n"
        "export declare function chat(\n"
        "\toptions?: EventStreamOptions<{ token: { text: string }; message: string }>\n"
        "): EventStream<{ token: { text: string }; message: string }>;\n"
    )


@pytest.mark.parametrize(
    ("stream", "events"),
    [
        (EventStream(()), "{ [event: string]: unknown }"),
        (
            EventStream((StreamEvent("a-b", NUMBER),), open=True),
            "{ 'a-b': number; [event: string]: unknown }",
        ),
    ],
)
def test_events_that_nobody_knows(stream: EventStream, events: str) -> None:
    """
    May be anything.
    """
    assert f"): EventStream<{events}>;" in types_of(operation("POST /", "f", result=stream))


def test_a_call_that_can_also_stream() -> None:
    """
    `chat` is the JSON call and `chat.stream` the stream.
    """
    stream = EventStream((StreamEvent("token", STRING),))
    given = operation("POST /chat", "chat", body(STRING, "prompt"), stream=stream)
    assert script_of(given) == (
        "export const chat = /* @__PURE__ */ withStream(\n"
        "\t/* @__PURE__ */ json('POST', '/chat', [body]),\n"
        "\t/* @__PURE__ */ sse('POST', '/chat', [body])\n"
        ");"
    )
    assert types_of(given) == (
        "/** `POST /chat` */\n"
        "export declare function chat(prompt: string, options?: CallOptions): Call<string>;\n"
        "export declare namespace chat {\n"
        "\tfunction stream_of(prompt: string, options?: EventStreamOptions<{ token: string }>)"
        ": EventStream<{ token: string }>;\n"
        "\texport { stream_of as stream };\n"
        "}\n"
    )


def test_a_get_has_a_typed_url() -> None:
    """
    With the same arguments; comments stand at the function.
    """
    page = parameter("page", Place.QUERY, NUMBER, required=False, doc=Doc(notes=("Default: 1",)))
    given = operation(
        "GET /users/{id}",
        "get_user",
        ID,
        page,
        errors=(ErrorResponse(404, LiteralValue("gone")), INVALID),
        doc=Doc(text="Return one user."),
    )
    assert types_of(given) == (
        "/**\n"
        " * Return one user.\n"
        " *\n"
        " * `GET /users/{id}`\n"
        " */\n"
        "export declare function get_user(\n"
        "\tid: number,\n"
        "\toptions?: CallOptions & {\n"
        "\t\t/** Default: 1 */\n"
        "\t\tpage?: number | undefined;\n"
        "\t}\n"
        "): Call<string, { 404: 'gone'; 422: HTTPValidationError }>;\n"
        "export declare namespace get_user {\n"
        "\t/** URL of `GET /users/{id}`. */\n"
        "\tfunction url_of("
        "id: number, options?: UrlOptions & { page?: number | undefined }): string;\n"
        "\texport { url_of as url };\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/users/{id}", "'/users/{id}'"),
        ("/a b/ü", "'/a%20b/%C3%BC'"),
        ("/100%", "'/100%25'"),
        ("//evil.example/x", "'/.//evil.example/x'"),
        ("/a?b#c", "'/a%3Fb%23c'"),
        ("/`${x}`", "'/%60$%7Bx%7D%60'".replace("%7Bx%7D", "{x}")),
        ("/${1}", "'/$%7B1%7D'"),
        ("/'\"\\", '"/\'%22%5C"'),
        ("/@me/a:b;c=1,2", "'/@me/a:b;c=1,2'"),
        ("/\ud800\n", "'/%3F%0A'"),
    ],
)
def test_literal_parts_of_a_path_are_encoded(path: str, written: str) -> None:
    """
    Placeholders are left to their codecs.
    """
    given = script_of(operation(f"POST {path}", "f"))
    assert given == f"export const f = /* @__PURE__ */ json('POST', {written}, []);"


def test_a_parameter_named_like_the_prototype() -> None:
    """
    A plain `__proto__` would set it instead.
    """
    given = operation("POST /", "f", parameter("__proto__", Place.QUERY, required=False))
    assert "{ ['__proto__']: /* @__PURE__ */ query('__proto__') }" in script_of(given).replace(
        "\n\t", " "
    ).replace("\n}", " }")


def test_parameters_have_comments() -> None:
    """
    Required ones as tags of the function, options at themselves.
    """
    given = operation(
        "POST /",
        "f",
        parameter("function", Place.QUERY, doc=Doc(text="What for.", notes=("At least 1",))),
        parameter("session", Place.COOKIE, required=False),
        parameter("old", Place.QUERY, required=False, doc=Doc(deprecated=True)),
        doc=Doc(text="Do it.", deprecated=True),
        security=("bearer", "admin"),
    )
    assert types_of(given) == (
        "/**\n"
        " * Do it.\n"
        " *\n"
        " * `POST /` · requires bearer, admin\n"
        " *\n"
        " * @param function_ - What for. At least 1 · `function` in Python\n"
        " * @deprecated\n"
        " */\n"
        "export declare function f(\n"
        "\tfunction_: string,\n"
        "\toptions?: CallOptions & {\n"
        "\t\t/** cookie: can be set on the server only */\n"
        "\t\tsession?: string | undefined;\n"
        "\t\t/** @deprecated */\n"
        "\t\told?: string | undefined;\n"
        "\t}\n"
        "): Call<string>;\n"
    )


def test_deprecations_say_what_to_use_instead() -> None:
    """
    Of a required parameter in words, as it has no comment of its own for a tag.
    """
    old = Doc(text="Which.", deprecated=True, deprecation="use `new`")
    given = operation(
        "POST /",
        "f",
        parameter("first", Place.QUERY, doc=old),
        parameter("second", Place.QUERY, doc=Doc(deprecated=True)),
        parameter("third", Place.QUERY, required=False, doc=old),
        doc=Doc(deprecated=True, deprecation="use `g` */\n@see g"),
    )
    assert types_of(given) == (
        "/**\n"
        " * `POST /`\n"
        " *\n"
        " * @param first - Which.\n"
        " * Deprecated: use `new`\n"
        " * @param second - Deprecated\n"
        " * @deprecated use `g` *\\/\n"
        " * \\@see g\n"
        " */\n"
        "export declare function f(\n"
        "\tfirst: string,\n"
        "\tsecond: string,\n"
        "\toptions?: CallOptions & {\n"
        "\t\t/**\n"
        "\t\t * Which.\n"
        "\t\t *\n"
        "\t\t * @deprecated use `new`\n"
        "\t\t */\n"
        "\t\tthird?: string | undefined;\n"
        "\t}\n"
        "): Call<string>;\n"
    )


def test_our_last_parameter_gives_way() -> None:
    """
    To a parameter of the user's.
    """
    given = operation("POST /", "f", body(NUMBER, "options"), body(NUMBER, "callOptions"))
    assert "f(options: number, callOptions: number, callOptions_?: CallOptions)" in types_of(given)


def test_names_in_camel_case_keep_their_wire_names() -> None:
    """
    `case` is about TypeScript alone.
    """
    given = operation(
        "GET /{user_id}",
        "get_user",
        parameter("user_id", Place.PATH),
        parameter("page_size", Place.QUERY, BOOLEAN, required=False),
    )
    assert script_of(given, "camel") == (
        "export const getUser = /* @__PURE__ */ json(\n"
        "\t'GET',\n"
        "\t'/{user_id}',\n"
        "\t[/* @__PURE__ */ segment('user_id')],\n"
        "\t{ pageSize: /* @__PURE__ */ query('page_size') }\n"
        ");"
    )
    assert "getUser(\n\tuserId: string,\n" in types_of(given, "camel")
    assert "`get_user` in Python" in types_of(given, "camel")


def test_files_are_blobs() -> None:
    """
    One or many; formats by name.
    """
    given = operation(
        "POST /",
        "f",
        parameter("files", Place.FORM_FIELD, Array(Scalar.BLOB)),
        body(Map(Format("UUID")), "ids"),
        body_media_type="multipart/form-data",
    )
    assert "files: globalThis.Blob[]," in types_of(given)
    assert "ids: { [key: string]: FluidTypes.UUID }," in types_of(given)
