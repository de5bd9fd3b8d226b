"""The list of claims, the claim under the cursor and its article; what others write appears by itself."""

from array import array
from typing import TYPE_CHECKING

from textual.widgets import Input

from claims_db.rows import ArticleSheet, ClaimFilter, ClaimSheet
from workbench.domain.references import claim_reference
from workbench.domain.search_words import parse_filter
from workbench.domain.waiting import why_nothing_is_free
from workbench.errors import FAILURES, ExitCode, Failure, describe
from workbench.tui.desk_worker import Reader
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import frame
from workbench.tui.screens.mode_screen import ModeScreen
from workbench.tui.screens.opening import EMPTY, FIRST, Listing, Standing, read_listing, read_standing
from workbench.tui.screens.part import Part
from workbench.tui.screens.queue_layout import QueueLayout
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.status_line import Status, StatusLine

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class Looking(Part, QueueLayout):
    """The part of the main screen that reads and shows."""

    app: "WorkbenchApp"

    def __init__(self) -> None:
        super().__init__()
        self.changes = 0
        self.wanted = ClaimFilter()
        self.words = ""
        self._article: ArticleSheet | None = None
        self._article_at = -1
        self._bound_for: int | None = None
        self._unreachable = False
        self._listed: ClaimFilter | None = None

    @property
    def claims(self) -> ClaimList:
        """The list of claims."""
        return self.query_one(ClaimList)

    @property
    def is_bound(self) -> bool:
        """Whether the cursor goes to another claim as soon as the list was read."""
        return self._bound_for is not None

    def at_rest(self) -> bool:
        """Say whether nothing is open over this screen."""
        return self.is_current

    def reload(self, current: int | None = None) -> None:
        """Read the list anew; the cursor goes to ``current``, else it stays on its claim."""
        wanted, queue = self.wanted, self.queue
        # A later look takes the place of one that is under way, and goes where that one was bound for.
        self._bound_for = self._bound_for if current is None else current
        self.worker.ask(
            "list",
            lambda desk: read_listing(desk, wanted, queue),
            lambda found: self._all_listed(wanted, found),
            lambda failure: self._not_listed(failure, queue),
            reader=Reader.ALL,
        )

    def poll(self) -> None:
        """Notice whether anybody has written."""

        def seen(changes: int) -> None:
            if self._unreachable:
                self._unreachable = False
                self.tell_user("The desk can be reached again.")
                self.show_status()
            if changes != self.changes:
                self.reload()

        self.worker.ask("changes", lambda desk: desk.changes(), seen, self.not_reached)

    def pass_time(self) -> None:
        """Show what changes by time alone: minutes left, deadlines, what becomes free, what others are typing."""
        queue = self.queue

        def seen(standing: Standing) -> None:
            self.stood(standing)
            self.claims.tell_time(self.me, self.now())
            self.claims.forget()
            self.show_status()
            self.look()

        self.worker.ask("standing", lambda desk: read_standing(desk, queue), seen, self.not_reached, reader=Reader.ALL)

    def look(self) -> None:
        """Read the claim under the cursor, and the one that a dialog is open for."""
        number = self.claims.current
        if number is not None:
            self.worker.ask("claim", lambda desk: desk.claim(number), self.show_claim)
        for dialog in self.app.every_screen():
            if isinstance(dialog, FormDialog) and dialog.claim:
                self._look_for(dialog)

    def narrow(self, words: str) -> None:
        """List what the filter lets through; say what is wrong with it otherwise."""
        try:
            self.wanted = parse_filter(words)
        except FAILURES as problem:
            frame(self.claims, f"Claims ({len(self.claims.numbers)})", describe(problem).message)
            return
        self.words = words
        wanted, queue = self.wanted, self.queue
        if not queue:
            self.worker.ask("first", lambda desk: desk.first_numbers(wanted), lambda found: self._begun(wanted, found))
        self.reload()

    def _begun(self, wanted: ClaimFilter, numbers: "array[int]") -> None:
        """Show the beginning of a list, unless all of it was there first."""
        if numbers and self._listed != wanted and self.wanted == wanted and not self.queue:
            self._listed = None
            self.claims.show(numbers, self._bound_for)
            frame(self.claims, f"Claims ({len(numbers)} …)")
            self.look()

    def go_to(self, number: int) -> None:
        """Go to a claim; where the list does not have it, to the list of all claims."""
        if self.claims.go_to(number):
            return
        self.queue, self.words, self.wanted = "", "", ClaimFilter()
        self.query_one("#filter", Input).value = ""
        self.reload(number)

    def opened(self) -> None:
        """Show the desk for the first time."""
        self.listed(self.opening.listing)
        if len(self.opening.listing.numbers) >= FIRST:
            self.reload()

    def _all_listed(self, wanted: ClaimFilter, found: Listing) -> None:
        self._listed = wanted
        self.listed(found)

    def listed(self, found: Listing) -> None:
        """Show a list, and how things stand."""
        self.changes = found.changes
        self.stood(found.standing)
        self.claims.tell_time(self.me, self.now())
        self.claims.show(found.numbers, self._bound_for)
        self._bound_for = None
        self.claims.forget()
        self.show_status()
        frame(self.claims, f"{self.queue or 'Claims'} ({len(found.numbers)})")
        if not found.numbers:
            self._show_nothing(found.standing)
        self.look()
        for screen in self.app.every_screen():
            if isinstance(screen, ModeScreen):
                screen.noticed(found.changes)

    def show_claim(self, sheet: ClaimSheet) -> None:
        """Show a claim and its article."""
        self.sheet = sheet
        if sheet.lease is not None and sheet.lease.holder == self.me:
            self.held = sheet.lease
        self.query_one(ClaimPanel).show(sheet, self.scale, self.me, self.now())
        place = next((one for one in sheet.appearances if one.article is not None), None)
        if place is None or place.article is None:
            self.query_one(ArticlePane).show_words(f"{claim_reference(sheet.number)}: no article", sheet.statement)
            return
        number = place.article
        if self._article is not None and self._article.row.number == number:
            self.query_one(ArticlePane).show(self._article, sheet.number)
            if self._article_at == self.changes:
                return
        self._article_at = self.changes
        self.worker.ask("article", lambda desk: desk.article(number), self._article_read)

    def _article_read(self, article: ArticleSheet) -> None:
        self._article = article
        if self.sheet is not None:
            self.query_one(ArticlePane).show(article, self.sheet.number)

    def _look_for(self, dialog: FormDialog) -> None:
        number = dialog.claim

        def read(sheet: ClaimSheet) -> None:
            if dialog.is_attached:
                dialog.look_again(sheet, self.me)

        self.worker.ask("dialog", lambda desk: desk.claim(number), read)

    def show_status(self) -> None:
        """Write the line at the top."""
        if self.standing is None:
            return
        self.query_one(StatusLine).show(
            Status(
                self.opening.desk.name,
                self.me,
                self.queue,
                self.standing.queue,
                len(self.standing.notices),
                len(self.claims.marked),
                f"{self.words} ({len(self.claims.numbers)} shown)" if self.words else "",
                not self._unreachable,
            )
        )

    def _show_nothing(self, standing: Standing) -> None:
        self.sheet = None
        self.query_one(ClaimPanel).clear()
        if self.words:
            words = self.app.with_keys("No claim matches the filter. {back} clears it.")
        elif self.queue:
            reason = why_nothing_is_free(standing.queue, standing.now)
            words = f"No claim waits in the queue {self.queue}. {reason}\n\n"
            words += self.app.with_keys("{choose-queue}   chooses another queue")
        else:
            words = self.app.with_keys(EMPTY)
        self.query_one(ArticlePane).show_words("", words)

    def _not_listed(self, failure: Failure, queue: str) -> None:
        if queue and failure.exit_code is ExitCode.NOT_FOUND:
            self.queue = ""
            self.tell_user(f"The queue {queue} is not there any more.", "All claims are listed.")
            self.reload()
        else:
            self.not_reached(failure)

    def not_reached(self, failure: Failure) -> None:
        """Say once that the desk can't be read; it is tried again by itself."""
        if not self._unreachable:
            self._unreachable = True
            self.app.show_failure(failure)
            self.show_status()
