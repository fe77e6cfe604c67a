"""
Write the golden trees: `python tests/golden/update.py`, then read the difference.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """
    Print each tree anew; nothing of the old ones stays.
    """
    sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]
    from golden.trees import TREES, print_tree

    printed = {name: print_tree(name) for name in TREES}
    for name, files in printed.items():
        folder = HERE / "trees" / name
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
