"""
What people wrote about a class or a field, and not what its base or a decorator did.
"""

from __future__ import annotations

import dataclasses
import inspect
from enum import Enum
from typing import Any

from pydantic import BaseModel, RootModel


def docstring(cls: Any) -> str:
    """
    Return the class's own docstring; "" where it has none.
    """
    written = vars(cls).get("__doc__") if hasattr(cls, "__dict__") else None
    if not isinstance(written, str) or cls in (BaseModel, RootModel):
        return ""
    return "" if _is_made(cls, written) else inspect.cleandoc(written).strip()


def titled(title: Any, text: Any, *names: str) -> str:
    """
    Return a description below its title; a title that only repeats a name says nothing.
    """
    written = text.strip() if isinstance(text, str) else ""
    said = title.strip() if isinstance(title, str) else ""
    if not said or _letters(said) in ("", *map(_letters, names)) or written.startswith(said):
        return written
    return f"{said}\n\n{written}" if written else said


def _letters(text: str) -> str:
    text = text.casefold()
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


def _is_made(cls: Any, text: str) -> bool:
    """
    Tell whether Python made the docstring: "Point(x: int, y: int)", "An enumeration."
    """
    signature = f"{cls.__name__}("
    is_record = dataclasses.is_dataclass(cls) or hasattr(cls, "_fields")
    is_enum = isinstance(cls, type) and issubclass(cls, Enum)
    return (is_record and text.startswith(signature)) or (is_enum and text == "An enumeration.")
