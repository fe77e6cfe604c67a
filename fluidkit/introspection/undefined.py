"""
Annotations with names that Python does not know when the app runs.

An import below `if TYPE_CHECKING`, a class inside of a function, a decorator that takes an
annotation to another module: FastAPI registers such a route, and fails when it is called.
"""

from __future__ import annotations

import re

from pydantic import PydanticUserError

UNDEFINED_TODO = "import what it names in the endpoint's module, not only `if TYPE_CHECKING`"

_FORWARD = r".*?ForwardRef\('(.*?)'"
_ADAPTED = r"`TypeAdapter\[.*?Annotated\[(.*), FieldInfo\(.*` is not fully"
"""What pydantic makes an adapter for."""


def undefined_annotation(error: Exception) -> str | None:
    """
    Return what is the matter with an annotation; None: *error* is about something else.
    """
    if not isinstance(error, PydanticUserError) or error.code != "class-not-fully-defined":
        return None
    text = error.message
    if found := re.match(_FORWARD, text) or re.match(_ADAPTED, text):
        name = f"the annotation '{found[1]}'"
    elif found := re.match(r"`(.*?)` is not fully defined; you should define `(.*?)`", text):
        name = f"the annotation '{found[2]}' in {found[1]}"
    else:
        name = "an annotation"
    return f"{name} has a name that Python does not know where it stands"
