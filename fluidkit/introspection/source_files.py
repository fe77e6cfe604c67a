"""
The definition of a function, in the source file that it came from.
"""

from __future__ import annotations

import ast
import inspect
import linecache
import os
import re
import sysconfig
from collections.abc import Mapping, Sequence
from itertools import chain
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
    Parsed source, each definition and each file once for the length of one reading.
    """

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}
        self._definitions: dict[tuple[str, int], FunctionNode | None] = {}
        self._functions: dict[str, dict[int, list[FunctionNode]]] = {}
        self._modules: dict[str, ast.Module] = {}
        self._globals: dict[str, frozenset[str]] = {}

    def of(self, function: FunctionType) -> FunctionNode | None:
        """
        Find a function's definition; None where its source is not at hand, or is another by now.

        The standard library's is left alone: with each version of Python it is another.
        """
        code = function.__code__
        if _is_standard(code.co_filename):
            return None
        definition = self._definition(function)
        if definition is not None:
            return definition if _is_of(definition, code) else None
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

    def sets(self, names: Mapping[str, object], name: str) -> bool:
        """
        Tell whether a function of a module says `global name`, so that it may be another by then.
        """
        file = names.get("__file__")
        if not isinstance(file, str) or not file.endswith(".py"):
            return False
        if file not in self._globals:
            nodes = ast.walk(_parsed("".join(linecache.getlines(file))))
            found = (each.names for each in nodes if isinstance(each, ast.Global))
            self._globals[file] = frozenset(chain.from_iterable(found))
        return name in self._globals[file]

    def _definition(self, function: FunctionType) -> FunctionNode | None:
        """
        Parse a function alone, as the files of large packages have thousands of lines.
        """
        code = function.__code__
        if code.co_name == "<lambda>":
            return None
        place = (self._path(function), code.co_firstlineno)
        if place not in self._definitions:
            self._definitions[place] = definition_at(self._lines(function), code.co_firstlineno)
        return self._definitions[place]

    def _in_file(self, function: FunctionType) -> dict[int, list[FunctionNode]]:
        path = self._path(function)
        if path not in self._functions:
            self._functions[path] = _functions_by_line(self._module(function))
        return self._functions[path]

    def _module(self, function: FunctionType) -> ast.Module:
        path = self._path(function)
        if path not in self._modules:
            self._modules[path] = _parsed("".join(self._lines(function)))
        return self._modules[path]

    def _lines(self, function: FunctionType) -> list[str]:
        # `linecache` also knows the source of notebooks and of doctests.
        return linecache.getlines(self._path(function), function.__globals__)

    def _path(self, function: FunctionType) -> str:
        name = function.__code__.co_filename
        if name not in self._paths:
            self._paths[name] = inspect.getsourcefile(function) or name
        return self._paths[name]


def definition_at(lines: Sequence[str], first: int) -> FunctionNode | None:
    """
    Parse the function that begins in a line, the first one being 1; None where that is no
    `def`, or takes more than a few attempts.

    It ends before a line that is not deeper, unless Python finds what is before that incomplete:
    then the line belongs to a string or to brackets. Places in the tree are counted from the
    function's own first line.
    """
    kept = lines[first - 1 :]
    indentation = _indentation(kept[0]) if kept else ""
    opening = ["if True:\n"] if indentation else []
    attempts = 0
    begun = False
    for number, line in enumerate(chain(kept, [""])):
        if begun and (number == len(kept) or _is_outside(line, indentation)):
            found = next(iter(_parsed("".join([*opening, *kept[:number]])).body), None)
            if found is not None:
                found = found.body[0] if isinstance(found, ast.If) else found
                return found if isinstance(found, FUNCTIONS) else None
            attempts += 1
            if attempts == _MOST_ATTEMPTS:
                return None
        begun = begun or bool(_DEF.match(line))
    return None


_MOST_ATTEMPTS: Final = 8
_DEF: Final = re.compile(r"\s*(async\s+)?def\b")


def _is_outside(line: str, indentation: str) -> bool:
    code = line.lstrip()
    return bool(code) and code[0] not in "#)]}" and len(_indentation(line)) <= len(indentation)


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


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
