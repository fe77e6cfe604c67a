"""
Answers that many streams need at the same time: read once for all of them.
"""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from fastapi.concurrency import run_in_threadpool

Q = TypeVar("Q")
A = TypeVar("A")


class Shared(Generic[Q, A]):
    """
    A function whose answer is good for all who ask the same within some seconds.

    Two hundred readers of one worker cost as many queries as one then.
    """

    def __init__(self, read: Callable[[Q], A], seconds: float) -> None:
        self._read = read
        self._seconds = seconds
        self._answers: dict[Q, asyncio.Task[A]] = {}

    async def __call__(self, question: Q) -> A:
        """
        Return the answer. Who leaves while it is read, leaves the reading to the others.
        """
        answer = self._answers.get(question)
        if answer is None:
            answer = asyncio.create_task(run_in_threadpool(self._read, question))
            self._answers[question] = answer
            answer.add_done_callback(lambda _: self._forget_later(question))
        return await asyncio.shield(answer)

    def _forget_later(self, question: Q) -> None:
        asyncio.get_running_loop().call_later(self._seconds, self._answers.pop, question)
