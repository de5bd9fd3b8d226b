"""An app that explains itself: the guided tour over whatever screen is on top, and help in each dialog."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from textual.actions import ActionParseResult
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.timer import Timer
from textual.widgets import Static

from workbench.tui import later
from workbench.tui.drawing import line
from workbench.tui.keymap import Keymap
from workbench.tui.telling_app import TellingApp

if TYPE_CHECKING:
    from workbench.tui.tour import Seen, Tour

_TICK = 0.2
_BACK = "command('back')"


class TourBar(Static):
    """A few lines at the top that say what to do next."""

    DEFAULT_CSS = """
    TourBar { dock: top; height: auto; max-height: 4; width: 100%; padding: 0 1; background: $block-cursor-background; color: $block-cursor-foreground; text-style: $block-cursor-text-style; }
    """


class TouredApp(TellingApp):
    """Has a tour, if any, and goes on with it as its steps are done."""

    keys_of_commands: Keymap
    tour: "Tour | None" = None
    _ticking: Timer | None = None

    def begin_tour(self, file: Path) -> None:
        """Have the tour, whose place is kept in a file; it is shown unless it was left before."""
        self.tour = later.Tour(file, self.keys_of_commands)

    def watch_tour(self) -> None:
        """Look at how the tour goes from now on."""
        if self.tour is not None and self._ticking is None:
            self._ticking = self.set_interval(_TICK, self.look_at_tour)
            self.call_after_refresh(self.look_at_tour)

    def take_up_tour(self) -> bool:
        """Show the tour again; say whether there is one."""
        if self.tour is None:
            return False
        self.tour.take_up()
        self.look_at_tour()
        return True

    def look_at_tour(self) -> None:
        """Go on with the tour where its step is done, and show it on the screen that is on top."""
        if self.tour is None:
            return
        seen = self._seen()
        if seen is not None:
            self.tour.look(seen)
            self._show(self.tour.words(seen) if self.tour.shown else "")

    def _seen(self) -> "Seen | None":
        review = next((one for one in self._all_screens() if isinstance(one, later.ReviewScreen)), None)
        if review is None or review.standing is None:
            return None
        sheet = review.sheet
        held = sheet is not None and sheet.lease is not None and sheet.lease.holder == review.me
        return later.Seen(
            type(self.screen).__name__,
            type(self.focused).__name__,
            held,
            len(sheet.evidence) if sheet is not None else 0,
            review.standing.queue.done,
        )

    def _all_screens(self) -> list[Screen[object]]:
        """Give the screens of every stack, also of one that is not shown now."""
        return [screen for stack in self._screen_stacks.values() for screen in stack]

    def _show(self, words: str) -> None:
        for screen in self._all_screens():
            for bar in screen.query(TourBar):
                if screen is not self.screen or not words:
                    bar.remove()
        if not words:
            return
        bars = self.screen.query(TourBar)
        if bars:
            bars.first().update(line(words))
        elif self.screen.is_mounted:
            self.screen.mount(TourBar(line(words)))

    def help_in_dialog(self) -> bool:
        """Open the help of a dialog; say whether one is open. Screens have their own command for it."""
        if not isinstance(self.screen, ModalScreen) or isinstance(self.screen, later.DialogHelp | later.HelpScreen):
            return False
        self.push_screen(later.DialogHelp(self.screen, self.keys_of_commands))
        return True

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action; going back where there is nothing to go back from leaves the tour."""
        if action == _BACK and self._nothing_to_go_back_from() and self.tour is not None and self.tour.shown:
            self.tour.leave()
            self.look_at_tour()
            words = f"The tour is put away; {self.tour.key} takes it up again where you left it."
            self.say(words)
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def _nothing_to_go_back_from(self) -> bool:
        screen = self.screen
        return isinstance(screen, later.ReviewScreen) and not screen.words and not screen.query("#filter.shown")
