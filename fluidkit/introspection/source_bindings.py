"""
What a statement gives a name: a value, an element, an import, a function.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from fluidkit.introspection.source_trees import own_expressions, remembered, walk

NOWHERE: Final = 10_000
"""The place of a value that cannot be told: no tuple is that long."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """
    `name = value`; with a path where it is unpacked: `a, (b, name) = value` is (1, 1).
    """

    value: ast.expr
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """
    `name: annotation = value`.
    """

    annotation: ast.expr
    value: ast.expr | None


@dataclass(frozen=True, slots=True)
class Element:
    """
    The target of a `for`.
    """

    iterable: ast.expr
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entered:
    """
    The name after `with … as`.
    """

    context: ast.expr
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Defined:
    """
    A function that is defined inside.
    """

    node: ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Imported:
    """
    An import inside a function.
    """

    module: str
    level: int
    attribute: str | None


@dataclass(frozen=True, slots=True)
class Augmented:
    """
    `name += value`.
    """

    value: ast.expr
    statement: ast.stmt


@dataclass(frozen=True, slots=True)
class Opaque:
    """
    A binding that isn't followed: `except … as`, `match`, `del`, a class.
    """


Binding: TypeAlias = (
    Assigned | Annotated | Element | Entered | Defined | Imported | Augmented | Opaque
)


def targets(statement: ast.stmt, name: str) -> list[Binding]:
    """
    List what a statement itself binds to the name.
    """
    match statement:
        case ast.Assign(targets, value):
            return [Assigned(value, path) for each in targets for path in paths(each, name)]
        case ast.AnnAssign(ast.Name(id=found), annotation, value) if found == name:
            return [Annotated(annotation, value)]
        case ast.AugAssign(ast.Name(id=found), _, value) if found == name:
            return [Augmented(value, statement)]
        case ast.For(target, iterable) | ast.AsyncFor(target, iterable):
            return [Element(iterable, path) for path in paths(target, name)]
        case ast.With(items) | ast.AsyncWith(items):
            return [
                Entered(each.context_expr, path)
                for each in items
                if each.optional_vars is not None
                for path in paths(each.optional_vars, name)
            ]
        case ast.FunctionDef() | ast.AsyncFunctionDef() if statement.name == name:
            return [Defined(statement)]
        case ast.ClassDef(found) if found == name:
            return [Opaque()]
        case ast.Import(names):
            return [
                Imported(each.name if each.asname else each.name.partition(".")[0], 0, None)
                for each in names
                if (each.asname or each.name.partition(".")[0]) == name
            ]
        case ast.ImportFrom(module, names, level):
            return [
                Imported(module or "", level or 0, each.name)
                for each in names
                if (each.asname or each.name) == name
            ]
        case ast.Delete(targets):
            return [Opaque() for each in targets for _ in paths(each, name)]
        case _:
            return []


def paths(target: ast.expr, name: str) -> list[tuple[int, ...]]:
    """
    Find a name in an assignment's target; () where it is the target itself.
    """
    match target:
        case ast.Name(id=found) if found == name:
            return [()]
        case ast.Tuple(elts) | ast.List(elts):
            starred = any(isinstance(each, ast.Starred) for each in elts)
            return [
                # After a star, the place of the value is not known.
                (NOWHERE if starred else position, *rest)
                for position, each in enumerate(elts)
                for rest in paths(each, name)
            ]
        case ast.Starred(value):
            return [(NOWHERE, *rest) for rest in paths(value, name)]
        case _:
            return []


def walrus(statement: ast.stmt, name: str) -> list[Binding]:
    found = remembered(statement, "fluidkit_walruses", lambda: _walruses(statement))
    return [Assigned(each.value) for each in found if each.target.id == name]


def _walruses(statement: ast.stmt) -> list[ast.NamedExpr]:
    return [
        node
        for each in own_expressions(statement)
        for node in (each, *walk(each))
        if isinstance(node, ast.NamedExpr)
    ]


def pattern_binds(statement: ast.Match, name: str) -> bool:
    return any(
        getattr(node, "name", None) == name or getattr(node, "rest", None) == name
        for case in statement.cases
        for node in ast.walk(case.pattern)
    )


def mentions(statement: ast.stmt, name: str) -> bool:
    """
    Whether a statement may bind a name, itself or inside.
    """
    bound: set[str] = remembered(
        statement, "fluidkit_names", lambda: {each for each in _names_set(statement) if each}
    )
    return name in bound


def _names_set(statement: ast.stmt) -> Iterator[str | None]:
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name
            case ast.alias(name, other):
                yield other or name.partition(".")[0]
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.ExceptHandler() | ast.MatchAs() | ast.MatchStar():
                yield node.name
            case ast.MatchMapping():
                yield node.rest
