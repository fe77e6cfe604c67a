"""
Typed SvelteKit clients for FastAPI apps.

    import fluidkit

    app = FastAPI()
    fluidkit.integrate(app)

writes a typed TypeScript function for every endpoint into the SvelteKit tree beside the app, and
keeps it current on every save. `include_pages(app)` serves Python files that stand beside Svelte
pages. `fluidkit --help` lists what the command line adds to that.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# Not lazily: the name would find the module `fluidkit.streams`, once that is loaded.
from fluidkit.streams import streams

if TYPE_CHECKING:
    from .errors import FluidKitError, LayoutError, LoadingError, OutputError, SettingsError
    from .integration import integrate
    from .pages import include_pages

__version__ = "2.0.0"

__all__ = [
    "FluidKitError",
    "LayoutError",
    "LoadingError",
    "OutputError",
    "SettingsError",
    "include_pages",
    "integrate",
    "streams",
]


def __getattr__(name: str) -> object:
    """
    Import a public name when it is first used (PEP 562): `import fluidkit` itself costs nothing.
    """
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    homes = {"include_pages": ".pages", "integrate": ".integration"}
    return getattr(import_module(homes.get(name, ".errors"), __name__), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
