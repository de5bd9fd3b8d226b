"""Write one WARC/1.1 file for a capture: each hop with its request and its answer as they went over the wire.

``warcio`` would put the headers of an answer together anew; they are written as they came, with digests made here.
"""

import hashlib
import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from workbench.sources.capture.exchange import Hop, Recording

_VERSION = "WARC/1.1"
_REQUEST, _RESPONSE = "application/http; msgtype=request", "application/http; msgtype=response"


class Warc(NamedTuple):
    """A written file and the ids of its records, in order."""

    content: bytes
    records: tuple[str, ...]


class _Block(NamedTuple):
    """What a record holds."""

    kind: str
    content_type: str
    content: bytes
    payload: bytes | memoryview | None = None


def warc_of(recording: Recording, software: str, fields: Mapping[str, str]) -> Warc:
    """Write a recorded fetch.

    Args:
        recording: what was seen.
        software: name and version of the program.
        fields: what else is told of the capture, for a metadata record that belongs to the last answer.

    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version=_VERSION)
    ids = [_warcinfo(writer, recording, software)]
    for hop in recording.hops:
        ids += _pair(writer, hop)
    told = {"fetchTimeMs": str((recording.answer.answered_at - recording.answer.asked_at) // 1000), **fields}
    words = _lines(told)
    about = _Block("metadata", "application/warc-fields", words, words)
    named = {"WARC-Concurrent-To": ids[-1], "WARC-Target-URI": recording.answer.url}
    ids.append(_write(writer, about, recording.finished_at, named))
    return Warc(out.getvalue(), tuple(ids))


def warc_of_file(content: bytes, media_type: str, name: str, at: int, software: str) -> Warc:
    """Write what a person brought: a resource record under a name that is no address."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version=_VERSION)
    ids = [_info(writer, at, software)]
    block = _Block("resource", media_type or "application/octet-stream", content, content)
    ids.append(_write(writer, block, at, {"WARC-Target-URI": name}))
    return Warc(out.getvalue(), tuple(ids))


def _warcinfo(writer: Any, recording: Recording, software: str) -> str:  # noqa: ANN401 - warcio has no types
    return _info(writer, recording.started_at, software)


def _info(writer: Any, at: int, software: str) -> str:  # noqa: ANN401 - as above
    fields = {"software": software, "format": "WARC file version 1.1", "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"}  # fmt: skip
    return _write(writer, _Block("warcinfo", "application/warc-fields", _lines(fields)), at, {})


def _pair(writer: Any, hop: Hop) -> tuple[str, str]:  # noqa: ANN401 - as above
    where = {"WARC-Target-URI": hop.url, "WARC-IP-Address": hop.peer}
    asked = _write(writer, _Block("request", _REQUEST, hop.request, b""), hop.asked_at, where)
    cut = {"WARC-Truncated": hop.truncated.value} if hop.truncated else {}
    answer = _Block("response", _RESPONSE, hop.response, memoryview(hop.response)[hop.head :])
    return asked, _write(writer, answer, hop.asked_at, {**where, "WARC-Concurrent-To": asked, **cut})


def _write(writer: Any, block: _Block, at: int, fields: Mapping[str, str]) -> str:  # noqa: ANN401 - as above
    headers = StatusAndHeaders("", [], protocol=_VERSION)
    identity = writer._make_warc_id()  # noqa: SLF001 - warcio makes one only for records whose headers it makes anew
    for name, value in {"WARC-Type": block.kind, "WARC-Record-ID": identity, "WARC-Date": _date(at), **fields}.items():
        headers.add_header(name, value)
    if block.payload is not None:
        headers.add_header("WARC-Payload-Digest", f"sha256:{hashlib.sha256(block.payload).hexdigest()}")
    headers.add_header("WARC-Block-Digest", f"sha256:{hashlib.sha256(block.content).hexdigest()}")
    stream, size = io.BytesIO(block.content), len(block.content)
    record = ArcWarcRecord("warc", block.kind, headers, stream, None, block.content_type, size)
    record.payload_length = size
    writer.write_record(record)
    return str(identity)


def _lines(fields: Mapping[str, str]) -> bytes:
    kept = {name: " ".join(value.split()) for name, value in fields.items()}
    return "".join(f"{name}: {value}\r\n" for name, value in kept.items() if value).encode("utf-8", "replace")


def _date(at: int) -> str:
    whole, micros = divmod(at, 1_000_000)
    return f"{datetime.fromtimestamp(whole, UTC):%Y-%m-%dT%H:%M:%S}.{micros:06d}Z"
