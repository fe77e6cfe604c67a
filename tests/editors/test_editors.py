"""
What editors answer, through the servers that they ask: the way from a page into the Python.
"""

from __future__ import annotations

import time

import pytest
from editors.conftest import Project
from editors.protocol import Editor, Refused, Span

pytestmark = [pytest.mark.node, pytest.mark.slow, pytest.mark.xdist_group("editors")]

TYPESCRIPT = ("tsserver 5.9", "tsserver 6.0", "TypeScript 7")
PAGE = "frontend/src/routes/+page.svelte"
SCRIPT = "frontend/src/lib/shop.ts"
FACADE = "frontend/src/lib/api/users.api.ts"
GENERATED = "frontend/src/lib/api/generated"
USERS = "backend/shop/routers/users.py"
ORDERS = "backend/shop/routers/orders.py"
MODELS = "backend/shop/models.py"
COMMON = "backend/shop/common.py"

SCRIPT_LEADS = [
    # From a call, an import and a URL to `def`.
    ("await ^get_user(", USERS, "def ^get_user("),
    ("await ^list_users(", USERS, "def ^list_users("),
    ("await ^place_order(", ORDERS, "def ^place_order("),
    ("of ^follow_orders()", ORDERS, "def ^follow_orders("),
    ("import { ^follow_orders", ORDERS, "def ^follow_orders("),
    ("get_user.^url(", USERS, "def ^get_user("),
    # Renamed, as `delete` is no name in JavaScript.
    ("await ^delete_(", USERS, "def ^delete("),
    # From a type to `class`.
    ("Promise<^User>", MODELS, "class ^User("),
    ("order: ^Order)", MODELS, "class ^Order("),
    ("type ^User }", MODELS, "class ^User("),
    # From a property to its field: its own, inherited, computed, with an alias, generic.
    ("user.^name", MODELS, "^name: Annotated"),
    ("url(user.^id)", COMMON, "^id: int"),
    ("json.^id", COMMON, "^id: int"),
    ("user.^initials", MODELS, "def ^initials("),
    ("placed.^placedBy", MODELS, "^placed_by: User"),
    ("placedBy.^name", MODELS, "^name: Annotated"),
    ("page.^total", COMMON, "^total: int"),
    ("page.^items", COMMON, "^items: list"),
    # Of a TypedDict and a dataclass.
    ("placed.to.^street", MODELS, "^street: str"),
    ("line.^price", MODELS, "^price: float"),
    # An enum and its members.
    ("^Role.ADMIN", MODELS, "class ^Role("),
    ("Role.^ADMIN", MODELS, "^ADMIN = "),
    # Optional parameters: behind characters of two code units, and of a dependency.
    ("^named: 'Ada'", USERS, "^named: str"),
    ("^role: Role.ADMIN", USERS, "^role: Role | None"),
    ("^page: 2", COMMON, "self, ^page: int"),
]
FACADE_LEADS = [
    ("\t^get_user, //", USERS, "def ^get_user("),
    ("type { ^Page }", COMMON, "class ^Page("),
    ("{ ^Role, type User }", MODELS, "class ^Role("),
    ("type ^User }", MODELS, "class ^User("),
]
PAGE_LEADS = [
    # In the script.
    ("await ^get_user(", USERS, "def ^get_user("),
    ("import { ^get_user,", USERS, "def ^get_user("),
    ("chosen: ^User", MODELS, "class ^User("),
    ("found.^initials", MODELS, "def ^initials("),
    # In the markup.
    ("#await ^list_users(", USERS, "def ^list_users("),
    ("^page: 1", COMMON, "self, ^page: int"),
    ("page.^items", COMMON, "^items: list"),
    ("=> ^get_user(", USERS, "def ^get_user("),
    ("title={chosen.^name}", MODELS, "^name: Annotated"),
    ("{chosen.^id}", COMMON, "^id: int"),
    ("chosen.^role", MODELS, "^role: Role\n\n"),
    ("Role.^GUEST", MODELS, "^GUEST = "),
]
LEADS = [
    *((name, SCRIPT, *lead) for name in TYPESCRIPT for lead in SCRIPT_LEADS),
    *((name, FACADE, *lead) for name in TYPESCRIPT for lead in FACADE_LEADS),
    *(("Svelte", PAGE, *lead) for lead in PAGE_LEADS),
]


@pytest.mark.parametrize(("name", "path", "use", "source", "definition"), LEADS)
def test_definition(
    name: str,
    path: str,
    use: str,
    source: str,
    definition: str,
    shop: Project,
    editors: dict[str, Editor],
) -> None:
    """
    The name in Python from its first character to its last, and no other place.

    A function with `.url` is declared twice; some servers name the one place twice.
    """
    assert leads(editors[name], shop, path, use) == {shop.place(source, definition)}


def leads(editor: Editor, shop: Project, path: str, use: str) -> set[Span]:
    at = shop.place(path, use)
    return set(editor.definitions(at.path, at.line, at.start))


HOVERS = [
    (SCRIPT, "await ^get_user(", "Return one user.\n\nOf all there are."),
    (SCRIPT, "get_user.^url(", "URL of `GET /users/{number}`."),
    (SCRIPT, "Promise<^User>", "Somebody who buys."),
    (SCRIPT, "user.^name", "As it stands on the parcel."),
    (SCRIPT, "user.^initials", "The first letters of the name."),
    (SCRIPT, "^Role.ADMIN", "What somebody may do."),
    (FACADE, "\t^get_user, //", "Return one user."),
    (PAGE, "await ^get_user(", "Return one user.\n\nOf all there are."),
    (PAGE, "chosen: ^User", "Somebody who buys."),
    (PAGE, "title={chosen.^name}", "As it stands on the parcel."),
    (PAGE, "found.^initials", "The first letters of the name."),
]


@pytest.mark.parametrize(
    ("name", "path", "use", "text"),
    [
        (name, path, use, text)
        for path, use, text in HOVERS
        for name in (("Svelte",) if path == PAGE else TYPESCRIPT)
    ],
)
def test_hover_shows_the_docstring(
    name: str, path: str, use: str, text: str, shop: Project, editors: dict[str, Editor]
) -> None:
    """
    Of functions, classes and properties; a field's is its description.
    """
    at = shop.place(path, use)
    assert text in editors[name].hover(at.path, at.line, at.start)


@pytest.mark.parametrize(("name", "path", "use", "source", "definition"), LEADS)
def test_renaming_never_edits_python(
    name: str,
    path: str,
    use: str,
    source: str,
    definition: str,
    shop: Project,
    editors: dict[str, Editor],
) -> None:
    """
    Whatever is renamed, and though its definition lies there.
    """
    at = shop.place(path, use)
    edits = editors[name].rename(at.path, at.line, at.start, "renamed")
    assert not isinstance(edits, Refused)
    assert edits
    assert {span.path.suffix for span in edits} <= {".ts", ".svelte"}


@pytest.mark.parametrize(
    ("name", "path", "use", "files"),
    [
        # tsserver goes to the declaration, which is ours: the next generation undoes that.
        *(
            (name, SCRIPT, use, {SCRIPT, *files})
            for name in ("tsserver 5.9", "tsserver 6.0")
            for use, files in (
                ("await ^place_order(", {"orders.api.ts", "generated/orders.d.ts"}),
                ("url(user.^id)", {"generated/models.d.ts"}),
                ("Role.^ADMIN", {"generated/models.d.ts"}),
            )
        ),
        # The others give what is imported another name here.
        ("TypeScript 7", SCRIPT, "await ^place_order(", {SCRIPT}),
        ("TypeScript 7", SCRIPT, "url(user.^id)", {SCRIPT, "generated/models.d.ts"}),
        ("TypeScript 7", SCRIPT, "Role.^ADMIN", {SCRIPT, "generated/models.d.ts"}),
        ("Svelte", PAGE, "await ^get_user(", {PAGE}),
        ("Svelte", PAGE, "found.^initials", {PAGE, SCRIPT, "generated/models.d.ts"}),
    ],
)
def test_what_renaming_edits(
    name: str,
    path: str,
    use: str,
    files: set[str],
    shop: Project,
    editors: dict[str, Editor],
) -> None:
    """
    The places that use the name, and at most its declaration in the client.
    """
    at = shop.place(path, use)
    edits = editors[name].rename(at.path, at.line, at.start, "renamed")
    assert not isinstance(edits, Refused)
    edited = {span.path.relative_to(shop.root).as_posix() for span in edits}
    assert {file.removeprefix("frontend/src/lib/api/") for file in edited} == files


def test_definitions_follow_lines_that_moved(shop: Project, editors: dict[str, Editor]) -> None:
    """
    While the servers run: only a map changes, and its `.d.ts` is written with the same bytes.
    """
    before = shop.place(MODELS, "class ^User(")
    for path in (MODELS, USERS, COMMON):
        file = shop.root / path
        file.write_text(f"# One line more.\n\n{file.read_text('utf-8')}", encoding="utf-8")
    written = shop.generate("shop.main:app", "backend")
    generated = shop.root / GENERATED
    assert {generated / f"{stem}.d.ts" for stem in ("models", "users", "common")} <= written
    assert shop.place(MODELS, "class ^User(").line == before.line + 2
    for editor in editors.values():
        editor.changed(sorted(written))
    for name, path, use, source, definition in LEADS:
        wait_for(editors[name], shop, path, use, shop.place(source, definition))


def wait_for(editor: Editor, shop: Project, path: str, use: str, landing: Span) -> None:
    """
    Ask until the answer is right: tsserver watches files itself, and takes its time.
    """
    deadline = time.monotonic() + 30
    while (found := leads(editor, shop, path, use)) != {landing}:
        assert time.monotonic() < deadline, (use, found, landing)
        time.sleep(0.1)
