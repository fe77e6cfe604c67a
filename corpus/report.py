"""
The numbers as a table: for the terminal, and for `docs/benchmarks.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from environments import CACHE
from recipes import HERE
from rich.table import Table
from verdicts import Verdict

RESULTS = CACHE / "results"
PAGE = HERE.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- corpus -->", "<!-- /corpus -->"
COLUMNS = (
    "application",
    "FastAPI",
    "routes",
    "functions",
    "types",
    "streams",
    "files",
    "unknown",
    "warnings",
    "time",
    "again",
    "`openapi()`",
    "errors",
)


def terminal(verdicts: Sequence[Verdict]) -> Table:
    """
    Return the table for people who are waiting for it.
    """
    table = Table()
    for index, name in enumerate(COLUMNS):
        table.add_column(name.strip("`"), justify="left" if index == 0 else "right", no_wrap=True)
    for each in verdicts:
        table.add_row(*_row(each), style="red" if each.failures else None)
    return table


def keep(verdict: Verdict) -> None:
    """
    Keep the row of one application, for a table of all of them.
    """
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{verdict.recipe.name}.json").write_text(json.dumps(_row(verdict)))


def write(names: Sequence[str]) -> None:
    """
    Put the rows that are kept between the marks of the page, in the order of the names.
    """
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Benchmarks\n"
    if BEGIN not in text:
        text = f"{text.rstrip()}\n\n## Real applications\n\n{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    body = "\n".join(_markdown(names))
    PAGE.write_text(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}", encoding="utf-8")


def _markdown(names: Sequence[str]) -> Iterator[str]:
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "|---" + "|---:" * (len(COLUMNS) - 1) + "|"
    for name in names:
        kept = RESULTS / f"{name}.json"
        if kept.exists():
            yield "| " + " | ".join(json.loads(kept.read_text())) + " |"


def _row(verdict: Verdict) -> list[str]:
    numbers = verdict.numbers
    streams = numbers["events"] + numbers["lines"] + numbers["text"]
    return [
        _name(verdict),
        str(numbers["fastapi"]),
        f"{numbers['routes']:,}",
        f"{numbers['operations']:,}",
        f"{numbers['types']:,}",
        str(streams),
        str(numbers["files"]),
        f"{numbers.get('unknown', 0):,}",
        f"{numbers['warnings']:,}",
        _seconds(numbers["seconds"]),
        _seconds(numbers["seconds_again"]),
        _seconds(numbers["openapi_seconds"]) if not numbers["openapi_failures"] else "fails",
        str(len(verdict.failures)),
    ]


def _name(verdict: Verdict) -> str:
    numbers: Any = verdict.numbers
    apps = f", {numbers['apps']} apps" if numbers["apps"] > 1 else ""
    return f"{verdict.recipe.title} {verdict.recipe.version}{apps}"


def _seconds(value: float) -> str:
    return f"{value:.1f} s"
