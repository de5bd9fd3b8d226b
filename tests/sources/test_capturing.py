"""One capture: bytes, exchange, text and a record that names them all, whatever a server sends."""

import base64
import gzip
import hashlib
import io
import json
import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from tests.conftest import hostile
from tests.sources import documents as made
from tests.sources.answering import (
    ANA,
    OK,
    Authority,
    Talk,
    answering,
    asking,
    capturer,
    limits,
    response,
    server,
)
from workbench.errors import BadInput, NotFetched, WorkbenchError
from workbench.sources.brought import Brought
from workbench.sources.capture.capturing import Captured
from workbench.sources.capture.checking import record_of, warc_problems
from workbench.sources.capture.provenance import REQUIRED
from workbench.sources.capture.store import ContentStore
from workbench.sources.capture.texts import SECONDS, TextReader

PAGE = (
    b"<html><head><title>Ferries</title></head><body><p>"
    + b"Ferry prices rose by 12 percent. " * 40
    + b"</p></body></html>"
)


def captured(answer: bytes | Talk, folder: Path, texts: TextReader, **changes: object) -> tuple[Captured, ContentStore]:
    with answering(answer) if isinstance(answer, bytes) else server(answer) as origin:
        with_store = capturer(folder, texts, limits(origin, **changes))
        return with_store.address(f"{origin}/page", asking(reason="For the ferry story.")), with_store.store


def checked_record(found: Captured, store: ContentStore) -> Any:  # noqa: ANN401 - what JSON holds
    """Give the record of a capture, after everything it names was found and fits."""
    record = record_of(store, found.provenance)
    assert not REQUIRED - record.keys()
    assert rfc8785.dumps(record) == store.read(found.provenance)
    body = store.read(record["body"]["sha256"])
    assert (found.sha256, found.size) == (record["body"]["sha256"], record["body"]["bytes_raw"])
    assert len(body) == found.size
    assert base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode() == record["body"]["sha1_b32"]
    assert list(warc_problems(store.read(record["warc"]["sha256"]), record)) == []
    for entry in record["derived"]:
        assert store.check(entry["sha256"]) == entry["bytes"]
        assert entry["tool"]
        assert entry["tool_version"]
        assert len(entry["settings_sha256"]) == 64
    return record


def test_the_record_of_a_capture_says_what_was_asked_and_what_answered(tmp_path: Path, texts: TextReader) -> None:
    sent = gzip.compress(PAGE)
    found, store = captured(
        response(sent, "Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip", "Set-Cookie: a=b"),
        tmp_path,
        texts,
    )
    record = checked_record(found, store)
    assert record["schema"] == "capture/1"
    assert record["requested_by"] == {"id": ANA.id, "name": "ana", "role": "reviewer"}
    assert record["requested_at"] == "2023-11-14T22:13:20.000000Z"
    assert record["started_at"] < record["finished_at"]
    assert (record["mode"], record["outcome"], record["reason"]) == ("live", "ok", "For the ferry story.")
    assert record["requested_url"] == record["final_url"] == found.final_url
    assert record["http"]["status"] == 200
    assert ["Content-Encoding", "gzip"] in record["http"]["headers"]
    assert ["Accept-Encoding", "gzip, deflate"] in record["request_headers"]
    assert record["peer_ip"] == "127.0.0.1"
    assert record["dns"] == [{"name": "127.0.0.1", "addresses": ["127.0.0.1"]}]
    assert record["tls"] is None
    body = record["body"]
    assert (body["bytes_decoded"], body["sha256_decoded"]) == (len(PAGE), hashlib.sha256(PAGE).hexdigest())
    assert (body["content_type_declared"], body["content_type_sniffed"]) == ("text/html; charset=utf-8", "text/html")
    assert (body["charset"], body["truncated"]) == ("utf-8", None)
    assert record["tool"]["name"] == "claim-workbench"
    assert {"python", "requests", "urllib3", "warcio", "openssl", "platform", "git_commit"} <= record["tool"].keys()
    assert "12 percent" in store.read(found.text).decode()
    assert store.read(found.sha256) == sent


def test_a_capture_over_tls_says_how_it_was_encrypted(tmp_path: Path, texts: TextReader) -> None:
    authority = Authority(tmp_path)
    with server(lambda c: c.sendall(response(PAGE)), authority.context("127.0.0.1")) as origin:
        within = capturer(tmp_path / "store", texts, limits(origin, authorities=str(authority.file)))
        record = checked_record(within.address(origin, asking()), within.store)
    assert record["tls"]["version"] == "TLSv1.3"
    assert len(record["tls"]["cert_sha256"]) == 64


def test_a_captured_page_replays_byte_for_byte(tmp_path: Path, texts: TextReader) -> None:
    """What a server sent in chunks, compressed, comes out of the WARC file as it went in."""
    sent = gzip.compress(PAGE)
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (sent[:7], sent[7:]))
    answer = OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
    found, store = captured(answer, tmp_path, texts)
    warc = store.read(found.warc)
    assert answer in warc
    bodies = [part.content_stream().read() for part in ArchiveIterator(io.BytesIO(warc)) if part.rec_type == "response"]
    assert bodies == [PAGE]
    assert store.read(found.sha256) == sent


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (OK + b"Content-Length: 1000\r\n\r\nFerry prices rose", "disconnect"),
        (OK + b"\r\n" + b"word " * 50_000, "length"),
    ],
)
def test_an_answer_that_is_cut_off_is_evidence_that_says_so(
    tmp_path: Path, texts: TextReader, answer: bytes, why: str
) -> None:
    found, store = captured(answer, tmp_path, texts, raw=100_000)
    record = checked_record(found, store)
    assert (found.outcome, found.truncated) == ("partial", why)
    assert (record["outcome"], record["body"]["truncated"]) == ("partial", why)
    assert f"WARC-Truncated: {why}\r\n".encode() in store.read(found.warc)
    assert store.read(found.text)


def test_an_answer_that_takes_too_long_is_kept_as_far_as_it_came(tmp_path: Path, texts: TextReader) -> None:
    def stop(connection: socket.socket) -> None:
        connection.sendall(OK + b"Content-Length: 1000\r\n\r\nFerry prices")
        connection.recv(1)

    found, store = captured(stop, tmp_path, texts, seconds=1.5)
    assert (found.truncated, store.read(found.sha256)) == ("time", b"Ferry prices")
    checked_record(found, store)


def test_of_a_bomb_the_bytes_are_kept_and_nothing_is_unpacked(tmp_path: Path, texts: TextReader) -> None:
    bomb = made.gzipped(b"\0", 300_000_000)
    found, store = captured(response(bomb, "Content-Encoding: gzip"), tmp_path, texts)
    record = checked_record(found, store)
    assert (found.text, store.read(found.sha256)) == ("", bomb)
    assert "unpacks to more" in found.problem
    assert record["error"] == {"class": "text", "detail": found.problem}


@pytest.mark.parametrize(
    ("sent", "said", "seen"),
    [
        (made.pdf("Words."), "text/html", "application/pdf"),
        (PAGE, "application/pdf", "text/html"),
        (b"\0\1\2", "text/html", "application/octet-stream"),
    ],
    ids=["a PDF", "a page", "bytes"],
)
def test_what_a_server_says_and_what_the_bytes_show_are_both_recorded(
    tmp_path: Path, texts: TextReader, sent: bytes, said: str, seen: str
) -> None:
    found, store = captured(response(sent, f"Content-Type: {said}"), tmp_path, texts)
    body = checked_record(found, store)["body"]
    assert (body["content_type_declared"], body["content_type_sniffed"]) == (said, seen)
    assert body["content_types_agree"] is False
    assert found.media_type == seen


def test_an_empty_answer_is_kept_as_empty(tmp_path: Path, texts: TextReader) -> None:
    found, store = captured(b"HTTP/1.1 204 No Content\r\n\r\n", tmp_path, texts)
    assert (found.size, found.text, store.read(found.sha256)) == (0, "", b"")
    assert found.problem == "The answer is empty."
    checked_record(found, store)


@pytest.mark.parametrize("name", [str(row.payload) for row in hostile("filename")])
def test_no_name_that_a_server_or_a_person_gives_becomes_a_path(tmp_path: Path, texts: TextReader, name: str) -> None:
    header = name.encode("latin-1", "replace").decode("latin-1").replace("\r", "").replace("\n", "")
    found, store = captured(
        response(b"words", f'Content-Disposition: attachment; filename="{header}"'), tmp_path / "store", texts
    )
    within = capturer(tmp_path / "store", texts, limits())
    brought = within.file(Brought(b"words", name), asking())
    assert checked_record(brought, store)["original_filename"] == name.replace("\\", "/").rpartition("/")[2]
    checked_record(found, store)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(path.relative_to(tmp_path / "store" / "sha256") for path in kept)
    assert all(len(path.name) == 64 for path in kept)


def test_a_file_that_a_person_brings_is_kept_as_it_is(tmp_path: Path, texts: TextReader) -> None:
    picture = made.jpeg(640, 480)
    within = capturer(tmp_path, texts, limits())
    found = within.file(Brought(picture, "/home/ana/quay.jpg"), asking(obtained_how="Sent by a reader."))
    record = checked_record(found, within.store)
    assert within.store.read(found.sha256) == picture
    assert b"GPS" in within.store.read(found.warc)
    assert (record["mode"], record["original_filename"]) == ("upload", "quay.jpg")
    assert (record["uploaded_by"]["name"], record["obtained_how"]) == ("ana", "Sent by a reader.")
    assert (record["body"]["width"], record["body"]["height"]) == (640, 480)
    assert (record["http"], record["peer_ip"], record["request_headers"]) == (None, None, [])


def test_a_capture_by_hand_needs_an_address_and_keeps_the_statement(tmp_path: Path, texts: TextReader) -> None:
    within = capturer(tmp_path, texts, limits())
    with pytest.raises(BadInput, match="needs the address"):
        within.file(Brought(PAGE, "page.html"), asking(statement="I saved it."))
    found = within.file(
        Brought(PAGE, "page.html"), asking(statement="Saved behind my login."), "https://news.example.com/x"
    )
    record = checked_record(found, within.store)
    assert (record["mode"], record["statement"]) == ("manual", "Saved behind my login.")
    assert record["final_url"] == "https://news.example.com/x"


def test_the_pages_of_a_pdf_are_found_in_its_text(tmp_path: Path, texts: TextReader) -> None:
    found, store = captured(response(made.pdf("First page.", "Second page.")), tmp_path, texts)
    record = checked_record(found, store)
    pages = next(entry for entry in record["derived"] if entry["kind"] == "pages")
    start, end = json.loads(store.read(pages["sha256"]))["pages"][1]
    assert store.read(found.text).decode()[start:end].strip() == "Second page."


def test_fifty_captures_at_once(tmp_path: Path, texts: TextReader) -> None:
    with answering(response(PAGE, "Content-Type: text/html")) as origin:
        within = capturer(tmp_path, texts, limits(origin, seconds=30.0))
        with ThreadPoolExecutor(50) as pool:
            found = list(pool.map(lambda number: within.address(f"{origin}/{number}", asking()), range(50)))
    assert len({one.provenance for one in found}) == 50
    assert len({one.sha256 for one in found}) == 1
    for one in found:
        checked_record(one, within.store)
    assert within.store.leftovers() == ()


def test_a_store_that_can_not_be_written_leaves_no_capture(tmp_path: Path, texts: TextReader) -> None:
    shut = tmp_path / "store"
    shut.write_bytes(b"a file stands where the folder should be")
    with answering(response(PAGE)) as origin, pytest.raises(WorkbenchError, match="can't be kept"):
        capturer(shut, texts, limits(origin)).address(origin, asking())


ANSWERS = st.one_of(
    st.binary(max_size=2_000),
    st.binary(max_size=2_000).map(lambda some: OK + b"\r\n" + some),
    st.binary(max_size=2_000).map(lambda some: OK + some),
    st.binary(max_size=2_000).map(lambda some: OK + b"Transfer-Encoding: chunked\r\n\r\n" + some),
    st.binary(max_size=2_000).map(lambda some: OK + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08" + some),
    st.binary(max_size=2_000).map(lambda some: OK.replace(b"plain", b"html") + b"\r\n<html>" + some),
    st.binary(max_size=2_000).map(lambda some: OK + b"\r\n%PDF-1.4\n" + some),
    st.binary(max_size=2_000).map(lambda some: OK + b"\r\nPK\x03\x04" + some),
    st.binary(max_size=500).map(lambda some: b"HTTP/1.1 302 Found\r\nLocation: " + some + b"\r\n\r\n"),
    st.text(max_size=500).map(lambda words: response(words.encode(), "X-Words: " + ascii(words))),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=ANSWERS)
@example(answer=b"HTTP/1.\t200\n:\rTransfer-Encoding:chunked\n\n0")
@example(answer=OK + b"Transfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
@example(answer=OK + b"Transfer-Encoding: chunked\x85\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
def test_whatever_bytes_a_server_sends_there_is_a_whole_capture_or_a_refusal(
    answer: bytes, tmp_path: Path, texts: TextReader
) -> None:
    try:
        found, store = captured(answer.replace(b"100 ", b"200 "), tmp_path, texts)
    except NotFetched:
        return
    checked_record(found, store)


STEADY = """
import sys, time
from pathlib import Path
from tests.sources.answering import OK, asking, capturer, limits, server
from workbench.errors import NotFetched
from workbench.sources.capture.texts import TextReader

def endless(connection):
    connection.sendall(OK + b"Transfer-Encoding: chunked\\r\\n\\r\\n")
    while True:
        connection.sendall(b"10000\\r\\n" + b"a" * 65536 + b"\\r\\n")

texts = TextReader()
with server(endless) as origin:
    began = time.monotonic()
    found = capturer(Path(sys.argv[1]), texts, limits(origin, seconds=10.0)).address(origin, asking())
    took = time.monotonic() - began
texts.close()
# Not from getrusage: what it says of a new process begins with the most that its parent ever had.
most = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(found.truncated, took, most // 1024)
"""


def test_a_server_that_never_stops_costs_a_bounded_amount_of_memory_and_time(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STEADY, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    truncated, took, megabytes = done.stdout.split()
    assert truncated in {"length", "time"}
    assert float(took) < 10 + SECONDS + 5
    assert int(megabytes) < 300
