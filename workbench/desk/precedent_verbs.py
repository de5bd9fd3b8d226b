"""What was rated before, beside what is to be rated now."""

from claims_db.rows import MatchWith, Precedents
from workbench.desk.match_rows import Matches
from workbench.desk.precedent_rows import Reused
from workbench.desk.seat import Seat


class PrecedentVerbs(Seat):
    """How has this desk rated this before?"""

    def precedents(self, number: int, found: Matches | None = None) -> Precedents:
        """Say how the desk has rated the same claimer, topic and wording before, by its findings.

        ``found`` are the matches of the claim, where they were looked for already.

        Raises:
            NotFound: there is no such claim.

        """
        from workbench.desk.precedents import precedents  # noqa: PLC0415 - what compares costs a start that does not

        return precedents(self._place, number, found)

    def reuse_match(self, number: int, other: MatchWith) -> Reused:
        """Make drafts of a verdict and of evidence out of a finding or a prior check; nothing is recorded by it.

        Raises:
            NotFound: there is no such claim or prior check.
            Refused: the other claim has no finding.

        """
        from workbench.desk.precedents import reuse  # noqa: PLC0415 - as above

        return reuse(self._place, number, other)
