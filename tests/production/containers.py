"""
A Dockerfile without Docker: its steps, run in fresh folders.

Enough for the demo's: FROM … AS, WORKDIR, COPY, ENV, RUN, EXPOSE, USER and CMD. Each stage has a
folder for its root, and a stage that begins with Python a virtual environment of its own. What a
base image brings is the machine's: that the images have what is needed is not tried here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from conftest import environment

IGNORED = shutil.ignore_patterns(
    *("node_modules", ".svelte-kit", "build", "__pycache__", "*.sqlite*", "*.files", ".fluidkit")
)
"""What `Dockerfile.dockerignore` leaves out, as far as it is in the way."""


@dataclass
class Stage:
    """
    What one FROM begins: a file system, its settings, and what is to run.
    """

    root: Path
    variables: dict[str, str] = field(default_factory=dict)
    folder: Path = Path()
    """Where commands run."""
    command: list[str] = field(default_factory=list)

    def place(self, path: str) -> Path:
        """
        Return where *path* of the image lies on this machine.
        """
        return self.root / path.lstrip("/") if path.startswith("/") else self.folder / path

    def environment(self, **more: str) -> dict[str, str]:
        """
        Return the variables of a process: a path of the image is one of this machine.
        """
        own = {
            name: str(self.place(value)) if value.startswith("/") else value
            for name, value in self.variables.items()
        }
        path = f"{self.root / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return environment(**{"PATH": path, "VIRTUAL_ENV": str(self.root / "venv"), **own, **more})


def instructions(dockerfile: Path) -> Iterator[tuple[str, str]]:
    """
    Yield each instruction with what it is given.
    """
    text = re.sub(r"^\s*#.*\n?", "", dockerfile.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip():
            name, _, rest = line.partition(" ")
            yield name, rest.strip()


def build(dockerfile: Path, context: Path, folder: Path) -> Mapping[str, Stage]:
    """
    Run all steps of *dockerfile*, and return its stages by name.
    """
    stages: dict[str, Stage] = {}
    stage = Stage(folder)
    for name, given in instructions(dockerfile):
        match name:
            case "FROM":
                base, _, called = given.partition(" AS ")
                stage = _begin(base, folder / called, stages)
                stages[called] = stage
            case "WORKDIR":
                stage.folder = stage.place(given)
                stage.folder.mkdir(parents=True, exist_ok=True)
            case "ENV":
                variable, _, value = given.partition("=")
                stage.variables[variable] = value
            case "COPY":
                _copy(given.split(), stage, context, stages)
            case "RUN":
                _run(given, stage)
            case "CMD":
                stage.command = json.loads(given)
            case "EXPOSE" | "USER":
                pass
            case _:
                msg = f"{name} is not known here"
                raise ValueError(msg)
    return stages


def _begin(base: str, root: Path, stages: Mapping[str, Stage]) -> Stage:
    if base in stages:
        former = stages[base]
        shutil.copytree(former.root, root, symlinks=True)
        moved = root / former.folder.relative_to(former.root)
        if (root / "venv").exists():  # its scripts name the place that they were made in
            for script in (root / "venv" / "bin").iterdir():
                if script.is_file() and not script.is_symlink():
                    text = script.read_bytes()
                    script.write_bytes(text.replace(bytes(former.root), bytes(root)))
        return Stage(root, dict(former.variables), moved, list(former.command))
    root.mkdir(parents=True)
    if base.startswith("python:"):
        subprocess.run([sys.executable, "-m", "venv", root / "venv"], check=True)
    return Stage(root, folder=root)


def _copy(words: list[str], stage: Stage, context: Path, stages: Mapping[str, Stage]) -> None:
    origin: Stage | None = None
    if words[0].startswith("--from="):
        origin = stages[words.pop(0).removeprefix("--from=")]
    *sources, target = words
    into = stage.place(target)
    for source in sources:
        found = origin.place(source) if origin else context / source
        if found.is_dir():
            ignore = None if origin else IGNORED
            shutil.copytree(found, into, ignore=ignore, dirs_exist_ok=True, symlinks=True)
        elif source == "/usr/local/bin/node":
            continue  # the machine's is on the path
        else:
            file = into / found.name if target.endswith("/") or into.is_dir() else into
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(found, file)


def _run(command: str, stage: Stage) -> None:
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=stage.folder,
        env=stage.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        msg = f"{command}\n{done.stdout}{done.stderr}"
        raise RuntimeError(msg)
