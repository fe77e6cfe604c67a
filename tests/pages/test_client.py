"""
The client of Python beside pages: only the façade stands there.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from conftest import Tree, environment
from node import packages
from typescript.tsc.projects import write_project

from .conftest import MAIN, ROUTES, page

API = "web/src/lib/api"
MODELS = """
    from pydantic import BaseModel


    class User(BaseModel):
        id: int
        name: str
"""
PROFILE = """
    from fastapi import APIRouter

    from ..models import User

    router = APIRouter()


    @router.get("")
    def get_profile(id: int) -> User:
        return User(id=id, name="Ada")
"""
USE = """
    import { get_profile, type User } from './profile.api';
    import { get_search } from '../../../lib/search.api';

    const user: User = await get_profile(1);
    export const name: string = user.name;
    export const found: number = await get_search();
    // @ts-expect-error -- the folder's parameter is a number
    void get_profile('1');
"""


def run(site: Tree, command: str) -> tuple[int, str]:
    """
    Run a command of FluidKit's for the app, and return exit code and output.
    """
    done = subprocess.run(
        [sys.executable, "-m", "fluidkit", command, "main:app", "--app-dir", "api"],
        cwd=site.root,
        env=environment(),
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def users(site: Tree) -> Tree:
    """
    A page with a parameter, its Python and its neighbour; and Python in `lib`.
    """
    site.write("api/main.py", MAIN + "    fluidkit.integrate(app)\n")
    site.write(f"{ROUTES}/users/models.py", MODELS)
    site.write(f"{ROUTES}/users/[id]/profile.api.py", PROFILE)
    site.write("web/src/lib/search.api.py", page("search"))
    return site


@pytest.mark.node
@pytest.mark.slow
def test_facades_stand_beside_their_python(users: Tree) -> None:
    """
    They find the generated pair from wherever they are, and pages find them.
    """
    assert run(users, "generate")[0] == 0
    assert run(users, "check")[0] == 0
    files = users.files("web/src")
    assert {path for path in files if path.endswith(".api.ts")} == {
        "web/src/lib/search.api.ts",
        f"{ROUTES}/users/[id]/profile.api.ts",
    }
    assert {path for path in files if path.startswith(ROUTES) and "/api/" not in path} == {
        f"{ROUTES}/users/models.py",
        f"{ROUTES}/users/[id]/profile.api.py",
        f"{ROUTES}/users/[id]/profile.api.ts",
    }
    pair = f"{API}/generated/users/_id_/profile"
    sources = json.loads(users.read(f"{pair}.d.ts.map"))["sources"]
    assert sources == ["../../../../../routes/users/[id]/profile.api.py"]
    users.write(f"{ROUTES}/users/[id]/use.ts", USE)
    node_modules = packages()
    write_project(users.root / "web", node_modules, types=("vite/client", "node"))
    tsc = node_modules / ".bin" / "tsc"
    done = subprocess.run([tsc, "-p", "web"], cwd=users.root, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_facade_follows_its_python(users: Tree) -> None:
    """
    It goes when the Python goes, with a folder that is empty then; one of somebody's own stays.
    """
    run(users, "generate")
    (users.root / ROUTES / "users/[id]/profile.api.py").rename(users.root / "web/src/lib/p.api.py")
    moved = PROFILE.replace("..models", "..routes.users.models").replace('""', '"/profile"')
    users.write("web/src/lib/p.api.py", moved)
    users.write(f"{ROUTES}/users/mine.api.ts", "export const mine = 1;\n")
    code, said = run(users, "check")
    assert code == 1
    assert "+++ b/web/src/lib/p.api.ts\n" in said
    assert f"--- a/{ROUTES}/users/[id]/profile.api.ts\n+++ /dev/null" in said
    assert run(users, "generate")[0] == 0
    assert "web/src/lib/p.api.ts" in users.files("web")
    assert not (users.root / ROUTES / "users/[id]").exists()
    assert run(users, "clean")[0] == 0
    assert users.files("web/src") == {
        "web/src/app.html",
        "web/src/lib/p.api.py",
        "web/src/lib/search.api.py",
        f"{ROUTES}/users/mine.api.ts",
        f"{ROUTES}/users/models.py",
    }


def test_a_file_of_somebodys_own_is_left(users: Tree) -> None:
    """
    It is named, and the exit code says so.
    """
    own = users.write(f"{ROUTES}/users/[id]/profile.api.ts", "export const mine = 1;\n")
    code, said = run(users, "generate")
    assert code == 1
    assert f"Not ours, so left as they are: {ROUTES}/users/[id]/profile.api.ts" in said
    assert own.read_text(encoding="utf-8") == "export const mine = 1;\n"


def test_a_facade_of_another_client_is_left(users: Tree) -> None:
    """
    It leads into another output folder, and that one's app looks after it.
    """
    run(users, "generate")
    theirs = users.read("web/src/lib/search.api.ts").replace("./api/generated", "./other/generated")
    users.write("web/src/lib/other/x.api.ts", theirs)
    users.write("web/src/lib/y.api.ts", theirs)
    assert run(users, "generate")[0] == 0
    assert {"web/src/lib/other/x.api.ts", "web/src/lib/y.api.ts"} <= users.files("web")


def test_a_page_that_cannot_be_imported_keeps_its_client(users: Tree) -> None:
    """
    As after a syntax error in the app: nothing is written until it is mended.
    """
    run(users, "generate")
    before = {path: users.read(path) for path in users.files("web") if path.endswith(".ts")}
    users.write(f"{ROUTES}/users/[id]/profile.api.py", PROFILE + "    def f(:\n")
    users.write("web/src/lib/search.api.py", page("find"))
    code, said = run(users, "generate")
    assert code == 1
    assert f"{ROUTES}/users/[id]/profile.api.py:11: SyntaxError: invalid syntax" in said
    assert {path: users.read(path) for path in before} == before
    assert run(users, "check")[0] == 2
    users.write(f"{ROUTES}/users/[id]/profile.api.py", PROFILE)
    assert run(users, "generate")[0] == 0
    assert "find" in users.read("web/src/lib/search.api.ts")


def test_problems_count_for_the_command_line(users: Tree) -> None:
    """
    What can be served is written, and the exit code is not 0.
    """
    users.write(f"{ROUTES}/empty.api.py", "")
    code, said = run(users, "generate")
    assert code == 1
    assert f"{ROUTES}/empty.api.py:1 there is no APIRouter in it" in said
    assert f"{ROUTES}/users/[id]/profile.api.ts" in users.files("web")
