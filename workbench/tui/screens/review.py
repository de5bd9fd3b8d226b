"""The main screen: the list of claims, the article with the claim in its place, the claim with its evidence."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from claims_db.rows import ClaimSheet, DraftRow, LeaseRow
from workbench.domain.references import claim_reference
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.registry import BY_NAME
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.jumping import Target, of_pane
from workbench.tui.screens.article import choose_article
from workbench.tui.screens.deciding import Deciding
from workbench.tui.screens.looking import Looking
from workbench.tui.screens.marking import Marking
from workbench.tui.screens.matching import Matching
from workbench.tui.screens.opening import Opening, Standing
from workbench.tui.screens.outgoing import Outgoing
from workbench.tui.screens.queue_layout import Panes
from workbench.tui.screens.repeating import Repeating
from workbench.tui.screens.seeking import Seeking
from workbench.tui.screens.turns import Turns
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.fields import ShortField
from workbench.tui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_FILTER = "words, state:open kind:quantity claimer:name article:A-1 worth:0.5 on:2021 -what to leave out"
_TICK, _HEARTBEAT = 15.0, 20.0

_REST = 0.04
"""Seconds for which the cursor has to rest before its claim is read: a held key moves on without reading."""


class ReviewScreen(Turns, Deciding, Outgoing, Marking, Seeking, Matching, Repeating, Looking):
    """Where a reviewer spends the day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"rate({digit})", f"Rating {digit}", show=False) for digit in range(1, 10)
    ]
    DEFAULT_CSS = """
    ReviewScreen #filter { display: none; border: none; height: 1; background: $field; padding: 0 1; }
    ReviewScreen #filter.shown { display: block; }
    """

    app: "WorkbenchApp"

    def __init__(self, worker: DeskWorker, opening: Opening) -> None:
        super().__init__()
        self.worker = worker
        self.opening = opening
        self.standing: Standing | None = None
        self.sheet: ClaimSheet | None = None
        self.held: LeaseRow | None = None
        self.queue = ""
        self.turning = False
        self.dialogs_asked = set()
        self.meant_next: Callable[[], None] | None = None
        self._looking: Timer | None = None
        self._meant: tuple[int, Callable[[], None]] | None = None
        self._about_to_run = False

    def panes(self) -> Panes:
        """Make list, claim and article."""
        return Panes(ClaimList(id="claims"), ClaimPanel(id="panel"), ArticlePane(id="article"))

    def between(self) -> Iterable[Widget]:
        """Make the filter line, and the line of long work."""
        return ShortField(id="filter", placeholder=_FILTER), WorkLine()

    def on_mount(self) -> None:
        """Show the desk for the first time; from then on look by oneself."""
        self.claims.focus()
        self.opened()
        drafts = self.opening.drafts
        if drafts:
            claims = ", ".join(dict.fromkeys(_draft_words(draft) for draft in drafts[:5]))
            self.tell_user(f"Drafts are kept for {claims}.", "Open the claim and its dialog to go on.")
        self.worker.watch(self.poll, self.not_reached)
        self.set_interval(_TICK, self.pass_time)
        self.set_interval(_HEARTBEAT, self.keep_hold)
        self.app.watch_tour()

    def run_known(self, command: type[KeyCommand], count: int | None) -> None:
        """Run a command: on the marked claims, or as soon as the claim was read that it needs."""
        known = BY_NAME[command.name]
        self.offering = None
        self.rest_anew()
        if self.on_marked(known.name):
            return
        self.ran(known)
        if known.needs_claim:
            self.on_claim(lambda: super(ReviewScreen, self).run_known(known, count))
        else:
            super().run_known(known, count)

    @property
    def whole(self) -> "ReviewScreen":
        """The main screen."""
        return self

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: what the one before asked for has not come yet."""
        del key
        return self.is_awaited

    @property
    def is_awaited(self) -> bool:
        """Whether what a key asked for has not come yet."""
        if self._about_to_run:
            return True
        awaited = self.turning or self.is_bound or self.meant_next is not None or self._meant is not None
        return self.worker.busy and (awaited or bool(self.dialogs_asked))

    def action_rate(self, digit: int) -> None:
        """Open the verdict dialog with a rating chosen."""
        self.on_claim(lambda: self.open_verdict(digit))

    def on_claim(self, run: Callable[[], None]) -> None:
        """Run what is meant for a claim as soon as that claim was read: the one asked for, else under the cursor."""
        if self.turning:
            self.meant_next = run
            return
        number = self.claims.current
        if number is None:
            self.tell_user("There is no claim here.", "Take in an article with o, or change the filter.")
        elif self.sheet is not None and self.sheet.number == number and not self.outdated:
            run()
        else:
            self._meant = (number, run)
            self.look()

    def main_pane(self) -> Widget:
        """Give the list."""
        return self.claims

    def jump_targets(self) -> list[Target]:
        """Give the rows, the claims in the article, the evidence and the panes that are in sight."""
        article, panel = self.query_one(ArticlePane), self.query_one(ClaimPanel)
        panes = [
            target for pane in (self.claims, article, panel) for target in of_pane(pane, partial(self.go_to_pane, pane))
        ]
        return [
            *panes,
            *self.claims.jump_targets(),
            *article.jump_targets(self.go_to),
            *panel.jump_targets(self.go_to),
        ]

    def next_pane(self, step: int) -> None:
        """Move the focus among list, article and claim."""
        panes = [self.claims, self.query_one(ArticlePane), self.query_one(ClaimPanel)]
        at = next((index for index, pane in enumerate(panes) if pane.has_focus), 0)
        pane = panes[(at + step) % len(panes)]
        self.go_to_pane(pane)

    def go_to_pane(self, pane: Widget) -> None:
        """Move the focus to a pane; in a narrow terminal the claim takes the article's place."""
        self.query_one("#filter").remove_class("shown")
        self.set_class(isinstance(pane, ClaimPanel), "-panel")
        pane.focus()

    def open_filter(self) -> None:
        """Open the filter line."""
        field = self.query_one("#filter", Input)
        field.add_class("shown")
        field.value = self.words
        field.focus()

    def go_back(self) -> None:
        """Call off the dialog that was asked for; else close the filter line, clear the filter, stop an export; go back to the list."""
        if self.dialogs_asked or self._meant is not None or self.meant_next is not None:
            self.dialogs_asked.clear()
            self._meant = self.meant_next = None
            return
        field = self.query_one("#filter", Input)
        if field.has_class("shown"):
            field.remove_class("shown")
        elif self.words:
            field.value = ""
            self.narrow("")
        else:
            self.call_off_export()
        self.set_class(False, "-panel")
        self.claims.focus()

    def read_article(self) -> None:
        """Read the article of the claim under the cursor as a whole; where there is none, one that is chosen."""
        if self.claims.current is None:
            choose_article(self.app, self.app.read_article)
        else:
            self.on_claim(self._read_its_article)

    def _read_its_article(self) -> None:
        places = self.sheet.appearances if self.sheet is not None else ()
        place = next((one for one in places if one.article is not None), None)
        if place is None or place.article is None:
            choose_article(self.app, self.app.read_article)
        else:
            self.app.read_article(place.article, place.span.start if place.span else 0)

    def look_at(self, number: int, go_on: Callable[[], None]) -> None:
        """Go to a claim, wherever it is listed, and go on there."""
        self.go_to(number)

        def read(sheet: ClaimSheet) -> None:
            self.show_claim(sheet)
            go_on()

        self.worker.ask("look at", lambda desk: desk.claim(number), read)

    def show_claim(self, sheet: ClaimSheet) -> None:
        """Show a claim; then run what was meant for it."""
        super().show_claim(sheet)
        self.outdated = False
        self.match_at_rest(sheet)
        meant, self._meant = self._meant, None
        if meant is not None and meant[0] == sheet.number:
            self._about_to_run = True
            self.call_after_refresh(self._run_meant, meant[1])

    def _run_meant(self, run: Callable[[], None]) -> None:
        self._about_to_run = False
        run()

    @on(ClaimList.Moved)
    def _moved(self, event: ClaimList.Moved) -> None:
        if self.sheet is None or self.sheet.number != event.number:
            if self._looking is not None:
                self._looking.stop()
            self.stop_matching()
            self._looking = self.set_timer(_REST, self.look)

    @on(ClaimList.RowsWanted)
    def _rows_wanted(self, event: ClaimList.RowsWanted) -> None:
        numbers = event.numbers
        self.worker.ask(f"rows{numbers[0]}", lambda desk: desk.claim_rows(numbers), self.claims.fill)

    @on(Input.Changed, "#filter")
    def _filter_typed(self, event: Input.Changed) -> None:
        if event.input.has_class("shown"):
            self.narrow(event.value)

    @on(Input.Submitted, "#filter")
    def _filter_entered(self) -> None:
        self.query_one("#filter", Input).remove_class("shown")
        self.claims.focus()


def _draft_words(draft: DraftRow) -> str:
    return claim_reference(draft.claim) if draft.claim else f"a new {draft.field.value}"
