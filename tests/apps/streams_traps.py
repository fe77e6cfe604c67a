"""
Endpoints whose source invites a wrong conclusion.
"""

import asyncio
import contextlib
import functools
import io
import json
from typing import Any

from fastapi.responses import StreamingResponse
from sse_starlette.sse import EventSourceResponse

from tests.apps.streams_models import (
    AnalyticsRecord,
    Notification,
    get_records,
    some_notifications,
    thread,
    unannotated,
)


def enrich(payload):
    payload["extra"] = True
    return payload


async def changed_by_helper():
    async def gen():
        async for n in some_notifications():
            payload = n.model_dump()
            enrich(payload)
            yield {"event": "n", "data": json.dumps(payload)}

    return EventSourceResponse(gen())


async def changed_in_expression():
    async def gen():
        async for n in some_notifications():
            payload = n.model_dump()
            size = len(enrich(payload))
            yield {"event": "n", "data": json.dumps(payload), "id": str(size)}

    return EventSourceResponse(gen())


async def changed_by_alias():
    async def gen():
        async for n in some_notifications():
            payload = n.model_dump()
            other = payload
            other["extra"] = 1
            yield {"event": "n", "data": json.dumps(payload)}

    return EventSourceResponse(gen())


async def changed_in_loop():
    async def gen():
        dumps = [n.model_dump() for n in thread().notifications]
        for each in dumps:
            each["extra"] = 1
        yield {"event": "n", "data": json.dumps(dumps)}

    return EventSourceResponse(gen())


async def set_from_inside():
    current = Notification(id=1, message="")

    def replace():
        nonlocal current
        current = unannotated()["x"]

    async def gen():
        replace()
        yield {"event": "n", "data": json.dumps(current.model_dump())}

    return EventSourceResponse(gen())


async def captured_by_pattern(given: Any):
    found = Notification(id=1, message="")

    async def gen():
        yield {"event": "n", "data": "1"}

    match given:
        case {"data": found}:
            return EventSourceResponse({"event": "n", "data": found.model_dump_json()} for _ in [1])
    return EventSourceResponse(gen())


class Shouting(StreamingResponse):
    media_type = "application/x-ndjson"

    async def stream_response(self, send):
        self.body_iterator = (each.upper() async for each in self.body_iterator)
        await super().stream_response(send)


async def rewritten_by_response():
    return Shouting(n.model_dump_json() + "\n" for n in thread().notifications)


class Wrapping(StreamingResponse):
    media_type = "application/x-ndjson"

    def __init__(self, content):
        super().__init__(self.wrap(content))

    def wrap(self, content):
        for each in content:
            yield json.dumps({"wrapped": each.model_dump()}) + "\n"


async def wrapped_by_response():
    return Wrapping(thread().notifications)


def rewriting(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        response = await function(*args, **kwargs)
        return StreamingResponse(response.body_iterator, media_type="application/x-ndjson")

    return wrapper


@rewriting
async def rewritten_by_decorator():
    return EventSourceResponse({"data": "1"} for _ in [1])


async def shadowed_names():
    def json_dumps(value):
        return "not json at all"

    class json:
        dumps = staticmethod(json_dumps)

    def gen():
        for n in thread().notifications:
            yield json.dumps(n.model_dump()) + "\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


def own_dumps(value) -> str:
    return json.dumps({"data": value.model_dump()})


async def function_called_dumps():
    dumps = own_dumps

    def gen():
        for n in thread().notifications:
            yield dumps(n) + "\n"

    return StreamingResponse(gen(), media_type="application/x-ndjson")


async def loop_carried():
    async def gen():
        last = AnalyticsRecord(metric="", value=1)
        async for n in some_notifications():
            yield {"event": "n", "data": last.model_dump_json()}
            last = n

    return EventSourceResponse(gen())


async def narrowed(event: Any):
    mixed: Notification | AnalyticsRecord = event

    async def gen():
        for each in [mixed]:
            if isinstance(each, Notification):
                yield {"event": "n", "data": each.model_dump_json()}
            else:
                yield {"event": "r", "data": each.model_dump_json()}

    return EventSourceResponse(gen())


async def narrowed_by_match(event: Any):
    async def gen():
        for each in [event]:
            match each:
                case Notification():
                    yield {"event": "n", "data": each.model_dump_json()}
                case AnalyticsRecord():
                    yield {"event": "r", "data": each.model_dump_json()}

    return EventSourceResponse(gen())


async def in_except():
    async def gen():
        try:
            for n in thread().notifications:
                yield {"event": "n", "data": n.model_dump_json()}
        except Exception as error:
            yield {"event": "error", "data": json.dumps({"detail": str(error)})}
        finally:
            yield {"event": "end", "data": "{}"}

    return EventSourceResponse(gen())


async def put_together():
    async def gen():
        async for n in some_notifications():
            message = ""
            message += "event: n\n"
            message += f"data: {n.model_dump_json()}\n"
            message += "\n"
            yield message

    return StreamingResponse(gen(), media_type="text/event-stream")


async def put_together_in_loop():
    async def gen():
        message = ""
        for n in thread().notifications:
            message += f"data: {n.model_dump_json()}\n\n"
        yield message

    return StreamingResponse(gen(), media_type="text/event-stream")


async def ends_on_timeout():
    async def gen():
        async with asyncio.timeout(1):
            while True:
                yield {"event": "n", "data": "1"}
                await asyncio.sleep(1)

    return EventSourceResponse(gen())


async def ends_on_stop():
    async def gen():
        try:
            while True:
                yield {"event": "n", "data": get_records().pop().model_dump_json()}
        except IndexError:
            return

    return EventSourceResponse(gen())


class Quiet(Notification):
    def model_dump_json(self, **kwargs: Any) -> str:
        return json.dumps({"quiet": True})


async def overridden_dump():
    async def gen():
        yield {"event": "n", "data": Quiet(id=1, message="").model_dump_json()}

    return EventSourceResponse(gen())


async def data_in_lines():
    async def gen():
        for n in thread().notifications:
            yield f"data: {n.message}\ndata: {n.model_dump_json()}\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream")


async def prefix_before_json():
    async def gen():
        for n in thread().notifications:
            yield f"data: update {n.model_dump_json()}\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream")


served = 0


def serve():
    global served  # noqa: PLW0603 -- as people count
    served += 1
    return served


async def set_by_a_function():
    async def gen():
        serve()
        yield {"event": "n", "data": json.dumps({"served": served})}

    return EventSourceResponse(gen())


async def changed_inside():
    async def gen():
        payload = {"n": {"id": 1}}
        payload["n"]["id"] = "one"
        yield {"event": "n", "data": json.dumps(payload)}

    return EventSourceResponse(gen())


class State:
    def __init__(self) -> None:
        self.count = 0
        self.latest = None


state = State()


async def held_by_an_object():
    async def gen():
        state.count += 1
        state.latest = "now"
        yield {"event": "count", "data": json.dumps([state.count])}
        yield {"event": "latest", "data": json.dumps([state.latest])}

    return EventSourceResponse(gen())


def enveloped(function):
    @functools.wraps(function)
    def inside(*args):
        return {"result": function(*args)}

    return inside


@enveloped
def double(number: int) -> int:
    return number * 2


async def wrapped_with_annotations():
    async def gen():
        yield {"event": "n", "data": json.dumps(double(2))}

    return EventSourceResponse(gen())


async def item_or_default():
    async def gen():
        none: list[int] = []
        yield {"event": "next", "data": json.dumps([next(iter(none), None)])}
        yield {"event": "max", "data": json.dumps([max(none, default="none")])}

    return EventSourceResponse(gen())


def some_numbers() -> list[int]:
    return [1, 2]


def first_over(numbers: list[int], least: int):
    for number in numbers:
        if number > least:
            return number


def in_any_case(flag: bool):
    with contextlib.closing(io.StringIO()):
        while True:
            for _ in "ab":
                break
            if flag:
                return 1
            else:
                raise ValueError


def left_by_break(flag: bool):
    while True:
        if flag:
            break
        return 1


def either_way(flag: bool):
    if flag:
        return 1
    else:
        raise ValueError


def parsed(text: str):
    try:
        number = int(text)
    except ValueError:
        number = None
    return number


def recent() -> list[Notification]:
    return [Notification(id=1, message="a")]


def newest():
    for each in recent():
        return each


async def none_by_falling_off():
    async def gen():
        yield {"event": "found", "data": json.dumps([first_over(some_numbers(), 5)])}
        yield {"event": "sure", "data": json.dumps([in_any_case(True), either_way(True)])}
        yield {"event": "left", "data": json.dumps([left_by_break(True)])}
        yield {"event": "parsed", "data": json.dumps([parsed("x")])}
        yield {"event": "text", "data": json.dumps([newest().message])}
        yield {"event": "sum", "data": json.dumps([first_over(some_numbers(), 1) + 1])}

    return EventSourceResponse(gen())


async def none_that_is_tested():
    async def gen():
        for text in ("1", "x"):
            number = parsed(text)
            yield {"event": "any", "data": json.dumps([number])}
            if number is not None:
                yield {"event": "guarded", "data": json.dumps([number])}
            yield {"event": "either", "data": json.dumps([number if number else "none"])}
            other = parsed(text)
            if other is None:
                other = 0
            yield {"event": "default", "data": json.dumps([other])}
            if not number:
                continue
            yield {"event": "left", "data": json.dumps([number])}
            number = parsed(text)
            yield {"event": "again", "data": json.dumps([number])}
            assert number is not None and text
            yield {"event": "asserted", "data": json.dumps([number])}
            if number is None or not text:
                yield {"event": "unsure", "data": json.dumps([parsed(text)])}
            else:
                yield {"event": "else", "data": json.dumps([number])}
            noted = parsed(text)
            if other or noted is not None:
                yield {"event": "either way", "data": json.dumps([noted])}
            if noted is None:
                yield {"event": "none", "data": json.dumps([noted])}
            yield {"event": "noted", "data": json.dumps([noted])}
            assert noted is not None
            for _ in text:
                yield {"event": "next round", "data": json.dumps([noted])}
                noted = parsed(text)
            number = parsed(text)
            while number is not None:
                yield {"event": "last", "data": json.dumps([number])}
                number = parsed("x")

    return EventSourceResponse(gen())
