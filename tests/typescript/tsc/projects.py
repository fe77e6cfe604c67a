"""
Projects that use a printed client, as strict as TypeScript gets.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from fluidkit import runtime
from fluidkit.model import Api
from fluidkit.typescript import Target, render

STRICT = {
    "target": "es2022",
    "lib": ["esnext", "dom", "dom.iterable"],
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "verbatimModuleSyntax": True,
    "isolatedModules": True,
    "erasableSyntaxOnly": True,
    "noUncheckedIndexedAccess": True,
    "noImplicitOverride": True,
    "noPropertyAccessFromIndexSignature": True,
    "forceConsistentCasingInFileNames": True,
    "skipLibCheck": False,
    "noEmit": True,
}
KIT_TYPES = ("vite/client", "node")
"""What a SvelteKit project knows of; Kit's and Vite's own declarations need Node's."""
RESOLUTION = {
    "bundler": {"module": "esnext", "moduleResolution": "bundler"},
    "nodenext": {"module": "nodenext", "moduleResolution": "nodenext"},
}


def write(folder: Path, files: Mapping[str, str]) -> None:
    """
    Write files below a folder.
    """
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def write_client(folder: Path, api: Api, target: Target) -> None:
    """
    Write a whole client: what is printed, and the runtime.
    """
    write(folder, render(api, target).files)
    shared = runtime.files(target.kit)
    write(folder / target.output / "generated" / "runtime", shared)


def write_project(
    folder: Path, node_modules: Path, resolution: str = "bundler", types: Sequence[str] = ()
) -> None:
    """
    Write a strict tsconfig over whatever lies in a folder, beside installed packages.
    """
    (folder / "node_modules").symlink_to(node_modules)
    config = {
        "compilerOptions": {**STRICT, **RESOLUTION[resolution], "types": list(types)},
        "include": ["**/*.ts"],
        "exclude": ["node_modules"],
    }
    write(folder, {"package.json": '{ "type": "module" }', "tsconfig.json": json.dumps(config)})
