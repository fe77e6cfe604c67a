"""
The page of faults names every fault, and tests that exist.
"""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from docs.pages import REPOSITORY

PAGE = REPOSITORY / "docs" / "reliability.md"
FAULTS = {"G": 22, "T": 23, "U": 12, "P": 16, "F": 19, "W": 13, "C": 4}
"""How many faults of each kind there are."""

_ROW = re.compile(r"^\| ([A-Z]\d\d) \| (S[123]) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`((?:tests|fluidkit)/[^`]+?\.(?:py|ts))::([^`]+)`")


def rows() -> dict[str, list[tuple[str, str]]]:
    """
    Return the tests of each row.
    """
    found = _ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert len({fault for fault, _, _ in found}) == len(found), "a row stands there twice"
    return {fault: _TEST.findall(rest) for fault, _, rest in found}


@cache
def names_in(path: str) -> frozenset[str]:
    """
    Return the names of the tests of a file: functions of Python, titles of Vitest.
    """
    text = (REPOSITORY / path).read_text(encoding="utf-8")
    if path.endswith(".py"):
        tree = ast.parse(text)
        return frozenset(
            each.name
            for each in tree.body
            if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
        )
    titles = re.findall(
        r"""^test(?:\.\w+)?\(\s*(?:\[.*?\]\s*\)\(\s*)?(['"`])(.*?)\1,""",
        text,
        re.MULTILINE | re.DOTALL,
    )
    return frozenset(title for _, title in titles)


def missing(path: str, name: str) -> bool:
    """
    Whether no test has this name.
    """
    return not (REPOSITORY / path).is_file() or name not in names_in(path)


def test_every_fault_has_a_row_with_a_test() -> None:
    """
    In order, none left out.
    """
    expected = [f"{kind}{n:02}" for kind, count in FAULTS.items() for n in range(1, count + 1)]
    assert [*rows()] == expected
    assert [fault for fault, tests in rows().items() if not tests] == []


@pytest.mark.parametrize("fault", rows())
def test_every_test_on_the_page_exists(fault: str) -> None:
    """
    By file and name.
    """
    assert [f"{path}::{name}" for path, name in rows()[fault] if missing(path, name)] == []


def test_a_test_that_is_gone_would_be_seen() -> None:
    """
    Whichever language it was written in.
    """
    assert missing("tests/test_output.py", "test_that_is_gone")
    assert missing("tests/test_gone.py", "test_writes_all_files_with_lf")
    assert missing("fluidkit/runtime/test/proxy.test.ts", "that is gone")
    assert not missing("fluidkit/runtime/test/proxy.test.ts", "P10: a slash at the end stays")
