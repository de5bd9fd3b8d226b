"""Show two texts against each other, for somebody who comes too late with one of them."""

import difflib
from itertools import islice
from textwrap import wrap

_WIDTH = 72


def verdict_difference(mine: tuple[str, str], theirs: tuple[str, str] | None, who: str) -> tuple[str, ...]:
    """Give the lines that set a verdict that came too late against the one that stands.

    Args:
        mine: rating and rationale that were not recorded.
        theirs: rating and rationale that stand; None where there is none, or it can't be shown.
        who: the name of the one who wrote them.

    """
    if theirs is None:
        return (f"yours, not recorded: {mine[0]}", *(f"+ {part}" for part in _lines(mine[1])))
    rating = f"rating: {theirs[0]} ({who})"
    if mine[0] != theirs[0]:
        rating += f", yours {mine[0]}"
    changes = difflib.unified_diff(_lines(theirs[1]), _lines(mine[1]), lineterm="", n=_WIDTH)
    body = [f"{change[:1]} {change[1:]}" for change in islice(changes, 3, None)]
    return (rating, *(body or ("  the rationales are the same",)))


def _lines(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in (wrap(line, _WIDTH) or [""])]
