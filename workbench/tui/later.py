"""What the first paint does without: it is imported when it is first asked for, the main screen while the desk opens.

Whoever is there from the first paint on, the app and what all screens share, asks for screens and dialogs here, as
``later.HelpScreen``. What only other screens use is imported by them as anything else: it comes with them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.desk_worker import DeskWorker as DeskWorker
    from workbench.tui.dialogs.choose import MessageDialog as MessageDialog
    from workbench.tui.dialogs.form import FormDialog as FormDialog
    from workbench.tui.screens.article import ArticleScreen as ArticleScreen
    from workbench.tui.screens.dialog_help import DialogHelp as DialogHelp
    from workbench.tui.screens.help import HelpScreen as HelpScreen
    from workbench.tui.screens.journal import JournalScreen as JournalScreen
    from workbench.tui.screens.jump import JumpScreen as JumpScreen
    from workbench.tui.screens.opening import read_opening as read_opening
    from workbench.tui.screens.palette import Palette as Palette
    from workbench.tui.screens.review import ReviewScreen as ReviewScreen
    from workbench.tui.screens.search import SearchScreen as SearchScreen
    from workbench.tui.screens.settings import SettingsScreen as SettingsScreen
    from workbench.tui.screens.team import TeamScreen as TeamScreen
    from workbench.tui.tour import Seen as Seen
    from workbench.tui.tour import Tour as Tour
    from workbench.tui.user_themes import worn_theme as worn_theme
else:
    _MODULES = {
        "DeskWorker": "desk_worker",
        "MessageDialog": "dialogs.choose",
        "FormDialog": "dialogs.form",
        "ArticleScreen": "screens.article",
        "DialogHelp": "screens.dialog_help",
        "HelpScreen": "screens.help",
        "JournalScreen": "screens.journal",
        "JumpScreen": "screens.jump",
        "read_opening": "screens.opening",
        "Palette": "screens.palette",
        "ReviewScreen": "screens.review",
        "SearchScreen": "screens.search",
        "SettingsScreen": "screens.settings",
        "TeamScreen": "screens.team",
        "Seen": "tour",
        "Tour": "tour",
        "worn_theme": "user_themes",
    }

    def __getattr__(name: str) -> object:
        """Import what is asked for."""
        if name not in _MODULES:
            raise AttributeError(name)
        found = getattr(import_module(f"workbench.tui.{_MODULES[name]}"), name)
        globals()[name] = found
        return found


def load_main_screen() -> None:
    """Import the main screen and all that comes with it, in whatever thread this is called."""
    import_module("workbench.tui.screens.review")
