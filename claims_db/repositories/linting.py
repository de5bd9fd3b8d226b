"""What the desk's rules for sign-off mean, and what is waived."""

from sqlalchemy import func, select

from claims_db.repositories.writing import Writing, key
from claims_db.tables import METADATA, LintRule, Waiver
from claims_db.vocabulary import LintLevel

_WAIVER, _JOURNAL = METADATA.tables["waiver"].c, METADATA.tables["journal"].c


class Linting:
    """Writes of levels and waivers."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def set_level(self, rule: str, level: LintLevel) -> None:
        """Write what a rule means from now on."""
        known = self._writing.one(LintRule, rule=rule)
        if known is None:
            self._writing.add(LintRule(rule=rule, level=level))
        else:
            known.level = level
            self._writing.session.flush()

    def waive(self, number: int, rule: str, reason: str) -> bool:
        """Write why a rule is not asked for in a claim's round; say whether it still was asked for."""
        claim = self._writing.claim(number)
        if rule in self.waived(number):
            return False
        self._writing.add(
            Waiver(
                claim_id=key(claim),
                rule=rule,
                reason=reason,
                round=claim.round,
                reviewer_id=self._writing.reviewer_id,
                waived_at=self._writing.now,
            )
        )
        return True

    def waived(self, number: int) -> frozenset[str]:
        """Give the rules that are waived in a claim's round."""
        claim = self._writing.claim(number)
        query = select(_WAIVER.rule).where(_WAIVER.claim_id == key(claim), _WAIVER.round == claim.round)
        return frozenset(self._writing.session.scalars(query.where(_WAIVER.retracted_at.is_(None))))

    def written(self, number: int) -> int:
        """Give the sequence of a claim's latest entry in the journal: it tells whether anything was written since."""
        latest = select(func.max(_JOURNAL.sequence)).where(_JOURNAL.claim == self._writing.claim(number).public_id)
        return self._writing.session.scalar(latest) or 0
