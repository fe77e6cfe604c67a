"""
Names for things that may meet, independent of order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import TypeVar, overload

K = TypeVar("K", bound=Hashable)


class Candidates(Sequence[str]):
    """
    Names in order of preference; those after the first are made when somebody asks: few meet.
    """

    def __init__(self, first: str, others: Callable[[], Sequence[str]]) -> None:
        self._first = first
        self._others = others
        self._all: Sequence[str] | None = None

    def __len__(self) -> int:
        return len(self[:])

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...

    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        """
        Return one of the names, or several.
        """
        if index == 0:
            return self._first
        if self._all is None:
            self._all = (self._first, *self._others())
        return self._all[index]


def distinct(
    candidates: Mapping[K, Sequence[str]],
    taken: Collection[str] = (),
    fold: Callable[[str], str] = str,
) -> dict[K, str]:
    """
    Choose for each thing one of its candidate names, the first one if it can be.

    Where things meet, *all* of them take their next candidate, never the later one alone; so a
    thing keeps its name unless another one wants just that. The last candidate of each should be
    unique (`mark` makes it so). Two names meet if `fold` makes them equal.
    """
    level = dict.fromkeys(candidates, 0)
    occupied = {fold(name) for name in taken}
    while True:
        groups: dict[str, list[K]] = {}
        for thing, at in level.items():
            groups.setdefault(fold(candidates[thing][at]), []).append(thing)
        movers = [
            thing
            for name, things in groups.items()
            for thing in things
            if (len(things) > 1 or name in occupied) and level[thing] + 1 < len(candidates[thing])
        ]
        if not movers:
            return {thing: candidates[thing][at] for thing, at in level.items()}
        for thing in movers:
            level[thing] += 1


def mark(text: str) -> str:
    """
    Six characters that stand for a text, the same everywhere.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
