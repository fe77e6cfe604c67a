"""
A virtual environment for each application and Python, made once and kept in the cache.

uv makes them, as the second Python's costs nearly nothing then; `make corpus` installs it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from recipes import EVERYWHERE, HERE, Recipe

CACHE = HERE / ".cache"
UV = Path(sys.executable).with_name("uv")


class SetupError(Exception):
    """
    An environment that could not be made.
    """


def environment(recipe: Recipe, python: str) -> Path:
    """
    Return the interpreter of a recipe's environment for a Python such as "3.13".
    """
    folder = CACHE / "environments" / f"{recipe.name}-{python}"
    interpreter = folder / "bin" / "python"
    stamp = folder / "lock.sha256"
    wanted = hashlib.sha256(recipe.lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        _run([UV, "venv", "--quiet", "--clear", "--python", python, folder])
        install = [UV, "pip", "install", "--quiet", "--python", interpreter]
        _run([*install, "-r", recipe.lock])
        stamp.write_text(wanted)
    return interpreter


def lock(recipe: Recipe) -> None:
    """
    Choose the versions anew: one lock for every Python from 3.11 on.
    """
    command = [UV, "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--no-emit-index-url", "--no-annotate", "--no-header", "-o", recipe.lock, "-"]
    _run(command, given="\n".join([*recipe.wants, *EVERYWHERE]))


def examples_source(version: str) -> Path:
    """
    Return the folder that FastAPI's source distribution was unpacked into.
    """
    folder = CACHE / "sources"
    found = folder / f"fastapi-{version}"
    if not found.exists():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        _run([*command, "--no-binary", "fastapi", "-d", folder, f"fastapi=={version}"])
        _run(["tar", "-xzf", folder / f"fastapi-{version}.tar.gz", "-C", folder])
    return found


def variables() -> Mapping[str, str]:
    """
    Return the environment for children, in which every installed Python is on the path.
    """
    installed = sorted((Path.home() / ".pyenv" / "versions").glob("*/bin"))
    path = os.pathsep.join([*map(str, installed), os.environ["PATH"]])
    given = {key: value for key, value in os.environ.items() if not key.startswith("FLUIDKIT_")}
    return given | {"PATH": path, "UV_PYTHON_DOWNLOADS": "never"}


def _run(command: Sequence[str | Path], given: str = "") -> None:
    done = subprocess.run(
        [str(each) for each in command],
        input=given,
        env=variables(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        msg = f"{Path(command[0]).name} {command[1]} failed:\n{done.stderr.strip()}"
        raise SetupError(msg)
