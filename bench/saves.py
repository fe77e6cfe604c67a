"""
From a save to types on disk, beside what people use today, in one run.

    python bench/saves.py [ROUTES …] [--ways watch reload orval hey-api] [--saves N]

The app: modules of twenty routes, each with a request and a response model of its own, and one
model that the routes of every second module use. A save renames one field of one model, in the
module of the last routes ("leaf") or in the module that half of the others use ("shared"). What
counts is the time until a file of the client names the new field. The ways:

- watch: `fluidkit watch`
- reload: `uvicorn --reload`, the app calls `integrate`
- orval: watchfiles runs a script that writes openapi.json, then orval
- hey-api: `uvicorn --reload`, and openapi-ts looks at its openapi.json every 100 ms

Each of them is alone while it is measured, has made its first client before, and has a second
between two saves.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from watchfiles import watch as changes_in

SIZES = (45, 100, 500, 2000)
SAVES = {"watch": 20, "reload": 10, "orval": 10, "hey-api": 10}
FEWER = {
    500: {"reload": 5, "orval": 3, "hey-api": 3},
    2000: {"reload": 2, "orval": 2, "hey-api": 2},
}
"""Of the slow ways at the large sizes, where one model is as slow as the other: the leaf only."""

FEWER_SHARED = {2000: 5}
"""Of `watch`, of the shared model."""

OF_MODULE = 20
PATIENCE = 400.0
NODE = Path(__file__).parent / "node_modules" / ".bin"

HEAD = """
from datetime import datetime
from decimal import Decimal
from uuid import UUID
from fastapi import APIRouter
from pydantic import BaseModel, Field
{uses}
router = APIRouter(prefix="/part{part}", tags=["part{part}"])
"""
ROUTE = """
class Author{n}(BaseModel):
    id: int
    name{mark}: str
    email: str | None = None

class Item{n}In(BaseModel):
    title: str = Field(min_length=1, description="What it is called.")
    tags: list[str] = []
    price: Decimal | None = None

class Item{n}(Item{n}In):
    id: UUID
    created: datetime
    author: Author{n}{shared}

@router.post("/items{n}/{{item_id}}")
def save_item{n}(item_id: int, item: Item{n}In, dry_run: bool = False) -> Item{n}:
    \"\"\"
    Save one item.
    \"\"\"
    raise NotImplementedError
"""
SHARED = """
from pydantic import BaseModel

class Shared(BaseModel):
    id: int
    name{mark}: str
"""
MAIN = """
import json, os, sys, time
BEGAN = time.time(), time.process_time()
import fluidkit
from fastapi import FastAPI
{imports}
app = FastAPI()
{includes}
fluidkit.integrate(app)

if os.environ.get("BENCH_TIMES"):
    import fluidkit.output, fluidkit.pipeline
    marks = {{"import began": BEGAN, "import": (time.time(), time.process_time())}}

    def timed(module, name, label):
        function = getattr(module, name)

        def timed(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            finally:
                marks[label] = time.time(), time.process_time()
                if label == "write":
                    with open(os.environ["BENCH_TIMES"], "a") as file:
                        file.write(json.dumps(marks) + "\\n")

        setattr(module, name, timed)

    timed(fluidkit.pipeline, "read_app", "introspect")
    timed(fluidkit.pipeline, "render", "print")
    timed(fluidkit.output, "write", "write")
"""


@dataclass
class Shop:
    """
    The app on disk.
    """

    root: Path
    size: int
    saved: int = 0
    backend: Path = field(init=False)

    def __post_init__(self) -> None:
        self.backend = self.root / "backend"
        (self.root / ".git").mkdir(parents=True)
        package = self.backend / "shop"
        package.mkdir(parents=True)
        frontend = self.root / "frontend"
        frontend.mkdir()
        package_json = {"devDependencies": {"@sveltejs/kit": "^2.0.0"}}
        (frontend / "package.json").write_text(json.dumps(package_json))
        (package / "__init__.py").touch()
        parts = range(-(-self.size // OF_MODULE))
        for part in parts:
            self._write_part(part, "")
        self._write_shared("")
        imports = "\n".join(f"import shop.part{part}" for part in parts)
        includes = "\n".join(f"app.include_router(shop.part{part}.router)" for part in parts)
        (self.backend / "main.py").write_text(MAIN.format(imports=imports, includes=includes))
        (self.backend / "dump.py").write_text(
            "import json, main\njson.dump(main.app.openapi(), open('../openapi.json', 'w'))\n"
        )

    def save(self, which: str) -> tuple[str, float]:
        """
        Rename a field; return its new name, and when.
        """
        self.saved += 1
        mark = f"_{which}_{self.saved}"
        saved = time.time()
        if which == "leaf":
            self._write_part((self.size - 1) // OF_MODULE, mark)
        else:
            self._write_shared(mark)
        return f"name{mark}", saved

    def _write_part(self, part: int, mark: str) -> None:
        numbers = range(part * OF_MODULE, min(self.size, (part + 1) * OF_MODULE))
        # The last one needs nothing of others: it is the leaf.
        uses = (len(range(0, self.size, OF_MODULE)) - 1 - part) % 2 == 1
        text = HEAD.format(part=part, uses="from shop.shared import Shared" if uses else "")
        for n in numbers:
            shared = "\n    shared: Shared" if uses else ""
            text += ROUTE.format(n=n, shared=shared, mark=mark if n == numbers[-1] else "")
        (self.backend / "shop" / f"part{part}.py").write_text(text)

    def _write_shared(self, mark: str) -> None:
        (self.backend / "shop" / "shared.py").write_text(SHARED.format(mark=mark))


# --- The ways ---------------------------------------------------------------------------------


@contextmanager
def started(shop: Shop, commands: list[list[str]], **variables: str) -> Iterator[list[int]]:
    """
    Run *commands* until the end; yield their process ids.
    """
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", **variables}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody develops with that
    environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]])
    log = (shop.root / "log").open("ab")
    processes = [
        subprocess.Popen(
            command,
            cwd=shop.backend,
            env=environment,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        for command in commands
    ]
    try:
        yield [process.pid for process in processes]
    finally:
        for process in processes:
            below = [process.pid, *descendants(process.pid)]
            for pid in below:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
            process.wait()
        log.close()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def way(name: str, shop: Shop) -> Iterator[tuple[Callable[[str], Path], list[int]]]:
    """
    Start one of the ways; yield where a field's name will stand, and its processes.
    """
    client = shop.root / "frontend/src/lib/api/generated"
    last = (shop.size - 1) // OF_MODULE
    server = [sys.executable, "-m", "uvicorn", "main:app", "--reload", "--port", str(free_port())]
    match name:
        case "watch":
            command = [sys.executable, "-m", "fluidkit", "watch", "main:app"]
            with started(shop, [command], BENCH_TIMES=str(shop.root / "times")) as pids:
                yield (lambda which: client / f"shop/{_file(which, last)}.d.ts"), pids
        case "reload":
            with started(shop, [server]) as pids:
                yield (lambda which: client / f"shop/{_file(which, last)}.d.ts"), pids
        case "orval":
            orval = f"{NODE / 'orval'} --input ../openapi.json --output ../orval.ts --client fetch"
            script = shop.root / "orval.sh"
            script.write_text(f"{sys.executable} dump.py && {orval}\n")
            command = ["watchfiles", "--filter", "python", f"sh {script}", "."]
            with started(shop, [command], FLUIDKIT_ENABLED="0") as pids:
                yield (lambda _: shop.root / "orval.ts"), pids
        case _:
            url = f"http://127.0.0.1:{server[-1]}/openapi.json"
            command = [str(NODE / "openapi-ts"), "-i", url, "-o", "../hey-api", "-w", "100", "-p"]
            command += ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"]
            with started(shop, [server], FLUIDKIT_ENABLED="0") as pids:
                until(lambda: answers(int(server[-1])), "no server")
                with started(shop, [command]) as more:
                    yield (lambda _: shop.root / "hey-api/types.gen.ts"), [*pids, *more]


def _file(which: str, last: int) -> str:
    return f"part{last}" if which == "leaf" else "shared"


def answers(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def until(condition: Callable[[], bool], what: str) -> float:
    """
    Wait for *condition*, and return when it was met.
    """
    deadline = time.time() + PATIENCE
    while not condition():
        if time.time() > deadline:
            raise SystemExit(what)
        time.sleep(0.002)
    return time.time()


class Holds:
    """
    Whether a file names something: it is read when it has changed only.
    """

    def __init__(self, file: Path, text: str) -> None:
        self._file, self._text, self._seen = file, text.encode(), -1

    def __call__(self) -> bool:
        try:
            seen = self._file.stat().st_mtime_ns
        except FileNotFoundError:
            return False
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            return self._text in self._file.read_bytes()
        except FileNotFoundError:
            return False


# --- Measuring --------------------------------------------------------------------------------


@dataclass
class Measured:
    """
    Seconds of each save, by which model it changed; and megabytes of each process.
    """

    saves: dict[str, list[float]] = field(default_factory=dict)
    memory: list[str] = field(default_factory=list)
    stages: dict[str, list[tuple[float, float]]] = field(default_factory=dict)


def measure(name: str, size: int, saves: int, kinds: list[str]) -> Measured:
    """
    Measure one way on a new app.
    """
    measured = Measured()
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder).resolve() / "shop", size)
        with way(name, shop) as (place, pids):
            until(Holds(place("leaf"), "name"), f"{name}: no first client")
            time.sleep(3 + size / 100)
            for which in kinds:
                # The first save of a module is what comes before the others: it is not counted.
                one(shop, place, which)
                time.sleep(2 + size / 50 if name == "watch" else 2)
                times = []
                most = FEWER_SHARED.get(size, saves) if which == "shared" else saves
                for _ in range(min(saves, most)):
                    (shop.root / "times").unlink(missing_ok=True)
                    taken, saved = one(shop, place, which)
                    times += [taken]
                    if name == "watch":
                        time.sleep(0.05)
                        add_stages(measured.stages, which, shop.root / "times", saved)
                    time.sleep(1)
                measured.saves[which] = times
            measured.memory = [line for pid in pids for line in memory_of(pid)]
        if not measured.saves:
            shutil.copy(shop.root / "log", "/dev/stderr")
    return measured


def one(shop: Shop, place: Callable[[str], Path], which: str) -> tuple[float, float]:
    name, saved = shop.save(which)
    return until(Holds(place(which), name), f"{name} never came") - saved, saved


def add_stages(
    stages: dict[str, list[tuple[float, float]]], which: str, file: Path, saved: float
) -> None:
    """
    Add when the fork of one save came by its marks.
    """
    lines = file.read_text().splitlines() if file.exists() else []
    # An earlier one may have been confirmed meanwhile.
    found = [marks for marks in map(json.loads, lines) if marks["import began"][0] > saved]
    if not found:
        return
    marks = found[0]
    before, spent = saved, 0.0
    for label in ("import began", "import", "introspect", "print", "write"):
        at, cpu = marks.get(label, (before, spent))
        stages.setdefault(f"{which} {label}", []).append((at - before, cpu - spent))
        before, spent = at, cpu


def descendants(pid: int) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if parent == pid:
                found += [int(folder.name), *descendants(int(folder.name))]
    return found


def memory_of(pid: int) -> Iterator[str]:
    for each in [pid, *descendants(pid)]:
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text()
            command = Path(f"/proc/{each}/cmdline").read_text().split("\0")
        except OSError:
            continue
        size = {
            line.split(":")[0]: int(line.split()[1]) // 1024
            for line in rollup.splitlines()
            if line.startswith(("Rss:", "Pss:"))
        }
        name = " ".join(Path(part).name for part in command[:4] if part)
        if size:
            yield f"{name[:44]:44} RSS {size['Rss']:5} MB  PSS {size['Pss']:5} MB"


def floor(size: int) -> tuple[float, float]:
    """
    Return what nobody can go below: watchfiles' own time, and the import of the saved module.
    """
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder).resolve() / "shop", size)
        seen: list[float] = []
        stop = threading.Event()

        def look() -> None:
            changes = changes_in(shop.backend / "shop", step=10, debounce=400, stop_event=stop)
            seen.extend(time.time() for _ in changes)

        thread = threading.Thread(target=look)
        thread.start()
        time.sleep(0.5)
        times = []
        for _ in range(10):
            before = len(seen)
            _, saved = shop.save("leaf")
            until(lambda before=before: len(seen) > before, "no event")
            times.append(seen[before] - saved)
            time.sleep(0.1)
        stop.set()
        thread.join()
        code = (
            "import sys, time; sys.dont_write_bytecode = True;"
            "import fastapi, pydantic, shop.part0, shop.shared;"
            "started = time.perf_counter();"
            f"import shop.part{(size - 1) // OF_MODULE}; print(time.perf_counter() - started)"
        )
        taken = [
            float(
                subprocess.run(
                    [sys.executable, "-c", code],
                    cwd=shop.backend,
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout
            )
            for _ in range(3)
        ]
        return median(times), median(taken)


def shown(times: list[float]) -> str:
    """
    Write the median and the 95th percentile, in milliseconds.
    """
    ordered = sorted(times)
    last = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return f"{median(times) * 1000:.0f}, {last * 1000:.0f}"


def row(size: int, which: str, found: dict[str, Measured]) -> str:
    """
    Write one line of the table of saves.
    """
    times = {name: each.saves[which] for name, each in found.items() if which in each.saves}
    cells = [shown(times[name]) if name in times else "" for name in SAVES]
    others = [median(times[name]) for name in ("orval", "hey-api") if name in times]
    ratio = f"{min(others) / median(times['watch']):.1f}" if others and "watch" in times else ""
    return f"| {size:,} | {which} | {' | '.join(cells)} | {ratio} |"


def stages_row(size: int, which: str, watch: Measured, watched: float, imported: float) -> str:
    """
    Write where the time went after a save, and what nobody can go below.
    """
    labels = ("import began", "import", "introspect", "print", "write")
    stages = [watch.stages.get(f"{which} {label}", [(0.0, 0.0)]) for label in labels]
    cells = [f"{median(wall for wall, _ in each) * 1000:.0f}" for each in stages]
    spent = [f"{median(cpu for _, cpu in each) * 1000:.0f}" for each in stages[1:]]
    floor_ = f"{watched * 1000:.0f}, {imported * 1000:.0f}"
    return f"| {size:,} | {which} | {' | '.join(cells)} | {', '.join(spent)} | {floor_} |"


def main() -> None:
    """
    Measure, and print the tables of docs/benchmarks.md.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[*SIZES])
    parser.add_argument("--ways", nargs="*", default=[*SAVES])
    parser.add_argument("--kinds", nargs="*", default=["leaf", "shared"])
    parser.add_argument("--saves", type=int)
    given = parser.parse_args()
    saves, stages, memory = [], [], []
    for size in given.sizes:
        watched, imported = floor(size)
        found: dict[str, Measured] = {}
        for name in given.ways:
            is_slow = name in FEWER.get(size, {})
            kinds = [each for each in given.kinds if each == "leaf" or not is_slow]
            count = given.saves or FEWER.get(size, {}).get(name, SAVES[name])
            found[name] = measure(name, size, count, kinds)
            for which, times in found[name].saves.items():
                print(f"{size} {name} {which}: {len(times)} saves, {shown(times)} ms", flush=True)
            memory += [f"  {size:5} {name:8} {line}" for line in found[name].memory]
        saves += [row(size, which, found) for which in given.kinds]
        if "watch" in found:
            each = found["watch"]
            stages += [stages_row(size, which, each, watched, imported) for which in each.saves]
    print(
        "\n| routes | model | `fluidkit watch` | `uvicorn --reload` | orval | hey-api"
        " | the best of the last two ÷ `watch` |\n|---|---|---|---|---|---|---|"
    )
    print("\n".join(saves))
    print(
        "\n| routes | model | watch and fork | import | read | print | write"
        " | processor's time of the last four | floor: watchfiles, import |"
        "\n|---|---|---|---|---|---|---|---|---|"
    )
    print("\n".join(stages))
    print("\nMemory:\n" + "\n".join(memory))


if __name__ == "__main__":
    main()
