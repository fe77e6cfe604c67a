"""
Definitions to declarations: which become one, and what each is called.

**One or two?** An app may have several forms of a class: as it is received, as it is sent, and as
routes vary it (`response_model_exclude_none` and the like). Forms that say the same, all the way
down, are one declaration.

**Which name?** "`User` is what is received, `UserInput` what is sent, and only where the two
differ." A class that the app only sends or only receives keeps its plain name, so that `UserCreate`
is no `UserCreateInput`. So a name depends on its own class alone: it changes when a route makes the
class go the other way as well, and never with a route that does not touch it.

**Which key?** `module:qualname`, without the functions that a class was made in. Classes that
would share one are numbered in the order of their lines.
"""

from __future__ import annotations

import typing
from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from fluidkit.introspection.conversion import Form
from fluidkit.introspection.definitions import Definition, Definitions, references_in
from fluidkit.introspection.origins import Origins
from fluidkit.introspection.recollection import OutdatedError
from fluidkit.introspection.titles import origin_of, unique_keys
from fluidkit.introspection.unions import bare, parts, rewritten
from fluidkit.model import (
    Array,
    Declaration,
    Direction,
    Enumeration,
    Reference,
    Scalar,
    Type,
    TypeParameter,
)


@dataclass(slots=True)
class Group:
    """
    The forms of one class.
    """

    identity: str
    keys: list[str] = field(default_factory=list)
    """Of nodes; what is received first, unvaried first."""
    colors: dict[str, int] = field(default_factory=dict)
    """Nodes of one color say the same."""


@dataclass(frozen=True, slots=True)
class Declared:
    """
    The declarations, and which of them each node became.
    """

    declarations: tuple[Declaration, ...]
    """In order of module, then of key."""
    keys: Mapping[str, str]
    """Keys of declarations by those of nodes."""
    groups: Mapping[str, Group]
    """By what the forms of a class have in common."""

    def renamed(self, type_: Type) -> Type:
        """
        Return `type_` with the keys of declarations in place of those of nodes.
        """
        return _renamed(type_, self.keys)


@dataclass(frozen=True, slots=True)
class _Same:
    """
    Forms of one class that are one declaration.
    """

    key: str
    members: list[str]
    direction: Direction | None = None
    variant: str = ""


@dataclass(frozen=True, slots=True)
class KnownDeclarations:
    """
    What an earlier reading declared of classes that are still the same.

    It is what any reading declares that knows the same forms of them, and no others.
    """

    declarations: Mapping[str, tuple[Declaration, ...]]
    """By module, in order of their keys."""
    keys: Mapping[str, str]
    """Keys of declarations by those of nodes."""
    groups: dict[str, Group]
    titles: Mapping[str, tuple[str, ...]]
    """By what a declaration goes by, unless another claims it too: the keys of nodes."""
    unasked: AbstractSet[str]
    """Nodes that the routes which are still the same do not reach: somebody else must."""


NOTHING_KNOWN = KnownDeclarations({}, {}, {}, {}, frozenset())


def declare(
    definitions: Definitions,
    roots: Iterable[Type],
    origins: Origins,
    known: KnownDeclarations = NOTHING_KNOWN,
) -> Declared:
    """
    Return the declarations of everything that `roots` reach, but not of what is `known`.

    Raise `OutdatedError` where what is known would be another one by these roots.
    """
    reached = reached_nodes(definitions, roots)
    new = [key for key in reached if key not in known.keys]
    groups = _groups(new, definitions)
    titles = {each.identity: definitions[each.keys[0]].title for each in groups.values()}
    # A new form of a class that is known has its title, too.
    if not known.unasked <= reached.keys() or any(
        title.key in known.titles for title in titles.values()
    ):
        raise OutdatedError
    _refine(groups, ChainMap(groups, known.groups), definitions)
    names = unique_keys(titles, origins)
    found = [
        same
        for group in groups.values()
        for same in _sames(group, names[group.identity], definitions)
    ]
    keys = {key: known.keys[key] for key in reached if key in known.keys}
    keys |= {member: same.key for same in found for member in same.members}
    declared = [_declaration(same, definitions, keys, origins, known) for same in found]
    return Declared(tuple(sorted(declared, key=lambda each: (each.module, each.key))), keys, groups)


def reached_nodes(definitions: Definitions, roots: Iterable[Type]) -> dict[str, None]:
    """
    Return the keys of all nodes that `roots` lead to, in the order in which they are found.
    """
    reached: dict[str, None] = {}
    waiting = [references_in(type_) for type_ in roots]
    for keys in waiting:
        for key in keys:
            if key not in reached:
                reached[key] = None
                waiting.append(definitions.resolved_references(key))
    return reached


# --- Forms of one class -----------------------------------------------------------------------


def _groups(keys: Iterable[str], definitions: Definitions) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for key in keys:
        identity = definitions[key].node.identity
        groups.setdefault(identity, Group(identity)).keys.append(key)
    for group in groups.values():
        if len(group.keys) > 1:
            group.keys.sort(key=lambda key: _order(definitions[key].node.form))
        group.colors = dict.fromkeys(group.keys, 0)
    return groups


def _order(form: Form) -> tuple[bool, int, str, str]:
    is_sent = form.direction is Direction.INPUT
    return is_sent, len(form.flags), form.label, form.configuration


def _refine(
    new: Mapping[str, Group], groups: Mapping[str, Group], definitions: Definitions
) -> None:
    """
    Tell apart what differs, and then what refers to what differs, until nothing more does.
    """
    several = {identity: each for identity, each in new.items() if len(each.keys) > 1}
    said = {
        key: (definitions[key].enumeration, bare(definitions.resolved_definition(key)))
        for group in several.values()
        for key in group.keys
    }
    users: defaultdict[str, set[str]] = defaultdict(set)
    for key, (_, type_) in said.items():
        for part in parts(type_):
            if isinstance(part, Reference):
                users[definitions[part.key].node.identity].add(definitions[key].node.identity)
    waiting = set(several)
    while waiting:
        group = several[waiting.pop()]
        colors = _colors(group, groups, said, definitions)
        if colors != group.colors:
            group.colors = colors
            waiting.update(users[group.identity])


def _colors(
    group: Group,
    groups: Mapping[str, Group],
    said: Mapping[str, tuple[Enumeration | None, Type]],
    definitions: Definitions,
) -> dict[str, int]:
    def colored(leaf: Reference | TypeParameter) -> Type:
        if isinstance(leaf, TypeParameter):
            return leaf
        identity = definitions[leaf.key].node.identity
        return Reference(f"{identity}~{groups[identity].colors[leaf.key]}", leaf.arguments)

    seen: dict[Any, int] = {}
    colors = {}
    for key in group.keys:
        enumeration, type_ = said[key]
        looks = (group.colors[key], enumeration, rewritten(type_, colored))
        colors[key] = seen.setdefault(looks, len(seen))
    return colors


def _sames(group: Group, name: str, definitions: Definitions) -> Iterator[_Same]:
    """
    Yield the plain form, the input twin and the variants of a class.
    """
    if len(group.keys) == 1:
        yield _Same(name, group.keys)
        return
    first, *others = _by_color(group)
    inputs = {each for each in group.keys if _is_input(definitions, each)}
    has_twin = first[0] not in inputs and not inputs.issubset(first)
    yield _Same(name, first, Direction.OUTPUT if has_twin else None)
    taken: Counter[str] = Counter()
    for members in others:
        for direction in (Direction.INPUT, Direction.OUTPUT):
            is_sent = direction is Direction.INPUT
            varied = [each for each in members if (each in inputs) is is_sent]
            if varied:
                label = _label(varied[0], definitions, taken)
                ending = "_".join(filter(None, (label, "input" if is_sent else "")))
                yield _Same(f"{name}#{ending}", varied, direction, label)


def _label(key: str, definitions: Definitions, taken: Counter[str]) -> str:
    """
    Return what tells a form from the others, which may be unusual in the same way.
    """
    form = definitions[key].node.form
    claim = f"{form.direction.value} {form.label}"
    taken[claim] += 1
    return form.label if taken[claim] == 1 else f"{form.label}_{taken[claim]}"


def _by_color(group: Group) -> list[list[str]]:
    colored: dict[int, list[str]] = {}
    for key in group.keys:
        colored.setdefault(group.colors[key], []).append(key)
    return list(colored.values())


def _is_input(definitions: Definitions, key: str) -> bool:
    return definitions[key].node.form.direction is Direction.INPUT


# --- Declarations -----------------------------------------------------------------------------


def _declaration(
    same: _Same,
    definitions: Definitions,
    keys: Mapping[str, str],
    origins: Origins,
    others: KnownDeclarations,
) -> Declaration:
    """
    Declare forms that are one; as an earlier reading did, where all that it was told is the same.
    """
    head = same.members[0]
    memory, definition = definitions.memory, definitions[head]
    if definition.title.arguments or not definitions.are_kept({head}):
        return _declared(same, definitions, keys, origins, others)
    told = (
        same.key,
        same.direction,
        same.variant,
        [keys[each] for each in definitions.resolved_references(head)],
    )
    known = memory.recall(("declaration", head))
    if known is None or known[0] != told:
        known = (told, _declared(same, definitions, keys, origins, others))
    memory.keep(("declaration", head), known)
    declaration: Declaration = known[1]
    return declaration


def _declared(
    same: _Same,
    definitions: Definitions,
    keys: Mapping[str, str],
    origins: Origins,
    others: KnownDeclarations,
) -> Declaration:
    head = same.members[0]
    definition, type_ = definitions[head], definitions.resolved_definition(head)
    if definitions.resolved_references(head):
        type_ = _renamed(type_, keys)
    return Declaration(
        key=same.key,
        name=definition.title.name,
        module=definition.title.module,
        direction=same.direction,
        definition=definition.enumeration or type_,
        parameters=tuple(map(TypeParameter, definitions.parameters(head))),
        arguments=_arguments(definition, definitions, keys, others),
        variant=same.variant,
        doc=definition.doc,
        origin=origin_of(definition.title, origins),
    )


def _arguments(
    definition: Definition,
    definitions: Definitions,
    keys: Mapping[str, str],
    others: KnownDeclarations,
) -> tuple[Type, ...]:
    """
    Return what a class was specialised with that could not stay generic; it is named after them.
    """
    metadata = getattr(definition.cls, "__pydantic_generic_metadata__", {"args": ()})
    if definition.is_general or not metadata["args"]:
        return ()
    known = {
        title: Reference(others.keys[key])
        for title, nodes in others.titles.items()
        for key in nodes
        if definitions.form(key) == definition.node.form
    }
    known |= {
        definitions[key].title.key: Reference(keys[key])
        for key in keys
        if definitions[key].node.form == definition.node.form and not definitions.parameters(key)
    }
    return tuple(_argument(each, known) for each in metadata["args"])


def _argument(annotation: Any, known: Mapping[str, Reference]) -> Type:
    plain: Mapping[Any, Type] = {
        str: Scalar.STRING,
        int: Scalar.NUMBER,
        float: Scalar.NUMBER,
        bool: Scalar.BOOLEAN,
        type(None): Scalar.NULL,
    }
    if isinstance(annotation, type):
        key = f"{annotation.__module__}:{annotation.__qualname__.rpartition('<locals>.')[2]}"
        return known.get(key, plain.get(annotation, Scalar.UNKNOWN))
    items = typing.get_args(annotation)
    is_list = typing.get_origin(annotation) in (list, set, frozenset, tuple)
    return Array(_argument(items[0], known)) if is_list and items else Scalar.UNKNOWN


def _renamed(type_: Type, keys: Mapping[str, str]) -> Type:
    def rename(leaf: Reference | TypeParameter) -> Type:
        return Reference(keys[leaf.key], leaf.arguments) if isinstance(leaf, Reference) else leaf

    return rewritten(type_, rename)
