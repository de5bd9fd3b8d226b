"""What watches a value of another widget or the app is let go when it closes.

Textual does that only when the value changes, and the values here never do: without this, every key of every footer
and every long field of a day would stay in memory, each looked through when the next one comes.
"""

from textual.dom import DOMNode
from textual.widgets import Footer


def let_go_of_closed(watched: DOMNode, leaving: DOMNode | None = None) -> None:
    """Forget whatever watched a value of a widget or the app and is closed, or is closing now."""
    for watchers in getattr(watched, "__watchers", {}).values():
        watchers[:] = [pair for pair in watchers if not (pair[0]._closing or pair[0] is leaving)]  # noqa: SLF001 - nothing public says it


class KeyFooter(Footer):
    """The keys that are live; it lets go of those that it showed before."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)

    async def recompose(self) -> None:
        """Show the keys that are live now."""
        await super().recompose()
        let_go_of_closed(self)
