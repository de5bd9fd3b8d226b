"""What people say of suggested matches."""

from sqlalchemy import ColumnElement, and_, or_, select

from claims_db.errors import NotFound
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.repositories.writing import Writing, key
from claims_db.rows import MatchWith
from claims_db.tables import METADATA, Match, PriorCheck

_MATCH = METADATA.tables["match"].c


class Matches:
    """Writes of what people say of suggested matches; nothing is joined by them."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def decide(self, number: int, other: MatchWith, relation: Relation, decision: MatchDecision) -> bool:
        """Write what was said of a match; say whether it is another thing than what stands.

        Raises:
            NotFound: there is no such claim or prior check.

        """
        mine, claim, prior = self._held(number, other)
        last = self._writing.session.scalars(
            select(Match)
            .where(_of_pair(mine, claim, prior), _MATCH.retracted_at.is_(None))
            .order_by(_MATCH.id.desc())
            .limit(1)
        ).first()
        if last is not None and (last.relation, last.decision) == (relation, decision):
            return False
        self._writing.add(
            Match(
                claim_id=mine,
                other_claim_id=claim,
                prior_check_id=prior,
                relation=relation,
                decision=decision,
                reviewer_id=self._writing.reviewer_id,
                decided_at=self._writing.now,
            )
        )
        return True

    def _held(self, number: int, other: MatchWith) -> tuple[int, int | None, int | None]:
        """Give the keys of both sides; claims are held in the order of their numbers, as everybody does."""
        held = {one: key(self._writing.claim(one)) for one in sorted({number, other.claim or number})}
        if other.prior is None:
            return held[number], held[other.claim or number], None
        check = self._writing.one(PriorCheck, number=other.prior)
        if check is None:
            raise NotFound(f"There is no prior check P-{other.prior}.", "'workbench priors list' lists them.")
        return held[number], None, key(check)


def _of_pair(mine: int, claim: int | None, prior: int | None) -> ColumnElement[bool]:
    if prior is not None:
        return and_(_MATCH.claim_id == mine, _MATCH.prior_check_id == prior)
    return or_(
        and_(_MATCH.claim_id == mine, _MATCH.other_claim_id == claim),
        and_(_MATCH.claim_id == claim, _MATCH.other_claim_id == mine),
    )
