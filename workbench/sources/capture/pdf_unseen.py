"""Tell which words of a PDF page are white or tiny, and so not seen, or hardly.

Words without any ink are left alone: scans carry the words of their picture in that way.
"""

import math
from collections.abc import Sequence
from typing import Any

_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_TINY = 1.5
"""Points; smaller letters are not read by anybody."""
_ALMOST = 0.01
_COLOURED = frozenset({b"g", b"rg", b"k", b"sc", b"scn"})


class UnseenWords:
    """Hears how a page is drawn, and keeps the words that nobody sees; one for each page."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._white = False
        self._size = 0.0
        self._kept: list[bool] = []
        self._seen: set[bool] = set()

    def operand(self, operator: bytes, operands: Sequence[Any], matrix: Sequence[float], text: Sequence[float]) -> None:
        """Hear of an operator before it is carried out, with both matrices as they stand then."""
        if operator == b"q":
            self._kept.append(self._white)
        elif operator == b"Q" and self._kept:
            self._white = self._kept.pop()
        elif operator in _COLOURED:
            self._white = _is_white(operands)
        elif operator == b"Tf" and len(operands) > 1:
            self._size = _number(operands[1])
        elif operator in _SHOWING:
            height = abs(self._size) * _scale(text) * _scale(matrix)
            self._seen.add(not (self._white or height < _TINY))

    def words(self, words: str, *_: object) -> None:
        """Hear of words that were drawn since the last ones; of mixed ones it can't be told which are seen."""
        if words.strip() and self._seen == {False}:
            self._found.append(words.strip())
        if words:
            self._seen.clear()

    def __str__(self) -> str:
        """Give the words that nobody sees."""
        return "\n".join(self._found)


def _is_white(operands: Sequence[Any]) -> bool:
    shades = [_number(one) for one in operands if isinstance(one, (int, float))]
    if len(shades) != len(operands) or len(shades) not in {1, 3, 4}:
        return False
    paper = 0.0 if len(shades) == 4 else 1.0  # of inks, none is white
    return all(abs(one - paper) <= _ALMOST for one in shades)


def _scale(matrix: Sequence[float]) -> float:
    return math.hypot(_number(matrix[2]), _number(matrix[3]))


def _number(operand: Any) -> float:  # noqa: ANN401 - whatever a document holds there
    return float(operand) if isinstance(operand, (int, float)) else 0.0
