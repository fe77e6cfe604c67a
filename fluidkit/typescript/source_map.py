"""
Source maps, version 3: where the names of a generated file stand in Python.

https://tc39.es/ecma426/
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from fluidkit.model import Origin

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class Segment(NamedTuple):
    """
    From this place of the generated file on, the text comes from `origin`.
    """

    line: int
    """From 0, below the header."""
    column: int
    """From 0, in UTF-16 code units."""
    origin: Origin | None
    """None: from nowhere. Without such a segment, TypeScript takes the next one there is."""
    past: int = 0
    """How many columns after `origin`: at the end of a name, its width in Python."""


def source_map(file: str, segments: Sequence[Segment], above: int = 0) -> str:
    """
    Write the map of `file`, a path relative to the project root, with so many lines `above`.
    """
    folder = posixpath.dirname(file)
    paths = sorted({origin.path for _, _, origin, _ in segments if origin is not None})
    content = {
        "version": 3,
        "file": posixpath.basename(file),
        "x_generator": "written by FluidKit",
        "sources": [posixpath.relpath(path, folder or ".") for path in paths],
        "names": [],
        "mappings": ";" * above + _mappings(segments, {p: i for i, p in enumerate(paths)}),
    }
    return json.dumps(content, separators=(",", ":")) + "\n"


def _mappings(segments: Sequence[Segment], sources: dict[str, int]) -> str:
    """
    Lines are separated by `;`, segments by `,`; each number is the difference to the one before.
    """
    lines: list[list[str]] = []
    vlq = _Vlq()
    written: list[str] = []
    row, column = -1, 0
    source = line = source_column = 0
    for at_row, at_column, origin, past in sorted(segments, key=itemgetter(0, 1)):
        while row < at_row:
            row, column, written = row + 1, 0, []
            lines.append(written)
        text = vlq[at_column - column]
        column = at_column
        if origin is not None:
            at_source, at_line = sources[origin.path], origin.line - 1
            at = origin.column + past
            text += vlq[at_source - source] + vlq[at_line - line] + vlq[at - source_column]
            source, line, source_column = at_source, at_line, at
        written.append(text)
    return ";".join([",".join(written) for written in lines])


class _Vlq(dict[int, str]):
    """
    Numbers as base 64 digits, each worked out once: most of a map's numbers are a few small ones.
    """

    def __missing__(self, number: int) -> str:
        """
        Five bits a digit, the lowest first; the sixth bit says that more follow.
        """
        digits = ""
        rest = -number << 1 | 1 if number < 0 else number << 1
        while rest > 31:
            digits += _BASE64[rest & 31 | 32]
            rest >>= 5
        self[number] = digits + _BASE64[rest]
        return self[number]
