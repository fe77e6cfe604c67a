"""
The documentation's pages and their examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").glob("*.md"))]

_FENCED = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"^(?:#|//|<!--) *((?:[\w@.+\[\]-]+/)*[\w@.+\[\]-]+\.(?:py|ts|svelte))\b")


@dataclass(frozen=True)
class Example:
    """
    A fenced block.
    """

    page: str
    """The page's name, without its suffix."""
    line: int
    """The line that the code begins in."""
    language: str
    code: str

    @property
    def place(self) -> str | None:
        """
        Return the file that the code says it is, in a comment that stands first.
        """
        found = _PLACE.match(self.code)
        return found[1] if found else None


def examples(page: Path) -> list[Example]:
    """
    Return the fenced blocks of a page.
    """
    text = page.read_text(encoding="utf-8")
    return [
        Example(page.stem, text.count("\n", 0, found.start()) + 2, found[1], found[2])
        for found in _FENCED.finditer(text)
    ]


ALL = [example for page in PAGES for example in examples(page)]


def of(page: str, *languages: str) -> list[Example]:
    """
    Return a page's examples in these languages.
    """
    return [one for one in ALL if one.page == page and one.language in languages]
