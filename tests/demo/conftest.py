"""
The demo with its streams, served so that its back end can be watched, reloaded and killed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import free_port
from demo.running import Copy, Process, chromium, copy_demo, running
from playwright.sync_api import Browser

WATCHED = Path(__file__).parent / "watched.py"


@dataclass(frozen=True)
class Open:
    """
    What a back end has open.
    """

    suspended: dict[str, int]
    """Generators that have not ended, garbage included."""
    generators: dict[str, int]
    """Generators that have not ended and that something refers to."""
    connections: int
    sockets: int
    process: int
    """Which worker says so."""


@dataclass
class LiveBoard:
    """
    The demo, running; its back end may come and go.
    """

    copy: Copy
    api_port: int
    web_port: int
    _running: ExitStack = field(default_factory=ExitStack)
    _api: Process | None = None

    @property
    def url(self) -> str:
        """
        Where the page is, without a slash at the end.
        """
        return f"http://127.0.0.1:{self.web_port}"

    @property
    def api_url(self) -> str:
        """
        Where the back end is, without a slash at the end.
        """
        return f"http://127.0.0.1:{self.api_port}"

    @property
    def variables(self) -> dict[str, str]:
        """
        What both processes are told.
        """
        return {
            "BOARD_DATABASE": str(self.copy.root / "data" / "board.sqlite"),
            "FLUIDKIT_URL": self.api_url,
            "FRONTEND_PORT": str(self.web_port),
        }

    def start(self) -> None:
        """
        Start the back end, under `--reload`.
        """
        command = [sys.executable, "-m", "uvicorn", "watched:app", "--reload"]
        self._api = self._running.enter_context(
            running([*command, "--port", str(self.api_port)], self.copy.backend, self.variables)
        )
        self._api.wait_for("fluidkit  ")

    def stop(self) -> None:
        """
        End the back end as a terminal does.
        """
        self._running.close()

    def kill(self) -> None:
        """
        End the back end without a word of warning.
        """
        assert self._api is not None
        os.killpg(self._api.handle.pid, signal.SIGKILL)
        self.stop()

    def reload(self) -> None:
        """
        Save a file of the back end, and wait until another worker serves.
        """
        before = self.workers()
        (self.copy.backend / "app" / "routers" / "people.py").touch()
        deadline = time.monotonic() + 60
        while self.workers() == before:
            assert time.monotonic() < deadline, "no reload"
            time.sleep(0.05)

    def workers(self) -> int:
        """
        Count the workers that have begun to serve.
        """
        assert self._api is not None
        return sum("startup complete" in line for line in list(self._api.lines))

    def open(self) -> Open:
        """
        Ask the back end what it has open.
        """
        with urllib.request.urlopen(f"{self.api_url}/watched", timeout=30) as response:
            return Open(**json.load(response))

    def wait_for_generators(self, *names: str, seconds: float = 30) -> float:
        """
        Wait until just these generators are alive, and return how long that took.
        """
        started = time.monotonic()
        while sorted(alive := self.open().generators) != sorted(names):
            passed = time.monotonic() - started
            assert passed < seconds, f"{alive} after {passed:.1f} s"
            time.sleep(0.02)
        return time.monotonic() - started


@pytest.fixture(scope="session")
def live_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveBoard]:
    """
    The demo, shared by all tests of its streams.
    """
    copy = copy_demo(tmp_path_factory.mktemp("live"))
    shutil.copy(WATCHED, copy.backend)
    board = LiveBoard(copy, free_port(), free_port())
    vite = ["npm", "run", "dev", "--", "--host", "127.0.0.1"]
    try:
        with running(vite, copy.frontend, board.variables) as web:
            board.start()
            web.wait_for("Local:")
            yield board
    finally:
        board.stop()


@pytest.fixture(scope="module")
def live_browser(live_board: LiveBoard) -> Iterator[Browser]:
    """
    Chromium, after a first visit: Vite prepares its modules on that.

    No longer than a module: while Playwright runs, no other test can start an event loop.
    """
    with chromium() as browser:
        page = browser.new_page()
        for path in ("/", "/live", "/incidents/1"):
            page.goto(live_board.url + path, wait_until="load", timeout=60_000)
            page.wait_for_timeout(1500)
        page.close()
        yield browser
