"""
`fluidkit dev`: the server, the front end and the loop in one terminal.
"""

from __future__ import annotations

import os
import signal
import socket
import textwrap
from pathlib import Path

import pytest
from conftest import APP, Tree, free_port

from fluidkit.terminal import Plan, package_manager, server_command, server_url
from live.loops import descendants, is_alive, running, wait_until
from live.wire import Exchange, wait_until_open

CLIENT = "frontend/src/lib/api/main.api.ts"


@pytest.fixture
def tools(tmp_path: Path, project: Tree) -> Path:
    """
    A package manager that tells how it is called, and leaves a process of its own behind.
    """
    folder = tmp_path / "bin"
    folder.mkdir()
    pnpm = folder / "pnpm"
    pnpm.write_text(
        '#!/bin/sh\necho "called: $* $FLUIDKIT_URL_API"\nsleep 1000 &\necho "child: $!"\nwait\n'
    )
    pnpm.chmod(0o755)
    project.write("frontend/pnpm-lock.yaml", "")
    return folder


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_all(project: Tree, tools: Path, number: int) -> None:
    """
    Server, front end and loop run, each with its prefix; afterwards no process is left.
    """
    port = free_port()
    with running(
        project.root / "backend",
        "dev",
        "main:app",
        "--port",
        str(port),
        PATH=f"{tools}:{os.environ['PATH']}",
    ) as dev:
        dev.wait_for("web       called: run dev http://127.0.0.1:")
        assert dev.wait_for("called:").endswith(f":{port}")
        dev.wait_for("api       INFO:     Application startup complete.")
        dev.wait_for("fluidkit  1 function, 1 type")
        child = int(dev.wait_for("child: ").rpartition(" ")[2])
        below = descendants(dev.process.pid)
        assert child in below
        assert dev.interrupt(number) == 0
    wait_until(lambda: not [pid for pid in below if is_alive(pid)], seconds=5)


def test_it_goes_on_when_its_terminal_is_closed_under_nohup(project: Tree) -> None:
    """
    Who starts it so has said that it is to.
    """
    former = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as `nohup` does
    with running(
        *(project.root / "backend", "dev", "main:app"),
        *("--no-frontend", "--port", str(free_port())),
    ) as dev:
        signal.signal(signal.SIGHUP, former)
        dev.wait_for("fluidkit  1 function, 1 type")
        dev.process.send_signal(signal.SIGHUP)
        source = textwrap.dedent(APP).replace("get_user", "read_user")
        project.write("backend/main.py", source)
        dev.wait_for("+ read_user")


def test_the_loop_writes_and_the_server_does_not(project: Tree) -> None:
    """
    Two writers never fight: `integrate` leaves it to the loop, which is faster than a restart.
    """
    port = free_port()
    with running(
        project.root / "backend", "dev", "main:app", "--no-frontend", "--port", str(port)
    ) as dev:
        dev.wait_for("watching")
        wait_until_open(port)
        project.write("backend/main.py", textwrap.dedent(APP).replace("get_user", "read_user"))
        dev.wait_for("main.api  + read_user  - get_user")
        assert "read_user" in project.read(CLIENT)
        dev.wait_for("Application startup complete", times=2)
        assert [line for line in dev.lines if "1 function" in line and "api  " in line[:10]] == []
        assert "web" not in dev.said


def test_an_open_stream_does_not_hold_the_reload_back(project: Tree) -> None:
    """
    Streams break under `dev` too, though generation is off in its server.
    """
    stream = """
        from fastapi.responses import StreamingResponse
        import asyncio

        @app.get("/ticks")
        async def ticks():
            async def forever():
                while True:
                    yield "tick\\n"
                    await asyncio.sleep(0.05)
            return StreamingResponse(forever(), media_type="text/plain")
    """
    project.write("backend/main.py", textwrap.dedent(APP) + textwrap.dedent(stream))
    port = free_port()
    with running(
        project.root / "backend", "dev", "main:app", "--no-frontend", "--port", str(port)
    ) as dev:
        dev.wait_for("Application startup complete")
        wait_until_open(port)
        open_stream = Exchange(port, "/ticks")
        open_stream.wait_for(b"tick")
        project.write("backend/main.py", textwrap.dedent(APP))
        dev.wait_for("Application startup complete", times=2)
        assert open_stream.broke


def test_options_of_uvicorn(project: Tree) -> None:
    """
    What follows `--` reaches uvicorn, with an APP before it and without.
    """
    port = free_port()
    for app in (["main:app"], []):
        with running(
            project.root / "backend", "dev", "--no-frontend", *app, "--", "--port", str(port)
        ) as dev:
            dev.wait_for(f"Uvicorn running on http://127.0.0.1:{port}")


def test_a_syntax_error_at_the_start(project: Tree) -> None:
    """
    Everything runs and waits for the save that mends it.
    """
    project.write("backend/main.py", "def broken(:\n")
    with running(
        project.root / "backend", "dev", "main:app", "--no-frontend", "--port", str(free_port())
    ) as dev:
        dev.wait_for("watching")
        assert "SyntaxError" in dev.said
        project.write("backend/main.py", APP)
        wait_until((project.root / CLIENT).exists)
        dev.wait_for("Application startup complete")


def test_a_child_that_ends_ends_all(project: Tree, tools: Path) -> None:
    """
    A port that is taken: uvicorn's exit code is ours.
    """
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with running(
            project.root / "backend",
            "dev",
            "main:app",
            "--port",
            str(taken.getsockname()[1]),
            PATH=f"{tools}:{os.environ['PATH']}",
        ) as dev:
            dev.wait_for("called:")
            below = descendants(dev.process.pid)
            assert dev.process.wait(20) in {1, 3}  # uvicorn's code for it, old and new
    wait_until(lambda: not [pid for pid in below if is_alive(pid)], seconds=5)


@pytest.mark.parametrize(
    ("lock", "manager"),
    [
        ("frontend/bun.lock", "bun"),
        ("frontend/pnpm-lock.yaml", "pnpm"),
        ("yarn.lock", "yarn"),
        ("package-lock.json", "npm"),
        ("../yarn.lock", "npm"),
    ],
)
def test_the_nearest_lock_file_names_the_package_manager(
    project: Tree, lock: str, manager: str
) -> None:
    """
    A workspace has it at its top; above the project's root nobody looks.
    """
    project.write(lock, "")
    assert package_manager(project.root / "frontend", project.root) == manager


@pytest.mark.parametrize(
    ("options", "url"),
    [
        ([], "http://127.0.0.1:8000"),
        (["--port", "1", "--port=2"], "http://127.0.0.1:2"),
        (["--host", "0.0.0.0"], "http://127.0.0.1:8000"),
        (["--host", "box", "--ssl-keyfile", "key"], "https://box:8000"),
    ],
)
def test_the_front_end_learns_where_the_server_is(options: list[str], url: str) -> None:
    """
    From uvicorn's own options, of which the last wins.
    """
    assert server_url(options) == url


@pytest.mark.parametrize("workers", [["--workers", "2"], ["--workers=2"]])
def test_workers_are_not_reloaded(workers: list[str]) -> None:
    """
    uvicorn does one of the two, and prefers to reload.
    """
    plan = Plan(
        app="main:app",
        factory=False,
        app_dir=Path(),
        options=workers,
        frontend=None,
        root=Path(),
    )
    assert "--reload" not in server_command(plan)
