"""
Who needs whom, as seen while an app is imported.

Nothing is read from source: a plugin that is found by its name, an import inside of a function that
another module calls, a registry that a module fills are seen as they happen. What was not seen from
its beginning to its end counts as needing everything.
"""

from __future__ import annotations

import builtins
import contextlib
import importlib
import importlib.util
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.machinery import SourceFileLoader
from operator import is_
from types import FunctionType, ModuleType
from typing import Any, TypeAlias

from fluidkit.modules import file_of, names_of
from fluidkit.stamps import Stamp, here, stamp

Environment: TypeAlias = Mapping[str, str | None]
"""Changes of the environment; None: the variable has gone."""

_SHARED = frozenset({"fastapi", "starlette"})
"""Packages whose objects, apps and routers, hold what other modules put into them."""

_CONTAINERS = (list, dict, set, deque)


@dataclass(frozen=True, slots=True)
class Module:
    """
    A module of the user's, as its import began.
    """

    name: str
    file: str
    stamp: Stamp
    environment: Environment
    """What the app had changed in the environment by then."""
    path: tuple[str, ...]
    """`sys.path` then."""


@dataclass(slots=True)
class Record:
    """
    One import of an app.
    """

    modules: dict[str, Module] = field(default_factory=dict)
    """The user's modules by name, in the order in which they began."""
    needs: dict[str, set[str]] = field(default_factory=dict)
    """Module → those without which it would not be what it is."""
    environment: dict[str, str | None] = field(default_factory=dict)
    """What the app had changed in the environment in the end."""
    setters: dict[str, set[str]] = field(default_factory=dict)
    """Environment variable → the modules that changed it."""
    doubts: list[str] = field(default_factory=list)
    """Why none of this can be relied on."""
    unseen: set[str] = field(default_factory=set)
    """Modules of the user's whose import was not seen."""

    def dependents(self, changed: Iterable[str]) -> set[str]:
        """
        Return *changed*, and all that would be something else if those were.
        """
        needed_by: dict[str, set[str]] = {}
        for name, needed in self.needs.items():
            for each in needed:
                needed_by.setdefault(each, set()).add(name)
        found: set[str] = set()
        ahead = [*changed, *self.unseen]
        while ahead:
            name = ahead.pop()
            if name not in found:
                found.add(name)
                ahead += needed_by.get(name, ())
        return found

    def changed_since(self, former: Record) -> set[str]:
        """
        Return the modules that are new or were saved since *former*.
        """
        return {
            name
            for name, module in self.modules.items()
            if name not in former.modules or former.modules[name].stamp != module.stamp
        }

    @property
    def stamps(self) -> dict[str, Stamp]:
        """
        The stamp of each file.
        """
        return {module.file: module.stamp for module in self.modules.values()}


class Recorder:
    """
    Records the import that goes on inside of `recording`.
    """

    def __init__(self, is_users: Callable[[str, str], bool]) -> None:
        """
        *is_users* tells from name and file whether a module is the user's own.
        """
        self.record = Record()
        self._is_users = is_users
        self._before = frozenset(sys.modules)
        self._running: list[str] = []
        self._states: dict[str, _State] = {}
        self._environment = dict(os.environ)
        self._thread = threading.get_ident()
        self._folder = here()

    @contextlib.contextmanager
    def recording(self) -> Iterator[None]:
        """
        Watch Python's ways to import.
        """
        plain_import, plain_module = builtins.__import__, importlib.import_module
        plain_exec = SourceFileLoader.exec_module

        def import_(
            name: str,
            globals: Mapping[str, Any] | None = None,  # noqa: A002 - their names
            locals: Mapping[str, Any] | None = None,  # noqa: A002
            fromlist: Sequence[str] | None = (),
            level: int = 0,
        ) -> Any:
            found = plain_import(name, globals, locals, fromlist or (), level)
            self._imported(_absolute(name, globals, level), fromlist or (), globals)
            return found

        def import_module(name: str, package: str | None = None) -> ModuleType:
            found = plain_module(name, package)
            self._imported(
                str(names_of(found).get("__name__", name)), (), sys._getframe(1).f_globals
            )
            return found

        def exec_module(loader: SourceFileLoader, module: ModuleType) -> None:
            with self._executing(module, loader.path):
                plain_exec(loader, module)

        builtins.__import__ = import_
        importlib.import_module = import_module
        SourceFileLoader.exec_module = exec_module  # type: ignore[method-assign,assignment]
        try:
            yield
        finally:
            builtins.__import__ = plain_import
            importlib.import_module = plain_module
            SourceFileLoader.exec_module = plain_exec  # type: ignore[method-assign]
            self._finish()

    # --- What happens -------------------------------------------------------------------------

    def _imported(
        self, name: str, fromlist: Sequence[str], importing: Mapping[str, Any] | None
    ) -> None:
        importer = (importing or {}).get("__name__")
        names = [name]
        if fromlist and name in sys.modules:
            listed: Any = fromlist
            if "*" in fromlist:
                listed = (*fromlist, *getattr(sys.modules[name], "__all__", ()))
            names += [f"{name}.{each}" for each in listed if f"{name}.{each}" in sys.modules]
        # What was there before is no part of the app; who makes it import something is running.
        for each in {importer, *self._running[-1:]} - self._before:
            if isinstance(each, str):
                self.record.needs.setdefault(each, set()).update(*map(_with_parents, names))

    @contextlib.contextmanager
    def _executing(self, module: ModuleType, file: str) -> Iterator[None]:
        name = module.__name__
        if threading.get_ident() != self._thread:
            self.record.doubts.append(f"{name} was imported by a thread")
            yield
            return
        users = self._is_users(name, file)
        self._attribute()
        if self._running:
            self.record.needs.setdefault(self._running[-1], set()).update(_with_parents(name))
        if users:
            self._begin(module, file)
        self._running.append(name)
        try:
            yield
        finally:
            self._attribute()
            self._running.pop()

    def _begin(self, module: ModuleType, file: str) -> None:
        name = module.__name__
        if name in self.record.modules:
            self.record.doubts.append(f"{name} was imported twice")
        self.record.modules[name] = Module(
            name, file, stamp(file), dict(self.record.environment), tuple(sys.path)
        )
        self.record.needs.setdefault(name, set()).update(_parents(name))
        self._states[name] = _State(module)

    def _attribute(self) -> None:
        """
        Note what the module that is running has done to others since the last look.
        """
        running = self._running[-1] if self._running else ""
        for name, state in self._states.items():
            if state.has_changed(self._states) and name != running and running:
                self.record.needs.setdefault(name, set()).add(running)
        environment = dict(os.environ)
        if environment != self._environment:
            for each in environment.keys() | self._environment.keys():
                if environment.get(each) != self._environment.get(each):
                    self.record.setters.setdefault(each, set()).add(running)
                    self.record.environment[each] = environment.get(each)
            self._environment = environment

    def _finish(self) -> None:
        self._attribute()
        if here() != self._folder:
            self.record.doubts.append("the current directory was changed")
        names = self.record.modules
        for name in sys.modules.keys() - self._before - names.keys():
            file = file_of(sys.modules[name])
            if file is not None and self._is_users(name, file):
                self.record.unseen.add(name)
        for name in names:
            if name in sys.modules:
                needed = _mentioned(sys.modules[name]) & (names.keys() | self.record.unseen)
                self.record.needs.setdefault(name, set()).update(needed - {name})


# --- Names ------------------------------------------------------------------------------------


def _absolute(name: str, importing: Mapping[str, Any] | None, level: int) -> str:
    if not level:
        return name
    known = dict(importing or {})
    package: Any = known.get("__package__") or known.get("__name__", "").rpartition(".")[0]
    try:
        return importlib.util.resolve_name("." * level + name, package)
    except (ImportError, ValueError):
        return name


def _parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _with_parents(name: str) -> list[str]:
    return [*_parents(name), name]


def _mentioned(module: ModuleType) -> set[str]:
    """
    Return the modules that *module*'s own names come from, however they came there.
    """
    found: set[str] = set()
    own = names_of(module)
    for name, value in [*own.items()]:
        kind = type(value)  # an `isinstance` would have proxies show what is behind them
        if issubclass(kind, ModuleType):
            if (
                sys.modules.get(f"{own.get('__name__')}.{name}") is not value
            ):  # not Python's own doing
                found.add(str(names_of(value).get("__name__")))
        elif issubclass(kind, type):
            found.update(str(each.__module__) for each in value.__mro__)
        elif issubclass(kind, FunctionType):
            found.add(str(value.__module__))
    return found


# --- What one module does to another ----------------------------------------------------------


class _State:
    """
    What a module holds: its names, and the sizes of what can be added to.
    """

    def __init__(self, module: ModuleType) -> None:
        self._module = module
        self._values: list[Any] = []
        self._names: list[str] = []
        self._sizes: list[int] = []
        self._containers: list[Any] = []
        self._look({})

    def has_changed(self, users: Mapping[str, object]) -> bool:
        """
        Whether there is something else in it than at the last look.
        """
        names = names_of(self._module)
        if len(names) == len(self._values) and all(map(is_, [*names.values()], self._values)):
            if [*map(len, self._containers)] == self._sizes:
                return False
            self._sizes = [*map(len, self._containers)]
            return True
        before = dict(zip(self._names, self._values, strict=True))
        grown = [*map(len, self._containers)] != self._sizes
        self._look(users)
        after = dict(zip(self._names, self._values, strict=True))
        return grown or any(
            before.get(name, self) is not after.get(name, self)
            and not self._is_submodule(name, after.get(name, self))
            for name in before.keys() | after.keys()
        )

    def _is_submodule(self, name: str, value: object) -> bool:
        """
        Whether Python itself has put *value* there: a package's modules become its attributes.
        """
        return sys.modules.get(f"{self._module.__name__}.{name}") is value

    def _look(self, users: Collection[str]) -> None:
        names = dict(names_of(self._module))
        self._names, self._values = [*names], [*names.values()]
        self._containers = [
            each
            for name, value in names.items()
            if not name.startswith("__")
            for each in _containers(value, self._module.__name__, users)
        ]
        self._sizes = [*map(len, self._containers)]


def _containers(value: Any, module: str, users: Collection[str]) -> Iterator[Any]:
    """
    Yield what other modules can add to by way of *value*.
    """
    kind = type(value)  # an `isinstance` would have proxies show what is behind them
    if issubclass(kind, _CONTAINERS):
        yield value
        return
    if issubclass(kind, type):
        if value.__module__ == module:
            yield from _own(vars(value))
        return
    shared = any(str(each.__module__).partition(".")[0] in _SHARED for each in kind.__mro__)
    if shared or kind.__module__ == module or kind.__module__ in users:
        attributes = names_of(value)
        yield from _own(attributes)
        if shared and "router" in attributes:
            yield from _own(names_of(attributes["router"]))


def _own(attributes: Mapping[str, Any]) -> list[Any]:
    return [
        each
        for name, each in [*attributes.items()]
        if not name.startswith("__") and issubclass(type(each), _CONTAINERS)
    ]
