"""Commands that mark claims in the list, and those that act on the marked ones or on the one under the cursor."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


class Mark(Command):
    """Mark the claim under the cursor and go on; assign, tag, skip, postpone and others then act on all marked."""

    name, title, key, group, takes_count = "mark", "Mark", "space", "Many", True

    @classmethod
    def run_counted(cls, screen: "ReviewScreen", count: int) -> None:
        """Mark it, or take its mark off; with a count, so many from there on."""
        screen.mark_and_go_on(count)


class MarkAll(Command):
    """Mark all claims that the list shows: all that the filter lets through, not only those in sight."""

    name, title, key, group = "mark-all", "Mark all", "V", "Many"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Mark them."""
        screen.mark_all()


class UnmarkAll(Command):
    """Take all marks off, also of claims that the list does not show."""

    name, title, key, group = "unmark-all", "Unmark all", "X", "Many"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Take them off."""
        screen.unmark_all()


class TagClaims(Command):
    """Tag the claim under the cursor, or all that are marked; tag:NAME in the filter finds them again."""

    name, title, key, group, needs_claim = "tag", "Tag", "number_sign", "Many", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask for the tags."""
        screen.on_current(cls.name)


class PutInQueue(Command):
    """Put the claim under the cursor, or all that are marked, into a queue, and out of the one that is listed."""

    name, title, key, group, needs_claim = "put-in-queue", "Into queue", "Q", "Many", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask which one."""
        screen.on_current(cls.name)
