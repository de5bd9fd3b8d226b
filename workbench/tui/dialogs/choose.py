"""Choose one of a few, or say no."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.tui.closing import Modal
from workbench.tui.commands.dialog import CLOSE
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.widgets.fields import Choices


class ChooseDialog(Modal[int | None]):
    """Lists choices; gives the place of the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [CLOSE]
    DEFAULT_CSS = """
    ChooseDialog { align: center middle; }
    ChooseDialog > Vertical { width: 80; max-width: 96%; height: auto; max-height: 90%; border: round $border; background: $surface; padding: 0 1; }
    ChooseDialog OptionList { height: auto; max-height: 16; background: $surface; }
    """

    def __init__(self, heading: str, choices: Sequence[str], start: int = 0) -> None:
        super().__init__()
        self._heading = heading
        self._choices = choices
        self._start = start

    def compose(self) -> ComposeResult:
        """List the choices."""
        with Vertical() as box:
            frame(box, "", "Enter takes it, Esc leaves all as it is")
            yield Static(line(self._heading, "bold"))
            yield Choices(*(Option(line(choice)) for choice in self._choices), markup=False, compact=True)

    def on_mount(self) -> None:
        """Start at the choice that holds now."""
        self.query_one(OptionList).highlighted = self._start

    def action_close(self) -> None:
        """Choose none."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


class ConfirmDialog(Modal[bool]):
    """Asks before something that others will notice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),
        Binding("n", "answer(False)", "No"),
        CLOSE,
    ]
    DEFAULT_CSS = """
    ConfirmDialog { align: center middle; }
    ConfirmDialog > Vertical { width: 76; max-width: 96%; height: auto; max-height: 90%; border: round $warning; background: $surface; padding: 1 2; }
    """

    def __init__(self, heading: str, words: str, yes: str, no: str) -> None:
        super().__init__()
        self._heading = heading
        self._words = words
        self._yes, self._no = yes, no

    def compose(self) -> ComposeResult:
        """Ask."""
        with Vertical():
            yield Static(block(self._heading, "bold"))
            yield Static(block(f"\n{self._words}\n"))
            yield Static(
                joined(line("y", "bold $accent"), f"  {self._yes}      ", line("Esc", "bold $accent"), f"  {self._no}")
            )

    def action_close(self) -> None:
        """Say no."""
        self.dismiss(False)

    def action_answer(self, yes: bool) -> None:
        """Answer."""
        self.dismiss(yes)


class MessageDialog(Modal[None]):
    """Says something that has to be read."""

    BINDINGS: ClassVar[list[BindingType]] = [CLOSE, Binding("enter,space", "close", show=False)]
    DEFAULT_CSS = """
    MessageDialog { align: center middle; }
    MessageDialog > Vertical { width: 76; max-width: 96%; height: auto; max-height: 90%; border: round $error; background: $surface; padding: 1 2; }
    """

    def __init__(self, heading: str, words: str) -> None:
        super().__init__()
        self._heading = heading
        self._words = words

    def compose(self) -> ComposeResult:
        """Say it."""
        with Vertical() as box:
            frame(box, self._heading)
            yield Static(block(self._words))
            yield Static(line("\nEnter closes this.", "$text-muted"))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
