"""The terminal desk: paints first, then opens the database."""

import asyncio
import gc
import itertools
import os
import signal
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.actions import ActionParseResult
from textual.app import SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.signal import Signal

from workbench.domain.text import printable
from workbench.errors import Failure, NotOpened, WorkbenchError
from workbench.settings import Settings, load_settings
from workbench.settings_file import SettingsPlace
from workbench.tui import later
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.dialog import HelpInDialog
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import MODE_COMMANDS
from workbench.tui.key_names import shown
from workbench.tui.key_queue import KeyQueue, Typed, key_of
from workbench.tui.keyed import KeyedScreen
from workbench.tui.keymap import LEADING_OUT, first_keys, keymap, palette_key, textual_keys
from workbench.tui.keymaps import Style
from workbench.tui.modes import ModedApp
from workbench.tui.terminals import check_terminal
from workbench.tui.themes import DEFAULT_THEME
from workbench.tui.typed_into import TypedInto

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.tui.desk_worker import DeskWorker
    from workbench.tui.works import Works


_PASSING = (*LEADING_OUT, "stop-work")
_ALWAYS_OUT = frozenset({"escape", "ctrl+c", "ctrl+q"})
"""The commands and keys that wait for none of the keys before them."""

_KEYS_WAIT = 0.005
"""Seconds after which keys that had to wait are tried again."""


class WorkbenchApp(ModedApp):
    """A reviewer's desk in the terminal."""

    TITLE = "Workbench"
    ENABLE_COMMAND_PALETTE = True
    PAUSE_GC_ON_SCROLL: ClassVar[bool] = True
    CSS = """
    Footer { background: $panel; }
    ToastRack { margin-bottom: 2; }
    Toast { max-width: 70; padding: 0 1; }
    """

    def __init__(
        self,
        open_desk: "Callable[[], Desk]",
        *,
        exports: Path,
        log: Path,
        editor: str = "",
        theme: str = DEFAULT_THEME,
        keys: Sequence[tuple[str, str]] = (),
        key_style: str = Style.DEFAULT,
        settings_place: SettingsPlace | None = None,
        config: Path | None = None,
    ) -> None:
        self.keys_of_commands = keymap(keys, key_style)
        self._first_keys = first_keys(self.keys_of_commands)
        # Textual binds it itself, everywhere, when the app is made.
        self.COMMAND_PALETTE_BINDING = palette_key(self.keys_of_commands)  # type: ignore[misc]
        super().__init__(theme, config)
        self.log_folder = log
        self.exports = exports
        self.editor = editor
        self.key_overrides, self.key_style = tuple(keys), key_style
        self.settings_place = settings_place or SettingsPlace(os.environ)
        self.unkept: list[str] = []
        self.not_opened: Failure | None = None
        self.mode_keys = frozenset(key for one in MODE_COMMANDS for (key,) in self.keys_of_commands[one.name])
        self._key_under_way = False
        passing = frozenset(own[0] for name in _PASSING for own in self.keys_of_commands[name] if len(own) == 1)
        self.key_queue = KeyQueue(
            self._give_key, self._holds_keys, self._drain_keys, self._drop_keys, passing | _ALWAYS_OUT
        )
        self._open_desk = open_desk
        self.set_keymap(textual_keys(self.keys_of_commands))
        self.works_changed: Signal[Works] = Signal(self, "works")

    @cached_property
    def worker(self) -> "DeskWorker":
        """Runs calls on the desk; it is made when it is first asked for: after the first paint."""
        worker = later.DeskWorker(self, self._open_desk, self.show_failure)
        worker.works.changed = lambda: self.works_changed.publish(worker.works)
        return worker

    def on_mount(self) -> None:
        """Leave in order when the system asks."""
        with suppress(NotImplementedError, RuntimeError, ValueError):
            for asked in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(asked, self.exit)
        for message, hint in self.theme_notices:
            self.say(message, hint, seconds=10)

    async def action_quit(self) -> None:
        """Leave as soon as what is being typed is kept; where it can't be, stay."""
        dialog = next((screen for screen in self.every_screen() if isinstance(screen, later.FormDialog)), None)
        if dialog is None:
            self.exit()
        else:
            if dialog not in self.screen_stack:
                self.show_mode(Mode.QUEUE)
            dialog.keep_then(self.exit)

    def exit(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - as in the base class
        """Leave; what is being typed is kept first, or noted in ``unkept``."""
        for screen in self.every_screen():
            if isinstance(screen, later.FormDialog):
                screen.save_at_the_end(self.unkept)
        super().exit(*arguments, **options)

    def leave_unopened(self, failure: Failure) -> None:
        """Leave because the desk could not be opened: there is nothing to work on, and a message would pass."""
        self.not_opened = failure
        self.exit()

    async def on_event(self, event: events.Event) -> None:
        """Let a screen whose letters are commands have a key first: there they run in the order of typing."""
        if isinstance(event, Typed) and not event.is_forwarded:
            await self.key_queue.take(event)
        else:
            await super().on_event(event)

    async def _give_key(self, event: Typed) -> None:
        screen, key = self.screen, key_of(event)
        if key and self.app_focus and isinstance(screen, KeyedScreen) and await screen.take_key(key):
            return
        if (key,) in self.keys_of_commands[HelpInDialog.name] and self.help_in_dialog():
            return
        target = self.focused or screen
        await super().on_event(event)
        self._follow_key(target)

    def _follow_key(self, node: DOMNode | None) -> None:
        """Follow a key on its way from a widget up to the app: the next one goes out when it has passed there."""
        further = None if node is self or node is None else node.parent or self
        self._key_under_way = node is not None and node.call_later(self._follow_key, further)

    def _holds_keys(self, event: Typed) -> bool:
        """Say whether a key has to wait: for a screen that is not there yet, or for what the one before asked for."""
        # Between two modes there is no screen.
        if self._key_under_way or not self.get_screen_stack():
            return True
        screen = self.screen
        if isinstance(screen, TypedInto):
            return screen.holds_key(key_of(event))
        if isinstance(screen, KeyedScreen) and screen.is_mounted:
            # An article that is asked for from another screen opens over that one.
            others = (one for one in self.every_screen() if isinstance(one, KeyedScreen) and one is not screen)
            return screen.holds_key(key_of(event)) or any(one.is_awaited for one in others)
        return not screen.is_mounted

    def _drain_keys(self) -> None:
        self.set_timer(_KEYS_WAIT, self.key_queue.drain)

    def _drop_keys(self, count: int) -> None:
        keys = "A key was" if count == 1 else f"{count} keys were"
        self.say(f"{keys} dropped: what was asked for before takes too long.", "Nothing was done for them.")

    def with_keys(self, words: str) -> str:
        """Put the keys that hold in place of the commands that our own words name in braces, such as ``{undo}``."""
        return words.format_map(self._first_keys)

    def get_key_display(self, binding: Binding) -> str:
        """Write a key as the key card does; of a command's several, the first."""
        keys = self.keys_of_commands.get(binding.id or "")
        return shown(keys[0] if keys else (binding.key,))

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action, but none of a screen whose parts are not there yet.

        Keys that come in one burst are handed out before the first of them has opened its screen; the next one is
        then looked up among that screen's keys.
        """
        if isinstance(default_namespace, Screen) and not default_namespace.is_mounted:
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Put every command into the palette."""
        yield from super().get_system_commands(screen)
        for mode in MODE_COMMANDS:
            title = f"Go to {mode.title.casefold()}"
            yield SystemCommand(title, self._keyed_help(mode), partial(self.action_mode, mode.name))
        keyed = (one for one in reversed(self.get_screen_stack()) if isinstance(one, KeyedScreen))
        for base in itertools.islice(keyed, 1):
            for command in base.COMMANDS_HERE:
                yield SystemCommand(
                    command.title, self._keyed_help(command), partial(base.action_command, command.name)
                )

    def _keyed_help(self, command: type[KeyCommand]) -> str:
        """Give the help of a command after its key, so that the palette teaches it."""
        keys = self.keys_of_commands[command.name]
        return f"{shown(keys[0])}   {command.help()}" if keys else command.help()


def run(settings: Settings, tour: Path | None = None) -> None:
    """Open the terminal desk on the desk that the settings name.

    Args:
        settings: the settings.
        tour: where the place in the guided tour is kept, on the sample's desk; None for no tour.

    Raises:
        BadSetting: the settings give one key to two commands, or name a theme or command that is not there.
        UnfitTerminal: the terminal can't be drawn on.
    """
    check_terminal(os.environ)

    def open_desk() -> "Desk":
        from workbench import bootstrap  # noqa: PLC0415 - the ORM is imported after the first paint

        desk = bootstrap.open_desk(settings)
        # What was imported stays to the end: looking through it for garbage would hold the screen up.
        gc.freeze()
        gc.enable()
        return desk

    app = WorkbenchApp(
        open_desk,
        exports=settings.exports,
        log=settings.folders.log,
        editor=settings.editor,
        theme=settings.theme,
        keys=settings.keys,
        key_style=settings.keymap,
        settings_place=_place_of(settings),
        config=settings.folders.config,
    )
    app.fit_terminal()
    if tour is not None:
        app.begin_tour(tour)
    try:
        app.run()
    finally:
        app.worker.stop()
        sys.stderr.write(unkept_words(app.unkept))
    if app.not_opened is not None:
        raise NotOpened(app.not_opened)
    if app.return_code:
        raise WorkbenchError(
            "The terminal desk ended with an error.", "What you typed is kept as a draft; open the desk again."
        )


def _place_of(settings: Settings) -> SettingsPlace:
    """Say where the settings come from; a desk that they would not name without it is the command line's."""
    named = load_settings(os.environ).database != settings.database
    return SettingsPlace(os.environ, settings.database if named else None)


def unkept_words(drafts: Sequence[str]) -> str:
    """Give the drafts that could not be kept anywhere, safe to print; empty where there are none."""
    if not drafts:
        return ""
    return "What you typed could not be kept:\n" + "".join(f"{printable(draft, newlines=True)}\n" for draft in drafts)
