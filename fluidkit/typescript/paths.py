"""
Where the client of each Python module is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from fluidkit.model import Module
from fluidkit.typescript.distinct import distinct, mark

ROLES = frozenset({"routers", "routes", "api", "endpoints", "views"})
"""Folders that say what is in them and not what it is about."""

SPECIAL = frozenset({"server", "remote"})
"""Folders and first parts of file names that SvelteKit treats in ways of its own."""

GENERATED = "generated"
"""The folder beside the façades."""

OURS = frozenset({"routes", "runtime", "settings"})
"""What that folder holds of our own."""

DEVICES = re.compile(r"(con|prn|aux|nul|conin|conout|com[0-9¹²³]|lpt[0-9¹²³])\Z", re.IGNORECASE)
"""File names that Windows reserves, whatever their ending."""

LONGEST = 200
"""Bytes of a component; file systems take 255, endings included."""


def stems(modules: Iterable[Module]) -> Mapping[str, str]:
    """
    Choose for each module, by name, the path of its façade without an ending.

    It is the module's path below the root without `ROLES`; where two modules meet, both keep their
    full path. Modules outside of the root are named by their dotted name.
    """
    return distinct({module.name: _candidates(module) for module in modules}, fold=_fold)


def generated(stem: str) -> str:
    """
    Answer where below `generated/` the module with that façade lies.
    """
    first, slash, rest = stem.partition("/")
    return f"{first}_{slash}{rest}" if first.lower() in OURS else stem


def _candidates(module: Module) -> tuple[str, str, str]:
    full = _components(module)
    short = full
    if module.path is not None:
        short = tuple(c for c in full if c not in ROLES) or full[-1:]
    whole = _escape(full)
    return _escape(short), whole, f"{whole}-{mark(module.name)}"


def _components(module: Module) -> tuple[str, ...]:
    if module.path is None:
        return tuple(module.name.split("."))
    components = tuple(module.path.removesuffix(".py").split("/"))
    if components[-1] == "__init__":
        components = components[:-1]
    return components or (module.name.rpartition(".")[2],)


def _escape(components: Sequence[str]) -> str:
    first, *others = map(_escape_component, components)
    if others and first.lower() == GENERATED:
        first += "_"
    return "/".join((first, *others))


def _escape_component(component: str) -> str:
    """
    Leave letters, digits, `_` and `-`; append `_` to what has a meaning of its own.
    """
    component = unicodedata.normalize("NFC", component)
    name = "".join(c if c == "-" or f"a{c}".isidentifier() else "_" for c in component) or "_"
    if name.lower() in SPECIAL or DEVICES.match(name):
        name += "_"
    encoded = name.encode()
    if len(encoded) > LONGEST:
        name = f"{encoded[: LONGEST - 7].decode(errors='ignore')}-{mark(component)}"
    return name


def _fold(stem: str) -> str:
    """
    Answer what two modules must not have in common.

    File systems differ in case and Unicode form; what is one file on any of them is one here.
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", generated(stem)).casefold())
