"""
What stays of a reading as a whole, so that the next one costs what has changed.

Of routes and classes that are still the same objects nothing is looked at again: what was read of
them, and what was declared for them, stays as it is. That is right as long as the rest of the app
asks for the same forms of those classes, tells their unions apart in the same way, and claims none
of their names and paths. `OutdatedError` says that it does not: then everything is read again, with
what is known of each route.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TypeAlias

from fluidkit.errors import Diagnostic
from fluidkit.introspection.declarations import (
    NOTHING_KNOWN,
    Declared,
    KnownDeclarations,
    reached_nodes,
)
from fluidkit.introspection.definitions import Definitions, references_in
from fluidkit.introspection.origins import file_of
from fluidkit.introspection.recollection import KnownDefinition, Root
from fluidkit.memory import Key
from fluidkit.model import Declaration, Module, Operation, Type

Place: TypeAlias = tuple[int, int]
"""Of a route: the block that it is in, or the gap between two, and its number there."""


@dataclass(frozen=True, slots=True)
class KnownTypes:
    """
    What is known of the classes.
    """

    declared: KnownDeclarations = NOTHING_KNOWN
    targets: AbstractSet[str] = frozenset()
    """What the schemas call them."""
    tags: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    """Of these, the fields that tell them from others."""
    own_tags: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    """Those fields that they have of routes that are still the same."""
    diagnostics: tuple[Diagnostic, ...] = ()


NO_TYPES = KnownTypes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """
    What is known of an app.
    """

    blocks: tuple[Key, ...]
    others: tuple[tuple[int, ...], ...]
    """For each block, which of its routes are to be read."""
    patterns: Mapping[tuple[str, str], Place]
    """Method and path, as they match, of the operations."""
    operations: Mapping[str, tuple[tuple[Operation, ...], tuple[Place, ...]]]
    """By module, in their order."""
    modules: Mapping[str, tuple[str | None, Module]]
    """By name, with their files."""
    types: KnownTypes
    diagnostics: tuple[Diagnostic, ...]

    def module(self, name: str) -> Module | None:
        """
        Return what is known of a module; None: nothing, or it lies elsewhere by now.
        """
        file, module = self.modules.get(name, (None, None))
        return module if file == file_of(name) else None

    def merged(
        self, module: str, operations: Sequence[tuple[Place, Operation]]
    ) -> Iterable[Operation]:
        """
        Return all operations of a module, with those that were read now.
        """
        known, places = self.operations.get(module, ((), ()))
        if not operations:
            return known
        both = [*zip(places, known, strict=True), *operations]
        return [operation for _, operation in sorted(both, key=lambda each: each[0])]

    def all_declarations(self, declarations: Iterable[Declaration]) -> list[Declaration]:
        """
        Return all declarations in order of module, then of key, with those that were made now.
        """
        known = self.types.declared.declarations
        new: dict[str, list[Declaration]] = {}
        for each in declarations:
            new.setdefault(each.module, []).append(each)
        found: list[Declaration] = []
        for module in sorted(known.keys() | new.keys()):
            if module in new:
                both = [*known.get(module, ()), *new[module]]
                found += sorted(both, key=lambda each: each.key)
            else:
                found += known[module]
        return found


NOTHING = Ground(
    blocks=(),
    others=(),
    patterns={},
    operations={},
    modules={},
    types=NO_TYPES,
    diagnostics=(),
)


@dataclass(frozen=True, slots=True)
class Described:
    """
    How the answers of a reading came about.
    """

    definitions: Definitions
    declared: Declared
    roots: Mapping[str, Root]
    """Of the requests whose answers may be kept."""
    answers: Mapping[str, Type]
    """References have the keys of nodes."""

    def known(
        self, requests: Mapping[Place, Collection[str]]
    ) -> tuple[KnownTypes, AbstractSet[Place]]:
        """
        Return what may stay known for routes with these requests, and for which of them.
        """
        held = self._held()
        places = {
            place
            for place, keys in requests.items()
            if all(held.issuperset(references_in(self.answers[key])) for key in keys)
        }
        asked = [key for place in places for key in requests[place]]
        reached = reached_nodes(self.definitions, (self.answers[key] for key in asked))
        roots = [self.roots[key] for key in asked]
        under = self._under(roots)
        targets = {self.definitions.known(key).target for key in self.definitions.all_known}
        types = KnownTypes(
            self._declarations(held, held - reached.keys()),
            frozenset(targets),
            self.definitions.tags_of(targets),
            _tags([*(each.tags for each in roots), *(each.tags for each in under)], targets),
            tuple(
                {
                    *(one for root in roots for one in root.diagnostics),
                    *(one for each in under for one in each.diagnostics),
                }
            ),
        )
        return types, places

    def _held(self) -> set[str]:
        """
        Return the nodes of those classes all of whose forms may be kept.
        """
        definitions, groups = self.definitions, self.declared.groups
        held = {key for key in self.declared.keys if definitions.are_kept({key})}
        while True:
            lost = {
                key
                for group in groups.values()
                for key in group.keys
                if key in held
                and not (
                    held.issuperset(group.keys)
                    and held.issuperset(definitions.resolved_references(key))
                )
            }
            if not lost:
                return held
            held -= lost

    def _under(self, roots: Iterable[Root]) -> list[KnownDefinition]:
        """
        Return the definitions that *roots* lead to, also those that stand where they are used.
        """
        found: dict[str, KnownDefinition] = {}
        waiting = [key for root in roots for key in root.nodes]
        while waiting:
            key = waiting.pop()
            if key not in found:
                found[key] = self.definitions.known(key)
                waiting += found[key].nodes
        return [*found.values()]

    def _declarations(self, held: Collection[str], unasked: AbstractSet[str]) -> KnownDeclarations:
        definitions, declared = self.definitions, self.declared
        keys = {key: declared.keys[key] for key in declared.keys if key in held}
        wanted = {*keys.values()}
        by_module: dict[str, list[Declaration]] = {}
        for each in declared.declarations:
            if each.key in wanted:
                by_module.setdefault(each.module, []).append(each)
        titles: dict[str, list[str]] = {}
        for key in keys:
            titles.setdefault(definitions[key].title.key, []).append(key)
        return KnownDeclarations(
            {module: tuple(each) for module, each in by_module.items()},
            keys,
            {name: each for name, each in declared.groups.items() if each.keys[0] in keys},
            {title: tuple(each) for title, each in titles.items()},
            frozenset(unasked),
        )


def _tags(
    many: Iterable[Mapping[str, AbstractSet[str]]], targets: Collection[str]
) -> dict[str, AbstractSet[str]]:
    """
    Return all tags of *targets*.
    """
    found: dict[str, AbstractSet[str]] = {}
    for tags in many:
        for target, names in tags.items():
            if target in targets and names:
                found[target] = found.get(target, frozenset()) | names
    return found
