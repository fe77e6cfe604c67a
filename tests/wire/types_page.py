"""
The page on types: its examples as an app, and what the generated client says of them.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from fluidkit.introspection import Context, read_app
from fluidkit.typescript import Target, render

PAGE = Path(__file__).resolve().parents[2] / "docs" / "types.md"

_ROW = re.compile(r"^\| `(?P<python>.+?)` \| (?P<cells>.+)\|$", re.MULTILINE)
_CODE = re.compile(r"`(.+?)`")
_FENCED = re.compile(r"^```(py|typescript)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CLASS = re.compile(r"^class (\w+)|^(\w+) = TypeAliasType\(", re.MULTILINE)
_COMMENT = re.compile(r"^\t*/\*\*(?:[^*]|\*(?!/))*\*/\n", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    """
    A row of a table: what is written in Python, and what each wire has for it.
    """

    python: str
    received: str
    sent: str
    """Where the page leaves it out: as it is received."""
    bare: str
    """Of an endpoint without a response model."""


@dataclass(frozen=True)
class Printed:
    """
    What the client says.
    """

    results: dict[str, str]
    """Types of results by function."""
    bodies: dict[str, str]
    """Types of bodies by function."""
    declarations: str
    """All of them, without comments."""


def rows(page: str) -> list[Row]:
    """
    Return the rows of all tables that start with Python.
    """
    return [_row(match) for match in _ROW.finditer(page)]


def _row(match: re.Match[str]) -> Row:
    cells = [_CODE.fullmatch(cell.strip()) for cell in re.split(r"(?<!\\)\|", match["cells"])]
    received, sent, bare = ("" if cell is None else _plain(cell[1]) for cell in cells[:3])
    return Row(_plain(match["python"]), received, sent or received, bare or received)


def _plain(text: str) -> str:
    return text.replace(r"\|", "|")


def blocks(page: str, language: str) -> list[str]:
    """
    Return the fenced blocks in "py" or "typescript".
    """
    return [match[2] for match in _FENCED.finditer(page) if match[1] == language]


def printed(folder: Path, page: str) -> Printed:
    """
    Generate a client for all that the page shows.
    """
    with _module(folder, _source(page)) as module:
        reading = read_app(module.app, Context(project_root=folder, root=folder))
    files = render(reading.api, Target(output="client", kit=False, maps=False)).files
    text = _COMMENT.sub("", files["client/generated/types_page_app.d.ts"])
    return Printed(
        results=dict(
            re.findall(r"function (\w+)\(.*?\): Call<(.*?)(?:, \{ 422: .*)?>;$", text, re.MULTILINE)
        ),
        bodies=dict(re.findall(r"function (\w+)\(\s*value: (.*?),\s*options\?", text)),
        declarations=text,
    )


def _source(page: str) -> str:
    parts = [*blocks(page, "py"), "from fastapi import Body, FastAPI\n\napp = FastAPI()\n"]
    parts += [_endpoints(f"{number}", row.python) for number, row in enumerate(rows(page))]
    names = [a or b for block in blocks(page, "py") for a, b in _CLASS.findall(block)]
    parts += [_endpoints(f"_{name}", name) for name in names]
    return "\n\n".join(parts)


def _endpoints(name: str, annotation: str) -> str:
    return f"""\
@app.get("/received/{name}", response_model={annotation})
def received{name}(): ...

@app.post("/sent/{name}", response_model=None)
def sent{name}(value: Annotated[{annotation}, Body()]): ...

@app.get("/bare/{name}", response_model=None)
def bare{name}() -> {annotation}: ...
"""


@contextmanager
def _module(folder: Path, source: str) -> Iterator[ModuleType]:
    file = folder / "types_page_app.py"
    file.write_text(source, encoding="utf-8")
    spec: Any = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    try:
        spec.loader.exec_module(module)
        yield module
    finally:
        del sys.modules[file.stem]  # or else it counts among the sources of whoever looks at them


def wrong(page: str, found: Printed) -> Iterator[tuple[str, str, str]]:
    """
    Yield each example that is not what the client says: in Python, on the page, and in the client.
    """
    for number, row in enumerate(rows(page)):
        for expected, said in (
            (row.received, found.results[f"received{number}"]),
            (row.sent, found.bodies[f"sent{number}"]),
            (row.bare, found.results[f"bare{number}"]),
        ):
            if expected != said:
                yield row.python, expected, said
    for block in blocks(page, "typescript"):
        for declaration in block.strip("\n").split("\n\n"):
            if f"{declaration}\n" not in found.declarations:
                yield "", declaration, found.declarations
