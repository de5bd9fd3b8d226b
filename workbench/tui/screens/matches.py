"""What a claim may repeat, side by side with it; a person says what they are to each other, with one key."""

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from claims_db.match_vocabulary import Relation
from claims_db.rows import ClaimSheet
from workbench.desk.match_rows import Matches, MatchKind, MatchRow
from workbench.desk.precedent_rows import Reused
from workbench.domain.left_words import draft_name
from workbench.domain.references import claim_reference
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.registry import IN_MATCHES
from workbench.tui.desk_worker import DeskWorker, Reader
from workbench.tui.dialogs.choose import ConfirmDialog
from workbench.tui.drawing import frame
from workbench.tui.index_filling import PoolFilling
from workbench.tui.keyed import bindings_of
from workbench.tui.screens.cluster import ClusterScreen
from workbench.tui.screens.taking_back import TakingBack
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.match_lines import headline_words, reference_of, relation_words
from workbench.tui.widgets.match_list import MatchList
from workbench.tui.widgets.match_sides import MatchSides
from workbench.tui.widgets.mode_bar import ModeBar
from workbench.tui.widgets.watchers import KeyFooter
from workbench.tui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_MOST = 10
"""How many matches are shown; nobody reads more."""


class _Reading(NamedTuple):
    """A claim with its matches, and the desk's change number before they were read."""

    changes: int
    sheet: ClaimSheet
    found: Matches


class MatchesScreen(TakingBack):
    """Shows a claim beside each of its matches."""

    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = IN_MATCHES
    PARTS: ClassVar[tuple[str, ...]] = ("#matches", "#both")
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(IN_MATCHES)
    DEFAULT_CSS = """
    MatchesScreen { layout: vertical; }
    MatchesScreen #matches { height: auto; min-height: 3; max-height: 12; }
    MatchesScreen.-short #matches { max-height: 6; }
    MatchesScreen #both { height: 1fr; }
    """
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (32, "-tall")]  # noqa: RUF012 - as in the base class

    def __init__(self, worker: DeskWorker, sheet: ClaimSheet) -> None:
        super().__init__(worker, sheet)
        self.rejected = False
        self._filling = PoolFilling(worker, self._heard)

    @property
    def matches(self) -> MatchList:
        """The list of matches."""
        return self.query_one(MatchList)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ModeBar(self.MODE)
        yield MatchList(id="matches")
        yield MatchSides(id="both")
        yield WorkLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Paint first; the matches are looked for beside it."""
        self._head("looking for matches …")
        self.matches.focus()
        self._show_both()
        self.call_after_refresh(self.read)

    def read(self) -> None:
        """Look for the matches."""
        number, rejected = self.sheet.number, self.rejected

        def read(desk: "Desk") -> _Reading:
            changes = desk.changes()
            found = desk.matches(number, _MOST, rejected=rejected, reading=True)
            return _Reading(changes, desk.claim(number), found)

        self.worker.ask("matches of", read, self._show, self.not_read, reader=Reader.MATCHING)

    def _show(self, reading: _Reading) -> None:
        if not self.is_attached:
            return
        self.saw(reading.changes)
        self.sheet, found = reading.sheet, reading.found
        self.matches.show_matches(found.matches)
        told = [headline_words(found)]
        if found.rejected:
            told.append(f"{found.rejected} rejected{'' if self.rejected else '; h shows them'}")
        if found.behind:
            told.append("of what is prepared by now")
            if not self._filling.under_way and self._filling.failure is None and not self._filling.elsewhere:
                self._filling.start()
        self._head("   ".join(told))
        self._show_both()

    def _heard(self) -> None:
        """Look again when the pool was filled."""
        if self.is_attached and not self._filling.under_way:
            if self._filling.failure is not None:
                self.app.show_failure(self._filling.failure)
            else:
                self.read()

    def _head(self, words: str) -> None:
        frame(self.matches, f"Matches of {claim_reference(self.sheet.number)}", words)

    def _show_both(self) -> None:
        self.query_one(MatchSides).show(self.sheet, self.matches.row)

    @on(LineList.Moved)
    def _moved(self) -> None:
        self._show_both()

    def accept(self, relation: Relation | None) -> None:
        """Say what both are: as it is shown, where no relation is named."""
        row = self._row()
        if row is None:
            return
        number, other, wanted = self.sheet.number, row.other, relation or row.relation

        def told(_: Relation) -> None:
            self._told(row, relation_words(wanted))
            if wanted is Relation.SAME and row.kind is not MatchKind.CLAIM:
                self.offer_reuse()

        self.decide(lambda desk: desk.accept_match(number, other, wanted), told)

    def reject(self) -> None:
        """Say that both have nothing to do with each other."""
        row = self._row()
        if row is None:
            return
        number, other = self.sheet.number, row.other
        self.decide(
            lambda desk: desk.reject_match(number, other), lambda _: self._told(row, "rejected; u takes it back")
        )

    def show_rejected(self) -> None:
        """Show what was rejected too, or hide it again."""
        self.rejected = not self.rejected
        self.awaited = True
        self.read()

    def offer_reuse(self) -> None:
        """Offer to put what was found there into drafts; whoever decides still does so with the rating keys."""
        row = self._row()
        if row is None:
            return
        name, number, other = reference_of(row), self.sheet.number, row.other
        if row.kind is MatchKind.CLAIM:
            self.app.say(f"{name} has no finding to reuse.")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.decide(lambda desk: desk.reuse_match(number, other), self._reused)

        words = (
            f"{name} is rated: {row.rating or 'not at all'}.\n\nRating and link can be put into drafts of your verdict and "
            "of evidence. Nothing is recorded by it: you see both before you submit them."
        )
        self.app.push_screen(ConfirmDialog(f"Reuse {name} as a draft?", words, "make the drafts", "leave it"), answered)

    def _reused(self, reused: Reused) -> None:
        made = " and ".join(draft_name(field) for field in reused.drafts)
        there = " and ".join(draft_name(field) for field in reused.there)
        self.app.say(
            f"Drafts were made: {made}." if made else "No draft was made.",
            f"What you were typing stays: {there}." if there else "v and a on the claim open them.",
        )

    def enter(self) -> None:
        """Go to the claim under the cursor."""
        row = self._row()
        if row is None:
            return
        if row.claim is None:
            self.app.say(f"{reference_of(row)} is no claim of this desk.", row.url)
            return
        self.go_to(row.claim)

    def open_cluster(self) -> None:
        """Show which claims are the same as it."""
        self.app.push_screen(ClusterScreen(self.worker, self.sheet))

    def _row(self) -> MatchRow | None:
        row = self.matches.row
        if row is None:
            self.app.say("There is no match here.")
        return row

    def _told(self, row: MatchRow, words: str) -> None:
        self.app.say(f"{claim_reference(self.sheet.number)} and {reference_of(row)}: {words}.")
