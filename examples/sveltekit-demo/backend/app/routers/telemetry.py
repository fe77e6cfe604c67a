"""
How the services do: numbers for a chart, and the lines that they log.
"""

import asyncio
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from sqlmodel import Session

from app.database import engine
from app.errors import NotFound
from app.models import now
from app.routers.services import find_service
from app.telemetry import Watched, measure, moments, this_minute, watch, write_line

router = APIRouter(prefix="/services", tags=["telemetry"])

RECORDS = 240
"""How many measurements a chart gets, whatever the time that it shows."""


@router.get("/{slug}/measurements", responses={404: {"model": NotFound}})
async def stream_measurements(
    slug: str,
    hours: Annotated[int, Query(ge=1, le=7 * 24, description="How far to look back.")] = 24,
):
    """
    Return how a service did, the oldest measurement first.
    """
    service = await find_watched(slug)

    async def records():
        for moment in moments(this_minute(), timedelta(hours=hours), RECORDS):
            yield measure(service, moment).model_dump_json() + "\n"
            await asyncio.sleep(0.03)  # as if each were a query

    return StreamingResponse(records(), media_type="application/x-ndjson")


@router.get("/{slug}/log", responses={404: {"model": NotFound}})
async def stream_log(slug: str):
    """
    Return what a service has logged last, and then each line as it is logged.
    """
    service = await find_watched(slug)

    async def lines():
        for moment in moments(now(), timedelta(seconds=12), 20):
            yield write_line(service, moment) + "\n"
        while True:
            await asyncio.sleep(0.6)
            yield write_line(service, now()) + "\n"

    return StreamingResponse(lines(), media_type="text/plain")


async def find_watched(slug: str) -> Watched:
    """
    Return a service with its troubles, or refuse the request.
    """
    return await run_in_threadpool(_find_watched, slug)


def _find_watched(slug: str) -> Watched:
    with Session(engine) as session:
        return watch(find_service(session, slug))
