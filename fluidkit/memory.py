"""
What an earlier generation made, for a later one of which most is still the same.

    before = Memory(living())
    ...                             # in a fork: import what has changed
    outcome = pipeline.generate(app, project, settings, memory=before)
    data = dump(outcome.memory)     # and in the process that forked: load(data, before.living)

What is kept goes by the identity of what it was made of: a route or a class is the same one if it
is the same object. That holds in all forks of the process that called `living`, for what was there
before they were forked: it keeps its address in each of them, and nothing else can take that, as
`living` never lets go of it. What a fork has made itself is never kept.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Hashable, Mapping
from types import FunctionType
from typing import Any, TypeAlias

Living: TypeAlias = Mapping[int, object]
"""Objects by their identity."""

Key: TypeAlias = Hashable
"""Of an entry: what the entry is, and what it was made of."""


def living() -> Living:
    """
    Return what there is by now: classes, functions, and instances of all but builtin classes.

    Not with it are pydantic's models that still wait for a name: they will be others then.
    """
    return {
        id(each): each
        for each in gc.get_objects()
        if (type(each).__module__ != "builtins" or isinstance(each, FunctionType | type))
        and not _is_waiting(each)
    }


def _is_waiting(each: object) -> bool:
    return isinstance(each, type) and each.__dict__.get("__pydantic_complete__") is False


class Memory:
    """
    What was kept, to be recalled; and what is to be kept.

    An entry that a generation does not keep again is gone with it.
    """

    def __init__(
        self, living: Living | None = None, entries: Mapping[Key, Any] | None = None
    ) -> None:
        """
        Without *living* nothing is kept.
        """
        self.living = living or {}
        self.entries = entries or {}
        self._kept: dict[Key, Any] = {}

    def lives(self, each: object) -> bool:
        """
        Whether an object is one that outlives this generation.
        """
        return self.living.get(id(each)) is each

    def recall(self, key: Key) -> Any:
        """
        Return what an earlier generation has kept; None: nothing.
        """
        return self.entries.get(key)

    def keep(self, key: Key, value: Any) -> None:
        """
        Keep *value*, which refers to no other objects but data and what is living.
        """
        if self.living:
            self._kept[key] = value

    def forget(self) -> None:
        """
        Recall nothing any more, and keep nothing of what was kept.
        """
        self.entries = {}
        self._kept = {}

    def after(self) -> Memory:
        """
        Return the memory for the next generation.
        """
        return Memory(self.living, self._kept)


def dump(memory: Memory) -> bytes:
    """
    Return what *memory* would recall, for the process that this one was forked from.
    """
    buffer = io.BytesIO()
    _Pickler(buffer, memory.living).dump(memory.entries)
    return buffer.getvalue()


def load(data: bytes, living: Living) -> Memory:
    """
    Return the memory that a fork has dumped.
    """
    return Memory(living, _Unpickler(io.BytesIO(data), living).load())


class _Pickler(pickle.Pickler):
    """
    Writes the address for each class and function that is living.
    """

    def __init__(self, file: io.BytesIO, living: Living) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._living = living

    def persistent_id(self, obj: object) -> int | None:
        is_known = isinstance(obj, type | FunctionType) and self._living.get(id(obj)) is obj
        return id(obj) if is_known else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, living: Living) -> None:
        super().__init__(file)
        self._living = living

    def persistent_load(self, pid: int) -> object:
        return self._living[pid]
