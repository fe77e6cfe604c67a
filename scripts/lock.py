"""
Write `requirements.lock`: what pip chooses today for FluidKit and its development group.

    .venv/bin/python scripts/lock.py

Names and versions only, so that the lock says nothing about where its packages came from.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Written by `make lock`: every Python package that the work on FluidKit needs.\n"


def main() -> None:
    """
    Ask pip what it would install into an empty environment, and write that down.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted.append("editables")  # what hatchling needs for `pip install -e`
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run"]
    command += ["--ignore-installed", "--report", "-", *wanted]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    packages = sorted(
        f"{item['metadata']['name'].lower()}=={item['metadata']['version']}\n"
        for item in report["install"]
    )
    (ROOT / "requirements.lock").write_text(HEADER + "".join(packages), encoding="utf-8")


if __name__ == "__main__":
    main()
