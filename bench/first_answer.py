"""
From a save to the first answer under `uvicorn --reload`, with `integrate` in the app and without.

    python bench/first_answer.py [ROUTES …]

Two servers of the same app, each with a project of its own, wait beside each other. In turn a field
of a model is renamed in each, and a client asks until the new code answers: for the last route of
the app, so that FastAPI has to look at all of them. Counted are the seconds from the save to that
answer, and the CPU seconds of the process that gives it, up to then.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from generation import HEAD, ROUTE, ROUTES_OF_ROUTER

SIZES = (100, 500)
SAVES = 20
"""Of each side: uvicorn looks every 0.1 s for a wish to stop, so a single save says little."""
PATIENCE = 120.0
"""Seconds for an answer, or for the client to be written."""

MAIN = """
import os
import time
from fastapi import FastAPI
{imports}

app = FastAPI()
if "WITH_FLUIDKIT" in os.environ:
    import fluidkit
    fluidkit.integrate(app, output="client")
{includes}

@app.get("/version")
def version() -> dict[str, float]:
    return {{"version": part0.VERSION, "cpu": time.process_time()}}
"""


@dataclass
class Side:
    """
    A server, and what was measured of it.
    """

    name: str
    root: Path
    size: int
    port: int = 0
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    written: list[float] = field(default_factory=list)
    """From the save to the client on disk."""

    @property
    def writes(self) -> bool:
        """
        Whether it has a client.
        """
        return self.name == "with"

    def start(self) -> subprocess.Popen[bytes]:
        """
        Make the app, and start its server.
        """
        self.root.mkdir()
        (self.root / "pyproject.toml").touch()
        parts = range(0, self.size, ROUTES_OF_ROUTER)
        for part in parts:
            self.write(part, 0)
        imports = "\n".join(f"from shop import part{part}" for part in parts)
        includes = "\n".join(f"app.include_router(part{part}.router)" for part in parts)
        main = MAIN.format(imports=imports, includes=includes)
        (self.root / "main.py").write_text(main, encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        environment = {key: value for key, value in os.environ.items() if key != "WITH_FLUIDKIT"}
        if self.writes:
            environment["WITH_FLUIDKIT"] = "1"
        command = [sys.executable, "-m", "uvicorn", "main:app", "--reload", "--no-access-log"]
        return subprocess.Popen(
            [*command, "--log-level", "error", "--port", str(self.port)],
            cwd=self.root,
            env=environment,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def write(self, part: int, version: int) -> None:
        """
        Write a module of routes; `version` is the name of a field in each of its models.
        """
        numbers = range(part, min(self.size, part + ROUTES_OF_ROUTER))
        routes = "".join(ROUTE.format(n=n) for n in numbers)
        routes = routes.replace("    title:", f"    version{version}: int = 0\n    title:")
        text = f"{HEAD.format(part=part)}\nVERSION = {version}\n{routes}"
        folder = self.root / "shop"
        folder.mkdir(exist_ok=True)
        # Whole at once, as editors save.
        (folder / "new").write_text(text, encoding="utf-8")
        (folder / "new").replace(folder / f"part{part}.py")

    def save(self, version: int) -> None:
        """
        Save, and measure.
        """
        started = time.perf_counter()
        self.write(0, version)
        cpu = self.answer(version)
        self.seconds.append(time.perf_counter() - started)
        self.cpu.append(cpu)
        if self.writes:
            self.wait_for_client(version)
            self.written.append(time.perf_counter() - started)

    def answer(self, version: int) -> float:
        """
        Ask until the code of *version* answers; return the CPU seconds of its process.
        """
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            try:
                connection.request("GET", "/version")
                answer = json.loads(connection.getresponse().read())
            except (OSError, http.client.HTTPException):
                answer = {"version": -1}
            finally:
                connection.close()
            if answer["version"] == version:
                return float(answer["cpu"])
            time.sleep(0.005)
        raise TimeoutError

    def wait_for_client(self, version: int) -> None:
        """
        Wait until the types are written.
        """
        file = self.root / "client" / "generated" / "shop" / "part0.d.ts"
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if file.exists() and f"version{version}'" in file.read_text(encoding="utf-8"):
                return
            time.sleep(0.005)
        raise TimeoutError


def main(sizes: list[int]) -> None:
    """
    Print a row for each size.
    """
    print("From a save to the first answer, medians; ratios of medians (of saves in turn)")
    print("routes  without, s  with, s  ratio  without, CPU s  with, CPU s  ratio  client, s")
    for size in sizes:
        measure(size)


def measure(size: int) -> None:
    """
    Measure an app of *size* routes.
    """
    with tempfile.TemporaryDirectory() as name:
        sides = [Side(each, Path(name, each).resolve(), size) for each in ("without", "with")]
        servers = [side.start() for side in sides]
        try:
            for side in sides:
                side.answer(0)
            sides[1].wait_for_client(0)
            for version in range(1, SAVES + 1):
                # Whoever comes first is the other one each time.
                for side in sides if version % 2 else sides[::-1]:
                    time.sleep(1.2)  # a `.pyc` of the same second would be taken for current
                    side.save(version)
        finally:
            for server in servers:
                os.killpg(server.pid, signal.SIGTERM)
                server.wait()
    without, with_ = sides
    print(
        f"{size:6}  {middle(without.seconds):>10}  {middle(with_.seconds):>7}"
        f"  {ratio(with_.seconds, without.seconds)}"
        f"  {middle(without.cpu):>14}  {middle(with_.cpu):>11}  {ratio(with_.cpu, without.cpu)}"
        f"  {middle(with_.written):>9}",
        flush=True,
    )


def middle(seconds: list[float]) -> str:
    """
    Write the median.
    """
    return f"{statistics.median(seconds):.2f}"


def ratio(some: list[float], others: list[float]) -> str:
    """
    Write the ratio of the medians, and the median of the ratios of saves in turn.
    """
    pairs = [one / other for one, other in zip(some, others, strict=True)]
    whole = statistics.median(some) / statistics.median(others)
    return f"{whole:.2f} ({statistics.median(pairs):.2f})"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [*SIZES])
