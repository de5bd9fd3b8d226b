"""Commands in an article: go along its stretches, take words in as a claim."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import ArticleCommand

if TYPE_CHECKING:
    from workbench.tui.screens.article import ArticleScreen


class TakeIn(ArticleCommand):
    """Take the words under the cursor in as a claim, such as words that were refused; undo takes it back."""

    name, title, key, group, footer = "take-in", "Take in as claim", "c", "In an article", True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Take them in."""
        screen.take_in()


class OpenClaim(ArticleCommand):
    """Go to the claim under the cursor in the list of claims."""

    name, title, key, group, footer = "open-claim", "Open claim", "enter", "In an article", True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Go there."""
        screen.open_claim()


class NextStretch(ArticleCommand):
    """Go to the next stretch of the article."""

    name, title, key, group = "next-stretch", "Next stretch", "j", "In an article"

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Move the cursor on."""
        screen.pane.action_move(1)


class PreviousStretch(ArticleCommand):
    """Go to the previous stretch."""

    name, title, key, group = "previous-stretch", "Previous stretch", "k", "In an article"

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Move the cursor back."""
        screen.pane.action_move(-1)


class NextRefused(ArticleCommand):
    """Go to the next stretch that was refused."""

    name, title, key, group, footer = "next-refused", "Next refused", "n", "In an article", True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Move the cursor there."""
        screen.next_refused()


class FirstStretch(ArticleCommand):
    """Go to the beginning of the article."""

    name, title, key, group = "first-stretch", "First stretch", "g", "In an article"

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Move the cursor to the top."""
        screen.pane.action_edge(0)


class LastStretch(ArticleCommand):
    """Go to the end of the article."""

    name, title, key, group = "last-stretch", "Last stretch", "G", "In an article"

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Move the cursor to the bottom."""
        screen.pane.action_edge(1)


class ChooseArticle(ArticleCommand):
    """Choose another article."""

    name, title, key, group = "choose-article", "Other article", "w", "In an article"

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Ask which one."""
        screen.choose()


class LeaveArticle(ArticleCommand):
    """Go back to where you were."""

    name, title, key, group, footer = "leave-article", "Back", "escape", "In an article", True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Close the screen."""
        screen.leave()
