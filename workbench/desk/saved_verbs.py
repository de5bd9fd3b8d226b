"""What a reviewer keeps under names: filters and searches."""

from claims_db import views
from claims_db.errors import NotFound
from claims_db.rows import SavedRow
from claims_db.vocabulary import Action, SavedForm
from workbench.desk.seat import Seat
from workbench.domain.search_words import parse_filter, parse_search
from workbench.domain.text import printable, storable
from workbench.errors import BadInput

_LONGEST = 60


class SavedVerbs(Seat):
    """Filters and searches under names, each reviewer's own; undo brings back what was replaced or removed."""

    def saved(self) -> tuple[SavedRow, ...]:
        """List what this reviewer keeps, by name."""
        with self._place.read() as connection:
            return views.saved_rows(connection, self._place.reviewer.public_id)

    def saved_words(self, name: str) -> str:
        """Give the words that are kept under a name.

        Raises:
            NotFound: nothing is.

        """
        rows = self.saved()
        found = next((row.words for row in rows if row.name == _name(name)), None)
        if found is None:
            names = ", ".join(printable(row.name) for row in rows)
            hint = (
                f"You keep: {names}." if names else "Keep one with 'workbench saved keep', or F in the terminal desk."
            )
            raise NotFound(f"You keep nothing under the name {printable(name)}.", hint)
        return found

    def keep_search(self, name: str, words: str, form: SavedForm = SavedForm.FILTER) -> None:
        """Keep a filter or a search under a name, in place of what it stood for before.

        Raises:
            BadInput: the name is empty or too long, or the words can't be read.

        """
        name, words = _name(name), " ".join(storable(words).split())
        if not name or len(name) > _LONGEST:
            raise BadInput(f"A name has 1 to {_LONGEST} characters.", "Give it a short one.")
        if form is SavedForm.SEARCH:
            parse_search(words)
        elif not words:
            raise BadInput("There is no filter to keep.", "Write one first.")
        else:
            parse_filter(words)
        with self._place.work(Action.SEARCH_KEPT) as work:
            work.saved.keep(name, form, words)

    def remove_saved(self, name: str) -> None:
        """Remove what is kept under a name; undo brings it back.

        Raises:
            NotFound: nothing is.

        """
        with self._place.work(Action.SEARCH_REMOVED) as work:
            work.saved.remove(_name(name))


def _name(name: str) -> str:
    return " ".join(storable(name).split())
