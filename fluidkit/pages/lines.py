"""
Lines of a page's file, for messages.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
import tokenize
from pathlib import Path
from typing import Any

from fastapi import APIRouter

from fluidkit.pages.routes import served


def line_of_endpoint(endpoint: Any, file: Path) -> int:
    """
    Return the line of the endpoint's `def` in *file*; 1: it stands elsewhere.
    """
    code = getattr(inspect.unwrap(endpoint), "__code__", None) if callable(endpoint) else None
    if code is None or code.co_filename != str(file):
        return 1
    with contextlib.suppress(OSError, SyntaxError):  # it was saved again since
        for node in ast.walk(ast.parse(text_of(file))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
                if first == code.co_firstlineno:
                    return node.lineno
    return int(code.co_firstlineno)


def line_of_fault(router: APIRouter, prefix: str, file: Path) -> int:
    """
    Return the line of the first route that FastAPI does not take.
    """
    for route in router.routes:
        alone, trial = APIRouter(), APIRouter()
        alone.routes.append(route)
        try:
            trial.include_router(alone, prefix=prefix)
            served(trial.routes)
        except Exception:  # noqa: BLE001 - as where this is called
            return line_of_endpoint(getattr(route, "endpoint", None), file)
    return 1


def text_of(file: Path) -> str:
    """
    Return the text of a Python *file*, whatever its encoding.
    """
    with tokenize.open(file) as lines:
        return lines.read()
