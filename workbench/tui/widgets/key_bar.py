"""The line at the bottom that shows which keys work now."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

from workbench.tui.widgets.fitting import cells


class KeyHint(NamedTuple):
    """A key as it is shown, and what it does in a word or two."""

    key: str
    words: str


class KeyBar(Widget):
    """Keys and what they do, as many as there is room for; the last one always shows."""

    DEFAULT_CSS = """
    KeyBar { height: 1; dock: bottom; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, hints: Sequence[KeyHint] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hints = tuple(hints)

    @property
    def hints(self) -> tuple[KeyHint, ...]:
        """The keys that are offered, whether there is room for them or not."""
        return self._hints

    def show(self, hints: Sequence[KeyHint]) -> None:
        """Offer other keys."""
        if tuple(hints) != self._hints:
            self._hints = tuple(hints)
            self.refresh()

    def render(self) -> Content:
        """Draw what fits."""
        if not self._hints:
            return Content("")
        *others, last = self._hints
        room = self.size.width - _wide(last)
        shown: list[KeyHint] = []
        for hint in others:
            room -= _wide(hint) + 2
            if room < 0:
                break
            shown.append(hint)
        return Content("  ").join(
            [Content.assemble((hint.key, "bold $text-accent"), f" {hint.words}") for hint in [*shown, last]]
        )


def _wide(hint: KeyHint) -> int:
    return cells(hint.key) + 1 + cells(hint.words)
