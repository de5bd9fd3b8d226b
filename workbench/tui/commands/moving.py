"""Commands that move, narrow and look."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


class NextClaim(Command):
    """Go to the next claim of the list."""

    name, title, key, group, takes_count = "next-claim", "Next claim", "j", "Move", True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Move the cursor down."""
        screen.claims.action_move(count)


class PreviousClaim(Command):
    """Go to the previous claim of the list."""

    name, title, key, group, takes_count = "previous-claim", "Previous claim", "k", "Move", True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Move the cursor up."""
        screen.claims.action_move(-count)


class FirstClaim(Command):
    """Go to the first claim of the list; with a count, to that row."""

    name, title, key, group, takes_count = "first-claim", "First claim", "g", "Move", True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Move the cursor to the top."""
        screen.claims.action_edge(0)

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Move the cursor to that row."""
        screen.claims.go_to_row(count)


class LastClaim(Command):
    """Go to the last claim of the list; with a count, to that row."""

    name, title, key, group, takes_count = "last-claim", "Last claim", "G", "Move", True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Move the cursor to the bottom."""
        screen.claims.action_edge(1)

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Move the cursor to that row."""
        screen.claims.go_to_row(count)


class ReadArticle(Command):
    """Read the whole article: which words are claims, which were refused and why."""

    name, title, key, group, footer = "read-article", "Article", "r", "Move", True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the article of the claim under the cursor."""
        screen.read_article()


class NextPane(Command):
    """Go to the next pane: list, article, claim."""

    name, title, key, group, takes_count = "next-pane", "Next pane", "tab,l", "Move", True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Move the focus on."""
        screen.next_pane(count)


class PreviousPane(Command):
    """Go to the previous pane."""

    name, title, key, group, takes_count = "previous-pane", "Previous pane", "shift+tab,h", "Move", True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Move the focus back."""
        screen.next_pane(-count)


class Search(Command):
    """Search claims, articles, evidence, verdicts and prior checks as you type; Esc comes back to where you are."""

    name, title, key, group, footer = "search", "Search", "slash", "Move", True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the search."""
        screen.open_search()


class Filter(Command):
    """Narrow the list by words and fields: state:open kind:quantity claimer:name article:A-1 on:2021 -left -out."""

    name, title, key, group = "filter", "Filter", "f", "Move"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the filter line as it is."""
        screen.open_filter()


class SavedSearches(Command):
    """List the filters and searches you keep: apply one, keep the filter of the list, remove, bring back."""

    name, title, key, group = "saved-searches", "Saved", "F", "Move"
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the list of them."""
        screen.open_saved()


class ClearFilter(Command):
    """Show all claims again, or go back to the list."""

    name, title, key, group = "back", "Back", "escape", "Move"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Clear the filter."""
        screen.go_back()
