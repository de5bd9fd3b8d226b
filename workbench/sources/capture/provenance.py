"""The record of one capture, ``capture/1``: what was asked, what answered, what was kept, and with which tools.

It is canonical JSON (RFC 8785), so its digest says of every field that it was not changed.
"""

import base64
import hashlib
import platform
import ssl
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple

import rfc8785

from workbench.sources.capture.exchange import Headers, Hop, Recording
from workbench.sources.capture.kept_files import Blob
from workbench.sources.capture.media_types import declared
from workbench.sources.capture.texts import ReadBytes
from workbench.sources.guarded import USER_AGENT

SCHEMA = "capture/1"
REQUIRED = frozenset(
    "schema capture_id source_id requested_url requested_at requested_by redirects final_url http request_headers "
    "peer_ip started_at finished_at body warc tool mode user_agent outcome".split()
)
"""The fields that every record has."""

_SECRET = frozenset({"cookie", "authorization", "proxy-authorization"})
_REDACTED = "[left out]"
Record = dict[str, Any]


class Asker(NamedTuple):
    """Who wanted a capture."""

    id: str
    name: str
    role: str


@dataclass(frozen=True)
class Asking:
    """Why and for whom something is captured.

    Attributes:
        capture_id, source_id: public ids.
        by: who asked.
        at: when, in microseconds UTC.
        reason: why, in their words.
        obtained_how: how a file came to the desk.
        statement: what a person says of a capture that they made by hand.

    """

    capture_id: str
    source_id: str
    by: Asker
    at: int
    reason: str = ""
    obtained_how: str = ""
    statement: str = ""


class Kept(NamedTuple):
    """What was put into the store for a capture; ``derived`` are the entries of what was made of the bytes."""

    body: Blob
    warc: Blob
    records: Sequence[str]
    derived: Sequence[Record]


def canonical(record: Record) -> bytes:
    """Write a record as canonical JSON."""
    return rfc8785.dumps(record)


def of_fetch(asking: Asking, recording: Recording, read: ReadBytes, kept: Kept) -> Record:
    """Give the record of a fetch."""
    answer = recording.answer
    body = _body(answer.body, answer.header("content-type"), read, kept)
    return {
        **_base(asking, "live", recording.started_at, recording.finished_at),
        "requested_url": recording.requested_url,
        "redirects": [_redirect(hop) for hop in recording.hops[:-1]],
        "final_url": answer.url,
        "canonical_url": _told(read).get("canonical_url", {}).get("value"),
        "http": {
            "version": answer.version,
            "status": answer.status,
            "reason": answer.reason,
            "headers": [list(pair) for pair in answer.headers],
        },
        "request_headers": _shown(answer.request_headers),
        "peer_ip": answer.peer,
        "peer_port": answer.port,
        "tls": _tls(answer),
        "dns": [{"name": name, "addresses": list(addresses)} for name, addresses in recording.lookups],
        "body": {**body, "truncated": answer.truncated.value if answer.truncated else None},
        "warc": _warc(kept),
        "derived": list(kept.derived),
        "told": _told(read),
        "user_agent": USER_AGENT,
        "outcome": "partial" if answer.truncated else "ok",
        "error": _problem(read, empty=not answer.body),
    }


def of_file(asking: Asking, mode: str, name: str, url: str, read: ReadBytes, content: bytes, kept: Kept) -> Record:
    """Give the record of bytes that a person brought; they did not come over a connection that the program made."""
    return {
        **_base(asking, mode, asking.at, asking.at),
        "requested_url": url,
        "redirects": [],
        "final_url": url,
        "canonical_url": _told(read).get("canonical_url", {}).get("value"),
        "http": None,
        "request_headers": [],
        "peer_ip": None,
        "original_filename": name,
        "uploaded_by": asking.by._asdict(),
        "obtained_how": asking.obtained_how,
        "statement": asking.statement,
        "body": {**_body(content, "", read, kept), "truncated": None},
        "warc": _warc(kept),
        "derived": list(kept.derived),
        "told": _told(read),
        "user_agent": None,
        "outcome": "ok",
        "error": _problem(read),
    }


def moment(at: int) -> str:
    """Write an instant with its microseconds."""
    whole, micros = divmod(at, 1_000_000)
    return f"{datetime.fromtimestamp(whole, UTC):%Y-%m-%dT%H:%M:%S}.{micros:06d}Z"


def _base(asking: Asking, mode: str, started_at: int, finished_at: int) -> Record:
    return {
        "schema": SCHEMA,
        "capture_id": asking.capture_id,
        "source_id": asking.source_id,
        "requested_at": moment(asking.at),
        "reason": asking.reason,
        "requested_by": asking.by._asdict(),
        "started_at": moment(started_at),
        "finished_at": moment(finished_at),
        "clock": {"source": "system"},
        "tool": dict(tool()),
        "mode": mode,
        "witnesses": [],
    }


def _body(content: bytes | memoryview, content_type: str, read: ReadBytes, kept: Kept) -> Record:
    return {
        "sha256": kept.body.sha256,
        "sha1_b32": base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode("ascii"),
        "bytes_raw": kept.body.size,
        "bytes_decoded": read.size if read.sha256 else None,
        "sha256_decoded": read.sha256 or None,
        "content_type_declared": content_type,
        "content_type_sniffed": read.sniffed,
        "content_types_agree": declared(content_type) in {"", read.sniffed},
        "charset": read.text.encoding if read.text else "",
        "width": read.width or None,
        "height": read.height or None,
    }


def _warc(kept: Kept) -> Record:
    return {"sha256": kept.warc.sha256, "bytes": kept.warc.size, "record_ids": list(kept.records)}


def _redirect(hop: Hop) -> Record:
    return {
        "url": hop.url,
        "status": hop.status,
        "location": hop.location,
        "at": moment(hop.asked_at),
        "ip": hop.peer,
        "port": hop.port,
        "tls": _tls(hop),
        "truncated": hop.truncated.value if hop.truncated else None,
    }


def _tls(hop: Hop) -> Record | None:
    return hop.tls and {"version": hop.tls.version, "cipher": hop.tls.cipher, "cert_sha256": hop.tls.certificate}


def _shown(headers: Headers) -> list[list[str]]:
    return [[name, _REDACTED if name.casefold() in _SECRET else value] for name, value in headers]


def _told(read: ReadBytes) -> dict[str, Mapping[str, str]]:
    return {field: {"value": told.value, "from": told.origin} for field, told in (read.text.told if read.text else ())}


def _problem(read: ReadBytes, *, empty: bool = False) -> Record | None:
    if empty:
        return {"class": "note", "detail": "The answer is empty."}
    if read.problem:
        return {"class": "text", "detail": read.problem}
    return {"class": "note", "detail": read.text.note} if read.text and read.text.note else None


@cache
def tool() -> Mapping[str, str | None]:
    """Name the program and what it stands on, with their versions."""
    packages = {name: _version(name) for name in ("requests", "urllib3", "warcio", "trafilatura", "pypdf")}
    return {
        "name": "claim-workbench",
        "version": _version("claim-workbench"),
        "git_commit": None,
        "python": sys.version.split()[0],
        **packages,
        "openssl": ssl.OPENSSL_VERSION,
        "platform": platform.platform(),
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
