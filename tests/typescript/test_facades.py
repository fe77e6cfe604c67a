"""
What people import.
"""

from __future__ import annotations

from golden.values import STRING, api, enum, field, model, operation

from fluidkit.model import (
    Api,
    Array,
    ErrorResponse,
    EventStream,
    FileResult,
    JsonResult,
    Map,
    Module,
    Object,
    Reference,
    StreamEvent,
    Tuple,
    Type,
    Union,
)
from fluidkit.typescript import Target, render

USERS = Module(name="app.users", path="routers/users.py", source="app/routers/users.py")
MODELS = Module(name="app.models", path="models.py", source="app/models.py")


def facade(given: Api, path: str = "users.api.ts", **target: object) -> str:
    """
    One printed façade.
    """
    return render(given, Target(output="out", **{"kit": True, **target})).files[f"out/{path}"]


def exports(given: Api) -> str:
    """
    A façade's exports, without its header.
    """
    return facade(given).partition(".d.ts */\n")[2].rpartition("if (import")[0]


def returning(*types: Type, name: str = "f") -> object:
    """
    An operation that reaches these types.
    """
    return operation("GET /", name, result=JsonResult(Tuple(types)))


def test_a_facade() -> None:
    """
    Functions with their routes, types that they reach, at any depth.
    """
    given = api(
        USERS,
        MODELS,
        operation("GET /users/{id}", "get_user", result=JsonResult(Reference("app.users:User"))),
        operation("POST /users", "add", errors=(ErrorResponse(404, Reference("app.models:Gone")),)),
        model("app.models:Gone", field("x")),
        model("app.models:Unused", field("x")),
        enum("app.models:Role", {"a": "a"}),
        model("app.users:User", field("roles", Array(Reference("app.models:Role")))),
    )
    assert facade(given) == (
        "/** Typed client of app/routers/users.py, written by FluidKit: edits are overwritten.\n"
        " *  Go to Definition opens the Python. Code: ./generated/users.js,"
        " types: ./generated/users.d.ts */\n"
        "export {\n"
        "\tget_user, // GET /users/{id}\n"
        "\tadd, // POST /users\n"
        "\ttype User\n"
        "} from './generated/users.js';\n"
        "export { type Gone, Role } from './generated/models.js';\n"
        "if (import.meta.hot) import.meta.hot.accept();\n"
    )


def test_types_are_reached_through_everything() -> None:
    """
    Arguments, keys, members, extras, errors, events.
    """
    names = "abcdefg"
    given = api(
        MODELS,
        USERS,
        *(
            model(f"app.models:{name.upper()}", field("x", Reference("app.models:Inner")))
            for name in names
        ),
        model("app.models:Inner"),
        operation(
            "POST /",
            "f",
            result=JsonResult(
                Union(
                    (
                        Reference("app.models:A", (Reference("app.models:B"),)),
                        Map(STRING, Reference("app.models:C")),
                        Tuple((), rest=Reference("app.models:D")),
                        Object((), Reference("app.models:E")),
                    )
                )
            ),
            errors=(ErrorResponse(400, Reference("app.models:F")),),
            stream=EventStream((StreamEvent("x", Reference("app.models:G")),)),
        ),
    )
    assert exports(given).endswith(
        "export type { A, B, C, D, E, F, G, Inner } from './generated/models.js';\n"
    )


def test_types_that_meet_both_say_their_module() -> None:
    """
    Never the later one alone.
    """
    given = api(
        USERS,
        MODELS,
        returning(Reference("app.users:User"), Reference("app.models:User")),
        model("app.users:User"),
        model("app.models:User"),
    )
    assert exports(given) == (
        "export {\n"
        "\tf, // GET /\n"
        "\ttype User as UsersUser\n"
        "} from './generated/users.js';\n"
        "export type { User as ModelsUser } from './generated/models.js';\n"
    )


def test_a_type_named_like_a_function_of_its_module_is_exported_with_it() -> None:
    """
    One name, two meanings, one export; a type from elsewhere gives way.
    """
    given = api(
        USERS,
        MODELS,
        returning(Reference("app.users:User"), Reference("app.models:User"), name="User"),
        model("app.users:User"),
        model("app.models:User"),
    )
    assert exports(given) == (
        "export {\n"
        "\tUser // GET /\n"
        "} from './generated/users.js';\n"
        "export type { User as ModelsUser } from './generated/models.js';\n"
    )


def test_an_export_is_broken_with_what_stands_behind_it() -> None:
    """
    As Prettier does: the line ends within the width, or each name has one.
    """
    names = ["Alpha" * 5, "Bravo" * 5, "Delta" * 5]
    given = api(
        USERS,
        MODELS,
        returning(*(Reference(f"app.models:{name}") for name in names)),
        *(model(f"app.models:{name}", field("x")) for name in names),
    )
    printed = exports(given)
    assert "\n".join(f"\t{name}," for name in names[:2]) in printed
    assert max(map(len, printed.splitlines())) < 100


def test_a_facade_in_a_folder() -> None:
    """
    Finds its way up.
    """
    nested = Module(name="app.users", path="admin/users.py", source="app/admin/users.py")
    text = facade(api(nested, operation("GET /", "f")), "admin/users.api.ts")
    assert "from '../generated/admin/users.js';" in text
    assert "Code: ../generated/admin/users.js, types: ../generated/admin/users.d.ts */" in text


def test_a_module_of_types_has_no_facade() -> None:
    """
    Its types are where functions reach them.
    """
    printed = render(api(MODELS, model("app.models:A")), Target(output="", kit=True))
    assert [path for path in printed.files if ".api." in path] == []


def test_a_neutral_facade_is_a_pair() -> None:
    """
    Plain JavaScript, for Vite, Node and Vitest.
    """
    given = api(
        USERS,
        MODELS,
        returning(Reference("app.models:A")),
        model("app.models:A"),
    )
    script = facade(given, "users.api.js", kit=False)
    types = facade(given, "users.api.d.ts", kit=False)
    assert script.partition(".d.ts */\n")[2] == (
        "export {\n"
        "\tf // GET /\n"
        "} from './generated/users.js';\n"
        "if (import.meta.hot) import.meta.hot.accept();\n"
    )
    assert types.partition(".d.ts */\n")[2] == (
        "export {\n"
        "\tf // GET /\n"
        "} from './generated/users.js';\n"
        "export type { A } from './generated/models.js';\n"
    )


def test_a_route_cannot_leave_its_line() -> None:
    """
    It is a comment to its end.
    """
    given = api(USERS, operation("GET /a\nalert(1)\u2028*/b", "f"))
    assert "\tf // GET /a alert(1) */b\n" in facade(given)


def test_the_index_holds_what_all_clients_share() -> None:
    """
    Types of streams where there are streams.
    """
    plain = render(api(USERS, operation("GET /", "f")), Target(output="", kit=True)).files
    assert plain["index.ts"] == (
        "/** What all clients share, written by FluidKit: edits are overwritten. */\n"
        "export {\n"
        "\tApiError,\n"
        "\tconfigure,\n"
        "\ttype ApiResult,\n"
        "\ttype Call,\n"
        "\ttype CallOptions,\n"
        "\ttype Configuration,\n"
        "\ttype FluidTypes,\n"
        "\ttype HTTPValidationError,\n"
        "\ttype HttpStatus,\n"
        "\ttype UrlOptions,\n"
        "\ttype ValidationError\n"
        "} from './generated/runtime/client.js';\n"
    )
    assert "svelte.ts" not in plain


def test_streams_bring_their_types_and_live() -> None:
    """
    `live` needs Svelte, which a neutral client has not.
    """
    given = api(
        operation("GET /", "f", result=EventStream(())),
        operation("GET /a", "g", result=FileResult()),
    )
    kit = render(given, Target(output="", kit=True)).files
    assert kit["index.ts"].endswith(
        "export type { DownloadOptions } from './generated/runtime/download.js';\n"
        "export type { EventStream, EventStreamOptions, ServerEvent } from"
        " './generated/runtime/sse.js';\n"
        "export type { StreamError } from './generated/runtime/stream.js';\n"
    )
    assert kit["svelte.ts"].endswith(
        "export { type Live, live, type LiveOptions, type LiveStatus }"
        " from './generated/runtime/svelte.js';\n"
    )
    neutral = render(given, Target(output="", kit=False)).files
    assert "svelte.ts" not in neutral
    assert neutral["index.js"].endswith(
        "*/\nexport { ApiError, configure } from './generated/runtime/client.js';\n"
    )
    assert "type EventStream" in neutral["index.d.ts"] or "EventStream," in neutral["index.d.ts"]
