"""
What goes wrong, as types: each has a status, and a body that the front end knows.
"""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict

from app.models import Status


class Problem(BaseModel):
    """
    Why a request was refused.
    """

    model_config = ConfigDict(use_attribute_docstrings=True)

    detail: str
    """One sentence for people."""


class IncidentNotFound(Problem):
    """
    There is no incident with this number.
    """

    incident_id: int
    newest_id: int | None
    """The highest number that there is; null on an empty board."""


class NotFound(Problem):
    """
    There is no such thing.
    """


class NotLoggedIn(Problem):
    """
    Only somebody who is logged in may do this.
    """


class NotAllowed(Problem):
    """
    Only somebody else may do this.
    """


class WrongStep(Problem):
    """
    An incident can't go from its status to that one.
    """

    current: Status
    allowed: list[Status]


class TooLarge(Problem):
    """
    The file is too large.
    """

    limit: int
    """In bytes."""


class RefusedError(Exception):
    """
    Ends a request with a status and a typed body.
    """

    def __init__(self, status: int, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.status = status
        self.problem = problem


def install_handlers(app: FastAPI) -> None:
    """
    Make `app` answer a `RefusedError` with its body.
    """

    @app.exception_handler(RefusedError)
    async def answer(_: Request, refused: RefusedError) -> JSONResponse:
        return JSONResponse(refused.problem.model_dump(mode="json"), refused.status)
