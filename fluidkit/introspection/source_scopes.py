"""
The source of a function as a tree, and which assignments a name may come from.
"""

from __future__ import annotations

import ast
import inspect
import linecache
import os
import sysconfig
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from types import CodeType, FunctionType
from typing import Any, Final, TypeAlias, TypeVar

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_values import (
    Dict,
    Dump,
    Group,
    Instance,
    Json,
    Known,
    List,
    Text,
    Typed,
    Value,
)

_T = TypeVar("_T")
FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
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
        nodes = list(ast.walk(self._module(function)))
        bound = [each for each in nodes if _is_name(each, name) and _is_set(each)]
        return len(bound) == 1 and not any(_changes(each, name) for each in nodes)

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


def parameters(node: FunctionNode) -> list[ast.arg]:
    """
    List the parameters, positional ones first.
    """
    rest = [each for each in (node.args.vararg, node.args.kwarg) if each is not None]
    return [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, *rest]


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """
    Walk a function's own code, in order, without what is defined inside it.
    """
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, DEFINITIONS):
            yield from walk(child)


def body_of(node: FunctionNode) -> list[ast.stmt]:
    """
    List a function's statements; a lambda is one `return`.
    """
    if isinstance(node, ast.Lambda):
        return [ast.copy_location(ast.Return(value=node.body), node.body)]
    return node.body


def yields_of(node: FunctionNode) -> Iterator[ast.Yield | ast.YieldFrom]:
    """
    Give the `yield`s of a function, in order.
    """
    yield from _remembered(node, "fluidkit_yields", lambda: list(_yields(node)))


def _yields(node: FunctionNode) -> Iterator[ast.Yield | ast.YieldFrom]:
    body = [node.body] if isinstance(node, ast.Lambda) else node.body
    for statement in body:
        for each in (statement, *walk(statement)):
            if isinstance(statement, DEFINITIONS):
                break
            if isinstance(each, ast.Yield | ast.YieldFrom):
                yield each


def returns_of(node: FunctionNode) -> Iterator[ast.expr | None]:
    """
    Give what a function returns, in order; None: a bare `return`.
    """
    yield from _remembered(node, "fluidkit_returns", lambda: list(_returns(node)))


def _returns(node: FunctionNode) -> Iterator[ast.expr | None]:
    if isinstance(node, ast.Lambda):
        yield node.body
        return
    for statement in node.body:
        if not isinstance(statement, DEFINITIONS):
            for each in (statement, *walk(statement)):
                if isinstance(each, ast.Return):
                    yield each.value


# --- Bindings -----------------------------------------------------------------------------------


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


@dataclass(slots=True)
class Block:
    """
    Where a statement stands: its list, its place there, and the statement around.
    """

    statements: list[ast.stmt]
    index: int
    around: ast.stmt | None
    part: str


@dataclass(slots=True, eq=False)
class Scope:
    """
    A function that is being read, with what its parameters are.
    """

    node: FunctionNode | None
    """None: a comprehension, whose targets are its `arguments`."""
    arguments: Mapping[str, Value]
    function: FunctionType | None
    """The real function whose globals count here; None outside of any."""
    parent: Scope | None
    depth: int = 0
    body: list[ast.stmt] = field(init=False, default_factory=list)
    _blocks: dict[int, Block] = field(init=False, default_factory=dict)
    _statements: dict[int, ast.stmt] = field(init=False, default_factory=dict)
    _outer: set[str] = field(init=False, default_factory=set)
    _foreign: set[str] = field(init=False, default_factory=set)
    """Names that functions inside set with `nonlocal`: at any time."""

    def __post_init__(self) -> None:
        if self.node is None:
            return
        known = _remembered(self.node, "fluidkit_index", self._indexed)
        self.body, self._blocks, self._statements, self._outer, self._foreign = known

    def _indexed(self) -> tuple[Any, ...]:
        assert self.node is not None
        self.body = body_of(self.node)
        self._index(self.body, None, "body")
        foreign = {
            name
            for statement in self.body
            for inner in ast.walk(statement)
            if isinstance(inner, ast.Nonlocal)
            for name in inner.names
        }
        return self.body, self._blocks, self._statements, self._outer, foreign - self._outer

    def _index(self, statements: list[ast.stmt], around: ast.stmt | None, part: str) -> None:
        for position, statement in enumerate(statements):
            self._blocks[id(statement)] = Block(statements, position, around, part)
            if isinstance(statement, ast.Global | ast.Nonlocal):
                self._outer.update(statement.names)
            self._index_nodes(statement)
            for part_name, inner in blocks(statement):
                self._index(inner, statement, part_name)

    def _index_nodes(self, statement: ast.stmt) -> None:
        for each in own_expressions(statement):
            for node in (each, *walk(each)):
                self._statements.setdefault(id(node), statement)

    def statement_of(self, node: ast.AST) -> ast.stmt | None:
        """
        Find the statement that an expression of this function stands in.
        """
        return self._statements.get(id(node))

    def block_of(self, statement: ast.stmt) -> Block | None:
        return self._blocks.get(id(statement))

    def binds(self, name: str) -> bool:
        """
        Whether the name is this function's own.
        """
        if name in self.arguments:
            return True
        return name not in self._outer and any(True for _ in _all(self.body, name))

    def reaching(self, name: str, use: ast.AST) -> tuple[list[Binding], bool]:
        """
        Find the bindings that a use of the name may see, and whether the parameter's is one.
        """
        if name in self._foreign:
            return [Opaque()], True
        statement = self.statement_of(use)
        if statement is None:
            # A function defined inside reads the name later: any binding may be the last one.
            return list(_all(self.body, name)), True
        return _reaching(self, name, statement)

    def decide(self, test: ast.expr) -> bool | None:
        """
        Decide a test of the parameters alone, by what is passed; None: it can go either way.
        """
        match test:
            case ast.UnaryOp(ast.Not(), operand):
                inner = self.decide(operand)
                return None if inner is None else not inner
            case ast.Compare(ast.Name(name), [ast.Is() | ast.IsNot() as how], [ast.Constant(None)]):
                is_none = _is_none(self._parameter(name))
                return None if is_none is None else is_none is isinstance(how, ast.Is)
            case ast.Name(name):
                return _is_true(self._parameter(name))
            case _:
                return None

    def _parameter(self, name: str) -> Value | None:
        if self.node is None or name not in self.arguments:
            return None
        return None if any(True for _ in _all(self.body, name)) else self.arguments[name]

    def is_dead(self, node: ast.AST) -> bool:
        """
        Whether code is never reached, as what is passed decides an `if` around it.
        """
        statement = self.statement_of(node)
        while statement is not None:
            block = self.block_of(statement)
            if block is None:
                return False
            if isinstance(block.around, ast.If):
                decided = self.decide(block.around.test)
                if decided is not None and decided is not (block.part == "body"):
                    return True
            statement = block.around
        return False

    def changes(self, name: str) -> Iterator[ast.AST]:
        """
        Give what may change the object behind a name in place: `name[…] = …`, `name.update(…)`.
        """
        names = self._aliases(name)
        for statement in self.body:
            for node in _doings(statement):
                if any(_changes(node, each) for each in names):
                    yield node

    def _aliases(self, name: str) -> set[str]:
        """
        Collect the names that may stand for the same object, or for its elements.
        """
        names = {name}
        for statement in self.body:
            for node in _doings(statement):
                match node:
                    case ast.Assign([ast.Name(other)], ast.Name(found)) if found == name:
                        names.add(other)
                    case ast.For(ast.Name(other), ast.Name(found)) if found == name:
                        names.add(other)
        return names

    def calls_with(self, name: str) -> Iterator[tuple[ast.Call, int | str]]:
        """
        Give the calls that a name is passed to, with its place there.
        """
        for statement in self.body:
            for node in _doings(statement):
                if not isinstance(node, ast.Call):
                    continue
                for position, each in enumerate(node.args):
                    if isinstance(each, ast.Name) and each.id == name:
                        yield node, position
                for keyword in node.keywords:
                    value = keyword.value
                    if keyword.arg and isinstance(value, ast.Name) and value.id == name:
                        yield node, keyword.arg

    def narrowings(self, name: str, use: ast.AST) -> Iterator[tuple[ast.expr, bool]]:
        """
        Give the classes that a name was tested for around its use, and how the test went.
        """
        statement = self.statement_of(use)
        while statement is not None and (block := self.block_of(statement)) is not None:
            around = block.around
            if isinstance(around, ast.If) and not any(True for _ in _all([around], name)):
                for tested in _tested(around.test, name, together=block.part == "body"):
                    yield tested, block.part == "body"
            if isinstance(around, ast.Match) and _is_name(around.subject, name):
                for case in around.cases:
                    if case.body is block.statements and isinstance(case.pattern, ast.MatchClass):
                        yield case.pattern.cls, True
            statement = around


_READING_METHODS = frozenset(
    [
        "get",
        "keys",
        "values",
        "items",
        "copy",
        "index",
        "count",
        "encode",
        "decode",
        "strip",
        "join",
        "split",
        "model_dump",
        "model_dump_json",
        "dict",
        "json",
        "format",
        "replace",
        "startswith",
        "endswith",
        "lower",
        "upper",
    ]
)


def _is_none(value: Value | None) -> bool | None:
    match value:
        case Known(found):
            return found is None
        case Typed(annotation):
            kinds = source_annotations.members(annotation)
            surely = all(isinstance(each, type) and each is not object for each in kinds)
            return False if surely and type(None) not in kinds else None
        case Text() | Json() | Dict() | Dump() | List() | Group() | Instance():
            return False
        case _:
            return None


def _is_true(value: Value | None) -> bool | None:
    match value:
        case Known(found) if isinstance(found, str | int | float | types.NoneType):
            return bool(found)
        case _:
            return None


def _changes(node: ast.AST, name: str) -> bool:
    match node:
        case (
            ast.Subscript(value=ast.Name(id=found), ctx=ast.Store() | ast.Del())
            | ast.AugAssign(target=ast.Name(id=found) | ast.Subscript(value=ast.Name(id=found)))
        ):
            return found == name
        case ast.Call(func=ast.Attribute(value=ast.Name(id=found), attr=method)):
            return found == name and method not in _READING_METHODS
    return False


def changes_parameter(node: FunctionNode, place: int | str) -> bool:
    """
    Whether a function changes what it is passed, in place.
    """
    names = [each.arg for each in parameters(node)]
    if isinstance(place, int):
        if place >= len(names):
            return True
        place = names[place]
    return any(_changes(each, place) for each in ast.walk(node))


def _tested(test: ast.expr, name: str, *, together: bool) -> Iterator[ast.expr]:
    match test:
        case ast.Call(ast.Name("isinstance"), [ast.Name(found), tested]) if found == name:
            yield tested
        case ast.BoolOp(ast.And(), values) if together:
            for each in values:
                yield from _tested(each, name, together=True)


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _is_set(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)


def blocks(statement: ast.stmt) -> Iterator[tuple[str, list[ast.stmt]]]:
    """
    Give the statement lists inside a compound statement, but not those of definitions.
    """
    if isinstance(statement, DEFINITIONS):
        return
    for part in ("body", "orelse", "finalbody"):
        inner = getattr(statement, part, None)
        if isinstance(inner, list):
            yield part, inner
    for handler in getattr(statement, "handlers", []):
        yield "handlers", handler.body
    for case in getattr(statement, "cases", []):
        yield "cases", case.body


def own_expressions(statement: ast.stmt) -> Iterator[ast.AST]:
    """
    Give the expressions of a statement itself, without its blocks.
    """
    if isinstance(statement, DEFINITIONS):
        return
    for name, value in ast.iter_fields(statement):
        if name in ("body", "orelse", "finalbody", "handlers"):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.match_case):
                yield from (each.pattern, *([each.guard] if each.guard else []))
            elif isinstance(each, ast.AST):
                yield each


def _reaching(scope: Scope, name: str, statement: ast.stmt) -> tuple[list[Binding], bool]:
    found: list[Binding] = []
    current: ast.stmt = statement
    # The statement's own `:=` and the targets of its own loop are seen inside of it.
    found.extend(_walrus(current, name))
    while True:
        block = scope.block_of(current)
        if block is None:
            return found, True
        for earlier in reversed(block.statements[: block.index]):
            if _last(earlier, name, found, scope):
                return found, False
        around = block.around
        if around is None:
            return found, True
        if _around(around, block.part, name, found, scope):
            return found, False
        current = around


def _around(around: ast.stmt, part: str, name: str, found: list[Binding], scope: Scope) -> bool:
    """
    Add what the statement around a block binds; True: nothing before it can reach.
    """
    own = [*_targets(around, name), *_walrus(around, name)]
    if isinstance(around, ast.Match) and _pattern_binds(around, name):
        found.append(Opaque())
        return False
    if part == "handlers":
        found.extend(_all([around], name, scope))
        return False
    found.extend(own)
    if isinstance(around, ast.For | ast.AsyncFor) and own and part == "body":
        # A loop's own target is set anew in each round: what its body sets after the use is gone.
        return True
    if isinstance(around, ast.For | ast.AsyncFor | ast.While):
        found.extend(each for each in _all(around.body, name, scope) if each not in found)
        return bool(own) and isinstance(around, ast.While)
    if isinstance(around, ast.Try | ast.TryStar) and part != "body":
        found.extend(each for each in _all([around], name, scope) if each not in found)
    return bool(own)


def _last(statement: ast.stmt, name: str, found: list[Binding], scope: Scope) -> bool:
    """
    Add what a statement binds; True: it surely does, so that nothing earlier is seen.
    """
    if not _mentions(statement, name):
        return False
    if isinstance(statement, ast.With | ast.AsyncWith):
        for inner in reversed(statement.body):
            if _last(inner, name, found, scope):
                return True
        targets = _targets(statement, name)
        found.extend(targets)
        return bool(targets)
    if isinstance(statement, ast.If) and scope.decide(statement.test) is not None:
        taken = statement.body if scope.decide(statement.test) else statement.orelse
        return any(_last(inner, name, found, scope) for inner in reversed(taken))
    if any(True for _ in blocks(statement)):
        found.extend(each for each in _all([statement], name, scope) if each not in found)
        return bool(_walrus(statement, name)) and not isinstance(statement, ast.While)
    own = [*_targets(statement, name), *_walrus(statement, name)]
    found.extend(own)
    return bool(own)


def _all(statements: list[ast.stmt], name: str, scope: Scope | None = None) -> Iterator[Binding]:
    for statement in statements:
        if not _mentions(statement, name):
            continue
        yield from _targets(statement, name)
        yield from _walrus(statement, name)
        for part, inner in blocks(statement):
            if scope is None or not _is_dead_part(statement, part, scope):
                yield from _all(inner, name, scope)
        for handler in getattr(statement, "handlers", []):
            if handler.name == name:
                yield Opaque()
        if isinstance(statement, ast.Match) and _pattern_binds(statement, name):
            yield Opaque()


def _is_dead_part(statement: ast.stmt, part: str, scope: Scope) -> bool:
    if not isinstance(statement, ast.If):
        return False
    decided = scope.decide(statement.test)
    return decided is not None and decided is not (part == "body")


def _pattern_binds(statement: ast.Match, name: str) -> bool:
    return any(
        getattr(node, "name", None) == name or getattr(node, "rest", None) == name
        for case in statement.cases
        for node in ast.walk(case.pattern)
    )


def _walrus(statement: ast.stmt, name: str) -> list[Binding]:
    found = _remembered(statement, "fluidkit_walruses", lambda: _walruses(statement))
    return [Assigned(each.value) for each in found if each.target.id == name]


def _walruses(statement: ast.stmt) -> list[ast.NamedExpr]:
    return [
        node
        for each in own_expressions(statement)
        for node in (each, *walk(each))
        if isinstance(node, ast.NamedExpr)
    ]


def _mentions(statement: ast.stmt, name: str) -> bool:
    """
    Whether a statement may bind a name, itself or inside.
    """
    bound: set[str] = _remembered(
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


def _doings(statement: ast.stmt) -> list[ast.AST]:
    """
    List the nodes that may change an object, pass it on, or give it another name.
    """
    kinds = (ast.Subscript, ast.AugAssign, ast.Call, ast.Assign, ast.For)
    return _remembered(
        statement,
        "fluidkit_doings",
        lambda: [node for node in ast.walk(statement) if isinstance(node, kinds)],
    )


def _remembered(node: ast.AST, name: str, find: Callable[[], _T]) -> _T:
    """
    Leave what is found on the node, which lives as long as the reading: it is asked for often.
    """
    known: _T | None = getattr(node, name, None)
    if known is None:
        known = find()
        setattr(node, name, known)
    return known


def _targets(statement: ast.stmt, name: str) -> list[Binding]:
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
                # After a star, the place of the value is not known: no tuple is that long.
                (10_000 if starred else position, *rest)
                for position, each in enumerate(elts)
                for rest in paths(each, name)
            ]
        case ast.Starred(value):
            return [(10_000, *rest) for rest in paths(value, name)]
        case _:
            return []
