"""Change one setting: a line of text, or a theme that is tried while it is chosen."""

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList, Static

from workbench.tui.desk_worker import DeskWorker
from workbench.tui.dialogs.choose import ChooseDialog
from workbench.tui.dialogs.form import FormDialog
from workbench.tui.drawing import block
from workbench.tui.widgets.fields import ShortField


class SettingDialog(FormDialog):
    """Asks for a value and saves it; says what is wrong with it and stays otherwise."""

    DEFAULT_CSS = """
    SettingDialog > Vertical { width: 80; }
    SettingDialog #value { background: $field; margin: 1 0; }
    """

    def __init__(
        self,
        worker: DeskWorker,
        name: str,
        value: str,
        meaning: str,
        save: Callable[[str], None],
        changed: Callable[[], None],
    ) -> None:
        super().__init__(worker)
        self._name_of_setting, self._value, self._meaning = name, value, meaning
        self._save, self._changed = save, changed

    def title_words(self) -> str:
        """Name the setting."""
        return self._name_of_setting

    def fields(self) -> ComposeResult:
        """Show what it means, and the field."""
        yield Static(block(self._meaning, "$text-muted"))
        yield ShortField(id="value")

    def first_field(self) -> str:
        """Start at the only field."""
        return "value"

    def on_mount(self) -> None:
        """Offer what holds now."""
        super().on_mount()
        self.query_one("#value", Input).value = self._value

    def submit(self, values: Mapping[str, str]) -> None:
        """Save it."""
        self._save(values["value"].strip())
        self.done()
        self._changed()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_submit()


class ThemeDialog(ChooseDialog):
    """Lists themes and puts each one on as the cursor comes to it; Esc puts the old one back."""

    def __init__(self, themes: Sequence[str], now: str) -> None:
        start = themes.index(now) if now in themes else 0
        super().__init__("Which theme? It is put on as you go; Esc puts the old one back.", themes, start)
        self._themes, self._before = themes, now

    @on(OptionList.OptionHighlighted)
    def _tried(self, event: OptionList.OptionHighlighted) -> None:
        self.app.theme = self._themes[event.option_index]

    def action_close(self) -> None:
        """Put the old one back."""
        self.app.theme = self._before
        super().action_close()
