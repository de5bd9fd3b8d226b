"""The desk: everything a person can do, one method each, the one API behind terminal desk and shell.

Every method that writes is one transaction with its journal rows. Every method may raise the errors in
``workbench.errors.FAILURES``; nothing is half done then. A ``Desk`` belongs to one thread at a time.
"""

from array import array
from collections.abc import Sequence
from pathlib import Path

from claims_db import changes, views
from claims_db.rows import (
    ArticleReport,
    ArticleRow,
    ArticleSheet,
    ClaimFilter,
    ClaimRow,
    ClaimSheet,
    DeskRow,
    DraftRow,
    ReviewerRow,
)
from claims_db.vocabulary import DraftField
from claims_db.watching import Watch, watch
from workbench.desk import covering, drafting, exporting, history, queueing, searching, team
from workbench.desk.article_verbs import ArticleVerbs
from workbench.desk.balance_verbs import BalanceVerbs
from workbench.desk.bulk_verbs import BulkVerbs
from workbench.desk.comparing import all_worked_out
from workbench.desk.entries import (
    PersonEntry,
    Undone,
)
from workbench.desk.evidence_verbs import EvidenceVerbs
from workbench.desk.insight_verbs import InsightVerbs
from workbench.desk.intake_verbs import IntakeVerbs
from workbench.desk.ledger_verbs import LedgerVerbs
from workbench.desk.lint_verbs import LintVerbs
from workbench.desk.matching_verbs import MatchingVerbs
from workbench.desk.media_verbs import MediaVerbs
from workbench.desk.precedent_verbs import PrecedentVerbs
from workbench.desk.publication_verbs import PublicationVerbs
from workbench.desk.queue_verbs import QueueVerbs
from workbench.desk.review_verbs import ReviewVerbs
from workbench.desk.saved_verbs import SavedVerbs
from workbench.desk.scale_verbs import ScaleVerbs
from workbench.desk.witness_verbs import WitnessVerbs
from workbench.domain.coverage import Coverage
from workbench.domain.progress import Progress, unheard
from workbench.domain.searching import LIMIT, Found


class Desk(
    ArticleVerbs,
    BalanceVerbs,
    BulkVerbs,
    QueueVerbs,
    ReviewVerbs,
    EvidenceVerbs,
    LedgerVerbs,
    LintVerbs,
    MatchingVerbs,
    MediaVerbs,
    PrecedentVerbs,
    PublicationVerbs,
    WitnessVerbs,
    InsightVerbs,
    IntakeVerbs,
    SavedVerbs,
    ScaleVerbs,
):
    """One reviewer at one desk."""

    def reader(self) -> "Desk":
        """Give a second desk on the same database for a thread that reads."""
        return Desk(self._place)

    def close(self) -> None:
        """Give back what the desk holds of the system: connections and the reading process."""
        self._place.close()

    def desk(self) -> DeskRow:
        """Give the desk's own row: name, time zone, language, scale."""
        with self._place.read() as connection:
            return views.desk(connection)

    def reviewer(self) -> ReviewerRow:
        """Give the person this desk acts for."""
        return self._place.reviewer

    def now(self) -> int:
        """Give the present instant by the desk's clock, in microseconds UTC."""
        return self._place.clock()

    def articles(self) -> tuple[ArticleRow, ...]:
        """List the desk's articles, the newest first."""
        with self._place.read() as connection:
            return views.article_rows(connection)

    def article(self, number: int) -> ArticleSheet:
        """Give one article with its text and where its claims stand."""
        with self._place.read() as connection:
            return views.article_sheet(connection, number, self._place.reviewer.public_id)

    def coverage(self, number: int) -> Coverage:
        """Give one article cut into stretches, with what became of each: claim, part of one, refused, other text."""
        return covering.cover(self._place, number)

    def claim_numbers(self, wanted: ClaimFilter) -> "array[int]":
        """Give the numbers of the claims that the filter lets through, in its order."""
        with self._place.read() as connection:
            return views.claim_numbers(connection, wanted, self._place.clock(), self._place.reviewer.public_id)

    def first_numbers(self, wanted: ClaimFilter) -> "array[int]":
        """Give what ``claim_numbers`` begins with, at once, as far as it stands among the desk's first claims."""
        with self._place.read() as connection:
            return views.first_numbers(connection, wanted, self._place.clock(), self._place.reviewer.public_id)

    def claim_rows(self, numbers: Sequence[int]) -> tuple[ClaimRow, ...]:
        """Give a page of claims in the order asked; a number that is not there is left out."""
        with self._place.read() as connection:
            return views.claim_rows(connection, numbers, self._place.clock(), self._place.reviewer.public_id)

    def claim(self, number: int) -> ClaimSheet:
        """Give everything about one claim."""
        return queueing.sheet(self._place, number)

    def fill_index(self, progress: Progress = unheard) -> bool:
        """Bring the search index up to the desk; say whether it is now, or another process is at it.

        Raises:
            WorkbenchError: the index can't be written.
            Stopped: nobody wants it any more; who asks next goes on from there.

        """
        return self._place.index().refresh(progress)

    def search(self, words: str, limit: int = LIMIT, progress: Progress = unheard, *, typing: bool = False) -> Found:
        """Find claims, articles, evidence, verdicts, prior checks by words, phrases, fields and dates, what fits best first.

        With ``typing`` the last word may be unfinished, and the answer comes from what is in the index.

        Raises:
            BadInput: there is nothing to look for, no such field, or a value can't be used.
            WorkbenchError: the index can't be written.
            Stopped: the index was to be filled first, and nobody waits for that any more.

        """
        return searching.search(self._place, words, limit, progress, typing=typing)

    def changes(self) -> int:
        """Give a number that changes whenever anyone has written."""
        with self._place.read() as connection:
            return changes.change_number(connection)

    def save_draft(self, number: int, field: DraftField, body: str, part: str = "") -> None:
        """Keep what is being typed, on this machine first, in the database when it can be reached."""
        drafting.save(self._place, number, field, body, part)

    def drop_draft(self, number: int, field: DraftField, part: str | None = None) -> None:
        """Forget a draft, or one part of it."""
        drafting.drop(self._place, number, field, part)

    def watch(self) -> Watch:
        """Give what notices at once that somebody has written; it belongs to one thread, which closes it.

        Raises:
            DatabaseUnavailable: the database can't be reached.

        """
        return watch(self._place.engine)

    def drafts(self) -> tuple[DraftRow, ...]:
        """List one's own drafts, the newest first."""
        return drafting.drafts(self._place)

    def undo(self) -> Undone:
        """Take back one's own latest effect that still stands.

        Raises:
            Refused: there is nothing to take back.
            Conflict: somebody changed the same thing since; the message says what.

        """
        return history.undo(self._place)

    def redo(self) -> Undone:
        """Do again what was taken back last.

        Raises:
            Refused: there is nothing to do again.
            Conflict: somebody changed the same thing since; the message says what.

        """
        return history.redo(self._place)

    def people(self) -> tuple[ReviewerRow, ...]:
        """List everybody who is or was at the desk, by name."""
        return team.people(self._place)

    def add_person(self, entry: PersonEntry) -> ReviewerRow:
        """Bring a person to the desk, or change the role or login of one who is there.

        Raises:
            BadInput: the name is empty.
            Refused: you are no admin, the login is somebody else's, or nobody would be an admin any more.
            StoreError: the server does not let you make the login.

        """
        return team.add(self._place, entry)

    def remove_person(self, name: str) -> ReviewerRow:
        """Note that a person has left; what they did stays.

        Raises:
            NotFound: nobody at the desk has this name.
            Refused: you are no admin, or nobody would be an admin any more.

        """
        return team.remove(self._place, name)

    def report(self, article: int) -> ArticleReport:
        """Give what an export of one article needs."""
        return self.reports(article=article)[0]

    def reports(self, article: int | None = None, claim: int | None = None) -> tuple[ArticleReport, ...]:
        """Give what an export needs: of one article, of one claim, or of the whole desk.

        The whole desk is one report for each article, and one for the claims entered by hand.
        """
        with self._place.read() as connection:
            found = views.reports(connection, article=article, claims=None if claim is None else (claim,))
        return all_worked_out(self._place, found)

    def export(
        self, out: Path, article: int | None = None, claim: int | None = None, progress: Progress = unheard
    ) -> tuple[Path, ...]:
        """Write Markdown reports into a folder; files that would stay the same are not touched.

        Raises:
            WorkbenchError: the folder can't be written; the message names it.
            Stopped: nobody wants it any more; no report was touched.

        """
        progress("reading", 0, 0)
        return exporting.write_reports(self.reports(article, claim), out, claim, progress)
