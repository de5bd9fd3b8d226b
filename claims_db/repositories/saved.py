"""Filters and searches that people keep."""

from sqlalchemy import select

from claims_db.errors import NotFound
from claims_db.repositories.writing import Writing
from claims_db.tables import METADATA, SavedSearch
from claims_db.vocabulary import SavedForm

_SAVED = METADATA.tables["saved_search"].c


class Saved:
    """Writes of what the reviewer keeps under names."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def keep(self, name: str, form: SavedForm, words: str) -> None:
        """Keep words under a name; what it stood for before is replaced."""
        row = self._named(name)
        if row is None:
            self._writing.add(SavedSearch(reviewer_id=self._writing.reviewer_id, name=name, form=form, words=words))
        else:
            row.form, row.words = form, words
            self._writing.session.flush()

    def remove(self, name: str) -> None:
        """Remove what is kept under a name.

        Raises:
            NotFound: nothing is.

        """
        row = self._named(name)
        if row is None:
            raise NotFound(f"You keep nothing under the name {name}.", "F shows what you keep.")
        self._writing.session.delete(row)
        self._writing.session.flush()

    def _named(self, name: str) -> SavedSearch | None:
        own = select(SavedSearch).where(_SAVED.reviewer_id == self._writing.reviewer_id, _SAVED.name == name)
        return self._writing.session.scalars(own).first()
