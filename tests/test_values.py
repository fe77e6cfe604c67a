"""
Values at run time: what makes them values, without what makes them slow.
"""

from __future__ import annotations

from fluidkit.model import LiteralValue, Origin


def test_equal_values_are_one_key() -> None:
    """
    They stand in sets and dictionaries, as frozen dataclasses do.
    """
    assert len({Origin("a.py", 1, 0), Origin("a.py", 1, 0), Origin("a.py", 2, 0)}) == 2


def test_a_value_that_says_itself_what_it_equals_is_asked() -> None:
    """
    `True` is not 1 in JSON, other than in Python.
    """
    assert len({LiteralValue(True), LiteralValue(1), LiteralValue(1)}) == 2


def test_a_value_has_no_other_attributes() -> None:
    """
    A misspelled one would be lost.
    """
    assert not hasattr(Origin("a.py", 1, 0), "__dict__")
