"""
The memory of a fork, copied before it writes to it.

A fork shares its parent's pages until one of the two writes to them, which Python does to whatever
it looks at. Each first write to a page takes some microseconds, and a save has thousands of them.
Linux, from 5.14 on, copies a range of pages at once when it is told to: `MADV_POPULATE_WRITE`. For
that `mmap.madvise` would do, if Python's own memory were such an object.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_POPULATE_WRITE = 23
"""Linux's number for it, on all processors."""

_MOST = 128 << 20
"""Bytes of memory that are worth copying: what is there twice costs more than it saves."""

_AT_ONCE = 4 << 20
"""Bytes between two looks whether there is something to do."""


def copy_pages(is_wanted: Callable[[], bool]) -> None:
    """
    Copy the pages of this process that it shares, until it *is_wanted* for something else.

    Where the system cannot do that, they are copied one by one, as always.
    """
    madvise = _madvise()
    ranges = [*_ranges()]
    if madvise is None or sum(map(len, ranges)) > _MOST:
        return
    for each in ranges:
        for start in each[::_AT_ONCE]:
            length = min(_AT_ONCE, each.stop - start)
            if is_wanted() or madvise(start, length, _POPULATE_WRITE) != 0:
                return


def _madvise() -> Callable[[int, int, int], int] | None:
    """
    Return the system's own function; None where there is none.
    """
    if sys.platform != "linux":
        return None
    try:
        import ctypes  # a Python may have been built without
    except ImportError:
        return None
    function: Any = ctypes.CDLL(None).madvise
    function.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    return function  # type: ignore[no-any-return]


def _ranges() -> Iterator[range]:
    """
    Yield the addresses of what this process has allocated.
    """
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/maps").read_text().splitlines():
            addresses, rights, _, _, file, *name = line.split(maxsplit=5)
            if rights == "rw-p" and file == "0" and name != ["[stack]"]:
                start, stop = (int(each, 16) for each in addresses.split("-"))
                yield range(start, stop)
