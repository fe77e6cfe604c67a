"""
Everything that an app's types refer to, and what becomes of a reference to it.

A special case of a generic class becomes the class with arguments; what has no name that people
would know it by stands where it is used.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import Enum
from typing import Any

from pydantic import RootModel
from pydantic_core import to_jsonable_python

from fluidkit.introspection.conversion import Converter, Form, Node, Place
from fluidkit.introspection.core_schemas import class_of, is_flag
from fluidkit.introspection.deprecations import mark
from fluidkit.introspection.docstrings import docstring, titled
from fluidkit.introspection.field_docs import field_doc
from fluidkit.introspection.generics import inferred_arguments, substituted
from fluidkit.introspection.marks import Specialisation
from fluidkit.introspection.recollection import KnownDefinition, OutdatedError, Root, lives
from fluidkit.introspection.titles import Title, is_alias, title_of
from fluidkit.introspection.unions import bare, one_of, parts, rewritten
from fluidkit.memory import Memory
from fluidkit.model import (
    Doc,
    Enumeration,
    EnumMember,
    Reference,
    Scalar,
    Type,
    TypeParameter,
)
from fluidkit.values import dataclass


@dataclass(frozen=True, slots=True)
class Definition:
    """
    What the schema of a node says.
    """

    node: Node
    title: Title
    cls: Any
    """The class itself, also for a special case; None: an alias."""
    type: Type
    """References have the keys of nodes."""
    enumeration: Enumeration | None
    """In place of `type`, where the class is an enum as Python has it."""
    doc: Doc
    special: Specialisation | None
    """Of which generic class it is a special case, or the general form itself."""
    references: tuple[str, ...]
    """The keys of the nodes that `type` refers to."""

    @property
    def is_general(self) -> bool:
        """
        Whether it is the general form of a generic class.
        """
        return self.special is not None and self.special.general == self.node.core_mode_ref


class Definitions:
    """
    The definitions by the keys of their nodes.
    """

    def __init__(
        self,
        converter: Converter,
        roots: Iterable[Root] = (),
        memory: Memory | None = None,
        tags: Mapping[str, AbstractSet[str]] | None = None,
    ) -> None:
        """
        *tags*: what else tells them apart, by what the schemas call them.
        """
        self._converter = converter
        self.memory = memory or Memory()
        self._all: dict[str, Definition] = {}
        self._known: dict[str, KnownDefinition] = {}
        """What was recalled, and what is to be kept."""
        self.tags: dict[str, set[str]] = {key: set(each) for key, each in (tags or {}).items()}
        """By what the schemas call a definition: the fields that tell it from others."""
        self._general: dict[str, str] = {}
        """Special cases and general forms, each with its general form."""
        self._arguments: dict[str, dict[str, Type] | None] = {}
        """What each of those has for parameters; None: it cannot stay generic."""
        self._used: dict[str, tuple[str, ...]] = {}
        self._inline: dict[str, bool] = {}
        self._plain: dict[str, bool] = {}
        self._resolved: dict[str, Type] = {}
        self._recall(roots)
        self._convert_all()
        self._keep()
        self._settle_generics()

    def __getitem__(self, key: str) -> Definition:
        return self._all[key]

    def are_kept(self, keys: AbstractSet[str]) -> bool:
        """
        Tell whether a later reading can recall all of these.
        """
        return bool(self.memory.living) and keys <= self._known.keys()

    def tags_of(self, targets: AbstractSet[str]) -> dict[str, AbstractSet[str]]:
        """
        Return the fields that tell *targets* from others, by what the schemas call them.
        """
        return {each: names for each, names in self.tags.items() if names and each in targets}

    @property
    def all_known(self) -> AbstractSet[str]:
        """
        The keys of all that a later reading can recall.
        """
        return self._known.keys()

    def known(self, key: str) -> KnownDefinition:
        """
        Return what a later reading can recall.
        """
        return self._known[key]

    def form(self, key: str) -> Form:
        """
        Return the form of a node, also of one that nothing refers to here and that is remembered.
        """
        if key in self._all:
            return self._all[key].node.form
        known: KnownDefinition = self.memory.recall(("definition", key))
        definition: Definition = known.definition
        return definition.node.form

    def parameters(self, key: str) -> tuple[str, ...]:
        """
        Return the type parameters that a definition has a use for.
        """
        return self._used.get(key, ())

    def resolved_definition(self, key: str) -> Type:
        """
        Return what a definition says, with references as they are to be.
        """
        if key not in self._resolved:
            definition = self._all[key]
            is_plain = all(map(self.is_plain, definition.references))
            has_parameters = definition.special is not None
            self._resolved[key] = (
                definition.type
                if is_plain and not has_parameters
                else self.resolved(definition.type)
            )
        return self._resolved[key]

    def resolved_references(self, key: str) -> Sequence[str]:
        """
        Return the keys of the nodes that `resolved_definition` refers to.
        """
        resolved, definition = self.resolved_definition(key), self._all[key]
        if resolved is definition.type and definition.enumeration is None:
            return definition.references
        return references_in(resolved)

    def is_plain(self, key: str) -> bool:
        """
        Tell whether a reference stays as it is.
        """
        if key not in self._plain:
            self._plain[key] = not is_flag(self._all[key].cls) and not self._is_inline(key)
        return self._plain[key] and key not in self._arguments

    def resolved(self, type_: Type) -> Type:
        """
        Return `type_` with its references as they are to be.
        """

        def resolve(leaf: Reference | TypeParameter) -> Type:
            return self._resolved_reference(leaf) if isinstance(leaf, Reference) else leaf

        return rewritten(type_, resolve)

    def expanded(self, reference: Reference) -> Type:
        """
        Return what a resolved reference stands for; an enum stands for itself.
        """
        if self._all[reference.key].enumeration is not None:
            return reference
        arguments = dict(zip(self.parameters(reference.key), reference.arguments, strict=True))
        return substituted(self.resolved_definition(reference.key), arguments)

    # --- Recollection -------------------------------------------------------------------------

    def _recall(self, roots: Iterable[Root]) -> None:
        """
        Recall what an earlier reading knew of the nodes, and find out what tells them apart.
        """
        tagged = [*self._converter.schemas.tags.values(), *(root.tags for root in roots)]
        waiting = [*self._converter.nodes] if self.memory.entries else []
        for key in waiting:
            known: KnownDefinition | None = self.memory.recall(("definition", key))
            if known is None or key in self._known:
                continue
            self._known[key] = known
            tagged.append(known.tags)
            waiting.extend(known.nodes)
        for tags in tagged:
            for target, names in tags.items():
                self.tags.setdefault(target, set()).update(names)

    def _recalled(self, key: str) -> Definition | None:
        known = self._known.get(key) or self.memory.recall(("definition", key))
        if known is None:
            return None
        if known.own_tags != self.tags.get(known.target, set()):
            raise OutdatedError
        self._known[key] = known
        self._converter.nodes.update(known.nodes)
        self._converter.diagnostics.extend(known.diagnostics)
        definition: Definition = known.definition
        return definition

    def _keep(self) -> None:
        """
        Keep what outlives the reading, with all that it refers to.
        """
        self._known = (
            {key: known for key, known in self._known.items() if lives(key, self.memory)}
            if self.memory.living
            else {}
        )
        while lost := [
            key
            for key, known in self._known.items()
            if not known.nodes.keys() <= self._known.keys()
        ]:
            for key in lost:
                del self._known[key]
        for key, known in self._known.items():
            self.memory.keep(("definition", key), known)

    # --- Conversion ---------------------------------------------------------------------------

    def _convert_all(self) -> None:
        nodes = self._converter.nodes
        while len(self._all) < len(nodes):
            for key in [key for key in nodes if key not in self._all]:
                definition = self._recalled(key) or self._definition(nodes[key])
                self._all[key] = definition
                if definition.special is not None:
                    general = Node(definition.special.general[0], definition.node.form)
                    nodes.setdefault(general.key, general)
                    self._general[key] = general.key

    def _definition(self, node: Node) -> Definition:
        schemas, core_mode_ref = self._converter.schemas, node.core_mode_ref
        if core_mode_ref not in schemas.definitions:
            raise OutdatedError
        schema = schemas.definitions[core_mode_ref]
        before = len(self._converter.diagnostics)
        cls = class_of(schemas.cores[core_mode_ref])
        special = schemas.specialisations.get(core_mode_ref)
        is_general = special is not None and special.general == core_mode_ref
        title = title_of(cls, node.identity, is_general=is_general)
        enumeration = self._enumeration(cls, schema)
        type_: Type = Scalar.UNKNOWN
        target = schemas.references[core_mode_ref]
        tags = frozenset(self.tags.get(target, ()))
        if enumeration is None:
            place = Place(route="", where="", title=title, tags=tags)
            type_ = self._converter.convert(schema, node.form, place)
        doc = self._doc(title, schema, of_alias=enumeration is None)
        inside = self._converter.nodes_in(type_)
        definition = Definition(node, title, cls, type_, enumeration, doc, special, tuple(inside))
        if special is None and (cls is None or self.memory.lives(cls)):
            self._known[node.key] = KnownDefinition(
                definition=definition,
                nodes=inside,
                target=target,
                own_tags=tags,
                tags=schemas.tags.get(core_mode_ref, {}),
                diagnostics=tuple(self._converter.diagnostics[before:]),
            )
        return definition

    def _doc(self, title: Title, schema: Mapping[str, Any], *, of_alias: bool) -> Doc:
        doc = Doc() if title.cls is None else _class_doc(title.cls)
        if not of_alias or "properties" in schema:
            return doc
        # A RootModel: `Field(min_length=1)` of its root.
        inner = schema["allOf"][0] if len(schema.get("allOf", ())) == 1 else schema
        private = self._converter.origins.private
        said = field_doc(inner, with_default=False, private=private)
        return replace(doc, notes=said.notes)

    def _enumeration(self, cls: Any, schema: Mapping[str, Any]) -> Enumeration | None:
        """
        Return the members of an enum; None where the wire has something else for them.
        """
        if not isinstance(cls, type) or not issubclass(cls, Enum):
            return None
        members = list(cls)
        values = [to_jsonable_python(member.value) for member in members]
        is_plain = all(value is None or isinstance(value, str | int | float) for value in values)
        # pydantic repeats the value of a member that has two names.
        said = [*dict.fromkeys(schema.get("enum", [schema.get("const")]))] if is_plain else []
        if not members or said != values:
            return None
        return Enumeration(
            tuple(
                EnumMember(
                    name=member.name,
                    value=value,
                    doc=Doc(text=self._member_text(member)),
                    origin=self._converter.origins.of_enum_member(cls, member.name),
                )
                for member, value in zip(members, values, strict=True)
            )
        )

    def _member_text(self, member: Enum) -> str:
        """
        Return what documents a member: what an enum's `__new__` gave it, or the string below it.
        """
        given = vars(member).get("__doc__")
        if isinstance(given, str):
            return inspect.cleandoc(given).strip()
        return self._converter.origins.below_field(type(member), member.name)

    # --- Generics -----------------------------------------------------------------------------

    def _settle_generics(self) -> None:
        """
        Drop each special case that its general form does not tell, until all that are left are.
        """
        for key in self._general:
            self._infer(key)
        while True:
            self._resolved.clear()
            self._used = self._used_parameters()
            wrong = [key for key in self._general if not self._is_told(key)]
            if not wrong:
                return
            self._arguments.update(dict.fromkeys(wrong))

    def _infer(self, key: str) -> dict[str, Type]:
        """
        Return what a special case seems to have for parameters.
        """
        if key not in self._arguments:
            definition = self._all[key]
            if definition.is_general and definition.special is not None:
                names = definition.special.generic.parameters
                self._arguments[key] = {name: TypeParameter(name) for name in names}
            else:
                self._arguments[key] = {}  # a recursive class asks for itself, and learns nothing
                general = self._all[self._general[key]].type
                self._arguments[key] = inferred_arguments(
                    general, definition.type, self._argument_pairs
                )
        return self._arguments[key] or {}

    def _argument_pairs(self, general: Reference, special: Reference) -> list[tuple[Type, Type]]:
        if general.key not in self._general or special.key not in self._general:
            return []
        if self._general[general.key] != self._general[special.key]:
            return []
        of_general, of_special = self._infer(general.key), self._infer(special.key)
        return [(of_general[name], of_special[name]) for name in of_general if name in of_special]

    def _used_parameters(self) -> dict[str, tuple[str, ...]]:
        """
        Return the parameters that general forms have a use for: TypeScript has none for others.
        """
        generals = sorted(set(self._general.values()))
        used: dict[str, set[str]] = {key: set() for key in generals}
        grows = True
        while grows:
            grows = False
            for key in generals:
                names = set(self._parameters_in(self._all[key].type, used))
                grows = grows or names != used[key]
                used[key] = names
        return {
            key: tuple(name for name in special.generic.parameters if name in used[key])
            for key in generals
            if (special := self._all[key].special) is not None
        }

    def _parameters_in(self, type_: Type, used: Mapping[str, set[str]]) -> Iterator[str]:
        for part in parts(type_):
            if isinstance(part, TypeParameter):
                yield part.name
            elif isinstance(part, Reference):
                arguments = self._arguments.get(part.key) or {}
                for name in used[self._general[part.key]] & arguments.keys() if arguments else ():
                    yield from self._parameters_in(arguments[name], used)

    def _is_told(self, key: str) -> bool:
        """
        Tell whether the general form, with the arguments put in, says what the special case says.
        """
        general, arguments = self._general[key], self._arguments[key]
        if general == key or arguments is None:
            return True
        if any(name not in arguments for name in self.parameters(general)):
            return False
        resolved = {name: self.resolved(type_) for name, type_ in arguments.items()}
        told = substituted(self.resolved_definition(general), resolved)
        return bare(told) == bare(self.resolved_definition(key))

    # --- References ---------------------------------------------------------------------------

    def _resolved_reference(self, reference: Reference) -> Type:
        key = reference.key
        if self._is_inline(key):
            return self.resolved(self._all[key].type)
        arguments = self._arguments.get(key)
        if arguments is not None:
            general = self._general[key]
            names = self.parameters(general)
            return Reference(general, tuple(self.resolved(arguments[name]) for name in names))
        if is_flag(self._all[key].cls):
            # `READ | WRITE` is a number, and no member.
            return one_of([reference, Scalar.NUMBER])
        return reference

    def _is_inline(self, key: str) -> bool:
        if key not in self._inline:
            self._inline[key] = not self._is_named(key) and not self._is_recursive(key)
        return self._inline[key]

    def _is_named(self, key: str) -> bool:
        """
        Tell whether people know a definition by its name: not `RootModel[int]`.
        """
        definition = self._all[key]
        if definition.cls is None:
            return is_alias(definition.node.identity)
        return definition.title.cls is not RootModel

    def _is_recursive(self, key: str) -> bool:
        waiting, seen = [key], {key}
        while waiting:
            for part in parts(self._all[waiting.pop()].type):
                if isinstance(part, Reference):
                    if part.key == key:
                        return True
                    if part.key not in seen:
                        seen.add(part.key)
                        waiting.append(part.key)
        return False


def references_in(type_: Type) -> Sequence[str]:
    """
    Return the keys that a type refers to, each once.
    """
    return [*dict.fromkeys(part.key for part in parts(type_) if isinstance(part, Reference))]


def _class_doc(cls: Any) -> Doc:
    said = mark(cls)
    return Doc(
        text=titled(_own_title(cls), docstring(cls), cls.__name__),
        deprecated=said is not None,
        deprecation=said or "",
    )


def _own_title(cls: Any) -> str | None:
    """
    Return the title in a class's configuration, which subclasses inherit.
    """
    title = _title(cls)
    if title is None:
        return None
    return None if title in map(_title, getattr(cls, "__mro__", ())[1:]) else title


def _title(cls: Any) -> str | None:
    config = getattr(cls, "model_config", None) or getattr(cls, "__pydantic_config__", None) or {}
    return config.get("title") if isinstance(config, dict) else None
