"""
What modules and other objects hold, without using them.

Any look at an attribute is a use for some of them: a module of `importlib.util.LazyLoader` is
loaded by it, and a proxy asks what it stands for, which may not be there yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def names_of(holder: object) -> Mapping[str, Any]:
    """
    Return the names in a module, in what stands for one in `sys.modules`, or in another object.
    """
    try:
        names = object.__getattribute__(holder, "__dict__")
    except Exception:  # noqa: BLE001 - a proxy may have a property of that name
        return {}
    return names if isinstance(names, dict) else {}


def file_of(module: object) -> str | None:
    """
    Return the file of a *module*; None: it has none.
    """
    file = names_of(module).get("__file__")
    return file if isinstance(file, str) else None
