"""The way from a normalised text back to the text as it came."""

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of the normalised text and the stretch of the source that it was made from.

    Character stands for character, unless the stretch was made ``whole``: then its parts have no places of
    their own in the source.
    """

    start: int
    length: int
    source_start: int
    source_length: int
    whole: bool


class SourceMap:
    """Every stretch of a normalised text, in order and without gaps."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the source that a span of the normalised text was made from.

        A span that begins or ends inside what was made whole takes all of that.
        """
        if not self._pieces:
            return 0, 0
        if start >= end:
            at = self._first(start)
            return at, at
        return self._first(start), self._last(end - 1)

    def between(self, start: int, end: int) -> Iterator[Piece]:
        """Give the pieces of a span of the normalised text, cut at its ends."""
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._pieces)):
            piece = self._pieces[index]
            if piece.start >= end:
                return
            first, last = max(start, piece.start), min(end, piece.start + piece.length)
            if first >= last:
                continue
            if piece.whole:
                yield piece._replace(start=first, length=last - first)
            else:
                yield Piece(first, last - first, piece.source_start + first - piece.start, last - first, whole=False)

    def after(self, earlier: "SourceMap") -> "SourceMap":
        """Give the way back through both, where this map leads to the text that ``earlier`` starts from."""
        pieces: list[Piece] = []
        for piece in self._pieces:
            if piece.whole:
                begin, end = earlier.to_source(piece.source_start, piece.source_start + piece.source_length)
                _append(pieces, piece._replace(source_start=begin, source_length=end - begin))
                continue
            shift = piece.start - piece.source_start
            for part in earlier.between(piece.source_start, piece.source_start + piece.length):
                _append(pieces, part._replace(start=part.start + shift))
        return SourceMap(tuple(pieces))

    def encode(self) -> bytes:
        """Give the map as bytes, to be stored beside the text."""
        rows: list[tuple[int, int, int, int]] = []
        source_end = 0
        for piece in self._pieces:
            rows.append((piece.source_start - source_end, piece.source_length, piece.length, int(piece.whole)))
            source_end = piece.source_start + piece.source_length
        return zlib.compress(json.dumps(rows, separators=(",", ":")).encode())

    @classmethod
    def decode(cls, encoded: bytes) -> "SourceMap":
        """Read a map back from what ``encode`` gave."""
        pieces: list[Piece] = []
        start = source_end = 0
        for dropped, source_length, length, whole in json.loads(zlib.decompress(encoded)):
            source_start = source_end + dropped
            pieces.append(Piece(start, length, source_start, source_length, bool(whole)))
            start += length
            source_end = source_start + source_length
        return cls(tuple(pieces))

    def _piece(self, position: int) -> Piece:
        return self._pieces[max(0, bisect_right(self._starts, position) - 1)]

    def _first(self, position: int) -> int:
        piece = self._piece(position)
        inside = position - piece.start
        if inside >= piece.length:
            return piece.source_start + piece.source_length
        return piece.source_start + (0 if piece.whole else inside)

    def _last(self, position: int) -> int:
        piece = self._piece(position)
        if piece.whole:
            return piece.source_start + piece.source_length
        return piece.source_start + (position - piece.start) + 1


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece; what was made of the same character of the source becomes one with the piece before."""
    last = pieces[-1] if pieces else None
    if last is None or last.source_start + last.source_length <= piece.source_start:
        pieces.append(piece)
        return
    end = max(last.source_start + last.source_length, piece.source_start + piece.source_length)
    pieces[-1] = last._replace(length=last.length + piece.length, source_length=end - last.source_start, whole=True)


class SourceMapBuilder:
    """Puts a map together from left to right; stretches that follow each other on both sides become one."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._length = 0

    def keep(self, source_start: int, length: int) -> None:
        """Add a stretch in which character stands for character."""
        if not length:
            return
        last = self._pieces[-1] if self._pieces else None
        if last is not None and not last.whole and last.source_start + last.length == source_start:
            self._pieces[-1] = last._replace(length=last.length + length, source_length=last.source_length + length)
        else:
            self._pieces.append(Piece(self._length, length, source_start, length, whole=False))
        self._length += length

    def replace(self, source_start: int, source_length: int, length: int) -> None:
        """Add a stretch that was made of the source's one as a whole; with length 0 it was dropped."""
        if length:
            self._pieces.append(Piece(self._length, length, source_start, source_length, whole=True))
            self._length += length

    def built(self) -> SourceMap:
        """Give the map."""
        return SourceMap(tuple(self._pieces))
