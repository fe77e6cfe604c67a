"""
What the expressions of an endpoint's source stand for: names, attributes, calls, elements.

The reader never runs the user's code. Names are resolved through the function's real globals and
closure; the tree gives the shape only. Every path that it can't follow ends in an `Unknown` that
says why, so that a caller never mistakes a guess for knowledge.
"""

from __future__ import annotations

import ast
import asyncio
import builtins
import contextlib
import functools
import inspect
import sys
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from pathlib import PurePath
from typing import Any, Final, get_origin

import typing_extensions
from pydantic import BaseModel, TypeAdapter
from starlette.responses import Response

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING
from fluidkit.introspection.source_calls import call_native, constructed, method_of
from fluidkit.introspection.source_scopes import (
    FOREIGN,
    Annotated,
    Assigned,
    Augmented,
    Binding,
    Defined,
    Element,
    Entered,
    Imported,
    Opaque,
    Scope,
    Trees,
    changes_parameter,
    parameters,
    paths,
    returns_of,
    yields_of,
)
from fluidkit.introspection.source_text import (
    combined,
    concatenated,
    formatted,
    joined,
    kind,
    widened,
)
from fluidkit.introspection.source_values import (
    Arguments,
    Code,
    Coroutine,
    Dict,
    Dump,
    Generator,
    Group,
    Instance,
    Known,
    List,
    Method,
    Native,
    Partial,
    Typed,
    Unknown,
    Value,
    alternatives,
    one_of,
)

DEEPEST: Final = 12
"""How many calls are followed into each other."""
MOST_STEPS: Final = 2_000
"""How many expressions one endpoint may take, so that no source takes for ever."""

MOST_ELEMENTS: Final = 20
"""How many elements of a constant tuple are told apart."""

_SIMPLE: Final = str | bytes | int | float | types.NoneType | types.EllipsisType


class Reader:
    """
    Reads expressions of one endpoint.
    """

    def __init__(self, trees: Trees) -> None:
        self.trees = trees
        self._steps = 0
        self._open: set[tuple[int, int]] = set()
        self._made: dict[tuple[type, str], Value] = {}
        self._known: dict[tuple[int, int], tuple[Scope, Value]] = {}
        self._cuts = 0

    # --- Functions ------------------------------------------------------------------------------

    def function(self, function: Any, owner: Value | None = None) -> Value:
        """
        Take a callable object for what it is: code to read, a partial, a method, a class.
        """
        match function:
            case functools.partial():
                passed = Arguments(
                    tuple(self.object(each) for each in function.args),
                    {name: self.object(each) for name, each in function.keywords.items()},
                )
                return Partial(self.function(function.func), passed)
            case types.MethodType():
                return self.function(function.__func__, self.object(function.__self__))
            case functools._lru_cache_wrapper():
                return self.function(function.__wrapped__, owner)
            case types.FunctionType():
                node = self.trees.of(function)
                decorated = hasattr(function, "__wrapped__")
                if node is None:
                    return Native(function, owner)
                return Code(node, function, None, owner, decorated)
            case _ if isinstance(function, type):
                return Known(function)
            case _ if isinstance(
                source_annotations.static(type(function), "__call__"), types.FunctionType
            ):
                return self.function(type(function).__call__, self.object(function))
            case _:
                return Native(function, owner)

    def object(self, found: Any) -> Value:
        """
        Take an object that exists now for what it will be when the endpoint runs.
        """
        if isinstance(found, _SIMPLE | type | types.ModuleType | Enum):
            return Known(found)
        if isinstance(found, types.FunctionType | types.MethodType | functools.partial):
            return self.function(found)
        if isinstance(found, types.BuiltinFunctionType | types.MethodWrapperType):
            return Native(found)
        return Known(found)

    def enter(self, code: Code, passed: Arguments | None, depth: int) -> Scope:
        """
        Start to read a function; None for the arguments: FastAPI calls it.
        """
        if depth > DEEPEST:
            raise TooDeepError
        return Scope(
            node=code.node,
            arguments=_Parameters(self, code, passed, depth),
            # A field is no method, as Pyright takes one of this type to be.
            function=code.function  # pyright: ignore[reportArgumentType]
            or (code.parent.function if code.parent else None),
            parent=code.parent,
            depth=depth,
        )

    def parameter(self, code: Code, passed: Arguments | None, name: str, depth: int) -> Value:
        """
        Tell what a parameter is: what is passed, else what its annotation says.
        """
        names = [each.arg for each in parameters(code.node)]
        rest = {each.arg for each in (code.node.args.vararg, code.node.args.kwarg) if each}
        if name in rest:
            return Unknown(f"`*{name}` is not followed")
        position = names.index(name)
        if code.owner is not None:
            if position == 0:
                return code.owner
            position -= 1
        given = passed.get(name, position) if passed is not None else None
        hint = self.parameter_hint(code, name)
        if given is not None and not _has_unknown(given):
            if not (isinstance(given, Typed) and source_annotations.is_weak(given.annotation)):
                return given
            return given if hint is MISSING or source_annotations.is_weak(hint) else Typed(hint)
        if hint is not MISSING:
            return Typed(hint)
        if passed is None:
            return self._injected(code, name, depth)
        if given is None and not passed.opaque:
            return self._default(code, name)
        return given or Unknown(f"the parameter `{name}` has no annotation")

    def parameter_hint(self, code: Code, name: str) -> Any:
        """
        Resolve a parameter's annotation.
        """
        if code.function is not None:
            found = source_annotations.hint(code.function, name)
        else:
            node = next(each for each in parameters(code.node) if each.arg == name)
            found = self.annotation(node.annotation, code.parent)
        return MISSING if found in (Any, object) else found

    def _injected(self, code: Code, name: str, depth: int) -> Value:
        """
        Follow `Depends(...)` that stands without an annotation.
        """
        default = Unknown(f"the parameter `{name}` has no annotation")
        if code.function is None:
            return default
        try:
            parameter = inspect.signature(code.function).parameters[name]
        except (ValueError, TypeError, KeyError):
            return default
        dependency = getattr(parameter.default, "dependency", None)
        if not callable(dependency):
            return default
        if isinstance(dependency, type):
            return Typed(dependency)
        given = self.call(self.function(dependency), Arguments(opaque=True), depth + 1)
        given = given.value if isinstance(given, Coroutine) else given
        return self.element(given) if isinstance(given, Generator) else given

    def _default(self, code: Code, name: str) -> Value:
        if code.function is not None:
            with contextlib.suppress(ValueError, TypeError, KeyError):
                default = inspect.signature(code.function).parameters[name].default
                if default is not inspect.Parameter.empty:
                    return self.object(default)
        return Unknown(f"the parameter `{name}` has no annotation")

    def return_hint(self, code: Code) -> Any:
        """
        Resolve a function's return annotation.
        """
        if code.function is not None:
            return source_annotations.hint(code.function, "return")
        if isinstance(code.node, ast.Lambda):
            return MISSING
        return self.annotation(code.node.returns, code.parent)

    def annotation(self, node: ast.expr | None, scope: Scope | None) -> Any:
        """
        Resolve an annotation that stands inside a function, which Python never evaluates.
        """
        if node is None or scope is None or scope.function is None:
            return MISSING
        names = source_annotations.function_names(scope.function)
        for each in ast.walk(node):
            if isinstance(each, ast.Name) and _is_local(scope, each.id):
                local = self.evaluate(each, scope)
                if not isinstance(local, Known):
                    return MISSING
                names[each.id] = local.value
        text = node.value if isinstance(node, ast.Constant) else ast.unparse(node)
        return source_annotations.resolve(text, names)

    # --- Expressions ----------------------------------------------------------------------------

    def evaluate(self, node: ast.expr, scope: Scope) -> Value:
        """
        Tell what an expression may be.
        """
        step = (id(node), id(scope))
        if step in self._known:
            return self._known[step][1]
        self._steps += 1
        if step in self._open or self._steps > MOST_STEPS:
            self._cuts += 1
            return Unknown(f"`{_shown(node)}` depends on itself")
        cuts = self._cuts
        self._open.add(step)
        try:
            value = self._evaluate(node, scope)
        except TooDeepError:
            self._cuts += 1
            return Unknown(f"`{_shown(node)}` leads too deep")
        finally:
            self._open.discard(step)
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
                return self.name(node, scope)
            case ast.Attribute(owner, name):
                return self._each(
                    self.evaluate(owner, scope), lambda each: self.attribute(each, name)
                )
            case ast.Call():
                return self._call(node, scope)
            case ast.Await(value):
                return self._each(self.evaluate(value, scope), self.awaited)
            case ast.NamedExpr(_, value) | ast.Starred(value):
                return self.evaluate(value, scope)
            case ast.IfExp(test, body, other):
                decided = scope.decide(test)
                if decided is not None:
                    return self.evaluate(body if decided else other, scope)
                return one_of([self.evaluate(body, scope), self.evaluate(other, scope)])
            case ast.BoolOp():
                return self._either(node, scope)
            case ast.BinOp(left, operator, right):
                return combined(self.evaluate(left, scope), operator, self.evaluate(right, scope))
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
                return self._each(
                    self.evaluate(value, scope), lambda each: self._subscript(each, key, scope)
                )
            case ast.Lambda():
                return Code(node, None, scope)
            case _:
                return Unknown(f"`{_shown(node)}` is not followed")

    def _each(self, value: Value, read: Callable[[Value], Value]) -> Value:
        return one_of([read(each) for each in alternatives(value)])

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
            case Known(found) if isinstance(found, _SIMPLE) and not found:
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
                if _has_unknown(value)
                else Typed(str)
            )
        return self._each(value, formatted)

    def _dict(self, node: ast.Dict, scope: Scope) -> Value:
        items: dict[str, Value] = {}
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                spread = self.evaluate(value, scope)
                if not isinstance(spread, Dict):
                    return Unknown(f"the keys of `**{_shown(value)}` are not known")
                items.update(spread.items)
                continue
            match self.evaluate(key, scope):
                case Known(str() as name):
                    items[name.value if isinstance(name, Enum) else name] = self.evaluate(
                        value, scope
                    )
                case _:
                    return Unknown(f"the keys of `{_shown(node)}` are not constants")
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
                return found or Unknown(f"the key `{_shown(key)}` is not known")
            case List(elements):
                return one_of(list(elements))
            case Group(values) if type(constant) is int and -len(values) <= constant < len(values):
                return values[constant]
            case Typed(annotation):
                return _typed(
                    source_annotations.subscripted(annotation, constant),
                    f"the type of `[{_shown(key)}]` is not known",
                )
            case Known(found) if isinstance(found, type) or hasattr(found, "__class_getitem__"):
                return self._specialised(found, key, scope)
            case _:
                return Unknown(f"the type of `[{_shown(key)}]` is not known")

    def _specialised(self, found: Any, key: ast.expr, scope: Scope) -> Value:
        """
        `Page[User](…)`: a generic class with its arguments.
        """
        argument = self.annotation(key, scope)
        if argument is MISSING:
            return Unknown(f"`{_shown(key)}` is not known")
        try:
            return Known(found[argument])
        except Exception:  # noqa: BLE001 -- subscribing runs the user's `__class_getitem__`
            return Unknown(f"`{_shown(key)}` is not known")

    # --- Names ----------------------------------------------------------------------------------

    def name(self, node: ast.Name, scope: Scope) -> Value:
        """
        Tell what a name may be where it stands.
        """
        found = self._local(node.id, node, scope)
        if found is None:
            return self._global(node.id, scope)
        return found

    def _local(self, name: str, use: ast.AST, scope: Scope | None) -> Value | None:
        while scope is not None:
            if scope.node is None:
                if name in scope.arguments:
                    return scope.arguments[name]
            elif scope.binds(name):
                return self._bound(name, use, scope)
            scope = scope.parent
        return None

    def _bound(self, name: str, use: ast.AST, scope: Scope) -> Value:
        bindings, from_start = scope.reaching(name, use)
        values = [self.binding(each, name, scope) for each in bindings]
        if from_start and name in scope.arguments:
            values.append(scope.arguments[name])
        if not values:
            return Unknown(f"`{name}` is not bound")
        if any(isinstance(each, Typed) for each in values) and len(values) > 1:
            values = [each for each in values if not _is_none(each)] or values
        return self._unchanged(self._narrowed(one_of(values), name, use, scope), name, scope)

    def _narrowed(self, value: Value, name: str, use: ast.AST, scope: Scope) -> Value:
        """
        Believe `isinstance`.
        """
        for node, went_so in scope.narrowings(name, use):
            tested = self.evaluate(node, scope)
            values = tested.values if isinstance(tested, Group) else (tested,)
            classes = [each.value for each in values if isinstance(each, Known)]
            if len(classes) == len(values) and all(isinstance(each, type) for each in classes):
                value = self._each(value, lambda each: _only(each, classes, went_so))  # noqa: B023
        return value

    def _unchanged(self, value: Value, name: str, scope: Scope) -> Value:
        """
        Give up on dicts and lists that are changed after they were made.
        """
        if not any(isinstance(each, Dict | Dump | List | Group) for each in alternatives(value)):
            return value
        if any(self._passed_on(*each, scope) for each in scope.calls_with(name)):
            return Unknown(f"`{name}` is changed after it is made")
        changes = list(scope.changes(name))
        if not changes:
            return value
        if isinstance(value, Group):
            return self._grown(List(value.values), changes, scope)
        if isinstance(value, List):
            return self._grown(value, changes, scope)
        return Unknown(f"`{name}` is changed after it is made")

    def _passed_on(self, call: ast.Call, place: int | str, scope: Scope) -> bool:
        """
        Whether a function that gets the object changes it.
        """
        for function in alternatives(self.evaluate(call.func, scope)):
            if isinstance(function, Code):
                after_self = 1 if function.owner is not None and isinstance(place, int) else 0
                at = place + after_self if isinstance(place, int) else place
                if changes_parameter(function.node, at):
                    return True
        return False

    def _grown(self, value: List, changes: list[ast.AST], scope: Scope) -> Value:
        """
        Follow `items.append(…)`.
        """
        elements = list(value.elements)
        for change in changes:
            match change:
                case ast.Call(func=ast.Attribute(attr="append"), args=[added]):
                    elements.append(self.evaluate(added, scope))
                case ast.Call(func=ast.Attribute(attr="extend"), args=[added]):
                    elements.append(self.element(self.evaluate(added, scope)))
                case ast.Call(func=ast.Attribute(attr="clear" | "pop" | "sort" | "reverse")):
                    pass
                case _:
                    return Unknown("a list is changed after it is made")
        return List(tuple(elements))

    def binding(self, binding: Binding, name: str, scope: Scope) -> Value:
        """
        Tell what a binding gives its name.
        """
        match binding:
            case Assigned(value, path):
                return self._unpacked(self.evaluate(value, scope), path)
            case Annotated(annotation, value):
                return self._declared(annotation, value, scope)
            case Element(iterable, path):
                return self._unpacked(self.element(self.evaluate(iterable, scope)), path)
            case Entered(context, path):
                return self._unpacked(self._entered(self.evaluate(context, scope)), path)
            case Defined(node):
                return self._defined(node, scope)
            case Imported(module, level, attribute):
                return self._imported(module, level, attribute, scope)
            case Augmented():
                return self._augmented(binding, name, scope)
            case Opaque():
                return Unknown(f"`{name}` is not followed")

    def _declared(self, annotation: ast.expr, value: ast.expr | None, scope: Scope) -> Value:
        """
        Believe the annotation of a variable, unless its value tells more.
        """
        hint = self.annotation(annotation, scope)
        if hint is not MISSING and not source_annotations.is_weak(hint):
            return Typed(hint)
        seen = self.evaluate(value, scope) if value is not None else None
        if seen is not None and not _has_unknown(seen):
            return seen
        return _typed(hint, f"the type of `{_shown(annotation)}` is not known")

    def _unpacked(self, value: Value, path: tuple[int, ...]) -> Value:
        for position in path:
            value = self._each(value, lambda each, at=position: self._item(each, at))  # type: ignore[misc]
        return value

    def _item(self, value: Value, position: int) -> Value:
        match value:
            case Group(values) if position < len(values):
                return values[position]
            case List(elements):
                return one_of(list(elements))
            case Typed(annotation):
                return _typed(
                    source_annotations.subscripted(annotation, position),
                    "an unpacked value is not known",
                )
            case _:
                return Unknown("an unpacked value is not known")

    def _entered(self, value: Value) -> Value:
        """
        Tell what `with … as` gives.
        """
        if isinstance(value, Generator):
            # Made by `@contextmanager`, whose own code is not followed: see `_call_native`.
            return self.element(value)
        if isinstance(value, Coroutine):
            return self._entered(value.value)
        if isinstance(value, Typed):
            for method in ("__aenter__", "__enter__"):
                found = source_annotations.method_result(value.annotation, method)
                if found is not MISSING:
                    return _typed(found, "what `with` enters is not known")
        return Unknown("what `with` enters is not known")

    def _defined(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> Value:
        code = Code(node, None, scope)
        if not node.decorator_list:
            return code
        return Unknown(f"the decorator of `{node.name}` is not followed")

    def _imported(self, module: str, level: int, attribute: str | None, scope: Scope) -> Value:
        """
        Follow an import inside a function, if that module is loaded anyway: none is imported.
        """
        if level:
            package = getattr(scope.function, "__globals__", {}).get("__package__") or ""
            parents = package.split(".")
            module = ".".join(filter(None, [*parents[: len(parents) - level + 1], module]))
        found = sys.modules.get(module)
        if found is None:
            return Unknown(f"`{module}` is imported only when the endpoint runs")
        if attribute is None:
            return Known(found)
        if attribute in vars(found):
            return self.object(vars(found)[attribute])
        inner = sys.modules.get(f"{module}.{attribute}")
        return Known(inner) if inner is not None else Unknown(f"`{attribute}` is not known")

    def _augmented(self, binding: Augmented, name: str, scope: Scope) -> Value:
        before, from_start = scope.reaching(name, binding.value)
        step = (id(binding.statement), id(scope))
        if step in self._open:
            return Unknown(f"`{name}` is put together step by step")
        in_loop = any(each == binding for each in before)
        self._open.add(step)
        values = [self.binding(each, name, scope) for each in before if each != binding]
        self._open.discard(step)
        if from_start and name in scope.arguments:
            values.append(scope.arguments[name])
        added = self.evaluate(binding.value, scope)
        is_sum = isinstance(binding.statement, ast.AugAssign) and isinstance(
            binding.statement.op, ast.Add
        )
        if is_sum and not in_loop and values:
            return concatenated(one_of(values), added)
        kinds = [kind(each) for value in [*values, added] for each in alternatives(value)]
        if kinds and all(each is str for each in kinds):
            return Typed(str)
        if kinds and all(each in (int, float, bool) for each in kinds):
            return Typed(float if float in kinds else int)
        return Unknown(f"`{name}` is put together step by step")

    def _global(self, name: str, scope: Scope) -> Value:
        function = scope.function
        if function is None:
            return Unknown(f"`{name}` is not known")
        around = source_annotations.closure(function)
        if name in around:
            return self.object(around[name])
        names = getattr(function, "__globals__", {})
        if name in names:
            return self._kept_models(scope, names, name) or self._of_module(names, name)
        if hasattr(builtins, name):
            return self.object(getattr(builtins, name))
        return Unknown(f"`{name}` is not known")

    def _kept_models(self, scope: Scope, names: Mapping[str, Any], name: str) -> Value | None:
        """
        `items = [Item(…), Item(…)]` in the function's own module, which nothing there changes.
        """
        found = names[name]
        if type(found) not in (list, tuple) or not found:
            return None
        [cls, *others] = {type(each) for each in found}
        if others or not (issubclass(cls, BaseModel) or is_dataclass(cls)):
            return None
        function: Any = scope.function
        return List((Typed(cls),)) if self.trees.keeps(function, name) else None

    def _of_module(self, names: Mapping[str, Any], name: str) -> Value:
        """
        Take a module's variable: by its annotation where it has one, as its value may change.
        """
        found = names[name]
        if isinstance(found, types.ModuleType | type | types.FunctionType):
            return self.object(found)
        module = sys.modules.get(names.get("__name__", ""))
        declared = getattr(module, "__annotations__", {}).get(name, MISSING) if module else MISSING
        hint = (
            source_annotations.resolve(declared, dict(names))
            if declared is not MISSING
            else MISSING
        )
        if hint is MISSING or source_annotations.is_weak(hint) or "Final" in str(declared):
            return self.object(found)
        return Typed(hint)

    # --- Attributes, elements, awaiting ---------------------------------------------------------

    def attribute(self, value: Value, name: str) -> Value:
        """
        Tell what `value.name` is.
        """
        match value:
            case Known(found):
                return self._attribute_of(found, name)
            case Typed(annotation):
                return self._typed_attribute(annotation, name)
            case Instance(cls) if cls is not TypeAdapter and name not in ("headers", "encode"):
                return self._typed_attribute(cls, name)
            case Coroutine() | Unknown():
                return (
                    value if isinstance(value, Unknown) else Unknown("a coroutine is not awaited")
                )
            case _:
                return Method(value, name)

    def _attribute_of(self, found: Any, name: str) -> Value:
        if isinstance(found, types.ModuleType):
            if name in vars(found):
                return self._of_module(vars(found), name)
            return Unknown(f"`{found.__name__}.{name}` is not known")
        if isinstance(found, type):
            return self._class_attribute(found, name)
        if isinstance(found, Enum) and name in ("value", "name", "_value_", "_name_"):
            return Known(getattr(found, "_value_" if "value" in name else "_name_"))
        if isinstance(found, str | bytes):
            return Method(Known(found), name)
        cls = type(found)
        if _of_library(cls, name):
            return Method(Typed(cls), name)
        member = source_annotations.static(cls, name)
        method = source_annotations.unwrapped(member)
        if isinstance(method, types.FunctionType):
            owner = None if isinstance(member, staticmethod) else Known(found)
            return self.function(method, Known(cls) if isinstance(member, classmethod) else owner)
        hint = source_annotations.attribute(cls, name)
        if hint is not MISSING and not source_annotations.is_weak(hint):
            return Typed(hint)
        own = getattr(found, "__dict__", {})
        if isinstance(own, dict) and name in own:
            return self.object(own[name])
        return self._typed_attribute(cls, name)

    def _class_attribute(self, cls: type, name: str) -> Value:
        if issubclass(cls, Enum) and name in cls.__members__:
            return Known(cls.__members__[name])
        member = source_annotations.static(cls, name)
        function = source_annotations.unwrapped(member)
        if isinstance(function, types.FunctionType) and not _of_library(cls, name):
            owner = Known(cls) if isinstance(member, classmethod) else None
            return self.function(function, owner)
        if member is MISSING or hasattr(type(member), "__get__") or _of_library(cls, name):
            return Method(Known(cls), name)
        return self.object(member)

    def _typed_attribute(self, annotation: Any, name: str) -> Value:
        found = [self._one_attribute(each, name) for each in source_annotations.present(annotation)]
        return one_of(found) if found else Unknown(f"`.{name}` is not known")

    def _one_attribute(self, annotation: Any, name: str) -> Value:
        hint = source_annotations.attribute(annotation, name)
        if hint is not MISSING:
            return Typed(hint)
        cls = source_annotations.class_of(annotation)
        if cls is None:
            return Unknown(f"the type of `.{name}` is not known")
        member = source_annotations.static(cls, name)
        function = source_annotations.unwrapped(member)
        if isinstance(function, types.FunctionType) and not _of_library(cls, name):
            owner: Value | None = Typed(annotation)
            if isinstance(member, staticmethod):
                owner = None
            return self.function(function, Known(cls) if isinstance(member, classmethod) else owner)
        if member is not MISSING and isinstance(member, _SIMPLE | Enum):
            # A class attribute that an object may have of its own, too.
            return widened(Known(member))
        if member is MISSING:
            if (cls, name) not in self._made:
                # An object may be made of what another of its kind holds.
                self._made[cls, name] = Unknown(f"`.{name}` depends on itself")
                self._made[cls, name] = self._set_in_init(cls, annotation, name)
            return self._made[cls, name]
        return Method(Typed(annotation), name)

    def _set_in_init(self, cls: type, annotation: Any, name: str) -> Value:
        """
        Follow `self.name: T = …` in `__init__`.
        """
        unknown = Unknown(f"the type of `.{name}` is not known")
        init = source_annotations.static(cls, "__init__")
        code = (
            self.function(init, Typed(annotation)) if isinstance(init, types.FunctionType) else None
        )
        if (
            not isinstance(code, Code)
            or isinstance(code.node, ast.Lambda)
            or not code.node.args.args
        ):
            return unknown
        scope = self.enter(code, Arguments(opaque=True), DEEPEST - 2)
        own = code.node.args.args[0].arg
        values: list[Value] = []
        for node in ast.walk(code.node):
            match node:
                case ast.AnnAssign(ast.Attribute(ast.Name(found), attribute), declared, value):
                    if (found, attribute) == (own, name):
                        values.append(self._declared(declared, value, scope))
                case ast.Assign([ast.Attribute(ast.Name(found), attribute)], value):
                    if (found, attribute) == (own, name):
                        values.append(widened(self.evaluate(value, scope)))
        values = [each for each in values if not _is_none(each)]
        return values[0] if len(values) == 1 else unknown

    def element(self, value: Value) -> Value:
        """
        Tell what iterating over a value gives, sync or async.
        """
        return self._each(value, self._element)

    def _element(self, value: Value) -> Value:
        match value:
            case Typed(annotation):
                return _typed(
                    source_annotations.element(annotation),
                    f"what {_named(annotation)} iterates over is not annotated",
                )
            case List(elements):
                return one_of(list(elements))
            case Group(values):
                return one_of(list(values))
            case Dict(items):
                return one_of([Known(key) for key, _ in items])
            case Generator():
                return self._yielded(value)
            case Known(found) if isinstance(found, type) and issubclass(found, Enum):
                return Typed(found)
            case Known(tuple() as found) if 0 < len(found) <= MOST_ELEMENTS:
                return one_of([self.object(each) for each in found])
            case Known(found) if not isinstance(found, type | list | dict | set | tuple):
                return _typed(
                    source_annotations.element(type(found)),
                    f"what {type(found).__name__!r} iterates over is not annotated",
                )
            case Instance(cls):
                return self._element(Typed(cls))
            case Coroutine(inner):
                # `async for x in f()` with an async `f` that isn't a generator fails at run time.
                return Unknown("a coroutine is not awaited") if inner else value
            case Unknown():
                return value
            case _:
                return Unknown("what it iterates over is not known")

    def _yielded(self, generator: Generator) -> Value:
        hint = self.return_hint(generator.code)
        declared = source_annotations.element(hint) if hint is not MISSING else MISSING
        if declared is not MISSING and not source_annotations.tells_more_in_source(declared):
            return Typed(declared)
        seen = one_of(self.yields(generator))
        if declared is not MISSING and _has_unknown(seen):
            return Typed(declared)
        return seen

    def yields(self, generator: Generator) -> list[Value]:
        """
        List what a generator yields.
        """
        found = []
        for node in yields_of(generator.code.node):
            if generator.scope.is_dead(node):
                continue
            if isinstance(node, ast.YieldFrom):
                found.append(self.element(self.evaluate(node.value, generator.scope)))
            elif node.value is not None:
                found.append(self.evaluate(node.value, generator.scope))
            else:
                found.append(Known(None))
        return found

    def awaited(self, value: Value) -> Value:
        """
        Tell what `await value` gives.
        """
        match value:
            case Coroutine(inner):
                return inner
            case Typed(annotation):
                return _typed(
                    source_annotations.awaited(annotation),
                    f"what awaiting {_named(annotation)} gives is not known",
                )
            case Unknown():
                return value
            case _:
                return Unknown("what is awaited is not known")

    # --- Calls ----------------------------------------------------------------------------------

    def _call(self, node: ast.Call, scope: Scope) -> Value:
        function = self.evaluate(node.func, scope)
        passed = self.arguments(node, scope)
        return self._each(function, lambda each: self.call(each, passed, scope.depth, node, scope))

    def arguments(self, node: ast.Call, scope: Scope) -> Arguments:
        positional: list[Value] = []
        named: dict[str, Value] = {}
        opaque = False
        for each in node.args:
            if isinstance(each, ast.Starred):
                given = self.evaluate(each.value, scope)
                opaque = opaque or not isinstance(given, Group)
                positional.extend(given.values if isinstance(given, Group) else ())
            elif not opaque:
                positional.append(self.evaluate(each, scope))
        for keyword in node.keywords:
            value = self.evaluate(keyword.value, scope)
            if keyword.arg is not None:
                named[keyword.arg] = value
            elif isinstance(value, Dict):
                named.update(value.items)
            else:
                opaque = True
        return Arguments(tuple(positional), named, opaque)

    def call(
        self,
        function: Value,
        passed: Arguments,
        depth: int,
        node: ast.Call | None = None,
        scope: Scope | None = None,
    ) -> Value:
        """
        Tell what a call gives.
        """
        match function:
            case Code():
                return self._call_code(function, passed, depth)
            case Partial(inner, first):
                together = Arguments(
                    (*first.positional, *passed.positional),
                    {**first.named, **passed.named},
                    first.opaque or passed.opaque,
                )
                return self.call(inner, together, depth, node, scope)
            case Known(found) if isinstance(found, type) or get_origin(found):
                return constructed(self, found, passed)
            case Known(found) if not isinstance(found, _SIMPLE):
                return (
                    self.call(self.function(found), passed, depth)
                    if not isinstance(self.function(found), Known)
                    else Unknown(f"{type(found).__name__!r} is not followed")
                )
            case Native(found, owner):
                return self._call_native(found, owner, passed, depth)
            case Method(owner, name):
                return method_of(self, owner, name, passed)
            case Unknown():
                return function
            case _:
                return Unknown("what is called is not known")

    def _call_native(
        self, function: Any, owner: Value | None, passed: Arguments, depth: int
    ) -> Value:
        given = call_native(self, function, owner, passed, depth)
        wrapped = getattr(function, "__wrapped__", None)
        if isinstance(given, Unknown) and wrapped is not None:
            # As `@contextmanager` and the like promise by `functools.wraps`.
            return self.call(self.function(wrapped, owner), passed, depth + 1)
        return given

    def _call_code(self, code: Code, passed: Arguments, depth: int) -> Value:
        given = (
            call_native(self, code.function, code.owner, passed, depth) if code.function else None
        )
        if given is not None and not isinstance(given, Unknown):
            return given
        wrapped = getattr(code.function, "__wrapped__", None)
        if _is_generator(code):
            return Generator(code, self.enter(code, passed, depth + 1))
        result = self._returned(code, passed, depth)
        if isinstance(result, Unknown) and wrapped is not None:
            # `functools.wraps` promises that the outside is that of the function inside.
            return self.call(self.function(wrapped, code.owner), passed, depth + 1)
        is_async = isinstance(code.node, ast.AsyncFunctionDef)
        return Coroutine(result) if is_async else result

    def _returned(self, code: Code, passed: Arguments, depth: int) -> Value:
        """
        Believe the return annotation, unless the source tells more.
        """
        hint = self.return_hint(code)
        if code.owner is not None and hint in _SELF:
            return _instance_of(code.owner)
        owner = code.owner.annotation if isinstance(code.owner, Typed) else None
        if hint is not MISSING and owner is not None:
            hint = source_annotations.fill(hint, source_annotations.type_arguments(owner))
        weak = source_annotations.tells_more_in_source(hint)
        if hint is not MISSING and not weak and not _is_response(hint):
            return Typed(hint)
        deeper = depth + 1 if _is_near(code) else max(depth + 1, DEEPEST)
        seen = one_of(self.returns(code, passed, deeper))
        if not (_has_unknown(seen) or _is_empty(seen)):
            return seen
        if hint is MISSING or _says_any(hint):
            name = "a lambda" if isinstance(code.node, ast.Lambda) else f"`{code.node.name}()`"
            said = "is not annotated" if hint is MISSING else "is annotated with `Any`"
            return Unknown(f"what {name} returns {said}")
        is_text = source_annotations.class_of(hint) is str
        return Typed(source_annotations.SOME_TEXT if is_text else hint)

    def returns(self, code: Code, passed: Arguments | None, depth: int) -> list[Value]:
        """
        List what a function returns.
        """
        try:
            scope = self.enter(code, passed, depth)
        except TooDeepError:
            return [Unknown("the calls lead too deep")]
        found: list[Value] = []
        for node in returns_of(code.node):
            if node is None:
                found.append(Known(None))
            elif not scope.is_dead(node):
                found.append(self.returned(node, scope))
        return found or [Known(None)]

    def returned(self, node: ast.expr, scope: Scope) -> Value:
        """
        Tell what `return node` gives, with the headers that the response was given on the way.
        """
        value = self.evaluate(node, scope)
        if not isinstance(node, ast.Name) or not any(
            isinstance(each, Instance) for each in alternatives(value)
        ):
            return value
        headers = tuple(self._headers_set(node.id, scope))
        return self._each(
            value,
            lambda each: (
                Instance(each.cls, each.arguments, (*each.headers, *headers))
                if isinstance(each, Instance)
                else each
            ),
        )

    def _headers_set(self, name: str, scope: Scope) -> Iterable[tuple[str, Value]]:
        for statement in scope.body:
            for node in ast.walk(statement):
                match node:
                    case ast.Assign(
                        [ast.Subscript(ast.Attribute(ast.Name(found), "headers"), key)], value
                    ) if found == name:
                        header = self.evaluate(key, scope)
                        if isinstance(header, Known) and isinstance(header.value, str):
                            yield header.value, self.evaluate(value, scope)


class TooDeepError(Exception):
    """
    More calls inside each other than are followed.
    """


class _Lazy(Mapping[str, Value]):
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

    def __iter__(self) -> Any:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class _Parameters(_Lazy):
    def __init__(self, reader: Reader, code: Code, passed: Arguments | None, depth: int) -> None:
        super().__init__(each.arg for each in parameters(code.node))
        self._reader, self._code, self._passed, self._depth = reader, code, passed, depth

    def _read(self, name: str) -> Value:
        return self._reader.parameter(self._code, self._passed, name, self._depth)


class _Targets(_Lazy):
    def __init__(self, reader: Reader, target: ast.expr, iterable: ast.expr, scope: Scope) -> None:
        names = [each.id for each in ast.walk(target) if isinstance(each, ast.Name)]
        super().__init__(names)
        self._reader, self._target, self._iterable, self._scope = reader, target, iterable, scope

    def _read(self, name: str) -> Value:
        (path, *_) = paths(self._target, name) or [(10_000,)]
        element = Element(self._iterable, path)
        return self._reader.binding(element, name, self._scope)


# --- Small questions ----------------------------------------------------------------------------


def _typed(annotation: Any, why: str) -> Value:
    if annotation is MISSING or annotation in (Any, object):
        return Unknown(why)
    return Typed(annotation)


def _is_local(scope: Scope | None, name: str) -> bool:
    while scope is not None:
        if (scope.node is None and name in scope.arguments) or scope.binds(name):
            return True
        scope = scope.parent
    return False


def _has_unknown(value: Value) -> bool:
    return any(isinstance(each, Unknown) for each in alternatives(value))


def _only(value: Value, classes: list[type], went_so: bool) -> Value:
    """
    Keep what a test for classes leaves of a value.
    """
    if isinstance(value, Unknown) and went_so:
        return Typed(source_annotations.union(list(classes)))
    if not isinstance(value, Typed):
        return value
    try:
        kept = _kept(value.annotation, classes, went_so)
    except Exception:  # noqa: BLE001 -- a class may decide by code of its own what its subclasses are
        return value
    return Typed(source_annotations.union(kept)) if kept else value


def _kept(annotation: Any, classes: list[type], went_so: bool) -> list[Any]:
    kept: list[Any] = []
    for each in source_annotations.members(annotation):
        cls = type(None) if each is None else source_annotations.class_of(each)
        if cls is None or cls is object:
            # Of `Any` nothing is left but what was asked for.
            kept.extend(classes if went_so else [each])
        elif any(issubclass(cls, asked) for asked in classes):
            kept.extend([each] if went_so else [])
        elif went_so:
            kept.extend(asked for asked in classes if issubclass(asked, cls))
        else:
            kept.append(each)
    return kept


def _instance_of(owner: Value) -> Value:
    is_class = isinstance(owner, Known) and isinstance(owner.value, type)
    return Typed(owner.value) if isinstance(owner, Known) and is_class else owner


def _is_empty(value: Value) -> bool:
    return any(each in (Dict(()), List(()), Group(())) for each in alternatives(value))


def _is_none(value: Value) -> bool:
    return isinstance(value, Known) and value.value is None


def _says_any(hint: Any) -> bool:
    return hint in (Any, object)


def _is_response(hint: Any) -> bool:
    found = [source_annotations.class_of(each) for each in source_annotations.members(hint)]
    return any(each is not None and issubclass(each, Response) for each in found)


def _is_near(code: Code) -> bool:
    """
    Whether a function is the user's: into other people's packages reading goes one call deep, as
    an ORM or a template engine leads through thousands of lines to nothing.
    """
    function = code.function or (code.parent.function if code.parent else None)
    return function is None or not FOREIGN & {*PurePath(function.__code__.co_filename).parts}


def _is_generator(code: Code) -> bool:
    return any(True for _ in yields_of(code.node))


def _of_library(cls: type, name: str) -> bool:
    """
    Whether a method is pydantic's own, whose meaning `source_calls` knows.
    """
    if issubclass(cls, asyncio.Queue) and name in ("get", "get_nowait"):
        return True
    for base in cls.__mro__:
        if name in vars(base):
            return base.__module__.partition(".")[0] in ("pydantic", "sqlmodel", "builtins", "enum")
    return False


_SELF: Final = (typing.Self, typing_extensions.Self)


def _shown(node: ast.AST) -> str:
    text = ast.unparse(node).replace("\n", " ")
    return text if len(text) <= 60 else text[:57] + "…"


def _named(annotation: Any) -> str:
    name = getattr(annotation, "__name__", None) or str(annotation)
    return f"{name!r}"
