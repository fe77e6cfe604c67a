"""
An app as an `Api`: its routes are walked, its types are described in one run, and both meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluidkit.errors import Diagnostic
from fluidkit.introspection import Context, Reading
from fluidkit.introspection.inquiry import Inquiry, answered
from fluidkit.introspection.operations import Draft, draft_operation
from fluidkit.introspection.origins import Origins
from fluidkit.introspection.recollection import KnownOperation, OutdatedError, route_key
from fluidkit.introspection.routes import Found, Route, Selection, Skipped, iter_routes
from fluidkit.introspection.source_files import Trees
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
    found = list(iter_routes(app) if routes is None else routes)
    try:
        reading = _read(found, context, memory)
    except OutdatedError:
        memory.forget()
        reading = _read(found, context, memory)
    memory.keep("context", context)
    return reading


def _read(found: Iterable[Found], context: Context, memory: Memory) -> Reading:
    origins = Origins(context)
    diagnostics: list[Diagnostic] = []
    wanted = _wanted(found, context, origins, diagnostics)
    drafted = _drafts(wanted, context, origins, diagnostics, memory)
    drafts, types = _types(drafted, origins, diagnostics, memory)
    operations = [_answered(each, types, memory) for each in drafts]
    diagnostics.extend(types.diagnostics)
    diagnostics.extend(each for draft in drafts for each in draft.diagnostics)
    return Reading(_api(operations, types.declarations, origins), tuple(sorted(set(diagnostics))))


def _wanted(
    found: Iterable[Found], context: Context, origins: Origins, diagnostics: list[Diagnostic]
) -> Iterator[Route]:
    selection = Selection(context.include, context.exclude)
    for each in found:
        wanted = selection.admits(each.path)
        if isinstance(each, Skipped):
            diagnostics.append(_skipped(each, origins) if wanted else _left_out(each, origins))
        elif wanted:
            yield each
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
    routes: Iterable[Route],
    context: Context,
    origins: Origins,
    diagnostics: list[Diagnostic],
    memory: Memory,
) -> list[_Drafted]:
    drafts: list[_Drafted] = []
    served: set[tuple[str, str]] = set()
    trees = Trees()
    for route in routes:
        for method in route.methods:
            # The pattern, as "/{id:int}" and "/{id}" answer different requests.
            pattern = (method, route.pattern)
            if pattern in served:
                diagnostics.append(_shadowed(route, method, origins))
                continue
            served.add(pattern)
            key = route_key(route, method, memory)
            if (known := memory.recall(key)) is not None:
                drafts.append(_Drafted(known, key))
                continue
            inquiry = Inquiry(
                route=f"{method} {route.path}",
                where=origins.where(route.endpoint),
                name=f"{method} {route.pattern}",
                private=str(context.project_root),
                trees=trees,
            )
            match draft_operation(route, method, inquiry, origins):
                case Draft() as draft:
                    drafts.append(_Drafted(draft, key))
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
    drafts: Sequence[_Drafted], origins: Origins, diagnostics: list[Diagnostic], memory: Memory
) -> tuple[Sequence[_Drafted], TypeReading]:
    """
    Describe all types in one run; if that fails, without the operations that make it fail.
    """
    try:
        return drafts, _described(drafts, origins, memory)
    except OutdatedError:
        raise
    except Exception as error:  # whatever one model's own schema code raises
        if memory.entries:
            raise OutdatedError from error
        intact = [each for each in drafts if not _fails(each, origins, diagnostics)]
        return intact, _described(intact, origins, memory)


def _described(drafts: Iterable[_Drafted], origins: Origins, memory: Memory) -> TypeReading:
    return read_types([each for draft in drafts for each in draft.requests], origins, memory)


def _fails(drafted: _Drafted, origins: Origins, diagnostics: list[Diagnostic]) -> bool:
    try:
        _described([drafted], origins, Memory())
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
    operations: Sequence[Operation], declarations: Sequence[Declaration], origins: Origins
) -> Api:
    names = {each.module for each in operations} | {each.module for each in declarations}
    modules: list[Module] = [origins.module(name) for name in sorted(names)]
    return Api(
        modules=tuple(modules),
        # Sorting is stable: within a module, the order of the routes stays.
        operations=tuple(sorted(operations, key=lambda each: each.module)),
        declarations=tuple(sorted(declarations, key=lambda each: (each.module, each.key))),
    )
