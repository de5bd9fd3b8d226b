"""The main screen's frame: what stands where, from the first paint on."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from workbench.tui.commands.command import KeyCommand
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import COMMANDS
from workbench.tui.drawing import frame
from workbench.tui.keyed import KeyedScreen, bindings_of
from workbench.tui.widgets.fixed_footer import FixedFooter
from workbench.tui.widgets.mode_bar import ModeBar
from workbench.tui.widgets.status_line import StatusLine


class Panes(NamedTuple):
    """What stands in the frame: the list, the claim under its cursor, the article."""

    claims: Widget
    claim: Widget
    article: Widget


class QueueLayout(KeyedScreen):
    """Has the keys and the frame of the main screen."""

    COMMANDS_HERE: ClassVar[tuple[type[KeyCommand], ...]] = COMMANDS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMMANDS)
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as in the base class
    DEFAULT_CSS = """
    QueueLayout { layout: vertical; }
    QueueLayout #body { height: 1fr; }
    QueueLayout #claims, QueueLayout #article, QueueLayout #panel { border: round $frame; border-title-color: $text; border-subtitle-color: $text-muted; }
    QueueLayout #claims:focus, QueueLayout #article:focus, QueueLayout #panel:focus { border: heavy $border; border-title-style: bold; }
    QueueLayout.-wide #body { layout: horizontal; }
    QueueLayout.-wide #left { width: 42%; }
    QueueLayout.-wide #claims { height: 11fr; }
    QueueLayout.-wide #panel { height: 13fr; }
    QueueLayout.-wide #article { width: 1fr; height: 1fr; }
    QueueLayout.-narrow #body { layout: vertical; }
    QueueLayout.-narrow #left { height: auto; }
    QueueLayout.-narrow #claims { height: 8; }
    QueueLayout.-narrow #panel { display: none; height: 1fr; }
    QueueLayout.-narrow #article { height: 1fr; }
    QueueLayout.-narrow.-panel #panel { display: block; height: 1fr; }
    QueueLayout.-narrow.-panel #article { display: none; }
    QueueLayout.-narrow.-panel #left { height: 1fr; }
    """

    def panes(self) -> Panes:
        """Make what stands in the frame."""
        raise NotImplementedError

    def between(self) -> Iterable[Widget]:
        """Make what comes and goes between the frame and the keys."""
        return ()

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        panes = self.panes()
        frame(panes.claims, "Claims")
        yield ModeBar(Mode.QUEUE)
        yield StatusLine()
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield panes.claims
                yield panes.claim
            yield panes.article
        yield from self.between()
        yield FixedFooter(self.COMMANDS_HERE)
