"""
Where things stand on disk.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Tree

from fluidkit.errors import LayoutError
from fluidkit.layout import Layout, NoFrontend, Project, find_layout, find_project


def project_of(tree: Tree, anchor: str = "backend/main.py") -> Project:
    return find_project(tree.write(anchor, ""))


def found(tree: Tree, anchor: str = "backend/main.py") -> Layout | NoFrontend:
    return find_layout(project_of(tree, anchor), None)


# --- The project ------------------------------------------------------------------------------


def test_the_root_is_the_nearest_repository(tree: Tree) -> None:
    """
    A pyproject.toml below does not make it smaller.
    """
    tree.write("backend/pyproject.toml", "")
    project = project_of(tree)
    assert project.root == tree.root
    assert project.pyproject == tree.root / "backend/pyproject.toml"


def test_a_worktree_is_a_repository(tree: Tree) -> None:
    """
    There, `.git` is a file.
    """
    tree.write("inner/.git", "gitdir: elsewhere")
    assert project_of(tree, "inner/app/main.py").root == tree.root / "inner"


def test_without_repository_it_is_the_folder_of_the_pyproject(tmp_path: Path) -> None:
    """
    As in a download.
    """
    tree = Tree(tmp_path.resolve())
    tree.write("one/pyproject.toml", "")
    assert project_of(tree, "one/src/app/main.py").root == tree.root / "one"


def test_without_both_it_is_the_folder_of_the_package(tmp_path: Path) -> None:
    """
    As in a container image.
    """
    tree = Tree(tmp_path.resolve())
    tree.write("srv/app/__init__.py", "")
    assert project_of(tree, "srv/app/main.py").root == tree.root / "srv"
    assert project_of(tree, "other/main.py").root == tree.root / "other"


def test_a_pyproject_above_the_repository_is_not_ours(tmp_path: Path) -> None:
    """
    It belongs to whatever holds the repository.
    """
    tree = Tree(tmp_path.resolve())
    tree.write("pyproject.toml", "")
    (tree.root / "repo/.git").mkdir(parents=True)
    assert project_of(tree, "repo/main.py").pyproject is None


def test_a_linked_anchor_counts_where_it_really_is(tree: Tree, tmp_path: Path) -> None:
    """
    The real path decides.
    """
    tree.write("backend/main.py", "")
    (tmp_path / "link").symlink_to(tree.root / "backend")
    assert find_project(tmp_path / "link" / "main.py").root == tree.root


# --- The SvelteKit tree -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kit", "anchor"),
    [
        ("frontend", "backend/main.py"),
        ("apps/web", "apps/api/app/main.py"),
        ("packages/web", "main.py"),
        (".", "backend/app/main.py"),
        ("backend/app", "backend/app/main.py"),
        ("web", "a/b/c/d/main.py"),
    ],
)
def test_a_tree_is_found(tree: Tree, kit: str, anchor: str) -> None:
    """
    Beside, above and below the app, at most two levels below a folder above it.
    """
    tree.kit(kit)
    output = (Path(kit) / "src/lib/api").as_posix()
    assert found(tree, anchor) == Layout(output, kit=True)


@pytest.mark.parametrize(
    "kit", ["a/b/c", ".hidden/web", "node_modules/web", "web/node_modules", "../stranger"]
)
def test_a_strangers_tree_is_not_found(tree: Tree, kit: str) -> None:
    """
    Too deep, hidden, installed, or outside of the project.
    """
    tree.kit(kit)
    assert found(tree) == NoFrontend("repo")


def test_a_linked_tree_is_not_found(tree: Tree, tmp_path: Path) -> None:
    """
    Links may lead to strangers.
    """
    Tree(tmp_path).kit("stranger")
    (tree.root / "web").symlink_to(tmp_path / "stranger")
    assert found(tree) == NoFrontend("repo")


@pytest.mark.parametrize(
    "package",
    ["{", "[]", "{}", '{"dependencies": []}', '{"peerDependencies": {"@sveltejs/kit": "2"}}'],
)
def test_another_package_is_no_tree(tree: Tree, package: str) -> None:
    """
    It must depend on SvelteKit, and be readable.
    """
    tree.write("web/package.json", package)
    assert found(tree) == NoFrontend("repo")


def test_a_dependency_is_as_good_as_a_development_dependency(tree: Tree) -> None:
    """
    Both are in use.
    """
    tree.write("web/package.json", '{"dependencies": {"@sveltejs/kit": "2"}}')
    assert found(tree) == Layout("web/src/lib/api", kit=True)


def test_two_trees_are_both_named(tree: Tree) -> None:
    """
    Nothing is written, and the sentence says what to set.
    """
    tree.kit("admin")
    tree.kit("apps/web")
    with pytest.raises(LayoutError) as caught:
        found(tree)
    assert str(caught.value) == (
        "There is more than one SvelteKit app, 'admin' and 'apps/web': choose one with `output=`"
    )


def test_the_nearest_tree_is_the_apps_own(tree: Tree) -> None:
    """
    In a monorepo each app has the front end beside it, and others are strangers.
    """
    for kit in ("shop/web", "blog/web", "tests/web"):
        tree.kit(kit)
    assert found(tree, "shop/api/main.py") == Layout("shop/web/src/lib/api", kit=True)


# --- The output folder ------------------------------------------------------------------------


def layout(tree: Tree, output: str) -> Layout | NoFrontend:
    return find_layout(project_of(tree), tree.root / output)


def test_an_output_folder_outside_of_any_tree_is_neutral(tree: Tree) -> None:
    """
    For plain Vite, Node or Vitest; no package.json is needed.
    """
    tree.kit("frontend")
    assert layout(tree, "packages/client/src") == Layout("packages/client/src", kit=False)


def test_an_output_folder_inside_a_tree_is_for_sveltekit(tree: Tree) -> None:
    """
    Whichever folder it is.
    """
    tree.kit("frontend")
    assert layout(tree, "frontend/src/client") == Layout("frontend/src/client", kit=True)


def test_the_nearest_package_decides(tree: Tree) -> None:
    """
    A plain package inside a SvelteKit monorepo is plain.
    """
    tree.kit(".")
    tree.write("packages/client/package.json", "{}")
    assert layout(tree, "packages/client/src") == Layout("packages/client/src", kit=False)


@pytest.mark.parametrize("output", ["../elsewhere", "/etc/fluidkit", "frontend/../..", "."])
def test_an_output_folder_outside_of_the_project_is_refused(tree: Tree, output: str) -> None:
    """
    Above, absolute, in a roundabout way, or the project itself (G21).
    """
    with pytest.raises(LayoutError, match="is not below the project root"):
        layout(tree, output)


def test_a_linked_output_folder_is_refused(tree: Tree, tmp_path: Path) -> None:
    """
    Also where it leads back into the project (G21).
    """
    (tree.root / "real").mkdir()
    (tree.root / "inside").symlink_to(tree.root / "real")
    (tree.root / "outside").symlink_to(tmp_path)
    with pytest.raises(LayoutError, match="leads through the link 'inside'"):
        layout(tree, "inside/api")
    with pytest.raises(LayoutError, match="is not below the project root"):
        layout(tree, "outside/api")


def test_a_linked_default_folder_is_refused(tree: Tree) -> None:
    """
    The tree that is found gets no other rule (G21).
    """
    tree.kit("frontend")
    (tree.root / "real").mkdir()
    (tree.root / "frontend/src").symlink_to(tree.root / "real")
    with pytest.raises(LayoutError, match="leads through the link 'frontend/src'"):
        found(tree)


def test_another_name_of_the_root_is_as_good(tree: Tree, tmp_path: Path) -> None:
    """
    /tmp is a link on macOS.
    """
    (tmp_path / "name").symlink_to(tree.root)
    project = project_of(tree)
    assert find_layout(project, tmp_path / "name" / "out") == Layout("out", kit=False)
