"""
TypeScript over all the clients at once, as strict as it gets.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from environments import CACHE
from recipes import HERE

PACKAGES = HERE.parent / "tests" / "typescript" / "tsc" / "node_modules"
VERSIONS = ("5.9", "7.0")
STRICT = {
    "target": "es2022",
    "module": "esnext",
    "moduleResolution": "bundler",
    "lib": ["esnext", "dom", "dom.iterable"],
    "types": ["vite/client", "node"],
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


def type_errors(folders: Sequence[Path]) -> Mapping[str, list[str]]:
    """
    Return the errors that each version of TypeScript finds in the folders.
    """
    return {version: _errors(version, folders) for version in VERSIONS}


def _errors(version: str, folders: Sequence[Path]) -> list[str]:
    link = CACHE / "node_modules"
    if not link.is_symlink():
        link.symlink_to(PACKAGES)
    include = [f"{folder.relative_to(CACHE)}/**/*.ts" for folder in folders]
    options = {"compilerOptions": STRICT, "include": include, "exclude": ["node_modules"]}
    tsc = PACKAGES / f"typescript-{version}" / "bin" / "tsc"
    # Hundreds of clients in one program need more than Node's usual memory.
    command = ["node", "--max-old-space-size=6000", str(tsc), "--pretty", "false"]
    with tempfile.NamedTemporaryFile("w", prefix="tsconfig-", suffix=".json", dir=CACHE) as config:
        config.write(json.dumps(options))
        config.flush()
        done = subprocess.run(
            [*command, "-p", config.name], cwd=CACHE, capture_output=True, text=True, check=False
        )
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith(" ")]
    if bool(done.returncode) != bool(lines):
        lines.append(f"tsc {version} ended with {done.returncode}: {done.stderr[-500:]}")
    return lines


def parsed(folders: Sequence[Path]) -> Mapping[str, Any]:
    """
    Return what TypeScript's own parser and Node say of each folder.
    """
    done = subprocess.run(
        ["node", str(HERE / "typescript.mjs"), str(PACKAGES)],
        input=json.dumps([str(folder) for folder in folders]),
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
