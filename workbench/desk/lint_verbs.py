"""Lint before sign-off: one method each."""

from array import array
from collections.abc import Iterator, Sequence

from claims_db import views
from claims_db.rows import ClaimFilter
from claims_db.vocabulary import LintLevel
from workbench.desk import linting
from workbench.desk.seat import Seat
from workbench.domain.lint.outcome import Linted, RuleLevel
from workbench.domain.progress import Progress, unheard


class LintVerbs(Seat):
    """What stands against signing off a claim, what the desk's rules mean, and what is waived."""

    def lint(self, number: int) -> Linted:
        """Give the rules that a claim does not meet, what blocks first.

        Raises:
            NotFound: there is no such claim.

        """
        return linting.lint_one(self._place, number)

    def lint_many(self, numbers: Sequence[int], progress: Progress = unheard) -> Iterator[Linted]:
        """Give the same for many claims, one after the other as it is found; a number that is not there is left out.

        Raises:
            Stopped: nobody wants the rest any more.

        """
        return linting.lint(self._place, numbers, progress)

    def judged_numbers(self) -> "array[int]":
        """Give the numbers of all claims that have a verdict to look at."""
        wanted = ClaimFilter(states=linting.VERDICTS)
        with self._place.read() as connection:
            return views.claim_numbers(connection, wanted, self._place.clock(), self._place.reviewer.public_id)

    def lint_rules(self) -> tuple[RuleLevel, ...]:
        """Give every rule with what it means at this desk: it blocks, warns, or is off."""
        return linting.levels(self._place)

    def set_lint_level(self, rule: str, level: LintLevel) -> None:
        """Say what a rule means at this desk from now on.

        Raises:
            BadInput: there is no such rule.
            Refused: you are neither editor nor admin.

        """
        linting.set_level(self._place, rule, level)

    def waive(self, number: int, rule: str, reason: str) -> Linted:
        """Do without a rule for a claim as long as its round lasts; the reason is printed. Undo takes it back.

        Raises:
            BadInput: there is no such rule, or no reason.
            Conflict: it is waived already.
            NotFound: there is no such claim.
            Refused: the rule can't be waived, or you are neither editor nor admin.

        """
        return linting.waive(self._place, number, rule, reason)
