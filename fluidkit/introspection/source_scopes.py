"""
A function that is being read, and which of its assignments a name may come from.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import FunctionType
from typing import Final

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_bindings import (
    Binding,
    Opaque,
    mentions,
    pattern_binds,
    targets,
    walrus,
)
from fluidkit.introspection.source_changes import doings, is_change
from fluidkit.introspection.source_trees import (
    FunctionNode,
    blocks,
    body_of,
    is_name,
    own_expressions,
    remembered,
    walk,
)
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
    Unknown,
    Value,
)

DEEPEST: Final = 12
"""How many calls are followed into each other."""


class TooDeepError(Exception):
    """
    More calls inside each other than are followed.
    """


class Lazy(Mapping[str, Value]):
    """
    Names whose values are read when they are first wanted.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self._values: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._values:
            self._values[name] = Unknown(f"`{name}` depends on itself")
            self._values[name] = self._read(name)
        return self._values[name]

    def _read(self, name: str) -> Value:
        raise NotImplementedError

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@dataclass(slots=True)
class Block:
    """
    Where a statement stands: its list, its place there, and the statement around.
    """

    statements: list[ast.stmt]
    index: int
    around: ast.stmt | None
    part: str


@dataclass(slots=True)
class _Index:
    """
    What a function's own code says of its statements and names, whoever calls it.
    """

    body: list[ast.stmt] = field(default_factory=list)
    blocks: dict[int, Block] = field(default_factory=dict)
    """Where each statement stands, by its id."""
    statements: dict[int, ast.stmt] = field(default_factory=dict)
    """The statement that an expression stands in, by the id of the expression."""
    outer: set[str] = field(default_factory=set)
    """Names that are declared `global` or `nonlocal`."""
    foreign: set[str] = field(default_factory=set)
    """Names that functions inside set with `nonlocal`: at any time."""

    @classmethod
    def of(cls, node: FunctionNode) -> _Index:
        index = cls(body_of(node))
        index.add(index.body, None, "body")
        inner = [each for statement in index.body for each in ast.walk(statement)]
        declared = {name for each in inner if isinstance(each, ast.Nonlocal) for name in each.names}
        index.foreign = declared - index.outer
        return index

    def add(self, statements: list[ast.stmt], around: ast.stmt | None, part: str) -> None:
        for position, statement in enumerate(statements):
            self.blocks[id(statement)] = Block(statements, position, around, part)
            if isinstance(statement, ast.Global | ast.Nonlocal):
                self.outer.update(statement.names)
            for each in own_expressions(statement):
                for node in (each, *walk(each)):
                    self.statements.setdefault(id(node), statement)
            for part_name, inner in blocks(statement):
                self.add(inner, statement, part_name)


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
    _index: _Index = field(init=False, default_factory=_Index)

    def __post_init__(self) -> None:
        if (node := self.node) is not None:
            self._index = remembered(node, "fluidkit_index", lambda: _Index.of(node))

    @property
    def body(self) -> list[ast.stmt]:
        """
        The function's own statements.
        """
        return self._index.body

    def statement_of(self, node: ast.AST) -> ast.stmt | None:
        """
        Find the statement that an expression of this function stands in.
        """
        return self._index.statements.get(id(node))

    def block_of(self, statement: ast.stmt) -> Block | None:
        return self._index.blocks.get(id(statement))

    def binds(self, name: str) -> bool:
        """
        Whether the name is this function's own.
        """
        if name in self.arguments:
            return True
        return name not in self._index.outer and any(True for _ in _all(self.body, name))

    def reaching(self, name: str, use: ast.AST) -> tuple[list[Binding], bool]:
        """
        Find the bindings that a use of the name may see, and whether the parameter's is one.
        """
        if name in self._index.foreign:
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
            for node in doings(statement):
                if any(is_change(node, each) for each in names):
                    yield node

    def _aliases(self, name: str) -> set[str]:
        """
        Collect the names that may stand for the same object, or for its elements.
        """
        names = {name}
        for statement in self.body:
            for node in doings(statement):
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
            for node in doings(statement):
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
            if isinstance(around, ast.Match) and is_name(around.subject, name):
                for case in around.cases:
                    if case.body is block.statements and isinstance(case.pattern, ast.MatchClass):
                        yield case.pattern.cls, True
            statement = around


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


def _tested(test: ast.expr, name: str, *, together: bool) -> Iterator[ast.expr]:
    match test:
        case ast.Call(ast.Name("isinstance"), [ast.Name(found), tested]) if found == name:
            yield tested
        case ast.BoolOp(ast.And(), values) if together:
            for each in values:
                yield from _tested(each, name, together=True)


def _reaching(scope: Scope, name: str, statement: ast.stmt) -> tuple[list[Binding], bool]:
    found: list[Binding] = []
    current: ast.stmt = statement
    # The statement's own `:=` and the targets of its own loop are seen inside of it.
    found.extend(walrus(current, name))
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
    own = [*targets(around, name), *walrus(around, name)]
    if isinstance(around, ast.Match) and pattern_binds(around, name):
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
    if not mentions(statement, name):
        return False
    if isinstance(statement, ast.With | ast.AsyncWith):
        for inner in reversed(statement.body):
            if _last(inner, name, found, scope):
                return True
        entered = targets(statement, name)
        found.extend(entered)
        return bool(entered)
    if isinstance(statement, ast.If) and scope.decide(statement.test) is not None:
        taken = statement.body if scope.decide(statement.test) else statement.orelse
        return any(_last(inner, name, found, scope) for inner in reversed(taken))
    if any(True for _ in blocks(statement)):
        found.extend(each for each in _all([statement], name, scope) if each not in found)
        return bool(walrus(statement, name)) and not isinstance(statement, ast.While)
    own = [*targets(statement, name), *walrus(statement, name)]
    found.extend(own)
    return bool(own)


def _all(statements: list[ast.stmt], name: str, scope: Scope | None = None) -> Iterator[Binding]:
    for statement in statements:
        if not mentions(statement, name):
            continue
        yield from targets(statement, name)
        yield from walrus(statement, name)
        for part, inner in blocks(statement):
            if scope is None or not _is_dead_part(statement, part, scope):
                yield from _all(inner, name, scope)
        for handler in getattr(statement, "handlers", []):
            if handler.name == name:
                yield Opaque()
        if isinstance(statement, ast.Match) and pattern_binds(statement, name):
            yield Opaque()


def _is_dead_part(statement: ast.stmt, part: str, scope: Scope) -> bool:
    if not isinstance(statement, ast.If):
        return False
    decided = scope.decide(statement.test)
    return decided is not None and decided is not (part == "body")
