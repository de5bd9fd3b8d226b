"""What bytes are, told from the bytes themselves; what a server says of them is recorded beside it."""

import re

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)
_OFFICE = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:(?><!--.{0,2000}?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|title|article|p|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*+<(?:\?xml|rss|feed|svg)\b", re.IGNORECASE)
_JSON = re.compile(rb"\s*+[\[{]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

LOOKED_AT = 4_096
"""How many bytes at the start are looked at."""

UNKNOWN = "application/octet-stream"
"""What is not known to be anything."""

DOCX, XLSX = _OFFICE[0][1], _OFFICE[1][1]
ODT = "application/vnd.oasis.opendocument.text"


def sniffed(content: bytes | memoryview) -> str:
    """Say what these bytes are; text that is nothing else is ``text/plain``, the rest ``application/octet-stream``."""
    start = bytes(content[:LOOKED_AT])
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    if start.startswith(b"PK\x03\x04"):
        return _zipped(start)
    if start[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(start[8:12], UNKNOWN)
    if start[4:8] == b"ftyp":
        return "image/avif" if start[8:12] in {b"avif", b"avis"} else "video/mp4"
    return _written(start)


def declared(content_type: str) -> str:
    """Give the media type of a ``Content-Type`` without its parameters."""
    return content_type.partition(";")[0].strip().casefold()


def _zipped(start: bytes) -> str:
    if start[30:38] == b"mimetype":
        size = int.from_bytes(start[18:22], "little")
        return start[38 : 38 + min(size, 100)].decode("ascii", "replace") or "application/zip"
    names = start[30:]
    return next((kind for folder, kind in _OFFICE if folder in names), "application/zip")


def _written(start: bytes) -> str:
    if start.startswith(_MARKS):
        wide = "utf-16" if start[:3] != _MARKS[0] else "utf-8-sig"
        start = start[: len(start) // 2 * 2].decode(wide, "replace").encode()
    if _PAGE.match(start):
        return "text/html"
    if _XML.match(start):
        return "application/xml"
    if _CONTROLS.search(start):
        return UNKNOWN
    return "application/json" if _JSON.match(start) else "text/plain"
