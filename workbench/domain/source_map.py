"""The way from a normalised text back to the text as it came."""

import json
import zlib
from bisect import bisect_right
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of the normalised text and the stretch of the source that it was made from.

    Where both are equally long, character stands for character; a stretch of length 0 was dropped.
    """

    start: int
    length: int
    source_start: int
    source_length: int


class SourceMap:
    """Every stretch of a normalised text, in order and without gaps."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self._pieces = tuple(piece for piece in pieces if piece.length)
        self._starts = [piece.start for piece in self._pieces]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the source that a span of the normalised text was made from.

        A span that begins or ends inside what was one character of the source takes all of that character.
        """
        if not self._pieces:
            return 0, 0
        if start >= end:
            at = self._first(start)
            return at, at
        return self._first(start), self._last(end - 1)

    def encode(self) -> bytes:
        """Give the map as bytes, to be stored beside the text."""
        return zlib.compress(json.dumps(self._pieces, separators=(",", ":")).encode())

    @classmethod
    def decode(cls, encoded: bytes) -> "SourceMap":
        """Read a map back from what ``encode`` gave."""
        return cls(tuple(Piece(*numbers) for numbers in json.loads(zlib.decompress(encoded))))

    def _piece(self, position: int) -> Piece:
        return self._pieces[max(0, bisect_right(self._starts, position) - 1)]

    def _first(self, position: int) -> int:
        piece = self._piece(position)
        inside = position - piece.start
        if inside >= piece.length:
            return piece.source_start + piece.source_length
        return piece.source_start + (inside if piece.length == piece.source_length else 0)

    def _last(self, position: int) -> int:
        piece = self._piece(position)
        if piece.length == piece.source_length:
            return piece.source_start + (position - piece.start) + 1
        return piece.source_start + piece.source_length
