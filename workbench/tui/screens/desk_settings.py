"""The lines of the settings that are no person's: what the desk has set for everybody."""

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from claims_db.rows import NumberTolerance, PublisherRow, ScaleRow
from workbench.domain.evidence.tolerance import in_percent, tolerance_words
from workbench.domain.publisher import PUBLISHER_FIELDS
from workbench.domain.scales import KnownScale
from workbench.tui.dialogs.publisher import PublisherDialog
from workbench.tui.dialogs.scale import ScaleDialog
from workbench.tui.dialogs.tolerance import ToleranceDialog
from workbench.tui.drawing import block, line
from workbench.tui.screens.listing import ListingScreen
from workbench.tui.widgets.scale_lines import rating_line

if TYPE_CHECKING:
    from workbench.desk.desk import Desk

TOLERANCE, SCALE, PUBLISHER = "tolerance", "scale", "publisher"
OF_DESK = (TOLERANCE, SCALE, PUBLISHER)
"""What is the desk's: how far numbers may differ, what is rated on, who publishes."""

_EDITORS = "Editors change it; it is journalled."
_STAY = "Editors choose another one; verdicts that were given stay on theirs."


class DeskSettings(NamedTuple):
    """What the desk has set."""

    tolerance: NumberTolerance
    scale: ScaleRow
    publisher: PublisherRow

    def value_of(self, key: str) -> str:
        """Give what stands in the line of one of them."""
        if key == TOLERANCE:
            share, about = (f"{in_percent(part):g} %" for part in self.tolerance)
            return f"{share}; about so much: {about}"
        return self.scale.name if key == SCALE else self.publisher.name or "nobody yet"

    def explained(self, key: str) -> list[Content]:
        """Say what one of them means."""
        if key == TOLERANCE:
            return [block(tolerance_words(self.tolerance)), line(_EDITORS, "$text-muted")]
        if key == SCALE:
            ratings = [rating_line(at, one) for at, one in enumerate(self.scale.ratings, 1)]
            return [line(self.scale.name, "bold"), line(_STAY, "$text-muted"), *ratings]
        told = [line(f"{name:<12} {getattr(self.publisher, field) or '–'}") for field, name in PUBLISHER_FIELDS]
        return [*told, line(_EDITORS, "$text-muted")]


def read_desk_settings(desk: "Desk") -> DeskSettings:
    """Read what the desk has set."""
    return DeskSettings(desk.number_tolerance(), desk.scale(), desk.publisher())


class DeskSettingsScreen(ListingScreen):
    """The part of the settings screen that changes what the desk has set."""

    of_desk: DeskSettings | None = None

    def enter_of_desk(self, key: str, of_desk: DeskSettings) -> None:
        """Open what changes one of them."""
        worker = self.app.worker
        if key == TOLERANCE:
            self.app.push_screen(ToleranceDialog(worker, of_desk.tolerance, self._tolerance_changed))
        elif key == PUBLISHER:
            self.app.push_screen(PublisherDialog(worker, of_desk.publisher, self._publisher_changed))
        else:
            self.awaited = True
            worker.ask("scales", lambda desk: desk.scales(), self._choose_scale, self.not_read)

    def _choose_scale(self, scales: tuple[KnownScale, ...]) -> None:
        self.awaited = False
        self.app.push_screen(ScaleDialog(self.app.worker, scales, self._scale_changed))

    def _tolerance_changed(self, wanted: NumberTolerance) -> None:
        self.app.say(tolerance_words(wanted))
        self.read()

    def _publisher_changed(self, wanted: PublisherRow) -> None:
        self.app.say(f"{wanted.name or 'Nobody'} publishes the desk's findings from now on.")
        self.read()

    def _scale_changed(self, scale: KnownScale) -> None:
        self.app.say(f"The desk rates on {scale.name} now; verdicts that were given stay on theirs.")
        self.read()
