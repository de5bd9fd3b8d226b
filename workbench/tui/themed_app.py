"""An app in the theme that fits: the one that is set, the user's own among them, or a plain one where colours lack."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.widgets import Static

from workbench.domain.text import printable
from workbench.tui import later
from workbench.tui.closing import Modal
from workbench.tui.drawing import block
from workbench.tui.terminals import SMALLEST, has_few_colours, too_small
from workbench.tui.themes import FOLDER, OWN_THEMES, PLAIN_THEME, further_variables, known_theme

_MOST_TOLD = 2
"""Of how many themes it is said why they can't be worn."""


class ThemedApp(App[None]):
    """Wears the theme that is set; says where the terminal has no room or no colours for it."""

    def __init__(self, theme: str, config: Path | None = None, environ: Mapping[str, str] | None = None) -> None:
        """Choose the theme.

        Args:
            theme: the name that is set.
            config: the folder with the folder of the user's themes; None for no such themes.
            environ: the environment, that of the process where none is given.

        Raises:
            BadSetting: there is no such theme, or its file can't be used.
        """
        no_colour = bool((os.environ if environ is None else environ).get("NO_COLOR"))
        super().__init__(ansi_color=True if no_colour else None)
        self.theme_notices: list[tuple[str, str]] = []
        for own in OWN_THEMES.values():
            self.register_theme(own)
        if config is None or not os.path.lexists(config / FOLDER):
            known_theme(theme)
        else:
            found = later.worn_theme(theme, config)
            for user_theme in found.themes:
                self.register_theme(user_theme)
            told, others = found.misfits[:_MOST_TOLD], len(found.misfits) - _MOST_TOLD
            self.theme_notices += [(one.problem.message, one.problem.hint) for one in told]
            if others > 0:
                # One message each would hide the desk behind them.
                files = "One more theme" if others == 1 else f"{others} more themes"
                self.theme_notices.append((f"{files} can't be worn.", "They are named when these are mended."))
        self.theme = PLAIN_THEME if no_colour else theme
        # Before the first style sheet is read, so that it is read once.
        self.stylesheet.set_variables(self.get_css_variables())
        self._worn = self.current_theme

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets anew, unless nothing has changed: Textual asks for it whenever a mode is shown first."""
        if self.current_theme is not self._worn:
            self._worn = self.current_theme
            super().refresh_css(animate)

    def get_driver_class(self) -> type[Driver]:
        """Read the terminal ourselves where Textual would read a Unix one: what comes must neither end us nor run."""
        chosen = super().get_driver_class()
        if not chosen.__module__.endswith("linux_driver"):
            return chosen
        from workbench.tui.terminal_input import DeskDriver  # noqa: PLC0415 - there is no such terminal elsewhere

        return DeskDriver

    def fit_terminal(self) -> None:
        """Wear the plain theme where the terminal has 16 colours, and say so: other colours would only be guessed at."""
        if has_few_colours(self.console.color_system) and not self.current_theme.ansi:
            self.theme_notices.append(
                (
                    f"This terminal has 16 colours: the theme is {PLAIN_THEME}, not {printable(self.theme)}.",
                    "Where it has more, set COLORTERM=truecolor or TERM=xterm-256color.",
                )
            )
            self.theme = PLAIN_THEME

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give themes that are not ours the colours that only we use."""
        return further_variables(self.current_theme)

    def on_resize(self, event: events.Resize) -> None:
        """Cover a screen that is too small to be read, and uncover it when there is room again."""
        covered = isinstance(self.screen, TooSmall)
        if too_small(event.size) and not covered:
            self.push_screen(TooSmall())
        elif covered and not too_small(event.size):
            self.pop_screen()


class TooSmall(Modal[None]):
    """Says that there is no room; what lies below stays as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q,q", "app.quit", "Quit")]
    DEFAULT_CSS = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: 100%; height: auto; text-align: center; color: $text; }
    """

    _was_shown = False

    def on_screen_resume(self) -> None:
        """Go away where there is room again since this screen was shown last.

        At first the app may not know its new size yet: it hears of it after this screen was pushed.
        """
        if self._was_shown and not too_small(self.app.size):
            self.dismiss(None)
        self._was_shown = True

    def compose(self) -> ComposeResult:
        """Say it."""
        width, height = SMALLEST
        words = f"The terminal is too small.\n{width} × {height} is the least; 80 × 24 and more is good.\n"
        yield Static(block(f"{words}\nMake it larger to go on, q leaves.\nWhat you typed is kept."))
