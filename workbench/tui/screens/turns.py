"""The loop: take a claim, hold it, take it over, go on to the next; undo and redo."""

from claims_db.rows import ClaimSheet, LeaseRow
from claims_db.vocabulary import ClaimState
from workbench.desk.entries import NothingFree, Recorded, Turn, Undone
from workbench.domain.left_words import draft_name
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words
from workbench.domain.waiting import short_span
from workbench.errors import ExitCode, Failure
from workbench.tui.dialogs.choose import ConfirmDialog
from workbench.tui.screens.part import Part
from workbench.tui.screens.undoing import MOST_TOLD, several

_MOST_TRIED = 256
"""Among how many claims of a filter the next one is looked for."""


class Turns(Part):
    """The part of the main screen that takes turns at the queue."""

    def take_next(self) -> None:
        """Lease the next claim and go to it: under a filter the next one of those that it lets through."""
        self.turning = True
        if self.words:
            numbers = self.claims.from_cursor(_MOST_TRIED)
            if self.held is not None and self.held.claim in numbers:
                numbers.insert(0, self.held.claim)
            self.worker.tell(lambda desk: desk.take_first(numbers), self._turned_within, self._not_turned)
            return
        queue = self.work_queue
        self.worker.tell(lambda desk: desk.take_next(queue), self.turned, self._not_turned)

    def take_this(self) -> None:
        """Lease the claim under the cursor; where somebody holds it, offer to take it over."""
        number = self.claims.current
        if number is not None:
            self.turning = True
            self.worker.tell(lambda desk: desk.take(number), self.turned, lambda failure: self._held(number, failure))

    def take_over(self) -> None:
        """Ask, then lease the claim under the cursor whoever holds it."""
        sheet = self.sheet
        if sheet is None:
            return
        if sheet.lease is None or sheet.lease.holder == self.me:
            self.take_this()
            return
        left = short_span(sheet.lease.expires_at - self.now())
        self._offer(sheet, f"{claim_reference(sheet.number)} is held by {sheet.lease.holder}, {left} left.")

    def hand_back(self) -> None:
        """End the lease on the claim under the cursor."""
        number = self.claims.current

        def handed(_: None) -> None:
            self.held = None
            self.tell_user(f"Handed {claim_reference(number or 0)} back.")
            self.reload()

        if number is not None:
            self.worker.tell(lambda desk: desk.hand_back(number), handed)

    def undo(self, count: int) -> None:
        """Take back the latest effects."""
        self.worker.tell(lambda desk: several(desk.undo, count), self._undone)

    def redo(self, count: int) -> None:
        """Do again what was taken back."""
        self.worker.tell(lambda desk: several(desk.redo, count), self._undone)

    def turned(self, turn: Turn) -> None:
        """Go to the claim that comes next, or say why there is none; then run what was meant for it."""
        meant, self.meant_next, self.turning = self.meant_next, None, False
        if isinstance(turn, NothingFree):
            self.held = None
            self.app.say(turn.reason, seconds=10)
            self.reload()
            return
        self.held = turn.lease
        self.show_claim(turn)
        self.reload(turn.number)
        if meant is not None:
            meant()

    def recorded(self, outcome: Recorded) -> None:
        """Say what became of a claim and go to the next."""
        self.tell_user(f"{claim_reference(outcome.claim)} is {_outcome(outcome.state)}.")
        if outcome.next is not None:
            self.turned(outcome.next)
        else:
            self.take_next()

    def keep_hold(self) -> None:
        """Give a sign of life for the claim that is held."""
        held = self.held
        if held is None:
            return

        def kept(lease: LeaseRow) -> None:
            if self.held is not None and self.held.claim == lease.claim:
                self.held = lease

        def lost(failure: Failure) -> None:
            if failure.exit_code is not ExitCode.CONFLICT:
                # The desk can't be reached just now; the hold may well stand, so it is tried again.
                return
            self.held = None
            self.app.show_failure(failure)
            self.reload()

        self.worker.tell(lambda desk: desk.keep(held.claim, held.token), kept, lost)

    def _turned_within(self, sheet: ClaimSheet | None) -> None:
        """Go to the claim that comes next under the filter, or say that there is none."""
        if sheet is not None:
            self.turned(sheet)
            return
        self.turning, self.meant_next = False, None
        self.app.say(
            "No claim that the filter lets through can be taken now.",
            self.app.with_keys("{back} shows all claims again; {take-next} then takes the next of the queue."),
        )
        self.reload()

    def _not_turned(self, failure: Failure) -> None:
        self.turning, self.meant_next = False, None
        self.app.show_failure(failure)

    def _held(self, number: int, failure: Failure) -> None:
        """Offer to take over what could not be taken, where somebody holds it."""
        self.turning, self.meant_next = False, None

        def read(sheet: ClaimSheet) -> None:
            self.changed(sheet)
            if sheet.lease is None or sheet.lease.holder == self.me:
                self.app.show_failure(failure)
            else:
                self._offer(sheet, failure.message)

        self.worker.ask("held", lambda desk: desk.claim(number), read)

    def _offer(self, sheet: ClaimSheet, message: str) -> None:
        number, holder = sheet.number, sheet.lease.holder if sheet.lease else ""
        typing = ", ".join(sorted({draft_name(left.field) for left in sheet.left_drafts if left.reviewer == holder}))
        kept = f"What {holder} is typing ({typing}) stays and is shown to you." if typing else ""
        words = f"{kept}\nIf you take it over, {holder} can't save on it any more; a late save is kept as a draft."

        def answered(yes: bool | None) -> None:
            if yes:
                self.worker.tell(lambda desk: desk.take_over(number), self._taken_over)

        self.app.push_screen(ConfirmDialog(message, words.strip(), "take it over", "leave it"), answered)

    def _taken_over(self, sheet: ClaimSheet) -> None:
        if sheet.left_drafts:
            left = sheet.left_drafts[0]
            copies = self.app.with_keys("{copy-left} copies it into your own.")
            self.tell_user(f"{left.reviewer} left a {draft_name(left.field)}; {copies}")
        self.turned(sheet)

    def _undone(self, undone: tuple[Undone, ...]) -> None:
        self.tell_user("\n".join(one.summary for one in undone[-MOST_TOLD:]))
        self.reload(undone[-1].claim)


def _outcome(state: ClaimState) -> str:
    if state is ClaimState.SECOND_REVIEW:
        return "recorded and waits for a second verdict"
    return "returned to its queue" if state is ClaimState.QUEUED else state_words(state)
