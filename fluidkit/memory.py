"""
What an earlier generation made, for a later one of which most is still the same.

    before = Memory(Living.now())
    ...                             # in a fork: import what has changed
    outcome = pipeline.generate(app, project, settings, memory=before)
    data = dump(outcome.memory)     # and in the process that forked: load(data, before)

What is kept goes by the identity of what it was made of: a route or a class is the same one if it
is the same object. That holds in all forks of the process that called `Living.now`, for what was
there before they were forked: it keeps its address in each of them, and nothing else can take that,
as `Living` never lets go of it. What a fork has made itself is never kept.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Hashable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from operator import is_
from types import FunctionType
from typing import Any, TypeAlias

Key: TypeAlias = Hashable
"""Of an entry: what the entry is, and what it was made of."""


class Living:
    """
    What there was before the fork: classes, functions, and instances of all but builtin classes.

    Not with it are pydantic's models that still wait for a name: they will be others then.
    """

    def __init__(self) -> None:
        """
        Of a process that is never forked, there is nothing.
        """
        self.objects: Mapping[int, object] = {}
        """By their identity."""
        self._states: Mapping[int, _State] = {}

    @classmethod
    def now(cls) -> Living:
        """
        Return what there is by now.
        """
        found = cls()
        found.objects = {
            id(each): each
            for each in gc.get_objects()
            if (type(each).__module__ != "builtins" or issubclass(type(each), _BUILTIN))
            and not _is_waiting(each)
        }
        found._states = {
            identity: _State.of(each)
            for identity, each in found.objects.items()
            if f"{type(each).__module__}.".startswith(_MUTABLE)
        }
        return found

    def __bool__(self) -> bool:
        return bool(self.objects)

    def __contains__(self, each: object) -> bool:
        return self.objects.get(id(each)) is each

    def is_as_it_was(self, each: object) -> bool:
        """
        Whether a route or a dependant of FastAPI's has the attributes that it had before the fork.
        """
        state = self._states.get(id(each))
        return state is not None and each in self and state.is_of(each)

    def touch(self) -> None:
        """
        Look at what `is_as_it_was` looks at: the pages of it are copied for a fork that does.
        """
        for identity, state in self._states.items():
            state.is_of(self.objects[identity])


_BUILTIN = (FunctionType, type)
"""Builtin classes whose instances are kept, too."""

_MUTABLE = ("fastapi.routing.", "fastapi.dependencies.")
"""Whose objects an app may change after it has made them: routes, and what they depend on."""


@dataclass(frozen=True, slots=True)
class _State:
    """
    The attributes of an object, and what is in those that can be added to.
    """

    slots: tuple[str, ...]
    """Names of the attributes that are not in its dictionary."""
    values: list[object]
    containers: list[tuple[Any, Any]]
    """Lists, sets and dictionaries, each with a copy."""

    @classmethod
    def of(cls, each: object) -> _State:
        slots = tuple(
            name
            for base in type(each).__mro__
            for name in base.__dict__.get("__slots__", ())
            if not name.startswith("__")
        )
        values = _values(each, slots)
        containers = [one for one in values if type(one) in (list, dict, set)]
        return cls(slots, values, [(one, copy(one)) for one in containers])

    def is_of(self, each: object) -> bool:
        now = _values(each, self.slots)
        return (
            len(now) == len(self.values)
            and all(map(is_, now, self.values))
            and all(one == before for one, before in self.containers)
        )


def _values(each: object, slots: Iterable[str]) -> list[object]:
    attributes = getattr(each, "__dict__", {})
    return [*attributes.values(), *(getattr(each, name, None) for name in slots)]


def _is_waiting(each: Any) -> bool:
    # An `isinstance` would have proxies show what is behind them.
    return issubclass(type(each), type) and each.__dict__.get("__pydantic_complete__") is False


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
        self.living = living or Living()
        self.entries = entries or {}
        self._kept: dict[Key, Any] = {}
        self._keeps_all = False

    def lives(self, each: object) -> bool:
        """
        Whether an object is one that outlives this generation.
        """
        return each in self.living

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

    def kept(self, key: Key) -> Any:
        """
        Return what this generation keeps; None: nothing.
        """
        return self._kept.get(key)

    def keep_all(self) -> None:
        """
        Keep whatever could be recalled, too.
        """
        self._keeps_all = True

    def forget(self) -> None:
        """
        Recall nothing any more, and keep nothing of what was kept.
        """
        self.entries = {}
        self._kept = {}
        self._keeps_all = False

    def difference(self) -> _Difference:
        """
        Return what the next generation could recall, by what this one could.
        """
        if not self._keeps_all:
            return _Difference(self._kept, anew=True)
        kept = self._kept.items()
        new = {key: value for key, value in kept if self.entries.get(key) is not value}
        return _Difference(new, anew=False)


@dataclass(frozen=True, slots=True)
class _Difference:
    """
    What one generation has added to what it could recall.
    """

    entries: Mapping[Key, Any]
    anew: bool
    """Whether these are all."""


def dump(memory: Memory) -> bytes:
    """
    Return what *memory* is to recall next, for the process that this one was forked from.
    """
    buffer = io.BytesIO()
    _Pickler(buffer, memory.living).dump(memory.difference())
    return buffer.getvalue()


def load(data: bytes, before: Memory) -> Memory:
    """
    Return the memory that a fork has dumped, which had *before*.
    """
    found: _Difference = _Unpickler(io.BytesIO(data), before.living).load()
    entries = found.entries if found.anew else {**before.entries, **found.entries}
    return Memory(before.living, entries)


class _Pickler(pickle.Pickler):
    """
    Writes the address for each class and function that is living.
    """

    def __init__(self, file: io.BytesIO, living: Living) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._living = living

    def persistent_id(self, obj: object) -> int | None:
        is_known = isinstance(obj, type | FunctionType) and obj in self._living
        return id(obj) if is_known else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, living: Living) -> None:
        super().__init__(file)
        self._living = living

    def persistent_load(self, pid: int) -> object:
        return self._living.objects[pid]
