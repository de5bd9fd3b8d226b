"""What went over the wire is kept byte for byte, with who answered; an answer that is cut off says so."""

import gzip
import hashlib
import socket
import ssl
import threading
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.conftest import START, Hostile, hostile
from tests.sources.answering import OK, Authority, answering, limits, response, server
from workbench.errors import NotFetched
from workbench.sources.capture.exchange import Recording, Truncation
from workbench.sources.capture.recording import NotRecorded, record
from workbench.sources.guarded import Limits

PART = b"HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/900\r\n"


def recorded(origin: str, path: str = "/", **changes: object) -> Recording:
    return record(f"{origin}{path}", limits(origin, **changes), lambda: START)


def unreachable(host: str, port: int) -> list[tuple[str, int]]:
    raise AssertionError(f"{host}:{port} was looked up")


def refusal(url: str) -> NotFetched | None:
    try:
        record(url, Limits(seconds=5, resolve=unreachable), lambda: START)
    except NotFetched as refused:
        return refused
    return None


def test_every_hostile_address_is_refused_before_anything_is_sent() -> None:
    rows = hostile("url_refuse")
    refusals = {row.id: refusal(str(row.payload)) for row in rows}
    refused = [one for one in refusals.values() if one is not None]
    print(f"{len(refused)} of {len(rows)} hostile addresses refused")  # noqa: T201 - asked for by who reads the run
    assert len(refused) == len(rows) == 66
    for one in refused:
        assert one.hint
        assert not any(mark < " " or 0x7F <= ord(mark) < 0xA0 for mark in one.message)


@pytest.mark.parametrize("row", hostile("dns"), ids=lambda row: row.id)
def test_a_name_that_leads_inside_is_looked_up_once_and_refused(row: Hostile) -> None:
    looked_up: list[str] = []

    def resolve(host: str, port: int) -> list[tuple[str, int]]:
        looked_up.append(host)
        return [(str(address), port) for address in row.payload]  # type: ignore[attr-defined]

    with pytest.raises(NotFetched):
        record("http://news.example.com/", Limits(seconds=0.5, resolve=resolve), lambda: START)
    assert looked_up == ["news.example.com"]


@pytest.mark.parametrize("row", hostile("redirect"), ids=lambda row: row.id)
def test_a_redirect_to_a_refused_address_is_not_followed_and_the_way_there_is_known(row: Hostile) -> None:
    target = str(row.payload).encode("utf-8", "replace")
    answer = b"HTTP/1.1 302 Found\r\nLocation: " + target + b"\r\nContent-Length: 0\r\n\r\n"

    def inside(_host: str, port: int) -> list[tuple[str, int]]:
        return [("127.0.0.1", port)]

    with answering(answer) as origin, pytest.raises(NotFetched) as refused:
        recorded(origin, resolve=inside)
    if isinstance(refused.value, NotRecorded):
        # The longest is refused with the headers that hold it.
        assert refused.value.hops or len(target) > 65_536
        assert {hop.status for hop in refused.value.hops} <= {302}
        assert len(refused.value.hops) <= 6


def test_an_answer_is_kept_as_it_was_sent(httpserver: HTTPServer) -> None:
    body = gzip.compress(b"<p>hello</p>" * 1_000)
    httpserver.expect_request("/page").respond_with_data(
        body, content_type="text/html", headers={"Content-Encoding": "gzip", "X-Odd": "a;  b"}
    )
    found = recorded(httpserver.url_for("").rstrip("/"), "/page?q=1")
    answer = found.answer
    assert bytes(answer.body) == body
    assert bytes(answer.response).endswith(body)
    assert bytes(answer.response).startswith(b"HTTP/1.0 200 OK\r\n")
    assert answer.response[: answer.head].endswith(b"\r\n\r\n")
    assert ("X-Odd", "a;  b") in answer.headers
    assert answer.request.startswith(b"GET /page?q=1 HTTP/1.1\r\nHost: ")
    assert answer.request.endswith(b"\r\n\r\n")
    assert (answer.peer, answer.port, answer.tls, answer.truncated) == ("127.0.0.1", httpserver.port, None, None)
    assert found.lookups[0].name == "localhost"
    assert "127.0.0.1" in found.lookups[0].addresses


def test_chunks_are_kept_as_sent_and_put_together_beside_it() -> None:
    sent = OK + b"Transfer-Encoding: chunked\r\n\r\n5;x=1\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: 1\r\n\r\n"
    with answering(sent + b"what comes after is no part of it") as origin:
        answer = recorded(origin).answer
    assert bytes(answer.response) == sent
    assert bytes(answer.body) == b"hello world"
    assert answer.truncated is None


def test_every_redirect_is_a_hop_of_its_own(httpserver: HTTPServer) -> None:
    def step(request: Request) -> Response:
        number = int(request.path.removeprefix("/"))
        answer = Response("moved", status=301 + number % 2)
        answer.headers["Location"] = f"/{number + 1}#part"
        return answer if number < 5 else Response("there")

    for number in range(6):
        httpserver.expect_request(f"/{number}").respond_with_handler(step)
    origin = httpserver.url_for("").rstrip("/")
    found = recorded(origin, "/0")
    assert [hop.url for hop in found.hops] == [f"{origin}/{number}" for number in range(6)]
    assert [bytes(hop.body) for hop in found.hops] == [b"moved"] * 5 + [b"there"]
    with pytest.raises(NotFetched, match="more than 4 times") as refused:
        recorded(origin, "/0", redirects=4)
    assert isinstance(refused.value, NotRecorded)
    assert len(refused.value.hops) == 5


def test_blanks_in_a_redirect_are_forgiven() -> None:
    def talk(connection: socket.socket) -> None:
        moved.append(b"HTTP/1.1 302 Found\r\nLocation: /a b \r\nContent-Length: 0\r\n\r\n")
        connection.sendall(moved[0] if len(moved) == 1 else response(b"there"))

    moved: list[bytes] = []
    with server(talk) as origin:
        assert recorded(origin).answer.url == f"{origin}/a%20b"


def test_a_page_of_the_internet_leads_to_no_service_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """One loopback address stands for the internet here, another one for this machine."""
    with answering(response(b"a secret of this machine")) as own, socket.create_server(("127.0.0.2", 0)) as internet:
        port = internet.getsockname()[1]
        monkeypatch.setattr("workbench.sources.guarded.is_public", lambda address: address == "127.0.0.2")
        monkeypatch.setattr("workbench.sources.addresses.PORTS", {port})

        def lead_inside() -> None:
            connection, _ = internet.accept()
            with connection:
                connection.recv(65536)
                head = f"HTTP/1.1 302 Found\r\nLocation: {own}/\r\nContent-Length: 0\r\n\r\n"
                connection.sendall(head.encode())

        threading.Thread(target=lead_inside, daemon=True).start()
        bounds = limits(own, resolve=lambda _, port: [("127.0.0.2", port)])
        with pytest.raises(NotFetched, match=r"not a public one|port") as refused:
            record(f"http://news.example.com:{port}/", bounds, lambda: START)
        assert isinstance(refused.value, NotRecorded)
        assert [hop.status for hop in refused.value.hops] == [302]
        assert bytes(recorded(own).answer.body) == b"a secret of this machine"


def test_an_answer_over_tls_says_how_it_was_encrypted_and_by_whom(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with server(lambda c: c.sendall(response(b"secret")), authority.context("127.0.0.1")) as origin:
        found = recorded(origin, authorities=str(authority.file))
        assert bytes(found.answer.body) == b"secret"
        port = int(origin.rpartition(":")[2])
        shown = hashlib.sha256(ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", port)))).hexdigest()
    tls = found.answer.tls
    assert tls is not None
    assert (tls.version, tls.certificate) == ("TLSv1.3", shown)
    assert tls.cipher


@pytest.mark.parametrize("trusted", [True, False])
def test_a_certificate_of_another_name_or_of_nobody_known_is_refused(tmp_path: Path, trusted: bool) -> None:
    authority = Authority(tmp_path)
    context = authority.context("elsewhere.example.com" if trusted else "127.0.0.1")
    with (
        server(lambda c: c.sendall(response(b"secret")), context) as origin,
        pytest.raises(NotFetched, match="its certificate can't be trusted"),
    ):
        recorded(origin, authorities=str(authority.file) if trusted else "")


def test_a_server_that_drips_over_tls_is_left_in_time(tmp_path: Path) -> None:
    authority = Authority(tmp_path)

    def drip(connection: socket.socket) -> None:
        connection.sendall(OK + b"Content-Length: 1000\r\n\r\n")
        while True:
            connection.sendall(b".")
            connection.settimeout(0.05)
            try:
                connection.recv(1)
            except TimeoutError:
                continue

    with server(drip, authority.context("127.0.0.1")) as origin:
        answer = recorded(origin, authorities=str(authority.file), seconds=1.5).answer
    assert answer.truncated is Truncation.TIME
    assert 0 < len(answer.body) < 1_000


@pytest.mark.parametrize(
    ("sent", "why", "body"),
    [
        (OK + b"Content-Length: 1000\r\n\r\nonly this", Truncation.DISCONNECT, b"only this"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", Truncation.DISCONNECT, b"hello"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n", Truncation.DISCONNECT, b"hello"),
        (OK + b"\r\n" + b"a" * 200_000, Truncation.LENGTH, None),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"5\r\nhello\r\n" * 30_000, Truncation.LENGTH, None),
        (OK + b"Content-Length: 10\r\n\r\n" + b"b" * 1_000, None, b"b" * 10),
        (PART + b"Content-Length: 5\r\n\r\nhello", Truncation.UNSPECIFIED, b"hello"),
        (OK + b"Content-Length: 0\r\n\r\n", None, b""),
        (b"HTTP/1.1 204 No Content\r\n\r\n", None, b""),
        (b"HTTP/1.1 100 Continue\r\n\r\n" + OK + b"\r\nafter it", None, b"after it"),
    ],
)
def test_an_answer_that_is_cut_off_is_kept_and_says_why(
    sent: bytes, why: Truncation | None, body: bytes | None
) -> None:
    with answering(sent) as origin:
        answer = recorded(origin, raw=100_000).answer
    assert answer.truncated is why
    assert body is None or bytes(answer.body) == body
    assert len(answer.response) < 300_000


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (b"", "closed without an answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: te", "cut off"),
        (b"HTTP/1.1 200 OK\r\n", "cut off"),
        (OK + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello", "in two ways"),
        (OK + b"Content-Length: -5\r\n\r\nhello", "no length that there is"),
        (OK + b"X: y\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "read in two ways"),
        (OK + b" \r\n\r\nhello", "read in two ways"),
        (OK + b"Transfer-Encoding: chunked\t\r\n\r\n0\r\n\r\n", "read in two ways"),
        (OK + b"Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n", "in a way that was not asked for"),
        (OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n", "not asked for"),
        (OK + b"".join(b"X-%d: y\r\n" % number for number in range(200)) + b"\r\n", "headers are too long"),
        (OK + b"X-Long: " + b"a" * 70_000 + b"\r\n\r\n", "headers are too long"),
        (OK + b"Set-Cookie: " + b"a" * 1_000_000 + b"\r\n\r\n", "headers are too long"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "no HTTP"),
        (b"<html>no status line at all</html>", "no HTTP"),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", "answered 304"),
        (response(b"gone", status="410 Gone"), "answered 410 Gone"),
    ],
)
def test_what_is_no_answer_is_a_failure(sent: bytes, words: str) -> None:
    with answering(sent) as origin, pytest.raises(NotFetched, match=words):
        recorded(origin)


@pytest.mark.parametrize("sent", [b"", b"HTTP/1.1 200 OK\r\nX: ", OK])
def test_a_server_that_goes_silent_before_its_answer_begins_is_left_in_time(sent: bytes) -> None:
    def silent(connection: socket.socket) -> None:
        connection.sendall(sent)
        connection.recv(1)

    with server(silent) as origin, pytest.raises(NotFetched, match="did not answer fully within"):
        recorded(origin, seconds=0.3)


def test_no_cookie_is_sent_back() -> None:
    seen: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        connection.sendall(
            b"HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /2\r\nContent-Length: 0\r\n\r\n"
            if not seen
            else response(b"there")
        )
        seen.append(b"")

    with server(talk) as origin:
        found = recorded(origin)
    assert all(b"Cookie" not in hop.request for hop in found.hops)
    assert len(found.hops) == 2


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    with answering(response(b"direct")) as origin:
        assert bytes(recorded(origin).answer.body) == b"direct"
