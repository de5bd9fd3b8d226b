"""Lines to be read, as many as there are: what changed in an article, what became of sources."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from workbench.tui.drawing import block, frame
from workbench.tui.reader import Reader

_LOOKS = ("bold", "", "$text-muted")


class ReadingDialog(Reader):
    """Shows lines, each with how deep below the one before it stands."""

    DEFAULT_CSS = """
    ReadingDialog { align: center middle; }
    ReadingDialog > VerticalScroll { width: 100; max-width: 96%; height: auto; max-height: 92%; border: round $border; background: $surface; padding: 0 1; scrollbar-size-vertical: 1; }
    ReadingDialog .depth-1 { padding-left: 2; }
    ReadingDialog .depth-2 { padding-left: 4; }
    """

    def __init__(self, heading: str, lines: Iterable[tuple[int, str]]) -> None:
        super().__init__()
        self._heading, self._lines = heading, tuple(lines)

    def compose(self) -> ComposeResult:
        """Show the lines."""
        with VerticalScroll() as box:
            frame(box, self._heading, self.closing_words)
            for depth, words in self._lines:
                yield Static(block(words, _LOOKS[depth]), classes=f"depth-{depth}")
