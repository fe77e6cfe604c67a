"""
The types of an app: every request for one answered from a single run of pydantic's generator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from pydantic_core import CoreSchema

from fluidkit.errors import Diagnostic
from fluidkit.introspection.conversion import Converter, Form, Place
from fluidkit.introspection.declarations import declare
from fluidkit.introspection.definitions import Definitions
from fluidkit.introspection.ground import NO_TYPES, Described, KnownTypes
from fluidkit.introspection.origins import Origins
from fluidkit.introspection.recollection import OutdatedError, Root
from fluidkit.introspection.schema import annotated_schemas
from fluidkit.introspection.selection import selected
from fluidkit.introspection.wires import as_jsonable
from fluidkit.memory import Memory
from fluidkit.model import Declaration, Direction, Type
from fluidkit.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeRequest:
    """
    The question what a value is on the wire.
    """

    key: str
    """The caller's handle: the answer stands under it."""
    schema: CoreSchema
    """pydantic's core schema, as `TypeAdapter.core_schema` has it."""
    annotation: Any
    """What the Python says."""
    direction: Direction
    wire: Literal["pydantic", "jsonable"] = "pydantic"
    """"jsonable": FastAPI's `jsonable_encoder`, for endpoints without a response model."""
    by_alias: bool = True
    exclude_unset: bool = False
    exclude_none: bool = False
    exclude_defaults: bool = False
    include: Any = None
    """`response_model_include`, as the route has it."""
    exclude: Any = None
    """`response_model_exclude`, as the route has it."""
    route: str
    """For diagnostics: "GET /users"."""
    where: str
    """For diagnostics: "app/routers/users.py:12"."""

    @property
    def form(self) -> Form:
        """
        How the value travels.
        """
        if self.direction is Direction.INPUT:
            return Form(direction=Direction.INPUT)
        return Form(
            direction=Direction.OUTPUT,
            by_alias=self.by_alias,
            exclude_unset=self.exclude_unset,
            exclude_none=self.exclude_none,
            exclude_defaults=self.exclude_defaults,
        )


@dataclass(frozen=True, slots=True)
class KnownRequest:
    """
    A question that an earlier reading was asked as well.
    """

    key: str
    root: Root


@dataclass(frozen=True, slots=True)
class TypeReading:
    """
    The answers.
    """

    types: Mapping[str, Type]
    """By the keys of the requests."""
    declarations: tuple[Declaration, ...]
    """What the types refer to, each once: in order of module, then of key."""
    diagnostics: tuple[Diagnostic, ...]
    """What has no type; sorted, each once."""
    described: Described = field(repr=False, compare=False)
    """How they came about."""

    @property
    def roots(self) -> Mapping[str, Root]:
        """
        Those of the answers that may be kept for a later reading.
        """
        return self.described.roots


def read_types(
    requests: Sequence[TypeRequest | KnownRequest],
    origins: Origins,
    memory: Memory | None = None,
    known: KnownTypes = NO_TYPES,
) -> TypeReading:
    """
    Answer all `requests`; never raises for a type. What is `known` is not declared again.

    Raise `OutdatedError` where that, or what is in *memory*, does not fit to what is new.
    """
    new = [each for each in requests if isinstance(each, TypeRequest)]
    schemas = annotated_schemas((each.direction, _core_schema(each)) for each in new)
    converter = Converter(schemas, origins)
    described = iter(enumerate(schemas.roots))
    roots = {
        each.key: converter.noted(each.root)
        if isinstance(each, KnownRequest)
        else _root(each, *next(described), converter)
        for each in requests
    }
    definitions = Definitions(converter, roots.values(), memory, known.own_tags)
    if known.tags != definitions.tags_of(known.targets):
        raise OutdatedError
    answers = {key: definitions.resolved(root.type) for key, root in roots.items()}
    answers |= {each.key: _selected(each, answers[each.key], definitions) for each in new}
    declared = declare(definitions, answers.values(), origins, known.declared)
    kept = {key: root for key, root in roots.items() if definitions.are_kept(root.nodes.keys())}
    return TypeReading(
        {key: declared.renamed(answer) for key, answer in answers.items()},
        declared.declarations,
        tuple(sorted(set(converter.diagnostics))),
        Described(definitions, declared, kept, answers),
    )


def _root(request: TypeRequest, index: int, schema: Any, converter: Converter) -> Root:
    before = len(converter.diagnostics)
    place = Place(route=request.route, where=request.where)
    type_ = converter.convert(schema, request.form, place)
    return Root(
        type_,
        converter.nodes_in(type_),
        converter.schemas.tags.get(index, {}),
        tuple(converter.diagnostics[before:]),
    )


def _core_schema(request: TypeRequest) -> CoreSchema:
    if request.wire == "pydantic":
        return request.schema
    try:
        return as_jsonable(request.schema)
    except Exception:  # noqa: BLE001 -- a class that pydantic could not complete; the run says so
        return request.schema


def _selected(request: TypeRequest, type_: Type, definitions: Definitions) -> Type:
    if request.include is None and request.exclude is None:
        return type_
    return selected(type_, request.include, request.exclude, definitions.expanded)
