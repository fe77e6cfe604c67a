"""
What Python calls the things that have declarations.
"""

from __future__ import annotations

import re
import sys
import types
import typing
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import typing_extensions

from fluidkit.introspection.origins import Origins
from fluidkit.model import Origin
from fluidkit.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """
    Module and name of a class or of an alias.
    """

    module: str
    name: str
    arguments: str = ""
    """What a special case of a generic class was made with: "[app.models.User]"."""
    cls: Any = None
    """The class, the generic one for a special case; None: an alias."""

    @property
    def key(self) -> str:
        """
        What a declaration goes by, unless another claims it too.
        """
        return f"{self.module}:{self.name}{self.arguments}"


def title_of(cls: Any, reference: str, *, is_general: bool) -> Title:
    """
    Return the title of a class, or of the alias that a core schema calls `reference`.

    A special case of a generic class has that class's title, with its arguments.
    """
    if cls is None:
        return _alias_title(reference)
    metadata = getattr(cls, "__pydantic_generic_metadata__", None) or {}
    generic = metadata.get("origin") or cls
    spelled = ", ".join(map(_spelled, metadata.get("args", ())))
    arguments = f"[{spelled}]" if spelled else _arguments(reference)
    return Title(
        module=str(generic.__module__),
        name=_without_function(str(generic.__qualname__)),
        arguments="" if is_general else arguments,
        cls=generic,
    )


def is_alias(reference: str) -> bool:
    """
    Tell whether a module has the alias that a core schema calls `reference`.
    """
    title = _alias_title(reference)
    found = getattr(sys.modules.get(title.module), title.name, None)
    return isinstance(found, _alias_types()) and not title.arguments


def origin_of(title: Title, origins: Origins) -> Origin | None:
    """
    Return where the title's name stands.
    """
    if title.cls is None:
        return origins.of_name(title.module, title.name)
    return origins.of_class(title.cls)


def unique_keys(titles: Mapping[str, Title], origins: Origins) -> dict[str, str]:
    """
    Return a key for each title: those that would share one are numbered in order of their lines.
    """
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for identity, title in titles.items():
        claims[title.key].append(identity)
    return {
        identity: key if number == 1 else f"{key}~{number}"
        for key, identities in claims.items()
        for number, identity in enumerate(_in_order(identities, titles, origins), start=1)
    }


def _in_order(identities: list[str], titles: Mapping[str, Title], origins: Origins) -> list[str]:
    if len(identities) == 1:
        return identities

    def line(identity: str) -> float:
        origin = origin_of(titles[identity], origins)
        return float("inf") if origin is None else origin.line

    return sorted(identities, key=line)


def _alias_title(reference: str) -> Title:
    """
    Read what pydantic makes of an alias: "app.models.Ids:94733[int:94412]".
    """
    words = _without_ids(reference.partition("[")[0]).split(".")
    count = next(
        (n for n in range(len(words) - 1, 0, -1) if ".".join(words[:n]) in sys.modules),
        len(words) - 1,
    )
    return Title(
        module=".".join(words[:count]),
        name=_without_function(".".join(words[count:])),
        arguments=_arguments(reference),
    )


def _arguments(reference: str) -> str:
    _, bracket, arguments = reference.partition("[")
    return _without_ids(bracket + arguments).replace("<locals>.", "") if bracket else ""


def _spelled(annotation: Any) -> str:
    """
    Write an annotation as no version of Python and no two classes of one name make it differ.
    """
    arguments = typing_extensions.get_args(annotation)
    origin = typing_extensions.get_origin(annotation)
    if isinstance(annotation, type) and origin is None:
        module = "" if annotation.__module__ == "builtins" else f"{annotation.__module__}."
        return f"{module}{annotation.__qualname__}".replace("<locals>.", "")
    if origin in (typing.Union, types.UnionType):
        return " | ".join(map(_spelled, arguments))
    if origin is typing.Annotated:
        return _spelled(arguments[0])
    if origin is not None:
        return f"{_spelled(origin)}[{', '.join(map(_spelled, arguments))}]"
    name = getattr(annotation, "__name__", None)
    return name if isinstance(name, str) else re.sub(r" at 0x[0-9a-fA-F]+", "", repr(annotation))


def _without_ids(reference: str) -> str:
    """
    pydantic ends each name with its address in memory.
    """
    return re.sub(r":\d+", "", reference)


def _without_function(qualname: str) -> str:
    return qualname.rpartition("<locals>.")[2]


def _alias_types() -> tuple[type, ...]:
    # Two classes before Python 3.14, of which 3.11 has one.
    builtin = getattr(typing, "TypeAliasType", typing_extensions.TypeAliasType)
    return (typing_extensions.TypeAliasType, builtin)
