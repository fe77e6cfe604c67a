"""
The demo in its production form: adapter-node's build, uvicorn with workers, nginx in front.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import free_port
from demo.running import DEMO, Copy, Process, running

NGINX_CONF = DEMO / "nginx.conf"
"""The configuration that the documentation shows."""
NODE = ["node", "--expose-gc", "--import", str(Path(__file__).parent / "probe.mjs")]
"""Node that tells what it holds, into the file that `PROBED` names."""


def find_nginx() -> str:
    """
    Return the path of nginx, which Debian has where only root looks.
    """
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    return found or pytest.fail("there is no nginx: run `make setup`")


def build(copy: Copy) -> Path:
    """
    Build the pages, and return the folder that Node serves.
    """
    done = copy.npm("build")
    assert done.returncode == 0, done.stdout + done.stderr
    return copy.frontend / "build"


def answers(port: int) -> bool:
    """
    Whether somebody listens at a port of this machine.
    """
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def wait_for(port: int, process: Process, seconds: float = 60) -> None:
    """
    Wait until *process* listens.
    """
    deadline = time.monotonic() + seconds
    while not answers(port):
        ended = process.handle.poll() is not None
        if ended or time.monotonic() > deadline:
            pytest.fail(f"nobody listens at {port}:\n" + "".join(process.lines))
        time.sleep(0.05)


@contextmanager
def running_api(
    copy: Copy, port: int, database: Path, app: str = "app.main:app"
) -> Iterator[Process]:
    """
    Run uvicorn with two workers, FluidKit switched off.
    """
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port), "--workers", "2"]
    variables = {
        "FLUIDKIT_ENABLED": "0",
        "BOARD_DATABASE": str(database),
        "BOARD_SECRET": "of the tests",
    }
    command += ["--timeout-graceful-shutdown", "5", "--no-access-log"]
    # A machine that is busy starts a worker slowly: uvicorn would give a rolling restart up.
    command += ["--timeout-worker-healthcheck", "60"]
    with running(command, copy.backend, variables) as process:
        wait_for(port, process)
        yield process


@contextmanager
def running_web(
    build: Path, port: int, api: str, origin: str, variables: Mapping[str, str] | None = None
) -> Iterator[Process]:
    """
    Run the built pages.
    """
    settings = {
        "FLUIDKIT_URL": api,
        "HOST": "127.0.0.1",
        "ORIGIN": origin,
        "PORT": str(port),
        "SHUTDOWN_TIMEOUT": "1",
        "PROBED": str(probed(build, port)),
    }
    command = [*NODE, str(build)]
    with running(command, build.parent, {**settings, **(variables or {})}) as process:
        wait_for(port, process)
        yield process


@contextmanager
def running_nginx(folder: Path, port: int, webs: list[int]) -> Iterator[Process]:
    """
    Run nginx with the configuration that the documentation shows, as an ordinary process.

    *folder* is for its temporary files; *webs* are the ports of the pages' servers.
    """
    shown = NGINX_CONF.read_text(encoding="utf-8")
    servers = "\n".join(f"server 127.0.0.1:{each} max_fails=0;" for each in webs)
    site = shown
    for old, new in (
        ("server web:3000 max_fails=0;", servers),
        ("listen 80;", f"listen 127.0.0.1:{port};"),
    ):
        assert old in site
        site = site.replace(old, new)
    temporary = "".join(
        f"{name}_temp_path {folder / name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "site.conf").write_text(site, encoding="utf-8")
    whole = f"""
        daemon off;
        {"user root;" if os.geteuid() == 0 else ""}
        pid {folder}/nginx.pid;
        error_log stderr warn;
        events {{ worker_connections 2048; }}
        http {{ access_log off; {temporary} include {folder}/site.conf; }}
    """
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    command = [find_nginx(), "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with running(command, folder) as process:
        wait_for(port, process)
        yield process


def restart_workers(api: Process) -> None:
    """
    Have uvicorn replace its workers one after the other, and wait until it has.
    """
    before = worker_pids(api)
    api.handle.send_signal(signal.SIGHUP)
    deadline = time.monotonic() + 60
    while (now := worker_pids(api)) & before or len(now) < len(before):
        assert time.monotonic() < deadline, "".join(api.lines)
        time.sleep(0.1)


def worker_pids(api: Process) -> set[int]:
    """
    Return the processes that serve; not the one that Python's multiprocessing tracks them with.
    """
    found = set()
    for pid in children(api.handle.pid):
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        if b"spawn_main" in command:
            found.add(pid)
    return found


def children(pid: int) -> list[int]:
    """
    Return the processes that *pid* has started.
    """
    return [
        int(each)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for each in (task / "children").read_text().split()
    ]


def memory(pid: int) -> float:
    """
    Return what a process holds in memory, in MB.
    """
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


@dataclass(frozen=True)
class Held:
    """
    What a Node process holds, all garbage collected.
    """

    heap: float
    """In MB."""
    resources: dict[str, int]
    """Sockets, timers and the like that keep it alive, by kind."""
    listeners: int
    """Of the process itself."""


def probed(build: Path, port: int) -> Path:
    """
    Return the file into which a server that `running_web` has started writes what it holds.
    """
    return build.parent / f"probed-{port}.json"


def probe(process: subprocess.Popen[str], file: Path) -> Held:
    """
    Ask a process that runs in `NODE` what it holds; *file* is where it writes that.
    """
    file.unlink(missing_ok=True)
    process.send_signal(signal.SIGUSR2)
    deadline = time.monotonic() + 20
    while not file.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return Held(**json.loads(file.read_text()))


@dataclass
class Site:
    """
    The demo, running in its production form.
    """

    copy: Copy
    build: Path
    database: Path
    api_port: int = field(default_factory=free_port)
    web_port: int = field(default_factory=free_port)
    nginx_port: int = field(default_factory=free_port)

    @property
    def api_url(self) -> str:
        """
        Where the API is: for the pages' server alone.
        """
        return f"http://127.0.0.1:{self.api_port}"

    @property
    def url(self) -> str:
        """
        Where visitors reach the pages' server itself.
        """
        return f"http://127.0.0.1:{self.web_port}"

    @property
    def nginx_url(self) -> str:
        """
        Where visitors reach nginx.
        """
        return f"http://127.0.0.1:{self.nginx_port}"


def log_in(url: str, handle: str) -> str:
    """
    Log in through the proxy, and return the cookie.
    """
    request = urllib.request.Request(
        f"{url}/api/login",
        data=json.dumps({"handle": handle, "password": "incident"}).encode(),
        headers={"content-type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        cookie: str = answer.headers["set-cookie"].partition(";")[0]
        return cookie


def subprocess_output(command: list[str], **variables: str) -> str:
    """
    Run *command*, and return what it says.
    """
    return subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **variables}
    ).stdout
