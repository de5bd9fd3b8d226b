"""A desk with many claims in its queue, for measuring."""

from claims_db.repositories.new_claims import NewClaim
from claims_db.vocabulary import Action, AppearanceForm, ClaimKind
from workbench.bootstrap import open_desk
from workbench.settings import Settings

_BATCH = 20_000


def fill(settings: Settings, count: int) -> None:
    """Add claims until the desk has ``count`` of them, in few large transactions."""
    desk = open_desk(settings)
    for start in range(desk.queue().free, count, _BATCH):
        claims = [_claim(number) for number in range(start, min(count, start + _BATCH))]
        with desk._place.work(Action.CLAIM_ADDED) as work:
            work.articles.add_claims(claims)
    desk.close()


def _claim(number: int) -> NewClaim:
    kinds = list(ClaimKind)
    return NewClaim(
        statement=f"Claim {number}: the town counted {number * 7 % 1000} ferries and {number % 13} bridges in year {1900 + number % 120}.",
        kind=kinds[number % len(kinds)],
        claimer=("", "Inga Holm", "Jonas Berg")[number % 3],
        via=(),
        language="en",
        check_worthiness=(number * 37 % 1000) / 1000,
        reasons=(),
        assumptions=(),
        form=AppearanceForm.OTHER,
    )
