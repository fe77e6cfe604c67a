"""
Every application, read in its own environment: with several hash seeds and two Pythons.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from environments import CACHE, environment, examples_source, variables
from recipes import HERE, Recipe, locked_version

RUNS = (("3.11", "0"), ("3.11", "1"), ("3.13", "2"))
"""Python and hash seed of each run: all of them have to write the same bytes."""
MEASURED = {"0": ["again"], "1": ["openapi"], "2": []}
"""What else each run measures, by its hash seed."""
WORK = CACHE / "work"
MINUTES = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What one run of the probe answered, and the files that it wrote.
    """

    answers: list[dict[str, Any]]
    files: Mapping[str, bytes]
    folder: Path


class ProbeError(Exception):
    """
    A probe that gave no answer.
    """


def read_application(recipe: Recipe, fluidkit: Path) -> Iterator[Reading]:
    """
    Yield what each run gives of an application, in the order of `RUNS`.
    """
    for python, seed in RUNS:
        interpreter = environment(recipe, python)
        folder = _fresh(f"{recipe.name}-{python}-{seed}")
        backend = folder / "backend"
        _copy_packages(recipe, interpreter, backend)
        (backend / "main.py").write_text(recipe.main.strip() + "\n", encoding="utf-8")
        frontend = folder / "frontend"
        frontend.mkdir()
        package = {"type": "module", "devDependencies": {"@sveltejs/kit": "^2.0.0"}}
        (frontend / "package.json").write_text(json.dumps(package))
        request = {
            "path": str(backend),
            "measure": MEASURED[seed],
            "apps": [{"app": "main:app", "anchor": str(backend / "main.py")}],
        }
        answers = _probe(recipe, interpreter, fluidkit, folder, seed, request)
        yield Reading(answers, _files(frontend / "src"), frontend)


def read_examples(recipe: Recipe, fluidkit: Path) -> Iterator[Reading]:
    """
    Yield what each run gives of FastAPI's examples.
    """
    source = examples_source(locked_version(recipe.lock, "fastapi")) / "docs_src"
    for python, seed in RUNS:
        interpreter = environment(recipe, python)
        folder = _fresh(f"{recipe.name}-{python}-{seed}")
        shutil.copytree(source, folder / "docs_src")
        for name in recipe.files:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).touch()
        answers: list[dict[str, Any]] = []
        for jobs in _batches(recipe, folder):
            request = {"path": str(folder), "measure": MEASURED[seed], "apps": jobs}
            answers += _probe(recipe, interpreter, fluidkit, folder, seed, request)
        yield Reading(answers, _files(folder / "clients"), folder / "clients")


def _batches(recipe: Recipe, folder: Path) -> Iterator[list[dict[str, Any]]]:
    modules = [
        ".".join(path.relative_to(folder).with_suffix("").parts)
        for path in sorted((folder / "docs_src").rglob("*.py"))
        if path.name != "__init__.py"
    ]
    yield [_job(each) for each in modules if each not in recipe.apart]
    yield from ([_job(each)] for each in recipe.apart)


def _job(module: str) -> dict[str, Any]:
    name = module.removeprefix("docs_src.").replace(".", "__")
    return {"app": f"{module}:app", "output": f"clients/{name}"}


def _fresh(name: str) -> Path:
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    (folder / ".git").mkdir(parents=True)
    return folder


def _copy_packages(recipe: Recipe, interpreter: Path, backend: Path) -> None:
    [site] = interpreter.parent.parent.glob("lib/python*/site-packages")
    for name in recipe.packages:
        # Only what is Python counts; what else a package brings, it finds where it is installed.
        shutil.copytree(
            site / name, backend / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )


def _probe(
    recipe: Recipe,
    interpreter: Path,
    fluidkit: Path,
    folder: Path,
    seed: str,
    request: dict[str, Any],
) -> list[dict[str, Any]]:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    own = {key: value.replace("{home}", str(home)) for key, value in recipe.environment.items()}
    done = subprocess.run(
        [str(interpreter), str(HERE / "probe.py")],
        input=json.dumps(request),
        env={
            **variables(),
            "HOME": str(home),
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(fluidkit),
            **own,
        },
        capture_output=True,
        text=True,
        timeout=60 * MINUTES,
        check=False,
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        msg = f"{recipe.name}: the probe ended with {done.returncode}:\n{done.stderr[-2000:]}"
        raise ProbeError(msg)
    answers: list[dict[str, Any]] = json.loads(lines[-1])
    (folder / "answers.json").write_text(json.dumps(answers, indent=2))
    return answers


@contextmanager
def kept_fluidkit() -> Iterator[Path]:
    """
    Copy the package as it is now, so that all runs read with the same one, and with nothing else of
    the checkout on the path.
    """
    CACHE.mkdir(exist_ok=True)
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", "src", "test")
    with tempfile.TemporaryDirectory(prefix="fluidkit-", dir=CACHE) as folder:
        shutil.copytree(HERE.parent / "fluidkit", Path(folder) / "fluidkit", ignore=ignored)
        yield Path(folder)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".fluidkit" not in path.parts
    }
