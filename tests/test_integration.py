"""
`integrate(app)`: in real servers, and in processes that only import the app.
"""

from __future__ import annotations

import inspect
import subprocess
import sys
import textwrap
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import APP, Serve, Server, Tree, environment
from fastapi import FastAPI

import fluidkit
from fluidkit import calling, integration

CLIENT = "frontend/src/lib/api/main.api.ts"


def get(server: Server, path: str) -> bytes:
    """
    Request *path*, as soon as the server listens.
    """
    server.wait_for("Uvicorn running on")
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{path}", timeout=10) as answer:
        data: bytes = answer.read()
        return data


def run(tree: Tree, source: str, **variables: str) -> str:
    """
    Run *source* in the backend folder, and return what it printed.
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(source)],
        cwd=tree.root / "backend",
        env=environment(**variables),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


START = """
    import asyncio, sys, time
    import main

    async def start():
        async with main.app.router.lifespan_context(main.app) as state:
            print("state", state)
            await asyncio.sleep(0)

    asyncio.run(start())
    import threading
    [t.join(20) for t in threading.enumerate() if t.name == "fluidkit"]
"""
"""Starts the app as a server does, and waits for the generation, which no server does."""


def test_the_start_of_an_app_loads_little(project: Tree) -> None:
    """
    What the generation needs is loaded by its thread, after the first answer.
    """
    source = """
        import asyncio, sys
        import main

        async def start():
            async with main.app.router.lifespan_context(main.app):
                print(*sys.modules)

        asyncio.run(start())
    """
    loaded = {*run(project, source, FLUIDKIT_WRITER="1").split()}
    assert "fluidkit.introspection.routes" in loaded
    assert loaded.isdisjoint(
        {
            *("fluidkit.pages", "fluidkit.settings", "fluidkit.pipeline", "fluidkit.memory"),
            *("fluidkit.introspection.app", "fluidkit.introspection.types"),
            *("pydantic_settings", "watchfiles"),
        }
    )


# --- In a server ------------------------------------------------------------------------------


def test_a_server_writes_the_client_and_says_so(project: Tree, serve: Serve) -> None:
    """
    One line, visible under uvicorn's own logging set-up.
    """
    server = serve(project.root / "backend")
    line = server.wait_for("fluidkit  ")
    assert line.startswith("fluidkit  1 function, 1 type → frontend/src/lib/api (")
    assert line.endswith(" s)\n")
    assert "get_user" in project.read(CLIENT)
    assert get(server, "/users/3") == b'{"id":3,"name":"Ada"}'


def test_routes_after_integrate_are_in(project: Tree, serve: Serve) -> None:
    """
    The routes are read when the app starts, not when `integrate` is called.
    """
    extra = '\n\n@app.get("/late")\ndef late() -> int:\n    return 1\n'
    project.write("backend/main.py", textwrap.dedent(APP) + extra)
    serve(project.root / "backend").wait_for("2 functions")
    assert "late" in project.read(CLIENT)


def test_a_server_started_elsewhere_writes_to_the_same_place(
    project: Tree, serve: Serve, tmp_path: Path
) -> None:
    """
    The file that calls `integrate` decides, not the current directory (W06).
    """
    serve(tmp_path, "--app-dir", str(project.root / "backend")).wait_for("frontend/src/lib/api")
    assert (project.root / CLIENT).exists()


def test_a_factory(project: Tree, serve: Serve) -> None:
    """
    `uvicorn --factory` (W06).
    """
    source = textwrap.dedent(APP).replace("fluidkit.integrate(app)", "")
    source += "def make():\n    return fluidkit.integrate(app)\n"
    project.write("backend/main.py", source)
    serve(project.root / "backend", "--factory", app="main:make").wait_for("1 function")


def test_each_reload_writes_what_changed(project: Tree, serve: Serve) -> None:
    """
    The everyday loop; a syntax error keeps the last good client (W03).
    """
    server = serve(project.root / "backend", "--reload")
    server.wait_for("fluidkit  1 function")
    good = project.read(CLIENT)
    main = project.write("backend/main.py", "def broken(:\n")
    server.wait_for("SyntaxError")
    assert project.read(CLIENT) == good
    main.write_text(textwrap.dedent(APP).replace("get_user", "read_user"))
    deadline = time.monotonic() + 20
    while "read_user" not in project.read(CLIENT) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert "read_user" in project.read(CLIENT)


def test_a_process_that_a_reload_ends_leaves_the_client_to_the_next_one(project: Tree) -> None:
    """
    It has not begun yet, and what it would write is of sources that were saved since.
    """
    run(project, START, WATCHFILES_CHANGES="[]")
    assert not (project.root / CLIENT).exists()
    run(project, START)
    assert (project.root / CLIENT).exists()


def test_a_reloader_that_watches_the_client_comes_to_rest(project: Tree, serve: Serve) -> None:
    """
    `--reload-include "*.ts"` over the whole project: what is current is not written again (W02).
    """
    options = ["--reload", "--reload-dir", str(project.root), "--reload-include", "*.ts"]
    server = serve(project.root / "backend", *options)
    server.wait_for("fluidkit  1 function")
    server.wait_for("up to date")  # the client itself was a change, once
    time.sleep(1)
    starts = sum("Started server process" in line for line in server.lines)
    time.sleep(2)
    assert sum("Started server process" in line for line in server.lines) == starts <= 4


def test_a_warning_is_not_repeated_after_each_save(project: Tree, serve: Serve) -> None:
    """
    Though under a reloader each save is a process of its own; a line that moved is no news.
    """
    main = project.root / "backend" / "main.py"
    source = main.read_text().replace(" -> User", "")
    main.write_text(source)
    server = serve(project.root / "backend", "--reload")
    server.wait_for("nothing says what it returns")
    main.write_text("# moved\n" + source.replace("get_user", "read_user"))
    server.wait_for("+ read_user")
    main.write_text(source + "\n\n@app.get('/new')\ndef new(): ...\n")
    server.wait_for("GET /new (")
    assert sum("GET /users/{id} (" in line for line in server.lines) == 1


def test_four_workers_write_what_one_writes(project: Tree, serve: Serve) -> None:
    """
    All say so, and none fails (F09).
    """
    server = serve(project.root / "backend", "--workers", "4")
    deadline = time.monotonic() + 30
    while sum("fluidkit  1 function" in line for line in server.lines) < 4:
        assert time.monotonic() < deadline, server.lines
        time.sleep(0.05)
    assert not [line for line in server.lines if "warning" in line]
    serve(project.root / "backend").wait_for("up to date")


def test_the_server_answers_while_the_client_is_written(project: Tree, serve: Serve) -> None:
    """
    Start-up does not wait for the generation, and neither does the end (W10).
    """
    source = textwrap.dedent(APP)
    source += "import time, fluidkit.pipeline\n"
    source += "fluidkit.pipeline.generate = lambda *a: time.sleep(60)\n"
    project.write("backend/main.py", source)
    server = serve(project.root / "backend")
    assert get(server, "/users/3")
    assert server.stop() < 5


def test_nothing_happens_with_the_switch_off(project: Tree, serve: Serve) -> None:
    """
    Production (W05): no thread of ours has started when the first request is answered.
    """
    threads = """
    import threading

    @app.get("/threads")
    def threads() -> list[str]:
        return [thread.name for thread in threading.enumerate()]
    """
    project.write("backend/main.py", textwrap.dedent(APP) + textwrap.dedent(threads))
    server = serve(project.root / "backend", FLUIDKIT_ENABLED="0")
    assert b"MainThread" in (names := get(server, "/threads"))
    assert b"fluidkit" not in names
    server.stop()
    assert not [line for line in server.lines if "fluidkit" in line]
    assert not (project.root / "frontend/src").exists()


def test_no_front_end_is_no_trouble(tree: Tree, serve: Serve) -> None:
    """
    A backend-only image: one line, no warning.
    """
    tree.write("backend/main.py", APP)
    server = serve(tree.root / "backend")
    assert get(server, "/users/3")
    line = server.wait_for("fluidkit  ")
    assert line.startswith("fluidkit  No SvelteKit app in 'repo'")


# --- Trouble ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ('output="../../elsewhere"', "No client was written. The output folder "),
        ('case="kebab"', "No client was written. The setting 'case' (argument of integrate())"),
        ('stream_url="nowhere"', "No client was written. The setting 'stream_url' (argument of"),
        (
            'lang="ts", enable_fullstack=True',
            "integrate() has no option 'enable_fullstack', 'lang': FluidKit 2 has output, root,",
        ),
        ("True", "integrate() has no option that is given without its name"),
    ],
)
def test_a_wrong_option_is_one_message(project: Tree, call: str, sentence: str) -> None:
    """
    The app starts all the same (W07, W13).
    """
    source = textwrap.dedent(APP).replace("integrate(app)", f"integrate(app, {call})")
    project.write("backend/main.py", source)
    said = run(project, START)
    assert said.count("warning: ") == 1
    assert f"fluidkit  warning: {sentence}" in said
    assert "state None" in said


def test_options_of_the_former_version_do_not_stop_the_client(project: Tree) -> None:
    """
    They are left out, and the client is written.
    """
    source = textwrap.dedent(APP).replace("integrate(app)", 'integrate(app, lang="ts")')
    project.write("backend/main.py", source)
    run(project, START)
    assert (project.root / CLIENT).exists()


def test_the_settings_file_of_the_former_version_gets_one_sentence(project: Tree) -> None:
    """
    And is not read.
    """
    project.write("backend/fluid.config.json", "{")
    said = run(project, START)
    assert said.count("fluid.config.json is of FluidKit 0.2") == 1
    assert (project.root / CLIENT).exists()


def test_a_bug_of_ours_is_one_message(project: Tree) -> None:
    """
    Nothing is raised into the app (W13).
    """
    source = textwrap.dedent(APP) + "import fluidkit.pipeline\nfluidkit.pipeline.render = None\n"
    project.write("backend/main.py", source)
    said = run(project, START)
    assert "No client was written, and FluidKit is to blame: TypeError: " in said
    assert "(at pipeline.py:" in said
    assert "Traceback" not in said


def test_integrating_something_else_is_one_message(project: Tree) -> None:
    """
    Even this does not raise.
    """
    source = "import fluidkit\nprint(fluidkit.integrate(3))"
    said = run(project, source)
    assert said.startswith("3\n")
    assert "No client was written" in said


def test_two_apps_of_one_file_are_refused(project: Tree) -> None:
    """
    With both names (F10).
    """
    source = textwrap.dedent(APP) + "\nadmin = fluidkit.integrate(FastAPI(title='Admin'))\n"
    project.write("backend/main.py", source)
    said = run(project, START)
    assert "The apps 'Admin' (line " in said
    assert "would write to one folder" in said
    assert not (project.root / CLIENT).exists()


def test_a_hand_written_file_stays_and_is_named(project: Tree) -> None:
    """
    The message says which (F02).
    """
    project.write(CLIENT, "export const mine = 1;\n")
    said = run(project, START)
    assert f"warning: Not ours, so left as they are: {CLIENT} (move or rename them)" in said
    assert project.read(CLIENT) == "export const mine = 1;\n"


# --- Importing --------------------------------------------------------------------------------


def test_importing_the_app_writes_nothing(project: Tree) -> None:
    """
    alembic, celery, `python -c` (W04).
    """
    run(project, "import main")
    assert not (project.root / "frontend/src").exists()


def test_nothing_happens_under_pytest(project: Tree) -> None:
    """
    Where the switch says nothing (W04).
    """
    run(project, "import sys; sys.modules['pytest'] = sys\n" + textwrap.dedent(START))
    assert not (project.root / "frontend/src").exists()


def test_the_switch_overrules_pytest(project: Tree) -> None:
    """
    In both directions.
    """
    source = "import sys; sys.modules['pytest'] = sys\n" + textwrap.dedent(START)
    run(project, source, FLUIDKIT_ENABLED="1")
    assert (project.root / CLIENT).exists()


# --- The lifespan -----------------------------------------------------------------------------


def test_the_users_lifespan_runs_around_ours(project: Tree) -> None:
    """
    Its state is passed on untouched, and it ends as it would.
    """
    source = """
        from contextlib import asynccontextmanager
        from fastapi import FastAPI
        import fluidkit

        @asynccontextmanager
        async def lifespan(app):
            print("start")
            yield {"key": 1}
            print("end")

        app = fluidkit.integrate(FastAPI(lifespan=lifespan))
        app.get("/a")(lambda: 1)
    """
    project.write("backend/main.py", source)
    assert run(project, START).splitlines()[:3] == ["start", "state {'key': 1}", "end"]


def test_event_handlers_still_run(project: Tree) -> None:
    """
    They are part of the default lifespan.
    """
    extra = "\napp.router.on_startup.append(lambda: print('startup'))\n"
    extra += "app.router.on_shutdown.append(lambda: print('shutdown'))\n"
    project.write("backend/main.py", textwrap.dedent(APP) + extra)
    said = run(project, START)
    assert said.splitlines()[:3] == ["startup", "state None", "shutdown"]


def test_an_error_in_the_users_lifespan_is_the_users(project: Tree) -> None:
    """
    It comes through, and nothing is written.
    """
    source = """
        from contextlib import asynccontextmanager
        from fastapi import FastAPI
        import fluidkit

        @asynccontextmanager
        async def lifespan(app):
            raise RuntimeError("no database")
            yield

        app = fluidkit.integrate(FastAPI(lifespan=lifespan))
    """
    project.write("backend/main.py", source)
    with pytest.raises(AssertionError, match="RuntimeError: no database"):
        run(project, START)
    assert not (project.root / "frontend/src").exists()


def test_routes_of_a_lifespan_are_reported_and_left_out(project: Tree) -> None:
    """
    The command line, which runs no lifespan, could not see them either.
    """
    source = """
        from contextlib import asynccontextmanager
        from fastapi import APIRouter, FastAPI
        import fluidkit

        router = APIRouter()

        @asynccontextmanager
        async def lifespan(app):
            app.get("/late")(late)
            yield

        def late() -> int:
            return 1

        def early() -> int:
            return 1

        router.get("/early")(early)
        app = fluidkit.integrate(FastAPI(lifespan=lifespan))
        app.include_router(router)
    """
    project.write("backend/main.py", source)
    said = run(project, START)
    assert "warning: GET /late: left out, as the lifespan added it" in said
    assert "early" in project.read(CLIENT)
    assert "late" not in project.read(CLIENT)


def test_an_app_that_has_started_is_generated_at_once(project: Tree) -> None:
    """
    `integrate` inside of a lifespan, or in a notebook.
    """
    source = textwrap.dedent(APP).replace("fluidkit.integrate(app)", "")
    source += "app.middleware_stack = app.build_middleware_stack()\nfluidkit.integrate(app)\n"
    project.write("backend/main.py", source)
    wait = "import main, threading\n"
    wait += '[t.join(20) for t in threading.enumerate() if t.name == "fluidkit"]'
    assert "1 function" in run(project, wait)


def test_twice_is_once_and_the_last_options_win(project: Tree) -> None:
    """
    One lifespan, one generation.
    """
    twice = 'integrate(app, output="../wrong")\nfluidkit.integrate(app, output="../frontend/x")'
    project.write("backend/main.py", textwrap.dedent(APP).replace("integrate(app)", twice))
    assert run(project, START).count("1 function") == 1
    assert (project.root / "frontend/x/main.api.ts").exists()


# --- In this process --------------------------------------------------------------------------


def test_integrate_returns_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Whether it is on or off.
    """
    app = FastAPI()
    assert fluidkit.integrate(app) is app
    monkeypatch.setenv("FLUIDKIT_ENABLED", "1")
    assert fluidkit.integrate(app) is app


def test_its_options_are_spelled_out() -> None:
    """
    Editors show them, and type checkers check them.
    """
    parameters = inspect.signature(fluidkit.integrate).parameters
    assert [*parameters] == [
        "app",
        "output",
        "root",
        "case",
        "proxy",
        "proxy_all",
        "backend_url",
        "stream_url",
        "include",
        "exclude",
        "maps",
    ]
    assert {each.kind for each in parameters.values()} == {
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        inspect.Parameter.KEYWORD_ONLY,
    }


@pytest.mark.parametrize("value", ["0", "false", "No", " off "])
def test_words_that_switch_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """
    As people write them.
    """
    monkeypatch.setenv("FLUIDKIT_ENABLED", value)
    assert not calling.is_enabled()


@pytest.mark.parametrize("value", ["1", "true", "yes", "on"])
def test_words_that_switch_on(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """
    Also under pytest.
    """
    monkeypatch.setenv("FLUIDKIT_ENABLED", value)
    assert calling.is_enabled()


def test_the_call_is_remembered_for_the_command_line() -> None:
    """
    With the file that it stands in, though the switch is off; nothing is hooked.
    """
    app = FastAPI()
    before = app.router.lifespan_context
    with calling.recording():
        fluidkit.integrate(app, case="camel")
    call = integration.call_of(app)
    assert call is not None
    assert (call.file, call.keywords) == (Path(__file__), {"case": "camel"})
    assert app.router.lifespan_context is before
    assert integration.call_of(FastAPI()) is None
