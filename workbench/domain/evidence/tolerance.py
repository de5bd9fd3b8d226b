"""How far a claimed number may be from the source's: kept in ten-thousandths, told and typed in percent."""

from claims_db.rows import NumberTolerance
from workbench.errors import BadInput

WHOLE = 10_000
"""All of a number, as the desk's tolerance is kept."""
_PERCENT = 100


def in_percent(part: int) -> float:
    """Give a part of the whole in percent."""
    return part * _PERCENT / WHOLE


def part_of(percent: float) -> int:
    """Give the part that so many percent are.

    Raises:
        BadInput: it is no percentage.
    """
    if not 0 <= percent <= _PERCENT:
        raise BadInput("That is no tolerance.", "Give a percentage from 0 to 100.")
    return round(percent * WHOLE / _PERCENT)


def part_typed(words: str) -> int:
    """Give the part that was typed in percent, such as ``1.5`` or ``1.5 %``.

    Raises:
        BadInput: it is no percentage.
    """
    try:
        return part_of(float(words.removesuffix("%").strip()))
    except ValueError:
        return part_of(-1)


def tolerance_words(allowed: NumberTolerance) -> str:
    """Say how far a claimed number may be from the source's."""
    share, about = (f"{in_percent(part):g} %" for part in allowed)
    return f"The desk tolerates {share} of the source's number, and {about} where one is said to be about so much."
