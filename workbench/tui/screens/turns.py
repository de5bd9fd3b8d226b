"""The loop: take a claim, hold it, go on to the next; undo and redo; notice what others write."""

from typing import TYPE_CHECKING

from claims_db.rows import ClaimSheet, LeaseRow
from workbench.desk.entries import NothingFree, Recorded, Turn, Undone
from workbench.domain.references import claim_reference
from workbench.errors import Failure
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class Turns:
    """The part of the main screen that takes turns at the queue."""

    app: "WorkbenchApp"
    worker: DeskWorker
    sheet: ClaimSheet | None
    held: LeaseRow | None
    changes: int

    @property
    def claims(self) -> ClaimList:
        """The list of claims."""
        raise NotImplementedError

    def show_claim(self, sheet: ClaimSheet) -> None:
        """Show a claim."""
        raise NotImplementedError

    def reload(self, current: int | None = None) -> None:
        """Read the list anew."""
        raise NotImplementedError

    def tell_user(self, message: str, hint: str = "") -> None:
        """Say something in passing."""
        raise NotImplementedError

    def take_next(self) -> None:
        """Lease the next claim and go to it."""
        self.worker.tell(lambda desk: desk.take_next(), self.turned)

    def take_this(self) -> None:
        """Lease the claim under the cursor."""
        number = self.claims.current
        if number is not None:
            self.worker.tell(lambda desk: desk.take(number), self.turned)

    def hand_back(self) -> None:
        """End the lease on the claim under the cursor."""
        number = self.claims.current

        def handed(_: None) -> None:
            self.held = None
            self.tell_user(f"Handed {claim_reference(number or 0)} back.")
            self.reload()

        if number is not None:
            self.worker.tell(lambda desk: desk.hand_back(number), handed)

    def undo(self) -> None:
        """Take back the latest effect."""
        self.worker.tell(lambda desk: desk.undo(), self._undone)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.worker.tell(lambda desk: desk.redo(), self._undone)

    def turned(self, turn: Turn) -> None:
        """Go to the claim that comes next, or say why there is none."""
        if isinstance(turn, NothingFree):
            self.held = None
            self.tell_user(turn.reason)
            self.reload()
            return
        self.held = turn.lease
        self.show_claim(turn)
        self.reload(turn.number)

    def recorded(self, outcome: Recorded) -> None:
        """Say that a claim is done and go to the next."""
        self.tell_user(f"{claim_reference(outcome.claim)} is done.")
        if outcome.next is not None:
            self.turned(outcome.next)

    def _undone(self, undone: Undone) -> None:
        self.tell_user(undone.summary)
        self.reload(undone.claim)

    def poll(self) -> None:
        """Notice whether anybody has written."""

        def seen(changes: int) -> None:
            if changes != self.changes:
                self.reload()

        self.worker.ask("changes", lambda desk: desk.changes(), seen)

    def keep_hold(self) -> None:
        """Give a sign of life for the claim that is held."""
        held = self.held
        if held is None:
            return

        def kept(lease: LeaseRow) -> None:
            self.held = lease

        def lost(failure: Failure) -> None:
            self.held = None
            self.app.say(failure.message, failure.hint, severe=True)

        self.worker.tell(lambda desk: desk.keep(held.claim, held.token), kept, lost)
