"""
What goes wrong around a server and a loop: signals at each stage, two writers, slow checkouts.
"""

from __future__ import annotations

import contextlib
import signal
import textwrap
import threading
import time
from pathlib import Path

import pytest
from conftest import APP, Serve, Server, Tree

from live.loops import Running, running, wait_until

CLIENT = "frontend/src/lib/api"
FACADE = f"{CLIENT}/main.api.ts"
SOURCE = textwrap.dedent(APP)

STAGES = [
    "fluidkit.pipeline.read_app",
    "fluidkit.pipeline.render",
    "fluidkit.output._plan",
    "fluidkit.replacement.stage",
    "fluidkit.replacement.replace",
    "fluidkit.output.remember",
]
"""What a generation calls, one after the other."""

STOPS = """

import functools
import importlib
import os
import pathlib
import time


def stop_in(stage):
    module, _, name = stage.rpartition(".")
    module = importlib.import_module(module)
    function = getattr(module, name)
    calls = 0

    @functools.wraps(function)
    def stopped(*args, **kwargs):
        nonlocal calls
        calls += 1
        if calls == (2 if name in {"stage", "replace"} else 1):
            pathlib.Path("stopped").touch()
            time.sleep(600)
        return function(*args, **kwargs)

    setattr(module, name, stopped)


if os.environ.get("STOP_IN"):
    stop_in(os.environ["STOP_IN"])
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=["TERM", "KILL"])
def test_a_signal_at_any_stage(project: Tree, serve: Serve, number: int) -> None:
    """
    The server ends at once, each file is the old or the new one, and the next start writes all
    (F06, W10).
    """
    new = written(project, serve, SOURCE)
    for stage in STAGES:
        old = new
        name = stage.rpartition(".")[2]
        changed = SOURCE.replace("get_user", name).replace("name: str", f"{name}: str")
        project.write("backend/main.py", changed + STOPS)
        server = serve(project.root / "backend", STOP_IN=stage)
        stopped = project.root / "backend/stopped"
        wait_until(stopped.exists, lambda server=server: "".join(server.lines))
        started = time.monotonic()
        server.process.send_signal(number)
        server.process.wait(20)
        assert time.monotonic() - started < 5, stage
        stopped.unlink()
        torn = whole(project)
        new = written(project, serve, changed)
        assert f"{name}," in new[FACADE]
        assert [path for path in new if ".tmp" in path] == [], stage
        assert [path for path in old if torn[path] not in (old[path], new[path])] == [], stage


def written(project: Tree, serve: Serve, source: str) -> dict[str, str]:
    """
    Return the client of *source*, written by a server.
    """
    project.write("backend/main.py", source)
    server = serve(project.root / "backend")
    server.wait_for("fluidkit  ")
    server.stop()
    return whole(project)


def whole(project: Tree) -> dict[str, str]:
    return {path: project.read(path) for path in project.files("frontend")}


def test_a_loop_beside_a_reloader(project: Tree, serve: Serve) -> None:
    """
    Two writers never fight: what a newer save has written is never taken back.
    """
    history: list[str] = []
    over = threading.Event()
    server = serve(project.root / "backend", "--reload")
    server.wait_for("1 function")
    with running(project.root / "backend", "watch", "main:app") as watch:
        watch.wait_for("watching")
        reader = threading.Thread(target=follow, args=(project, history, over))
        reader.start()
        try:
            names = [f"user_{number}" for number in range(8)]
            for number, name in enumerate(names):
                project.write("backend/main.py", SOURCE.replace("get_user", name))
                time.sleep((0.05, 0.4, 1.2, 2.0)[number % 4])
            wait_until(lambda: names[-1] in project.read(FACADE), lambda: watch.said)
            time.sleep(3)
        finally:
            over.set()
            reader.join()
    seen = [name for text in history for name in ["get_user", *names] if f"{name}," in text]
    assert seen == sorted(set(seen))
    assert seen[-1] == names[-1]


HOLD = """

import pathlib
import time

import fluidkit.pipeline


def held(*args, render=fluidkit.pipeline.render):
    pathlib.Path("held").touch()
    while not pathlib.Path("go").exists():
        time.sleep(0.01)
    return render(*args)


fluidkit.pipeline.render = held
"""


@pytest.mark.parametrize("command", ["serve", "watch"])
def test_a_save_during_a_generation(project: Tree, serve: Serve, command: str) -> None:
    """
    Somebody else has written the client of the newer source meanwhile: it stays.
    """
    backend = project.root / "backend"
    written(project, serve, SOURCE)
    project.write("backend/main.py", SOURCE.replace("get_user", "old_user") + HOLD)
    history: list[str] = []
    over = threading.Event()
    reader = threading.Thread(target=follow, args=(project, history, over))
    with contextlib.ExitStack() as stack:
        loop: Server | Running
        if command == "serve":
            loop = serve(backend, WATCHFILES_CHANGES="[]")  # as a reloader sets it
        else:
            loop = stack.enter_context(running(backend, "watch", "main:app"))
        wait_until((backend / "held").exists)
        project.write("backend/main.py", SOURCE.replace("get_user", "new_user"))
        with running(backend, "generate", "main:app") as generate:
            assert generate.process.wait(30) == 0, generate.said
        reader.start()
        stack.callback(reader.join)
        stack.callback(over.set)
        (backend / "go").touch()
        if isinstance(loop, Running):
            loop.wait_for("watching")
        else:
            time.sleep(1.5)
            loop.stop()
    assert len(history) == 1
    assert "new_user," in history[0]


def test_a_source_that_the_app_writes_itself(project: Tree, serve: Serve) -> None:
    """
    Where no reloader comes the client is written all the same.
    """
    source = """
    import pathlib
    import fluidkit.integration

    fluidkit.integration._PATIENCE = 0.5
    pathlib.Path("made.py").write_text(f"PATH = '/made/{{id}}'\\n")
    from made import PATH
    """
    text = textwrap.dedent(source) + SOURCE.replace('"/users/{id}"', "PATH")
    project.write("backend/main.py", text)
    project.write("backend/watched/no.txt", "")
    server = serve(project.root / "backend", "--reload", "--reload-dir", "watched")
    server.wait_for("1 function")
    assert "GET /made/{id}" in project.read(FACADE)


def follow(project: Tree, history: list[str], over: threading.Event) -> None:
    """
    Note each text that the façade has had.
    """
    while not over.is_set():
        text = project.read(FACADE)
        if not history or history[-1] != text:
            history.append(text)
        time.sleep(0.002)


def test_a_slow_checkout(project: Tree) -> None:
    """
    Four hundred files over four seconds, in an order in which the app can't be imported meanwhile:
    the client is never less than it was, and in the end what the sources say. What is saved during
    a generation is one more, not one for each file (W01, W03).
    """
    imports = project.root / "imports"
    with running(project.root / "backend", "watch", "main:app") as watch:
        watch.wait_for("watching")
        counting = f"open({str(imports)!r}, 'a').write('.')\nfrom parts.p399 import PATH\n"
        source = counting + SOURCE.replace('"/users/{id}"', "PATH")
        project.write("backend/main.py", source)
        for number in range(400):
            text = f"PATH = '/{{id}}/{number}'\n"
            project.write(f"backend/parts/p{number}.py", text)
            assert "get_user" in project.read(FACADE)
            time.sleep(0.01)
        wait_until(lambda: "/399" in project.read(FACADE), lambda: watch.said)
        assert watch.said.count("No module named 'parts.p399'") == 1
        rested(imports, 100)


def rested(imports: Path, limit: int) -> int:
    """
    Return how often the app was imported, once that has come to an end; not more than *limit*.
    """
    count = -1
    while count != (count := len(imports.read_text())):
        assert count <= limit
        time.sleep(2)
    return count


def test_a_burst_of_saves_is_few_generations(project: Tree) -> None:
    """
    Four hundred modules of the app at once, as a checkout changes them: how often the app was
    imported is counted (W01).
    """
    imports = project.root / "imports"
    names = ", ".join(f"p{number}" for number in range(400))
    counting = f"open({str(imports)!r}, 'a').write('.')\nfrom parts import {names}\n"
    for number in range(400):
        project.write(f"backend/parts/p{number}.py", "PATH = '/old/{id}'\n")
    source = counting + SOURCE.replace('"/users/{id}"', "p399.PATH")
    project.write("backend/main.py", source)
    with running(project.root / "backend", "watch", "main:app") as watch:
        watch.wait_for("watching")
        wait_until(lambda: "/old/" in project.read(FACADE), lambda: watch.said)
        before = rested(imports, 10)
        for number in range(400):
            project.write(f"backend/parts/p{number}.py", "PATH = '/new/{id}'\n")
        wait_until(lambda: "/new/" in project.read(FACADE), lambda: watch.said)
        rested(imports, before + 6)


@pytest.mark.parametrize("replaces", [True, False], ids=["renamed over", "with a backup"])
def test_how_editors_save(project: Tree, replaces: bool) -> None:
    """
    By a rename over the file, and with backups and swap files beside it: one generation (W12).
    """
    counting = f"open({str(project.root / 'imports')!r}, 'a').write('one ')\n"
    project.write("backend/main.py", SOURCE + counting)
    with running(project.root / "backend", "watch", "main:app") as watch:
        watch.wait_for("watching")
        file = project.root / "backend/main.py"
        text = SOURCE.replace("get_user", "read_user") + counting
        project.write("backend/.main.py.swp", "swap")
        if replaces:
            project.write("backend/.main.py.1234.tmp", text).replace(file)
        else:
            file.rename(project.root / "backend/main.py~")
            project.write("backend/main.py", text)
        watch.wait_for("+ read_user")
        time.sleep(1.5)  # it gets ready for the next save
        imports = (project.root / "imports").read_text()
        (project.root / "backend/.main.py.swp").unlink()
        project.write("backend/main.py.bak", text)
        time.sleep(1.5)
        assert len(watch.lines) == 3, watch.said
        assert (project.root / "imports").read_text() == imports


def test_a_new_package_and_a_setting_are_seen(project: Tree) -> None:
    """
    What the warm process has imported is not kept when that changes: it starts anew.
    """
    packages = project.root / "site-packages"
    project.write("site-packages/vendor.py", "PATH = '/one/{id}'\n")
    project.write(
        "backend/main.py", "import vendor\n" + SOURCE.replace('"/users/{id}"', "vendor.PATH")
    )
    with running(project.root / "backend", "watch", "main:app", PYTHONPATH=str(packages)) as watch:
        watch.wait_for("watching")
        assert "/one/{id}" in project.read(FACADE)
        # Installers replace files, and leave a folder with the version behind.
        project.write("site-packages/new.py", "PATH = '/two/{id}'\n").replace(
            packages / "vendor.py"
        )
        (packages / "vendor-2.dist-info").mkdir()
        wait_until(lambda: "/two/{id}" in project.read(FACADE), lambda: watch.said)
        project.write("pyproject.toml", "[tool.fluidkit]\ncase = 'camel'\n")
        wait_until(lambda: "getUser" in project.read(FACADE), lambda: watch.said)
