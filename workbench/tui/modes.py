"""The modes of the terminal desk: each keeps its screens, so that going back returns to exactly where you were."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from workbench.tui import later
from workbench.tui.commands.modes import Mode
from workbench.tui.commands.registry import MODE_BY_NAME, MODE_COMMANDS
from workbench.tui.screens.first import FirstScreen
from workbench.tui.toured_app import TouredApp

if TYPE_CHECKING:
    from workbench.tui.desk_worker import DeskWorker
    from workbench.tui.screens.opening import Opening
    from workbench.tui.screens.review import ReviewScreen


_OPENING = "opening"
"""Where the app is until the desk is open; no key leads there."""


class ModedApp(TouredApp):
    """An app with a stack of screens for each mode; screens are made when they are first shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority: a dialog and a text field let them through.
        Binding(command.key, f"mode('{command.name}')", command.title, show=False, priority=True, id=command.name)
        for command in MODE_COMMANDS
    ]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {}
    DEFAULT_MODE = _OPENING

    _opening: "Opening"

    def __init__(self, theme: str, config: Path | None = None) -> None:
        """Begin with the first paint; theme and folder of the settings as in ``ThemedApp``."""
        super().__init__(theme, config)
        self.add_mode(_OPENING, FirstScreen)
        for mode in Mode:
            self.add_mode(mode.value, partial(self._screen_of, mode))
        self._visited: list[Mode] = [Mode.QUEUE]

    @property
    def worker(self) -> "DeskWorker":
        """What runs calls on the desk."""
        raise NotImplementedError

    @property
    def mode(self) -> Mode:
        """The mode that is shown; there is one as soon as the desk is open."""
        return Mode(self.current_mode)

    def every_screen(self) -> Iterator[Screen[Any]]:
        """Give the screens of all modes, dialogs included, also of those that are not shown."""
        for mode in Mode:
            if mode.value in self._screen_stacks:
                yield from self.get_screen_stack(mode.value)

    @property
    def review(self) -> "ReviewScreen":
        """The main screen; there is one as soon as the desk is open."""
        return next(one for one in self.every_screen() if isinstance(one, later.ReviewScreen))

    def desk_opened(self, opening: "Opening") -> None:
        """Put the main screen in the place of the first paint."""
        self._opening = opening
        self.switch_mode(Mode.QUEUE.value)
        self.remove_mode(_OPENING)

    def action_mode(self, name: str) -> None:
        """Run a command that leads to a mode."""
        MODE_BY_NAME[name].run(self)

    def action_command_palette(self) -> None:
        """Open the palette; it has no name as Textual's own has, since one may be open in each mode."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(later.Palette())

    def show_mode(self, mode: Mode) -> None:
        """Show a mode as it was left; before an article was read there is none to go to, and one is looked for."""
        if mode is Mode.ARTICLE and mode.value not in self._screen_stacks:
            self.review.action_command("read-article")
            return
        self._go(mode)

    def _go(self, mode: Mode) -> None:
        self._visited = [*(one for one in self._visited if one is not mode), mode]
        self.switch_mode(mode.value)

    def go_back(self) -> None:
        """Show the mode that was shown before this one."""
        before = self._visited[:-1]
        self.show_mode(before[-1] if before else Mode.QUEUE)
        self._visited = before or [Mode.QUEUE]

    def go_to_claim(self, number: int) -> None:
        """Show a claim in the queue's list."""
        self.show_mode(Mode.QUEUE)
        screen = self.screen
        (screen if isinstance(screen, later.SearchScreen) else self.review).go_to(number)

    def read_article(self, article: int, place: int = 0) -> None:
        """Show an article from a place in its text on."""
        self._go(Mode.ARTICLE)
        screen = self.get_screen_stack(Mode.ARTICLE.value)[0]
        if isinstance(screen, later.ArticleScreen):
            screen.open(article, place)

    def _screen_of(self, mode: Mode) -> Screen[Any]:
        match mode:
            case Mode.QUEUE:
                return later.ReviewScreen(self.worker, self._opening)
            case Mode.ARTICLE:
                return later.ArticleScreen(self.worker)
            case Mode.TEAM:
                return later.TeamScreen(self.worker)
            case Mode.JOURNAL:
                return later.JournalScreen(self.worker)
            case Mode.SETTINGS:
                return later.SettingsScreen()
