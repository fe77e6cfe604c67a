"""
Changes to generations: `fluidkit watch` and `fluidkit dev`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from watchfiles import PythonFilter
from watchfiles import watch as changes_in

from .integration import SWITCH
from .layout import Project, find_project, find_trees
from .settings import Settings

_PATIENCE = 5.0
"""Seconds that a child has to end by itself."""

_MANAGERS = (
    ("bun.lock", "bun"),
    ("bun.lockb", "bun"),
    ("pnpm-lock.yaml", "pnpm"),
    ("yarn.lock", "yarn"),
    ("package-lock.json", "npm"),
)


def watch(target: str | None, *, factory: bool, app_dir: Path) -> None:
    """
    Generate now, and after each burst of changes to Python files, until Ctrl-C.

    Each time in a process of its own, as a module cannot be imported anew in ours.
    """
    command = [sys.executable, "-m", "fluidkit", "generate", "--app-dir", str(app_dir)]
    command += ["--factory"] if factory else []
    command += [target] if target is not None else []
    subprocess.run(command, check=False)
    root = find_project(app_dir.resolve() / "__main__.py").root
    _say("watch", f"Python files below {root.name}/, by {_mode()} (Ctrl-C ends it)")
    for _ in changes_in(root, watch_filter=PythonFilter(), raise_interrupt=False):
        subprocess.run(command, check=False)


def _mode() -> str:
    """
    Return how changes are noticed; watchfiles reads the same variable.
    """
    forced = os.environ.get("WATCHFILES_FORCE_POLLING", "").lower()
    return "notification" if forced in {"", "0", "false", "disable", "disabled"} else "polling"


def dev(
    name: str,
    project: Project,
    settings: Settings,
    factory: bool,
    app_dir: Path,
    host: str,
    port: int,
) -> int:
    """
    Run the server and the front end until one of them ends, or until Ctrl-C; return an exit code.
    """
    server = [sys.executable, "-m", "uvicorn", name, "--reload", "--reload-dir", str(app_dir)]
    server += ["--app-dir", str(app_dir), "--host", host, "--port", str(port)]
    server += ["--factory"] if factory else []
    children = [_start("api", server, Path.cwd(), {SWITCH: "1", "PYTHONUNBUFFERED": "1"})]
    tree = _front_end(project, settings)
    if tree is not None:
        script = [_manager(tree, project.root), "run", "dev"]
        environment = {"FLUIDKIT_URL": f"http://{host}:{port}"}
        try:
            children.append(_start("web", script, tree, environment))
        except FileNotFoundError:
            _say("web", f"{script[0]} is not installed: the front end is not started")
    return _wait(children)


@dataclass(frozen=True, slots=True)
class _Child:
    name: str
    process: subprocess.Popen[str]


def _front_end(project: Project, settings: Settings) -> Path | None:
    """
    Return the SvelteKit tree: the one that is written to, or the only one.
    """
    trees = find_trees(project)
    if settings.output is not None:
        trees = [tree for tree in trees if settings.output.resolve().is_relative_to(tree)]
    return trees[0] if len(trees) == 1 else None


def _manager(tree: Path, root: Path) -> str:
    """
    Return the package manager whose lock file is nearest: a workspace has it at its top.
    """
    for folder in (tree, *tree.parents):
        for lock, manager in _MANAGERS:
            if (folder / lock).exists():
                return manager
        if folder == root:
            break
    return "npm"


def _start(name: str, command: list[str], folder: Path, environment: Mapping[str, str]) -> _Child:
    """
    Start a child in a process group of its own: Ctrl-C reaches us alone, and we end them all.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "FORCE_COLOR": "1", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    assert process.stdout is not None
    threading.Thread(target=_forward, args=(name, process.stdout), daemon=True).start()
    return _Child(name, process)


def _forward(name: str, lines: IO[str]) -> None:
    for line in lines:
        _say(name, line.rstrip("\n"))


def _say(name: str, text: str) -> None:
    sys.stdout.write(f"{name}  {text}\n")
    sys.stdout.flush()


def _wait(children: list[_Child]) -> int:
    ended = threading.Event()

    def stop(number: int, frame: object) -> None:
        ended.set()

    former = {each: signal.signal(each, stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        while not ended.wait(0.1):
            for child in children:
                code = child.process.poll()
                if code is not None:
                    _say(child.name, f"ended with exit code {code}")
                    return code
        return 0
    finally:
        _end(children)
        for number, handler in former.items():
            signal.signal(number, handler)


def _end(children: Iterable[_Child]) -> None:
    """
    End every child with all that it started; who does not go is killed.
    """
    children = list(children)
    for number in (signal.SIGINT, signal.SIGKILL):
        for child in children:
            _signal(child, number)
        for child in children:
            try:
                child.process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                continue


def _signal(child: _Child, number: signal.Signals) -> None:
    try:
        os.killpg(child.process.pid, number)
    except (ProcessLookupError, PermissionError):
        return  # the whole group has gone
