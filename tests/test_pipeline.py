"""
The whole flow, from an app to files.
"""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Tree, environment
from fastapi import FastAPI
from pydantic import BaseModel

from fluidkit import output, ownership, pipeline, runtime
from fluidkit.errors import Diagnostic, OutputError
from fluidkit.layout import NoFrontend, Project, find_project
from fluidkit.pipeline import Outcome
from fluidkit.settings import Settings, read_settings

CLIENT = "frontend/src/lib/api"


class Item(BaseModel):
    """
    A thing.
    """

    name: str


def shop() -> FastAPI:
    app = FastAPI()

    @app.get("/items")
    def list_items() -> list[Item]:
        return []

    @app.post("/items")
    def create_item(item: Item) -> Item:
        return item

    return app


def project_of(tree: Tree) -> Project:
    return find_project(tree.write("backend/main.py", ""))


def settings_of(project: Project, **keywords: object) -> Settings:
    return read_settings(project, keywords)


def generate(tree: Tree, app: FastAPI, **keywords: object) -> Outcome:
    project = project_of(tree)
    outcome = pipeline.generate(app, project, settings_of(project, **keywords))
    assert isinstance(outcome, Outcome)
    return outcome


def test_an_outcome_counts(tree: Tree) -> None:
    """
    Functions, types, files, and where they are.
    """
    tree.kit("frontend")
    outcome = generate(tree, shop())
    assert (outcome.output, outcome.functions, outcome.types) == (CLIENT, 2, 1)
    written = {change.path for change in outcome.changes.files}
    assert written <= tree.files(CLIENT) | {"frontend/src/routes/api/[...path]/+server.ts"}
    assert {change.kind for change in outcome.changes.changes} == {"create"}


def test_the_runtime_is_copied_byte_for_byte(tree: Tree) -> None:
    """
    It is never printed.
    """
    tree.kit("frontend")
    generate(tree, shop())
    folder = tree.root / CLIENT / "generated/runtime"
    assert {path.name: path.read_text() for path in folder.iterdir()} == runtime.files(kit=True)


def test_every_file_is_recognised_as_ours(tree: Tree) -> None:
    """
    Else the next run would refuse to rewrite it, and `clean` would leave it.
    """
    tree.kit("frontend")
    generate(tree, shop())
    files = [tree.root / path for path in tree.files("frontend/src")]
    assert [path for path in files if not ownership.is_ours(path.read_bytes())] == []


def test_a_neutral_client_has_no_typescript_facade(tree: Tree) -> None:
    """
    `output=` outside of any SvelteKit tree.
    """
    generate(tree, shop(), output=tree.root / "client")
    names = {Path(path).name for path in tree.files("client") if "generated" not in path}
    assert {name for name in names if name.endswith(".api.ts")} == set()
    assert {name for name in names if name.endswith((".api.js", ".api.d.ts"))}


def test_no_front_end_is_an_outcome(tree: Tree) -> None:
    """
    Not an error: a backend-only image has none.
    """
    project = project_of(tree)
    outcome = pipeline.generate(shop(), project, settings_of(project))
    assert outcome == NoFrontend("repo")


def test_checking_writes_nothing(tree: Tree) -> None:
    """
    And says the same as generating (C01).
    """
    tree.kit("frontend")
    project = project_of(tree)
    before = tree.files()
    checked = pipeline.check(shop(), project, settings_of(project))
    assert tree.files() == before
    assert pipeline.generate(shop(), project, settings_of(project)) == checked


def test_a_second_run_changes_nothing(tree: Tree) -> None:
    """
    An outcome without changes.
    """
    tree.kit("frontend")
    generate(tree, shop())
    assert generate(tree, shop()).changes.changes == ()


def test_a_client_is_never_replaced_by_nothing(tree: Tree) -> None:
    """
    An app without routes is a failed reading more often than a wish (F15).
    """
    tree.kit("frontend")
    generate(tree, shop())
    before = tree.files()
    with pytest.raises(OutputError, match="has no routes for a client, and 'frontend/src/lib/api'"):
        generate(tree, FastAPI())
    assert tree.files() == before


def test_an_app_without_routes_gets_an_empty_client(tree: Tree) -> None:
    """
    On the first day there are none.
    """
    tree.kit("frontend")
    assert generate(tree, FastAPI()).functions == 0
    assert f"{CLIENT}/index.ts" in tree.files()


def test_cleaning_takes_all_of_it(tree: Tree) -> None:
    """
    And leaves no folder behind.
    """
    tree.kit("frontend")
    before = tree.files()
    generate(tree, shop())
    project = project_of(tree)
    changes = pipeline.clean(project, settings_of(project))
    assert isinstance(changes, output.Changes)
    assert {change.kind for change in changes.changes} == {"remove"}
    assert tree.files() == before | {"backend/main.py"}
    assert not (tree.root / "frontend/src").exists() or not any(
        path.is_file() for path in (tree.root / "frontend/src").rglob("*")
    )


def test_include_and_exclude_reach_the_reading(tree: Tree) -> None:
    """
    What is left out is a note, not silence.
    """
    tree.kit("frontend")
    outcome = generate(tree, shop(), exclude="/items")
    assert outcome.functions == 0
    assert {found.level for found in outcome.diagnostics} == {"note"}


def test_diagnostics_are_sorted_and_unique(tree: Tree) -> None:
    """
    The same list on every run (F12).
    """
    tree.kit("frontend")
    app = shop()
    app.add_api_websocket_route("/b", lambda: None)
    app.add_api_websocket_route("/a", lambda: None)
    found = generate(tree, app).diagnostics
    assert list(found) == sorted(set(found))
    assert all(isinstance(each, Diagnostic) for each in found)


def test_the_tree_is_the_same_on_any_machine(tree: Tree, tmp_path: Path) -> None:
    """
    Hash seed, current directory, locale, time zone and the project's own place don't matter
    (F12, F13).
    """
    trees = []
    for number, variables in enumerate(
        [{"PYTHONHASHSEED": "0", "LC_ALL": "C"}, {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}]
    ):
        other = Tree((tmp_path / f"copy{number}").resolve())
        (other.root / ".git").mkdir(parents=True)
        other.kit("frontend")
        other.write(
            "backend/main.py",
            """
            from enum import Enum
            from fastapi import FastAPI
            from pydantic import BaseModel

            app = FastAPI()

            class Color(Enum):
                red = "red"
                blue = "blue"

            class Item(BaseModel):
                name: str
                colors: set[Color]

            @app.get("/items/{id}", responses={404: {"model": Item}, 409: {"model": Item}})
            def get_item(id: int, tag: str = "", color: Color = Color.red) -> Item: ...
            """,
        )
        subprocess.run(
            [sys.executable, "-m", "fluidkit", "generate", str(other.root / "backend/main.py")],
            cwd=tmp_path if number else other.root,
            env=environment(**variables),
            check=True,
            capture_output=True,
        )
        trees.append({path: other.read(path) for path in other.files("frontend")})
    assert trees[0] == trees[1]
    assert str(tmp_path) not in "".join(trees[0].values())


@pytest.mark.parametrize("collects", [True, False])
def test_the_garbage_collector_is_as_it_was(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, collects: bool
) -> None:
    """
    It rests while the client is made, also where that fails; who turned it off finds it off.
    """
    seen: list[bool] = []

    def read_client(*_: object) -> None:
        seen.append(gc.isenabled())
        raise OutputError("The disk is full")

    monkeypatch.setattr(pipeline, "read_client", read_client)
    was_enabled = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        with pytest.raises(OutputError):
            generate(tree, shop())
        assert (seen, gc.isenabled()) == ([False], collects)
    finally:
        (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize(
    ("file", "methods"),
    [
        ("api/items/+server.ts", ["GET", "POST"]),
        ("(app)/api/items/+page.svelte", ["GET", "POST"]),
        ("api/(inner)/items/+page@.svelte", ["GET", "POST"]),
        ("api/items/[[page]]/+server.js", ["GET", "POST"]),
        ("api/[thing=word]/+server.ts", ["GET", "POST"]),
        ("api/[x+69]tems/+server.ts", ["GET", "POST"]),
        ("api/[...rest]/items/+page.ts", ["GET", "POST"]),
        ("api/items/+layout.svelte", []),
        ("api/items/more/+server.ts", []),
        ("api/other/+server.ts", []),
        ("api/[u+ffffff]/+server.ts", []),
        ("items/+server.ts", []),
        ("[any]/items/+server.ts", []),
        ("api/items/Chart.svelte", []),
    ],
)
def test_a_route_of_sveltekits_that_shadows_an_operation_is_told(
    tree: Tree, file: str, methods: list[str]
) -> None:
    """
    It is more specific than the proxy route; one that is less so is none of our business.
    """
    tree.kit("frontend")
    tree.write(f"frontend/src/routes/{file}", "")
    told = generate(tree, shop()).diagnostics
    assert [each.route for each in told] == [f"{method} /items" for method in methods]
    for each in told:
        assert each.where == f"frontend/src/routes/{file}"
        assert each.what == "SvelteKit's own route answers /api/items, not the app"


def test_what_is_shadowed_depends_on_the_prefix(tree: Tree) -> None:
    """
    Without the proxy route nothing is in the way.
    """
    tree.kit("frontend")
    tree.write("frontend/src/routes/api/items/+server.ts", "")
    assert generate(tree, shop(), proxy="/backend").diagnostics == ()
    assert generate(tree, shop(), proxy=False).diagnostics == ()
    assert len(generate(tree, shop(), proxy="/api").diagnostics) == 2


def test_parameters_of_paths_are_shadowed_where_they_may_be(tree: Tree) -> None:
    """
    One that takes slashes is met by anything below it.
    """
    app = FastAPI()

    @app.get("/users/{name}")
    def get_user(name: str) -> str:
        return name

    @app.get("/files/{path:path}")
    def get_file(path: str) -> str:
        return path

    tree.kit("frontend")
    for file in ("users/me", "files/a/b", "users/[id]/more", "things"):
        tree.write(f"frontend/src/routes/api/{file}/+server.ts", "")
    told = generate(tree, app).diagnostics
    assert [(each.route, each.where.split("/api/")[1]) for each in told] == [
        ("GET /files/{path}", "files/a/b/+server.ts"),
        ("GET /users/{name}", "users/me/+server.ts"),
    ]
