"""A wording of a cluster beside the one it came from, with what became of the words marked on both."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims_db.rows import ClaimBeside
from workbench.desk.cluster_rows import Cluster, DriftRow, OriginRow, PlaceRow
from workbench.desk.cluster_words import (
    copies_words,
    first_words,
    guard_words,
    lost_words,
    origin_words,
    pair_words,
    warnings,
)
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.widgets.facts import Fact, PanelLine, drawn, fact
from workbench.tui.widgets.match_sides import DIFFERS, REVERSES, marked


class ClusterPane(VerticalScroll, can_focus=True):
    """Shows what is known of a cluster, and one of its wordings."""

    DEFAULT_CSS = """
    ClusterPane { border: round $frame; border-title-color: $text; padding: 0 1; scrollbar-size-vertical: 1; }
    ClusterPane:focus { border: heavy $border; border-title-style: bold; }
    ClusterPane Static { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._lines: tuple[PanelLine, ...] = ()

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static("", markup=False)

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def show(self, cluster: Cluster, place: PlaceRow | None, beside: ClaimBeside | None) -> None:
        """Show what is known of a cluster, and the wording of a place in it, or a claim beside it."""
        lines = list(_whole(cluster))
        if place is not None:
            frame(self, f"Wording {place.wording + 1}")
            lines += _wording(cluster, place.wording)
        elif beside is not None:
            frame(self, f"{claim_reference(beside.claim.number)}, not the same")
            lines += _apart(beside)
        self._lines = tuple(lines)
        self._draw()
        self.scroll_home(animate=False)

    def _draw(self) -> None:
        width = self.scrollable_content_region.width - (0 if self.show_vertical_scrollbar else 1)
        self.query_one(Static).update(Content("\n").join(drawn(one, width) for one in self._lines))


def _whole(cluster: Cluster) -> Iterator[PanelLine]:
    for words in warnings(cluster):
        yield block(words, "bold $warning")
    if len(cluster.places) > 1:
        yield block(first_words(cluster), "bold")


def _wording(cluster: Cluster, index: int) -> Iterator[PanelLine]:
    wording = cluster.wordings[index]
    origin = wording.origin
    yield line(copies_words(cluster, index), "$text-muted")
    if origin is None:
        yield Fact("Words", marked(wording.words, ()))
        return
    yield line(origin_words(cluster, origin), "$text-muted")
    before = cluster.wordings[origin.wording].words
    yield Fact("Before", marked(before, ((one.here, _look(one)) for one in origin.changes)))
    yield Fact("After", marked(wording.words, ((one.there, _look(one)) for one in origin.changes)))
    yield from _changes(origin)


def _apart(beside: ClaimBeside) -> Iterator[PanelLine]:
    claim = beside.claim
    yield line(f"It is {pair_words(beside.said)}.", "$text-muted")
    yield Fact("Words", marked(claim.statement, ()))
    yield fact("Said by", claim.claimer or "nobody named")
    yield fact("State", f"{state_words(claim.state)}{f', {claim.rating}' if claim.rating else ''}")


def _changes(origin: OriginRow) -> Iterator[PanelLine]:
    for one in origin.changes:
        yield joined(line(f"{', '.join(one.kinds)}:", _look(one)), line(f" {one.words}"))
    for words in filter(None, (lost_words(origin), guard_words(origin))):
        yield line(words, "bold $warning")


def _look(one: DriftRow) -> str:
    return REVERSES if one.reverses else DIFFERS
