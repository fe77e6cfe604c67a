"""
A stream without an end, and a call.
"""

import asyncio
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse

import fluidkit

app = FastAPI()


@app.get("/ticks")
def ticks(request: Request) -> StreamingResponse:
    name = request.cookies.get("name", "nobody")

    async def events() -> AsyncIterator[str]:
        while True:
            yield f"data: {name}\n\n"
            await asyncio.sleep(0.05)

    return StreamingResponse(events(), media_type="text/event-stream")


@app.get("/greeting")
def greeting() -> str:
    return "hello"


fluidkit.integrate(app)
