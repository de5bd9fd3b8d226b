"""Unpack what a server sent compressed, within bounds: a small answer can unpack to more than the memory holds."""

import zlib

from workbench.errors import NotFetched
from workbench.sources.guarded import Limits

_MOST = 5
"""How often one over the other an answer may be compressed."""


def unpacked(raw: bytes, encodings: str, bounds: Limits, shown: str) -> bytes:
    """Take the compression off that ``Content-Encoding`` names, within bounds.

    Raises:
        NotFetched: it unpacks to too much, is cut off, or is compressed in another way.

    """
    body = raw
    cap = min(bounds.decoded, max(len(raw) * bounds.ratio, 1_000_000))
    names = [name.strip().casefold() for name in encodings.split(",") if name.strip()]
    if len(names) > _MOST:
        raise NotFetched(f"{shown} is compressed {len(names)} times over.", "Save the page and add the file.")
    for encoding in reversed(names):
        if encoding == "identity":
            continue
        if encoding not in {"gzip", "x-gzip", "deflate"}:
            raise NotFetched(
                f"{shown} is compressed in a way that was not asked for.", "Save the page and add the file."
            )
        body = _inflated(body, cap, shown, gzip=encoding != "deflate")
    return body


def _inflated(body: bytes, cap: int, shown: str, *, gzip: bool) -> bytes:
    machine = zlib.decompressobj(31 if gzip else 47 if body[:1] == b"\x78" else -15)
    made = machine.decompress(body, cap + 1)
    if len(made) > cap:
        raise NotFetched(f"{shown} unpacks to more than {cap // 1_000_000} MB.", "Save what you need and add the file.")
    if not machine.eof:
        raise NotFetched(f"{shown} was cut off inside its compressed text.", "Try again.")
    return made
