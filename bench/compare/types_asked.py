"""
What is asked of the types: a text compiles if and only if the type is what is sent or taken.

The line under `@ts-expect-error` must not compile: neither `any` nor `unknown` pass for a type.
"""

from __future__ import annotations

IMPORTS = {
    "FluidKit": "import * as api from '../fluidkit/app.api.js';",
    "hey-api": "import * as api from '../hey-api/sdk.gen';",
    "orval": "import * as api from '../orval/client';",
    "openapi-fetch": (
        "import createClient from 'openapi-fetch';\n"
        "import type { paths } from '../openapi-fetch/schema';\n"
        "const client = createClient<paths>({ baseUrl: '' });"
    ),
}

USER = {
    "FluidKit": "const user = await api.get_user(1);",
    "hey-api": (
        "const { data: user } = await api.getUser({ path: { user_id: 1 }, throwOnError: true });"
    ),
    "orval": (
        "const answer = await api.getUser(1);\n"
        "if (answer.status !== 200) throw answer;\nconst user = answer.data;"
    ),
    "openapi-fetch": (
        "const { data: user, error } = await client.GET('/users/{user_id}',"
        " { params: { path: { user_id: 1 } } });\nif (error) throw error;"
    ),
}


def _of_user(text: str) -> dict[str, str]:
    return {tool: f"{made}\n{text}" for tool, made in USER.items()}


def _typed(items: dict[str, str]) -> dict[str, str]:
    """
    Have a note's text be text, and nothing else be there.
    """
    return {
        tool: (
            f"{made}\nconst text: string = note.text;\n// @ts-expect-error\nnote.nope;\nvoid text;"
        )
        for tool, made in items.items()
    }


def _streamed(path: str, ours: str, theirs: str, orvals: str) -> dict[str, str]:
    return _typed(
        {
            "FluidKit": ours,
            "hey-api": theirs,
            "orval": f"const {{ data: note }} = await api.{orvals}();",
            "openapi-fetch": (
                f"const {{ data: note }} = await client.GET('{path}');\nif (!note) throw 0;"
            ),
        }
    )


TYPES: dict[str, dict[str, str]] = {
    "a field is there": _of_user(
        "const name: string = user.name;\n// @ts-expect-error\nuser.nope;\nvoid name;"
    ),
    "a defaulted field is always received": _of_user("const role: string = user.role;\nvoid role;"),
    "a nullable field may be null": _of_user(
        "const full = user.fullName;\n// @ts-expect-error\nfull.length;\n"
        "const missing: null = full as Extract<typeof full, null>;\nvoid missing;"
    ),
    "a defaulted field may be left out when sent": {
        "FluidKit": "await api.create_user({ name: 'x' });",
        "hey-api": "await api.createUser({ body: { name: 'x' } });",
        "orval": "await api.createUser({ name: 'x' });",
        "openapi-fetch": "await client.POST('/users', { body: { name: 'x' } });",
    },
    "an error is told by its status": {
        "FluidKit": (
            "const result = await api.get_user(1).result();\n"
            "if (!result.success && result.status === 404) {\n"
            "const reason: string = result.error.body.reason;\nvoid reason;\n"
            "// @ts-expect-error\nresult.error.body.nope;\n}"
        ),
        "hey-api": (
            "const { error, response } = await api.getUser({ path: { user_id: 1 } });\n"
            "if (error && response?.status === 404) {\nconst reason: string = error.reason;\n"
            "void reason;\n// @ts-expect-error\nerror.nope;\n}"
        ),
        "orval": (
            "const answer = await api.getUser(1);\nif (answer.status === 404) {\n"
            "const reason: string = answer.data.reason;\nvoid reason;\n"
            "// @ts-expect-error\nanswer.data.nope;\n}"
        ),
        "openapi-fetch": (
            "const { error, response } = await client.GET('/users/{user_id}',"
            " { params: { path: { user_id: 1 } } });\n"
            "if (error && response.status === 404) {\nconst reason: string = error.reason;\n"
            "void reason;\n// @ts-expect-error\nerror.nope;\n}"
        ),
    },
    "a cookie is a parameter": {
        "FluidKit": (
            "await api.whoami({ session: 'a' });\n// @ts-expect-error\napi.whoami({ session: {} });"
        ),
        "hey-api": (
            "type O = NonNullable<Parameters<typeof api.whoami>[0]>;\n"
            "const given: O = { cookies: { session: 'a' } };\nvoid given;"
        ),
        "orval": (
            "await api.whoami({ session: 'a' });\n// @ts-expect-error\napi.whoami({ session: {} });"
        ),
        "openapi-fetch": (
            "await client.GET('/whoami', { params: { cookie: { session: 'a' } } });\n"
            "// @ts-expect-error\nclient.GET('/whoami', { params: { cookie: { session: {} } } });"
        ),
    },
    "bytes are sent as a Blob": {
        "FluidKit": "await api.upload(new Blob());\n// @ts-expect-error\napi.upload('text');",
        "hey-api": (
            "await api.upload({ body: { file: new Blob() } });\n"
            "// @ts-expect-error\napi.upload({ body: { file: 'text' } });"
        ),
        "orval": (
            "await api.upload({ file: new Blob() });\n"
            "// @ts-expect-error\napi.upload({ file: 'x' });"
        ),
        "openapi-fetch": (
            "await client.POST('/upload', { body: { file: new Blob() } });\n"
            "// @ts-expect-error\nclient.POST('/upload', { body: { file: 'text' } });"
        ),
    },
    "a download is bytes": {
        "FluidKit": "const file: Blob = await api.report();\n// @ts-expect-error\nfile.nope;",
        "hey-api": (
            "const { data } = await api.report({ parseAs: 'blob', throwOnError: true });\n"
            "const file: Blob = data;\nvoid file;"
        ),
        "orval": "const { data } = await api.report();\nconst file: Blob = data;\nvoid file;",
        "openapi-fetch": (
            "const { data } = await client.GET('/report', { parseAs: 'blob' });\n"
            "const file: Blob = data!;\nvoid file;"
        ),
    },
    "events of sse-starlette are typed by name": {
        "FluidKit": (
            "for await (const event of api.events()) if (event.type === 'note') {\n"
            "const note = event.json;\nconst text: string = note.text;\n"
            "// @ts-expect-error\nnote.nope;\nvoid text;\n}"
        ),
        "hey-api": (
            "const { data: note } = await api.events({ throwOnError: true });\n"
            "const text: string = note.text;\nvoid text;"
        ),
        "orval": (
            "const { data: note } = await api.events();\n"
            "const text: string = note.text;\nvoid text;"
        ),
        "openapi-fetch": (
            "const { data: note } = await client.GET('/events');\n"
            "const text: string = note!.text;\nvoid text;"
        ),
    },
    "FastAPI's own events are typed": _streamed(
        "/native-events",
        "for await (const { json: note } of api.native_events()) {",
        "const { stream } = await api.nativeEvents();\nfor await (const note of stream) {",
        "nativeEvents",
    ),
    "events that `responses=` describes are typed": _streamed(
        "/described-events",
        "for await (const { json: note } of api.described_events()) {",
        "const { stream } = await api.describedEvents();\nfor await (const note of stream) {",
        "describedEvents",
    ),
    "records of NDJSON are typed": _streamed(
        "/records",
        "for await (const note of api.records()) {",
        "const { data: note } = await api.records({ throwOnError: true });",
        "records",
    ),
    "FastAPI's own JSON lines are typed": _streamed(
        "/native-records",
        "for await (const note of api.native_records()) {",
        "const { data: note } = await api.nativeRecords({ throwOnError: true });",
        "nativeRecords",
    ),
    "a download that `responses=` describes is bytes": {
        "FluidKit": (
            "const file: Blob = await api.described_report();\n// @ts-expect-error\nfile.nope;"
        ),
        "hey-api": (
            "const { data } = await api.describedReport({ throwOnError: true });\n"
            "const file: Blob = data;\n// @ts-expect-error\nfile.nope;"
        ),
        "orval": (
            "const { data } = await api.describedReport();\n"
            "const file: Blob = data;\n// @ts-expect-error\nfile.nope;"
        ),
        "openapi-fetch": (
            "const { data } = await client.GET('/described-report', { parseAs: 'blob' });\n"
            "const file: Blob = data!;\n// @ts-expect-error\nfile.nope;"
        ),
    },
}
"""What is asked → tool → TypeScript."""


def module(tool: str, text: str) -> str:
    """
    Return a module that asks it.
    """
    return f"{IMPORTS[tool]}\n{text}{'}' * (text.count('{') - text.count('}'))}\nexport {{}};\n"
