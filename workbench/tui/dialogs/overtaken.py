"""A save came after somebody else's: both texts, line by line, and what can be done; nothing is lost."""

from enum import Enum, auto
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench.errors import Failure
from workbench.tui.closing import Modal
from workbench.tui.commands.dialog import CLOSE
from workbench.tui.drawing import block, frame, joined, line

_LOOKS = {"+": "$success", "-": "$error"}


class Overtaken(Enum):
    """What is done about a save that came too late."""

    KEEP = auto()
    TAKE_OVER = auto()
    BACK = auto()


class OvertakenDialog(Modal[Overtaken]):
    """Shows what was typed against what stands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "answer('KEEP')", "Keep the draft"),
        Binding("t", "answer('TAKE_OVER')", "Take over"),
        Binding("c", "copy", "Copy"),
        CLOSE,
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
    ]
    DEFAULT_CSS = """
    OvertakenDialog { align: center middle; }
    OvertakenDialog > Vertical { width: 90; max-width: 96%; height: auto; max-height: 94%; border: round $error; background: $surface; padding: 0 1; }
    OvertakenDialog VerticalScroll { height: auto; max-height: 12; margin: 1 0; background: $field; padding: 0 1; }
    OvertakenDialog Static { height: auto; }
    """

    def __init__(self, failure: Failure, typed: str) -> None:
        super().__init__()
        self._failure = failure
        self._typed = typed

    def compose(self) -> ComposeResult:
        """Show the message, both texts and the choices."""
        with Vertical() as box:
            frame(box, "Somebody was there first")
            yield Static(block(f"{self._failure.message} {self._failure.hint}".strip(), "bold"))
            yield Static(
                joined(
                    line("−", _LOOKS["-"]),
                    line(" what stands   ", "$text-muted"),
                    line("+", _LOOKS["+"]),
                    line(" yours, not recorded", "$text-muted"),
                )
            )
            with VerticalScroll(can_focus=False):
                yield Static(Content("\n").join([_drawn(change) for change in self._failure.difference]))
            yield Static(_choice("d", "keep it as a draft and close; it is offered again with this claim"))
            yield Static(_choice("t", "take the claim over and go on with what you typed"))
            yield Static(_choice("c", "copy what you typed to the clipboard"))
            yield Static(_choice("Esc", "go back to the dialog"))

    def action_answer(self, name: str) -> None:
        """Close with an answer."""
        self.dismiss(Overtaken[name])

    def action_close(self) -> None:
        """Go back to the dialog."""
        self.dismiss(Overtaken.BACK)

    def action_copy(self) -> None:
        """Copy what was typed."""
        self.app.copy_to_clipboard(self._typed)
        self.notify("Copied.", markup=False)

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)


def _drawn(change: str) -> Content:
    return line(change.replace("- ", "− ", 1) if change.startswith("- ") else change, _LOOKS.get(change[:1], "bold"))


def _choice(key: str, words: str) -> Content:
    return joined(line(f"{key:<4}", "bold $accent"), words)
