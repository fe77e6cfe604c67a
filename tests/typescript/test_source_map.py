"""
Source maps: numbers relative to those before, in base 64.
"""

from __future__ import annotations

import json

from fluidkit.model import Origin
from fluidkit.typescript.source_map import Segment, source_map


def test_a_map_by_hand() -> None:
    """
    Columns start anew on each line; everything else goes on from the segment before.
    """
    segments = [
        Segment(1, 4, Origin("app/b.py", 10, 4)),
        Segment(1, 8, Origin("app/b.py", 10, 8)),
        Segment(3, 1, None),
        Segment(3, 20, Origin("app/a.py", 1, 0)),
    ]
    assert json.loads(source_map("src/lib/api/generated/users.d.ts", segments)) == {
        "version": 3,
        "file": "users.d.ts",
        "x_generator": "written by FluidKit",
        "sources": ["../../../../app/a.py", "../../../../app/b.py"],
        "names": [],
        "mappings": ";ICSI,IAAI;;C,mBDTR",
    }


def test_a_map_is_one_line_that_says_whose_it_is() -> None:
    """
    Its owner must be seen in the first lines.
    """
    text = source_map("a.d.ts", [Segment(0, 0, Origin("a.py", 1, 0))])
    assert text.count("\n") == 1
    assert "written by FluidKit" in text


def test_segments_are_sorted() -> None:
    """
    In whatever order they come.
    """
    segments = [Segment(0, 9, None), Segment(0, 2, None)]
    assert json.loads(source_map("a.d.ts", segments))["mappings"] == "E,O"


def test_lines_above_the_segments_count() -> None:
    """
    Those of a header, which maps nothing.
    """
    segments = [Segment(1, 9, None)]
    assert json.loads(source_map("a.d.ts", segments, above=2))["mappings"] == ";;;S"
