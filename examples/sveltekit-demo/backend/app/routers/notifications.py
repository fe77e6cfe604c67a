"""
What happens on the board, told as it happens.
"""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Header, Query
from sqlmodel import Session, col, select
from sse_starlette.sse import EventSourceResponse

from app.database import Database, engine
from app.models import Notification, NotificationOut, Overview
from app.news import LOOK, describe, find_newest, read_notifications
from app.routers.incidents import count_incidents
from app.sharing import Shared

router = APIRouter(prefix="/notifications", tags=["notifications"])


@router.get("")
def list_notifications(
    database: Database, limit: Annotated[int, Query(ge=1, le=100)] = 20
) -> list[NotificationOut]:
    """
    Return what has happened last, the newest first.
    """
    newest = select(Notification).order_by(col(Notification.id).desc()).limit(limit)
    return [describe(notification) for notification in database.exec(newest)]


@router.get("/stream")
async def stream_notifications(
    last_event_id: Annotated[
        int | None, Header(description="Number of the last notification that was seen.")
    ] = None,
):
    """
    Tell what happens on the board, beginning with what was missed since `last_event_id`.

    The board's numbers come at the start and after each change.
    """

    async def events():
        seen = await find_newest() if last_event_id is None else last_event_id
        # With an id, so that a reader who is cut off before anything happens has one to go on from.
        overview = await read_overview(seen)
        yield {"event": "overview", "id": str(seen), "data": overview.model_dump_json()}
        while True:
            news = await read_notifications(seen)
            for notification in news:
                seen = notification.id
                data = notification.model_dump_json()
                yield {"event": "notification", "id": str(seen), "data": data}
            if news:
                overview = await read_overview(seen)
                yield {"event": "overview", "data": overview.model_dump_json()}
            await asyncio.sleep(LOOK)

    return EventSourceResponse(events())


async def read_overview(newest: int) -> Overview:
    """
    Return the board in numbers, as they are after the newest notification.
    """
    return await _overview(newest)


def _read_overview(_: int) -> Overview:
    with Session(engine) as session:
        return count_incidents(session)


_overview = Shared(_read_overview, LOOK)
