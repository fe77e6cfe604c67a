"""
The demo as its users run it: a copy of it, a server, Vite, and Chromium.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import environment, free_port
from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
DEMO = REPOSITORY / "examples" / "sveltekit-demo"

_CHROMIUM = Path("/usr/bin/chromium")
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Copy:
    """
    A copy of the demo: a project of its own.
    """

    root: Path

    @property
    def backend(self) -> Path:
        """
        The folder that `app` lies in.
        """
        return self.root / "backend"

    @property
    def frontend(self) -> Path:
        """
        The SvelteKit tree.
        """
        return self.root / "frontend"

    def replace(self, path: str, old: str, new: str) -> None:
        """
        Replace *old*, which must be there, in the file at *path*.
        """
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def client(self) -> dict[str, bytes]:
        """
        Return the generated client that is committed: all of it but the maps and the state.
        """
        folder = self.frontend / "src" / "lib" / "api"
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file() and file.suffix != ".map" and ".fluidkit" not in file.parts
        }

    def npm(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """
        Run an npm script in the front end.
        """
        return subprocess.run(
            ["npm", "run", "--silent", *arguments],
            cwd=self.frontend,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )


def copy_demo(folder: Path) -> Copy:
    """
    Copy the demo into *folder*, below a repository as it is here: paths stand in the client.

    Its packages are linked, not copied: nothing writes into them.
    """
    repository = folder.resolve()
    (repository / ".git").mkdir()
    root = repository / DEMO.relative_to(REPOSITORY)
    left_out = ("node_modules", ".svelte-kit", ".fluidkit", "*.map", "*.sqlite", "*.files")
    shutil.copytree(DEMO, root, ignore=shutil.ignore_patterns(*left_out, "__pycache__"))
    link_packages(root / "frontend")
    return Copy(root)


def link_packages(frontend: Path, owner: Path = DEMO / "frontend") -> None:
    """
    Give a SvelteKit app the packages of another, the demo's as a rule.
    """
    packages = owner / "node_modules"
    if not packages.is_dir():
        pytest.fail(f"the packages of {owner} are missing: run `make setup`")
    shutil.copytree(
        packages,
        frontend / "node_modules",
        symlinks=True,
        ignore=shutil.ignore_patterns(".vite", ".vite-temp", ".cache"),
        copy_function=_link,
    )


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


@dataclass
class Process:
    """
    A server in a process group of its own, and what it said.
    """

    handle: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def wait_for(self, text: str, seconds: float = 60) -> None:
        """
        Wait until a line with *text* was printed.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.handle.poll() is None:
            if any(text in line for line in list(self.lines)):
                return
            time.sleep(0.05)
        pytest.fail(f"no {text!r} in:\n" + "".join(self.lines))


@contextmanager
def running(
    command: list[str], folder: Path, variables: Mapping[str, str] | None = None
) -> Iterator[Process]:
    """
    Run *command* in *folder*, and end it together with all that it started.
    """
    handle = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(**(variables or {})),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    process = Process(handle)
    assert handle.stdout is not None
    output = handle.stdout
    reader = threading.Thread(target=lambda: process.lines.extend(output), daemon=True)
    reader.start()
    try:
        yield process
    finally:
        end(handle)
        reader.join(10)
        output.close()


def end(handle: subprocess.Popen[str]) -> None:
    """
    End a process group: as a terminal would, and then by force.
    """
    for sign in (signal.SIGINT, signal.SIGKILL):
        try:
            os.killpg(handle.pid, sign)
        except ProcessLookupError:
            break
        try:
            handle.wait(10)
        except subprocess.TimeoutExpired:
            continue
    handle.wait(10)


def uvicorn(port: int, *arguments: str) -> list[str]:
    """
    Return the command that serves the demo's back end.
    """
    return [sys.executable, "-m", "uvicorn", "app.main:app", "--port", str(port), *arguments]


@dataclass(frozen=True)
class Board:
    """
    The demo, running.
    """

    copy: Copy
    url: str
    """Where the page is, without a slash at the end."""
    api: Process
    web: Process


@contextmanager
def running_board(copy: Copy, *arguments: str) -> Iterator[Board]:
    """
    Serve the demo's back end, with these arguments for uvicorn, and its page on free ports.
    """
    api_port, web_port = free_port(), free_port()
    variables = {
        "BOARD_DATABASE": str(copy.root / "data" / "board.sqlite"),
        "FLUIDKIT_URL": f"http://127.0.0.1:{api_port}",
        "FRONTEND_PORT": str(web_port),
    }
    vite = ["npm", "run", "dev", "--", "--host", "127.0.0.1"]
    with (
        running(uvicorn(api_port, *arguments), copy.backend, variables) as api,
        running(vite, copy.frontend, variables) as web,
    ):
        api.wait_for("Uvicorn running")
        web.wait_for("Local:")
        yield Board(copy, f"http://127.0.0.1:{web_port}", api, web)


def read(url: str) -> str:
    """
    Return what a client without JavaScript gets.
    """
    with urllib.request.urlopen(url, timeout=60) as response:
        text: str = response.read().decode()
        return text


@contextmanager
def chromium() -> Iterator[Browser]:
    """
    Start Debian's Chromium, or Playwright's own where that is missing, with a fresh profile.
    """
    path = _CHROMIUM if _CHROMIUM.exists() else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()
