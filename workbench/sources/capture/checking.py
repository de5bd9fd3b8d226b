"""Check what the store holds of a capture: every file hashed again, the record as it was written, the WARC whole."""

import hashlib
import io
import json
from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from workbench.sources.capture.provenance import REQUIRED, SCHEMA, Record, canonical
from workbench.sources.capture.store import ContentStore

_CHUNK = 1 << 20
_CHUNKED = "chunked"
_BODIES = frozenset({"response", "resource"})


def record_of(store: ContentStore, sha256: str) -> Record:
    """Read the record of a capture.

    Raises:
        BlobMissing, BlobDamaged: as of the store.
        ValueError: it is no record, not canonical, or lacks a field that every record has.

    """
    content = store.read(sha256)
    record = json.loads(content)
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise ValueError(f"it is no record of the form {SCHEMA}")
    missing = sorted(REQUIRED - record.keys())
    if missing:
        raise ValueError(f"it lacks {', '.join(missing)}")
    if canonical(record) != content:
        raise ValueError("it is not written canonically")
    return record


def referred(record: Record) -> Iterator[tuple[str, str]]:
    """Give what a record refers to: what it is, and its digest."""
    yield "bytes", str(record["body"]["sha256"])
    yield "WARC", str(record["warc"]["sha256"])
    for entry in record.get("derived", ()):
        yield str(entry["kind"]), str(entry["sha256"])


def warc_problems(content: bytes, record: Record, *, hashed: bool = False) -> Iterator[str]:
    """Say what is wrong with a WARC file: its records, and that it holds the bytes of the capture.

    Its own digests are compared as well, unless the file was ``hashed`` as a whole already.
    """
    ids, held = [], ""
    try:
        for part in ArchiveIterator(io.BytesIO(content), no_record_parse=False, check_digests=not hashed):
            held = _digest_of(part) or held
            ids.append(part.rec_headers.get_header("WARC-Record-ID"))
            if not hashed and part.digest_checker.passed is not True:
                yield from part.digest_checker.problems or ("a record of it is cut off",)
    except (ArchiveLoadFailed, ValueError, EOFError) as problem:
        yield f"it can't be read: {problem}"
        return
    if ids != record["warc"]["record_ids"]:
        yield "its records are not those that were written"
    if held != record["body"]["sha256"] and not record["body"]["truncated"]:
        yield "it does not hold the bytes of the capture"


def _digest_of(part: Any) -> str:  # noqa: ANN401 - warcio has no types
    """Read a record to its end; give the digest of its body, its chunks put together but not unpacked."""
    if part.rec_type in _BODIES and part.http_headers is not None:
        part.http_headers.remove_header("Content-Encoding")
        if (part.http_headers.get_header("Transfer-Encoding") or "").casefold() == _CHUNKED:
            part.http_headers.replace_header("Transfer-Encoding", _CHUNKED)  # warcio knows it in small letters only
    state, stream = hashlib.sha256(), part.content_stream()
    while some := stream.read(_CHUNK):
        state.update(some)
    return state.hexdigest() if part.rec_type in _BODIES else ""
