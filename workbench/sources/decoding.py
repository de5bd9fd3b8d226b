"""From bytes to text: byte-order mark, declared character set, UTF-8, and at last a careful guess."""

import codecs
import re
from typing import BinaryIO, NamedTuple

from workbench.errors import BadInput

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD, _CHUNK = 4_096, 1 << 20
_BEYOND_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")
"""A character that was read as UTF-8; what could not be is a lone surrogate."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """A text and how its bytes were read."""

    text: str
    encoding: str


def decode(content: bytes, name: str, declared: str = "") -> Decoded:
    """Read bytes as text; a byte-order mark counts more than what was declared, a guess comes last.

    Raises:
        BadInput: the bytes are no text, or text in no encoding that was tried; the message says which.

    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as problem:
                raise _undecodable(name, encoding, problem.start) from None
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise BadInput(f"{name} is {kind}, not a text.", "Text and HTML are read; save it as one of these.")
    if b"\0" in content:
        raise BadInput(f"{name} is a binary file, not a text.", "Text and HTML are read; save it as one of these.")
    return _decoded(content, name, declared or _declared(content))


def encoding_of(stream: BinaryIO, declared: str = "") -> str:
    """Name the encoding of a file that may be too large to be read at once, and go back to its beginning.

    A byte-order mark counts more than what is declared. Where bytes are no UTF-8, and not one character is, they are
    Windows-1252, as spreadsheets write; else the text is UTF-8 with faults in it.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            # These names read the mark as well.
            return {"utf-8": "utf-8-sig"}.get(encoding, encoding.rpartition("-")[0])
    known = _known(declared or _declared(head))
    if known not in {None, "utf-8", "ascii"}:
        return known or declared
    try:
        return "utf-8-sig" if _has_utf8(stream) else "windows-1252"
    finally:
        stream.seek(0)


def _has_utf8(stream: BinaryIO) -> bool:
    """Say whether a character above ASCII is UTF-8, or none is there at all."""
    decoder, faults = codecs.getincrementaldecoder("utf-8")("surrogateescape"), False
    while chunk := stream.read(_CHUNK):
        text = decoder.decode(chunk)
        if _BEYOND_ASCII.search(text):
            return True
        faults = faults or not text.isascii()
    return not faults


def _decoded(content: bytes, name: str, declared: str) -> Decoded:
    tried = ["utf-8"]
    if declared and _known(declared) not in {None, "utf-8", "ascii"}:
        try:
            return Decoded(content.decode(declared), _known(declared) or declared)
        except (UnicodeDecodeError, LookupError):
            tried.append(declared)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as problem:
        start = problem.start
    if _looks_western(content):
        return Decoded(content.decode("windows-1252"), "windows-1252")
    raise _undecodable(name, ", ".join(tried), start)


def _looks_western(content: bytes) -> bool:
    """Say whether bytes above 127 are few and stand among letters, as in western European text."""
    try:
        text = content.decode("windows-1252")
    except UnicodeDecodeError:
        return False
    high = [mark for mark in text if mark > "\x7f"]
    letters = sum(mark.isalpha() or mark in "–—‘’“”…€£°«»•§©®™" for mark in high)
    return not _CONTROL.search(text) and len(high) <= 0.4 * len(text) and letters >= 0.8 * len(high)


def _declared(content: bytes) -> str:
    match = _META.search(content[:_HEAD])
    return match[1].decode("ascii") if match else ""


def _known(encoding: str) -> str | None:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return None


def _undecodable(name: str, tried: str, position: int) -> BadInput:
    return BadInput(
        f"{name} is not readable as text (tried {tried}; byte {position} does not fit).", "Save it as UTF-8."
    )
