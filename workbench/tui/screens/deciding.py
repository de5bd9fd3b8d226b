"""What becomes of verdicts: both shown, adjudication, sign-off, return, publication and its corrections."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claims_db.rows import ClaimSheet
from claims_db.vocabulary import ClaimState, DraftField, Role, Severity
from workbench.desk.entries import Recorded
from workbench.domain.lint.outcome import Linted
from workbench.domain.newest_text import words_that_left
from workbench.domain.references import claim_reference
from workbench.domain.states import GONE_OUT, Step, after, state_words
from workbench.errors import Refused, describe
from workbench.export.template_names import LONG
from workbench.tui.dialogs.choose import ConfirmDialog
from workbench.tui.dialogs.decision import Decided, Decision, DecisionDialog
from workbench.tui.dialogs.lint import LintDialog
from workbench.tui.dialogs.verdicts import AdjudicationDialog, Rulings, VerdictsDialog
from workbench.tui.screens.dialogs import Dialogs
from workbench.tui.widgets.verdict_columns import counting

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


class Deciding(Dialogs):
    """The part of the main screen that decides."""

    def reveal(self, number: int) -> None:
        """Show all verdicts on a claim side by side."""
        self.ask_to_open("reveal", lambda desk: desk.claim(number), self._show_verdicts)

    def compare(self) -> None:
        """Show the verdicts on the claim under the cursor, or decide between them where that waits for a decision."""
        sheet = self.sheet
        if sheet is None:
            return
        if sheet.state is ClaimState.ADJUDICATION and self._can_adjudicate(sheet):
            self.open_adjudication()
        elif counting(sheet):
            self._show_verdicts(sheet)
        elif sheet.blind:
            self.tell_user("The other verdict is not shown until you have recorded yours.")
        else:
            self.tell_user(f"There is no verdict on {claim_reference(sheet.number)} yet.")

    def open_adjudication(self) -> None:
        """Open the dialog in which one of several verdicts is chosen; who can't decide sees them all the same."""
        sheet = self.sheet
        if sheet is None:
            return
        if not self._can_adjudicate(sheet):
            self.tell_user("An editor who gave none of the verdicts decides between them.")
            self._show_verdicts(sheet)
            return
        rulings = Rulings(self.changed, lambda: self.open_own_verdict(None), self.open_return)
        draft = self.draft(DraftField.COMMENT)
        self.show_dialog(AdjudicationDialog(self.worker, self.app.editor, sheet, rulings, draft))

    def sign_off(self) -> None:
        """Let the verdict stand, with a note."""
        if self.sheet is not None and self.sheet.state is ClaimState.ADJUDICATION:
            self.open_adjudication()
        elif self._allowed(Step.SIGN_OFF):
            number = self._number
            self.ask_to_open("sign-off", lambda desk: desk.lint(number), self._before_sign_off)

    def lint(self) -> None:
        """Show what stands against signing off the claim."""
        number = self._number
        self.ask_to_open("lint", lambda desk: desk.lint(number), self._show_rules)

    def open_return(self) -> None:
        """Return the claim to its queue, with a comment."""
        number, queue = self._number, self.next_queue
        self._decide(
            Step.RETURN,
            Decision(
                "Return",
                "It goes back to its queue, and its verdicts count no more. The comment stands in the discussion.",
                "what is missing; @name calls somebody",
                lambda desk, values, token: desk.send_back(number, values["body"], token, queue),
            ),
        )

    def publish(self, template: str = LONG) -> None:
        """Freeze the finding as it goes out by a template, after asking."""
        sheet = self.sheet
        if sheet is None or not self._allowed(Step.PUBLISH):
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.worker.tell(lambda desk: desk.publish(sheet.number, template), self._told)

        standing = next((verdict for verdict in sheet.verdicts if verdict.stands), None)
        rating = f"{standing.rating.label}, by {standing.reviewer}\n" if standing else ""
        left = "".join(f"{words}\n" for words in words_that_left(sheet))
        words = f"{sheet.statement}\n{rating}{left}\nThe report is written by the template {template}. It is frozen as it goes out; undo does not reach it, only a correction does."
        self.app.push_screen(
            ConfirmDialog(f"Publish {claim_reference(sheet.number)}?", words, "publish it", "not yet"), answered
        )

    def correct(self) -> None:
        """Publish a new revision of a finding that went out."""
        number = self._number

        def call(desk: "Desk", values: Mapping[str, str], _: int | None) -> ClaimSheet:
            return desk.correct(number, Severity(values["severity"]), values["body"])

        explanation = "A new revision goes out with severity and reason; the one before stays on record."
        self._decide(
            Step.CORRECT,
            Decision("Correct", explanation, "what was wrong; readers see this", call, has_severity=True),
        )

    def withdraw(self) -> None:
        """Withdraw a finding that went out."""
        number = self._number
        self._decide(
            Step.WITHDRAW,
            Decision(
                "Withdraw",
                "The finding is withdrawn; what was published stays on record with the reason.",
                "why; readers see this",
                lambda desk, values, _: desk.withdraw(number, values["body"]),
            ),
        )

    def reopen(self) -> None:
        """Put a published finding back to work."""
        number = self._number
        self._decide(
            Step.REOPEN,
            Decision(
                "Reopen",
                "It goes back to its queue; the publication stands until a correction replaces it.",
                "why; this stands in the discussion",
                lambda desk, values, _: desk.reopen(number, values["body"]),
            ),
        )

    def _show_rules(self, linted: Linted) -> None:
        if not linted.lines:
            self.tell_user(f"{claim_reference(linted.claim)} meets every rule.")
            return
        self.app.push_screen(LintDialog(self.worker, self.app.editor, linted), self._rules_closed)

    def _before_sign_off(self, linted: Linted) -> None:
        """Open the sign-off with what warns; what blocks is shown first, to be mended or waived."""
        if linted.blocking:
            dialog = LintDialog(self.worker, self.app.editor, linted, self._open_sign_off)
            self.app.push_screen(dialog, self._rules_closed)
        else:
            self._open_sign_off(linted)

    def _open_sign_off(self, linted: Linted) -> None:
        number = self._number
        if linted.claim != number:
            return
        self._decide(
            Step.SIGN_OFF,
            Decision(
                "Sign off",
                "The verdict stands from then on; undo takes the sign-off back.",
                "a note, if it needs one",
                lambda desk, values, _: desk.sign_off(number, values["body"]),
                needs_words=False,
                rules=linted.lines,
            ),
        )

    def _rules_closed(self, _: None) -> None:
        """Read the claim anew: a rule may have been waived."""
        self.outdated = True
        self.reload()

    @property
    def _number(self) -> int:
        return self.sheet.number if self.sheet is not None else 0

    def _can_adjudicate(self, sheet: ClaimSheet) -> bool:
        role = self.opening.reviewer.role
        return role is not Role.REVIEWER and all(verdict.reviewer != self.me for verdict in counting(sheet))

    def _allowed(self, step: Step) -> bool:
        """See, before anybody writes a reason, whether the claim's state allows a step; say what does not."""
        try:
            return self.sheet is not None and bool(after(self.sheet.state, step))
        except Refused as refused:
            self.app.show_failure(describe(refused))
            return False

    def _decide(self, step: Step, decision: Decision) -> None:
        if self.sheet is not None and self._allowed(step):
            draft = self.draft(DraftField.COMMENT)
            self.show_dialog(DecisionDialog(self.worker, self.app.editor, self.sheet, decision, self._decided, draft))

    def _decided(self, decided: Decided) -> None:
        if isinstance(decided, Recorded):
            self.recorded(decided)
        else:
            self._told(decided)

    def _told(self, sheet: ClaimSheet) -> None:
        self.tell_user(f"{claim_reference(sheet.number)} is {state_words(sheet.state)} now.")
        self.changed(sheet)
        if sheet.state in GONE_OUT:
            self._write_files(sheet.number)

    def _write_files(self, number: int) -> None:
        """Write the files of what went out, beside everything else; where that fails, an export writes them later."""
        folder = self.app.exports
        self.worker.work(
            f"Writing what went out of {claim_reference(number)}",
            lambda desk, progress: desk.write_revisions(folder, number, progress),
            lambda paths: self.tell_user(f"Its files are in {paths[-1]}."),
        )

    def _show_verdicts(self, sheet: ClaimSheet) -> None:
        self.app.push_screen(VerdictsDialog(sheet))
