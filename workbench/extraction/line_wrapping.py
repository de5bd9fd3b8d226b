"""Lines that were broken to a width: which of them go on in the next."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.extraction.list_marks import after_mark
from workbench.extraction.paragraph_forms import ENDS, is_table_row

_NARROWEST, _WIDEST = 40, 120
_FEWEST = 3
_FULL_SHARE = 0.7
_FIRST_WORD = re.compile(r"\S+")


def wrapped(lines: Sequence[str], width: int = 0) -> list[bool]:
    """Say of each of the lines between two empty ones whether it goes on in the next because it was full.

    A line was full if the first word of the next had found no room in it. Three lines show their own width; two
    need the one that others have shown. Where each line ends a sentence, nothing was broken.
    """
    own = max((len(line.rstrip()) for line in lines), default=0)
    broken = [False] * len(lines)
    if len(lines) < 2 or not _NARROWEST <= own <= _WIDEST:
        return broken
    if len(lines) < _FEWEST and not own <= width:
        return broken
    fits = [None if _stands_apart(*pair) else _is_full(*pair, max(own, width)) for pair in pairwise(lines)]
    full = [fit is True for fit in fits]
    open_ended = any(was_full and not line.rstrip().endswith(ENDS) for was_full, line in zip(full, lines, strict=False))
    if not open_ended or sum(full) < _FULL_SHARE * sum(fit is not None for fit in fits):
        return broken
    return [*full, False]


def shown_width(blocks: Sequence[Sequence[str]]) -> int:
    """Give the width to which the longer blocks of a text were broken, 0 where none was."""
    return max(
        (
            max(len(line.rstrip()) for line in block)
            for block in blocks
            if len(block) >= _FEWEST and any(wrapped(block))
        ),
        default=0,
    )


def _stands_apart(line: str, following: str) -> bool:
    """Say whether a line can't go on in the next, because that is an item of a list or a row of a table."""
    bare = following.strip()
    return is_table_row(line.strip()) or is_table_row(bare) or after_mark(bare, 0, len(bare)) > 0


def _is_full(line: str, following: str, width: int) -> bool:
    first = _FIRST_WORD.search(following)
    return first is not None and len(line.rstrip()) + 1 + len(first.group()) > width
