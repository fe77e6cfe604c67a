"""
Names for things that may meet.
"""

from __future__ import annotations

from fluidkit.typescript.distinct import distinct, mark


def test_what_meets_nothing_keeps_its_first_name() -> None:
    """
    However long its list.
    """
    assert distinct({1: ["a", "b"], 2: ["c", "d"]}) == {1: "a", 2: "c"}


def test_all_that_meet_take_their_next_name() -> None:
    """
    The first one, too, and again if they still meet.
    """
    candidates = {1: ["a", "b", "x"], 2: ["a", "b", "y"], 3: ["a", "c", "z"]}
    assert distinct(candidates) == {1: "x", 2: "y", 3: "c"}


def test_what_is_taken_is_nobodys() -> None:
    """
    Also if it is met later.
    """
    assert distinct({1: ["a", "b", "c"]}, taken={"a", "b"}) == {1: "c"}


def test_a_name_that_one_moves_to_may_move_another() -> None:
    """
    And both go on.
    """
    candidates = {1: ["a", "b", "1"], 2: ["a", "c", "2"], 3: ["b", "b3", "3"]}
    assert distinct(candidates) == {1: "1", 2: "c", 3: "b3"}


def test_names_that_fold_alike_meet() -> None:
    """
    As files do where case is nothing.
    """
    assert distinct({1: ["A", "A1"], 2: ["a", "a2"]}, fold=str.lower) == {1: "A1", 2: "a2"}


def test_a_mark_is_the_same_everywhere() -> None:
    """
    Whatever the hash seed.
    """
    assert mark("GET /a-b") == "3c8680"
