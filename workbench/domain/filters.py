"""The fields of the language of filters and searches: ``field:value``.

Several states, kinds or tags are joined with commas. ``state:open`` stands for everything that still waits for somebody, ``recheck:due`` for what is to be checked again by now.
"""

from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from claims_db.capture_vocabulary import RecheckTime
from claims_db.rows import ClaimFilter
from claims_db.vocabulary import ClaimKind, ClaimOrder, ClaimState
from workbench.domain.references import parse_reference
from workbench.domain.tags import parse_tag
from workbench.domain.text import printable
from workbench.errors import BadInput

FIELDS = (
    "state",
    "kind",
    "article",
    "claimer",
    "via",
    "rating",
    "holder",
    "assigned",
    "queue",
    "tag",
    "recheck",
    "worth",
    "order",
)
OPEN = (ClaimState.PROPOSED, ClaimState.QUEUED, ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION)

_AS_TYPED = ("claimer", "via", "holder", "assigned", "queue")
_OPEN = "open"
_W = TypeVar("_W", bound=StrEnum)


def narrowed(wanted: ClaimFilter, field: str, value: str, others: tuple[str, ...] = ()) -> ClaimFilter:
    """Narrow a filter by one field; ``others`` are fields that whoever asks knows besides.

    Raises:
        BadInput: there is no such field, or the value is none of it.

    """
    if field == "state":
        return wanted._replace(states=_states(value))
    if field == "kind":
        return wanted._replace(
            kinds=tuple({_member(ClaimKind, part, "kind"): None for part in value.split(",") if part})
        )
    if field == "article":
        return wanted._replace(article=parse_reference(value, "A"))
    if field in _AS_TYPED:
        return wanted._replace(**{field: value})  # type: ignore[arg-type]  # all are texts
    if field == "tag":
        return wanted._replace(tags=(*wanted.tags, _tags(value)))
    if field == "rating":
        return wanted._replace(rating=value.casefold().replace(" ", "_").replace("-", "_"))
    if field == "recheck":
        return wanted._replace(recheck=_member(RecheckTime, value, "recheck"))
    if field == "worth":
        return wanted._replace(minimum_worth=_worth(value))
    if field == "order":
        return wanted._replace(order=_member(ClaimOrder, value, "order"))
    known = (*FIELDS, *others)
    near = get_close_matches(field, known, n=1)
    hint = f"Did you mean {near[0]}:?" if near else f"Fields: {', '.join(known)}."
    raise BadInput(f"There is no field {printable(field)}:.", hint)


def _states(value: str) -> tuple[ClaimState, ...]:
    found: list[ClaimState] = []
    for part in value.split(","):
        found.extend(OPEN if part.casefold() == _OPEN else [_member(ClaimState, part, "state", _OPEN)] if part else [])
    return tuple(dict.fromkeys(found))


def _tags(value: str) -> tuple[str, ...]:
    """Read tags of which a claim has at least one; a tag that no claim can have is the same mistake as an empty one."""
    return tuple(dict.fromkeys(parse_tag(part) for part in value.split(",") if part)) or (parse_tag(value),)


def _member(words: type[_W], value: str, field: str, *others: str) -> _W:
    try:
        return words(value.casefold().replace("-", "_"))
    except ValueError:
        known = [*others, *words]
        near = get_close_matches(value.casefold(), known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"One of: {', '.join(known)}."
        raise BadInput(f"{printable(value)!r} is no {field}.", hint) from None


def _worth(value: str) -> float:
    try:
        worth = float(value)
    except ValueError:
        worth = -1.0
    if not 0 <= worth <= 1:
        raise BadInput(f"{printable(value)!r} is no check-worthiness.", "Give a number from 0 to 1, such as worth:0.5.")
    return worth
