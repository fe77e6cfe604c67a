"""
`fluidkit watch` and `fluidkit dev`: the loop alone, or with the server and the front end.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from .calling import SWITCH
from .errors import LoadingError
from .integration import WRITER
from .layout import Project, find_project, find_trees
from .pages import pages_of
from .settings import Settings, read_settings, url_variable
from .warm import Job
from .watching import Loop, Say, end_group
from .workspace import open_workspace

_PATIENCE = 5.0
"""Seconds that a child has to end by itself."""

_COLORS = {"api": 32, "web": 35, "fluidkit": 36}
_WIDTH = max(map(len, _COLORS))

_MANAGERS = (
    ("bun.lock", "bun"),
    ("bun.lockb", "bun"),
    ("deno.lock", "deno"),
    ("pnpm-lock.yaml", "pnpm"),
    ("yarn.lock", "yarn"),
    ("package-lock.json", "npm"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """
    What `dev` runs.
    """

    app: str
    """As uvicorn takes it."""
    factory: bool
    app_dir: Path
    options: Sequence[str]
    """More options of uvicorn."""
    frontend: Path | None
    """The SvelteKit tree whose dev script runs."""
    root: Path
    """The project's root."""
    pages: Path | None = None
    """SvelteKit's `src`, where Python stands beside pages."""
    url_variable: str = "FLUIDKIT_URL"
    """Tells the front end where the server is: that of the app alone, as there may be others."""


def plan_dev(
    target: str | None, *, factory: bool, app_dir: Path, options: Sequence[str], frontend: bool
) -> Plan:
    """
    Find out what there is to run. An app that cannot be imported yet runs all the same.
    """
    try:
        workspace = open_workspace(target, factory=factory, app_dir=app_dir)
    except LoadingError:
        if target is None or ":" not in target:
            raise
        # uvicorn and the loop both wait for the next save, and both say what is wrong.
        return _plan_unread(target, factory, app_dir, options, frontend)
    pages = pages_of(workspace.app)
    return Plan(
        app=workspace.loaded.name,
        factory=factory,
        app_dir=workspace.loaded.folder,
        options=options,
        frontend=find_frontend(workspace.project, workspace.settings) if frontend else None,
        root=workspace.project.root,
        pages=pages.folder if pages else None,
        url_variable=url_variable(workspace.settings.proxy),
    )


def _plan_unread(
    target: str, factory: bool, app_dir: Path, options: Sequence[str], frontend: bool
) -> Plan:
    project = find_project(app_dir / "__main__.py")
    tree = find_frontend(project, read_settings(project, {}))
    return Plan(
        app=target,
        factory=factory,
        app_dir=app_dir,
        options=options,
        frontend=tree if frontend else None,
        root=project.root,
        pages=tree / "src" if tree else None,  # there may be some
    )


def find_frontend(project: Project, settings: Settings) -> Path | None:
    """
    Return the SvelteKit tree: the one that is written to, or the only one.
    """
    trees = find_trees(project)
    if settings.output is not None:
        trees = [tree for tree in trees if settings.output.resolve().is_relative_to(tree)]
    return trees[0] if len(trees) == 1 else None


def watch(job: Job) -> None:
    """
    Write the client now and after each save, until Ctrl-C.
    """
    stop = threading.Event()
    former = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        Loop(job, Say(info=_print, warning=_print), stop).run()
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, former)


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def dev(plan: Plan) -> int:
    """
    Run everything until one of the children ends, or until Ctrl-C; return an exit code.
    """
    stop = threading.Event()
    former = {each: signal.signal(each, lambda *_: stop.set()) for each in _endings()}
    children: list[_Child] = []
    loop = threading.Thread(target=_loop, args=(plan, stop), name="fluidkit-loop", daemon=True)
    try:
        children.append(_start("api", server_command(plan), Path.cwd(), {WRITER: "1", SWITCH: "1"}))
        children += _start_frontend(plan)
        loop.start()
        return _wait(children, stop)
    finally:
        stop.set()
        _end(children)
        loop.join(_PATIENCE)
        for number, handler in former.items():
            signal.signal(number, handler)


def _endings() -> list[signal.Signals]:
    """
    Return the signals that end us. That of a closed terminal does not under `nohup`.
    """
    found = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        found.append(signal.SIGHUP)
    return found


def server_command(plan: Plan) -> list[str]:
    """
    Return the command that runs the server: the user's own options come last, and win.
    """
    command = [sys.executable, "-m", "uvicorn", plan.app, "--app-dir", str(plan.app_dir)]
    command += ["--factory"] if plan.factory else []
    if _option(plan.options, "--workers") is None:
        command += ["--reload"]
        if not any(option.startswith("--reload-dir") for option in plan.options):
            command += ["--reload-dir", str(plan.app_dir)]
            if plan.pages is not None and plan.pages.is_dir():
                command += ["--reload-dir", str(plan.pages)]
    return [*command, *plan.options]


def server_url(options: Sequence[str]) -> str:
    """
    Return where uvicorn listens with these *options*.
    """
    host = _option(options, "--host") or "127.0.0.1"
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - it is not bound
    scheme = "https" if _option(options, "--ssl-keyfile") else "http"
    return f"{scheme}://{host}:{_option(options, '--port') or 8000}"


def _option(options: Sequence[str], name: str) -> str | None:
    """
    Return the value that is given to the option *name* last.
    """
    found = None
    for index, option in enumerate(options):
        if option == name and index + 1 < len(options):
            found = options[index + 1]
        elif option.startswith(f"{name}="):
            found = option.partition("=")[2]
    return found


def package_manager(tree: Path, root: Path) -> str:
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


def _loop(plan: Plan, stop: threading.Event) -> None:
    say = Say(
        info=lambda text: _say("fluidkit", text), warning=lambda text: _say("fluidkit", text, 33)
    )
    job = Job(target=plan.app, factory=plan.factory, app_dir=str(plan.app_dir))
    Loop(job, say, stop).run()


# --- Children ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Child:
    name: str
    process: subprocess.Popen[str]


def _start_frontend(plan: Plan) -> list[_Child]:
    if plan.frontend is None:
        return []
    manager = package_manager(plan.frontend, plan.root)
    found = shutil.which(manager)  # on Windows `npm.cmd`, which no program starts as `npm`
    if found is None:
        _say("web", f"{manager} is not installed: the front end is not started", 33)
        return []
    script = [found, "task" if manager == "deno" else "run", "dev"]
    return [_start("web", script, plan.frontend, {plan.url_variable: server_url(plan.options)})]


def _start(name: str, command: list[str], folder: Path, environment: Mapping[str, str]) -> _Child:
    """
    Start a child in a process group of its own: Ctrl-C reaches us alone, and we end them all.
    """
    _say(name, f"$ {shlex.join(_shown(command))}", 2)
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **_color_environment(), **environment},
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


def _shown(command: list[str]) -> list[str]:
    program, *rest = command
    return rest[1:] if program == sys.executable else [Path(program).stem, *rest]


def _color_environment() -> dict[str, str]:
    return {"FORCE_COLOR": "1"} if _is_colored() else {}


def _is_colored() -> bool:
    return "NO_COLOR" not in os.environ and sys.stdout.isatty()


def _forward(name: str, lines: IO[str]) -> None:
    for line in lines:
        _say(name, line.rstrip("\r\n"))


_saying = threading.Lock()


def _say(name: str, text: str, color: int = 0) -> None:
    """
    Print each line of *text* behind its sender's name.
    """
    prefix = name.ljust(_WIDTH)
    if _is_colored():
        prefix = f"\x1b[{_COLORS[name]}m{prefix}\x1b[0m"
    for line in text.splitlines() or [""]:
        shown = f"\x1b[{color}m{line}\x1b[0m" if color and _is_colored() else line
        with _saying:
            sys.stdout.write(f"{prefix}  {shown}\n")
            sys.stdout.flush()


def _wait(children: list[_Child], stop: threading.Event) -> int:
    while not stop.wait(0.1):
        for child in children:
            code = child.process.poll()
            if code is not None:
                _say(child.name, f"ended with exit code {code}")
                return code
    return 0


def _end(children: Iterable[_Child]) -> None:
    """
    End every child with all that it started; who does not go is killed.
    """
    children = list(children)
    for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        for child in children:
            end_group(child.process, number)
        for child in children:
            try:
                child.process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                continue
