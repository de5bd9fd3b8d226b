"""Commands in an article: go along its stretches, take words in as a claim."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import ArticleCommand

if TYPE_CHECKING:
    from workbench.tui.screens.article import ArticleScreen


class TakeIn(ArticleCommand):
    """Take the words chosen, at first those under the cursor, in as a claim; undo takes it back."""

    name, title, key, group, footer = "take-in", "Take in as claim", "c", "In an article", True
    changes = True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Take them in."""
        screen.take_in()


class ChangeSpan(ArticleCommand):
    """Let the claim under the cursor stand on the words chosen; claimer and chain stay."""

    name, title, key, group = "change-span", "Change span", "s", "In an article"
    changes = True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Change it."""
        screen.change_span()


class Split(ArticleCommand):
    """Split the claim under the cursor where the words chosen begin or end; the first part keeps its number."""

    name, title, key, group = "split-claim", "Split claim", "x", "In an article"
    changes = True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Split it."""
        screen.split()


class StartOn(ArticleCommand):
    """Choose words from one word further on."""

    name, title, key, group, takes_count = "start-on", "Start on", "l", "In an article", True

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Leave the first word out."""
        screen.pane.move_start(count)


class StartBack(ArticleCommand):
    """Choose words from one word further back."""

    name, title, key, group, takes_count = "start-back", "Start back", "h", "In an article", True

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Take the word before in."""
        screen.pane.move_start(-count)


class EndOn(ArticleCommand):
    """Choose words up to one word further on."""

    name, title, key, group, takes_count = "end-on", "End on", "L", "In an article", True

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Take the word behind in."""
        screen.pane.move_end(count)


class EndBack(ArticleCommand):
    """Choose words up to one word further back."""

    name, title, key, group, takes_count = "end-back", "End back", "H", "In an article", True

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Leave the last word out."""
        screen.pane.move_end(-count)


class OpenClaim(ArticleCommand):
    """Go to the claim under the cursor in the list of claims."""

    name, title, key, group, footer = "open-claim", "Open claim", "enter", "In an article", True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Go there."""
        screen.open_claim()


class NextStretch(ArticleCommand):
    """Go to the next stretch of the article."""

    name, title, key, group, takes_count = "next-stretch", "Next stretch", "j", "In an article", True

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Move the cursor on."""
        screen.pane.action_move(count)


class PreviousStretch(ArticleCommand):
    """Go to the previous stretch."""

    name, title, key, group, takes_count = "previous-stretch", "Previous stretch", "k", "In an article", True

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Move the cursor back."""
        screen.pane.action_move(-count)


class NextRefused(ArticleCommand):
    """Go to the next stretch that was refused."""

    name, title, key, group, footer, takes_count = "next-refused", "Next refused", "n", "In an article", True, True

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Move the cursor there."""
        screen.next_refused(count)


class PreviousRefused(ArticleCommand):
    """Go to the previous stretch that was refused."""

    name, title, key, group, takes_count = "previous-refused", "Previous refused", "N", "In an article", True

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Move the cursor there."""
        screen.next_refused(-count)


class FirstStretch(ArticleCommand):
    """Go to the beginning of the article; with a count, to that stretch."""

    name, title, key, group, takes_count = "first-stretch", "First stretch", "g", "In an article", True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Move the cursor to the top."""
        screen.pane.action_edge(0)

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Move the cursor to that stretch."""
        screen.pane.go_to_stretch(count)


class LastStretch(ArticleCommand):
    """Go to the end of the article; with a count, to that stretch."""

    name, title, key, group, takes_count = "last-stretch", "Last stretch", "G", "In an article", True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Move the cursor to the bottom."""
        screen.pane.action_edge(1)

    @classmethod
    def run_counted(cls, screen: "ArticleScreen", count: int) -> None:
        """Move the cursor to that stretch."""
        screen.pane.go_to_stretch(count)


class SeeChanges(ArticleCommand):
    """Show what changed since the text before: paragraphs, claims, and the findings that rest on changed words."""

    name, title, key, group = "see-changes", "Changes", "d", "In an article"
    footer = True

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Show it."""
        screen.see_changes()


class Refetch(ArticleCommand):
    """Take the article in again from where it came, and show what changed; the text before stays as it is."""

    name, title, key, group = "refetch", "Take in again", "f", "In an article"
    footer = True
    changes, at_once = True, True
    undone = False

    @classmethod
    def run(cls, screen: "ArticleScreen") -> None:
        """Take it in."""
        screen.refetch()


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
