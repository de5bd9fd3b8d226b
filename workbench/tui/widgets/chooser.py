"""A choice among a few words in one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Chooser(Widget, can_focus=True):
    """Words in a row, one of them chosen: with left and right, h and l, or its first letter.

    Args:
        words: what can be chosen.
        chosen: what is chosen at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(-1)", "Before", show=False),
        Binding("right,l,space", "step(1)", "Next", show=False),
    ]
    DEFAULT_CSS = """
    Chooser { height: 1; width: 1fr; }
    """
    chosen: reactive[str] = reactive("")
    """The word that is chosen."""

    @dataclass
    class Changed(Message):
        """Another word was chosen."""

        chooser: "Chooser"
        value: str

        @property
        def control(self) -> "Chooser":
            """The chooser, for ``on``."""
            return self.chooser

    def __init__(self, words: Sequence[str], chosen: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = tuple(words)
        self.set_reactive(Chooser.chosen, chosen)

    def render(self) -> Content:
        """Draw the words; brackets stand around the chosen one, so that no colour is needed."""
        pieces: list[Content] = []
        for word in self._words:
            here = word == self.chosen
            style = ("reverse bold" if self.has_focus else "bold") if here else "$text-muted"
            pieces.append(Content.styled(f"[{word}]" if here else f" {word} ", style))
        return Content(" ").join(pieces)

    def action_step(self, step: int) -> None:
        """Choose the word before or after."""
        place = self._words.index(self.chosen) if self.chosen in self._words else 0
        self.chosen = self._words[(place + step) % len(self._words)]

    def on_key(self, event: events.Key) -> None:
        """Choose by first letter."""
        found = next((word for word in self._words if event.character and word.startswith(event.character)), None)
        if found is not None and event.character not in {"h", "l"}:
            event.stop()
            self.chosen = found

    def watch_chosen(self, value: str) -> None:
        """Say what was chosen."""
        if self.is_mounted:
            self.post_message(self.Changed(self, value))

    def on_focus(self) -> None:
        """Show the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the focus is elsewhere."""
        self.refresh()
