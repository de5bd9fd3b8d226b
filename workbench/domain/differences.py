"""Show two texts against each other, for somebody who comes too late with one of them."""

import difflib
from itertools import islice
from textwrap import wrap

from claims_db.rows import ClaimWording

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


def wording_difference(mine: ClaimWording, theirs: ClaimWording) -> tuple[str, ...]:
    """Give the lines that set the words of an edit that was not stored against those that stand."""
    pairs = [
        (name, "; ".join(old) if isinstance(old, tuple) else old, "; ".join(new) if isinstance(new, tuple) else new)
        for name, old, new in zip(mine._fields, theirs, mine, strict=True)
        if old != new
    ]
    return tuple(
        f"{sign} {part}"
        for name, old, new in pairs
        for sign, words in (("-", old), ("+", new))
        for part in _lines(f"{name}: {words or 'nobody'}")
    )


def _lines(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in (wrap(line, _WIDTH) or [""])]
