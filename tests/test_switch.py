"""
`FLUIDKIT_ENABLED=0`, as in production: a process is what it would be without FluidKit.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import Serve, Tree, environment

SMALL = {
    *("fluidkit", "fluidkit.calling", "fluidkit.errors", "fluidkit.integration"),
    "fluidkit.streams",
}
"""What the two lines in `main.py` load; all of it small."""

STATE = """
import asyncio, json, logging, os, signal, sys, threading

import httpx  # so that both processes have loaded it
from httpx import ASGITransport, AsyncClient

import main


def state(app):
    return {
        "modules": sorted(sys.modules),
        "threads": sorted(each.name for each in threading.enumerate()),
        "children": open(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read().split(),
        "descriptors": len(os.listdir("/proc/self/fd")),
        "signals": [name(signal.getsignal(each)) for each in (signal.SIGINT, signal.SIGTERM)],
        "finders": [str(type(each)) for each in sys.meta_path],
        "hooks": [str(each) for each in (sys.excepthook, threading.excepthook, sys.gettrace())],
        "loggers": sorted(logging.root.manager.loggerDict),
        "variables": sorted(os.environ),
        "middleware": [str(each) for each in app.user_middleware],
        "stack": layers(app.middleware_stack),
        "routes": [str(each) for each in app.routes],
        "handlers": [str(each) for each in app.exception_handlers],
        "lifespan": app.router.lifespan_context.__module__,
        "startup": len(getattr(app.router, "on_startup", [])),
    }


def name(handler):
    return getattr(getattr(handler, "func", handler), "__qualname__", str(handler))


def layers(stack):
    found = []
    while stack is not None:
        found.append(type(stack).__name__)
        stack = getattr(stack, "app", None)
    return found


async def serve():
    async with main.app.router.lifespan_context(main.app):
        async with AsyncClient(transport=ASGITransport(main.app), base_url="http://t") as client:
            assert (await client.get("/users/3")).json() == {"id": 3, "name": "Ada"}
        print(json.dumps(state(main.app)))


asyncio.run(serve())
"""
"""Starts the app, has it answer, and prints what the process has become."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def state(project: Tree, **variables: str) -> dict[str, Any]:
    """
    Run the app, and return what its process has become.
    """
    done = subprocess.run(
        [sys.executable, "-c", STATE],
        cwd=project.root / "backend",
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def without(project: Tree) -> None:
    """
    Take FluidKit out of the app.
    """
    source = project.read("backend/main.py")
    lines = [line for line in source.splitlines() if "fluidkit" not in line]
    project.write("backend/main.py", "\n".join(lines))


def test_the_process_is_as_without_fluidkit(project: Tree) -> None:
    """
    No thread, child, open file, middleware, handler, hook, logger or variable; a few small modules.
    """
    before = project.files()
    with_switch = state(project, FLUIDKIT_ENABLED="0")
    assert project.files() == before
    without(project)
    plain = state(project, FLUIDKIT_ENABLED="0")
    more = {*with_switch.pop("modules")} - {*plain.pop("modules")}
    assert {name for name in more if name.startswith("fluidkit")} == SMALL
    assert {name for name in more if "." not in name} <= {"fluidkit", *sys.stdlib_module_names}
    assert with_switch == plain


def test_the_comparison_sees_fluidkit(project: Tree) -> None:
    """
    Switched on, the same comparison finds threads, modules and files: it would see them.
    """
    before = project.files()
    on = state(project, FLUIDKIT_ENABLED="1")
    assert "fluidkit" in on["threads"] or project.files() != before
    assert "fluidkit.interruption" in on["modules"]
    assert on["lifespan"] == "fluidkit.integration"


def test_what_is_loaded_is_small() -> None:
    """
    All of it together is less than what one of FastAPI's modules is.
    """
    folder = Path(__file__).parents[1] / "fluidkit"
    files = [folder / f"{name.partition('.')[2] or '__init__'}.py" for name in SMALL]
    assert sum(file.stat().st_size for file in files) < 25_000


def test_no_process_of_a_server_watches_files(project: Tree, serve: Serve) -> None:
    """
    Neither uvicorn itself nor its workers, and nothing is said.
    """
    server = serve(project.root / "backend", "--workers", "2", FLUIDKIT_ENABLED="0")
    server.wait_for("startup complete")
    for pid in descendants(server.process.pid):
        links = [read_link(file) for file in Path(f"/proc/{pid}/fd").iterdir()]
        assert not [link for link in links if "inotify" in link or "fluidkit" in link]
    server.stop()
    assert not [line for line in server.lines if "fluidkit" in line]


def descendants(pid: int) -> list[int]:
    """
    Return a process and all that it has started.
    """
    own = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in own for each in descendants(int(child)))]


def read_link(file: Path) -> str:
    """
    Return what an open file is; empty: it is closed by now.
    """
    try:
        return os.readlink(file)  # noqa: PTH115 - what it says is no path
    except OSError:
        return ""


PAGES = """
    from fastapi import FastAPI

    import fluidkit

    app = FastAPI()
    fluidkit.include_pages(app)
    fluidkit.integrate(app)
"""
ROUTE = """
    from fastapi import APIRouter

    router = APIRouter()


    @router.get("/{id}")
    def get_user(id: int) -> dict:
        return {"id": id, "name": "Ada"}
"""


def test_pages_are_served_all_the_same(project: Tree) -> None:
    """
    `include_pages` is part of the app; beside it nothing of the generator is loaded.
    """
    project.write("backend/main.py", PAGES)
    project.write("frontend/src/routes/users/users.api.py", ROUTE)
    before = project.files()
    found = state(project, FLUIDKIT_ENABLED="0")
    assert project.files() == before
    loaded = {name for name in found["modules"] if name.startswith("fluidkit")}
    assert "fluidkit.src.routes.users.users_api" in loaded
    heavy = ("introspection", "typescript", "pipeline", "output", "upkeep", "interruption", "watch")
    assert not [name for name in loaded for part in heavy if f".{part}" in name]
    assert found["threads"] == ["AnyIO worker thread", "MainThread"]
    assert found["lifespan"] != "fluidkit.integration"
    assert found["middleware"] == []
