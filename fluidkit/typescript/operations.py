"""
Operations as functions: their JavaScript and their types.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never
from urllib.parse import quote

from fluidkit.model import (
    Doc,
    EmptyResult,
    ErrorResponse,
    EventStream,
    FileResult,
    JsonResult,
    JsonStream,
    Operation,
    Parameter,
    Place,
    RawResult,
    Result,
    StreamEvent,
    TextResult,
    TextStream,
)
from fluidkit.typescript.code import (
    Code,
    End,
    Fit,
    Import,
    Indent,
    Name,
    braced,
    listed,
    separated,
)
from fluidkit.typescript.names import Case, parameter_names
from fluidkit.typescript.syntax import comment, key, object_key, one_line, string
from fluidkit.typescript.types import (
    CLIENT,
    Member,
    Scope,
    block,
    doc_comment,
    paragraphs,
    property_code,
    type_code,
)
from fluidkit.values import dataclass

PURE = "/* @__PURE__ */ "
"""What bundlers may leave out where nothing uses it."""

_PLACEHOLDER = re.compile(r"(\{[A-Za-z_][A-Za-z0-9_]*\})")
_LITERAL_PATH = "!$&'()*+,;=:@/"


@dataclass(frozen=True, slots=True)
class Argument:
    """
    A parameter of an operation under the name that it has in TypeScript.
    """

    name: str
    parameter: Parameter

    @property
    def declared(self) -> Name:
        """
        The name where it is declared, as a parameter or as a key.
        """
        parameter = self.parameter
        return Name(self.name, parameter.origin, parameter.name, is_key=not parameter.required)


@dataclass(frozen=True, slots=True)
class Function:
    """
    An operation under the name that it has in TypeScript.
    """

    name: str
    operation: Operation
    positional: tuple[Argument, ...]
    optional: tuple[Argument, ...]


def function_of(operation: Operation, name: str, case: Case) -> Function:
    """
    Name an operation's arguments: the required ones are positional, the others are options.
    """
    names = parameter_names(operation, case)
    arguments = [Argument(*pair) for pair in zip(names, operation.parameters, strict=True)]
    return Function(
        name,
        operation,
        tuple(a for a in arguments if a.parameter.required),
        tuple(a for a in arguments if not a.parameter.required),
    )


def route(operation: Operation) -> str:
    """
    Answer method and path, for a comment.
    """
    return one_line(f"{operation.method} {operation.path}")


# --- JavaScript -------------------------------------------------------------------------------


def function_code(function: Function) -> Code:
    """
    Write `export const get_user = …;`.
    """
    operation = function.operation
    made = _factory_call(function, operation.result)
    if operation.stream is not None:
        stream = _factory_call(function, operation.stream)
        made = (PURE, Import("withStream", "runtime/stream"), listed("(", (made, stream), ")"))
    return ("export const ", function.name, " = ", made, ";")


def _factory_call(function: Function, result: Result) -> Code:
    operation = function.operation
    required: Code = (
        "[",
        *separated(_codec(operation, a.parameter) for a in function.positional),
        "]",
    )
    optional = [
        (object_key(a.name), ": ", _codec(operation, a.parameter)) for a in function.optional
    ]
    arguments: list[Code] = [
        string(operation.method),
        string(encoded_path(operation.path)),
        required,
    ]
    traits = _traits(result)
    if optional or traits:
        arguments.append(braced(optional))
    if traits:
        arguments.append(braced(traits))
    hugged = ("(", *separated(arguments), ")")
    exploded = ("(", Indent(("\n", *separated(arguments, ",\n"))), "\n)")
    return (PURE, _factory(result), Fit(hugged, exploded, hug=True))


def _factory(result: Result) -> Import:
    match result:
        case JsonResult():
            return Import("json", CLIENT)
        case TextResult():
            return Import("text", CLIENT)
        case EmptyResult():
            return Import("empty", CLIENT)
        case RawResult():
            return Import("response", CLIENT)
        case FileResult():
            return Import("file", "runtime/download")
        case EventStream():
            return Import("sse", "runtime/sse")
        case JsonStream():
            return Import("ndjson", "runtime/ndjson")
        case TextStream():
            return Import("chunks", "runtime/text")
        case _:
            assert_never(result)


def _traits(result: Result) -> list[Code]:
    """
    Write what the runtime of a stream cannot see: whether it ends, and which events are no JSON.
    """
    if not isinstance(result, EventStream):
        return []
    traits: list[Code] = []
    if result.endless is not None:
        traits.append(f"endless: {'true' if result.endless else 'false'}")
    if texts := [string(_event_name(event)) for event in result.events if event.data is None]:
        traits.append(("text: [", *separated(texts), "]"))
    if result.sentinels:
        traits.append(("sentinels: [", *separated(map(string, result.sentinels)), "]"))
    return traits


def encoded_path(path: str) -> str:
    """
    Percent-encode what stands between the placeholders.
    """
    parts = _PLACEHOLDER.split(path)
    parts[::2] = [quote(part, safe=_LITERAL_PATH, errors="replace") for part in parts[::2]]
    encoded = "".join(parts)
    # A URL that begins with two slashes names a host.
    return f"/.{encoded}" if encoded.startswith("//") else encoded


def _codec(operation: Operation, parameter: Parameter) -> Code:
    name, *arguments = _codec_call(operation.body_media_type, parameter)
    codec: Code = Import(name, CLIENT)
    if arguments:
        codec = _pure_call(codec, *map(string, arguments))
    if parameter.behind is None:
        return codec
    texts = map(string, (parameter.wire_name, parameter.behind))
    return _pure_call(Import("behind", CLIENT), *texts, codec)


def _pure_call(function: Code, *arguments: Code) -> Code:
    """
    Write a call, marked: esbuild does not see into other files, and would keep each function of the
    module for the calls in its arguments.
    """
    return (PURE, function, "(", *separated(arguments), ")")


def _codec_call(media_type: str | None, parameter: Parameter) -> tuple[str, ...]:
    """
    Answer the codec that writes a parameter into the request, and its arguments.
    """
    wire = parameter.wire_name
    multipart = (media_type or "").lower().startswith("multipart/")
    match parameter.place:
        case Place.PATH:
            return "segment", wire
        case Place.PATH_REST:
            return "rest", wire
        case Place.QUERY:
            return "query", wire
        case Place.QUERY_MODEL:
            return ("queries",)
        case Place.HEADER:
            return "header", wire
        case Place.HEADER_MODEL:
            return ("headers",)
        case Place.COOKIE:
            return "cookie", wire
        case Place.COOKIE_MODEL:
            return ("cookies",)
        case Place.JSON_BODY if media_type in (None, "application/json"):
            return ("body",)
        case Place.JSON_BODY:
            return "bodyAs", media_type or ""
        case Place.JSON_FIELD:
            return "field", wire
        case Place.FORM_FIELD:
            return "part" if multipart else "form", wire
        case Place.FORM_MODEL:
            return ("parts" if multipart else "forms",)
        case Place.RAW_BODY:
            return "raw", media_type or "application/octet-stream"
        case _:
            assert_never(parameter.place)


# --- Types ------------------------------------------------------------------------------------


def function_types(function: Function, scope: Scope) -> tuple[Code, ...]:
    """
    Write `export declare function get_user(…): …;`, and its namespace where it has `.url`.
    """
    operation = function.operation
    name = Name(function.name, operation.origin, operation.name)
    signature = _signature(function, operation.result, scope)
    declared = (_function_doc(function), "export declare ", _function(name, signature), "\n")
    members = _namespace_members(function, scope)
    if not members:
        return (declared,)
    body = Indent(("\n", *separated(members, "\n")))
    return (declared, ("export declare namespace ", name, " {", body, "\n}", End(name), "\n"))


def _function(name: Name, signature: Code) -> Code:
    return ("function ", name, signature, End(name))


def _namespace_members(function: Function, scope: Scope) -> list[Code]:
    operation = function.operation
    members: list[Code] = []
    if operation.method == "GET":
        url = _signature_of(function, Import("UrlOptions", CLIENT), "string", scope, docs=False)
        doc = comment([f"URL of `{route(operation)}`."])
        members += [(doc, "\n", _member_function(operation, "url", url)), _exported("url")]
    if operation.stream is not None:
        stream = _signature(function, operation.stream, scope, docs=False)
        members += [_member_function(operation, "stream", stream), _exported("stream")]
    return members


def _member_function(operation: Operation, name: str, signature: Code) -> Code:
    """
    Write a function of ours that leads to the endpoint.

    It is called by another name: one that editors rename with TypeScript 7 is renamed in Python
    too, where its declaration leads there.
    """
    return _function(Name(f"{name}_of", operation.origin, operation.name), signature)


def _exported(name: str) -> Code:
    return ("export { ", Name(f"{name}_of"), " as ", Name(name), " };")


def _signature(function: Function, result: Result, scope: Scope, docs: bool = True) -> Code:
    options = _options_type(result, scope)
    return _signature_of(
        function, options, _result_type(result, function.operation.errors, scope), scope, docs
    )


def _signature_of(
    function: Function, options: Code, result: Code, scope: Scope, docs: bool
) -> Code:
    parameters: list[Code] = [
        (*property_code(name, False, type_code(argument.parameter.type, scope)), End(name))
        for argument in function.positional
        for name in [argument.declared]
    ]
    parameters.append(
        (_options_name(function), "?: ", _with_optional(function, options, scope, docs))
    )
    return (listed("(", parameters, ")"), ": ", result, ";")


def _options_name(function: Function) -> Name:
    """
    Name the last parameter; the user's own names come first.
    """
    taken = {argument.name for argument in function.positional}
    name = "options" if "options" not in taken else "callOptions"
    while name in taken:
        name += "_"
    return Name(name)


def _with_optional(function: Function, options: Code, scope: Scope, docs: bool) -> Code:
    if not function.optional:
        return options
    members = [_option(argument, scope, docs) for argument in function.optional]
    return (options, " & ", block(members))


def _option(argument: Argument, scope: Scope, docs: bool) -> Member:
    name = argument.declared
    doc = doc_comment(_argument_doc(argument)) if docs else ""
    return Member(name, property_code(name, True, type_code(argument.parameter.type, scope)), doc)


def _options_type(result: Result, scope: Scope) -> Code:
    match result:
        case EventStream(events, is_open):
            options = Import("EventStreamOptions", "runtime/sse")
            return (options, "<", block(_events(events, is_open, scope)), ">")
        case JsonStream(item, _):
            return (Import("JsonStreamOptions", "runtime/ndjson"), "<", type_code(item, scope), ">")
        case TextStream():
            return Import("TextStreamOptions", "runtime/text")
        case FileResult():
            return Import("DownloadOptions", "runtime/download")
        case JsonResult() | TextResult() | EmptyResult() | RawResult():
            return Import("CallOptions", CLIENT)
        case _:
            assert_never(result)


def _result_type(result: Result, errors: Sequence[ErrorResponse], scope: Scope) -> Code:
    match result:
        case JsonResult(type_):
            return _call(type_code(type_, scope), errors, scope)
        case TextResult():
            return _call("string", errors, scope)
        case EmptyResult():
            return _call("undefined", errors, scope)
        case FileResult():
            return _call("globalThis.File", errors, scope)
        case RawResult():
            return _call("globalThis.Response", errors, scope)
        case EventStream(events, is_open):
            stream = Import("EventStream", "runtime/sse")
            members = separated((m.code for m in _events(events, is_open, scope)), "; ")
            return (stream, "<{ ", *members, " }>")
        case JsonStream(item, _):
            return (Import("JsonStream", "runtime/ndjson"), "<", type_code(item, scope), ">")
        case TextStream():
            return Import("TextStream", "runtime/text")
        case _:
            assert_never(result)


def _call(type_: Code, errors: Sequence[ErrorResponse], scope: Scope) -> Code:
    call = Import("Call", CLIENT)
    if not errors:
        return (call, "<", type_, ">")
    by_status = [
        property_code(Name(str(error.status)), False, type_code(error.type, scope))
        for error in errors
    ]
    return (call, "<", type_, ", { ", *separated(by_status, "; "), " }>")


def _events(events: Sequence[StreamEvent], is_open: bool, scope: Scope) -> list[Member]:
    """
    Write event names with what `on` handlers get; text that is no JSON is a string.
    """
    members = [_event(event, scope) for event in events]
    if is_open or not events:
        members.append(Member(Name(""), "[event: string]: unknown"))
    return members


def _event(event: StreamEvent, scope: Scope) -> Member:
    name = Name(key(_event_name(event)))
    data = "string" if event.data is None else type_code(event.data, scope)
    return Member(name, property_code(name, False, data))


def _event_name(event: StreamEvent) -> str:
    """
    Answer an event's name; the standard calls those without one "message".
    """
    return event.name or "message"


# --- Comments ---------------------------------------------------------------------------------


def _function_doc(function: Function) -> Code:
    operation = function.operation
    facts = [f"`{route(operation)}`"]
    if operation.security:
        facts.append(one_line(f"requires {', '.join(operation.security)}"))
    facts += _renamed(function.name, operation.name)
    tags = [
        ("param", f"{argument.name} - {text}")
        for argument in function.positional
        if (
            text := "\n".join(
                filter(None, (*paragraphs(doc := _argument_doc(argument)), _age(doc)))
            )
        )
    ]
    return doc_comment(operation.doc, *facts, tags=tags)


def _argument_doc(argument: Argument) -> Doc:
    """
    Answer what is said of a parameter, and what is to be known of it here.
    """
    doc = argument.parameter.doc
    facts = _argument_facts(argument)
    return replace(doc, notes=(*doc.notes, *facts)) if facts else doc


def _age(doc: Doc) -> str:
    """
    Say of a parameter among others what its own comment would say by a tag.
    """
    return ": ".join(filter(None, ("Deprecated", doc.deprecation))) if doc.deprecated else ""


def _argument_facts(argument: Argument) -> list[str]:
    parameter = argument.parameter
    facts = _renamed(argument.name, parameter.name)
    if parameter.place in (Place.COOKIE, Place.COOKIE_MODEL):
        facts.append("cookie: can be set on the server only")
    return facts


def _renamed(name: str, python: str) -> list[str]:
    return [] if name == python else [f"`{one_line(python)}` in Python"]
