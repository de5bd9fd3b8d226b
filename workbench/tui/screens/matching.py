"""What the claim under the cursor may repeat: it is looked for when the cursor rests, and shown in the claim's panel."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from claims_db.rows import ClaimSheet
from workbench.domain.priors import Repeat
from workbench.tui.desk_worker import Reader
from workbench.tui.drawing import line
from workbench.tui.index_filling import PoolFilling
from workbench.tui.screens.cluster import ClusterScreen
from workbench.tui.screens.matches import MatchesScreen
from workbench.tui.screens.part import Part
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.match_lines import Matched, headline_words

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

REST = 0.3
"""Seconds for which the cursor has to rest on a claim before its matches are looked for: who reads on is not held up."""

_GROUP = "matches"

_BY_ITSELF = 20_000
"""Up to so many claims and prior checks the pool is filled unasked: more take time and memory that somebody may want."""


class Matching(Part):
    """The part of the main screen that looks for matches."""

    changes: int
    _matching: Timer | None = None
    _matched_at: tuple[int, int, str] | None = None
    _pool: PoolFilling | None = None
    _said_below: str = ""

    def match_at_rest(self, sheet: ClaimSheet) -> None:
        """Look for the matches of the claim that is shown, when the cursor rests; not again while nobody writes."""
        wanted = (sheet.number, self.changes, sheet.statement)
        if wanted != self._matched_at:
            self.stop_matching()
            self._say_below_claims("")
            self._matched_at = wanted
            self._matching = self.whole.set_timer(REST, self._match)

    def rest_anew(self) -> None:
        """Wait again: whoever presses keys does not rest."""
        if self._matching is not None:
            self._matching.reset()

    def stop_matching(self) -> None:
        """Want the matches of no claim any more."""
        self.worker.call_off(_GROUP)
        self._matched_at = None
        if self._matching is not None:
            self._matching.stop()
            self._matching = None

    def open_matches(self) -> None:
        """Set the claim beside what it may repeat."""
        sheet = self.sheet
        if sheet is not None:
            self.app.push_screen(MatchesScreen(self.worker, sheet), self._back_from_matches)

    def open_cluster(self) -> None:
        """Show which claims are the same as it, and how the wording drifted."""
        sheet = self.sheet
        if sheet is not None:
            self.app.push_screen(ClusterScreen(self.worker, sheet), self._back_from_matches)

    def _back_from_matches(self, _: None) -> None:
        """Read the claim anew behind what is still being written: what was decided there is told of it here."""
        self.worker.tell(lambda _: None, self._read_anew)

    def _read_anew(self, _: None) -> None:
        # What was not prepared before may be by now.
        self.outdated, self._matched_at = True, None
        self.reload()

    def _match(self) -> None:
        self._matching = None
        sheet = self.sheet
        if sheet is None:
            return
        number = sheet.number
        self.worker.ask(
            _GROUP,
            lambda desk: _matched(desk, number),
            lambda matched: self._matches_found(number, matched),
            lambda failure: self._tell_matched(number, Matched(failure=failure)),
            reader=Reader.MATCHING,
        )

    def _matches_found(self, number: int, matched: Matched) -> None:
        if self._pool is None:
            self._pool = PoolFilling(self.worker, self._pool_heard)
        behind = matched.found is not None and matched.found.behind
        if behind and not matched.waits and self._pool.failure is None and not self._pool.elsewhere:
            self._pool.start()
        self._tell_matched(number, matched)

    def _tell_matched(self, number: int, matched: Matched) -> None:
        panel = self.whole.query_one(ClaimPanel)
        panel.show_matches(number, matched)
        found = matched.found
        if found is not None and found.repeat is not Repeat.NOTHING and not panel.display:
            # Where the panel has no room, whoever reads on should not miss it.
            self._say_below_claims(f"{headline_words(found)}: {self.app.with_keys('{matches}')} compares")

    def _say_below_claims(self, words: str) -> None:
        """Say it below the list, where nothing else stands there; no words take back what was said."""
        if words or self._said_below:
            if str(self.claims.border_subtitle or "") == self._said_below:
                self.claims.border_subtitle = line(words)
            self._said_below = words

    def _pool_heard(self) -> None:
        """Look again when the pool was filled."""
        if self._pool is not None and not self._pool.under_way and self._pool.failure is None:
            self._match()


def _matched(desk: "Desk", number: int) -> Matched:
    found = desk.matches(number, reading=True)
    waits = found.behind and desk.pool_size() > _BY_ITSELF
    return Matched(found, desk.precedents(number, found), waits=waits)
