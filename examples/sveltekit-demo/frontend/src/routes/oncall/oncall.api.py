"""
Who is on call: everybody on the team in turn, a week each.

This file stands beside the page that needs it. `fluidkit.include_pages(app)` serves it, and its
folder is its prefix.
"""

from datetime import UTC, date, datetime, timedelta

from app.database import Database
from app.models import Person, PersonOut
from fastapi import APIRouter
from pydantic import BaseModel
from sqlmodel import col, select

router = APIRouter(tags=["on call"])


class Shift(BaseModel):
    """
    A week on call.
    """

    person: PersonOut
    monday: date
    """Its first day; it ends a week later."""


@router.get("/shifts")
def list_shifts(database: Database, weeks: int = 4) -> list[Shift]:
    """
    Return whose week it is, and whose weeks are next.
    """
    team = database.exec(select(Person).order_by(col(Person.id))).all()
    today = datetime.now(UTC).date()
    first = today - timedelta(days=today.weekday())
    mondays = [first + timedelta(weeks=number) for number in range(weeks)]
    return [
        Shift(person=PersonOut.model_validate(team[_week(monday) % len(team)]), monday=monday)
        for monday in mondays
    ]


def _week(day: date) -> int:
    return day.toordinal() // 7
