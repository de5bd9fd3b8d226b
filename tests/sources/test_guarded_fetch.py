"""Only public addresses are spoken to, and a server can neither hold the desk nor fill it."""

import gzip
import socket
from contextlib import suppress
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.conftest import Hostile, hostile
from tests.sources.answering import Authority, server
from workbench.errors import NotFetched
from workbench.sources.addresses import is_public
from workbench.sources.fetch import fetch
from workbench.sources.guarded import Limits, Watch


def unreachable(host: str, port: int) -> list[tuple[str, int]]:
    raise AssertionError(f"{host}:{port} was looked up")


@pytest.mark.parametrize("row", hostile("url_refuse"), ids=lambda row: row.id)
def test_a_hostile_address_is_refused_before_anything_is_sent(row: Hostile) -> None:
    with pytest.raises(NotFetched) as refused:
        fetch(str(row.payload), Limits(seconds=5, resolve=unreachable))
    assert refused.value.hint
    assert not any(mark < " " or 0x7F <= ord(mark) < 0xA0 for mark in refused.value.message)


@pytest.mark.parametrize("row", hostile("dns"), ids=lambda row: row.id)
def test_a_name_that_leads_inside_is_refused(row: Hostile) -> None:
    addresses = row.payload if isinstance(row.payload, list) else [row.payload]
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        looked_up.append(host)
        return [(str(address), port) for address in addresses]

    with pytest.raises(NotFetched):
        fetch("http://news.example.com/", Limits(seconds=0.5, resolve=resolve))
    assert len(looked_up) == 1


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "169.254.169.254", "100.64.0.1", "192.0.0.192", "198.18.0.1", "224.0.0.1", "168.63.129.16", "0.0.0.0",  # noqa: S104
     "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fec0::1", "fe80::1%eth0", "::127.0.0.1", "not an address"],
)  # fmt: skip
def test_an_inner_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "8.8.8.8"])
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)


def limits(server: HTTPServer, **changes: object) -> Limits:
    return Limits(allowed=frozenset({server.url_for("").rstrip("/")}), **{"seconds": 5.0, **changes})  # type: ignore[arg-type]


def test_a_page_of_an_allowed_origin_is_fetched_whole(httpserver: HTTPServer) -> None:
    body = gzip.compress(b"<p>hello</p>" * 1_000)
    httpserver.expect_request("/page").respond_with_data(
        body, content_type="text/html", headers={"Content-Encoding": "gzip"}
    )
    fetched = fetch(httpserver.url_for("/page"), limits(httpserver))
    assert fetched.body == b"<p>hello</p>" * 1_000
    assert fetched.content_type == "text/html"


def test_the_same_server_is_refused_when_it_is_not_allowed(httpserver: HTTPServer) -> None:
    with pytest.raises(NotFetched):
        fetch(httpserver.url_for("/page"), Limits(seconds=5))
    assert httpserver.log == []


@pytest.mark.parametrize("row", hostile("redirect"), ids=lambda row: row.id)
def test_a_redirect_to_a_refused_address_is_not_followed(row: Hostile, httpserver: HTTPServer) -> None:
    target = row.payload if isinstance(row.payload, str) else str(row.payload)
    httpserver.expect_request("/").respond_with_handler(lambda _: redirect(target))
    with pytest.raises(NotFetched):
        fetch(httpserver.url_for("/"), limits(httpserver, resolve=only_loopback))


def redirect(target: str) -> Response:
    answer = Response(status=302)
    answer.autocorrect_location_header = False
    answer.headers["Location"] = target.encode("utf-8", "replace").decode("latin-1").replace("\r", "").replace("\n", "")
    return answer


def only_loopback(_host: str, port: int) -> list[tuple[str, int]]:
    return [("127.0.0.1", port)]


def test_redirects_are_followed_five_times_and_recorded(httpserver: HTTPServer) -> None:
    def step(request: Request) -> Response:
        number = int(request.path.removeprefix("/"))
        return redirect(f"/{number + 1}") if number < 5 else Response("there")

    for number in range(6):
        httpserver.expect_request(f"/{number}").respond_with_handler(step)
    fetched = fetch(httpserver.url_for("/0"), limits(httpserver))
    assert fetched.body == b"there"
    assert len(fetched.hops) == 5
    with pytest.raises(NotFetched, match="more than 4 times"):
        fetch(httpserver.url_for("/0"), limits(httpserver, redirects=4))


@pytest.mark.parametrize(("status", "words"), [(404, "404"), (500, "500"), (204, "204")])
def test_an_answer_that_says_no_is_named(httpserver: HTTPServer, status: int, words: str) -> None:
    httpserver.expect_request("/").respond_with_data("", status=status)
    with pytest.raises(NotFetched, match=words):
        fetch(httpserver.url_for("/"), limits(httpserver))


def test_too_much_is_given_up(httpserver: HTTPServer) -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    httpserver.expect_request("/bomb").respond_with_data(bomb, headers={"Content-Encoding": "gzip"})
    httpserver.expect_request("/long").respond_with_data(b"a" * 100_000)
    with pytest.raises(NotFetched, match="unpacks to more"):
        fetch(httpserver.url_for("/bomb"), limits(httpserver))
    with pytest.raises(NotFetched, match="is larger than"):
        fetch(httpserver.url_for("/long"), limits(httpserver, raw=50_000))


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"", "did not answer fully"),
        (HEAD, "did not answer fully"),
        (HEAD + b"Content-Length: 1000\r\n\r\nonly this", "did not answer fully"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "did not answer fully"),
        (b"\x00\x01 no http at all\r\n\r\n", "could not be fetched"),
    ],
)
def test_a_server_that_never_ends_is_left_in_time(answer: bytes, words: str) -> None:
    with (
        server(lambda connection: connection.sendall(answer), held=True) as origin,
        pytest.raises(NotFetched, match=words),
    ):
        fetch(f"{origin}/", Limits(seconds=0.4, allowed=frozenset({origin})))


@pytest.mark.parametrize("answer", [b"", HEAD, HEAD + b"Content-Length: 1000\r\n\r\nonly this"])
def test_a_read_that_gives_up_before_the_deadline_is_late_too(answer: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Watch, "fire", lambda _: None)
    with (
        server(lambda connection: connection.sendall(answer), held=True) as origin,
        pytest.raises(NotFetched, match="did not answer fully"),
    ):
        fetch(f"{origin}/", Limits(seconds=0.2, allowed=frozenset({origin})))


def test_a_server_that_drips_over_tls_is_left_in_time(tmp_path: Path) -> None:
    authority, sent = Authority(tmp_path), list[int]()

    def drip(connection: socket.socket) -> None:
        connection.sendall(HEAD + b"Content-Length: 1000\r\n\r\n")
        connection.settimeout(0.05)
        for number in range(200):
            connection.sendall(b".")
            sent.append(number)
            with suppress(TimeoutError):
                connection.recv(1)

    with server(drip, authority.context("127.0.0.1")) as origin:
        bounds = Limits(seconds=0.6, allowed=frozenset({origin}), authorities=str(authority.file))
        with pytest.raises(NotFetched, match="did not answer fully"):
            fetch(f"{origin}/", bounds)
        assert len(sent) < 150


@pytest.mark.parametrize(
    ("scheme", "answer", "words"),
    [
        ("http", b"", "the connection was closed without an answer"),
        ("http", HEAD + b"Content-Length: 1000\r\n\r\nonly this", "the answer was cut off"),
        ("http", HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello", "the answer was cut off"),
        ("http", HEAD + b"Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello", "can't be decompressed"),
        ("http", b"hello there\r\n\r\n", "what it answered is no HTTP"),
        ("https", b"hello there\r\n\r\n", "it does not answer over an encrypted connection"),
    ],
)
def test_an_answer_that_is_none_is_named_in_plain_words(scheme: str, answer: bytes, words: str) -> None:
    def cut(connection: socket.socket) -> None:
        connection.sendall(answer)
        connection.shutdown(socket.SHUT_RDWR)

    with server(cut) as address:
        origin = address.replace("http:", f"{scheme}:")
        with pytest.raises(NotFetched) as refusal:
            fetch(f"{origin}/", Limits(seconds=5, allowed=frozenset({origin})))
    assert refusal.value.message.endswith(f"{words}.")
    assert "(" not in refusal.value.message


def test_a_name_that_no_host_has_is_said_to_be_none() -> None:
    def nobody(*_: object) -> list[tuple[str, int]]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(NotFetched, match="there is no host of this name"):
        fetch("https://example.org/", Limits(seconds=5, resolve=nobody))
