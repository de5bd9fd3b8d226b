"""The labels of jump mode, over the screen that they belong to."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Click, Key, Resize
from textual.geometry import Size
from textual.widgets import Static

from workbench.tui.closing import Modal
from workbench.tui.drawing import joined, line
from workbench.tui.jumping import Target, labels

_TOLD = "Type a label to go there; any other key leaves."


class JumpScreen(Modal[None]):
    """Shows a label at every target; its letters lead there, any other key leads back."""

    DEFAULT_CSS = """
    JumpScreen { background: transparent; layers: below labels; }
    JumpScreen .label { layer: labels; position: absolute; width: auto; height: 1; background: $background; color: $success; text-style: bold reverse; }
    JumpScreen #told { dock: bottom; width: 100%; height: 1; background: $panel; color: $text; padding: 0 1; }
    JumpScreen .label.away { display: none; }
    """

    def __init__(self, targets: Sequence[Target]) -> None:
        super().__init__()
        ordered = sorted(targets, key=lambda target: (target.row, target.column))
        self._targets = dict(zip(labels(len(ordered)), ordered, strict=False))
        self._typed = ""
        self._laid_out: Size | None = None

    def compose(self) -> ComposeResult:
        """Put the labels where their targets are."""
        for name, target in self._targets.items():
            label = Static(line(name), id=f"to-{name}", classes="label", markup=False)
            label.styles.offset = (target.column, target.row)
            yield label
        # The keys that stand there otherwise are letters of labels now.
        yield Static(line(_TOLD), id="told", markup=False)

    def on_key(self, event: Key) -> None:
        """Take a letter of a label."""
        event.stop()
        event.prevent_default()
        typed = self._typed + (event.character or "")
        fitting = [name for name in self._targets if name.startswith(typed)]
        if event.key == "escape" or not event.character or not fitting:
            self.dismiss(None)
        elif typed in self._targets:
            self.dismiss(None)
            self._targets[typed].go()
        else:
            self._typed = typed
            self._show(fitting)

    def on_click(self, event: Click) -> None:
        """Leave when the mouse is used."""
        event.stop()
        self.dismiss(None)

    def on_resize(self, event: Resize) -> None:
        """Leave when the terminal gets another size: the labels stand at the wrong places then."""
        before, self._laid_out = self._laid_out, event.size
        if before not in {None, event.size} and self.is_current:
            self.dismiss(None)

    def _show(self, fitting: Sequence[str]) -> None:
        """Leave the labels that begin with what was typed, its letters in a quieter look."""
        for name in self._targets:
            label = self.query_one(f"#to-{name}", Static)
            label.set_class(name not in fitting, "away")
            label.update(joined(line(self._typed, "dim"), line(name.removeprefix(self._typed))))
