"""Commands that every screen has: one key each leads to queue, article, team, journal and settings."""

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from workbench.tui.commands.command import KeyCommand

if TYPE_CHECKING:
    from workbench.tui.modes import ModedApp


class Mode(StrEnum):
    """A place of the terminal desk that keeps its cursor, its filter and its open dialog while another is looked at."""

    QUEUE = "queue"
    ARTICLE = "article"
    TEAM = "team"
    JOURNAL = "journal"
    SETTINGS = "settings"


class ModeCommand(KeyCommand):
    """A command of the whole program; it also works in a dialog and in a text field."""

    mode: ClassVar[Mode]
    group = "Screens"

    @classmethod
    def run(cls, app: "ModedApp") -> None:
        """Go there."""
        app.show_mode(cls.mode)


class ShowQueue(ModeCommand):
    """Go to the queue, the claim and whatever dialog was open there."""

    name, title, key, mode = "show-queue", "Queue", "f2", Mode.QUEUE


class ShowArticle(ModeCommand):
    """Go to the article that was read last; at first to that of the claim under the cursor."""

    name, title, key, mode = "show-article", "Article", "f3", Mode.ARTICLE


class ShowTeam(ModeCommand):
    """See who holds what, what came in and went out, how old the queue is, and how far verdicts agree."""

    name, title, key, mode = "show-team", "Team", "f4", Mode.TEAM


class ShowJournal(ModeCommand):
    """See what was changed, when and by whom, with what stood before and after."""

    name, title, key, mode = "show-journal", "Journal", "f5", Mode.JOURNAL


class ShowSettings(ModeCommand):
    """See every setting and key, where it comes from, and change it."""

    name, title, key, mode = "show-settings", "Settings", "f6", Mode.SETTINGS
