"""The WARC file of a capture is one that other programs read, and holds what went over the wire byte for byte."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.conftest import START
from tests.sources.answering import OK, answering, limits, response
from workbench.sources.capture.checking import warc_problems
from workbench.sources.capture.recording import record
from workbench.sources.capture.warc import Warc, warc_of, warc_of_file

ODD = (
    b"HTTP/1.1 200  Odd  \x1b]0;x\x07 words\r\ncontent-type:text/html\r\nX-Folded: a\r\n b\r\nX-Latin: caf\xe9\r\n"
    b"Content-Length: 5\r\n\r\nhello"
)
ANSWERS = {
    "plain": response(b"hello"),
    "empty": b"HTTP/1.1 204 No Content\r\n\r\n",
    "chunked": OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "compressed": response(b"\x1f\x8b\x08\x00 broken", "Content-Encoding: gzip"),
    "odd headers": ODD,
    "bare newlines": b"HTTP/1.1 200 OK\nContent-Length: 5\n\nhello",
    "to the end": OK + b"\r\nhello",
    "cut off": OK + b"Content-Length: 100\r\n\r\nhello",
    "cut off in a chunk": OK + b"Transfer-Encoding: chunked\r\n\r\n9\r\nhello",
}


def written(answer: bytes) -> Warc:
    with answering(answer) as origin:
        recording = record(f"{origin}/a^b?q=ü", limits(origin), lambda: START)
    assert bytes(recording.answer.response) == answer
    return warc_of(recording, "test 1", {"capture-id": "x\r\ny"})


def checked(content: bytes, folder: Path) -> str:
    path = folder / "capture.warc"
    path.write_bytes(content)
    command = [sys.executable, "-m", "warcio.cli", "check", "-v", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("kind", ANSWERS)
def test_any_answer_is_written_as_it_came_and_passes_the_check(kind: str, tmp_path: Path) -> None:
    answer = ANSWERS[kind]
    warc = written(answer)
    assert answer in warc.content
    assert warc.content.startswith(b"WARC/1.1\r\n")
    told = checked(warc.content, tmp_path)
    assert told.count("digest pass") == len(warc.records) == 4
    assert "not checked" not in told
    assert (b"WARC-Truncated: disconnect" in warc.content) == kind.startswith("cut off")


def test_another_reader_replays_the_same_page() -> None:
    warc = written(ANSWERS["chunked"])
    parts = {part.rec_type: (part.rec_headers, part.content_stream().read()) for part in records(warc.content)}
    assert set(parts) == {"warcinfo", "request", "response", "metadata"}
    headers, body = parts["response"]
    assert body == b"hello"
    assert headers.get_header("WARC-Target-URI").endswith("/a%5Eb?q=%C3%BC")
    assert headers.get_header("WARC-IP-Address") == "127.0.0.1"
    assert headers.get_header("WARC-Date") == "2023-11-14T22:13:20.000000Z"
    asked = parts["request"][0].get_header("WARC-Record-ID")
    assert headers.get_header("WARC-Concurrent-To") == asked
    assert b"capture-id: x y\r\n" in parts["metadata"][1]


def records(content: bytes) -> ArchiveIterator:
    return ArchiveIterator(io.BytesIO(content))


def test_a_file_is_written_as_a_resource(tmp_path: Path) -> None:
    content = b"%PDF-1.4 \r\n\r\n bytes"
    warc = warc_of_file(content, "application/pdf", "urn:uuid:1", START, "test 1")
    assert checked(warc.content, tmp_path).count("digest pass") == 2
    resource = list(records(warc.content))[-1]
    assert resource.rec_type == "resource"
    assert content in warc.content


@pytest.mark.parametrize("where", [b"hello", b"GET /", b"HTTP/1.1 200", b"fetchTimeMs", b"text/plain"])
def test_any_change_to_a_file_is_found(where: bytes) -> None:
    warc = written(ANSWERS["chunked"])
    sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    made = {"warc": {"record_ids": list(warc.records)}, "body": {"sha256": sha256, "truncated": None}}
    assert list(warc_problems(warc.content, made)) == []
    changed = warc.content.replace(where, where[:-1] + b"X")
    assert changed != warc.content
    assert list(warc_problems(changed, made))
    assert list(warc_problems(warc.content[:-40], made))
    assert list(warc_problems(b"", made))
