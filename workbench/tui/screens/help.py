"""What every key does."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench.tui.about import about
from workbench.tui.card_lines import card_lines
from workbench.tui.commands.registry import MODE_COMMANDS
from workbench.tui.drawing import block, frame, joined, line
from workbench.tui.key_card import CardGroup, key_rows, parted_rows
from workbench.tui.keymaps import Style
from workbench.tui.reader import Reader
from workbench.tui.search_help import LANGUAGE

_WIDEST, _FRAME, _KEYS = 92, 12, 15
_ELSEWHERE = "These keys belong to other screens, to dialogs and to fields; here they do nothing, or something else."


class HelpScreen(Reader):
    """The key card, with a few words before it on the screen that it was opened from."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "close", show=False)]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll { width: 100; max-width: 96%; height: 92%; border: round $border; background: $surface; padding: 0 2; scrollbar-size-vertical: 1; }
    """

    def __init__(
        self,
        overrides: Sequence[tuple[str, str]] = (),
        style: str = Style.DEFAULT,
        *,
        here: Sequence[str] = (),
        searching: bool = False,
    ) -> None:
        """Show the card of these keys, those of the commands ``here`` first; a search begins with what can be written."""
        super().__init__()
        self._overrides, self._style = overrides, style
        self._here = here
        self._searching = searching

    def compose(self) -> ComposeResult:
        """Show the card."""
        with VerticalScroll() as box:
            frame(box, "Keys", self.closing_words)
            yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> list[Content]:
        lines = [block(about(self.app.screen_stack[-2])), Content("")]
        language = [line("Filters and searches", "bold $accent")]
        language += [joined(line(f"  {words:<22}", "bold"), line(found)) for words, found in LANGUAGE]
        if self._searching:
            lines += [*language, Content("")]
        every = tuple(command.name for command in MODE_COMMANDS)
        mine, others = parted_rows(key_rows(self._overrides, self._style), self._here, every)
        for group in mine:
            lines += self._group(group)
        if not self._searching:
            lines += [*language, Content("")]
        lines += [line(_ELSEWHERE, "$text-muted"), Content("")]
        for group in others:
            lines += self._group(group)
        return lines

    def _group(self, group: CardGroup) -> list[Content]:
        lines = [line(group.heading, "bold $accent")]
        for row in group.rows:
            width = min(_WIDEST, self.app.size.width - _FRAME)
            first, *others = card_lines(", ".join(row.keys), row.words, width)
            lines.append(joined(line(first[:_KEYS], "bold"), line(first[_KEYS:])))
            lines += [line(other) for other in others]
        return [*lines, Content("")]
