"""What a reviewer sees of the work as a whole: one method each."""

from collections.abc import Sequence

from claims_db import views
from claims_db.errors import NotFound
from claims_db.rows import JournalFilter, JournalRow, JournalSheet
from workbench.desk import team_report
from workbench.desk.seat import Seat
from workbench.desk.team_report import TeamReport


class InsightVerbs(Seat):
    """Reads of the team's work and of the journal."""

    def team_report(self, days: int) -> TeamReport:
        """Say who holds what, what came in and went out in the last days, and how far verdicts agree."""
        return team_report.team_report(self._place, days)

    def journal_numbers(self, wanted: JournalFilter) -> Sequence[int]:
        """Give the sequences of the journal's entries that a filter lets through, the newest first.

        Raises:
            NotFound: nobody at the desk has a name that the filter asks for.

        """
        with self._place.read() as connection:
            known = {person.name for person in views.people(connection)}
            for name in wanted.people:
                if name not in known:
                    raise NotFound(f"Nobody at this desk is called {name!r}.", "People: " + ", ".join(sorted(known)))
            return views.journal_numbers(connection, wanted)

    def journal_rows(self, sequences: Sequence[int]) -> tuple[JournalRow, ...]:
        """Give a page of the journal in the order asked; an entry that is not to be seen is left out."""
        with self._place.read() as connection:
            return views.journal_rows(connection, sequences, self._place.reviewer.public_id)

    def journal_entry(self, sequence: int) -> JournalSheet:
        """Give one entry of the journal with what stood before and after.

        Raises:
            NotFound: there is no such entry, or it is not to be seen.

        """
        with self._place.read() as connection:
            found = views.journal_entry(connection, sequence, self._place.reviewer.public_id)
        if found is None:
            raise NotFound(f"The journal shows no entry {sequence}.", "'workbench verify' says whether one is missing.")
        return found
