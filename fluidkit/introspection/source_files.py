"""
The definition of a function, in the source file that it came from.
"""

from __future__ import annotations

import ast
import inspect
import linecache
import os
import sysconfig
from pathlib import PurePath
from types import CodeType, FunctionType
from typing import Final

from fluidkit.introspection.source_changes import is_kept
from fluidkit.introspection.source_trees import (
    FUNCTIONS,
    FunctionNode,
    parameters,
    yields_of,
)

FOREIGN: Final = frozenset({"site-packages", "dist-packages"})
"""Folders of packages that somebody else wrote."""
_STANDARD: Final = sysconfig.get_path("stdlib") + os.sep


class Trees:
    """
    Parsed source files, each read once for the length of one reading.
    """

    def __init__(self) -> None:
        self._functions: dict[str, dict[int, list[FunctionNode]]] = {}
        self._modules: dict[str, ast.Module] = {}

    def of(self, function: FunctionType) -> FunctionNode | None:
        """
        Find a function's definition; None where its source is not at hand, or is another by now.

        The standard library's is left alone: with each version of Python it is another.
        """
        if _is_standard(function.__code__.co_filename):
            return None
        code = function.__code__
        candidates = self._in_file(function).get(code.co_firstlineno, [])
        matching = [each for each in candidates if _is_of(each, code)]
        if len(matching) > 1:
            matching = [each for each in matching if _starts_with(each, code)]
        return matching[0] if len(matching) == 1 else None

    def keeps(self, function: FunctionType, name: str) -> bool:
        """
        Tell whether a module's list is set once, and never changed in place, in a function's file.
        """
        return is_kept(self._module(function), name)

    def _in_file(self, function: FunctionType) -> dict[int, list[FunctionNode]]:
        path = _path(function)
        if path not in self._functions:
            self._functions[path] = _functions_by_line(self._module(function))
        return self._functions[path]

    def _module(self, function: FunctionType) -> ast.Module:
        path = _path(function)
        if path not in self._modules:
            # `linecache` also knows the source of notebooks and of doctests.
            lines = linecache.getlines(path, function.__globals__)
            self._modules[path] = _parsed("".join(lines))
        return self._modules[path]


def _path(function: FunctionType) -> str:
    return inspect.getsourcefile(function) or function.__code__.co_filename


def _is_standard(path: str) -> bool:
    return path.startswith(_STANDARD) and FOREIGN.isdisjoint(PurePath(path).parts)


def _parsed(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


def _functions_by_line(tree: ast.Module) -> dict[int, list[FunctionNode]]:
    found: dict[int, list[FunctionNode]] = {}
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS):
            decorators = [] if isinstance(node, ast.Lambda) else node.decorator_list
            line = min([node.lineno, *(each.lineno for each in decorators)])
            found.setdefault(line, []).append(node)
    return found


def _is_of(node: FunctionNode, code: CodeType) -> bool:
    name = "<lambda>" if isinstance(node, ast.Lambda) else node.name
    names = [each.arg for each in parameters(node)]
    count = code.co_argcount + code.co_kwonlyargcount
    plain = [each for each in names if each not in _rest_names(node)]
    if name != code.co_name or list(code.co_varnames[:count]) != [
        _mangled(each, code) for each in plain
    ]:
        return False
    is_async = isinstance(node, ast.AsyncFunctionDef)
    runs_async = bool(code.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR))
    is_generator = bool(code.co_flags & (inspect.CO_GENERATOR | inspect.CO_ASYNC_GENERATOR))
    return is_async == runs_async and is_generator == bool(list(yields_of(node)))


def _mangled(name: str, code: CodeType) -> str:
    # `__x` in a class becomes `_Class__x`.
    if name.startswith("__") and not name.endswith("__"):
        return next((each for each in code.co_varnames if each.endswith(name)), name)
    return name


def _rest_names(node: FunctionNode) -> set[str]:
    return {each.arg for each in (node.args.vararg, node.args.kwarg) if each is not None}


def _starts_with(node: FunctionNode, code: CodeType) -> bool:
    """
    Tell lambdas on one line apart, by the columns of their instructions.
    """
    body = node.body if isinstance(node, ast.Lambda) else node.body[0]
    columns = [
        column
        for line, _, column, _ in code.co_positions()
        if line == body.lineno and column is not None and column > 0
    ]
    end = body.end_col_offset if body.end_lineno == body.lineno else None
    return bool(columns) and all(
        body.col_offset <= column and (end is None or column < end) for column in columns
    )
