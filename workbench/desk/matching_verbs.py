"""Matches of claims, and the prior checks that they are found among."""

from datetime import date

from claims_db import views
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.rows import DecisionRow, MatchWith, PriorRow
from workbench.desk.cluster_rows import Cluster
from workbench.desk.importing_priors import ImportedPriors, import_priors
from workbench.desk.match_rows import Matches
from workbench.desk.seat import Seat
from workbench.domain.priors import COUNT
from workbench.domain.progress import Progress, unheard


class MatchingVerbs(Seat):
    """Has this been said, and checked, before?"""

    def import_priors(self, location: str, progress: Progress = unheard) -> ImportedPriors:
        """Take in the ClaimReviews of a feed, a page or a table; doing it again changes nothing.

        Raises:
            BadInput: it is no feed of prior checks; broken records are listed, and hold no other up.
            NotFetched: the address was refused or did not answer.
            Stopped: nobody wants it any more; what was taken in so far stays, and doing it again goes on.

        """
        return import_priors(self._place, location, progress)

    def priors(self, limit: int, outlet: str = "") -> tuple[PriorRow, ...]:
        """List prior checks, the last that came in first; of one outlet where one is named."""
        with self._place.read() as connection:
            return views.prior_rows(connection, limit, outlet)

    def prior_count(self) -> int:
        """Count the prior checks."""
        with self._place.read() as connection:
            return views.prior_count(connection)

    def prior(self, number: int) -> PriorRow:
        """Give one prior check.

        Raises:
            NotFound: there is none with this number.

        """
        with self._place.read() as connection:
            return views.prior(connection, number)

    def fill_pool(self, progress: Progress = unheard) -> bool:
        """Fill the pool that matches are found in; say whether it is as the desk is now.

        Raises:
            WorkbenchError: it can't be written.
            Stopped: nobody waits for it any more; who asks next goes on from there.

        """
        return self._place.pool().refresh(progress)

    def pool_size(self) -> int:
        """Count the claims and prior checks that a whole pool has."""
        with self._place.read() as connection:
            return views.pool_count(connection)

    def match(
        self,
        statement: str,
        claimer: str = "",
        said_on: date | None = None,
        limit: int = COUNT,
        progress: Progress = unheard,
    ) -> Matches:
        """Find what a statement may repeat among claims, findings and prior checks.

        Raises:
            BadInput: that many matches can't be given.
            WorkbenchError: the pool can't be written.
            Stopped: the pool was to be filled first, and nobody waits for that any more.

        """
        from workbench.desk.matching import match  # noqa: PLC0415 - its patterns cost a start that compares nothing
        from workbench.matching.guard import Said  # noqa: PLC0415 - as above

        return match(self._place, Said(statement, claimer, said_on), limit, progress)

    def matches(
        self,
        number: int,
        limit: int = COUNT,
        progress: Progress = unheard,
        *,
        rejected: bool = False,
        reading: bool = False,
    ) -> Matches:
        """Find what a claim may repeat, with what was said of it; what was rejected is there where it is asked for.

        With ``reading`` the answer comes from what is in the pool by now.

        Raises:
            NotFound: there is no such claim.
            BadInput: that many matches can't be given.
            WorkbenchError: the pool can't be written.
            Stopped: the pool was to be filled first, and nobody waits for that any more.

        """
        from workbench.desk.matching import matches_of  # noqa: PLC0415 - as above

        return matches_of(self._place, number, limit, progress, rejected=rejected, reading=reading)

    def match_decisions(self, number: int) -> tuple[DecisionRow, ...]:
        """Give what was said last of each match of a claim, the latest first."""
        with self._place.read() as connection:
            return views.decisions(connection, number)

    def cluster(self, number: int) -> Cluster:
        """Give the claims that people joined with a claim as the same: where they stand, and how the wording drifted.

        Raises:
            NotFound: there is no such claim.

        """
        from workbench.desk.clusters import cluster  # noqa: PLC0415 - as above

        return cluster(self._place, number)

    def accept_match(self, number: int, other: MatchWith, relation: Relation | None = None) -> Relation:
        """Say that a claim and another one, or a prior check, are what they seem; nothing is joined. Undo takes it back.

        ``relation`` says what they are to each other, the guard where it is None; it is given back.

        Raises:
            NotFound: there is no such claim or prior check.
            BadInput: it is the claim itself.
            Refused: just that was said already.

        """
        return self._decide_match(number, other, MatchDecision.ACCEPTED, relation)

    def reject_match(self, number: int, other: MatchWith) -> Relation:
        """Say that a claim and another one, or a prior check, have nothing to do with each other; undo takes it back.

        It is not shown again unless it is asked for. What the guard took it for is given back.

        Raises:
            NotFound: there is no such claim or prior check.
            BadInput: it is the claim itself.
            Refused: just that was said already.

        """
        return self._decide_match(number, other, MatchDecision.REJECTED, None)

    def _decide_match(
        self, number: int, other: MatchWith, decision: MatchDecision, relation: Relation | None
    ) -> Relation:
        from workbench.desk.matching import decide  # noqa: PLC0415 - as above

        return decide(self._place, number, other, decision, relation)
