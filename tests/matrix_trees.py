"""
Print the clients of the tests' apps into a folder, to compare them between versions of Python.

    python tests/matrix_trees.py FOLDER
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from enum import EnumType
from pathlib import Path

from fastapi import FastAPI

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent


def main(folder: Path) -> None:
    """
    Write one tree for each app, its declaration maps included.
    """
    from fluidkit.introspection import Context, read_app
    from fluidkit.typescript import Target, render

    for name, app in _apps():
        api = read_app(app, Context(project_root=ROOT, root=TESTS)).api
        for path, text in render(api, Target(output="client", kit=True)).files.items():
            file = folder / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())


def _apps() -> Iterator[tuple[str, FastAPI]]:
    from apps import echo, streaming, ugly, wire_models
    from apps.kinds import VALUES

    from tests.apps import streams_declared, streams_events, streams_lines

    yield "echo", echo.app
    yield "streaming", streaming.app
    yield "ugly", ugly.app
    yield "declared", streams_declared.app
    # Those that Python 3.11 cannot write are in newer clients alone.
    cases = [case for case in wire_models.CASES if "Syntax" not in case.name]
    yield "wire", wire_models.wire(cases).app
    kinds = FastAPI()
    for number, (annotation, _) in enumerate(VALUES):
        kinds.add_api_route(f"/{number}", lambda: None, response_model=annotation)
    yield "kinds", kinds
    streams = FastAPI()
    for module in (streams_events, streams_lines):
        for name, endpoint in vars(module).items():
            is_own = getattr(endpoint, "__module__", "") == module.__name__
            # What an enum is called with differs between versions of Python.
            if is_own and callable(endpoint) and not isinstance(endpoint, EnumType):
                _add(streams, f"/{module.__name__}/{name}", endpoint)
    yield "streams", streams


def _add(app: FastAPI, path: str, endpoint: object) -> None:
    try:
        app.add_api_route(path, endpoint, methods=["POST"], response_model=None)  # type: ignore[arg-type]
    except Exception:
        return  # a class, or one with parameters that only its own test provides


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(TESTS)]
    warnings.simplefilter("ignore")
    main(Path(sys.argv[1]))
