"""The team: who holds what and for how long, and the figures of its work, as they are now."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.report_vocabulary import BalanceAxis
from claims_db.rows import HoldRow
from workbench.desk.team_report import DAYS, TeamReport
from workbench.domain.balance import Asked
from workbench.domain.days import ALWAYS
from workbench.domain.figure_tables import FigureReport, balance_report, impact_report
from workbench.domain.references import claim_reference
from workbench.domain.waiting import elapsed_span, short_span
from workbench.tui.cells import steady
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import IN_TEAM
from workbench.tui.desk_worker import DeskWorker, Reader
from workbench.tui.drawing import frame
from workbench.tui.keyed import bindings_of
from workbench.tui.screens.listing import ListingScreen
from workbench.tui.widgets.charts import column
from workbench.tui.widgets.figure_tables import report_lines
from workbench.tui.widgets.line_list import KeyedLines, Span
from workbench.tui.widgets.mode_bar import ModeBar
from workbench.tui.widgets.team_figures import figures
from workbench.tui.widgets.watchers import KeyFooter
from workbench.tui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_TICK = 15.0
_MOST_LINES = 30


class _Other(StrEnum):
    """What figures there are beside those of the selection."""

    WORK = "work"
    IMPACT = "impact"


class FiguresPanel(VerticalScroll, can_focus=True):
    """The figures, which may be longer than the screen."""

    _drawn: Callable[[int], list[Content]] | None = None

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static("", markup=False)

    def show(self, drawn: Callable[[int], list[Content]]) -> None:
        """Show figures, which are drawn for so many columns."""
        self._drawn = drawn
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        if self._drawn is not None:
            shown = self._drawn(self.scrollable_content_region.width)
            self.query_one(Static).update(Content("\n").join(shown))


class TeamScreen(ListingScreen):
    """Shows the work of a team."""

    MODE = Mode.TEAM
    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = IN_TEAM
    PARTS: ClassVar[tuple[str, ...]] = ("#holds", "#figures")
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(IN_TEAM)
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as in the base class
    DEFAULT_CSS = """
    TeamScreen { layout: vertical; }
    TeamScreen #parts { height: 1fr; }
    TeamScreen #figures { border: round $frame; padding: 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; border-title-color: $text; border-subtitle-color: $text-muted; }
    TeamScreen #figures:focus { border: heavy $border; border-title-style: bold; }
    TeamScreen #figures Static { width: 1fr; height: auto; }
    TeamScreen.-wide #parts { layout: horizontal; }
    TeamScreen.-wide #holds { width: 40%; height: 1fr; }
    TeamScreen.-wide #figures { width: 1fr; height: 1fr; }
    TeamScreen.-narrow #holds { height: 7; }
    TeamScreen.-narrow #figures { height: 1fr; }
    """

    def __init__(self, worker: DeskWorker) -> None:
        super().__init__()
        self.worker = worker
        self.days = DAYS[0]
        self.shown: BalanceAxis | _Other = _Other.WORK
        self.report: TeamReport | None = None

    @property
    def holds(self) -> KeyedLines:
        """The claims that are held."""
        return self.query_one(KeyedLines)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ModeBar(self.MODE)
        with Container(id="parts"):
            yield KeyedLines(id="holds")
            yield FiguresPanel(id="figures")
        yield WorkLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Paint first; the figures are read beside it."""
        frame(self.holds, "Held now", "reading …")
        frame(self.query_one("#figures"), "Figures", "reading …")
        self.holds.focus()
        self.set_interval(_TICK, self._pass_time)
        self.call_after_refresh(self.read)

    def read(self) -> None:
        """Read the figures."""
        days = self.days
        self.worker.ask("team", lambda desk: desk.team_report(days), self._show, self.not_read)

    def enter(self) -> None:
        """Go to the claim under the cursor."""
        number = self.holds.current
        if isinstance(number, int):
            self.app.go_to_claim(number)
        else:
            self.app.say("Nobody holds a claim just now.")

    def change_days(self) -> None:
        """Look at the other number of days."""
        self.days = DAYS[(DAYS.index(self.days) + 1) % len(DAYS)]
        self.read()

    def next_figures(self) -> None:
        """Show other figures: of the selection by each axis, of what came of it, and of the team's work again."""
        every = (_Other.WORK, *BalanceAxis, _Other.IMPACT)
        self.shown = shown = every[(every.index(self.shown) + 1) % len(every)]
        if shown is _Other.WORK:
            self.read()
            return
        frame(self.query_one("#figures"), shown.value.capitalize(), "reading …")

        def read(desk: "Desk") -> FigureReport:
            if isinstance(shown, BalanceAxis):
                return balance_report(desk.balance(Asked(shown, most=_MOST_LINES)))
            return impact_report(desk.impact(ALWAYS))

        def show(report: FigureReport) -> None:
            if self.shown is shown:
                panel = self.query_one(FiguresPanel)
                frame(panel, report.title, self.app.with_keys("all days, {next-figures} goes on"))
                panel.show(partial(report_lines, report))

        self.worker.ask("figures", read, show, self.not_read, reader=Reader.ALL)

    def _pass_time(self) -> None:
        if self.in_sight:
            self.read()

    def _show(self, report: TeamReport) -> None:
        self.report = report
        self.saw(report.changes)
        now, me = report.now, self.app.review.me
        self.holds.show([(hold.claim, _hold(hold, me, now)) for hold in report.holds])
        own = sum(hold.holder == me for hold in report.holds)
        frame(
            self.holds, f"Held now ({len(report.holds)}, {own} by you)", "" if report.holds else "nobody holds a claim"
        )
        if self.shown is _Other.WORK:
            panel = self.query_one(FiguresPanel)
            frame(panel, "Figures", f"last {self.days} days, d changes")
            panel.show(partial(figures, report))


def _hold(hold: HoldRow, me: str, now: int) -> tuple[Span, ...]:
    mine = hold.holder == me
    left = short_span(hold.expires_at - now)
    return (
        Span(f"{claim_reference(hold.claim):<8}"),
        Span(column("you" if mine else hold.holder, 12) + " ", "strong" if mine else ""),
        Span(f"{left:>6} left  ", "warning" if left in {"1 min", "2 min"} else ""),
        Span(f"for {elapsed_span(now - hold.taken_at)}  ", "dim"),
        Span(steady(hold.statement)),
    )
