"""
Run the tests with older and newer versions of Python, FastAPI and pydantic.

    .venv/bin/python scripts/matrix.py            # each with each: tests/matrix.toml
    .venv/bin/python scripts/matrix.py --whole    # and all that there is in each
    .venv/bin/python scripts/matrix.py oldest     # the quick part with the oldest of all
    .venv/bin/python scripts/matrix.py all py3.13 fastapi0.140.0

Each combination has a virtual environment in `.matrix`, with every package pinned, which is kept.
Half of the combinations run the whole part, so that any two versions meet in one of them; the
others run the quick part.
What is printed last is one table. The exit code is 1 where a test failed, was skipped for any
reason but the version, or where two Pythons print different clients.
"""

from __future__ import annotations

import argparse
import filecmp
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".matrix"
UV = Path(sys.executable).with_name("uv")
"""Twice as fast as pip, with one copy of each file: where `make matrix` has installed it."""
PACKAGES = [
    *("fastapi", "pydantic", "pydantic-settings", "rich", "typer", "watchfiles", "uvicorn"),
    *("httpx", "hypothesis", "pytest", "pytest-xdist", "python-multipart", "sqlmodel"),
    *("sse-starlette", "hatchling", "editables", "email-validator", "httptools", "uvloop"),
    "pydantic-extra-types[phonenumbers,pycountry]",
]
WHOLE = [
    "tests/introspection",
    "tests/functional",
    "tests/wire",
    *("tests/test_cli.py", "tests/test_integration.py", "tests/test_pipeline.py"),
    *("tests/test_loading.py", "tests/test_settings.py", "tests/test_messages.py"),
    *("tests/live/test_watch.py", "tests/live/test_interruption.py"),
    *("tests/live/test_upkeep.py", "tests/live/test_dev.py"),
    "tests/typescript/test_rendering.py",
]
"""What depends on what an app is made of, or on the server that runs it."""
QUICK = [
    *("tests/introspection/test_endpoints.py", "tests/introspection/test_native_streams.py"),
    *("tests/introspection/test_parameters.py", "tests/introspection/test_results.py"),
    *("tests/introspection/test_routes.py", "tests/introspection/test_streams_live.py"),
    *("tests/introspection/test_types.py", "tests/introspection/test_ugly.py"),
    "tests/functional/test_streaming.py",
    "tests/test_settings.py",
    "tests/test_cli.py::test_generate_writes_the_client",
    "tests/test_cli.py::test_check_of_a_current_client",
    "tests/test_integration.py::test_each_reload_writes_what_changed",
    "tests/test_integration.py::test_the_users_lifespan_runs_around_ours",
    "tests/live/test_watch.py::test_one_line_says_what_changed",
    "tests/live/test_watch.py::test_an_error_is_shown_once_and_the_next_save_recovers",
    "tests/live/test_interruption.py::test_streams_break_when_the_server_ends",
]
"""What `make test` runs with the oldest versions."""
OTHER_SKIPS = re.compile(r"may not mount a file system|got empty parameter set")
"""Skips that no version causes."""


@dataclass(frozen=True)
class Cell:
    """
    One combination; None is the newest version.
    """

    python: str
    fastapi: str | None
    pydantic: str | None
    overrides: dict[str, str] = field(hash=False)
    whole: bool
    """Whether all of `WHOLE` is run, or `QUICK`."""

    @property
    def name(self) -> str:
        """
        What it is called on the command line and in the table.
        """
        return f"py{self.python}-{self.versions}"

    @property
    def versions(self) -> str:
        """
        The combination without Python.
        """
        return f"fastapi{self.fastapi or '-newest'}-pydantic{self.pydantic or '-newest'}"

    @property
    def folder(self) -> Path:
        """
        Where its environment and its results are.
        """
        return FOLDER / self.name


@dataclass(frozen=True)
class Outcome:
    """
    What became of a cell.
    """

    cell: Cell
    seconds: float
    counts: Counter[str] = field(default_factory=Counter)
    problem: str = ""


def main() -> None:
    """
    Run the cells that are asked for, and print the table.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("part", choices=["all", "oldest"], nargs="?", default="all")
    parser.add_argument("only", nargs="*", help="parts of a cell's name, all of which it has")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--quick", action="store_true", help="run the quick part in each cell")
    part.add_argument("--whole", action="store_true", help="run the whole part in each cell")
    parser.add_argument("--setup", action="store_true", help="make the environments only")
    parser.add_argument("--jobs", type=int, default=2, help="cells at a time")
    options = parser.parse_intermixed_args()

    found = list(cells())
    if options.part == "oldest":  # with the oldest Python that this machine has
        found = [next((cell for cell in found if interpreter(cell.python)), found[0])]
    found = [cell for cell in found if all(each in cell.name for each in options.only)]
    if options.whole or options.quick or options.part == "oldest":
        found = [replace(cell, whole=options.whole) for cell in found]
    found.sort(key=lambda cell: not cell.whole)  # what takes longest comes first

    def work(cell: Cell) -> Outcome:
        outcome = set_up(cell) if options.setup else run(cell, alone=len(found) == 1)
        print(_row(outcome), flush=True)
        return outcome

    with ThreadPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(work, found))
    different = [] if options.setup else list(differences(found))
    print("\n" + table(outcomes))
    for line in different:
        print(line)
    sys.exit(any(outcome.problem for outcome in outcomes) or bool(different))


# --- Cells ------------------------------------------------------------------------------------


def cells() -> Iterator[Cell]:
    """
    Yield each combination, the oldest first.

    Every other one is run whole: with two versions of pydantic, any two versions meet in these.
    """
    versions = tomllib.loads((ROOT / "tests/matrix.toml").read_text(encoding="utf-8"))
    for i, python in enumerate(versions["python"]):
        for j, (fastapi, beside) in enumerate(versions["fastapi"].items()):
            for k, (pydantic, below) in enumerate(versions["pydantic"].items()):
                chosen = {"fastapi": fastapi, "pydantic": pydantic}
                exact = {name: each for name, each in chosen.items() if each != "newest"}
                yield Cell(
                    python=python,
                    fastapi=exact.get("fastapi"),
                    pydantic=exact.get("pydantic"),
                    overrides={**beside, **below, **exact},
                    whole=(i + j + k) % 2 == 0,
                )


def constraints(cell: Cell) -> dict[str, str]:
    """
    Return the version of every package that the cell may hold.
    """
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    locked = dict(line.split("==") for line in lines if "==" in line)
    everything = {**locked, **cell.overrides}
    return {_normal(name): version for name, version in everything.items()}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


# --- Environments -----------------------------------------------------------------------------


def set_up(cell: Cell) -> Outcome:
    """
    Make the environment of a cell, unless it is there.
    """
    started = time.monotonic()
    pins = "".join(f"{name}=={version}\n" for name, version in sorted(constraints(cell).items()))
    stamp = cell.folder / "made"
    mark = hashlib.sha256(f"{PACKAGES}{pins}".encode()).hexdigest()
    if stamp.exists() and stamp.read_text() == mark:
        return Outcome(cell, 0)
    python = interpreter(cell.python)
    if python is None:
        return Outcome(cell, 0, problem=f"there is no Python {cell.python}")
    shutil.rmtree(cell.folder, ignore_errors=True)
    cell.folder.mkdir(parents=True)
    pinned = cell.folder / "constraints.txt"
    pinned.write_text(pins)
    try:
        pip = _empty(python, cell.folder / "venv")
        pip("install", "--quiet", "--compile", "--constraint", pinned, *PACKAGES)
        pip("install", "--quiet", "--no-build-isolation", "--no-deps", "--editable", ROOT)
        pip("check")
        listed = pip("list", "--format=freeze").split()
    except subprocess.CalledProcessError as error:
        return Outcome(cell, time.monotonic() - started, problem=_last_line(error))
    free = {_normal(each.split("==")[0]) for each in listed} - constraints(cell).keys()
    if free := free - {"fluidkit", "pip", "setuptools"}:
        return Outcome(cell, 0, problem=f"not pinned: {', '.join(sorted(free))}")
    stamp.write_text(mark)
    return Outcome(cell, time.monotonic() - started)


def _empty(python: Path, venv: Path) -> Callable[..., str]:
    """
    Make an environment, and return what calls pip for it.
    """
    if UV.exists():
        _call(UV, "venv", "--quiet", "--python", python, venv)
        return lambda command, *rest: _call(UV, "pip", command, "--python", venv, *rest)
    _call(python, "-m", "venv", venv)
    return lambda *rest: _call(venv / "bin/python", "-m", "pip", *rest)


def interpreter(version: str) -> Path | None:
    """
    Find a Python on the PATH, or among pyenv's.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    named = [Path(folder) / f"python{version}" for folder in os.get_exec_path()]
    for python in (*named, *sorted(pyenv.glob(f"versions/{version}.*/bin/python"))):
        if python.exists() and _works(python, version):
            return python
    return None


def _works(python: Path, version: str) -> bool:
    # pyenv has a command of each name, which fails where that version is not chosen; a virtual
    # environment's own would make one that ends with it.
    program = "import ensurepip, sys; print(*sys.version_info[:2], sys.prefix == sys.base_prefix)"
    done = subprocess.run([python, "-c", program], capture_output=True, text=True, check=False)
    return done.stdout.split() == [*version.split("."), "True"]


def _call(*command: object) -> str:
    arguments = [str(each) for each in command]
    done = subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=ROOT)
    return done.stdout


def _last_line(error: subprocess.CalledProcessError) -> str:
    lines = [line for line in f"{error.stdout}\n{error.stderr}".splitlines() if line.strip()]
    wrong = [line for line in lines if line.startswith("ERROR")] or lines[-1:]
    return " ".join(wrong)


# --- Tests ------------------------------------------------------------------------------------


def run(cell: Cell, *, alone: bool) -> Outcome:
    """
    Run the tests in the environment of a cell, and print its clients.
    """
    made = set_up(cell)
    if made.problem:
        return made
    started = time.monotonic()
    python, results = cell.folder / "venv/bin/python", cell.folder / "results.xml"
    results.unlink(missing_ok=True)
    workers = ["-n", "2", "--dist", "loadgroup", "--no-loadscope-reorder"] if alone else []
    tests = WHOLE if cell.whole else QUICK
    command = [python, "-m", "pytest", *tests, *workers, "--quiet", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    with (cell.folder / "output.txt").open("w") as output:
        subprocess.run(
            [*command, f"--junitxml={results}"],
            check=False,
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    if not results.exists():
        return Outcome(cell, 0, problem=f"pytest ended early: {cell.folder / 'output.txt'}")
    counts, problems = read_results(results, newest=not (cell.fastapi or cell.pydantic))
    problems += print_trees(cell)
    return Outcome(cell, time.monotonic() - started, counts, "; ".join(problems[:4]))


def read_results(results: Path, *, newest: bool) -> tuple[Counter[str], list[str]]:
    """
    Count what pytest reported, and say what must not be.
    """
    counts: Counter[str] = Counter()
    problems = []
    for case in ElementTree.parse(results).iter("testcase"):  # noqa: S314 -- pytest wrote it
        name = f"{case.get('classname')}::{case.get('name')}"
        reasons = [each.get("message") or "" for each in case.iter("skipped")]
        if any(True for tag in ("failure", "error") for _ in case.iter(tag)):
            counts["failed"] += 1
            problems.append(f"failed: {name}")
        elif reasons:
            by_version = reasons[0].startswith("needs ") and (
                not newest or reasons[0].startswith("needs python ")
            )
            counts["newer" if by_version else "skipped"] += 1
            if not by_version and not OTHER_SKIPS.search(reasons[0]):
                problems.append(f"skipped: {name}: {reasons[0]}")
        else:
            counts["passed"] += 1
    return counts, problems


def print_trees(cell: Cell) -> list[str]:
    """
    Print the clients of the tests' apps with the versions of a cell.
    """
    trees = cell.folder / "trees"
    shutil.rmtree(trees, ignore_errors=True)
    try:
        _call(cell.folder / "venv/bin/python", "tests/matrix_trees.py", trees)
    except subprocess.CalledProcessError as error:
        return [f"no clients: {_last_line(error)}"]
    return []


def differences(found: Sequence[Cell]) -> Iterator[str]:
    """
    Yield the files that two Pythons print in different ways, for the same FastAPI and pydantic.
    """
    first: dict[str, Cell] = {}
    for cell in found:
        other = first.setdefault(cell.versions, cell)
        names = {
            file.relative_to(each.folder / "trees").as_posix()
            for each in (cell, other)
            for file in (each.folder / "trees").rglob("*")
            if file.is_file()
        }
        _, unequal, missing = filecmp.cmpfiles(
            cell.folder / "trees", other.folder / "trees", sorted(names), shallow=False
        )
        for name in (*unequal, *missing):
            yield f"{name} differs between {other.name} and {cell.name}"


# --- The table --------------------------------------------------------------------------------


def table(outcomes: Sequence[Outcome]) -> str:
    """
    Return all outcomes as a table in Markdown.
    """
    heads = ["Python", "FastAPI", "pydantic", "part", "passed", "need newer versions"]
    heads += ["skipped", "failed", "s"]
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *map(_row, outcomes)]
    return "\n".join(lines)


def _row(outcome: Outcome) -> str:
    cell, counts = outcome.cell, outcome.counts
    pins = constraints(cell)
    cells = [
        *(cell.python, pins["fastapi"], pins["pydantic"], "whole" if cell.whole else "quick"),
        *(str(counts[each]) for each in ("passed", "newer", "skipped", "failed")),
        f"{outcome.seconds:.0f}",
    ]
    problem = f" {outcome.problem}" if outcome.problem else ""
    return f"| {' | '.join(cells)} |{problem}"


if __name__ == "__main__":
    main()
