"""The part of a desk that lets findings out: publishing, corrections, the formats that others read."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claims_db import views
from claims_db.rows import ClaimSheet, GoneOutRow, PublisherRow
from claims_db.vocabulary import Action, Role, Severity
from workbench.desk.permission import require
from workbench.desk.seat import Seat
from workbench.domain.merging import merged
from workbench.domain.progress import Progress, unheard
from workbench.domain.publisher import check_publisher

if TYPE_CHECKING:
    from workbench.desk.changed_exports import ChangedExport
    from workbench.desk.exported import Exported, FindingForm, Order
    from workbench.desk.issuing import Preview

# What renders is imported where it is used: it costs a start that does not.


class PublicationVerbs(Seat):
    """Let findings out."""

    def publish(self, number: int, template: str = "long", *, bundle: bool = False) -> ClaimSheet:
        """Freeze a signed-off finding as it goes out, with the files that readers get.

        ``template`` is one that ships, or the path of one of your own; with ``bundle`` the captured evidence goes out
        beside the files, but for that of confidential sources.

        Raises:
            BadInput: there is no such template.
            BlobMissing, BlobDamaged: a file of the evidence is not here, or not what it was.
            Refused: it is not signed off, was published before, or you are no editor.

        """
        from workbench.desk import finding_exports, issuing  # noqa: PLC0415

        return issuing.publish(self._place, number, finding_exports.template_named(template), bundle=bundle)

    def preview(self, number: int, template: str = "long") -> "Preview":
        """Give the report of a claim as publishing would write it now, with the rules that the claim does not meet.

        Raises:
            BadInput: there is no such template.
            NotFound: there is no such claim.
            Refused: no verdict stands.

        """
        from workbench.desk import finding_exports, issuing  # noqa: PLC0415

        return issuing.preview(self._place, number, finding_exports.template_named(template))

    def gone_out(self) -> tuple[GoneOutRow, ...]:
        """List every revision that went out, the newest first: publications, corrections, withdrawals."""
        with self._place.read() as connection:
            return views.gone_out(connection)

    def correct(
        self, number: int, severity: Severity, reason: str, template: str = "long", *, bundle: bool = False
    ) -> ClaimSheet:
        """Publish a new revision of a finding that went out, with severity and reason; ``bundle`` as in ``publish``.

        Raises:
            BadInput: there is no reason, or no such template.
            BlobMissing, BlobDamaged: a file of the evidence is not here, or not what it was.
            Refused: it was never published, a rule blocks, or you are no editor.

        """
        from workbench.desk import finding_exports, issuing  # noqa: PLC0415

        used = finding_exports.template_named(template)
        return issuing.correct(self._place, number, severity, reason, used, bundle=bundle)

    def withdraw(self, number: int, reason: str) -> ClaimSheet:
        """Withdraw a finding that went out; what was published stays on record.

        Raises:
            BadInput: there is no reason.
            Refused: it was never published, or you are no editor.

        """
        from workbench.desk import issuing  # noqa: PLC0415

        return issuing.withdraw(self._place, number, reason)

    def write_revisions(self, out: Path, number: int, progress: Progress = unheard) -> tuple[Path, ...]:
        """Write published revisions into a folder, each into one of its own; those that are there stay as they are.

        Raises:
            Conflict: one is there that holds something else.
            Refused: the claim was never published.
            WorkbenchError: the folder can't be written; the message names it.

        """
        from workbench.desk.revisions import write_revisions  # noqa: PLC0415

        return write_revisions(self._place, out, number, progress)

    def export_findings(
        self,
        form: "FindingForm",
        out: Path,
        numbers: Sequence[int] | None = None,
        template: str = "long",
        progress: Progress = unheard,
    ) -> "Exported":
        """Write the findings of some claims, or of all, in a form that others read; say what was left out and why.

        Raises:
            BadInput: there is no such template.
            Refused: the desk has not said what the form needs.
            WorkbenchError: the folder can't be written; the message names it.

        """
        from workbench.desk import finding_exports  # noqa: PLC0415

        used = finding_exports.template_named(template)
        return finding_exports.export_findings(self._place, form, out, numbers, used, progress)

    def carry_out(self, order: "Order", progress: Progress = unheard) -> "Exported":
        """Export what an order asks for, in any form; say which files stayed as they were, what was left out and why.

        Raises:
            BadInput: there is no such template.
            Conflict: a revision's folder is there that holds something else.
            Refused: the desk has not said what the form needs, or the one claim that is meant has nothing to go out.
            WorkbenchError: the folder can't be written; the message names it.
            Stopped: nobody wants it any more; no file of this form is half written.

        """
        from workbench.desk.ordered_exports import carry_out  # noqa: PLC0415

        return carry_out(self._place, order, progress)

    def export_changed(
        self,
        form: "FindingForm",
        out: Path,
        numbers: Sequence[int] | None = None,
        selection: str = "",
        template: str = "long",
        progress: Progress = unheard,
    ) -> "ChangedExport":
        """Write only the findings that changed since the last such export into the folder; say what else became of it.

        ``selection`` are the words that chose the claims, empty for all. What the last export wrote and is no part of
        this one is removed, unless somebody changed it.

        Raises:
            BadInput: there is no such template.
            Refused: the desk has not said what the form needs.
            WorkbenchError: the folder can't be written; the message names it.

        """
        from workbench.desk import changed_exports, finding_exports  # noqa: PLC0415

        used = finding_exports.template_named(template)
        return changed_exports.export_changed(self._place, form, out, used, numbers, selection, progress)

    def numbers_since(
        self, instant: int, numbers: Sequence[int] | None = None, *, published: bool = False
    ) -> list[int]:
        """Give the claims with a verdict, of all or of some, whose findings changed or went out since an instant.

        ``published`` leaves out those that never went out.
        """
        from workbench.desk import changed_exports  # noqa: PLC0415

        return changed_exports.numbers_since(self._place, instant, numbers, published=published)

    def publisher(self) -> PublisherRow:
        """Give who publishes the desk's findings, and where."""
        with self._place.read() as connection:
            return views.publisher(connection)

    def set_publisher(self, publisher: PublisherRow, base: PublisherRow | None = None) -> None:
        """Say who publishes the desk's findings, and where, from now on; what went out stays as it is.

        ``base`` is what was there when editing began, None where that is what is there now.

        Raises:
            BadInput: an address can't be used.
            Refused: you are neither editor nor admin, or somebody else changed the same meanwhile.

        """
        check_publisher(publisher)
        with self._place.work(Action.RULES_CHANGED) as work:
            require(work, Role.EDITOR, "change the rules of the desk")
            theirs = work.people.publisher()
            work.people.set_publisher(merged("the publisher", base or theirs, publisher, theirs))
