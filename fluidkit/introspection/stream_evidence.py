"""
What an endpoint streams, by the order of the evidence.

`@fluidkit.streams` overrules everything; then FastAPI's native streams, the response class and the
return annotation, `responses=`, and the source. What comes first says the kind; what comes later
may still say more of the items. Where the source surely contradicts, nothing is believed.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias

from starlette.responses import Response

from fluidkit.introspection import source_annotations
from fluidkit.introspection.source_annotations import MISSING, is_event_class
from fluidkit.introspection.source_endings import is_endless
from fluidkit.introspection.source_files import Trees
from fluidkit.introspection.source_mentions import may_respond
from fluidkit.introspection.source_reading import Reader
from fluidkit.introspection.source_responses import (
    Returned,
    dialect_of,
    endpoint_code,
    is_streaming,
    kind_of_class,
    kind_of_media_type,
    returned,
)
from fluidkit.introspection.source_values import (
    Constant,
    Either,
    Listed,
    PlainText,
    Record,
    Serialized,
    Unknown,
    Value,
    one_of,
)
from fluidkit.introspection.source_yields import (
    Data,
    events,
    is_text,
    json_lines,
    united,
)
from fluidkit.streams import ATTRIBUTE, UNSAID, StreamMark

Kind: TypeAlias = Literal["events", "json_lines", "text", "file", "json", "whole_text", "raw"]
STREAMS: Final = ("events", "json_lines", "text", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamEvidence:
    """
    What an endpoint answers, in annotations that pydantic has not read yet.
    """

    kind: Kind
    """`json`: a streamed `application/json` is one JSON value; `whole_text`: text that is awaited
    as a whole; `raw`: a response whose body can't be told."""
    item: Data | None = None
    """What a line holds, or the data of events without a name; None: there are none."""
    events: tuple[tuple[str, Data], ...] = ()
    """Named events and their data."""
    open: bool = False
    """Other events may come."""
    endless: bool | None = None
    media_type: str | None = None
    sentinels: tuple[str, ...] = ()
    """Constant data among models: a sign and no value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamReading:
    """
    What was found, and what could not be.
    """

    result: StreamEvidence | None = None
    """None: the endpoint answers as FastAPI says."""
    alternative: StreamEvidence | None = None
    """A stream beside that: `chat.stream(…)`."""
    diagnostics: tuple[tuple[str, str], ...] = ()
    """What is the matter, and what to do."""


_JSONABLE: Final = Serialized(annotation=None, wire="jsonable", by_alias=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """
    What FastAPI knows of an endpoint.
    """

    response_class: type | None = None
    """As declared for the route; None: FastAPI's default."""
    return_annotation: Any = MISSING
    has_model: bool = False
    """A response model, or a return annotation that FastAPI made one of."""
    responses: Mapping[int | str, Mapping[str, Any]] | None = None
    status: int = 200
    is_sse_stream: bool = False
    is_json_stream: bool = False
    item_wire: Serialized = _JSONABLE
    """How FastAPI writes the items of its native streams."""


class Sources:
    """
    The source of all endpoints, for the length of one reading: each file is parsed once, and each
    endpoint read once for routes that declare the same.
    """

    def __init__(self) -> None:
        self.trees = Trees()
        self._known: dict[int, list[_Known]] = {}

    def read(self, endpoint: Callable[..., Any], declared: Declared) -> StreamReading:
        """
        Find what an endpoint streams.
        """
        known = self._known.setdefault(id(endpoint), [])
        for each in known:
            if _leave_the_same(each.declared, declared):
                return each.reading
        reading = read_streams(endpoint, declared, self.trees)
        known.append(_Known(endpoint, declared, reading))
        return reading


@dataclass(frozen=True, slots=True)
class _Known:
    endpoint: Callable[..., Any]
    """Kept, as its id must not become another's."""
    declared: Declared
    reading: StreamReading


def _leave_the_same(one: Declared, other: Declared) -> bool:
    """
    Whether two routes leave the same to be read of their endpoint.
    """
    return (
        (one.response_class, one.has_model) == (other.response_class, other.has_model)
        and source_annotations.same(one.return_annotation, other.return_annotation)
        and (one.is_sse_stream, one.is_json_stream) == (other.is_sse_stream, other.is_json_stream)
        and one.item_wire == other.item_wire
        and _described(one) == _described(other)
    )


ANNOTATE: Final = (
    "annotate the functions that it calls, or say it with @fluidkit.streams(…) on the endpoint"
)


def read_streams(
    endpoint: Callable[..., Any], declared: Declared, trees: Trees | None = None
) -> StreamReading:
    """
    Find what an endpoint streams. Never raises, whatever the source is.
    """
    mark = mark_of(endpoint)
    reader = Reader(trees or Trees())
    try:
        reading = _read(endpoint, declared, reader)
    except Exception as error:  # noqa: BLE001 -- metaclasses and annotations run the user's code
        reading = _read(None, declared, reader)
        what = f"its source could not be read ({type(error).__name__})"
        reading = replace(reading, diagnostics=(*reading.diagnostics, (what, ANNOTATE)))
    return reading if mark is None else _marked(mark, reading, declared)


def mark_of(endpoint: Callable[..., Any]) -> StreamMark | None:
    """
    Find the mark of `@fluidkit.streams`, also inside decorators and partials.
    """
    current: Any = endpoint
    for _ in range(50):
        found = getattr(current, ATTRIBUTE, None)
        if isinstance(found, StreamMark):
            return found
        if isinstance(current, functools.partial):
            current = current.func
        elif hasattr(current, "__wrapped__"):
            current = current.__wrapped__
        elif not inspect.isroutine(current) and not isinstance(current, type):
            current = source_annotations.static(type(current), "__call__")
        else:
            return None
    return None


# --- The mark -----------------------------------------------------------------------------------


def _marked(mark: StreamMark, reading: StreamReading, declared: Declared) -> StreamReading:
    seen = reading.alternative or reading.result
    kind = mark.kind or _marked_kind(mark, seen)
    evidence = StreamEvidence(
        kind=kind,
        item=_marked_data(mark.item, seen, declared) if mark.item is not UNSAID else None,
        events=tuple((name, _marked_data(item, seen, declared)) for name, item in mark.events),
        endless=mark.endless if mark.endless is not None else seen.endless if seen else None,
        media_type=seen.media_type if seen else None,
    )
    if mark.item is UNSAID and not mark.events and seen is not None and seen.kind == kind:
        evidence = replace(seen, endless=evidence.endless)
    elif mark.item is UNSAID and not mark.events and kind in ("events", "json_lines"):
        evidence = replace(evidence, item=Unknown("the mark does not say"), open=kind == "events")
    if reading.alternative is not None:
        return StreamReading(result=reading.result, alternative=evidence)
    return StreamReading(result=evidence)


def _marked_kind(mark: StreamMark, seen: StreamEvidence | None) -> Kind:
    if mark.events:
        return "events"
    if seen is not None and seen.kind not in ("raw", "whole_text"):
        return seen.kind
    return "json_lines" if seen is None else "events"


def _marked_data(annotation: Any, seen: StreamEvidence | None, declared: Declared) -> Data:
    """
    Believe the mark's type, and how the source was seen to write just that type.
    """
    if annotation is None:
        return PlainText()
    is_native = declared.is_sse_stream or declared.is_json_stream
    if annotation is str and not is_native and (seen is None or seen.kind == "events"):
        return PlainText()
    for shape in _serialized(seen):
        if source_annotations.same(shape.annotation, annotation):
            return shape
    cls = source_annotations.class_of(annotation)
    configured = getattr(cls, "model_config", {})
    by_alias = declared.is_json_stream or bool(configured.get("serialize_by_alias", False))
    return Serialized(annotation=annotation, by_alias=by_alias)


def _serialized(seen: StreamEvidence | None) -> list[Serialized]:
    pending: list[Data] = []
    if seen is not None:
        pending = [each for _, each in seen.events]
        pending += [seen.item] if seen.item is not None else []
    found: list[Serialized] = []
    while pending:
        shape = pending.pop()
        match shape:
            case Serialized():
                found.append(shape)
            case Either(members):
                pending.extend(members)
            case Listed(items):
                pending.append(items)
            case Record(fields):
                pending.extend(each for _, each in fields)
            case Constant() | Unknown() | PlainText():
                pass
    return found


# --- The order of the evidence ------------------------------------------------------------------


def _read(endpoint: Callable[..., Any] | None, declared: Declared, reader: Reader) -> StreamReading:
    if endpoint is not None and _is_plain(endpoint, declared):
        return StreamReading()
    found = endpoint_code(reader, endpoint) if endpoint is not None else None
    outcomes = returned(reader, *found) if found is not None else []
    if declared.is_sse_stream or declared.is_json_stream:
        return _native(declared, outcomes, reader)
    said = _said(declared)
    if outcomes and outcomes[0].content is not None and outcomes[0].kind == "value":
        # A generator endpoint that isn't native: FastAPI hands it to the response class.
        if said is None:
            return _bare(declared, outcomes[0].content, reader)
        return _one(replace(said, content=outcomes[0].content), reader)
    if declared.has_model:
        return _beside(outcomes, reader)
    if said is None:
        return _by_source(outcomes, reader)
    return _agreed(said, outcomes, reader, found is None)


def _bare(declared: Declared, content: Value, reader: Reader) -> StreamReading:
    """
    `response_class=StreamingResponse` names no media type, and what is yielded may be text.
    """
    cls = declared.response_class
    item = source_annotations.element(declared.return_annotation)
    says_text = item is str or (item is MISSING and is_text(reader, content))
    if cls is None or not is_streaming(cls) or not says_text:
        return StreamReading()
    return _one(Returned("text", content), reader)


def _is_plain(endpoint: Callable[..., Any], declared: Declared) -> bool:
    """
    Whether the endpoint returns data, as most do: then its source need not be read.
    """
    if declared.is_sse_stream or declared.is_json_stream or _said(declared) is not None:
        return False
    return not may_respond(endpoint)


def _said(declared: Declared) -> Returned | None:
    """
    Take what the annotation, the response class and `responses=` say, in this order.
    """
    for cls in (_response_of(declared.return_annotation), declared.response_class):
        if isinstance(cls, type):
            kind = kind_of_class(cls)
            if kind not in ("unknown", "value"):
                return Returned(kind, dialect=dialect_of(cls))
    described = _described(declared)
    if described is None or not _may_stream(declared):
        return None
    return Returned(described)


def _may_stream(declared: Declared) -> bool:
    cls = _response_of(declared.return_annotation) or declared.response_class
    return cls is None or not isinstance(cls, type) or kind_of_class(cls) in ("unknown", "value")


def _response_of(annotation: Any) -> type | None:
    """
    Take the response class that is annotated, if it is one and nothing else.
    """
    if annotation is MISSING:
        return None
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Response) else None
    found = [source_annotations.class_of(each) for each in source_annotations.members(annotation)]
    if len(found) != 1 or found[0] is None or not issubclass(found[0], Response):
        return None
    return found[0]


def _described(declared: Declared) -> Any:
    """
    Read the media types that `responses=` gives the success: only streams count here.
    """
    for key, response in (declared.responses or {}).items():
        if str(key) != str(declared.status):
            continue
        content = response.get("content")
        if not isinstance(content, Mapping) or not content:
            continue
        kinds = {kind_of_media_type(str(each), streams=True) for each in content}
        if len(kinds) == 1 and kinds <= {"events", "json_lines"}:
            return kinds.pop()
    return None


def _native(declared: Declared, outcomes: list[Returned], reader: Reader) -> StreamReading:
    """
    FastAPI writes the items: by the annotation, else by what is yielded.
    """
    kind: Kind = "events" if declared.is_sse_stream else "json_lines"
    content = next((each.content for each in outcomes if each.content is not None), None)
    declared_item = source_annotations.element(declared.return_annotation)
    members = [] if declared_item is MISSING else list(source_annotations.members(declared_item))
    items = [each for each in members if not _is_event(each) and each is not Any]
    endless = is_endless(reader, content) if content is not None else None
    if items and len(items) == len(members):
        data = _native_item(source_annotations.union(items), declared)
        return StreamReading(result=StreamEvidence(kind=kind, item=data, endless=endless))
    if content is None:
        return _unseen(kind, endless, "its source can't be read")
    found = _one(Returned(kind, content, "native"), reader)
    if items and found.result is not None:
        data = _native_item(source_annotations.union(items), declared)
        item = _with_declared(data, found.result.item)
        return StreamReading(result=replace(found.result, item=item), diagnostics=found.diagnostics)
    return found


def _with_declared(declared: Serialized, seen: Data | None) -> Data:
    """
    Unite the annotated items with what events without a name were seen to carry besides.
    """
    match seen:
        case None | Unknown():
            return declared
        case Serialized(annotation=annotation) if source_annotations.same(
            annotation, declared.annotation
        ):
            return declared
        case _:
            return united([declared, seen])


def _native_item(annotation: Any, declared: Declared) -> Serialized:
    return replace(declared.item_wire, annotation=annotation)


def _is_event(annotation: Any) -> bool:
    cls = source_annotations.class_of(annotation)
    return cls is not None and is_event_class(cls)


def _unseen(kind: Kind, endless: bool | None, why: str) -> StreamReading:
    evidence = StreamEvidence(kind=kind, item=Unknown(why), open=kind == "events", endless=endless)
    return StreamReading(result=evidence, diagnostics=(_complaint(kind, why),))


def _complaint(kind: str, why: str) -> tuple[str, str]:
    carried = {"events": "its events carry", "json_lines": "its lines carry"}.get(
        kind, "it answers"
    )
    return f"what {carried} is not known: {why}", ANNOTATE


# --- The source ---------------------------------------------------------------------------------


def _agreed(
    said: Returned, outcomes: list[Returned], reader: Reader, unread: bool
) -> StreamReading:
    """
    The kind is declared: the source says what it carries, unless it surely is another.
    """
    seen = [each for each in outcomes if each.kind not in ("none", "value", "unknown")]
    others = {each.kind for each in seen} - {said.kind}
    if others:
        what = f"it declares {_called(said.kind)} and returns {_called(min(others))}"
        todo = "make the response class and what is returned agree"
        return StreamReading(result=StreamEvidence(kind="raw"), diagnostics=((what, todo),))
    contents = [each for each in outcomes if each.content is not None]
    if said.kind not in ("events", "json_lines"):
        return _one(replace(said, content=_contents(contents)), reader)
    if not contents:
        whys = [each.why for each in outcomes if each.why]
        why = whys[0] if whys else "its source can't be read" if unread else "no stream is seen"
        return _unseen(said.kind, None, why)
    # An unknown media type is settled by what is declared; who writes it is as seen.
    dialect = contents[0].dialect if seen else said.dialect
    return _one(replace(said, content=_contents(contents), dialect=dialect), reader)


def _contents(outcomes: list[Returned]) -> Value | None:
    values = [each.content for each in outcomes if each.content is not None]
    return one_of(values) if values else None


def _called(kind: str) -> str:
    return {
        "events": "server-sent events",
        "json_lines": "JSON lines",
        "text": "streamed text",
        "file": "a file",
        "json": "streamed JSON",
        "whole_text": "text",
        "value": "data",
        "raw": "a response without a known content",
    }.get(kind, "something that is not known")


def _by_source(outcomes: list[Returned], reader: Reader) -> StreamReading:
    """
    Nothing is declared: all is as the source says.
    """
    settled = [_settled(each, reader) for each in outcomes if each.kind != "none"]
    responses = [each for each in settled if each.kind not in ("value", "unknown")]
    values = [each for each in settled if each.kind == "value"]
    unknown = [each for each in settled if each.kind == "unknown"]
    kinds = {each.kind for each in responses}
    if not responses:
        return _no_response(unknown, values)
    if len(kinds) > 1:
        return _several(kinds, bool(values))
    merged = _merged(responses)
    if not values and not unknown:
        return _one(merged, reader)
    if merged.kind not in STREAMS:
        return _several(kinds | ({"value"} if values else {"unknown"}), bool(values))
    beside = _one(merged, reader)
    complaints = list(beside.diagnostics)
    result = None
    if unknown:
        complaints.append((f"not all that it returns is known: {unknown[0].why}", ANNOTATE))
        result = StreamEvidence(kind="raw")
    return StreamReading(result=result, alternative=beside.result, diagnostics=tuple(complaints))


def _no_response(unknown: list[Returned], values: list[Returned]) -> StreamReading:
    streams = [each for each in unknown if each.content is not None or each.is_response]
    if not streams:
        return StreamReading()
    complaint = (f"how its response is to be read is not known: {streams[0].why}", _MEDIA_TYPE)
    result = None if values else StreamEvidence(kind="raw")
    return StreamReading(result=result, diagnostics=(complaint,))


_MEDIA_TYPE: Final = (
    'give the response a constant media type: media_type="text/event-stream",'
    ' "application/x-ndjson", "text/plain" or a file\'s'
)


def _several(kinds: set[Any], has_values: bool) -> StreamReading:
    names = sorted({_called(each) for each in kinds})
    what = f"it answers {' or '.join(names)}, so the Response is handed over as it is"
    return StreamReading(
        result=None if has_values and not kinds else StreamEvidence(kind="raw"),
        diagnostics=((what, "make one endpoint of each, or use @fluidkit.streams(…)"),),
    )


def _merged(responses: list[Returned]) -> Returned:
    first = responses[0]
    if len(responses) == 1:
        return first
    dialects = {each.dialect for each in responses}
    if len(dialects) > 1 or any(each.content is None for each in responses):
        unseen = next((each for each in responses if each.content is None), first)
        return replace(first, content=None, why=unseen.why or "it is made in several ways")
    return replace(first, content=_contents(responses))


def _settled(outcome: Returned, reader: Reader) -> Returned:
    """
    A stream without a media type is known by what it sends: text is text in any case.
    """
    if outcome.kind != "unknown" or outcome.content is None:
        return outcome
    if outcome.why != "its response has no media type":
        return outcome
    lines = json_lines(reader, outcome.content, native=False)
    if not isinstance(lines, Unknown):
        return replace(outcome, kind="json_lines")
    return replace(outcome, kind="text") if is_text(reader, outcome.content) else outcome


def _beside(outcomes: list[Returned], reader: Reader) -> StreamReading:
    """
    There is a response model: a stream is what the endpoint answers beside it.
    """
    streams = [each for each in outcomes if each.kind in STREAMS]
    if not streams:
        return StreamReading()
    if len({each.kind for each in streams}) > 1:
        return StreamReading(
            diagnostics=(("it streams in several ways beside its JSON", ANNOTATE),)
        )
    found = _one(_merged(streams), reader)
    return StreamReading(alternative=found.result, diagnostics=found.diagnostics)


def _one(outcome: Returned, reader: Reader) -> StreamReading:
    """
    Read what one stream carries.
    """
    content = outcome.content
    endless = is_endless(reader, content) if content is not None else None
    match outcome.kind:
        case "events" if content is not None:
            return _events(outcome, content, endless, reader)
        case "json_lines" if content is not None:
            native = outcome.dialect == "native"
            return _lines(outcome, json_lines(reader, content, native=native), endless)
        case "events" | "json_lines" as kind:
            return _unseen(kind, endless, outcome.why or "its source can't be read")
        case "text" | "file" | "json" | "whole_text" | "raw" as kind:
            evidence = StreamEvidence(kind=kind, endless=endless, media_type=outcome.media_type)
            return StreamReading(result=evidence, diagnostics=tuple(_unspecific(outcome)))
        case _:
            return StreamReading()


def _unspecific(outcome: Returned) -> Iterator[tuple[str, str]]:
    if outcome.kind == "json":
        yield "what JSON it streams is not known", "return the value, with a return annotation"
    elif outcome.kind == "raw" and outcome.why:
        yield (f"its Response is handed over as it is: {outcome.why}", _MEDIA_TYPE)


def _lines(outcome: Returned, item: Data, endless: bool | None) -> StreamReading:
    evidence = StreamEvidence(
        kind="json_lines", item=item, endless=endless, media_type=outcome.media_type
    )
    complaints = (_complaint("json_lines", item.why),) if isinstance(item, Unknown) else ()
    return StreamReading(result=evidence, diagnostics=complaints)


def _events(
    outcome: Returned, content: Value, endless: bool | None, reader: Reader
) -> StreamReading:
    found = events(reader, content, outcome.dialect)
    sentinels = found.take_sentinels()
    # What comes under a name that is not known may come under one that is.
    data = {name: united([*each, *found.anywhere]) for name, each in found.data.items()}
    problems = [*found.problems]
    problems += [
        f"of the event {name!r}, {each.why}" if name else each.why
        for name, each in data.items()
        if isinstance(each, Unknown) and each.why not in found.problems
    ]
    unnamed = data.pop(None, None)
    if unnamed is None and found.open:
        unnamed = Unknown(found.problems[0])
    evidence = StreamEvidence(
        kind="events",
        item=unnamed,
        events=tuple((name, each) for name, each in data.items() if name is not None),
        open=found.open,
        endless=endless,
        media_type=outcome.media_type,
        sentinels=sentinels,
    )
    complaints = tuple(_complaint("events", why) for why in dict.fromkeys(problems))
    return StreamReading(result=evidence, diagnostics=complaints)
