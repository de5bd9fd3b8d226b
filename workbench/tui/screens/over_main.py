"""What lists that stand over the main screen share: Enter goes to a claim there, Esc goes back."""

from workbench.tui.closing import Closing
from workbench.tui.commands.modes import Mode
from workbench.tui.desk_worker import DeskWorker
from workbench.tui.screens.listing import ListingScreen


class OverMain(Closing[None], ListingScreen):
    """A list over the main screen."""

    MODE = Mode.QUEUE

    def __init__(self, worker: DeskWorker) -> None:
        super().__init__()
        self.worker = worker

    def go_to(self, number: int) -> None:
        """Go to a claim of the list."""
        self.dismiss(None)
        self.app.call_later(self.app.go_to_claim, number)

    def leave(self) -> None:
        """Go back to the claim."""
        self.dismiss(None)
