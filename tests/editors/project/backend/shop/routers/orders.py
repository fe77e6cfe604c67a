"""
What is bought.
"""

from collections.abc import AsyncIterator

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse

from shop.models import Order

router = APIRouter(prefix="/orders")


@router.post("")
def place_order(order: Order) -> Order:
    """
    Buy something.
    """
    return order


@router.get("/feed", response_class=EventSourceResponse)
async def follow_orders() -> AsyncIterator[Order]:
    """
    Send each order when it is placed.
    """
    for _ in ():
        yield _
