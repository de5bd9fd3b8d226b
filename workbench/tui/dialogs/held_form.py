"""A dialog whose save needs the claim: where somebody else was there first, nothing of what was typed is lost."""

import json

from textual.containers import Vertical

from claims_db.rows import ClaimSheet
from workbench.errors import Failure
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.dialogs.overtaken import Overtaken, OvertakenDialog
from workbench.tui.drawing import frame

_WORDS = ("rationale", "body", "note", "statement")


class HeldForm(FormDialog):
    """A form on one claim, saved with the token of the hold that was there when it was opened."""

    def __init__(self, worker: DeskWorker, editor: str, sheet: ClaimSheet, draft: str = "") -> None:
        super().__init__(worker, editor, sheet.number, draft)
        self.sheet = sheet

    @property
    def token(self) -> int | None:
        """The fencing token of the hold, None where the claim was free."""
        return self.sheet.lease.token if self.sheet.lease else None

    def failed(self, failure: Failure) -> None:
        """Say what went wrong; where somebody else was there first, show both texts and what can be done."""
        super().failed(failure)
        if failure.difference and self.is_attached:
            values = self.values()
            self._saved = json.dumps(values, sort_keys=True)
            typed = next((values[name] for name in _WORDS if values.get(name)), "")
            # Keys wait until the answer is carried out: a save before the claim is held again would be late again.
            self._busy = True
            self.app.push_screen(OvertakenDialog(failure, typed), self._overtaken)

    def _overtaken(self, answer: Overtaken | None) -> None:
        self._busy = answer is Overtaken.TAKE_OVER
        if answer is Overtaken.KEEP:
            self.action_close()
        elif answer is Overtaken.TAKE_OVER:
            number = self.claim
            self.worker.tell(lambda desk: desk.take_over(number), self._hold_again, super().failed)

    def _hold_again(self, sheet: ClaimSheet) -> None:
        self._busy = False
        self.taken(sheet)
        self.sheet = self.base = sheet
        if self.is_attached:
            frame(self.query_one(Vertical), self.title_words())
            self.note("")
            self.say(self.app.with_keys("You hold the claim now. {submit} saves what stands here."), quiet=True)
