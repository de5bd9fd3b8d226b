"""Every hostile server of the list, through a whole capture: what is kept of it, or why nothing is."""

import socket
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Hostile, hostile
from tests.sources import documents as made
from tests.sources.answering import OK, Talk, answering, asking, capturer, limits, response, server
from workbench.errors import NotFetched
from workbench.sources.capture.checking import record_of, warc_problems
from workbench.sources.capture.texts import TextReader

PAGE = b"<html><body><p>" + b"Ferry prices rose by 12 percent. " * 20 + b"</p></body></html>"
ODD = b"HTTP/1.1 200 \x1b]0;PWNED\x07\r\nX-Odd: \x1b[31mred\x9b\r\nContent-Length: 5\r\n\r\nhello"


@dataclass(frozen=True)
class Expected:
    """What comes of a server.

    Attributes:
        talk: what it says, or does.
        refused: words of the refusal, empty where something is kept.
        truncated: why what is kept is not whole, empty where it is.
        body: the bytes that are kept, None where they are not compared.
        problem: words of what is said of it.
        seen: the media type that the bytes show, empty where it is not compared.

    """

    talk: bytes | Talk
    refused: str = ""
    truncated: str = ""
    body: bytes | None = None
    problem: str = ""
    seen: str = ""


def dripping(start: bytes, byte: bytes) -> Talk:
    def drip(connection: socket.socket) -> None:
        connection.sendall(start)
        connection.settimeout(0.05)
        while True:
            connection.sendall(byte)
            try:
                connection.recv(1)
            except TimeoutError:
                continue

    return drip


def silent(connection: socket.socket) -> None:
    connection.recv(1)


def endless(connection: socket.socket) -> None:
    connection.sendall(OK + b"Transfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"1000\r\n" + b"a" * 4096 + b"\r\n")


LATE = "did not answer fully within"
SERVERS: dict[str, Expected] = {
    "http_server-01": Expected(dripping(OK + b"Content-Length: 1000\r\n\r\n", b"."), truncated="time"),
    "http_server-02": Expected(dripping(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"."), refused=LATE),
    "http_server-03": Expected(silent, refused=LATE),
    "http_server-04": Expected(
        OK + b"Content-Length: 1000\r\n\r\n0123456789", truncated="disconnect", body=b"0123456789"
    ),
    "http_server-05": Expected(OK + b"Content-Length: 10\r\n\r\n" + b"0123456789" * 100, body=b"0123456789"),
    "http_server-06": Expected(OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", refused="in two ways"),
    "http_server-07": Expected(
        response(made.gzipped(b"\0", 300_000_000), "Content-Encoding: gzip"), problem="unpacks to more"
    ),
    "http_server-08": Expected(
        response(b"\x1f\x8b\x08", f"Content-Encoding: {', '.join(['gzip'] * 8)}"), problem="8 times over"
    ),
    "http_server-09": Expected(endless, truncated="length"),
    "http_server-10": Expected(OK + b"X: y\r\n" * 200 + b"\r\nhello", refused="headers are too long"),
    "http_server-11": Expected(OK + b"X: " + b"y" * 70_000 + b"\r\n\r\nhello", refused="headers are too long"),
    "http_server-12": Expected(b"SSH-2.0-OpenSSH_9.6\r\n", refused="no HTTP"),
    "http_server-13": Expected(b"<html>a body alone</html>", refused="no HTTP"),
    "http_server-14": Expected(ODD, body=b"hello"),
    "http_server-15": Expected(response(made.pdf("Words."), "Content-Type: text/html"), seen="application/pdf"),
    "http_server-16": Expected(response(PAGE, "Content-Type: application/pdf"), body=PAGE, seen="text/html"),
    "http_server-17": Expected(response(PAGE, "Content-Type: text/html; charset=utf-7"), body=PAGE, seen="text/html"),
    "http_server-18": Expected(OK + b"Set-Cookie: a=" + b"b" * 1_000_000 + b"\r\n\r\n", refused="headers are too long"),
    "http_server-19": Expected(
        response(b"words", 'Content-Disposition: attachment; filename="../../etc/passwd"'), body=b"words"
    ),
    "http_server-20": Expected(b"HTTP/1.1 304 Not Modified\r\n\r\n", refused="answered 304"),
    "http_server-21": Expected(b"HTTP/1.1 204 No Content\r\n\r\n", body=b"", problem="empty"),
}


@pytest.mark.parametrize("row", hostile("http_server"), ids=lambda row: row.id)
def test_of_a_hostile_server_a_whole_record_is_kept_or_nothing(row: Hostile, tmp_path: Path, texts: TextReader) -> None:
    expected = SERVERS[row.id]
    late = expected.refused == LATE or expected.truncated == "time"
    talk = expected.talk
    with answering(talk) if isinstance(talk, bytes) else server(talk) as origin:
        within = capturer(tmp_path / "store", texts, limits(origin, seconds=1.5 if late else 10.0, raw=400_000))
        if expected.refused:
            with pytest.raises(NotFetched, match=expected.refused):
                within.address(f"{origin}/", asking())
            assert list(within.store.all()) == []
            return
        found = within.address(f"{origin}/", asking())
    record = record_of(within.store, found.provenance)
    assert list(warc_problems(within.store.read(found.warc), record)) == []
    assert (found.truncated, record["body"]["truncated"] or "") == (expected.truncated, expected.truncated)
    assert expected.body is None or within.store.read(found.sha256) == expected.body
    assert expected.problem in found.problem
    assert not expected.seen or record["body"]["content_type_sniffed"] == expected.seen
    assert all(path.parent.parent.parent.name == "sha256" for path in tmp_path.rglob("*") if path.is_file())
    if row.id == "http_server-14":
        assert ODD in within.store.read(found.warc)
