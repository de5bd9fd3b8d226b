"""The settings: every value, where it comes from and what it means; every command with its keys."""

import re
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import ScreenResume
from textual.widgets import Static

from workbench.errors import FAILURES, BadSetting, Failure, describe
from workbench.settings import Origin, meanings
from workbench.settings_file import Value
from workbench.tui.cells import steady
from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import IN_SETTINGS
from workbench.tui.dialogs.setting import SettingDialog, ThemeDialog
from workbench.tui.drawing import block, frame, line
from workbench.tui.key_lines import KeyLine, key_lines
from workbench.tui.keyed import bindings_of
from workbench.tui.keymap import keymap
from workbench.tui.keymaps import Style
from workbench.tui.screens.desk_settings import OF_DESK, DeskSettings, DeskSettingsScreen, read_desk_settings
from workbench.tui.widgets.charts import column
from workbench.tui.widgets.line_list import KeyedLines, Span
from workbench.tui.widgets.mode_bar import ModeBar
from workbench.tui.widgets.watchers import KeyFooter
from workbench.tui.widgets.work_line import WorkLine

_KEY, _VALUE = 18, 27
_DEFAULT, _FILE, _DESK = "the default", "the settings file", "the desk, for everybody"
_NUMBERS = frozenset({"lease_minutes"})
_AT = " at "
_HOW_TO_WRITE = "Keys joined with commas all do it, such as n, Ctrl+N; those of a sequence stand apart, such as g g."
_PASSWORD = re.compile(r"(://[^:/@\s]*):\S*@")
"""A password in the address of a database: it is shown only to who changes the setting."""


class MeaningPanel(VerticalScroll, can_focus=True):
    """What the line under the cursor means."""


class SettingsScreen(DeskSettingsScreen):
    """Shows and changes the settings."""

    MODE = Mode.SETTINGS
    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = IN_SETTINGS
    PARTS: ClassVar[tuple[str, ...]] = ("#settings", "#meaning")
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(IN_SETTINGS)
    DEFAULT_CSS = """
    SettingsScreen { layout: vertical; }
    SettingsScreen #settings { height: 1fr; }
    SettingsScreen #meaning { height: 8; border: round $frame; padding: 0 1; border-title-color: $text; border-subtitle-color: $text-muted; scrollbar-size-vertical: 1; }
    SettingsScreen #meaning:focus { border: heavy $border; border-title-style: bold; }
    SettingsScreen #meaning Static { width: 1fr; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._origins: dict[str, Origin] = {}
        self._keys: dict[str, KeyLine] = {}

    @property
    def settings(self) -> KeyedLines:
        """The list of settings."""
        return self.query_one(KeyedLines)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ModeBar(self.MODE)
        yield KeyedLines(id="settings")
        with MeaningPanel(id="meaning"):
            yield Static("", markup=False)
        yield WorkLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Read them."""
        self.settings.focus()
        self.read()

    @on(ScreenResume)
    def _seen_again(self) -> None:
        self.read()

    def read(self) -> None:
        """Read what holds now: the file may have been changed by hand."""
        self.awaited = False
        place = self.app.settings_place
        try:
            origins, settings = place.origins(), place.load()
            keymap(settings.keys, settings.keymap)
        except FAILURES as problem:
            self._cannot_be_read(describe(problem))
            return
        # The keys have lines of their own, one for each command.
        self._origins = {origin.key: origin for origin in origins if origin.key != "keys"}
        self._keys = {one.name: one for one in key_lines(settings.keys, settings.keymap)}
        self._show()
        frame(self.settings, "Settings and keys", str(place.file))
        self.app.worker.ask("of desk", read_desk_settings, self._of_desk_read)

    def _of_desk_read(self, found: DeskSettings) -> None:
        self.of_desk = found
        if self._origins:
            self._show()

    def _show(self) -> None:
        of_desk = self.of_desk
        lines = [(key, _of_desk(key, of_desk.value_of(key))) for key in OF_DESK] if of_desk is not None else []
        self.settings.show(
            [
                *((key, _setting(origin)) for key, origin in self._origins.items()),
                *lines,
                *((name, _key(one)) for name, one in self._keys.items()),
            ]
        )
        self._explain()

    def enter(self) -> None:
        """Change what is under the cursor."""
        key = str(self.settings.current or "")
        if key == "theme":
            themes = sorted(self.app.available_themes)
            self.app.push_screen(ThemeDialog(themes, self.app.theme), lambda at: self._theme(themes, at))
        elif key in OF_DESK and self.of_desk is not None:
            self.enter_of_desk(key, self.of_desk)
        elif key in self._origins:
            origin = self._origins[key]
            self._ask(key, origin.value, meanings().get(key, ""), lambda text: self._save(key, text))
        elif key in self._keys:
            one = self._keys[key]
            words = f"{one.help}\n{_HOW_TO_WRITE}"
            self._ask(f"Keys of {key}", one.written, words, lambda text: self._save_key(key, text))

    def _ask(self, name: str, value: str, words: str, save: Callable[[str], None]) -> None:
        self.app.push_screen(SettingDialog(self.app.worker, name, value, words, save, self._changed))

    def reset(self) -> None:
        """Let the default hold again."""
        key = str(self.settings.current or "")
        if key in OF_DESK:
            self.app.say(f"The {key} is the desk's, and stands in no settings file.")
            return
        path = ("keys", key) if key in self._keys else (key,)
        where = self._keys[key].where if key in self._keys else self._origins[key].where if key else _DEFAULT
        if where != _FILE:
            self.app.say(f"{key} does not stand in the settings file.")
            return
        try:
            self._check_without(key)
            settings = self.app.settings_place.write(None, *path)
        except FAILURES as problem:
            self.app.show_failure(describe(problem))
            return
        if key == "theme" and settings.theme in self.app.available_themes:
            self.app.theme = settings.theme
        self._changed()

    def _check_without(self, key: str) -> None:
        """See whether the keys that hold without an entry of the file can be used."""
        settings = self.app.settings_place.load()
        style = Style.DEFAULT.value if key == "keymap" else settings.keymap
        keymap([one for one in settings.keys if one[0] != key], style)

    def _theme(self, themes: list[str], at: int | None) -> None:
        if at is None:
            return
        try:
            self.app.settings_place.write(themes[at], "theme")
        except FAILURES as problem:
            self.app.show_failure(describe(problem))
        self.read()

    def _save(self, key: str, text: str) -> None:
        if key == "keymap" and text:
            keymap(self.app.settings_place.load().keys, text)
        self.app.settings_place.write(_value(key, text), key)

    def _save_key(self, name: str, text: str) -> None:
        settings = self.app.settings_place.load()
        others = [one for one in settings.keys if one[0] != name]
        keymap((*others, (name, text)), settings.keymap)
        self.app.settings_place.write(text, "keys", name)

    def _changed(self) -> None:
        key = str(self.settings.current or "")
        variable = self.app.settings_place.overruled_by(key)
        if variable:
            self.app.say(f"Saved; {variable} still goes before it.")
        else:
            self.app.say("Saved." if key == "theme" else "Saved; it holds from the next start on.")
        self.read()

    def _cannot_be_read(self, failure: Failure) -> None:
        self.settings.show([])
        frame(self.settings, "Settings and keys", str(self.app.settings_place.file))
        words = [block(failure.message, "$error"), block(failure.hint)]
        self.query_one("#meaning", MeaningPanel).query_one(Static).update(Content("\n").join(words))

    @on(KeyedLines.Moved)
    def _explain(self) -> None:
        key = str(self.settings.current or "")
        panel = self.query_one("#meaning", MeaningPanel)
        if key in self._origins:
            origin = self._origins[key]
            told = [
                block(meanings().get(key, "")),
                line(f"Now {_shown(origin.value) or 'empty'}: {origin.where}.", "$text-muted"),
            ]
            variable = self.app.settings_place.overruled_by(key)
            if variable:
                told.append(line(f"{variable} goes before the settings file.", "$warning"))
        elif key in OF_DESK and self.of_desk is not None:
            told = self.of_desk.explained(key)
        elif key in self._keys:
            one = self._keys[key]
            told = [block(one.help), line(f"{one.shown}: {one.where}.", "$text-muted")]
            if one.shared:
                told.append(line(f"The same key on other screens: {', '.join(one.shared)}.", "$text-muted"))
        else:
            return
        frame(panel, key)
        panel.query_one(Static).update(Content("\n").join(told))


def _shown(value: str) -> str:
    return _PASSWORD.sub(r"\1:…@", value)


def _setting(origin: Origin) -> tuple[Span, ...]:
    return (
        Span(column(origin.key, _KEY) + " ", "strong"),
        Span(column(_shown(origin.value) or "–", _VALUE) + " "),
        Span(steady(origin.where), "dim" if origin.where == _DEFAULT else "warning"),
    )


def _of_desk(key: str, value: str) -> tuple[Span, ...]:
    return Span(column(key, _KEY) + " ", "strong"), Span(column(value, _VALUE) + " "), Span(_DESK, "dim")


def _key(one: KeyLine) -> tuple[Span, ...]:
    shared = f"  also {', '.join(one.shared)}" if one.shared else ""
    return (
        Span(column(one.name, _KEY) + " ", "strong"),
        Span(column(one.shown, _VALUE) + " "),
        Span(one.where, "dim" if one.where == _DEFAULT else "warning"),
        Span(shared, "dim"),
    )


def _value(key: str, text: str) -> Value | None:
    if not text:
        return None
    if key in _NUMBERS and text.isdecimal():
        return int(text[:6])
    if key != "model":
        return text
    name, _, endpoint = text.rpartition(_AT)
    if not name:
        raise BadSetting(
            "A model is written as its name, at, and its address.", "Such as small at http://127.0.0.1:8080/v1."
        )
    return {"endpoint": endpoint.strip(), "name": name.strip()}
