"""
The page of the comparison holds what the script asks.
"""

from __future__ import annotations

import sys

import pytest

from docs.pages import REPOSITORY

FOLDER = REPOSITORY / "bench" / "compare"


def test_each_question_has_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    And each row four answers, which `make compare` writes.
    """
    monkeypatch.syspath_prepend(str(FOLDER))
    import compare

    page = (REPOSITORY / "docs" / "comparison.md").read_text(encoding="utf-8")
    rows = {
        line.split(" | ")[0].removeprefix("| "): line.count(" | ")
        for line in page.splitlines()
        if line.startswith("| ")
    }
    questions = [text for text, _ in compare.EXPECTED.values()] + [*compare.TYPES]
    assert [question for question in questions if rows.get(question) != len(compare.TOOLS)] == []
    assert page.count("-->") == 6
    sys.modules.pop("compare")
