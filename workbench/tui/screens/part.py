"""What the parts of the main screen know of each other."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from claims_db.rows import ClaimFilter, ClaimSheet, LeaseRow, ScaleRow
from claims_db.vocabulary import DraftField
from workbench.desk.entries import Recorded, Turn
from workbench.errors import Failure
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.screens.opening import Opening, Standing
from workbench.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.screens.review import ReviewScreen

T = TypeVar("T")


class Part:
    """A part of the main screen; what another part does is named here.

    Attributes:
        opening: what was read when the desk was opened.
        standing: how things stood at the latest look.
        sheet: the claim that is shown.
        outdated: whether something of it is known to have changed, such as a draft, and it is being read anew.
        held: the hold that is kept alive: on the claim taken last, or looked at last of those held.
        queue: the queue whose claims are listed; empty for all claims of the desk.
        words: the filter of the list.
        wanted: the same, as it is asked for.
        turning: whether a claim was asked for and has not come yet.
        dialogs_asked: what is being read so that a dialog can open; an answer that comes too late counts no more.
        meant_next: what is to be done with the claim that was asked for, as soon as it comes.

    """

    app: "WorkbenchApp"
    worker: DeskWorker
    opening: Opening
    standing: Standing | None
    sheet: ClaimSheet | None
    outdated: bool = False
    held: LeaseRow | None
    queue: str
    words: str
    wanted: ClaimFilter
    turning: bool
    meant_next: Callable[[], None] | None
    dialogs_asked: set[str]
    _seen_at: int

    @property
    def whole(self) -> "ReviewScreen":
        """The main screen, of which this is a part."""
        raise NotImplementedError

    @property
    def claims(self) -> ClaimList:
        """The list of claims."""
        raise NotImplementedError

    @property
    def me(self) -> str:
        """The reviewer's name."""
        return self.opening.reviewer.name

    @property
    def scale(self) -> ScaleRow:
        """The scale that the desk rates on, as of the latest look."""
        return (self.standing or self.opening.listing.standing).scale

    @property
    def work_queue(self) -> str:
        """The queue that claims are taken from: the one listed, or the desk's own."""
        return self.queue or self.opening.own_queue

    @property
    def next_queue(self) -> str | None:
        """The queue whose next claim a decision takes; None under a filter, which says itself what comes next."""
        return None if self.words else self.work_queue

    def now(self) -> int:
        """Give the present instant: the desk's clock at the latest look, carried on."""
        if self.standing is None:
            return time.time_ns() // 1000
        return self.standing.now + (time.monotonic_ns() - self._seen_at) // 1000

    def stood(self, standing: Standing) -> None:
        """Note how things stand."""
        self.standing = standing
        self._seen_at = time.monotonic_ns()

    def tell_user(self, message: str, hint: str = "") -> None:
        """Say something in passing."""
        self.app.say(message, hint)

    def at_rest(self) -> bool:
        """Say whether nothing is open over the main screen."""
        raise NotImplementedError

    def draft(self, field: DraftField) -> str:
        """Give what was being typed for the claim that is shown."""
        drafts = self.sheet.drafts if self.sheet else ()
        return next((draft.body for draft in drafts if draft.field is field), "")

    def on_claim(self, run: Callable[[], None]) -> None:
        """Run what is meant for a claim as soon as that claim was read: the one asked for, else under the cursor."""
        raise NotImplementedError

    def attend_to(self, dialog: FormDialog) -> bool:
        """Note what will be answered in a dialog; say whether it was answered already, by repeating."""
        raise NotImplementedError

    def on_marked(self, name: str) -> bool:
        """Run a command on the marked claims; say whether that is what it does now."""
        raise NotImplementedError

    def ask_to_open(self, group: str, call: "Callable[[Desk], T]", opens: Callable[[T], None]) -> None:
        """Read what a dialog needs and open it; keys that are typed meanwhile are meant for the dialog, and Esc calls it off."""
        self.dialogs_asked.add(group)

        def read(answer: T) -> None:
            if group in self.dialogs_asked:
                self.dialogs_asked.discard(group)
                opens(answer)

        def failed(failure: Failure) -> None:
            self.dialogs_asked.discard(group)
            self.app.show_failure(failure)

        self.worker.ask(group, call, read, failed)

    def show_claim(self, sheet: ClaimSheet) -> None:
        """Show a claim."""
        raise NotImplementedError

    def changed(self, sheet: ClaimSheet) -> None:
        """Show a claim as it is now, and the list with it."""
        self.show_claim(sheet)
        self.reload(sheet.number)

    def reload(self, current: int | None = None) -> None:
        """Read the list anew; the cursor goes to ``current``, else it stays on its claim."""
        raise NotImplementedError

    def show_status(self) -> None:
        """Write the line at the top."""

    def go_to(self, number: int) -> None:
        """Go to a claim; where the list does not have it, to the list of all claims."""
        raise NotImplementedError

    def narrow(self, words: str) -> None:
        """List what the filter lets through; say what is wrong with it otherwise."""
        raise NotImplementedError

    def turned(self, turn: Turn) -> None:
        """Go to the claim that comes next, or say why there is none."""
        raise NotImplementedError

    def recorded(self, outcome: Recorded) -> None:
        """Go on after a decision."""
        raise NotImplementedError

    def reveal(self, number: int) -> None:
        """Show all verdicts on a claim side by side."""
        raise NotImplementedError

    def open_adjudication(self) -> None:
        """Open the dialog in which one of several verdicts is chosen."""
        raise NotImplementedError

    def look_at(self, number: int, go_on: Callable[[], None]) -> None:
        """Go to a claim, wherever it is listed, and go on there."""
        raise NotImplementedError
