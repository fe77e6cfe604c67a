"""
Endpoints that send server-sent events, one for each way of writing that.
"""

import asyncio
import functools
import itertools
import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Annotated, Any

import sse_starlette
from fastapi import Depends, Request, Response
from fastapi.encoders import jsonable_encoder
from fastapi.responses import StreamingResponse
from fastapi.responses import StreamingResponse as Streaming
from sse_starlette import EventSourceResponse as ESR
from sse_starlette import ServerSentEvent
from sse_starlette.sse import EventSourceResponse

from tests.apps import streams_helpers as helpers
from tests.apps.streams_helpers import Events, sse, sse_model, to_event
from tests.apps.streams_models import (
    Aliased,
    ByAlias,
    Channel,
    Coloured,
    Dated,
    Event,
    Notification,
    Pair,
    Point,
    Session,
    get_user_notifications,
    mapping,
    page,
    session,
    some_notifications,
    thread,
    tokens,
    unannotated,
    unannotated_source,
    watch_notifications,
)

EVENT_STREAM = "text/event-stream"
HEADERS = {"Cache-Control": "no-cache", "Content-Type": "text/event-stream"}
ADAPTED: Any = None


class Settings:
    media_type = "text/event-stream"


# --- sse-starlette ------------------------------------------------------------------------------


async def dict_events(user_id: int):
    async def event_generator():
        while True:
            notifications = await get_user_notifications(user_id)
            for notification in notifications:
                yield {"event": "notification", "data": json.dumps(notification.dict())}
            await asyncio.sleep(1)

    return EventSourceResponse(event_generator())


async def dict_of_model_json(user_id: int):
    async def gen():
        for n in await get_user_notifications(user_id):
            yield {"event": "notification", "data": n.model_dump_json(), "id": str(n.id)}

    return EventSourceResponse(gen())


async def dict_built_first(user_id: int):
    async def gen():
        async for n in watch_notifications():
            payload = n.model_dump()
            data = json.dumps(payload)
            event = {"event": "notification", "data": data}
            yield event

    response = ESR(gen(), ping=15)
    return response


async def event_objects(user_id: int):
    async def gen():
        async for n in some_notifications():
            yield ServerSentEvent(data=n.model_dump_json(), event="notification")
            yield sse_starlette.ServerSentEvent(n.model_dump_json(), event="again", id="1")

    return sse_starlette.EventSourceResponse(gen())


async def json_event_objects():
    async def gen():
        yield sse_starlette.JSONServerSentEvent({"count": 1, "name": str(2)}, event="counted")

    return EventSourceResponse(content=gen())


async def bare_json_strings():
    async def gen():
        async for n in some_notifications():
            yield n.model_dump_json()

    return EventSourceResponse(gen())


async def plain_text_tokens(prompt: str):
    async def gen():
        async for token in tokens(prompt):
            yield {"event": "token", "data": token}
        yield {"event": "end", "data": ""}

    return EventSourceResponse(gen())


async def several_events():
    async def gen():
        found = thread()
        yield {"event": "thread", "data": found.model_dump_json()}
        yield {"event": "first", "data": found.first.model_dump_json()}
        for each in found.notifications:
            yield {"event": "each", "data": each.model_dump_json()}
        yield dict(event="count", data=json.dumps({"count": len(found.notifications)}))

    return EventSourceResponse(gen())


async def enum_names():
    async def gen():
        async for n in some_notifications():
            yield {"event": Event.ADDED, "data": n.model_dump_json()}
            yield {"event": Event.GONE.value, "data": json.dumps(n.id)}

    return EventSourceResponse(gen())


async def helper_makes_dicts():
    async def gen():
        async for n in some_notifications():
            yield to_event(n)

    return EventSourceResponse(gen())


async def subclass_of_response():
    async def gen():
        async for n in some_notifications():
            yield to_event(n)

    return Events(gen(), headers={"X": "y"})


async def mixed_with_sentinel():
    async def gen():
        async for n in some_notifications():
            yield n.model_dump_json()
        yield "[DONE]"

    return EventSourceResponse(gen())


async def model_is_not_written():
    async def gen():
        async for n in some_notifications():
            yield n

    return EventSourceResponse(gen())


async def dict_is_not_written():
    async def gen():
        async for n in some_notifications():
            yield {"event": "notification", "data": n.model_dump()}

    return EventSourceResponse(gen())


async def unknown_data():
    async def gen():
        async for each in unannotated_source():
            yield {"event": "thing", "data": json.dumps(each)}

    return EventSourceResponse(gen())


async def unknown_name():
    async def gen():
        async for n in some_notifications():
            yield {"event": unannotated()["name"], "data": n.model_dump_json()}

    return EventSourceResponse(gen())


async def unknown_event():
    async def gen():
        async for each in unannotated_source():
            yield each

    return EventSourceResponse(gen())


async def changed_dict():
    async def gen():
        async for n in some_notifications():
            payload = n.model_dump()
            payload["extra"] = 1
            yield {"event": "notification", "data": json.dumps(payload)}

    return EventSourceResponse(gen())


# --- Text frames --------------------------------------------------------------------------------


def frames():
    def gen():
        for each in thread().notifications:
            yield f"data: {each.model_dump_json()}\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream")


async def named_frames():
    async def gen():
        async for n in some_notifications():
            yield f"event: token\ndata: {json.dumps({'text': n.message, 'n': n.id})}\n\n"
        yield "data: [DONE]\n\n"

    return Streaming(gen(), media_type=EVENT_STREAM)


async def encoded_frames():
    async def gen():
        async for n in some_notifications():
            yield f"data: {n.json()}\n\n".encode()

    return StreamingResponse(gen(), headers=HEADERS)


async def frames_in_pieces():
    async def gen():
        async for n in some_notifications():
            yield "event: notification\n"
            yield f"data: {n.model_dump_json()}\n\n"

    return StreamingResponse(gen(), media_type=Settings.media_type)


async def frames_by_helper():
    async def gen():
        async for n in some_notifications():
            yield sse("notification", n.model_dump())
            yield sse_model(n, event="again")
            yield helpers.sse_model(n)

    return StreamingResponse(gen(), media_type="text/event-stream")


async def frames_added_up():
    async def gen():
        async for n in some_notifications():
            yield "data: " + n.model_dump_json() + "\n\n"
            yield "event: a\r\ndata: %s\r\n\r\n" % n.model_dump_json()
            yield f"event: b\ndata: {n.model_dump_json()}\n\n"
            yield "\n".join(["event: c", f"data: {n.model_dump_json()}", "", ""])

    return StreamingResponse(gen(), media_type="text/event-stream")


async def frames_of_text():
    async def gen():
        async for token in tokens(""):
            yield f"data: {token}\n\n"
        yield "data: [DONE]\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream; charset=utf-8")


async def frames_by_hand():
    async def gen():
        async for token in tokens(""):
            yield f'data: {{"text": "{token}"}}\n\n'

    return StreamingResponse(gen(), media_type="text/event-stream")


async def frames_broken_apart():
    async def gen():
        async for n in some_notifications():
            yield f"data: {json.dumps(n.model_dump(), indent=2)}\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream")


async def frames_with_comments():
    async def gen():
        yield ": hello\n\n"
        yield "retry: 1000\n\n"
        async for n in some_notifications():
            yield f"id: {n.id}\nevent: notification\ndata: {n.model_dump_json()}\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream")


async def conditional_payload(flag: bool):
    async def gen():
        async for n in some_notifications():
            if flag:
                data = n.model_dump_json()
                name = "notification"
            else:
                data = json.dumps({"id": n.id})
                name = "short"
            yield f"event: {name}\ndata: {data}\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream")


# --- Where values come from ---------------------------------------------------------------------


def _one(value):
    return EventSourceResponse({"data": each} for each in value)


async def inline_generator():
    return EventSourceResponse(
        {"event": "n", "data": n.model_dump_json()} for n in mapping().values()
    )


async def list_passed():
    return EventSourceResponse(
        [{"event": "n", "data": n.model_dump_json()} for n in thread().notifications]
    )


async def iterator_passed():
    async def gen():
        for index, n in enumerate(thread().notifications):
            for name, each in mapping().items():
                yield {"event": "a", "data": json.dumps({"index": index, "name": name, "n": n.id})}
                yield {"event": "b", "data": each.model_dump_json()}

    iterator = gen()
    return EventSourceResponse(iterator)


async def queue_of_annotated(request: Request):
    queue: asyncio.Queue[Notification] = asyncio.Queue()

    async def gen():
        while True:
            if await request.is_disconnected():
                break
            n = await queue.get()
            yield {"event": "notification", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


async def attribute_of_service(service: Annotated[Session, Depends()]):
    async def gen():
        while not await service.load(1):
            n = await service.queue.get()
            yield {"event": "queued", "data": n.model_dump_json()}
            yield {"event": "newest", "data": service.newest.model_dump_json()}
            for record in service.records:
                yield {"event": "record", "data": record.model_dump_json()}
            async for each in service:
                yield {"event": "iterated", "data": each.model_dump_json()}

    return EventSourceResponse(gen())


async def injected_without_annotation(service=Depends(Session)):
    async def gen():
        for n in await service.load(1):
            yield {"event": "notification", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


async def made_by_a_dependency(user_id: int = 1):
    async def gen():
        for n in await get_user_notifications(user_id):
            yield {"event": "notification", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


async def injected_response(made: EventSourceResponse = Depends(made_by_a_dependency)):
    return made


async def annotated_response(made: Annotated[Response, Depends(made_by_a_dependency)]):
    return made


async def entered_contexts():
    async def gen():
        async with session() as opened:
            for n in await opened.load(1):
                yield {"event": "notification", "data": n.model_dump_json()}
        async with Channel[Notification]() as channel:
            async for each in channel:
                yield {"event": "each", "data": each.model_dump_json()}
            yield {"event": "last", "data": (await channel.receive()).model_dump_json()}

    return EventSourceResponse(gen())


async def any_from_service(service: Session):
    async def gen():
        for n in await service.load_any():
            yield {"event": "notification", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


async def generics():
    async def gen():
        for each in page().items:
            yield {"event": "item", "data": each.model_dump_json()}
        yield {"event": "page", "data": page().model_dump_json()}
        pair: Pair = Pair("a", Notification(id=1, message=""))
        name, second = pair
        yield {"event": "second", "data": second.model_dump_json()}

    return EventSourceResponse(gen())


async def optional_values(flag: bool):
    async def gen():
        found = thread().last
        if found:
            yield {"event": "last", "data": found.model_dump_json()}
        one = mapping().get("a")
        if one is not None:
            yield {"event": "one", "data": one.model_dump_json()}
        while (n := mapping().get("b")) is not None:
            yield {"event": "again", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


async def constructed():
    async def gen():
        yield {"event": "made", "data": Notification(id=1, message="").model_dump_json()}
        yield {"event": "valid", "data": Notification.model_validate({}).model_dump_json()}
        yield {"event": "copy", "data": Notification(id=1, message="").model_copy().json()}
        items = []
        items.append(Notification(id=1, message=""))
        for item in items:
            yield {"event": "item", "data": item.model_dump_json()}

    return EventSourceResponse(gen())


async def delegated():
    async def inner():
        async for n in some_notifications():
            yield {"event": "inner", "data": n.model_dump_json()}

    async def gen():
        async for each in inner():
            yield each

    return EventSourceResponse(gen())


def delegated_sync():
    def inner(name):
        for n in thread().notifications:
            yield {"event": name, "data": n.model_dump_json()}

    def gen():
        yield from inner("a")
        yield from inner("b")

    return EventSourceResponse(gen())


async def annotated_generator():
    async def gen() -> AsyncGenerator[ServerSentEvent, None]:
        async for n in some_notifications():
            yield ServerSentEvent(n.model_dump_json(), event="notification")

    return EventSourceResponse(gen())


async def _module_generator(user_id: int, name: str) -> AsyncIterator[dict[str, str]]:
    for n in await get_user_notifications(user_id):
        yield {"event": name, "data": n.model_dump_json()}


async def generator_with_arguments(user_id: int):
    return EventSourceResponse(_module_generator(user_id, name="named"))


async def reassigned():
    async def gen():
        async for n in some_notifications():
            data = n
            data = data.model_dump()
            data = json.dumps(data)
            yield {"event": "n", "data": data}

    return EventSourceResponse(gen())


# --- Wires --------------------------------------------------------------------------------------


async def wires(aliased: Aliased, by_alias: ByAlias):
    async def gen():
        yield {"event": "name", "data": aliased.model_dump_json()}
        yield {"event": "alias", "data": aliased.model_dump_json(by_alias=True)}
        yield {"event": "configured", "data": by_alias.model_dump_json()}
        yield {"event": "jsonable", "data": json.dumps(jsonable_encoder(aliased))}
        yield {"event": "mode", "data": json.dumps(aliased.model_dump(mode="json"))}
        yield {"event": "short", "data": aliased.model_dump_json(exclude={"id"}, exclude_none=True)}
        yield {"event": "listed", "data": json.dumps([each.dict() for each in [aliased]])}

    return EventSourceResponse(gen())


async def lies(dated: Dated, coloured: Coloured, point: Point, flag: bool):
    async def gen():
        yield {"event": "dates", "data": json.dumps(dated.model_dump(), default=str)}
        yield {"event": "colours", "data": json.dumps(coloured.model_dump(), default=str)}
        yield {"event": "model", "data": json.dumps(dated, default=lambda o: o.__dict__)}
        yield {"event": "encoder", "data": json.dumps(dated.model_dump(), cls=unannotated())}
        yield {"event": "flag", "data": dated.model_dump_json(by_alias=flag)}
        yield {"event": "point", "data": json.dumps(point.__dict__)}

    return EventSourceResponse(gen())


# --- Endpoints that are no plain functions ------------------------------------------------------


class Views:
    def __init__(self, name: str) -> None:
        self.name = name

    async def method(self, user_id: int):
        return EventSourceResponse(self.generate(user_id))

    async def generate(self, user_id):
        for n in await get_user_notifications(user_id):
            yield {"event": "notification", "data": n.model_dump_json()}

    async def __call__(self, user_id: int):
        return EventSourceResponse(self.generate(user_id))

    @staticmethod
    async def static():
        return EventSourceResponse(to_event(n) for n in thread().notifications)

    @classmethod
    async def of_class(cls):
        return EventSourceResponse(cls._dicts())

    @classmethod
    def _dicts(cls):
        for n in thread().notifications:
            yield to_event(n)


views = Views("views")
method = views.method
static = Views.static
of_class = Views.of_class


def _for_partial(name, user_id: int):
    return EventSourceResponse(
        {"event": name, "data": n.model_dump_json()} for n in mapping().values()
    )


partial = functools.partial(_for_partial, "partial")


def make_endpoint(load, name):
    async def endpoint(user_id: int):
        async def gen():
            for n in await get_user_notifications(user_id):
                yield {"event": name, "data": n.model_dump_json()}

        return EventSourceResponse(gen())

    return endpoint


from_factory = make_endpoint(get_user_notifications, "made")
lambda_endpoint = lambda: EventSourceResponse(_module_generator(1, "lambda"))  # noqa: E731
decorated = helpers.logged(dict_of_model_json)


async def with_local_import():
    from tests.apps.streams_models import some_notifications as local

    async def gen():
        async for n in local():
            yield {"event": "notification", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


# --- Endings ------------------------------------------------------------------------------------


async def ends_counting():
    async def gen():
        for number in itertools.count():
            yield {"event": "n", "data": json.dumps(number)}

    return EventSourceResponse(gen())


async def ends_with_break(request: Request):
    async def gen():
        while True:
            found = await get_user_notifications(1)
            if not found:
                break
            yield {"event": "n", "data": json.dumps(len(found))}

    return EventSourceResponse(gen())


async def ends_unless_cancelled():
    async def gen():
        try:
            while True:
                try:
                    yield {"event": "n", "data": json.dumps(1)}
                except asyncio.CancelledError:
                    raise
                for _ in range(3):
                    break
        finally:
            print("left")

    return EventSourceResponse(gen())


async def ends_with_foreign(events: AsyncIterator[Notification]):
    async def gen():
        async for n in events:
            yield {"event": "n", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


async def ends_with_endless_inside():
    async def gen():
        async for n in watch_notifications():
            yield {"event": "n", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


async def ends_by_raising():
    async def gen():
        while True:
            yield {"event": "n", "data": json.dumps(1)}
            if await get_user_notifications(1):
                raise RuntimeError

    return EventSourceResponse(gen())


async def ends_in_handler():
    async def gen():
        while True:
            try:
                yield {"event": "n", "data": json.dumps(1)}
            except ValueError:
                break

    return EventSourceResponse(gen())


async def ends_while_connected(request: Request):
    async def gen():
        while not await request.is_disconnected():
            yield {"event": "n", "data": json.dumps(1)}

    return EventSourceResponse(gen())


async def ends_with_return_inside_loop_of_loop():
    async def gen():
        while True:
            for n in await get_user_notifications(1):
                if n.id == 3:
                    return
                yield {"event": "n", "data": n.model_dump_json()}

    return EventSourceResponse(gen())


# --- What can't be told -------------------------------------------------------------------------


def _text_from_somewhere(value: Any) -> str:
    return unannotated()[value]


async def text_that_may_be_json():
    async def gen():
        async for n in some_notifications():
            yield f"data: {_text_from_somewhere(n)}\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream")


async def frames_half_yielded(flag: bool):
    async def gen():
        async for n in some_notifications():
            if flag:
                yield "event: notification\n"
            yield f"data: {n.model_dump_json()}\n"
            yield "\n"

    return StreamingResponse(gen(), media_type="text/event-stream")


def _stranger(function):
    return unannotated()[function]


async def wrapped_by_stranger():
    def rewritten(n):
        return unannotated()(n)

    async def gen():
        async for n in some_notifications():
            yield {"event": "notification", "data": json.dumps(rewritten(n.model_dump()))}

    return EventSourceResponse(gen())
