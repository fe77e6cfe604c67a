"""
A router made by a factory, as third-party packages make them: closures, generics, odd defaults.
"""

# ruff: noqa: B008 -- ugly on purpose

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.security import HTTPBearer, OAuth2PasswordRequestForm
from pydantic import BaseModel

bearer = HTTPBearer(scheme_name="Vendor bearer", auto_error=False)

ID = TypeVar("ID")


class Account(BaseModel, Generic[ID]):
    """An account of the vendor's."""

    id: ID
    email: str


class BearerResponse(BaseModel):
    access_token: str
    token_type: str = "bearer"


class VendorError(BaseModel):
    detail: str | dict[str, str]


def make_auth_router(current: Callable[..., Account[int]], *, verified: bool = False) -> APIRouter:
    """
    Return a router whose endpoints are closures.
    """
    router = APIRouter(tags=["auth"])

    @router.post(
        "/login",
        name="auth:login",
        response_model=BearerResponse,
        responses={400: {"model": VendorError}},
    )
    async def login(request: Request, credentials: OAuth2PasswordRequestForm = Depends()):
        raise HTTPException(400, "LOGIN_BAD_CREDENTIALS")

    @router.post("/logout", name="auth:logout", status_code=204)
    async def logout(account: Account[int] = Depends(current)):
        return Response(status_code=204)

    @router.get("/me", response_model=Account[int], dependencies=[Depends(bearer)])
    async def me(account: Account[int] = Depends(current)):
        return account

    return router
