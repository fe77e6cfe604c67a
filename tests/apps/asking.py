"""
Asking for types in a test, without an app around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from apps.admission import Oracle
from fluidkit.introspection import Context
from fluidkit.introspection.origins import Origins
from fluidkit.introspection.types import TypeReading, TypeRequest, read_types
from fluidkit.introspection.unions import bare
from fluidkit.model import Declaration, Direction, Field, Object, Type

ROOT = Path(__file__).resolve().parents[2]
INPUT, OUTPUT = Direction.INPUT, Direction.OUTPUT


def origins() -> Origins:
    """
    Return origins whose project is this repository.
    """
    return Origins(Context(project_root=ROOT, root=ROOT / "tests"))


def request(
    key: Any, annotation: Any, direction: Direction = OUTPUT, **options: Any
) -> TypeRequest:
    """
    Return a request as it would come from the route `GET /`.
    """
    options = {"route": "GET /", "where": "app.py:1", **options}
    schema = TypeAdapter(annotation).core_schema
    return TypeRequest(
        key=key, schema=schema, annotation=annotation, direction=direction, **options
    )


@dataclass(frozen=True)
class Answers:
    """
    What was answered.
    """

    reading: TypeReading

    @property
    def types(self) -> list[Type]:
        """
        The types without documentation and places.
        """
        return [bare(each) for each in self.reading.types.values()]

    @property
    def only(self) -> Type:
        """
        The only type.
        """
        (only,) = self.types
        return only

    @property
    def declarations(self) -> dict[str, Declaration]:
        """
        The declarations by key, without their module.
        """
        return {each.key.partition(":")[2]: each for each in self.reading.declarations}

    @property
    def oracle(self) -> Oracle:
        """
        What knows which values are of a type.
        """
        return Oracle({each.key: each for each in self.reading.declarations})

    def definition(self, name: str) -> Any:
        """
        Return what a declaration says, without documentation and places.
        """
        return bare(self.declarations[name].definition)

    def fields(self, name: str) -> dict[str, Field]:
        """
        Return the fields of a declaration by their names on the wire.
        """
        definition = self.declarations[name].definition
        assert isinstance(definition, Object)
        return {each.wire_name: each for each in definition.fields}

    def keys(self, name: str) -> list[str]:
        """
        Return the keys of a declaration, those that may be absent as "name?".
        """
        fields = self.fields(name).values()
        return [each.wire_name if each.required else f"{each.wire_name}?" for each in fields]

    def told(self) -> dict[str, str]:
        """
        Return what was reported, by its place.
        """
        return {each.what.partition(":")[0]: each.what for each in self.reading.diagnostics}


def ask(*requests: Any, **options: Any) -> Answers:
    """
    Ask for annotations, or for pairs of an annotation and a direction.
    """
    asked = [
        each if isinstance(each, TypeRequest) else _request(number, each, options)
        for number, each in enumerate(requests)
    ]
    return Answers(read_types(asked, origins()))


def _request(number: int, asked: Any, options: dict[str, Any]) -> TypeRequest:
    match asked:
        case (annotation, Direction() as direction):
            return request(number, annotation, direction, **options)
        case annotation:
            return request(number, annotation, **options)


__all__ = ["INPUT", "OUTPUT", "Answers", "ask", "origins", "request"]
