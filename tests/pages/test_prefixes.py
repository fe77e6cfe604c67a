"""
A folder below `src/routes` is a prefix, by SvelteKit's rules.
"""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from fluidkit.pages.prefixes import folder_prefix


@pytest.mark.parametrize(
    ("folder", "prefix"),
    [
        ("routes", ""),
        ("routes/notifications", "/notifications"),
        ("routes/users/[id]", "/users/{id}"),
        ("routes/files/[...path]", "/files/{path:path}"),
        ("routes/[...path]/history", "/{path:path}/history"),
        ("routes/(admin)/audit", "/audit"),
        ("routes/(admin)", ""),
        ("routes/[user_id]/posts/[post]", "/{user_id}/posts/{post}"),
        ("routes/[year]-[month]", "/{year}-{month}"),
        ("routes/v[major].[minor]", "/v{major}.{minor}"),
        ("routes/@[handle]", "/@{handle}"),
        ("routes/[x+3a]smile[x+3A]", "/:smile:"),
        ("routes/[u+d83e-dd2a]", "/🤪"),
        ("routes/über uns", "/über uns"),
        ("lib", ""),
        ("lib/[id]/(x)", ""),
        ("", ""),
    ],
)
def test_a_prefix(folder: str, prefix: str) -> None:
    """
    Groups vanish, parameters have FastAPI's braces, escapes stand for their characters.
    """
    assert folder_prefix(PurePosixPath(folder)) == prefix


@pytest.mark.parametrize(
    ("folder", "what"),
    [
        ("routes/[[lang]]/about", r"folder '\[\[lang\]\]' is optional"),
        ("routes/[id=integer]", r"'\[id=integer\]' has a matcher"),
        ("routes/[user-id]", r"'\[user-id\]' names no parameter"),
        ("routes/[]", r"'\[\]' names no parameter"),
        ("routes/[id]/x/[id]", r"two folders on its path are called '\[id\]'"),
        ("routes/{id}", r"'\{id\}' has a brace"),
        ("routes/[x+2f]", r"'\[x\+2f\]' stands for a character that no path"),
        ("routes/[x+7b]", r"'\[x\+7b\]' stands for a character that no path"),
    ],
)
def test_what_has_no_prefix_is_a_message(folder: str, what: str) -> None:
    """
    It names the folder, and what to do instead.
    """
    with pytest.raises(ValueError, match=what):
        folder_prefix(PurePosixPath(folder))
