"""
The proxy route with raw sockets, in every form of the site: P01 to P16 of `docs/reliability.md`.
"""

from __future__ import annotations

import base64
import gzip
import zlib
from collections.abc import Callable

import pytest
from live.loops import wait_until

from kit.sites import LIMIT, Site
from kit.wire import Wire, parsed, read, stranger

pytestmark = [pytest.mark.node, pytest.mark.slow]


@pytest.fixture
def wire(site: Site) -> Wire:
    """
    A site whose back end has heard of nobody yet, and answers `null`.
    """
    wire = Wire(site)
    wire.play()
    return wire


def targets(wire: Wire) -> list[str]:
    """
    Return where the requests went that came to the back end.
    """
    return [each.target for each in wire.arrived()]


# --- Where it goes -------------------------------------------------------------------------------

CLIMBING = [
    "/api/raw/x%2F..%2F..%2Fadmin",
    "/api/raw/x%2f..%2f..%2fadmin",
    "/api/raw/..%2fadmin",
    "/api/raw/..%5cadmin",
    "/api/raw/x%5C..%5Cadmin",
    "/api/raw/%2e%2e%2fadmin",
    "/api/raw/a/%2e%2e/%2e%2e/%2e%2e/admin",
    "/api/raw/../admin",
    "/api/raw/%2e%2e/admin",
    "/api/raw/.%2E/admin",
    "/api/raw/x/..\\..\\admin",
    "/api/..%2f..%2fraw/x",
]


@pytest.mark.parametrize("path", CLIMBING)
def test_encoded_slashes_and_dots_lead_nowhere(wire: Wire, path: str) -> None:
    """
    P01: they are refused, or are no path of the proxy's at all.
    """
    assert 400 <= wire.ask(f"GET {path}").status < 500
    assert targets(wire) == []


KEPT = [
    *("%3F", "%23", "%252F", "%2B", "+", "%20", "%25", ";a=1", "%40", "@", "%C3%BC", "%c3%bc"),
    *("!$'()*,:=~", "%252e%252e", "%25zz", "?a=%2F&b=+%20", "?a=b?c", "?%00"),
]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_encoded_stays_as_it_is(wire: Wire, text: str) -> None:
    """
    P02: byte for byte.
    """
    assert wire.ask(f"GET /api/raw/x{text}y").status == 200
    assert targets(wire) == [f"/raw/x{text}y"]


@pytest.mark.parametrize("text", ["%0d%0aX:%201", "%00", "%0A", "%7f", "%zz", "%", "%C3", "%ff"])
def test_what_servers_read_in_two_ways_is_refused(wire: Wire, text: str) -> None:
    """
    P02: control characters, and half codes. Vite itself fails at those before SvelteKit sees them.
    """
    ways = (400, 500) if wire.site.form.mode == "dev" else (400,)
    assert wire.ask(f"GET /api/raw/x{text}y").status in ways
    assert targets(wire) == []


ELSEWHERE = [
    "http://localhost:{port}/api/raw/x",
    "//localhost:{port}/api/raw/x",
    "/api//localhost:{port}/raw/x",
    "/api/raw//localhost:{port}/x",
    "/api/http://localhost:{port}/raw/x",
    "/api/@localhost:{port}/raw/x",
    "/api@localhost:{port}/raw/x",
    "/api:80@localhost:{port}/raw/x",
    "/api.localhost:{port}/raw/x",
    "/api/\\\\localhost:{port}/raw/x",
    "/api//\\localhost:{port}/raw/x",
    "/api/%5C%5Clocalhost:{port}/raw/x",
    "/api/%2F%2Flocalhost:{port}/raw/x",
    "/api/%09//localhost:{port}/raw/x",
    "/api/raw/x?@localhost:{port}/",
    "/api/raw/x/#@localhost:{port}/",
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_target_changes_the_host(wire: Wire, target: str) -> None:
    """
    P03: what arrives, arrives at the back end, on a path below its own `/raw`.
    """
    with stranger() as (port, reached):
        wire.ask(f"GET {target.format(port=port)}")
        assert not reached()
    own = f"127.0.0.1:{wire.site.api_port}"
    assert all(each.all("host") == [own] for each in wire.arrived())
    assert all(each.startswith("/raw/") for each in targets(wire))


@pytest.mark.parametrize(
    "header",
    [
        "X-Forwarded-Host: localhost:{port}",
        "X-Forwarded-Proto: http\r\nX-Forwarded-Port: {port}",
        "Forwarded: host=localhost:{port};proto=http",
        "X-Original-URL: http://localhost:{port}/admin",
        "X-Rewrite-URL: /admin",
        "X-HTTP-Method-Override: DELETE",
        "FLUIDKIT-URL: http://localhost:{port}",
    ],
)
def test_no_header_changes_the_host(wire: Wire, header: str) -> None:
    """
    P03: nor the path or the method.
    """
    with stranger() as (port, reached):
        assert wire.ask("GET /api/raw/x", header.format(port=port)).status == 200
        assert not reached()
    assert [(each.method, each.target) for each in wire.arrived()] == [("GET", "/raw/x")]


@pytest.mark.parametrize(
    "line",
    [
        *("GET /api/docs", "GET /api/openapi.json", "GET /api/diary?run=a", "PUT /api/stage"),
        *("DELETE /api/greeting?run=a", "GET /api/rawx", "GET /api"),
    ],
)
def test_what_is_no_operation_is_not_reached(wire: Wire, line: str) -> None:
    """
    P01: though the back end serves it.
    """
    assert 400 <= wire.ask(line).status < 500
    assert targets(wire) == []


# --- What comes back -----------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["events", "endless"])
def test_an_event_stream_passes_piece_by_piece(wire: Wire, path: str) -> None:
    """
    P04: its beginning is there while it goes on, its type is what the back end says.
    """
    run = f"probe-{path}"
    with wire.open() as connection:
        connection.sendall(wire.request(f"GET /api/{path}?run={run}"))
        received = b""
        while received.count(b"\n\n") < 2:
            piece = connection.recv(1)
            assert piece, received
            received += piece
    head = received.partition(b"\r\n\r\n")[0].lower().decode()
    assert head.startswith("http/1.1 200")
    assert "content-type: text/event-stream" in head
    assert "content-length" not in head


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_compressed_answer_arrives_readable(
    wire: Wire, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    """
    P05: though the back end was asked not to compress.
    """
    packed = pack(b'"hello"')
    headers = [
        ("content-encoding", coding),
        ("content-length", str(len(packed))),
        ("content-type", "application/json"),
    ]
    wire.play(headers=headers, body=base64.b64encode(packed).decode())
    reply = wire.ask("GET /api/raw/x", "Accept-Encoding: gzip, br, deflate")
    assert (reply.status, reply.body) == (200, b'"hello"')
    assert reply.all("content-encoding") == []
    assert reply.all("content-length") in ([], ["7"])
    assert [each.all("accept-encoding") for each in wire.arrived()] == [["identity"]]


LOCATIONS = [
    ("/items/?a=1#b", "/api/items/?a=1#b"),
    ("other", "/api/raw/other"),
    ("{own}/items", "/api/items"),
    ("https://example.com/x", "https://example.com/x"),
    ("//example.com/x", "//example.com/x"),
    ("http://127.0.0.1:1/x", "http://127.0.0.1:1/x"),
]


@pytest.mark.parametrize(("location", "seen"), LOCATIONS)
def test_a_redirect_is_passed_on_not_followed(wire: Wire, location: str, seen: str) -> None:
    """
    P06: one to the back end itself leads below the prefix, any other stays as it is.
    """
    wire.play(302, [("location", location.format(own=wire.site.api_url))], "")
    reply = wire.ask("GET /api/raw/x")
    assert (reply.status, reply.all("location")) == (302, [seen])
    assert targets(wire) == ["/raw/x"]


def test_a_post_that_is_sent_on_is_not_sent_twice(wire: Wire) -> None:
    """
    P07: 307 is the browser's to follow.
    """
    wire.play(307, [("location", "/raw/x/")], "")
    reply = wire.ask("POST /api/raw/x", "Content-Type: application/json", body=b"{}")
    assert (reply.status, reply.all("location")) == (307, ["/api/raw/x/"])
    assert [(each.method, each.size) for each in wire.arrived()] == [("POST", 2)]


def test_headers_for_one_hop_end_here(wire: Wire) -> None:
    """
    P08: both ways, with those that `Connection` names.
    """
    wire.play(
        headers=[
            ("connection", "x-hop"),
            ("x-hop", "1"),
            ("keep-alive", "timeout=9"),
            ("proxy-authenticate", "Basic"),
            ("x-through", "1"),
            ("content-length", "4"),
        ]
    )
    reply = wire.ask(
        "GET /api/raw/x",
        "Connection: X-Mine, close",
        "X-Mine: 1",
        "Keep-Alive: timeout=5",
        "TE: trailers",
        "Proxy-Connection: keep-alive",
        "Proxy-Authorization: Basic eA==",
        "X-Through: 1",
    )
    assert reply.status == 200
    assert (reply.all("x-hop"), reply.all("proxy-authenticate")) == ([], [])
    assert "timeout=9" not in reply.all("keep-alive")
    assert reply.all("x-through") == ["1"]
    (arrived,) = wire.arrived()
    gone = ("x-mine", "keep-alive", "te", "proxy-connection", "proxy-authorization", "upgrade")
    assert {name: arrived.all(name) for name in gone} == {name: [] for name in gone}
    assert arrived.all("x-through") == ["1"]


@pytest.mark.parametrize("more", [[], ["Expect: 100-continue"], ["Trailer: X-End"]])
def test_a_body_in_chunks_arrives_whole(wire: Wire, more: list[str]) -> None:
    """
    P08: `Expect` ends here, too.
    """
    reply = wire.ask(
        "POST /api/raw/x",
        "Transfer-Encoding: chunked",
        "Content-Type: application/json",
        *more,
        body=b"3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n",
    )
    assert reply.status == 200
    (arrived,) = wire.arrived()
    assert (arrived.size, arrived.all("expect"), arrived.all("trailer")) == (7, [], [])


def test_what_a_client_says_of_its_origin_is_overwritten(wire: Wire) -> None:
    """
    P09: only the pages' server knows it.
    """
    wire.ask(
        "GET /api/raw/x",
        "X-Forwarded-For: 1.1.1.1",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Proto: gopher",
        "X-Forwarded-Port: 1",
        "X-Forwarded-Prefix: /evil",
        "Forwarded: for=1.1.1.1",
        "X-Real-IP: 1.1.1.1",
    )
    (arrived,) = wire.arrived()
    told = {
        name: value for name, value in arrived.headers if "forwarded" in name or name == "x-real-ip"
    }
    assert told.pop("x-forwarded-for").removeprefix("::ffff:") == "127.0.0.1"
    assert told == {
        "x-forwarded-host": f"127.0.0.1:{wire.site.web_port}",
        "x-forwarded-proto": "http",
        "x-forwarded-prefix": "/api",
    }


@pytest.mark.parametrize("path", ["/raw/items", "/raw/items/"])
def test_a_slash_at_the_end_stays(wire: Wire, path: str) -> None:
    """
    P10: and none is added.
    """
    assert wire.ask(f"GET /api{path}").status == 200
    assert targets(wire) == [path]


# --- Who may send --------------------------------------------------------------------------------

OTHER_SITES = {
    "cross-site": ["Sec-Fetch-Site: cross-site", "Origin: https://evil.example"],
    "same-site": ["Sec-Fetch-Site: same-site", "Origin: http://other.127.0.0.1"],
    "without-origin": ["Sec-Fetch-Site: cross-site"],
    "older-browser": ["Origin: https://evil.example"],
    "sandbox": ["Origin: null"],
    "other-port": ["Origin: http://127.0.0.1"],
}


@pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("sender", OTHER_SITES)
def test_other_sites_change_nothing(wire: Wire, sender: str, method: str, kind: str) -> None:
    """
    P11: whatever the type of the body.
    """
    headers = [*OTHER_SITES[sender], "Cookie: session=ada"]
    if kind:
        headers.append(f"Content-Type: {kind}")
    assert wire.ask(f"{method} /api/raw/x", *headers, body=b"{}").status == 403
    assert targets(wire) == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("sender", ["same-origin", "origin", "program"])
def test_the_own_site_and_other_programs_may(wire: Wire, sender: str, method: str) -> None:
    """
    P11: what sends neither header is no browser.
    """
    own = f"Origin: http://127.0.0.1:{wire.site.web_port}"
    headers = {
        "same-origin": ["Sec-Fetch-Site: same-origin", own],
        "origin": [own],
        "program": [],
    }[sender]
    json_type = "Content-Type: application/json"
    assert wire.ask(f"{method} /api/raw/x", *headers, json_type, body=b"{}").status == 200
    assert [(each.method, each.size) for each in wire.arrived()] == [(method, 2)]


# --- Bodies --------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["length", "chunked"])
def test_a_body_over_the_limit_says_which_setting_it_is(wire: Wire, way: str) -> None:
    """
    P12: where there is one; Vite takes a body of any size.
    """
    size = LIMIT + 1
    if way == "length":
        length, body = f"Content-Length: {size}", bytes(size)
    else:
        length, body = "Transfer-Encoding: chunked", b"%x\r\n%b\r\n0\r\n\r\n" % (size, bytes(size))
    head = wire.request("POST /api/raw/x", "Content-Type: application/octet-stream", length)
    with wire.open() as connection:
        connection.sendall(head)
        if wire.site.form.mode == "dev":
            connection.sendall(body)
            assert read(connection).status == 200
            assert [each.size for each in wire.arrived()] == [size]
            return
        # A length is known to be too large before the body has come.
        if way == "chunked":
            connection.sendall(body)
        reply = read(connection)
    assert reply.status == 413
    assert b"BODY_SIZE_LIMIT" in reply.body


def test_a_body_without_a_type_is_dropped_by_sveltekit_2(wire: Wire) -> None:
    """
    P13: which is why each call of the client has one. SvelteKit 3 takes it for a form.
    """
    own = f"Origin: http://127.0.0.1:{wire.site.web_port}"
    assert wire.ask("POST /api/raw/x", own, body=b"{}").status == 200
    assert [each.size for each in wire.arrived()] == [0 if wire.site.form.kit == 2 else 2]


@pytest.mark.parametrize("path", ["slow?", "endless?", "endless?gap=600&"])
def test_the_back_end_is_told_that_a_visitor_has_left(wire: Wire, path: str) -> None:
    """
    P14: before the answer, during a stream, and while a stream has nothing to say.
    """
    run = f"probe-left-{path.translate({ord(each): '-' for each in '?=&'})}"

    def state() -> tuple[int, int]:
        diary = wire.site.diary(run)
        return diary["begun"], diary["ended"]

    with wire.open() as connection:
        connection.sendall(wire.request(f"GET /api/{path}run={run}"))
        wait_until(lambda: state() == (1, 0))
    wait_until(lambda: state() == (1, 1), lambda: str(state()))


# --- Kept as it is -------------------------------------------------------------------------------


def test_several_cookies_arrive_as_they_are(wire: Wire) -> None:
    """
    P15: a comma in one makes no two of it.
    """
    cookies = ["a=1; Path=/", "b=2, 3; HttpOnly", "c=%20; Expires=Thu, 01 Jan 2099 00:00:00 GMT"]
    wire.play(headers=[("set-cookie", each) for each in cookies], body="")
    assert wire.ask("GET /api/raw/x").all("set-cookie") == cookies


@pytest.mark.parametrize("status", [204, 205, 304])
def test_an_empty_answer_arrives_as_it_is(wire: Wire, status: int) -> None:
    """
    P15: with its headers.
    """
    wire.play(status, [("etag", '"1"'), ("x-a", "1")], "")
    reply = wire.ask("GET /api/raw/x", 'If-None-Match: "1"')
    assert (reply.status, reply.body) == (status, b"")
    assert (reply.all("x-a"), reply.all("etag")) == (["1"], ['"1"'])
    assert [each.all("if-none-match") for each in wire.arrived()] == [['"1"']]


def test_head_arrives_as_it_is(wire: Wire) -> None:
    """
    P15: with the length that GET would have.
    """
    wire.play(headers=[("content-length", "17"), ("x-head", "1")], body="")
    reply = wire.ask("HEAD /api/raw/x")
    assert (reply.status, reply.body) == (200, b"")
    assert (reply.all("content-length"), reply.all("x-head")) == (["17"], ["1"])
    assert [each.method for each in wire.arrived()] == ["HEAD"]


def test_an_upgrade_to_a_websocket_reaches_nobody(wire: Wire) -> None:
    """
    P16: SvelteKit's routes can't pass one on; Vite, which has a socket of its own, says nothing.
    """
    request = wire.request(
        "GET /api/raw/x",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )
    with wire.open() as connection:
        connection.sendall(request)
        connection.settimeout(1)
        try:
            received = connection.recv(65536)
        except TimeoutError:
            received = b""
    assert not received or parsed(received).status != 101
    assert [each.all("upgrade") for each in wire.arrived()] in ([], [[]])
