"""The command for the guided tour."""

from typing import TYPE_CHECKING

from workbench.tui.commands.command import Command

if TYPE_CHECKING:
    from workbench.tui.screens.review import ReviewScreen


class TakeUpTour(Command):
    """Take up the guided tour again where you left it; it runs on the sample alone."""

    name, title, key, group = "tour", "Tour", "Z", "Desk"

    @classmethod
    def run(cls, screen: "ReviewScreen") -> None:
        """Show the tour."""
        if not screen.app.take_up_tour():
            screen.tell_user("The tour runs on the sample, not on a desk with work.", "workbench demo opens it.")
