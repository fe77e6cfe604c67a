"""
What an expression of the user's source stands for, as far as reading it can tell.

Two closed unions: a `Value` is what a Python expression gives; a `Shape` is what arrives as JSON
when it was written.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import EllipsisType, FunctionType, NoneType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from fluidkit.introspection.source_annotations import MISSING

if TYPE_CHECKING:
    from fluidkit.introspection.source_scopes import Scope


# --- Shapes: JSON on the wire -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unknown:
    """
    What reading can't tell, and why.
    """

    why: str
    """A clause for a diagnostic: "`load()` has no return annotation"."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """
    Text that is not JSON.
    """


WireKind: TypeAlias = Literal["pydantic", "jsonable", "python"]
"""Who wrote the JSON: pydantic (`model_dump_json`, `model_dump(mode="json")`, FastAPI's native
streams), `jsonable_encoder`, or `json.dumps` over `model_dump()` or `.dict()`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Serialized:
    """
    A value of a Python type, written as JSON.
    """

    annotation: Any
    wire: WireKind = "pydantic"
    by_alias: bool = False
    exclude_unset: bool = False
    exclude_none: bool = False
    exclude_defaults: bool = False
    include: Any = None
    exclude: Any = None


@dataclass(frozen=True, slots=True)
class Constant:
    """
    Exactly this JSON scalar.
    """

    value: str | int | float | bool | None

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Constant)
            and type(self.value) is type(other.value)
            and self.value == other.value
        )

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


@dataclass(frozen=True, slots=True)
class Record:
    """
    A JSON object made from a dict display: its keys and their shapes.
    """

    fields: tuple[tuple[str, Shape], ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """
    A JSON array.
    """

    items: Shape


@dataclass(frozen=True, slots=True)
class Either:
    """
    One of several shapes; none of them an `Either` or an `Unknown`.
    """

    members: tuple[Shape, ...]


Shape: TypeAlias = Serialized | Constant | Record | Listed | Either | Unknown


def either(shapes: list[Shape]) -> Shape:
    """
    Unite shapes; what can't be told of one can't be told of all.
    """
    flat: list[Shape] = []
    for shape in shapes:
        match shape:
            case Unknown():
                return shape
            case Either(members):
                flat.extend(each for each in members if each not in flat)
            case _ if shape not in flat:
                flat.append(shape)
    if not flat:
        return Unknown("nothing is written")
    return flat[0] if len(flat) == 1 else Either(tuple(flat))


# --- Values: Python while it runs ---------------------------------------------------------------

SIMPLE: Final = str | bytes | int | float | NoneType | EllipsisType
"""What a constant is: an object that is what it is, whoever holds it."""


@dataclass(frozen=True, slots=True)
class Known:
    """
    This very object: a constant, class, function or module.
    """

    value: Any


@dataclass(frozen=True, slots=True)
class Typed:
    """
    Some object of a type.
    """

    annotation: Any


@dataclass(frozen=True, slots=True)
class Dump:
    """
    Dicts, lists and scalars that were made from a value, ready for `json.dumps`.
    """

    shape: Shape


@dataclass(frozen=True, slots=True)
class Json:
    """
    Text or bytes that hold JSON.
    """

    shape: Shape
    one_line: bool = True
    binary: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """
    Text put together from constants and values.
    """

    parts: tuple[str | Value, ...]
    binary: bool = False


@dataclass(frozen=True, slots=True)
class Dict:
    """
    A dict display with constant keys.
    """

    items: tuple[tuple[str, Value], ...]

    def get(self, key: str) -> Value | None:
        return dict(self.items).get(key)


@dataclass(frozen=True, slots=True)
class List:
    """
    A list, set or comprehension, by what its elements may be.
    """

    elements: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """
    A tuple display.
    """

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """
    A function whose source is at hand.
    """

    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    function: FunctionType | None
    """None: it is defined inside a function that is only being read."""
    parent: Scope | None
    """The scope around it, where that is being read."""
    owner: Value | None = None
    """What `self` or `cls` is."""


@dataclass(frozen=True, slots=True)
class Native:
    """
    A function without readable source, or one whose meaning is known without reading it.
    """

    function: Any
    owner: Value | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """
    A method of something that is no user class: `str.encode`, `model_dump`.
    """

    owner: Value
    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Arguments:
    """
    What a call passes.
    """

    positional: Sequence[Value] = ()
    named: Mapping[str, Value] = field(default_factory=dict)
    """Both may be read when they are first wanted."""
    opaque: bool = False
    """True: there is a `*` or `**` that could not be resolved."""

    def get(self, name: str, position: int | None = None) -> Value | None:
        if name in self.named:
            return self.named[name]
        if position is not None and position < len(self.positional):
            return self.positional[position]
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Partial:
    """
    A function with some of its arguments.
    """

    function: Value
    arguments: Arguments


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """
    A new object, by the call that made it.
    """

    cls: type
    arguments: Arguments
    headers: tuple[tuple[str, Value], ...] = ()
    """Headers that were set on a response after it was made."""


@dataclass(frozen=True, slots=True, eq=False)
class Generator:
    """
    A generator, by the function and the arguments that made it.
    """

    code: Code
    scope: Scope


@dataclass(frozen=True, slots=True)
class Coroutine:
    """
    What awaiting gives.
    """

    value: Value


@dataclass(frozen=True, slots=True)
class OneOf:
    """
    One of several values; none of them a `OneOf`.
    """

    values: tuple[Value, ...]


Value: TypeAlias = (
    Known
    | Typed
    | Dump
    | Json
    | Text
    | Dict
    | List
    | Group
    | Code
    | Native
    | Method
    | Partial
    | Instance
    | Generator
    | Coroutine
    | OneOf
    | Unknown
)


def one_of(values: list[Value]) -> Value:
    """
    Unite values, each once.
    """
    flat: list[Value] = []
    for value in values:
        flat.extend(each for each in alternatives(value) if not _among(each, flat))
    if not flat:
        return Unknown("it has no value")
    return flat[0] if len(flat) == 1 else OneOf(tuple(flat))


def alternatives(value: Value) -> Iterator[Value]:
    """
    Give each value that it may be.
    """
    if isinstance(value, OneOf):
        yield from value.values
    else:
        yield value


def for_each(value: Value, read: Callable[[Value], Value]) -> Value:
    """
    Read each value that it may be, and unite what comes of that.
    """
    return one_of([read(each) for each in alternatives(value)])


def present(value: Value) -> Value:
    """
    Leave `None` out, where Python would raise an error for it: nothing comes of that.
    """
    values = list(alternatives(value))
    return one_of([each for each in values if not is_none(each)] or values)


def typed(annotation: Any, why: str) -> Value:
    """
    Take an annotation for what it admits; an `Unknown`, and *why*, where it says nothing.
    """
    if annotation is MISSING or annotation in (Any, object):
        return Unknown(why)
    return Typed(annotation)


def has_unknown(value: Value) -> bool:
    """
    Whether it may be something that can't be told.
    """
    return any(isinstance(each, Unknown) for each in alternatives(value))


def is_none(value: Value) -> bool:
    """
    Whether it surely is `None`.
    """
    return isinstance(value, Known) and value.value is None


def _among(value: Value, values: list[Value]) -> bool:
    return any(same(value, each) for each in values)


def same(one: Value, other: Value) -> bool:
    """
    Compare values; `Known(1)` and `Known(True)` differ, and a strange `__eq__` is no trouble.
    """
    if isinstance(one, Known) and isinstance(other, Known):
        return one.value is other.value or (
            type(one.value) is type(other.value)
            and isinstance(one.value, str | bytes | int | float)
            and bool(one.value == other.value)
        )
    try:
        return bool(one == other)
    except Exception:  # noqa: BLE001
        # An annotation's metadata may have an `__eq__` of the user's own.
        return False
