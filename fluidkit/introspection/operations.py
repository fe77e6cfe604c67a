"""
A route of FastAPI's as operations: one for each of its methods.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi.security.base import SecurityBase

from fluidkit.errors import Diagnostic
from fluidkit.introspection import fastapi_internals as internals
from fluidkit.introspection.deprecations import mark
from fluidkit.introspection.endpoints import docstring, innermost, module_of, name_of
from fluidkit.introspection.inquiry import Inquiry, RefusedError
from fluidkit.introspection.origins import Origins
from fluidkit.introspection.parameters import read_request
from fluidkit.introspection.results import read_results
from fluidkit.introspection.routes import Route
from fluidkit.introspection.types import TypeRequest
from fluidkit.introspection.undefined import UNDEFINED_TODO, undefined_annotation
from fluidkit.model import Doc, Operation

_UNSENDABLE = frozenset({"CONNECT", "TRACE", "TRACK"})
"""https://fetch.spec.whatwg.org/#forbidden-method"""


@dataclass(frozen=True, slots=True)
class Draft:
    """
    An operation with placeholders for its types, and the questions that they stand for.
    """

    operation: Operation
    inquiry: Inquiry

    @property
    def requests(self) -> Sequence[TypeRequest]:
        """
        The questions.
        """
        return self.inquiry.requests

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """
        What is the matter with it.
        """
        return self.inquiry.diagnostics


def draft_operation(
    route: Route, method: str, inquiry: Inquiry, origins: Origins
) -> Draft | Diagnostic:
    """
    Read one method of `route`; what goes wrong with it is a diagnostic and nobody else's loss.
    """
    try:
        return Draft(_operation(route, method, inquiry, origins), inquiry)
    except RefusedError as refusal:
        what, todo = f"{refusal.what}: skipped", refusal.todo
        return Diagnostic(route=inquiry.route, where=inquiry.where, what=what, todo=todo)
    except Exception as error:  # noqa: BLE001 -- nobody else's loss
        unknown = undefined_annotation(error)
        what = unknown or f"it could not be read ({type(error).__name__}: {error})"
        todo = "see the error, or leave the path out with `exclude`"
        return Diagnostic(
            route=inquiry.route,
            where=inquiry.where,
            what=f"{what}: skipped",
            todo=UNDEFINED_TODO
            if unknown
            else "see the error, or leave the path out with `exclude`",
            level="error",
        )


def _operation(route: Route, method: str, inquiry: Inquiry, origins: Origins) -> Operation:
    if method in _UNSENDABLE:
        msg = f"browsers send no {method} requests"
        raise RefusedError(msg, "leave the path out with `exclude`")
    request = read_request(route, method, inquiry, origins)
    answer = read_results(route, method, inquiry, validates=request.validates)
    return Operation(
        name=name_of(route.endpoint, method, route.path),
        module=module_of(route.endpoint),
        method=method,
        path=route.path,
        parameters=request.parameters,
        result=answer.result,
        stream=answer.stream,
        status=answer.status,
        errors=answer.errors,
        body_media_type=request.body_media_type,
        security=tuple(dict.fromkeys(_security(route.effective.dependant))),
        doc=_doc(route),
        origin=origins.of_function(route.endpoint),
    )


def _security(dependant: internals.Dependant) -> list[str]:
    names: list[str] = []
    for each in dependant.dependencies:
        scheme = innermost(each.call)
        if isinstance(scheme, SecurityBase):
            names.append(scheme.scheme_name)
        names.extend(_security(each))
    return names


def _doc(route: Route) -> Doc:
    description = route.effective.description
    if innermost(route.endpoint) is not route.endpoint or not inspect.isfunction(route.endpoint):
        # FastAPI takes the word of what is around the function.
        written = inspect.cleandoc(route.endpoint.__doc__ or "").split("\f", maxsplit=1)[0].strip()
        if description == written:
            description = docstring(route.endpoint)
    texts = (route.effective.summary, description)
    said = mark(route.endpoint)
    return Doc(
        text="\n\n".join(text.strip() for text in texts if text),
        deprecated=bool(route.effective.deprecated) or said is not None,
        deprecation=said or "",
    )
