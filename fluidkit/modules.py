"""
What modules hold, without having those loaded that wait until they are used, as those of
`importlib.util.LazyLoader` do: any look at an attribute of one is a use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def names_of(module: object) -> Mapping[str, Any]:
    """
    Return the names in a *module*, or what stands for one in `sys.modules`.
    """
    try:
        names = object.__getattribute__(module, "__dict__")
    except AttributeError:
        return {}
    return names if isinstance(names, dict) else {}


def file_of(module: object) -> str | None:
    """
    Return the file of a *module*; None: it has none.
    """
    file = names_of(module).get("__file__")
    return file if isinstance(file, str) else None
