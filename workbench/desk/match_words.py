"""Say of claims that came in what they are like, in the same words wherever it is said."""

from collections.abc import Iterator

from workbench.desk.match_rows import Matches, NewMatch, NewMatches
from workbench.domain.priors import Repeat
from workbench.domain.references import claim_reference, prior_reference

_SUREST = 0.99
"""What two claims come to is never certain before a person has said so."""


def new_match_words(one: NewMatch) -> str:
    """Write a match, such as ``C-7 is like C-4: variant``."""
    match = one.match
    there = claim_reference(match.claim) if match.claim is not None else prior_reference(match.prior or 0)
    rated = f", rated {match.rating}" if match.rating else ""
    by = f" by {match.outlet}" if match.outlet else ""
    return f"{claim_reference(one.claim)} is like {there}: {match.relation.value}{rated}{by}"


def new_match_lines(found: NewMatches) -> Iterator[str]:
    """Say what new claims are like, and what could not be looked at."""
    yield from map(new_match_words, found.found)
    if found.unseen:
        yield unseen_words(found)


def repeat_words(found: Matches) -> str:
    """Say what the matches come to, with how likely the likeliest one answers the statement.

    Of the others nothing can be said that would stand by itself: several may say the same.
    """
    best = max((row.probability for row in found.matches if row.decision is None), default=None)
    if best is None or found.repeat is Repeat.NOTHING:
        return found.repeat.value
    return f"{found.repeat.value} ({min(best, _SUREST):.0%} likely)"


def unseen_words(found: NewMatches) -> str:
    """Say what could not be looked at."""
    return f"Matches: {found.unseen}"
