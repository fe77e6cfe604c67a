"""
The team.
"""

from fastapi import APIRouter
from sqlmodel import col, select

from app.database import Database
from app.models import Person, PersonOut

router = APIRouter(prefix="/people", tags=["people"])


@router.get("")
def list_people(database: Database) -> list[PersonOut]:
    """
    Return everybody on the team, by name.
    """
    people = database.exec(select(Person).order_by(col(Person.name)))
    return [PersonOut.model_validate(person) for person in people]
