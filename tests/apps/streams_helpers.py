"""
Responses and formats that the endpoints of the stream tests take from another module.
"""

import functools
import json

from fastapi.responses import StreamingResponse
from sse_starlette.sse import EventSourceResponse

from tests.apps.streams_models import AnalyticsRecord, Notification, get_records

NDJSON = "application/x-ndjson"


class NdjsonResponse(StreamingResponse):
    media_type = "application/x-ndjson"


class LinesResponse(StreamingResponse):
    def __init__(self, lines, **rest):
        super().__init__(lines, media_type=NDJSON, **rest)


class Events(EventSourceResponse):
    def __init__(self, content, *args, **kwargs):
        super().__init__(content, *args, ping=5, **kwargs)


def ndjson(content):
    return StreamingResponse(content, media_type=NDJSON)


def sse(name, data):
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def sse_model(model, event=None):
    payload = model.model_dump_json()
    if event is not None:
        return f"event: {event}\ndata: {payload}\n\n"
    return f"data: {payload}\n\n"


def record_lines():
    for record in get_records():
        yield record.model_dump_json() + "\n"


def record_response():
    return ndjson(record_lines())


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        print("called")
        response = await function(*args, **kwargs)
        return response

    return wrapper


def to_line(record: AnalyticsRecord) -> str:
    return json.dumps(record.model_dump()) + "\n"


def to_event(notification: Notification) -> dict[str, str]:
    return {"event": "notification", "data": notification.model_dump_json()}
