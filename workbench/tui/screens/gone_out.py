"""What went out of the desk: every publication, correction and withdrawal, and the claim that each is about."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import GoneOutRow
from workbench.domain.counted import counted
from workbench.domain.dates import instant_words
from workbench.domain.references import claim_reference
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.registry import IN_GONE_OUT
from workbench.tui.drawing import block, frame, line
from workbench.tui.keyed import bindings_of
from workbench.tui.screens.over_main import OverMain
from workbench.tui.widgets.gone_out_list import GoneOutList, revision_words
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.mode_bar import ModeBar
from workbench.tui.widgets.watchers import KeyFooter
from workbench.tui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

_NOTHING = "Nothing went out yet."


class RevisionPanel(VerticalScroll, can_focus=True):
    """All that is said of the revision under the cursor."""


class GoneOutScreen(OverMain):
    """Lists what went out, the newest first."""

    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = IN_GONE_OUT
    PARTS: ClassVar[tuple[str, ...]] = ("#revisions", "#revision")
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(IN_GONE_OUT)
    DEFAULT_CSS = """
    GoneOutScreen { layout: vertical; }
    GoneOutScreen #revisions { height: 1fr; }
    GoneOutScreen #revision { height: 9; border: round $frame; padding: 0 1; border-title-color: $text; scrollbar-size-vertical: 1; }
    GoneOutScreen #revision:focus { border: heavy $border; border-title-style: bold; }
    GoneOutScreen #revision Static { width: 1fr; height: auto; }
    """

    @property
    def revisions(self) -> GoneOutList:
        """The list."""
        return self.query_one(GoneOutList)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ModeBar(self.MODE)
        yield GoneOutList(id="revisions")
        with RevisionPanel(id="revision"):
            yield Static("", markup=False)
        yield WorkLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Paint first; what went out is read beside it."""
        frame(self.revisions, "What went out")
        self.revisions.focus()
        self.call_after_refresh(self.read)

    def read(self) -> None:
        """Read what went out."""

        def read(desk: "Desk") -> tuple[int, tuple[GoneOutRow, ...]]:
            return desk.changes(), desk.gone_out()

        self.worker.ask("gone out", read, self._show, self.not_read)

    def enter(self) -> None:
        """Go to the claim under the cursor."""
        row = self.revisions.row
        if row is not None:
            self.go_to(row.claim)

    def _show(self, found: tuple[int, tuple[GoneOutRow, ...]]) -> None:
        if self.is_attached:
            changes, rows = found
            self.saw(changes)
            corrections = counted(sum(row.severity is not None for row in rows), "correction")
            frame(self.revisions, f"What went out ({counted(len(rows), 'revision')}, {corrections} among them)")
            self.revisions.show(rows)
            self._explain()

    @on(LineList.Moved)
    def _explain(self) -> None:
        row, panel = self.revisions.row, self.query_one(RevisionPanel)
        if row is None:
            frame(panel, "")
            panel.query_one(Static).update(line(_NOTHING))
            return
        told = [block(row.reason)] if row.reason else []
        told += [
            block(row.statement, "bold"),
            line(f"{revision_words(row)} by {row.by}, {instant_words(row.at)}", "$text-muted"),
        ]
        frame(panel, f"{claim_reference(row.claim)}, revision {row.revision}")
        panel.query_one(Static).update(Content("\n").join(told))
