"""
What several test files stand on: projects in a temporary folder, and a server of their own.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from versions import skip_on_older

TESTS = Path(__file__).parent

APP = """
    from fastapi import FastAPI
    from pydantic import BaseModel

    import fluidkit

    app = FastAPI()


    class User(BaseModel):
        id: int
        name: str


    @app.get("/users/{id}")
    def get_user(id: int) -> User:
        return User(id=id, name="Ada")


    fluidkit.integrate(app)
"""
"""A small app that calls `integrate`."""


@dataclass(frozen=True)
class Tree:
    """
    A project on disk: a repository with a backend and a SvelteKit app.
    """

    root: Path

    def write(self, path: str, text: str) -> Path:
        """
        Write *text*, dedented, to *path*.
        """
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        return file

    def read(self, path: str) -> str:
        """
        Return the text of the file at *path*.
        """
        return (self.root / path).read_text(encoding="utf-8")

    def files(self, folder: str = ".") -> set[str]:
        """
        Return every file below *folder*, but what is of this machine only.

        A folder may go meanwhile, which `Path.rglob` does not bear.
        """
        paths = [Path(at, name) for at, _, names in os.walk(self.root / folder) for name in names]
        return {
            path.relative_to(self.root).as_posix()
            for path in paths
            if path.is_file() and not {".fluidkit", "__pycache__", ".git"} & set(path.parts)
        }

    def kit(self, folder: str) -> None:
        """
        Make *folder* a SvelteKit app.
        """
        package = {"devDependencies": {"@sveltejs/kit": "^2.0.0"}}
        self.write(f"{folder}/package.json", json.dumps(package))


LONGEST = (
    "demo/",
    "injection/",
    "kit/",
    "live/test_saves",
    "wire/",
    "snapshot/",
    "fuzz/",
    "editors/",
)
"""Where tests take longest, each of these in one piece: of two workers each begins with one."""


def pytest_configure() -> None:
    """
    Hear Ctrl-C, and have what the tests start hear it: a shell's job in the background does not.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Have long tests run first: one that came last would leave the other worker idle.
    """
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    path = item.path.relative_to(TESTS).as_posix()
    slow = len(LONGEST) + (item.get_closest_marker("slow") is None)
    return next((place for place, each in enumerate(LONGEST) if path.startswith(each)), slow)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """
    Skip what needs a newer version than is installed, and say which.
    """
    skip_on_older(item)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """
    An empty repository.
    """
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    return Tree((tmp_path / "repo").resolve())


@pytest.fixture
def project(tree: Tree) -> Tree:
    """
    `backend/main.py` with a small app, and a SvelteKit app in `frontend`.
    """
    tree.kit("frontend")
    tree.write("backend/main.py", APP)
    return tree


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("FLUIDKIT_")]:
        monkeypatch.delenv(name)


def environment(**variables: str) -> dict[str, str]:
    """
    Return an environment for a child without what pytest and the machine set.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FLUIDKIT_")}
    return {**kept, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONDONTWRITEBYTECODE": "1", **variables}


def free_port() -> int:
    """
    Return a port on loopback that nobody listens on.
    """
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@dataclass
class Server:
    """
    A uvicorn process, and what it said.
    """

    process: subprocess.Popen[str]
    port: int
    lines: list[str] = field(default_factory=list)

    def wait_for(self, text: str, seconds: float = 20) -> str:
        """
        Wait until a line with *text* was printed, and return it.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for line in list(self.lines):
                if text in line:
                    return line
            time.sleep(0.02)
        pytest.fail(f"no {text!r} within {seconds} s in:\n" + "".join(self.lines))

    def stop(self) -> float:
        """
        Stop the server as a terminal does, and return the seconds that it took.
        """
        started = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                raise
        return time.monotonic() - started


Serve = Callable[..., Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """
    A function that starts uvicorn on a fresh port; every server ends with the test.
    """
    servers: list[Server] = []

    def start(folder: Path, *arguments: str, app: str = "main:app", **variables: str) -> Server:
        port = free_port()
        command = [sys.executable, "-m", "uvicorn", app, "--port", str(port), *arguments]
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(**variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        server = Server(process, port)
        servers.append(server)
        threading.Thread(target=lambda: _collect(server), daemon=True).start()
        return server

    yield start
    for server in servers:
        server.stop()
        assert server.process.stdout is not None
        server.process.stdout.close()


def _collect(server: Server) -> None:
    assert server.process.stdout is not None
    try:
        for line in server.process.stdout:
            server.lines.append(line)
    except ValueError:  # closed while we were reading
        return
