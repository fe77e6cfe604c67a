"""
Files that hold settings and no code of the app's.
"""

from __future__ import annotations

from fluidkit.typescript.modules import OURS
from fluidkit.typescript.syntax import string


def settings(
    *, prefix: str, backend_url: str, stream_url: str, proxy: bool, proxy_all: bool
) -> dict[str, str]:
    """
    Print what the runtime must know, by path below `generated/`.
    """
    values = {
        "prefix": ("string", string(prefix)),
        "backendUrl": ("string", string(backend_url)),
        "streamUrl": ("string", string(stream_url)),
        "proxy": ("boolean", "true" if proxy else "false"),
        "proxyAll": ("boolean", "true" if proxy_all else "false"),
    }
    header = f"/* eslint-disable */\n// Settings of the client, {OURS}\n"
    script = "".join(f"export const {name} = {value};\n" for name, (_, value) in values.items())
    types = "".join(
        f"export declare const {name}: {type_};\n" for name, (type_, _) in values.items()
    )
    return {"settings.js": header + script, "settings.d.ts": header + types}


def ignores(maps: bool) -> dict[str, str]:
    """
    Print what keeps other tools away, by path below `generated/`.
    """
    # Comments make this YAML, which Prettier reads as well.
    prettier = f"# Prettier leaves this folder alone, {OURS}\nrequirePragma: true\n"
    # ESLint 10 reads the nearest of these. Our files also say `eslint-disable`, for older ones.
    eslint = (
        f"// ESLint leaves this folder alone, {OURS}\nexport default [{{ ignores: ['**'] }}];\n"
    )
    git = f"# Declaration maps change with every comment, {OURS}\n*.map\n"
    files = {".prettierrc": prettier, "eslint.config.js": eslint}
    return files | ({".gitignore": git} if maps else {})
