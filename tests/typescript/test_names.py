"""
One naming pass: functions, parameters, types.
"""

from __future__ import annotations

from golden.values import NUMBER, STRING, api, enum, model, operation, parameter

from fluidkit.model import (
    Array,
    Declaration,
    Direction,
    EmptyResult,
    EventStream,
    Format,
    LiteralValue,
    Operation,
    Place,
    Reference,
    Scalar,
    Union,
)
from fluidkit.typescript.names import Case, choose_names, parameter_names


def functions(*operations: Operation, case: Case = "snake", types: tuple = ()) -> list[str]:
    """
    Names of functions, in order.
    """
    known = api(*operations, *types)
    return list(choose_names(known, case).functions)


def types(*declarations: Declaration) -> list[str]:
    """
    Names of types, in order.
    """
    return list(choose_names(api(*declarations), "snake").types.values())


def test_a_function_has_its_python_name() -> None:
    """
    Also one that is a word of TypeScript which hinders nobody.
    """
    given = [operation("GET /", name) for name in ("get_user", "get", "type", "status", "of")]
    assert functions(*given) == ["get_user", "get", "type", "status", "of"]


def test_reserved_words_and_globals_get_an_underscore() -> None:
    """
    A function named `fetch` would hide the global wherever it is imported.
    """
    given = [operation("GET /", name) for name in ("delete", "await", "fetch", "URL", "undefined")]
    assert functions(*given) == ["delete_", "await_", "fetch_", "URL_", "undefined_"]


def test_functions_that_meet_all_say_their_route() -> None:
    """
    One endpoint with two methods, one router included twice.
    """
    given = [operation("GET /a/{id}", "item"), operation("PUT /a/{id}", "item")]
    assert functions(*given) == ["item_get_a_id", "item_put_a_id"]
    assert functions(*given[::-1]) == ["item_put_a_id", "item_get_a_id"]


def test_an_unrelated_route_renames_nothing() -> None:
    """
    Wherever it stands.
    """
    given = [operation("GET /a", "item"), operation("PUT /a", "item")]
    others = [operation("GET /b", "other"), operation("GET /c", "item", module="app.c")]
    assert functions(*others, *given)[2:] == functions(*given)


def test_a_route_with_and_without_a_slash_at_its_end() -> None:
    """
    One endpoint that is registered for both, as many are.
    """
    given = [operation("GET /users", "get_users"), operation("GET /users/", "get_users")]
    assert functions(*given) == ["get_users_get_users", "get_users_get_users_slash"]
    assert functions(*given, case="camel") == ["getUsersGetUsers", "getUsersGetUsersSlash"]


def test_routes_that_look_alike_are_told_apart() -> None:
    """
    By a mark that depends on the route alone.
    """
    given = [operation("GET /a-b", "same"), operation("GET /a_b", "same")]
    assert functions(*given) == ["same_get_a_b_3c8680", "same_get_a_b_3b7805"]


def test_no_function_makes_a_promise_of_its_module() -> None:
    """
    `await import(…)` calls the `then` that a module exports.
    """
    assert functions(operation("GET /then", "then")) == ["then_"]


def test_a_reserved_word_that_meets_an_escaped_one() -> None:
    """
    `delete` and `delete_` are one name here.
    """
    given = [operation("DELETE /a", "delete"), operation("POST /a", "delete_")]
    assert functions(*given) == ["delete_delete_a", "delete__post_a"]


def test_functions_in_camel_case() -> None:
    """
    What meets only then is told apart as well.
    """
    given = [operation("GET /a", "get_user"), operation("GET /b", "getUser")]
    assert functions(given[0], case="camel") == ["getUser"]
    assert functions(*given, case="camel") == ["getUserGetA", "getUserGetB"]


def test_a_function_shares_its_name_with_a_type_but_not_with_a_constant() -> None:
    """
    An enum is a value, too.
    """
    given = [operation("GET /", "User"), operation("GET /", "Role")]
    known = (model("app.users:User"), enum("app.users:Role", {"a": "a"}))
    assert functions(*given, types=known) == ["User", "Role_get"]


def names_of(*parameters: tuple[str, Place, bool], case: Case = "snake", **more: object) -> tuple:
    """
    Names of an operation's parameters.
    """
    given = [parameter(name, place, required=required) for name, place, required in parameters]
    return parameter_names(operation("GET /", "f", *given, **more), case)


def test_a_parameter_has_its_python_name() -> None:
    """
    Or in camel case.
    """
    given = [("user_id", Place.PATH, True), ("page_size", Place.QUERY, False)]
    assert names_of(*given) == ("user_id", "page_size")
    assert names_of(*given, case="camel") == ("userId", "pageSize")


def test_a_reserved_parameter_gets_an_underscore() -> None:
    """
    As a key of the options it could stay, but becoming required must not rename it.
    """
    assert names_of(("function", Place.QUERY, True), ("new", Place.QUERY, True)) == (
        "function_",
        "new_",
    )


def test_an_optional_parameter_leaves_our_options_alone() -> None:
    """
    A required one is not among them.
    """
    given = [(name, Place.QUERY, False) for name in ("fetch", "timeout", "on", "baseUrl", "limit")]
    assert names_of(*given) == ("fetch_", "timeout_", "on", "baseUrl_", "limit")
    assert names_of(("headers", Place.JSON_BODY, True)) == ("headers",)


def test_a_streams_options_are_more() -> None:
    """
    Its callbacks, also those to come.
    """
    given = [(name, Place.QUERY, False) for name in ("on", "onMessage", "reconnect", "once")]
    assert names_of(*given, result=EventStream(())) == ("on_", "onMessage_", "reconnect_", "once")
    assert names_of(*given, stream=EventStream(())) == ("on_", "onMessage_", "reconnect_", "once")
    assert names_of(*given, result=EmptyResult()) == ("on", "onMessage", "reconnect", "once")
    camel = names_of(("on_message", Place.QUERY, False), case="camel", result=EventStream(()))
    assert camel == ("onMessage_",)


def test_parameters_that_meet_say_where_they_go() -> None:
    """
    Two dependencies may both ask for an `id`.
    """
    assert names_of(("id", Place.PATH, True), ("id", Place.HEADER, False)) == (
        "id_path",
        "id_header",
    )
    assert names_of(("id", Place.QUERY, True), ("id", Place.QUERY, True)) == ("id_0", "id_1")


def test_a_type_has_its_class_name() -> None:
    """
    Nested ones say where.
    """
    given = [model("m:User"), model("m:Outer.Inner"), model("m:Inner")]
    assert types(*given) == ["User", "Outer_Inner", "Inner"]


def test_what_is_sent_has_a_twin_only_beside_what_is_received() -> None:
    """
    `UserInput` and `User`; a model that is only sent is itself.
    """
    sent = model("m:User#input", name="User", direction=Direction.INPUT)
    received = model("m:User", direction=Direction.OUTPUT)
    assert types(received, sent) == ["User", "UserInput"]
    assert types(sent) == ["User"]


def test_a_twin_that_meets_a_class() -> None:
    """
    Both say which they are.
    """
    sent = model("m:User#input", name="User", direction=Direction.INPUT)
    received = model("m:User", direction=Direction.OUTPUT)
    found = types(received, sent, model("m:UserInput"))
    assert found[0] == "User"
    assert found[1].startswith("UserInput_")
    assert found[2].startswith("UserInput_")
    assert len(set(found)) == 3


def test_local_classes_that_meet_say_their_function() -> None:
    """
    The one of the module keeps its name.
    """
    given = [model("m:Item"), model("m:make.<locals>.Item", name="Item")]
    assert types(*given) == ["Item", "make_Item"]


def test_specialisations_name_their_arguments() -> None:
    """
    Legibly, and the same on every run.
    """
    arguments = [
        (Reference("m:User"),),
        (Array(Union((STRING, Scalar.NULL))), NUMBER),
        (Format("UUID"),),
        (LiteralValue("a-b"),),
    ]
    given = [model(f"m:Page[{i}]", name="Page", arguments=a) for i, a in enumerate(arguments)]
    assert types(model("m:User"), *given)[1:] == [
        "Page_User",
        "Page_StringOrNullArray_Number",
        "Page_UUID",
        "Page_AB",
    ]


def test_variants_are_told_apart() -> None:
    """
    By what the route does to the class.
    """
    given = [model("m:User"), model("m:User#exclude_unset", name="User", variant="exclude_unset")]
    assert types(*given) == ["User", "UserExcludeUnset"]


def test_a_type_may_be_named_like_a_global_but_not_like_a_keyword() -> None:
    """
    No printed type relies on `Record` or `Promise`.
    """
    given = [model(f"m:{name}") for name in ("Record", "Promise", "Date", "string", "keyof")]
    assert types(*given) == ["Record", "Promise", "Date", "string_", "keyof_"]


def test_types_of_two_modules_keep_their_names() -> None:
    """
    Each lives in a file of its own.
    """
    assert types(model("a:User"), model("b:User")) == ["User", "User"]
