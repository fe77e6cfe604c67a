"""
Generation beside `app.openapi()`, on the same app and in one run.

    python bench/generation.py [ROUTES …]

Each route has a request and a response model of its own. The best of three runs in CPU seconds; a
ratio below 1 means that all of a generation costs less than the OpenAPI document alone.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI

from fluidkit import pipeline
from fluidkit.layout import find_project
from fluidkit.settings import read_settings

RUNS = 3

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

@app.post("/items{n}/{{item_id}}")
def save_item{n}(item_id: int, item: Item{n}In, dry_run: bool = False) -> Item{n}:
    \"\"\"
    Save one item.
    \"\"\"
    raise NotImplementedError
"""
HEAD = """
from datetime import datetime
from decimal import Decimal
from uuid import UUID
from fastapi import FastAPI
from pydantic import BaseModel, Field
app = FastAPI()
"""


def main(sizes: list[int]) -> None:
    """
    Print a row for each size.
    """
    print("routes  openapi()  generation  nothing changed  ratio  ratio")
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            folder = Path(name, str(size)).resolve()
            folder.mkdir()
            (folder / "pyproject.toml").touch()
            print(row(folder, size))


def row(folder: Path, size: int) -> str:
    """
    Measure an app with *size* routes.
    """
    openapi = best(lambda: load(folder, size).openapi)
    first = best(lambda: generation(load(folder, size), folder, fresh=True))
    again = best(lambda: generation(load(folder, size), folder, fresh=False))
    return (
        f"{size:6}  {openapi:8.3f}s  {first:9.3f}s  {again:14.3f}s"
        f"  {first / openapi:5.2f}  {again / openapi:5.2f}"
    )


def load(folder: Path, size: int) -> FastAPI:
    """
    Return a new app with *size* routes.
    """
    file = folder / "main.py"
    source = HEAD + "".join(ROUTE.format(n=n) for n in range(size))
    file.write_text(source, encoding="utf-8")
    module = type(sys)("main")
    module.__file__ = str(file)
    sys.modules["main"] = module
    exec(compile(source, str(file), "exec"), module.__dict__)  # noqa: S102 -- our own text
    app: FastAPI = module.__dict__["app"]
    return app


def generation(app: FastAPI, folder: Path, *, fresh: bool) -> Callable[[], object]:
    """
    Return what generates the client of *app*, into an empty folder or over the same files.
    """
    project = find_project(folder / "main.py")
    output = "client" if not fresh else f"client{time.monotonic_ns()}"
    settings = read_settings(project, {"output": output})
    if not fresh:
        pipeline.generate(app, project, settings)
    return lambda: pipeline.generate(app, project, settings)


def best(prepare: Callable[[], Callable[[], object]]) -> float:
    """
    Return the least CPU time of several runs; what *prepare* does is not counted.
    """
    times = []
    for _ in range(RUNS):
        run = prepare()
        started = time.process_time()
        run()
        times.append(time.process_time() - started)
    return min(times)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [45, 100, 500, 2000])
