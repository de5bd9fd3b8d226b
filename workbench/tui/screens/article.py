"""One article as a whole: what became of each of its sentences; what was refused can be taken in as a claim."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from claims_db.rows import ArticleRow, ClaimSheet, PlacedClaim
from workbench.desk.entries import ChosenWords, ClaimAdded, ClaimEdit, SplitClaim, Undone
from workbench.desk.match_words import new_match_lines
from workbench.domain.choosing import parts_of
from workbench.domain.coverage import Coverage, Extent, StretchForm, stretch_words
from workbench.domain.references import article_reference, claim_reference
from workbench.errors import ExitCode, Failure
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import IN_ARTICLE
from workbench.tui.desk_worker import DeskWorker, Lane
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.drawing import frame, joined, line
from workbench.tui.jumping import Target
from workbench.tui.keyed import bindings_of
from workbench.tui.screens import articles_again
from workbench.tui.screens.mode_screen import ModeScreen
from workbench.tui.screens.undoing import MOST_TOLD, several
from workbench.tui.widgets.coverage_pane import CoveragePane, Layout, lay_out
from workbench.tui.widgets.mode_bar import ModeBar
from workbench.tui.widgets.watchers import KeyFooter
from workbench.tui.widgets.work_line import WorkLine
from workbench.tui.works import Work

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.desk.intake import ReadWords
    from workbench.tui.app import WorkbenchApp

_SHOWN = 200
"""Characters of a stretch that the line below the article has at most."""

_FEWEST_PARTS = 2
_HOW_TO_CHOOSE = "l and h move where the words chosen start, L and H where they end."
_NOT_KEPT = "What was refused was not kept for this article: it was taken in by an earlier version of the program."


class Reading(NamedTuple):
    """An article as it was read, cut into rows, and the desk's change number before."""

    coverage: Coverage
    layout: Layout
    changes: int


class ArticleScreen(ModeScreen):
    """Shows one article."""

    MODE = Mode.ARTICLE
    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = IN_ARTICLE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(IN_ARTICLE)
    DEFAULT_CSS = """
    ArticleScreen { layout: vertical; }
    ArticleScreen #note { height: auto; background: $panel; padding: 0 1; display: none; }
    ArticleScreen #note.shown { display: block; }
    ArticleScreen CoveragePane { height: 1fr; }
    ArticleScreen #what { height: 1; background: $panel; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, worker: DeskWorker) -> None:
        super().__init__()
        self.worker = worker
        self.article = 0
        self._place = 0
        self._read: Reading | None = None
        self._taking: Work | None = None

    @property
    def pane(self) -> CoveragePane:
        """The article's text."""
        return self.query_one(CoveragePane)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ModeBar(self.MODE)
        yield Static(line(_NOT_KEPT, "$warning"), id="note")
        yield CoveragePane(id="coverage")
        yield Static("", id="what", markup=False)
        yield WorkLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Paint first; the article is read beside it."""
        self.pane.focus()
        if self.article:
            self._go_to(self.article, self._place)

    def open(self, article: int, place: int) -> None:
        """Show an article from a place in its text on."""
        self.article, self._place = article, place
        if self.is_mounted:
            self._go_to(article, place)

    def read(self) -> None:
        """Read the article."""
        article, columns = self.article, self.pane.columns
        self.worker.ask("coverage", lambda desk: _reading(desk, article, columns), self._show, self.not_read)

    def main_pane(self) -> Widget:
        """Give the article's text."""
        return self.pane

    def jump_targets(self) -> list[Target]:
        """Give the stretches in sight."""
        return self.pane.jump_targets()

    def take_in(self) -> None:
        """Take the words chosen in as a claim."""
        stretch, read = self.pane.current, self._read
        if stretch is None or read is None:
            return
        if stretch.form is StretchForm.CLAIM and self.pane.chosen is None:
            self.app.say(f"These words are {claim_reference(stretch.claims[0].number)} already.")
            return
        words = ChosenWords(self.article, *self.pane.words, read.coverage.article.revision)

        def taken(added: ClaimAdded) -> None:
            self.app.say(f"{claim_reference(added.claim)} taken in.", "\n".join(new_match_lines(added.matches)))
            self._wrote()

        def store(found: "ReadWords") -> None:
            self._taking = None
            self.worker.tell(lambda desk: desk.take_in_read(found), taken, self._refused)

        self._say("taking these words in …")
        self._taking = self.worker.work(
            "Taking these words in",
            lambda desk, progress: desk.read_words(words, progress),
            store,
            self._refused,
            lane=Lane.PREPARING,
        )

    def change_span(self) -> None:
        """Let the claim under the cursor stand on the words chosen."""
        claim, words = self._claim_here(), self.pane.words
        if claim is None:
            return

        def changed(sheet: ClaimSheet) -> None:
            self.app.say(f"{claim_reference(sheet.number)} says now: {sheet.statement}")
            self._wrote()

        self._say("changing the span …")
        change = ClaimEdit(span=words)
        self.worker.tell(lambda desk: desk.edit(claim.number, change), changed, self._refused)

    def split(self) -> None:
        """Split the claim under the cursor where the words chosen begin or end."""
        claim, read = self._claim_here(), self._read
        if claim is None or read is None:
            return
        parts = parts_of(read.coverage.article.text, Extent(*claim.span[:2]), self.pane.words)
        if len(parts) < _FEWEST_PARTS:
            self.app.say("A claim is split inside its words.", _HOW_TO_CHOOSE)
            return

        def done(found: SplitClaim) -> None:
            new = ", ".join(map(claim_reference, found.new))
            self.app.say(f"{claim_reference(claim.number)} is split; new: {new}.")
            self._wrote()

        self._say("splitting the claim …")
        self.worker.tell(lambda desk: desk.split(claim.number, parts), done, self._refused)

    def _claim_here(self) -> PlacedClaim | None:
        """Give the claim under the cursor where other words than its own are chosen; say what is missing else."""
        stretch = self.pane.current
        claim = stretch.claims[0] if stretch is not None and stretch.claims else None
        if claim is None:
            self.app.say("There is no claim here.", "Go to its words first.")
        elif not claim.met_here:
            name = claim_reference(claim.number)
            self.app.say(
                f"{name} was taken from an earlier text, and its words stay there.",
                self.app.with_keys("{take-in} takes words in anew."),
            )
            return None
        elif self.pane.chosen is None or self.pane.words == claim.span[:2]:
            self.app.say(f"Other words than those of {claim_reference(claim.number)} are needed.", _HOW_TO_CHOOSE)
            return None
        return claim

    def _refused(self, failure: Failure) -> None:
        if failure.exit_code is ExitCode.INTERRUPTED:
            failure = failure._replace(message="Nothing was taken in.")
        self._taking = None
        self.app.show_failure(failure)
        self._say_what()

    def undo(self, count: int) -> None:
        """Take back the latest effects; words that are still being read are not taken in, which counts as one."""
        if self._taking is not None:
            self._taking.stop()
            self._taking = None
            count -= 1
        if count:
            self.worker.tell(lambda desk: several(desk.undo, count), self._undone)

    def redo(self, count: int) -> None:
        """Do again what was taken back."""
        self.worker.tell(lambda desk: several(desk.redo, count), self._undone)

    def open_claim(self) -> None:
        """Go to the claim under the cursor."""
        stretch = self.pane.current
        if stretch is None or not stretch.claims:
            self.app.say("There is no claim here.", self.app.with_keys("{take-in} takes the words in as one."))
        else:
            self.app.go_to_claim(stretch.claims[0].number)

    def next_refused(self, count: int) -> None:
        """Go so many refused stretches on, or back; behind the last one comes the first."""
        stretches, at = self.pane.stretches, self.pane.cursor
        refused = [index for index, stretch in enumerate(stretches) if stretch.form is StretchForm.REFUSED]
        if refused:
            place = bisect_right(refused, at) - 1 + count if count > 0 else bisect_left(refused, at) + count
            self.pane.action_move(refused[place % len(refused)] - at)
        else:
            self.app.say("Nothing is refused here.")

    def see_changes(self) -> None:
        """Show what changed since the text before."""
        articles_again.show_changes(self)

    def refetch(self) -> None:
        """Take the article in again, and show what changed."""
        articles_again.refetch(self)

    def choose(self) -> None:
        """Ask for another article."""
        choose_article(self.app, self._go_to, self.article)

    def _go_to(self, article: int, place: int = 0) -> None:
        self.article, self._place, self._read, self.awaited = article, place, None, True
        frame(self.pane, article_reference(article), "reading …")
        self.call_after_refresh(self.read)

    def _show(self, read: Reading) -> None:
        stretch = self.pane.current if self._read is not None else None
        if self._read is not None and self._read.coverage.article.revision != read.coverage.article.revision:
            self.app.say(
                f"{article_reference(self.article)} was taken in again with another text; this is the new one."
            )
        self._read = read
        self.saw(read.changes)
        self.query_one("#note").set_class(not read.coverage.refusals_kept, "shown")
        self.pane.show(read.coverage, read.layout, stretch.start if stretch is not None else self._place)

    def _undone(self, undone: tuple[Undone, ...]) -> None:
        self.app.say("\n".join(one.summary for one in undone[-MOST_TOLD:]))
        self._wrote()

    def _wrote(self) -> None:
        self.pane.chosen = None
        self.read()
        self.app.review.reload()

    @on(CoveragePane.Moved)
    def _moved(self) -> None:
        self._say_what()

    def _say_what(self) -> None:
        """Say what the stretch under the cursor is, and where its words begin: colours alone don't tell."""
        stretch, read = self.pane.current, self._read
        if stretch is None or read is None:
            self._say("there are no words in this article")
        else:
            start, end = self.pane.words
            words = " ".join(read.coverage.article.text[start : min(end, start + _SHOWN)].split())
            self._say("chosen" if self.pane.chosen else stretch_words(stretch), f"  {words}")

    def _say(self, what: str, words: str = "") -> None:
        place = f"{self.pane.cursor + 1}/{len(self.pane.stretches)}  "
        shown = joined(line(place, "$text-muted"), line(what, "bold"), line(words, "$text-muted"))
        self.query_one("#what", Static).update(shown, layout=False)


def choose_article(app: "WorkbenchApp", chosen: Callable[[int], None], now: int = 0) -> None:
    """Ask which article is read."""

    def read(rows: tuple[ArticleRow, ...]) -> None:
        if not rows:
            app.say("The desk has no articles.", app.with_keys("{add-article} takes one in."))
            return

        def answered(at: int | None) -> None:
            if at is not None:
                chosen(rows[at].number)

        start = next((at for at, row in enumerate(rows) if row.number == now), 0)
        choices = [f"{article_reference(row.number)}  {row.title}  ({row.claims} claims)" for row in rows]
        app.push_screen(ChooseDialog("Which article?", choices, start), answered)

    app.review.ask_to_open("articles", lambda desk: desk.articles(), read)


def _reading(desk: "Desk", article: int, columns: int) -> Reading:
    changes = desk.changes()
    coverage = desk.coverage(article)
    return Reading(coverage, lay_out(coverage.article.text, columns), changes)
