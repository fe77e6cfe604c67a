"""
SvelteKit routes of the user's own that stand in the way of an operation: they are more specific
than the proxy route, so SvelteKit answers by itself and never asks the app.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from .errors import Diagnostic
from .model import Operation, Place

_ANSWERING = re.compile(r"\+(server\.[jt]s|page(@.*)?\.svelte|page(\.server)?\.[jt]s)")
"""Files that make a folder a route. https://svelte.dev/docs/kit/routing"""

_PARAMETER = re.compile(r"\[[^\[\]]+\]|\{[^{}]+\}")
_CODE = re.compile(r"\[[xu]\+([0-9a-f]+)\]", re.IGNORECASE)
"""A character that a folder's name cannot have. https://svelte.dev/docs/kit/advanced-routing"""

Segment: TypeAlias = str | Literal[0, 1]
"""What stands between two slashes: text, _ANY or _REST."""
_ANY: Literal[0] = 0
_REST: Literal[1] = 1


def find_shadowed(
    root: Path, routes: str, prefix: str, operations: Sequence[Operation]
) -> Iterator[Diagnostic]:
    """
    Yield what of *operations* SvelteKit answers by itself below *prefix*, in the folder *routes*.
    """
    paths = [(operation, _segments(operation)) for operation in operations]
    for folder, segments in _routes(root / routes, _parts(prefix)):
        file = _answering(folder)
        if file is None or segments == (_REST,):
            continue
        shown = file.relative_to(root).as_posix()
        for operation, path in paths:
            if _meet(segments, path):
                yield Diagnostic(
                    route=f"{operation.method} {operation.path}",
                    where=shown,
                    what=f"SvelteKit's own route answers {prefix}{operation.path}, not the app",
                    todo="move that file, or set `proxy` to a path of its own",
                )


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part for part in path.split("/") if part)


def _segments(operation: Operation) -> tuple[Segment, ...]:
    rest = {each.wire_name for each in operation.parameters if each.place is Place.PATH_REST}
    return tuple(
        _REST if part.strip("{}") in rest else _ANY if _PARAMETER.search(part) else part
        for part in _parts(operation.path)
    )


def _routes(
    folder: Path, prefix: tuple[str, ...], behind: tuple[Segment, ...] = ()
) -> Iterator[tuple[Path, tuple[Segment, ...]]]:
    """
    Yield each folder below *prefix*, with its segments behind that; groups have none.
    """
    if not prefix:
        yield folder, behind
    for entry in _folders(folder):
        if re.fullmatch(r"\(.+\)", entry.name):
            yield from _routes(entry, prefix, behind)
        elif not prefix:
            for segment in _segment(entry.name):
                yield from _routes(entry, (), (*behind, *segment))
        elif _decoded(entry.name) == prefix[0]:
            yield from _routes(entry, prefix[1:])


def _folders(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry) for entry in entries if entry.is_dir(follow_symlinks=False))
    except OSError:  # there are no routes, or they are none of our business
        return []


def _answering(folder: Path) -> Path | None:
    try:
        files = sorted(each for each in folder.iterdir() if _ANSWERING.fullmatch(each.name))
    except OSError:
        return None
    return files[0] if files else None


def _segment(name: str) -> list[tuple[Segment, ...]]:
    """
    Return what a folder may stand for: an optional parameter is there, or isn't.
    """
    name = _decoded(name)
    if name.startswith("[..."):
        return [(_REST,)]
    if name.startswith("[["):
        return [(), (_ANY,)]
    return [(_ANY,)] if _PARAMETER.search(name) else [(name,)]


def _decoded(name: str) -> str:
    return _CODE.sub(_character, name)


def _character(code: re.Match[str]) -> str:
    number = int(code[1], 16)
    return chr(number) if number <= sys.maxunicode else "\ufffd"


def _meet(one: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """
    Whether there is a path that both describe.
    """
    if not one or not other:
        return all(each == _REST for each in (*one, *other))
    if one[0] == _REST:
        return any(_meet(one[1:], other[count:]) for count in range(len(other) + 1))
    if other[0] == _REST:
        return _meet(other, one)
    return (one[0] == other[0] or _ANY in (one[0], other[0])) and _meet(one[1:], other[1:])
