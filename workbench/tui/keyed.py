"""A screen on which letters are commands: counts before them, several keys for one, jumps, and keys in their order."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ScreenStackError
from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from workbench.tui import later
from workbench.tui.commands.command import KeyCommand
from workbench.tui.key_names import shown
from workbench.tui.keymap import key_table
from workbench.tui.pending import Fate, KeyTable, Pending, step
from workbench.tui.typed_into import TypedField
from workbench.tui.widgets.cursor_keys import CURSOR_STEPS, HasCursor
from workbench.tui.widgets.mode_bar import ModeBar

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.jumping import Target


_ENDING = {"back": "Close", "leave-screen": "Close"}


def bindings_of(commands: Iterable[type[KeyCommand]]) -> list[BindingType]:
    """Give the bindings of commands, by whose names the keymap finds them."""
    return [
        Binding(command.key, f"command('{command.name}')", command.title, show=command.footer, id=command.name)
        for command in commands
    ]


class KeyedScreen(Screen[None]):
    """Takes the keys of its commands before Textual hands them on, so that keys in a burst run in their order."""

    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = ()
    """The commands of the screen; the keymap says their keys."""

    DIGITS_COUNT: ClassVar[bool] = False
    """Whether digits are counts: on a screen where no rating can be given."""

    app: "WorkbenchApp"

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(name, id, classes)
        self.pending = Pending()
        self._table: KeyTable | None = None

    @property
    def key_table(self) -> KeyTable:
        """The keys of this screen's commands."""
        if self._table is None:
            self._table = key_table(self.app.keys_of_commands, self.COMMANDS_HERE, digits=self.DIGITS_COUNT)
        return self._table

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now; where text is typed no letter or sign does, and the footer says how to leave."""
        found = super().active_bindings
        if not isinstance(self.focused, TypedField):
            return found
        return {key: _while_typing(one) for key, one in found.items() if len(shown((key,))) > 1}

    async def take_key(self, key: str) -> bool:
        """Take a key; say whether it is done with. Where text is typed, and before the screen is there, none is."""
        if not self.is_mounted or isinstance(self.focused, TypedField):
            return False
        before = self.pending
        taken = step(before, key, self.key_table)
        self._wait(taken.pending)
        if taken.fate is Fate.RUNS:
            self.run_command(taken.command, taken.times)
        elif taken.fate is Fate.UNKNOWN:
            self.app.say(f"{shown((*before.keys, key))} is no command.")
        elif taken.fate is Fate.PASSES:
            return self._move_cursor(key, taken.times) if taken.times is not None else await self._run_binding(key)
        return True

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait: what the one before asked for has not come yet."""
        del key
        return False

    @property
    def is_awaited(self) -> bool:
        """Whether another screen that a key asked for here has not come yet."""
        return False

    def action_command(self, name: str) -> None:
        """Run a command."""
        self.run_command(name, None)

    def run_command(self, name: str, count: int | None) -> None:
        """Run a command with the count that was typed before it, if any."""
        command = next(one for one in self.COMMANDS_HERE if one.name == name)
        if count is not None and not command.takes_count:
            self.app.say(f"{command.title} takes no count; nothing was done.")
        else:
            self.run_known(command, count)

    def run_known(self, command: type[KeyCommand], count: int | None) -> None:
        """Run a command of this screen."""
        if count is None:
            command.run(self)
        else:
            command.run_counted(self, count)

    def begin_count(self) -> None:
        """Let the digits that follow be a number."""
        self._wait(Pending(counting=True))

    def jump(self) -> None:
        """Show labels at what is in sight; typing one goes there."""
        targets = self.jump_targets()
        if targets:
            self.app.push_screen(later.JumpScreen(targets))

    def jump_targets(self) -> "list[Target]":
        """Give what can be jumped to: what is in sight."""
        return []

    def open_help(self) -> None:
        """Open the help."""
        here = tuple(command.name for command in self.COMMANDS_HERE)
        self.app.push_screen(later.HelpScreen(self.app.key_overrides, self.app.key_style, here=here))

    def turn_page(self, pages: float) -> None:
        """Go on or back by what is in sight, where the focus is."""
        focused = self.focused or self.main_pane()
        if isinstance(focused, HasCursor):
            focused.turn_page(pages)
        else:
            focused.scroll_relative(y=round(pages * max(1, focused.size.height - 1)), animate=False)

    def main_pane(self) -> Widget:
        """Give the pane that keys are meant for where none has the focus."""
        raise NotImplementedError

    def on_screen_suspend(self) -> None:
        """Forget what waits when another screen comes: the next key is meant for that one."""
        self._wait(Pending())

    def _wait(self, pending: Pending) -> None:
        if pending != self.pending:
            self.pending = pending
            self.show_pending(pending_words(pending))

    def show_pending(self, words: str) -> None:
        """Say what was typed and waits."""
        self.query_one(ModeBar).pend(words)

    def _move_cursor(self, key: str, count: int) -> bool:
        """Move the cursor so many times by a key that is no command."""
        by = CURSOR_STEPS.get(key)
        if by is not None and isinstance(self.focused, HasCursor):
            self.focused.action_move(by * count)
        else:
            self.app.say(f"{shown((key,))} takes no count; nothing was done.")
        return True

    async def _run_binding(self, key: str) -> bool:
        """Run what a key is bound to, at once: keys that wait in a widget's queue would be overtaken."""
        try:
            active = self.active_bindings.get(key)
        except ScreenStackError:
            return False
        if active is None or not active.enabled:
            return False
        return await self.app.run_action(active.binding.action, active.node)


def _while_typing(active: ActiveBinding) -> ActiveBinding:
    """Show the keys that end the typing in the footer; without its name a binding shows the key that it stands for."""
    known = active.binding
    title = "Apply" if known.action == "submit" else _ENDING.get(known.id or "")
    shown_as = replace(known, id=None) if title is None else replace(known, id=None, description=title, show=True)
    return active._replace(binding=shown_as)


def pending_words(pending: Pending) -> str:
    """Say what was typed and waits."""
    count = f"; {pending.digits}".rstrip() if pending.counting else ""
    return " ".join(part for part in (count, shown(pending.keys)) if part)
