"""
The TypeScript that every generated client shares, as built text.

The sources are in `src/`; `npm run build` makes `dist/` of them, which is what is shipped.
"""

from __future__ import annotations

from importlib.resources import files as _resources

_NEUTRAL = ".neutral."
_KIT_ONLY = ("cookies.", "forward.", "proxy.", "routing.", "svelte.")


def files(kit: bool) -> dict[str, str]:
    """
    Return the runtime's files, name to text, in order of name.

    `kit` says whether they go into a SvelteKit tree. Without it, what reaches into SvelteKit or
    Svelte is replaced by what doesn't, or left out.
    """
    built = {
        entry.name: entry.read_bytes().decode()
        for entry in (_resources(__name__) / "dist").iterdir()
        if entry.name.endswith((".js", ".d.ts"))
    }
    kits = {name: text for name, text in built.items() if _NEUTRAL not in name}
    if kit:
        return dict(sorted(kits.items()))
    common = {name: text for name, text in kits.items() if not name.startswith(_KIT_ONLY)}
    neutral = {
        name.replace(_NEUTRAL, "."): text for name, text in built.items() if _NEUTRAL in name
    }
    return dict(sorted((common | neutral).items()))
