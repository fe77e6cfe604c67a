"""
Whether a generator ever ends by itself.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_reading import Reader
from fluidkit.introspection.source_scopes import Scope
from fluidkit.introspection.source_trees import DEFINITIONS, body_of, called_name, walk
from fluidkit.introspection.source_values import (
    Generator,
    Known,
    Typed,
    Unknown,
    Value,
    alternatives,
)


def is_endless(reader: Reader, content: Value, depth: int = 0) -> bool | None:
    """
    Tell whether iterating never ends; None where that isn't seen.
    """
    found = [_is_endless(reader, each, depth) for each in alternatives(content)]
    if True in found:
        return True
    return None if None in found else False


def _is_endless(reader: Reader, content: Value, depth: int) -> bool | None:
    if isinstance(content, Generator) and depth < 8:
        body = body_of(content.code.node)
        return _ends(list(_loops(reader, body, content.scope, depth)))
    if isinstance(content, Typed):
        return _typed(content)
    return None if isinstance(content, Unknown | Generator) else False


def _typed(content: Typed) -> bool | None:
    """
    A list ends; of an iterator that is only annotated nothing is seen.
    """
    classes = [
        source_annotations.class_of(each) for each in source_annotations.present(content.annotation)
    ]
    sized = [each is not None and hasattr(each, "__len__") for each in classes]
    return False if sized and all(sized) else None


def _ends(found: list[bool | None]) -> bool | None:
    if True in found:
        return True
    return None if None in found else False


def _loops(
    reader: Reader, statements: list[ast.stmt], scope: Scope, depth: int
) -> Iterator[bool | None]:
    for statement in statements:
        for node in (statement, *walk(statement)):
            if isinstance(statement, DEFINITIONS):
                break
            match node:
                case ast.While(test, body) if _is_forever(test):
                    yield not any(_leaves(body)) and not _is_left(node, scope)
                case ast.For(_, iterable, body):
                    yield _for(reader, iterable, body, scope, depth, is_async=False)
                case ast.AsyncFor(_, iterable, body):
                    yield _for(reader, iterable, body, scope, depth, is_async=True)
                case ast.YieldFrom(value):
                    yield is_endless(reader, reader.evaluate(value, scope), depth + 1)


def _is_left(loop: ast.stmt, scope: Scope) -> bool:
    """
    Whether something around a loop waits for it to be left: a timeout, `except EndOfStream`.
    """
    statement: ast.stmt | None = loop
    while statement is not None and (block := scope.block_of(statement)) is not None:
        around = block.around
        if isinstance(around, ast.With | ast.AsyncWith):
            called = [each.context_expr for each in around.items]
            if any(called_name(each) in _TIMEOUTS for each in called):
                return True
        if isinstance(around, ast.Try | ast.TryStar) and block.part == "body":
            handlers = around.handlers
            if not all(_catches_all(each) or _is_cancellation(each) for each in handlers):
                return True
        statement = around
    return False


_TIMEOUTS = frozenset(
    {"timeout", "timeout_at", "fail_after", "fail_at", "move_on_after", "move_on_at"}
)


def _for(
    reader: Reader,
    iterable: ast.expr,
    body: list[ast.stmt],
    scope: Scope,
    depth: int,
    *,
    is_async: bool,
) -> bool | None:
    if any(_leaves(body)):
        return False
    if _counts(reader, iterable, scope):
        return True
    found = is_endless(reader, reader.evaluate(iterable, scope), depth + 1)
    # Of what a plain `for` runs over, nearly everything ends; of async streams, much doesn't.
    return found if is_async or found is True else False


def _counts(reader: Reader, iterable: ast.expr, scope: Scope) -> bool:
    """
    `itertools.count()`, `itertools.cycle(…)`, `iter(f, object())` with a sentinel isn't one.
    """
    if not isinstance(iterable, ast.Call):
        return False
    called = reader.evaluate(iterable.func, scope)
    if not isinstance(called, Known):
        return False
    if called.value is itertools.repeat:
        return len(iterable.args) == 1 and not iterable.keywords
    return called.value in (itertools.count, itertools.cycle)


def _is_forever(test: ast.expr) -> bool:
    """
    `while True`, and `while not await request.is_disconnected()`: then nobody is left to tell.
    """
    if isinstance(test, ast.Constant):
        return bool(test.value)
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) and _asks_reader(test)


def _asks_reader(test: ast.expr) -> bool:
    if isinstance(test, ast.UnaryOp):
        return isinstance(test.op, ast.Not) and _asks_reader(test.operand)
    if isinstance(test, ast.Await):
        return _asks_reader(test.value)
    return (
        isinstance(test, ast.Call)
        and isinstance(test.func, ast.Attribute)
        and test.func.attr == "is_disconnected"
    )


_CANCELLED = frozenset({"CancelledError", "GeneratorExit", "ClientDisconnect", "WouldBlock"})


def _leaves(statements: list[ast.stmt], *, inner: bool = False) -> Iterator[bool]:
    """
    Give a True for each way out of a loop's body but those that only the reader's leaving opens.
    """
    for statement in statements:
        match statement:
            case ast.Break():
                yield from () if inner else (True,)
            case ast.Return() | ast.Raise():
                yield True
            case ast.If(test, body, orelse):
                if not (isinstance(test, ast.Await) and _asks_reader(test)):
                    yield from _leaves(body, inner=inner)
                yield from _leaves(orelse, inner=inner)
            case ast.For(body=body, orelse=orelse) | ast.AsyncFor(body=body, orelse=orelse):
                yield from _leaves(body, inner=True)
                yield from _leaves(orelse, inner=inner)
            case ast.While(body=body, orelse=orelse):
                yield from _leaves(body, inner=True)
                yield from _leaves(orelse, inner=inner)
            case ast.Try() | ast.TryStar():
                yield from _leaves_try(statement, inner=inner)
            case ast.With(body=body) | ast.AsyncWith(body=body):
                yield from _leaves(body, inner=inner)
            case ast.Match(cases=cases):
                for case in cases:
                    yield from _leaves(case.body, inner=inner)


def _leaves_try(statement: ast.Try | ast.TryStar, *, inner: bool) -> Iterator[bool]:
    caught = any(_catches_all(each) for each in statement.handlers)
    body = [each for each in statement.body if not caught or not _raises(each)]
    yield from _leaves(body, inner=inner)
    for handler in statement.handlers:
        if not _is_cancellation(handler):
            yield from _leaves(handler.body, inner=inner)
    yield from _leaves([*statement.orelse, *statement.finalbody], inner=inner)


def _raises(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Raise)


def _catches_all(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in ("Exception", "BaseException")
    )


def _is_cancellation(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = [
        each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in caught
    ]
    return bool(names) and all(each in _CANCELLED for each in names)
