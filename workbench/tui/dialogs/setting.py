"""Change one setting: a line of text, or a theme that is tried while it is chosen."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static

from workbench.errors import FAILURES, describe
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.drawing import block, frame, line
from workbench.tui.widgets.fields import ShortField


class SettingDialog(ModalScreen[bool]):
    """Asks for a value and saves it; says what is wrong with it and stays otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,enter", "submit", "Save", priority=True),
        Binding("escape", "close", "Close"),
    ]
    DEFAULT_CSS = """
    SettingDialog { align: center middle; }
    SettingDialog > Vertical { width: 80; max-width: 96%; height: auto; max-height: 90%; border: round $primary; background: $surface; padding: 0 1; }
    SettingDialog #value { background: $boost; margin: 1 0; }
    SettingDialog #problem { color: $error; }
    """

    def __init__(self, name: str, value: str, meaning: str, save: Callable[[str], None]) -> None:
        super().__init__()
        self._name_of_setting, self._value, self._meaning, self._save = name, value, meaning, save

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        with Vertical() as box:
            frame(box, self._name_of_setting)
            yield Static(block(self._meaning, "$text-muted"))
            yield ShortField(id="value")
            yield Static("", id="problem", markup=False)
            yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Offer what holds now."""
        field = self.query_one("#value", Input)
        field.value = self._value
        field.focus()

    def action_submit(self) -> None:
        """Save it, or say why not."""
        try:
            self._save(self.query_one("#value", Input).value.strip())
        except FAILURES as problem:
            failure = describe(problem)
            self.query_one("#problem", Static).update(line(f"{failure.message} {failure.hint}".strip()))
        else:
            self.dismiss(True)

    def action_close(self) -> None:
        """Leave the setting as it is."""
        self.dismiss(False)


class ThemeDialog(ChooseDialog):
    """Lists themes and puts each one on as the cursor comes to it; Esc puts the old one back."""

    def __init__(self, themes: Sequence[str], now: str) -> None:
        start = themes.index(now) if now in themes else 0
        super().__init__("Which theme? It is put on as you go; Esc puts the old one back.", themes, start)
        self._themes, self._before = themes, now

    @on(OptionList.OptionHighlighted)
    def _tried(self, event: OptionList.OptionHighlighted) -> None:
        self.app.theme = self._themes[event.option_index]

    def action_no(self) -> None:
        """Put the old one back."""
        self.app.theme = self._before
        super().action_no()
