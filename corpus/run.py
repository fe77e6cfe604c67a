"""
Try FluidKit on applications that nobody wrote for it: `make corpus`.

Each application has a recipe in `recipes/` with every version pinned, and an environment for each
of two Pythons. All that this makes is kept in `.cache`; an environment is made again where its
lock changed.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import environments
import report
import typer
from compiling import VERSIONS, parsed, type_errors
from environments import SetupError
from reading import ProbeError, kept_fluidkit, read_application, read_examples
from recipes import Recipe, applications, examples
from rich.console import Console
from rich.markup import escape
from verdicts import Verdict, verdict

SHOWN = 12
out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)
Names = Annotated[list[str] | None, typer.Argument(help="Recipes; all of them without any.")]


def main(
    names: Names = None,
    write: Annotated[bool, typer.Option(help="Write the table into docs/benchmarks.md.")] = False,
    lock: Annotated[bool, typer.Option(help="Choose the versions anew, and do no more.")] = False,
    jobs: Annotated[int, typer.Option(help="How many applications at once.")] = 2,
) -> None:
    """
    Generate the clients of real applications, and check all that can be checked of them.

    Exit code 1 where anything does not hold.
    """
    recipes = [each for each in [examples(), *applications()] if not names or each.name in names]
    if len(recipes) < len(names or ()):
        out.print(
            f"The recipes are: {', '.join(each.name for each in [examples(), *applications()])}"
        )
        raise typer.Exit(2)
    if lock:
        for recipe in recipes:
            environments.lock(recipe)
        return
    verdicts, broken = _read_all(recipes, jobs)
    verdicts = _compiled(verdicts)
    _print(verdicts, broken)
    for each in verdicts:
        report.keep(each)
    if write:
        report.write([each.name for each in [examples(), *applications()]])
    raise typer.Exit(1 if broken or any(each.failures for each in verdicts) else 0)


def _read_all(recipes: Sequence[Recipe], jobs: int) -> tuple[list[Verdict], list[str]]:
    with kept_fluidkit() as fluidkit, ThreadPoolExecutor(jobs) as pool:
        done = list(pool.map(lambda each: _read(each, fluidkit), recipes))
    verdicts = [each for each in done if isinstance(each, Verdict)]
    return verdicts, [each for each in done if isinstance(each, str)]


def _read(recipe: Recipe, fluidkit: Path) -> Verdict | str:
    read = read_application if recipe.main else read_examples
    out.print(f"[dim]{recipe.name}…[/]")
    try:
        judged = verdict(recipe, list(read(recipe, fluidkit)))
    except (SetupError, ProbeError, OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    numbers: Any = judged.numbers
    out.print(f"{recipe.name}: {numbers['routes']} routes, {len(judged.failures)} failures")
    return judged


def _compiled(verdicts: Sequence[Verdict]) -> list[Verdict]:
    folders = [each.folder for each in verdicts]
    if not folders:
        return []
    out.print(f"[dim]TypeScript {' and '.join(VERSIONS)}…[/]")
    errors = type_errors(folders)
    seen = parsed(folders)
    return [_with_typescript(each, errors, seen[str(each.folder)]) for each in verdicts]


def _with_typescript(judged: Verdict, errors: Any, seen: Any) -> Verdict:
    inside = str(Path(judged.folder).relative_to(environments.CACHE))
    failures = [
        f"TypeScript {version}: {line}"
        for version, lines in errors.items()
        for line in lines
        # An error that belongs to no client belongs to all.
        if line.startswith(inside) or not line.startswith("work/")
    ]
    failures += [f"{path} holds `any`" for path in seen["any"]]
    failures += [f"{path} is broken" for path in seen["broken"]]
    if not seen["files"]:
        failures.append("nothing was written")
    numbers = {**judged.numbers, "unknown": seen["unknown"]}
    return replace(judged, numbers=numbers, failures=[*judged.failures, *failures])


def _print(verdicts: Sequence[Verdict], broken: Sequence[str]) -> None:
    out.print(report.terminal(verdicts))
    for each in verdicts:
        for failure in each.failures[:SHOWN]:
            out.print(f"[red]{each.recipe.name}:[/] {escape(failure)}")
        if len(each.failures) > SHOWN:
            out.print(f"[dim]  and {len(each.failures) - SHOWN} more[/]")
        for module, why in each.recipe.excluded.items():
            out.print(f"[dim]left out: {module}: {why}[/]")
    for text in broken:
        out.print(f"[red]{escape(text)}[/]")


if __name__ == "__main__":
    typer.run(main)
