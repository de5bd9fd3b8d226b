"""What can be done with many claims at once: one method each."""

from collections.abc import Sequence
from pathlib import Path

from claims_db import views
from claims_db.rows import TagRow
from workbench.desk import bulk, spreadsheets
from workbench.desk.lots import Deed, Lot
from workbench.desk.seat import Seat
from workbench.desk.spreadsheets import SAFE, CsvForm, CsvWritten
from workbench.domain.progress import HowFar, Progress, no_step_heard, unheard


class BulkVerbs(Seat):
    """Steps on many claims, and the tags that find them again."""

    def do(self, numbers: Sequence[int], deed: Deed, progress: HowFar = no_step_heard) -> Lot:
        """Take one step with many claims, in one transaction that one undo takes back.

        Claims with which it can't be taken are left out, each with the reason.

        Raises:
            BadInput: a value of the step can't be used.
            NotFound: a person, a queue or a claim that the step names is not there.
            Refused: you may not do it at all, or these are too many claims.

        """
        return bulk.do(self._place, numbers, deed, progress)

    def do_all(self, numbers: Sequence[int], deed: Deed) -> None:
        """Take one step with some claims, with every one of them or with none.

        Raises:
            BadInput: a value of the step can't be used.
            LeaseLost: somebody else holds one of them.
            NotFound: one of them, or what the step names, is not there.
            Refused: the step can't be taken with one of them, or you may not do it at all.

        """
        bulk.do_all(self._place, numbers, deed)

    def sieve(self, numbers: Sequence[int], deed: Deed) -> Lot:
        """Say with which of many claims a step could be taken as they are now; nothing is written.

        Raises:
            BadInput: a value of the step can't be used.
            NotFound: a person, a queue or a claim that the step names is not there.
            Refused: you may not do it at all, or these are too many claims.

        """
        return bulk.sieve(self._place, numbers, deed)

    def tags(self) -> tuple[TagRow, ...]:
        """List the tags of the desk by name, with how many claims have each."""
        with self._place.read() as connection:
            return views.tag_rows(connection)

    def export_csv(
        self,
        out: Path,
        numbers: Sequence[int] | None = None,
        article: int | None = None,
        form: CsvForm = SAFE,
        progress: Progress = unheard,
    ) -> CsvWritten:
        """Write these claims, those of an article, or all as CSV, one row each, into a file or a folder.

        Raises:
            NotFound: there is no such claim or article.
            StoreError: the file can't be written.
            Stopped: nobody wants it any more; the file is as it was.

        """
        return spreadsheets.write_csv(self._place, out, numbers, article, form, progress)
