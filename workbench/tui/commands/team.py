"""Commands for work with others: queues, assignments, discussion, what others left."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


class TakeOver(Command):
    """Take the claim under the cursor from whoever holds it; what they were typing is kept and shown."""

    name, title, key, group, needs_claim = "take-over", "Take over", "T", "Team", True
    changes = True
    undone = False

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask first."""
        screen.take_over()


class CopyLeft(Command):
    """Copy what somebody else was typing on the claim into your own draft, and open it."""

    name, title, key, group, needs_claim = "copy-left", "Copy theirs", "y", "Team", True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Copy it."""
        screen.copy_left()


class Discuss(Command):
    """Open the discussion of the claim: read, answer, call somebody with @name, mark as dealt with."""

    name, title, key, group, needs_claim = "discuss", "Discuss", "m", "Team", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the discussion."""
        screen.open_discussion()


class Notices(Command):
    """List what waits for you: mentions, deadlines that have passed, findings to check again, claims assigned to you; Enter goes there."""

    name, title, key, group = "notices", "Notices", "i", "Team"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """List them."""
        screen.open_notices()


class ChooseQueue(Command):
    """Choose the queue that is listed and taken from, or all claims."""

    name, title, key, group = "choose-queue", "Queue", "w", "Team"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask which one."""
        screen.choose_queue()


class Assign(Command):
    """Let the claim wait for one person, with a note, or for anybody again."""

    name, title, key, group, needs_claim = "assign", "Assign", "A", "Team", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask for whom."""
        screen.assign()


class Postpone(Command):
    """Hand the claim out no earlier than a date."""

    name, title, key, group, needs_claim = "postpone", "Postpone", "p", "Team", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask until when."""
        screen.postpone()


class MarkClaim(Command):
    """Set priority, deadline, demand, the legal flag and the kind of the claim."""

    name, title, key, group, needs_claim = "marks", "Marks", "exclamation_mark", "Team", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the marks."""
        screen.mark()


class MoveUp(Command):
    """Move the claim up by one in the queue that is listed, or by a count."""

    name, title, key, group, needs_claim, takes_count = "move-up", "Move up", "K", "Team", True, True
    changes, at_once = True, True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Move it before the one above."""
        screen.move_by(-count)


class MoveDown(Command):
    """Move the claim down by one in the queue that is listed, or by a count."""

    name, title, key, group, needs_claim, takes_count = "move-down", "Move down", "J", "Team", True, True
    changes, at_once = True, True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Move it after the one below."""
        screen.move_by(count)


class MoveFirst(Command):
    """Move the claim to the top of the queue that is listed."""

    name, title, key, group, needs_claim = "move-first", "Move first", "less_than_sign", "Team", True
    changes, at_once = True, True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Move it to the top."""
        screen.move_to_top()


class MoveLast(Command):
    """Move the claim to the bottom of the queue that is listed."""

    name, title, key, group, needs_claim = "move-last", "Move last", "greater_than_sign", "Team", True
    changes, at_once = True, True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Move it to the bottom."""
        screen.move_to_bottom()
