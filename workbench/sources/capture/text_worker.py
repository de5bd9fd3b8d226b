"""The process that reads captured bytes: a request, its body, an answer, again and again.

A document can be built to eat all memory or never to end, so it is unpacked and read in a process of its own
that has a memory limit and can be killed. Nothing in here opens a socket or writes a file.
"""

import hashlib
import json
import re
import resource
import sys
from importlib import import_module
from typing import Any, BinaryIO

from workbench.errors import BadInput, NotFetched
from workbench.sources.capture import media_types
from workbench.sources.capture.found_text import FoundText, Unreadable
from workbench.sources.capture.picture import dimensions
from workbench.sources.capture.transcript_text import read_transcript
from workbench.sources.decoding import Decoded, decode
from workbench.sources.guarded import Limits
from workbench.sources.unpacking import unpacked

MEMORY = 1_500_000_000
"""Bytes of address space that a document may cost."""

LARGEST_TEXT = 20_000_000
"""Characters of the largest text that is kept."""

_OFFICE = frozenset({media_types.DOCX, media_types.ODT, media_types.XLSX})
_PLAIN_ENDINGS = ("+json", "+xml", "/json", "/xml", "/csv", "/yaml", "/javascript")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def read(content: bytes, content_type: str, coding: str, url: str) -> dict[str, Any]:
    """Unpack and read one document; what can't be is said in ``problem``."""
    answer: dict[str, Any] = {"sniffed": "", "size": len(content), "sha256": "", "problem": "", "found": None}
    if coding:
        try:
            content = unpacked(content, coding, Limits(), "The answer")
        except (NotFetched, ArithmeticError, ValueError) as problem:
            return {**answer, "problem": getattr(problem, "message", "The answer can't be unpacked.")}
        except Exception:  # noqa: BLE001 - zlib has its own error, and any other means the same
            return {**answer, "problem": "The answer can't be unpacked: it is not compressed as the server says."}
    kind = media_types.sniffed(content)
    answer |= {"sniffed": kind, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    try:
        found = _found(content, kind, content_type, url)
    except Unreadable as problem:
        return {**answer, "problem": f"The text can't be read: {problem}."}
    except BadInput as problem:
        return {**answer, "problem": problem.message}
    except MemoryError:
        return {**answer, "problem": "The text can't be read: it takes too much memory."}
    except Exception as problem:  # noqa: BLE001 - a document of a stranger must not end the process
        return {**answer, "problem": f"The text can't be read ({type(problem).__name__})."}
    size = dimensions(content, kind)
    return {**answer, "found": None if found is None else _plain(found), "width": size[0], "height": size[1]}


def _found(content: bytes, kind: str, content_type: str, url: str) -> FoundText | None:
    if kind == "application/pdf":
        from workbench.sources.capture.pdf_text import read_pdf  # noqa: PLC0415 - when it is warmed

        return _kept(read_pdf(content))
    if kind in _OFFICE:
        from workbench.sources.capture.office_text import read_office  # noqa: PLC0415 - as above

        return _kept(read_office(content, kind))
    said = media_types.declared(content_type)
    if kind == "text/html" or (kind == "text/plain" and said in {"text/html", "application/xhtml+xml"}):
        from workbench.sources.capture.page_text import read_page  # noqa: PLC0415 - as above

        text, encoding = _decoded(content, content_type)
        return _kept(read_page(text, url, encoding))
    if kind.startswith("text/") or kind.endswith(_PLAIN_ENDINGS):
        text, encoding = _decoded(content, content_type)
        return _kept(read_transcript(text, encoding) or FoundText(text, "workbench.plain", "1", {}, encoding))
    return None


def _decoded(content: bytes, content_type: str) -> Decoded:
    """Decode text; where nothing fits, as UTF-8 with a mark for every byte that does not."""
    charset = _CHARSET.search(content_type)
    try:
        return decode(content, "The text", charset[1] if charset else "")
    except BadInput:
        return Decoded(content.decode("utf-8", "replace"), "utf-8 with replacements")


def _kept(found: FoundText) -> FoundText:
    if len(found.text) > LARGEST_TEXT:
        raise Unreadable("it has too much text")
    return found


def _plain(found: FoundText) -> dict[str, Any]:
    return {
        "text": found.text.encode("utf-8", "replace").decode(),
        "tool": found.tool,
        "tool_version": found.tool_version,
        "settings": dict(found.settings),
        "encoding": found.encoding,
        "pages": found.pages,
        "told": [(field, *told) for field, told in found.told],
        "note": found.note,
        "cues": found.cues,
        "whole": found.whole.encode("utf-8", "replace").decode(),
        "hidden": found.hidden.encode("utf-8", "replace").decode(),
    }


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while (head := _part(requests)) is not None:
        asked, content = json.loads(head), _part(requests)
        if content is None:
            return
        answer = read(content, asked["content_type"], asked["coding"], asked["url"])
        written = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
        answers.write(len(written).to_bytes(8, "big") + written)
        answers.flush()


def _part(requests: BinaryIO) -> bytes | None:
    size = requests.read(8)
    return requests.read(int.from_bytes(size, "big")) if len(size) == 8 else None


def _warm() -> None:
    """Load what reads, so that the first document does not wait for it."""
    for name in ("office_text", "pdf_text", "page_text"):
        import_module(f"workbench.sources.capture.{name}")
    read(b"<html><body><p>Warm.</p></body></html>", "text/html", "", "https://example.org/warm")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    out = sys.stdout.buffer
    sys.stdout = sys.stderr
    _warm()
    serve(sys.stdin.buffer, out)
