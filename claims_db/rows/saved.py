"""Rows of filters and searches that somebody kept."""

from typing import NamedTuple

from claims_db.vocabulary import SavedForm


class SavedRow(NamedTuple):
    """Words of the language of filters that a reviewer kept under a name."""

    name: str
    form: SavedForm
    words: str
