"""
Who is logged in: a cookie with a person's number, a date and a signature.
"""

import hashlib
import hmac
import os
import time
from typing import Annotated

from fastapi import Depends, Response
from fastapi.security import APIKeyCookie

from app.database import Database
from app.errors import NotLoggedIn, RefusedError
from app.models import Person

COOKIE = "board_session"
LIFETIME = 14 * 24 * 3600
"""How long somebody stays logged in, in seconds."""

_SECRET = os.environ.get("BOARD_SECRET", "only for development").encode()
_cookie = APIKeyCookie(name=COOKIE, auto_error=False, description="Set by logging in.")


def log_in(response: Response, person: Person) -> None:
    """
    Make `response` log `person` in.
    """
    text = f"{person.id}.{int(time.time()) + LIFETIME}"
    response.set_cookie(
        COOKIE, f"{text}.{_sign(text)}", max_age=LIFETIME, httponly=True, samesite="lax"
    )


def log_out(response: Response) -> None:
    """
    Make `response` log out whoever is logged in.
    """
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")


def read_visitor(
    database: Database, token: Annotated[str | None, Depends(_cookie)]
) -> Person | None:
    """
    Return who is logged in, or None.
    """
    text, _, signature = (token or "").rpartition(".")
    if not hmac.compare_digest(_sign(text), signature):
        return None
    person_id, _, until = text.partition(".")
    return database.get(Person, int(person_id)) if int(until) > time.time() else None


Visitor = Annotated[Person | None, Depends(read_visitor)]


def require_person(visitor: Visitor) -> Person:
    """
    Return who is logged in, or refuse the request.
    """
    if visitor is None:
        raise RefusedError(401, NotLoggedIn(detail="Log in first."))
    return visitor


LoggedIn = Annotated[Person, Depends(require_person)]


def _sign(text: str) -> str:
    return hmac.new(_SECRET, text.encode(), hashlib.sha256).hexdigest()
