"""
The command line: arguments, terminal text, exit codes.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from . import __version__, messages, output, ownership, pipeline
from .errors import Diagnostic, FluidKitError, LoadingError
from .layout import NoFrontend
from .pipeline import Outcome
from .workspace import open_workspace, short_traceback

CURRENT, STALE, UNREADABLE = 0, 1, 2
"""Exit codes of `check`."""

_SIGNS = {"create": "+", "update": "~", "remove": "-", "touch": "~"}
_COLORS = {"create": "green", "update": "yellow", "remove": "red", "touch": "dim"}
_FILES_SHOWN = 12

app = typer.Typer(
    name="fluidkit",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""
    Typed SvelteKit clients for FastAPI apps.

    One line in the app, `fluidkit.integrate(app)`, writes a typed TypeScript function for every
    endpoint into the SvelteKit app beside it, whenever the server starts. These commands do the
    same without a server, and take their options from that same line.

    APP is what uvicorn takes, `package.module:app`, or a file. Without it the app is found as
    `fastapi dev` finds it: in main.py, app.py, api.py or the same in app/.
    """,
    epilog="""
    Settings: keywords of `integrate`, then `FLUIDKIT_*` variables, then `[tool.fluidkit]` in
    pyproject.toml. In production set `FLUIDKIT_ENABLED=0`: `integrate` then does nothing.
    """,
)

_out = Console(highlight=False, soft_wrap=True)
_err = Console(highlight=False, soft_wrap=True, stderr=True)

App = Annotated[
    str | None,
    typer.Argument(metavar="APP", help='The app, as in "package.module:app".', show_default=False),
]
Factory = Annotated[bool, typer.Option("--factory", help="APP is a function that returns the app.")]
AppDir = Annotated[
    Path, typer.Option("--app-dir", help="Look for APP in this folder.", metavar="FOLDER")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document, for tools.")]
Strict = Annotated[bool, typer.Option("--strict", help="Warnings make it fail, too.")]

HERE = Path()


def main() -> None:
    """
    Run the command line.
    """
    for stream in (sys.stdout, sys.stderr):
        # Windows where the output is no terminal, an old locale: neither has an arrow.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except SystemExit as done:
        if isinstance(done.code, int) and _is_held():
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(done.code)
        raise


def _is_held() -> bool:
    """
    Whether Python would wait at its end, for threads of the app: they work as long as a server.
    """
    return any(
        not each.daemon for each in threading.enumerate() if each is not threading.main_thread()
    )


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    if version:
        _out.print(__version__)
        raise typer.Exit


@app.command(rich_help_panel="Once")
def generate(
    target: App = None,
    factory: Factory = False,
    app_dir: AppDir = HERE,
    as_json: Json = False,
) -> None:
    """
    Write the client.

    Writes what differs and nothing else. A file that is not FluidKit's is never touched: it is
    named, and the exit code is 1.
    """
    started = time.perf_counter()
    with _failing(as_json, code=1):
        workspace = open_workspace(target, factory=factory, app_dir=app_dir)
        outcome = pipeline.generate(workspace.app, workspace.project, workspace.settings)
    seconds = time.perf_counter() - started
    if isinstance(outcome, NoFrontend):
        _fail(messages.no_frontend(outcome), as_json, code=1)
    if as_json:
        _print_json(_as_json(outcome, seconds))
    else:
        _print_files(outcome)
        _print_remarks(outcome)
        _print_diagnostics(outcome.diagnostics)
        _out.print(f"[bold]{messages.summary(outcome, seconds)}[/] → {escape(outcome.output)}")
    raise typer.Exit(1 if _is_incomplete(outcome) else 0)


@app.command(rich_help_panel="Once")
def check(
    target: App = None,
    factory: Factory = False,
    app_dir: AppDir = HERE,
    strict: Strict = False,
    as_json: Json = False,
) -> None:
    """
    Say whether the client is current, and write nothing.

    Prints what would change as a unified diff. Exit code 0: current. 1: stale, or with --strict
    there are warnings. 2: the app could not be read. Line ends and maps don't count.
    """
    started = time.perf_counter()
    with _failing(as_json, code=UNREADABLE):
        workspace = open_workspace(target, factory=factory, app_dir=app_dir)
        outcome = pipeline.check(workspace.app, workspace.project, workspace.settings)
    seconds = time.perf_counter() - started
    if isinstance(outcome, NoFrontend):
        _fail(messages.no_frontend(outcome), as_json, code=UNREADABLE)
    if as_json:
        _print_json(_as_json(outcome, seconds) | {"diff": output.diff(outcome.changes)})
    else:
        _print_diff(outcome)
        _print_remarks(outcome)
        _print_diagnostics(outcome.diagnostics)
        _print_verdict(outcome)
    warned = strict and any(found.level != "note" for found in outcome.diagnostics)
    raise typer.Exit(STALE if _is_stale(outcome) or _is_incomplete(outcome) or warned else CURRENT)


@app.command(rich_help_panel="Once")
def clean(
    target: App = None,
    factory: Factory = False,
    app_dir: AppDir = HERE,
    as_json: Json = False,
) -> None:
    """
    Remove the client.

    Removes the files that carry FluidKit's header, and the folders that are empty then. Files
    that somebody has edited since stay, and are named.
    """
    with _failing(as_json, code=1):
        workspace = open_workspace(target, factory=factory, app_dir=app_dir)
        changes = pipeline.clean(workspace.project, workspace.settings)
    if isinstance(changes, NoFrontend):
        _fail(messages.no_frontend(changes), as_json, code=1)
    removed = [change.path for change in changes.changes]
    if as_json:
        _print_json({"removed": removed, "kept": changes.kept})
    else:
        if changes.kept:
            _err.print(f"[yellow]Edited, so left:[/] {escape(', '.join(changes.kept))}")
        _out.print(f"[bold]{messages.counted(len(removed), 'file')} removed[/] of {changes.folder}")
    raise typer.Exit(1 if changes.kept else 0)


@app.command(rich_help_panel="While you work")
def watch(target: App = None, factory: Factory = False, app_dir: AppDir = HERE) -> None:
    """
    Write the client now, and again whenever a Python file changes. Runs no server.

    An error keeps the last good client; the next save recovers. Set WATCHFILES_FORCE_POLLING=1
    where changes go unnoticed (network file systems, WSL).
    """
    from . import terminal, warm

    job = warm.Job(target=target, factory=factory, app_dir=str(app_dir.resolve()))
    with _failing(as_json=False, code=1):
        terminal.watch(job)


@app.command(rich_help_panel="While you work")
def dev(
    target: App = None,
    options: Annotated[
        list[str] | None,
        typer.Argument(metavar="[-- OPTIONS]", help="Options of uvicorn.", show_default=False),
    ] = None,
    factory: Factory = False,
    app_dir: AppDir = HERE,
    host: Annotated[str, typer.Option(help="Address of the server.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port of the server.")] = 8000,
    frontend: Annotated[
        bool, typer.Option("--frontend/--no-frontend", help="Run the front end's dev script.")
    ] = True,
) -> None:
    """
    Run everything in one terminal: uvicorn with --reload, the front end's dev script, and watch.

    The package manager is chosen by its lock file. One Ctrl-C ends all of it. What follows `--`
    goes to uvicorn: `fluidkit dev main:app -- --log-level debug`.
    """
    from . import terminal

    given = list(options or [])
    if target is not None and target.startswith("-"):  # no APP before the `--`
        given, target = [target, *given], None
    with _failing(as_json=False, code=1):
        plan = terminal.plan_dev(
            target,
            factory=factory,
            app_dir=app_dir.resolve(),
            options=["--host", host, "--port", str(port), *given],
            frontend=frontend,
        )
        code = terminal.dev(plan)
    raise typer.Exit(code)


# --- Judging ----------------------------------------------------------------------------------


def _is_incomplete(outcome: Outcome) -> bool:
    failed = any(found.level == "error" for found in outcome.diagnostics)
    return failed or bool(outcome.changes.foreign)


def _is_stale(outcome: Outcome) -> bool:
    return bool(outcome.changes.files or outcome.changes.kept)


# --- Printing ---------------------------------------------------------------------------------


@contextlib.contextmanager
def _failing(as_json: bool, code: int) -> Iterator[None]:
    """
    End with *code* and one sentence if something stops us.
    """
    try:
        yield
    except LoadingError as error:
        if not as_json:
            _print_traceback(error)
        _fail(str(error), as_json, code)
    except FluidKitError as error:
        _fail(str(error), as_json, code)
    except Exception as error:  # noqa: BLE001 - exit code 1 of a traceback would mean "stale"
        if not as_json:
            traceback.print_exc()
        _fail(f"This is a bug in FluidKit: {type(error).__name__}: {error}", as_json, code)


def _fail(text: str, as_json: bool, code: int) -> NoReturn:
    if as_json:
        _print_json({"error": text})
    else:
        _err.print(f"[bold red]fluidkit:[/] {escape(text)}")
    raise typer.Exit(code)


def _print_traceback(error: LoadingError) -> None:
    """
    Print the user's own lines of the traceback.
    """
    shown = short_traceback(error)
    if shown:
        _err.print(escape(shown), style="dim")


def _print_json(document: dict[str, Any]) -> None:
    # Not through rich, which would wrap and colour it; in ASCII, which every encoding has.
    sys.stdout.write(json.dumps(document, indent=2) + "\n")


def _as_json(outcome: Outcome, seconds: float) -> dict[str, Any]:
    changes = outcome.changes
    return {
        "output": outcome.output,
        "functions": outcome.functions,
        "types": outcome.types,
        "files": [{"path": each.path, "change": each.kind} for each in changes.files],
        "foreign": changes.foreign,
        "edited": changes.edited,
        "kept": changes.kept,
        "diagnostics": [asdict(found) for found in outcome.diagnostics],
        "seconds": round(seconds, 3),
    }


def _print_files(outcome: Outcome) -> None:
    files = outcome.changes.files
    for change in files[:_FILES_SHOWN]:
        sign = f"[{_COLORS[change.kind]}]{_SIGNS[change.kind]}[/]"
        _out.print(f"{sign} {escape(change.path)}")
    if len(files) > _FILES_SHOWN:
        _out.print(f"[dim]  and {len(files) - _FILES_SHOWN} more[/]")


def _print_remarks(outcome: Outcome) -> None:
    for text in messages.remarks(outcome):
        _err.print(f"[yellow]warning:[/] {escape(text)}")


def _print_diagnostics(diagnostics: tuple[Diagnostic, ...]) -> None:
    """
    Print what the client does not express, grouped by route.
    """
    route = None
    for found in diagnostics:
        if found.route != route:
            route = found.route
            _err.print(f"[bold]{escape(route or 'The app')}[/]")
        color = {"error": "red", "warning": "yellow", "note": "dim"}[found.level]
        where = f" [dim]{escape(found.where)}[/]" if found.where else ""
        _err.print(f"  [{color}]{found.level}[/]{where} {escape(found.what)}")
        if found.todo:
            _err.print(f"    [dim]→[/] {escape(found.todo)}")


def _print_diff(outcome: Outcome) -> None:
    # Not through rich, which would turn tabs into spaces: the diff can be applied.
    colored = _out.is_terminal and not _out.no_color
    for line in output.diff(outcome.changes).splitlines():
        typer.echo(_colored(line) if colored else line, color=colored)


def _colored(line: str) -> str:
    if line.startswith(("+++", "---")):
        return typer.style(line, bold=True)
    return typer.style(line, fg={"+": "green", "-": "red", "@": "cyan"}.get(line[:1]))


def _print_verdict(outcome: Outcome) -> None:
    stale = len(outcome.changes.files)
    if not stale:
        _out.print(f"[bold green]{escape(outcome.output)} is current[/]")
        return
    files = f"{messages.counted(stale, 'file')} of {escape(outcome.output)}"
    _out.print(f"[bold red]{files} would change:[/] run `fluidkit generate`")
    runtime = f"{outcome.output}/{ownership.GENERATED}/runtime/"
    if any(each.path.startswith(runtime) and each.before for each in outcome.changes.files):
        _out.print(
            f"{escape(runtime)} differs too: the client was written by another version of"
            f" FluidKit than this one, {__version__}"
        )
