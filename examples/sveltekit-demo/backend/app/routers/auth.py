"""
Logging in and out.
"""

from fastapi import APIRouter, Response
from sqlmodel import select

from app.database import Database
from app.errors import NotLoggedIn, RefusedError
from app.models import Credentials, Person, PersonOut
from app.passwords import is_password
from app.sessions import Visitor, log_in, log_out

router = APIRouter(tags=["auth"])


@router.post("/login", responses={401: {"model": NotLoggedIn}})
def login(credentials: Credentials, response: Response, database: Database) -> PersonOut:
    """
    Log in: the answer sets the session cookie.
    """
    person = database.exec(select(Person).where(Person.handle == credentials.handle)).first()
    if person is None or not is_password(credentials.password, person.password_hash):
        detail = "This name and this password don't belong together."
        raise RefusedError(401, NotLoggedIn(detail=detail))
    log_in(response, person)
    return PersonOut.model_validate(person)


@router.post("/logout", status_code=204)
def logout(response: Response) -> None:
    """
    Log out: the answer removes the session cookie.
    """
    log_out(response)


@router.get("/me")
def who_am_i(visitor: Visitor) -> PersonOut | None:
    """
    Return who is logged in; null when nobody is.
    """
    return None if visitor is None else PersonOut.model_validate(visitor)
