"""
An app as an `Api`: its routes are walked, its types are described in one run, and both meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from fluidkit.errors import Diagnostic
from fluidkit.introspection import Context, Reading
from fluidkit.introspection.inquiry import Inquiry, answered
from fluidkit.introspection.operations import Draft, draft_operation
from fluidkit.introspection.routes import Found, Route, Selection, Skipped, iter_routes
from fluidkit.introspection.source_files import Trees
from fluidkit.introspection.sources import Sources
from fluidkit.introspection.types import TypeReading, read_types
from fluidkit.model import Api, Declaration, Module, Operation

if TYPE_CHECKING:
    from fastapi import FastAPI


def read(app: FastAPI, context: Context, routes: Iterable[Found] | None = None) -> Reading:
    """
    Read every route of `app` that `context` wants.
    """
    sources = Sources(context)
    diagnostics: list[Diagnostic] = []
    found = iter_routes(app) if routes is None else routes
    wanted = _wanted(found, context, sources, diagnostics)
    drafts, types = _types(_drafts(wanted, context, sources, diagnostics), sources, diagnostics)
    operations = [answered(each.operation, each.inquiry, types.types) for each in drafts]
    diagnostics.extend(types.diagnostics)
    diagnostics.extend(each for draft in drafts for each in draft.inquiry.diagnostics)
    return Reading(_api(operations, types.declarations, sources), tuple(sorted(set(diagnostics))))


def _wanted(
    found: Iterable[Found], context: Context, sources: Sources, diagnostics: list[Diagnostic]
) -> Iterator[Route]:
    selection = Selection(context.include, context.exclude)
    for each in found:
        wanted = selection.admits(each.path)
        if isinstance(each, Skipped):
            diagnostics.append(_skipped(each, sources) if wanted else _left_out(each, sources))
        elif wanted:
            yield each
        else:
            diagnostics.append(_left_out(each, sources))


def _skipped(skipped: Skipped, sources: Sources) -> Diagnostic:
    return Diagnostic(
        route=skipped.label,
        where=sources.where(skipped.source),
        what=f"skipped: {skipped.what}",
        todo=skipped.todo,
        level=skipped.level,
    )


def _left_out(found: Found, sources: Sources) -> Diagnostic:
    match found:
        case Skipped():
            label, source = found.label, found.source
        case Route():
            label, source = f"{','.join(found.methods)} {found.path}", found.endpoint
    return Diagnostic(
        route=label,
        where=sources.where(source),
        what="left out by the settings `include` and `exclude`",
        todo="",
        level="note",
    )


def _drafts(
    routes: Iterable[Route], context: Context, sources: Sources, diagnostics: list[Diagnostic]
) -> list[Draft]:
    drafts: list[Draft] = []
    served: set[tuple[str, str]] = set()
    trees = Trees()
    for route in routes:
        for method in route.methods:
            # The pattern, as "/{id:int}" and "/{id}" answer different requests.
            pattern = (method, route.pattern)
            if pattern in served:
                diagnostics.append(_shadowed(route, method, sources))
                continue
            served.add(pattern)
            inquiry = Inquiry(
                route=f"{method} {route.path}",
                where=sources.where(route.endpoint),
                number=len(served),
                private=str(context.project_root),
                trees=trees,
            )
            match draft_operation(route, method, inquiry, sources):
                case Draft() as draft:
                    drafts.append(draft)
                case Diagnostic() as diagnostic:
                    diagnostics.append(diagnostic)
    return drafts


def _shadowed(route: Route, method: str, sources: Sources) -> Diagnostic:
    return Diagnostic(
        route=f"{method} {route.path}",
        where=sources.where(route.endpoint),
        what="skipped: it is never reached, as an earlier route has the same method and path",
        todo="remove one of the two, or change its path",
    )


def _types(
    drafts: Sequence[Draft], sources: Sources, diagnostics: list[Diagnostic]
) -> tuple[Sequence[Draft], TypeReading]:
    """
    Describe all types in one run; if that fails, without the operations that make it fail.
    """
    try:
        return drafts, _described(drafts, sources)
    except Exception:  # noqa: BLE001 -- whatever one model's own schema code raises
        intact = [each for each in drafts if not _fails(each, sources, diagnostics)]
        return intact, _described(intact, sources)


def _described(drafts: Iterable[Draft], sources: Sources) -> TypeReading:
    return read_types([each for draft in drafts for each in draft.inquiry.requests], sources)


def _fails(draft: Draft, sources: Sources, diagnostics: list[Diagnostic]) -> bool:
    try:
        _described([draft], sources)
    except Exception as error:  # noqa: BLE001 -- as above
        diagnostics.append(_undescribed(draft.inquiry, error))
        return True
    return False


def _undescribed(inquiry: Inquiry, error: Exception) -> Diagnostic:
    return Diagnostic(
        route=inquiry.route,
        where=inquiry.where,
        what=f"its types could not be described ({type(error).__name__}: {error}): skipped",
        todo="see the error, or leave the path out with `exclude`",
        level="error",
    )


def _api(
    operations: Sequence[Operation], declarations: Sequence[Declaration], sources: Sources
) -> Api:
    names = {each.module for each in operations} | {each.module for each in declarations}
    modules: list[Module] = [sources.module(name) for name in sorted(names)]
    return Api(
        modules=tuple(modules),
        # Sorting is stable: within a module, the order of the routes stays.
        operations=tuple(sorted(operations, key=lambda each: each.module)),
        declarations=tuple(sorted(declarations, key=lambda each: (each.module, each.key))),
    )
