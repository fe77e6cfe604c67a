"""
What an app offers, as values: the one thing that introspection hands to TypeScript.

Nothing here knows FastAPI, pydantic or TypeScript. Every name is Python's or the wire's; the
TypeScript names are chosen by `fluidkit.typescript`. All values are frozen and compare by content,
so that two readings of the same app are equal.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal, TypeAlias

from fluidkit.values import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Where a name stands in the user's Python source.
    """

    path: str
    """POSIX path of the file, relative to the project root; never outside it."""
    line: int
    """Line of the identifier itself (not of a decorator), from 1."""
    column: int
    """Column of the identifier's first character, from 0, in UTF-16 code units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doc:
    """
    What people wrote about a thing, as plain text: the printer makes it a comment.
    """

    text: str = ""
    """Docstring or description, dedented; "" where there is none."""
    notes: tuple[str, ...] = ()
    """Facts in the order to be shown: constraints ("at least 1"), "Default: 20", "Alias of …"."""
    deprecated: bool = False
    deprecation: str = ""
    """What the Python says of it: "use `b`"; "" where it says nothing."""


# --- Types ------------------------------------------------------------------------------------


class Scalar(Enum):
    """
    A type without parts.
    """

    # By identity, as they compare: what `Enum` has instead is slow.
    __hash__ = object.__hash__

    STRING = "string"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"
    UNKNOWN = "unknown"
    """Any JSON value. Wherever introspection answers this, it also reports a diagnostic, unless
    the Python says so itself (`Any`, `object`)."""
    NEVER = "never"
    BLOB = "blob"
    """A file that the client sends: a `Blob` or `File`."""


@dataclass(frozen=True, slots=True)
class Format:
    """
    A scalar whose meaning has a name: `FluidTypes.UUID` is a `string`.
    """

    name: str
    """One of `FORMATS`."""
    base: Literal[Scalar.STRING, Scalar.NUMBER] = Scalar.STRING


FORMATS: tuple[str, ...] = (
    "UUID",
    "DateTime",
    "Date",
    "Time",
    "Duration",
    "Decimal",
    "Email",
    "Url",
    "IPv4",
    "IPv6",
    "IPNetwork",
    "Base64",
    "Binary",
    "Path",
    "Secret",
    "JsonString",
)
"""Every name that a `Format` may have; the runtime's `FluidTypes` declares each."""


@dataclass(frozen=True, slots=True)
class LiteralValue:
    """
    Exactly this value on the wire. `True` and `1` are different values.
    """

    value: str | int | float | bool

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, LiteralValue)
            and type(self.value) is type(other.value)
            and self.value == other.value
        )

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


@dataclass(frozen=True, slots=True)
class Array:
    """
    A JSON array of any length.
    """

    items: Type


@dataclass(frozen=True, slots=True)
class Tuple:
    """
    A JSON array whose first items have types of their own.
    """

    items: tuple[Type, ...]
    optional: int = 0
    """How many of the last `items` may be absent."""
    rest: Type | None = None
    """Type of what follows `items`; None: nothing does."""


@dataclass(frozen=True, slots=True)
class Map:
    """
    A JSON object with arbitrary keys.
    """

    value: Type
    key: Type = Scalar.STRING
    """A string type; for an enum or a union of literals, each key may be absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """
    One key of a JSON object.
    """

    name: str
    """Python's name."""
    wire_name: str
    """The key on the wire, in this direction."""
    type: Type
    required: bool
    """False: the key may be absent (output) or left out (input)."""
    read_only: bool = False
    doc: Doc = Doc()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Object:
    """
    A JSON object with known keys.
    """

    fields: tuple[Field, ...]
    extra: Type | None = None
    """Type of the values of further keys; None: no further keys are promised."""


@dataclass(frozen=True, slots=True)
class Union:
    """
    One of several types, in Python's order; at least two, none of them a `Union`.
    """

    members: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """
    A declaration, by its key, with the arguments for its parameters.
    """

    key: str
    arguments: tuple[Type, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeParameter:
    """
    The `T` inside a generic declaration.
    """

    name: str


Type: TypeAlias = (
    Scalar
    | Format
    | LiteralValue
    | Array
    | Tuple
    | Map
    | Object
    | Union
    | Reference
    | TypeParameter
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumMember:
    """
    A member of a Python enum and its value on the wire.
    """

    name: str
    value: str | int | float | bool | None
    doc: Doc = Doc()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Enumeration:
    """
    A Python enum: printed as a `const` object and a type of the same name.
    """

    members: tuple[EnumMember, ...]


class Direction(Enum):
    """
    Which way a value travels.
    """

    INPUT = "input"
    """What the client sends."""
    OUTPUT = "output"
    """What the client receives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """
    A named type. It lives once, under the Python module that defines it.
    """

    key: str
    """Unique in an `Api`, the same on every run: `module:qualname`, with `#input` and the like."""
    name: str
    """The class's `__qualname__` without `<locals>` and its function: "User", "Outer.Inner"."""
    module: str
    """Dotted name of the defining module."""
    direction: Direction | None
    """None: the same both ways. Only where the two differ there are two declarations."""
    definition: Object | Enumeration | Type
    parameters: tuple[TypeParameter, ...] = ()
    arguments: tuple[Type, ...] = ()
    """What a generic class was specialised with, where its declaration could not stay generic."""
    variant: str = ""
    """Why this differs from the class's usual form: "exclude_unset", "by_name"; "" if it does not
    differ."""
    doc: Doc = Doc()
    origin: Origin | None = None


# --- Operations -------------------------------------------------------------------------------


class Place(Enum):
    """
    Where in a request a parameter goes, and how it is written there.
    """

    PATH = "path"
    """One path segment."""
    PATH_REST = "path_rest"
    """`{p:path}`: several segments, the slashes kept."""
    QUERY = "query"
    QUERY_MODEL = "query_model"
    """An object, each of its keys a query parameter; keys are wire names."""
    HEADER = "header"
    HEADER_MODEL = "header_model"
    COOKIE = "cookie"
    COOKIE_MODEL = "cookie_model"
    JSON_BODY = "json_body"
    """The whole body."""
    JSON_FIELD = "json_field"
    """One key of a JSON body: several bodies, or `embed=True`."""
    FORM_FIELD = "form_field"
    FORM_MODEL = "form_model"
    """An object, each of its keys a form field; keys are wire names."""
    RAW_BODY = "raw_body"
    """The body as it is: bytes or text, with the operation's `body_media_type`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """
    One Python parameter of an endpoint or of a dependency.
    """

    name: str
    """Python's name."""
    wire_name: str
    """Name of the query parameter, header (as sent: "X-Token" or "x-token"), cookie, form field
    or JSON key; for a path the placeholder; for models and whole bodies the same as `name`."""
    place: Place
    type: Type
    required: bool
    """Always False for cookies: a browser sends its own."""
    doc: Doc = Doc()
    origin: Origin | None = None
    behind: str | None = None
    """In a path: the text between it and another placeholder, to which a server would give all up
    to the last such text."""


@dataclass(frozen=True, slots=True)
class JsonResult:
    """
    One JSON value.
    """

    type: Type


@dataclass(frozen=True, slots=True)
class TextResult:
    """
    A body that is text, awaited as a whole: HTML, plain text, XML.
    """


@dataclass(frozen=True, slots=True)
class EmptyResult:
    """
    No body: 204, 205, 304, HEAD.
    """


@dataclass(frozen=True, slots=True)
class FileResult:
    """
    A file: a `File` with the name that the server gives it.
    """


@dataclass(frozen=True, slots=True)
class RawResult:
    """
    A `Response` as it comes: redirects, and what nothing is known of.
    """


@dataclass(frozen=True, slots=True)
class StreamEvent:
    """
    One kind of event in an event stream.
    """

    name: str | None
    """The event's name; None: events without a name ("message")."""
    data: Type | None
    """Type of the JSON in `data`; None: `data` is text and not JSON."""


@dataclass(frozen=True, slots=True)
class EventStream:
    """
    Server-sent events.
    """

    events: tuple[StreamEvent, ...]
    """The events that are known; empty: nothing is."""
    open: bool = False
    """True: other events than those may come."""
    endless: bool | None = None
    """True: the generator has no way out; False: it has; None: not known."""
    sentinels: tuple[str, ...] = ()
    """Data that is a sign and no value: "[DONE]". Such an event has none of the types above."""


@dataclass(frozen=True, slots=True)
class JsonStream:
    """
    JSON values, a line each: NDJSON, JSON Lines.
    """

    item: Type
    endless: bool | None = None


@dataclass(frozen=True, slots=True)
class TextStream:
    """
    Text that arrives in pieces.
    """

    endless: bool | None = None


Stream: TypeAlias = EventStream | JsonStream | TextStream
Result: TypeAlias = JsonResult | TextResult | EmptyResult | FileResult | RawResult | Stream


@dataclass(frozen=True, slots=True)
class ErrorResponse:
    """
    The JSON body of one error status.
    """

    status: int
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """
    One method of one route: one generated function.
    """

    name: str
    """The endpoint's Python name."""
    module: str
    """Dotted name of the module that defines the endpoint."""
    method: str
    """Upper case."""
    path: str
    """With every prefix, placeholders as `{name}`: "/users/{id}"."""
    parameters: tuple[Parameter, ...]
    """In Python's order; a dependency's stand where the dependency stands."""
    result: Result
    status: int
    """The success status."""
    stream: Stream | None = None
    """What else the endpoint may answer, beside `result`: `chat.stream(…)`."""
    errors: tuple[ErrorResponse, ...] = ()
    """In order of status; 422 only where the app answers it in FastAPI's own form."""
    body_media_type: str | None = None
    """Content type of the request body; None: there is none."""
    security: tuple[str, ...] = ()
    """Names of the security schemes, for the comment."""
    doc: Doc = Doc()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """
    A Python module that defines an endpoint or a declaration.
    """

    name: str
    """Dotted name."""
    path: str | None
    """POSIX path of its file below the `root` setting, with ".py"; None: outside of it. What stands
    beside pages has its path below SvelteKit's `src`, as Python names it:
    "routes/users/_id_/profile.py" for `routes/users/[id]/profile.api.py`."""
    source: str | None
    """POSIX path of its file relative to the project root, for people; None: outside of it."""
    beside: str | None = None
    """Where its façade stands if that is beside the Python: POSIX path relative to the project
    root, without an ending; None: in the output folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """
    All that is known of an app.
    """

    modules: tuple[Module, ...]
    """In order of name."""
    operations: tuple[Operation, ...]
    """In order of module, then of the routes."""
    declarations: tuple[Declaration, ...]
    """In order of module, then of key."""
