"""
The runtime as the wheel carries it.
"""

from __future__ import annotations

from fluidkit.runtime import files


def test_kit_and_neutral_trees_have_the_files_that_generated_code_imports() -> None:
    """
    Both trees hold code and types of the client and of what stands for the framework.
    """
    for kit in (True, False):
        assert {"client.js", "client.d.ts", "kit.js", "kit.d.ts"} <= files(kit).keys()


def test_no_name_says_neutral() -> None:
    """
    The two forms of a file have the same name in a user's tree.
    """
    assert not [name for kit in (True, False) for name in files(kit) if "neutral" in name]


def test_only_the_kit_tree_reaches_into_sveltekit() -> None:
    """
    A neutral tree runs where SvelteKit and Svelte aren't installed.
    """

    def importing(kit: bool) -> list[str]:
        outside = ("'@sveltejs/", "'$app/", "'$env/", "'svelte/", "'svelte'")
        return [name for name, text in files(kit).items() if any(one in text for one in outside)]

    assert "kit.js" in importing(kit=True)
    assert importing(kit=False) == []


def test_every_file_is_marked_as_ours() -> None:
    """
    Without the mark in the first three lines, a later run would refuse to rewrite the file.
    """
    for text in files(True).values():
        assert "written by FluidKit" in "".join(text.splitlines(keepends=True)[:3])


def test_files_come_in_the_same_order_always() -> None:
    """
    The order is that of the names, not that of the file system.
    """
    assert list(files(True)) == sorted(files(True))
