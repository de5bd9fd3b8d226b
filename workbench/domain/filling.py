"""Which new claims a queue takes: its rule, in the language of filters, applied before a claim is stored."""

from collections.abc import Sequence
from typing import NamedTuple

from claims_db.rows import ClaimFilter
from claims_db.vocabulary import ClaimKind
from workbench.domain.search_words import parse_filter
from workbench.domain.text import printable
from workbench.errors import BadInput

_NOT_YET = ("states", "article", "rating", "holder", "assigned", "queue", "tags", "first", "last", "recheck")
_FIELDS = {
    "first": "days",
    "last": "days",
    "states": "state",
    "tags": "tag",
    "holder": "holder",
    "article": "article",
    "rating": "rating",
}


class ClaimFacts(NamedTuple):
    """What is known of a claim before it is stored; ``words`` are its statement and quote."""

    words: str
    claimer: str
    via: tuple[str, ...]
    kind: ClaimKind
    check_worthiness: float


def parse_rule(takes: str) -> ClaimFilter:
    """Read a queue's rule.

    Raises:
        BadInput: it is no filter, or asks for something that a new claim does not have yet.

    """
    rule = parse_filter(takes)
    for name in _NOT_YET:
        if any(getattr(one, name) for one in (rule, *rule.without)):
            raise BadInput(
                f"A queue's rule can't ask for {_FIELDS.get(name, name)}: {printable(takes)}.",
                "A new claim has words, claimer, via, kind and worth.",
            )
    return rule


def takes(rule: ClaimFilter, claim: ClaimFacts) -> bool:
    """Say whether a queue with this rule takes a claim."""
    everything = "\n".join((claim.words, claim.claimer, *claim.via)).casefold()
    return (
        claim.check_worthiness >= rule.minimum_worth
        and (not rule.kinds or claim.kind in rule.kinds)
        and rule.claimer.casefold() in claim.claimer.casefold()
        and (not rule.via or any(rule.via.casefold() in name.casefold() for name in claim.via))
        and all(word.casefold() in everything for word in rule.words)
        and not any(takes(one, claim) for one in rule.without)
    )


def entered(rules: Sequence[tuple[str, ClaimFilter]], claim: ClaimFacts) -> tuple[str, ...]:
    """Name the queues that a claim enters, from names and rules."""
    return tuple(name for name, rule in rules if takes(rule, claim))
