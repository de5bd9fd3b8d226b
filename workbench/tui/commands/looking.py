"""Commands to move, find and look."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import DeskCommand, Need

if TYPE_CHECKING:
    from workbench.tui.screens.desk_screen import DeskScreen


class CursorDown(DeskCommand):
    """Go one claim down, or scroll the pane you are in."""

    title = "Down"
    keys = ("j", "down")
    group = "Move"
    palette = False

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Move by one."""
        del nth
        screen.move(1)


class CursorUp(DeskCommand):
    """Go one claim up, or scroll the pane you are in."""

    title = "Up"
    keys = ("k", "up")
    group = "Move"
    palette = False

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Move back by one."""
        del nth
        screen.move(-1)


class PageDown(DeskCommand):
    """Go a page down."""

    title = "Page down"
    keys = ("ctrl+d", "pagedown", "space")
    group = "Move"
    palette = False

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Move by a page."""
        del nth
        screen.move(screen.page_step())


class PageUp(DeskCommand):
    """Go a page up."""

    title = "Page up"
    keys = ("ctrl+u", "pageup")
    group = "Move"
    palette = False

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Move back by a page."""
        del nth
        screen.move(-screen.page_step())


class GoToStart(DeskCommand):
    """Go to the first claim, or the top of the pane."""

    title = "Go to the start"
    keys = ("g", "home")
    group = "Move"
    palette = False

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Move to the start."""
        del nth
        screen.move(-(1 << 40))


class GoToEnd(DeskCommand):
    """Go to the last claim, or the bottom of the pane."""

    title = "Go to the end"
    keys = ("G", "end")
    group = "Move"
    palette = False

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Move to the end."""
        del nth
        screen.move(1 << 40)


class NextClaim(DeskCommand):
    """Open the next claim of the list, wherever you are."""

    title = "Next claim"
    keys = ("n", "J")
    group = "Move"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Move the list's cursor."""
        del nth
        screen.claims.move(1)


class PreviousClaim(DeskCommand):
    """Open the claim before this one in the list, wherever you are."""

    title = "Previous claim"
    keys = ("N", "K")
    group = "Move"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Move the list's cursor back."""
        del nth
        screen.claims.move(-1)


class OpenClaim(DeskCommand):
    """Read the claim under the cursor in its article."""

    title = "Open the claim"
    keys = ("enter",)
    footer = "read"
    group = "Move"
    need = Need.CLAIM

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Go to the article."""
        del nth
        screen.go_to_pane("article")


class PaneRight(DeskCommand):
    """Go to the next pane: claims, article, evidence, verdict."""

    title = "Next pane"
    keys = ("l", "right")
    footer = "next pane"
    group = "Move"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Go on by one pane."""
        del nth
        screen.next_pane(1)


class PaneLeft(DeskCommand):
    """Go to the pane before."""

    title = "Previous pane"
    keys = ("h", "left")
    group = "Move"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Go back by one pane."""
        del nth
        screen.next_pane(-1)


class FilterClaims(DeskCommand):
    """Show only some claims: state:open kind:quantity article:A-3 claimer:Name rating:false worth:0.5 and words."""

    title = "Filter the list"
    keys = ("f",)
    footer = "filter"
    group = "Find"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Open the filter's field."""
        del nth
        screen.finder.open("filter")


class SearchClaims(DeskCommand):
    """Show the claims with these words in statement, quote, claimer or chain; "two words" is a phrase."""

    title = "Search the claims"
    keys = ("/",)
    footer = "search"
    group = "Find"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Open the search field."""
        del nth
        screen.finder.open("search")


class GoBack(DeskCommand):
    """Go back: leave the field, the pane, the search, the filter, one after the other."""

    title = "Go back"
    keys = ("escape",)
    group = "Find"
    palette = False

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Go back by one step."""
        del nth
        screen.go_back()


class ClearFilter(DeskCommand):
    """Show all claims again."""

    title = "Clear filter and search"
    keys = ("F",)
    group = "Find"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Drop filter and search."""
        del nth
        screen.finder.clear()


class ShowHelp(DeskCommand):
    """Show every key with what it does, and how to filter."""

    title = "Help"
    keys = ("?", "f1")
    footer = "help"
    group = "Desk"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Open the help."""
        del nth
        screen.dialogs.help()


class ExportArticle(DeskCommand):
    """Write the report of the claim's article as Markdown, and say where it is."""

    title = "Export the article's report"
    keys = ("e",)
    group = "Desk"
    need = Need.CLAIM

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Have the desk write the report."""
        del nth
        screen.export()


class AddArticle(DeskCommand):
    """Take in an article from a file or a web address and find its claims."""

    title = "Add an article"
    keys = ("a",)
    footer = "add article"
    group = "Desk"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Ask for the article."""
        del nth
        screen.dialogs.add_article()


class AddClaim(DeskCommand):
    """Enter a claim by hand that has no article: a tip, a speech, a post."""

    title = "Add a claim by hand"
    keys = ("c",)
    group = "Desk"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Ask for the claim."""
        del nth
        screen.dialogs.add_claim()


class Quit(DeskCommand):
    """Leave; what is being saved is saved first."""

    title = "Quit"
    keys = ("q",)
    footer = "quit"
    group = "Desk"

    def run(self, screen: "DeskScreen", nth: int) -> None:
        """Leave the program."""
        del nth
        screen.leave()
