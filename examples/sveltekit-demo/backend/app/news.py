"""
What has happened on the board: stored together with the change itself, so that nothing is lost.
"""

from fastapi.concurrency import run_in_threadpool
from sqlalchemy import func
from sqlmodel import Session, col, select

from app.database import engine
from app.models import Incident, Notification, NotificationKind, NotificationOut, Person
from app.sharing import Shared

LOOK = 0.3
"""Seconds between two looks into the database, which other processes write as well."""


def announce(kind: NotificationKind, incident: Incident, author: Person, text: str = "") -> None:
    """
    Tell everybody what `author` has just done, in the session and the transaction of `incident`.
    """
    session = Session.object_session(incident)
    assert session is not None
    session.add(Notification(kind=kind, text=text, incident=incident, author=author))


async def find_newest() -> int:
    """
    Return the number of the newest notification; 0 when there is none.
    """
    return await run_in_threadpool(_find_newest)


async def read_notifications(after: int) -> list[NotificationOut]:
    """
    Return all notifications behind a number, the oldest first.
    """
    return await _news(after)


def describe(notification: Notification) -> NotificationOut:
    """
    Return `notification` as the API sends it.
    """
    return NotificationOut.model_validate(
        notification, update={"title": notification.incident.title}
    )


def _find_newest() -> int:
    with Session(engine) as session:
        return session.exec(select(func.max(Notification.id))).one() or 0


def _read_notifications(after: int) -> list[NotificationOut]:
    newer = select(Notification).where(col(Notification.id) > after).order_by(col(Notification.id))
    with Session(engine) as session:
        return [describe(notification) for notification in session.exec(newer)]


_news = Shared(_read_notifications, LOOK)
