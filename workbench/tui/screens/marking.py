"""Claims that are marked in the list, and what is done with all of them in one step."""

from array import array
from collections.abc import Callable
from typing import ClassVar

from claims_db.rows import ClaimRow, QueueRow, ReviewerRow, TagRow
from workbench.desk.lots import Lot
from workbench.tui.dialogs.dated_lots import PostponeLot, PressLot
from workbench.tui.dialogs.lot import LotDialog, Many, left_out_words
from workbench.tui.dialogs.lots import (
    AssignLot,
    HandBackLot,
    MergeLot,
    PutLot,
    SignOffLot,
    SkipLot,
    TagLot,
)
from workbench.tui.screens.teamwork import Teamwork, names_of

_AT_ONCE = 50_000
"""How many claims are marked between two frames."""

_TOLD = 50


class Marking(Teamwork):
    """The part of the main screen that marks claims and acts on those that are marked."""

    ON_MARKED: ClassVar[tuple[str, ...]] = (
        *("assign", "skip", "postpone", "marks", "mark-duplicate", "hand-back", "sign-off"),
        *("tag", "put-in-queue"),
    )
    """The commands that act on the marked claims where there are some."""

    def mark_and_go_on(self, count: int) -> None:
        """Mark so many claims from the cursor on, or take their marks off, and go to the next one."""
        for _ in range(min(count, len(self.claims.numbers) - self.claims.cursor)):
            self.claims.toggle_mark()
            self.claims.action_move(1)
        self.show_status()

    def mark_all(self) -> None:
        """Mark every claim that the list shows."""
        self._mark_from(self.claims.numbers, 0)

    def unmark_all(self) -> None:
        """Take every mark off, also of claims that the list does not show."""
        self.claims.unmark()
        self.show_status()

    def on_marked(self, name: str) -> bool:
        """Run a command on the marked claims; say whether that is what it does now."""
        if name not in self.ON_MARKED or not self.claims.marked:
            return False
        self._open_lot(name, self._marked())
        return True

    def on_current(self, name: str) -> None:
        """Run a command that has no dialog for a single claim on the claim under the cursor."""
        number = self.claims.current
        if number is not None:
            self._open_lot(name, Many((number,)))

    def _marked(self) -> Many:
        marked = self.claims.marked
        return Many(tuple(sorted(marked)), len(marked) - len(marked.intersection(self.claims.numbers)))

    def _mark_from(self, numbers: "array[int]", start: int) -> None:
        """Mark some claims, and the rest after the next frame: a very long list takes longer than a frame."""
        if numbers is not self.claims.numbers:
            return
        self.claims.mark(numbers[start : start + _AT_ONCE])
        self.show_status()
        if start + _AT_ONCE < len(numbers):
            self.app.call_later(self._mark_from, numbers, start + _AT_ONCE)

    def _open_lot(self, name: str, many: Many) -> None:
        opened: dict[str, Callable[[], None]] = {
            "assign": lambda: self._assign(many),
            "tag": lambda: self._tag(many),
            "put-in-queue": lambda: self._put(many),
            "skip": lambda: self._show(SkipLot(self.worker, many, self._lot_done)),
            "postpone": lambda: self._show(PostponeLot(self.worker, many, self._lot_done, self.present())),
            "marks": lambda: self._show(PressLot(self.worker, many, self._lot_done, self.present())),
            "hand-back": lambda: self._show(HandBackLot(self.worker, many, self._lot_done)),
            "sign-off": lambda: self._show(SignOffLot(self.worker, many, self._lot_done)),
            "mark-duplicate": lambda: self._join(many),
        }
        opened[name]()

    def _show(self, dialog: LotDialog) -> None:
        if not self.attend_to(dialog):
            self.app.push_screen(dialog)

    def _assign(self, many: Many) -> None:
        def read(people: tuple[ReviewerRow, ...]) -> None:
            self._show(AssignLot(self.worker, many, self._lot_done, names_of(people)))

        self.ask_to_open("people", lambda desk: desk.people(), read)

    def _tag(self, many: Many) -> None:
        def read(tags: tuple[TagRow, ...]) -> None:
            known = [tag.name for tag in sorted(tags, key=lambda tag: -tag.claims)[:_TOLD]]
            self._show(TagLot(self.worker, many, self._lot_done, known))

        self.ask_to_open("tags", lambda desk: desk.tags(), read)

    def _put(self, many: Many) -> None:
        def read(queues: tuple[QueueRow, ...]) -> None:
            self._show(PutLot(self.worker, many, self._lot_done, [one.name for one in queues], self.queue))

        self.ask_to_open("queues", lambda desk: desk.queues(), read)

    def _join(self, many: Many) -> None:
        current = self.claims.current
        of = current if current is not None and current in self.claims.marked else many.numbers[0]

        def read(rows: tuple[ClaimRow, ...]) -> None:
            self._show(MergeLot(self.worker, many, self._lot_done, of, rows))

        first = many.numbers[:_TOLD]
        self.ask_to_open("joined", lambda desk: desk.claim_rows(first), read)

    def _lot_done(self, lot: Lot, words: str) -> None:
        count = len(lot.done)
        which = f"{Many(lot.done).words()} {'is' if count == 1 else 'are'} {words}" if count else "Nothing was changed"
        undo = self.app.with_keys("; {undo} takes it back.") if count and words != "handed back" else "."
        self.tell_user(f"{which}{undo}", left_out_words(lot))
        self.reload()
