"""
The proxy route of a SvelteKit tree, and the list of what it forwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from fluidkit.model import Operation, Place
from fluidkit.typescript.code import relative_specifier
from fluidkit.typescript.modules import OURS
from fluidkit.typescript.operations import encoded_path
from fluidkit.typescript.syntax import string


def proxy(folder: str, target: str) -> dict[str, str]:
    """
    Print the route below `folder`, which passes on what the module `target` exports.
    """
    file = f"{folder}/[...path]/+server"
    text = (
        f"/** The way from the browser to FastAPI, {OURS} */\n"
        f"export * from {relative_specifier(file, target)};\n"
    )
    return {f"{file}.ts": text}


def routes(entries: Iterable[tuple[str, str]]) -> dict[str, str]:
    """
    Print which requests the proxy forwards, by path below `generated/`.
    """
    header = f"/* eslint-disable */\n// What the proxy forwards, {OURS}\n"
    lines = ",\n".join(
        f"\t[{string(method)}, {string(path)}]" for method, path in sorted({*entries})
    )
    script = f"export const routes = [\n{lines}\n];\n" if lines else "export const routes = [];\n"
    types = "export declare const routes: readonly (readonly [method: string, path: string])[];\n"
    return {"routes.js": header + script, "routes.d.ts": header + types}


def forwarded(operation: Operation) -> tuple[str, str]:
    """
    Answer the method and the path that the proxy forwards for an operation.
    """
    return operation.method, _pattern(operation)


def _pattern(operation: Operation) -> str:
    """
    Answer the encoded path; a placeholder for several segments is `{name:path}`.
    """
    path = encoded_path(operation.path)
    for parameter in operation.parameters:
        if parameter.place is Place.PATH_REST:
            placeholder = f"{{{parameter.wire_name}"
            path = path.replace(f"{placeholder}}}", f"{placeholder}:path}}")
    return path
