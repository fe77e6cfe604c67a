"""
An app as an `Api`: its routes are walked, its types are described in one run, and both meet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluidkit.errors import Diagnostic
from fluidkit.introspection import Context, Reading
from fluidkit.introspection.fastapi_internals import OtherwiseError
from fluidkit.introspection.ground import NOTHING, Ground, Place
from fluidkit.introspection.inquiry import Inquiry, answered
from fluidkit.introspection.operations import Draft, draft_operation
from fluidkit.introspection.origins import Origins, file_of
from fluidkit.introspection.recollection import KnownOperation, OutdatedError, route_key
from fluidkit.introspection.routes import (
    Block,
    Found,
    Route,
    Selection,
    Skipped,
    iter_blocks,
    iter_routes,
)
from fluidkit.introspection.stream_evidence import Sources
from fluidkit.introspection.types import KnownRequest, TypeReading, TypeRequest, read_types
from fluidkit.memory import Key, Memory
from fluidkit.model import Api, Declaration, Module, Operation

if TYPE_CHECKING:
    from fastapi import FastAPI


@dataclass(frozen=True, slots=True)
class _Drafted:
    """
    An operation without its types, read now or earlier.
    """

    draft: Draft | KnownOperation
    key: Key | None
    """What it is kept by; None: it is not."""
    pattern: tuple[str, str]
    """Method and path, as it matches."""
    place: Place

    @property
    def requests(self) -> Sequence[TypeRequest | KnownRequest]:
        if isinstance(self.draft, Draft):
            return self.draft.requests
        return [KnownRequest(key, root) for key, root in self.draft.roots.items()]

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        return self.draft.diagnostics


def read(
    app: FastAPI,
    context: Context,
    routes: Iterable[Found] | None = None,
    memory: Memory | None = None,
) -> Reading:
    """
    Read every route of `app` that `context` wants.
    """
    memory = memory or Memory()
    if memory.recall("context") != context:
        memory.forget()
    found = list(iter_blocks(app, memory) if routes is None else routes)
    reading = _read_the_rest(found, context, memory) or _read_all(app, found, context, memory)
    memory.keep("context", context)
    return reading


def _read_the_rest(
    found: Sequence[Found | Block], context: Context, memory: Memory
) -> Reading | None:
    """
    Read what is not known as a whole; None: that does not fit to it any more.
    """
    ground: Ground | None = memory.recall("ground")
    blocks = [each for each in found if isinstance(each, Block)]
    if ground is None or ground.blocks != tuple(each.key for each in blocks):
        return None
    try:
        reading = _read(_placed(found, ground.others), context, memory, ground)
    except (OutdatedError, OtherwiseError):
        return None
    memory.keep_all()
    return reading


def _read_all(
    app: FastAPI, found: Sequence[Found | Block], context: Context, memory: Memory
) -> Reading:
    """
    Read it all, and keep what is known as a whole for the next reading.
    """
    blocks = [each for each in found if isinstance(each, Block)]
    try:
        placed = _placed(found, [range(len(each)) for each in blocks])
    except OtherwiseError:
        placed, blocks = _placed([*iter_routes(app)], ()), []
    try:
        return _read(placed, context, memory, blocks=blocks)
    except OutdatedError:
        memory.forget()
        return _read(placed, context, memory, blocks=blocks)


def _placed(
    found: Iterable[Found | Block], which: Sequence[Collection[int]]
) -> list[tuple[Place, Found]]:
    """
    Return each route with its place, and of each block those which are to be read.
    """
    placed: list[tuple[Place, Found]] = []
    passed = 0
    for number, each in enumerate(found):
        if isinstance(each, Block):
            numbers = which[passed]
            places = [(2 * passed + 1, index) for index in numbers]
            placed += zip(places, each.found(numbers), strict=True)
            passed += 1
        else:
            placed.append(((2 * passed, number), each))
    return placed


def _read(
    placed: Iterable[tuple[Place, Found]],
    context: Context,
    memory: Memory,
    ground: Ground = NOTHING,
    blocks: Sequence[Block] = (),
) -> Reading:
    origins = Origins(context)
    diagnostics: list[Diagnostic] = []
    wanted = _wanted(placed, context, origins, diagnostics)
    drafted = _drafts(wanted, context, origins, diagnostics, memory, ground)
    drafts, types = _types(drafted, origins, diagnostics, memory, ground)
    operations = [(each.place, _answered(each, types, memory)) for each in drafts]
    diagnostics.extend(types.diagnostics)
    diagnostics.extend(each for draft in drafts for each in draft.diagnostics)
    diagnostics.extend(ground.diagnostics)
    api = _api(operations, types.declarations, origins, ground)
    if blocks and memory.living:
        memory.keep("ground", _ground(blocks, drafts, types, api, memory))
    return Reading(api, tuple(sorted(set(diagnostics))))


def _wanted(
    placed: Iterable[tuple[Place, Found]],
    context: Context,
    origins: Origins,
    diagnostics: list[Diagnostic],
) -> Iterator[tuple[Place, Route]]:
    selection = Selection(context.include, context.exclude)
    for place, each in placed:
        wanted = selection.admits(each.path)
        if isinstance(each, Skipped):
            diagnostics.append(_skipped(each, origins) if wanted else _left_out(each, origins))
        elif wanted:
            yield place, each
        else:
            diagnostics.append(_left_out(each, origins))


def _skipped(skipped: Skipped, origins: Origins) -> Diagnostic:
    return Diagnostic(
        route=skipped.label,
        where=origins.where(skipped.source),
        what=f"skipped: {skipped.what}",
        todo=skipped.todo,
        level=skipped.level,
    )


def _left_out(found: Found, origins: Origins) -> Diagnostic:
    match found:
        case Skipped():
            label, source = found.label, found.source
        case Route():
            label, source = f"{','.join(found.methods)} {found.path}", found.endpoint
    return Diagnostic(
        route=label,
        where=origins.where(source),
        what="left out by the settings `include` and `exclude`",
        todo="",
        level="note",
    )


def _drafts(
    routes: Iterable[tuple[Place, Route]],
    context: Context,
    origins: Origins,
    diagnostics: list[Diagnostic],
    memory: Memory,
    ground: Ground,
) -> list[_Drafted]:
    drafts: list[_Drafted] = []
    served: set[tuple[str, str]] = set()
    sources = Sources()
    for place, route in routes:
        for method in route.methods:
            # The pattern, as "/{id:int}" and "/{id}" answer different requests.
            pattern = (method, route.pattern)
            known_place = ground.patterns.get(pattern)
            if known_place is not None and place < known_place:
                raise OutdatedError
            if pattern in served or known_place is not None:
                diagnostics.append(_shadowed(route, method, origins))
                continue
            served.add(pattern)
            key = route_key(route, method, memory)
            if (known := memory.recall(key)) is not None:
                drafts.append(_Drafted(known, key, pattern, place))
                continue
            inquiry = Inquiry(
                route=f"{method} {route.path}",
                where=origins.where(route.endpoint),
                name=f"{method} {route.pattern}",
                private=str(context.project_root),
                sources=sources,
            )
            match draft_operation(route, method, inquiry, origins):
                case Draft() as draft:
                    drafts.append(_Drafted(draft, key, pattern, place))
                case Diagnostic() as diagnostic:
                    diagnostics.append(diagnostic)
    return drafts


def _shadowed(route: Route, method: str, origins: Origins) -> Diagnostic:
    return Diagnostic(
        route=f"{method} {route.path}",
        where=origins.where(route.endpoint),
        what="skipped: it is never reached, as an earlier route has the same method and path",
        todo="remove one of the two, or change its path",
    )


def _types(
    drafts: Sequence[_Drafted],
    origins: Origins,
    diagnostics: list[Diagnostic],
    memory: Memory,
    ground: Ground,
) -> tuple[Sequence[_Drafted], TypeReading]:
    """
    Describe all types in one run; if that fails, without the operations that make it fail.
    """
    try:
        return drafts, _described(drafts, origins, memory, ground)
    except OutdatedError:
        raise
    except Exception as error:  # whatever one model's own schema code raises
        if memory.entries:
            raise OutdatedError from error
        intact = [each for each in drafts if not _fails(each, origins, diagnostics)]
        return intact, _described(intact, origins, memory, ground)


def _described(
    drafts: Iterable[_Drafted], origins: Origins, memory: Memory, ground: Ground
) -> TypeReading:
    requests = [each for draft in drafts for each in draft.requests]
    return read_types(requests, origins, memory, ground.types)


def _fails(drafted: _Drafted, origins: Origins, diagnostics: list[Diagnostic]) -> bool:
    try:
        _described([drafted], origins, Memory(), NOTHING)
    except Exception as error:  # noqa: BLE001 -- as above
        assert isinstance(drafted.draft, Draft)
        diagnostics.append(_undescribed(drafted.draft.inquiry, error))
        return True
    return False


def _answered(drafted: _Drafted, types: TypeReading, memory: Memory) -> Operation:
    """
    Put the types in; where they are those of an earlier reading, its operation is this one.
    """
    draft = drafted.draft
    answers = {each.key: types.types[each.key] for each in drafted.requests}
    if isinstance(draft, KnownOperation):
        if draft.answers == answers:
            memory.keep(drafted.key, draft)
            return draft.operation
        plain, never_null = draft.draft, draft.never_null
    else:
        plain, never_null = draft.operation, draft.inquiry.never_null
    operation = answered(plain, answers, never_null)
    if drafted.key is not None and all(key in types.roots for key in answers):
        memory.keep(
            drafted.key,
            KnownOperation(
                draft=plain,
                roots={key: types.roots[key] for key in answers},
                never_null=frozenset(never_null),
                diagnostics=tuple(draft.diagnostics),
                answers=answers,
                operation=operation,
            ),
        )
    return operation


def _undescribed(inquiry: Inquiry, error: Exception) -> Diagnostic:
    return Diagnostic(
        route=inquiry.route,
        where=inquiry.where,
        what=f"its types could not be described ({type(error).__name__}: {error}): skipped",
        todo="see the error, or leave the path out with `exclude`",
        level="error",
    )


def _api(
    operations: Sequence[tuple[Place, Operation]],
    declarations: Sequence[Declaration],
    origins: Origins,
    ground: Ground,
) -> Api:
    by_module: dict[str, list[tuple[Place, Operation]]] = {}
    for each in operations:
        by_module.setdefault(each[1].module, []).append(each)
    serving = sorted(by_module.keys() | ground.operations.keys())
    declared = ground.all_declarations(declarations)
    names = {*serving, *(each.module for each in declarations), *ground.types.declared.declarations}
    modules: list[Module] = [ground.module(name) or origins.module(name) for name in sorted(names)]
    return Api(
        modules=tuple(modules),
        # Within a module, the order of the routes stays.
        operations=tuple(
            each for name in serving for each in ground.merged(name, by_module.get(name, ()))
        ),
        declarations=tuple(declared),
    )


def _ground(
    blocks: Sequence[Block],
    drafts: Sequence[_Drafted],
    types: TypeReading,
    api: Api,
    memory: Memory,
) -> Ground:
    """
    Return what will be known as a whole: routes in blocks all of whose types may be kept.
    """
    kept: dict[Place, list[tuple[_Drafted, KnownOperation]]] = {}
    for each in drafts:
        known = memory.kept(each.key)
        if each.place[0] % 2 and isinstance(known, KnownOperation):
            kept.setdefault(each.place, []).append((each, known))
    requests = {
        place: [key for _, known in each for key in known.roots]
        for place, each in kept.items()
        if len(each) == len(blocks[place[0] // 2].methods(place[1]))
    }
    known_types, places = types.described.known(requests)
    operations: dict[str, tuple[list[Operation], list[Place]]] = {}
    for place in sorted(places):
        for _, known in kept[place]:
            of_module = operations.setdefault(known.operation.module, ([], []))
            of_module[0].append(known.operation)
            of_module[1].append(place)
    modules = {each.name: each for each in api.modules}
    return Ground(
        blocks=tuple(each.key for each in blocks),
        others=tuple(
            tuple(i for i in range(len(block)) if (2 * number + 1, i) not in places)
            for number, block in enumerate(blocks)
        ),
        patterns={each.pattern: place for place in places for each, _ in kept[place]},
        operations={name: (tuple(own), tuple(at)) for name, (own, at) in operations.items()},
        modules={
            name: (file_of(name), modules[name])
            for name in operations.keys() | known_types.declared.declarations.keys()
        },
        types=known_types,
        diagnostics=(
            *known_types.diagnostics,
            *(one for place in places for _, known in kept[place] for one in known.diagnostics),
        ),
    )
