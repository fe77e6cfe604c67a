"""
Python ends when the reader leaves: through plain HTTP, through Vite's proxy and in SSR.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit

import pytest
from conftest import environment, free_port
from demo.running import DEMO, running
from functional.clients import generate
from functional.conftest import TESTS, serve

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("endings")]

HERE = Path(__file__).parent
WITHIN = 1.0
"""Seconds that a generator may live on after its reader has left."""

EVENTS = ["theirs", "native", "native_sync", "events_by_hand"]
LINES = ["native_lines", "native_lines_sync", "lines", "lines_sync"]
TEXT = ["text", "text_sync"]
POSTED = [
    *("theirs_posted", "native_posted", "native_lines_posted", "lines_posted", "lines_sync_posted")
]
STREAMS = [*EVENTS, *LINES, *TEXT, *POSTED]
WAYS = ["close", "break", "abort", "throw"]


@dataclass(frozen=True)
class Backend:
    """
    The app, running.
    """

    url: str

    def seen(self, run: str) -> Mapping[str, list[str]]:
        """
        Return the runs whose generators have begun, and those whose generators have ended.

        Starlette leaves what a thread was reading to the garbage collection; so does FastAPI with
        its own streams where they are cancelled while a record is being handed on.
        """
        collect = "sync" in run or "native" in run
        with urllib.request.urlopen(f"{self.url}/seen?collect={collect}", timeout=10) as response:
            found: Mapping[str, list[str]] = json.load(response)
            return found

    def wait_for(self, state: str, run: str, seconds: float = 20) -> float:
        """
        Wait until the generator of a run has begun, or ended, and return how long that took.
        """
        started = time.monotonic()
        while run not in self.seen(run)[state]:
            passed = time.monotonic() - started
            assert passed < seconds, f"{run!r} has not {state}"
            time.sleep(0.01)
        return time.monotonic() - started


@pytest.fixture(scope="module")
def backend() -> Iterator[Backend]:
    """
    `main.py`, served by uvicorn.
    """
    for url in serve("endings.main:app"):
        yield Backend(url)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The client for Node.
    """
    from endings.main import app

    return generate(app, tmp_path_factory.mktemp("client"), TESTS)


@pytest.fixture(scope="module")
def web(backend: Backend, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """
    Where Vite serves a SvelteKit app, with the proxy route as it was generated.
    """
    root = tmp_path_factory.mktemp("web").resolve()
    (root / ".git").mkdir()
    folder = root / "web"
    shutil.copytree(HERE / "kit", folder)
    shutil.copy(HERE / "main.py", root)
    (folder / "node_modules").symlink_to(DEMO / "frontend" / "node_modules")
    command = [sys.executable, "-m", "fluidkit", "generate", "main:app", "--app-dir", str(root)]
    subprocess.run(command, cwd=root, env=environment(), check=True, capture_output=True)
    assert (folder / "src" / "routes" / "api" / "[...path]" / "+server.ts").exists()
    port = free_port()
    vite = ["node_modules/.bin/vite", "dev", "--host", "127.0.0.1", "--port", str(port)]
    with running(vite, folder, {"FLUIDKIT_URL": backend.url}) as process:
        process.wait_for("Local:")
        yield f"http://127.0.0.1:{port}"
        assert not [line for line in process.lines if "nhandled" in line]


def leave(client: Path, base: str, prefix: str) -> Mapping[str, float]:
    """
    Leave streams of every kind in every way, in Node, and return how long their generators lived.
    """
    script = ["node", str(HERE / "leaving.mjs")]
    modules = [str(client / "endings" / "main.api.js"), str(client / "index.js")]
    done = subprocess.run(
        [*script, *modules, base, prefix], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    seconds: Mapping[str, float] = json.loads(done.stdout)
    return seconds


def test_generators_end_with_a_reader_in_node(backend: Backend, client: Path) -> None:
    """
    After `close()`, `break`, an abort, and an error in a handler; a download's after an abort.
    """
    seconds = leave(client, backend.url, "plain ")
    assert set(seconds) == {f"{kind} {way}" for kind in STREAMS for way in WAYS} | {"file abort"}
    assert not {run: took for run, took in seconds.items() if took >= WITHIN}


def test_generators_end_with_a_reader_behind_vites_proxy(client: Path, web: str) -> None:
    """
    In each of these ways, though it is the proxy route whose connection has to end.
    """
    seconds = leave(client, f"{web}/api", "proxy ")
    assert set(seconds) == {f"{kind} {way}" for kind in STREAMS for way in WAYS} | {"file abort"}
    assert not {run: took for run, took in seconds.items() if took >= WITHIN}


def get(url: str) -> tuple[int, str]:
    """
    Return the status and the text of a page.
    """
    try:
        with urllib.request.urlopen(url, timeout=60) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.mark.parametrize("load", ["left", "universal"])
@pytest.mark.parametrize("kind", STREAMS)
def test_generators_end_with_a_loop_in_a_load(
    backend: Backend, web: str, load: str, kind: str
) -> None:
    """
    Which breaks out of its iteration, or throws, while SvelteKit renders the page.
    """
    status, page = get(f"{web}/{load}/{kind}/{load}-{kind}-break?way=break")
    assert (status, "count 1" in page) == (200, True)
    assert backend.wait_for("ended", f"{load}-{kind}-break") < WITHIN
    status, _ = get(f"{web}/{load}/{kind}/{load}-{kind}-throw?way=throw")
    assert status == 500
    assert backend.wait_for("ended", f"{load}-{kind}-throw") < WITHIN


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        *[(path, kind) for path in ("left", "universal") for kind in STREAMS],
        *[("relay", kind) for kind in TEXT],
    ],
)
def test_generators_end_with_the_visitor(backend: Backend, web: str, path: str, kind: str) -> None:
    """
    Who leaves while a `load` reads on and on, or a route passes a stream on.
    """
    run = f"{path}-{kind}-visitor"
    address = urlsplit(web)
    with socket.create_connection((address.hostname, address.port)) as visitor:
        visitor.sendall(
            f"GET /{path}/{kind}/{run} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode()
        )
        backend.wait_for("begun", run)
        time.sleep(0.1)
        assert run not in backend.seen(run)["ended"]
    assert backend.wait_for("ended", run) < WITHIN


def test_callbacks_in_a_page_are_inert_while_it_is_rendered(backend: Backend, web: str) -> None:
    """
    And so are listeners and `live()`: the browser begins them.
    """
    status, page = get(f"{web}/inert/{quote('inert run')}")
    assert (status, "connecting 0" in page) == (200, True)
    time.sleep(0.3)
    assert "inert run" not in backend.seen("inert run")["begun"]
