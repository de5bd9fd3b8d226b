"""Commands on the lists of matches, team, journal and settings: the same keys in each."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import KeyCommand

if TYPE_CHECKING:
    from workbench.tui.screens.listing import ListingScreen


_LISTS = "Matches, team, journal, settings"


class ListCommand(KeyCommand):
    """A command of a screen that has a list."""


class NextLine(ListCommand):
    """Go to the next line of the list."""

    name, title, key, group, takes_count = "next-line", "Next line", "j", _LISTS, True

    @classmethod
    def run_counted(cls, screen: "ListingScreen", count: int) -> None:
        """Move the cursor down."""
        screen.move(count)


class PreviousLine(ListCommand):
    """Go to the previous line."""

    name, title, key, group, takes_count = "previous-line", "Previous line", "k", _LISTS, True

    @classmethod
    def run_counted(cls, screen: "ListingScreen", count: int) -> None:
        """Move the cursor up."""
        screen.move(-count)


class FirstLine(ListCommand):
    """Go to the first line; with a count, to that line."""

    name, title, key, group, takes_count = "first-line", "First line", "g", _LISTS, True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Move the cursor to the top."""
        screen.go_to_edge(0)

    @classmethod
    def run_counted(cls, screen: "ListingScreen", count: int) -> None:
        """Move the cursor to that line."""
        screen.go_to_line(count)


class LastLine(ListCommand):
    """Go to the last line; with a count, to that line."""

    name, title, key, group, takes_count = "last-line", "Last line", "G", _LISTS, True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Move the cursor to the bottom."""
        screen.go_to_edge(1)

    @classmethod
    def run_counted(cls, screen: "ListingScreen", count: int) -> None:
        """Move the cursor to that line."""
        screen.go_to_line(count)


class NextPart(ListCommand):
    """Go on to the other part of the screen, and back."""

    name, title, key, group, takes_count = "next-part", "Next part", "tab,l", _LISTS, True

    @classmethod
    def run_counted(cls, screen: "ListingScreen", count: int) -> None:
        """Move the focus."""
        screen.next_part(count)


class LeaveListing(ListCommand):
    """Go back to where you were."""

    name, title, key, group, footer = "leave-screen", "Back", "escape", _LISTS, True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Show the mode from before."""
        screen.leave()


class LookAtClaim(ListCommand):
    """Go to the claim of the line, in the list of claims."""

    name, title, key, group, footer = "look-at-claim", "Go to claim", "enter", "Matches, team, journal", True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Go there."""
        screen.enter()


class ChangeDays(ListCommand):
    """Look at the last 14 days, or at the last 30."""

    name, title, key, group, footer = "change-days", "14 or 30 days", "d", "Team and journal", True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Change over."""
        screen.change_days()


class NextFigures(ListCommand):
    """See what was selected by claimer, party, outlet and topic, then what came of it, then the team's work again."""

    name, title, key, group, footer = "next-figures", "Other figures", "b", "Team and journal", True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Go on to the next."""
        screen.next_figures()


class FilterJournal(ListCommand):
    """Narrow the journal: who:name C-12 verb:verdict on:2026-11-26 since:2026-11; Esc shows all again."""

    name, title, key, group, footer = "filter-journal", "Filter", "slash,f", "Team and journal", True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Open the line for it."""
        screen.open_filter()


class SameClaim(ListCommand):
    """Show only the entries on the claim under the cursor."""

    name, title, key, group, footer = "same-claim", "Same claim", "c", "Team and journal", True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Narrow to it."""
        screen.narrow_to_claim()


class SamePerson(ListCommand):
    """Show only the entries by whoever wrote the one under the cursor."""

    name, title, key, group, footer = "same-person", "Same person", "w", "Team and journal", True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Narrow to them."""
        screen.narrow_to_person()


class ChangeSetting(ListCommand):
    """Change the setting under the cursor; a theme is tried while you choose."""

    name, title, key, group, footer = "change-setting", "Change", "enter", "Settings", True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Open the change."""
        screen.enter()


class ResetSetting(ListCommand):
    """Take the setting under the cursor out of the settings file, so that the default holds again."""

    name, title, key, group, footer = "reset-setting", "Default", "x", "Settings", True

    @classmethod
    def run(cls, screen: "ListingScreen") -> None:
        """Take it out."""
        screen.reset()
