"""Which dialog opens for which command, and what becomes of its answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from claims_db.rows import ClaimSheet, DraftRow, Intake
from claims_db.vocabulary import DraftField
from workbench.desk.entries import UNBORN, ClaimAdded, Recorded
from workbench.domain.references import article_reference, claim_reference, evidence_reference
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.dialogs.evidence import EvidenceDialog
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.intake import ArticleDialog, ClaimDialog
from workbench.tui.dialogs.skip import SkipDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.opening import Opening

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class Dialogs:
    """The part of the main screen that opens dialogs."""

    app: "WorkbenchApp"
    worker: DeskWorker
    opening: Opening | None
    sheet: ClaimSheet | None

    def draft(self, field: DraftField) -> str:
        """Give what was being typed for the claim that is shown."""
        raise NotImplementedError

    def recorded(self, outcome: Recorded) -> None:
        """Go on after a decision."""
        raise NotImplementedError

    def changed(self, sheet: ClaimSheet) -> None:
        """Show a claim as it is now."""
        raise NotImplementedError

    def reload(self, current: int | None = None) -> None:
        """Read the list anew."""
        raise NotImplementedError

    def tell_user(self, message: str, hint: str = "") -> None:
        """Say something in passing."""
        raise NotImplementedError

    def open_verdict(self, rating: int | None) -> None:
        """Open the verdict dialog."""
        if self.sheet is not None and self.opening is not None:
            draft = self.draft(DraftField.VERDICT)
            self.app.push_screen(
                VerdictDialog(
                    self.worker, self.app.editor, self.sheet, self.opening.scale, rating, self.recorded, draft
                ),
                self._dialog_closed,
            )

    def open_evidence(self) -> None:
        """Open the evidence dialog."""
        if self.sheet is not None:
            draft = self.draft(DraftField.EVIDENCE)
            self.app.push_screen(
                EvidenceDialog(self.worker, self.app.editor, self.sheet, self.changed, draft), self._dialog_closed
            )

    def open_skip(self) -> None:
        """Open the skip dialog."""
        if self.sheet is not None:
            draft = self.draft(DraftField.SKIP)
            self.app.push_screen(SkipDialog(self.worker, self.sheet, self.recorded, draft), self._dialog_closed)

    def open_detach(self) -> None:
        """Ask which evidence is taken off."""
        evidence = self.sheet.evidence if self.sheet else ()
        if not evidence:
            self.tell_user("There is no evidence to take off.")
            return
        choices = [
            f"{evidence_reference(one.number)}  {one.stance.value}  {one.excerpt or one.note or (one.source.title or one.source.url if one.source else '')}"
            for one in evidence
        ]

        def chosen(at: int | None) -> None:
            if at is not None:
                number = evidence[at].number
                self.worker.tell(lambda desk: desk.detach(number), self.changed)

        self.app.push_screen(ChooseDialog("Take which evidence off?", choices), chosen)

    def open_article(self) -> None:
        """Open the article dialog."""

        def taken_in(intake: Intake) -> None:
            name = article_reference(intake.article.number)
            words = "is here already" if intake.known else f"taken in with {len(intake.claims)} claims"
            near = [
                f"{claim_reference(pair.claim)} is nearly {claim_reference(pair.near.number)}, {pair.near.relation.value}"
                for pair in intake.near
            ]
            self.tell_user(f"{name} {words}.", "\n".join(near[:4]))
            self.reload(intake.claims[0] if intake.claims else None)

        self._with_draft(DraftField.ARTICLE, lambda draft: ArticleDialog(self.worker, taken_in, draft))

    def open_claim(self) -> None:
        """Open the dialog for a claim by hand."""

        def added(claim: ClaimAdded) -> None:
            near = [
                f"It is nearly {claim_reference(pair.near.number)}, {pair.near.relation.value}." for pair in claim.near
            ]
            self.tell_user(
                f"{claim_reference(claim.claim)} {'is here already' if claim.known else 'added'}.", "\n".join(near)
            )
            self.reload(claim.claim)

        self._with_draft(DraftField.CLAIM, lambda draft: ClaimDialog(self.worker, self.app.editor, added, draft))

    def open_help(self) -> None:
        """Open the help."""
        self.app.push_screen(HelpScreen(self.app.key_overrides))

    def _with_draft(self, field: DraftField, dialog: Callable[[str], FormDialog]) -> None:
        """Open a dialog for something that has no number yet, with what was typed for it before."""

        def found(drafts: tuple[DraftRow, ...]) -> None:
            kept = next((draft.body for draft in drafts if draft.claim == UNBORN and draft.field is field), "")
            self.app.push_screen(dialog(kept))

        self.worker.ask("draft", lambda desk: desk.drafts(), found)

    def _dialog_closed(self, _: None) -> None:
        """Read the claim anew: a draft may have been kept or thrown away."""
        if self.sheet is not None:
            self.reload(self.sheet.number)
