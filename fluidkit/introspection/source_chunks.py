"""
What a generator yields, one by one; pieces of one event or line that follow each other are one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_reading import Reader
from fluidkit.introspection.source_text import concatenated, is_textual, text_of
from fluidkit.introspection.source_trees import blocks, body_of, own_expressions, walk
from fluidkit.introspection.source_values import (
    Generator,
    Json,
    Known,
    Text,
    Typed,
    Unknown,
    Value,
    alternatives,
    one_of,
)


def chunks(reader: Reader, content: Value) -> list[Value]:
    """
    List what a response's content gives, one by one.
    """
    found: list[Value] = []
    for each in alternatives(content):
        if isinstance(each, Generator):
            found.extend(_generated(reader, each))
        else:
            found.append(reader.element(each))
    return [inner for each in found for inner in alternatives(each)]


def _generated(reader: Reader, generator: Generator) -> Iterator[Value]:
    for run in _runs(body_of(generator.code.node)):
        alive = [each for each in run if not generator.scope.is_dead(each)]
        yield from _joined_run([_yielded(reader, generator, each) for each in alive])


def _yielded(reader: Reader, generator: Generator, node: ast.Yield | ast.YieldFrom) -> Value:
    if isinstance(node, ast.YieldFrom):
        inner = reader.evaluate(node.value, generator.scope)
        return one_of(chunks(reader, inner))
    found = reader.evaluate(node.value, generator.scope) if node.value else Known(None)
    if not any(isinstance(each, Unknown) for each in alternatives(found)):
        return found
    hint = reader.return_hint(generator.code)
    declared = source_annotations.element(hint) if hint is not source_annotations.MISSING else hint
    if declared is source_annotations.MISSING or source_annotations.tells_more_in_source(declared):
        return found
    return Typed(declared)


def _runs(statements: list[ast.stmt]) -> Iterator[list[ast.Yield | ast.YieldFrom]]:
    """
    Give the `yield`s, those that directly follow each other together: one event in pieces.
    """
    run: list[ast.Yield | ast.YieldFrom] = []
    for statement in statements:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Yield):
            run.append(statement.value)
            continue
        if run:
            yield run
            run = []
        yield from ([each] for each in _inside(statement))
        for _, inner in blocks(statement):
            yield from _runs(inner)
    if run:
        yield run


def _inside(statement: ast.stmt) -> Iterator[ast.Yield | ast.YieldFrom]:
    for expression in own_expressions(statement):
        for node in (expression, *walk(expression)):
            if isinstance(node, ast.Yield | ast.YieldFrom):
                yield node


def _joined_run(values: list[Value]) -> list[Value]:
    joined: list[Value] = []
    for value in values:
        if joined and _is_piece(joined[-1]) and is_textual(value):
            joined[-1] = concatenated(joined[-1], value)
        else:
            joined.append(value)
    return joined


def _is_piece(value: Value) -> bool:
    """
    Whether text is surely only the beginning of an event or a line.
    """
    if isinstance(value, Json):
        return True
    text = text_of(value)
    if text is None or isinstance(value, Typed | Unknown):
        return False
    last = text.parts[-1] if text.parts else ""
    if not isinstance(last, str):
        return isinstance(last, Json)
    return not last.endswith("\n") or (_FIELD.match(_flat(text)) is not None and _is_open(last))


_FIELD: Final = re.compile(r"(event|data|id|retry):")


def _is_open(last: str) -> bool:
    return not last.endswith(("\n\n", "\r\n\r\n"))


def _flat(text: Text) -> str:
    return "".join(each if isinstance(each, str) else "?" for each in text.parts)
