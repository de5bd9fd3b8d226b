"""The search over everything, and where it leads."""

from typing import TYPE_CHECKING

from claims_db.rows import SavedRow
from claims_db.vocabulary import SavedForm
from workbench.tui.dialogs.saved import SavedDialog
from workbench.tui.screens.part import Part
from workbench.tui.screens.search import SearchScreen, Wanted

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class Seeking(Part):
    """The part of the main screen that searches."""

    app: "WorkbenchApp"
    _sought = ""

    def open_search(self, words: str | None = None) -> None:
        """Open the search, with words or with those of the last time."""
        screen = SearchScreen(self.worker, self._sought if words is None else words)

        def closed(wanted: Wanted | None) -> None:
            self._sought = screen.words
            if wanted is None:
                return
            if wanted.claim is not None:
                self.go_to(wanted.claim)
                self.claims.focus()
            elif wanted.words is not None:
                self.narrow(wanted.words)

        self.app.push_screen(screen, closed)

    def open_saved(self) -> None:
        """List the filters and searches that the reviewer keeps, and apply the one that is chosen."""

        def chosen(row: SavedRow | None) -> None:
            if row is None:
                return
            if row.form is SavedForm.SEARCH:
                self.open_search(row.words)
            else:
                self.narrow(row.words)

        self.app.push_screen(SavedDialog(self.worker, self.words), chosen)
