"""Commands about keys themselves: counts, repeats, jumps; and those that go by pages."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.keyed import KeyedScreen
    from workbench.tui.screens.review import ReviewScreen


class Count(Command):
    """Type a number, then a command: so many times, or to that row; beside the queue digits do without this key."""

    name, title, key, group = "count", "Count", "semicolon", "Move"

    @classmethod
    def run(cls, screen: "KeyedScreen") -> None:
        """Let the digits that follow be a number."""
        screen.begin_count()


class Jump(Command):
    """Show a label at every row, claim, piece of evidence and pane in sight; typing its letters goes there."""

    name, title, key, group = "jump", "Jump", "apostrophe", "Move"

    @classmethod
    def run(cls, screen: "KeyedScreen") -> None:
        """Show the labels."""
        screen.jump()


class PageDown(Command):
    """Go on by what is in sight."""

    name, title, key, group, takes_count = "page-down", "Page down", "pagedown", "Move", True

    @classmethod
    def run_counted(cls, screen: "KeyedScreen", count: int) -> None:
        """Go so many pages on."""
        screen.turn_page(count)


class PageUp(Command):
    """Go back by what is in sight."""

    name, title, key, group, takes_count = "page-up", "Page up", "pageup", "Move", True

    @classmethod
    def run_counted(cls, screen: "KeyedScreen", count: int) -> None:
        """Go so many pages back."""
        screen.turn_page(-count)


class HalfDown(Command):
    """Go on by half of what is in sight."""

    name, title, key, group, takes_count = "half-down", "Half a page down", "ctrl+d", "Move", True

    @classmethod
    def run_counted(cls, screen: "KeyedScreen", count: int) -> None:
        """Go so many half pages on."""
        screen.turn_page(count / 2)


class HalfUp(Command):
    """Go back by half of what is in sight."""

    name, title, key, group, takes_count = "half-up", "Half a page up", "ctrl+u", "Move", True

    @classmethod
    def run_counted(cls, screen: "KeyedScreen", count: int) -> None:
        """Go so many half pages back."""
        screen.turn_page(-count / 2)


class Repeat(Command):
    """Do again what changed something last, to the marked claims or the one under the cursor; words of a verdict are shown first."""

    name, title, key, group = "repeat", "Repeat", "full_stop", "Review"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Repeat it."""
        screen.repeat()
