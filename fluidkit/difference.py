"""
What changed in the API, in one line: `users.api  + get_user_stats  ~ User.email: string | null`.

The old API is read from the declarations that are about to be replaced. These are our own print,
and the one record of it that survives a restart, a checkout and a fresh clone alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from .output import Change, Changes
from .ownership import GENERATED

_SHOWN = 6
"""How many changes are named before the rest is only counted."""

_LONGEST = 60
"""Characters of a type that are shown."""

_NAME = re.compile(r"export (?:declare )?(?:function|const|interface|type|namespace) ([\w$]+)")
_DEFINITION = re.compile(r"export const ([\w$]+) = ")
_MEMBER = re.compile(r"\t(?:readonly )?('(?:[^'\\]|\\.)*'|\[[^\]]+\]|[\w$]+)(\??): (.*)")
_QUOTED = re.compile(r"'([A-Za-z_$][\w$]*)'")
_COMMENT = re.compile(r"^\t*/\*\*.*?\*/$\n?", re.DOTALL | re.MULTILINE)


def describe(changes: Changes) -> str:
    """
    Return what *changes* mean for who calls the API; "" for a first client, and where they don't.
    """
    generated = f"{changes.folder}/{GENERATED}/"
    files = [
        change
        for change in changes.files
        if change.path.startswith(generated) and not _is_fixed(change.path.removeprefix(generated))
    ]
    if all(change.before is None for change in changes.files):
        return ""
    found = [
        (module, text)
        for module, group in groupby(files, key=lambda change: _module(change, generated))
        for text in _of_module([*group])
    ]
    shown = [
        "  ".join([f"{module}.api", *map(itemgetter(1), group)])
        for module, group in groupby(found[:_SHOWN], key=itemgetter(0))
    ]
    if len(found) > _SHOWN:
        shown.append(f"and {len(found) - _SHOWN} more")
    return "  ".join(shown)


def _is_fixed(path: str) -> bool:
    """
    Whether *path*, below `generated`, does not come from a module of the user's.
    """
    return path.startswith(("runtime/", ".", "settings.", "routes."))


def _module(change: Change, generated: str) -> str:
    return change.path.removeprefix(generated).removesuffix(".js").removesuffix(".d.ts")


def _of_module(files: list[Change]) -> Iterator[str]:
    before: dict[tuple[str, str], str] = {}
    after: dict[tuple[str, str], str] = {}
    for change in files:
        before |= _entries(change.path, change.before or b"")
        after |= _entries(change.path, change.after or b"")
    texts = [*_differences(_merged(before), _merged(after))]
    yield from texts or ["~ comments"]


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for name in after:
        if name not in before and _owner(name) not in after.keys() - before.keys():
            yield f"+ {name}{_type(after[name])}"
    for name in after:
        if name in before and before[name] != after[name]:
            yield f"~ {name}{_type(after[name])}"
    for name in before:
        if name not in after and _owner(name) not in before.keys() - after.keys():
            yield f"- {name}"


def _owner(name: str) -> str:
    return name.partition(".")[0] if "." in name else ""


def _type(text: str) -> str:
    """
    Return the type of a field, or of an alias, for people; nothing for a function.
    """
    if not text.startswith((": ", "?: ")):
        return ""
    shown = " ".join(text.split()).removesuffix(";").removesuffix(" | undefined")
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def _merged(entries: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """
    Return one text for each name: a function's declaration and its definition belong together.
    """
    merged: dict[str, str] = {}
    for (_, name), text in entries.items():
        merged[name] = merged.get(name, "") + text
    return merged


def _entries(path: str, data: bytes) -> dict[tuple[str, str], str]:
    """
    Return everything that the file at *path* exports: (kind of file, name) → its text.
    """
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    if path.endswith(".js"):
        return {("js", name): block for name, block in _blocks(text, _DEFINITION)}
    found: dict[tuple[str, str], str] = {}
    for name, block in _blocks(_COMMENT.sub("", text), _NAME):
        match block.split(" ", 3)[1]:
            case "interface":
                head, _, body = block.partition("\n")
                found["d.ts", name] = head
                found |= {("d.ts", f"{name}.{key}"): type_ for key, type_ in _members(body)}
            case "type":
                found["d.ts", name] = ": " + block.partition(" = ")[2].strip()
            case _:
                # A function and its namespace, an enum's values and its type: one thing each.
                found.setdefault(("d.ts", name), block)
    return found


def _blocks(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """
    Yield each statement that *pattern* opens in the first column, with the lines below it.
    """
    for block in re.split(r"^(?=\S)(?![)}\]])", text, flags=re.MULTILINE):
        if found := pattern.match(block):
            yield found[1], block.rstrip()


def _members(body: str) -> Iterator[tuple[str, str]]:
    for block in re.split(r"^(?=\t[^\t])(?!\t[)}\]])", body, flags=re.MULTILINE):
        if found := _MEMBER.match(block):
            key, optional, _ = found.groups()
            # Where there are maps, plain keys stand in quotes too.
            key = _QUOTED.sub(r"\1", key)
            rest = block[found.start(3) :].removesuffix("}\n").removesuffix("}").rstrip()
            yield key, f"{optional}: {rest}"
