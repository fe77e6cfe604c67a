"""
What an operation answers: its success, and the errors that are declared.

FastAPI serializes a declared model with pydantic and everything else with `jsonable_encoder`; a
`Response` that the endpoint returns goes out as it is. So what counts is, in this order: a status
without a body, a stream, the class of the response, the response model, the return annotation.
"""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Any, get_args, get_origin

from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)

from fluidkit.introspection import fastapi_internals as internals
from fluidkit.introspection.endpoints import UNANNOTATED, return_annotation
from fluidkit.introspection.inquiry import Inquiry, Wire
from fluidkit.introspection.renderings import method_that_wraps
from fluidkit.introspection.routes import Route
from fluidkit.introspection.source_responses import is_streaming
from fluidkit.introspection.streams import read_stream
from fluidkit.introspection.unions import one_of
from fluidkit.model import (
    Direction,
    EmptyResult,
    ErrorResponse,
    FileResult,
    JsonResult,
    RawResult,
    Reference,
    Result,
    Scalar,
    Stream,
    TextResult,
    Type,
)

VALIDATION_ERROR = Reference("fastapi:HTTPValidationError")

_EMPTY = frozenset({204, 205, 304})
_JSONABLE = Wire(kind="jsonable")


@dataclass(frozen=True, slots=True)
class ResultReading:
    """
    What an operation answers.
    """

    result: Result
    stream: Stream | None
    """What it may answer beside `result`."""
    status: int
    errors: tuple[ErrorResponse, ...]


def read_results(route: Route, method: str, inquiry: Inquiry, *, validates: bool) -> ResultReading:
    """
    Return the success and the errors of one method of `route`.
    """
    status = _status(route)
    # HEAD has no body, whatever its status.
    errors = () if method == "HEAD" else tuple(_errors(route, inquiry, validates))
    if _has_no_body(method, status):
        return ResultReading(EmptyResult(), None, status, errors)
    wire = _wire(route)
    answer = read_stream(route, status, wire, inquiry)
    result = answer.result or _result(route, status, wire, inquiry, answer.stream)
    if isinstance(result, JsonResult):
        result = JsonResult(one_of([result.type, *_other_successes(route, status, inquiry)]))
    return ResultReading(result, answer.stream, status, errors)


# --- Success ----------------------------------------------------------------------------------


def _status(route: Route) -> int:
    if route.effective.status_code is not None:
        return int(route.effective.status_code)
    response, _ = internals.response_class(route.effective)
    if response is JSONResponse:
        return 200
    parameter = inspect.signature(response.__init__).parameters.get("status_code")
    default = parameter.default if parameter is not None else None
    return default if isinstance(default, int) else 200


def _has_no_body(method: str, status: int) -> bool:
    """
    https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1
    """
    return method == "HEAD" or status in _EMPTY or status < 200


def _result(
    route: Route, status: int, wire: Wire, inquiry: Inquiry, stream: Stream | None
) -> Result:
    declared, _ = internals.response_class(route.effective)
    model = route.effective.response_field
    annotation = UNANNOTATED if model is not None else return_annotation(route.endpoint)
    members = _members(annotation)
    responses = [each for each in members if _is_response(each)]
    if stream is not None:
        responses = [each for each in responses if not is_streaming(each)]
    data = [each for each in members if not _is_response(each)]
    if responses and all(each in (None, type(None)) for each in data):
        # `-> Response | None`: None only means that there is no such response.
        data = []
    response = responses[0] if responses and not data else declared
    if data and responses:
        return _data_or_response(data, responses, declared, inquiry)
    if not _says_json(response):
        return _by_class(response, declared, route, status, inquiry)
    if not responses and (wraps := method_that_wraps(declared, inquiry.sources.trees)) is not None:
        return _wrapped(wraps, route, status, inquiry)
    if model is not None:
        schema = internals.type_adapter(model).core_schema
        asked = inquiry.ask(schema, route.effective.response_model, Direction.OUTPUT, wire)
        return JsonResult(asked)
    if responses or annotation is UNANNOTATED:
        return _undescribed(route, status, inquiry)
    return JsonResult(inquiry.ask_annotation(annotation, Direction.OUTPUT, _JSONABLE))


def _wire(route: Route) -> Wire:
    effective = route.effective
    return Wire(
        by_alias=effective.response_model_by_alias,
        exclude_unset=effective.response_model_exclude_unset,
        exclude_none=effective.response_model_exclude_none,
        exclude_defaults=effective.response_model_exclude_defaults,
        include=effective.response_model_include,
        exclude=effective.response_model_exclude,
    )


def _data_or_response(
    data: list[Any], responses: list[type[Response]], declared: type[Response], inquiry: Inquiry
) -> Result:
    """
    `-> User | RedirectResponse`: the browser follows a redirect, and other JSON is an error's.
    """
    harmless = (JSONResponse, RedirectResponse)
    if not _says_json(declared):
        return _kind(declared) or RawResult()
    if all(each is Response or issubclass(each, harmless) for each in responses):
        annotation: Any = typing.Union[tuple(data)]  # noqa: UP007 -- built from values
        return JsonResult(inquiry.ask_annotation(annotation, Direction.OUTPUT, _JSONABLE))
    names = ", ".join(each.__name__ for each in responses)
    inquiry.warn(
        f"it answers either JSON or {names}, so the Response is handed over as it is",
        "make two endpoints of it",
    )
    return RawResult()


def _by_class(
    response: type[Response],
    declared: type[Response],
    route: Route,
    status: int,
    inquiry: Inquiry,
) -> Result:
    """
    The class that is annotated counts, then the one that is declared, then `responses=`.
    """
    for each in (response, declared):
        if (kind := _kind(each)) is not None:
            return kind
    described = _described(route, status, inquiry)
    if described is not None:
        return described
    inquiry.warn(
        f"it answers a bare {response.__name__}, of which nothing is known",
        "annotate or declare a response class such as HTMLResponse or FileResponse,"
        " or give the status a model or a media type in `responses=`",
    )
    return RawResult()


def _kind(response: type[Response]) -> Result | None:
    """
    Return what a response class alone says; None if it says nothing, or JSON.
    """
    if issubclass(response, (HTMLResponse, PlainTextResponse)):
        return TextResult()
    if issubclass(response, FileResponse):
        return FileResult()
    if issubclass(response, RedirectResponse):
        return RawResult()
    media_type = getattr(response, "media_type", None)
    return None if media_type is None or _says_json(response) else _of_media_type(media_type)


def _of_media_type(media_type: str) -> Result:
    kind = media_type.split(";", maxsplit=1)[0].strip().lower()
    textual = kind.startswith("text/") or kind.endswith(("/xml", "+xml", "/javascript"))
    return TextResult() if textual and kind != "text/event-stream" else FileResult()


def _says_json(response: type[Response]) -> bool:
    media_type = str(getattr(response, "media_type", None) or "").split(";", maxsplit=1)[0]
    return issubclass(response, JSONResponse) or (
        media_type == "application/json" or media_type.endswith("+json")
    )


def _undescribed(route: Route, status: int, inquiry: Inquiry) -> Result:
    described = _described(route, status, inquiry)
    if described is not None:
        return described
    if any(True for _ in _success_models(route, status)):
        return JsonResult(Scalar.NEVER)
    inquiry.warn(
        "nothing says what it returns, so its result is unknown",
        "add a return annotation, or response_model=…",
    )
    return JsonResult(Scalar.UNKNOWN)


def _wrapped(method: str, route: Route, status: int, inquiry: Inquiry) -> Result:
    described = _described(route, status, inquiry)
    if described is not None:
        return described
    inquiry.warn(
        f"{method!r} puts what the endpoint returns into something else, so its result is unknown",
        f'say what is written: `responses={{{status}: {{"model": …}}}}`',
    )
    return JsonResult(Scalar.UNKNOWN)


def _described(route: Route, status: int, inquiry: Inquiry) -> Result | None:
    """
    Return what `responses=` says of the success: a model, or media types.
    """
    for key, response in route.effective.responses.items():
        if _status_of(key) != status:
            continue
        if key in route.effective.response_fields:
            return JsonResult(_model_of(route, key, inquiry))
        kinds = [_of_media_type(each) for each in response.get("content", {}) if "json" not in each]
        if kinds and len(kinds) == len(response["content"]) and len(set(kinds)) == 1:
            return kinds[0]
    return None


# --- `responses=` -----------------------------------------------------------------------------


def _other_successes(route: Route, status: int, inquiry: Inquiry) -> Iterator[Type]:
    for key in _success_models(route, status):
        yield _model_of(route, key, inquiry)


def _success_models(route: Route, status: int) -> Iterator[int | str]:
    for key in route.effective.response_fields:
        code = _status_of(key)
        if code is not None and code != status and 200 <= code < 300:
            yield key


def _errors(route: Route, inquiry: Inquiry, validates: bool) -> Iterator[ErrorResponse]:
    types_: dict[int, Type] = {}
    for key in route.effective.response_fields:
        code = _status_of(key)
        if code is None:
            inquiry.note(
                f"the model for {key!r} in `responses=` is not used, as it names no one status",
                "declare it for each status that the endpoint answers",
            )
        elif code >= 400:
            types_[code] = _model_of(route, key, inquiry)
        elif not 200 <= code < 300:
            inquiry.note(f"the model for status {code} in `responses=` is not used")
    if validates and route.answers_422:
        types_.setdefault(422, VALIDATION_ERROR)
    for code in sorted(types_):
        yield ErrorResponse(code, types_[code])


def _model_of(route: Route, key: int | str, inquiry: Inquiry) -> Type:
    field = route.effective.response_fields[key]
    annotation = route.effective.responses[key]["model"]
    schema = internals.type_adapter(field).core_schema
    return inquiry.ask(schema, annotation, Direction.OUTPUT)


def _status_of(key: int | str) -> int | None:
    try:
        return int(HTTPStatus(key)) if isinstance(key, HTTPStatus) else int(key)
    except ValueError:
        return None


# --- Annotations ------------------------------------------------------------------------------


def _members(annotation: Any) -> Sequence[Any]:
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (typing.Union, types.UnionType):
        return [each for member in get_args(annotation) for each in _members(member)]
    return () if annotation is UNANNOTATED else (annotation,)


def _is_response(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Response)
