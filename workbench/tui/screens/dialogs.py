"""Which dialog opens for which command, and what becomes of its answer."""

from collections.abc import Callable

from claims_db.rows import ClaimSheet, DraftRow, RestingRow
from claims_db.vocabulary import ClaimState, DraftField
from workbench.desk.capture_entries import EvidenceCaptured
from workbench.desk.entries import UNBORN, ClaimAdded, Recorded
from workbench.desk.match_words import new_match_lines
from workbench.desk.recheck_entries import RecheckChoice, RecheckReport
from workbench.desk.recheck_words import recheck_lines, resting_lines
from workbench.desk.taken_in import TakenIn, failed_words, taken_in_words
from workbench.domain.evidence.check_words import in_doubt
from workbench.domain.references import claim_reference, evidence_reference
from workbench.domain.states import check_datable, check_editable
from workbench.errors import Refused, describe
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.dialogs.evidence import EvidenceDialog, free_part
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.intake import ArticleDialog, ClaimDialog
from workbench.tui.dialogs.reading import ReadingDialog
from workbench.tui.dialogs.skip import SkipDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.dialogs.wording import DuplicateDialog, WordingDialog
from workbench.tui.screens.part import Part
from workbench.tui.widgets.claim_panel import ClaimPanel


class Dialogs(Part):
    """The part of the main screen that opens dialogs."""

    _captures: tuple[EvidenceDialog, ...] = ()

    def show_dialog(self, dialog: FormDialog) -> None:
        """Open a dialog about the claim that is shown."""
        if self.sheet is not None:
            dialog.attend(self.sheet, self._taken)
            if not self.attend_to(dialog):
                self.app.push_screen(dialog, self._dialog_closed)

    def open_verdict(self, rating: int | None) -> None:
        """Open the verdict dialog; where verdicts disagree, the one in which an editor decides."""
        sheet = self.sheet
        if sheet is None:
            return
        if sheet.state is ClaimState.ADJUDICATION:
            self.open_adjudication()
        else:
            self.open_own_verdict(rating)

    def open_own_verdict(self, rating: int | None) -> None:
        """Open the dialog for a verdict of one's own; after a second one both are shown."""
        if self.sheet is None:
            return

        def recorded(outcome: Recorded) -> None:
            self.recorded(outcome)
            if dialog.second:
                self.reveal(outcome.claim)

        dialog = VerdictDialog(
            self.worker,
            self.app.editor,
            self.sheet,
            self.scale,
            self.next_queue,
            rating,
            recorded,
            self.draft(DraftField.VERDICT),
        )
        self.show_dialog(dialog)

    def open_evidence(self) -> None:
        """Open the evidence dialog."""
        sheet = self.sheet
        if sheet is None:
            return
        # What was typed for a capture that is under way is a part of the draft until it came.
        self._captures = tuple(one for one in self._captures if one.is_under_way)
        under_way = {one.part for one in self._captures if one.claim == sheet.number}
        draft = self.draft(DraftField.EVIDENCE)
        part = free_part(draft, under_way)
        dialog = EvidenceDialog(self.worker, self.app.editor, sheet, self.changed, self._captured, draft, part)
        self._captures += (dialog,)
        self.show_dialog(dialog)

    def _captured(self, found: EvidenceCaptured) -> None:
        """Say what came of a capture, loudly where its excerpt is in doubt; who went on stays where they are."""
        doubt = in_doubt(found.card.evidence)
        about = f"{claim_reference(found.claim)} has {evidence_reference(found.number)} now."
        self.app.say(about, "\n".join(part for part in (doubt, found.problem) if part), severe=bool(doubt))
        self.reload()

    def open_skip(self) -> None:
        """Open the skip dialog."""
        if self.sheet is not None:
            draft = self.draft(DraftField.SKIP)
            self.show_dialog(SkipDialog(self.worker, self.sheet, self.next_queue, self.recorded, draft))

    def open_wording(self) -> None:
        """Open the dialog in which the words of the claim are edited, and when it is to be checked again."""
        sheet = self.sheet
        if sheet is None or not self._editable(check_datable, sheet):
            return

        def kept(now: ClaimSheet) -> None:
            undo = self.app.with_keys("{undo} takes it back.")
            self.tell_user(f"{claim_reference(now.number)} is edited; {undo}")
            self.changed(now)

        draft = self.draft(DraftField.WORDING)
        self.show_dialog(WordingDialog(self.worker, self.app.editor, sheet, kept, draft))

    def open_duplicate(self) -> None:
        """Ask of which claim this one is a duplicate."""
        sheet = self.sheet
        if sheet is None or not self._editable(check_editable, sheet):
            return

        def marked(now: ClaimSheet) -> None:
            self.tell_user(f"{claim_reference(now.number)} is a duplicate of {claim_reference(now.duplicate_of or 0)}.")
            self.changed(now)

        self.show_dialog(DuplicateDialog(self.worker, sheet, marked))

    def _editable(self, check: Callable[[int, ClaimState], None], sheet: ClaimSheet) -> bool:
        """See, before anybody types, whether the claim can be edited; say what to do where it can't."""
        try:
            check(sheet.number, sheet.state)
        except Refused as refused:
            self.app.show_failure(describe(refused))
            return False
        return True

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
                self.worker.tell(lambda desk: (desk.detach(number), desk.resting_on(number)), taken_off)

        def taken_off(found: tuple[ClaimSheet, tuple[RestingRow, ...]]) -> None:
            now, resting = found
            self.changed(now)
            if resting:
                self.app.push_screen(ReadingDialog("On the same source rest", resting_lines(resting)))

        jumped_to = self.whole.query_one(ClaimPanel).chosen
        start = next((at for at, one in enumerate(evidence) if one.number == jumped_to), 0)
        self.app.push_screen(ChooseDialog("Take which evidence off?", choices, start), chosen)

    def recheck(self) -> None:
        """Look again at what the evidence of the claim rests on, beside everything else."""
        sheet = self.sheet
        if sheet is None:
            return
        name = f"Looking again for {claim_reference(sheet.number)}"
        if any(work.name == name for work in self.worker.works.under_way):
            return

        def found(report: RecheckReport) -> None:
            self.app.say(f"{name}: done.")
            self.reload()
            if self.app.screen is self.app.review:
                heading = f"What the evidence of {claim_reference(sheet.number)} rests on"
                self.app.push_screen(ReadingDialog(heading, recheck_lines(report)))

        choice = RecheckChoice(claims=(sheet.number,))
        self.worker.work(name, lambda desk, progress: desk.recheck(choice, progress), found)

    def open_article(self) -> None:
        """Open the article dialog."""
        here = self.claims.current

        def taken_in(found: TakenIn) -> None:
            told = taken_in_words(found)
            self.tell_user(told.message, told.hint)
            failed = failed_words(found)
            if failed is not None:
                self.worker.works.fail("Taking articles in", failed)
            # Who went on working meanwhile stays where they are.
            resting = self.claims.current == here and self.at_rest()
            first = next((claim for intake in found.intakes for claim in intake.claims), None)
            self.reload(first if resting else None)

        self._with_draft(DraftField.ARTICLE, lambda draft: ArticleDialog(self.worker, taken_in, draft))

    def open_claim(self) -> None:
        """Open the dialog for a claim by hand."""

        def added(claim: ClaimAdded) -> None:
            matches = "\n".join(new_match_lines(claim.matches))
            self.tell_user(f"{claim_reference(claim.claim)} {'is here already' if claim.known else 'added'}.", matches)
            self.reload(claim.claim)

        self._with_draft(DraftField.CLAIM, lambda draft: ClaimDialog(self.worker, self.app.editor, added, draft))

    def _with_draft(self, field: DraftField, dialog: Callable[[str], FormDialog]) -> None:
        """Open a dialog for something that has no number yet, with what was typed for it before."""

        def found(drafts: tuple[DraftRow, ...]) -> None:
            kept = next((draft.body for draft in drafts if draft.claim == UNBORN and draft.field is field), "")
            self.app.push_screen(dialog(kept))

        self.ask_to_open("draft", lambda desk: desk.drafts(), found)

    def _taken(self, sheet: ClaimSheet) -> None:
        """Hold a claim that was taken from within a dialog."""
        self.held = sheet.lease
        self.changed(sheet)

    def _dialog_closed(self, _: None) -> None:
        """Read the claim anew: a draft may have been kept or thrown away."""
        if self.sheet is not None:
            self.outdated = True
            self.reload(self.sheet.number)
