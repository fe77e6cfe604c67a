"""
`include_pages(app)`: which routes there are when it returns, and what is said.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from conftest import Tree
from fastapi import FastAPI

import fluidkit
from fluidkit.errors import LoadingError
from fluidkit.pages import lines, pages_of

from .conftest import MAIN, ROUTES, page

Load = Callable[[], FastAPI]


def paths(app: FastAPI) -> list[str]:
    """
    Return the paths that the app's documentation shows, in the order in which they answer.
    """
    return list(app.openapi()["paths"])


def ask(app: FastAPI, path: str, method: str = "GET") -> Any:
    """
    Return the app's answer, read as JSON.
    """

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, path)

    return asyncio.run(asked()).json()


def problems(app: FastAPI) -> list[str]:
    """
    Return what was wrong, as it is told.
    """
    pages = pages_of(app)
    assert pages is not None
    return [f"{each.where}: {each.what}" for each in pages.problems]


def test_lines_are_looked_for_where_there_is_something_to_say(
    site: Tree, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Not for each route of a server that starts. One whose file was saved since has that of its code.
    """
    sought: list[str] = []

    def text_of(file: Path) -> str:
        sought.append(file.name)
        return "def broken(:"

    monkeypatch.setattr(lines, "text_of", text_of)
    site.write(f"{ROUTES}/[id]/a.api.py", page("a", "id: int"))
    assert problems(load()) == []
    assert sought == []
    site.write(f"{ROUTES}/b/[name]/b.api.py", page("b"))
    (found,) = problems(load())
    assert found.startswith(f"{ROUTES}/b/[name]/b.api.py:6: get_b() has no parameter 'name'")


def test_a_page_is_served(site: Tree, load: Load) -> None:
    """
    Under its folder, for tests and documentation alike, without a server.
    """
    site.write(f"{ROUTES}/notifications/notifications.api.py", page("count"))
    app = load()
    assert ask(app, "/notifications/count") == 1
    assert (paths(app), problems(app)) == (["/notifications/count"], [])


def test_every_folder_and_any_name(site: Tree, load: Load) -> None:
    """
    Groups, parameters, rests and `lib`; each file may have several routers of any name.
    """
    site.write(f"{ROUTES}/(admin)/audit/audit.api.py", page("a").replace("router", "audit_routes"))
    site.write(
        f"{ROUTES}/users/[id]/profile.api.py",
        """
        from fastapi import APIRouter

        reading, writing = APIRouter(), APIRouter(tags=["w"])


        @reading.get("")
        def get_profile(id: int) -> int:
            return id


        @writing.put("/name")
        def put_name(id: int, name: str) -> str:
            return name * id
        """,
    )
    site.write(
        f"{ROUTES}/files/[...path]/handler.api.py",
        """
        from fastapi import APIRouter

        router = APIRouter()


        @router.get("")
        def get_file(path: str) -> str:
            return path
        """,
    )
    site.write("web/src/lib/search.api.py", page("search"))
    app = load()
    assert problems(app) == []
    assert paths(app) == ["/audit/a", "/files/{path}", "/users/{id}", "/users/{id}/name", "/search"]
    assert ask(app, "/files/a/b.txt") == "a/b.txt"
    assert ask(app, "/users/2/name?name=x", "PUT") == "xx"


def test_more_specific_folders_answer_first(site: Tree, load: Load) -> None:
    """
    As in SvelteKit, and not in the order of the alphabet.
    """
    for folder in ("[...rest]", "[id]", "new", "a/[id]", "a/[id]/b"):
        names = [name for name in ("rest", "id") if f"{name}]" in folder]
        text = page("x", ", ".join(names))
        site.write(f"{ROUTES}/{folder}/x.api.py", text)
    site.write(f"{ROUTES}/home.api.py", page("home"))
    app = load()
    assert problems(app) == []
    assert paths(app) == [
        "/a/{id}/b/x",
        "/a/{id}/x",
        "/new/x",
        "/home",
        "/{id}/x",
        "/{rest}/x",
    ]


@pytest.mark.parametrize("prefix", ["/users/{id}", "/users/{user_id}", "/users/{id}/posts"])
def test_a_prefix_of_its_own_is_not_doubled(site: Tree, load: Load, prefix: str) -> None:
    """
    Also if it calls the parameter something else.
    """
    name = "user_id" if "user_id" in prefix else "id"
    text = page("x", name).replace("APIRouter()", f'APIRouter(prefix="{prefix}")')
    site.write(f"{ROUTES}/users/[id]/x.api.py", text)
    app = load()
    assert (paths(app), problems(app)) == ([f"{prefix}/x"], [])


def test_a_prefix_that_begins_otherwise_is_added(site: Tree, load: Load) -> None:
    """
    "/userspace" is no part of "/users".
    """
    text = page("x").replace("APIRouter()", 'APIRouter(prefix="/userspace")')
    site.write(f"{ROUTES}/users/x.api.py", text)
    assert paths(load()) == ["/users/userspace/x"]


def test_routers_are_included_once(site: Tree, load: Load) -> None:
    """
    An imported router belongs to where it comes from, and one in another router to that.
    """
    site.write(f"{ROUTES}/a/a.api.py", page("a"))
    site.write(
        f"{ROUTES}/b/b.api.py",
        """
        from fastapi import APIRouter

        from ..a.a_api import router as theirs
        from ..a.a_api import *

        inner = APIRouter()


        @inner.get("/x")
        def get_x() -> int:
            return 1


        mine = APIRouter()
        mine.include_router(inner, prefix="/inner")
        """,
    )
    app = load()
    assert (paths(app), problems(app)) == (["/a/a", "/b/inner/x"], [])
    assert fluidkit.include_pages(app) is app
    assert paths(app) == ["/a/a", "/b/inner/x"]


def test_neighbours_are_imported_relatively(site: Tree, load: Load) -> None:
    """
    Whatever the folders between them are called, and under postponed annotations.
    """
    site.write(
        f"{ROUTES}/users/models.py",
        "from pydantic import BaseModel\nclass User(BaseModel):\n    id: int\n",
    )
    site.write(
        f"{ROUTES}/users/[id]/(tabs)/profile.api.py",
        """
        from __future__ import annotations

        from fastapi import APIRouter

        from ...models import User

        router = APIRouter()


        @router.get("")
        def get_profile(id: int) -> User:
            return User(id=id)
        """,
    )
    app = load()
    assert ask(app, "/users/7") == {"id": 7}
    assert "User" in app.openapi()["components"]["schemas"]
    assert not [*site.root.rglob("__pycache__")]


def test_a_signature_without_the_folders_parameter(site: Tree, load: Load) -> None:
    """
    Dependencies count, of the router, too; so does the whole request.
    """
    site.write(
        f"{ROUTES}/users/[id]/x.api.py",
        """
        from fastapi import APIRouter, Depends, Request


        def user(id: int) -> int:
            return id


        router = APIRouter()
        guarded = APIRouter(dependencies=[Depends(user)])


        @router.get("/a")
        @router.get("/b")
        def get_none() -> int:
            return 1


        @router.get("/c")
        def get_c(user: int = Depends(user)) -> int:
            return user


        @guarded.get("/d")
        def get_d() -> int:
            return 1


        @router.get("/e")
        def get_e(request: Request) -> str:
            return request.path_params["id"]
        """,
    )
    app = load()
    what = (
        "get_none() has no parameter 'id', which its folder has: declare it there or in a"
        " dependency"
    )
    assert problems(app) == [f"{ROUTES}/users/[id]/x.api.py:14: {what}"] * 2
    assert ask(app, "/users/3/c") == 3


def test_two_that_claim_one_route(site: Tree, load: Load) -> None:
    """
    Among pages, and with what the app itself had before; a parameter that takes it all counts.
    """
    site.write(
        "api/main.py",
        MAIN.replace(
            "fluidkit.include_pages(app)",
            """

    @app.get("/own")
    def get_own() -> int:
        return 0


    @app.get("/items/{id:int}")
    def get_item(id: int) -> int:
        return id


    fluidkit.include_pages(app)
    """,
        ),
    )
    site.write(f"{ROUTES}/own.api.py", page("own"))
    site.write(f"{ROUTES}/items/one.api.py", page("i", "i: int").replace("/i", "/{i:int}"))
    site.write(f"{ROUTES}/items/items.api.py", page("first"))
    site.write(f"{ROUTES}/(group)/items/more.api.py", page("first"))
    site.write(f"{ROUTES}/items/all.api.py", page("x", "x").replace("/x", "/{x}"))
    app = load()
    never, change = "is never reached", "comes first: change one of them"
    before = f"GET /items/first ({ROUTES}/(group)/items/more.api.py:7)"
    item = "GET /items/{id:int} (<run_path>)"
    assert problems(app) == [
        f"{ROUTES}/items/items.api.py:7: GET /items/first {never}, as {before} {change}",
        f"{ROUTES}/items/one.api.py:7: GET /items/{{i:int}} {never}, as {item} {change}",
        f"{ROUTES}/own.api.py:7: GET /own {never}, as GET /own (<run_path>) {change}",
    ]
    assert ask(app, "/items/first") == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "web/src/routes/bad/bad.api.py:1: there is no APIRouter in it: write"),
        ("x = 1\ndef f(:\n", "web/src/routes/bad/bad.api.py:2: SyntaxError: invalid syntax (the"),
        ("x = 1\n\nimport nowhere\n", "bad.api.py:3: ModuleNotFoundError: No module named"),
        ("import sys\nsys.exit(1)\n", "bad.api.py:2: SystemExit: 1 (the routes are missing until"),
        ("from .near import x\n", "web/src/routes/bad/near.py:1: ZeroDivisionError: division by"),
    ],
)
def test_one_bad_file_leaves_the_rest(
    site: Tree,
    load: Load,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    text: str,
    problem: str,
) -> None:
    """
    In development; where FluidKit is off it is an error, so that no deploy loses routes.
    """
    site.write(f"{ROUTES}/bad/bad.api.py", text)
    site.write(f"{ROUTES}/bad/near.py", "x = 1 / 0\n")
    site.write(f"{ROUTES}/good/good.api.py", page("good"))
    app = load()
    assert paths(app) == ["/good/good"]
    (said,) = problems(app)
    assert problem in said
    assert caplog.messages == [said]
    monkeypatch.setenv("FLUIDKIT_ENABLED", "0")
    with pytest.raises(LoadingError) as caught:
        load()
    assert problem in str(caught.value)


def test_what_fastapi_refuses(site: Tree, load: Load) -> None:
    """
    None of the file's routes gets into the app.
    """
    text = page("x") + page("y").partition("router = APIRouter()")[2].replace("/y", "")
    site.write(f"{ROUTES}/home.api.py", text)
    site.write(f"{ROUTES}/good/good.api.py", page("good"))
    app = load()
    assert paths(app) == ["/good/good"]
    what = (
        "FastAPI refuses the routes of this file: Prefix and path cannot be both empty (path"
        ' operation: get_y). Write "/" for the path of the page at the top'
    )
    assert problems(app) == [f"{ROUTES}/home.api.py:13: {what}"]


def test_folders_without_a_prefix(site: Tree, load: Load) -> None:
    """
    The file is named, and what to do; it is not even imported.
    """
    site.write(f"{ROUTES}/[[lang]]/a.api.py", "1 / 0")
    site.write(f"{ROUTES}/[id=integer]/b.api.py", "1 / 0")
    site.write(f"{ROUTES}/+c.api.py", "1 / 0")
    said = problems(load())
    assert [text.partition(": ")[0] for text in said] == [
        f"{ROUTES}/+c.api.py",
        f"{ROUTES}/[[lang]]/a.api.py",
        f"{ROUTES}/[id=integer]/b.api.py",
    ]
    assert "rename it" in said[0]
    assert all("put the file into src/lib, and give its router a prefix" in e for e in said[1:])


def test_two_files_of_one_name_in_python(site: Tree, load: Load) -> None:
    """
    Both are named: neither may serve the other's routes.
    """
    site.write(f"{ROUTES}/x/a.api.py", page("a"))
    site.write(f"{ROUTES}/x/a_api.py", page("b"))
    app = load()
    assert paths(app) == []
    assert "'a.api.py' and 'a_api.py' have one name in Python" in problems(app)[0]


def test_settings_name_tree_and_files(site: Tree, load: Load) -> None:
    """
    An argument wins over the table, whose paths are relative to it.
    """
    site.kit("other")
    site.write("other/src/lib/a.fast.py", page("a"))
    site.write("web/src/lib/b.fast.py", page("b"))
    assert "more than one SvelteKit app, 'other' and 'web'" in problems(load())[0]
    site.write(
        "pyproject.toml", '[tool.fluidkit]\npages_directory = "web"\npages_pattern = "*.fast.py"\n'
    )
    assert paths(load()) == ["/b"]


def test_an_argument_names_the_tree(site: Tree, load: Load) -> None:
    """
    Relative to the file with the call; there need be no package.json.
    """
    site.write("image/src/lib/a.fast.py", page("a"))
    call = 'include_pages(app, directory="../image", pattern=["*.fast.py"])'
    site.write("api/main.py", MAIN.replace("include_pages(app)", call))
    assert paths(load()) == ["/a"]


def test_no_tree_is_a_message(site: Tree, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An image with the backend alone must not come up without the routes.
    """
    (site.root / "web/package.json").unlink()
    said = problems(load())
    what = (
        "No SvelteKit app in 'repo', so there are no pages: deploy its package.json and the Python"
        " files in its `src`, or name it with include_pages(app, directory=…)"
    )
    assert said == [f"api/main.py:5: {what}"]
    (site.root / ".git").rmdir()
    assert "no .git and no pyproject.toml says how far the project goes" in problems(load())[0]
    monkeypatch.setenv("FLUIDKIT_ENABLED", "0")
    with pytest.raises(LoadingError, match="No SvelteKit app"):
        load()


def test_a_setting_that_is_wrong(site: Tree, load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Those of the generator are none of its business.
    """
    site.write("web/src/lib/a.api.py", page("a"))
    site.write("pyproject.toml", '[tool.fluidkit]\ncase = "kebab"\n')
    assert paths(load()) == ["/a"]
    monkeypatch.setenv("FLUIDKIT_PAGES_PATTERN", "*.ts")
    assert problems(load())[0].endswith(
        "The setting 'pages_pattern' (environment variable FLUIDKIT_PAGES_PATTERN) must be"
        """ globs on file names such as "*.api.py", not '*.ts'"""
    )
