"""
What the expressions of an endpoint's source stand for.

The reader never runs the user's code. Names are resolved through the function's real globals and
closure; the tree gives the shape only. Every path that it can't follow ends in an `Unknown` that
says why, so that a caller never mistakes a guess for knowledge.

`Reader` knows the kinds of expressions. What names, attributes, elements and calls are is told by
the modules that are called so, each of which comes back to the reader for the parts.
"""

from __future__ import annotations

import ast
from enum import Enum
from typing import Any, Final

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_attributes import attribute_of
from fluidkit.introspection.source_bindings import NOWHERE, Element, paths
from fluidkit.introspection.source_elements import awaited, element_of
from fluidkit.introspection.source_files import Trees
from fluidkit.introspection.source_functions import called, function_value, object_value, returns
from fluidkit.introspection.source_hints import resolved, return_hint
from fluidkit.introspection.source_names import bound, named
from fluidkit.introspection.source_parameters import entered_scope, passed_arguments
from fluidkit.introspection.source_presence import proves_present
from fluidkit.introspection.source_scopes import Lazy, Scope, TooDeepError
from fluidkit.introspection.source_text import combined, formatted, joined, widened
from fluidkit.introspection.source_trees import shown
from fluidkit.introspection.source_values import (
    SIMPLE,
    Arguments,
    Code,
    Dict,
    Group,
    Known,
    List,
    Typed,
    Unknown,
    Value,
    alternatives,
    for_each,
    has_unknown,
    one_of,
    present,
    typed,
)

MOST_STEPS: Final = 2_000
"""How many expressions one endpoint may take, so that no source takes for ever."""


class Reader:
    """
    Reads expressions of one endpoint.
    """

    def __init__(self, trees: Trees) -> None:
        self.trees = trees
        self.open: set[tuple[int, int]] = set()
        """The nodes that are being read, each with its scope: none of them twice at a time."""
        self.made: dict[tuple[type, str], Value] = {}
        """What `__init__` sets, by class and attribute."""
        self._known: dict[tuple[int, int], tuple[Scope, Value]] = {}
        self._steps = 0
        self._cuts = 0

    def evaluate(self, node: ast.expr, scope: Scope) -> Value:
        """
        Tell what an expression may be.
        """
        step = (id(node), id(scope))
        if step in self._known:
            return self._known[step][1]
        self._steps += 1
        if step in self.open or self._steps > MOST_STEPS:
            self._cuts += 1
            return Unknown(f"`{shown(node)}` depends on itself")
        cuts = self._cuts
        self.open.add(step)
        try:
            value = self._evaluate(node, scope)
        except TooDeepError:
            self._cuts += 1
            return Unknown(f"`{shown(node)}` leads too deep")
        finally:
            self.open.discard(step)
        if self._cuts == cuts:
            # What was cut short on the way may be more, seen from elsewhere. The scope is kept, as
            # its id must not become another's.
            self._known[step] = (scope, value)
        return value

    def _evaluate(self, node: ast.expr, scope: Scope) -> Value:
        match node:
            case ast.Constant(value):
                return Known(value)
            case ast.Name():
                return named(self, node, scope)
            case ast.Attribute(owner, name):
                of = present(self.evaluate(owner, scope))
                return for_each(of, lambda each: self.attribute(each, name))
            case ast.Call():
                return self._call(node, scope)
            case ast.Await(value):
                return for_each(present(self.evaluate(value, scope)), awaited)
            case ast.NamedExpr(_, value) | ast.Starred(value):
                return self.evaluate(value, scope)
            case ast.IfExp(test, body, other):
                decided = scope.decide(test)
                if decided is not None:
                    return self.evaluate(body if decided else other, scope)
                return one_of(
                    [
                        self._branch(body, test, scope, went_so=True),
                        self._branch(other, test, scope, went_so=False),
                    ]
                )
            case ast.BoolOp():
                return self._either(node, scope)
            case ast.BinOp(left, operator, right):
                return self._combined(left, operator, right, scope)
            case ast.Compare() | ast.UnaryOp(op=ast.Not()):
                return Typed(bool)
            case ast.UnaryOp(operand=operand):
                return widened(self.evaluate(operand, scope))
            case ast.JoinedStr(values):
                return joined([self._piece(each, scope) for each in values])
            case ast.Dict():
                return self._dict(node, scope)
            case ast.Set(elts):
                return List(tuple(self._display(elts, scope)))
            case ast.List(elts) | ast.Tuple(elts):
                if any(isinstance(each, ast.Starred) for each in elts):
                    return List(tuple(self._display(elts, scope)))
                return Group(tuple(self.evaluate(each, scope) for each in elts))
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                return List((self.evaluate(node.elt, self._comprehension(node, scope)),))
            case ast.Subscript(value, key):
                of = present(self.evaluate(value, scope))
                return for_each(of, lambda each: self._subscript(each, key, scope))
            case ast.Lambda():
                return Code(node, None, scope)
            case _:
                return Unknown(f"`{shown(node)}` is not followed")

    # --- What other modules tell, and come back for ---------------------------------------------

    def function(self, function: Any, owner: Value | None = None) -> Value:
        """
        Take a callable object for what it is: code to read, a partial, a method, a class.
        """
        return function_value(self, function, owner)

    def object(self, found: Any) -> Value:
        """
        Take an object that exists now for what it will be when the endpoint runs.
        """
        return object_value(self, found)

    def attribute(self, value: Value, name: str) -> Value:
        """
        Tell what `value.name` is.
        """
        return attribute_of(self, value, name)

    def element(self, value: Value) -> Value:
        """
        Tell what iterating over a value gives, sync or async.
        """
        return element_of(self, value)

    def call(self, function: Value, passed: Arguments, depth: int) -> Value:
        """
        Tell what a call gives.
        """
        return called(self, function, passed, depth)

    def arguments(self, node: ast.Call, scope: Scope) -> Arguments:
        """
        Tell what a call passes.
        """
        return passed_arguments(self, node, scope)

    def enter(self, code: Code, passed: Arguments | None, depth: int) -> Scope:
        """
        Start to read a function; None for the arguments: FastAPI calls it.
        """
        return entered_scope(self, code, passed, depth)

    def returns(self, code: Code, passed: Arguments | None, depth: int) -> list[Value]:
        """
        List what a function returns.
        """
        return returns(self, code, passed, depth)

    def return_hint(self, code: Code) -> Any:
        """
        Resolve a function's return annotation.
        """
        return return_hint(self, code)

    # --- Expressions ----------------------------------------------------------------------------

    def _call(self, node: ast.Call, scope: Scope) -> Value:
        function = present(self.evaluate(node.func, scope))
        passed = self.arguments(node, scope)
        return for_each(function, lambda each: self.call(each, passed, scope.depth))

    def _branch(self, node: ast.expr, test: ast.expr, scope: Scope, *, went_so: bool) -> Value:
        """
        Tell what a conditional expression gives on one side: `a if a is not None else b`.
        """
        value = self.evaluate(node, scope)
        if isinstance(node, ast.Name) and proves_present(test, node.id, went_so=went_so):
            return present(value)
        return value

    def _combined(
        self, left: ast.expr, operator: ast.operator, right: ast.expr, scope: Scope
    ) -> Value:
        first, second = present(self.evaluate(left, scope)), self.evaluate(right, scope)
        # None can be put into text, as in `"%s" % None`, but is no operand otherwise.
        return combined(
            first, operator, second if isinstance(operator, ast.Mod) else present(second)
        )

    def _either(self, node: ast.BoolOp, scope: Scope) -> Value:
        """
        `a or b` is `a` only where that is true: never `None`.
        """
        values = [self.evaluate(each, scope) for each in node.values]
        if isinstance(node.op, ast.And):
            return one_of(values)
        first = [self._truthy(each) for value in values[:-1] for each in alternatives(value)]
        return one_of([*(each for each in first if each is not None), values[-1]])

    def _truthy(self, value: Value) -> Value | None:
        match value:
            case Known(found) if isinstance(found, SIMPLE) and not found:
                return None
            case Typed(annotation):
                kept = source_annotations.present(annotation)
                return Typed(source_annotations.union(list(kept))) if kept else None
            case List(()) | Dict(()):
                return None
            case _:
                return value

    def _piece(self, node: ast.expr, scope: Scope) -> Value:
        """
        Read one piece of an f-string.
        """
        if not isinstance(node, ast.FormattedValue):
            return self.evaluate(node, scope)
        value = self.evaluate(node.value, scope)
        if node.conversion not in (-1, 115):
            return Typed(str)
        if node.format_spec is not None:
            return (
                Unknown("a format specification is not followed")
                if has_unknown(value)
                else Typed(str)
            )
        return for_each(value, formatted)

    def _dict(self, node: ast.Dict, scope: Scope) -> Value:
        items: dict[str, Value] = {}
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                spread = self.evaluate(value, scope)
                if not isinstance(spread, Dict):
                    return Unknown(f"the keys of `**{shown(value)}` are not known")
                items.update(spread.items)
                continue
            match self.evaluate(key, scope):
                case Known(str() as name):
                    items[name.value if isinstance(name, Enum) else name] = self.evaluate(
                        value, scope
                    )
                case _:
                    return Unknown(f"the keys of `{shown(node)}` are not constants")
        return Dict(tuple(items.items()))

    def _display(self, elements: list[ast.expr], scope: Scope) -> list[Value]:
        return [
            self.element(self.evaluate(each.value, scope))
            if isinstance(each, ast.Starred)
            else self.evaluate(each, scope)
            for each in elements
        ]

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, scope: Scope
    ) -> Scope:
        for generator in node.generators:
            scope = Scope(
                node=None,
                arguments=_Targets(self, generator.target, generator.iter, scope),
                function=scope.function,  # pyright: ignore[reportArgumentType]
                parent=scope,
                depth=scope.depth,
            )
        return scope

    def _subscript(self, value: Value, key: ast.expr, scope: Scope) -> Value:
        if isinstance(key, ast.Slice):
            return value if isinstance(value, List | Typed) else Unknown("a slice is not followed")
        index = self.evaluate(key, scope)
        constant = index.value if isinstance(index, Known) else None
        match value:
            case Dict():
                found = value.get(constant) if isinstance(constant, str) else None
                return found or Unknown(f"the key `{shown(key)}` is not known")
            case List(elements):
                return one_of(list(elements))
            case Group(values) if type(constant) is int and -len(values) <= constant < len(values):
                return values[constant]
            case Typed(annotation):
                return typed(
                    source_annotations.subscripted(annotation, constant),
                    f"the type of `[{shown(key)}]` is not known",
                )
            case Known(found) if isinstance(found, type) or hasattr(found, "__class_getitem__"):
                return self._specialised(found, key, scope)
            case _:
                return Unknown(f"the type of `[{shown(key)}]` is not known")

    def _specialised(self, found: Any, key: ast.expr, scope: Scope) -> Value:
        """
        `Page[User](…)`: a generic class with its arguments.
        """
        argument = resolved(self, key, scope)
        if argument is MISSING:
            return Unknown(f"`{shown(key)}` is not known")
        try:
            return Known(found[argument])
        except Exception:  # noqa: BLE001 -- subscribing runs the user's `__class_getitem__`
            return Unknown(f"`{shown(key)}` is not known")


class _Targets(Lazy):
    def __init__(self, reader: Reader, target: ast.expr, iterable: ast.expr, scope: Scope) -> None:
        names = [each.id for each in ast.walk(target) if isinstance(each, ast.Name)]
        super().__init__(names)
        self._reader, self._target, self._iterable, self._scope = reader, target, iterable, scope

    def _read(self, name: str) -> Value:
        (path, *_) = paths(self._target, name) or [(NOWHERE,)]
        element = Element(self._iterable, path)
        return bound(self._reader, element, name, self._scope)
