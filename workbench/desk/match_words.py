"""Say of claims that came in what they are like, in the same words wherever it is said."""

from collections.abc import Iterator

from workbench.desk.match_rows import NewMatch, NewMatches
from workbench.domain.references import claim_reference, prior_reference


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


def unseen_words(found: NewMatches) -> str:
    """Say what could not be looked at."""
    return f"Matches: {found.unseen}"
