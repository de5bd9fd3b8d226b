"""Commands for what evidence rests on, and for what was done to find it."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


class LogSearch(Command):
    """Write down where you looked and with what words, also when nothing was found; the report says so."""

    name, title, key, group, needs_claim = "log-search", "Log search", "L", "Evidence", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask where."""
        screen.open_search_log()


class Replies(Command):
    """Write down whom you asked for a reply, how and until when, and the answer word for word; the report says so."""

    name, title, key, group, needs_claim = "replies", "Replies", "Y", "Evidence", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask whom, or for the answer."""
        screen.open_replies()


class DescribeMedia(Command):
    """Say what a picture, film or recording of the claim shows: where it was seen, what became of it, the original."""

    name, title, key, group, needs_claim = "media", "Media", "plus", "Evidence", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask which one is meant, or for a new one."""
        screen.open_media()


class CorrectionRequests(Command):
    """Write down whom you asked to correct what they published, until when, and what came of it; reports tell it if you say so."""

    name, title, key, group, needs_claim = "correction-requests", "Ask to correct", "at", "Evidence", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask whom, or for the outcome."""
        screen.open_correction_requests()


class DescribeSource(Command):
    """Say what a source is, for all claims that rest on it: kind, interest, reliability, whose word it is."""

    name, title, key, group, needs_claim = "source", "Source", "D", "Evidence", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask which evidence's source is meant."""
        screen.open_source()
