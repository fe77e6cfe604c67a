"""
What pydantic makes of text: a URL, a header, a cookie or a field of a form holds nothing else.

FastAPI hands over one text, or a list of them where it sees a list in the annotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic_core import to_jsonable_python

from fluidkit.introspection.core_schemas import Core
from fluidkit.introspection.literals import key_text, taken_texts, values_of

_LISTS = frozenset(("list", "set", "frozenset", "tuple", "deque"))
_OBJECTS = frozenset(
    ("dict", "ordered-dict", "counter", "model", "model-fields", "dataclass", "typed-dict")
)
_INNER = {
    "default": "schema",
    "definitions": "schema",
    "function-after": "schema",
    "json-or-python": "python_schema",
    "lax-or-strict": "lax_schema",
    "nullable": "schema",
}
"""Core schemas that hand a value on as it is, and where the next one stands in them."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """
    Why what a type admits is never taken.
    """

    what: str
    todo: str
    taken: tuple[Any, ...] = ()
    """The values that are taken nevertheless."""


_OF_OBJECTS = Refusal(
    "what is sent there is text, of which pydantic makes no object",
    "wrap its type in pydantic's `Json[…]`, or take it in a JSON body",
)
_OF_LISTS = Refusal(
    "what is sent there is text, of which pydantic makes no list",
    "FastAPI reads lists of plain values, where the annotation itself says `list[…]`,"
    " and none from paths and cookies",
)
_OF_JSON = Refusal(
    "FastAPI reads a list there, which pydantic takes for no JSON",
    "annotate it with `str`, and parse it in a validator",
)
_NUMBERS = "use an `IntEnum`, whose members pydantic reads from text"


def refusal(
    schema: Core, *, several: bool, definitions: Mapping[str, Core] = MappingProxyType({})
) -> Refusal | None:
    """
    Return why text is never taken, or which values never are; None where all may be.

    `several`: FastAPI hands over a list of texts.
    """
    inner = _inside(schema, definitions)
    if inner is not None:
        return refusal(inner, several=several, definitions=_known(schema, definitions))
    match schema:
        case {"type": "union" | "tagged-union"}:
            members = [
                refusal(each, several=several, definitions=definitions) for each in _choices(schema)
            ]
            refused = [each for each in members if each is not None and not each.taken]
            return refused[0] if refused and len(refused) == len(members) else None
        case {"type": kind} if kind in _OBJECTS:
            return _OF_OBJECTS
        case {"type": kind} if kind in _LISTS:
            return _of_items(schema, definitions) if several else _OF_LISTS
        case {"type": "json"}:
            return _OF_JSON if several else None
        case _:
            return None if several else _of_values(schema)


def _inside(schema: Core, definitions: Mapping[str, Core]) -> Core | None:
    """
    Return the schema that a value is handed on to as it is.
    """
    kind = schema["type"]
    if kind == "definition-ref":
        return definitions.get(schema["schema_ref"])
    key = "schema" if kind == "model" and schema.get("root_model") else _INNER.get(kind)
    inner: Core | None = schema[key] if key is not None else None
    return inner


def _known(schema: Core, definitions: Mapping[str, Core]) -> Mapping[str, Core]:
    """
    Return the definitions inside of a schema; a recursive one is not entered twice.
    """
    match schema:
        case {"type": "definitions", "definitions": more}:
            return {**definitions, **{each["ref"]: each for each in more}}
        case {"type": "definition-ref", "schema_ref": name}:
            return {key: each for key, each in definitions.items() if key != name}
        case _:
            return definitions


def _choices(schema: Core) -> Iterator[Core]:
    choices = schema["choices"]
    for each in choices.values() if isinstance(choices, dict) else choices:
        yield each[0] if isinstance(each, tuple) else each


def _of_items(schema: Core, definitions: Mapping[str, Core]) -> Refusal | None:
    items = schema.get("items_schema", [])
    for each in items if isinstance(items, list) else [items]:
        found = refusal(each, several=False, definitions=definitions)
        if found is not None and not found.taken:
            return found
    return None


def _of_values(schema: Core) -> Refusal | None:
    """
    JSON has `1`, a URL "1": pydantic makes a member of an `IntEnum` of it, but no `Literal[1]`.
    """
    known = values_of(schema)
    if known is None:
        return None
    values = [value for value in map(to_jsonable_python, known) if value is not None]
    if all(isinstance(value, str) for value in values):
        return None
    texts = taken_texts(schema) or ()
    named = " and no ".join(key_text(value) for value in values if key_text(value) not in texts)
    if not named:
        return None
    what = f"what is sent there is text, of which pydantic makes no {named}"
    return Refusal(what, _NUMBERS, tuple(each for each in values if key_text(each) in texts))
