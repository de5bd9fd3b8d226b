"""Commands inside dialogs; they work while text is typed."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import DialogCommand

if TYPE_CHECKING:
    from workbench.tui.dialogs.dialog import DeskDialog


class SubmitDialog(DialogCommand):
    """Save what the dialog holds and close it; after a verdict the next claim comes."""

    title = "Save"
    keys = ("ctrl+s", "ctrl+enter")

    def run(self, dialog: "DeskDialog") -> None:
        """Save."""
        dialog.submit()


class CloseDialog(DialogCommand):
    """Close the dialog; what was typed is kept as a draft."""

    title = "Close"
    keys = ("escape",)

    def run(self, dialog: "DeskDialog") -> None:
        """Close."""
        dialog.close()


class OpenEditor(DialogCommand):
    """Write the long text of the dialog in your own editor."""

    title = "Open the editor"
    keys = ("ctrl+e",)

    def run(self, dialog: "DeskDialog") -> None:
        """Open the editor."""
        dialog.open_editor()


class DropDraft(DialogCommand):
    """Forget the draft and begin anew."""

    title = "Drop the draft"
    keys = ("ctrl+l",)

    def run(self, dialog: "DeskDialog") -> None:
        """Forget the draft."""
        dialog.drop_draft()
