"""
What stands in the JSON Schemas of an app: keys of our own, and facts that JSON Schema loses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from pydantic.json_schema import CoreModeRef, JsonSchemaMode, JsonSchemaValue

from fluidkit.introspection.core_schemas import Core
from fluidkit.introspection.generics import PARAMETER, Generic
from fluidkit.model import Direction, LiteralValue, Scalar
from fluidkit.values import dataclass


class Mark:
    """
    The keys of ours in a JSON Schema.
    """

    PARAMETER = PARAMETER
    """Name of the type parameter that stands here."""
    UNKNOWN = "x-fluidkit-unknown"
    """`Unknown`: why nothing is known of the value."""
    REFUSED = "x-fluidkit-refused"
    """`Unknown`: why no JSON is ever taken for the value."""
    FIELDS = "x-fluidkit-fields"
    """`FieldFacts` by key of "properties"."""
    KEYS = "x-fluidkit-keys"
    """Schema of an object's keys, whatever their type."""
    BLOB = "x-fluidkit-blob"
    """A file that is sent."""
    NAN = "x-fluidkit-nan"
    """On a null: it stands for a float that JSON cannot write, and not for None."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """
    Why nothing is known of a value, and what the user can do.
    """

    what: str
    """To follow the name of the field: "its serializer has no return annotation"."""
    todo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFacts:
    """
    What JSON Schema loses of a field.
    """

    name: str
    """Python's name; also the key on the wire where aliases are off."""
    defaulted: bool
    """It has a default: it is absent where the wire leaves out defaults."""
    tracked: bool
    """Its class knows whether it was set: it is absent where the wire leaves out unset fields."""
    computed: bool = False
    nullable: bool | None = None
    """Its value may be None, whatever its serializer makes of that: it is absent where the wire
    leaves out None. None: its JSON Schema says so itself."""
    stray: Scalar | LiteralValue | None = None
    """What its default is on the wire, where that is not of its type: `name: str = None`."""
    path: str | None = None
    """First key of the only alias, if that is a path: the value lies somewhere in there."""


Owner: TypeAlias = CoreModeRef | int
"""Where something stands: in a definition, or in one of the inputs."""


@dataclass(frozen=True, slots=True)
class Specialisation:
    """
    A special case of a generic class, or its general form itself.
    """

    generic: Generic
    general: CoreModeRef
    """The definition of the general form."""


@dataclass(frozen=True, slots=True)
class Schemas:
    """
    What a run of the generator found.
    """

    roots: Sequence[JsonSchemaValue]
    """In the order of the inputs."""
    definitions: Mapping[CoreModeRef, JsonSchemaValue]
    targets: Mapping[str, CoreModeRef]
    """What a "$ref" means."""
    references: Mapping[CoreModeRef, str]
    """The "$ref" of each definition."""
    cores: Mapping[CoreModeRef, Core]
    """The core schema behind each definition."""
    specialisations: Mapping[CoreModeRef, Specialisation]
    """The definitions of generic classes."""
    tags: Mapping[Owner, Mapping[str, AbstractSet[str]]]
    """By "$ref" of a member of a discriminated union: the fields that tell it from the others; and
    where that union stands."""


_MODES: Mapping[Direction, JsonSchemaMode] = {
    Direction.INPUT: "validation",
    Direction.OUTPUT: "serialization",
}


def mode_of(direction: Direction) -> JsonSchemaMode:
    """
    Return what pydantic calls `direction`.
    """
    return _MODES[direction]
