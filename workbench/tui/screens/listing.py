"""What team, journal and settings share: a list with a cursor, and what their commands do where a screen has no use for one."""

from functools import partial
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget

from workbench.tui.jumping import Target, of_pane
from workbench.tui.screens.mode_screen import ModeScreen
from workbench.tui.widgets.line_list import LineList


class ListingScreen(ModeScreen):
    """A screen with a list."""

    PARTS: ClassVar[tuple[str, ...]] = ()
    """The selectors of the parts that can have the focus."""

    @property
    def lines(self) -> LineList:
        """The list."""
        return self.query_one(LineList)

    def main_pane(self) -> Widget:
        """Give the list."""
        return self.lines

    def jump_targets(self) -> list[Target]:
        """Give the parts and the lines in sight."""
        parts = [self.query_one(part) for part in self.PARTS]
        return [
            *(target for part in parts for target in of_pane(part, partial(self.set_focus, part))),
            *self.lines.jump_targets(),
        ]

    def move(self, step: int) -> None:
        """Move the cursor of the list; where another part has the focus that one scrolls."""
        if isinstance(self.focused, VerticalScroll):
            self.focused.scroll_relative(y=step, animate=False)
        else:
            self.lines.action_move(step)

    def go_to_edge(self, end: int) -> None:
        """Go to the first or the last line, as ``move`` does."""
        if not isinstance(self.focused, VerticalScroll):
            self.lines.action_edge(end)
        elif end:
            self.focused.scroll_end(animate=False)
        else:
            self.focused.scroll_home(animate=False)

    def go_to_line(self, number: int) -> None:
        """Go to a line, counted from 1, as ``move`` does."""
        if isinstance(self.focused, VerticalScroll):
            self.focused.scroll_to(y=number - 1, animate=False)
        else:
            self.lines.go(number - 1)

    def next_part(self, step: int) -> None:
        """Move the focus on by parts."""
        at = next((index for index, part in enumerate(self.PARTS) if self.query_one(part).has_focus), -1)
        self.query_one(self.PARTS[(at + step) % len(self.PARTS)]).focus()

    def enter(self) -> None:
        """Do what Enter does here."""

    def next_figures(self) -> None:
        """Show other figures; only the team's screen has any."""

    def change_days(self) -> None:
        """Look at other days."""

    def open_filter(self) -> None:
        """Open the line for the filter."""

    def narrow_to_claim(self) -> None:
        """Narrow to the claim under the cursor."""

    def narrow_to_person(self) -> None:
        """Narrow to the person under the cursor."""

    def reset(self) -> None:
        """Take a setting back."""
