"""
One naming pass: every TypeScript name that does not follow from one value alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from fluidkit.memory import Memory
from fluidkit.model import (
    Api,
    Array,
    Declaration,
    Direction,
    Enumeration,
    EventStream,
    FileResult,
    Format,
    JsonStream,
    LiteralValue,
    Map,
    Module,
    Object,
    Operation,
    Parameter,
    Reference,
    Scalar,
    TextStream,
    Tuple,
    Type,
    TypeParameter,
    Union,
)
from fluidkit.typescript.distinct import Candidates, distinct, mark
from fluidkit.typescript.paths import generated, stems
from fluidkit.typescript.syntax import (
    GLOBALS,
    RESERVED,
    RESERVED_TYPES,
    camel,
    identifier,
    pascal,
)

Case: TypeAlias = Literal["snake", "camel"]

CALL_OPTIONS = frozenset({"fetch", "signal", "headers", "baseUrl", "timeout"})
"""Names in every call's options object that are ours."""

STREAM_OPTIONS = frozenset({"on", "reconnect", "skipMalformed", "ssr"})
"""Names that are ours, beside `on…` callbacks, where a call streams or downloads."""

RESERVED_FUNCTIONS = RESERVED | GLOBALS | {"then"}
"""Names that no function has: `await import(…)` calls the `then` that a module exports."""

_CALLBACK = re.compile(r"on[A-Z]")
_LONGEST_TYPE = 100


@dataclass(frozen=True, slots=True)
class Names:
    """
    The chosen names of an `Api`.
    """

    facades: Mapping[str, str]
    """Of a module, by its dotted name: the path of its façade, without an ending."""
    stems: Mapping[str, str]
    """Of a module, by its dotted name: the path of its files below `generated/`."""
    types: Mapping[str, str]
    """Of a declaration, by its key."""
    own: Mapping[str, OwnNames]
    """Of types and functions, by the module that they live in."""
    operations: tuple[Operation, ...]

    @property
    def functions(self) -> tuple[str, ...]:
        """
        Of the operations, in their order in the `Api`.
        """
        functions = {module: iter(each.functions) for module, each in self.own.items()}
        return tuple([next(functions[each.module]) for each in self.operations])


@dataclass(frozen=True, slots=True)
class Share:
    """
    What an `Api` has of a Python module.
    """

    operations: tuple[Operation, ...] = ()
    declarations: tuple[Declaration, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnNames:
    """
    The names of a module's types and functions, and all that they were chosen by.
    """

    share: Share
    case: Case
    types: Mapping[str, str]
    functions: tuple[str, ...]
    """In the order of the operations."""


def choose_names(api: Api, case: Case, memory: Memory | None = None) -> Names:
    """
    Choose all names of an `Api`; in modules that `memory` has, as they were.
    """
    memory = memory or Memory()
    declarations = {declaration.key: declaration for declaration in api.declarations}
    own = {
        module: _own_names(module, share, case, declarations, memory)
        for module, share in shares(api).items()
    }
    types: dict[str, str] = {}
    for each in own.values():
        types |= each.types
    facades = stems(modules(api))
    return Names(
        facades=facades,
        stems={module: generated(stem) for module, stem in facades.items()},
        types=types,
        own=own,
        operations=api.operations,
    )


def _own_names(
    module: str,
    share: Share,
    case: Case,
    declarations: Mapping[str, Declaration],
    memory: Memory,
) -> OwnNames:
    known: OwnNames | None = memory.recall(("names", module))
    if known is None or known.case != case or known.share != share:
        types = _type_names(share, declarations)
        known = OwnNames(share, case, types, _function_names(share, types, case))
    # Arguments are types of other modules, too.
    is_whole = not any(each.arguments for each in share.declarations)
    memory.keep(("names", module), known if is_whole else None)
    return known


def shares(api: Api) -> dict[str, Share]:
    """
    Sort everything by the Python module that it lives in.
    """
    operations: dict[str, list[Operation]] = {}
    for operation in api.operations:
        operations.setdefault(operation.module, []).append(operation)
    declarations: dict[str, list[Declaration]] = {}
    for declaration in api.declarations:
        declarations.setdefault(declaration.module, []).append(declaration)
    return {
        module: Share(tuple(operations.get(module, ())), tuple(declarations.get(module, ())))
        for module in [*declarations, *(each for each in operations if each not in declarations)]
    }


def parameter_names(operation: Operation, case: Case) -> tuple[str, ...]:
    """
    Choose the names of an operation's parameters, in their order.

    Parameters of one name come from different dependencies: all of them say where they go.
    """
    return tuple(
        distinct(
            {
                index: _parameter_candidates(parameter, operation, case, index)
                for index, parameter in enumerate(operation.parameters)
            }
        ).values()
    )


def type_parameter_name(parameter: TypeParameter, declared: frozenset[str]) -> str:
    """
    Choose the name of a generic's parameter: it may hide no type of its file.
    """
    return identifier(parameter.name, RESERVED_TYPES | declared)


def python_name(declaration: Declaration) -> str:
    """
    Answer the name that stands at a declaration's origin.
    """
    return declaration.name.partition("[")[0].rpartition(".")[2]


def modules(api: Api) -> tuple[Module, ...]:
    """
    Modules of an `Api`, also where it forgot to list one.
    """
    known = {module.name: module for module in api.modules}
    named = {o.module: None for o in api.operations} | {d.module: None for d in api.declarations}
    for name in named:
        known.setdefault(name, Module(name=name, path=None, source=None))
    return tuple(known.values())


# --- Functions --------------------------------------------------------------------------------


def _function_names(share: Share, types: Mapping[str, str], case: Case) -> tuple[str, ...]:
    candidates = {
        index: _function_candidates(operation, case)
        for index, operation in enumerate(share.operations)
    }
    # A function and a type may share a name, a function and an enum's object may not.
    constants = {
        types[each.key] for each in share.declarations if isinstance(each.definition, Enumeration)
    }
    return tuple(distinct(candidates, taken=constants).values())


def _function_candidates(operation: Operation, case: Case) -> Sequence[str]:
    """
    "get_user", "get_user_get_users_id", and for the same path with and without a slash at its end
    "get_user_get_users_id_slash".
    """
    rename = _rename(case)
    name = identifier(rename(identifier(operation.name, frozenset())), RESERVED_FUNCTIONS)
    return Candidates(name, lambda: _long_names(operation, rename))


def _long_names(operation: Operation, rename: Callable[[str], str]) -> tuple[str, ...]:
    words = re.findall(r"\w+", operation.path)
    route = "_".join((operation.name, operation.method.lower(), *words))
    long_name = identifier(rename(identifier(route, frozenset())), RESERVED_FUNCTIONS)
    slashed = rename(f"{long_name}_slash") if operation.path.endswith("/") else long_name
    return long_name, slashed, f"{long_name}_{mark(f'{operation.method} {operation.path}')}"


def _parameter_candidates(
    parameter: Parameter, operation: Operation, case: Case, index: int
) -> Sequence[str]:
    reserved = _reserved_parameter_names(parameter, operation)
    base = _rename(case)(identifier(parameter.name, frozenset()))

    def others() -> Sequence[str]:
        spelled = (f"{base}_{parameter.place.value}", f"{base}_{parameter.wire_name}")
        return (*(identifier(name, reserved) for name in spelled), f"{base}_{index}")

    return Candidates(identifier(base, reserved), others)


def _reserved_parameter_names(parameter: Parameter, operation: Operation) -> frozenset[str]:
    if parameter.required:
        return RESERVED
    streams = isinstance(operation.result, EventStream | JsonStream | TextStream | FileResult)
    if not streams and operation.stream is None:
        return CALL_OPTIONS
    name = camel(parameter.name)
    if _CALLBACK.match(name):
        return CALL_OPTIONS | STREAM_OPTIONS | {parameter.name, name}
    return CALL_OPTIONS | STREAM_OPTIONS


def _rename(case: Case) -> Callable[[str], str]:
    return camel if case == "camel" else str


# --- Types ------------------------------------------------------------------------------------


def _type_names(share: Share, declarations: Mapping[str, Declaration]) -> dict[str, str]:
    members = share.declarations
    received = {_identity(d) for d in members if d.direction is not Direction.INPUT}
    return distinct(
        {d.key: _type_candidates(d, _identity(d) in received, declarations) for d in members}
    )


def _identity(declaration: Declaration) -> tuple[str, tuple[Type, ...], str]:
    return _qualname(declaration), declaration.arguments, declaration.variant


def _type_candidates(
    declaration: Declaration, received: bool, declarations: Mapping[str, Declaration]
) -> Sequence[str]:
    """
    "User", "Outer_Inner", "Page_User", "UserExcludeUnset", "UserInput".
    """
    sent = declaration.direction is Direction.INPUT and received
    arguments = [f"_{_mangle(argument, declarations)}" for argument in declaration.arguments]
    ending = f"{''.join(arguments)}{pascal(declaration.variant)}{'Input' if sent else ''}"
    name = _type_name(declaration.name, ending)

    def others() -> Sequence[str]:
        _, _, qualname = declaration.key.partition("#")[0].rpartition(":")
        whole = _type_name(qualname.replace("<locals>.", ""), ending)
        return whole, f"{name}_{mark(declaration.key)}"

    return Candidates(name, others)


def _type_name(qualname: str, ending: str) -> str:
    return _short(identifier("_".join(_words(qualname)) + ending, RESERVED_TYPES))


def _words(qualname: str) -> list[str]:
    if qualname.isascii() and qualname.isidentifier():  # as most are
        return [qualname]
    return re.findall(r"\w+", qualname.partition("[")[0]) or ["_"]


def _qualname(declaration: Declaration) -> str:
    return declaration.key.partition("#")[0] or declaration.name


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_TYPE else f"{name[: _LONGEST_TYPE - 7]}_{mark(name)}"


def _mangle(type_: Type, declarations: Mapping[str, Declaration]) -> str:
    """
    Write a type as a part of a name.
    """
    match type_:
        case Scalar():
            return pascal(type_.value)
        case Format(name) | TypeParameter(name):
            return pascal(name)
        case LiteralValue(value):
            return pascal(str(value)) or "Empty"
        case Array(items):
            return f"{_mangle(items, declarations)}Array"
        case Map(value, _):
            return f"{_mangle(value, declarations)}Map"
        case Tuple(items, _, rest):
            parts = (*items, *((rest,) if rest is not None else ()))
            return "".join(_mangle(part, declarations) for part in parts) + "Tuple"
        case Union(members):
            return "Or".join(_mangle(member, declarations) for member in members)
        case Object(fields, _):
            return f"Object{mark(repr([(f.wire_name, f.type) for f in fields]))}"
        case Reference(key, arguments):
            found = declarations.get(key)
            name = "_".join(_words(found.name if found else key.rpartition(":")[2]))
            own = (*arguments, *(found.arguments if found else ()))
            return "_".join((name, *(_mangle(argument, declarations) for argument in own)))
        case _:
            assert_never(type_)


# --- Façades ----------------------------------------------------------------------------------


def facade_types(
    keys: Sequence[str],
    api_module: str,
    functions: frozenset[str],
    owners: Mapping[str, str],
    names: Names,
) -> dict[str, str]:
    """
    Choose the names under which a façade re-exports the declarations `keys`.

    Two that meet there both get their module's name in front. One that meets a function of the
    façade's own module may share its name; one from elsewhere gives way.
    """
    # An own function and type of one name are one export.
    own = {key for key in keys if owners[key] == api_module and names.types[key] in functions}
    chosen = {key: names.types[key] for key in own}
    candidates = {
        key: _exported_candidates(key, owners[key], names) for key in keys if key not in own
    }
    return chosen | distinct(candidates, taken=functions)


def _exported_candidates(key: str, owner: str, names: Names) -> Candidates:
    name = names.types[key]

    def others() -> Sequence[str]:
        long_name = identifier(pascal(names.facades[owner]) + name, RESERVED_TYPES)
        return long_name, f"{long_name}_{mark(key)}"

    return Candidates(name, others)
