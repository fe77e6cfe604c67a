"""
What FluidKit costs in production: an app's start with `FLUIDKIT_ENABLED=0`, and without FluidKit.

    python bench/switch.py [PAIRS]

Each start is a process of its own that imports an app of a hundred routes and runs its lifespan.
The kinds take turns, forwards and backwards, so that the machine's moods hit all alike. A third one
has FluidKit on, for comparison: what it does before the app serves, its thread not awaited.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUTES = 100
START = """
import asyncio, time
began = time.perf_counter(), time.process_time()
import main

async def start():
    async with main.app.router.lifespan_context(main.app):
        print(time.perf_counter() - began[0], time.process_time() - began[1], flush=True)
        import os
        os._exit(0)

asyncio.run(start())
"""
HEAD = "from fastapi import FastAPI\nfrom pydantic import BaseModel\n\napp = FastAPI()\n"
ROUTE = """

class Item{0}(BaseModel):
    id: int
    name: str


@app.post("/items/{0}")
def read_{0}(item: Item{0}) -> Item{0}:
    return item
"""
LINES = "\n\nimport fluidkit\n\nfluidkit.integrate(app)\n"


def write(folder: Path, *, integrated: bool) -> None:
    """
    Write an app into *folder*.
    """
    folder.mkdir()
    routes = "".join(ROUTE.format(number) for number in range(ROUTES))
    (folder / "main.py").write_text(HEAD + routes + (LINES if integrated else ""))


def start(folder: Path, switch: str) -> tuple[float, float]:
    """
    Start the app of *folder*, and return seconds of the clock and of the processor.
    """
    environment = {**os.environ, "FLUIDKIT_ENABLED": switch}
    # As where packages are installed: what is imported has been compiled.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder.parent / "compiled")
    done = subprocess.run(
        [sys.executable, "-c", START],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    clock, processor = map(float, done.stdout.split())
    return clock, processor


def main() -> None:
    """
    Measure and print a table.
    """
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        write(root / "without", integrated=False)
        write(root / "with", integrated=True)
        kinds = {
            "without FluidKit": (root / "without", "0"),
            "FLUIDKIT_ENABLED=0": (root / "with", "0"),
            "switched on": (root / "with", "1"),
        }
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in kinds}
        for number in range(pairs + 1):
            for name in [*kinds] if number % 2 else [*kinds][::-1]:
                measured = start(*kinds[name])
                if number:  # the first ones fill the caches
                    found[name].append(measured)
    print(f"{pairs} starts of each, {ROUTES} routes, in ms; loads: {os.getloadavg()[0]:.1f}")
    print(f"{'':20} {'clock, median':>14} {'CPU, median':>12} {'CPU, best':>10}")
    for name, times in found.items():
        clock, processor = zip(*times, strict=True)
        medians = statistics.median(clock) * 1e3, statistics.median(processor) * 1e3
        print(f"{name:20} {medians[0]:14.1f} {medians[1]:12.1f} {min(processor) * 1e3:10.1f}")


if __name__ == "__main__":
    main()
