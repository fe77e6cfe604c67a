"""
A server's client stays whole, and current, for as long as the server runs.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
import types
import urllib.request
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import pytest
from conftest import APP, Serve, Tree, environment, free_port

from fluidkit import upkeep
from fluidkit.upkeep import Upkeep
from live.loops import descendants, is_alive, wait_until, wait_until_watched
from live.wire import Exchange, wait_until_open

CLIENT = "frontend/src/lib/api/main.api.ts"
SOURCE = textwrap.dedent(APP)


def test_a_plain_server_follows_the_sources(project: Tree, serve: Serve) -> None:
    """
    No reloader: the client is written by a process of its own, with one notice, and the server
    goes on with the old code.
    """
    server = serve(project.root / "backend")
    server.wait_for("1 function")
    wait_until_watched(server.process.pid, project.root / "backend")
    for name in ("read_user", "load_user"):
        project.write("backend/main.py", SOURCE.replace("get_user", name).replace("Ada", name))
        server.wait_for(f"+ {name}")
        assert name in project.read(CLIENT)
    assert sum("still runs the old code" in line for line in server.lines) == 1
    answer = Exchange(server.port, "/users/1")
    answer.wait_for(b"Ada")


def test_a_factory_follows_the_sources(project: Tree, serve: Serve) -> None:
    """
    No module holds the app: what uvicorn calls is called again.
    """
    source = textwrap.indent(SOURCE, "    ")
    source = f"def make():\n{source}\n    return app\n"
    project.write("backend/main.py", source)
    server = serve(project.root / "backend", "--factory", app="main:make")
    server.wait_for("1 function")
    wait_until_watched(server.process.pid, project.root / "backend")
    project.write("backend/main.py", source.replace("get_user", "read_user"))
    server.wait_for("+ read_user")
    assert "read_user" in project.read(CLIENT)


def test_one_of_many_workers_follows_the_sources(project: Tree, serve: Serve) -> None:
    """
    Each save is one generation; where that worker's process ends, another one takes over.
    """
    server = serve(project.root / "backend", "--workers", "3")
    wait_until(lambda: sum("startup complete" in line for line in server.lines) == 3)
    for name in ("read_user", "load_user"):
        wait_until_watched(server.process.pid, project.root / "backend")
        project.write("backend/main.py", SOURCE.replace("get_user", name))
        server.wait_for(f"+ {name}")
        time.sleep(1.5)
        assert sum(f"+ {name}" in line for line in server.lines) == 1
        loops = [
            pid for pid in descendants(server.process.pid) if "fluidkit.snapshot" in command(pid)
        ]
        loops = [pid for pid in loops if parent(pid) not in loops]  # others are its forks
        assert len(loops) == 1
        os.kill(parent(loops[0]), signal.SIGKILL)
        wait_until(lambda loop=loops[0]: not is_alive(loop))


def test_an_old_model_restores_nothing(tmp_path: Path) -> None:
    """
    A source was saved after its import and before the server looked after its output: what the loop
    has written since stays.
    """
    output = tmp_path / "out"
    output.mkdir()
    file = output / "a.ts"
    file.write_text("old")
    module = types.ModuleType("saved_meanwhile")
    module.__file__ = str(tmp_path / "saved_meanwhile.py")
    sys.modules[module.__name__] = module
    restored: list[str] = []
    upkeep = Upkeep()
    time.sleep(0.05)
    Path(module.__file__).write_text("")
    try:
        arguments = (tmp_path, "out", {"out/a.ts": sha256(b"old").hexdigest()})
        thread = threading.Thread(
            target=upkeep.watch_output, args=(*arguments, lambda: restored.append(""))
        )
        thread.start()
        time.sleep(0.3)
        file.write_text("new")
        time.sleep(1)
        upkeep.end()
        thread.join()
    finally:
        del sys.modules[module.__name__]
    assert restored == []


def test_a_server_that_ends_does_not_wait_for_the_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Whatever that is doing: a reload is waiting for the server.
    """
    monkeypatch.setattr(upkeep, "_GONE", None)  # as long as it takes
    (tmp_path / "out").mkdir()
    file = tmp_path / "out" / "a.ts"
    working, ended = threading.Event(), threading.Event()
    said: list[bool] = []

    def rewrite() -> None:
        working.set()
        said.append(ended.wait(10))

    server = Upkeep(began=time.time() + 60)
    arguments = (tmp_path, "out", {"out/a.ts": ""}, rewrite)
    thread = threading.Thread(target=server.watch_output, args=arguments)
    thread.start()
    wait_until(lambda: file.write_text("damaged") and working.wait(0.2))
    server.end()
    ended.set()
    thread.join()
    assert said == [True]


@pytest.mark.parametrize("saved", [-3600, 3600], ids=["behind", "ahead"])
def test_a_clock_that_is_wrong_keeps_nothing_from_being_restored(
    tmp_path: Path, saved: float
) -> None:
    """
    The sources lie on another machine, or came out of a container (W11). What other tests have
    imported is older.
    """
    file, module = tmp_path / "a.ts", types.ModuleType("from_elsewhere")
    source = tmp_path / "from_elsewhere.py"
    source.write_text("")
    os.utime(source, (time.time() + saved, time.time() + saved))
    module.__file__ = str(source)
    sys.modules[module.__name__] = module
    restored, server = threading.Event(), Upkeep(began=time.time())
    arguments = (tmp_path, "", {"a.ts": ""}, restored.set)
    thread = threading.Thread(target=server.watch_output, args=arguments)
    thread.start()
    try:
        wait_until(lambda: file.write_text("damaged") and restored.wait(0.2))
    finally:
        del sys.modules[module.__name__]
        server.end()
        thread.join()


def test_what_is_installed_is_no_source() -> None:
    """
    Not by a distribution, either.
    """
    module = types.ModuleType("of_debian")
    module.__file__ = "/usr/lib/python3/dist-packages/of_debian.py"
    sys.modules[module.__name__] = module
    try:
        assert (module.__name__, module.__file__) not in [*upkeep.own_modules()]
    finally:
        del sys.modules[module.__name__]


EXIT = """
import atexit, sys, threading
from pathlib import Path
from fluidkit import upkeep
from fluidkit.upkeep import Upkeep

upkeep._GONE = None  # as long as it takes
inside = threading.Event()
root = Path(sys.argv[1])
watches = {
    "output": lambda: Upkeep().watch_output(root, "out", {}, lambda: None),
    "pages": lambda: Upkeep().watch_pages(root, 0.0, lambda _: None),
}

def profile(frame, event, _):
    if event == "call" and frame.f_code.co_name == "watch":
        inside.set()

threading.setprofile(profile)
thread = threading.Thread(target=watches[sys.argv[2]], daemon=True)
atexit.register(lambda: print("inside" if thread.is_alive() else "out"))
thread.start()
inside.wait()
"""
"""Ends while a thread watches, and says at the very end whether it still does."""


@pytest.mark.parametrize("what", ["output", "pages"])
def test_no_thread_is_inside_of_watchfiles_when_python_ends(tmp_path: Path, what: str) -> None:
    """
    The process would be aborted, by watchfiles 1.0 to 1.2.
    """
    (tmp_path / "out").mkdir()
    command = [sys.executable, "-c", EXIT, str(tmp_path), what]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "out\n"), done.stderr


def command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


@pytest.mark.parametrize("options", [[], ["--reload"]])
def test_what_is_deleted_is_restored(project: Tree, serve: Serve, options: list[str]) -> None:
    """
    `git clean`, under a reloader and without (F16).
    """
    server = serve(project.root / "backend", *options)
    server.wait_for("1 function")
    client = project.root / CLIENT
    wait_until_watched(server.process.pid, client.parent)
    good = client.read_text()
    client.unlink()
    wait_until(lambda: client.exists() and client.read_text() == good)
    # All at once: what goes file by file, slowly, is restored while the rest still goes.
    (project.root / "frontend/src").rename(project.root / "gone")
    wait_until(lambda: client.exists() and client.read_text() == good)
    time.sleep(1.5)
    files = {path: path.stat().st_mtime_ns for path in client.parent.rglob("*.js")}
    time.sleep(1)
    assert {path: path.stat().st_mtime_ns for path in client.parent.rglob("*.js")} == files


def test_a_companion_that_starts_when_the_server_ends_ends_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The thread that starts it does not know yet.
    """
    server, popen = Upkeep(), subprocess.Popen

    def start(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        server.end()
        return popen([sys.executable, "-c", "import sys; sys.stdin.read()"], **options)

    monkeypatch.setattr(subprocess, "Popen", start)
    server.start_companion({}, tmp_path / "lock")
    assert server.companion is not None
    try:
        assert server.companion.wait(10) == 0
    finally:
        server.companion.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_companion_ends_with_the_server(project: Tree, serve: Serve, number: int) -> None:
    """
    However that ends, and without holding it up.
    """
    server = serve(project.root / "backend")
    server.wait_for("1 function")
    wait_until_open(server.port)
    wait_until(lambda: len(descendants(server.process.pid)) >= 2)
    below = descendants(server.process.pid)
    started = time.monotonic()
    server.process.send_signal(number)
    server.process.wait(10)
    assert time.monotonic() - started < 5
    wait_until(lambda: not [pid for pid in below if is_alive(pid)], seconds=8)


def test_a_process_that_the_app_has_forked_keeps_no_companion(project: Tree, serve: Serve) -> None:
    """
    It lives on when the server has gone, and has inherited what was open there.
    """
    fork = "import os, time\nif (pid := os.fork()) == 0:\n    time.sleep(60)\n    os._exit(0)\n"
    fork = f"@app.get('/fork')\ndef fork() -> int:\n{textwrap.indent(fork, '    ')}    return pid\n"
    project.write("backend/main.py", f"{SOURCE}\n\n{fork}")
    server = serve(project.root / "backend")
    server.wait_for("2 functions")
    wait_until_watched(server.process.pid, project.root / "backend")
    below = descendants(server.process.pid)
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/fork", timeout=60) as answer:
        forked = int(answer.read())
    try:
        server.stop()
        wait_until(lambda: not [pid for pid in below if is_alive(pid)], seconds=8)
        assert is_alive(forked)
    finally:
        os.kill(forked, signal.SIGKILL)


MAIN = """
    import os

    import uvicorn

    from .app import app

    with open("starts", "a") as file:
        file.write("x")
    uvicorn.run(app, port=int(os.environ["PORT"]))
"""


def test_the_main_program_is_not_run_again(project: Tree) -> None:
    """
    `python -m shop`, whose `__main__` serves without asking who it is: the app is found where it
    was made.
    """
    project.write("backend/shop/__init__.py", "")
    project.write("backend/shop/app.py", SOURCE)
    project.write("backend/shop/__main__.py", MAIN)
    backend = project.root / "backend"
    process = subprocess.Popen(
        [sys.executable, "-m", "shop"],
        cwd=backend,
        env=environment(PORT=str(free_port())),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_watched(process.pid, backend / "shop")
        project.write("backend/shop/app.py", SOURCE.replace("get_user", "read_user"))
        client = project.root / "frontend/src/lib/api/app.api.ts"
        wait_until(lambda: client.exists() and "read_user" in client.read_text())
        assert project.read("backend/starts") == "x"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def test_a_main_program_that_serves_when_it_is_imported_has_no_companion(tmp_path: Path) -> None:
    """
    Nobody can import it to look at the app.
    """
    file = tmp_path / "main.py"
    script = "from fluidkit.upkeep import find_job\napp = object()\nprint(find_job(app, None))\n"
    for guard, found in (("", "None\n"), ("if __name__ == '__main__':\n    ", f"{file}:app")):
        file.write_text(script.replace("print", f"{guard}print"))
        done = subprocess.run([sys.executable, file], capture_output=True, text=True, check=True)
        assert found in done.stdout


class Server:
    """
    A thread whose work is known, and an `Event` whose waiting is what makes time pass.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch, work: Iterable[float]) -> None:
        self.work = iter(work)
        self.looks = 0
        self.worked = 0.0
        monkeypatch.setattr(upkeep, "_clock_of", lambda _thread: 0)
        monkeypatch.setattr(time, "clock_gettime", lambda _clock: self.worked)
        monkeypatch.setattr(time, "monotonic", lambda: self.looks * upkeep._STEP)

    def wait(self, _seconds: float) -> bool:
        """
        Work for the next step; there is none where the server is told to stop.
        """
        self.looks += 1
        done = next(self.work, None)
        self.worked += done or 0.0
        return done is None


BUSY, IDLE = upkeep._STEP, 0.0


def looks(monkeypatch: pytest.MonkeyPatch, work: Iterable[float]) -> int:
    """
    Return after how many looks at a server the wait is over.
    """
    with monkeypatch.context() as patched:
        server = Server(patched, work)
        upkeep.wait_until_idle(0, cast("threading.Event", server))
        return server.looks


def test_the_client_is_written_when_the_server_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A pause between two requests is no rest: what counts is five looks in a row.
    """
    assert looks(monkeypatch, [IDLE] * 5 + [BUSY]) == 5
    assert looks(monkeypatch, [BUSY] * 3 + [IDLE] * 4 + [BUSY] + [IDLE] * 9) == 3 + 4 + 1 + 5


def test_a_server_without_a_rest_gets_its_client_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    After three seconds it is written all the same.
    """
    most = round(upkeep._LONGEST / upkeep._STEP)
    assert looks(monkeypatch, [BUSY] * (2 * most)) in range(most, most + 2)


def test_a_server_that_stops_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Shutdown waits for nothing.
    """
    assert looks(monkeypatch, [BUSY, BUSY]) == 3
