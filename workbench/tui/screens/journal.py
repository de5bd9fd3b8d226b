"""The journal: what was changed, when and by whom, the newest first, with what stood before and after."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from claims_db.rows import JournalFilter, JournalRow
from workbench.domain.journal_filters import parse_journal_filter
from workbench.domain.references import claim_reference
from workbench.errors import FAILURES, Failure, describe
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import IN_JOURNAL
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.drawing import frame
from workbench.tui.keyed import bindings_of
from workbench.tui.screens.listing import ListingScreen
from workbench.tui.widgets.fields import ShortField
from workbench.tui.widgets.journal_list import JournalList
from workbench.tui.widgets.journal_sheet import JournalSheetPane
from workbench.tui.widgets.mode_bar import ModeBar
from workbench.tui.widgets.watchers import KeyFooter
from workbench.tui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_FIELDS = "who:name C-12 verb:verdict on:2026-11-26 since:2026-11 until:2026"


class _Reading(NamedTuple):
    """Which entries there are, and the desk's change number before they were read."""

    sequences: Sequence[int]
    changes: int


class JournalScreen(ListingScreen):
    """Shows the journal."""

    MODE = Mode.JOURNAL
    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = IN_JOURNAL
    PARTS: ClassVar[tuple[str, ...]] = ("#entries", "#sheet")
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(IN_JOURNAL)
    DEFAULT_CSS = """
    JournalScreen { layout: vertical; }
    JournalScreen #entries { height: 1fr; }
    JournalScreen #sheet { height: 1fr; }
    JournalScreen #filter { display: none; border: none; height: 1; background: $field; padding: 0 1; }
    JournalScreen #filter.shown { display: block; }
    """

    def __init__(self, worker: DeskWorker) -> None:
        super().__init__()
        self.worker = worker
        self.words = ""
        self._wanted = JournalFilter()
        self._meant: tuple[int, Callable[[JournalRow], None]] | None = None

    @property
    def entries(self) -> JournalList:
        """The list of entries."""
        return self.query_one(JournalList)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ModeBar(self.MODE)
        yield JournalList(id="entries")
        yield JournalSheetPane(id="sheet")
        yield ShortField(id="filter", placeholder=_FIELDS)
        yield WorkLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Paint first; the journal is read beside it."""
        frame(self.entries, "Journal", "reading …")
        self.entries.focus()
        self.call_after_refresh(self.read)

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: for the entry, or for the entries, that the one before asked for."""
        of_list = super().holds_key(key) and not isinstance(self.focused, Input)
        return of_list or self._meant is not None

    def read(self) -> None:
        """Read which entries there are."""
        wanted = self._wanted
        self.worker.ask("journal", lambda desk: _read(desk, wanted), self._show, self.not_read)

    def enter(self) -> None:
        """Go to the claim of the entry under the cursor."""

        def go(row: JournalRow) -> None:
            if row.claim is None:
                self.app.say("This entry is about no claim that is there.")
            else:
                self.app.go_to_claim(row.claim)

        self._on_entry(go)

    def open_filter(self) -> None:
        """Open the filter line as it is."""
        field = self.query_one("#filter", Input)
        field.add_class("shown")
        field.value = self.words
        field.focus()

    def narrow_to_claim(self) -> None:
        """Show only what happened to the claim under the cursor."""

        def narrow(row: JournalRow) -> None:
            if row.claim is not None:
                self._narrow(claim_reference(row.claim))

        self._on_entry(narrow)

    def narrow_to_person(self) -> None:
        """Show only what the person under the cursor did."""

        def narrow(row: JournalRow) -> None:
            if row.who:
                self._narrow(f'who:"{row.who}"')

        self._on_entry(narrow)

    def _on_entry(self, run: Callable[[JournalRow], None]) -> None:
        """Run what is meant for the entry under the cursor, as soon as that was read."""
        row = self.entries.row
        if row is not None:
            run(row)
        elif self.entries.current is not None and self.entries.awaited:
            self._meant = (self.entries.current, run)

    def leave(self) -> None:
        """Close the filter line, then clear the filter, then go back to where you were."""
        field = self.query_one("#filter", Input)
        if field.has_class("shown"):
            field.remove_class("shown")
            self.entries.focus()
        elif self.words:
            self._narrow("")
        else:
            super().leave()

    def _narrow(self, words: str) -> None:
        """List what the filter lets through; say what is wrong with it otherwise."""
        try:
            wanted = parse_journal_filter(words, self.app.review.opening.desk.time_zone)
        except FAILURES as problem:
            self._say(describe(problem))
            return
        self.words, self._wanted = words, wanted
        self.awaited = True
        self.read()

    def not_read(self, failure: Failure) -> None:
        """Say beside the list why it could not be read."""
        self.awaited = False
        self._say(failure)

    def _say(self, failure: Failure) -> None:
        frame(self.entries, f"Journal ({self.entries.count})", f"{failure.message} {failure.hint}".strip())

    def _show(self, reading: _Reading) -> None:
        self.saw(reading.changes)
        self.entries.forget_hidden()
        self.entries.show(reading.sequences)
        narrowed = f"filter: {self.words}" if self.words else ""
        frame(self.entries, f"Journal ({len(reading.sequences):,} entries)", narrowed or "newest first, times in UTC")
        self._look()

    def _look(self) -> None:
        sequence = self.entries.current
        sheet = self.query_one(JournalSheetPane)
        if sequence is None:
            sheet.clear()
            return
        self.worker.ask("entry", lambda desk: desk.journal_entry(sequence), sheet.show, lambda _: sheet.clear())

    @on(JournalList.Moved)
    def _moved(self) -> None:
        self._look()

    @on(JournalList.RowsWanted)
    def _rows_wanted(self, event: JournalList.RowsWanted) -> None:
        asked = event.sequences
        self.worker.ask(
            f"journal rows {asked[0]}",
            lambda desk: desk.journal_rows(asked),
            lambda rows: self._filled(asked, rows),
            self._not_filled,
        )

    def _filled(self, asked: Sequence[int], rows: Sequence[JournalRow]) -> None:
        self.entries.fill(asked, rows)
        meant, row = self._meant, self.entries.row
        if meant is not None and meant[0] in asked:
            self._meant = None
            if row is not None and meant[0] == row.sequence:
                meant[1](row)

    def _not_filled(self, failure: Failure) -> None:
        self._meant = None
        self.app.show_failure(failure)

    @on(Input.Changed, "#filter")
    def _filter_typed(self, event: Input.Changed) -> None:
        if event.input.has_class("shown"):
            self._narrow(event.value)

    @on(Input.Submitted, "#filter")
    def _filter_entered(self) -> None:
        self.query_one("#filter", Input).remove_class("shown")
        self.entries.focus()


def _read(desk: "Desk", wanted: JournalFilter) -> _Reading:
    changes = desk.changes()
    return _Reading(desk.journal_numbers(wanted), changes)
