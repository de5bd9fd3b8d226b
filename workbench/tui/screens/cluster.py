"""Which claims are the same as one, across articles and in order of time, and how the wording drifted between them."""

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from claims_db.rows import ClaimSheet
from workbench.desk.cluster_rows import Cluster
from workbench.desk.cluster_words import head_words
from workbench.domain.references import claim_reference
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.registry import IN_CLUSTER
from workbench.tui.desk_worker import DeskWorker, Reader
from workbench.tui.drawing import frame
from workbench.tui.keyed import bindings_of
from workbench.tui.screens.taking_back import TakingBack
from workbench.tui.widgets.cluster_list import ClusterList
from workbench.tui.widgets.cluster_pane import ClusterPane
from workbench.tui.widgets.line_list import LineList
from workbench.tui.widgets.mode_bar import ModeBar
from workbench.tui.widgets.watchers import KeyFooter
from workbench.tui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from workbench.desk.desk import Desk


class _Reading(NamedTuple):
    """A cluster, and the desk's change number before it was read."""

    changes: int
    cluster: Cluster


class ClusterScreen(TakingBack):
    """Shows the claims that are the same as one."""

    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = IN_CLUSTER
    PARTS: ClassVar[tuple[str, ...]] = ("#places", "#wording")
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(IN_CLUSTER)
    DEFAULT_CSS = """
    ClusterScreen { layout: vertical; }
    ClusterScreen #places { height: auto; min-height: 3; max-height: 40%; }
    ClusterScreen #wording { height: 1fr; }
    """

    def __init__(self, worker: DeskWorker, sheet: ClaimSheet) -> None:
        super().__init__(worker, sheet)
        self._cluster: Cluster | None = None

    @property
    def places(self) -> ClusterList:
        """The list of places."""
        return self.query_one(ClusterList)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ModeBar(self.MODE)
        yield ClusterList(id="places")
        yield ClusterPane(id="wording")
        yield WorkLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Paint first; the claims are looked for beside it."""
        frame(self.places, f"Same as {claim_reference(self.sheet.number)}", "looking for them …")
        self.places.focus()
        self.call_after_refresh(self.read)

    def read(self) -> None:
        """Look for the claims."""
        number = self.sheet.number

        def read(desk: "Desk") -> _Reading:
            return _Reading(desk.changes(), desk.cluster(number))

        self.worker.ask("cluster of", read, self._show, self.not_read, reader=Reader.MATCHING)

    def enter(self) -> None:
        """Go to the claim under the cursor."""
        place, beside = self.places.place, self.places.beside
        if place is not None:
            self.go_to(place.claim)
        elif beside is not None:
            self.go_to(beside.claim.number)

    def _show(self, reading: _Reading) -> None:
        if self.is_attached:
            self.saw(reading.changes)
            self._cluster = reading.cluster
            frame(self.places, head_words(reading.cluster))
            self.places.show_cluster(reading.cluster)
            self._show_wording()

    @on(LineList.Moved)
    def _show_wording(self) -> None:
        if self._cluster is not None:
            self.query_one(ClusterPane).show(self._cluster, self.places.place, self.places.beside)
