"""
Node, and the packages of `typescript/tsc`: TypeScript in three versions, Kit, Vite, Prettier.
"""

from __future__ import annotations

import fcntl
import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

_PACKAGES = Path(__file__).parent / "typescript" / "tsc"


def packages(folder: Path = _PACKAGES) -> Path:
    """
    Answer the `node_modules` of a folder, installed once even if several processes ask.
    """
    lock = Path(tempfile.gettempdir()) / "fluidkit-tests-npm.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        found = folder / "node_modules"
        if not found.exists():
            subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return found


def node(script: Path, given: Any, *arguments: str) -> Any:
    """
    Run a script that reads JSON from its standard input and answers JSON.
    """
    done = subprocess.run(
        ["node", script, *arguments], input=json.dumps(given), capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return json.loads(done.stdout)
