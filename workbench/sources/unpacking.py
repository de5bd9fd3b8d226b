"""Unpack what a server sent compressed, within bounds: a small answer can unpack to more than the memory holds."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from workbench.errors import NotFetched
from workbench.sources.guarded import Limits

_MOST = 5
"""How often one over the other an answer may be compressed."""

_SMALL = 1_000_000
"""An answer may unpack to so many bytes, however few were sent."""

_AT_ONCE = 1_000_000
"""So many bytes are unpacked in one step."""


def unpacked(raw: bytes, encodings: str, bounds: Limits, shown: str) -> bytes:
    """Take the compression off that ``Content-Encoding`` names, within bounds.

    Raises:
        NotFetched: it unpacks to too much, is cut off, or is compressed in another way.

    """
    return b"".join(unpacked_pieces((raw,), encodings, bounds, shown))


def unpacked_pieces(came: Iterable[bytes], encodings: str, bounds: Limits, shown: str) -> Iterator[bytes]:
    """Do the same with what comes piece by piece.

    Raises:
        NotFetched: as ``unpacked``.

    """
    names = [name.strip().casefold() for name in encodings.split(",") if name.strip()]
    if len(names) > _MOST:
        raise NotFetched(f"{shown} is compressed {len(names)} times over.", "Save the page and add the file.")
    sent = _Sent()
    pieces = sent.counted(came)
    for encoding in reversed(names):
        if encoding == "identity":
            continue
        if encoding not in {"gzip", "x-gzip", "deflate"}:
            raise NotFetched(
                f"{shown} is compressed in a way that was not asked for.", "Save the page and add the file."
            )
        pieces = _inflated(pieces, sent, bounds, shown, gzip=encoding != "deflate")
    return pieces


class _Sent:
    """Counts the bytes that were sent."""

    def __init__(self) -> None:
        self.count = 0

    def counted(self, came: Iterable[bytes]) -> Iterator[bytes]:
        for piece in came:
            self.count += len(piece)
            yield piece


def _inflated(came: Iterator[bytes], sent: _Sent, bounds: Limits, shown: str, *, gzip: bool) -> Iterator[bytes]:
    first = next(came, b"")
    machine = zlib.decompressobj(31 if gzip else 47 if first[:1] == b"\x78" else -15)
    done = 0
    for piece in chain((first,), came):
        left, more = piece, True
        while more and not machine.eof:
            cap = min(bounds.decoded, max(sent.count * bounds.ratio, _SMALL))
            room = min(cap + 1 - done, _AT_ONCE)
            made = machine.decompress(left, room)
            # What fills the room may go on inside the machine, though all that came is taken in.
            left, more = machine.unconsumed_tail, len(made) == room
            done += len(made)
            if done > cap:
                raise NotFetched(
                    f"{shown} unpacks to more than {cap // 1_000_000} MB.", "Save what you need and add the file."
                )
            yield made
    if not machine.eof:
        raise NotFetched(f"{shown} was cut off inside its compressed text.", "Try again.")
