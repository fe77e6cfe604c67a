"""
Source maps, version 3: where the names of a generated file stand in Python.

https://tc39.es/ecma426/
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fluidkit.model import Origin

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@dataclass(frozen=True, slots=True)
class Segment:
    """
    From this place of the generated file on, the text comes from `origin`.
    """

    line: int
    """From 0."""
    column: int
    """From 0, in UTF-16 code units."""
    origin: Origin | None
    """None: from nowhere. Without such a segment, TypeScript takes the next one there is."""


def source_map(file: str, segments: Sequence[Segment]) -> str:
    """
    Write the map of `file`, a path relative to the project root.
    """
    folder = posixpath.dirname(file)
    paths = sorted({s.origin.path for s in segments if s.origin is not None})
    content = {
        "version": 3,
        "file": posixpath.basename(file),
        "x_generator": "written by FluidKit",
        "sources": [posixpath.relpath(path, folder or ".") for path in paths],
        "names": [],
        "mappings": _mappings(segments, {path: index for index, path in enumerate(paths)}),
    }
    return json.dumps(content, separators=(",", ":")) + "\n"


def _mappings(segments: Sequence[Segment], sources: dict[str, int]) -> str:
    """
    Lines are separated by `;`, segments by `,`; each number is the difference to the one before.
    """
    lines: list[list[str]] = []
    column = source = line = source_column = 0
    for segment in sorted(segments, key=lambda s: (s.line, s.column)):
        while len(lines) <= segment.line:
            lines.append([])
            column = 0
        fields = [segment.column - column]
        column = segment.column
        if segment.origin is not None:
            at = (sources[segment.origin.path], segment.origin.line - 1, segment.origin.column)
            fields += [at[0] - source, at[1] - line, at[2] - source_column]
            source, line, source_column = at
        lines[-1].append(_vlq(fields))
    return ";".join(",".join(written) for written in lines)


def _vlq(numbers: Iterable[int]) -> str:
    """
    Base 64 digits of five bits, the lowest first; the sixth bit says that more follow.
    """
    digits: list[str] = []
    for value in numbers:
        rest = -value << 1 | 1 if value < 0 else value << 1
        while rest > 31:
            digits.append(_BASE64[rest & 31 | 32])
            rest >>= 5
        digits.append(_BASE64[rest])
    return "".join(digits)
