"""Repeat on another claim what was done last, with the answers that were given."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from workbench.errors import FAILURES, Failure, describe
from workbench.tui.commands.command import Command
from workbench.tui.commands.registry import BY_NAME
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.screens.part import Part


class Latest(NamedTuple):
    """The command that changed something last, and what was answered in its dialog."""

    command: str
    answers: Mapping[str, str] = MappingProxyType({})


class Repeating(Part):
    """The part of the main screen that remembers what was done last."""

    latest: Latest | None = None
    offering: Latest | None = None

    def repeat(self) -> None:
        """Do again what changed something last, to the marked claims or to the one under the cursor."""
        latest = self.latest
        if latest is None:
            self.tell_user("Nothing was done yet that can be repeated.")
            return
        command = BY_NAME[latest.command]

        def run() -> None:
            self.offering = latest
            command.run(self.whole)

        self.offering = latest
        if self.on_marked(command.name):
            return
        if command.needs_claim:
            self.on_claim(run)
        else:
            run()

    def ran(self, command: type[Command]) -> None:
        """Note a command that changes something without asking."""
        if command.changes and command.at_once:
            self.latest = Latest(command.name)

    def attend_to(self, dialog: FormDialog) -> bool:
        """Note what will be answered in a dialog; say whether it was answered already, by repeating."""
        name = dialog.command_name
        if not name:
            return False

        def submitted(answers: Mapping[str, str]) -> None:
            self.latest = Latest(name, MappingProxyType(dict(answers)))

        dialog.submitted = submitted
        offered, self.offering = self.offering, None
        if offered is None or offered.command != name:
            return False
        if dialog.repeats_unseen and not dialog.has_draft:
            self._answer(dialog, offered.answers)
            return True
        dialog.offer(offered.answers)
        return False

    def _answer(self, dialog: FormDialog, answers: Mapping[str, str]) -> None:
        """Submit a dialog's answers without opening it: there is nothing in them that a reader will read."""
        dialog.refused = self.not_repeated
        # What was answered last stays that, also where this claim was so already.
        dialog.submitted = lambda _: None
        if dialog.goes_on:
            # The next key is meant for the claim that comes.
            self.turning = True
        try:
            dialog.repeat(answers)
        except FAILURES as problem:
            self.not_repeated(describe(problem))

    def not_repeated(self, failure: Failure) -> None:
        """Say why it was not repeated; nothing is meant for a next claim any more."""
        self.turning, self.meant_next = False, None
        self.app.show_failure(failure)
