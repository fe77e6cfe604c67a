"""
JSON values with one fault each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mutant:
    """
    A value, what was done to it, and where: "$.items[].id".
    """

    value: Any
    kind: str
    path: str


def mutants(value: Any) -> Iterator[Mutant]:
    """
    Yield *value* with every fault that we know, each in every place.
    """
    yield from _here(value)
    yield from _inside(value)


def _here(value: Any) -> Iterator[Mutant]:
    if value is not None:
        yield Mutant(None, "null", "$")
    match value:
        case bool():
            yield Mutant(not value, "other boolean", "$")
            yield Mutant(str(value).lower(), "text for boolean", "$")
            yield Mutant(int(value), "number for boolean", "$")
        case int() | float():
            yield Mutant(str(value), "text for number", "$")
            yield Mutant(value + 1013 if abs(value) < 1e9 else 7, "other number", "$")
            yield Mutant(True, "boolean for number", "$")
        case str():
            yield Mutant(7, "number for text", "$")
            yield Mutant(f"{value}☃", "other text", "$")
            yield Mutant([value], "list for text", "$")
        case None:
            yield Mutant("☃", "text for null", "$")
            yield Mutant(7, "number for null", "$")
            yield Mutant({"☃": 1}, "object for null", "$")
        case list():
            yield Mutant({"☃": value}, "object for list", "$")
            yield Mutant([*value, {"☃": 1}], "strange item", "$")
            yield Mutant([*value, *value[-1:]], "longer list", "$")
            yield Mutant(value[:-1], "shorter list", "$")
        case dict():
            yield Mutant([value], "list for object", "$")
            yield Mutant("☃", "text for object", "$")
            yield from (
                Mutant({k: v for k, v in value.items() if k != key}, "dropped key", f"$.{key}")
                for key in value
            )
            yield from (
                Mutant({_renamed(k, key): v for k, v in value.items()}, "renamed key", f"$.{key}")
                for key in value
            )


def _renamed(key: str, renamed: str) -> str:
    return f"{key}☃" if key == renamed else key


def _inside(value: Any) -> Iterator[Mutant]:
    match value:
        case list():
            for index, item in enumerate(value):
                for each in mutants(item):
                    changed = [*value[:index], each.value, *value[index + 1 :]]
                    yield Mutant(changed, each.kind, f"$[]{each.path[1:]}")
        case dict():
            for key, item in value.items():
                for each in mutants(item):
                    yield Mutant({**value, key: each.value}, each.kind, f"$.{key}{each.path[1:]}")
