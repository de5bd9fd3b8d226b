"""Claims that come in, and how their worth, words and place are stored."""

from dataclasses import dataclass
from typing import Any

from claims_db.ranking import WORTH
from claims_db.repositories.people import QUEUE
from claims_db.rows import DateRow, QuoteRow, ReasonRow, SpanRow
from claims_db.vocabulary import AppearanceForm, ClaimKind, Priority


@dataclass(frozen=True)
class NewClaim:
    """A claim: in an article with span and quote, or met elsewhere with a locator.

    It enters the queues that are named; one that enters none is only proposed.
    """

    statement: str
    kind: ClaimKind
    claimer: str
    via: tuple[str, ...]
    language: str
    check_worthiness: float
    reasons: tuple[ReasonRow, ...]
    assumptions: tuple[str, ...]
    form: AppearanceForm
    span: SpanRow | None = None
    quote: QuoteRow | None = None
    locator: str = ""
    url: str = ""
    said_on: DateRow | None = None
    queues: tuple[str, ...] = (QUEUE,)
    priority: Priority = Priority.NORMAL
    deadline: int | None = None
    legal: bool = False


def worth_of(new: NewClaim) -> int:
    """Give a claim's check-worthiness as it is stored."""
    return round(new.check_worthiness * WORTH)


def weights_of(new: NewClaim) -> tuple[tuple[str, int], ...]:
    """Give the named reasons for it as they are stored."""
    return tuple((reason.name, round(reason.weight * WORTH)) for reason in new.reasons)


def words_at(new: NewClaim) -> dict[str, Any]:
    """Give where a claim's words stand, and the words with what stands around them, as they are stored."""
    span, quote = new.span, new.quote
    return {
        "start": span.start if span else None,
        "end": span.end if span else None,
        "source_start": span.source_start if span else None,
        "source_end": span.source_end if span else None,
        "exact": quote.exact if quote else "",
        "prefix": quote.prefix if quote else "",
        "suffix": quote.suffix if quote else "",
    }


def appearance_of(new: NewClaim, claim_id: int, revision_id: int | None) -> dict[str, object]:
    """Give where a claim was met, as it is stored."""
    return {
        "claim_id": claim_id,
        "form": new.form,
        "revision_id": revision_id,
        **words_at(new),
        "locator": new.locator,
        "url": new.url,
    }
