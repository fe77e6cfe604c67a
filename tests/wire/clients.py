"""
The generated types of the catalogue, and TypeScript's opinion of values.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from node import packages
from typescript.tsc.projects import write, write_client, write_project

from fluidkit.model import Api
from fluidkit.typescript import Target

MODULE = "./client/generated/apps/wire_models.js"
LINES = 4000
"""Literals in one file."""
AT_ONCE = 40_000
"""Literals in one run: more take too much memory."""
HEAD = 3
"""Lines above them."""
ERROR = re.compile(
    r"claims(\d+)\.ts\((\d+),\d+\): error TS"
    # All the ways to say that a value is not of a type, and no other error.
    r"(1360|2322|2353|2418|2559|2561|2739|2740|2741|2820):"
)


@dataclass(frozen=True)
class Claim:
    """
    That a JSON value is what the function of a case returns.
    """

    case: str
    value: Any
    exact: bool = True
    """A key that the type does not name is an error, too; False: an instance of a subclass, that
    has more keys and may still be assigned."""


def literal(value: Any) -> str:
    """
    Write a JSON value as a TypeScript literal.
    """
    match value:
        case dict():
            inner = ", ".join(f"[{json.dumps(k)}]: {literal(v)}" for k, v in value.items())
            return f"{{ {inner} }}"
        case list():
            return f"[{', '.join(map(literal, value))}]"
        case _:
            return json.dumps(value)


def refused(folder: Path, api: Api, claims: Sequence[Claim], version: str = "7.0") -> set[int]:
    """
    Return the indices of the claims that `tsc` refuses.
    """
    write_client(folder, api, Target(output="client", kit=False))
    write_project(folder, packages())
    found: set[int] = set()
    for start in range(0, len(claims), AT_ONCE):
        part = claims[start : start + AT_ONCE]
        found |= {start + each for each in _refused_at_once(folder, part, version)}
    return found


def _refused_at_once(folder: Path, claims: Sequence[Claim], version: str) -> set[int]:
    files = {
        f"claims{start}.ts": _file(claims[start : start + LINES])
        for start in range(0, len(claims), LINES)
    }
    write(folder, files)
    tsc = packages() / f"typescript-{version}" / "bin" / "tsc"
    done = subprocess.run(
        ["node", tsc, "--pretty", "false", "-p", "."], capture_output=True, text=True, cwd=folder
    )
    for name in files:
        (folder / name).unlink()
    found = set()
    for line in done.stdout.splitlines():
        if not line.startswith(" "):  # what follows an error, explains it
            match = ERROR.match(line)
            assert match, line
            found.add(int(match[1]) + int(match[2]) - HEAD - 1)
    assert done.stderr == ""
    assert (done.returncode == 0) == (not found)
    return found


def _file(claims: Sequence[Claim]) -> str:
    lines = [f"import type * as api from '{MODULE}';", "", ""]
    names = sorted({claim.case for claim in claims})
    lines[1] = " ".join(f"type T_{n} = Awaited<ReturnType<typeof api.out_{n}>>;" for n in names)
    lines += map(_line, claims)
    return "\n".join(lines) + "\n"


def _line(claim: Claim) -> str:
    if claim.exact:
        return f"({literal(claim.value)}) satisfies T_{claim.case};"
    return f"{{ const value = {literal(claim.value)}; value satisfies T_{claim.case}; }}"
