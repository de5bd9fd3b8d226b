"""Commands that edit a claim: its words, its claimer, which claim it is the same as."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


class EditClaim(Command):
    """Edit the claim: its statement, who asserts it, through whom it came, when to check it again; r leads to the words it stands on."""

    name, title, key, group, needs_claim = "edit-claim", "Edit claim", "E", "Edit", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Open the words of the claim."""
        screen.open_wording()


class MarkDuplicate(Command):
    """Mark the claim as the same as another one; its evidence stays with it, and undo takes the mark back."""

    name, title, key, group, needs_claim = "mark-duplicate", "Duplicate", "equals_sign", "Edit", True
    changes = True

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Ask of which claim."""
        screen.open_duplicate()
