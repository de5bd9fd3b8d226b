"""Commands of the desk as a whole: take in, export, help, leave."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.keyed import KeyedScreen
    from workbench.tui.screens.review import ReviewScreen


class AddArticle(Command):
    """Take in an article from a file or a web address."""

    name, title, key, group = "add-article", "Add article", "o", "Desk"
    changes = True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the article dialog."""
        screen.open_article()


class AddClaim(Command):
    """Take in a claim by hand: a tip, a speech, a post."""

    name, title, key, group = "add-claim", "Add claim", "c", "Desk"
    changes = True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the claim dialog."""
        screen.open_claim()


class Export(Command):
    """Write reports, tables or pages for readers: which claims, in which form, into which folder."""

    name, title, key, group = "export", "Export", "e", "Desk"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask what goes where."""
        screen.open_export()


class Palette(Command):
    """Choose a command by its words."""

    name, title, key, group = "palette", "Palette", "ctrl+p", "Desk"

    @classmethod
    def run(cls, screen: "KeyedScreen") -> None:
        """Open the palette."""
        screen.app.action_command_palette()


class StopWork(Command):
    """Stop the long work that is under way, or close the message about one that failed; nothing is half written."""

    name, title, key, group = "stop-work", "Stop", "ctrl+g", "Desk"

    @classmethod
    def run(cls, screen: "KeyedScreen") -> None:
        """Stop it."""
        if not screen.app.worker.works.stop():
            screen.app.say("Nothing is under way.")


class Help(Command):
    """Show what every key does."""

    name, title, key, group, footer = "help", "Help", "question_mark,f1", "Desk", True

    @classmethod
    def run(cls, screen: "KeyedScreen") -> None:
        """Open the help."""
        screen.open_help()


class Quit(Command):
    """Leave; what you typed is kept."""

    name, title, key, group, footer = "quit", "Quit", "q", "Desk", True

    @classmethod
    def run(cls, screen: "KeyedScreen") -> None:
        """End the program."""
        screen.app.exit()
