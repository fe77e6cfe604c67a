"""
The pair of files of a module: headers, imports, HMR, maps.
"""

from __future__ import annotations

import json

from golden.values import NUMBER, api, at, enum, field, model, operation

from fluidkit.model import Api, JsonResult, Module, Reference, TypeParameter
from fluidkit.typescript import Target, render

USERS = Module(name="app.users", path="routers/users.py", source="app/routers/users.py")


def files(given: Api, **target: object) -> dict[str, str]:
    """
    What is printed into `out/generated`, by path below.
    """
    found = render(given, Target(output="out", kit=True, **target)).files
    return {path.removeprefix("out/generated/"): text for path, text in found.items()}


def test_a_script_says_whose_it_is_and_can_be_replaced_alone() -> None:
    """
    Earlier wrappers run the newest definitions.
    """
    printed = files(api(USERS, operation("GET /", "a"), operation("GET /b", "b")))
    assert printed["users.js"] == (
        "/* eslint-disable */\n"
        "// Client of app/routers/users.py, written by FluidKit: edits are overwritten.\n"
        "import { hot, json } from './runtime/client.js';\n"
        "\n"
        "export const a = /* @__PURE__ */ json('GET', '/', []);\n"
        "export const b = /* @__PURE__ */ json('GET', '/b', []);\n"
        "\n"
        "if (import.meta.hot) {\n"
        "\timport.meta.hot.accept();\n"
        "\thot(import.meta.hot.data, { a, b });\n"
        "}\n"
    )


def test_the_users_names_are_kept_where_they_meet_ours() -> None:
    """
    Functions, models, type parameters.
    """
    printed = files(
        api(
            USERS,
            operation("GET /", "json", result=JsonResult(Reference("app.users:Call"))),
            operation("GET /", "hot"),
            model("app.users:Call", field("x")),
        )
    )
    assert "import { hot as hot$1, json as json$1 } from" in printed["users.js"]
    assert "export const json = /* @__PURE__ */ json$1(" in printed["users.js"]
    assert "\thot$1(import.meta.hot.data, { json, hot });" in printed["users.js"]
    assert "import type { Call as Call$1, CallOptions, UrlOptions }" in printed["users.d.ts"]
    assert "): Call$1<Call>;" in printed["users.d.ts"]


def test_a_type_parameter_hides_no_import() -> None:
    """
    A generic's `T` is not the model `T` of another module.
    """
    t = TypeParameter("T")
    printed = files(
        api(
            USERS,
            model("app.users:Page", field("a", t), field("b", Reference("lib:T")), parameters=(t,)),
            model("lib:T", field("x")),
        )
    )
    assert "import type { T as T$1 } from './lib.js';\n" in printed["users.d.ts"]
    assert "\t'a': T;\n\t'b': T$1;\n" in printed["users.d.ts"]


def test_an_enum_alone_is_a_script_without_hmr_of_functions() -> None:
    """
    Constants need no wrapper.
    """
    printed = files(api(USERS, enum("app.users:Role", {"a": "a"})))
    assert printed["users.js"].endswith("overwritten.\nexport const Role = { a: 'a' };\n")


def test_a_map_lies_beside_its_types() -> None:
    """
    External, so that version control can leave it out.
    """
    user = model("app.users:User", field("x"), origin=at("app/routers/users.py:3:6"))
    printed = files(api(USERS, user))
    assert printed["users.d.ts"].endswith("}\n//# sourceMappingURL=users.d.ts.map\n")
    written = json.loads(printed["users.d.ts.map"])
    assert written["file"] == "users.d.ts"
    assert written["sources"] == ["../../app/routers/users.py"]


def test_no_map_where_none_is_wanted_or_nothing_to_map() -> None:
    """
    And then no reference to one.
    """
    user = model("app.users:User", field("x"), origin=at("app/routers/users.py:3:6"))
    for printed in (
        files(api(USERS, user), maps=False),
        files(api(USERS, model("app.users:User"))),
    ):
        assert "users.d.ts.map" not in printed
        assert "sourceMappingURL" not in printed["users.d.ts"]


def test_a_module_outside_of_the_root_is_named_by_its_dotted_name() -> None:
    """
    In its header and its path.
    """
    printed = files(api(model("lib.schemas:A")))
    assert printed["lib/schemas.d.ts"].splitlines()[1] == (
        "// Types of lib.schemas, written by FluidKit: edits are overwritten."
    )


def test_a_path_cannot_leave_its_comment() -> None:
    """
    Whatever file systems allow.
    """
    odd = Module(name="app.users", path="users.py", source="a\n*/ b\u2028.py")
    printed = files(api(odd, operation("GET /", "a")))
    assert printed["users.js"].splitlines()[1].startswith("// Client of a */ b .py, written")


def test_a_type_that_is_declared_nowhere_is_a_diagnostic() -> None:
    """
    The rest of the client is intact.
    """
    given = api(USERS, operation("GET /", "a", result=JsonResult(Reference("app.gone:Gone"))))
    printed = render(given, Target(output="", kit=True))
    assert [(d.route, d.where) for d in printed.diagnostics] == [
        ("app.gone:Gone", "app/routers/users.py")
    ]
    assert "): Call<unknown>;" in printed.files["generated/users.d.ts"]


def test_declarations_of_another_module_are_imported() -> None:
    """
    From where they live.
    """
    page = Module(name="app.pages", path="models/pages.py", source="app/models/pages.py")
    given = api(
        USERS,
        page,
        operation("GET /", "a", result=JsonResult(Reference("app.pages:Page"))),
        model("app.pages:Page", field("n", NUMBER)),
    )
    assert "import type { Page } from './models/pages.js';\n" in files(given)["users.d.ts"]
