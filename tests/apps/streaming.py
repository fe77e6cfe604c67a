"""
The three streams of a usual app, without an annotation, and what came of them.
"""

import asyncio
import json

from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from pydantic import BaseModel
from sse_starlette.sse import EventSourceResponse

app = FastAPI()

ended = []
"""Names of the generators that have ended, in order."""


class Notification(BaseModel):
    id: int
    user_id: str
    message: str
    created: str


class Record(BaseModel):
    metric: str
    value: float


async def next_notification(user_id: str, number: int) -> Notification:
    await asyncio.sleep(0.01)
    return Notification(id=number, user_id=user_id, message=f"nö {number}\n", created="today")


@app.get("/notifications/{user_id}/stream")
async def stream_notifications(user_id: str):
    async def event_generator():
        number = 0
        try:
            while True:
                number += 1
                notification = await next_notification(user_id, number)
                yield {"event": "notification", "data": json.dumps(notification.dict())}
        finally:
            ended.append("notifications")

    return EventSourceResponse(event_generator())


@app.get("/analytics/stream")
async def stream_analytics_data(count: int = 5):
    async def generate():
        try:
            for number in range(count):
                record = Record(metric=f"m€{number}", value=number / 2)
                yield json.dumps(record.dict()) + "\n"
                await asyncio.sleep(0.001)
        finally:
            ended.append("analytics")

    return StreamingResponse(generate(), media_type="application/x-ndjson")


@app.get("/analytics/broken")
async def stream_broken_data():
    async def generate():
        record = Record(metric="first", value=1)
        yield json.dumps(record.dict()) + "\n"
        yield "no json\n"

    return StreamingResponse(generate(), media_type="application/x-ndjson")


@app.get("/files/{file_id}")
async def download_file(file_id: str):
    def content():
        for number in range(100):
            yield bytes([number]) * 1000

    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{file_id}%20%C3%BC.bin"}
    return StreamingResponse(content(), media_type="application/octet-stream", headers=headers)


@app.get("/logs/stream")
async def stream_logs():
    async def lines():
        for number in range(3):
            yield f"line {number} ü\r\n"

    return StreamingResponse(lines(), media_type="text/plain")


@app.get("/ended")
async def list_ended() -> list[str]:
    return ended
