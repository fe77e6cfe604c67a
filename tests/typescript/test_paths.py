"""
File names depend on a module alone.
"""

from __future__ import annotations

import pytest

from fluidkit.model import Module
from fluidkit.typescript.paths import generated, stems


def found(*modules: str) -> list[str]:
    """
    Stems of modules by path; one without ".py" is outside of the root.
    """
    given = [
        Module(name=m.removesuffix(".py").replace("/", "."), path=m, source=m)
        if m.endswith(".py")
        else Module(name=m, path=None, source=None)
        for m in modules
    ]
    chosen = stems(given)
    return [chosen[module.name] for module in given]


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("users.py", "users"),
        ("routers/users.py", "users"),
        ("api/v1/endpoints/users.py", "v1/users"),
        ("users/routes.py", "users"),
        ("users/views.py", "users"),
        ("users/__init__.py", "users"),
        ("routes.py", "routes"),
        ("api/routes.py", "routes"),
        ("api/__init__.py", "api"),
        ("_private.py", "_private"),
        ("my-module.py", "my-module"),
    ],
)
def test_what_says_nothing_is_left_out(path: str, stem: str) -> None:
    """
    A module whose whole path would vanish keeps its last component.
    """
    assert found(path) == [stem]


def test_the_root_package_is_named_after_itself() -> None:
    """
    It has no path below itself.
    """
    module = Module(name="shop", path="__init__.py", source="shop/__init__.py")
    assert stems([module]) == {"shop": "shop"}


def test_a_module_outside_of_the_root_is_named_by_its_dotted_name() -> None:
    """
    All of it: nothing is known of what its folders say.
    """
    assert found("fastapi_users.router.api") == ["fastapi_users/router/api"]


def test_modules_that_meet_both_keep_their_full_path() -> None:
    """
    Never the later one alone.
    """
    assert found("routers/users.py", "api/users.py") == ["routers/users", "api/users"]
    assert found("users/routes.py", "users/views.py") == ["users/routes", "users/views"]


def test_a_module_that_meets_its_full_path_stays() -> None:
    """
    Only the other one can move.
    """
    assert found("users.py", "routers/users.py") == ["users", "routers/users"]


def test_an_unrelated_module_moves_nothing() -> None:
    """
    Whatever it is and wherever it comes.
    """
    few = found("routers/users.py", "routers/items.py")
    assert found("routers/users.py", "routers/items.py", "a.py", "orders/api/x.py")[:2] == few
    assert found("a.py", "routers/users.py", "routers/items.py")[1:] == few


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Users.py", "users.py"),
        ("caf\u00e9.py", "cafe\u0301.py"),
        ("STRASSE.py", "straße.py"),
        ("server.py", "server_.py"),
        ("a b.py", "a_b.py"),
        ("settings.py", "settings_.py"),
    ],
)
def test_what_is_one_file_somewhere_is_two_everywhere(first: str, second: str) -> None:
    """
    Both get a mark that depends on their own name alone.
    """
    both = found(first, second)
    folded = {stem.casefold() for stem in both}
    assert len(folded) == 2
    assert [stem.rpartition("-")[0] != "" for stem in both] == [True, True]
    assert found(second, first) == both[::-1]
    assert found(first, second, "other.py")[:2] == both


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("server.py", "server_"),
        ("server/users.py", "server_/users"),
        ("a/Server/remote.py", "a/Server_/remote_"),
        ("con.py", "con_"),
        ("a/AUX.py", "a/AUX_"),
        ("com1/lpt9.py", "com1_/lpt9_"),
        ("settings.py", "settings"),
        ("generated.py", "generated"),
        ("generated/x.py", "generated_/x"),
        ("a/settings.py", "a/settings"),
        ("index.py", "index"),
        ("+page.server.py", "_page_server"),
        ("a.b/c. .py", "a_b/c__"),
        ("größe/名前.py", "größe/名前"),
        ("a`${x}*/.py", "a___x__/_"),
        ("\ud800.py", "_"),
    ],
)
def test_names_with_a_meaning_elsewhere_are_escaped(path: str, stem: str) -> None:
    """
    Of SvelteKit, Windows, our own files; and dots, which would start an ending.
    """
    assert found(path) == [stem]


@pytest.mark.parametrize(
    ("stem", "path"),
    [
        ("settings", "settings_"),
        ("Runtime/client", "Runtime_/client"),
        ("routes", "routes_"),
        ("a/settings", "a/settings"),
        ("users", "users"),
    ],
)
def test_our_own_files_are_not_met(stem: str, path: str) -> None:
    """
    Only below `generated/`: what people import keeps its name.
    """
    assert generated(stem) == path


def test_too_long_a_name_is_cut() -> None:
    """
    File systems take 255 bytes, endings included; the cut tells two of them apart.
    """
    one, two = found("ü" * 300 + "a.py", "ü" * 300 + "b.py")
    assert len(one.encode()) <= 200
    assert one != two
