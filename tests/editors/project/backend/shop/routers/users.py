"""
Who buys.
"""

from typing import Annotated

from fastapi import APIRouter, Depends

from shop.common import Page, Paging
from shop.models import Role, User

router = APIRouter(prefix="/users")


@router.get("")
def list_users(
    paging: Annotated[Paging, Depends()], named: str = "😀 ☕", role: Role | None = None
) -> Page[User]:
    """
    Return users, the newest first.
    """
    return Page(items=[], total=0)


@router.get("/{number}")
async def get_user(number: int) -> User:
    """
    Return one user.

    Of all there are.
    """
    return User(id=number, name="Ada", role=Role.ADMIN)


@router.delete("/{number}")
def delete(number: int) -> None:
    """
    Remove a user.
    """
