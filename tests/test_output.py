"""
Files in memory against files on disk.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import Tree

from fluidkit import locks, output, ownership
from fluidkit.errors import OutputError

OUT = "web/src/lib/api"
OURS = "// Types of a.py, written by FluidKit: edits are overwritten.\n"
FILES = {
    f"{OUT}/users.api.ts": f"{OURS}export {{ a }} from './generated/users.js';\n",
    f"{OUT}/generated/users.js": f"{OURS}export const a = 1;\n",
}


def write(tree: Tree, files: dict[str, str], owner: str = "main.py") -> output.Changes:
    return output.write(files, OUT, tree.root, owner)


def kinds(changes: output.Changes) -> dict[str, str]:
    return {change.path.removeprefix(f"{OUT}/"): change.kind for change in changes.changes}


def times(tree: Tree) -> dict[str, int]:
    return {path: (tree.root / path).stat().st_mtime_ns for path in tree.files()}


def age(tree: Tree) -> None:
    for path in tree.files():
        os.utime(tree.root / path, (1_000_000_000, 1_000_000_000))


# --- Comparing --------------------------------------------------------------------------------


def test_writes_all_files_with_lf(tree: Tree) -> None:
    """
    A first run creates every file, with the very bytes.
    """
    assert kinds(write(tree, FILES)) == {"generated/users.js": "create", "users.api.ts": "create"}
    assert (tree.root / OUT / "users.api.ts").read_bytes() == FILES[f"{OUT}/users.api.ts"].encode()


def test_plan_writes_nothing(tree: Tree) -> None:
    """
    Planning leaves the disk alone.
    """
    output.plan(FILES, OUT, tree.root)
    assert not (tree.root / "web").exists()


def test_unchanged_files_keep_their_time(tree: Tree) -> None:
    """
    A second run writes nothing at all (F11, W11).
    """
    write(tree, FILES)
    age(tree)
    before = times(tree)
    assert write(tree, FILES).changes == ()
    assert times(tree) == before


def test_only_the_changed_file_is_written(tree: Tree) -> None:
    """
    The others keep their time.
    """
    write(tree, FILES)
    age(tree)
    before = times(tree)
    path = f"{OUT}/generated/users.js"
    assert kinds(write(tree, {**FILES, path: OURS})) == {"generated/users.js": "update"}
    assert {name for name, at in times(tree).items() if at != before[name]} == {path}


def test_crlf_is_no_difference(tree: Tree) -> None:
    """
    A checkout with CRLF is current (C02).
    """
    write(tree, FILES)
    for path, text in FILES.items():
        (tree.root / path).write_bytes(text.replace("\n", "\r\n").encode())
    assert output.plan(FILES, OUT, tree.root).changes == ()


def test_a_changed_file_has_lf_again(tree: Tree) -> None:
    """
    What is rewritten on a CRLF checkout is rewritten with LF (F19).
    """
    write(tree, FILES)
    path = f"{OUT}/users.api.ts"
    (tree.root / path).write_bytes((OURS + "old\n").replace("\n", "\r\n").encode())
    write(tree, FILES)
    assert b"\r" not in (tree.root / path).read_bytes()


def test_a_changed_map_touches_its_declarations(tree: Tree) -> None:
    """
    Editors read a map again only when the `.d.ts` is written; its bytes stay.
    """
    types, maps = f"{OUT}/generated/users.d.ts", f"{OUT}/generated/users.d.ts.map"
    write(tree, {types: OURS, maps: '{"x": "written by FluidKit", "m": 1}\n'})
    age(tree)
    changes = write(tree, {types: OURS, maps: '{"x": "written by FluidKit", "m": 2}\n'})
    assert [(change.path, change.kind) for change in changes.changes] == [
        (maps, "update"),
        (types, "touch"),
    ]
    assert times(tree)[types] != 1_000_000_000 * 10**9
    assert tree.read(types) == OURS


def test_maps_and_touches_are_not_counted(tree: Tree) -> None:
    """
    People and `check` do not see what belongs to this machine.
    """
    maps = {f"{OUT}/generated/users.d.ts.map": '{"x": "written by FluidKit"}\n'}
    assert write(tree, maps).files == ()


def test_diff_is_unified(tree: Tree) -> None:
    """
    The diff can be read, and applied.
    """
    path = f"{OUT}/users.api.ts"
    write(tree, {path: OURS + "old\n"})
    changes = output.plan({path: OURS + "new\n"}, OUT, tree.root)
    assert output.diff(changes) == (
        f"--- a/{path}\n+++ b/{path}\n@@ -1,2 +1,2 @@\n {OURS}-old\n+new\n"
    )


# --- Names that no disk can hold --------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "two"), [("Users.js", "users.js"), ("caf\u00e9.js", "cafe\u0301.js")]
)
def test_paths_that_are_one_on_other_systems_are_refused(tree: Tree, one: str, two: str) -> None:
    """
    Two names that differ in case or in Unicode form only are found before any write (G19).
    """
    with pytest.raises(OutputError, match="are one file on macOS and Windows"):
        write(tree, {f"{OUT}/{one}": OURS, f"{OUT}/{two}": OURS})
    assert tree.files() == set()


def test_a_name_that_is_too_long_is_refused(tree: Tree) -> None:
    """
    No disk holds a name of more than 255 bytes (G19).
    """
    with pytest.raises(OutputError, match="longer than 255 bytes"):
        write(tree, {f"{OUT}/{'a' * 256}.js": OURS})


@pytest.mark.parametrize("path", ["web/other.js", f"{OUT}/../up.js", "/etc/x.js"])
def test_a_path_outside_is_refused(tree: Tree, path: str) -> None:
    """
    Nothing is written outside of the output folder.
    """
    with pytest.raises(OutputError, match="not below the output folder"):
        write(tree, {path: OURS})


def test_text_that_is_not_unicode_is_refused_before_any_write(tree: Tree) -> None:
    """
    A lone surrogate cannot be written, and must not empty the file that stands there (G06).
    """
    write(tree, FILES)
    with pytest.raises(OutputError, match="not Unicode"):
        write(tree, {**FILES, f"{OUT}/users.api.ts": OURS + "\ud800"})
    assert tree.read(f"{OUT}/users.api.ts") == FILES[f"{OUT}/users.api.ts"]


# --- Other people's files ---------------------------------------------------------------------


def test_a_file_without_our_header_stays(tree: Tree) -> None:
    """
    A hand-written file in the way is named, and the rest is written (F02).
    """
    tree.write(f"{OUT}/users.api.ts", "export const mine = 1;\n")
    changes = write(tree, FILES)
    assert changes.foreign == (f"{OUT}/users.api.ts",)
    assert tree.read(f"{OUT}/users.api.ts") == "export const mine = 1;\n"
    assert tree.read(f"{OUT}/generated/users.js") == FILES[f"{OUT}/generated/users.js"]


def test_our_words_further_down_do_not_make_a_file_ours(tree: Tree) -> None:
    """
    Only the first three lines tell.
    """
    text = "\n\n\n// written by FluidKit\n"
    tree.write(f"{OUT}/generated/users.js", "")
    (tree.root / OUT / "generated/users.js").write_text(text)
    assert write(tree, FILES).foreign == (f"{OUT}/generated/users.js",)


def test_stale_files_of_ours_go_with_their_folder(tree: Tree) -> None:
    """
    What is not generated any more is removed, with a folder that is empty then.
    """
    old = {f"{OUT}/shop/orders.api.ts": OURS, f"{OUT}/generated/shop/orders.js": OURS}
    write(tree, {**FILES, **old})
    assert kinds(write(tree, FILES)) == {
        "generated/shop/orders.js": "remove",
        "shop/orders.api.ts": "remove",
    }
    assert tree.files() == set(FILES)
    assert not (tree.root / OUT / "shop").exists()


def test_other_peoples_files_are_never_stale(tree: Tree) -> None:
    """
    Neither a file without our header, nor a folder that holds one, is removed (C03).
    """
    write(tree, {**FILES, f"{OUT}/shop/orders.api.ts": OURS})
    mine = [f"{OUT}/shop/notes.md", f"{OUT}/mine.api.ts", f"{OUT}/generated/mine.js"]
    for path in mine:
        tree.write(path, "mine\n")
    write(tree, FILES)
    assert tree.files() == {*FILES, *mine}


def test_another_output_folder_inside_is_left_alone(tree: Tree) -> None:
    """
    `src/lib` does not take the client in `src/lib/admin` for stale.
    """
    inner = f"{OUT}/admin"
    files = {f"{inner}/a.api.ts": OURS, f"{inner}/generated/a.js": OURS}
    output.write(files, inner, tree.root, "admin.py")
    write(tree, FILES)
    assert tree.files() == {*FILES, *files}


# --- Links ------------------------------------------------------------------------------------


def test_a_linked_file_is_not_written_through(tree: Tree) -> None:
    """
    A link in a file's place stays, and so does what it points to (F01).
    """
    target = tree.write("elsewhere.ts", OURS)
    (tree.root / OUT).mkdir(parents=True)
    (tree.root / OUT / "users.api.ts").symlink_to(target)
    assert write(tree, FILES).foreign == (f"{OUT}/users.api.ts",)
    assert target.read_text() == OURS
    assert (tree.root / OUT / "users.api.ts").is_symlink()


@pytest.mark.parametrize("link", [OUT, f"{OUT}/generated", "web/src"])
def test_a_linked_folder_is_refused(tree: Tree, link: str) -> None:
    """
    No folder on the way to a file may be a link (F01).
    """
    (tree.root / "elsewhere").mkdir()
    (tree.root / link).parent.mkdir(parents=True)
    (tree.root / link).symlink_to(tree.root / "elsewhere")
    with pytest.raises(OutputError, match="is a link"):
        write(tree, FILES)
    assert list((tree.root / "elsewhere").iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_named(tree: Tree) -> None:
    """
    A file where the folder should be is somebody's, too.
    """
    tree.write(f"{OUT}/generated", "mine\n")
    with pytest.raises(OutputError, match="generated' is in the way of a folder"):
        write(tree, FILES)


def test_stale_files_are_not_sought_through_links(tree: Tree) -> None:
    """
    A link to a folder with files of ours leads to no removal.
    """
    tree.write("elsewhere/old.api.ts", OURS)
    write(tree, FILES)
    (tree.root / OUT / "linked").symlink_to(tree.root / "elsewhere")
    assert write(tree, FILES).changes == ()


# --- Edits ------------------------------------------------------------------------------------


def test_an_edited_file_is_rewritten_and_named(tree: Tree) -> None:
    """
    A file with our header is ours, but work in it is not lost silently (F17).
    """
    write(tree, FILES)
    path = f"{OUT}/users.api.ts"
    tree.write(path, FILES[path] + "export const mine = 1;\n")
    changes = write(tree, FILES)
    assert changes.edited == (path,)
    assert tree.read(path) == FILES[path]
    assert write(tree, FILES).edited == ()


def test_a_file_that_we_wrote_was_not_edited(tree: Tree) -> None:
    """
    An ordinary update warns of nothing.
    """
    write(tree, FILES)
    assert write(tree, {path: text + "// new\n" for path, text in FILES.items()}).edited == ()


def test_an_edited_file_that_is_not_needed_stays(tree: Tree) -> None:
    """
    Removing cannot be undone, so it takes an unedited file (C03); and it stays the next time, too.
    """
    old = f"{OUT}/old.api.ts"
    write(tree, {**FILES, old: OURS})
    tree.write(old, OURS + "mine\n")
    assert write(tree, FILES).kept == (old,)
    assert write(tree, FILES).kept == (old,)
    assert tree.read(old) == OURS + "mine\n"


def test_merge_conflicts_are_named(tree: Tree) -> None:
    """
    A file with conflict markers is made whole, and named, even on a fresh clone (F17).
    """
    path = f"{OUT}/users.api.ts"
    tree.write(path, OURS + "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n")
    assert write(tree, FILES).edited == (path,)
    assert tree.read(path) == FILES[path]


def git(tree: Tree, *arguments: str) -> None:
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    subprocess.run(["git", "-C", str(tree.root), *identity, *arguments], check=True, timeout=20)


def test_what_git_brought_was_not_edited(tree: Tree) -> None:
    """
    After a change of branch the files are older or newer, and nobody's work is lost.
    """
    (tree.root / ".git").rmdir()
    git(tree, "init", "-q")
    write(tree, FILES)
    git(tree, "add", "web")
    git(tree, "commit", "-qm", "one")
    new = {path: text + "// new\n" for path, text in FILES.items()}
    write(tree, new)
    git(tree, "checkout", "-q", "--", "web")
    assert write(tree, new).edited == ()


def test_an_edit_on_top_of_a_commit_is_named(tree: Tree) -> None:
    """
    What git does not have would be lost.
    """
    (tree.root / ".git").rmdir()
    git(tree, "init", "-q")
    write(tree, FILES)
    git(tree, "add", "web")
    git(tree, "commit", "-qm", "one")
    path = f"{OUT}/users.api.ts"
    tree.write(path, FILES[path] + "mine\n")
    assert write(tree, FILES).edited == (path,)


def test_git_ignores_what_is_of_this_machine(tree: Tree) -> None:
    """
    Lock and state never show up in a commit.
    """
    (tree.root / ".git").rmdir()
    git(tree, "init", "-q")
    write(tree, FILES)
    git(tree, "add", "-A")
    listed = subprocess.run(
        ["git", "-C", str(tree.root), "ls-files"], capture_output=True, text=True, check=True
    )
    assert set(listed.stdout.split()) == set(FILES)


def test_a_broken_state_is_no_state(tree: Tree) -> None:
    """
    The state is a hint: what it says of other paths, or cannot say, harms nothing (F04).
    """
    write(tree, FILES)
    state = tree.root / OUT / "generated/.fluidkit/state"
    mine = tree.write("mine.ts", "mine\n")
    for text in ("", "[]", '{"owner": 1, "written": {"../../mine.ts": "x", "/etc/passwd": "y"}}'):
        state.write_text(text)
        write(tree, FILES)
    assert mine.read_text() == "mine\n"
    assert tree.files() == {*FILES, "mine.ts"}


# --- Writing ----------------------------------------------------------------------------------


def test_the_mode_of_a_file_is_kept(tree: Tree) -> None:
    """
    A replaced file has the mode of the old one (F19).
    """
    write(tree, FILES)
    path = tree.root / OUT / "users.api.ts"
    path.chmod(0o640)
    write(tree, {**FILES, f"{OUT}/users.api.ts": OURS})
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_mode(tree: Tree) -> None:
    """
    Others may read it, as the umask says: not only we, as is usual with temporary files.
    """
    before = os.umask(0o022)
    try:
        write(tree, FILES)
    finally:
        os.umask(before)
    assert (tree.root / OUT / "users.api.ts").stat().st_mode & 0o777 == 0o644


def test_a_reader_sees_the_old_file_or_the_new_one(tree: Tree) -> None:
    """
    Files are replaced, never opened for writing: an open reader keeps the old text (F05).
    """
    write(tree, FILES)
    path = f"{OUT}/users.api.ts"
    with (tree.root / path).open() as reader:
        write(tree, {**FILES, path: OURS + "new\n"})
        assert reader.read() == FILES[path]


def test_a_busy_reader_sees_whole_files_only(tree: Tree) -> None:
    """
    Vite reads a file again and again while it is written: it is there, and never half of it (F05).
    """
    path = f"{OUT}/users.api.ts"
    texts = [OURS + letter * 100_000 for letter in "ab"]
    write(tree, {path: texts[0]})
    over = threading.Event()
    seen: list[str] = []

    def read() -> None:
        while not over.is_set():
            try:
                seen.append(tree.read(path))
            except OSError as error:
                seen.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(60):
        write(tree, {path: texts[number % 2]})
    over.set()
    reader.join()
    assert set(seen) == set(texts)


def test_times_of_files_mean_nothing(tree: Tree) -> None:
    """
    A clock that is wrong: a file of tomorrow is rewritten, one that is current is not (W11).
    """
    write(tree, FILES)
    tomorrow = time.time() + 86_400
    for path in FILES:
        os.utime(tree.root / path, (tomorrow, tomorrow))
    assert write(tree, FILES).changes == ()
    new = {path: text + "// new\n" for path, text in FILES.items()}
    assert len(write(tree, new).changes) == 2
    assert {path: tree.read(path) for path in FILES} == new


class FullDisk:
    """
    `os.fsync` of a disk that takes some files, and no more.
    """

    def __init__(self, room: int, number: int = errno.ENOSPC) -> None:
        self.room, self.number = room, number

    def __call__(self, descriptor: int) -> None:
        self.room -= 1
        if self.room < 0:
            raise OSError(self.number, os.strerror(self.number))


@pytest.mark.parametrize("room", [0, 1])
def test_a_full_disk_leaves_all_old_files(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    """
    Not one file is replaced before every new text is on disk (F07).
    """
    write(tree, FILES)
    monkeypatch.setattr(os, "fsync", FullDisk(room))
    new = {path: text + "// new\n" for path, text in FILES.items()}
    with pytest.raises(OutputError, match=r"Could not write 'web/.*: the disk is full"):
        write(tree, new)
    assert {path: tree.read(path) for path in tree.files()} == FILES


def test_a_really_full_disk_leaves_all_old_files(tree: Tree) -> None:
    """
    The same on a file system of 64 kB, which takes the first of two files (F07).
    """
    web = tree.root / "web"
    web.mkdir()
    _mount(web, "size=64k")
    try:
        write(tree, FILES)
        first, last = f"{OUT}/generated/users.js", f"{OUT}/users.api.ts"
        new = {first: OURS + "// new\n", last: OURS + "// new\n" * 10_000}
        with pytest.raises(OutputError, match="the disk is full"):
            write(tree, new)
        assert {path: tree.read(path) for path in tree.files()} == FILES
    finally:
        subprocess.run(["umount", str(web)], check=True)


def test_a_read_only_disk_is_one_sentence(tree: Tree) -> None:
    """
    The container of a production image: what is current is fine, else it is said (F08).
    """
    web = tree.root / "web"
    web.mkdir()
    _mount(web, "size=1m")
    try:
        write(tree, FILES)
        subprocess.run(["mount", "-o", "remount,ro", str(web)], check=True)
        assert write(tree, FILES).changes == ()
        with pytest.raises(OutputError, match="the file system is read-only"):
            write(tree, {**FILES, f"{OUT}/users.api.ts": OURS})
    finally:
        subprocess.run(["umount", str(web)], check=True)


def _mount(folder: Path, options: str) -> None:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode != 0:
        pytest.skip("may not mount a file system here")


def test_a_folder_without_permission_is_one_sentence(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    An unprivileged user gets a sentence, not a traceback (F08).
    """
    write(tree, FILES)
    monkeypatch.setattr(os, "fsync", FullDisk(0, errno.EACCES))
    with pytest.raises(OutputError, match="permission denied"):
        write(tree, {**FILES, f"{OUT}/users.api.ts": OURS})


AS_NOBODY = """
import os, sys
from pathlib import Path
from fluidkit import output

root = Path(sys.argv[1])
old = {f"web/generated/{n}.js": "// written by FluidKit\\n" for n in range(2)}
output.plan(old, "web", root)  # loads what somebody else may not read
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
output.write(old, "web", root, "main.py")
for path in old:
    (root / path).chmod(0o444)
output.write({path: text + "// new\\n" for path, text in old.items()}, "web", root, "main.py")
print([(root / path).read_text().count("new") for path in old])
"""


def test_files_that_may_only_be_read_are_replaced() -> None:
    """
    Their folder may be written to, and that counts.
    """
    with tempfile.TemporaryDirectory(prefix="fluidkit-") as folder:
        Path(folder).chmod(0o777)
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, folder], capture_output=True, text=True, check=False
        )
    assert (done.stdout, done.stderr) == ("[1, 1]\n", "")


def test_what_a_killed_process_left_and_nobody_may_remove_is_one_sentence(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A container that ran as another user was killed (F06, F08).
    """
    write(tree, FILES)
    tree.write(f"{OUT}/generated/.fluidkit-123-0.tmp", "half")
    unlink = Path.unlink

    def refusing(self: Path, missing_ok: bool = False) -> None:
        if self.name == ".fluidkit-123-0.tmp":
            raise PermissionError(errno.EACCES, "Permission denied")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refusing)
    with pytest.raises(OutputError, match="permission denied"):
        write(tree, {**FILES, f"{OUT}/users.api.ts": OURS})


def test_what_a_killed_process_left_is_swept(tree: Tree) -> None:
    """
    The next run that writes removes orphans (F06).
    """
    write(tree, FILES)
    orphan = tree.write(f"{OUT}/generated/.fluidkit-123-0.tmp", "half")
    write(tree, {**FILES, f"{OUT}/users.api.ts": OURS})
    assert not orphan.exists()


def test_a_process_killed_in_the_middle_leaves_whole_files(tree: Tree) -> None:
    """
    Every file is the old one or the new one, wherever SIGKILL strikes (F06, W10).
    """
    script = """
        import os, sys
        from pathlib import Path
        from fluidkit import output
        text = "// written by FluidKit\\n" + sys.argv[2] * 200_000
        files = {f"web/generated/{n}.js": text for n in range(20)}
        while True:
            print("round", flush=True)
            output.write(files, "web", Path(sys.argv[1]), "main.py")
            files = {path: text.swapcase() if i % 2 else text for i, path in enumerate(files)}
            text = text.swapcase().replace("WRITTEN BY fLUIDkIT", "written by FluidKit")
    """
    tree.write("loop.py", script)
    for delay in (0.05, 0.11, 0.23):
        process = subprocess.Popen(
            [sys.executable, str(tree.root / "loop.py"), str(tree.root), "ab"],
            stdout=subprocess.PIPE,
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        process.wait()
        process.stdout.close()
        sizes = {
            (tree.root / path).stat().st_size for path in tree.files("web") if ".tmp" not in path
        }
        assert len(sizes) <= 1


# --- Several processes ------------------------------------------------------------------------


def test_two_apps_in_one_folder_are_refused(tree: Tree) -> None:
    """
    Both are named, and the first one's client stays (F10).
    """
    for name in ("public.py", "admin.py"):
        tree.write(name, "app = FastAPI()")
    write(tree, FILES, "public.py")
    with pytest.raises(OutputError, match=r"for 'public.py', and 'admin.py' would overwrite it"):
        write(tree, {f"{OUT}/admin.api.ts": OURS}, "admin.py")
    assert tree.files() == {*FILES, "public.py", "admin.py"}


def test_two_apps_with_one_proxy_route_are_refused(tree: Tree) -> None:
    """
    Each has a folder of its own, and requests of the one would go to the other.
    """
    route = "web/src/routes/api/[...path]/+server.ts"

    def write_client(name: str, path: str) -> output.Changes:
        tree.write(f"{name}.py", "app = FastAPI()")
        folder = f"web/src/lib/{name}"
        files = {
            f"{folder}/generated/runtime/proxy.js": OURS,
            path: f"{OURS}export * from '../../../lib/{name}/generated/runtime/proxy.js';\n",
        }
        return output.write(files, folder, tree.root, f"{name}.py", routes="web/src/routes")

    write_client("public", route)
    with pytest.raises(OutputError, match=r"for the client of 'public.py', and 'admin.py' would"):
        write_client("admin", route)
    assert "lib/public/" in tree.read(route)
    write_client("admin", route.replace("api", "admin"))
    (tree.root / "public.py").unlink()
    write_client("admin", route)
    assert "lib/admin/" in tree.read(route)


@pytest.mark.parametrize("source", [None, "# moved\n"])
def test_an_app_that_has_moved_keeps_its_client(tree: Tree, source: str | None) -> None:
    """
    A file that is gone, or holds no app any more, claims no folder.
    """
    write(tree, FILES, "old.py")
    if source is not None:
        tree.write("old.py", source)
    tree.write("new.py", "app = FastAPI()")
    assert len(write(tree, {f"{OUT}/users.api.ts": OURS}, "new.py").changes) == 2


def test_four_processes_write_what_one_writes(tree: Tree) -> None:
    """
    `uvicorn --workers 4`: the result is that of one, and nobody fails (F09).
    """
    script = """
        import sys
        from pathlib import Path
        from fluidkit import output
        files = {f"web/generated/{n}.js": f"// written by FluidKit\\n{n}\\n" for n in range(50)}
        sys.stdin.readline()
        print(len(output.write(files, "web", Path(sys.argv[1]), "main.py").changes))
    """
    tree.write("worker.py", script)
    workers = [
        subprocess.Popen(
            [sys.executable, str(tree.root / "worker.py"), str(tree.root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    said = [int(each.communicate("go\n", timeout=60)[0]) for each in workers]
    assert [each.returncode for each in workers] == [0, 0, 0, 0]
    assert sum(said) == 50
    assert len(tree.files("web")) == 50


def test_two_processes_that_change_nothing_may_note_that_down_at_once(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    They hold no lock, so each has a file of its own until that is whole.
    """
    write(tree, FILES)
    replace = os.replace

    def while_another_one_does(source: str, target: str) -> None:
        monkeypatch.setattr(os, "replace", replace)
        monkeypatch.setattr(os, "getpid", lambda: 1)
        ownership.State("other.py").write(tree.root, OUT)
        replace(source, target)

    monkeypatch.setattr(os, "replace", while_another_one_does)
    ownership.State("main.py").write(tree.root, OUT)
    assert ownership.State.read(tree.root, OUT).owner == "main.py"


def test_what_another_process_writes_meanwhile_was_not_edited(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Who has found nothing to write notes down what stands there, not what stood there.
    """
    write(tree, FILES)
    newer, newest = ({path: text + line for path, text in FILES.items()} for line in ("1", "2"))
    plan = output._plan

    def while_another_one_writes(*arguments: Any) -> output.Changes:
        monkeypatch.setattr(output, "_plan", plan)
        found = plan(*arguments)
        write(tree, newer)
        return found

    monkeypatch.setattr(output, "_plan", while_another_one_writes)
    assert write(tree, FILES).changes == ()
    assert write(tree, newest).edited == ()


def test_a_process_that_waited_finds_nothing_left_to_do(tree: Tree) -> None:
    """
    It compares again once it has the lock (F09).
    """
    late: list[output.Changes] = []
    waiting = threading.Thread(target=lambda: late.append(write(tree, FILES)))
    with output.writing(OUT, tree.root, "main.py"):
        changes = output.plan(FILES, OUT, tree.root)
        waiting.start()
        time.sleep(0.2)
        output.apply(changes, "main.py")
    waiting.join(10)
    assert [each.changes for each in late] == [()]


def test_a_lock_that_is_never_released_is_named(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Waiting has an end (F09).
    """
    monkeypatch.setattr(locks, "_LOCK_SECONDS", 0.1)
    with (
        output.writing(OUT, tree.root, "main.py"),
        pytest.raises(OutputError, match="Another FluidKit process"),
    ):
        write(tree, FILES)
    assert len(write(tree, FILES).changes) == 2


def test_windows_waits_for_a_file_that_is_open(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An editor or Vite that holds a file makes Windows refuse for a moment (F18).

    Only the loop is tested here: the refusal itself needs a Windows machine.
    """
    write(tree, FILES)
    refusals = iter([PermissionError(errno.EPERM, "in use")] * 3)
    replace = Path.replace

    def busy(self: Path, target: Any) -> Path:
        if (refusal := next(refusals, None)) is not None:
            raise refusal
        return replace(self, target)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "replace", busy)
    write(tree, {**FILES, f"{OUT}/users.api.ts": OURS})
    assert tree.read(f"{OUT}/users.api.ts") == OURS


def test_windows_waits_for_a_file_that_is_to_go(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The same when it is removed (F18).
    """
    write(tree, FILES)
    refusals = iter([PermissionError(errno.EPERM, "in use")] * 3)
    unlink = Path.unlink

    def busy(self: Path, missing_ok: bool = False) -> None:
        if self.suffix == ".ts" and (refusal := next(refusals, None)) is not None:
            raise refusal
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "unlink", busy)
    write(tree, {path: text for path, text in FILES.items() if not path.endswith(".ts")})
    assert f"{OUT}/users.api.ts" not in tree.files()


def test_windows_removes_the_lock_when_it_is_released(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    `clean` holds it until the end, and Windows removes no file that is open.

    The refusal is made up: nothing of this was tried on Windows.
    """
    write(tree, FILES)
    unlink = Path.unlink

    def as_windows(self: Path, missing_ok: bool = False) -> None:
        if self.exists() and any(
            self.samefile(each) for each in Path("/proc/self/fd").iterdir() if each.exists()
        ):
            raise PermissionError(errno.EACCES, "in use")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(Path, "unlink", as_windows)
    write(tree, {})
    assert not (tree.root / OUT).exists()


def test_a_proxy_route_that_leads_to_the_top_is_nobodys(tree: Tree) -> None:
    """
    There is no client's folder above that file.
    """
    at = "web/src/routes/api/[...path]/+server.ts"
    tree.write(at, f"{OURS}export * from '../../../../../proxy.js';\n")
    output.write({**FILES, at: OURS}, OUT, tree.root, "main.py", routes="web/src/routes")
    assert tree.read(at) == OURS


def test_a_proxy_route_in_another_encoding_is_somebodys_own(tree: Tree) -> None:
    """
    Nothing is known of where it leads.
    """
    at = "web/src/routes/api/[...path]/+server.ts"
    file = tree.write(at, "")
    file.write_bytes("export { GET } from './größe.js';\n".encode("latin-1"))
    output.write(FILES, OUT, tree.root, "main.py", routes="web/src/routes")
    assert file.read_bytes().endswith(b"e.js';\n")


# --- Removing ---------------------------------------------------------------------------------


def test_removal_takes_all_of_ours_and_nothing_else(tree: Tree) -> None:
    """
    `clean` leaves no folder of ours behind, and every file of others.
    """
    write(tree, FILES)
    mine = tree.write("web/src/lib/mine.ts", "mine\n")
    write(tree, {})
    assert list((tree.root / "web/src/lib").iterdir()) == [mine]


def test_removal_keeps_a_folder_with_other_files(tree: Tree) -> None:
    """
    A folder that holds something is not removed (C03).
    """
    write(tree, FILES)
    tree.write(f"{OUT}/generated/mine.js", "mine\n")
    write(tree, {})
    assert tree.files() == {f"{OUT}/generated/mine.js"}


def test_a_deleted_folder_comes_back(tree: Tree) -> None:
    """
    `git clean` while the server runs is made good by the next generation (F16).
    """
    write(tree, FILES)
    for path in [*FILES]:
        (tree.root / path).unlink()
    assert kinds(write(tree, FILES)) == {"generated/users.js": "create", "users.api.ts": "create"}


def test_a_client_is_seen(tree: Tree) -> None:
    """
    A façade of ours is a client; the index alone, or somebody's file, is none.
    """
    write(tree, {f"{OUT}/index.ts": OURS})
    tree.write(f"{OUT}/mine.api.ts", "mine\n")
    assert not ownership.holds_client(OUT, tree.root)
    write(tree, FILES)
    assert ownership.holds_client(OUT, tree.root)
