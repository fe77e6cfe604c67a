"""
The parameters of an operation: the endpoint's own and those of its dependencies.

They come in Python's order, a dependency's where the dependency stands; those of the nameless
`dependencies=[Depends(…)]` of route, router and app come last. A thing on the wire that several
functions ask for is one parameter, in the first's place; if any requires it, it is required.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, get_args, get_origin

from fastapi import params
from fastapi.security import APIKeyQuery
from pydantic import AliasChoices, AliasPath, BaseModel, Json
from starlette.convertors import Convertor
from starlette.datastructures import UploadFile

from fluidkit.introspection import fastapi_internals as internals
from fluidkit.introspection.endpoints import innermost, parameter_names
from fluidkit.introspection.inquiry import Inquiry, RefusedError
from fluidkit.introspection.notes import parameter_doc
from fluidkit.introspection.origins import Origins
from fluidkit.introspection.routes import Route
from fluidkit.introspection.strictness import takes_no_text
from fluidkit.introspection.texts import Refusal, refusal
from fluidkit.introspection.unions import one_of
from fluidkit.model import (
    Array,
    Direction,
    Doc,
    Field,
    Format,
    LiteralValue,
    Object,
    Parameter,
    Place,
    Scalar,
    Type,
)

_FORMS = (Place.FORM_FIELD, Place.FORM_MODEL)
_BODIES = (Place.JSON_BODY, Place.JSON_FIELD, Place.RAW_BODY, *_FORMS)
_MODELS = (Place.QUERY_MODEL, Place.HEADER_MODEL, Place.COOKIE_MODEL, Place.FORM_MODEL)
_PATHS = (Place.PATH, Place.PATH_REST)
_COOKIES = (Place.COOKIE, Place.COOKIE_MODEL)
_TEXTS = (*_PATHS, Place.QUERY, Place.HEADER, Place.COOKIE, Place.FORM_FIELD)
"""Places where a value is text, of which pydantic makes what is wanted."""
_NULLABLE = (Place.JSON_BODY, Place.JSON_FIELD)
"""Places where null can be written. Elsewhere a value is text, or is left out."""

_OF_BROWSERS = re.compile(
    r"accept-(charset|encoding)|access-control-request-(headers|method)|connection|content-length"
    r"|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer"
    r"|transfer-encoding|upgrade|via|(proxy|sec)-.*",
    re.IGNORECASE,
)
"""
Headers that browsers write themselves, whatever `fetch` is given.

https://fetch.spec.whatwg.org/#forbidden-request-header
"""

_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
"""As Starlette finds them in a path."""

_SEVERAL = ("list", "set", "frozenset", "tuple")
"""Core schemas of what has several items."""

MULTIPART = "multipart/form-data"
URLENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class RequestReading:
    """
    What an operation takes.
    """

    parameters: tuple[Parameter, ...]
    body_media_type: str | None
    validates: bool
    """Whether FastAPI may refuse a request with 422."""


@dataclass(frozen=True, slots=True)
class _Found:
    """
    A FastAPI field, the function that asks for it, and where in a request it goes.
    """

    field: internals.ModelField
    call: Any
    place: Place
    wire_name: str
    needed: bool = False
    """Whether somebody else who asks for the same requires it."""

    @property
    def info(self) -> Any:
        return self.field.field_info

    @property
    def key(self) -> tuple[object, ...]:
        """
        What makes two fields one thing on the wire.
        """
        match self.place:
            case Place.JSON_BODY | Place.RAW_BODY:
                return (self.place,)
            case Place.HEADER:
                return (self.place, self.wire_name.lower())
            case place if place in _MODELS:
                return (place, self.field.name, repr(internals.annotation(self.field)))
            case place:
                return (place, self.wire_name)

    @property
    def is_of_browsers(self) -> bool:
        return self.place is Place.HEADER and _is_of_browsers(self.wire_name)

    @property
    def required(self) -> bool:
        if self.place in _COOKIES or self.is_of_browsers:
            return False
        return self.needed or (bool(self.info.is_required()) and not _all_optional(self))

    @property
    def takes_any_text(self) -> bool:
        return self.place in _TEXTS and self.kind == ("str", None, ())

    @property
    def kind(self) -> tuple[str, Any, tuple[Any, ...]]:
        """
        What its values are, whatever limits they have.
        """
        inner = _inner(internals.type_adapter(self.field).core_schema)
        return inner["type"], inner.get("cls"), tuple(inner.get("expected", ()))


def read_request(route: Route, method: str, inquiry: Inquiry, origins: Origins) -> RequestReading:
    """
    Return the parameters of `route` and the media type of its body.
    """
    everything = _merged(_walk(route.effective.dependant, _Places(route)), inquiry)
    found = [each for each in _sendable(everything, method, inquiry) if _is_shown(each)]
    _check_path(route, found)
    _check_forms(found)
    _check_aliases(found, inquiry)
    _check_models(found, inquiry)
    media_type = _media_type(found)
    _check_extra(route, media_type, inquiry)
    read = [_parameter(each, inquiry, origins) for each in found]
    known = {each.wire_name for each in read if each.place is Place.QUERY}
    keys = {each.wire_name: each for each in _keys(route.effective.dependant, origins)}
    unread = [each for name, each in keys.items() if name not in known]
    parameters = (*_without_python(route, found), *read, *unread)
    return RequestReading(
        parameters=_bounded(parameters, route) if len(route.convertors) > 1 else parameters,
        body_media_type=media_type,
        validates=bool(everything),
    )


# --- Finding them -----------------------------------------------------------------------------


class _Places:
    """
    Where the fields of one route go.
    """

    def __init__(self, route: Route) -> None:
        self._convertors = route.convertors
        self._embeds = internals.embeds_body(route.effective)
        body_field = route.effective.body_field
        self._is_form = body_field is not None and isinstance(body_field.field_info, params.Form)

    def found(self, field: internals.ModelField, call: Any) -> _Found:
        place = self._place(field)
        wire_name = internals.wire_name(field)
        whole = place in _MODELS or place in (Place.JSON_BODY, Place.RAW_BODY)
        return _Found(field, call, place, field.name if whole else wire_name)

    def _place(self, field: internals.ModelField) -> Place:
        info = field.field_info
        is_model = _model(field) is not None
        match info:
            case params.Body():
                return self._body_place(field)
            case params.Path():
                convertor = self._convertors.get(internals.wire_name(field))
                return _path_place(convertor)
            case params.Header():
                return Place.HEADER_MODEL if is_model else Place.HEADER
            case params.Cookie():
                return Place.COOKIE_MODEL if is_model else Place.COOKIE
            case _:
                return Place.QUERY_MODEL if is_model else Place.QUERY

    def _body_place(self, field: internals.ModelField) -> Place:
        info = field.field_info
        if self._is_form:
            is_group = isinstance(info, params.Form) and not info.embed and _form_models(field)
            return Place.FORM_MODEL if is_group else Place.FORM_FIELD
        if self._embeds:
            return Place.JSON_FIELD
        return Place.JSON_BODY if _is_json(info.media_type) else Place.RAW_BODY


def _walk(dependant: internals.Dependant, places: _Places) -> Iterator[_Found]:
    fields = {
        field.name: field
        for group in (
            dependant.path_params,
            dependant.query_params,
            dependant.header_params,
            dependant.cookie_params,
            dependant.body_params,
        )
        for field in group
    }
    named = {each.name: each for each in dependant.dependencies if each.name is not None}
    names = parameter_names(dependant.call)
    for name in dict.fromkeys([*names, *fields, *named]):
        if name in fields:
            yield places.found(fields[name], dependant.call)
        elif name in named:
            yield from _walk(named[name], places)
    for each in dependant.dependencies:
        if each.name is None:
            yield from _walk(each, places)


def _merged(found: Iterator[_Found], inquiry: Inquiry) -> list[_Found]:
    merged: dict[tuple[object, ...], _Found] = {}
    for each in found:
        first = merged.setdefault(each.key, each)
        if first is not each:
            merged[each.key] = _stricter(first, each, inquiry)
    return list(merged.values())


def _stricter(first: _Found, other: _Found, inquiry: Inquiry) -> _Found:
    """
    Return who asks for more of two that get the same text: each has to be content with it.
    """
    if first.kind == other.kind:
        return other if other.required and not first.required else first
    if not first.takes_any_text and not other.takes_any_text:
        inquiry.warn(
            f"{first.field.name!r} is asked for with two types, and only what fits both is taken",
            "give it one type",
        )
    asks = other if first.takes_any_text else first
    return replace(asks, needed=first.required or other.required)


def _sendable(found: Sequence[_Found], method: str, inquiry: Inquiry) -> Sequence[_Found]:
    """
    `fetch` sends no body with GET and HEAD, and HTTP gives such a body no meaning.

    https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1
    """
    bodies = [each for each in found if each.place in _BODIES]
    if method not in ("GET", "HEAD") or not bodies:
        return found
    names = ", ".join(repr(each.field.name) for each in bodies)
    what = f"{method} cannot carry a body, which {names} would need"
    todo = "use POST or PUT, or make it a query parameter"
    if any(each.required for each in bodies):
        raise RefusedError(what, todo)
    inquiry.warn(f"{what}: left out of the function", todo)
    return [each for each in found if each.place not in _BODIES]


def _is_shown(found: _Found) -> bool:
    """
    A hidden parameter (`include_in_schema=False`) is left out where a call can do without it.
    """
    return found.required or getattr(found.info, "include_in_schema", True)


# --- What they are ----------------------------------------------------------------------------


def _parameter(found: _Found, inquiry: Inquiry, origins: Origins) -> Parameter:
    schema = internals.type_adapter(found.field).core_schema
    return Parameter(
        name=found.field.name,
        wire_name=found.wire_name,
        place=found.place,
        type=_type(found, schema, inquiry, origins),
        required=found.required,
        doc=_doc(found, schema, inquiry.private),
        origin=origins.of_parameter(found.call, found.field.name),
    )


def _doc(found: _Found, schema: Any, private: str) -> Doc:
    doc = parameter_doc(found.field.name, found.info, schema, private)
    if found.is_of_browsers:
        return _of_browsers(doc)
    if found.place is Place.HEADER and _inner(schema)["type"] in _SEVERAL:
        return replace(doc, notes=(*doc.notes, "One item at most: `fetch` would join several"))
    return doc


def _is_of_browsers(header: str) -> bool:
    return _OF_BROWSERS.fullmatch(header) is not None


def _of_browsers(doc: Doc) -> Doc:
    return replace(doc, notes=(*doc.notes, "Set by browsers: can be set on the server only"))


def _inner(schema: Any) -> Any:
    while schema["type"] in ("default", "nullable"):
        schema = schema["schema"]
    return schema


def _type(found: _Found, schema: Any, inquiry: Inquiry, origins: Origins) -> Type:
    annotation = internals.annotation(found.field)
    if found.place is Place.HEADER_MODEL:
        return _header_object(found, inquiry, origins)
    if found.place is Place.RAW_BODY:
        return _raw_type(annotation, found, inquiry)
    if isinstance(found.info, params.File) or _holds_file(annotation):
        return _file_type(annotation, inquiry)
    nullable = _takes_null(found)
    if found.place in _TEXTS:
        if takes_no_text(_inner(schema)):
            _tell_strict(found.field.name, inquiry)
            return one_of([Scalar.NULL] if nullable else [])
        refused = refusal(schema, several=_reads_several(found.field, found.place))
        if refused is not None:
            _tell_refused(found.field.name, refused, inquiry)
            taken = map(LiteralValue, refused.taken)
            return one_of([*taken, *([Scalar.NULL] if nullable else [])])
    return inquiry.ask(_without_default(schema), annotation, Direction.INPUT, nullable=nullable)


def _reads_several(field: internals.ModelField, place: Place) -> bool:
    """
    Tell whether a list reaches the endpoint: paths and cookies have one value of a name.
    """
    return place not in (*_PATHS, *_COOKIES) and internals.reads_several(field)


def _takes_null(found: _Found) -> bool:
    """
    Tell whether null may be written, or stand for "left out" where the default is None.
    """
    if found.required:
        return found.place in _NULLABLE and internals.takes_null_as_a_body()
    return found.place in _NULLABLE or found.info.default is None


def _without_default(schema: Any) -> Any:
    """
    A default does not change what may be sent, and pydantic encodes each at some cost.
    """
    plain = schema["type"] == "default" and not schema.get("metadata")
    return schema["schema"] if plain else schema


def _header_object(found: _Found, inquiry: Inquiry, origins: Origins) -> Type:
    """
    A header model's keys differ from the model's own names: `x_token` is sent as `x-token`.
    """
    model = _model(found.field)
    assert model is not None
    names = internals.header_names(found.field, model)
    return Object(
        tuple(
            _header_field(each, names[each.name], model, inquiry, origins)
            for each in internals.model_fields(model)
        )
    )


def _header_field(
    field: internals.ModelField,
    wire_name: str,
    model: type[BaseModel],
    inquiry: Inquiry,
    origins: Origins,
) -> Field:
    schema = internals.type_adapter(field).core_schema
    required = field.field_info.is_required()
    nullable = not required and field.field_info.default is None
    of_browsers = _is_of_browsers(wire_name)
    doc = parameter_doc(field.name, field.field_info, schema, inquiry.private)
    type_: Type = Scalar.UNKNOWN
    if _holds_path(field.field_info.validation_alias):
        inquiry.warn(
            f"FastAPI does not find '{model.__name__}.{field.name}', as it is read from inside of a"
            " list (AliasPath), so its type is `unknown`",
            "give the field a plain alias",
        )
    else:
        type_ = inquiry.ask(schema, internals.annotation(field), Direction.INPUT, nullable=nullable)
    return Field(
        name=field.name,
        wire_name=wire_name,
        type=type_,
        required=required and not of_browsers,
        origin=origins.of_field(model, field.name),
        doc=_of_browsers(doc) if of_browsers else doc,
    )


def _holds_path(alias: Any) -> bool:
    """
    Tell whether an alias leads into a value, or one of several does.
    """
    choices = alias.choices if isinstance(alias, AliasChoices) else [alias]
    return any(isinstance(each, AliasPath) for each in choices)


def _raw_type(annotation: Any, found: _Found, inquiry: Inquiry) -> Type:
    members = [each for each in _members(annotation) if each is not type(None)]
    if members == [bytes]:
        return Scalar.BLOB
    if members == [str]:
        return Scalar.STRING
    inquiry.warn(
        f"FastAPI does not parse a body of {found.info.media_type!r} for {found.field.name!r}",
        "annotate it as bytes or str, or read it from the Request",
    )
    return one_of([Scalar.STRING, Scalar.BLOB])


def _file_type(annotation: Any, inquiry: Inquiry) -> Type:
    return one_of(
        _file_member(each, inquiry) for each in _members(annotation) if each is not type(None)
    )


def _file_member(annotation: Any, inquiry: Inquiry) -> Type:
    if isinstance(annotation, type) and issubclass(annotation, (UploadFile, bytes)):
        return Scalar.BLOB
    items = [each for each in get_args(annotation) if each is not Ellipsis]
    if items and isinstance(get_origin(annotation), type):
        return Array(one_of(_file_type(each, inquiry) for each in items))
    return inquiry.ask_annotation(annotation, Direction.INPUT)


def _members(annotation: Any) -> tuple[Any, ...]:
    """
    Return the members of a union, through `Annotated`; for anything else itself.
    """
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return tuple(each for member in get_args(annotation) for each in _members(member))
    return (annotation,)


def _holds_file(annotation: Any) -> bool:
    return any(
        (isinstance(each, type) and issubclass(each, UploadFile))
        or any(_holds_file(argument) for argument in get_args(each))
        for each in _members(annotation)
    )


def _model(field: internals.ModelField) -> type[BaseModel] | None:
    """
    Return the model whose fields are parameters of their own.
    """
    if any(type(each) is Json for each in field.field_info.metadata):
        return None
    members = [each for each in _members(internals.annotation(field)) if each is not type(None)]
    match members:
        case [type() as model] if issubclass(model, BaseModel):
            return model
        case _:
            return None


def _form_models(field: internals.ModelField) -> Sequence[type[BaseModel]]:
    """
    Return the models one of which is the whole form: several, where the annotation is a union.
    """
    model = _model(field)
    return internals.form_models(field) if model is None else [model]


def _models(found: _Found) -> Sequence[type[BaseModel]]:
    if found.place is Place.FORM_MODEL:
        return _form_models(found.field)
    model = _model(found.field)
    return [] if model is None else [model]


def _all_optional(found: _Found) -> bool:
    """
    A model none of whose fields is required may be left out as a whole.
    """
    model = _model(found.field) if found.place in _MODELS else None
    return model is not None and not any(each.is_required() for each in model.model_fields.values())


# --- Paths ------------------------------------------------------------------------------------


def _path_place(convertor: Convertor[Any] | None) -> Place:
    return Place.PATH_REST if convertor is not None and _crosses(convertor) else Place.PATH


def _crosses(convertor: Convertor[Any]) -> bool:
    return re.fullmatch(convertor.regex, "a/b") is not None


def _without_python(route: Route, found: Sequence[_Found]) -> Iterator[Parameter]:
    """
    Placeholders that no Python parameter reads: a mount's, or those read from the Request.
    """
    read = {each.wire_name for each in found if isinstance(each.info, params.Path)}
    for name, convertor in route.convertors.items():
        if name not in read:
            yield Parameter(
                name=name,
                wire_name=name,
                place=_path_place(convertor),
                type=_convertor_type(convertor),
                required=True,
                doc=Doc(),
            )


def _convertor_type(convertor: Convertor[Any]) -> Type:
    match type(convertor).__name__:
        case "IntegerConvertor" | "FloatConvertor":
            return Scalar.NUMBER
        case "UUIDConvertor":
            return Format("UUID")
        case _:
            return Scalar.STRING


def _keys(dependant: internals.Dependant, origins: Origins) -> Iterator[Parameter]:
    """
    Yield the keys that security schemes read from the query: no header stands for such a one.
    """
    for each in dependant.dependencies:
        scheme = innermost(each.call)
        if isinstance(scheme, APIKeyQuery):
            yield Parameter(
                name=each.name or re.sub(r"\W", "_", scheme.model.name),
                wire_name=scheme.model.name,
                place=Place.QUERY,
                type=Scalar.STRING,
                required=False,
                doc=Doc(text=scheme.model.description or "", notes=(f"For {scheme.scheme_name}",)),
                origin=origins.of_parameter(dependant.call, each.name) if each.name else None,
            )
        yield from _keys(each, origins)


def _bounded(parameters: Sequence[Parameter], route: Route) -> tuple[Parameter, ...]:
    """
    Say what stands between a placeholder and one in front of it that takes as much as it can.

    "/{name}.{kind}" finds the kind "gz" in "a.tar.gz", though it was put in as "tar.gz".
    """
    parts = _PLACEHOLDER.split(route.path)
    names, between = parts[1::2], parts[2:-1:2]
    behind = {
        name: text
        for before, text, name in zip(names, between, names[1:], strict=False)
        if _takes(route.convertors[before], text) and _may_hold(route.convertors[name], text)
    }
    return tuple(
        replace(each, behind=behind.get(each.wire_name)) if each.place in _PATHS else each
        for each in parameters
    )


def _takes(convertor: Convertor[Any], text: str) -> bool:
    """
    Tell whether what a placeholder takes may go on behind *text*.
    """
    return any(re.fullmatch(convertor.regex, f"{each}{text}{each}") for each in "0a")


def _may_hold(convertor: Convertor[Any], text: str) -> bool:
    """
    Tell whether a slash in *text* is one that a value can have.
    """
    return "/" not in text or _crosses(convertor)


def _check_path(route: Route, found: Sequence[_Found]) -> None:
    for each in found:
        if isinstance(each.info, params.Path) and each.wire_name not in route.convertors:
            placeholder = f"{{{each.wire_name}}}"
            what = f"the path has no placeholder for {each.wire_name!r}, so it never answers"
            if placeholder in route.path:
                todo = f"give {placeholder} a name of ASCII letters, as Starlette sees no other"
                raise RefusedError(what, todo)
            raise RefusedError(what, f"write {placeholder} into the path")


def _check_aliases(found: Sequence[_Found], inquiry: Inquiry) -> None:
    if internals.reads_aliases_in_models():
        return
    for each in found:
        model = _model(each.field) if each.place in _MODELS else None
        if model is None or each.place is Place.FORM_MODEL or _takes_names(model):
            continue
        for field in internals.model_fields(model):
            if internals.wire_name(field) != field.name:
                inquiry.warn(
                    f"this FastAPI never finds {field.name!r} of the model {each.field.name!r}"
                    f" under its alias {internals.wire_name(field)!r}",
                    "upgrade FastAPI to 0.123.3 or newer, or set `populate_by_name` in the model",
                )


def _takes_names(model: type[BaseModel]) -> bool:
    config = model.model_config
    return bool(config.get("populate_by_name") or config.get("validate_by_name"))


def _check_models(found: Sequence[_Found], inquiry: Inquiry) -> None:
    """
    The type of a model's field may be that of a JSON body, too: there a number is one.
    """
    for each in found:
        for model in _models(each) if each.place in _MODELS else ():
            if each.place is Place.HEADER_MODEL and model.model_config.get("extra") == "forbid":
                inquiry.warn(
                    f"no request has just the headers of {each.field.name!r}: `host` alone is one"
                    " that it forbids",
                    f'take `extra="forbid"` from {model.__name__}',
                )
            is_strict = model.model_config.get("strict")
            for field in internals.model_fields(model):
                name = f"{model.__name__}.{field.name}"
                schema = internals.type_adapter(field).core_schema
                if takes_no_text(_inner(schema), is_strict):
                    _tell_strict(name, inquiry)
                    continue
                refused = refusal(schema, several=_reads_several(field, each.place))
                if refused is not None:
                    _tell_refused(name, refused, inquiry)


def _tell_strict(name: str, inquiry: Inquiry) -> None:
    inquiry.warn(
        f"FastAPI never takes {name!r}, as it is strict and what is sent there is text",
        "say `Field(strict=False)`",
    )


def _tell_refused(name: str, refused: Refusal, inquiry: Inquiry) -> None:
    takes = "does not take all of" if refused.taken else "never takes"
    inquiry.warn(f"FastAPI {takes} {name!r}, as {refused.what}", refused.todo)


# --- Bodies -----------------------------------------------------------------------------------


def _media_type(found: Sequence[_Found]) -> str | None:
    bodies = [each for each in found if each.place in _BODIES]
    if not bodies:
        return None
    if not any(each.place in _FORMS for each in bodies):
        declared = {each.info.media_type for each in bodies}
        return declared.pop() if len(declared) == 1 else "application/json"
    multipart = any(each.info.media_type == MULTIPART or _holds_file_field(each) for each in bodies)
    return MULTIPART if multipart else URLENCODED


def _holds_file_field(found: _Found) -> bool:
    if _holds_file(internals.annotation(found.field)):
        return True
    models = _form_models(found.field) if found.place is Place.FORM_MODEL else ()
    return any(_holds_file(each.annotation) for m in models for each in m.model_fields.values())


def _check_forms(found: Sequence[_Found]) -> None:
    forms = [each for each in found if each.place in _FORMS]
    models = [each for each in forms if each.place is Place.FORM_MODEL]
    if models and len(forms) > 1 and not internals.reads_form_models_beside_fields():
        what = f"this FastAPI reads no form model {models[0].field.name!r} beside other fields"
        raise RefusedError(what, "upgrade FastAPI, or put the other fields into the model")


def _check_extra(route: Route, media_type: str | None, inquiry: Inquiry) -> None:
    if media_type is None and "requestBody" in (route.effective.openapi_extra or {}):
        inquiry.warn(
            "its body is only described in `openapi_extra`: the function has no parameter for it",
            "declare the body as a parameter with Body(), Form() or File()",
        )


def _is_json(media_type: str) -> bool:
    """
    FastAPI parses `application/json` and `application/*+json`; all else it hands on as bytes.
    """
    essence = media_type.split(";", maxsplit=1)[0].strip().lower()
    kind, _, subtype = essence.partition("/")
    return kind == "application" and (subtype == "json" or subtype.endswith("+json"))
