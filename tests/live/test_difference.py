"""
What changed in the API, read from the declarations before and after.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fluidkit.difference import describe
from fluidkit.output import Change, Changes

FOLDER = "web/src/lib/api"
BEFORE = """\
/* eslint-disable */
// Types of app/users.py, written by FluidKit: edits are overwritten.
import type { Call, CallOptions } from './runtime/client.js';

/** `GET /users` */
export declare function list_users(
\tq: string,
\toptions?: CallOptions & {
\t\t/** Default: 1 */
\t\tpage?: number | undefined;
\t}
): Call<User[]>;
export declare namespace list_users {
\t/** URL of `GET /users`. */
\tfunction url(q: string): string;
}
/** Somebody. */
export interface User {
\tid: number;
\t/**
\t * Where letters go.
\t */
\temail: string;
\taddress: {
\t\tcity: string;
\t};
\treadonly 'first-name'?: string | undefined;
}
export declare const Role: { readonly admin: 'admin' };
export type Role = 'admin';
//# sourceMappingURL=users.d.ts.map
"""


def line(after: str, before: str = BEFORE, path: str = "generated/users.d.ts") -> str:
    change = Change(
        path=f"{FOLDER}/{path}", kind="update", before=before.encode(), after=after.encode()
    )
    return describe(Changes(root=Path("/repo"), folder=FOLDER, changes=(change,)))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("email: string;", "email: string | null;", "~ User.email: string | null"),
        ("email: string;", "email?: string | undefined;", "~ User.email?: string"),
        ("\temail: string;\n", "", "- User.email"),
        ("email: string;", "'email': number;", "~ User.email: number"),
        ("id: number;", "id: number;\n\tage: number;", "+ User.age: number"),
        ("city: string;", "city: number;", "~ User.address: { city: number; }"),
        ("'first-name'?: string", "'first-name'?: number", "~ User.'first-name'?: number"),
        ("q: string,\n", "q: number,\n", "~ list_users"),
        ("page?: number", "page?: string", "~ list_users"),
        ("Role = 'admin'", "Role = 'admin' | 'guest'", "~ Role: 'admin' | 'guest'"),
        ("interface User", "interface Person", "+ Person  - User"),
        ("Where letters go.", "Where mail goes.", "~ comments"),
        ("Default: 1", "Default: 2", "~ comments"),
        (
            "/** `GET /users` */\n",
            "export declare function get_user(id: number): Call<User>;\n/** `GET /users` */\n",
            "+ get_user",
        ),
    ],
)
def test_one_change(old: str, new: str, said: str) -> None:
    """
    A sign, the name as callers write it, and the type it has now; nothing else.
    """
    assert old in BEFORE
    assert line(BEFORE.replace(old, new)) == f"users.api  {said}"


def test_a_new_route_of_a_function() -> None:
    """
    Its declaration is the same, its definition is not.
    """
    before = (
        "export const get_user = /* @__PURE__ */ json('GET', '/users/{id}', [segment('id')]);\n"
    )
    after = before.replace("/users/", "/people/")
    assert line(after, before, "generated/users.js") == "users.api  ~ get_user"


def test_many_changes_are_counted() -> None:
    """
    Six are named.
    """
    fields = "".join(f"\tfield{number}: string;\n" for number in range(9))
    said = line(BEFORE.replace("\tid: number;\n", f"\tid: number;\n{fields}"))
    assert said.startswith("users.api  + User.field0: string  + User.field1: string")
    assert said.endswith("+ User.field5: string  and 3 more")


def test_what_is_no_news() -> None:
    """
    The runtime's own files, and a first client: of that the counts are told.
    """
    assert line("a", "b", "generated/runtime/client.js") == ""
    first = Change(path=f"{FOLDER}/generated/users.d.ts", kind="create", after=BEFORE.encode())
    assert describe(Changes(root=Path("/repo"), folder=FOLDER, changes=(first,))) == ""
