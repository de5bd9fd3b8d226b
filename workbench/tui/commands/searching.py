"""Commands of a search: go along what was found, open it, keep it."""

from typing import TYPE_CHECKING, ClassVar

from workbench.tui.commands.command import KeyCommand

if TYPE_CHECKING:
    from workbench.tui.screens.search import SearchScreen

_GROUP = "In a search"


class SearchCommand(KeyCommand):
    """A command of the screen that searches; letters are what is looked for, so that none has one."""

    group: ClassVar[str] = _GROUP


class OpenHit(SearchCommand):
    """Go to the claim that was found, or read the article at this place or the prior check."""

    name, title, key, group, footer = "open-hit", "Open", "enter", _GROUP, True

    @classmethod
    def run(cls, screen: "SearchScreen") -> None:
        """Open it."""
        screen.open_hit()


class NextHit(SearchCommand):
    """Go to the next of what was found."""

    name, title, key, group = "next-hit", "Next", "down", _GROUP

    @classmethod
    def run(cls, screen: "SearchScreen") -> None:
        """Move the cursor down."""
        screen.hits.action_move(1)


class PreviousHit(SearchCommand):
    """Go to the previous one."""

    name, title, key, group = "previous-hit", "Previous", "up", _GROUP

    @classmethod
    def run(cls, screen: "SearchScreen") -> None:
        """Move the cursor up."""
        screen.hits.action_move(-1)


class NextHits(SearchCommand):
    """Go down by what is in sight."""

    name, title, key, group = "next-hits", "Page down", "pagedown", _GROUP

    @classmethod
    def run(cls, screen: "SearchScreen") -> None:
        """Move the cursor down by a page."""
        screen.hits.action_page(1)


class PreviousHits(SearchCommand):
    """Go up by what is in sight."""

    name, title, key, group = "previous-hits", "Page up", "pageup", _GROUP

    @classmethod
    def run(cls, screen: "SearchScreen") -> None:
        """Move the cursor up by a page."""
        screen.hits.action_page(-1)


class KeepSearch(SearchCommand):
    """Keep this search under a name."""

    name, title, key, group, footer = "keep-search", "Keep", "ctrl+s", _GROUP, True
    changes = True

    @classmethod
    def run(cls, screen: "SearchScreen") -> None:
        """Ask for the name."""
        screen.keep()


class SearchHelp(SearchCommand):
    """Show what can be written and what every key does."""

    name, title, key, group, footer = "search-help", "Help", "f1", _GROUP, True

    @classmethod
    def run(cls, screen: "SearchScreen") -> None:
        """Open the help."""
        screen.open_help()


class LeaveSearch(SearchCommand):
    """Go back to exactly where you were."""

    name, title, key, group, footer = "leave-search", "Back", "escape", _GROUP, True

    @classmethod
    def run(cls, screen: "SearchScreen") -> None:
        """Close the screen."""
        screen.leave()


SEARCH_COMMANDS: tuple[type[SearchCommand], ...] = (
    OpenHit,
    NextHit,
    PreviousHit,
    NextHits,
    PreviousHits,
    KeepSearch,
    SearchHelp,
    LeaveSearch,
)
"""The commands of the screen that searches."""
