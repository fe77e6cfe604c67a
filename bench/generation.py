"""
Generation beside `app.openapi()`, on the same app and in one run.

    python bench/generation.py [ROUTES …]

Each route has a request and a response model of its own, and routers of twenty routes are included
into the app. Everything is measured as a started app would have it: modules imported, garbage
collector on, routes not walked yet. Both sides are run in turn, so that a busy machine is busy for
both; the best of the runs counts, in CPU seconds. A ratio below 1 means that all of a generation
(walk, types, printing, writing) costs less than the OpenAPI document alone.
"""

from __future__ import annotations

import gc
import importlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from fastapi import FastAPI

import fluidkit.introspection.app as reading
from fluidkit import output, pipeline
from fluidkit.introspection import types
from fluidkit.layout import find_project
from fluidkit.settings import read_settings

SIZES = (45, 100, 500, 2000)
ROUTES_OF_ROUTER = 20
RUNS = {45: 5, 100: 4, 500: 3, 2000: 1}
"""How often each size is run; others as the next larger one."""

HEAD = """
from datetime import datetime
from decimal import Decimal
from uuid import UUID
from fastapi import APIRouter
from pydantic import BaseModel, Field
router = APIRouter(prefix="/part{part}", tags=["part{part}"])
"""
ROUTE = """
class Author{n}(BaseModel):
    id: int
    name: str
    email: str | None = None

class Item{n}In(BaseModel):
    title: str = Field(min_length=1, description="What it is called.")
    tags: list[str] = []
    price: Decimal | None = None

class Item{n}(Item{n}In):
    id: UUID
    created: datetime
    author: Author{n}

@router.post("/items{n}/{{item_id}}")
def save_item{n}(item_id: int, item: Item{n}In, dry_run: bool = False) -> Item{n}:
    \"\"\"
    Save one item.
    \"\"\"
    raise NotImplementedError
"""

STAGES: tuple[tuple[str, Any, str], ...] = (
    ("walk", reading, "iter_blocks"),
    ("types", reading, "read_types"),
    ("  pydantic", types, "annotated_schemas"),
    ("print", pipeline, "render"),
    ("write", output, "write"),
)
"""
What is timed inside of a generation: a name, and the function of a module.

In the walk FastAPI builds the routes of the included routers, as `openapi()` and the first request
do, too. What is left besides is the reading of the routes and of the source.
"""


@dataclass(slots=True)
class Times:
    """
    CPU seconds of the runs at one size.
    """

    openapi: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    stages: dict[str, list[float]] = field(default_factory=dict)


def main(sizes: list[int]) -> None:
    """
    Print a row for each size, then where the time goes.
    """
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve()
        (root / "pyproject.toml").touch()
        sys.path.insert(0, str(root))
        sys.dont_write_bytecode = True
        run(root, 1, Times())  # what the first run alone pays for: imports and the like
        print("Milliseconds of CPU a route, the best of several runs; ratios to openapi()")
        print("routes  openapi()  generation  ratio (median)  nothing changed  ratio (median)")
        measured = {size: measure(root, size) for size in sizes}
    print("\nWhere a generation's time goes, milliseconds of CPU a route")
    names = list(measured[sizes[0]].stages)
    print("routes", *(f"{name.strip():>10}" for name in names))
    for size, times in measured.items():
        print(f"{size:6}", *(f"{each(min(times.stages[name]), size):>10}" for name in names))


def measure(root: Path, size: int) -> Times:
    """
    Run an app of *size* routes several times, and print its row.
    """
    times = Times()
    for _ in range(next((runs for most, runs in RUNS.items() if size <= most), 1)):
        run(root, size, times)
    print(
        f"{size:6}  {each(min(times.openapi), size):>9}  {each(min(times.first), size):>10}"
        f"  {ratio(times.first, times.openapi):>14}  {each(min(times.again), size):>15}"
        f"  {ratio(times.again, times.openapi):>14}",
        flush=True,
    )
    return times


def each(seconds: float, size: int) -> str:
    """
    Write a route's share in milliseconds.
    """
    return f"{seconds / size * 1000:.2f}"


def ratio(some: list[float], others: list[float]) -> str:
    """
    Write the ratio of the best runs, and the median of the ratios of runs side by side.
    """
    pairs = [one / other for one, other in zip(some, others, strict=True)]
    return f"{min(some) / min(others):.2f} ({statistics.median(pairs):.2f})"


def run(root: Path, size: int, times: Times) -> None:
    """
    Measure each once, on an app that has done nothing yet.
    """
    app = load(root, size)
    times.openapi.append(seconds(app.openapi))
    folder = f"client{time.monotonic_ns()}"
    stages: dict[str, float] = {}
    with timed(stages):
        times.first.append(seconds(generation(load(root, size), root, folder)))
    outer = sum(stages[name] for name, _, _ in STAGES if not name.startswith(" "))
    stages["read"] = times.first[-1] - outer
    times.again.append(seconds(generation(load(root, size), root, folder)))
    for name, taken in stages.items():
        times.stages.setdefault(name, []).append(taken)


def load(root: Path, size: int) -> FastAPI:
    """
    Import a new app with *size* routes.
    """
    package = root / "shop"
    package.mkdir(exist_ok=True)
    for name in [name for name in sys.modules if name.partition(".")[0] == "shop"]:
        del sys.modules[name]
    parts = range(0, size, ROUTES_OF_ROUTER)
    for part in parts:
        numbers = range(part, min(size, part + ROUTES_OF_ROUTER))
        source = HEAD.format(part=part) + "".join(ROUTE.format(n=n) for n in numbers)
        (package / f"part{part}.py").write_text(source, encoding="utf-8")
    importlib.invalidate_caches()
    app = FastAPI()
    for part in parts:
        router: ModuleType = importlib.import_module(f"shop.part{part}")
        app.include_router(router.router)
    return app


def generation(app: FastAPI, root: Path, folder: str) -> Callable[[], object]:
    """
    Return what generates the client of *app* into *folder*.
    """
    project = find_project(root / "shop" / "main.py")
    settings = read_settings(project, {"output": folder})
    return lambda: pipeline.generate(app, project, settings)


def seconds(run: Callable[[], object]) -> float:
    """
    Return the CPU seconds that *run* takes.
    """
    gc.collect()
    started = time.process_time()
    run()
    return time.process_time() - started


@contextmanager
def timed(stages: dict[str, float]) -> Iterator[None]:
    """
    Note down what each of `STAGES` takes.
    """
    originals = [getattr(module, name) for _, module, name in STAGES]
    for (label, module, name), original in zip(STAGES, originals, strict=True):
        setattr(module, name, _timed(original, label, stages))
    try:
        yield
    finally:
        for (_, module, name), original in zip(STAGES, originals, strict=True):
            setattr(module, name, original)


def _timed(function: Callable[..., Any], label: str, stages: dict[str, float]) -> Any:
    def timed(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time()
        try:
            result = function(*args, **kwargs)
            return list(result) if isinstance(result, Iterator) else result
        finally:
            stages[label] = stages.get(label, 0.0) + time.process_time() - started

    return timed


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [*SIZES])
